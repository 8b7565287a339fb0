"""Where the chain from an objective up to a priority is broken."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count

COUNTS = ("accepted", "stale")
IN_FORCE = ("agreed", "live")


@dataclass(frozen=True, kw_only=True)
class Rung:
    """A link that may still hold, from an objective to what it contributes to.

    `state` is `stale_too_long` for a link that no longer counts; `parent_state` is empty for a
    priority.
    """

    link: int
    child: int
    parent_objective: int | None = None
    parent_priority: int | None = None
    state: str
    parent_state: str = ""

    @property
    def is_accepted(self) -> bool:
        return self.state in COUNTS

    @property
    def leads_into_force(self) -> bool:
        """What stands above is a priority, or an objective that is agreed or live."""
        return self.parent_priority is not None or self.parent_state in IN_FORCE

    @property
    def broken_pieces(self) -> int:
        return (not self.is_accepted) + (not self.leads_into_force)


def rungs_by_child(rungs: Iterable[Rung]) -> dict[int, list[Rung]]:
    above: dict[int, list[Rung]] = {}
    for rung in rungs:
        above.setdefault(rung.child, []).append(rung)
    return above


def broken_rungs(
    objective: int, above: Mapping[int, Sequence[Rung]], *, priorities: Collection[int]
) -> list[Rung] | None:
    """What is broken on the way up that is nearest to whole, from the bottom.

    Empty when a way is whole; None when there is no way at all.
    """
    turn = count()
    waiting: list[tuple[int, int, int, int, list[Rung]]] = [(0, 0, next(turn), objective, [])]
    seen: set[int] = set()
    while waiting:
        broken, length, _, node, path = heappop(waiting)
        if path and path[-1].parent_priority is not None:
            return [rung for rung in path if rung.broken_pieces]
        if node in seen:
            continue
        seen.add(node)
        for rung in above.get(node, ()):
            if rung.parent_state == "withdrawn" or not _may_lead(rung, priorities):
                continue
            cost = (broken + rung.broken_pieces, length + 1, next(turn))
            heappush(waiting, (*cost, rung.parent_objective or 0, [*path, rung]))
    return None


def _may_lead(rung: Rung, priorities: Collection[int]) -> bool:
    return rung.parent_priority is None or rung.parent_priority in priorities
