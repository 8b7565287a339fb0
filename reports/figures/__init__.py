"""The arithmetic of reports. No Django here: columns in, figures out.

Read a snapshot's `columns.Columns`, lay it out once with `cascade.lay_out`, then ask for
`alignment.figures` and `coverage.figures`. `documents` words them for the interchange contract,
`storage` packs what is kept for pages.
"""

RULE_VERSION = "1"
"""Changes whenever the same input would give other figures."""
