"""Replay keys: the same form sent twice makes one thing (trust.md A34)."""

from __future__ import annotations

import uuid

from people.models import Account, ReplayKey
from people.tenancy.context import organisation_in_force


class FormAlreadyUsed(Exception):
    """The key came with other contents: a second, different form under the first one's key."""


def take_key(*, account: Account, key: uuid.UUID, body_hash: str) -> ReplayKey:
    """The key's row, new or as the first sending left it; a second sending waits for the first."""
    row, made = ReplayKey.objects.get_or_create(
        organisation=organisation_in_force(),
        account=account,
        key=key,
        defaults={"body_hash": body_hash},
    )
    if not made and row.body_hash != body_hash:
        raise FormAlreadyUsed
    return row


def keep_answer(row: ReplayKey, *, location: str) -> None:
    """Keeps where the finished write led; a form sent back unfinished frees its key."""
    if location:
        row.location = location
        row.save(update_fields=["location", "updated_at"])
    else:
        row.delete()
