"""Who asks for the pages: somebody who leads a team with teams below it, signed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Count
from django.test import Client
from django.urls import reverse

from benchmarks.loading import Loaded
from objectives.models import ContributionLink, Objective
from people.addresses import address
from people.models import Account, Assignment, OrgUnit, Person
from people.tenancy import acting_in
from strategy.models import PriorityWording


@dataclass(frozen=True, kw_only=True)
class Visitor:
    """A session, and by each page's name where it is."""

    session: str
    paths: dict[str, str]


def sign_in(loaded: Loaded, *, now: datetime) -> Visitor:
    """Somebody of the last team that has teams below it leads it from now on."""
    account = Account.objects.create_user("lead@example.org")
    with acting_in(loaded.organisation, cause="benchmark"):
        team = OrgUnit.objects.exclude(children=None).latest("pk")
        place = Assignment.objects.filter(unit=team, person__is_active=True).earliest("pk")
        Assignment.objects.filter(pk=place.pk).update(is_lead=True, started_on=now.date())
        Person.objects.filter(pk=place.person_id).update(account=account)
        paths = _paths(team)
    return Visitor(session=_session(account), paths=paths)


def _session(account: Account) -> str:
    client = Client()
    client.force_login(account)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def _paths(team: OrgUnit) -> dict[str, str]:
    priority = PriorityWording.objects.in_force().earliest("position", "pk").priority
    return {
        "sign-in": reverse("account_login"),
        "home": address("objectives:home"),
        "objective": address("objectives:objective", _most_linked(team)),
        "team": address("objectives:team", team.pk),
        "check-in": address("objectives:check_in"),
        "coverage": address("reports:coverage"),
        "reach": address("reports:reach", priority.ref),
    }


def _most_linked(team: OrgUnit) -> int:
    """The team's agreed objective that most others serve, among those that serve one."""
    serving = ContributionLink.objects.filter(state=ContributionLink.State.ACCEPTED)
    agreed = (Objective.State.AGREED, Objective.State.LIVE)
    objectives = Objective.objects.filter(unit=team, state__in=agreed, links_up__in=serving)
    served = objectives.annotate(below=Count("links_down", distinct=True))
    return served.order_by("-below", "pk").values_list("pk", flat=True)[0]
