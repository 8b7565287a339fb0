from ui.chrome import MenuItem
from ui.context import menu_entries

MENU = [
    MenuItem(label="Home", href="/nv/"),
    MenuItem(label="Objectives", href="/nv/objectives/"),
    MenuItem(label="Coverage", href="/nv/reports/coverage/"),
]


def current(path: str) -> list[str]:
    entries = menu_entries(MENU, path, home_url="/nv/")
    return [entry.item.label for entry in entries if entry.is_current]


def test_the_menu_marks_where_a_person_is() -> None:
    assert current("/nv/objectives/12/") == ["Objectives"]
    assert current("/nv/") == ["Home"]


def test_home_is_not_marked_on_pages_that_the_menu_does_not_lead_to() -> None:
    assert current("/nv/people/3/") == []
