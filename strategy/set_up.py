from people.accounts.steps import step_task
from people.addresses import address
from people.policy import Action, Standing
from strategy.models import PriorityWording, StrategyVersion
from ui.parts import Task

FOR_OTHERS = (
    "The board secretary and organisational development write them: give somebody that role"
)


def write_priorities(standing: Standing) -> Task:
    """Done when a strategy in force has priorities; begun when a draft has."""
    may_write = standing.may(Action.EDIT_STRATEGY)
    states = set(PriorityWording.objects.values_list("version__state", flat=True).distinct())
    return step_task(
        title="Write the priorities",
        is_done=StrategyVersion.State.IN_DELIVERY in states,
        is_begun=StrategyVersion.State.DESIGN in states,
        href=address("strategy:strategy"),
        hint="What the board wants to reach, put in force by its decision"
        if may_write
        else FOR_OTHERS,
    )
