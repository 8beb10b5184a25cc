"""The pages for what went wrong: in the visitor's language, with a way on, without technical words.

400, 500 and "being maintained" stand on `templates/shell.html` and are rendered without request, session and
database, because one of these may be what failed. The others have the whole frame.
"""

import structlog
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext_lazy as _

from cms.pages.selectors import was_public
from network.kept_forms import KeptFormView

log = structlog.get_logger(__name__)

LAST_WORDS = (
    "Bei uns ist etwas kaputt. Bitte versuchen Sie es in ein paar Minuten noch einmal.\n\n"
    "Something is broken on our side. Please try again in a few minutes.\n\n"
    "حدث خطأ عندنا. من فضلكم حاولوا مرة أخرى بعد بضع دقائق.\n\n"
    f"{settings.CONTACT_EMAIL}\n"
)
"""When no template can be rendered, in the three languages at once."""

TRY_AGAIN = 5 * 60
"""Seconds after a 429 of the sign-in until another try is sure to be let in: the longest of allauth's short limits."""

NO_COOKIE = _(
    "Ihr Browser hat kein Cookie mitgeschickt, und ohne das nehmen wir kein Formular an: Es zeigt, dass das Formular "
    "von Ihnen kommt. Ihre Eingaben sind noch da. Erlauben Sie in Ihrem Browser Cookies für diese Seite und senden Sie "
    "noch einmal ab. Oder schreiben Sie uns an %(email)s."
)
OPEN_TOO_LONG = _(
    "Das Formular war zu lange offen, oder Sie haben sich inzwischen eingeloggt. Ihre Eingaben sind noch da. Bitte "
    "senden Sie noch einmal ab."
)


def language_of(request: HttpRequest) -> str:
    """The visitor's language when it may not be known yet: by the address, else what the browser asks for, else German.

    An address without a language is no choice: who follows an old link to a page that is gone is better told so in
    the language of their phone.
    """
    return translation.get_language_from_request(request, check_path=True)


def bare_page(request: HttpRequest, status: int, **context: object) -> HttpResponse:
    """A page that needs nothing of `request` but its language."""
    with translation.override(language_of(request)):
        response = HttpResponse(
            render_to_string(f"{status}.html", {"contact_email": settings.CONTACT_EMAIL, **context}), status=status
        )
    return _as_error(request, response)


def _framed_page(request: HttpRequest, status: int, template: str = "", **context: object) -> HttpResponse:
    with translation.override(language_of(request)):
        response = render(
            request,
            template or f"{status}.html",
            {"contact_email": settings.CONTACT_EMAIL, "is_error": True, **context},
            status=status,
        )
    return _as_error(request, response)


def _as_error(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Nobody may keep it: the next visitor's language is another, and the error may be gone."""
    response.headers["Content-Language"] = language_of(request)
    response.headers["Cache-Control"] = "no-store"
    patch_vary_headers(response, ["Accept-Language"])
    return response


# --- What Django and allauth call (config/urls.py) ------------------------------------------------
def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: what came cannot be read. `exception` is technical and stays in the log."""
    return bare_page(request, 400)


def permission_denied(request: HttpRequest, exception: PermissionDenied | None = None) -> HttpResponse:
    """403: this page is for others."""
    return _framed_page(request, 403)


def page_not_found(request: HttpRequest, exception: Http404 | None = None) -> HttpResponse:
    """404, or 410 where everybody could once read a page: then the address is right, and no use looking for it."""
    return _framed_page(request, 410 if was_public(request) else 404)


def too_many_requests(request: HttpRequest) -> HttpResponse:
    """429 of the sign-in. Our own forms say it themselves and keep what was typed."""
    response = _framed_page(request, 429, minutes=TRY_AGAIN // 60)
    response.headers["Retry-After"] = str(TRY_AGAIN)
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault. Should even the page for it fail, a line says so: nothing comes after this one."""
    try:
        return bare_page(request, 500)
    except Exception:
        log.exception("errors.page_failed")
        return HttpResponse(LAST_WORDS, status=500, content_type="text/plain; charset=utf-8")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose protection against forgery did not match. Status 403.

    It happens to honest people: the page lay open overnight, they signed in within another tab, or the browser
    takes no cookies. Their form comes back with what was typed; a page only where we know no form. `reason` is
    Django's, in English and technical; it stays in the log.
    """
    match = request.resolver_match
    view_class = getattr(match.func, "view_class", None) if match else None
    has_no_cookie = reason.startswith("CSRF cookie")
    if match and view_class and issubclass(view_class, KeptFormView) and _is_from_here(request, reason):
        words = NO_COOKIE % {"email": settings.CONTACT_EMAIL} if has_no_cookie else OPEN_TOO_LONG
        view = view_class.as_view(**getattr(match.func, "view_initkwargs", {}), refusal=words)
        response: HttpResponse = view(request, *match.args, **match.kwargs)
        return response
    return _framed_page(request, 403, "403_csrf.html", has_no_cookie=has_no_cookie)


def _is_from_here(request: HttpRequest, reason: str) -> bool:
    """The form was sent from our own pages: nobody else may have one of ours filled in by their visitors.

    Django looked at the origin, where the browser named one, before it complained of cookie or token.
    """
    return "Origin" in request.headers and reason.startswith("CSRF")
