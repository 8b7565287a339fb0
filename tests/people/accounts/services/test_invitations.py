from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from people.accounts.services import (
    InvitationRefused,
    InvitationSpent,
    accept_as,
    accept_by_single_sign_on,
    accept_with_password,
    invite,
    withdraw_invitation,
)
from people.accounts.tokens import invitation_token
from people.models import Account, Errand, Invitation, Organisation, Person
from people.tenancy import acting_in
from tests.factories import AccountFactory, OrganisationFactory, OrgUnitFactory, PersonFactory
from tests.parallel import at_once

pytestmark = pytest.mark.django_db

PASSWORD = "rain on slate"
WEEK = timedelta(days=7)


def token_of(invitation: Invitation) -> str:
    return invitation_token(person_id=invitation.person_id, expires_at=invitation.expires_at)


def test_an_invitation_leaves_one_letter_and_keeps_no_token(
    newcomer: Person, person: Person, noon: datetime
) -> None:
    invitation = invite(person=newcomer, invited_by=person, now=noon)

    errand = Errand.objects.get()
    assert errand.task == "people.accounts.tasks.send_invitation"
    assert errand.arguments == {"invitation": invitation.pk}
    assert invitation.email == "ben.tate@northvale.example"
    assert token_of(invitation) not in str(Invitation.objects.values().get())


def test_a_second_invitation_takes_the_place_of_the_first(
    newcomer: Person, noon: datetime, inside: Organisation
) -> None:
    first = invite(person=newcomer, invited_by=None, now=noon)
    second = invite(person=newcomer, invited_by=None, now=noon + timedelta(days=1))

    with pytest.raises(InvitationSpent):
        accept_with_password(
            organisation=inside, token=token_of(first), password=PASSWORD, now=noon
        )
    accept_with_password(organisation=inside, token=token_of(second), password=PASSWORD, now=noon)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"email": ""}, "has no email address"),
        ({"is_active": False}, "no longer active"),
    ],
)
def test_not_everybody_can_be_invited(
    newcomer: Person, noon: datetime, change: dict[str, object], sentence: str
) -> None:
    Person.objects.filter(pk=newcomer.pk).update(**change)

    with pytest.raises(InvitationRefused, match=sentence):
        invite(person=newcomer, invited_by=None, now=noon)

    assert not Errand.objects.exists()


def test_who_can_sign_in_is_not_invited_again(person: Person, noon: datetime) -> None:
    with pytest.raises(InvitationRefused, match="can sign in already"):
        invite(person=person, invited_by=None, now=noon)


def test_a_password_makes_the_persons_account(
    newcomer: Person, inside: Organisation, noon: datetime
) -> None:
    invitation = invite(person=newcomer, invited_by=None, now=noon)

    account = accept_with_password(
        organisation=inside, token=token_of(invitation), password=PASSWORD, now=noon
    )

    newcomer.refresh_from_db()
    invitation.refresh_from_db()
    assert newcomer.account == account
    assert account.email == "ben.tate@northvale.example"
    assert account.check_password(PASSWORD)
    assert invitation.accepted_at == noon


def test_single_sign_on_makes_an_account_without_a_password(
    newcomer: Person, inside: Organisation, noon: datetime
) -> None:
    invitation = invite(person=newcomer, invited_by=None, now=noon)

    account = accept_by_single_sign_on(organisation=inside, token=token_of(invitation), now=noon)

    assert not account.has_usable_password()


@pytest.mark.parametrize(("late", "works"), [(-1, True), (0, False), (1, False)])
def test_a_link_works_for_seven_days_to_the_second(
    newcomer: Person, inside: Organisation, noon: datetime, late: int, works: bool
) -> None:
    invitation = invite(person=newcomer, invited_by=None, now=noon)
    then = noon + WEEK + timedelta(seconds=late)

    try:
        accept_with_password(
            organisation=inside, token=token_of(invitation), password=PASSWORD, now=then
        )
        has_worked = True
    except InvitationSpent:
        has_worked = False

    assert has_worked is works


def test_a_link_works_once(newcomer: Person, inside: Organisation, noon: datetime) -> None:
    token = token_of(invite(person=newcomer, invited_by=None, now=noon))
    accept_with_password(organisation=inside, token=token, password=PASSWORD, now=noon)

    with pytest.raises(InvitationSpent):
        accept_with_password(organisation=inside, token=token, password="another one", now=noon)


def test_a_withdrawn_link_does_not_work(
    newcomer: Person, inside: Organisation, noon: datetime
) -> None:
    token = token_of(invite(person=newcomer, invited_by=None, now=noon))

    assert withdraw_invitation(person=newcomer, now=noon)

    with pytest.raises(InvitationSpent):
        accept_with_password(organisation=inside, token=token, password=PASSWORD, now=noon)
    assert not withdraw_invitation(person=newcomer, now=noon)


def test_a_leavers_link_does_not_work(
    newcomer: Person, inside: Organisation, noon: datetime
) -> None:
    token = token_of(invite(person=newcomer, invited_by=None, now=noon))
    Person.objects.filter(pk=newcomer.pk).update(is_active=False)

    with pytest.raises(InvitationSpent):
        accept_with_password(organisation=inside, token=token, password=PASSWORD, now=noon)


def test_a_link_works_in_its_own_organisation_only(
    newcomer: Person, inside: Organisation, noon: datetime
) -> None:
    token = token_of(invite(person=newcomer, invited_by=None, now=noon))
    elsewhere = OrganisationFactory.create()

    with pytest.raises(InvitationSpent):
        accept_with_password(organisation=elsewhere, token=token, password=PASSWORD, now=noon)


def test_an_address_with_an_account_is_not_given_a_second_one(
    newcomer: Person, inside: Organisation, noon: datetime
) -> None:
    AccountFactory.create(email="ben.tate@northvale.example")
    invitation = invite(person=newcomer, invited_by=None, now=noon)

    with pytest.raises(InvitationRefused, match="already has an account"):
        accept_with_password(
            organisation=inside, token=token_of(invitation), password=PASSWORD, now=noon
        )

    invitation.refresh_from_db()
    assert invitation.accepted_at is None


def test_one_account_has_persons_in_two_organisations(
    newcomer: Person, noon: datetime, inside: Organisation
) -> None:
    elsewhere = OrganisationFactory.create()
    with acting_in(elsewhere):
        account = AccountFactory.create()
        PersonFactory.create(account=account)
    token = token_of(invite(person=newcomer, invited_by=None, now=noon))

    accept_as(organisation=inside, token=token, account=account, now=noon)

    newcomer.refresh_from_db()
    assert newcomer.account == account


def test_an_account_is_one_person_in_an_organisation(
    newcomer: Person, person: Person, noon: datetime, inside: Organisation
) -> None:
    token = token_of(invite(person=newcomer, invited_by=None, now=noon))
    assert person.account is not None

    with pytest.raises(InvitationRefused, match="already signs in at Northvale"):
        accept_as(organisation=inside, token=token, account=person.account, now=noon)


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_once_make_one_account(noon: datetime) -> None:
    organisation = OrganisationFactory.create()
    with acting_in(organisation):
        OrgUnitFactory.create()
        newcomer = PersonFactory.create(email="ben@northvale.example")
        token = token_of(invite(person=newcomer, invited_by=None, now=noon))

    def click() -> str:
        try:
            accept_with_password(
                organisation=organisation, token=token, password=PASSWORD, now=noon
            )
        except InvitationSpent:
            return "spent"
        return "in"

    assert sorted(at_once(*[click] * 5)) == ["in"] + ["spent"] * 4
    assert Account.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_buttons_at_once_leave_one_link_that_works(noon: datetime) -> None:
    organisation = OrganisationFactory.create()
    with acting_in(organisation):
        newcomer = PersonFactory.create(email="ben@northvale.example")

    def press(seconds: int) -> None:
        with acting_in(organisation):
            invite(person=newcomer, invited_by=None, now=noon + timedelta(seconds=seconds))

    at_once(lambda: press(1), lambda: press(2), lambda: press(3))

    with acting_in(organisation):
        assert Invitation.objects.filter(withdrawn_at=None).count() == 1
