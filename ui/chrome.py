"""What stands round every page. Middleware of other apps fills these in; ui only shows them."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class MenuItem:
    """One of at most six; the last may lead to a page of what is left over."""

    label: str
    href: str


@dataclass(frozen=True, kw_only=True)
class Masthead:
    """Whose pages these are, and who is signed in. Empty text leaves its part out."""

    organisation_name: str
    home_url: str
    account_name: str = ""
    account_url: str = ""
    sign_out_url: str = ""


@dataclass(frozen=True, kw_only=True)
class DemoRole:
    """A person to sign in as while looking round."""

    label: str
    value: str


@dataclass(frozen=True, kw_only=True)
class DemoBar:
    """Says on every page that nothing here is real. Each button posts `field=role.value`."""

    text: str
    action: str
    field: str = "role"
    roles: Sequence[DemoRole] = ()


@dataclass(frozen=True, kw_only=True)
class FooterLink:
    label: str
    href: str
