"""Fills the fictional trust with made-up people: who works where, as what, since when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from config.demonstration.names import NameBook, address_of
from config.demonstration.records import Assignment, Board, Grant, Person, Seat
from config.demonstration.staffing import Post, staffing
from config.demonstration.structure import ROOT, Place

FIRST_STAFF_NUMBER = 40_100_001
FTES = ("1.00", "1.00", "1.00", "0.80", "0.80", "0.60", "0.50")
LEAVERS = 12
SENIOR_BANDS = frozenset({"6", "7", "8a", "8b", "8c", "8d", "9", "VSM", "MED-CONS", "MED-SAS"})

# seat | role | portfolio | days in the seat | key by which the strategy names its sponsor
BOARD_SEATS = (
    ("chair", "Chair", "Chair of the Board", 1300, "chair"),
    ("executive_director", "Chief executive", "Chief executive", 1560, "chief"),
    ("executive_director", "Chief medical officer", "Medicine and outcomes", 990, "medical"),
    ("executive_director", "Chief nurse", "Nursing, safety and experience", 720, "nurse"),
    ("executive_director", "Chief operating officer", "Operations and estates", 410, "operating"),
    ("executive_director", "Chief finance officer", "Finance and digital", 1850, "finance"),
    ("executive_director", "Chief people officer", "People and culture", 640, "people"),
    ("non_executive_director", "Non-executive director", "Quality committee", 2420, "ned1"),
    ("non_executive_director", "Non-executive director", "Audit committee", 1710, "ned2"),
    ("non_executive_director", "Non-executive director", "People committee", 870, "ned3"),
    ("non_executive_director", "Non-executive director", "Communities and partners", 530, "ned4"),
    ("non_executive_director", "Non-executive director", "Digital and estates", 140, "ned5"),
)
# who also works elsewhere: home unit, role there, the units they visit
VISITORS = (
    (
        "PHA-WAR",
        "Visiting ward pharmacist",
        ("OPM-HAW", "OPM-ROW", "SPM-CAR", "SUR-LAR", "TCC-ICU"),
    ),
    ("QUA-INF", "Infection link nurse", ("SPM-REN", "SUR-ELM", "CHI-NEO")),
    ("AMH-LIA", "Mental health link nurse", ("EM-ED", "EM-AMU", "CHI-WAR")),
    ("OPM-DEM", "Dementia link nurse", ("RHB-THO", "RHB-ESK", "SUR-ELM")),
    ("DIG-EPR", "Record coach", ("EM-AMU", "WOM-LAB", "NUR-FER", "OUT-CLI")),
    ("OUT-INT", "Visiting interpreter coordinator", ("WOM-ANC", "EM-ED")),
    ("RHB-SLT", "Visiting speech therapist", ("OPM-STR", "CHI-NEO")),
    ("SPM-PAL", "Visiting palliative nurse", ("NUR-MAR", "NUR-ESK", "SPM-LON")),
    ("PPL-CUL", "Team coach", ("EM-ED", "AMH-ASH", "EST-POR")),
)
WIDE_GRANTS = (
    ("NV", "Board secretary", "board_secretary"),
    ("NV", "Speak-up guardian", "speak_up_guardian"),
    ("PPL-CUL", "Team manager", "od_staff"),
    ("PPL-CUL", "Senior adviser", "od_staff"),
    ("DIG-EPR", "Digital services manager", "org_admin"),
    ("DIG-INF", "Senior analyst", "survey_analyst"),
    ("FIN-ACC", "Senior adviser", "auditor"),
)
# who leads a unit beside its lead, for as long as they are asked to
STANDING_IN = (("SUR-EYE", "Senior specialist nurse"), ("PPL-PAY", "Senior adviser"))


@dataclass
class Staff:
    """Everyone, where they work, and the few whom other rows refer to by what they do."""

    people: list[Person] = field(default_factory=list)
    assignments: list[Assignment] = field(default_factory=list)
    seats: list[Seat] = field(default_factory=list)
    directors: dict[str, str] = field(default_factory=dict)

    def leads(self, unit_code: str) -> list[str]:
        return [row.staff_id for row in self._current(unit_code) if row.is_lead]

    def seniors(self, unit_code: str) -> list[str]:
        """Those who can answer for an objective there, the lead first."""
        rows = [row for row in self._current(unit_code) if row.pay_band in SENIOR_BANDS]
        return [row.staff_id for row in sorted(rows, key=lambda row: not row.is_lead)]

    def in_role(self, unit_code: str, role_title: str) -> str:
        return next(r.staff_id for r in self._current(unit_code) if r.role_title == role_title)

    def _current(self, unit_code: str) -> Iterable[Assignment]:
        return (
            row
            for row in self.assignments
            if row.unit_code == unit_code and row.is_primary and row.ended_on is None
        )


def employ(places: tuple[Place, ...], *, today: date, random: Random) -> Staff:
    """People for every unit: the board first, then each unit's posts."""
    staff, names, posts = Staff(), NameBook(random), staffing()
    _seat_the_board(staff, names, today=today, random=random)
    for place in places:
        for post in _posts_of(posts[place.staffing], place.size, random=random):
            _hire(staff, names, place.code, post, today=today, random=random)
    _lend_visitors(staff, today=today, random=random)
    _let_some_leave(staff, today=today, random=random)
    return staff


def board_of(staff: Staff) -> Board:
    return Board(name="Board of Northvale Health and Care Trust", seats=tuple(staff.seats))


def grants_of(staff: Staff, places: tuple[Place, ...], *, today: date) -> tuple[Grant, ...]:
    """Board roles, the few who serve the whole trust, clinical leads, and who stands in.

    A unit's lead leads by their place and needs no grant.
    """
    since = today - timedelta(days=300)
    rows = [Grant(seat.staff_id, "board_member", None, seat.started_on) for seat in staff.seats]
    rows += [
        Grant(staff.in_role(unit, title), role, None, since) for unit, title, role in WIDE_GRANTS
    ]
    rows += [
        Grant(staff_id, "clinical_lead", place.code, since)
        for place in places[1:]
        for staff_id in staff.leads(place.code)[1:]
    ]
    rows += [
        Grant(staff.in_role(unit, title), "team_lead", unit, since) for unit, title in STANDING_IN
    ]
    return tuple(rows)


def _posts_of(posts: tuple[Post, ...], size: int, *, random: Random) -> list[Post]:
    """Each single post once, then a draw from the rest by their shares."""
    single = [post for post in posts if post.is_single]
    shared = [post for post in posts if not post.is_single]
    shares = [int(post.share) for post in shared]
    return single + random.choices(shared, shares, k=size - len(single))


def _new_person(staff: Staff, names: NameBook, *, kind: str) -> Person:
    name = names.next_name()
    number = FIRST_STAFF_NUMBER + len(staff.people)
    person = Person(f"0{number}", name, address_of(name), kind, is_active=True)
    staff.people.append(person)
    return person


def _hire(
    staff: Staff, names: NameBook, unit_code: str, post: Post, *, today: date, random: Random
) -> None:
    person = _new_person(staff, names, kind="student" if post.staff_group == "02" else "employee")
    full_time = post.is_single or post.pay_band == "MED-RES"
    staff.assignments.append(
        Assignment(
            staff_id=person.staff_id,
            unit_code=unit_code,
            role_title=post.title,
            staff_group=post.staff_group,
            pay_band=post.pay_band,
            fte=Decimal("1.00" if full_time else random.choice(FTES)),
            is_primary=True,
            is_lead=post.share == "lead",
            started_on=today - timedelta(days=int(random.triangular(20, 6200, 700))),
            ended_on=None,
        )
    )


def _seat_the_board(staff: Staff, names: NameBook, *, today: date, random: Random) -> None:
    for seat, role, portfolio, days, key in BOARD_SEATS:
        is_executive = seat == "executive_director"
        person = _new_person(staff, names, kind="employee" if is_executive else "non_executive")
        since = today - timedelta(days=days)
        staff.directors[key] = person.staff_id
        staff.seats.append(Seat(person.staff_id, seat, True, not is_executive, portfolio, since))
        staff.assignments.append(
            Assignment(
                staff_id=person.staff_id,
                unit_code=ROOT,
                role_title=role,
                staff_group="01" if key == "medical" else "08",
                pay_band="VSM" if is_executive else "",
                fte=Decimal("1.00" if is_executive else "0.10"),
                is_primary=True,
                is_lead=key == "chief",
                started_on=since,
                ended_on=None,
            )
        )


def _lend_visitors(staff: Staff, *, today: date, random: Random) -> None:
    """Some people have a second, smaller place beside their own."""
    rows = {row.staff_id: row for row in staff.assignments}
    for home, role, hosts in VISITORS:
        lent = random.sample(staff.seniors(home)[1:] or staff.seniors(home), k=1)
        lent += [row.staff_id for row in staff.assignments if row.unit_code == home][2:]
        for host, staff_id in zip(hosts, dict.fromkeys(lent), strict=False):
            own = rows[staff_id]
            staff.assignments.append(
                Assignment(
                    staff_id=staff_id,
                    unit_code=host,
                    role_title=role,
                    staff_group=own.staff_group,
                    pay_band=own.pay_band,
                    fte=Decimal("0.20"),
                    is_primary=False,
                    is_lead=False,
                    started_on=max(own.started_on, today - timedelta(days=random.randint(40, 400))),
                    ended_on=None,
                )
            )


def _let_some_leave(staff: Staff, *, today: date, random: Random) -> None:
    """A few people have left: they stay on record and are no longer active."""
    visiting = {row.staff_id for row in staff.assignments if not row.is_primary}
    ordinary = [
        index
        for index, row in enumerate(staff.assignments)
        if row.pay_band in {"2", "3", "5"} and row.staff_id not in visiting
    ]
    for index in random.sample(ordinary, k=LEAVERS):
        row = staff.assignments[index]
        left_on = today - timedelta(days=random.randint(5, 160))
        started_on = min(row.started_on, left_on - timedelta(days=60))
        staff.assignments[index] = Assignment(
            **{**vars(row), "ended_on": left_on, "started_on": started_on}
        )
        where = next(i for i, p in enumerate(staff.people) if p.staff_id == row.staff_id)
        staff.people[where] = Person(**{**vars(staff.people[where]), "is_active": False})
