"""Arithmetic on plain values: a version's identity and a vote's outcome."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True, kw_only=True)
class PriorityText:
    ref: str
    title: str
    statement: str
    sponsor: str


@dataclass(frozen=True, kw_only=True)
class ValueText:
    title: str
    behaviour: str


@dataclass(frozen=True, kw_only=True)
class StrategyText:
    """Every word that a decision is about."""

    title: str
    starts_on: str
    ends_on: str
    vision: str
    values: Sequence[ValueText]
    priorities: Sequence[PriorityText]


def content_hash(text: StrategyText) -> str:
    """The SHA-256 of the words, so that a decision can be tied to exactly these."""
    canonical = json.dumps(asdict(text), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def is_carried(*, votes_for: int, votes_against: int) -> bool:
    """A simple majority of the votes cast; abstentions are not votes cast, a tie is not carried."""
    return votes_for > votes_against
