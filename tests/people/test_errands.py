from __future__ import annotations

import threading
from datetime import datetime, timedelta

import pytest
from django.core import mail

from people import errands, tasks
from people.models import Errand, Organisation
from people.relay import DELIVERIES_AT_MOST, GIVEN_TO_A_WORKER, publish_due_errands
from people.tenancy import acting_in
from tests.factories import ErrandFactory, OrganisationFactory
from tests.parallel import at_once

HELLO = {
    "to": "amina@example.org",
    "subject": "Hello",
    "body": "A link",
    "is_about_signing_in": True,  # so it leaves at any hour
}


def test_the_same_errand_is_left_once(inside: Organisation, noon: datetime) -> None:
    for _ in range(2):
        errands.leave_errand(key="letter-1", task="people.tasks.send_letter", due_at=noon)

    assert Errand.objects.count() == 1


def test_changes_within_a_minute_lead_to_one_errand_after_the_last(
    inside: Organisation, noon: datetime
) -> None:
    for seconds in (0, 30, 59):
        errands.reports_are_due(now=noon + timedelta(seconds=seconds))

    assert Errand.objects.get().due_at == noon + timedelta(seconds=119)


def test_a_change_while_the_errand_is_with_a_worker_leads_to_another(
    inside: Organisation, noon: datetime
) -> None:
    errands.reports_are_due(now=noon)
    Errand.objects.update(state=Errand.State.PUBLISHED)

    errands.reports_are_due(now=noon)

    assert Errand.objects.count() == 2


def test_an_errand_delivered_twice_has_its_effect_once(inside: Organisation) -> None:
    errand = ErrandFactory.create(arguments=HELLO)

    for _ in range(2):
        tasks.send_letter(errand_id=errand.pk, organisation_id=inside.pk)

    assert [letter.to for letter in mail.outbox] == [["amina@example.org"]]
    errand.refresh_from_db()
    assert errand.state == Errand.State.DONE


def test_an_errand_that_fails_is_not_done(inside: Organisation) -> None:
    errand = ErrandFactory.create(arguments={})

    with pytest.raises(KeyError):
        tasks.send_letter(errand_id=errand.pk, organisation_id=inside.pk)

    errand.refresh_from_db()
    assert errand.state == Errand.State.WAITING


def test_an_errand_of_another_organisation_is_not_there(inside: Organisation) -> None:
    errand = ErrandFactory.create(arguments={"to": "a@example.org", "subject": "", "body": ""})
    other = OrganisationFactory.create()

    tasks.send_letter(errand_id=errand.pk, organisation_id=other.pk)

    assert mail.outbox == []


@pytest.mark.django_db(transaction=True, databases=["default", "relay"])
class TestRelay:
    @pytest.fixture
    def errand(self, organisation: Organisation, noon: datetime) -> Errand:
        with acting_in(organisation):
            return ErrandFactory.create(due_at=noon)

    def test_a_due_errand_is_published_and_one_yet_to_come_is_not(
        self, errand: Errand, noon: datetime
    ) -> None:
        published: list[int] = []

        early = publish_due_errands(
            publish=lambda e: published.append(e.pk), now=noon - timedelta(seconds=1)
        )
        due = publish_due_errands(publish=lambda e: published.append(e.pk), now=noon)

        assert (early, due) == (0, 1)
        assert published == [errand.pk]

    def test_an_errand_whose_worker_was_lost_is_published_again(
        self, errand: Errand, noon: datetime
    ) -> None:
        publish_due_errands(publish=lambda e: None, now=noon)

        soon = publish_due_errands(publish=lambda e: None, now=noon + timedelta(seconds=60))
        later = publish_due_errands(publish=lambda e: None, now=noon + GIVEN_TO_A_WORKER)

        assert (soon, later) == (0, 1)

    def test_an_errand_that_is_never_done_is_given_up(
        self, errand: Errand, organisation: Organisation, noon: datetime
    ) -> None:
        delivered: list[int] = []
        for delivery in range(DELIVERIES_AT_MOST + 2):
            publish_due_errands(
                publish=lambda e: delivered.append(e.pk),
                now=noon + delivery * GIVEN_TO_A_WORKER,
            )

        assert len(delivered) == DELIVERIES_AT_MOST
        with acting_in(organisation):
            given_up = Errand.objects.get()
        assert given_up.state == Errand.State.DEAD
        assert given_up.trouble == "Not done after 4 deliveries"

    def test_when_the_queue_is_away_the_errand_waits(
        self, errand: Errand, organisation: Organisation, noon: datetime
    ) -> None:
        def refuse(errand: Errand) -> None:
            raise OSError("queue away")

        with pytest.raises(OSError, match="queue away"):
            publish_due_errands(publish=refuse, now=noon)

        with acting_in(organisation):
            assert Errand.objects.get().state == Errand.State.WAITING

    def test_two_relays_publish_an_errand_once(self, errand: Errand, noon: datetime) -> None:
        published: list[int] = []
        holding, release = threading.Event(), threading.Event()

        def slowly(errand: Errand) -> None:
            published.append(errand.pk)
            holding.set()
            release.wait(5)

        def first() -> int:
            return publish_due_errands(publish=slowly, now=noon)

        def second() -> int:
            holding.wait(5)
            taken = publish_due_errands(publish=lambda e: published.append(e.pk), now=noon)
            release.set()
            return taken

        taken = at_once(first, second)

        assert taken == [1, 0]
        assert published == [errand.pk]

    def test_two_deliveries_at_once_have_their_effect_once(
        self, organisation: Organisation, noon: datetime
    ) -> None:
        with acting_in(organisation):
            errand = ErrandFactory.create(arguments=HELLO)

        def deliver() -> None:
            tasks.send_letter(errand_id=errand.pk, organisation_id=organisation.pk)

        at_once(*[deliver] * 4)

        assert len(mail.outbox) == 1
