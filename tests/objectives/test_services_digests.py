"""The weekly letter: on the chosen day, once, with what waits and what happened."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.core import mail
from django.core.mail import EmailMessage
from django.utils import timezone
from pytest import MonkeyPatch

from objectives.services.digests import leave_digests, send_digest
from people.correspondence.services import notice
from people.errands import doing
from people.models import Errand, Notice, Organisation, Person
from tests.factories import LetterChoicesFactory
from tests.objectives.world import World, agreed, written

MONDAY = datetime(2026, 11, 9, 8, 5, tzinfo=timezone.get_current_timezone())


def digest_keys() -> list[int]:
    left = Errand.objects.filter(task="objectives.tasks.send_digest")
    return sorted(one.arguments["person"] for one in left)


def send(inside: Organisation, person: Person, *, now: datetime) -> None:
    errand = Errand.objects.filter(arguments__person=person.pk, task__endswith="send_digest").get()
    with doing(errand_id=errand.pk, organisation_id=inside.pk) as held:
        assert held is not None
        send_digest(held, now=now)


def test_everybody_gets_one_on_their_day_and_nobody_who_said_never(
    inside: Organisation, world: World
) -> None:
    LetterChoicesFactory.create(person=world.nurse, digest_day=None)
    LetterChoicesFactory.create(person=world.sister, digest_day=2)
    others = sorted([world.director.pk, world.manager.pk, world.stranger.pk])

    assert leave_digests(organisation=inside, now=MONDAY.replace(hour=7)) == 0
    for hour in (8, 9, 20):
        leave_digests(organisation=inside, now=MONDAY.replace(hour=hour))
    assert digest_keys() == others

    leave_digests(organisation=inside, now=MONDAY + timedelta(days=2))
    assert digest_keys() == sorted([*others, world.sister.pk])


def test_it_says_what_waits_and_what_happened(inside: Organisation, world: World) -> None:
    written(world.sister, world.ward, world.fair, title="Fewer missed doses")
    notice([world.director], key="p", words="Promised: a pharmacist", path="/x/", now=MONDAY)
    leave_digests(organisation=inside, now=MONDAY)

    send(inside, world.director, now=MONDAY)

    [letter] = mail.outbox
    body = str(letter.body)
    assert letter.subject == "Your week: 1 thing waits for you"
    assert "- Answer “Fewer missed doses”\n  http://localhost:8000/northvale/" in body
    assert "- Promised: a pharmacist\n  http://localhost:8000/x/" in body
    assert "Choose your letters: " in body
    assert Notice.objects.get().told_at == MONDAY


def test_what_was_agreed_is_in_the_leads_digest(inside: Organisation, world: World) -> None:
    agreed(world)  # on Tuesday 3 November
    leave_digests(organisation=inside, now=MONDAY)

    send(inside, world.sister, now=MONDAY)

    assert "Agreed by both sides: Falls with harm down by a fifth" in str(mail.outbox[0].body)


def test_with_nothing_to_say_nothing_is_sent(inside: Organisation, world: World) -> None:
    leave_digests(organisation=inside, now=MONDAY)

    send(inside, world.stranger, now=MONDAY)

    assert mail.outbox == []


def test_mail_that_fails_leaves_the_news_for_the_next_try(
    inside: Organisation, world: World, monkeypatch: MonkeyPatch
) -> None:
    notice([world.director], key="p", words="Promised: a pharmacist", path="/x/", now=MONDAY)
    leave_digests(organisation=inside, now=MONDAY)

    def failing(self: EmailMessage, fail_silently: bool = False) -> int:
        raise TimeoutError

    with monkeypatch.context() as broken:
        broken.setattr(EmailMessage, "send", failing)
        send(inside, world.director, now=MONDAY)
    assert Notice.objects.get().told_at is None

    send(inside, world.director, now=MONDAY + timedelta(minutes=2))

    assert len(mail.outbox) == 1
    assert Notice.objects.get().told_at is not None


def test_the_same_is_noticed_once(inside: Organisation, world: World) -> None:
    for _ in range(2):
        notice([world.director], key="p", words="Promised", path="/x/", now=MONDAY)

    assert Notice.objects.count() == 1
