"""Finding: every kind starts from its own rows that the viewer may see, then all are ranked.

A text index cannot serve here: row-level security lets no comparison of texts go before it
(docs/adr). One organisation's words are read instead, a few milliseconds for thousands of rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Lower, Substr

from people.policy import Standing
from people.searching.figures import pattern, sought_words
from people.searching.registry import Candidates, Chosen, Found, Kind, kinds

EXACT_REFERENCE, TITLE_BEGINS, IN_TITLE, ELSEWHERE = range(4)
SUGGESTED = 8
LEAST_TO_SUGGEST = 2


@dataclass(frozen=True, kw_only=True)
class Sought:
    """What somebody looks for: the words as typed, one kind or all, and what narrows it."""

    words: str
    kind: str
    chosen: Chosen


@dataclass(frozen=True, kw_only=True)
class Line:
    kind: str  # of one: "Person"
    found: Found


@dataclass(frozen=True, kw_only=True)
class KindCount:
    code: str
    name: str
    count: int


class Finding(Sequence[Line]):
    """What was found, read a page at a time: as many queries for 10 as for 10,000."""

    def __init__(self, sought: Sought, *, standing: Standing) -> None:
        self.sought, self.standing = sought, standing
        self.words = sought_words(sought.words)
        self.kinds = [kind for kind in kinds() if set(sought.chosen) <= kind.narrowed_by]

    @cached_property
    def counts(self) -> list[KindCount]:
        """How many of each kind, whichever kind is shown."""
        return [
            KindCount(code=kind.code, name=kind.name, count=self._rows(kind).count())
            for kind in (self.kinds if self.words else ())
        ]

    def __len__(self) -> int:
        shown = {kind.code for kind in self._shown}
        return sum(one.count for one in self.counts if one.code in shown)

    def __getitem__(self, wanted: Any) -> Any:
        branches = [self._ranked(kind) for kind in self._shown] if self.words else []
        if not branches:
            return []
        first, *others = branches
        rows = first.union(*others, all=True) if others else first
        return self._lines(list(rows.order_by("by_rank", "by_name", "by_kind", "pk")[wanted]))

    @property
    def _shown(self) -> list[Kind]:
        return [kind for kind in self.kinds if self.sought.kind in ("", kind.code)]

    def _rows(self, kind: Kind) -> QuerySet[Any, Any]:
        """Each word begins one somewhere in the row."""
        candidates = kind.candidates(self.standing, self.sought.chosen)
        rows: QuerySet[Any, Any] = candidates.rows
        for word in self.words:
            rows = rows.filter(_holds(word, candidates, everywhere=True))
        return rows

    def _ranked(self, kind: Kind) -> QuerySet[Any, Any]:
        candidates = kind.candidates(self.standing, self.sought.chosen)
        ranked: QuerySet[Any, Any] = self._rows(kind).annotate(
            by_kind=Value(kinds().index(kind)),
            by_rank=_rank(candidates, self.words, self.sought.words),
            by_name=Substr(Lower(candidates.title), 1, 200),
        )
        return ranked.order_by().values_list("by_kind", "by_rank", "by_name", "pk")

    def _lines(self, rows: list[tuple[int, int, str, int]]) -> list[Line]:
        """One read for each kind among these rows, put back in their order."""
        known = kinds()
        read = {
            position: {
                one.key: one
                for one in known[position].lines([row[3] for row in rows if row[0] == position])
            }
            for position in sorted({row[0] for row in rows})
        }
        return [
            Line(kind=known[position].one, found=read[position][key])
            for position, _, _, key in rows
            if key in read[position]
        ]


def suggestions(words: str, *, standing: Standing) -> list[Line]:
    """The first few, while somebody is still typing."""
    if len(words) < LEAST_TO_SUGGEST:
        return []
    found: list[Line] = Finding(Sought(words=words, kind="", chosen={}), standing=standing)[
        :SUGGESTED
    ]
    return found


def _holds(word: str, candidates: Candidates, *, everywhere: bool) -> Q:
    begins = pattern(word)
    found = Q(**{f"{candidates.title}__iregex": begins})
    if candidates.reference:
        found |= Q(**{f"{candidates.reference}__istartswith": word})
    for column in candidates.elsewhere if everywhere else ():
        found |= Q(**{f"{column}__iregex": begins})
    if everywhere and candidates.beside is not None:
        found |= candidates.beside(begins)
    return found


def _rank(candidates: Candidates, words: Sequence[str], typed: str) -> Any:
    """The reference itself, then the title, then words elsewhere; what is past after the rest."""
    in_title = Q()
    for word in words:
        in_title &= _holds(word, candidates, everywhere=False)
    ranks = [
        When(Q(**{f"{candidates.title}__istartswith": typed}), then=Value(2 * TITLE_BEGINS)),
        When(in_title, then=Value(2 * IN_TITLE)),
    ]
    if candidates.reference:
        exact = Q(**{f"{candidates.reference}__iexact": typed})
        ranks.insert(0, When(exact, then=Value(2 * EXACT_REFERENCE)))
    rank: Any = Case(*ranks, default=Value(2 * ELSEWHERE), output_field=IntegerField())
    if candidates.is_past is None:
        return rank
    return rank + Case(
        When(candidates.is_past, then=Value(1)), default=Value(0), output_field=IntegerField()
    )
