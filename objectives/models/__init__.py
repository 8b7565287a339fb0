from objectives.models.agreement import Agreement
from objectives.models.asking import AskedObjective
from objectives.models.check_in import CheckIn, ContributionNote, MeasuredValue
from objectives.models.consent import ConsentRound, TeamAnswer
from objectives.models.conversation import GoingAhead, JointOwner, Message
from objectives.models.cycle import Cycle
from objectives.models.expectation import ExpectedContribution
from objectives.models.link import ContributionLink
from objectives.models.objective import Measure, Objective, ObjectiveVersion
from objectives.models.promise import Promise
from objectives.models.rating import ChallengeRating, ClarityAnswer
from objectives.models.withdrawal import Withdrawal

__all__ = [
    "Agreement",
    "AskedObjective",
    "ChallengeRating",
    "CheckIn",
    "ClarityAnswer",
    "ConsentRound",
    "ContributionLink",
    "ContributionNote",
    "Cycle",
    "ExpectedContribution",
    "GoingAhead",
    "JointOwner",
    "Measure",
    "MeasuredValue",
    "Message",
    "Objective",
    "ObjectiveVersion",
    "Promise",
    "TeamAnswer",
    "Withdrawal",
]
