from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from people.addresses import address
from people.directory.queries.persons import people_visible_to
from people.finder import as_number
from people.http import PersonRequest
from people.models import Person
from ui import notices

read_or_send = require_http_methods(["GET", "HEAD", "POST"])


def person_or_404(request: PersonRequest, person_id: int) -> Person:
    return get_object_or_404(people_visible_to(request.standing), pk=person_id)


def chosen(request: PersonRequest, name: str) -> int | None:
    """What a form or an address names by its number; None when it names nothing yet."""
    words = request.POST.get(name) or request.GET.get(name, "")
    return as_number(words) if words else None


def back_to_person(
    request: PersonRequest, person_id: int, sentence: str, *, undo_url: str = ""
) -> HttpResponse:
    notices.success(request, sentence, undo_url=undo_url)
    return redirect(address("people:person", person_id))
