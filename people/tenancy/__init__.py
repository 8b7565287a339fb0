"""The two fences between organisations: a scope in the ORM, row-level security in PostgreSQL."""

from people.tenancy.context import acting_in, organisation_in_force, signed_in_as
from people.tenancy.models import TenantManager, TenantModel, TenantQuerySet

__all__ = [
    "TenantManager",
    "TenantModel",
    "TenantQuerySet",
    "acting_in",
    "organisation_in_force",
    "signed_in_as",
]
