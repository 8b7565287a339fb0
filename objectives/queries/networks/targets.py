"""The register of imposed targets, and who carries each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from objectives.models import ImposedTarget, Network
from objectives.queries.networks.lists import carriers


@dataclass(frozen=True, kw_only=True)
class TargetLine:
    target_id: int
    code: str
    title: str
    authority: str
    threshold: str
    due_on: date | None
    source: str
    is_current: bool
    networks: list[tuple[int, str]]
    people: int

    @property
    def is_uncarried(self) -> bool:
        return self.is_current and not self.networks


SORTS = {
    "title": lambda line: line.title.lower(),
    "authority": lambda line: line.authority.lower(),
    "due": lambda line: (line.due_on is None, line.due_on or date.max),
    "networks": lambda line: len(line.networks),
}


def targets_seen() -> QuerySet[ImposedTarget]:
    """Everybody sees what is asked of the organisation."""
    return ImposedTarget.objects.all()


def target_lines(*, words: str = "", state: str = "", sort: str = "") -> list[TargetLine]:
    """Those that hold now or, when asked for, those that were retired: three queries."""
    rows = targets_seen().filter(is_current=state != "retired")
    for word in words.split():
        rows = rows.filter(
            Q(title__icontains=word) | Q(authority__icontains=word) | Q(code__icontains=word)
        )
    by_target: dict[int, list[tuple[int, str]]] = {}
    found = list(rows.order_by("title", "pk"))
    networks = (
        Network.objects.filter(target__in=[row.pk for row in found])
        .exclude(state=Network.State.CLOSED)
        .order_by("name")
    )
    for target_id, pk, name in networks.values_list("target_id", "pk", "name"):
        if target_id is not None:
            by_target.setdefault(target_id, []).append((pk, name))
    people = carriers()
    lines = [_line(row, by_target.get(row.pk, []), people.get(row.pk, 0)) for row in found]
    lines = [one for one in lines if state != "nobody" or one.is_uncarried]
    key = SORTS.get(sort.lstrip("-"), SORTS["title"])
    return sorted(lines, key=key, reverse=sort.startswith("-"))


def _line(row: ImposedTarget, networks: list[tuple[int, str]], people: int) -> TargetLine:
    return TargetLine(
        target_id=row.pk,
        code=row.code,
        title=row.title,
        authority=row.authority,
        threshold=row.threshold,
        due_on=row.due_on,
        source=row.source,
        is_current=row.is_current,
        networks=networks,
        people=people,
    )
