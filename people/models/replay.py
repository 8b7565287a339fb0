from __future__ import annotations

from django.db import models

from people.models.account import Account
from people.tenancy import TenantManager, TenantModel


class ReplayKey(TenantModel):
    """A form sent once: the same key again gets the first answer, and makes nothing new."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    key = models.UUIDField()
    body_hash = models.CharField(max_length=64)
    location = models.CharField(max_length=500, blank=True)

    objects = TenantManager["ReplayKey"]()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "account", "key"), name="replay_key_is_used_once"
            ),
        )

    def __str__(self) -> str:
        return str(self.key)
