import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.pages import words
from ui.tables import INVITED, NOT_EXPECTED, HeatColumn, HeatRow, HeatTable, heat_table

COLUMNS = [HeatColumn(label="Safe care", key="1"), HeatColumn(label="Access", key="2", href="/2/")]


def table(*counts: int, **more: object) -> str:
    options: dict[str, object] = {"row_heading": "Team", "caption": "Objectives"} | more
    row = HeatRow(label="Ward 7", key="w7", href="/w7/", counts=counts)
    return heat_table(HeatTable(columns=COLUMNS, rows=[row], **options))  # type: ignore[arg-type]


def test_every_cell_has_a_number_or_a_word() -> None:
    html = table(3, 0)

    assert words(html) == "Objectives Team Safe care Access Ward 7 3 gap"
    assert '<td class="app-heat-3">3</td><td class="app-heat-gap">gap</td>' in html


def test_what_nobody_asked_for_is_no_gap() -> None:
    assert '<td class="app-heat-none">not asked</td>' in table(NOT_EXPECTED, 1)


def test_what_is_only_invited_is_no_gap_but_leads_where_one_does() -> None:
    html = table(INVITED, 1, gap_url="/ask/{row}/{column}/")

    assert '<td class="app-heat-none"><a href="/ask/w7/1/">invited</a></td>' in html


def test_a_cell_may_say_more_than_its_number() -> None:
    row = HeatRow(label="Ward 7", counts=[3, 3], notes=["2 more", ""])
    html = heat_table(HeatTable(caption="c", row_heading="r", columns=COLUMNS, rows=[row]))

    assert words(html).endswith("Ward 7 3 2 more 3")


@pytest.mark.parametrize(
    ("count", "tint"), [(1, "1"), (4, "1"), (5, "2"), (10, "3"), (1200, "3"), (0, "gap")]
)
def test_tints_follow_the_steps(count: int, tint: str) -> None:
    assert f'<td class="app-heat-{tint}">' in table(count, 1, steps=(1, 5, 10))


def test_a_large_number_is_readable() -> None:
    assert "1,200" in words(table(1200, 0))


def test_cells_lead_where_their_row_and_column_say() -> None:
    html = table(2, 0, count_url="/{column}/{row}/?a=1&b=2", gap_url="/ask/{row}/{column}/")

    assert '<a href="/1/w7/?a=1&amp;b=2">2</a>' in html
    assert '<a href="/ask/w7/2/">gap</a>' in html
    assert '<th scope="col"><a href="/2/">Access</a></th>' in html
    assert '<a href="/w7/">Ward 7</a></th>' in html


def test_a_row_below_another_is_set_in() -> None:
    row = HeatRow(label="Bay", counts=[1, 1], depth=2, hint="18 people")
    html = heat_table(HeatTable(caption="c", row_heading="r", columns=COLUMNS, rows=[row]))

    assert "app-heat__depth-2" in html and "18 people" in words(html)


def tags_of_a_table_that_says(said: str) -> list[str]:
    cells = [
        HeatRow(label=said, key=said, href=said, hint=said, counts=[c], notes=[said])
        for c in (0, 1)
    ]
    html = heat_table(
        HeatTable(
            caption=said,
            row_heading=said,
            columns=[HeatColumn(label=said, key=said, href=said)],
            rows=cells,
            count_url="/{row}/{column}/",
            gap_url="/g/{row}/{column}/",
            gap_word=said,
        )
    )
    return re.findall(r"<[^>]*?(?=[\s>])|>", re.sub(r'="[^"]*"', "", html))


@given(said=st.text(min_size=1))
def test_no_text_of_a_person_becomes_mark_up(said: str) -> None:
    assert tags_of_a_table_that_says(said) == tags_of_a_table_that_says("plain")
