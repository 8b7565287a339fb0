from people.directory.views.board import (
    add_board_member,
    board,
    change_seat,
    end_membership,
    name_board,
)
from people.directory.views.organisation import organisation
from people.directory.views.persons import (
    add_person,
    edit_person,
    make_active,
    make_inactive,
    people,
    person,
)
from people.directory.views.places import add_place, change_place, end_place, move_place
from people.directory.views.roles import end_role, grant_role, roles

__all__ = [
    "add_board_member",
    "add_person",
    "add_place",
    "board",
    "change_place",
    "change_seat",
    "edit_person",
    "end_membership",
    "end_place",
    "end_role",
    "grant_role",
    "make_active",
    "make_inactive",
    "move_place",
    "name_board",
    "organisation",
    "people",
    "person",
    "roles",
]
