"""The alignment and coverage reports written the obvious way, to hold the fast one against.

Dictionaries, sets and every single path, following the interchange contract's words. Slow on
purpose: nothing here is shared with the code it checks.
"""

from tests.reports.plain.alignment import alignment
from tests.reports.plain.coverage import coverage
from tests.reports.plain.organisation import (
    STRENGTH,
    Link,
    Objective,
    Organisation,
    Person,
    Unit,
)

__all__ = [
    "STRENGTH",
    "Link",
    "Objective",
    "Organisation",
    "Person",
    "Unit",
    "alignment",
    "coverage",
]
