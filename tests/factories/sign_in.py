"""Signing in without the way through the forms."""

import time

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.http import HttpRequest
from django.test import Client

from network.accounts.permissions import needs_second_factor

SECRET = "JBSWY3DPEHPK3PXP"


def second_factor(user, secret=SECRET):
    """The account's code app; made when there is none."""
    existing = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).first()
    return existing or totp.TOTP.activate(user, secret).instance


def code_of(secret=SECRET, *, steps=0):
    """What the code app shows now, or `steps` half-minutes later."""
    return totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30 + steps))


class SignedInClient(Client):
    """Whom a test signs in came through the front door: who needs a second factor has passed it.

    `half=True` leaves them where they stand after the first step.
    """

    def force_login(self, user, backend=None, *, half=False):
        super().force_login(user, backend)
        session = self.session
        session["seen_at"] = time.time()
        if not half and needs_second_factor(user):
            request = HttpRequest()
            request.session = session
            factor = second_factor(user)
            record_authentication(request, user, "mfa", id=factor.pk, type=factor.type)
        session.save()
