"""Signing somebody in after another proof than their password, and limits on trying."""

from __future__ import annotations

from typing import cast

from allauth.account.adapter import get_adapter
from allauth.account.utils import perform_login
from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse

from people.models import Account

SIGNED_IN_AT = "signed_in_at"  # in the session: seconds since 1970


def sign_in(request: HttpRequest, account: Account, *, to: str) -> HttpResponse:
    """Signs in by the usual steps, a code from the app among them, in place of anybody else."""
    if request.user.is_authenticated:
        get_adapter().logout(request)
    response = perform_login(request, account, email_verification="none", redirect_url=to)
    return cast(HttpResponse, response)


def too_many(request: HttpRequest, *, action: str, key: str = "") -> HttpResponse | None:
    """The answer to somebody who has tried too often; nothing while they may go on."""
    response = ratelimit.consume_or_429(request, action=action, key=key or None)
    return cast("HttpResponse | None", response)
