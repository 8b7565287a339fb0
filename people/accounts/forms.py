"""Forms about getting in: our own, and the sign-in library's with our words."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account_forms
from allauth.mfa.base import forms as mfa_forms
from allauth.mfa.totp import forms as totp_forms
from django import forms

from people.accounts import tokens
from people.accounts.passwords import ADVICE, LONGEST, check_password
from people.accounts.slugs import guess_slug, trouble_with_slug
from people.models import Account
from people.models.organisation import SLUGS_TAKEN
from ui.forms import CreatingForm

EMAIL_SENTENCES = {
    "required": "Enter your email address",
    "invalid": "Enter an email address in the usual form, like name@example.org",
}


def _new_password(label: str = "Password") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=ADVICE,
        strip=False,
        max_length=LONGEST,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={
            "required": "Enter a password",
            "max_length": f"Enter a password of at most {LONGEST} characters",
        },
    )


def _email(field: forms.Field) -> None:
    field.label = "Email address"
    field.error_messages |= EMAIL_SENTENCES
    field.widget = forms.EmailInput(attrs={"autocomplete": "username", "spellcheck": "false"})


def _password(field: forms.Field, *, label: str, required: str) -> None:
    field.label, field.help_text = label, ""
    field.error_messages["required"] = required
    del field.widget.attrs["placeholder"]


class AcceptForm(forms.Form):
    """An invited person's first password."""

    password = _new_password()

    def __init__(self, *args: Any, email: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account = Account(email=email)

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        check_password(password, account=self.account)
        return password


class InviteForm(CreatingForm):
    """Only the replay key: the person's page says the rest."""


class SetUpForm(forms.Form):
    """The first run: the code from the console, an organisation, and who administers it."""

    code = forms.CharField(
        label="One-time code",
        help_text="It is printed where Throughline was started. “manage.py set_up_code” "
        "prints it again.",
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "class": "nhsuk-input--width-20"}
        ),
        error_messages={"required": "Enter the one-time code"},
    )
    organisation_name = forms.CharField(
        label="Name of your organisation",
        max_length=200,
        error_messages={
            "required": "Enter the name of your organisation",
            "max_length": "Enter a name of at most 200 characters",
        },
    )
    slug = forms.CharField(
        label="Short name for addresses",
        help_text="Small letters, digits and hyphens, like “northvale”. Every address begins "
        "with it and it stays. Leave it empty to have it made from the name.",
        required=False,
        max_length=100,
        widget=forms.TextInput(
            attrs={
                "spellcheck": "false",
                "autocapitalize": "none",
                "class": "nhsuk-input--width-20",
            }
        ),
    )
    name = forms.CharField(
        label="Your name",
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name", "spellcheck": "false"}),
        error_messages={
            "required": "Enter your name",
            "max_length": "Enter a name of at most 200 characters",
        },
    )
    email = forms.EmailField(
        label="Your email address",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username", "spellcheck": "false"}),
        error_messages=EMAIL_SENTENCES,
    )
    password = _new_password("Choose a password")

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        if not tokens.is_set_up_code(code):
            raise forms.ValidationError("Enter the code as the console shows it: this one differs")
        return code

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        check_password(password, account=Account(email=self.cleaned_data.get("email", "")))
        return password

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "slug" in cleaned and "organisation_name" in cleaned:
            is_guess = not cleaned["slug"]
            slug = cleaned["slug"] or guess_slug(cleaned["organisation_name"])
            trouble = trouble_with_slug(slug, taken=SLUGS_TAKEN)
            if trouble and is_guess:
                trouble = "Enter a short name: none could be made from the organisation’s name"
            if trouble:
                self.add_error("slug", trouble)
            cleaned["slug"] = slug
        return cleaned


class SignInForm(account_forms.LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _email(self.fields["login"])
        _password(self.fields["password"], label="Password", required="Enter your password")


class ResetPasswordForm(account_forms.ResetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _email(self.fields["email"])


class _OneNewPassword:
    """The new password is asked for once: it can be shown while it is typed."""

    fields: dict[str, forms.Field]

    def ask_once(self) -> None:
        del self.fields["password2"]
        field = self.fields["password1"]
        _password(field, label="New password", required="Enter a new password")
        field.help_text = ADVICE


class NewPasswordForm(_OneNewPassword, account_forms.ResetPasswordKeyForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_once()


class SetPasswordForm(_OneNewPassword, account_forms.SetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_once()


class ChangePasswordForm(_OneNewPassword, account_forms.ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_once()
        _password(
            self.fields["oldpassword"],
            label="Current password",
            required="Enter your current password",
        )


class ConfirmPasswordForm(account_forms.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _password(self.fields["password"], label="Password", required="Enter your password")


def _code_field(label: str, *, help_text: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "spellcheck": "false",
                "class": "nhsuk-input--width-10",
            }
        ),
        error_messages={"required": "Enter the code"},
    )


class CodeForm(mfa_forms.AuthenticateForm):
    code = _code_field("Code", help_text="6 digits from your app, or one of your recovery codes")


class ConfirmCodeForm(mfa_forms.ReauthenticateForm):
    code = _code_field("Code", help_text="6 digits from your app, or one of your recovery codes")


class ActivateForm(totp_forms.ActivateTOTPForm):
    code = _code_field("Code from the app", help_text="6 digits; a new code comes every 30 seconds")
