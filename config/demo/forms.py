"""The product's forms for the second factor, with the code that the phone would show.

Mounted by the demo's settings alone (`MFA_FORMS`). The check behind them is the real one.
"""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django import forms
from django.core.cache import cache
from django.utils.translation import gettext as _

from network.accounts.forms import SecondFactorAgainForm, SecondFactorForm, SecondFactorSetUpForm
from network.accounts.models import User


def fill_in(field: forms.Field, code: str) -> None:
    """Say the code and write it into the field."""
    field.initial = code
    told = _("In der Demo hält niemand ein Handy in der Hand. Ihre App würde jetzt diesen Code zeigen: %(code)s")
    field.help_text = told % {"code": code}


def unused_code(user: User) -> str:
    """A code that opens the account now, the newest that was not used yet.

    Who changes roles back and forth within half a minute would otherwise wait for the next one.
    """
    authenticator = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).first()
    if authenticator is None:
        return ""
    totp: TOTP = authenticator.wrap()
    codes = [format_hotp_value(hotp_value(totp.instance.data["secret"], n)) for n in yield_hotp_counters_from_time()]
    free = [code for code in codes if not cache.get(totp._get_used_cache_key(code))]
    return free[len(free) // 2] if free else ""


class DemoAuthenticateForm(SecondFactorForm):
    """The second step of signing in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fill_in(self.fields["code"], unused_code(self.user))


class DemoReauthenticateForm(SecondFactorAgainForm):
    """The code before something important."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fill_in(self.fields["code"], unused_code(self.user))


class DemoActivateTOTPForm(SecondFactorSetUpForm):
    """Setting up the code app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        codes = [format_hotp_value(hotp_value(self.secret, n)) for n in yield_hotp_counters_from_time()]
        fill_in(self.fields["code"], codes[len(codes) // 2])
