from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

from ui.svgkit import Run

FIRST = datetime(2026, 4, 1, tzinfo=UTC)
SVG = "{http://www.w3.org/2000/svg}"


def drawn(*values: float, levels: Sequence[tuple[str, float]] = ()) -> ElementTree.Element:
    points = [(FIRST + timedelta(days=30 * place), value) for place, value in enumerate(values)]
    run = Run(title="Falls & harm", description="From 8 to 2", points=points, levels=levels)
    return ElementTree.fromstring(run.draw(id="falls"))  # noqa: S314 - drawn by ourselves


def heights(picture: ElementTree.Element) -> list[float]:
    return [float(dot.attrib["cy"]) for dot in picture.iter(f"{SVG}circle")]


def test_a_higher_value_stands_higher() -> None:
    first, second, third = heights(drawn(2, 8, 5))

    assert second < third < first


def test_every_value_stands_inside_the_picture() -> None:
    picture = drawn(2, 8, 5, levels=[("app-run__target", -40.0)])

    assert all(0 <= y <= 180 for y in heights(picture))


def test_one_value_and_level_values_are_drawn_too() -> None:
    assert heights(drawn(7)) == [90.0]
    assert heights(drawn(7, 7)) == [90.0, 90.0]


def test_the_picture_has_its_text() -> None:
    picture = drawn(2, 8)

    assert picture.attrib["role"] == "img"
    assert [one.text for one in picture[:2]] == ["Falls & harm", "From 8 to 2"]


def test_values_stand_apart_by_their_time() -> None:
    picture = drawn(1, 2, 3)
    first, second, third = (float(dot.attrib["cx"]) for dot in picture.iter(f"{SVG}circle"))

    assert second - first == third - second > 100
