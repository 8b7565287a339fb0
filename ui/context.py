"""What base.html needs on every page, read from the request and never from the database."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from ui.chrome import MenuItem

SERVICE_NAME = "Throughline"


@dataclass(frozen=True, kw_only=True)
class MenuEntry:
    item: MenuItem
    is_current: bool


def page(request: HttpRequest) -> dict[str, Any]:
    """Each part stands on a request attribute of the same name; what is not set is not shown."""
    masthead = getattr(request, "masthead", None)
    home_url = masthead.home_url if masthead else "/"
    return {
        "service_name": SERVICE_NAME,
        "service_version": getattr(settings, "VERSION", ""),
        "masthead": masthead,
        "home_url": home_url,
        "navigation": menu_entries(getattr(request, "navigation", ()), request.path, home_url),
        "search_url": getattr(request, "search_url", ""),
        "demo_bar": getattr(request, "demo_bar", None),
        "footer_links": getattr(request, "footer_links", ()),
    }


def menu_entries(items: Sequence[MenuItem], path: str, home_url: str) -> list[MenuEntry]:
    """The current item is the one whose address leads to this page; home only leads to itself."""
    leads_here = [
        item.href
        for item in items
        if path == item.href or (item.href != home_url and path.startswith(item.href))
    ]
    current = max(leads_here, key=len, default=None)
    return [MenuEntry(item=item, is_current=item.href == current) for item in items]
