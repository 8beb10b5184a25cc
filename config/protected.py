"""Deleting, in the Wagtail admin, what other rows stand on."""

from collections.abc import Callable

from django.contrib import messages
from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from config.csp import ADMIN_PREFIX


class ProtectedRowMiddleware:
    """Turns the database's refusal into a message. Wagtail's own views would answer with a server error."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseRedirect | None:
        if not isinstance(exception, ProtectedError) or not request.path.startswith(ADMIN_PREFIX):
            return None
        messages.error(request, _("Das lässt sich nicht löschen: Anderes hängt noch daran."))
        return redirect("wagtailadmin_home")
