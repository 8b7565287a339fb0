"""Who may do what: one table that pages, exports, commands and tests read.

The rows follow domain.md 3.11. What a person may not see answers 404; what they see but may not
do answers 403. Docs: docs/permissions.csv is written from this table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What someone is to the organisation. `LEAD` and `MEMBER` follow from where they work."""

    BOARD_MEMBER = "board_member"
    BOARD_SECRETARY = "board_secretary"
    OD_STAFF = "od_staff"
    LEAD = "team_lead"
    MEMBER = "member"
    PARTNER = "partner_lead"
    AUDITOR = "auditor"
    ORG_ADMIN = "org_admin"


class Reach(StrEnum):
    """How far a permission goes."""

    EVERYWHERE = "everywhere"
    BOARD = "the board's own unit"
    LED = "units they lead and those below"
    OWN = "their own units"


class Action(StrEnum):
    SEE_STRUCTURE = "see_structure"
    MANAGE_STRUCTURE = "manage_structure"
    MANAGE_PEOPLE = "manage_people"
    GRANT_ROLES = "grant_roles"
    SEE_RECORD = "see_record"
    IMPORT = "import"
    EXPORT = "export"
    SEE_STRATEGY = "see_strategy"
    SEE_STRATEGY_DRAFT = "see_strategy_draft"
    EDIT_STRATEGY = "edit_strategy"
    RECORD_DECISION = "record_decision"
    SET_EXPECTATIONS = "set_expectations"
    CLOSE_YEAR = "close_year"
    SEE_LOAD = "see_load"
    KEEP_TARGETS = "keep_targets"
    PROPOSE_NETWORK = "propose_network"
    SPONSOR_NETWORK = "sponsor_network"
    HELP_NETWORKS = "help_networks"
    SEE_OBJECTIVES = "see_objectives"
    SEE_DRAFT_OBJECTIVES = "see_draft_objectives"
    WRITE_OBJECTIVE = "write_objective"
    ASK_FOR_OBJECTIVE = "ask_for_objective"
    ANSWER_FOR_OWNER = "answer_for_owner"
    ANSWER_FOR_PARENT = "answer_for_parent"
    SEE_REPORTS = "see_reports"
    RUN_REPORTS = "run_reports"


_E, _B, _L, _O = Reach.EVERYWHERE, Reach.BOARD, Reach.LED, Reach.OWN

TABLE: Mapping[Action, Mapping[Role, Reach]] = {
    Action.SEE_STRUCTURE: {role: _E for role in Role},
    Action.MANAGE_STRUCTURE: {Role.ORG_ADMIN: _E},
    Action.MANAGE_PEOPLE: {Role.ORG_ADMIN: _E},
    Action.GRANT_ROLES: {Role.ORG_ADMIN: _E},
    Action.SEE_RECORD: {Role.ORG_ADMIN: _E, Role.AUDITOR: _E},
    Action.IMPORT: {Role.ORG_ADMIN: _E},
    Action.EXPORT: {Role.ORG_ADMIN: _E, Role.OD_STAFF: _E, Role.BOARD_SECRETARY: _E},
    Action.SEE_STRATEGY: {role: _E for role in Role},
    Action.SEE_STRATEGY_DRAFT: {
        Role.BOARD_MEMBER: _E,
        Role.BOARD_SECRETARY: _E,
        Role.OD_STAFF: _E,
    },
    Action.EDIT_STRATEGY: {Role.BOARD_MEMBER: _E, Role.BOARD_SECRETARY: _E, Role.OD_STAFF: _E},
    Action.RECORD_DECISION: {Role.BOARD_SECRETARY: _E},
    Action.SET_EXPECTATIONS: {Role.BOARD_SECRETARY: _E, Role.OD_STAFF: _E},
    Action.SEE_LOAD: {Role.BOARD_MEMBER: _E, Role.OD_STAFF: _E, Role.LEAD: _L},
    Action.CLOSE_YEAR: {
        Role.BOARD_SECRETARY: _E,
        Role.OD_STAFF: _E,
        Role.ORG_ADMIN: _E,
    },
    Action.KEEP_TARGETS: {
        Role.BOARD_MEMBER: _E,
        Role.BOARD_SECRETARY: _E,
        Role.OD_STAFF: _E,
        Role.ORG_ADMIN: _E,
    },
    Action.PROPOSE_NETWORK: {
        Role.BOARD_MEMBER: _E,
        Role.BOARD_SECRETARY: _E,
        Role.OD_STAFF: _E,
        Role.LEAD: _E,
        Role.MEMBER: _E,
    },
    Action.SPONSOR_NETWORK: {Role.BOARD_MEMBER: _E},
    Action.HELP_NETWORKS: {Role.OD_STAFF: _E},
    Action.SEE_OBJECTIVES: {role: _E for role in Role},
    Action.SEE_DRAFT_OBJECTIVES: {
        Role.BOARD_MEMBER: _B,
        Role.BOARD_SECRETARY: _B,
        Role.OD_STAFF: _E,
        Role.LEAD: _L,
        Role.MEMBER: _O,
    },
    Action.WRITE_OBJECTIVE: {
        Role.BOARD_MEMBER: _B,
        Role.BOARD_SECRETARY: _B,
        Role.OD_STAFF: _E,
        Role.LEAD: _L,
        Role.MEMBER: _O,
    },
    Action.ASK_FOR_OBJECTIVE: {
        Role.BOARD_MEMBER: _E,
        Role.BOARD_SECRETARY: _E,
        Role.OD_STAFF: _E,
        Role.LEAD: _E,
        Role.MEMBER: _E,
    },
    Action.ANSWER_FOR_OWNER: {Role.BOARD_MEMBER: _B, Role.LEAD: _L},
    Action.ANSWER_FOR_PARENT: {Role.BOARD_MEMBER: _B, Role.LEAD: _L},
    Action.SEE_REPORTS: {role: _E for role in Role},
    Action.RUN_REPORTS: {
        Role.BOARD_MEMBER: _E,
        Role.BOARD_SECRETARY: _E,
        Role.OD_STAFF: _E,
        Role.LEAD: _E,
        Role.ORG_ADMIN: _E,
    },
}


@dataclass(frozen=True)
class Standing:
    """What one person is here, today: read afresh for every request, so a lost role is lost.

    `led_unit_ids` holds the units they lead with all below them; `own_unit_ids` those they
    work in.
    """

    person_id: int
    roles: frozenset[Role]
    root_unit_id: int | None = None
    own_unit_ids: frozenset[int] = frozenset()
    led_unit_ids: frozenset[int] = frozenset()
    directly_led_unit_ids: frozenset[int] = frozenset()

    def reaches(self, action: Action) -> frozenset[Reach]:
        """How far this person's permission for the action goes; empty when they have none."""
        table = TABLE[action]
        return frozenset(table[role] for role in self.roles if role in table)

    def may(self, action: Action, *, unit_id: int | None = None) -> bool:
        """Whether they may do it: to this unit's things or, without a unit, to anything at all."""
        reaches = self.reaches(action)
        if unit_id is None:
            return bool(reaches)
        return Reach.EVERYWHERE in reaches or unit_id in self.units_for(action)

    def is_everywhere(self, action: Action) -> bool:
        return Reach.EVERYWHERE in self.reaches(action)

    def units_for(self, action: Action) -> frozenset[int]:
        """The units whose things they may do it to, where that is not all of them."""
        units: set[int] = set()
        reaches = self.reaches(action)
        if Reach.BOARD in reaches and self.root_unit_id is not None:
            units.add(self.root_unit_id)
        if Reach.LED in reaches:
            units |= self.led_unit_ids
        if Reach.OWN in reaches:
            units |= self.own_unit_ids
        return frozenset(units)
