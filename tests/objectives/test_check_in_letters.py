"""The weekly letter, and the page its link opens without signing in."""

from __future__ import annotations

import uuid
from datetime import datetime, time, timedelta
from typing import Any

import pytest
from django.core import mail, signing
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from objectives.models import CheckIn, Objective
from objectives.queries.check_ins import people_with_due
from objectives.schedule import ask_for_check_ins
from objectives.services.check_in_letters import GOOD_FOR, SALT, holder_of, token_for
from objectives.services.check_in_letters import ask_for_check_ins as ask
from objectives.tasks import send_check_in_letter
from people.addresses import address
from people.models import Errand, LetterChoices, Organisation, Person
from people.tenancy import acting_in
from tests.factories import (
    AccountFactory,
    CheckInFactory,
    LetterChoicesFactory,
    MeasureFactory,
    ObjectiveFactory,
    OrganisationFactory,
    PersonFactory,
)
from tests.objectives.world import NOON, World


@pytest.fixture
def due(world: World) -> Objective:
    return ObjectiveFactory.create(
        unit=world.ward, state="live", title="Falls down by a fifth", agreed_at=long_ago()
    )


def long_ago() -> datetime:
    return timezone.now() - timedelta(days=60)


def link_for(person: Person, *, now: datetime | None = None, slug: str = "") -> str:
    token = token_for(person, now=now or timezone.now())
    return reverse("from_letters:check_in", args=(slug or person.organisation.slug, token))


def said(objective: Objective, confidence: object, **more: Any) -> dict[str, Any]:
    name = f"o{objective.pk}"
    fields = {f"{name}-number": 1, f"{name}-confidence": confidence, **more}
    return {"idempotency_key": str(uuid.uuid4()), **fields}


def test_a_letter_goes_to_each_lead_once_a_week(inside: Organisation, due: Objective) -> None:
    for days in (0, 0, 2):
        assert ask(organisation=inside, now=NOON + timedelta(days=days)) == 1

    [errand] = Errand.objects.filter(task="objectives.tasks.send_check_in_letter")
    assert "token" not in str(errand.arguments)
    ask(organisation=inside, now=NOON + timedelta(days=7))
    assert Errand.objects.filter(task="objectives.tasks.send_check_in_letter").count() == 2


def test_the_clock_asks_in_every_organisation(inside: Organisation, due: Objective) -> None:
    ask_for_check_ins()

    assert Errand.objects.filter(task="objectives.tasks.send_check_in_letter").count() == 1


def test_only_who_leads_something_due_and_can_answer_is_written_to(
    world: World, due: Objective
) -> None:
    gone = PersonFactory.create(name="Gone", email="gone@example.org", is_active=False)
    without = PersonFactory.create(name="Has no account", email="none@example.org")
    for person in (world.stranger, gone, without):
        ObjectiveFactory.create(
            unit=world.surgery, state="live", answerable=person, agreed_at=long_ago()
        )
    fresh = ObjectiveFactory.create(unit=world.medicine, state="live", agreed_at=long_ago())
    CheckInFactory.create(objective=fresh, checked_in_at=timezone.now())

    assert people_with_due(now=timezone.now()) == sorted([world.sister.pk, world.stranger.pk])


def test_a_letter_is_a_title_a_link_and_why_it_came(
    inside: Organisation, world: World, due: Objective
) -> None:
    any_hour(world.sister)
    ask(organisation=inside, now=timezone.now())
    errand = Errand.objects.get(task="objectives.tasks.send_check_in_letter")

    send_check_in_letter(errand_id=errand.pk, organisation_id=inside.pk)
    send_check_in_letter(errand_id=errand.pk, organisation_id=inside.pk)

    [letter] = mail.outbox
    assert letter.to == ["sam@example.org"]
    assert letter.subject == "Check in on 1 objective"
    title, link, why = str(letter.body).strip().split("\n\n")
    assert title == "For you, as you lead it: Falls down by a fifth"
    assert "/organisations/northvale/check-in/" in link
    assert why.startswith("You get this letter because you lead work")


def any_hour(person: Person) -> None:
    """Tests run at night too."""
    LetterChoicesFactory.create(person=person, quiet_from=time(7), quiet_until=time(7))


def test_who_wants_only_a_digest_gets_no_check_in_letter(
    inside: Organisation, world: World, due: Objective
) -> None:
    any_hour(world.sister)
    LetterChoices.objects.update(is_told_at_once=False)
    ask(organisation=inside, now=timezone.now())
    errand = Errand.objects.get(task="objectives.tasks.send_check_in_letter")

    send_check_in_letter(errand_id=errand.pk, organisation_id=inside.pk)

    assert mail.outbox == []


def test_what_was_said_since_needs_no_letter(
    inside: Organisation, world: World, due: Objective
) -> None:
    any_hour(world.sister)
    ask(organisation=inside, now=timezone.now())
    errand = Errand.objects.get(task="objectives.tasks.send_check_in_letter")
    CheckInFactory.create(objective=due, checked_in_at=timezone.now())

    send_check_in_letter(errand_id=errand.pk, organisation_id=inside.pk)

    assert mail.outbox == []


def test_choosing_and_confirming_is_a_check_in(
    client: Client, world: World, due: Objective
) -> None:
    link = link_for(world.sister)
    page = client.get(link).text
    assert "Check in on 1 objective" in page
    assert page.count("<button") >= 1

    answer = client.post(link, said(due, 4))

    made = CheckIn.objects.get()
    assert (made.person, made.confidence, made.objective) == (world.sister, 4, due)
    assert answer["Location"] == f"{link}?saved={made.pk}"
    after = client.get(answer["Location"]).text
    assert "Saved. Thank you, Sam Sister." in after
    assert "Nothing more is due" in after


def test_a_link_to_fifty_costs_as_many_queries_as_to_five(client: Client, world: World) -> None:
    def counted() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(link_for(world.sister)).status_code == 200
        return len(captured)

    def more(how_many: int) -> None:
        ObjectiveFactory.create_batch(how_many, unit=world.ward, state="live", agreed_at=long_ago())

    more(5)
    counted()  # the first request of a process asks once whether anybody can sign in
    few = counted()
    more(45)

    assert counted() == few


def test_no_session_comes_of_it(client: Client, world: World, due: Objective) -> None:
    link = link_for(world.sister)
    client.get(link)
    client.post(link, said(due, 4))

    assert "sessionid" not in client.cookies
    assert client.get(address("objectives:home"))["Location"].startswith("/accounts/login/")


def test_it_is_recorded_as_that_persons_doing_whoever_is_signed_in(
    world: World, due: Objective
) -> None:
    client = Client()
    assert world.director.account is not None
    client.force_login(world.director.account)

    client.post(link_for(world.sister), said(due, 4))

    assert CheckIn.objects.get().person == world.sister


def test_a_link_takes_a_confidence_and_nothing_more(
    client: Client, world: World, due: Objective
) -> None:
    MeasureFactory.create(version=due.current)
    name = f"o{due.pk}"

    client.post(
        link_for(world.sister), said(due, 4, **{f"{name}-helped": "Luck", f"{name}-value1": "3"})
    )

    made = CheckIn.objects.get()
    assert (made.helped, made.values.count()) == ("", 0)


def test_a_link_reaches_ones_own_objectives_only(
    client: Client, world: World, due: Objective
) -> None:
    other = ObjectiveFactory.create(unit=world.surgery, state="live", agreed_at=long_ago())

    answer = client.post(link_for(world.sister), said(other, 4))

    assert answer.status_code == 422
    assert str(other.current) not in answer.text
    assert not CheckIn.objects.exists()


def test_the_same_form_twice_is_one_check_in_and_a_new_one_a_second(
    client: Client, world: World, due: Objective
) -> None:
    link, form = link_for(world.sister), said(due, 4)

    first, second = client.post(link, form), client.post(link, form)
    client.post(link, said(due, 5))

    assert first["Location"] == second["Location"]
    assert CheckIn.objects.count() == 2


def test_a_mistake_comes_back_as_it_was(client: Client, world: World, due: Objective) -> None:
    answer = client.post(link_for(world.sister), said(due, ""))

    assert answer.status_code == 422
    assert "There is a problem" in answer.text


def test_a_fall_offers_to_say_why_signed_in(client: Client, world: World, due: Objective) -> None:
    CheckInFactory.create(objective=due, checked_in_at=long_ago())

    answer = client.post(link_for(world.sister), said(due, 2), follow=True)

    made = CheckIn.objects.latest("pk")
    assert address("objectives:check_in_why", made.pk) in answer.text


def body(client: Client, link: str) -> tuple[int, str]:
    answer = client.get(link)
    cut = answer.text.find("x-csrftoken")
    return answer.status_code, answer.text[:cut] + answer.text[cut + 100 :]


def test_every_link_that_does_not_work_reads_the_same(
    client: Client, world: World, due: Objective
) -> None:
    sister, now = world.sister, timezone.now()
    organisation = sister.organisation
    elsewhere = OrganisationFactory.create(name="Southmere Care", slug="southmere")
    with acting_in(elsewhere, cause="test"):
        stranger = PersonFactory.create(name="Elsewhere", account=AccountFactory.create())
    bound = {"organisation": organisation.pk, "person": sister.pk, "until": 9_999_999_999}
    other_purpose = signing.Signer(salt="something.else").sign_object(bound)
    good = token_for(sister, now=now)
    bad_links = [
        link_for(sister, now=now - GOOD_FOR),
        link_for(sister, slug="southmere"),
        link_for(sister, slug="no-such-place"),
        link_for(stranger, slug="northvale"),
        reverse("from_letters:check_in", args=("northvale", other_purpose)),
        reverse("from_letters:check_in", args=("northvale", f"{good[:-1]}!")),
        reverse("from_letters:check_in", args=("northvale", "nonsense")),
    ]

    answers = {body(client, link) for link in bad_links}

    assert len(answers) == 1
    [(status, text)] = answers
    assert status == 404
    assert "This link does not work" in text
    assert "/accounts/login/" in text
    assert client.post(bad_links[0], said(due, 4)).status_code == 404
    assert not CheckIn.objects.exists()


def test_a_link_ends_with_its_persons_place_here(
    client: Client, world: World, due: Objective
) -> None:
    link = link_for(world.sister)
    Person.objects.filter(pk=world.sister.pk).update(is_active=False)

    assert client.get(link).status_code == 404


def test_a_signature_for_this_purpose_holds_seven_days(world: World) -> None:
    token = token_for(world.sister, now=NOON)

    def holder(after: timedelta) -> object:
        return holder_of(slug="northvale", token=token, now=NOON + after)

    assert holder(GOOD_FOR - timedelta(seconds=1)) is not None
    assert holder(GOOD_FOR) is None
    assert signing.Signer(salt=SALT).unsign_object(token)["person"] == world.sister.pk
