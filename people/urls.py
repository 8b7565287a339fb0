"""Addresses about people and structure, inside an organisation."""

from django.urls import path

from people.accounts import urls as accounts
from people.audit import views as audit
from people.correspondence import views as correspondence
from people.directory import views as directory
from people.intake import urls as intake
from people.searching import views as searching
from people.structure import views as structure

app_name = "people"
urlpatterns = [
    path("organisation/", directory.organisation, name="organisation"),
    path("units/", structure.units, name="units"),
    path("units/<int:unit_id>/", structure.unit, name="unit"),
    path("units/<int:unit_id>/add/", structure.add_unit, name="add_unit"),
    path("units/<int:unit_id>/edit/", structure.edit_unit, name="edit_unit"),
    path("units/<int:unit_id>/move/", structure.move_unit, name="move_unit"),
    path("units/<int:unit_id>/close/", structure.close_unit, name="close_unit"),
    path("units/<int:unit_id>/reopen/", structure.reopen_unit, name="reopen_unit"),
    path("people/", directory.people, name="people"),
    path("people/add/", directory.add_person, name="add_person"),
    path("people/<int:person_id>/", directory.person, name="person"),
    path("people/<int:person_id>/edit/", directory.edit_person, name="edit_person"),
    path("people/<int:person_id>/make-inactive/", directory.make_inactive, name="make_inactive"),
    path("people/<int:person_id>/make-active/", directory.make_active, name="make_active"),
    path("people/<int:person_id>/places/add/", directory.add_place, name="add_place"),
    path("places/<int:place_id>/change/", directory.change_place, name="change_place"),
    path("places/<int:place_id>/move/", directory.move_place, name="move_place"),
    path("places/<int:place_id>/end/", directory.end_place, name="end_place"),
    path("board/", directory.board, name="board"),
    path("board/name/", directory.name_board, name="name_board"),
    path("board/add/", directory.add_board_member, name="add_board_member"),
    path("board/<int:membership_id>/change/", directory.change_seat, name="change_seat"),
    path("board/<int:membership_id>/end/", directory.end_membership, name="end_membership"),
    path("letters/", correspondence.letters, name="letters"),
    path("letters/out-of-reach/", correspondence.out_of_reach, name="out_of_reach"),
    path("letters/<int:errand_id>/again/", correspondence.send_again, name="send_again"),
    path("roles/", directory.roles, name="roles"),
    path("roles/grant/", directory.grant_role, name="grant_role"),
    path("roles/<int:grant_id>/end/", directory.end_role, name="end_role"),
    path("search/", searching.search, name="search"),
    path("search/suggest/", searching.suggest, name="suggest"),
    path("record/", audit.record, name="record"),
    path("record/file/", audit.record_file, name="record_file"),
    *accounts.patterns,
    *intake.patterns,
]
