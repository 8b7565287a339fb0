import re

from tests.ui.pages import words
from ui.svgkit import Strip, Strips


def strips(*rows: Strip, breaks: tuple[int, ...] = ()) -> str:
    return Strips(
        caption="800 teams",
        label_heading="Priority",
        words_heading="Reached",
        rows=rows,
        breaks=breaks,
    ).draw(id="strips")


def test_a_strip_says_in_words_what_it_shows() -> None:
    html = strips(Strip(label="Safe care", levels=[1, 0], words="1 of 2 teams", href="/p/"))

    assert "Safe care 1 of 2 teams" in words(html)
    assert 'role="img" aria-label="Safe care: 1 of 2 teams"' in html
    assert '<a href="/p/">Safe care</a>' in html


def test_neighbours_of_the_same_tint_are_one_bar() -> None:
    html = strips(Strip(label="a", levels=[3, 3, 0, 3, 9], words="w"))

    assert '<path class="app-strip-3" d="M0 0H2V24H0ZM3 0H5V24H3Z"/>' in html
    assert '<path class="app-strip-0" d="M2 0H3V24H2Z"/>' in html


def test_places_may_be_wide_or_narrow() -> None:
    html = strips(Strip(label="a", levels=[1, 2], spans=[30, 10], words="w"), breaks=(30,))

    assert 'viewBox="0 0 40 24"' in html
    assert 'd="M30 0H40V24H30Z"' in html
    assert 'class="app-strip__break" d="M30 0V24"' in html


def test_a_place_of_nothing_is_drawn_empty() -> None:
    assert 'viewBox="0 0 1 24"' in strips(Strip(label="a", levels=[], words="none"))


def test_no_text_breaks_out() -> None:
    html = strips(Strip(label='"><script>', levels=[1], words="</td>", href='"x'))

    assert "<script" not in html and html.count("</td>") == 2
    assert not re.search(r"\sstyle=", html)
