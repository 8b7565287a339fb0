"""The arithmetic of the four lights, worked by hand (domain measures M1, M2, M4, M5, M6)."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from objectives.figures.lights import (
    Answered,
    Connected,
    Light,
    Lights,
    Measurement,
    Quality,
    Rated,
    Rating,
    Shown,
    Talk,
    Where,
    Worded,
    agreed,
    aligned,
    challenging,
    clear,
    has_all_four,
    hints,
    measured_stretch,
    patterns,
    share_with_all_four,
)
from objectives.figures.lights.challenging import stretch_in_words
from objectives.figures.lights.clear import as_read, names_an_outcome, on_paper

FALLS = Measurement(unit_name="falls", direction="down", has_baseline=True, has_target=True)
FULL = Worded(
    title="Falls with harm down by a fifth",
    has_reason=True,
    measures=(FALLS,),
    has_date=True,
    has_answerable=True,
)


@pytest.mark.parametrize(
    ("worded", "share"),
    [
        (FULL, Fraction(1)),
        (replace(FULL, has_date=False), Fraction(6, 7)),
        (replace(FULL, has_date=False, has_reason=False), Fraction(5, 7)),
        (replace(FULL, measures=()), Fraction(4, 7)),
        (replace(FULL, measures=(), says_why_no_measure=True), Fraction(1)),
        (replace(FULL, title="Be the best ward"), Fraction(6, 7)),
        (replace(FULL, is_learning=True), Fraction(5, 6)),
        (replace(FULL, is_learning=True, says_what_will_be_known=True), Fraction(1)),
        (replace(FULL, measures=(replace(FALLS, unit_name=""),)), Fraction(6, 7)),
        (replace(FULL, measures=(Measurement(unit_name="", direction="by_date",
                                             has_baseline=False, has_target=False),)), Fraction(1)),
        (Worded(title="Better"), Fraction(0)),
    ],
)  # fmt: skip
def test_clearness_on_paper_is_the_share_of_what_applies(worded: Worded, share: Fraction) -> None:
    assert on_paper(worded) == share


def test_six_of_seven_is_clear_and_five_of_six_is_not() -> None:
    assert clear(replace(FULL, has_date=False), floor=11).shown == Shown.YES
    learning = clear(replace(FULL, is_learning=True), floor=11)
    assert learning.shown == Shown.NO
    assert learning.verdict == "Something is missing"
    assert "It does not say what we will know when it is reached." in learning.reasons
    assert learning.mend.where == Where.WORDS


def test_the_team_is_heard_only_when_enough_of_it_answered() -> None:
    assert as_read([], floor=11) is None
    assert as_read([1] * 10, floor=11) is None
    assert as_read([3] * 11, floor=11) == 0.5
    assert clear(FULL, answers=[1] * 10, floor=11).shown == Shown.YES


def test_neat_on_paper_and_unclear_to_the_team_is_a_finding() -> None:
    light = clear(FULL, answers=[3] * 11, floor=11)

    assert (light.shown, light.verdict) == (Shown.NO, "Not clear to the team")
    assert "The team finds it partly clear." in light.reasons
    assert "It is neater on paper than it is clear to the team." in light.reasons
    assert not any("11" in reason for reason in light.reasons)


def test_a_team_at_three_fifths_finds_it_clear_enough() -> None:
    light = clear(FULL, answers=[3, 3, 3, 4, 4] * 3, floor=11)  # mean 3.4, 0.6 of the way

    assert (light.shown, light.verdict) == (Shown.YES, "Clear, also to the team")
    assert "It is neater on paper than it is clear to the team." in light.reasons


@pytest.mark.parametrize(
    ("title", "does"),
    [
        ("Falls with harm down by a fifth", True),
        ("Every family gets a call within two days", True),
        ("90 in 100 letters out by Friday", True),
        ("Be the best ward", False),
        ("Partnership working and engagement with stakeholders", False),
        ("Reduce falls", False),  # by how much, for whom: too little to act on
    ],
)
def test_an_outcome_is_a_change_in_a_few_words(title: str, does: bool) -> None:
    assert names_an_outcome(title) is does


def test_a_path_to_a_priority_is_alignment() -> None:
    light = aligned(Connected(reached=("Safe, kind care", "Fair outcomes"), has_link=True))

    assert (light.shown, light.verdict) == (Shown.YES, "Reaches the Board")
    assert light.reasons == ("It reaches “Safe, kind care” and “Fair outcomes”.",)


@pytest.mark.parametrize(
    ("tied", "shown", "verdict"),
    [
        (Connected(is_local_accepted=True, has_local_reason=True), Shown.YES,
         "Stands alone, accepted"),
        (Connected(would_reach=("Safe",), has_link=True), Shown.UNKNOWN, "Not confirmed yet"),
        (Connected(would_reach=("Safe",), is_local_accepted=True), Shown.UNKNOWN,
         "Not confirmed yet"),
        (Connected(has_local_reason=True), Shown.UNKNOWN, "Its reason waits"),
        (Connected(has_local_reason=True, is_draft=True), Shown.UNKNOWN, "Not asked yet"),
        (Connected(would_reach=("Safe",), has_link=True, is_draft=True), Shown.UNKNOWN,
         "Not asked yet"),
        (Connected(has_link=True), Shown.NO, "The way up is broken"),
        (Connected(), Shown.NO, "Serves nothing yet"),
        (Connected(lost_days_ago=0), Shown.NO, "Needs a new link"),
        (Connected(lost_days_ago=30), Shown.NO, "Needs a new link"),
        (Connected(lost_days_ago=31), Shown.NO, "Serves nothing"),
    ],
)  # fmt: skip
def test_what_reaches_no_priority_says_why(tied: Connected, shown: Shown, verdict: str) -> None:
    light = aligned(tied)

    assert (light.shown, light.verdict) == (shown, verdict)
    assert light.reasons


def test_words_that_changed_above_are_said_while_they_still_count() -> None:
    light = aligned(Connected(reached=("Safe",), has_link=True, stale_links=1))

    assert light.shown == Shown.YES
    assert any("have since changed" in reason for reason in light.reasons)


YES_OF_OWNER = Answered(side="Ward 7", response="accept", number=3)
YES_OF_PARENT = Answered(side="The side it serves", response="accept", number=3)
BOTH = (YES_OF_OWNER, YES_OF_PARENT)


def test_agreed_says_who_accepted_which_version() -> None:
    light = agreed(Talk(state="live", answers=BOTH, was_ever_agreed=True))

    assert (light.shown, light.verdict) == (Shown.YES, "Both sides said yes")
    assert light.reasons == (
        "Ward 7 accepted version 3.",
        "The side it serves accepted version 3.",
    )


def test_a_concern_stays_visible_in_what_is_agreed() -> None:
    answers = (YES_OF_OWNER, replace(YES_OF_PARENT, response="accept_with_concern"))

    light = agreed(Talk(state="agreed", answers=answers, was_ever_agreed=True))

    assert (light.shown, light.verdict) == (Shown.YES, "Agreed, with a concern")


def test_an_import_is_agreed_without_a_signature() -> None:
    light = agreed(Talk(state="live", answers=(), is_agreed_before=True))

    assert (light.shown, light.verdict) == (Shown.YES, "Agreed before this system")


@pytest.mark.parametrize(
    ("talk", "shown", "verdict"),
    [
        (Talk(state="draft", answers=()), Shown.NOT_ASKED, "Not proposed yet"),
        (Talk(state="proposed", answers=(YES_OF_OWNER,)), Shown.NO, "Waiting"),
        (Talk(state="proposed", answers=BOTH, goes_ahead=True), Shown.NO,
         "Goes ahead, not agreed"),
        (Talk(state="in_catchball", answers=()), Shown.NO, "The sides are talking"),
        (Talk(state="achieved", answers=BOTH, was_ever_agreed=True), Shown.YES,
         "Both sides said yes"),
        (Talk(state="partly", answers=()), Shown.NO, "Ended without agreement"),
    ],
)  # fmt: skip
def test_only_the_state_says_agreed(talk: Talk, shown: Shown, verdict: str) -> None:
    assert (agreed(talk).shown, agreed(talk).verdict) == (shown, verdict)


def test_a_team_that_decides_is_waited_for() -> None:
    waiting = agreed(Talk(state="proposed", answers=BOTH, team_decides=True))
    asked = agreed(Talk(state="proposed", answers=BOTH, team_decides=True, is_consent_met=False))

    assert "The whole team decides, and has not been asked yet." in waiting.reasons
    assert "The whole team decides, and too few of it stand behind it yet." in asked.reasons


def rating(challenge: int, feasibility: int, commitment: int) -> Rating:
    return Rating(challenge=challenge, feasibility=feasibility, commitment=commitment)


@pytest.mark.parametrize(
    ("owner", "shown", "verdict"),
    [
        ([rating(4, 3, 3)], Shown.YES, "Hard and doable"),
        ([rating(4, 3, 3), rating(3, 2, 3)], Shown.YES, "Hard and doable"),  # 3.5, 2.5, 3.0
        ([rating(4, 2, 5)], Shown.NO, "Punishing"),
        ([rating(2, 4, 4)], Shown.NO, "Comfortable"),
        ([rating(3, 4, 4)], Shown.NO, "Not much of a stretch"),
        ([rating(4, 3, 2)], Shown.NO, "Hard, but not meant"),
    ],
)
def test_the_owners_view_decides(owner: list[Rating], shown: Shown, verdict: str) -> None:
    light = challenging(Rated(owner=owner, parent=[rating(3, 3, 3)]))

    assert (light.shown, light.verdict) == (shown, verdict)


@pytest.mark.parametrize("rated", [Rated(owner=[rating(5, 1, 1)]), Rated(parent=[rating(5, 1, 1)])])
def test_one_side_alone_shows_nothing_of_its_view(rated: Rated) -> None:
    light = challenging(rated)

    assert light.shown == Shown.UNKNOWN
    assert not any("finds it" in reason for reason in light.reasons)


def test_two_steps_apart_is_the_finding() -> None:
    split = challenging(Rated(owner=[rating(5, 3, 4)], parent=[rating(3, 3, 4)]))
    near = challenging(Rated(owner=[rating(4, 3, 4), rating(5, 3, 4)], parent=[rating(3, 3, 1)]))

    assert (split.shown, split.verdict) == (Shown.UNKNOWN, "The sides see it differently")
    assert split.reasons[:2] == (
        "Its owner finds it very hard and perhaps doable, and stands behind it mostly.",
        "The side it serves finds it fair and perhaps doable, and stands behind it mostly.",
    )
    assert near.verdict == "Hard and doable"


def test_keeping_a_standard_is_never_scored() -> None:
    light = challenging(Rated(owner=[rating(1, 5, 5)], parent=[rating(1, 5, 5)],
                              is_maintained=True))  # fmt: skip

    assert (light.shown, light.verdict) == (Shown.NOT_ASKED, "Holds a standard")


def test_new_ground_suggests_finding_out_how() -> None:
    both = [rating(4, 3, 4)]
    result = challenging(Rated(owner=both, parent=both, complexity=4))
    learning = challenging(Rated(owner=both, parent=both, complexity=4, is_learning=True))

    assert result.mend.words == "Make it a goal to find out how"
    assert learning.mend.words == ""


def test_stretch_is_the_change_in_deviations_of_past_changes() -> None:
    past = [10, 12, 11, 13, 12, 14]  # changes 2, -1, 2, -1, 2: mean 0.8, deviation 1.643168

    assert measured_stretch(is_downward=False, change=3, past=past) == pytest.approx(1.825742)
    assert measured_stretch(is_downward=True, change=3, past=past) == pytest.approx(-1.825742)
    assert measured_stretch(is_downward=False, change=3, past=past, steps=2) is None  # all by 1


@pytest.mark.parametrize("past", [[], [1, 2, 3, 4, 5], [4, 4, 4, 4, 4, 4]])
def test_without_six_values_that_moved_there_is_no_stretch(past: list[float]) -> None:
    assert measured_stretch(is_downward=False, change=3, past=past) is None


@pytest.mark.parametrize(
    ("stretch", "says"),
    [(-0.1, "backwards"), (0, "about holds"), (0.5, "about holds"), (2.0, "is a stretch"),
     (3.0, "very long"), (3.1, "doubtful")],
)  # fmt: skip
def test_stretch_is_said_in_words(stretch: float, says: str) -> None:
    assert says in stretch_in_words(stretch)


def lights(*shown: Shown) -> Lights:
    made = [
        Light(quality=quality, shown=one, verdict="")
        for quality, one in zip(Quality, shown, strict=True)
    ]
    return Lights(clear=made[0], aligned=made[1], agreed=made[2], challenging=made[3])


YES, NO, UNKNOWN, NOT_ASKED = Shown.YES, Shown.NO, Shown.UNKNOWN, Shown.NOT_ASKED


@pytest.mark.parametrize(
    ("four", "has"),
    [
        (lights(YES, YES, YES, YES), True),
        (lights(YES, YES, YES, NOT_ASKED), True),
        (lights(YES, YES, NOT_ASKED, YES), False),
        (lights(YES, YES, YES, UNKNOWN), None),
        (lights(NO, YES, YES, UNKNOWN), False),
    ],
)
def test_four_lights_are_a_pattern_and_never_a_number(four: Lights, has: bool | None) -> None:
    assert has_all_four(four) is has


def test_patterns_are_counted_and_the_share_leaves_the_unknown_out() -> None:
    many = [lights(YES, YES, YES, YES), lights(NO, YES, YES, YES), lights(YES, YES, YES, UNKNOWN)]

    assert patterns([*many, many[0]])[YES, YES, YES, YES] == 2
    assert share_with_all_four(many) == 0.5
    assert share_with_all_four([many[2]]) is None
    assert share_with_all_four([]) is None


def test_hints_wait_for_a_sentence_and_stay_few() -> None:
    assert hints(Worded(title="Falls")) == []
    assert len(hints(Worded(title="Continue to leverage synergies and and and"))) == 3
    assert hints(FULL) == []


def test_hints_name_the_vague_word_and_the_missing_things() -> None:
    found = hints(replace(FULL, title="Deliver robust care where possible", has_date=False))

    assert found == ["“robust” can mean many things. What would people see?", "By when?"]


def test_new_ground_is_hinted_at_as_finding_out_how() -> None:
    assert "new ground" in hints(FULL, complexity=4)[0]
    assert hints(FULL, complexity=3) == []
    assert hints(replace(FULL, is_learning=True), complexity=5) == [
        "What will you know when it is reached?"
    ]


def test_who_has_not_answered_is_named_while_it_is_open() -> None:
    one_side = (YES_OF_OWNER, Answered(side="Medicine"))

    assert agreed(Talk(state="proposed", answers=one_side)).reasons == (
        "Ward 7 accepted version 3.",
        "Medicine has not answered.",
    )
    assert agreed(Talk(state="partly", answers=one_side)).reasons == ("Ward 7 accepted version 3.",)
