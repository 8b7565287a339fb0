"""How the fictional trust's last year ended: what teams learnt, said kindly and about the work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from config.demonstration.seed.moments import Hour, Moments
from config.demonstration.seed.rows import add
from objectives.figures import year_of
from objectives.models import Closing, ContributionLink, Cycle, Objective, ObjectiveVersion
from objectives.queries.leaders import Leaders, leaders
from people.models import OrgUnit
from people.tenancy import organisation_in_force
from strategy.models import Priority


@dataclass(frozen=True)
class Ended:
    """One team's objective of last year, and what came of it."""

    unit: str
    priority: str
    title: str
    result: str
    learnt: str
    next: str


ENDED = (
    Ended(
        "OPM-HAW",
        "P1",
        "Falls with harm on Hawthorn Ward are down from nine to six in a quarter",
        "partly",
        "Nights were where it happened. Asking every night nurse first found three things nobody "
        "on days had seen: the bathroom light, the bell cord, and the two o'clock drug round.",
        "keep",
    ),
    Ended(
        "OPM-ROW",
        "P1",
        "Every patient on Rowan Ward has their weight taken within a day",
        "achieved",
        "It worked once the scales lived on the ward and not in the store. A small thing, and it "
        "took us five months to ask for it.",
        "stop",
    ),
    Ended(
        "EM-ED",
        "P2",
        "Nine in ten patients who walk in are seen by a nurse within 15 minutes",
        "not_achieved",
        "We tried it with the staff we wished for. With the staff we had, the greeter at the door "
        "helped most. Next time we would start from a Monday in January.",
        "change",
    ),
    Ended(
        "EM-AMU",
        "P2",
        "Half of those who go home from the Acute Medical Unit leave before noon",
        "partly",
        "Writing letters the evening before made the difference. It stopped whenever the evening "
        "doctor was pulled away, so it must not hang on one person.",
        "change",
    ),
    Ended(
        "SPM-RES",
        "P1",
        "Everybody with a new inhaler shows us that they can use it before they go home",
        "achieved",
        "The pharmacist on the morning round taught us, and then the patients taught each other. "
        "We would ask the pharmacist in from the first week.",
        "keep",
    ),
    Ended(
        "TCC-THE",
        "P2",
        "First operations of the day start within ten minutes of the plan",
        "partly",
        "It was never the surgeons. It was porters, beds and a form that two of us filled in. "
        "Walking one patient's way together showed it in a morning.",
        "keep",
    ),
    Ended(
        "SUR-ELM",
        "P1",
        "Pain is asked about and answered every four hours on Elm Ward",
        "achieved",
        "Patients wrote it on the board themselves. That was their idea, not ours.",
        "stop",
    ),
    Ended(
        "WOM-CMN",
        "P3",
        "Women who speak little English have an interpreter at their first visit",
        "partly",
        "Booking by phone the day before failed. A named interpreter for each clinic day worked, "
        "and women came back because they knew her.",
        "keep",
    ),
    Ended(
        "NUR-THO",
        "P5",
        "Leg ulcers in Thornwick heal a fortnight sooner",
        "not_achieved",
        "We measured what was easy. Two weeks cannot be seen in forty patients. What we did see: "
        "the same nurse each time matters more than the dressing.",
        "change",
    ),
    Ended(
        "AMH-CRI",
        "P2",
        "Everybody in crisis is rung back within the hour, day and night",
        "achieved",
        "One list for the whole team, and leave to say no to other calls in that hour. The "
        "promise from above to take those calls was what made it possible.",
        "keep",
    ),
    Ended(
        "PPL-ROS",
        "P4",
        "Rosters are out eight weeks ahead for every ward",
        "partly",
        "Six weeks was real, eight was not, and saying so early kept people's trust. Wards that "
        "wrote their roster together changed it least.",
        "change",
    ),
    Ended(
        "EST-DOM",
        "P7",
        "Waste that can be recycled is sorted on every ward",
        "not_achieved",
        "We put out bins before we asked who empties them. The domestic staff had said so at the "
        "first meeting; we should have written it down.",
        "stop",
    ),
)


def tell_last_year(
    *, cycle: Cycle, priorities: dict[str, Priority], importer: str, moments: Moments
) -> None:
    """A dozen objectives of the year before, brought in from what was used then and closed by
    both sides; what was kept goes on."""
    closed = _year_before(cycle)
    known = leaders()
    units = {unit.code: unit for unit in OrgUnit.objects.filter(code__in=[e.unit for e in ENDED])}
    begun = moments.at(closed.starts_on + timedelta(days=20), Hour.WRITTEN)
    brought_in = {"imported_at": begun, "imported_by": importer}
    written = {
        ended.unit: Objective.objects.create(
            organisation=organisation_in_force(),
            cycle=closed,
            ref=f"{ended.unit}-1",
            unit=units[ended.unit],
            state=ended.result,
            origin=Objective.Origin.CASCADED,
            **brought_in,
        )
        for ended in ENDED
    }
    _word(written, known, at=begun)
    add(
        ContributionLink,
        [_link(ended, written[ended.unit], priorities) for ended in ENDED],
    )
    day = closed.ends_on + timedelta(days=16)
    goes_on = _goes_on(cycle, [units[ended.unit].pk for ended in ENDED if ended.next != "stop"])
    add(Closing, _closings(written, known, goes_on, moments, day))


def _year_before(cycle: Cycle) -> Cycle:
    first_month = organisation_in_force().reporting_year_starts_in
    day = cycle.starts_on - timedelta(days=1)
    name, starts_on, ends_on = year_of(day, first_month=first_month)
    return Cycle.objects.create(
        organisation=organisation_in_force(),
        name=name,
        starts_on=starts_on,
        ends_on=ends_on,
        state=Cycle.State.CLOSED,
    )


def _word(written: dict[str, Objective], known: Leaders, *, at: datetime) -> None:
    for ended in ENDED:
        objective = written[ended.unit]
        leads = sorted(known.leads.get(objective.unit_id, frozenset()))
        objective.current = ObjectiveVersion.objects.create(
            organisation=organisation_in_force(),
            objective=objective,
            title=ended.title,
            target_date=objective.cycle.ends_on,
            answerable_id=leads[0] if leads else None,
            written_by_id=leads[0] if leads else None,
            written_at=at,
        )
        objective.save(update_fields=["current", "updated_at"])


def _link(ended: Ended, objective: Objective, priorities: dict[str, Priority]) -> ContributionLink:
    return ContributionLink(
        organisation=organisation_in_force(),
        child=objective,
        parent_priority=priorities[ended.priority],
        rationale="It is part of what the Board put first",
        is_primary=True,
        state=ContributionLink.State.ACCEPTED,
        imported_at=objective.imported_at,
        imported_by=objective.imported_by,
    )


def _goes_on(cycle: Cycle, unit_ids: list[int]) -> dict[int, int]:
    """What each of these teams works on this year, as what last year's became."""
    rows = Objective.objects.filter(
        cycle=cycle, unit_id__in=unit_ids, state__in=("agreed", "live")
    ).order_by("-ref")
    return dict(rows.values_list("unit_id", "pk"))


def _closings(
    written: dict[str, Objective],
    known: Leaders,
    goes_on: dict[int, int],
    moments: Moments,
    day: date,
) -> Iterator[Closing]:
    for number, ended in enumerate(ENDED):
        objective = written[ended.unit]
        own, above = [sorted(one) for one in known.climb(objective.unit_id) if one][:2]
        said_on = day + timedelta(days=number % 5)
        yield Closing(
            organisation=organisation_in_force(),
            objective=objective,
            result=ended.result,
            learnt=ended.learnt,
            next=ended.next,
            said_by_id=own[0],
            said_at=moments.at(said_on, Hour.WRITTEN, of=ended.unit),
            confirmed_by_id=above[0],
            confirmed_at=moments.at(said_on + timedelta(days=3), Hour.ANSWERED, of=ended.unit),
            carried_to_id=goes_on.get(objective.unit_id) if ended.next != "stop" else None,
        )
