from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.db import connection
from django.db.models import F, Max, Model

from objectives.figures import ACCEPT, DECLINE, OWNER, PARENT, all_accepted
from objectives.figures.lights import has_all_four
from objectives.models import (
    Agreement,
    AskedObjective,
    ContributionLink,
    ExpectedContribution,
    Measure,
    Objective,
    ObjectiveVersion,
    Withdrawal,
)
from objectives.queries.lights import lights_of
from people.accounts.demo import DEMO_PASSWORD, ROLES
from people.accounts.queries import demonstration_account
from people.models import (
    Account,
    Assignment,
    BoardMembership,
    Organisation,
    OrgUnit,
    Person,
    RoleGrant,
)
from people.queries import standing_of
from reports.models import ReportRun
from strategy.models import BoardDecision, PriorityWording, StrategyVersion, Value
from tests.config.demonstration.conftest import NOW
from tests.config.demonstration.counting import (
    alignment_on,
    coverage_lines_on,
    covered_on,
    line_of_sight_on,
)
from tests.config.demonstration.reading import TODAY, northvale
from tests.config.demonstration.stored import answers_to_newest, document

pytestmark = pytest.mark.usefixtures("northvale_inside")

ONCE_AGREED = ("agreed", "live", "achieved", "partly", "not_achieved")
DAYS = (*northvale().earlier_days, TODAY)


def test_everybody_and_everything_is_there() -> None:
    trust = northvale()
    wanted = {
        OrgUnit: trust.units,
        Person: trust.people,
        Assignment: trust.assignments,
        RoleGrant: trust.grants,
        BoardMembership: trust.board.seats,
        ExpectedContribution: trust.expectations,
        ContributionLink: trust.links,
        Objective: trust.objectives,
    }
    of_today = Measure.objects.filter(version__objective__current=F("version"))

    last_year = {ContributionLink: "child__cycle__state", Objective: "cycle__state"}
    there = {
        model: model._default_manager.exclude(
            **{last_year[model]: "closed"} if model in last_year else {"pk": 0}
        ).count()
        for model in wanted
    }
    assert there == {model: len(rows) for model, rows in wanted.items()}
    assert of_today.count() == sum(len(one.measures) for one in trust.objectives)


def test_each_objective_and_link_stands_as_its_story_ends() -> None:
    trust = northvale()
    objectives = Objective.objects.exclude(cycle__state="closed").values_list(
        "ref", "unit__code", "state", "current__title", "current__target_date"
    )
    links = ContributionLink.objects.exclude(child__cycle__state="closed").values_list(
        "child__ref", "state", "strength"
    )

    assert set(objectives) == {
        (one.ref, one.unit_code, one.state, one.title, one.target_date) for one in trust.objectives
    }
    assert Counter(links) == Counter((x.child_ref, x.state, x.strength) for x in trust.links)


def test_it_was_put_in_under_the_fences_between_organisations() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SELECT current_user, set_config('app.organisation', '', true)")

        assert cursor.fetchone() == ("throughline_app", "")
        cursor.execute("SELECT count(*) FROM objectives_objective")
        assert cursor.fetchone() == (0,)


def test_what_is_agreed_was_accepted_by_both_sides_in_its_newest_words() -> None:
    parents = {one.ref: one.parent_signatory for one in northvale().objectives}
    agreed = Objective.objects.filter(state__in=ONCE_AGREED, imported_at=None)
    answers = answers_to_newest()
    accepted = Agreement.objects.filter(response=ACCEPT).values_list(
        "version__objective__ref", "party", "person__staff_id"
    )
    people = {(ref, party): person for ref, party, person in accepted.order_by("made_at")}

    for objective in agreed:
        owner, parent = (people[objective.ref, party] for party in (OWNER, PARENT))
        assert all_accepted(answers[objective.ref], parties=()), objective
        assert owner != parent == parents[objective.ref]


def test_agreed_means_since_the_second_yes() -> None:
    agreed = Objective.objects.filter(state__in=ONCE_AGREED, imported_at=None)
    since = agreed.annotate(last_yes=Max("current__agreements__made_at"))

    assert agreed.count() > 500
    assert not since.exclude(agreed_at=F("last_yes")).exists()
    assert not agreed.filter(agreed_at__lt=F("proposed_at")).exists()


def test_what_is_not_agreed_lacks_somebodys_yes() -> None:
    answers = answers_to_newest()
    for objective in Objective.objects.filter(state__in=("draft", "proposed", "in_catchball")):
        said = answers[objective.ref]
        is_draft = objective.state == "draft"

        assert not all_accepted(said, parties=())
        assert objective.agreed_at is None
        assert (objective.proposed_at is None) is is_draft
        assert (said.get(PARENT) == DECLINE) is (objective.state == "in_catchball")
        assert said == {} or not is_draft


def test_some_wait_for_the_owners_side_and_some_for_the_other() -> None:
    answers = answers_to_newest()
    proposed = Objective.objects.filter(state="proposed").values_list("ref", flat=True)
    waits = Counter(tuple(sorted(answers[ref])) for ref in proposed)

    assert waits[(OWNER,)] >= 10
    assert waits[(PARENT,)] >= 3


def test_whoever_declines_or_withdraws_says_why() -> None:
    declined = Agreement.objects.filter(response=DECLINE)
    ended = ContributionLink.objects.filter(state__in=("declined", "ended"))
    withdrawn = Objective.objects.filter(state="withdrawn")

    assert declined.count() >= 20
    assert not declined.filter(note="").exists()
    assert not ended.filter(reason="").exists()
    assert Withdrawal.objects.filter(objective__in=withdrawn).count() == withdrawn.count()


def test_work_agreed_before_the_system_says_who_brought_it_in() -> None:
    imported = Objective.objects.filter(imported_at__isnull=False)

    assert 15 <= imported.count() <= 40
    assert all(objective.was_agreed_before for objective in imported)
    assert set(imported.values_list("imported_by", flat=True)) != {""}
    assert not Agreement.objects.filter(version__objective__in=imported).exists()


def test_words_changed_where_links_went_stale() -> None:
    stale = ContributionLink.objects.filter(state="stale", parent_objective__isnull=False)
    changed = stale.filter(
        parent_objective__current__number__gt=1,
        parent_objective__current__written_at__gt=F("answered_at"),
    )

    assert changed.count() == stale.count() >= 10
    assert ObjectiveVersion.objects.filter(number=3).exists()


def test_an_accepted_link_is_as_new_as_the_words_it_joins() -> None:
    accepted = ContributionLink.objects.filter(state="accepted")
    for end in ("child", "parent_objective"):
        agreed = accepted.filter(**{f"{end}__agreed_at__isnull": False})

        assert agreed.count() > 100
        assert not agreed.filter(answered_at__lt=F(f"{end}__current__written_at")).exists()


def test_what_serves_anything_serves_one_thing_first() -> None:
    standing = ContributionLink.objects.standing()
    marked = standing.filter(is_primary=True).values_list("child_id", flat=True)

    assert set(marked) == set(standing.values_list("child_id", flat=True))
    assert not ContributionLink.objects.filter(
        state__in=("declined", "ended"), is_primary=True
    ).exists()


@pytest.mark.parametrize(
    ("model", "moment"),
    [
        (ObjectiveVersion, "written_at"),
        (Agreement, "made_at"),
        (ContributionLink, "proposed_at"),
        (ContributionLink, "answered_at"),
        (Withdrawal, "asked_at"),
        (AskedObjective, "asked_at"),
        (ReportRun, "ended_at"),
    ],
)
def test_nothing_has_happened_that_is_yet_to_come(model: type[Model], moment: str) -> None:
    assert model._default_manager.aggregate(last=Max(moment))["last"] <= NOW


def test_the_board_decided_on_exactly_the_strategy_in_force() -> None:
    trust = northvale().strategy
    version = StrategyVersion.objects.get()
    decision = BoardDecision.objects.get()
    wordings = PriorityWording.objects.order_by("position")

    assert (version.state, version.title) == ("in_delivery", trust.title)
    assert decision.content_hash == version.content_hash
    assert (decision.votes_for, decision.is_carried) == (trust.decision.votes_for, True)
    assert list(wordings.values_list("priority__ref", "title")) == [
        (priority.ref, priority.title) for priority in trust.priorities
    ]
    assert Value.objects.count() == len(trust.values)


@pytest.mark.parametrize("day", DAYS)
def test_the_alignment_report_says_what_a_plain_reading_says(day: date) -> None:
    report = document("alignment", day)

    expected = alignment_on(northvale(), day)

    assert {part: report[part] for part in expected} == expected


@pytest.mark.parametrize("day", DAYS)
def test_the_coverage_report_says_what_a_plain_reading_says(day: date) -> None:
    report = document("coverage", day)

    cells = {(c["priority"], c["unit"]): c["objectives"] for c in report["cells"] if c["covered"]}
    assert report["priorities"] == coverage_lines_on(northvale(), day)
    assert report["line_of_sight"] == line_of_sight_on(northvale(), day)
    assert cells == covered_on(northvale(), day)


def test_each_earlier_run_is_dated_on_its_day() -> None:
    for kind in ReportRun.Kind.values:
        runs = ReportRun.objects.filter(kind=kind).order_by("as_of")

        assert [run.as_of.date() for run in runs] == list(DAYS)
        assert {run.state for run in runs} == {ReportRun.State.SUCCEEDED}
        assert all(run.started_at == run.as_of == run.ended_at for run in runs)


def test_only_those_who_stand_for_a_role_can_sign_in(northvale_inside: Organisation) -> None:
    accounts = {
        role.value: demonstration_account(organisation=northvale_inside, role=role.value)
        for role in ROLES
    }

    assert len({account.pk for account in accounts.values() if account}) == len(ROLES)
    assert Account.objects.count() == Person.objects.exclude(account=None).count() == len(ROLES)
    for account in Account.objects.all():
        assert authenticate(None, email=account.email, password=DEMO_PASSWORD) == account


def test_the_ward_manager_has_something_waiting_of_each_kind(
    northvale_inside: Organisation,
) -> None:
    account = demonstration_account(organisation=northvale_inside, role="team_lead")
    assert account is not None
    unit_ids = standing_of(account.persons.get()).directly_led_unit_ids
    own = Objective.objects.filter(unit__in=unit_ids)
    answers = answers_to_newest()

    assert {"draft", "proposed", "in_catchball"} <= {one.state for one in own}
    assert {PARENT: ACCEPT} in [answers[one.ref] for one in own if one.state == "proposed"]
    assert AskedObjective.objects.filter(unit__in=unit_ids, answered_at=None).exists()


@pytest.mark.parametrize(
    ("role", "at_least"), [("board_member", 3), ("directorate_lead", 3), ("od_staff", 1)]
)
def test_those_above_have_proposals_to_answer(
    northvale_inside: Organisation, role: str, at_least: int
) -> None:
    account = demonstration_account(organisation=northvale_inside, role=role)
    assert account is not None
    standing = standing_of(account.persons.get())
    led = standing.directly_led_unit_ids | {standing.root_unit_id}
    units = led if role == "board_member" else standing.directly_led_unit_ids
    asked = AskedObjective.objects.filter(unit__in=units, answered_at=None).count()
    proposed = ContributionLink.objects.filter(
        state="proposed", parent_objective__unit__in=units
    ).exclude(child__state="draft")

    assert proposed.count() + asked >= at_least


def test_put_in_twice_it_stays_as_it_was(capsys: pytest.CaptureFixture[str]) -> None:
    before = Organisation.objects.count(), Objective.objects.count(), Account.objects.count()

    call_command("seed_demonstration")

    after = Organisation.objects.count(), Objective.objects.count(), Account.objects.count()
    assert after == before
    assert capsys.readouterr().out == "The demonstration is there already\n"


def test_the_four_lights_show_what_they_may_show() -> None:
    agreed = Objective.objects.filter(state__in=("agreed", "live"))
    found = list(lights_of(agreed.select_related("current", "unit"), now=NOW).values())

    verdicts = Counter(light.verdict for lights in found for light in lights)
    assert {
        "Hard and doable",
        "Comfortable",
        "Punishing",
        "Not rated yet",
        "One side has rated",
        "The sides see it differently",
        "Clear, also to the team",
        "Not clear to the team",
        "Something is missing",
        "Stands alone, accepted",
        "Not confirmed yet",
    } <= verdicts.keys()
    assert {True, False, None} == {has_all_four(lights) for lights in found}
