"""One row of each of the two files of a published organogram, as typed values."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Self

from pydantic import BeforeValidator, ValidationInfo, model_validator

from people.imports.rows import LARGEST_FTE, NeededCode, SheetRow
from people.imports.table import folded
from people.imports.values import (
    code_up_to,
    is_unknown,
    line_up_to,
    number_between,
    passage_up_to,
    pay,
    refuse,
    refuse_blank,
    surroundings,
    warn,
)

LONGEST_UNIT_NAME = 200
NO_MANAGER = "xx"


def _unit_name(text: str) -> str:
    """A unit's name with its white space folded and its case kept, or nothing."""
    name = "" if is_unknown(text) else folded(text)
    if len(name) > LONGEST_UNIT_NAME:
        refuse(f"Shorten the unit's name to {LONGEST_UNIT_NAME} characters or fewer")
    return name


def _manager(text: str) -> str:
    """The reference of the post this one reports to; XX and blank mean none."""
    return "" if text.strip().casefold() == NO_MANAGER else code_up_to(60)(text)


def _reporting_post(text: str, info: ValidationInfo) -> str:
    """The reference of a senior post that is saved."""
    reference = text.strip()
    if is_unknown(reference):
        refuse_blank()
    posts = surroundings(info).posts
    if reference in posts.saved:
        return reference
    if row := posts.row_of_unsaved.get(reference):
        refuse(f"Post {reference} is on row {row} of the senior file: correct that row first")
    refuse(f"Post {reference} is not in the senior file: enter the reference of a post that is")


def _is_above(low: Decimal | None, high: Decimal | None) -> bool:
    return low is not None and high is not None and low > high


# Not rounded: sums of posts are taken from what the file says.
Fte = Annotated[
    Decimal | None, BeforeValidator(number_between(Decimal(0), LARGEST_FTE, example="1 or 0.6"))
]
Pay = Annotated[Decimal | None, BeforeValidator(pay)]
UnitName = Annotated[str, BeforeValidator(_unit_name)]
Passage = Annotated[str, BeforeValidator(passage_up_to(10_000))]
ShortText = Annotated[str, BeforeValidator(line_up_to(60))]
Profession = Annotated[str, BeforeValidator(line_up_to(200))]
JobTitle = Annotated[str, BeforeValidator(line_up_to(300))]


class SeniorRow(SheetRow):
    """A named post with its grade, pay and reporting line."""

    reference: NeededCode
    unit: UnitName = ""
    reports_to: Annotated[str, BeforeValidator(_manager)] = ""
    job_title: JobTitle = ""
    function: Passage = ""
    grade: ShortText = ""
    profession: Profession = ""
    fte: Fte = None
    salary_cost_of_reports: Pay = None
    pay_floor: Pay = None
    pay_ceiling: Pay = None
    notes: Passage = ""

    @model_validator(mode="after")
    def pay_runs_upwards(self, info: ValidationInfo) -> Self:
        """A pay floor above its ceiling is kept, with a warning."""
        if _is_above(self.pay_floor, self.pay_ceiling):
            warn(info, "The pay floor is above the pay ceiling: check both", blamed="pay_floor")
        return self


class JuniorRow(SheetRow):
    """A line of counted posts below a senior post."""

    unit: UnitName = ""
    reporting_post: Annotated[str, BeforeValidator(_reporting_post)]
    grade: ShortText = ""
    title: JobTitle = ""
    fte: Fte = None
    profession: Profession = ""
    pay_minimum: Pay = None
    pay_maximum: Pay = None

    @model_validator(mode="after")
    def pay_runs_upwards(self, info: ValidationInfo) -> Self:
        """A minimum above its maximum is kept, with a warning."""
        if _is_above(self.pay_minimum, self.pay_maximum):
            warn(info, "The pay minimum is above the maximum: check both", blamed="pay_minimum")
        return self
