from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import connection, transaction
from django.utils.timezone import localtime

from config.demonstration import build
from config.demonstration.records import Demonstration
from config.demonstration.seed.accounts import add_accounts, personas
from config.demonstration.seed.asked import ask_some
from config.demonstration.seed.between_teams import need_each_other
from config.demonstration.seed.check_ins import say_how_it_goes
from config.demonstration.seed.facts import Desk
from config.demonstration.seed.in_their_place import answer_in_their_place, remind_of_what_waits
from config.demonstration.seed.last_year import tell_last_year
from config.demonstration.seed.moments import Hour, Moments
from config.demonstration.seed.networks import carry_together
from config.demonstration.seed.organisation import Known, add_organisation, add_structure
from config.demonstration.seed.rated import rate_some
from config.demonstration.seed.rows import keys
from config.demonstration.seed.story import Story, StoryTeller
from config.demonstration.seed.strategy import open_the_year, put_strategy_in_force
from config.demonstration.seed.talks import let_them_talk
from config.demonstration.seed.work import Work
from config.demonstration.seed.worried import credit_and_worry
from objectives.models import Cycle, Objective, ObjectiveVersion
from people.models import Organisation
from people.tenancy import acting_in
from reports import services as reports
from reports.models import ReportRun
from strategy.models import Priority

Say = Callable[[str], object]
# a busy machine takes its time, above all over the last check of every key
PATIENCE = """
    SET LOCAL statement_timeout = '5min';
    SET LOCAL lock_timeout = '5min';
    SET LOCAL idle_in_transaction_session_timeout = '5min';
"""


class SeedingFailed(Exception):
    """The message is fit to show to the person who tried."""


def seed(*, now: datetime, say: Say) -> Organisation | None:
    """The demonstration as it stands today; nothing where there is one already."""
    if _is_there():
        return None
    say("Making up the demonstration: a fictional trust, its people and their work")
    trust = build(today=localtime(now).date())
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(PATIENCE)
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('demonstration'))")
        if _is_there():
            return None
        organisation = _add(trust, now=now, say=say)
    say(f"{organisation.name} is ready")
    return organisation


def _is_there() -> bool:
    return Organisation.objects.filter(is_demonstration=True).exists()


def _add(trust: Demonstration, *, now: datetime, say: Say) -> Organisation:
    if Organisation.objects.filter(slug=trust.organisation.slug).exists():
        raise SeedingFailed(
            f"There is an organisation at /{trust.organisation.slug}/ already, and it is not made "
            "up. Use another database for the demonstration"
        )
    moments = Moments(now=now)
    organisation = add_organisation(trust)
    accounts = add_accounts(trust)
    with acting_in(organisation, cause="demonstration"):
        say(f"  {len(trust.units)} units and {len(trust.people)} people")
        known = add_structure(trust, organisation=organisation, accounts=accounts)
        say("  the board's strategy, and what it asks of whom")
        priorities = put_strategy_in_force(trust, known=known, moments=moments)
        cycle = open_the_year(trust, known=known, priorities=priorities)
        story = StoryTeller(trust, moments=moments).story()
        desk = _desk(trust, story, known=known, cycle=cycle, priorities=priorities, moments=moments)
        _live_through(trust, Work(trust, story, desk), now=now, say=say)
        say_how_it_goes(organisation=organisation, moments=moments)
        ask_some(
            known=known,
            priorities=priorities,
            personas=personas(trust),
            today=localtime(now).date(),
            moments=moments,
        )
        rate_some(cycle=cycle, now=now)
        let_them_talk(cycle=cycle, now=now)
        answer_in_their_place(trust, known=known, cycle=cycle, now=now)
        remind_of_what_waits(organisation=organisation, now=now)
        need_each_other(cycle=cycle, now=now)
        carry_together(cycle=cycle, now=now)
        tell_last_year(cycle=cycle, priorities=priorities, importer=desk.importer, moments=moments)
        credit_and_worry(cycle=cycle, now=now)
    return organisation


def _desk(
    trust: Demonstration,
    story: Story,
    *,
    known: Known,
    cycle: Cycle,
    priorities: dict[str, Priority],
    moments: Moments,
) -> Desk:
    refs = [one.ref for one in trust.objectives]
    written = [(ref, each.number) for ref in refs for each in story.wordings[ref]]
    admin = known.people[personas(trust)["org_admin"]]
    return Desk(
        known=known,
        cycle=cycle,
        priorities=priorities,
        importer=admin.name,
        objective_keys=dict(zip(refs, keys(Objective, len(refs)), strict=True)),
        version_keys=dict(zip(written, keys(ObjectiveVersion, len(written)), strict=True)),
        moments=moments,
    )


def _live_through(trust: Demonstration, work: Work, *, now: datetime, say: Say) -> None:
    """From day to day, with the reports of each computed from what stands there then."""
    for day in trust.earlier_days:
        evening = work.desk.moments.at(day, Hour.REPORTED)
        say(f"  the work as it stood on {day:%-d %B %Y}, and its reports")
        work.bring_to(day, evening)
        _report(trust, work, as_of=evening)
    say(f"  {len(trust.objectives)} objectives and {len(trust.links)} links today")
    work.bring_to(localtime(now).date(), now)
    _report(trust, work, as_of=now)


def _report(trust: Demonstration, work: Work, *, as_of: datetime) -> None:
    for kind in ReportRun.Kind.values:
        with _joining_whole_tables():
            run = reports.report_now(
                kind=kind,
                organisation=work.desk.known.organisation,
                cycle_name=trust.cycle.name,
                now=as_of,
                as_of=as_of,
            )
        if run.state != ReportRun.State.SUCCEEDED:
            raise SeedingFailed(f"The {kind} report could not be computed: {run.trouble}")


@contextmanager
def _joining_whole_tables() -> Iterator[None]:
    """The database has counted no row of this transaction yet, and would join one by one."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_nestloop = off")
        yield
        cursor.execute("SET LOCAL enable_nestloop = on")
