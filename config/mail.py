import hashlib
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class FolderBackend(BaseEmailBackend):
    """Keeps each letter as one .eml file, named by its Message-ID: the demonstration's postbox."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        folder = Path(settings.EMAIL_FOLDER)
        folder.mkdir(parents=True, exist_ok=True)
        for message in email_messages:
            letter = message.message()
            name = hashlib.sha256(letter["Message-ID"].encode()).hexdigest()[:24]
            (folder / f"{name}.eml").write_bytes(letter.as_bytes())
        return len(email_messages)
