from __future__ import annotations

import pytest

from objectives.models import Cycle
from people.models import OrgUnit
from tests.factories import CycleFactory
from tests.objectives.world import World, make_world


@pytest.fixture
def world(root: OrgUnit) -> World:
    return make_world(root)


@pytest.fixture
def cycle(root: OrgUnit) -> Cycle:
    """The year is open but not yet live: what is agreed stays "agreed"."""
    return CycleFactory.create(state=Cycle.State.AGREEING)
