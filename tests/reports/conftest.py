"""A trust small enough to count by hand.

    The Board
      Medicine (MED)         asked for P1
        Ward 7 (W7)          asked for P1, invited for P2; a nurse works here
        Ward 8 (W8)          asked for P1 and P2
      Estates (EST)          asked for P1 and P2; a porter works here

    P1 <- M1 (Medicine, live) <- W1 (Ward 7, agreed, half, the nurse answers for it)
                              <- W2 (Ward 8, live) by a link that nobody has answered
    P2 <- M2 (Medicine, talking) <- W3 (Ward 8, live)
    E1 (Estates, live) serves nothing; E2 (Estates, live) stands alone for an accepted reason

Agreed or live: M1 W1 W2 W3 E1 E2. Aligned: M1 W1. Unconfirmed: W2 W3. Local: E2. Orphan: E1.
Gaps: W8 and EST for P1, W8 and EST for P2. Nobody is answerable for five of the six.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from objectives.models import Objective
from people.models import Organisation, OrgUnit
from reports import services
from reports.models import ReportRun
from strategy.models import Priority, StrategyVersion
from tests.factories import (
    AssignmentFactory,
    ContributionLinkFactory,
    ExpectedContributionFactory,
    ObjectiveFactory,
    OrgUnitFactory,
    PersonFactory,
    PriorityWordingFactory,
    StrategyVersionFactory,
)


@dataclass(frozen=True, kw_only=True)
class Trust:
    organisation: Organisation
    units: dict[str, OrgUnit]
    priorities: dict[str, Priority]
    objectives: dict[str, Objective]

    def compute(self, kind: str, *, month: int = 11) -> ReportRun:
        """The run whose figures hold as of midday on the third of a month."""
        moment = datetime(2026, month, 3, 12, tzinfo=UTC)
        return services.report_now(
            kind=kind,
            organisation=self.organisation,
            cycle_name=None,
            now=moment,
            as_of=moment,
        )


def put_in_force(titles: dict[str, str]) -> dict[str, Priority]:
    """A strategy with priorities of these references and titles, in this order."""
    version = StrategyVersionFactory.create()
    wordings = [
        PriorityWordingFactory.create(
            version=version, priority__ref=ref, title=title, position=position
        )
        for position, (ref, title) in enumerate(titles.items())
    ]
    version.state = StrategyVersion.State.IN_DELIVERY
    version.content_hash, version.in_force_from = "0" * 64, date(2026, 4, 1)
    version.save()
    return {wording.priority.ref: wording.priority for wording in wordings}


@pytest.fixture
def trust(root: OrgUnit) -> Trust:
    """The trust above, with nothing computed yet."""
    units = _units(root)
    priorities = put_in_force({"P1": "Safe, kind care", "P2": "Fair outcomes"})
    return Trust(
        organisation=root.organisation,
        units=units,
        priorities=priorities,
        objectives=_objectives(units, priorities),
    )


def _units(root: OrgUnit) -> dict[str, OrgUnit]:
    medicine = OrgUnitFactory.create(
        code="MED", name="Medicine", kind="division", parent=root, headcount=40
    )
    return {
        "BOARD": root,
        "MED": medicine,
        "W7": OrgUnitFactory.create(code="W7", name="Ward 7", parent=medicine, headcount=30),
        "W8": OrgUnitFactory.create(code="W8", name="Ward 8", parent=medicine, headcount=20),
        "EST": OrgUnitFactory.create(
            code="EST", name="Estates", kind="division", parent=root, headcount=10
        ),
    }


def _objectives(units: dict[str, OrgUnit], priorities: dict[str, Priority]) -> dict[str, Objective]:
    nurse = AssignmentFactory.create(unit=units["W7"]).person
    AssignmentFactory.create(unit=units["EST"], person=PersonFactory.create(name="Joan Brown"))
    for ref, codes in {"P1": ("MED", "W7", "W8", "EST"), "P2": ("W8", "EST")}.items():
        for code in codes:
            ExpectedContributionFactory.create(priority=priorities[ref], unit=units[code])
    ExpectedContributionFactory.create(
        priority=priorities["P2"], unit=units["W7"], expectation="invited"
    )
    made = {
        ref: ObjectiveFactory.create(ref=ref, unit=units[code], state=state, title=title)
        for ref, code, state, title in (
            ("M1", "MED", "live", "Halve harm from falls"),
            ("M2", "MED", "in_catchball", "Fair access to clinics"),
            ("W2", "W8", "live", "Huddles at every handover"),
            ("W3", "W8", "live", "Letters in plain words"),
            ("E1", "EST", "live", "Paint the corridors"),
        )
    }
    made["W1"] = ObjectiveFactory.create(
        ref="W1", unit=units["W7"], state="agreed", title="Falls down a fifth", answerable=nurse
    )
    made["E2"] = ObjectiveFactory.create(
        ref="E2",
        unit=units["EST"],
        state="live",
        title="Renew the lease",
        local_reason="A duty in law",
        is_local_reason_accepted=True,
    )
    _link(made, priorities)
    return made


def _link(made: dict[str, Objective], priorities: dict[str, Priority]) -> None:
    for ref, priority in (("M1", "P1"), ("M2", "P2")):
        ContributionLinkFactory.create(
            child=made[ref], parent_priority=priorities[priority], state="accepted"
        )
    for ref, above, strength, state in (
        ("W1", "M1", "partial", "accepted"),
        ("W2", "M1", "direct", "proposed"),
        ("W3", "M2", "direct", "accepted"),
    ):
        ContributionLinkFactory.create(
            child=made[ref], parent_objective=made[above], strength=strength, state=state
        )
