"""Where Wagtail sends whoever is not let in. There is one sign-in for everybody; its own forms lead there.

They would also be a way past it: Wagtail's forms know neither the rate limits nor the second factor. Its way out
would leave half-written forms behind on the device.
"""

from allauth.account.views import logout
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from config.csp import ADMIN_PREFIX


def admin_entrance(request: HttpRequest) -> HttpResponse:
    """The door of the admin. Tells who is signed in but does not write here that they may not.

    Without that, the sign-in page would send them straight back, for ever.
    """
    if request.user.is_authenticated and not request.user.has_perm("wagtailadmin.access_admin"):
        raise PermissionDenied
    return redirect_to_login(request.GET.get("next") or ADMIN_PREFIX)


@require_POST
def admin_exit(request: HttpRequest) -> HttpResponse:
    """The way out of the admin is that of everybody: only it has the device forget the drafts of forms."""
    response: HttpResponse = logout(request)
    return response


def private_entrance(request: HttpRequest) -> HttpResponse:
    """The door of pages and files that are for some only. Who is signed in already may not enter."""
    if request.user.is_authenticated:
        raise PermissionDenied
    return redirect_to_login(request.GET.get("next") or reverse("wagtail_serve", args=[""]))
