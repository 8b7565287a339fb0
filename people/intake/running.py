"""Carries an order out, all of it or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from people.errands import reports_are_due
from people.intake import registry
from people.intake.orders import Order, Outcome
from people.intake.writing import count_afresh_what_was_written
from people.tenancy import organisation_in_force

CHANGES_NOTHING = "Everything in the file is here already: nothing was changed."
HAS_BAD_ROWS = "Nothing was saved: {} cannot be saved as they are."


@dataclass(frozen=True, kw_only=True)
class Result:
    """An import's outcome, and whether it was saved."""

    outcome: Outcome
    saved: bool
    dry_run: bool
    kind: str
    organisation: str

    @property
    def document(self) -> dict[str, Any]:
        return self.outcome.as_document(
            kind=self.kind,
            organisation=self.organisation,
            dry_run=self.dry_run,
            saved=self.saved,
        )


def carry_out(order: Order, *, dry_run: bool) -> Result:
    """Does the whole import and keeps it, unless it is a dry run or has rows in error.

    A dry run is the import itself, taken back: its counts are what the import's will be.
    """
    with transaction.atomic():
        outcome = registry.importer(order.kind).carry_out(order)
        is_kept = not dry_run and (order.skip_bad_rows or not outcome.has_errors)
        if is_kept and not outcome.changes_nothing:
            reports_are_due(now=order.now)
            count_afresh_what_was_written()
        if not is_kept:
            transaction.set_rollback(True)
    return Result(
        outcome=outcome,
        saved=is_kept,
        dry_run=dry_run,
        kind=order.kind,
        organisation=organisation_in_force().slug,
    )
