"""What the organisation is called."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from people.accounts import queries, services
from people.accounts.naming import NameForm
from people.addresses import address
from people.form_pages import FormPage, posted, show_form
from people.http import PersonRequest, needs
from people.models import Organisation
from people.policy import Action
from people.refusals import SavedMeanwhile
from people.stale import stale_save
from ui import notices
from ui.parts import StaleSave


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Action.MANAGE_STRUCTURE, seen=True)
def rename_organisation(request: PersonRequest) -> HttpResponse:
    """Its name and ODS code; the short name in addresses stays."""
    found, stale = request.organisation, None
    form = NameForm(posted(request), initial={**_words(found), "version": found.edition})
    if form.is_valid():
        edition = form.cleaned_data["version"]
        words = {name: form.cleaned_data[name] for name in _words(found)}
        try:
            services.rename_organisation(
                organisation=found, edition=edition, now=timezone.now(), **words
            )
        except services.OrganisationRefused as refusal:
            form.add_error(refusal.field, str(refusal))
        except SavedMeanwhile:
            stale = _stale(form, found)
        else:
            notices.success(request, "Saved.")
            return redirect(address("people:organisation"))
    return show_form(request, form, _about(), stale=stale)


def _words(organisation: Organisation) -> dict[str, str]:
    return {"name": organisation.name, "ods_code": organisation.ods_code}


def _about() -> FormPage:
    return FormPage(
        heading="What the organisation is called",
        lead="The short name that every address begins with stays as it is.",
        back_url=address("people:organisation"),
        back_text="Organisation",
    )


def _stale(form: NameForm, opened: Organisation) -> StaleSave:
    now = queries.organisation_called(opened.slug) or opened
    return stale_save(
        form,
        row=now,
        theirs=_words(now),
        edition=now.edition,
        what="what the organisation is called",
        start_again_url=address("people:rename_organisation"),
    )
