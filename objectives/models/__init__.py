from objectives.models.agreement import Agreement
from objectives.models.asking import AskedObjective
from objectives.models.check_in import CheckIn, ContributionNote, MeasuredValue
from objectives.models.closing import Closing
from objectives.models.consent import ConsentRound, TeamAnswer
from objectives.models.conversation import GoingAhead, JointOwner, Message
from objectives.models.cycle import Cycle
from objectives.models.delegation import Delegation
from objectives.models.dependency import Conflict, ConflictMessage, Dependency
from objectives.models.expectation import ExpectedContribution
from objectives.models.limits import LoadLimits
from objectives.models.link import ContributionLink
from objectives.models.network import (
    ImposedTarget,
    Network,
    NetworkMeeting,
    NetworkMember,
    NetworkObjective,
)
from objectives.models.objective import Measure, Objective, ObjectiveVersion
from objectives.models.promise import Promise
from objectives.models.rating import ChallengeRating, ClarityAnswer
from objectives.models.withdrawal import Withdrawal
from objectives.models.worry import Worry, WorryReply, WorryRound, WorryTheme

__all__ = [
    "Agreement",
    "AskedObjective",
    "ChallengeRating",
    "CheckIn",
    "ClarityAnswer",
    "Closing",
    "Conflict",
    "ConflictMessage",
    "ConsentRound",
    "ContributionLink",
    "ContributionNote",
    "Cycle",
    "Delegation",
    "Dependency",
    "ExpectedContribution",
    "GoingAhead",
    "ImposedTarget",
    "JointOwner",
    "LoadLimits",
    "Measure",
    "MeasuredValue",
    "Message",
    "Network",
    "NetworkMeeting",
    "NetworkMember",
    "NetworkObjective",
    "Objective",
    "ObjectiveVersion",
    "Promise",
    "TeamAnswer",
    "Withdrawal",
    "Worry",
    "WorryReply",
    "WorryRound",
    "WorryTheme",
]
