from hypothesis import given
from hypothesis import strategies as st

from ui.svgkit.layout import centres, ordered

GAP = 12


@st.composite
def pictures(draw: st.DrawFn) -> tuple[list[list[str]], dict[str, float], dict[str, list[str]]]:
    sizes = draw(st.lists(st.integers(0, 8), min_size=1, max_size=4))
    columns = [[f"{c}.{i}" for i in range(size)] for c, size in enumerate(sizes)]
    names = [name for column in columns for name in column]
    heights = {name: float(draw(st.integers(20, 90))) for name in names}
    near = {n: draw(st.lists(st.sampled_from(names), max_size=3, unique=True)) for n in names}
    return columns, heights, near


@given(picture=pictures())
def test_boxes_of_a_column_never_touch_and_keep_their_order(
    picture: tuple[list[list[str]], dict[str, float], dict[str, list[str]]],
) -> None:
    columns, heights, near = picture

    at = centres(columns, heights, near, gap=GAP)

    for column in columns:
        for above, below in zip(column, column[1:], strict=False):
            least = (heights[above] + heights[below]) / 2 + GAP
            assert at[below] - at[above] >= least - 0.001
    assert all(at[name] - heights[name] / 2 >= -0.001 for name in at)


def test_a_box_stands_level_with_what_it_is_joined_to() -> None:
    columns = [["root"], ["a", "b", "c"]]
    joined = {"root": ["a", "b", "c"], "a": ["root"], "b": ["root"], "c": ["root"]}

    at = centres(columns, dict.fromkeys(["root", "a", "b", "c"], 40.0), joined, gap=GAP)

    assert abs(at["root"] - at["b"]) < 0.5


def test_boxes_follow_the_order_of_what_they_hang_on() -> None:
    columns = [["p", "q"], ["of q", "of p", "of none"]]

    assert ordered(columns, {"of q": ["q"], "of p": ["p"]}) == [
        ["p", "q"],
        ["of p", "of q", "of none"],
    ]
