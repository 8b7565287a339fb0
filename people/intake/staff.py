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
from people.intake.writing import in_batches, write_changes
from people.models import Assignment, OrgUnit, Person
from people.tenancy import organisation_in_force

UNKNOWN_UNIT = "There is no open unit {code}: import units first, or enter a code that is there"
OF_PERSON = ("name", "email")
OF_PLACE = ("role_title", "staff_group", "pay_band", "fte", "is_lead")


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

    def carry_out(self, rows: Sequence[PersonRow]) -> None:
        """Each batch is read, compared and written before the next, and told as done."""
        done = 0
        self.order.progress(0, len(rows))
        for batch in in_batches(rows):
            self._read(batch)
            for row in batch:
                self._bring(row)
            self._save()
            done += len(batch)
            self.order.progress(done, len(rows))

    def _read(self, rows: Sequence[PersonRow]) -> None:
        people = Person.objects.filter(staff_id__in=[row.staff_id for row in rows])
        self.people = {person.staff_id: person for person in people}
        primary = Assignment.objects.current().filter(is_primary=True)
        places = primary.filter(person__in=[person.pk for person in self.people.values()])
        self.places = {place.person_id: place for place in places}
        self.new_people: list[Person] = []
        self.new_places: list[Assignment] = []
        self.changed_people: list[Person] = []
        self.changed_places: list[Assignment] = []

    def _bring(self, row: PersonRow) -> None:
        if row.unit_code in self.units:
            self._take(row)
            return
        words = UNKNOWN_UNIT.format(code=row.unit_code)
        self.outcome.problems.append(
            Problem("people", row.row_number, "unit_code", row.unit_code, "error", words)
        )

    def _take(self, row: PersonRow) -> None:
        person = self.people.get(row.staff_id)
        if person is None:
            self._add(row)
            return
        differs = _set(person, {f: getattr(row, f) for f in OF_PERSON if row.says(f)})
        differs |= _set(person, {"is_active": True})
        if differs:
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
        """A place ends before the next begins: a person has one primary place at a time."""
        Person.objects.bulk_create(self.new_people)
        for place in self.new_places:
            place.person_id = place.person.pk
        write_changes(self.changed_people, fields=(*OF_PERSON, "is_active"))
        write_changes(self.changed_places, fields=(*OF_PLACE, "ended_on"))
        Assignment.objects.bulk_create(self.new_places)


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
