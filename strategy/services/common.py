from strategy.models import StrategyVersion


class StrategyRefused(Exception):
    """The message is fit to show to the person who tried."""


class StaleDraft(Exception):
    """Somebody saved these words first."""


def lock_draft(*, draft: StrategyVersion) -> StrategyVersion:
    """The draft, held for this transaction; refused when it is one no longer."""
    locked = (
        StrategyVersion.objects.drafts()
        .select_for_update(of=("self",))
        .select_related("strategy", "organisation")
        .filter(pk=draft.pk)
        .first()
    )
    if locked is None:
        raise StrategyRefused("This strategy is no longer a draft, so its words cannot change")
    return locked
