"""The test suite: fast hashes, mail kept in memory."""

import os
import tempfile
from pathlib import Path

os.environ["ENV_FILE"] = os.devnull  # what a developer keeps in .env must not change what is tested

from config.settings.base import *  # noqa: F403
from config.settings.base import DATABASES

# Named after the process: several runs on one machine do not meet.
_TEMPORARY = Path(tempfile.gettempdir()) / f"vielfaltsnetz-test-{os.getpid()}"

DEBUG = False
DEMO = False
SECRET_KEY = "test-only-key"  # noqa: S105  (tests only)
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
MEDIA_ROOT = _TEMPORARY.with_suffix(".media")
WHITENOISE_AUTOREFRESH = True

_default = DATABASES["default"]
if _default["ENGINE"] == "django.db.backends.sqlite3":
    # A file, not memory: threads and the live server then have connections of their own, and wait
    # for each other's locks as in a real installation. Nobody needs it after a power cut.
    _default["TEST"] = {"NAME": str(_TEMPORARY.with_suffix(".sqlite3"))}
    _default["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"
else:
    _default["TEST"] = {"NAME": f"{_default['NAME']}_test"}
    _default["OPTIONS"]["options"] += " -c synchronous_commit=off"
