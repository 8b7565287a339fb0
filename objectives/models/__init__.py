from objectives.models.agreement import Agreement
from objectives.models.asking import AskedObjective
from objectives.models.cycle import Cycle
from objectives.models.expectation import ExpectedContribution
from objectives.models.link import ContributionLink
from objectives.models.objective import Measure, Objective, ObjectiveVersion
from objectives.models.withdrawal import Withdrawal

__all__ = [
    "Agreement",
    "AskedObjective",
    "ContributionLink",
    "Cycle",
    "ExpectedContribution",
    "Measure",
    "Objective",
    "ObjectiveVersion",
    "Withdrawal",
]
