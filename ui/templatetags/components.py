"""Every reusable piece of page: one tag here, one template in templates/components/."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.core.paginator import Page
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from ui import parts, tables, wording
from ui.macros import render_macro
from ui.svgkit import Columns, Strips

register = template.Library()


@register.simple_tag
def tag(text: str, *, colour: str = "") -> SafeString:
    """A state in a word. Colour only repeats what the word says."""
    extra = f" nhsuk-tag--{colour}" if colour else ""
    return format_html('<strong class="nhsuk-tag{}">{}</strong>', extra, text)


@register.inclusion_tag("components/summary_list.html")
def summary_list(rows: Sequence[parts.SummaryRow], *, is_plain: bool = False) -> dict[str, Any]:
    """Answers to check before they go to other people."""
    return {"rows": rows, "is_plain": is_plain}


@register.inclusion_tag("components/task_list.html")
def task_list(tasks: Sequence[parts.Task], *, id: str = "tasks") -> dict[str, Any]:
    """What waits, each with its state."""
    return {"tasks": tasks, "id": id}


@register.inclusion_tag("components/pagination.html", takes_context=True)
def pagination(
    context: template.Context, page: "Page[Any]", *, what: str = "results", param: str = "page"
) -> dict[str, Any]:
    """Links to the other pages of a list; the rest of the address stays as it is."""
    request: HttpRequest = context["request"]

    def address(number: int) -> str:
        query = request.GET.copy()
        query[param] = str(number)
        return f"?{query.urlencode()}"

    shown = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    entries = [(n, address(n) if isinstance(n, int) else "") for n in shown]
    return {
        "page": page,
        "what": what,
        "entries": entries,
        "previous_url": address(page.number - 1) if page.has_previous() else "",
        "next_url": address(page.number + 1) if page.has_next() else "",
    }


@register.inclusion_tag("components/empty_state.html")
def empty_state(
    *, sentence: str, button: str = "", href: str = "", example: str = ""
) -> dict[str, Any]:
    """What will be here, the one thing to do about it, and what it could look like."""
    return {"sentence": sentence, "button": button, "href": href, "example": example}


@register.inclusion_tag("components/downloads.html")
def downloads(*, xlsx: str = "", csv: str = "", what: str = "this table") -> dict[str, Any]:
    """The same place for taking a page's figures away."""
    return {"xlsx": xlsx, "csv": csv, "what": what}


@register.inclusion_tag("components/progress.html")
def progress(
    *, id: str, words: str, poll_url: str = "", done: int = 0, total: int = 0, seconds: int = 2
) -> dict[str, Any]:
    """A long job in words and a bar. With no `poll_url` it is over and asks no more."""
    return {
        "id": id,
        "words": words,
        "poll_url": poll_url,
        "done": done,
        "total": total,
        "seconds": seconds,
    }


@register.inclusion_tag("components/stale_panel.html")
def stale_panel(stale: parts.StaleSave) -> dict[str, Any]:
    """Stands above the form that came back with 409, which keeps the person's own words."""
    return {"stale": stale}


@register.inclusion_tag("components/sort_header.html", takes_context=True)
def sort_header(
    context: template.Context, label: str, *, by: str, is_numeric: bool = False, param: str = "sort"
) -> dict[str, Any]:
    """A column heading that sorts by link: `?sort=name`, then `?sort=-name`."""
    request: HttpRequest = context["request"]
    now = request.GET.get(param, "")
    query = request.GET.copy()
    query[param] = f"-{by}" if now == by else by
    query.pop("page", None)
    order = {by: "ascending", f"-{by}": "descending"}.get(now, "")
    return {
        "label": label,
        "href": f"?{query.urlencode()}",
        "order": order,
        "is_numeric": is_numeric,
    }


@register.simple_tag
def heat_table(table: tables.HeatTable) -> SafeString:
    """Numbers, or the word "gap", on tints."""
    return tables.heat_table(table)


@register.inclusion_tag("components/picture.html")
def columns_picture(
    columns: Columns, *, id: str, legend: Sequence[parts.LegendEntry] = ()
) -> dict[str, Any]:
    """Boxes that are links, in columns; on a phone the list that says the same stands alone."""
    return {"picture": columns.draw(id=id), "id": id, "entries": legend, "is_wide": True}


@register.inclusion_tag("components/picture.html")
def strips_picture(
    strips: Strips, *, id: str, legend: Sequence[parts.LegendEntry] = ()
) -> dict[str, Any]:
    """Hundreds of places at one glance, each row with its number in words."""
    return {"picture": strips.draw(id=id), "id": id, "entries": legend, "is_wide": False}


@register.inclusion_tag("components/legend.html")
def legend(entries: Sequence[parts.LegendEntry]) -> dict[str, Any]:
    """What tints and lines mean, in HTML, where texts cannot overlap."""
    return {"entries": entries}


@register.simple_block_tag
def card(content: SafeString, *, heading: str, href: str = "", level: int = 2) -> SafeString:
    """A box for a thing with parts."""
    context = {"content": content, "heading": heading, "href": href, "level": level}
    return render_to_string("components/card.html", context)


@register.simple_block_tag
def inset(content: SafeString) -> SafeString:
    """One key point that stands apart from the text round it."""
    return render_macro("insetText", {"html": content})


@register.simple_block_tag
def details(content: SafeString, *, summary: str) -> SafeString:
    """Help that most people do not need, one click away."""
    return render_macro("details", {"summaryText": summary, "html": content})


@register.simple_block_tag
def warning(content: SafeString, *, heading: str) -> SafeString:
    """Rarely: what would hurt somebody who missed it."""
    return render_macro("warningCallout", {"heading": heading, "html": content})


@register.simple_block_tag
def scroll_region(content: SafeString, *, label: str) -> SafeString:
    """Holds a table wider than a phone: it scrolls by touch, mouse and keyboard."""
    context = {"content": content, "label": label}
    return render_to_string("components/scroll_region.html", context)


@register.simple_block_tag
def live_region(content: SafeString) -> SafeString:
    """What changes inside is read out. It stays on the page while its content is swapped."""
    return format_html('<div role="status" aria-live="polite">{}</div>', content)


@register.filter
def nhs_date(day: date | None) -> str:
    return wording.in_words(day) if day else ""


@register.filter
def nhs_short_date(day: date | None) -> str:
    return wording.in_short(day) if day else ""


@register.filter
def nhs_time(moment: datetime | None) -> str:
    return wording.clock_time(moment) if moment else ""


@register.filter
def nhs_datetime(moment: datetime | None) -> str:
    return wording.moment_in_words(moment) if moment else ""


@register.filter
def waiting(since: datetime | None, now: datetime) -> str:
    """{{ line.asked_at|waiting:now }}: 2 days."""
    return wording.waited(since, now) if since else ""


@register.filter
def counted(number: int, one: str) -> str:
    """{{ total|counted:"row" }}, or {{ total|counted:"person,people" }}."""
    return wording.counted(number, *one.split(","))


@register.filter
def numbered(number: int | float) -> str:
    """1240 as 1,240."""
    return f"{number:,}"
