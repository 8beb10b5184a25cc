"""Production. Refuses to start with a missing or unsafe value and says which."""

from email.utils import parseaddr
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from config.settings.base import *  # noqa: F403
from config.settings.base import (
    ACCOUNT_DEFAULT_HTTP_PROTOCOL,
    ALLAUTH_TRUSTED_PROXY_COUNT,
    ALLOWED_HOSTS,
    BASE_URL,
    CACHE_URL,
    CSRF_TRUSTED_ORIGINS,
    DATABASES,
    DEFAULT_FROM_EMAIL,
    STORAGES,
    env,
)

DEBUG = False
DEMO = False
SECRET_KEY = env.str("SECRET_KEY", "")
SHARED_CACHES = ("rediscache", "rediss", "redis", "dbcache", "pymemcache")
MAIL_SERVERS = ("smtp", "smtps", "smtp+tls", "smtp+ssl")


def _refuse_if(unsafe: bool, problem: str) -> None:
    if unsafe:
        raise ImproperlyConfigured(f"Die Anwendung startet nicht: {problem} (siehe .env.example)")


def _scheme(name: str) -> str:
    return urlsplit(env.str(name, "")).scheme


_host = urlsplit(BASE_URL).hostname
_unsafe_key = len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 15 or SECRET_KEY.startswith(("demo", "test"))
_is_sqlite = DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3"

_refuse_if(_unsafe_key, "SECRET_KEY fehlt, ist kürzer als 50 Zeichen oder zu einfach")
_refuse_if(env.bool("DEBUG", False), "DEBUG darf hier nicht eingeschaltet sein")
_refuse_if(env.bool("DEMO", False), "DEMO (Anmeldung mit einem Klick) darf hier nicht eingeschaltet sein")
_refuse_if(ACCOUNT_DEFAULT_HTTP_PROTOCOL != "https", "BASE_URL muss die öffentliche Adresse mit https:// sein")
_refuse_if(_host in {None, "localhost", "127.0.0.1"}, "BASE_URL muss einen öffentlichen Namen haben")
_refuse_if(BASE_URL.endswith("/"), "BASE_URL darf nicht mit / enden")
_refuse_if("ALLOWED_HOSTS" not in env.ENVIRON, "ALLOWED_HOSTS fehlt")
_refuse_if("*" in ALLOWED_HOSTS, "ALLOWED_HOSTS muss die erlaubten Namen nennen, ohne *")
_refuse_if(_host not in ALLOWED_HOSTS, "der Name in BASE_URL fehlt in ALLOWED_HOSTS")
_refuse_if(
    not all(origin.startswith("https://") and "*" not in origin for origin in CSRF_TRUSTED_ORIGINS),
    "CSRF_TRUSTED_ORIGINS darf nur ganze Adressen mit https:// nennen",
)
_refuse_if("DATABASE_URL" not in env.ENVIRON, "DATABASE_URL fehlt")
_refuse_if(
    _is_sqlite and not env.bool("ALLOW_SQLITE", False),
    "DATABASE_URL zeigt auf SQLite; für eine kleine Einzelinstallation ALLOW_SQLITE=true setzen",
)
_refuse_if(urlsplit(CACHE_URL).scheme not in SHARED_CACHES, "CACHE_URL muss ein Cache sein, den alle Prozesse teilen")
_refuse_if("EMAIL_URL" not in env.ENVIRON, "EMAIL_URL fehlt, ohne Mailserver erreicht niemand eine Bestätigung")
_refuse_if(_scheme("EMAIL_URL") not in MAIL_SERVERS, "EMAIL_URL muss ein Mailserver sein (smtp+tls://…)")
_refuse_if(
    "@" not in parseaddr(DEFAULT_FROM_EMAIL)[1] or "example.org" in DEFAULT_FROM_EMAIL,
    "DEFAULT_FROM_EMAIL muss eine echte Absenderadresse sein",
)
# Below, the proxy is believed about https; without one, anybody could say so, and all visitors
# would share one rate limit.
_refuse_if(ALLAUTH_TRUSTED_PROXY_COUNT < 1, "TRUSTED_PROXY_COUNT fehlt: die Zahl der Proxys davor, mindestens 1")

STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # asked by the container itself, without TLS
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", 31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"
