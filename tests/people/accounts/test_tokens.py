from datetime import UTC, datetime, timedelta, timezone

from django.test import override_settings

from people.accounts.tokens import hashed, invitation_token, is_set_up_code, set_up_code

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)


def test_a_token_is_the_same_whenever_it_is_worked_out() -> None:
    here = NOON.astimezone(timezone(timedelta(hours=2)))

    assert invitation_token(person_id=7, expires_at=NOON) == invitation_token(
        person_id=7, expires_at=here
    )


def test_another_person_or_letter_has_another_token() -> None:
    tokens = {
        invitation_token(person_id=7, expires_at=NOON),
        invitation_token(person_id=8, expires_at=NOON),
        invitation_token(person_id=7, expires_at=NOON + timedelta(microseconds=1)),
    }

    assert len(tokens) == 3
    assert {len(token) for token in tokens} == {43}


def test_another_installation_has_another_code_and_other_tokens() -> None:
    before = (set_up_code(), invitation_token(person_id=7, expires_at=NOON))

    with override_settings(SECRET_KEY="of another installation"):
        after = (set_up_code(), invitation_token(person_id=7, expires_at=NOON))

    assert before[0] != after[0]
    assert before[1] != after[1]


def test_the_hash_does_not_show_the_token() -> None:
    assert hashed("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_a_code_may_be_typed_in_small_letters_and_without_hyphens() -> None:
    code = set_up_code()

    assert is_set_up_code(f" {code.lower().replace('-', ' ')} ")
    assert not is_set_up_code(code[:-1])
    assert not is_set_up_code("")
