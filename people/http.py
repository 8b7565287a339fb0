"""A request inside an organisation: who asks, as which person, and what they may do."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseRedirectBase
from django.shortcuts import render

from people.models import Account, Organisation, Person
from people.policy import Action, Standing
from people.replay import FormAlreadyUsed, keep_answer, take_key
from ui.http import INVALID, HtmxRequest, safe_redirect


class PersonRequest(HtmxRequest):
    """A signed-in request to an address that begins with an organisation's slug."""

    user: Account
    organisation: Organisation
    person: Person
    standing: Standing


P = ParamSpec("P")
View = Callable[Concatenate[PersonRequest, P], HttpResponse]


def needs(action: Action, *, seen: bool = False) -> Callable[[View[P]], View[P]]:
    """Keeps a page to those who may do the action somewhere: 404 for others, 403 where `seen`."""

    def decorate(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(request: PersonRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if not request.standing.may(action):
                if seen:
                    raise PermissionDenied
                raise Http404
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def creates_once(view: View[P]) -> View[P]:
    """A form that creates something: its replay key makes a double click or a retry one thing.

    The view answers a finished write with a redirect; that answer is kept and given again.
    """

    @wraps(view)
    def once(request: PersonRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        return answered_once(
            request, account=request.user, answer=lambda: view(request, *args, **kwargs)
        )

    return once


def answered_once(
    request: HtmxRequest, *, account: Account, answer: Callable[[], HttpResponse]
) -> HttpResponse:
    """The answer to a form that was sent; the same form again gets where the first led."""
    key = _replay_key(request)
    if key is None:
        return render(request, "403_csrf.html", status=INVALID)
    try:
        taken = take_key(account=account, key=key, body_hash=_body_hash(request))
    except FormAlreadyUsed:
        return render(request, "people/form_used.html", status=INVALID)
    if taken.location:
        return safe_redirect(request, to=taken.location, otherwise="/")
    response = answer()
    location = response.url if isinstance(response, HttpResponseRedirectBase) else ""
    keep_answer(taken, location=location)
    return response


def _replay_key(request: HttpRequest) -> uuid.UUID | None:
    try:
        return uuid.UUID(request.POST.get("idempotency_key", ""))
    except ValueError:
        return None


def _body_hash(request: HttpRequest) -> str:
    fields = sorted(
        (name, values)
        for name, values in request.POST.lists()
        if name not in ("csrfmiddlewaretoken", "idempotency_key")
    )
    files = [(n, _file_hash(f)) for n in sorted(request.FILES) for f in request.FILES.getlist(n)]
    return hashlib.sha256(repr((request.path, fields, files)).encode()).hexdigest()


def _file_hash(file: UploadedFile[bytes]) -> str:
    """A corrected file under the same name is another form."""
    content = hashlib.sha256()
    for chunk in file.chunks():
        content.update(chunk)
    file.seek(0)
    return content.hexdigest()
