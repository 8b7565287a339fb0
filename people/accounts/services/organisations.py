from __future__ import annotations

import re
from datetime import datetime

from django.db import IntegrityError, transaction

from people.accounts.slugs import trouble_with_slug
from people.errands import reports_are_due
from people.models import Board, Organisation, OrgUnit
from people.models.organisation import SLUGS_TAKEN
from people.refusals import SavedMeanwhile
from people.tenancy import acting_in

ROOT_CODE = "ROOT"  # until an import of units gives the root its own


class OrganisationRefused(Exception):
    """The message is fit to show to the person who tried; `field` is what it is about."""

    def __init__(self, message: str, *, field: str) -> None:
        super().__init__(message)
        self.field = field


@transaction.atomic
def create_organisation(
    *, name: str, slug: str, ods_code: str = "", is_demonstration: bool = False
) -> Organisation:
    """An empty organisation with its board and the board's own unit, the root of the tree."""
    name = " ".join(name.split())
    _check(name=name, slug=slug, ods_code=ods_code)
    try:
        with transaction.atomic():
            organisation = Organisation.objects.create(
                name=name, slug=slug, ods_code=ods_code, is_demonstration=is_demonstration
            )
    except IntegrityError as clash:
        raise OrganisationRefused(
            f"Choose another short name: “{slug}” belongs to another organisation here",
            field="slug",
        ) from clash
    with acting_in(organisation, cause="create organisation"):
        OrgUnit.objects.create(
            organisation=organisation,
            code=ROOT_CODE,
            name=name,
            kind=OrgUnit.Kind.ORGANISATION,
        )
        Board.objects.create(organisation=organisation)
    return organisation


@transaction.atomic
def rename_organisation(
    *, organisation: Organisation, edition: int, name: str, ods_code: str, now: datetime
) -> Organisation:
    """What it is called; raises SavedMeanwhile when somebody saved it first.

    The board's own unit goes by the new name too, where it went by the old one. The short name
    stays: every address begins with it.
    """
    name = " ".join(name.split())
    _check(name=name, slug=organisation.slug, ods_code=ods_code)
    locked = Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    if locked.edition != edition:
        raise SavedMeanwhile
    _rename_root(before=locked.name, name=name)
    locked.name, locked.ods_code = name, ods_code
    locked.edition += 1
    locked.save(update_fields=["name", "ods_code", "edition"])
    reports_are_due(now=now)
    return locked


def _rename_root(*, before: str, name: str) -> None:
    root = OrgUnit.objects.select_for_update().filter(parent=None, name=before).first()
    if root is not None and name != before:
        root.name = name
        root.edition += 1
        root.save()


def _check(*, name: str, slug: str, ods_code: str) -> None:
    if not name or len(name) > 200:
        raise OrganisationRefused(
            "Enter the organisation's name, in 200 characters at most", field="name"
        )
    if trouble := trouble_with_slug(slug, taken=SLUGS_TAKEN):
        raise OrganisationRefused(trouble, field="slug")
    if ods_code and not re.fullmatch(r"[A-Z0-9]{1,9}", ods_code):
        raise OrganisationRefused(
            "An ODS code is 1 to 9 capital letters and digits, like RX1", field="ods_code"
        )
