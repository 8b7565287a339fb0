"""What a report was worked out from, so that a reader can tell whether it saw everything."""

from reports.figures.cascade import Cascade


def counted(cascade: Cascade) -> dict[str, int]:
    """How many objectives of O, links that count, units and active people there were."""
    return {
        "objectives": len(cascade.in_force),
        "links": len(cascade.graph.counting.children),
        "units": len(cascade.columns.unit_id),
        "people": len(cascade.columns.person_id),
    }
