"""A worker with nothing but the outbox, for the test that kills it: starts in a second, migrates in two.

The queue, the outbox and Django's SMTP backend are the product's own. Only the apps above them are
left out, and the waiting times are shorter.
"""

from datetime import timedelta
from pathlib import Path

from config.settings.test import *  # noqa: F403
from config.settings.test import Q_CLUSTER, TEMPLATES, env

INSTALLED_APPS = [
    "network.messaging",
    "network.jobs",
    "django_q",
    "django.contrib.auth",
    "django.contrib.contenttypes",
]
AUTH_USER_MODEL = "auth.User"
MIDDLEWARE = []
ROOT_URLCONF = __name__
CSRF_FAILURE_VIEW = "django.views.csrf.csrf_failure"  # ours knows Wagtail's pages, which are left out here
urlpatterns = []
TEMPLATES[0]["DIRS"].append(Path(__file__).parent / "templates")
TEMPLATES[0]["OPTIONS"]["context_processors"] = []

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_TIMEOUT = 3  # seconds

Q_CLUSTER |= {"timeout": 5, "poll": 0.1, "workers": 2}
OUTBOX_LEASE = timedelta(seconds=env.int("OUTBOX_LEASE_SECONDS", 6))  # longer than a task may run, as in production
