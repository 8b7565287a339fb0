"""What the board asks of each kind of unit for each priority, and why."""

from __future__ import annotations

from config.demonstration.records import Expectation
from config.demonstration.sheets import cells, sections
from config.demonstration.structure import Place

WARDS = frozenset({"ward", "mental_ward"})

# priority | expectation | reason; a heading is a kind of unit, or one unit's code
SHEET = """
@ care_division
P1 | required | Every division that treats people answers for their safety and how they felt.
P2 | required | People wait in each of these divisions, and the waits join up.
P3 | required | Who is missed differs by service, so each division must look for itself.
P4 | required | Half of what makes a good place to work is decided here.
P5 | required | Each division holds care that could be given nearer to home.
P6 | required | The record is one only when all three care divisions are on it.
P7 | required | Every division travels, heats and throws away.
P8 | required | Every division holds a budget.

@ support_division
P1 | required | Tests, medicines, meals and cleaning decide how safe a ward can be.
P2 | required | A wait for a scan, a porter or a clinic is a wait like any other.
P3 | required | Letters, signs and bookings are where people are first let in or shut out.
P4 | required | A third of our people work here, many on the lowest pay.
P5 | invited | Some tests and medicines could be nearer to home; most of the work is for others.
P6 | required | The record is built here, and help with it comes from here.
P7 | required | Most of our carbon and all of our buildings are in its hands.
P8 | required | It pays, buys and counts for everyone.

@ care
P1 | required | People are treated here, and can be harmed or comforted here.
P2 | required | People wait here, and one directorate's wait becomes another's.
P3 | required | The board asked each clinical directorate to find its own gap and narrow it.
P4 | required | Rotas, supervision and leadership are settled at this level.
P5 | invited | Offer what would be better given at home.
P6 | invited | Say what the record must do for you, and when you will move.
P7 | invited | Choose one thing that you burn, drive or throw away.
P8 | invited | The division holds the savings plan; add what your teams can stop doing.

@ support
P1 | invited | Say how your work makes care safer, if it does.
P2 | invited | Say what you do that others wait for.
P3 | invited | Show who finds your service hard to use.
P4 | required | Every head of service leads people.
P5 | not_expected | Its work is done for other services, and reaches homes through theirs.
P6 | invited | Say which double entry you will end.
P7 | invited | Choose one thing that you burn, drive or throw away.
P8 | required | Every service can stop something that nobody needs.

@ ward
P1 | required | Harm happens, or does not, on the ward.
P2 | invited | A bed freed in the morning helps the front door.
P3 | invited | Start with who could not follow what you said.
P4 | required | People stay or leave because of their own team.
P5 | not_expected | A ward's part in care at home is counted in its discharges.
P6 | not_expected | The directorate plans the move to the record with you.
P7 | not_expected | Welcome, but nobody will ask: beds and people come first.
P8 | not_expected | Ward budgets are looked after with the directorate.

@ FIN
P1 | not_expected | Nobody is treated here; finance helps safety through the work of others.
P2 | not_expected | Its part in waiting times comes through the plans that it pays for.

@ PPL
P2 | not_expected | It has no beds or clinics; rotas and hiring are asked for under people.

@ DIG
P2 | not_expected | Its help with waits is asked for under the record.

@ EST
P7 | required | Buildings and energy are this directorate's own work.

@ DIG
P6 | required | The record is this directorate's own work.

@ OUT
P2 | required | A third of all waiting is for a first visit that it books.
P3 | required | The interpreting and access team is here.

@ DIA
P2 | required | Tests are the gate to everything else.

@ PHA
P1 | required | One harm in four involves a medicine.

@ QUA
P1 | required | It leads the trust's learning from harm.

@ NUR
P5 | required | Care at home is its work.

@ RHB
P5 | required | Getting home and staying there is its work.
"""


def expectations_of(places: tuple[Place, ...]) -> tuple[Expectation, ...]:
    """One row for each priority and each unit that the board asked anything of."""
    asked = {
        name: {ref: (expectation, reason) for ref, expectation, reason in map(cells, lines)}
        for name, lines in sections(SHEET).items()
    }
    rows: list[Expectation] = []
    for place in places:
        kind = kind_of(place)
        if kind is not None:
            settled = {**asked[kind], **asked.get(place.code, {})}
            rows += [Expectation(ref, place.code, *settled[ref]) for ref in settled]
    return tuple(rows)


def kind_of(place: Place) -> str | None:
    """Divisions, directorates and wards are asked; other teams choose for themselves."""
    if place.kind == "division":
        return "support_division" if place.code == "CCS" else "care_division"
    if place.kind == "directorate":
        return place.staffing
    return "ward" if place.staffing in WARDS else None
