from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower


class AccountManager(BaseUserManager["Account"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> Account:
        """An account for an e-mail address; addresses are kept in lower case."""
        account = self.model(email=email.strip().lower(), **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account

    def get_by_natural_key(self, username: str | None) -> Account:
        return self.get(email__iexact=username)


class Account(AbstractBaseUser):
    """A sign-in. Who someone is in an organisation is a Person; one account may be several."""

    email = models.EmailField(max_length=254)
    is_active = models.BooleanField(default=True)
    is_operator = models.BooleanField(default=False)  # runs the service; sees no content by it
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = AccountManager()

    class Meta:
        constraints = (models.UniqueConstraint(Lower("email"), name="account_email_is_unique"),)

    def __str__(self) -> str:
        return self.email
