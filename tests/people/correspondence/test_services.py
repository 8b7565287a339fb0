"""Letters leave when their reader wishes, say why they came, and are never lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.utils import timezone

from people import tasks
from people.correspondence import services
from people.correspondence.figures import TRIES_AT_MOST
from people.correspondence.queries import days_of_digest, out_of_reach, undelivered
from people.errands import NewErrand, doing, leave_errands
from people.letters import Words
from people.models import Errand, LetterChoices, Organisation, OrgUnit, Person
from people.policy import Role, Standing
from people.refusals import Refused, SavedMeanwhile
from people.tenancy import acting_in
from tests.factories import (
    AccountFactory,
    AssignmentFactory,
    BoardMembershipFactory,
    ErrandFactory,
    LetterChoicesFactory,
    OrganisationFactory,
    OrgUnitFactory,
    PersonFactory,
)
from tests.parallel import at_once

WORDS = Words(subject="Someone is waiting for you", body="A title\n", why="you lead Ward 7")
MIDNIGHT = datetime(2026, 11, 3, 0, 30, tzinfo=timezone.get_current_timezone())
NO_QUIET = {"quiet_from": time(7), "quiet_until": time(7)}


@pytest.fixture
def reader(root: OrgUnit) -> Person:
    return PersonFactory.create(
        name="Amina Okafor", email="amina@example.org", account=AccountFactory.create()
    )


def deliver(reader: Person, errand: Errand, *, now: datetime, **more: Any) -> bool:
    with doing(errand_id=errand.pk, organisation_id=reader.organisation_id) as held:
        assert held is not None
        return services.deliver(WORDS, to=reader, errand=held, now=now, **more)


def test_a_letter_ends_with_why_it_came_and_where_to_choose(reader: Person, noon: datetime) -> None:
    assert deliver(reader, ErrandFactory.create(), now=noon)

    [letter] = mail.outbox
    assert str(letter.body).endswith(
        "You get this letter because you lead Ward 7. Choose your letters: "
        "http://localhost:8000/northvale/letters/\n"
    )


def test_in_quiet_hours_it_waits_until_they_end(reader: Person) -> None:
    errand = ErrandFactory.create()

    assert not deliver(reader, errand, now=MIDNIGHT)

    errand.refresh_from_db()
    assert mail.outbox == []
    assert (errand.state, errand.due_at) == ("waiting", MIDNIGHT.replace(hour=7, minute=0))
    assert deliver(reader, errand, now=errand.due_at)


def test_shift_workers_set_their_own(reader: Person, noon: datetime) -> None:
    LetterChoicesFactory.create(person=reader, quiet_from=time(9), quiet_until=time(17))

    assert not deliver(reader, ErrandFactory.create(), now=noon)
    assert deliver(reader, ErrandFactory.create(), now=MIDNIGHT)


def test_who_wants_only_a_digest_gets_nothing_at_once(reader: Person, noon: datetime) -> None:
    LetterChoicesFactory.create(person=reader, is_told_at_once=False)

    assert not deliver(reader, ErrandFactory.create(), now=noon)
    assert deliver(reader, ErrandFactory.create(), now=noon, is_digest=True)


def test_in_the_demonstration_letters_leave_at_any_hour(reader: Person) -> None:
    Organisation.objects.update(is_demonstration=True)
    organisation = Organisation.objects.get()

    with acting_in(organisation, cause="test"):
        assert deliver(reader, ErrandFactory.create(), now=MIDNIGHT)


def failing(self: EmailMessage, fail_silently: bool = False) -> int:
    raise ConnectionRefusedError


def test_when_mail_fails_the_letter_waits_and_arrives_later_once(
    reader: Person, noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    errand = ErrandFactory.create(state="published", deliveries=3)
    with monkeypatch.context() as broken:
        broken.setattr(EmailMessage, "send", failing)
        assert not deliver(reader, errand, now=noon)
    errand.refresh_from_db()
    assert (errand.state, errand.deliveries) == ("waiting", 0)
    assert errand.due_at == noon + timedelta(minutes=2)
    assert errand.trouble == "ConnectionRefusedError after 1 try"

    assert deliver(reader, errand, now=errand.due_at)

    tasks.send_letter(errand_id=errand.pk, organisation_id=reader.organisation_id)
    assert len(mail.outbox) == 1


def test_after_about_three_days_it_is_given_up_listed_and_can_be_tried_again(
    reader: Person, noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = {"person": reader.pk, "tries": TRIES_AT_MOST - 1, "subject": "Still waiting"}
    errand = ErrandFactory.create(arguments=arguments)
    with monkeypatch.context() as broken:
        broken.setattr(EmailMessage, "send", failing)
        deliver(reader, errand, now=noon)
    [given_up] = undelivered()
    assert (given_up.reader, given_up.subject) == ("Amina Okafor", "Still waiting")

    services.send_again(errand_id=errand.pk, now=noon)

    errand.refresh_from_db()
    assert (errand.state, errand.due_at, "tries" in errand.arguments) == ("waiting", noon, False)
    with pytest.raises(Refused):
        services.send_again(errand_id=errand.pk, now=noon)


def test_a_letter_to_somebody_who_cannot_sign_in_fails_nothing(root: OrgUnit) -> None:
    for who in (
        PersonFactory.create(name="No account", email="none@example.org"),
        PersonFactory.create(name="No address", email="", account=AccountFactory.create()),
    ):
        services.leave_letters([who], key="hello", words=WORDS, now=MIDNIGHT)

    for errand in Errand.objects.all():
        tasks.send_letter(errand_id=errand.pk, organisation_id=root.organisation_id)

    assert mail.outbox == []
    assert set(Errand.objects.values_list("state", flat=True)) == {"done"}


def test_a_letter_about_signing_in_knows_no_quiet_hours(reader: Person) -> None:
    LetterChoicesFactory.create(person=reader, quiet_from=time(0), quiet_until=time(23, 59))
    words = {"to": reader.email, "subject": "Your password", "body": "It has changed"}
    errand = ErrandFactory.create(arguments=words | {"is_about_signing_in": True})

    tasks.send_letter(errand_id=errand.pk, organisation_id=reader.organisation_id)

    assert [letter.subject for letter in mail.outbox] == ["Your password"]


def test_choices_made_in_two_windows_do_not_overwrite_each_other(reader: Person) -> None:
    def choose(edition: int) -> LetterChoices:
        return services.choose_letters(
            person=reader, digest_day=None, is_told_at_once=False, edition=edition, **NO_QUIET
        )

    assert choose(1).edition == 2
    with pytest.raises(SavedMeanwhile):
        choose(1)
    assert days_of_digest() == {reader.pk: None}


def test_leads_and_board_members_without_a_sign_in_are_listed(root: OrgUnit) -> None:
    ward = OrgUnitFactory.create(name="Ward 7", parent=root)
    silent = PersonFactory.create(name="Silent Sister", email="silent@example.org")
    AssignmentFactory.create(person=silent, unit=ward, is_lead=True)
    seated = PersonFactory.create(name="Seated", email="")
    BoardMembershipFactory.create(person=seated)
    admin = Standing(person_id=0, roles=frozenset({Role.ORG_ADMIN}))
    above = Standing(person_id=0, roles=frozenset({Role.LEAD}), led_unit_ids=frozenset({ward.pk}))
    beside = Standing(person_id=0, roles=frozenset({Role.MEMBER}))

    assert [(one.name, one.leads, one.can_be_invited) for one in out_of_reach(admin)] == [
        ("Silent Sister", "Ward 7", True),
        ("Seated", "The board", False),
    ]
    assert [one.name for one in out_of_reach(above)] == ["Silent Sister"]
    assert out_of_reach(beside) == []


@pytest.mark.django_db(transaction=True)
def test_two_jobs_that_leave_the_same_leave_it_once() -> None:
    organisation = OrganisationFactory.create(name="Northvale Care", slug="northvale")
    at = datetime(2026, 11, 3, 12, tzinfo=timezone.get_current_timezone())

    def leaving() -> Callable[[], int]:
        def leave() -> int:
            with acting_in(organisation, cause="clock"):
                return leave_errands(
                    NewErrand(key=f"nudge:{number}", task="people.tasks.send_letter", due_at=at)
                    for number in range(50)
                )

        return leave

    at_once(*[leaving() for _ in range(4)])

    with acting_in(organisation, cause="test"):
        assert Errand.objects.count() == 50
