"""How the sign-in library is made to fit: closed to strangers, letters by the outbox, our words."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as request_context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base import AuthProcess
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils import timezone

from people.accounts import queries, services
from people.accounts.http import SIGNED_IN_AT
from people.accounts.passwords import check_password
from people.accounts.single_sign_on import invitation_led_to
from people.models import Account
from ui.http import is_own_address

WORDS = {
    "account_inactive": "This account is closed",
    "email_password_mismatch": "Enter the email address and password of an account here: "
    "these two do not belong together",
    "enter_current_password": "Enter the password you use now: this is a different one",
    "incorrect_code": "Enter the newest code: this one does not work",
    "incorrect_password": "Enter your password: this is a different one",
    "invalid_or_expired_key": "This link no longer works",
    "invalid_password_reset": "This link no longer works",
    "too_many_login_attempts": "That was too many tries. Wait 5 minutes, then try again",
    "rate_limited": "That was too many tries. Wait a few minutes, then try again",
}


class AccountAdapter(DefaultAccountAdapter):
    """Accounts begin with an invitation: nobody signs up by themselves."""

    error_messages = DefaultAccountAdapter.error_messages | WORDS

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_safe_url(self, url: str) -> bool:
        """Nobody is led off this site, not to another name that it answers to either."""
        return is_own_address(request_context.request, url)

    def clean_password(self, password: str, user: Account | None = None) -> str:
        check_password(password, account=user)
        return password

    def login(self, request: HttpRequest, user: Account) -> None:
        """The moment is kept: however much a session is used, it ends 12 hours later."""
        super().login(request, user)
        request.session[SIGNED_IN_AT] = timezone.now().timestamp()

    def reauthenticate(self, user: Account, password: str) -> bool:
        """The account's own address is what a password goes with."""
        found = self.authenticate(request_context.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def send_password_reset_mail(self, user: Account, email: str, context: dict[str, Any]) -> None:
        services.leave_password_reset_letter(account=user, now=timezone.now())

    def send_notification_mail(
        self,
        template_prefix: str,
        user: Account,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        words = {"account": user, "when": timezone.now(), "SITE_URL": settings.SITE_URL}
        letter = self.render_mail(template_prefix, user.email, words | (context or {}))
        services.leave_security_letter(
            account=user, subject=letter.subject, body=str(letter.body), now=timezone.now()
        )


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """Single sign-on opens an account that an invitation made; by itself it never makes one."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Who comes from a letter of invitation gets an account that this sign-in opens."""
        if sociallogin.state.get("process") == AuthProcess.CONNECT:
            raise ImmediateHttpResponse(redirect("entrance:account"))
        if sociallogin.is_existing:
            return
        link = invitation_led_to(sociallogin.state.get("next"))
        organisation = queries.organisation_called(link.slug) if link else None
        if link is None or organisation is None:
            return
        try:
            account = services.accept_by_single_sign_on(
                organisation=organisation, token=link.token, now=timezone.now()
            )
        except (services.InvitationSpent, services.InvitationRefused) as refusal:
            # The invitation's own page says what is the matter.
            raise ImmediateHttpResponse(redirect(sociallogin.state["next"])) from refusal
        sociallogin.connect(request, account)


class MfaAdapter(DefaultMFAAdapter):
    """The app's secrets and recovery codes lie in the database under the site's key."""

    error_messages = DefaultMFAAdapter.error_messages | WORDS

    def encrypt(self, text: str) -> str:
        return _keys().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _keys().decrypt(encrypted_text.encode()).decode()

    def get_totp_label(self, user: AbstractBaseUser) -> str:
        return str(user)


def _keys() -> MultiFernet:
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = [hashlib.sha256(f"people.mfa {secret}".encode()).digest() for secret in secrets]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
