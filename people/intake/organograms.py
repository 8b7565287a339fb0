"""Posts and units from a published organogram; a later one is a reorganisation."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from people.imports.organogram import JuniorPosts, Organogram, read_organogram
from people.imports.organogram import Post as PostRead
from people.imports.unit_tree import ROOT, unit_key
from people.intake.orders import DeactivationsUnconfirmed, Order, Outcome
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
BATCH = 1000


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
        units = list(OrgUnit.objects.select_for_update())
        self.root = next(unit for unit in units if unit.parent_id is None)
        self.codes = {unit.code for unit in units}
        self.units = {unit_key(unit.name): unit for unit in units if unit != self.root}
        self.units[ROOT] = self.root
        self.posts = {post.reference: post for post in Post.objects.select_for_update()}

    def carry_out(self) -> None:
        self._refuse_too_many_inactive()
        for unit in self.read.units:
            self._unit(unit.name, self.units[unit_key(unit.parent)])
        self._posts()
        self._junior_posts()

    def _refuse_too_many_inactive(self) -> None:
        listed = {post.row.reference for post in self.read.posts}
        active = {post.reference for post in self.posts.values() if post.is_active}
        count = len(active - listed)
        if count <= MOST_INACTIVE * len(active) or count == self.order.confirmed_deactivations:
            return
        words = TOO_MANY_INACTIVE.format(count=count, active=len(active), share=count / len(active))
        raise DeactivationsUnconfirmed(words, count=count)

    def _unit(self, name: str, parent: OrgUnit) -> None:
        unit = self.units.get(unit_key(name))
        if unit is None:
            self.units[unit_key(name)] = OrgUnit.objects.create(
                organisation=self.organisation,
                code=self._new_code(name),
                name=name,
                kind=OrgUnit.Kind.DIRECTORATE if parent == self.root else OrgUnit.Kind.SERVICE,
                parent=parent,
            )
            self.outcome.added["units"] += 1
            return
        moved = unit.parent_id != parent.pk
        if _set(unit, {"parent": parent, "closed_on": None}):
            unit.edition += 1
            unit.save()
            self.outcome.changed["units"] += 1
            self.outcome.moved["units"] += moved
        else:
            self.outcome.unchanged["units"] += 1

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
        added: list[Post] = []
        for read in self.read.posts:
            if read.row.reference not in self.posts:
                post = Post(
                    organisation=self.organisation,
                    reference=read.row.reference,
                    **self._post_values(read),
                )
                self.posts[post.reference] = post
                added.append(post)
        new = {post.reference for post in added}
        Post.objects.bulk_create(added, batch_size=BATCH)
        self.outcome.added["posts"] += len(added)
        self._reporting_lines(new)
        self._leave_out()

    def _post_values(self, read: PostRead) -> dict[str, Any]:
        values = {name: getattr(read.row, name) for name in POST_FIELDS}
        return values | {"unit": self.units[unit_key(read.unit)], "is_active": True}

    def _reporting_lines(self, new: set[str]) -> None:
        """Every post's manager, now that all are there, and what else of a known one differs."""
        for read in self.read.posts:
            post = self.posts[read.row.reference]
            manager = self.posts[read.reports_to] if read.reports_to else None
            moved = post.unit_id != self.units[unit_key(read.unit)].pk or (
                post.reports_to_id != (manager.pk if manager else None)
            )
            differs = _set(post, {"reports_to": manager, **self._post_values(read)})
            if differs:
                post.save()
            if post.reference in new:
                continue
            (self.outcome.changed if differs else self.outcome.unchanged)["posts"] += 1
            self.outcome.moved["posts"] += moved

    def _leave_out(self) -> None:
        """Posts no longer listed are made inactive, never deleted."""
        listed = {read.row.reference for read in self.read.posts}
        gone = [p for p in self.posts.values() if p.is_active and p.reference not in listed]
        for post in gone:
            post.is_active = False
        Post.objects.bulk_update(gone, ["is_active"], batch_size=BATCH)
        self.outcome.deactivated["posts"] += len(gone)

    def _junior_posts(self) -> None:
        known = self._known_junior_posts()
        added, changed = [], []
        for read in self.read.junior_posts:
            values = {name: getattr(read.row, name) for name in JUNIOR_FIELDS}
            line = known.pop(self._likeness(read), None)
            if line is None:
                added.append(self._new_junior_post(read, values))
            elif _set(line, {**values, "is_active": True}):
                changed.append(line)
            else:
                self.outcome.unchanged["junior_posts"] += 1
        gone = [line for line in known.values() if line.is_active]
        for line in gone:
            line.is_active = False
        JuniorPost.objects.bulk_create(added, batch_size=BATCH)
        JuniorPost.objects.bulk_update(
            changed + gone, [*JUNIOR_FIELDS, "is_active"], batch_size=BATCH
        )
        self.outcome.added["junior_posts"] += len(added)
        self.outcome.changed["junior_posts"] += len(changed)
        self.outcome.deactivated["junior_posts"] += len(gone)

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
            self.posts[read.row.reporting_post].pk,
            read.row.grade,
            read.row.title,
            read.row.profession,
            read.occurrence,
        )

    def _new_junior_post(self, read: JuniorPosts, values: dict[str, Any]) -> JuniorPost:
        return JuniorPost(
            organisation=self.organisation,
            unit=self.units[unit_key(read.unit)],
            reports_to=self.posts[read.row.reporting_post],
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
