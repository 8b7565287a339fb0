from objectives.models.agreement import Agreement
from objectives.models.cycle import Cycle
from objectives.models.expectation import ExpectedContribution
from objectives.models.link import ContributionLink
from objectives.models.objective import Measure, Objective, ObjectiveVersion

__all__ = [
    "Agreement",
    "ContributionLink",
    "Cycle",
    "ExpectedContribution",
    "Measure",
    "Objective",
    "ObjectiveVersion",
]
