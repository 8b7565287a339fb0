"""Writing to people when they wish it, and losing nothing when mail fails."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time

from django.db import transaction
from django.utils.timezone import localtime

from people.addresses import full_address
from people.correspondence.figures import TRIES_AT_MOST, leaves_at, wait_after
from people.correspondence.queries import choices_of
from people.errands import give_up, leave_errand, put_off
from people.letters import Letter, Words, send
from people.models import Errand, LetterChoices, Notice, Person
from people.refusals import Refused, SavedMeanwhile
from people.tenancy import organisation_in_force
from ui.wording import counted

MAIL_FAULTS = (OSError,)  # every fault of a mail server is one


def leave_letters(readers: Iterable[Person], *, key: str, words: Words, now: datetime) -> None:
    """One letter to each, to leave as soon as they wish; the same key is never written twice."""
    for person in readers:
        leave_errand(
            key=f"{key}:{person.pk}",
            task="people.tasks.send_letter",
            due_at=now,
            arguments={
                "person": person.pk,
                "to": person.email,
                "subject": words.subject,
                "body": words.body,
                "why": words.why,
            },
        )


def deliver(
    words: Words, *, to: Person, errand: Errand, now: datetime, is_digest: bool = False
) -> bool:
    """Sends what an errand is about: now or, in the person's quiet hours, when they end; to
    those who wish only a digest, not by itself. Says whether it went."""
    choices = choices_of(to.pk)
    if not is_digest and not choices.is_told_at_once:
        return False
    leaves = leaves_at(localtime(now), since=choices.quiet_from, until=choices.quiet_until)
    if leaves > now:
        put_off(errand, until=leaves)
        return False
    body = f"{words.body.rstrip()}\n\n{_ending(words.why)}\n"
    letter = Letter(key=errand.key, to=to.email, subject=words.subject, body=body)
    return hand_over(letter, errand=errand, now=now)


def _ending(why: str) -> str:
    choose = full_address("people:letters")
    return f"You get this letter because {why}. Choose your letters: {choose}"


def hand_over(letter: Letter, *, errand: Errand, now: datetime) -> bool:
    """Gives a letter to the mail server. When that fails the errand waits and tries again, for
    about three days; then it is given up, for administrators to look at."""
    try:
        send(letter)
    except MAIL_FAULTS as fault:
        tries = int(errand.arguments.get("tries", 0)) + 1
        errand.arguments = errand.arguments | {"tries": tries}
        trouble = f"{type(fault).__name__} after {counted(tries, 'try', 'tries')}"
        if tries >= TRIES_AT_MOST:
            give_up(errand, trouble=trouble)
        else:
            put_off(errand, until=now + wait_after(tries), trouble=trouble)
        return False
    return True


def notice(readers: Iterable[Person], *, key: str, words: str, path: str, now: datetime) -> None:
    """Something to hear of in the next digest, once."""
    organisation = organisation_in_force()
    Notice.objects.bulk_create(
        [
            Notice(
                organisation=organisation,
                person=person,
                key=f"{key}:{person.pk}",
                words=words[:300],
                path=path,
                noticed_at=now,
            )
            for person in readers
        ],
        ignore_conflicts=True,
    )


@transaction.atomic
def choose_letters(
    *,
    person: Person,
    digest_day: int | None,
    is_told_at_once: bool,
    quiet_from: time,
    quiet_until: time,
    edition: int,
) -> LetterChoices:
    """A person says when they wish to be written to. Raises SavedMeanwhile when they said
    something else in another window since."""
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    choices = choices_of(person.pk)
    if choices.edition != edition:
        raise SavedMeanwhile
    choices.organisation = organisation_in_force()
    choices.digest_day, choices.is_told_at_once = digest_day, is_told_at_once
    choices.quiet_from, choices.quiet_until = quiet_from, quiet_until
    choices.edition += 1
    choices.save()
    return choices


@transaction.atomic
def send_again(*, errand_id: int, now: datetime) -> None:
    """A letter that was given up is tried anew."""
    errand = Errand.objects.select_for_update().filter(pk=errand_id).first()
    if errand is None or errand.state != Errand.State.DEAD:
        raise Refused("This letter is on its way already")
    errand.arguments = {k: v for k, v in errand.arguments.items() if k != "tries"}
    errand.state, errand.due_at, errand.deliveries, errand.trouble = (
        Errand.State.WAITING,
        now,
        0,
        "",
    )
    errand.save(
        update_fields=["arguments", "state", "due_at", "deliveries", "trouble", "updated_at"]
    )
