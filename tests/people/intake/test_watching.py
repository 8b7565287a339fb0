from __future__ import annotations

import pytest
from django.db import DatabaseError

from people.intake.watching import Watched
from people.models import ImportRun, Organisation
from people.tenancy import acting_in
from tests.factories import ImportRunFactory, OrganisationFactory


@pytest.mark.django_db(transaction=True)
def test_progress_is_seen_while_the_imports_own_transaction_is_open_and_outlives_it() -> None:
    organisation = OrganisationFactory.create()
    with acting_in(organisation):
        run = ImportRunFactory.create()

    with pytest.raises(ZeroDivisionError), acting_in(organisation), Watched(run) as progress:
        progress(1000, 8000)
        progress(2000, 8000)
        assert ImportRun.objects.values_list("rows_done", "rows_total").get() == (2000, 8000)
        raise ZeroDivisionError

    with acting_in(organisation):
        assert ImportRun.objects.get().rows_done == 2000


def test_an_import_goes_on_where_its_progress_cannot_be_told(
    inside: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    def fail(self: Watched, done: int, total: int) -> None:
        tried.append(done)
        raise DatabaseError

    monkeypatch.setattr(Watched, "_tell", fail)
    with Watched(ImportRunFactory.create()) as progress:
        progress(1000, 8000)
        progress(2000, 8000)

    assert tried == [1000]
