"""One row of each kind of spreadsheet, as typed values."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, Self, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator

from people.imports.values import (
    choice_of,
    choice_or,
    code_up_to,
    day,
    email_address,
    needed_choice_of,
    needed_code_up_to,
    needed_text_up_to,
    number_between,
    refuse,
    text_up_to,
    whole_number,
    yes_or_no,
)

UnitKind = Literal[
    "organisation", "division", "directorate", "service", "team", "committee", "programme"
]
Origin = Literal["imposed", "cascaded", "negotiated", "local"]
GoalType = Literal["performance", "learning"]
ObjectiveState = Literal[
    "draft", "proposed", "in_catchball", "agreed", "live",
    "achieved", "partly", "not_achieved", "withdrawn",
]  # fmt: skip
Strength = Literal["direct", "partial", "enabling"]
LinkState = Literal["proposed", "accepted", "declined", "stale", "ended"]
ExpectationWord = Literal["required", "invited", "not_expected"]

LARGEST_FIGURE = Decimal("999999999999.9999")
LARGEST_FTE = Decimal("9999999.99")

_figure = number_between(-LARGEST_FIGURE, LARGEST_FIGURE, example="42 or 42.5", places=4)
_fte = number_between(Decimal(0), LARGEST_FTE, example="1 or 0.6", places=2)
_one_persons_fte = number_between(Decimal(0), Decimal("1.5"), example="1 or 0.6", places=2)

Code = Annotated[str, BeforeValidator(code_up_to(60))]
NeededCode = Annotated[str, BeforeValidator(needed_code_up_to(60))]
Line = Annotated[str, BeforeValidator(text_up_to(200))]
ShortLine = Annotated[str, BeforeValidator(text_up_to(60))]
NeededLine = Annotated[str, BeforeValidator(needed_text_up_to(200))]
Passage = Annotated[str, BeforeValidator(text_up_to(600))]
Figure = Annotated[Decimal | None, BeforeValidator(_figure)]
Fte = Annotated[Decimal | None, BeforeValidator(_fte)]
OnePersonsFte = Annotated[Decimal | None, BeforeValidator(_one_persons_fte)]


class SheetRow(BaseModel):
    """A row that can be saved, with the number a spreadsheet shows beside it."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    row_number: int

    def says(self, field: str) -> bool:
        """Whether the file has a column for this field: what it does not say stays as it is."""
        return field in self.model_fields_set


class UnitRow(SheetRow):
    """A unit; the row of kind `organisation` is the root itself."""

    code: NeededCode
    name: NeededLine
    kind: Annotated[UnitKind | None, BeforeValidator(choice_of(*get_args(UnitKind)))] = None
    parent_code: Code = ""
    site: Annotated[str, BeforeValidator(text_up_to(120))] = ""
    headcount: Annotated[int | None, BeforeValidator(whole_number)] = None
    fte: Fte = None

    @model_validator(mode="after")
    def hangs_below_another_unit(self) -> Self:
        """The root hangs below nothing, and no unit below itself."""
        if self.kind == "organisation" and self.parent_code:
            refuse(
                "The organisation stands above every unit: leave its parent_code empty, "
                "or give this row another kind",
                blamed="parent_code",
            )
        if self.parent_code == self.code:
            refuse(
                "A unit cannot hang below itself: enter another unit's code", blamed="parent_code"
            )
        return self


class PersonRow(SheetRow):
    """A person and their primary place."""

    staff_id: NeededCode
    name: NeededLine
    email: Annotated[str, BeforeValidator(email_address)] = ""
    unit_code: NeededCode
    role_title: Line = ""
    staff_group: ShortLine = ""
    pay_band: Annotated[str, BeforeValidator(text_up_to(20))] = ""
    fte: OnePersonsFte = None
    is_lead: Annotated[bool, BeforeValidator(yes_or_no)] = False


class PriorityRow(SheetRow):
    """A priority of the strategy in force."""

    ref: NeededCode
    title: NeededLine
    statement: Annotated[str, BeforeValidator(text_up_to(2000))] = ""
    sponsor_staff_id: Code = ""


class ObjectiveRow(SheetRow):
    """An objective of the current cycle, with one measure at most."""

    ref: NeededCode
    unit_code: NeededCode
    title: Annotated[str, BeforeValidator(needed_text_up_to(280))]
    why: Passage = ""
    origin: Annotated[Origin | None, BeforeValidator(choice_of(*get_args(Origin)))] = None
    goal_type: Annotated[GoalType | None, BeforeValidator(choice_of(*get_args(GoalType)))] = None
    measure: Line = ""
    measure_unit: ShortLine = ""
    baseline: Figure = None
    target: Figure = None
    target_date: Annotated[date | None, BeforeValidator(day)] = None
    answerable_staff_id: Code = ""
    state: Annotated[
        ObjectiveState, BeforeValidator(choice_or("draft", *get_args(ObjectiveState)))
    ] = "draft"
    local_reason: Passage = ""

    @model_validator(mode="after")
    def names_its_measure(self) -> Self:
        """A baseline or target belongs to a measure."""
        if not self.measure and (self.baseline is not None or self.target is not None):
            refuse("Name what is measured, or leave baseline and target empty", blamed="measure")
        return self


class LinkRow(SheetRow):
    """One objective contributes to another objective, or to a priority."""

    child_ref: NeededCode
    parent_ref: NeededCode
    strength: Annotated[Strength, BeforeValidator(choice_or("direct", *get_args(Strength)))] = (
        "direct"
    )
    state: Annotated[LinkState, BeforeValidator(choice_or("proposed", *get_args(LinkState)))] = (
        "proposed"
    )
    rationale: Passage = ""

    @model_validator(mode="after")
    def joins_two(self) -> Self:
        """Nothing contributes to itself."""
        if self.child_ref == self.parent_ref:
            refuse("An objective cannot serve itself: enter another reference", blamed="parent_ref")
        return self


class ExpectationRow(SheetRow):
    """What a priority expects of a unit."""

    priority_ref: NeededCode
    unit_code: NeededCode
    expectation: Annotated[
        ExpectationWord, BeforeValidator(needed_choice_of(*get_args(ExpectationWord)))
    ]
