"""Every address. What belongs to an organisation begins with its slug."""

from django.urls import include, path

from config import health, pages

urlpatterns = [
    path("health/live", health.live, name="live"),
    path("health/ready", health.ready, name="ready"),
    path("help/accessibility/", pages.accessibility, name="accessibility"),
    path("help/privacy/", pages.privacy, name="privacy"),
    path("accounts/", include("people.accounts.sign_in_urls")),
    path("", include("people.open_urls")),
    path("", include("objectives.open_urls")),
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
