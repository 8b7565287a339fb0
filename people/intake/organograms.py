"""Posts and units from a published organogram; a later one is a reorganisation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from people.imports.organogram import JuniorPosts, Organogram, read_organogram
from people.imports.organogram import Post as PostRead
from people.imports.unit_tree import ROOT, unit_key
from people.intake.orders import DeactivationsUnconfirmed, Order, Outcome
from people.intake.units import depths_below
from people.intake.writing import BATCH, ids_to_come, in_batches, write_changes
from people.models import JuniorPost, OrgUnit, Post
from people.tenancy import organisation_in_force

TOO_MANY_INACTIVE = (
    "This file would make {count} of {active} active posts inactive ({share:.0%}). "
    "If that is right, confirm it by repeating the number: {count}"
)
MOST_INACTIVE = 0.1
POST_FIELDS = (
    "job_title", "function", "grade", "profession", "fte", "salary_cost_of_reports",
    "pay_floor", "pay_ceiling", "notes",
)  # fmt: skip
JUNIOR_FIELDS = ("fte", "pay_minimum", "pay_maximum")


def carry_out(order: Order) -> Outcome:
    """Adds units, posts and counted posts; matches by name, reference and likeness."""
    read = read_organogram(
        senior=order.tables["senior"],
        junior=order.tables["junior"],
        senior_matching=order.matching("senior"),
        junior_matching=order.matching("junior"),
    )
    outcome = Outcome(rows=dict(read.row_counts), problems=list(read.problems), fte=dict(read.fte))
    _Reorganisation(read, outcome, order).carry_out()
    return outcome


class _Reorganisation:
    def __init__(self, read: Organogram, outcome: Outcome, order: Order) -> None:
        self.read, self.outcome, self.order = read, outcome, order
        self.organisation = organisation_in_force()
        self.done = 0
        units = list(OrgUnit.objects.select_for_update())
        self.root = next(unit for unit in units if unit.parent_id is None)
        self.codes = {unit.code for unit in units}
        self.units = {unit_key(unit.name): unit for unit in units if unit != self.root}
        self.units[ROOT] = self.root
        self.posts = {post.reference: post for post in Post.objects.select_for_update()}

    def carry_out(self) -> None:
        self._refuse_too_many_inactive()
        self._tell(0)
        self._units()
        self._posts()
        self._leave_out()
        self._junior_posts()

    def _tell(self, rows: int) -> None:
        self.done += rows
        self.order.progress(self.done, len(self.read.posts) + len(self.read.junior_posts))

    def _refuse_too_many_inactive(self) -> None:
        listed = {post.row.reference for post in self.read.posts}
        active = {post.reference for post in self.posts.values() if post.is_active}
        count = len(active - listed)
        if count <= MOST_INACTIVE * len(active) or count == self.order.confirmed_deactivations:
            return
        words = TOO_MANY_INACTIVE.format(count=count, active=len(active), share=count / len(active))
        raise DeactivationsUnconfirmed(words, count=count)

    def _units(self) -> None:
        """From the top down, so that a unit's parent is there, and in its place, before it."""
        above = {unit_key(unit.name): unit_key(unit.parent) for unit in self.read.units}
        depths = depths_below(ROOT, above)
        levels: dict[int, list[str]] = {}
        for unit in self.read.units:
            levels.setdefault(depths[unit_key(unit.name)], []).append(unit.name)
        for depth in sorted(levels):
            self._level([(name, self.units[above[unit_key(name)]]) for name in levels[depth]])

    def _level(self, units: list[tuple[str, OrgUnit]]) -> None:
        added: list[OrgUnit] = []
        changed: list[OrgUnit] = []
        for name, parent in units:
            unit = self.units.get(unit_key(name))
            if unit is None:
                added.append(self._new_unit(name, parent))
            else:
                self.outcome.moved["units"] += unit.parent_id != parent.pk
                differs = _set(unit, {"parent_id": parent.pk, "closed_on": None})
                changed += [unit] if differs else []
        OrgUnit.objects.bulk_create(added, batch_size=BATCH)
        self.units |= {unit_key(unit.name): unit for unit in added}
        write_changes(changed, fields=("parent", "closed_on"))
        self.outcome.added["units"] += len(added)
        self.outcome.changed["units"] += len(changed)
        self.outcome.unchanged["units"] += len(units) - len(added) - len(changed)

    def _new_unit(self, name: str, parent: OrgUnit) -> OrgUnit:
        kinds = OrgUnit.Kind
        return OrgUnit(
            organisation=self.organisation,
            code=self._new_code(name),
            name=name,
            kind=kinds.DIRECTORATE if parent == self.root else kinds.SERVICE,
            parent=parent,
        )

    def _new_code(self, name: str) -> str:
        """A code from the name: capitals and hyphens, with a number where it is taken."""
        plain = re.sub(r"[^A-Z0-9]+", "-", name.upper()).strip("-")[:50] or "UNIT"
        code, number = plain, 1
        while code in self.codes:
            number += 1
            code = f"{plain}-{number}"
        self.codes.add(code)
        return code

    def _posts(self) -> None:
        """Each has its number before any is written, so that it can name a manager below it."""
        new = [read for read in self.read.posts if read.row.reference not in self.posts]
        self.post_ids = {reference: post.pk for reference, post in self.posts.items()}
        numbers = ids_to_come(Post, len(new))
        self.post_ids |= dict(zip((read.row.reference for read in new), numbers, strict=True))
        for batch in in_batches(self.read.posts):
            self._batch_of_posts(batch)
            self._tell(len(batch))

    def _batch_of_posts(self, batch: Sequence[PostRead]) -> None:
        added: list[Post] = []
        changed: list[Post] = []
        for read in batch:
            reference, values = read.row.reference, self._post_values(read)
            known = self.posts.get(reference)
            if known is None:
                added.append(
                    Post(
                        organisation=self.organisation,
                        id=self.post_ids[reference],
                        reference=reference,
                        **values,
                    )
                )
            elif self._differs(known, values):
                changed.append(known)
        Post.objects.bulk_create(added)
        self.outcome.added["posts"] += len(added)
        write_changes(changed, fields=(*POST_FIELDS, "unit", "reports_to", "is_active"))

    def _post_values(self, read: PostRead) -> dict[str, Any]:
        values = {name: getattr(read.row, name) for name in POST_FIELDS}
        return values | {
            "unit_id": self.units[unit_key(read.unit)].pk,
            "reports_to_id": self.post_ids[read.reports_to] if read.reports_to else None,
            "is_active": True,
        }

    def _differs(self, post: Post, values: dict[str, Any]) -> bool:
        moves = (post.unit_id, post.reports_to_id) != (values["unit_id"], values["reports_to_id"])
        differs = _set(post, values)
        (self.outcome.changed if differs else self.outcome.unchanged)["posts"] += 1
        self.outcome.moved["posts"] += moves
        return differs

    def _leave_out(self) -> None:
        """Posts no longer listed are made inactive, never deleted."""
        listed = {read.row.reference for read in self.read.posts}
        gone = [p for p in self.posts.values() if p.is_active and p.reference not in listed]
        for post in gone:
            post.is_active = False
        write_changes(gone, fields=("is_active",))
        self.outcome.deactivated["posts"] += len(gone)

    def _junior_posts(self) -> None:
        known = self._known_junior_posts()
        for batch in in_batches(self.read.junior_posts):
            self._batch_of_junior_posts(batch, known)
            self._tell(len(batch))
        gone = [line for line in known.values() if line.is_active]
        for line in gone:
            line.is_active = False
        write_changes(gone, fields=("is_active",))
        self.outcome.deactivated["junior_posts"] += len(gone)

    def _batch_of_junior_posts(
        self, batch: Sequence[JuniorPosts], known: dict[tuple[Any, ...], JuniorPost]
    ) -> None:
        """A line that is known is taken out of `known`: what is left there at the end is gone."""
        added: list[JuniorPost] = []
        changed: list[JuniorPost] = []
        for read in batch:
            values = {name: getattr(read.row, name) for name in JUNIOR_FIELDS}
            line = known.pop(self._likeness(read), None)
            if line is None:
                added.append(self._new_junior_post(read, values))
            elif _set(line, {**values, "is_active": True}):
                changed.append(line)
        JuniorPost.objects.bulk_create(added)
        write_changes(changed, fields=(*JUNIOR_FIELDS, "is_active"))
        self.outcome.added["junior_posts"] += len(added)
        self.outcome.changed["junior_posts"] += len(changed)
        self.outcome.unchanged["junior_posts"] += len(batch) - len(added) - len(changed)

    def _known_junior_posts(self) -> dict[tuple[Any, ...], JuniorPost]:
        alike: Counter[tuple[Any, ...]] = Counter()
        known = {}
        for line in JuniorPost.objects.order_by("-is_active", "pk"):
            likeness = (line.unit_id, line.reports_to_id, line.grade, line.title, line.profession)
            alike[likeness] += 1
            known[(*likeness, alike[likeness])] = line
        return known

    def _likeness(self, read: JuniorPosts) -> tuple[Any, ...]:
        return (
            self.units[unit_key(read.unit)].pk,
            self.post_ids[read.row.reporting_post],
            read.row.grade,
            read.row.title,
            read.row.profession,
            read.occurrence,
        )

    def _new_junior_post(self, read: JuniorPosts, values: dict[str, Any]) -> JuniorPost:
        return JuniorPost(
            organisation=self.organisation,
            unit=self.units[unit_key(read.unit)],
            reports_to_id=self.post_ids[read.row.reporting_post],
            grade=read.row.grade,
            title=read.row.title,
            profession=read.row.profession,
            **values,
        )


def _set(thing: OrgUnit | Post | JuniorPost, values: dict[str, Any]) -> bool:
    """Sets what differs and says whether anything did."""
    differing = {name: v for name, v in values.items() if getattr(thing, name) != v}
    for name, value in differing.items():
        setattr(thing, name, value)
    return bool(differing)
