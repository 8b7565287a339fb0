import re
from xml.etree import ElementTree

from ui.svgkit import Box, Columns, Edge
from ui.svgkit.measure import text_width

SVG = "{http://www.w3.org/2000/svg}"
LONG = "Listen and act on complaint replies within ten working days, every ward and every clinic"


def picture(*, many: int = 3, said: str = LONG) -> Columns:
    boxes = [Box(id="p", column=0, title="Safe, kind care", words="Board priority", href="/p/")]
    boxes += [
        Box(
            id=f"b{i}",
            column=1,
            title=said,
            words=f"Ward {i} · Agreed",
            href=f"/o/{i}/?a=1&b=2",
            tone="green",
            is_dashed=i == 0,
            group="Medicine" if i % 2 else "Surgery",
            group_href=f"/u/{i % 2}/",
        )
        for i in range(many)
    ]
    edges = [Edge(start="p", end=f"b{i}", is_shared=i == 1) for i in range(many)]
    return Columns(
        headings=["Board priority", "Division"],
        boxes=boxes,
        edges=edges,
        title="How Safe, kind care reaches teams",
        description="The list on this page says the same.",
    )


def tree(columns: Columns) -> ElementTree.Element:
    return ElementTree.fromstring(columns.draw(id="map"))  # noqa: S314 - made by this test


def test_a_box_is_a_link_named_by_its_whole_text() -> None:
    links = tree(picture()).findall(f"{SVG}a")

    named = [" ".join("".join(link.itertext()).split()) for link in links]
    assert named[0] == "Safe, kind care Board priority"
    assert f"{LONG} Ward 0 · Agreed" in named
    assert "…" not in "".join(named)
    assert links[1].get("href") == "/o/0/?a=1&b=2"


def test_the_picture_says_what_it_shows() -> None:
    root = tree(picture())

    assert root.findtext(f"{SVG}title") == "How Safe, kind care reaches teams"
    assert root.get("aria-labelledby") == root.find(f"{SVG}title").get("id")  # type: ignore[union-attr]
    assert root.findtext(f"{SVG}desc") == "The list on this page says the same."


def test_every_line_of_text_stays_inside_its_box() -> None:
    for link in tree(picture(said="Wide WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW words")).iter(
        f"{SVG}a"
    ):
        frame = {k: float(v) for k, v in link.find(f"{SVG}rect").attrib.items()}  # type: ignore[union-attr]
        for line in link.iter(f"{SVG}tspan"):
            is_title = line.get("class") == "app-box__title"
            width = text_width(line.text or "", size=15 if is_title else 14, is_bold=is_title)
            x, y = float(line.get("x", 0)), float(line.get("y", 0))
            assert x >= frame["x"] and x + width <= frame["x"] + frame["width"]
            assert frame["y"] + 10 <= y <= frame["y"] + frame["height"] - 4


def test_no_two_boxes_overlap() -> None:
    frames = [
        {k: float(v) for k, v in rect.attrib.items()}
        for rect in tree(picture(many=12)).iter(f"{SVG}rect")
    ]
    second = sorted((f["y"], f["height"]) for f in frames if f["x"] > 100)

    assert all(y + h < below for (y, h), (below, _) in zip(second, second[1:], strict=False))


def test_draft_and_shared_are_seen_without_colour() -> None:
    svg = picture().draw(id="map")

    assert 'class="app-box app-box--green app-box--dashed"' in svg
    assert 'class="app-edge app-edge--shared"' in svg


def test_nothing_in_it_needs_an_exception_to_the_policy_or_breaks_out() -> None:
    svg = picture(said='<script>"x"</script>').draw(id="map")

    assert "<script" not in svg and "style=" not in svg and " on" not in re.sub(r">[^<]*<", "", svg)


def test_a_picture_of_nothing_is_still_a_picture() -> None:
    empty = Columns(headings=[], boxes=[], edges=[], title="Nothing yet", description="")

    assert tree(empty).findtext(f"{SVG}title") == "Nothing yet"


def test_many_columns_keep_boxes_wide_enough_to_read() -> None:
    wide = Columns(headings=list("abcdefg"), boxes=[], edges=[], title="t", description="")

    assert int(tree(wide).get("width", "0")) == 7 * 180 + 6 * 64 + 8
