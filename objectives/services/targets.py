"""The register of targets that somebody outside sets."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from django.db.models import F

from objectives.models import ImposedTarget
from objectives.services.refusals import NotTheirs, Refused, WordsChanged
from people.policy import Action, Standing
from people.refusals import refusing
from people.tenancy import organisation_in_force

KNOWN = {
    "imposed_target_code_is_unique": Refused(
        "Another target has this short name already", field="code"
    )
}


@dataclass(frozen=True, kw_only=True)
class TargetWords:
    code: str
    title: str
    authority: str
    threshold: str
    due_on: date | None = None
    source: str = ""


def add_target(*, words: TargetWords, standing: Standing) -> ImposedTarget:
    """A target comes into the register."""
    must_keep_targets(standing)
    with refusing(KNOWN):
        return ImposedTarget.objects.create(organisation=organisation_in_force(), **asdict(words))


def word_target(
    *, target: ImposedTarget, edition: int, words: TargetWords, standing: Standing
) -> None:
    """Words it anew. Raises WordsChanged where somebody else did so meanwhile."""
    must_keep_targets(standing)
    known = ImposedTarget.objects.filter(pk=target.pk, edition=edition)
    with refusing(KNOWN):
        changed = known.update(edition=F("edition") + 1, **asdict(words))
    if not changed:
        raise WordsChanged


def retire_target(*, target: ImposedTarget, standing: Standing) -> None:
    """It no longer holds; what carried it stays to be read."""
    must_keep_targets(standing)
    ImposedTarget.objects.filter(pk=target.pk).update(is_current=False, edition=F("edition") + 1)


def put_back_target(*, target: ImposedTarget, standing: Standing) -> None:
    """It holds again."""
    must_keep_targets(standing)
    ImposedTarget.objects.filter(pk=target.pk).update(is_current=True, edition=F("edition") + 1)


def must_keep_targets(standing: Standing) -> None:
    if not standing.may(Action.KEEP_TARGETS):
        raise NotTheirs
