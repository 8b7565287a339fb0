"""What changed between two texts, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, OLD, NEW = "same", "old", "new"


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Words that stayed, went or came."""

    kind: str
    words: str


def redline(before: str, after: str) -> list[Piece]:
    """The pieces in reading order: joined without the old ones they are `after`, without the
    new ones `before`."""
    olds, news = _words(before), _words(after)
    pieces: list[Piece] = []
    for tag, i, j, k, m in SequenceMatcher(a=olds, b=news, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece(kind=SAME, words="".join(olds[i:j])))
            continue
        gone, come = "".join(olds[i:j]), "".join(news[k:m])
        pieces += [Piece(kind=OLD, words=gone)] if gone else []
        pieces += [Piece(kind=NEW, words=come)] if come else []
    return pieces


def _words(text: str) -> list[str]:
    """Each word with the space after it, so that nothing between words is lost."""
    return re.findall(r"\S+\s*|^\s+", text)
