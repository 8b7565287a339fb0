"""What worries a team about trying something: asked in private, settled once, and answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import datetime

from django.db import transaction

from objectives.figures import PARENT
from objectives.figures.worries import NONE, shown, to_answer
from objectives.models import Objective, Worry, WorryReply, WorryRound, WorryTheme
from objectives.queries.sides import may_answer, sides_of
from objectives.queries.worries import AROUND_AGREEMENT, members_of
from objectives.services.common import locked, words_of
from objectives.services.refusals import NotTheirs, Refused
from objectives.services.settling import side_spoken_for
from people.models import Person
from people.policy import Standing
from people.refusals import refusing
from people.tenancy import organisation_in_force


@transaction.atomic
def open_worries(
    *, objective: Objective, by: Person, standing: Standing, now: datetime
) -> WorryRound:
    """Either side asks the team, once for the same words; never a team too small to be unseen."""
    objective = locked(objective)
    side_spoken_for(sides_of(objective), standing=standing)
    if objective.state not in AROUND_AGREEMENT:
        raise Refused("The team is asked once the words are proposed, and while they count")
    version = words_of(objective)
    if WorryRound.objects.filter(version=version).exists():
        raise Refused("The team is asked about these words already")
    floor = organisation_in_force().small_group_floor
    if len(members_of(objective.unit_id)) < floor:
        raise Refused(
            f"Fewer than {floor} people work in {objective.unit.name}, so nobody could answer "
            "unseen. Talk about it together instead"
        )
    return WorryRound.objects.create(
        organisation=organisation_in_force(),
        version=version,
        unit=objective.unit,
        opened_by=by,
        opened_at=now,
        floor=floor,
    )


def _held(asked: WorryRound) -> WorryRound:
    rows = WorryRound.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("version__objective__unit").get(pk=asked.pk)


@transaction.atomic
def say_worries(*, asked: WorryRound, themes: Collection[str], by: Person, now: datetime) -> None:
    """One member's own answer, in place of what they said before, while the round is open."""
    asked = _held(asked)
    if by.pk not in members_of(asked.unit_id):
        raise NotTheirs
    if asked.ended_at is not None:
        raise Refused("The round has ended, so nothing more is counted")
    if not themes:
        raise Refused("Choose what worries you, or that nothing does", field="themes")
    if NONE in themes and len(themes) > 1:
        raise Refused("Choose what worries you, or that nothing does", field="themes")
    Worry.objects.filter(version=asked.version, person=by).delete()
    for theme in sorted(themes):
        Worry.objects.create(
            organisation=organisation_in_force(),
            version=asked.version,
            person=by,
            theme=WorryTheme(theme),
            said_at=now,
        )


@transaction.atomic
def end_worries(*, asked: WorryRound, standing: Standing, now: datetime) -> WorryRound:
    """Either side ends the round; what it may show is settled now, and never again."""
    asked = _held(asked)
    side_spoken_for(sides_of(asked.version.objective), standing=standing)
    if asked.ended_at is not None:
        return asked
    rows = list(Worry.objects.filter(version=asked.version).values_list("person_id", "theme"))
    named = Counter(theme for _, theme in rows)
    asked.shown = shown(
        answered=len({person for person, _ in rows}), floor=asked.floor, named=named
    )
    asked.ended_at, asked.is_answered = now, not to_answer(asked.shown)
    asked.save()
    return asked


@transaction.atomic
def answer_worries(
    *,
    asked: WorryRound,
    replies: Mapping[str, str],
    by: Person,
    standing: Standing,
    now: datetime,
) -> WorryRound:
    """The side it serves answers what went up; each worry once."""
    asked = _held(asked)
    side = sides_of(asked.version.objective).of(PARENT)
    if side is None or not may_answer(standing, side):
        raise NotTheirs
    wanted = to_answer(asked.shown)
    given = {theme: words.strip() for theme, words in replies.items() if words.strip()}
    if not given or not set(given) <= set(wanted):
        raise Refused("Answer at least one of the worries")
    already = {"a_worry_is_answered_once": Refused("Somebody on your side has answered this")}
    for theme, words in given.items():
        with refusing(already):
            WorryReply.objects.create(
                organisation=organisation_in_force(),
                version=asked.version,
                theme=theme,
                words=words,
                person=by,
                replied_at=now,
            )
    answered = WorryReply.objects.filter(version=asked.version, theme__in=wanted).count()
    asked.is_answered = answered == len(wanted)
    asked.save()
    return asked
