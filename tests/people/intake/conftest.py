from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import cast
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from people.addresses import address
from people.imports.reading import read_table
from people.intake import steps
from people.intake.steps import ChosenFile
from people.intake.tasks import work_on_import
from people.models import Errand, ImportRun, Organisation, OrgUnit, Person

PEOPLE = """staff_id,name,email,unit_code,role_title,is_lead
E012,Amina Okafor,amina@example.org,BOARD,Chair,yes
E013,Tom Reid,,BOARD,Secretary,
"""

Starting = Callable[..., ImportRun]
Choosing = Callable[..., HttpResponse]


@pytest.fixture
def start(admin: Person, root: OrgUnit, noon: datetime) -> Starting:
    """An import begun as the first step begins it."""

    def started(kind: str = "people", file: str = PEOPLE, **more: str) -> ImportRun:
        contents = {"file": file, **more} if not more else more
        chosen = {
            place: ChosenFile(
                name=f"{place}.csv",
                content=words.encode(),
                table=read_table(words.encode(), filename=f"{place}.csv"),
            )
            for place, words in contents.items()
        }
        return steps.start_import(kind=kind, files=chosen, person=admin, now=noon)

    return started


@pytest.fixture
def choose(at_desk: Client, root: OrgUnit) -> Choosing:
    """The first step's form, sent."""

    def chosen(
        kind: str = "people", files: Mapping[str, str | bytes] | None = None, **fields: str
    ) -> HttpResponse:
        sent = {
            place: SimpleUploadedFile(
                f"{place}.csv", words if isinstance(words, bytes) else words.encode()
            )
            for place, words in (files or {"file": PEOPLE}).items()
        }
        form = {"idempotency_key": str(uuid4()), **fields, **sent}
        return cast(HttpResponse, at_desk.post(address("people:import_choose", kind), form))

    return chosen


def work(organisation: Organisation) -> None:
    """What a worker does with every errand about imports, each delivered once."""
    waiting = Errand.objects.filter(state=Errand.State.WAITING, key__startswith="import:")
    for errand in waiting.order_by("pk"):
        work_on_import(errand_id=errand.pk, organisation_id=organisation.pk)


def newest() -> ImportRun:
    return ImportRun.objects.latest("pk")
