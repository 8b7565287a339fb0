from datetime import UTC, datetime

from django.core.paginator import Paginator
from pytest_django.asserts import assertInHTML

from tests.ui.pages import asked, drawn, drawn_for, words
from ui.parts import LegendEntry, StaleSave, StaleText, SummaryRow, Task

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


def test_a_tag_says_its_state_in_a_word() -> None:
    html = drawn("{% tag state colour='blue' %}", state="<Waiting>")

    assertInHTML('<strong class="nhsuk-tag nhsuk-tag--blue">&lt;Waiting&gt;</strong>', html)


def test_an_answer_can_be_changed_and_the_link_says_which() -> None:
    rows = [SummaryRow(key="File", value="a\nb", change_url="/c/", change_what="the file")]

    html = drawn("{% summary_list rows %}", rows=rows)

    assert "Change the file" in words(html)
    assert "a<br>b" in html


def test_a_task_is_a_link_with_its_hint_and_state() -> None:
    tasks = [
        Task(
            title="Reply", status="Waiting for you", href="/r/", hint="Since Monday", colour="blue"
        ),
        Task(title="Comment", status="Completed"),
    ]

    html = drawn("{% task_list tasks id='turn' %}", tasks=tasks)

    assert 'href="/r/" aria-describedby="turn-1-hint turn-1-status"' in html
    assert words(html) == "Reply Since Monday Waiting for you Comment Completed"
    assert 'id="turn-2-status">Completed' in html


def test_pages_of_a_list_keep_the_rest_of_the_address() -> None:
    page = Paginator(range(8000), 25).page(5)

    html = drawn_for(asked("/list/?gaps=1&page=5"), "{% pagination page what='teams' %}", page=page)

    assert "101 to 125 of 8,000 teams" in words(html)
    assert 'href="?gaps=1&amp;page=4" rel="prev"' in html
    assert html.count('aria-current="page"') == 1


def test_a_list_of_one_page_only_says_how_many() -> None:
    page = Paginator(range(3), 25).page(1)

    html = drawn_for(asked(), "{% pagination page what='teams' %}", page=page)

    assert words(html) == "3 teams"


def test_an_empty_place_has_a_sentence_an_example_and_a_button() -> None:
    html = drawn("{% empty_state sentence='Here.' button='Write' href='/w/' example='Falls' %}")

    assert words(html) == "Here. For example: Falls Write"
    assert drawn("{% empty_state sentence='Here.' %}").count("<a") == 0


def test_figures_are_taken_away_from_the_same_place() -> None:
    html = drawn("{% downloads xlsx='/a.xlsx' csv='/a.csv' what='coverage' %}")

    assert words(html).startswith("Download coverage (XLSX) Download coverage (CSV)")
    assert "data-print hidden" in html


def test_a_running_job_asks_again_and_a_finished_one_does_not() -> None:
    running = drawn("{% progress id='r' words='1 of 2' done=1 total=2 poll_url='/p/' %}")
    finished = drawn("{% progress id='r' words='Done' done=2 total=2 %}")

    assert 'hx-get="/p/" hx-trigger="every 2s" hx-target="#r" hx-swap="outerHTML"' in running
    assert '<progress class="app-progress__bar" max="2" value="1" aria-label="1 of 2">' in running
    assert "hx-" not in finished


def test_a_stale_save_shows_both_texts_and_takes_neither() -> None:
    stale = StaleSave(
        saved_by="Priya Nair",
        saved_at=NOON,
        texts=[
            StaleText(label="Why", yours="<mine>\nmore", theirs="theirs"),
            StaleText(label="Title", yours="same", theirs="same"),
        ],
        what="this objective",
        start_again_url="/again/",
    )

    html = drawn("{% stale_panel stale %}", stale=stale)

    assert "Priya Nair saved this objective while you were writing" in words(html)
    assert "26 November 2026 at midday" in words(html)
    assert "&lt;mine&gt;<br>more" in html and "theirs" in html
    assert "same" not in html.split("start from")[0].replace("the same", "")
    assert html.count('tabindex="0"') == 2 and "data-focus" in html


def test_a_heading_sorts_one_way_and_then_the_other() -> None:
    source = "{% sort_header 'Team' by='name' %}"

    first = drawn_for(asked("/?page=3&q=a"), source)
    again = drawn_for(asked("/?sort=name"), source)
    last = drawn_for(asked("/?sort=-name"), source)

    assert 'href="?q=a&amp;sort=name"' in first and "aria-sort" not in first
    assert 'href="?sort=-name"' in again and 'aria-sort="ascending"' in again
    assert 'href="?sort=name"' in last and 'aria-sort="descending"' in last


def test_a_legend_says_what_each_tint_means() -> None:
    entries = [LegendEntry(css_class="app-heat-gap", meaning="gap: no objective yet")]

    assert "gap: no objective yet" in words(drawn("{% legend entries %}", entries=entries))


def test_boxes_hold_what_the_page_puts_inside_and_nothing_breaks_out() -> None:
    source = (
        "{% card heading=said href='/x/' %}<p>{{ said }}</p>{% endcard %}"
        "{% inset %}{{ said }}{% endinset %}"
        "{% details summary=said %}{{ said }}{% enddetails %}"
        "{% warning heading=said %}<p>{{ said }}</p>{% endwarning %}"
        "{% scroll_region label=said %}<table></table>{% endscroll_region %}"
        "{% live_region %}{{ said }}{% endlive_region %}"
    )

    html = drawn(source, said='<b>"')

    assert "<b>" not in html
    assert html.count("<p>&lt;b&gt;&quot;</p>") == 2
    assert '<div role="status" aria-live="polite">&lt;b&gt;' in html
    assert (
        '<div class="app-scroll" role="region" aria-label="&lt;b&gt;&quot;" tabindex="0">' in html
    )
