"""The kinds that belong to objectives."""

from objectives.intake import (
    exporting,
    sheet_of_expectations,
    sheet_of_links,
    sheet_of_objectives,
)
from objectives.intake.undoing import undo_objectives
from people.imports.kinds import EXPECTATIONS, LINKS, OBJECTIVES
from people.intake.registry import Importer, Sheet, enrol
from people.intake.undoing import undo_by_record
from people.policy import Action


def enrol_kinds() -> None:
    enrol(
        Importer(
            kind="objectives",
            words="Objectives",
            sheets=(Sheet(place="file", words="Objectives", columns=OBJECTIVES.columns),),
            carry_out=sheet_of_objectives.carry_out,
            undo=undo_objectives,
            export=exporting.all_objectives,
            export_seen_by=exporting.objectives_seen_by,
            export_beside=exporting.LIGHTS,
            export_needs=Action.SEE_OBJECTIVES,
            export_words="Drafts are in it only where you may see them. The last four columns say "
            "what the four lights show; bringing the file back in leaves them alone.",
            for_whole_exports=frozenset({"answerable_staff_id"}),
            position=5,
        )
    )
    enrol(
        Importer(
            kind="links",
            words="Links: which objective serves what",
            sheets=(Sheet(place="file", words="Links", columns=LINKS.columns),),
            carry_out=sheet_of_links.carry_out,
            undo=undo_by_record,
            export=exporting.all_links,
            export_seen_by=exporting.links_seen_by,
            export_needs=Action.SEE_OBJECTIVES,
            export_words="A link is in it where you may see both its ends.",
            position=6,
        )
    )
    enrol(
        Importer(
            kind="expectations",
            words="Expectations: which unit is asked to serve which priority",
            sheets=(Sheet(place="file", words="Expectations", columns=EXPECTATIONS.columns),),
            carry_out=sheet_of_expectations.carry_out,
            undo=undo_by_record,
            export=sheet_of_expectations.export,
            position=7,
        )
    )
