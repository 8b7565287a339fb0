"""The kinds that belong to people: organograms, units, staff."""

from people.imports.kinds import JUNIOR_POSTS, PEOPLE, SENIOR_POSTS, UNITS
from people.intake import organograms, staff, units
from people.intake.registry import Importer, Sheet, enrol
from people.intake.undoing import undo_by_record
from people.policy import Action


def enrol_kinds() -> None:
    enrol(
        Importer(
            kind="organogram",
            words="A published organogram",
            sheets=(
                Sheet(place="senior", words="Senior posts", columns=SENIOR_POSTS.columns),
                Sheet(place="junior", words="Junior posts", columns=JUNIOR_POSTS.columns),
            ),
            carry_out=organograms.carry_out,
            undo=undo_by_record,
            position=1,
        )
    )
    enrol(
        Importer(
            kind="units",
            words="Units: divisions, services and teams",
            sheets=(Sheet(place="file", words="Units", columns=UNITS.columns),),
            carry_out=units.carry_out,
            undo=undo_by_record,
            export=units.export,
            position=2,
        )
    )
    enrol(
        Importer(
            kind="people",
            words="People and where they work",
            sheets=(Sheet(place="file", words="People", columns=PEOPLE.columns),),
            carry_out=staff.carry_out,
            undo=undo_by_record,
            export=staff.export,
            export_needs=Action.MANAGE_PEOPLE,  # the file holds what only they see of others
            position=3,
        )
    )
