"""The demo on one's own machine: SQLite, no mail server, one-click sign-in under /demo/."""

import os

# The .env beside the code may be a production installation's; the demo must never write there.
os.environ["ENV_FILE"] = os.devnull

from config.settings.base import *  # noqa: F403
from config.settings.base import INSTALLED_APPS

DEMO = True
DEBUG = False
SECRET_KEY = "demo-only-this-key-protects-nothing-but-invented-people"  # noqa: S105  (invented data only)
INSTALLED_APPS = ["config.demo", *INSTALLED_APPS]
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"  # /demo/ shows the outbox instead
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
MFA_FORMS = {
    "authenticate": "config.demo.forms.DemoAuthenticateForm",
    "reauthenticate": "config.demo.forms.DemoReauthenticateForm",
    "activate_totp": "config.demo.forms.DemoActivateTOTPForm",
}
MFA_TOTP_TOLERANCE = 10  # half minutes; the code in the form must still be good once one has read the page
