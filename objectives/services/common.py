"""What every service here does: lock in one order, ask who must answer, note the change.

Locks are taken in one order everywhere, so that no two wait for each other: objectives by key,
then their links by key, then the errand about reports.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from objectives import letters
from objectives.models import ContributionLink, Objective, ObjectiveVersion
from objectives.queries.leaders import NOBODY
from objectives.queries.sides import Side
from objectives.services.refusals import NotTheirs
from people.addresses import full_address
from people.correspondence.services import leave_letters
from people.errands import leave_errand_when_quiet
from people.letters import Words
from people.models import Person
from people.policy import Action, Standing

TO_ANSWER = "For you to answer"
TO_REWORD = "For you to re-word"


def locked(objective: Objective, *others: Objective) -> Objective:
    """The objective as it is now, held with the others and with all its links.

    The rows are held first and read after: a joined read that waited for a lock would show
    the new row beside its old version.
    """
    ids = {objective.pk, *(other.pk for other in others)}
    its_links = Q(child=objective) | Q(parent_objective=objective)
    _hold(Objective.objects.filter(pk__in=ids))
    _hold(ContributionLink.objects.standing().filter(its_links))
    return Objective.objects.select_related("current", "unit__parent", "cycle").get(pk=objective.pk)


def _hold(held: QuerySet[Any]) -> None:
    list(held.select_for_update(no_key=True).order_by("pk").values_list("pk", flat=True))


def words_of(objective: Objective) -> ObjectiveVersion:
    """The newest version; every objective has one."""
    if objective.current is None:
        raise ObjectiveVersion.DoesNotExist
    return objective.current


def must_write(standing: Standing, *, unit_id: int) -> None:
    if not standing.may(Action.WRITE_OBJECTIVE, unit_id=unit_id):
        raise NotTheirs


def ask(
    side: Side,
    *,
    about: ObjectiveVersion,
    what: str,
    by: Person,
    now: datetime,
    kind: str = "",
    but_not: frozenset[int] = NOBODY,
) -> None:
    """One letter to each person asked: once for each version and side."""
    link = full_address("objectives:answer", about.objective_id)
    words = letters.someone_is_waiting(what=what, title=about.title, link=link)
    key = f"{kind or what}:{about.pk}:{side.party}".replace(" ", "-")
    write_to(letter_readers(side.asked(but_not=but_not) - {by.pk}), key=key, words=words, now=now)


def write_to(readers: Iterable[Person], *, key: str, words: Words, now: datetime) -> None:
    """One letter to each: once, however often it is asked for under the same key."""
    leave_letters(readers, key=key, words=words, now=now)


def letter_readers(person_ids: frozenset[int]) -> list[Person]:
    return list(Person.objects.active().filter(pk__in=person_ids).exclude(email="").order_by("pk"))


def note_change(*, now: datetime) -> None:
    """Reports are computed again, a minute after the last change that matters to them."""
    leave_errand_when_quiet(
        about="reports",
        task="reports.tasks.compute_after_changes",
        now=now,
        quiet=timedelta(seconds=60),
        arguments={},
    )
