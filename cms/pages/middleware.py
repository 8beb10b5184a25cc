"""The last word of the publication guard in the Wagtail admin."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from cms.pages.publication import PublicationRefusedError


class PublicationRefusalMiddleware:
    """Turns a refused publication into a message and the way to the form.

    The edit form names the gaps next to the fields. Bulk actions and approvals have no such form:
    there the guard raises, the transaction is rolled back, and this says what is missing.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseRedirect | None:
        if not isinstance(exception, PublicationRefusedError):
            return None
        title = _("„%(title)s“ ist nicht veröffentlicht:") % {"title": exception.page.title}
        messages.error(request, " ".join([title, *exception.messages]))
        return redirect("wagtailadmin_pages:edit", exception.page.pk)
