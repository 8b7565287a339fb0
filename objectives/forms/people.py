"""A person as people write them: by name or staff number."""

from __future__ import annotations

from django import forms

from objectives.queries import choices
from people.models import Person


def person_called(words: str) -> Person:
    """The one active person these words name, or a sentence about what to write instead."""
    words = words.strip()
    found = choices.people_called(words)
    if len(found) > 1:
        raise forms.ValidationError(
            f"More than one person is called {words}. Write their staff number instead"
        )
    if not found:
        raise forms.ValidationError(
            f"Nobody here is called {words}. Write the name as it is in the organisation"
        )
    return found[0]
