"""Which content security policy a path gets: the strict one, or the Wagtail admin's."""

from csp.constants import SELF
from csp.middleware import CSPMiddleware
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

ADMIN_PREFIX = "/redaktion/"


class PolicyMiddleware(CSPMiddleware):
    """The public site is strict; the Wagtail admin still needs inline scripts."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if request.path.startswith(ADMIN_PREFIX):
            response._csp_config = settings.ADMIN_CONTENT_SECURITY_POLICY["DIRECTIVES"]  # type: ignore[attr-defined]
        elif getattr(request, "is_dummy", False):  # Wagtail's live preview: a public page in a frame of the admin
            response._csp_replace = {"frame-ancestors": [SELF]}  # type: ignore[attr-defined]
        return super().process_response(request, response)
