from people.models.account import Account
from people.models.board import Board, BoardMembership
from people.models.errand import Errand
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
    "Invitation",
    "JuniorPost",
    "OrgUnit",
    "Organisation",
    "Person",
    "Post",
    "ReplayKey",
    "RoleGrant",
]
