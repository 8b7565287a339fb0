"""Where the way up breaks: what is missing, whom it waits for, and where they mend it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from objectives.figures.sentences import BOARD, Broken, Waits, in_sentence
from objectives.models import ContributionLink, Objective
from objectives.queries.consent import material_number
from objectives.queries.leaders import NOBODY, Leaders
from objectives.queries.my_part.ties import Above, Tie
from objectives.queries.objective.sides import TALKING, accepted_by
from objectives.queries.sides import owner_side, side_served, sides_of, unit_above
from people.addresses import address
from people.models import Person
from people.policy import Action, Standing
from ui.wording import listed, waited

State = ContributionLink.State
FINISHED = (Objective.State.ACHIEVED, Objective.State.PARTLY, Objective.State.NOT_ACHIEVED)


@dataclass(frozen=True, kw_only=True)
class Mend:
    """Where whoever is asked puts it right."""

    name: str
    words: str
    args: tuple[int, ...] = ()

    @property
    def href(self) -> str:
        return address(self.name, *self.args)


@dataclass(frozen=True, kw_only=True)
class Break:
    """Where and why the way ends, and the one thing to do about it."""

    key: str  # the matter, for one letter a day
    words: str
    quote: str  # a reason that somebody gave
    waits: str
    asked: frozenset[int]
    is_mine: bool
    mend: Mend | None
    see_href: str = ""  # what is talked about or was withdrawn
    title: str = ""  # names the matter in a letter
    is_askable: bool = False
    people: str = ""


@dataclass(frozen=True, kw_only=True)
class Matter:
    """What is wrong, before the people it waits for are named."""

    key: str
    words: str
    asked: frozenset[int]
    mend: Mend | None = None
    since: datetime | None = None
    quote: str = ""
    see_id: int | None = None
    title: str = ""


@dataclass(frozen=True, kw_only=True)
class Finder:
    """Says why the way ends at an objective."""

    above: Above
    known: Leaders
    standing: Standing

    def break_at(self, last: Objective) -> Break | None:
        """Nothing where it stands alone with the agreement of the unit above."""
        ties = self.above.ties.get(last.pk, [])
        open_ties = [tie for tie in ties if not tie.is_over]
        if open_ties:
            return self.broken(self._of_tie(last, open_ties[0]))
        if last.local_reason:
            if last.is_local_reason_accepted:
                return None
            return self.broken(self._reason(last))
        return self.broken(self._of_past(last, ties))

    def no_team(self) -> Break:
        return self.broken(Matter(key="no-team", words=in_sentence(Broken.NO_TEAM), asked=NOBODY))

    def nothing_agreed(self, unit_id: int, talked: Objective | None) -> Break:
        """A team without an agreed objective: the one it talks about, or none at all."""
        unit = self.known.names.get(unit_id, "")
        if talked is not None:
            words = in_sentence(Broken.NOT_YET, unit=unit)
            return self.broken(self._talk(talked, words))
        return self.broken(
            Matter(
                key=f"nothing-{unit_id}",
                words=in_sentence(Broken.NOTHING, unit=unit),
                asked=owner_side(unit_id, None, known=self.known).asked(),
                mend=Mend(name="objectives:write", words="Write an objective"),
                title=unit,
            )
        )

    def broken(self, matter: Matter) -> Break:
        people = Person.objects.active().filter(pk__in=matter.asked).order_by("name", "pk")
        names = listed(list(people.values_list("name", flat=True)))
        is_mine = self.standing.person_id in matter.asked
        return Break(
            key=matter.key,
            words=matter.words,
            quote=matter.quote,
            waits=self._waits(matter, names, is_mine=is_mine),
            asked=matter.asked,
            is_mine=is_mine,
            mend=matter.mend,
            see_href=address("objectives:objective", matter.see_id) if matter.see_id else "",
            title=matter.title,
            is_askable=bool(names) and not is_mine,
            people=names,
        )

    def _waits(self, matter: Matter, names: str, *, is_mine: bool) -> str:
        if matter.key == "no-team":
            return ""
        if is_mine:
            return in_sentence(Waits.YOU)
        if not names:
            return in_sentence(Waits.NOBODY)
        if matter.since is not None:
            time = waited(matter.since, self.above.now)
            return in_sentence(Waits.SINCE, time=time, people=names)
        return in_sentence(Waits.ON, people=names)

    def _of_tie(self, last: Objective, tie: Tie) -> Matter:
        """A link that stands, and yet leads no further."""
        parent = self.above.objectives.get(tie.above_id or 0)
        if tie.above_id is not None and parent is None:
            return self._owners(last, Broken.SERVES_NOTHING)
        if tie.state == State.PROPOSED:
            return self._link(last, tie, Broken.LINK_WAITS)
        if tie.state == State.STALE and not self.above.is_fresh(tie):
            return self._link(last, tie, Broken.LINK_CHANGED)
        if parent is None:
            return self._owners(last, Broken.PRIORITY_GONE)
        if parent.state in TALKING:
            words = in_sentence(Broken.NOT_AGREED, above=parent.unit.name)
            return self._talk(parent, words)
        if parent.state == Objective.State.DRAFT:
            return self._owners(last, Broken.SERVES_NOTHING)
        why = Broken.OVER if parent.state in FINISHED else Broken.WITHDRAWN
        return self._owners(last, why, tie=tie)

    def _of_past(self, last: Objective, ties: list[Tie]) -> Matter:
        """It serves nothing now: the newest thing it served, where this person may see it."""
        for tie in ties:
            parent = self.above.objectives.get(tie.above_id or 0)
            if tie.above_id is not None and (
                parent is None or parent.state == Objective.State.DRAFT
            ):
                continue
            if parent is not None and parent.state == Objective.State.WITHDRAWN:
                return self._owners(last, Broken.WITHDRAWN, tie=tie)
            is_no = tie.state == State.DECLINED
            return self._owners(last, Broken.DECLINED if is_no else Broken.ENDED, tie=tie)
        return self._owners(last, Broken.SERVES_NOTHING)

    def _owners(self, last: Objective, why: Broken, *, tie: Tie | None = None) -> Matter:
        """Its own side says what it serves."""
        answerable = last.current.answerable_id if last.current else None
        parent = self.above.objectives.get(tie.above_id or 0) if tie else None
        may_write = self.standing.may(Action.WRITE_OBJECTIVE, unit_id=last.unit_id)
        serve = Mend(name="objectives:serve", words="Say what it serves", args=(last.pk,))
        look = Mend(name="objectives:objective", words="Open the objective", args=(last.pk,))
        asked = owner_side(last.unit_id, answerable, known=self.known).asked()
        is_outsider = self.standing.person_id in asked and not may_write
        return Matter(
            key=f"serves-{last.pk}",
            words=in_sentence(why, unit=last.unit.name, above=self._name(tie)),
            quote=tie.reason if tie else "",
            asked=asked,
            mend=look if is_outsider else serve,
            see_id=parent.pk if parent else None,
            title=title_of(last),
        )

    def _link(self, last: Objective, tie: Tie, why: Broken) -> Matter:
        """The side it serves says whether it does."""
        parent = self.above.objectives.get(tie.above_id or 0)
        wording = self.above.wordings.get(tie.priority_id or 0)
        sponsor = wording.sponsor if wording else None
        side = side_served(
            unit_id=parent.unit_id if parent else None,
            sponsor_id=sponsor.pk if sponsor and sponsor.is_active else None,
            known=self.known,
        )
        return Matter(
            key=f"link-{tie.link_id}",
            words=in_sentence(why, unit=last.unit.name, above=self._name(tie)),
            asked=side.asked(),
            mend=Mend(name="objectives:answer_link", words="Answer it", args=(tie.link_id,)),
            since=tie.since,
            title=title_of(last),
        )

    def _talk(self, talked: Objective, words: str) -> Matter:
        """The sides that have not yet accepted its words."""
        accepted = accepted_by(talked, floor=material_number(talked.pk))
        sides = sides_of(talked, known=self.known)
        waiting = [side for side in sides.all() if side.party not in accepted]
        current = talked.current
        return Matter(
            key=f"talk-{talked.pk}",
            words=words,
            asked=NOBODY.union(*(side.asked() for side in waiting)),
            mend=Mend(name="objectives:answer", words="Answer it", args=(talked.pk,)),
            since=talked.proposed_at or (current.written_at if current else None),
            see_id=talked.pk,
            title=title_of(talked),
        )

    def _reason(self, last: Objective) -> Matter:
        return Matter(
            key=f"alone-{last.pk}",
            words=in_sentence(Broken.REASON_WAITS, unit=last.unit.name),
            asked=unit_above(last.unit_id, known=self.known).asked(),
            mend=Mend(name="objectives:accept_local_reason", words="Answer it", args=(last.pk,)),
            since=last.agreed_at,
            title=title_of(last),
        )

    def _name(self, tie: Tie | None) -> str:
        parent = self.above.objectives.get(tie.above_id or 0) if tie else None
        return parent.unit.name if parent else BOARD


def title_of(objective: Objective) -> str:
    return objective.current.title if objective.current else objective.ref
