"""People and their primary places from a spreadsheet: matched by staff number."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from people.imports.checking import check_rows
from people.imports.kinds import PEOPLE
from people.imports.problems import Problem
from people.imports.rows import PersonRow
from people.intake.orders import Order, Outcome
from people.intake.registry import Rows
from people.models import Assignment, OrgUnit, Person
from people.tenancy import organisation_in_force

UNKNOWN_UNIT = "There is no open unit {code}: import units first, or enter a code that is there"
OF_PERSON = ("name", "email")
OF_PLACE = ("role_title", "staff_group", "pay_band", "fte", "is_lead")
BATCH = 1000


def carry_out(order: Order) -> Outcome:
    """Adds people who are new, changes those who differ and moves those who work elsewhere."""
    checked = check_rows(PEOPLE, table=order.tables["file"], matching=order.matching("file"))
    outcome = Outcome(rows={"people": checked.row_count}, problems=list(checked.problems))
    staff = _Staff(outcome, order)
    staff.carry_out(checked.rows)
    return outcome


class _Staff:
    def __init__(self, outcome: Outcome, order: Order) -> None:
        self.outcome, self.order = outcome, order
        self.today: date = order.now.date()
        self.units = {u.code: u for u in OrgUnit.objects.open()}
        self.people = {p.staff_id: p for p in Person.objects.exclude(staff_id="")}
        primary = Assignment.objects.current().filter(is_primary=True)
        self.places = {place.person_id: place for place in primary}
        self.new_people: list[Person] = []
        self.new_places: list[Assignment] = []
        self.changed_people: list[Person] = []
        self.changed_places: list[Assignment] = []

    def carry_out(self, rows: Sequence[PersonRow]) -> None:
        for done, row in enumerate(rows):
            if done % BATCH == 0:
                self.order.progress(done, len(rows))
            if row.unit_code in self.units:
                self._take(row)
            else:
                words = UNKNOWN_UNIT.format(code=row.unit_code)
                self.outcome.problems.append(
                    Problem("people", row.row_number, "unit_code", row.unit_code, "error", words)
                )
        self._save()
        self.order.progress(len(rows), len(rows))

    def _take(self, row: PersonRow) -> None:
        person = self.people.get(row.staff_id)
        if person is None:
            self._add(row)
            return
        differs = _set(person, {f: getattr(row, f) for f in OF_PERSON if row.says(f)})
        differs |= _set(person, {"is_active": True})
        if differs:
            person.edition += 1
            self.changed_people.append(person)
        differs |= self._place(person, row)
        (self.outcome.changed if differs else self.outcome.unchanged)["people"] += 1

    def _add(self, row: PersonRow) -> None:
        person = Person(
            organisation=organisation_in_force(),
            staff_id=row.staff_id,
            name=row.name,
            email=row.email,
        )
        self.new_people.append(person)
        self.new_places.append(self._new_place(person, row))
        self.outcome.added["people"] += 1

    def _place(self, person: Person, row: PersonRow) -> bool:
        """Whether the person's primary place differs; a place elsewhere ends and one begins."""
        place, unit = self.places.get(person.pk), self.units[row.unit_code]
        if place is not None and place.unit_id == unit.pk:
            differs = _set(place, {f: getattr(row, f) for f in OF_PLACE if row.says(f)})
            if differs:
                self.changed_places.append(place)
            return differs
        if place is not None:
            place.ended_on = self.today
            self.changed_places.append(place)
            self.outcome.moved["people"] += 1
        self.new_places.append(self._new_place(person, row))
        return True

    def _new_place(self, person: Person, row: PersonRow) -> Assignment:
        return Assignment(
            organisation=organisation_in_force(),
            person=person,
            unit=self.units[row.unit_code],
            started_on=self.today,
            **{name: getattr(row, name) for name in OF_PLACE},
        )

    def _save(self) -> None:
        Person.objects.bulk_create(self.new_people, batch_size=BATCH)
        for place in self.new_places:
            place.person_id = place.person.pk
        Person.objects.bulk_update(
            self.changed_people, [*OF_PERSON, "is_active", "edition"], batch_size=BATCH
        )
        Assignment.objects.bulk_update(
            self.changed_places, [*OF_PLACE, "ended_on"], batch_size=BATCH
        )
        Assignment.objects.bulk_create(self.new_places, batch_size=BATCH)


def _set(thing: Person | Assignment, values: dict[str, Any]) -> bool:
    """Sets what differs and says whether anything did."""
    differing = {name: v for name, v in values.items() if getattr(thing, name) != v}
    for name, value in differing.items():
        setattr(thing, name, value)
    return bool(differing)


def export() -> Rows:
    """Every active person with a staff number, at their primary place."""
    places = (
        Assignment.objects.current()
        .filter(is_primary=True, person__is_active=True)
        .exclude(person__staff_id="")
        .select_related("person", "unit")
        .order_by("person__staff_id")
    )
    for place in places:
        yield (
            place.person.staff_id,
            place.person.name,
            place.person.email,
            place.unit.code,
            place.role_title,
            place.staff_group,
            place.pay_band,
            place.fte,
            place.is_lead,
        )
