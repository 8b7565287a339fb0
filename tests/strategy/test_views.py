from __future__ import annotations

import uuid
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from people.models import Account, Organisation, Person, RoleGrant
from people.tenancy import acting_in
from strategy import queries, services
from strategy.models import BoardDecision, Priority, PriorityWording, StrategyVersion
from strategy.services import PriorityWords
from tests.conftest import HTMX
from tests.factories import (
    AccountFactory,
    BoardMembershipFactory,
    OrgUnitFactory,
    PersonFactory,
    RoleGrantFactory,
)
from tests.parallel import at_once

ADD = "/northvale/strategy/draft/priorities/add/"


@pytest.fixture
def secretary(person: Person) -> Person:
    RoleGrantFactory.create(person=person, role=RoleGrant.Role.BOARD_SECRETARY)
    return person


@pytest.fixture
def draft(inside: Organisation) -> StrategyVersion:
    draft = services.start_draft(title="Leading together")
    services.add_priority(
        draft=draft, words=PriorityWords(title="Kind care", statement="", sponsor=None)
    )
    StrategyVersion.objects.filter(pk=draft.pk).update(vision="Care for those we love")
    return draft


def key() -> str:
    return str(uuid.uuid4())


def test_everyone_sees_that_there_is_no_strategy_yet(signed_in: Client) -> None:
    response = signed_in.get("/northvale/strategy/")

    assert "once the Board has put them in force" in response.text
    assert "Start drafting" not in response.text


@pytest.mark.parametrize("path", ["draft/", "draft/words/", "draft/priorities/add/", "start/"])
def test_a_draft_is_not_there_for_others(
    signed_in: Client, draft: StrategyVersion, path: str
) -> None:
    assert signed_in.get(f"/northvale/strategy/{path}").status_code == 404
    assert "Kind care" not in signed_in.get("/northvale/strategy/").text
    assert signed_in.get(f"/northvale/strategy/versions/{draft.number}/").status_code == 404


def test_the_signed_out_are_asked_to_sign_in(
    client: Client, person: Person, draft: StrategyVersion
) -> None:
    response = client.get("/northvale/strategy/draft/")

    assert response.status_code == 302
    assert response["Location"].startswith("/accounts/login/")


def test_a_draft_is_started_worded_and_read(signed_in: Client, secretary: Person) -> None:
    signed_in.post("/northvale/strategy/start/", {"title": "Together", "idempotency_key": key()})
    words = {"title": "Together", "vision": "Care we would choose", "version": "1"}

    response = signed_in.post("/northvale/strategy/draft/words/", words, follow=True)

    assert "Care we would choose" in response.text
    assert "Write at least one priority" in response.text


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_priority_without_words_comes_back_with_what_was_typed(
    signed_in: Client, secretary: Person, draft: StrategyVersion, headers: dict[str, str]
) -> None:
    sent = {"title": "", "statement": "Typed with care", "idempotency_key": key()}

    response = signed_in.post(ADD, sent, headers=headers)

    assert response.status_code == 422
    assert "Enter the priority in a few words" in response.text
    assert "Typed with care" in response.text


def test_a_stale_edit_shows_both_texts_and_can_then_be_saved(
    signed_in: Client, secretary: Person, draft: StrategyVersion
) -> None:
    wording = PriorityWording.objects.get()
    address = f"/northvale/strategy/draft/priorities/{wording.pk}/"
    signed_in.post(address, {"title": "Theirs", "version": "1"})

    stale = signed_in.post(address, {"title": "Mine", "version": "1"})
    saved = signed_in.post(address, {"title": "Mine", "version": "2"})

    assert stale.status_code == 409
    assert "Theirs" in stale.text
    assert 'name="version" value="2"' in stale.text
    assert 'value="Mine"' in stale.text
    assert saved.status_code == 302


def test_a_sponsor_is_a_member_of_the_board(
    signed_in: Client, secretary: Person, draft: StrategyVersion
) -> None:
    outsider = PersonFactory.create()
    BoardMembershipFactory.create()

    response = signed_in.post(
        ADD, {"title": "Fair outcomes", "sponsor": outsider.pk, "idempotency_key": key()}
    )

    assert response.status_code == 422
    assert "Select a member of the Board from the list" in response.text


def decision(draft: StrategyVersion, **others: str) -> dict[str, str]:
    draft.refresh_from_db()
    return {
        "idempotency_key": key(),
        "words_hash": queries.strategy_page(draft).content_hash,
        "held_on_0": "29",
        "held_on_1": "10",
        "held_on_2": "2026",
        "text": "The Board approved it",
        "votes_for": "9",
        "votes_against": "1",
        "abstentions": "1",
    } | others


def test_a_decision_is_checked_and_then_recorded(
    signed_in: Client, secretary: Person, draft: StrategyVersion
) -> None:
    sent = decision(draft)

    check = signed_in.post("/northvale/strategy/draft/decide/", sent | {"step": "check"})
    assert "comes in force from 29 October 2026" in check.text
    assert BoardDecision.objects.count() == 0
    done = signed_in.post(
        "/northvale/strategy/draft/decide/", sent | {"step": "record"}, follow=True
    )

    assert "The decision is recorded" in done.text
    assert "In force since 29 October 2026" in done.text
    assert BoardDecision.objects.get().meeting.held_on == date(2026, 10, 29)


def test_one_who_drafts_but_does_not_record_is_told_so(
    signed_in: Client, person: Person, draft: StrategyVersion
) -> None:
    RoleGrantFactory.create(person=person, role=RoleGrant.Role.OD_STAFF)

    response = signed_in.post(
        "/northvale/strategy/draft/decide/", decision(draft) | {"step": "record"}
    )

    assert response.status_code == 403
    assert BoardDecision.objects.count() == 0


def test_a_draft_page_costs_the_same_whatever_its_length(
    signed_in: Client, secretary: Person, draft: StrategyVersion
) -> None:
    def queries_used() -> int:
        with CaptureQueriesContext(connection) as captured:
            signed_in.get("/northvale/strategy/draft/")
        return len(captured)

    few = queries_used()
    for n in range(8):
        services.add_priority(
            draft=draft, words=PriorityWords(title=f"Priority {n}", statement="", sponsor=None)
        )

    assert queries_used() == few


@pytest.mark.django_db(transaction=True)
def test_a_form_sent_twenty_times_at_once_makes_one_priority(organisation: Organisation) -> None:
    account = _secretary_account(organisation)
    sent = {"title": "Fair outcomes", "idempotency_key": key()}

    def send() -> tuple[int, str]:
        client = Client()
        client.force_login(account)
        response = client.post(ADD, sent)
        return response.status_code, response.get("Location", "")

    answers = at_once(*[send] * 20)

    assert set(answers) == {(302, "/northvale/strategy/draft/")}
    with acting_in(organisation):
        assert Priority.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_same_key_with_other_words_is_refused(organisation: Organisation) -> None:
    client = Client()
    client.force_login(_secretary_account(organisation))
    sent = {"title": "Fair outcomes", "idempotency_key": key()}
    client.post(ADD, sent)

    response = client.post(ADD, sent | {"title": "Other words"})

    assert response.status_code == 422
    with acting_in(organisation):
        assert [w.title for w in PriorityWording.objects.all()] == ["Fair outcomes"]


def _secretary_account(organisation: Organisation) -> Account:
    with acting_in(organisation):
        OrgUnitFactory.create(code="BOARD", kind="organisation", parent=None)
        person = PersonFactory.create(account=AccountFactory.create())
        RoleGrantFactory.create(person=person, role=RoleGrant.Role.BOARD_SECRETARY)
        services.start_draft(title="Together")
    assert person.account is not None
    return person.account
