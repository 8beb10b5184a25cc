"""The demo, but with a real SMTP server at the other end."""

import os

from config.settings.demo import *  # noqa: F403

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = "127.0.0.1"
EMAIL_PORT = int(os.environ["E2E_SMTP_PORT"])
EMAIL_TIMEOUT = 10
BASE_URL = os.environ["E2E_BASE_URL"]
WAGTAILADMIN_BASE_URL = BASE_URL
ROOT_URLCONF = "tests.e2e.urls"
