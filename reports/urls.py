"""Addresses of reports, inside an organisation."""

from django.urls import path

from reports.views import alignment, coverage, files, lights, reach, running

app_name = "reports"
urlpatterns = [
    path("coverage/", coverage.coverage, name="coverage"),
    path("coverage/gap/", coverage.gap, name="gap"),
    path("coverage/uncovered/", coverage.uncovered, name="uncovered"),
    path("alignment/", alignment.alignment, name="alignment"),
    path("alignment/<slug:finding>/", alignment.finding, name="finding"),
    path("four-lights/", lights.lights, name="lights"),
    path("priorities/<path:ref>/reach/", reach.reach, name="reach"),
    path("reports/<slug:kind>/run/", running.run, name="run"),
    path("reports/runs/<int:run_id>/progress/", running.progress, name="progress"),
    path("reports/runs/<int:run_id>/<slug:table>.<slug:form>", files.download, name="download"),
]
