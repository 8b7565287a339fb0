"""What of a cone can be reached, and at which level each stands."""

from objectives.figures.cone import in_reach, levels, through

PAIRS = [("p", "a"), ("a", "b"), ("b", "c"), ("a", "c"), ("a", "x"), ("b", "d")]


def test_the_cone_goes_up_and_down_but_not_sideways() -> None:
    assert in_reach("b", PAIRS, set("pabcdx")) == set("pabcd")


def test_what_hangs_on_something_unseen_is_not_reached() -> None:
    assert in_reach("b", PAIRS, set("pbcd")) == set("bcd")


def test_levels_go_by_the_longest_way() -> None:
    assert levels("pabc", PAIRS[:4]) == {"p": 0, "a": 1, "b": 2, "c": 3}


def test_a_lone_objective_is_at_the_top() -> None:
    assert levels({"a"}, []) == {"a": 0}


def test_narrowing_keeps_the_ways_up() -> None:
    assert through(["d"], PAIRS) == set("dbap")
