from typing import Any

from allauth.account.forms import ConfirmEmailVerificationCodeForm, ConfirmLoginCodeForm, RequestLoginCodeForm
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from network.typed_text import latin_digits

TOO_OFTEN = "too_many_login_attempts"
"""allauth's name for the error of an address that has been sent too many codes."""
CODE_PAUSE = 60
"""Seconds until another code is sent: allauth's limit `request_login_code` counts by the minute."""


class CodesKeptForm(forms.Form):
    """The tick below the recovery codes. They are the only way back when the phone is gone."""

    kept = forms.BooleanField(
        label=_("Ich habe die Ersatzcodes ausgedruckt, gespeichert oder abgeschrieben."),
        error_messages={"required": _("Bitte heben Sie die Codes erst auf und setzen Sie dann hier ein Häkchen.")},
    )


class LanguageForm(forms.Form):
    """In which language somebody gets their mails."""

    language = forms.ChoiceField(
        label=_("In welcher Sprache sollen wir Ihnen schreiben?"),
        help_text=_("Die Sprache der Seiten wählen Sie oben auf jeder Seite."),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Bitte wählen Sie eine Sprache aus."),
            "invalid_choice": _("Diese Sprache gibt es hier nicht. Bitte wählen Sie eine aus der Liste."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = [  # type: ignore[attr-defined]
            # Each in itself, and said so: a screen reader takes the voice of that language.
            (code, format_html('<span lang="{}" dir="auto">{}</span>', code, name))
            for code, name in settings.LANGUAGES
        ]


class RequestCodeForm(RequestLoginCodeForm):
    """Where the code is to go. The words are those of the sign-in page, which sends its field here."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("Ihre E-Mail-Adresse")

    def clean_email(self) -> str:
        """allauth says "too many failed login attempts", though nobody has failed here."""
        try:
            email: str = super().clean_email()
        except ValidationError as error:
            if error.code != TOO_OFTEN:
                raise
            minutes = CODE_PAUSE // 60
            words = ngettext(
                "An diese Adresse haben wir gerade schon mehrere Codes geschickt. Schauen Sie in Ihr Postfach, auch in "
                "den Spam-Ordner. In %(minutes)d Minute schicken wir Ihnen gerne einen neuen.",
                "An diese Adresse haben wir gerade schon mehrere Codes geschickt. Schauen Sie in Ihr Postfach, auch in "
                "den Spam-Ordner. In %(minutes)d Minuten schicken wir Ihnen gerne einen neuen.",
                minutes,
            )
            raise ValidationError(words, code=TOO_OFTEN, params={"minutes": minutes}) from error
        return email


class _AnyDigits:
    """Codes typed on an Arabic or Persian keyboard, which has digits of its own, are the same codes."""

    cleaned_data: dict[str, Any]

    def clean_code(self) -> str:
        self.cleaned_data["code"] = latin_digits(self.cleaned_data["code"])
        return super().clean_code()  # type: ignore[misc]


class _MailCode(_AnyDigits):
    """Codes that come by mail are digits only (ALLAUTH_USER_CODE_FORMAT): a phone shows its number keys.

    Not so the second factor, in whose field a recovery code may go. A placeholder would only repeat the label.
    """

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        attributes = self.fields["code"].widget.attrs
        attributes.pop("placeholder", None)
        attributes["inputmode"] = "numeric"


class LoginCodeForm(_MailCode, ConfirmLoginCodeForm):
    """The code that a mail brought, to sign in."""


class EmailCodeForm(_MailCode, ConfirmEmailVerificationCodeForm):
    """The code that confirms an address."""


class SecondFactorForm(_AnyDigits, AuthenticateForm):
    """The code of the app, or one of the recovery codes, at sign-in."""


class SecondFactorAgainForm(_AnyDigits, ReauthenticateForm):
    """The same before something that needs care."""


class SecondFactorSetUpForm(_AnyDigits, ActivateTOTPForm):
    """The first code of a new app."""
