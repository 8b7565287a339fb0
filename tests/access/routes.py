"""Every address of an organisation: who may open it, and what the others are told.

404: for them it is not there. 403: they see the thing but this is not theirs to do.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.access.world import ROLES

EVERYONE = frozenset(ROLES)
ADMIN = frozenset({"admin"})
DRAFTERS = frozenset({"board", "secretary", "od"})
OWNERS = frozenset({"lead", "division_lead"})
KEEPERS = frozenset({"board", "secretary", "od", "admin"})  # of targets set from outside
LOADS = OWNERS | {"other_lead", "board", "od"}
YEAR_KEEPERS = frozenset({"admin", "od", "secretary"})  # of the year


@dataclass(frozen=True)
class Door:
    """An address and who may go through. `posts` marks one that takes only a POST."""

    name: str
    args: tuple[str, ...] = ()
    allowed: frozenset[str] = EVERYONE
    others: int = 404
    exceptions: tuple[tuple[str, int], ...] = ()  # others who are told something else
    posts: bool = False
    query: str = ""

    def expected(self, role: str) -> int:
        """200 stands for any answer to somebody who may."""
        if role in self.allowed:
            return 200
        return dict(self.exceptions).get(role, self.others)


def _admin(name: str, *args: str, posts: bool = False) -> Door:
    return Door(name, args, ADMIN, 403, posts=posts)


DOORS = (
    Door("people:organisation"),
    Door("people:units"),
    Door("people:unit", ("unit",)),
    _admin("people:add_unit", "unit"),
    _admin("people:edit_unit", "unit"),
    _admin("people:move_unit", "unit"),
    _admin("people:close_unit", "unit"),
    _admin("people:reopen_unit", "unit", posts=True),
    Door("people:people"),
    Door("people:person", ("person",)),
    _admin("people:add_person"),
    _admin("people:edit_person", "person"),
    _admin("people:make_inactive", "person"),
    _admin("people:make_active", "person", posts=True),
    _admin("people:add_place", "person"),
    _admin("people:change_place", "place"),
    _admin("people:move_place", "place"),
    _admin("people:end_place", "place"),
    Door("people:board"),
    _admin("people:name_board"),
    _admin("people:add_board_member"),
    _admin("people:change_seat", "seat"),
    _admin("people:end_membership", "seat"),
    Door("people:search", query="?q=care"),
    Door("people:suggest", query="?q=care"),
    Door("people:letters"),
    Door("people:out_of_reach"),
    Door("people:send_again", ("given_up",), ADMIN, posts=True),
    Door("people:roles", allowed=ADMIN),
    Door("people:grant_role", allowed=ADMIN),
    Door("people:end_role", ("grant",), ADMIN, posts=True),
    Door("people:record", allowed=ADMIN | {"auditor"}),
    Door("people:record_file", allowed=ADMIN | {"auditor"}),
    Door("people:set_up_tasks", allowed=ADMIN),
    _admin("people:rename_organisation"),
    Door("people:imports", allowed=ADMIN),
    Door("people:import_choose", ("#units",), ADMIN),
    Door("people:import_check", ("import",), ADMIN),
    Door("people:import_match", ("import",), ADMIN),
    Door("people:import_progress", ("import",), ADMIN),
    Door("people:import_go", ("import",), ADMIN, posts=True),
    Door("people:import_bad_rows", ("import", "#units"), ADMIN),
    Door("people:undo_import", ("import",), ADMIN, posts=True),
    Door("people:exports"),
    Door("people:export", ("#units", "#csv"), ADMIN | {"od", "secretary"}),
    Door("people:export", ("#people", "#csv"), ADMIN),
    Door("people:export", ("#objectives", "#csv")),
    Door("people:export", ("#links", "#xlsx")),
    Door("people:invite", ("person",), ADMIN, posts=True),
    Door("people:withdraw_invitation", ("person",), ADMIN, posts=True),
    Door("strategy:strategy"),
    Door("strategy:version", ("version",)),
    Door("strategy:version", ("draft",), DRAFTERS),
    Door("strategy:start", allowed=DRAFTERS),
    Door("strategy:draft", allowed=DRAFTERS),
    Door("strategy:word", allowed=DRAFTERS),
    Door("strategy:add_priority", allowed=DRAFTERS),
    Door("strategy:edit_priority", ("wording",), DRAFTERS),
    Door("strategy:move_priority", ("wording",), DRAFTERS, posts=True),
    Door("strategy:remove_priority", ("wording",), DRAFTERS, posts=True),
    Door("strategy:put_back_priority", ("priority",), DRAFTERS, posts=True),
    Door("strategy:add_value", allowed=DRAFTERS),
    Door("strategy:edit_value", ("value",), DRAFTERS),
    Door("strategy:remove_value", ("value",), DRAFTERS, posts=True),
    Door("strategy:put_back_value", ("value",), DRAFTERS, posts=True),
    Door(
        "strategy:decide",
        allowed=frozenset({"secretary"}),
        exceptions=(("board", 403), ("od", 403)),
    ),
    Door("objectives:home"),
    Door("objectives:my_part"),
    Door("objectives:ask_to_mend", posts=True),
    Door("objectives:objectives"),
    Door("objectives:check_in"),
    Door("objectives:undo_check_in", ("check_in",), frozenset({"division_lead"}), posts=True),
    Door("objectives:note", ("live",)),
    Door("objectives:values_file", ("live",)),
    Door("objectives:take_back_note", ("note",), frozenset({"member"}), 403, posts=True),
    Door("objectives:check_in_why", ("check_in",), frozenset({"division_lead"})),
    Door("objectives:write", allowed=EVERYONE - {"auditor", "admin"}, others=403),
    Door("objectives:parents", query="?find=care"),
    Door("objectives:hints", posts=True),  # keeps nothing
    Door("objectives:lights_file", (), frozenset({"admin", "od", "secretary"})),
    Door("objectives:rate", ("proposed",), OWNERS, 403),
    Door("objectives:say_how_clear", ("proposed",), frozenset({"lead", "member"}), 403),
    Door("objectives:objective", ("live",)),
    Door("objectives:objective", ("proposed",)),
    Door("objectives:objective", ("draft_objective",), OWNERS | {"member", "od"}),
    Door("objectives:cone", ("live",)),
    Door("objectives:cone", ("draft_objective",), OWNERS | {"member", "od"}),
    Door("objectives:answer", ("proposed",), OWNERS, 302),  # to the objective itself
    Door("objectives:answer_link", ("link",), frozenset({"division_lead"}), 403),
    Door("objectives:reword", ("proposed",), OWNERS | {"member", "od"}, 403),
    Door("objectives:propose", ("draft_objective",), OWNERS | {"member", "od"}),
    Door("objectives:serve", ("proposed",), OWNERS | {"member", "od"}, 403),
    Door("objectives:give_local_reason", ("proposed",), OWNERS | {"member", "od"}, 403),
    Door("objectives:accept_local_reason", ("proposed",), frozenset(), 403),
    Door("objectives:withdraw", ("proposed",), OWNERS | {"member", "od"}, 403),
    Door("objectives:set_primary", ("link",), OWNERS | {"member", "od"}, 403),
    Door("objectives:end_link", ("link",), OWNERS | {"member", "od"}, 403),
    Door("objectives:say", ("proposed",), OWNERS | {"member", "od"}, 403),
    Door("objectives:ask_team", ("proposed",), OWNERS | {"member", "od"}, 403),
    Door("objectives:let_lead_decide", ("proposed",), OWNERS | {"member", "od"}, 403),
    Door("objectives:stand_behind", ("proposed",), frozenset(), 403),
    Door("objectives:share_with", ("proposed",), OWNERS | {"member", "od"}, 403),
    Door("objectives:own_alone", ("proposed", "unit"), OWNERS | {"member", "od"}, 403),
    Door("objectives:adopt", ("proposed",), frozenset({"division_lead", "board"}), 403),
    Door("objectives:join", ("adopted",), OWNERS, 403),
    Door("objectives:worries", ("proposed",), OWNERS | {"member"}, 403),
    Door("objectives:open_worries", ("proposed",), OWNERS, 403),
    Door("objectives:say_worries", ("live",), frozenset({"division_lead"}), 403),
    Door("objectives:end_worries", ("live",), frozenset({"division_lead", "board"}), 403),
    Door("objectives:answer_worries", ("live",), frozenset(), 403),
    Door("objectives:go_ahead", ("proposed",), frozenset({"division_lead"}), 403),
    Door("objectives:need", ("proposed",), OWNERS | {"member", "od"}, 403),
    Door("objectives:ask_other_team", ("proposed",), OWNERS | {"member", "od"}, 403),
    Door("objectives:dependencies"),
    Door("objectives:dependencies_file", ("#csv",)),
    Door("objectives:dependency", ("dependency",)),
    Door("objectives:raise_conflict", ("proposed",)),
    Door("objectives:conflicts"),
    Door("objectives:conflicts_file", ("#csv",)),
    Door("objectives:conflict", ("conflict",)),
    Door("objectives:networks"),
    Door("objectives:networks_file", ("#csv",)),
    Door("objectives:propose_network"),
    Door("objectives:network", ("network",)),
    Door("objectives:edit_network", ("network",), frozenset({"lead", "od"}), 403),
    Door("objectives:sponsor_network", ("network",), frozenset({"board"}), 403),
    Door("objectives:note_meeting", ("network",), frozenset({"lead", "od", "member"}), 403),
    Door("objectives:close_network", ("network",), frozenset({"lead", "od"}), 403),
    Door("objectives:carry_objective", ("network",), frozenset({"lead", "od"}), 403),
    Door("objectives:stop_carrying", ("network", "live"), frozenset({"lead", "od"}), 403),
    Door("objectives:invite", ("network",), frozenset({"lead", "od"}), 403),
    Door("objectives:offer", ("network",), OWNERS | {"member", "other_lead"}, 403),
    Door("objectives:network_member", ("network_member",)),
    Door("objectives:recognise", ("network_member",), frozenset({"lead", "od"}), 403),
    Door("objectives:targets"),
    Door("objectives:targets_file", ("#csv",)),
    Door("objectives:add_target", allowed=KEEPERS, others=403),
    Door("objectives:edit_target", ("target",), KEEPERS, 403),
    Door("objectives:retire_target", ("target",), KEEPERS, 403, posts=True),
    Door("objectives:put_back_target", ("target",), KEEPERS, 403, posts=True),
    Door("objectives:agreement"),
    Door("objectives:load", allowed=LOADS),
    Door("objectives:load_of", ("unit",), frozenset({"board", "od", *OWNERS}), 403),
    Door("objectives:limits", (), ADMIN, 403),
    Door("objectives:years"),
    Door("objectives:year", ("cycle",)),
    Door("objectives:year_file", ("cycle", "#csv"), YEAR_KEEPERS),
    Door("objectives:begin_closing", ("cycle",), YEAR_KEEPERS, 403),
    Door("objectives:go_on_with_year", ("cycle",), YEAR_KEEPERS, 403, posts=True),
    Door("objectives:close_year", ("cycle",), YEAR_KEEPERS, 403),
    Door("objectives:close"),
    Door("objectives:confirm_endings"),
    Door(
        "objectives:take_back_ending", ("closing",), frozenset({"division_lead"}), 403, posts=True
    ),
    Door("objectives:promises"),
    Door("objectives:promises_file", ("#csv",)),
    Door("objectives:promise", ("promise",)),
    Door("objectives:teams"),
    Door("objectives:team", ("unit",)),
    Door("objectives:between", ("unit",), OWNERS, 403),
    Door("objectives:match", ("unit",), OWNERS, 403, query="?to=objective:MED-1"),
    Door("objectives:delegates"),
    Door("objectives:name_delegate", ("unit",), frozenset({"lead"}), 403),
    Door("objectives:end_delegation", ("delegation",), frozenset({"lead", "member"}), posts=True),
    Door("objectives:ask", ("unit", "ref")),
    Door("objectives:asked", ("asked",), OWNERS),
    Door("objectives:expectations", allowed=frozenset({"secretary", "od"})),
    Door("reports:coverage"),
    Door("reports:uncovered"),
    Door("reports:gap", query="?unit=W7&priority=P1"),
    Door("reports:alignment"),
    Door("reports:finding", ("#orphans",)),
    Door("reports:lights"),
    Door("reports:reach", ("ref",)),
    Door("reports:run", ("#coverage",), EVERYONE - {"member", "auditor"}, 403, posts=True),
    Door("reports:progress", ("coverage",)),
    Door("reports:download", ("coverage", "#units", "#csv")),
)
