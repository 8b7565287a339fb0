"""Addresses of this part inside an organisation, for `people.urls` to take in."""

from django.urls import path

from people.accounts import views

patterns = [
    path("set-up/", views.set_up_tasks, name="set_up_tasks"),
    path("organisation/name/", views.rename_organisation, name="rename_organisation"),
    path("people/<int:person_id>/invite/", views.invite, name="invite"),
    path(
        "people/<int:person_id>/withdraw-invitation/",
        views.withdraw_invitation,
        name="withdraw_invitation",
    ),
]
