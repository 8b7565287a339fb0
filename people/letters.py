"""Words that leave by e-mail: titles and links only, never content."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A letter to one person. `key` says which effect it is: it becomes the Message-ID."""

    key: str
    to: str
    subject: str
    body: str


@dataclass(frozen=True, kw_only=True)
class Words:
    """What a letter says. `why` ends the sentence "You get this letter because ..."."""

    subject: str
    body: str
    why: str = "somebody waits for you"


def send(letter: Letter) -> None:
    """Sends it under an identity made from its key, so that a second copy is seen as one."""
    host = settings.SITE_URL.split("//", 1)[1].split(":")[0]
    EmailMessage(
        subject=letter.subject,
        body=letter.body,
        to=[letter.to],
        headers={"Message-ID": f"<{letter.key}@{host}>"},
    ).send()
