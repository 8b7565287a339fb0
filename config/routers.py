from typing import Any


class OwnerMigrates:
    """Tables are made and changed by their owner's sign-in only; the application's owns nothing."""

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == "owner"
