from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from django.db import connection, transaction
from django_scopes import get_scope, scope
from django_scopes.exceptions import ScopeError

if TYPE_CHECKING:
    from people.models import Account, Organisation, Person

_SETTINGS = """
    SELECT set_config('app.organisation', %s, true), set_config('app.account', %s, true),
           set_config('pghistory.context_id', %s, true),
           set_config('pghistory.context_metadata', %s, true)
"""

_READ = """
    SELECT coalesce(current_setting('app.organisation', true), ''),
           coalesce(current_setting('app.account', true), ''),
           coalesce(current_setting('pghistory.context_id', true), ''),
           coalesce(current_setting('pghistory.context_metadata', true), '')
"""


@contextmanager
def acting_in(
    organisation: Organisation,
    *,
    person: Person | None = None,
    account: Account | None = None,
    cause: str = "",
    snapshot: bool = False,
) -> Iterator[None]:
    """One transaction inside one organisation; what it writes is recorded as `person`'s doing.

    `cause` says in a word what set it off (an address, a task, a command) where no person did.
    A `snapshot` only reads, all of it as of one moment.
    """
    told = _told(organisation.pk, account, person, cause, snapshot=snapshot)
    with told, scope(organisation=organisation):
        yield


@contextmanager
def signed_in_as(account: Account | None, *, cause: str = "") -> Iterator[None]:
    """One transaction outside any organisation: it sees only the account's own persons."""
    with _told(None, account, None, cause), scope(organisation=None):
        yield


@contextmanager
def _told(
    organisation_id: int | None,
    account: Account | None,
    person: Person | None,
    cause: str,
    *,
    snapshot: bool = False,
) -> Iterator[None]:
    account_id = account.pk if account is not None else None
    record: dict[str, Any] = {"account": account_id, "cause": cause}
    if person is not None:
        record |= {"person": person.pk, "name": person.name}
    told = [str(organisation_id or ""), str(account_id or "")]
    told += [str(uuid.uuid4()), json.dumps(record)]
    is_inner = connection.in_atomic_block
    with transaction.atomic(), connection.cursor() as cursor:
        if snapshot and not is_inner:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        before = cursor.execute(_READ).fetchone() if is_inner else None
        cursor.execute(_SETTINGS, told)
        yield
        if before is not None:  # a released savepoint would otherwise leave ours in force
            cursor.execute(_SETTINGS, before)


def organisation_in_force() -> Organisation:
    """The organisation that `acting_in` opened; raises ScopeError outside it."""
    organisation: Organisation | None = get_scope().get("organisation")
    if organisation is None:
        raise ScopeError("No organisation is in force: open one with acting_in()")
    return organisation
