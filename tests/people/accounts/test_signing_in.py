"""The sign-in library's pages as this site has them: neutral to strangers, in our words."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import NoReverseMatch, reverse
from pytest_django.asserts import assertContains, assertRedirects

from people.accounts.tasks import send_password_reset
from people.models import Account, Errand, Person
from tests.factories.people import PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

NEW_PASSWORD = "rain on slate"


@pytest.fixture
def account(person: Person) -> Account:
    assert person.account is not None
    return person.account


def sign_in(client: Client, account: Account, password: str = PASSWORD) -> int:
    form = {"login": account.email, "password": password}
    return client.post(reverse("account_login"), form).status_code


def without_secrets(page: str, *, email: str) -> str:
    return re.sub(r'(csrfmiddlewaretoken" value|x-csrftoken":) ?=?"[^"]+"', "", page).replace(
        email, ""
    )


def test_a_password_opens_the_account_in_any_case_of_the_address(
    client: Client, account: Account
) -> None:
    form = {"login": account.email.upper(), "password": PASSWORD}

    assertRedirects(client.post("/accounts/login/", form), "/", fetch_redirect_response=False)


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"login": "", "password": "x"}, "Enter your email address"),
        ({"login": "amina", "password": "x"}, "Enter an email address in the usual form"),
        ({"login": "amina@example.org", "password": ""}, "Enter your password"),
    ],
)
def test_bad_input_says_what_to_fix(
    client: Client, account: Account, form: dict[str, str], sentence: str
) -> None:
    response = client.post("/accounts/login/", form)

    assertContains(response, sentence)
    assertContains(response, "<title>Error: Sign in")


def test_a_known_and_an_unknown_address_get_the_same_answer(
    client: Client, account: Account
) -> None:
    pages = []
    for email in (account.email, "nobody@example.org"):
        form = {"login": email, "password": "not the password"}
        response = client.post("/accounts/login/", form)
        pages.append((response.status_code, without_secrets(response.text, email=email)))

    assert pages[0] == pages[1]


def test_the_sixth_try_in_a_row_is_refused_even_when_right(
    client: Client, account: Account
) -> None:
    for _ in range(5):
        sign_in(client, account, "not the password")

    response = client.post("/accounts/login/", {"login": account.email, "password": PASSWORD})

    assertContains(response, "too many tries")


def test_asking_for_a_new_password_tells_strangers_nothing(
    client: Client, account: Account, mailoutbox: list[EmailMessage]
) -> None:
    answers = []
    for email in (account.email, "nobody@example.org"):
        response = client.post("/accounts/password/reset/", {"email": email}, follow=True)
        answers.append((response.redirect_chain, without_secrets(response.text, email=email)))

    assert answers[0] == answers[1]
    assert Errand.objects.get().arguments == {"account": account.pk}
    assert mailoutbox == []


def test_a_new_password_by_letter_ends_other_sessions_and_does_not_sign_in(
    client: Client, account: Account, mailoutbox: list[EmailMessage]
) -> None:
    elsewhere = Client()
    sign_in(elsewhere, account)
    client.post("/accounts/password/reset/", {"email": account.email})
    errand = Errand.objects.get()
    send_password_reset(errand_id=errand.pk, organisation_id=errand.organisation_id)
    link = re.search(r"http://localhost:8000(/\S+)", str(mailoutbox[0].body))
    assert link

    form = client.get(link[1]).headers["Location"]
    assertContains(client.get(form), "Choose a new password")
    done = client.post(form, {"password1": NEW_PASSWORD}, follow=True)

    assertContains(done, "Your new password is saved")
    assert "_auth_user_id" not in client.session
    assert elsewhere.get("/accounts/").status_code == 302
    assert sign_in(client, account, NEW_PASSWORD) == 302
    assertContains(Client().get(link[1], follow=True), "This link no longer works")


def test_a_changed_password_is_told_by_letter(client: Client, account: Account) -> None:
    sign_in(client, account)

    form = {"oldpassword": PASSWORD, "password1": NEW_PASSWORD}
    assert client.post("/accounts/password/change/", form).status_code == 302

    arguments = Errand.objects.get().arguments
    assert arguments["to"] == account.email
    assert arguments["subject"] == "Your Throughline password was changed"
    assert account.email in arguments["body"]
    assert "/accounts/password/reset/" in arguments["body"]


def test_a_weak_new_password_is_refused_in_our_words(client: Client, account: Account) -> None:
    sign_in(client, account)

    form = {"oldpassword": PASSWORD, "password1": "short"}
    response = client.post("/accounts/password/change/", form)

    assertContains(response, "Enter a password of at least 12 characters")


@pytest.mark.parametrize(
    "next_page",
    [
        "https://evil.example/",
        "//evil.example/",
        "http://localhost:9/",
        "http://127.0.0.1/",
        "/\\evil.example",
        "javascript:alert(1)",
        "http:///evil.example",
    ],
)
@pytest.mark.parametrize("door", ["login", "logout"])
def test_nobody_is_led_off_the_site(
    client: Client, account: Account, next_page: str, door: str
) -> None:
    form = {"login": account.email, "password": PASSWORD, "next": next_page}

    assertRedirects(client.post(f"/accounts/{door}/", form), "/", fetch_redirect_response=False)


def test_nobody_signs_up_by_themselves() -> None:
    for name in ("account_signup", "socialaccount_signup", "socialaccount_connections"):
        with pytest.raises(NoReverseMatch):
            reverse(name)


def test_every_place_one_is_signed_in_can_be_signed_out(client: Client, account: Account) -> None:
    elsewhere = Client(headers={"User-Agent": "A shared ward computer"})
    sign_in(elsewhere, account)
    sign_in(client, account)

    assertContains(client.get("/accounts/sessions/"), "A shared ward computer")
    client.post("/accounts/sessions/")

    assert elsewhere.get("/accounts/").status_code == 302
    assert client.get("/accounts/").status_code == 200


def code_for(secret: str) -> str:
    counter = next(totp.yield_hotp_counters_from_time())
    return str(totp.format_hotp_value(totp.hotp_value(secret, counter)))


def confirmed(client: Client, account: Account) -> None:
    sign_in(client, account)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})


def test_adding_an_app_asks_first_whether_it_is_you(client: Client, account: Account) -> None:
    sign_in(client, account)

    response = client.get("/accounts/2fa/totp/activate/")

    assert response.status_code == 302
    assertContains(client.get(response.headers["Location"]), "Confirm that it is you")


def test_with_an_app_a_password_is_not_enough(client: Client, account: Account) -> None:
    confirmed(client, account)
    page = client.get("/accounts/2fa/totp/activate/")
    assertContains(page, "data:image/svg+xml;base64,")
    secret = page.context["form"].secret

    added = client.post("/accounts/2fa/totp/activate/", {"code": code_for(secret)}, follow=True)
    assertContains(added, "Recovery codes")
    recovery_code = added.context["unused_codes"][0]
    again = Client()
    response = again.post("/accounts/login/", {"login": account.email, "password": PASSWORD})

    assertRedirects(response, "/accounts/2fa/authenticate/")
    assert again.get("/accounts/").status_code == 302
    wrong = again.post("/accounts/2fa/authenticate/", {"code": "000000"})
    assertContains(wrong, "Enter the newest code")
    assertRedirects(
        again.post("/accounts/2fa/authenticate/", {"code": recovery_code}),
        "/",
        fetch_redirect_response=False,
    )


def test_the_apps_secret_does_not_lie_open_in_the_database(
    client: Client, account: Account
) -> None:
    confirmed(client, account)
    secret = client.get("/accounts/2fa/totp/activate/").context["form"].secret
    client.post("/accounts/2fa/totp/activate/", {"code": code_for(secret)})

    kept = [str(row) for row in Authenticator.objects.values_list("data", flat=True)]

    assert len(kept) == 2
    assert not any(secret in row for row in kept)


def test_the_app_can_be_taken_off_again(client: Client, account: Account) -> None:
    confirmed(client, account)
    secret = client.get("/accounts/2fa/totp/activate/").context["form"].secret
    client.post("/accounts/2fa/totp/activate/", {"code": code_for(secret)})
    assertContains(client.get("/accounts/2fa/"), "10 recovery codes")

    client.post("/accounts/2fa/totp/deactivate/")

    assertContains(client.get("/accounts/2fa/"), "Add an app")
    assert sign_in(Client(), account) == 302


def test_recovery_codes_can_be_made_anew_and_downloaded(client: Client, account: Account) -> None:
    confirmed(client, account)
    secret = client.get("/accounts/2fa/totp/activate/").context["form"].secret
    client.post("/accounts/2fa/totp/activate/", {"code": code_for(secret)})
    before = client.get("/accounts/2fa/recovery-codes/").context["unused_codes"]

    client.post("/accounts/2fa/recovery-codes/generate/")

    after = client.get("/accounts/2fa/recovery-codes/").context["unused_codes"]
    file = client.get("/accounts/2fa/recovery-codes/download/")
    assert set(before).isdisjoint(after)
    assert file.text.split() == after
