"""The kinds of spreadsheet that can be imported: their columns and what makes a row unique."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from people.imports.columns import Column
from people.imports.organogram_rows import JuniorRow, SeniorRow
from people.imports.rows import (
    ExpectationRow,
    LinkRow,
    ObjectiveRow,
    PersonRow,
    PriorityRow,
    SheetRow,
    UnitRow,
)

RowT = TypeVar("RowT", bound=SheetRow)


@dataclass(frozen=True, slots=True)
class Kind(Generic[RowT]):
    """A kind of file. No two rows may agree in all fields of `unique_by`."""

    name: str
    row: type[RowT]
    columns: tuple[Column, ...]
    unique_by: tuple[str, ...] = ()
    called: str = ""  # what such a row is called in a sentence, around its `unique_by` values

    @property
    def header(self) -> tuple[str, ...]:
        """The column names of an exported file, in their order."""
        return tuple(column.name for column in self.columns)


def _must(name: str, *like: str) -> Column:
    return Column(name, field=name, is_required=True, like=like)


def _may(name: str, *like: str) -> Column:
    return Column(name, field=name, like=like)


_FTE = _may("fte", "WTE", "Full time equivalent", "Whole time equivalent", "Contracted FTE")
_UNIT_CODE = _must(
    "unit_code", "Org Unit", "Organisation Unit", "Org Code", "Organisation Code", "Team Code",
    "Department Code", "Cost Centre", "Cost Centre Code", "Unit", "Team", "Owner",
)  # fmt: skip

UNITS = Kind(
    name="units",
    row=UnitRow,
    columns=(
        _must("code", "Unit Code", "Org Code", "Organisation Code", "ODS Code", "Team Code",
              "Department Code", "Cost Centre", "Cost Centre Code"),
        _must("name", "Unit Name", "Unit", "Org Name", "Organisation Name", "Team Name", "Team",
              "Department", "Department Name"),
        _may("kind", "Type", "Unit Type", "Level", "Organisation Type"),
        _may("parent_code", "Parent", "Parent Unit", "Parent Unit Code", "Parent Org Code",
             "Parent Organisation Code", "Part Of", "Belongs To", "Reports To"),
        _may("site", "Site Name", "Location", "Base"),
        _may("headcount", "Head Count", "Heads", "Staff in Post", "Number of Staff"),
        _FTE,
    ),
    unique_by=("code",),
    called="Unit {}",
)  # fmt: skip

PEOPLE = Kind(
    name="people",
    row=PersonRow,
    columns=(
        _must("staff_id", "Employee Number", "Employee No", "Employee ID", "Staff Number",
              "Staff No", "Person Number", "Payroll Number", "Assignment Number", "ESR Number"),
        _must("name", "Full Name", "Employee Name", "Staff Name", "Display Name",
              "Preferred Name", "Person Name"),
        _may("email", "Email Address", "Work Email", "Work Email Address"),
        _UNIT_CODE,
        _may("role_title", "Role", "Job Title", "Position", "Position Title", "Post Title",
             "Job Role"),
        _may("staff_group", "Staff Group Code", "Occupational Group"),
        _may("pay_band", "Band", "Grade", "Pay Grade", "Pay Scale", "AfC Band"),
        _FTE,
        _may("is_lead", "Lead", "Team Lead", "Unit Lead", "Manager", "Is Manager",
             "Line Manager"),
    ),
    unique_by=("staff_id",),
    called="Staff number {}",
)  # fmt: skip

PRIORITIES = Kind(
    name="priorities",
    row=PriorityRow,
    columns=(
        _must("ref", "Reference", "Priority Ref", "Priority Reference", "Priority Number",
              "Number", "Code", "ID"),
        _must("title", "Priority", "Priority Title", "Name"),
        _may("statement", "Description", "Wording", "What We Will Do"),
        _may("sponsor_staff_id", "Sponsor", "Executive Sponsor", "Sponsor Staff Number",
             "Sponsor Employee Number", "Executive Lead", "SRO"),
    ),
    unique_by=("ref",),
    called="Priority {}",
)  # fmt: skip

OBJECTIVES = Kind(
    name="objectives",
    row=ObjectiveRow,
    columns=(
        _must("ref", "Reference", "Objective Ref", "Objective Reference", "Objective Number",
              "Number", "Code", "ID"),
        _UNIT_CODE,
        _must("title", "Objective", "Objective Title", "Statement", "Goal", "Name"),
        _may("why", "Reason", "Rationale", "Because", "Why It Matters"),
        _may("origin", "Source", "Where It Came From"),
        _may("goal_type", "Goal Kind", "Type", "Type of Goal"),
        _may("measure", "Measure Name", "Metric", "KPI", "Indicator", "How Measured"),
        _may("measure_unit", "Unit of Measure", "Unit of Measurement", "Units"),
        _may("baseline", "Baseline Value", "Start", "Start Value", "Current Value"),
        _may("target", "Target Value", "Goal Value"),
        _may("target_date", "Due", "Due Date", "Deadline", "By When", "End Date"),
        _may("answerable_staff_id", "Answerable", "Answerable Person", "Owner Staff Number",
             "Lead Employee Number", "Responsible", "Accountable"),
        _may("state", "Status", "Stage"),
        _may("local_reason", "Why Local", "Reason for Being Local"),
    ),
    unique_by=("ref",),
    called="Objective {}",
)  # fmt: skip

LINKS = Kind(
    name="links",
    row=LinkRow,
    columns=(
        _must("child_ref", "Child", "Objective", "Objective Ref", "Objective Reference", "From"),
        _must("parent_ref", "Parent", "Serves", "Contributes To", "Supports", "To",
              "Priority Ref", "Parent Objective"),
        _may("strength", "Link Strength", "Weight", "How Strongly"),
        _may("state", "Status", "Link State"),
        _may("rationale", "Reason", "Why", "Because", "How It Helps"),
    ),
    unique_by=("child_ref", "parent_ref"),
    called="The link from {} to {}",
)  # fmt: skip

EXPECTATIONS = Kind(
    name="expectations",
    row=ExpectationRow,
    columns=(
        _must("priority_ref", "Priority", "Priority Reference", "Priority Number"),
        _UNIT_CODE,
        _must("expectation", "Expected", "Expected Contribution", "Is Expected"),
    ),
    unique_by=("priority_ref", "unit_code"),
    called="The expectation of priority {} for unit {}",
)  # fmt: skip

SENIOR_POSTS = Kind(
    name="senior",
    row=SeniorRow,
    columns=(
        Column("Post Unique Reference", "reference", is_required=True,
               like=("Post Reference", "Post ID", "Position Number", "Unique Reference")),
        Column("Grade (or equivalent)", "grade", also=("Grade",), like=("Band", "Pay Band")),
        Column("Job Title", "job_title", like=("Title", "Post Title", "Position Title")),
        Column("Job/Team Function", "function", like=("Function", "Team Function")),
        Column("Unit", "unit", is_required=True,
               like=("Directorate", "Department", "Organisation Unit", "Team")),
        Column("Reports to Senior Post", "reports_to", is_required=True,
               like=("Reports To", "Manager", "Line Manager Post", "Supervisor Position Number")),
        Column("Salary Cost of Reports (£)", "salary_cost_of_reports"),
        Column("FTE", "fte", like=("WTE", "Full Time Equivalent", "Whole Time Equivalent")),
        Column("Actual Pay Floor (£)", "pay_floor", like=("Pay Floor", "Pay Minimum")),
        Column("Actual Pay Ceiling (£)", "pay_ceiling", like=("Pay Ceiling", "Pay Maximum")),
        Column("Professional/Occupational Group", "profession",
               like=("Profession", "Professional Group", "Occupational Group")),
        Column("Notes", "notes", like=("Comments",)),
    ),
    unique_by=("reference",),
    called="Post {}",
)  # fmt: skip

JUNIOR_POSTS = Kind(
    name="junior",
    row=JuniorRow,
    columns=(
        Column("Unit", "unit", is_required=True,
               like=("Directorate", "Department", "Organisation Unit", "Team")),
        Column("Reporting Senior Post", "reporting_post", is_required=True,
               like=("Reports to Senior Post", "Senior Post", "Reports To", "Manager")),
        Column("Grade", "grade", also=("Grade (or equivalent)",), like=("Band", "Pay Band")),
        Column("Payscale Minimum (£)", "pay_minimum", like=("Pay Minimum", "Pay Floor")),
        Column("Payscale Maximum (£)", "pay_maximum", like=("Pay Maximum", "Pay Ceiling")),
        Column("Generic Job Title", "title", like=("Job Title", "Title")),
        Column("Number of Posts in FTE", "fte", is_required=True,
               like=("FTE", "WTE", "Number of Posts", "Posts")),
        Column("Professional/Occupational Group", "profession",
               like=("Profession", "Professional Group", "Occupational Group")),
    ),
)  # fmt: skip

KINDS: MappingProxyType[str, Kind[Any]] = MappingProxyType(
    {kind.name: kind for kind in (UNITS, PEOPLE, PRIORITIES, OBJECTIVES, LINKS, EXPECTATIONS)}
)  # the kinds of one file each; an organogram has two: SENIOR_POSTS and JUNIOR_POSTS
