"""Reads about getting in. Those that start inside no organisation open one by themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db.models import Q, QuerySet
from django.urls import reverse

from people.accounts.tokens import hashed
from people.models import (
    Account,
    Assignment,
    BoardMembership,
    Invitation,
    Organisation,
    Person,
    RoleGrant,
)
from people.queries import persons_of
from people.tenancy import acting_in, signed_in_as
from ui.parts import SummaryRow
from ui.wording import counted, listed


def has_accounts() -> bool:
    """Whether anybody can sign in yet: until then, the first run waits to be done."""
    return Account.objects.exists()


def account_for(email: str) -> Account | None:
    return Account.objects.filter(email__iexact=email).first()


def active_account(account_id: int) -> Account | None:
    return Account.objects.filter(pk=account_id, is_active=True).first()


def organisation_called(slug: str) -> Organisation | None:
    return Organisation.objects.filter(slug=slug).first()


def organisation_that_writes_to(account: Account) -> Organisation | None:
    """In whose name the account's letters leave: any organisation that knows the person."""
    with signed_in_as(account, cause="letter"):
        person = (
            Person._base_manager.filter(account=account)
            .select_related("organisation")
            .order_by("-is_active", "pk")
            .first()
        )
    return person.organisation if person is not None else None


def works_at(invitation: Invitation, *, now: datetime) -> bool:
    """A link works once, until its time is over, for an active person who has no account yet."""
    return (
        invitation.accepted_at is None
        and invitation.withdrawn_at is None
        and now < invitation.expires_at
        and invitation.person.is_active
        and invitation.person.account_id is None
    )


@dataclass(frozen=True, kw_only=True)
class OpenInvitation:
    """What the page behind a link shows. Only who was invited gets this far."""

    organisation: Organisation
    person_name: str
    email: str
    has_account: bool


def open_invitation(*, slug: str, token: str, now: datetime) -> OpenInvitation | None:
    """The invitation behind a link, while the link works."""
    organisation = organisation_called(slug)
    if organisation is None:
        return None
    with acting_in(organisation, cause="invitation"):
        invitation = _invitation(token)
        if invitation is None or not works_at(invitation, now=now):
            return None
        return OpenInvitation(
            organisation=organisation,
            person_name=invitation.person.name,
            email=invitation.email,
            has_account=account_for(invitation.email) is not None,
        )


def was_taken_up_by(*, slug: str, token: str, account: Account) -> bool:
    """Whether this account is the one that the link led to, as after a double click."""
    organisation = organisation_called(slug)
    if organisation is None:
        return False
    with acting_in(organisation, cause="invitation"):
        invitation = _invitation(token)
        return invitation is not None and invitation.person.account_id == account.pk


def invitation_to_send(invitation_id: int) -> Invitation | None:
    """An invitation whose letter has not gone out of date while it waited."""
    return (
        Invitation.objects.select_related("person", "organisation")
        .filter(pk=invitation_id, accepted_at=None, withdrawn_at=None)
        .first()
    )


def people_to_invite() -> QuerySet[Person]:
    """Everybody of the organisation in force; inviting says why where it cannot be."""
    return Person.objects.all()


class SignInState(StrEnum):
    """How far a person is with getting in."""

    SIGNS_IN = "signs_in"
    INVITED = "invited"
    EXPIRED = "expired"
    NOT_INVITED = "not_invited"


@dataclass(frozen=True, kw_only=True)
class SignIn:
    """What a person's page says about getting in."""

    state: SignInState
    person_id: int
    email: str
    can_be_invited: bool
    expires_at: datetime | None = None


def sign_in_of(person: Person, *, now: datetime) -> SignIn:
    """Whether the person can sign in here and, if not, what became of their invitation."""
    last = (
        Invitation.objects.filter(person=person, accepted_at=None, withdrawn_at=None)
        .order_by("-pk")
        .first()
    )
    if person.account_id is not None:
        state = SignInState.SIGNS_IN
    elif last is None:
        state = SignInState.NOT_INVITED
    else:
        state = SignInState.INVITED if now < last.expires_at else SignInState.EXPIRED
    return SignIn(
        state=state,
        person_id=person.pk,
        email=person.email,
        can_be_invited=person.is_active and person.account_id is None and bool(person.email),
        expires_at=last.expires_at if last else None,
    )


def _invitation(token: str) -> Invitation | None:
    return Invitation.objects.select_related("person").filter(token_hash=hashed(token)).first()


def account_rows(account: Account) -> list[SummaryRow]:
    """How the account signs in, each row with the page that changes it."""
    has_app = Authenticator.objects.filter(user_id=account.pk, type=Authenticator.Type.TOTP)
    places = UserSession.objects.filter(user_id=account.pk).count()
    persons = persons_of(account)
    organisations = [person.organisation.name for person in persons]
    return [
        SummaryRow(key="Email address", value=account.email),
        SummaryRow(
            key="Password",
            value="Set" if account.has_usable_password() else "None: you sign in at work",
            change_url=reverse("account_change_password"),
            change_what="your password",
        ),
        SummaryRow(
            key="Code from an app",
            value="Asked for when you sign in" if has_app.exists() else "Not asked for",
            change_url=reverse("mfa_index"),
            change_what="the code from an app",
        ),
        SummaryRow(
            key="Signed in on",
            value=counted(max(places, 1), "device or browser", "devices and browsers"),
            change_url=reverse("usersessions_list"),
            change_what="where you are signed in",
        ),
        *[_letters_row(person, is_only=len(persons) == 1) for person in persons],
        SummaryRow(key="You belong to", value=listed(organisations) if organisations else "None"),
    ]


def _letters_row(person: Person, *, is_only: bool) -> SummaryRow:
    name = person.organisation.name
    return SummaryRow(
        key="Letters" if is_only else f"Letters from {name}",
        value="Your digest, your quiet hours and what comes at once",
        change_url=reverse("people:letters", args=(person.organisation.slug,)),
        change_what="when letters come" if is_only else f"when letters from {name} come",
    )


def demonstration() -> Organisation | None:
    """The made-up organisation, where there is one."""
    return Organisation.objects.filter(is_demonstration=True).order_by("pk").first()


def demonstration_account(*, organisation: Organisation, role: str) -> Account | None:
    """The account that stands for a role, found by what its person is in the demonstration."""
    with acting_in(organisation, cause="demonstration"):
        able = Person.objects.active().filter(account__is_active=True).select_related("account")
        person = able.filter(_stands_for(role)).order_by("pk").first()
    return person.account if person is not None else None


def _stands_for(role: str) -> Q:
    on_board = Q(pk__in=BoardMembership.objects.current().values("person"))
    granted = RoleGrant.objects.current()
    led = Assignment.objects.current().filter(is_lead=True)
    leads = Q(pk__in=led.values("person"))
    leads_leads = Q(pk__in=led.filter(unit__children__isnull=False).values("person"))
    has_role = Q(pk__in=granted.values("person"))
    if role == "chair":
        chair = BoardMembership.objects.current().filter(seat=BoardMembership.Seat.CHAIR)
        return Q(pk__in=chair.values("person"))
    if role == "board_member":
        chair = BoardMembership.objects.current().filter(seat=BoardMembership.Seat.CHAIR)
        return on_board & ~Q(pk__in=chair.values("person"))
    if role == "directorate_lead":
        return leads_leads & ~on_board & ~has_role
    if role == "team_lead":
        return leads & ~leads_leads & ~on_board & ~has_role
    if role == "member":
        return ~leads & ~on_board & ~has_role
    return Q(pk__in=granted.filter(role=role).values("person"))
