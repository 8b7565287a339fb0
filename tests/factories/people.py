import uuid
from datetime import UTC, date, datetime

import factory

from people.models import (
    Account,
    Assignment,
    Board,
    BoardMembership,
    Errand,
    ImportRun,
    Invitation,
    JuniorPost,
    LetterChoices,
    Notice,
    Organisation,
    OrgUnit,
    Person,
    Post,
    RememberedColumns,
    ReplayKey,
    RoleGrant,
)
from people.tenancy import organisation_in_force

PASSWORD = "a long enough password"


class AccountFactory(factory.django.DjangoModelFactory[Account]):
    class Meta:
        model = Account
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"account-{n}@example.org")
    password = factory.django.Password(PASSWORD)


class OrganisationFactory(factory.django.DjangoModelFactory[Organisation]):
    class Meta:
        model = Organisation

    name = factory.Sequence(lambda n: f"Organisation {n}")
    slug = factory.Sequence(lambda n: f"organisation-{n}")


class OrgUnitFactory(factory.django.DjangoModelFactory[OrgUnit]):
    """A team below the root unit, which it makes where there is none yet."""

    class Meta:
        model = OrgUnit

    organisation = factory.LazyFunction(organisation_in_force)
    code = factory.Sequence(lambda n: f"U{n}")
    name = factory.Sequence(lambda n: f"Unit {n}")
    parent = factory.LazyFunction(
        lambda: (
            OrgUnit.objects.filter(parent=None).first()
            or OrgUnitFactory.create(code="ROOT", kind="organisation", parent=None)
        )
    )


class PersonFactory(factory.django.DjangoModelFactory[Person]):
    class Meta:
        model = Person

    organisation = factory.LazyFunction(organisation_in_force)
    staff_id = factory.Sequence(lambda n: f"{n:05}")
    name = factory.Sequence(lambda n: f"Person {n}")


class AssignmentFactory(factory.django.DjangoModelFactory[Assignment]):
    class Meta:
        model = Assignment

    organisation = factory.LazyFunction(organisation_in_force)
    person = factory.SubFactory(PersonFactory)
    unit = factory.SubFactory(OrgUnitFactory)
    role_title = "Nurse"


class RoleGrantFactory(factory.django.DjangoModelFactory[RoleGrant]):
    class Meta:
        model = RoleGrant

    organisation = factory.LazyFunction(organisation_in_force)
    person = factory.SubFactory(PersonFactory)
    role = RoleGrant.Role.OD_STAFF
    started_on = date(2026, 4, 1)


class InvitationFactory(factory.django.DjangoModelFactory[Invitation]):
    class Meta:
        model = Invitation

    organisation = factory.LazyFunction(organisation_in_force)
    person = factory.SubFactory(PersonFactory)
    email = factory.Sequence(lambda n: f"invited-{n}@example.org")
    token_hash = factory.Sequence(lambda n: f"{n:064}")
    expires_at = datetime(2026, 12, 1, tzinfo=UTC)


class BoardFactory(factory.django.DjangoModelFactory[Board]):
    class Meta:
        model = Board
        django_get_or_create = ("organisation",)

    organisation = factory.LazyFunction(organisation_in_force)
    name = "The Board"


class BoardMembershipFactory(factory.django.DjangoModelFactory[BoardMembership]):
    class Meta:
        model = BoardMembership

    organisation = factory.LazyFunction(organisation_in_force)
    board = factory.SubFactory(BoardFactory)
    person = factory.SubFactory(PersonFactory)
    seat = BoardMembership.Seat.EXECUTIVE
    started_on = date(2026, 4, 1)


class PostFactory(factory.django.DjangoModelFactory[Post]):
    class Meta:
        model = Post

    organisation = factory.LazyFunction(organisation_in_force)
    reference = factory.Sequence(lambda n: f"{n:07}")
    unit = factory.SubFactory(OrgUnitFactory)
    job_title = "Director of Nursing"


class JuniorPostFactory(factory.django.DjangoModelFactory[JuniorPost]):
    class Meta:
        model = JuniorPost

    organisation = factory.LazyFunction(organisation_in_force)
    unit = factory.SubFactory(OrgUnitFactory)
    reports_to = factory.SubFactory(PostFactory)
    title = "Office Manager"


class ErrandFactory(factory.django.DjangoModelFactory[Errand]):
    class Meta:
        model = Errand

    organisation = factory.LazyFunction(organisation_in_force)
    key = factory.Sequence(lambda n: f"errand-{n}")
    task = "people.tasks.send_letter"
    due_at = datetime(2026, 11, 3, tzinfo=UTC)


class LetterChoicesFactory(factory.django.DjangoModelFactory[LetterChoices]):
    class Meta:
        model = LetterChoices

    organisation = factory.LazyFunction(organisation_in_force)
    person = factory.SubFactory(PersonFactory)


class NoticeFactory(factory.django.DjangoModelFactory[Notice]):
    class Meta:
        model = Notice

    organisation = factory.LazyFunction(organisation_in_force)
    person = factory.SubFactory(PersonFactory)
    key = factory.Sequence(lambda n: f"notice-{n}")
    words = "Medicine has promised two hours a week"
    path = "/northvale/promises/1/"
    noticed_at = datetime(2026, 11, 3, tzinfo=UTC)


class ReplayKeyFactory(factory.django.DjangoModelFactory[ReplayKey]):
    class Meta:
        model = ReplayKey

    organisation = factory.LazyFunction(organisation_in_force)
    account = factory.SubFactory(AccountFactory)
    key = factory.LazyFunction(uuid.uuid4)


class ImportRunFactory(factory.django.DjangoModelFactory[ImportRun]):
    class Meta:
        model = ImportRun

    organisation = factory.LazyFunction(organisation_in_force)
    kind = "units"
    asked_by_words = "Amina Okafor"


class RememberedColumnsFactory(factory.django.DjangoModelFactory[RememberedColumns]):
    class Meta:
        model = RememberedColumns

    organisation = factory.LazyFunction(organisation_in_force)
    sheet = "units"
