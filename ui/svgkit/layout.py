"""Where boxes stand: near what they are joined to, in order, never touching."""

from collections.abc import Mapping, Sequence

ROUNDS = 8


def ordered(
    columns: Sequence[Sequence[str]], parents: Mapping[str, Sequence[str]]
) -> list[list[str]]:
    """Each column in the order of what its boxes hang on, so that fewer lines cross."""
    place: dict[str, float] = {}
    result: list[list[str]] = []
    for column in columns:
        means = {
            name: _mean([place[p] for p in parents.get(name, ()) if p in place]) for name in column
        }
        result.append(sorted(column, key=means.__getitem__))
        place |= {name: float(index) for index, name in enumerate(result[-1])}
    return result


def centres(
    columns: Sequence[Sequence[str]],
    heights: Mapping[str, float],
    neighbours: Mapping[str, Sequence[str]],
    *,
    gap: float,
) -> dict[str, float]:
    """The middle of each box: as near its neighbours' as order and room allow."""
    at: dict[str, float] = {}
    for column in columns:
        at |= _stacked(column, heights, gap)
    for turn in range(ROUNDS):
        for column in columns if turn % 2 else reversed(columns):
            wishes = [_wish(name, at, neighbours) for name in column]
            at |= _settled(column, wishes, heights, gap)
    top = min((at[name] - heights[name] / 2 for name in at), default=0.0)
    return {name: middle - top for name, middle in at.items()}


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers) if numbers else float("inf")


def _wish(name: str, at: Mapping[str, float], neighbours: Mapping[str, Sequence[str]]) -> float:
    near = [at[other] for other in neighbours.get(name, ())]
    return sum(near) / len(near) if near else at[name]


def _stacked(column: Sequence[str], heights: Mapping[str, float], gap: float) -> dict[str, float]:
    at, top = {}, 0.0
    for name in column:
        at[name] = top + heights[name] / 2
        top += heights[name] + gap
    return at


def _settled(
    column: Sequence[str], wishes: Sequence[float], heights: Mapping[str, float], gap: float
) -> dict[str, float]:
    """Least squares with a least distance: pool neighbours whose wishes would make them touch."""
    offsets = list(_stacked(column, heights, gap).values())
    pools: list[tuple[float, int]] = []  # the mean of the wishes in a pool, and how many
    for wish, offset in zip(wishes, offsets, strict=True):
        pools.append((wish - offset, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (high, many), (low, few) = pools[-2], pools[-1]
            pools[-2:] = [((high * many + low * few) / (many + few), many + few)]
    starts = [mean for mean, many in pools for _ in range(many)]
    return {n: s + o for n, s, o in zip(column, starts, offsets, strict=True)}
