"""Reports as sentences: what a table says in a line."""

from __future__ import annotations

from typing import Any

Document = dict[str, Any]


def percent(share: float | None) -> str:
    """A share as people read it; one of nothing is not applicable."""
    return "not applicable" if share is None else f"{round(share * 100)}%"


def document_in_words(document: Document) -> str:
    """A report document as a few plain lines, for a terminal."""
    lines = [
        f"{document['kind'].capitalize()}, {document['organisation']}, {document['cycle']}",
        f"As of {document['as_of']}, run {document['run']['id']}",
    ]
    if document["kind"] == "alignment":
        lines += _alignment(document)
    else:
        lines += _coverage(document)
    return "\n".join(lines)


def _alignment(document: Document) -> list[str]:
    total = document["objectives"]["total"]
    return [
        f"{len(document['aligned'])} of {total} agreed objectives reach a priority "
        f"({percent(document['rate'])} of those that should)",
        f"{len(document['unconfirmed'])} unconfirmed, {len(document['local'])} local, "
        f"{len(document['orphans'])} orphans",
        *(
            f"  {line['ref']}: {line['objectives']} objectives in {line['units']} units"
            for line in document["priorities"]
        ),
    ]


def _coverage(document: Document) -> list[str]:
    sight = document["line_of_sight"]
    return [
        *(
            f"  {line['ref']}: {line['covered']} of {line['expected']} units "
            f"({percent(line['coverage'])})"
            for line in document["priorities"]
        ),
        f"{sight['connected']} of {sight['in_scope']} people see a priority from their work "
        f"({percent(sight['rate'])})",
    ]
