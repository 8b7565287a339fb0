from __future__ import annotations

import uuid
from typing import Any

from django.test import Client

from people.models import Person


def client_of(person: Person) -> Client:
    client = Client()
    assert person.account is not None
    client.force_login(person.account)
    return client


def sent(**fields: Any) -> dict[str, Any]:
    """What a form that creates something sends: its fields and a replay key."""
    return {"idempotency_key": str(uuid.uuid4()), **fields}
