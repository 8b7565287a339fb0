"""Addresses that letters lead to without signing in."""

from django.urls import path

from objectives.views.from_letters import check_in

app_name = "from_letters"
urlpatterns = [
    path("organisations/<slug:slug>/check-in/<str:token>/", check_in, name="check_in"),
]
