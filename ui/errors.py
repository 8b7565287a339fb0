from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def form_out_of_date(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose page has aged (its CSRF token is gone): say so, and how to go on."""
    return render(request, "errors/form_out_of_date.html", status=403)
