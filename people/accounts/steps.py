"""The steps of setting an organisation up, each with where the organisation's data say it stands.

`settings.SET_UP_STEPS` names them in order; apps above this one have steps of their own there.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.utils.module_loading import import_string

from people.addresses import address
from people.models import BoardMembership, OrgUnit
from people.policy import Action, Standing
from people.tenancy import organisation_in_force
from ui.parts import Task

Step = Callable[[Standing], Task]


def tasks(standing: Standing) -> list[Task]:
    """Every step as the person's task list shows it."""
    steps: list[Step] = [import_string(name) for name in settings.SET_UP_STEPS]
    return [step(standing) for step in steps]


def step_task(
    *, title: str, is_done: bool, href: str, hint: str = "", is_begun: bool = False
) -> Task:
    """A step in one of the three states a list of this kind has."""
    if is_done:
        return Task(title=title, status="Completed", href=href, hint=hint)
    if is_begun:
        return Task(title=title, status="In progress", href=href, hint=hint, colour="white")
    return Task(title=title, status="Not started", href=href, hint=hint, colour="blue")


def name_organisation(standing: Standing) -> Task:
    """Done from the start: nothing else could be there without a name."""
    may = standing.may(Action.MANAGE_STRUCTURE)
    return step_task(
        title="Name the organisation",
        is_done=True,
        href=address("people:rename_organisation") if may else "",
        hint=organisation_in_force().name,
    )


def import_structure(standing: Standing) -> Task:
    """Done when there is a unit beside the board's own."""
    return step_task(
        title="Import the structure",
        is_done=OrgUnit.objects.exclude(parent=None).exists(),
        href=address("people:imports") if standing.may(Action.IMPORT) else "",
        hint="Divisions, teams and people, from a spreadsheet",
    )


def name_board(standing: Standing) -> Task:
    """Done when somebody sits on the board."""
    return step_task(
        title="Name the board",
        is_done=BoardMembership.objects.current().exists(),
        href=address("people:board") if standing.may(Action.MANAGE_STRUCTURE) else "",
        hint="Who sits on it, and who is in the chair",
    )
