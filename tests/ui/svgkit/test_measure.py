import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.svgkit.measure import text_width, wrapped


@pytest.mark.parametrize(
    ("text", "is_bold", "drawn_by_chromium"),
    [
        ("Shorten waits for first contact", False, 193.4),
        ("Shorten waits for first contact", True, 212.5),
        ("éàç Ŵ Ŷ", False, 56.7),
        ("iiiiillll WWWMMM", False, 114.1),
    ],
)
def test_widths_are_those_that_a_browser_draws(
    text: str, is_bold: bool, drawn_by_chromium: float
) -> None:
    width = text_width(text, size=15, is_bold=is_bold)

    assert width == pytest.approx(drawn_by_chromium, abs=0.1)


def test_a_letter_that_is_not_in_the_table_is_taken_for_a_wide_one() -> None:
    assert text_width("漢", size=10) == 10


@given(text=st.text(max_size=120), width=st.integers(min_value=40, max_value=300))
def test_every_line_fits_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = wrapped(text, width=width, size=15)

    assert all(text_width(line, size=15) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(text.split())


def test_a_word_is_parted_only_when_it_alone_is_too_long() -> None:
    assert wrapped("a very long objective", width=60, size=15) == ["a very", "long", "objective"]
    assert len(wrapped("x" * 60, width=60, size=15)) > 1
