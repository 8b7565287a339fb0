"""How many objectives show which of the four lights together."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any

from django.core.cache import cache
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe
from redis.exceptions import RedisError

from objectives.models import Cycle
from people.http import PersonRequest, needs
from people.policy import Action
from reports import queries
from reports.queries.lights import FourLights, four_lights
from reports.wording.lights import (
    HEADINGS,
    alone_rows,
    lights_finding,
    together_rows,
    what_stands_out,
)

REMEMBERED_FOR = 300  # seconds; the page says as of when
QUALITIES = ("Clear", "Aligned", "Agreed", "Challenging")
log = logging.getLogger(__name__)


@require_safe
@needs(Action.SEE_REPORTS)
def lights(request: PersonRequest) -> HttpResponse:
    """The same for everybody: drafts are not in it."""
    cycle = queries.current_cycle()
    found = _remembered(request, cycle, now=timezone.now()) if cycle else None
    context: dict[str, Any] = {"cycle": cycle, "found": found, "is_lights": True}
    if found:
        context |= {
            "finding": lights_finding(found),
            "stands_out": what_stands_out(found),
            "headings": HEADINGS,
            "alone": alone_rows(found),
            "qualities": QUALITIES,
            "together": together_rows(found),
        }
    return render(request, "reports/lights.html", context)


def _remembered(request: PersonRequest, cycle: Cycle, *, now: datetime) -> FourLights:
    """Thousands of objectives take seconds to judge; a cache that is away costs only those."""
    key = f"four-lights:{request.organisation.pk}:{cycle.pk}"
    try:
        kept: FourLights | None = cache.get(key)
        if kept is None:
            kept = four_lights(cycle=cycle, now=now)
            cache.set(key, kept, REMEMBERED_FOR)
    except RedisError:
        log.warning("The cache does not answer")
        return four_lights(cycle=cycle, now=now)
    return kept
