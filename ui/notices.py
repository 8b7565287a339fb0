"""Banners about what was just done, with an Undo in place of "Are you sure?"."""

from django.contrib import messages
from django.http import HttpRequest


def success(request: HttpRequest, text: str, *, undo_url: str = "") -> None:
    """Say what was done. `undo_url` is an address that takes a POST and puts it back."""
    messages.success(request, text, extra_tags=undo_url)


def notice(request: HttpRequest, text: str) -> None:
    """Say what a person should know before going on."""
    messages.info(request, text)
