"""Who can be looked through in the demonstration, and what they all type."""

from __future__ import annotations

from ui.chrome import DemoBar, DemoRole

DEMO_PASSWORD = "northvale demonstration"  # noqa: S105 - of made-up people, in the open
TEXT = "Everything here is made up: the organisation, its people and their work."

ROLES = (
    DemoRole(value="chair", label="Chair"),
    DemoRole(value="board_member", label="Board member"),
    DemoRole(value="board_secretary", label="Board secretary"),
    DemoRole(value="od_staff", label="OD staff"),
    DemoRole(value="directorate_lead", label="Directorate lead"),
    DemoRole(value="team_lead", label="Team lead"),
    DemoRole(value="member", label="Staff"),
    DemoRole(value="org_admin", label="Administrator"),
    DemoRole(value="auditor", label="Auditor"),
)


def demo_bar(*, action: str) -> DemoBar:
    """Stands on every page of the demonstration, with a button for each role."""
    return DemoBar(text=TEXT, action=action, roles=ROLES)
