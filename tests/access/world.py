"""An organisation with somebody in each role and one of each thing, to try every door with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from objectives.models import Objective
from people.models import Account, BoardMembership, Organisation, OrgUnit, Person, RoleGrant
from people.tenancy import acting_in
from reports import services as report_services
from strategy import queries as strategy_queries
from strategy import services as strategy_services
from strategy.models import PriorityWording, Value
from strategy.services import PriorityWords
from tests import factories as make

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
ROLES = (
    "member",
    "lead",
    "division_lead",
    "other_lead",
    "board",
    "secretary",
    "od",
    "auditor",
    "admin",
)


@dataclass(frozen=True, kw_only=True)
class World:
    """Accounts by role, and the ids that addresses carry."""

    organisation: Organisation
    accounts: dict[str, Account]
    ids: dict[str, int | str]
    secrets: tuple[str, ...]  # words that nobody of another organisation may read


def settle(organisation: Organisation) -> World:
    """Fills the organisation; ward W7 is in Medicine, and Surgery is beside it."""
    with acting_in(organisation, cause="test"):
        return _Settlers(organisation).settle()


class _Settlers:
    def __init__(self, organisation: Organisation) -> None:
        self.organisation = organisation
        self.mark = f"canary of {organisation.slug}"
        self.ids: dict[str, int | str] = {}
        self.people: dict[str, Person] = {}

    def settle(self) -> World:
        self._people(self._units())
        self._strategy()
        self._objectives()
        self._letters()
        self._reports()
        accounts = {role: person.account for role, person in self.people.items()}
        return World(
            organisation=self.organisation,
            accounts={role: account for role, account in accounts.items() if account},
            ids=self.ids,
            secrets=(self.mark,),
        )

    def _units(self) -> dict[str, OrgUnit]:
        root = make.OrgUnitFactory.create(code="BOARD", kind="organisation", parent=None)
        medicine = make.OrgUnitFactory.create(code="MED", name=f"MED {self.mark}", parent=root)
        surgery = make.OrgUnitFactory.create(code="SUR", name=f"SUR {self.mark}", parent=root)
        ward = make.OrgUnitFactory.create(code="W7", name=f"W7 {self.mark}", parent=medicine)
        self.units = {"MED": medicine, "SUR": surgery, "W7": ward, "BOARD": root}
        self.ids |= {"unit": ward.pk, "unit_code": "W7"}
        return self.units

    def _people(self, units: dict[str, OrgUnit]) -> None:
        for role in ROLES:
            self.people[role] = make.PersonFactory.create(
                name=f"{role} {self.mark}",
                account=make.AccountFactory.create(
                    email=f"{role}@{self.organisation.slug}.example"
                ),
            )
        place = make.AssignmentFactory.create(person=self.people["member"], unit=units["W7"])
        for role, code in (("lead", "W7"), ("division_lead", "MED"), ("other_lead", "SUR")):
            make.AssignmentFactory.create(person=self.people[role], unit=units[code], is_lead=True)
        seat = make.BoardMembershipFactory.create(person=self.people["board"])
        granted = {
            "secretary": RoleGrant.Role.BOARD_SECRETARY,
            "od": RoleGrant.Role.OD_STAFF,
            "auditor": RoleGrant.Role.AUDITOR,
            "admin": RoleGrant.Role.ORG_ADMIN,
        }
        for role, grant in granted.items():
            made = make.RoleGrantFactory.create(person=self.people[role], role=grant)
            self.ids["grant"] = made.pk
        self.ids |= {"person": self.people["member"].pk, "place": place.pk, "seat": seat.pk}
        assert seat.seat == BoardMembership.Seat.EXECUTIVE

    def _strategy(self) -> None:
        words = PriorityWords(title=f"Care {self.mark}", statement="", sponsor=self.people["board"])
        first = strategy_services.start_draft(title=f"Strategy {self.mark}")
        strategy_services.add_priority(draft=first, words=words)
        page = strategy_queries.strategy_page(first)
        strategy_services.put_in_force(
            version=first, words_hash=page.content_hash, on=NOON.date(), now=NOON
        )
        draft = strategy_services.start_draft(title=f"Draft {self.mark}")
        wording = PriorityWording.objects.get(version=draft)
        value = strategy_services.add_value(draft=draft, title="Kindness", behaviour="")
        self.priority = wording.priority
        self.ids |= {
            "version": first.number,
            "draft": draft.number,
            "wording": wording.pk,
            "priority": wording.priority_id,
            "value": Value.objects.get(pk=value.pk).pk,
            "ref": wording.priority.ref,
        }

    def _letters(self) -> None:
        self.ids["given_up"] = make.ErrandFactory.create(
            state="dead", key="given-up", arguments={"to": self.mark, "subject": "", "body": ""}
        ).pk

    def _objectives(self) -> None:
        def objective(ref: str, unit: str, state: str) -> Objective:
            return make.ObjectiveFactory.create(
                ref=ref,
                title=f"{ref} {self.mark}",
                unit=self.units[unit],
                state=state,
                proposed_at=None if state == "draft" else NOON,
            )

        live, proposed = objective("MED-1", "MED", "live"), objective("W7-1", "W7", "proposed")
        draft = objective("W7-2", "W7", "draft")
        make.ContributionLinkFactory.create(
            child=live, parent_priority=self.priority, state="accepted", is_primary=True
        )
        link = make.ContributionLinkFactory.create(
            child=proposed, parent_objective=live, is_primary=True, proposed_at=NOON
        )
        said = make.CheckInFactory.create(
            objective=live, person=self.people["division_lead"], helped=self.mark
        )
        note = make.ContributionNoteFactory.create(
            objective=live, person=self.people["member"], words=self.mark
        )
        make.WorryRoundFactory.create(
            version=live.current, unit=live.unit, opened_by=self.people["board"]
        )
        asked = make.AskedObjectiveFactory.create(unit=self.units["W7"], priority=self.priority)
        network = make.NetworkFactory.create(
            name=f"Network {self.mark}",
            lead=self.people["lead"],
            target__title=f"Target {self.mark}",
        )
        part = make.NetworkMemberFactory.create(
            network=network, person=self.people["member"], unit=self.units["W7"]
        )
        self.ids |= {
            "network": network.pk,
            "network_member": part.pk,
            "target": network.target_id or 0,
            "live": live.pk,
            "proposed": proposed.pk,
            "draft_objective": draft.pk,
            "link": link.pk,
            "asked": asked.pk,
            "check_in": said.pk,
            "note": note.pk,
            "delegation": make.DelegationFactory.create(
                unit=self.units["W7"], leader=self.people["lead"], delegate=self.people["member"]
            ).pk,
            "cycle": live.cycle_id,
            "adopted": make.ObjectiveFactory.create(
                unit=self.units["MED"], state="proposed", adopted_from=proposed, proposed_at=NOON
            ).pk,
            "closing": make.ClosingFactory.create(objective=live, said_by=said.person).pk,
            "conflict": make.ConflictFactory.create(
                objective=proposed, other=live, raised_by=said.person, words=self.mark
            ).pk,
            "dependency": make.DependencyFactory.create(
                objective=proposed,
                asked_unit=self.units["SUR"],
                asked_by=said.person,
                words=self.mark,
            ).pk,
            "promise": make.PromiseFactory.create(
                objective=proposed, promiser=live.unit, asked_by=said.person
            ).pk,
        }

    def _reports(self) -> None:
        self.ids["import"] = make.ImportRunFactory.create(
            kind="units",
            state="checked",
            file_names={"file": "units.csv"},
            first_file=b"code,name\nNEW,New unit\n",
        ).pk
        for kind in ("coverage", "alignment"):
            run = report_services.report_now(
                kind=kind, organisation=self.organisation, cycle_name=None, now=NOON
            )
            self.ids[kind] = run.pk
