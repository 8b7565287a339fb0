from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from people.imports.checking import Checked, check_rows
from people.imports.kinds import (
    EXPECTATIONS,
    KINDS,
    LINKS,
    OBJECTIVES,
    PEOPLE,
    PRIORITIES,
    UNITS,
    Kind,
)
from people.imports.problems import FileRefused, Problem
from people.imports.reading import read_table


def checked(kind: Kind[Any], text: str) -> Checked[Any]:
    return check_rows(kind, table=read_table(text.encode(), filename="a.csv"))


def said(result: Checked[Any]) -> list[tuple[int, str, str, str]]:
    return [(p.row, p.column, p.value, p.message) for p in result.problems]


def test_a_units_file_becomes_rows_with_typed_values() -> None:
    text = (
        'code,name,kind,parent_code,site,headcount,fte\n007, Ward 12 ,Team,ACUTE,,"1,200",3.756\n'
    )

    (row,) = checked(UNITS, text).rows

    assert (row.row_number, row.code, row.name, row.kind) == (2, "007", "Ward 12", "team")
    assert (row.parent_code, row.headcount, row.fte) == ("ACUTE", 1200, Decimal("3.76"))


def test_a_row_says_only_what_the_file_has_columns_for() -> None:
    (row,) = checked(UNITS, "code,name,site\n1,Ward,\n").rows

    assert row.says("site")
    assert not row.says("fte")


def test_a_problem_names_file_row_column_value_and_what_to_do() -> None:
    result = checked(UNITS, "name,Code,FTE\nWard,,lots\n")

    assert result.problems == (
        Problem("units", 2, "Code", "", "error", "Enter the code: every row needs one"),
        Problem(
            "units", 2, "FTE", "lots", "error",
            "Enter a number, such as 1 or 0.6, or N/D where it is not known",
        ),
    )  # fmt: skip
    assert result.rows == ()
    assert result.has_errors
    assert result.row_count == 1


@pytest.mark.parametrize("unknown", ["", " ", "N/D", "n/a", "N/A "])
def test_what_is_not_disclosed_is_unknown_and_never_nought(unknown: str) -> None:
    cells = ",".join([unknown] * 4)
    text = f"code,name,kind,parent_code,headcount,fte\n1,Ward,{cells}\n"

    (row,) = checked(UNITS, text).rows

    assert (row.kind, row.parent_code, row.headcount, row.fte) == (None, "", None, None)


def test_words_that_mean_unknown_elsewhere_stay_in_free_text() -> None:
    (row,) = checked(PRIORITIES, "ref,title,statement\nP1,Safe care,N/A\n").rows

    assert row.statement == "N/A"


@pytest.mark.parametrize(
    ("cells", "column", "message"),
    [
        ("1,Ward,ward,,,", "kind", "Enter organisation, division, directorate, service, team,"),
        ("1,Ward,,,-1,", "headcount", "Enter a number that is 0 or more"),
        ("1,Ward,,,1.5,", "headcount", "Enter a whole number, such as 12"),
        ("1,Ward,,,99999999999,", "headcount", "Enter a number that is 2,147,483,647 or less"),
        ("1,Ward,,,,-0.5", "fte", "Enter a number that is 0 or more"),
        ("1,Ward,,,,1e5", "fte", "Enter a number, such as 1 or 0.6"),
        ("1,Ward,,,,NaN", "fte", "Enter a number, such as 1 or 0.6"),
        ("1,Ward,,,,1 000", "fte", "Enter a number, such as 1 or 0.6"),
        ("1,Ward,,,,٣", "fte", "Enter a number, such as 1 or 0.6"),
        (f"1,{'x' * 201},,,,", "name", "Shorten this to 200 characters or fewer; it has 201"),
        ("1,Ward,team,1,,", "parent_code", "A unit cannot hang below itself"),
        ("1,Ward,organisation,2,,", "parent_code", "The organisation stands above every unit"),
        ("n/a,Ward,,,,", "code", "Enter the code: every row needs one"),
        ("1,=A1,,,,", "name", "This cell holds a formula: enter the value itself"),
        ("1,Ward,,,,,surplus", "", "This row has more cells than there are column names"),
    ],
)
def test_a_wrong_cell_says_what_to_do(cells: str, column: str, message: str) -> None:
    result = checked(UNITS, f"code,name,kind,parent_code,headcount,fte\n{cells}\n")

    ((_, found, _, sentence),) = said(result)
    assert found == column
    assert sentence.startswith(message)
    assert result.rows == ()


def test_a_formula_in_a_column_that_is_passed_over_does_no_harm() -> None:
    assert len(checked(UNITS, "code,name,colour\n1,Ward,=A1\n").rows) == 1


def test_a_code_may_appear_once_even_if_its_first_row_cannot_be_saved() -> None:
    text = "code,name\nA,One\nB,\nA,Two\nB,Three\na,Four\nA,Five\n"

    result = checked(UNITS, text)

    # rows 2 and 6 can be saved: "a" is another code than "A"
    assert [row.row_number for row in result.rows] == [2, 6]
    assert [(row, message) for row, _, _, message in said(result)] == [
        (3, "Enter the name: every row needs one"),
        (4, "Unit A appears twice; the first is on row 2"),
        (5, "Unit B appears twice; the first is on row 3"),
        (7, "Unit A appears 3 times; the first is on row 2"),
    ]


def test_blank_codes_are_missing_and_not_alike() -> None:
    result = checked(UNITS, "code,name\n,One\n,Two\n")

    assert [message for *_, message in said(result)] == ["Enter the code: every row needs one"] * 2


def test_a_formula_where_a_number_belongs_is_one_problem() -> None:
    result = checked(UNITS, "code,name,fte\n1,Ward,=1+1\n2,Ward,0\n")

    assert [row.fte for row in result.rows] == [0]
    assert [(row, column) for row, column, _, _ in said(result)] == [(2, "fte")]


def test_only_one_row_can_be_the_organisation() -> None:
    result = checked(UNITS, "code,name,kind\nA,Trust,organisation\nB,Other,Organisation\n")

    assert said(result) == [
        (3, "kind", "Organisation",
         "Only one row can be the organisation itself; the first is on row 2")
    ]  # fmt: skip


def test_a_people_file_becomes_rows_with_typed_values() -> None:
    text = (
        "staff_id,name,email,unit_code,fte,is_lead\n"
        "00042,Amina Okafor,amina@example.org,W12,0.6,Yes\n"
        "00043,Sam Lee,N/D,W12,,\n"
    )

    amina, sam = checked(PEOPLE, text).rows

    assert (amina.staff_id, amina.fte, amina.is_lead) == ("00042", Decimal("0.6"), True)
    assert (sam.email, sam.fte, sam.is_lead) == ("", None, False)


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ("1,Sam,sam.lee14,W12,,", "email"),
        ("1,Sam,sam@lee,W12,,", "email"),
        (f"1,Sam,{'x' * 250}@example.org,W12,,", "email"),
        ("1,Sam,,,,", "unit_code"),
        ("1,Sam,,W12,1.6,", "fte"),
        ("1,Sam,,W12,,maybe", "is_lead"),
    ],
)
def test_a_wrong_cell_of_a_person_is_named(cells: str, column: str) -> None:
    result = checked(PEOPLE, f"staff_id,name,email,unit_code,fte,is_lead\n{cells}\n")

    assert [found for _, found, _, _ in said(result)] == [column]


OBJECTIVE = "ref,unit_code,title,measure,baseline,target,target_date,origin,state\n"


@pytest.mark.parametrize(
    "written", ["2024-04-01", "01/04/2024", "1/4/2024", "01-APR-2024", "1-Apr-2024", " 2024-04-01 "]
)
def test_a_date_may_be_written_in_three_ways(written: str) -> None:
    (row,) = checked(OBJECTIVES, f"{OBJECTIVE}O1,W12,Falls,,,,{written},,\n").rows

    assert row.target_date == date(2024, 4, 1)


@pytest.mark.parametrize(
    "written", ["31-FEB-2024", "2024-13-01", "01/04/24", "1 April 2024", "04-2024", "0000-01-01"]
)
def test_what_is_no_date_is_asked_for_again(written: str) -> None:
    result = checked(OBJECTIVES, f"{OBJECTIVE}O1,W12,Falls,,,,{written},,\n")

    assert said(result) == [
        (2, "target_date", written,
         "Enter a real date, such as 2024-04-01, 01/04/2024 or 01-APR-2024")
    ]  # fmt: skip


def test_an_objective_has_its_measure_figures_and_state() -> None:
    full = 'O1,W12,Falls,Falls a month,"1,012.50",-3,,Negotiated,In catchball'
    text = f"{OBJECTIVE}{full}\nO2,W12,X,,,,,,\n"

    first, second = checked(OBJECTIVES, text).rows

    assert (first.baseline, first.target) == (Decimal("1012.50"), Decimal(-3))
    assert (first.origin, first.state) == ("negotiated", "in_catchball")
    assert (second.origin, second.goal_type, second.state) == (None, None, "draft")


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ("O1,W12,Falls,,5,,,,", "measure"),
        ("O1,W12,Falls,,,5,,,", "measure"),
        ("O1,W12,Falls,Falls,95%,,,,", "baseline"),
        ("O1,W12,Falls,Falls,9999999999999,,,,", "baseline"),
        ("O1,W12,Falls,,,,,ordered,", "origin"),
        ("O1,W12,Falls,,,,,,done", "state"),
        (f"O1,W12,{'x' * 281},,,,,,", "title"),
    ],
)
def test_a_wrong_cell_of_an_objective_is_named(cells: str, column: str) -> None:
    result = checked(OBJECTIVES, f"{OBJECTIVE}{cells}\n")

    assert [found for _, found, _, _ in said(result)] == [column]


def test_a_link_is_direct_and_proposed_unless_it_says_otherwise() -> None:
    first, second = checked(
        LINKS, "child_ref,parent_ref,strength,state\nO1,P1,,\nO1,O2,Enabling,STALE\n"
    ).rows

    assert (first.strength, first.state) == ("direct", "proposed")
    assert (second.strength, second.state) == ("enabling", "stale")


def test_a_link_joins_two_and_stands_once() -> None:
    result = checked(LINKS, "child_ref,parent_ref\nO1,O1\nO1,P1\nO2,P1\nO1,P1\n")

    assert [(row, column, message) for row, column, _, message in said(result)] == [
        (2, "parent_ref", "An objective cannot serve itself: enter another reference"),
        (5, "parent_ref", "The link from O1 to P1 appears twice; the first is on row 3"),
    ]


def test_an_expectation_must_say_what_is_expected() -> None:
    result = checked(
        EXPECTATIONS,
        "priority_ref,unit_code,expectation\nP1,A,Not expected\nP1,B,\nP1,C,maybe\nP1,A,required\n",
    )

    assert [row.expectation for row in result.rows] == ["not_expected"]
    assert [(row, message) for row, _, _, message in said(result)] == [
        (3, "Enter the expectation: every row needs one"),
        (4, "Enter required, invited or not_expected"),
        (5, "The expectation of priority P1 for unit A appears twice; the first is on row 2"),
    ]


def test_columns_chosen_by_hand_are_read_instead_of_those_named() -> None:
    table = read_table(b"Number,Called,code\n1,Ward,x\n", filename="a.csv")

    result = check_rows(UNITS, table=table, matching={"code": 0, "name": 1})

    assert (result.rows[0].code, result.rows[0].name) == ("1", "Ward")


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_file_without_a_required_column_is_refused(kind: Kind[Any]) -> None:
    required = next(column.name for column in kind.columns if column.is_required)
    others = ",".join(name for name in kind.header if name != required)

    with pytest.raises(FileRefused, match=f"no column called {required}"):
        checked(kind, f"{others}\n")


def test_a_problem_prints_as_import_reports_do() -> None:
    problem = checked(UNITS, "code,name\n,Ward\n").problems[0]

    assert problem.as_document() == {
        "file": "units",
        "row": 2,
        "column": "code",
        "value": "",
        "severity": "error",
        "message": "Enter the code: every row needs one",
    }
