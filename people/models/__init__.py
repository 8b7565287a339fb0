from people.models.account import Account
from people.models.board import Board, BoardMembership
from people.models.errand import Errand
from people.models.import_run import ImportRun, RememberedColumns
from people.models.letters import LetterChoices, Notice
from people.models.organisation import Organisation
from people.models.person import Assignment, Invitation, Person, RoleGrant
from people.models.post import JuniorPost, Post
from people.models.replay import ReplayKey
from people.models.unit import OrgUnit

__all__ = [
    "Account",
    "Assignment",
    "Board",
    "BoardMembership",
    "Errand",
    "ImportRun",
    "Invitation",
    "JuniorPost",
    "LetterChoices",
    "Notice",
    "OrgUnit",
    "Organisation",
    "Person",
    "Post",
    "RememberedColumns",
    "ReplayKey",
    "RoleGrant",
]
