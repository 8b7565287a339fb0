"""The pages of imports and exports."""

from people.intake.views.checking import bad_rows, check, go, progress, undo
from people.intake.views.choosing import choose, imports, match
from people.intake.views.exporting import export, exports

__all__ = [
    "bad_rows",
    "check",
    "choose",
    "export",
    "exports",
    "go",
    "imports",
    "match",
    "progress",
    "undo",
]
