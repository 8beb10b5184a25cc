"""The addresses of the demo, and one below which every error page can be seen as a visitor meets it."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404
from django.shortcuts import render
from django.urls import path

import config.urls
from config import errors
from config.urls import *  # noqa: F403  (the handlers for errors too)

RAISED = {"400": BadRequest, "403": PermissionDenied, "404": Http404, "500": RuntimeError}
CALLED = {"403_csrf": errors.csrf_failure, "429": errors.too_many_requests}
BARE = {"503"}


def fail(request, template):
    """The error page made from `template` ("404"), as far as possible by the way it comes about in the product."""
    if template in RAISED:
        raise RAISED[template]
    if template in CALLED:
        return CALLED[template](request)
    status = int(template[:3])
    if template in BARE:
        return errors.bare_page(request, status)
    context = {"contact_email": settings.CONTACT_EMAIL, "is_error": True}
    return render(request, f"{template}.html", context, status=status)


urlpatterns = [*i18n_patterns(path("_fehler/<str:template>/", fail), prefix_default_language=False)]
urlpatterns += config.urls.urlpatterns
