"""Pictures made on the server: crisp, printable, links that take focus, nothing inline to run."""

from ui.svgkit.columns import Box, Columns, Edge
from ui.svgkit.folding import folded
from ui.svgkit.runs import Run
from ui.svgkit.strips import Strip, Strips

__all__ = ["Box", "Columns", "Edge", "Run", "Strip", "Strips", "folded"]
