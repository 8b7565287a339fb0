"""Parts of pages that are costly to make: remembered until something they show is written."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from typing import TypeVar

from django.core.cache import cache
from redis.exceptions import RedisError

from people.http import PersonRequest
from people.policy import Action
from reports.queries.changes import last_written

SECONDS = 60
"""A change that took longest to finish shows after these; every other at once."""
T = TypeVar("T")
log = logging.getLogger(__name__)


def remembered(request: PersonRequest, *parts: object, make: Callable[[], T]) -> T:
    """What `make` answers, from the cache where it was made of the same before. `parts` say all
    that it depends on beside the organisation, the drafts this person may see and what was
    written. A cache that is away costs time and nothing else."""
    key = _key(request, parts)
    try:
        kept: T | None = cache.get(key)
        if kept is None:
            kept = make()
            cache.set(key, kept, SECONDS)
    except RedisError:
        log.warning("The cache does not answer")
        return make()
    return kept


def _key(request: PersonRequest, parts: tuple[object, ...]) -> str:
    standing, action = request.standing, Action.SEE_DRAFT_OBJECTIVES
    drafts = [standing.is_everywhere(action), *sorted(standing.units_for(action))]
    depends_on = [request.organisation.pk, last_written(), drafts, *parts]
    return "page:" + hashlib.sha256(repr(depends_on).encode()).hexdigest()
