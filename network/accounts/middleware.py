"""Nobody writes here with half a sign-in; and when a session was last used."""

import logging
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from asgiref.sync import sync_to_async
from django.contrib.auth.middleware import get_user
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from network.accounts.enums import SignInStep
from network.accounts.selectors import sign_in_step
from network.accounts.services import session_seen

logger = logging.getLogger(__name__)

ALWAYS_OPEN = frozenset({"account_logout", "wagtailadmin_logout"})
OPEN_DURING = {
    # The password is asked anew before a factor is added: else who finds an open browser adds theirs.
    SignInStep.SET_UP: frozenset({SignInStep.SET_UP.value, "account_reauthenticate"}),
    SignInStep.ENTER_CODE: frozenset({SignInStep.ENTER_CODE.value}),
}
ENTRANCES = ("account_login", "account_request_login_code")


class SecondFactorMiddleware:
    """Until the second factor is passed, an account of the editors' desk is a visitor.

    Public pages stay readable; whatever is for signed-in people asks them to sign in, and that leads to the missing
    step. This way round a new page cannot be forgotten, as it could be in a list of pages to shut. Stands directly
    below AuthenticationMiddleware, so that nothing sees the account before. Asks nothing of the database as long as
    nobody asks who is signed in.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.user = SimpleLazyObject(lambda: _counted_as(request))  # type: ignore[assignment]
        request.auser = sync_to_async(lambda: _counted_as(request))
        at_the_desk = request.path_info.startswith(reverse("wagtailadmin_home"))
        if at_the_desk or request.path_info in [reverse(name) for name in ENTRANCES]:
            step = _missing_step(request)
            if step is not None and _route(request) not in ALWAYS_OPEN:
                if _wants_a_page(request):
                    target = request.get_full_path() if at_the_desk else request.GET.get("next", "")
                    return redirect(f"{reverse(step)}?{urlencode({'next': target})}" if target else reverse(step))
                if at_the_desk:
                    return _refusal(step)
        return self.get_response(request)


def _route(request: HttpRequest) -> str:
    """The name of the address, or nothing. The middleware runs before Django looks it up."""
    try:
        return resolve(request.path_info).url_name or ""
    except Resolver404:
        return ""


def _missing_step(request: HttpRequest) -> SignInStep | None:
    """What is missing, asked once a request."""
    if not hasattr(request, "_missing_step"):
        request._missing_step = sign_in_step(request, get_user(request))  # type: ignore[attr-defined]
    step: SignInStep | None = request._missing_step  # type: ignore[attr-defined]
    return step


def _counted_as(request: HttpRequest) -> Any:
    """Whom the views may take this request for."""
    user = get_user(request)
    step = _missing_step(request)
    if step is None or _route(request) in ALWAYS_OPEN | OPEN_DURING[step]:
        return user
    return AnonymousUser()


def _wants_a_page(request: HttpRequest) -> bool:
    """Whether a person asks for a page to look at. A script could do nothing with a redirect to a form."""
    is_script = (
        request.headers.get("X-Requested-With") == "XMLHttpRequest"
        or request.headers.get("Sec-Fetch-Dest", "document") == "empty"  # what browsers say of fetch()
    )
    return request.method in {"GET", "HEAD"} and not is_script and request.accepts("text/html")


def _refusal(step: SignInStep) -> HttpResponse:
    """403 in plain words. Without the log line nobody could tell it from a missing right."""
    logger.warning("editors' desk refused: %s", "no second factor" if step is SignInStep.SET_UP else "code not entered")
    text = _("Bitte laden Sie die Seite neu. Beim Einloggen fehlt noch der Code aus Ihrer Code-App.")
    return HttpResponse(text, status=403, content_type="text/plain; charset=utf-8")


class SessionSeenMiddleware:
    """Notes when and with what a session was last used, once an hour and for signed-in people only.

    Instead of allauth's: that one writes at every request, and every writer makes the others wait on SQLite.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        # Whoever did not ask for the session has not used it; asking now would forbid caches to keep the answer.
        if getattr(request.session, "accessed", False) and request.user.is_authenticated:
            session_seen(request)
        return response
