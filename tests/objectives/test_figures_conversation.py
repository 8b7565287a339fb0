from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from objectives.figures import all_accepted, joint_party, joint_unit
from objectives.figures.consent import consent_of
from objectives.figures.redline import redline

YES, CONCERN, NO = "accept", "accept_with_concern", "decline"
SENTENCES = st.lists(st.sampled_from(["falls", "harm", "by", "a", "fifth\n", "Ward 7"])).map(
    " ".join
)


@given(SENTENCES, SENTENCES)
def test_a_redline_holds_both_texts_whole(before: str, after: str) -> None:
    pieces = redline(before, after)

    assert "".join(p.words for p in pieces if p.kind != "new") == before
    assert "".join(p.words for p in pieces if p.kind != "old") == after


def test_a_redline_marks_the_words_that_changed() -> None:
    pieces = redline("Falls down by a fifth", "Falls with harm down by a fifth")

    assert [(p.kind, p.words) for p in pieces] == [
        ("same", "Falls "),
        ("new", "with harm "),
        ("same", "down by a fifth"),
    ]


@pytest.mark.parametrize(
    ("responses", "is_met"),
    [
        ([YES] * 4 + [""] * 4, True),  # 4 of 8 answered, all in favour
        ([YES] * 3 + [""] * 4, False),  # 3 of 7 answered: fewer than half
        ([YES, CONCERN, CONCERN, NO], True),  # 3 of 4 in favour: three quarters
        ([YES, YES, NO], False),  # 2 of 3 in favour
        (["", ""], False),
        ([], False),
    ],
)
def test_a_team_consents_when_half_answer_and_three_quarters_of_them_agree(
    responses: list[str], is_met: bool
) -> None:
    assert consent_of(responses).is_met == is_met


def test_a_team_of_fewer_than_five_is_small() -> None:
    assert consent_of([YES] * 4).is_small
    assert not consent_of([YES] * 5).is_small


def test_a_concern_is_counted_and_accepts() -> None:
    found = consent_of([CONCERN, YES, ""])

    assert (found.asked, found.replied, found.accepting, found.concerned) == (3, 2, 2, 1)


@pytest.mark.parametrize("missing", ["owner", "parent_owner", "joint-7"])
def test_agreed_needs_every_side(missing: str) -> None:
    said = {"owner": YES, "parent_owner": CONCERN, joint_party(7): YES}

    assert all_accepted(said, parties=[joint_party(7)])
    assert not all_accepted(
        {party: NO if party == missing else one for party, one in said.items()},
        parties=[joint_party(7)],
    )


def test_a_joint_owner_is_known_by_its_unit() -> None:
    assert joint_unit(joint_party(12)) == 12
    assert joint_unit("owner") is None
