from objectives.queries.load.carried import limits_in_force, limits_row, loads_of, roles_of
from objectives.queries.load.page import LoadPage, first_unit, load_page, may_name, may_see
from objectives.queries.load.warning import before_adding, load_before_yes, units_with_load

__all__ = [
    "LoadPage",
    "before_adding",
    "first_unit",
    "limits_in_force",
    "limits_row",
    "load_before_yes",
    "load_page",
    "loads_of",
    "may_name",
    "may_see",
    "roles_of",
    "units_with_load",
]
