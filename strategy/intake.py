"""Priorities from a spreadsheet: a new version of the strategy in force, with a note of its origin.

A version in force never changes and an import is not a board decision (docs/adr/0006).
"""

from __future__ import annotations

from people.imports.checking import check_rows
from people.imports.kinds import PRIORITIES
from people.imports.problems import Problem
from people.imports.rows import PriorityRow
from people.intake.orders import ImportRefused, Order, Outcome, Progress, in_silence
from people.intake.registry import Importer, Rows, Sheet, enrol
from people.models import ImportRun, Person
from strategy import queries, services
from strategy.models import Priority, PriorityWording, StrategyVersion
from ui.wording import in_words

TITLE = "Imported strategy"
NO_SUCH_PERSON = "There is nobody with staff number {id}: import people first, or leave it empty"
CHANGED_SINCE = "This import cannot be undone: the strategy has changed since"
Words = tuple[str, str, int | None]  # title, statement, sponsor


def carry_out(order: Order) -> Outcome:
    """Brings priorities into the strategy in force; none that is there is taken out."""
    checked = check_rows(PRIORITIES, table=order.tables["file"], matching=order.matching("file"))
    outcome = Outcome(rows={"priorities": checked.row_count}, problems=list(checked.problems))
    people = dict(Person.objects.exclude(staff_id="").values_list("staff_id", "pk"))
    rows = [row for row in checked.rows if _sponsor_is_known(row, people, outcome)]
    in_force = queries.version_in_force()
    before = words_in(in_force) if in_force else {}
    after = before | {row.ref: _words(row, people, before.get(row.ref)) for row in rows}
    for row in rows:
        _count(outcome, row.ref, before, after)
    if after != before:
        new_version_in_force(
            order=order, words=after, note=f"Imported by {order.imported_by}", copies=in_force
        )
    return outcome


def _sponsor_is_known(row: PriorityRow, people: dict[str, int], outcome: Outcome) -> bool:
    wanted = row.sponsor_staff_id
    if not wanted or wanted in people:
        return True
    words = NO_SUCH_PERSON.format(id=wanted)
    outcome.problems.append(
        Problem("priorities", row.row_number, "sponsor_staff_id", wanted, "error", words)
    )
    return False


def _words(row: PriorityRow, people: dict[str, int], before: Words | None) -> Words:
    """A row's words; what the file has no column for stays as it was."""
    _, statement, sponsor = before or ("", "", None)
    if row.says("statement"):
        statement = row.statement
    if row.says("sponsor_staff_id"):
        sponsor = people.get(row.sponsor_staff_id)
    return row.title, statement, sponsor


def _count(outcome: Outcome, ref: str, before: dict[str, Words], after: dict[str, Words]) -> None:
    if ref not in before:
        outcome.added["priorities"] += 1
    elif before[ref] != after[ref]:
        outcome.changed["priorities"] += 1
    else:
        outcome.unchanged["priorities"] += 1


def words_in(version: StrategyVersion) -> dict[str, Words]:
    """A version's priorities by reference, in their order."""
    return {
        line.ref: (line.title, line.statement, line.sponsor_id)
        for line in queries.priority_lines(version)
    }


def new_version_in_force(
    *, order: Order, words: dict[str, Words], note: str, copies: StrategyVersion | None
) -> None:
    """Puts these priorities in force as a version of their own, the rest as it was."""
    version = services.copy_of(
        version=copies, title=TITLE, state=StrategyVersion.State.WITHDRAWN
    )  # nobody's draft, and not in force until its words are written
    _write(version, words)
    day = order.now.date()
    page = queries.strategy_page(version)
    services.put_in_force(
        version=version,
        words_hash=page.content_hash,
        on=day,
        now=order.now,
        note=f"{note} on {in_words(day)}. The Board has not decided on it here.",
    )


def _write(version: StrategyVersion, words: dict[str, Words]) -> None:
    strategy = version.strategy
    known = {p.ref: p for p in Priority.objects.filter(strategy=strategy)}
    Priority.objects.bulk_create(
        Priority(organisation=version.organisation, strategy=strategy, ref=ref)
        for ref in words
        if ref not in known
    )
    known = {p.ref: p for p in Priority.objects.filter(strategy=strategy)}
    PriorityWording.objects.filter(version=version).delete()
    PriorityWording.objects.bulk_create(
        PriorityWording(
            organisation=version.organisation,
            version=version,
            priority=known[ref],
            title=title,
            statement=statement,
            sponsor_id=sponsor,
            position=position,
        )
        for position, (ref, (title, statement, sponsor)) in enumerate(words.items(), start=1)
    )


def undo(run: ImportRun, _: Progress = in_silence) -> None:
    """Puts the words that were in force before the import in force again, or none."""
    order = Order(
        kind="priorities",
        tables={},
        imported_by=run.asked_by_words,
        now=run.ended_at or run.created_at,
    )
    imported = queries.version_in_force()
    if imported is None or not imported.note.startswith(f"Imported by {run.asked_by_words} on"):
        raise ImportRefused(CHANGED_SINCE)
    earlier = (
        StrategyVersion.objects.filter(
            state=StrategyVersion.State.SUPERSEDED, number__lt=imported.number
        )
        .order_by("-number")
        .first()
    )
    if earlier is None:
        services.withdraw(version=imported, now=order.now)
        return
    new_version_in_force(
        order=order,
        words=words_in(earlier),
        note=f"The words of version {earlier.number} again: an import was undone",
        copies=earlier,
    )


def export() -> Rows:
    """The priorities in force as the import reads them."""
    in_force = queries.version_in_force()
    if in_force is None:
        return
    wordings = (
        PriorityWording.objects.filter(version=in_force)
        .select_related("priority", "sponsor")
        .order_by("position", "pk")
    )
    for wording in wordings:
        sponsor = wording.sponsor.staff_id if wording.sponsor else ""
        yield (wording.priority.ref, wording.title, wording.statement, sponsor)


def enrol_kinds() -> None:
    enrol(
        Importer(
            kind="priorities",
            words="Priorities of the strategy",
            sheets=(Sheet(place="file", words="Priorities", columns=PRIORITIES.columns),),
            carry_out=carry_out,
            undo=undo,
            export=export,
            position=4,
        )
    )
