"""The application's addresses and one that only the benchmark serves."""

from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import path

from config.urls import urlpatterns as served


@transaction.non_atomic_requests
@login_not_required
def hello(request: HttpRequest) -> HttpResponse:
    """A constant: what any page costs before it asks for anything."""
    return HttpResponse("hello")


urlpatterns = [path("hello", hello), *served]
