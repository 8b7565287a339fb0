"""Addresses of this part inside an organisation, for `people.urls` to take in."""

from django.urls import path

from people.intake import views

patterns = [
    path("imports/", views.imports, name="imports"),
    path("imports/choose/<slug:kind>/", views.choose, name="import_choose"),
    path("imports/<int:run_id>/", views.check, name="import_check"),
    path("imports/<int:run_id>/match/", views.match, name="import_match"),
    path("imports/<int:run_id>/progress/", views.progress, name="import_progress"),
    path("imports/<int:run_id>/go/", views.go, name="import_go"),
    path("imports/<int:run_id>/bad-rows/<slug:sheet>.csv", views.bad_rows, name="import_bad_rows"),
    path("imports/<int:run_id>/undo/", views.undo, name="undo_import"),
    path("exports/", views.exports, name="exports"),
    path("exports/<slug:kind>.<slug:form>", views.export, name="export"),
]
