"""Translate HTTP into one query or one service, and back."""

from objectives.views.adopting import adopt, join
from objectives.views.agreement import agreement
from objectives.views.answering import answer, answer_link, say
from objectives.views.between import between
from objectives.views.changing import (
    accept_local_reason,
    end_link,
    give_local_reason,
    serve,
    set_primary,
    withdraw,
)
from objectives.views.check_ins import check_in, check_in_why, undo_check_in
from objectives.views.closing import close, confirm_endings, take_back_ending
from objectives.views.cone import cone
from objectives.views.conflicts import conflict, conflicts, conflicts_file, raise_conflict
from objectives.views.delegating import delegates, end_delegation, name_delegate
from objectives.views.depending import (
    ask_other_team,
    dependencies,
    dependencies_file,
    dependency,
)
from objectives.views.expectations import expectations
from objectives.views.lights import lights_file
from objectives.views.load import limits, load, load_of
from objectives.views.matching import match
from objectives.views.my_part import ask_to_mend, my_part
from objectives.views.networking import invite, network_member, offer, recognise
from objectives.views.networks import (
    carry_objective,
    close_network,
    edit_network,
    network,
    networks,
    networks_file,
    note_meeting,
    propose_network,
    sponsor_network,
    stop_carrying,
)
from objectives.views.notes import note, take_back_note, values_file
from objectives.views.owning import (
    ask_team,
    go_ahead,
    let_lead_decide,
    own_alone,
    share_with,
    stand_behind,
)
from objectives.views.pages import home, objective, objectives
from objectives.views.promising import need, promise, promises, promises_file
from objectives.views.rating import hints, rate, say_how_clear
from objectives.views.targets import (
    add_target,
    edit_target,
    put_back_target,
    retire_target,
    targets,
    targets_file,
)
from objectives.views.teams import ask, asked, team, teams
from objectives.views.worries import (
    answer_worries,
    end_worries,
    open_worries,
    say_worries,
    worries,
)
from objectives.views.writing import parents, propose, reword, write
from objectives.views.years import (
    begin_closing,
    close_year,
    go_on_with_year,
    year,
    year_file,
    years,
)

__all__ = [
    "adopt",
    "join",
    "agreement",
    "accept_local_reason",
    "answer",
    "answer_worries",
    "answer_link",
    "ask",
    "ask_other_team",
    "ask_team",
    "ask_to_mend",
    "asked",
    "begin_closing",
    "between",
    "match",
    "check_in",
    "check_in_why",
    "close",
    "close_year",
    "cone",
    "conflict",
    "conflicts",
    "conflicts_file",
    "raise_conflict",
    "confirm_endings",
    "delegates",
    "dependencies",
    "dependencies_file",
    "dependency",
    "end_delegation",
    "end_link",
    "end_worries",
    "expectations",
    "give_local_reason",
    "go_ahead",
    "go_on_with_year",
    "hints",
    "home",
    "let_lead_decide",
    "lights_file",
    "limits",
    "load",
    "load_of",
    "my_part",
    "add_target",
    "carry_objective",
    "close_network",
    "edit_network",
    "edit_target",
    "invite",
    "network",
    "network_member",
    "networks",
    "networks_file",
    "note_meeting",
    "offer",
    "propose_network",
    "put_back_target",
    "recognise",
    "retire_target",
    "sponsor_network",
    "stop_carrying",
    "targets",
    "targets_file",
    "note",
    "name_delegate",
    "need",
    "objective",
    "objectives",
    "open_worries",
    "own_alone",
    "parents",
    "promise",
    "promises",
    "promises_file",
    "propose",
    "rate",
    "reword",
    "say",
    "say_how_clear",
    "say_worries",
    "serve",
    "set_primary",
    "share_with",
    "stand_behind",
    "take_back_ending",
    "take_back_note",
    "team",
    "teams",
    "undo_check_in",
    "values_file",
    "withdraw",
    "worries",
    "write",
    "year",
    "year_file",
    "years",
]
