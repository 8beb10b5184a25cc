"""What a session has shown of the person behind it."""

from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.http import HttpRequest

from network.accounts.enums import SignInStep
from network.accounts.permissions import needs_second_factor


def sign_in_step(request: HttpRequest, user: Any) -> SignInStep | None:
    """What `user` must still do in this session; None for everybody who needs no second factor or has passed it.

    Only a factor that was passed since the present one was set up counts. So a session loses its rights when the
    factor is removed or replaced elsewhere, and another set of recovery codes does not throw anybody out.
    """
    if not needs_second_factor(user):
        return None
    totp = Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.TOTP).only("created_at").first()
    if totp is None:
        return SignInStep.SET_UP
    passed = [record["at"] for record in get_authentication_records(request, user) if record["method"] == "mfa"]
    if not passed or max(passed) < totp.created_at.timestamp():
        return SignInStep.ENTER_CODE
    return None
