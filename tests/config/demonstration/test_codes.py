from __future__ import annotations

from tests.config.demonstration.reading import northvale

STAFF_GROUPS = {f"{number:02}" for number in range(1, 11)}
PAY_BANDS = {"", "2", "3", "4", "5", "6", "7", "8a", "8b", "8c", "8d", "9"} | {
    "VSM",
    "MED-CONS",
    "MED-SAS",
    "MED-RES",
}
ROLES = {
    "board_member",
    "board_secretary",
    "od_staff",
    "team_lead",
    "clinical_lead",
    "survey_analyst",
    "speak_up_guardian",
    "auditor",
    "org_admin",
}
DOMAINS = {
    "quality_of_care",
    "quality_improvement",
    "patient_experience",
    "staff_experience",
    "equality",
    "finance",
    "performance_target",
    "partnership",
    "learning",
    "digital",
    "estates",
}


def test_posts_use_the_national_codes() -> None:
    trust = northvale()

    assert {row.staff_group for row in trust.assignments} <= STAFF_GROUPS
    assert {row.pay_band for row in trust.assignments} <= PAY_BANDS
    assert {person.kind for person in trust.people} == {"employee", "non_executive", "student"}


def test_each_role_that_signs_in_is_granted_to_somebody() -> None:
    assert {grant.role for grant in northvale().grants} == ROLES


def test_objectives_and_links_use_the_codes_of_the_method() -> None:
    trust = northvale()
    measures = [measure for objective in trust.objectives for measure in objective.measures]

    assert {objective.domain for objective in trust.objectives} == DOMAINS
    assert {objective.origin for objective in trust.objectives} == {
        "imposed",
        "cascaded",
        "negotiated",
        "local",
    }
    assert {objective.goal_type for objective in trust.objectives} == {"performance", "learning"}
    assert {measure.direction for measure in measures} == {"up", "down", "maintain", "by_date"}
    assert {measure.kind for measure in measures} == {
        "outcome",
        "process",
        "experience",
        "balancing",
    }
    assert {link.strength for link in trust.links} == {"direct", "partial", "enabling"}
