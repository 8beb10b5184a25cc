"""What shows or erases everything asks who is there once more: an open browser is not yet its owner."""

import time
from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate, get_reauthentication_flows
from allauth.core.exceptions import ReauthenticationRequired
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.http import urlencode


class FreshSignInMixin:
    """Asks for password or code app as allauth does; who has neither signs in anew with a code by mail.

    allauth alone would let the latter through: it has nothing to ask them for.
    """

    request: HttpRequest

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        is_answered = hasattr(self, (request.method or "").lower())  # else the answer is 405, for everybody
        if is_answered and request.user.is_authenticated and not _is_fresh(request):
            if get_reauthentication_flows(request.user):
                raise ReauthenticationRequired
            return _again(request)
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
        return response


def _again(request: HttpRequest) -> HttpResponseBase:
    response = redirect("privacy:sign_in_again")
    response["Location"] += "?" + urlencode({"next": request.path})
    return response


def _is_fresh(request: HttpRequest) -> bool:
    """Signed in, or asked again, within FRESH_SIGN_IN."""
    if get_reauthentication_flows(request.user) and did_recently_reauthenticate(request):
        return True
    moments = [record["at"] for record in get_authentication_records(request, request.user)]
    return bool(moments) and time.time() - max(moments) < settings.FRESH_SIGN_IN.total_seconds()
