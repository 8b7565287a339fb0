"""The way from an objective up to the Board: which links it goes by, and where it ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar


class Upward(Protocol):
    """A link to what is above; without an objective above, it is a priority that is served."""

    @property
    def above_id(self) -> int | None: ...


U = TypeVar("U", bound=Upward)


@dataclass(frozen=True, kw_only=True)
class Way(Generic[U]):
    """The links gone by, the lowest first; `last_id` is the objective it ends at."""

    links: list[U]
    last_id: int
    reaches: bool


def way_up(start: int, links: Mapping[int, Sequence[U]], counts: Callable[[U], bool]) -> Way[U]:
    """The first whole way by links that count, trying main links first; where there is none, as
    far as the main links that count go."""
    sound = {pk: [link for link in above if counts(link)] for pk, above in links.items()}
    whole = _whole(start, sound, {start})
    if whole:
        last = whole[-2].above_id if len(whole) > 1 else start
        return Way(links=whole, last_id=last or start, reaches=True)
    gone, last_id, been = [], start, {start}
    while found := [link for link in sound.get(last_id, ()) if link.above_id not in been][:1]:
        gone += found
        last_id = found[0].above_id or last_id
        been.add(last_id)
    return Way(links=gone, last_id=last_id, reaches=False)


def _whole(start: int, sound: Mapping[int, Sequence[U]], been: set[int]) -> list[U]:
    for link in sound.get(start, ()):
        if link.above_id is None:
            return [link]
        if link.above_id not in been:
            been.add(link.above_id)
            further = _whole(link.above_id, sound, been)
            if further:
                return [link, *further]
    return []
