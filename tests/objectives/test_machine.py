"""Whatever several people do in whatever order: agreed always means the same words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from objectives import services
from objectives.figures import joint_party
from objectives.figures.promises import Turn
from objectives.models import (
    Agreement,
    ContributionLink,
    JointOwner,
    Objective,
    ObjectiveVersion,
    Promise,
    TeamAnswer,
)
from objectives.queries.sides import sides_of
from objectives.services import Refused, Words, WordsChanged
from people.models import Organisation, OrgUnit, Person
from people.tenancy import acting_in
from strategy.models import Priority
from tests.factories import CycleFactory, OrganisationFactory, OrgUnitFactory
from tests.objectives.world import NOON, make_world, someone, standing

TITLES = ("Falls with harm down by a fifth", "Nobody waits for the toilet", "Bedside handovers")
PARTIES = ("owner", "parent_owner", "joint")
PEOPLE = ("director", "manager", "sister", "nurse", "surgeon", "stranger")
ANYBODY = st.one_of(st.just(""), st.just(""), st.sampled_from(PEOPLE))  # "": whose turn it is
AGREED = ("agreed", "live")


class Agreeing(RuleBasedStateMachine):
    """Several people write, answer, re-word, share, link, end, promise and withdraw."""

    objectives: Bundle[int] = Bundle("objectives")
    organisation: Organisation

    def __init__(self) -> None:
        super().__init__()
        self.minutes = 0
        self.promisers: dict[int, int] = {}
        self.undo = transaction.atomic()
        self.undo.__enter__()
        self.inside = acting_in(OrganisationFactory.create(), cause="test")
        self.inside.__enter__()
        root = OrgUnitFactory.create(code="BOARD", name="The Board", parent=None)
        CycleFactory.create(state="agreeing")
        self.world = make_world(root)
        self.surgeon = someone("Sue Surgeon", self.world.surgery, is_lead=True)

    def teardown(self) -> None:
        self.inside.__exit__(None, None, None)
        transaction.set_rollback(True)
        self.undo.__exit__(None, None, None)

    def person(self, name: str) -> Person:
        return self.surgeon if name == "surgeon" else getattr(self.world, name)

    def try_to(self, what: Callable[..., Any], by: str, **about: Any) -> Any:
        """Does it as this person, a minute later; what is refused changes nothing."""
        self.minutes += 1
        person = self.person(by)
        try:
            with transaction.atomic():
                return what(
                    by=person,
                    standing=standing(person),
                    now=NOON + timedelta(minutes=self.minutes),
                    **about,
                )
        except (Refused, WordsChanged):
            return None

    def whose_turn(self, by: str, objective: int, party: str) -> str:
        """The name given, or of somebody who is asked for that side."""
        side = sides_of(self.found(objective)).of(party)
        asked = side.asked() if side else frozenset()
        names = [name for name in PEOPLE if self.person(name).pk in asked]
        return by or (names[0] if names else "stranger")

    def party(self, objective: int, party: str) -> str:
        owners = JointOwner.objects.filter(objective_id=objective).values_list("unit_id", flat=True)
        return joint_party(owners.first() or 0) if party == "joint" else party

    def found(self, objective: int) -> Objective:
        return Objective.objects.select_related("current", "unit").get(pk=objective)

    def parents(self) -> list[Objective | Priority]:
        return [self.world.safe, self.world.fair, *Objective.objects.order_by("pk")]

    @initialize(target=objectives)
    def start(self) -> int:
        return self.write("sister", "ward", 0, TITLES[0]) or 0

    @rule(
        target=objectives,
        by=st.sampled_from(PEOPLE),
        unit=st.sampled_from(["board", "medicine", "ward", "surgery"]),
        serves=st.integers(0, 5),
        title=st.sampled_from(TITLES),
    )
    def write_one(self, by: str, unit: str, serves: int, title: str) -> int:
        return self.write(by, unit, serves, title) or Objective.objects.earliest("pk").pk

    def write(self, by: str, unit: str, serves: int, title: str) -> int | None:
        parents = self.parents()
        made = self.try_to(
            services.write_objective,
            by,
            unit=getattr(self.world, unit),
            words=Words(title=title),
            serves=parents[serves % len(parents)],
            is_proposed=True,
        )
        return made.pk if made else None

    @rule(
        objective=objectives,
        by=ANYBODY,
        party=st.sampled_from(PARTIES[:2]),
        title=st.sampled_from(TITLES),
    )
    def reword(self, objective: int, by: str, party: str, title: str) -> None:
        by = self.whose_turn(by, objective, party)
        found = self.found(objective)
        number = found.current.number if found.current else 0
        self.try_to(
            services.word_anew, by, objective=found, words=Words(title=title), number=number
        )

    @rule(
        objective=objectives,
        by=ANYBODY,
        party=st.sampled_from(PARTIES),
        concern=st.sampled_from(["", "Who covers the nights?"]),
        behind=st.sampled_from([0, 0, 0, 1]),
    )
    def accept(self, objective: int, by: str, party: str, concern: str, behind: int) -> None:
        self._accept(objective, by, self.party(objective, party), concern, behind)

    def _accept(self, objective: int, by: str, party: str, concern: str, behind: int) -> None:
        found = self.found(objective)
        number = (found.current.number if found.current else 0) - behind
        by = self.whose_turn(by, objective, party)
        self.try_to(
            services.accept, by, objective=found, party=party, number=number, concern=concern
        )

    @rule(objective=objectives, left_out=st.sampled_from(["nobody", *PARTIES]))
    def everybody_else_accepts(self, objective: int, left_out: str) -> None:
        for party in PARTIES:
            if party != left_out:
                self.accept_in_turn(objective, self.party(objective, party))

    @rule(objective=objectives, share=st.sampled_from(["surgery", "ward"]), how=st.booleans())
    def agree_after_all(self, objective: int, share: str, how: bool) -> None:
        """The owner brings in another unit or the team, and only the two first sides accept."""
        if how:
            self._own_together(objective, "", share, "share_with")
        else:
            self._let_the_team_decide(objective, "")
        for party in ("owner", "parent_owner"):
            self.accept_in_turn(objective, party)

    def accept_in_turn(self, objective: int, party: str) -> None:
        self._accept(objective, "", party, "", 0)

    @rule(
        objective=objectives,
        by=st.sampled_from(PEOPLE),
        party=st.sampled_from(PARTIES),
        how=st.sampled_from(["decline", "challenge"]),
    )
    def send_back(self, objective: int, by: str, party: str, how: str) -> None:
        found = self.found(objective)
        self.try_to(
            getattr(services, how),
            by,
            objective=found,
            party=self.party(objective, party),
            number=found.current.number if found.current else 0,
            note="Not yet",
        )

    @rule(objective=objectives, by=ANYBODY)
    def let_the_team_decide(self, objective: int, by: str) -> None:
        self._let_the_team_decide(objective, by)

    def _let_the_team_decide(self, objective: int, by: str) -> None:
        by = self.whose_turn(by, objective, "owner")
        self.try_to(services.ask_team, by, objective=self.found(objective))

    @rule(
        objective=objectives,
        by=st.sampled_from(["sister", "nurse", "manager"]),
        response=st.sampled_from(TeamAnswer.Response.values),
    )
    def stand_behind(self, objective: int, by: str, response: str) -> None:
        def answer(*, standing: object, **about: Any) -> Objective:
            return services.answer_for_oneself(**about)

        self.try_to(answer, by, objective=self.found(objective), response=response)

    @rule(
        objective=objectives,
        by=ANYBODY,
        unit=st.sampled_from(["surgery", "ward"]),
        how=st.sampled_from(["share_with", "share_with", "own_alone"]),
    )
    def own_together(self, objective: int, by: str, unit: str, how: str) -> None:
        self._own_together(objective, by, unit, how)

    def _own_together(self, objective: int, by: str, unit: str, how: str) -> None:
        by = self.whose_turn(by, objective, "owner")
        owner: OrgUnit = getattr(self.world, unit)
        self.try_to(getattr(services, how), by, objective=self.found(objective), unit=owner)

    @rule(objective=objectives, by=st.sampled_from(PEOPLE), parent=st.integers(0, 5))
    def serve(self, objective: int, by: str, parent: int) -> None:
        parents = self.parents()
        self.try_to(
            services.serve, by, child=self.found(objective), parent=parents[parent % len(parents)]
        )

    @rule(link=st.integers(0, 9), by=st.sampled_from(PEOPLE), how=st.sampled_from("yne"))
    def change_link(self, link: int, by: str, how: str) -> None:
        links = list(ContributionLink.objects.select_related("child").order_by("pk"))
        if not links:
            return
        chosen = links[link % len(links)]
        if how == "e":
            self.try_to(services.end_link, by, link=chosen, reason="Moves")
        else:
            self.try_to(
                services.answer_link, by, link=chosen, is_accepted=how == "y", reason="Because"
            )

    @rule(objective=objectives, by=st.sampled_from(PEOPLE))
    def withdraw(self, objective: int, by: str) -> None:
        self.try_to(services.withdraw, by, objective=self.found(objective), reason="Not now")

    @rule(objective=objectives, by=st.sampled_from(PEOPLE))
    def need(self, objective: int, by: str) -> None:
        made = self.try_to(
            services.ask_for_promise, by, objective=self.found(objective), words="Two hours"
        )
        if made is not None:
            self.promisers[made.pk] = made.promiser_id

    @rule(promise=st.integers(0, 5), by=st.sampled_from(PEOPLE), turn=st.sampled_from(list(Turn)))
    def speak_of_promise(self, promise: int, by: str, turn: Turn) -> None:
        promises = list(Promise.objects.select_related("objective").order_by("pk"))
        if promises:
            self.try_to(
                services.take_turn,
                by,
                promise=promises[promise % len(promises)],
                turn=turn,
                due_on=(NOON + timedelta(days=30)).date(),
                reason="Because",
            )

    @invariant()
    def agreed_means_every_side_accepted_the_same_words(self) -> None:
        for objective in Objective.objects.filter(state__in=AGREED):
            words = _words_that_count(objective)
            said = {
                (one.party, one.unit_id): one.response
                for one in Agreement.objects.filter(version__in=words).order_by("made_at", "pk")
            }
            owners = JointOwner.objects.filter(objective=objective)
            joint = {("owner", unit) for unit in owners.values_list("unit_id", flat=True)}
            for side in {("owner", None), ("parent_owner", None), *joint}:
                assert said.get(side) in ("accept", "accept_with_concern"), (objective, side, said)
            if objective.decides == "team":
                _assert_team_consents(words)

    @invariant()
    def nothing_serves_itself(self) -> None:
        links = ContributionLink.objects.standing().exclude(parent_objective=None)
        above: dict[int, set[int]] = {}
        for child, parent in links.values_list("child_id", "parent_objective_id"):
            above.setdefault(child, set()).add(parent or 0)
        for start in above:
            reached, todo = set[int](), [start]
            while todo:
                for parent in above.get(todo.pop(), ()):
                    assert parent != start
                    if parent not in reached:
                        reached.add(parent)
                        todo.append(parent)

    @invariant()
    def promises_stay_where_they_were_made(self) -> None:
        assert dict(Promise.objects.values_list("pk", "promiser_id")) == self.promisers


def _words_that_count(objective: Objective) -> list[ObjectiveVersion]:
    """The newest words that matter, and what was only tidied after them."""
    versions = list(ObjectiveVersion.objects.filter(objective=objective).order_by("-number"))
    kept = []
    for version in versions:
        kept.append(version)
        if version.is_material:
            break
    return kept


def _assert_team_consents(words: list[ObjectiveVersion]) -> None:
    answers = TeamAnswer.objects.filter(consent__version__in=words)
    given = [response for response in answers.values_list("response", flat=True) if response]
    in_favour = [response for response in given if response != "decline"]
    assert 2 * len(given) >= answers.count() > 0
    assert 4 * len(in_favour) >= 3 * len(given) > 0


@pytest.mark.django_db
def test_no_sequence_agrees_to_words_that_one_side_did_not_accept() -> None:
    run_state_machine_as_test(
        Agreeing,
        settings=settings(
            max_examples=15,
            stateful_step_count=25,
            deadline=None,
            database=None,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        ),
    )
