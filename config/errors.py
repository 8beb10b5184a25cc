"""The page for a form whose protection against forgery did not match."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say what to do when a form was refused, and how not to lose what was typed. Status 403.

    It happens to honest people: the page lay open overnight, they signed in within another tab, or the browser
    takes no cookies. The browser keeps what was typed when one goes back, so the page says so. `reason` is
    Django's, in English and technical; it stays in the log.
    """
    return render(request, "403_csrf.html", status=403)
