"""Every address. What belongs to an organisation begins with its slug."""

from django.urls import include, path

urlpatterns = [
    path("accounts/", include("allauth.urls")),
    path("", include("people.open_urls")),
    path(
        "<slug:organisation_slug>/",
        include(
            [
                path("", include("people.urls")),
                path("", include("strategy.urls")),
                path("", include("objectives.urls")),
                path("", include("reports.urls")),
            ]
        ),
    ),
]
