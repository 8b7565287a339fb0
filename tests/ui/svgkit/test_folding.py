from ui.svgkit import Box, Columns, Edge, folded


def picture(*, divisions: int, objectives: int) -> Columns:
    """One priority, divisions under it, and under each division objectives of two wards."""
    boxes = [Box(id="p", column=0, title="Safe care", words="", href="/p/")]
    edges = []
    for d in range(divisions):
        boxes.append(Box(id=f"d{d}", column=1, title=f"Division {d}", words="", href=f"/d/{d}/"))
        edges.append(Edge(start="p", end=f"d{d}"))
        for o in range(objectives):
            ward = f"Ward {d}.{o % 2}"
            boxes.append(
                Box(
                    id=f"o{d}.{o}",
                    column=2,
                    title="x",
                    words="",
                    group=ward,
                    group_href=f"/{ward}/",
                )
            )
            edges.append(Edge(start=f"d{d}", end=f"o{d}.{o}"))
    return Columns(
        headings=["Priority", "Division", "Team"],
        boxes=boxes,
        edges=edges,
        title="t",
        description="d",
    )


def name(group: str, many: int) -> tuple[str, str]:
    return f"{group or 'Several teams'}: {many} objectives", "Open to see them"


def test_below_the_limit_nothing_is_folded() -> None:
    whole = picture(divisions=2, objectives=4)

    assert folded(whole, limit=11, name=name) == whole


def test_above_the_limit_a_units_boxes_become_one_that_leads_to_the_unit() -> None:
    small = folded(picture(divisions=2, objectives=6), limit=10, name=name)

    last = [(box.title, box.href) for box in small.boxes if box.column == 2]
    assert last[:2] == [
        ("Ward 0.0: 3 objectives", "/Ward 0.0/"),
        ("Ward 0.1: 3 objectives", "/Ward 0.1/"),
    ]
    assert len(last) == 4
    assert len(small.edges) == 2 + 4


def test_where_that_is_not_enough_all_under_one_box_become_one() -> None:
    small = folded(picture(divisions=3, objectives=6), limit=8, name=name)

    last = [(box.title, box.href) for box in small.boxes if box.column == 2]
    assert last == [("Several teams: 6 objectives", f"/d/{d}/") for d in range(3)]


def test_a_column_further_left_folds_only_when_it_must() -> None:
    small = folded(picture(divisions=40, objectives=2), limit=80, name=name)
    smaller = folded(picture(divisions=90, objectives=1), limit=80, name=name)

    assert sum(box.column == 1 for box in small.boxes) == 1
    assert sum(box.column == 1 for box in smaller.boxes) == 1
    assert len(smaller.boxes) <= 80


def test_a_folded_picture_can_be_drawn() -> None:
    small = folded(picture(divisions=3, objectives=30), limit=20, name=name)

    assert small.draw(id="map").count("<rect") == len(small.boxes)
