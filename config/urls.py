"""Every address of the product. Pages last: Wagtail answers whatever is left."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.documents import urls as wagtaildocs_urls

from config.csp import ADMIN_PREFIX
from config.entrance import admin_entrance, admin_exit, private_entrance
from config.health import health_view
from events.calendars.urls import feed_patterns
from network.units.admin_views import UnitSiteHistoryView

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health_view, name="healthz"),
    path(f"{ADMIN_PREFIX[1:]}login/", admin_entrance),  # before Wagtail's own form
    path(f"{ADMIN_PREFIX[1:]}logout/", admin_exit, name="wagtailadmin_logout"),
    path(f"{ADMIN_PREFIX[1:]}reports/site-history/", require_admin_access(UnitSiteHistoryView.as_view())),
    path(
        f"{ADMIN_PREFIX[1:]}reports/site-history/results/",
        require_admin_access(UnitSiteHistoryView.as_view(results_only=True)),
    ),
    path(ADMIN_PREFIX[1:], include(wagtailadmin_urls)),
    path("dateien/", include(wagtaildocs_urls)),
    path("", include((feed_patterns, "feeds"))),  # texts by ?lang=, outside the language prefixes
]

if settings.DEMO:
    urlpatterns += [path("demo/", include("config.demo.urls"))]

urlpatterns += i18n_patterns(
    path("konto/", include("network.accounts.urls")),  # before allauth's own pages
    path("konto/", include("network.privacy.urls")),
    path("konto/", include("allauth.urls")),
    path("", include("network.organisations.urls")),
    path("", include("events.calendars.urls")),
    path("", include("events.programme.urls")),
    path("", include("events.registration.urls")),
    path("", include("cms.feedback.urls")),
    path("", include("cms.style_guide.urls")),
    path("_util/login/", private_entrance),  # before Wagtail's own form
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)

handler400 = "config.errors.bad_request"
handler403 = "config.errors.permission_denied"
handler404 = "config.errors.page_not_found"
handler429 = "config.errors.too_many_requests"  # allauth looks for it here
handler500 = "config.errors.server_error"
