"""What an objective's two sides said, and what follows: only the system says "agreed"."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q
from django.db.models.functions import Coalesce

from objectives.figures import (
    ACCEPT,
    ACCEPTING,
    OWNER,
    PARENT,
    Answer,
    Event,
    all_accepted,
    joint_party,
    joint_unit,
    standing_answers,
    state_after,
)
from objectives.models import (
    Agreement,
    ContributionLink,
    Cycle,
    Objective,
    ObjectiveVersion,
)
from objectives.queries.consent import team_consents
from objectives.queries.leaders import NOBODY
from objectives.queries.one_side import Acceptance, trouble_with_both_sides
from objectives.queries.sides import Side, Sides, joint_units, main_link, may_answer
from objectives.services.common import TO_ANSWER, ask, words_of
from objectives.services.refusals import NotTheirs, Refused
from people.models import Person
from people.policy import Action, Standing
from people.tenancy import organisation_in_force

HELD = (ContributionLink.State.ACCEPTED, ContributionLink.State.STALE)


def material_version(objective: Objective) -> ObjectiveVersion:
    """Answers count when given to the newest material version or a cosmetic one after it."""
    return (
        ObjectiveVersion.objects.filter(objective=objective, is_material=True)
        .order_by("-number")
        .first()
    ) or words_of(objective)


def answers_standing(objective: Objective) -> dict[str, str]:
    given = (
        Agreement.objects.filter(version__objective=objective)
        .order_by("made_at", "pk")
        .select_related("version")
    )
    answers = [
        Answer(party=one.side, response=one.response, number=one.version.number) for one in given
    ]
    return standing_answers(floor=material_version(objective).number, answers=answers)


def settle(objective: Objective, *, now: datetime) -> None:
    """Agreed when every side accepted the same version and, where the whole team decides, it
    consents; live when its cycle is."""
    agreed = state_after(objective.state, Event.BOTH_ACCEPTED)
    joint = [joint_party(unit_id) for unit_id in joint_units(objective.pk)]
    if agreed is None or not all_accepted(answers_standing(objective), parties=joint):
        return
    if not _stands_on_something(objective) or not _team_stands_behind(objective):
        return
    is_live = objective.cycle.state == Cycle.State.LIVE
    live = state_after(agreed, Event.CYCLE_WENT_LIVE) if is_live else None
    objective.state, objective.agreed_at = live or agreed, now
    objective.save(update_fields=["state", "agreed_at", "updated_at"])
    _mark_stale(objective, now=now)


def _team_stands_behind(objective: Objective) -> bool:
    if objective.decides == Objective.Decides.LEAD:
        return True
    return team_consents(objective.pk, floor=material_version(objective).number)


def _stands_on_something(objective: Objective) -> bool:
    link = main_link(objective)
    return objective.is_local_reason_accepted if link is None else link.state in HELD


def _mark_stale(objective: Objective, *, now: datetime) -> None:
    """Links accepted before the words now agreed were written must be looked at again."""
    accepted_at = Coalesce("answered_at", "imported_at", "proposed_at", "created_at")
    ContributionLink.objects.filter(
        Q(child=objective) | Q(parent_objective=objective), state=ContributionLink.State.ACCEPTED
    ).alias(accepted_at=accepted_at).filter(
        accepted_at__lt=material_version(objective).written_at
    ).update(state=ContributionLink.State.STALE, stale_since=now, updated_at=now)


def side_spoken_for(sides: Sides, *, standing: Standing) -> str:
    """Which side a person speaks for: the one whose questions come to them, owners first."""
    asked = [side.party for side in sides.all() if standing.person_id in side.asked()]
    if asked:
        return asked[0]
    if standing.may(Action.WRITE_OBJECTIVE, unit_id=sides.owner.unit_id):
        return OWNER
    able = [side.party for side in sides.all() if may_answer(standing, side)]
    if able:
        return able[0]
    raise NotTheirs


def say(
    objective: Objective, *, side: Side, response: str, by: Person, now: datetime, note: str = ""
) -> None:
    """Keeps one side's answer to the newest words, and in whose place it was given; an acceptance
    holds what it stands on too."""
    party = side.party
    Agreement.objects.create(
        organisation=organisation_in_force(),
        version=words_of(objective),
        party=PARENT if party == PARENT else OWNER,
        unit_id=joint_unit(party),
        person=by,
        on_behalf_of_id=side.leader_behind(by.pk),
        response=response,
        note=note,
        made_at=now,
    )
    if party == PARENT and response in ACCEPTING:
        _hold_what_it_stands_on(objective, by=by, now=now)


def _hold_what_it_stands_on(objective: Objective, *, by: Person, now: datetime) -> None:
    link = main_link(objective)
    if link is not None:
        accept_link(link, by=by, now=now)
    elif objective.local_reason:
        objective.is_local_reason_accepted = True
        objective.save(update_fields=["is_local_reason_accepted", "updated_at"])


def accept_link(link: ContributionLink, *, by: Person, now: datetime) -> None:
    link.state, link.stale_since = ContributionLink.State.ACCEPTED, None
    link.answered_by, link.answered_at = by, now
    link.save(update_fields=["state", "stale_since", "answered_by", "answered_at", "updated_at"])


def accepted_for_others(objective: Objective, *, party: str) -> list[Acceptance]:
    """Who accepted, for the sides across from this one, the words that now count."""
    given = Agreement.objects.filter(
        version__objective=objective,
        version__number__gte=material_version(objective).number,
        party=OWNER if party == PARENT else PARENT,
        response__in=ACCEPTING,
    )
    return [Acceptance(*row) for row in given.values_list("person_id", "on_behalf_of_id")]


def one_side_each(objective: Objective, *, sides: Sides, side: Side, by: Person) -> None:
    """Nobody answers for both sides, unless there is nobody else to answer."""
    across = accepted_for_others(objective, party=side.party)
    if trouble := trouble_with_both_sides(sides, side, person_id=by.pk, across=across):
        raise Refused(trouble)


def speak_for_own_side(
    objective: Objective, *, sides: Sides, party: str, by: Person, now: datetime
) -> None:
    """Whoever puts words forward accepts them for their side, if the question would be theirs;
    everybody else who must answer is asked."""
    own = sides.of(party)
    version, passed_over = words_of(objective), NOBODY
    if own is not None and _accepts_by_writing(own, sides, by=by):
        say(objective, side=own, response=ACCEPT, by=by, now=now)
        passed_over = Acceptance(by.pk, own.leader_behind(by.pk)).people
    elif own is not None:
        ask(own, about=version, what=TO_ANSWER, by=by, now=now)
    for side in sides.all():
        if side.party != party:
            ask(side, about=version, what=TO_ANSWER, by=by, now=now, but_not=passed_over)


def _accepts_by_writing(own: Side, sides: Sides, *, by: Person) -> bool:
    is_free = not trouble_with_both_sides(sides, own, person_id=by.pk, across=())
    return by.pk in own.asked() and is_free
