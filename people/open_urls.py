"""Addresses outside any organisation."""

from django.urls import path

from people.accounts import views

app_name = "entrance"
urlpatterns = [
    path("", views.landing, name="landing"),
    path("organisations/", views.choose_organisation, name="choose_organisation"),
    path("accounts/", views.account, name="account"),
    path("invitations/<slug:slug>/<str:token>/", views.invitation, name="invitation"),
    path("set-up/", views.set_up, name="set_up"),
    path("demo/", views.demonstration, name="demonstration"),
]
