"""What the fictional board decided: a vision, values, eight priorities, and its decision."""

from __future__ import annotations

from datetime import date, timedelta

from config.demonstration.records import Cycle, Decision, Priority, Strategy, Value

VISION = (
    "In every home, clinic and ward in Northvale, people are safe, heard and cared for in good "
    "time, by staff who are glad to work here and who help one another across every boundary."
)
VALUES = (
    Value(
        "Kind",
        (
            "We say our name and ask for theirs before we do anything else.",
            "We notice when a colleague is struggling, and we act on it the same day.",
        ),
    ),
    Value(
        "Curious",
        (
            "We ask why before we ask who.",
            "We try small changes, measure them and say openly what did not work.",
        ),
    ),
    Value(
        "Fair",
        (
            "We look at who is missing from our figures and our meetings.",
            "We offer each chance in the open, and we give the reason for our choice.",
        ),
    ),
    Value(
        "Together",
        (
            "We ring the next team instead of sending the patient to find out.",
            "We keep the promises we make to other teams, or say early that we cannot.",
        ),
    ),
)
# ref, title, what it means, and the director who speaks for it
PRIORITIES = (
    (
        "P1",
        "Safe, kind care",
        "Nobody is harmed by what we could have prevented, and everybody is treated with kindness.",
        "nurse",
    ),
    (
        "P2",
        "Seen in good time",
        "People get help, tests and treatment when they need them, and go home without delay.",
        "operating",
    ),
    (
        "P3",
        "Fair outcomes",
        "Where people live, what they earn, the language they speak or a disability no longer "
        "decides how long they wait or how well they do.",
        "medical",
    ),
    (
        "P4",
        "A good place to work",
        "People want to join us, are heard, grow and stay, and have time to do their work well.",
        "people",
    ),
    (
        "P5",
        "Care closer to home",
        "With our partners we help people to stay well and be cared for where they live.",
        "chief",
    ),
    (
        "P6",
        "One record that helps",
        "Staff have one record they can trust and systems that save time; patients tell their "
        "story once.",
        "finance",
    ),
    (
        "P7",
        "Greener and sounder buildings",
        "We cut our carbon and our waste, and our buildings never stop care.",
        "operating",
    ),
    (
        "P8",
        "Money well spent",
        "We live within our means by ending waste, and we test each saving for harm.",
        "finance",
    ),
)
DECISION_TEXT = (
    "The Board agreed the strategy and its eight priorities, asked each division to show by the "
    "summer how its teams' work reaches them, and asked to see the gaps as well as the progress."
)


def strategy_of(directors: dict[str, str], *, secretary: str, today: date) -> Strategy:
    """The strategy in force, decided by the board before the year of work began."""
    decided_on = today - timedelta(days=262)
    in_force_from = today - timedelta(days=248)
    return Strategy(
        title=f"Northvale together, {in_force_from.year} to {in_force_from.year + 5}",
        starts_on=in_force_from,
        ends_on=date(in_force_from.year + 5, 3, 31),
        in_force_from=in_force_from,
        vision=VISION,
        values=VALUES,
        priorities=tuple(
            Priority(ref, title, statement, directors[sponsor])
            for ref, title, statement, sponsor in PRIORITIES
        ),
        decision=Decision(
            meeting_title="Board meeting in public",
            meeting_on=decided_on,
            text=DECISION_TEXT,
            votes_for=10,
            votes_against=1,
            abstentions=1,
            recorded_by=secretary,
        ),
    )


def cycle_of(today: date) -> Cycle:
    """The year from 1 April in which today falls."""
    first = today.year if today.month >= 4 else today.year - 1
    return Cycle(
        name=f"{first}/{(first + 1) % 100:02}",
        starts_on=date(first, 4, 1),
        ends_on=date(first + 1, 3, 31),
        state="live",
    )
