"""What is the same in every place the product runs. Places add to it: demo, test, production.

Values that differ between installations come from the environment (see `.env.example`).
"""

from datetime import timedelta
from email.utils import parseaddr
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.conf.locale import LANG_INFO

from config.languages import EXTRA_LANG_INFO, OFFERED_LANGUAGES

BASE_DIR = Path(__file__).resolve().parent.parent.parent
env = environ.Env()
environ.Env.read_env(env.str("ENV_FILE", str(BASE_DIR / ".env")))

VAR_DIR = Path(env.str("VAR_DIR", str(BASE_DIR / "var")))  # everything written at run time
VAR_DIR.mkdir(parents=True, exist_ok=True)
MAINTENANCE_FILE = VAR_DIR / "maintenance"  # while it exists, visitors read "being maintained"
SITE_NAME = "Vielfaltsnetz Hessen"
BASE_URL = env.str("BASE_URL", "http://localhost:8000")  # absolute links in mails and feeds; no final slash
WAGTAILADMIN_BASE_URL = BASE_URL

# --- Applications: upper slices first, so that their templates win ---------------------------
INSTALLED_APPS = [
    "cms.style_guide",
    "cms.languages",
    "cms.feedback",
    "cms.pages",
    "cms.media",
    "events.registration",
    "events.programme",
    "events.calendars",
    "network.organisations",
    "network.privacy",
    "network.accounts",
    "network.messaging",
    "network.units",
    "network.vocabulary",
    "network.places",
    "network.jobs",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.locales",
    "wagtail",
    "modelcluster",
    "taggit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_q",
    "csp",
    "django_structlog",
    "health_check",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",  # last: its widget templates, for FORM_RENDERER
]

MIDDLEWARE = [
    "config.logs.RequestLogMiddleware",
    "config.compression.CompressionMiddleware",
    "events.calendars.middleware.FeedHeadersMiddleware",  # above session and language, whose Vary it takes off
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.csp.PolicyMiddleware",
    "config.maintenance.MaintenanceMiddleware",  # above session, language and all that asks the database
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "network.accounts.middleware.SecondFactorMiddleware",  # directly below: nothing may see the account before
    "network.accounts.middleware.SessionSeenMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "config.protected.ProtectedRowMiddleware",
    "cms.pages.separation.UnitSeparationMiddleware",
    "cms.pages.middleware.PublicationRefusalMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "config.context.site",
            ],
        },
    },
]
FORM_RENDERER = "config.form_renderer.SiteFormRenderer"  # every form through components/field.html

# --- Database, cache ---------------------------------------------------------------------------
DATABASE_URL = env.str("DATABASE_URL", f"sqlite:///{VAR_DIR / 'vielfaltsnetz.sqlite3'}")
DATABASES = {"default": env.db_url_config(DATABASE_URL)}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # IMMEDIATE takes the write lock at the start of a transaction, so that two writers wait for
    # each other instead of failing with "database is locked" (docs/decisions/0003-sqlite.md).
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    # Our queries are many and small. PostgreSQL takes lists of pages, which join every page type, for big ones and
    # spends 350 ms on compiling what then runs in 2 ms.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c jit=off")
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
# Never ATOMIC_REQUESTS: with IMMEDIATE a mere read would wait behind every writer.

# Rate limits must be shared by all processes, so never a local-memory cache.
CACHE_URL = env.str("CACHE_URL", "dbcache://vielfaltsnetz_cache")
CACHES = {"default": env.cache_url_config(CACHE_URL)}

# --- People and sign-in -----------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "organisations:home"  # a name and no path, which would lead everybody into the German pages
ACCOUNT_ADAPTER = "network.accounts.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]  # without a password here, allauth takes it off the login too
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60  # seconds; mail may be slow on a phone
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True  # "your password was changed" reaches who did not do it
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if BASE_URL.startswith("https") else "http"
ACCOUNT_RATE_LIMITS = {  # in addition to allauth's own; a family centre is one connection with many people
    "application": "10/h/ip",
    "application_account": "10/d/key",  # applications and claims of one account
    "application_search": "30/h/ip",  # looking for likely duplicates
    "application_mail": "3/h/key",  # per address: the form must not become a way to pester somebody
    "barrier_report": "10/h/ip",
    "barrier_report_mail": "3/h/key",  # per address that a confirmation goes to
}
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", 0)
MFA_ADAPTER = "network.accounts.adapters.SecondFactorAdapter"
ACCOUNT_FORMS = {
    "request_login_code": "network.accounts.forms.RequestCodeForm",
    "confirm_login_code": "network.accounts.forms.LoginCodeForm",
    "confirm_email_verification_code": "network.accounts.forms.EmailCodeForm",
}
MFA_FORMS = {
    "authenticate": "network.accounts.forms.SecondFactorForm",
    "reauthenticate": "network.accounts.forms.SecondFactorAgainForm",
    "activate_totp": "network.accounts.forms.SecondFactorSetUpForm",
}
ALLAUTH_USER_CODE_FORMAT = {"numeric": True}  # nine digits: every keyboard has them, Latin letters not
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = SITE_NAME  # how the code app lists the account
# Nobody signs up alone or signs in with an unconfirmed address, so this lets no stranger in. Without it an editor who
# is just changing their address could not set up the factor that the editors' desk asks for.
MFA_ALLOW_UNVERIFIED_EMAIL = True
USERSESSIONS_TRACK_ACTIVITY = True  # by SessionSeenMiddleware, which writes once an hour

# --- Languages and time -----------------------------------------------------------------------
LANGUAGE_CODE = "de"  # the texts in the code are German
LANGUAGES = OFFERED_LANGUAGES
LANG_INFO.update(EXTRA_LANG_INFO)  # Django looks up name and direction there
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = [("de", "Deutsch")]  # the editors' desk is German
WAGTAIL_I18N_ENABLED = True
USE_I18N = True
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["config.formats"]
TIME_ZONE = "Europe/Berlin"
USE_TZ = True

# --- Files ------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", str(VAR_DIR / "static")))  # in the image beside the code, not on a volume
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", str(VAR_DIR / "media")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # long Wagtail forms
WAGTAILIMAGES_IMAGE_MODEL = "media.SiteImage"
WAGTAILDOCS_DOCUMENT_MODEL = "media.SiteDocument"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024  # bytes
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000  # a small file may unfold into gigabytes of memory
WAGTAILIMAGES_IMAGE_FORM_BASE = "cms.media.forms.ImageForm"
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]
WAGTAILDOCS_EXTENSIONS = ["pdf", "odt", "docx", "ods", "xlsx", "csv", "txt", "ics"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"  # every download passes the privacy check

# --- Wagtail ----------------------------------------------------------------------------------
WAGTAIL_SITE_NAME = SITE_NAME
WAGTAIL_FRONTEND_LOGIN_URL = "wagtailcore_login"  # config.entrance
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}  # its page is Wagtail's own, in some of our languages only
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False  # the account pages do it, for everybody the same way
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False  # the login address is changed in one place only
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # no request to a third party
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []  # nothing is embedded from elsewhere
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_DATE_FORMAT = "%d.%m.%Y"  # as editors here write it; the picker replaces what it cannot read by "now"
WAGTAIL_DATETIME_FORMAT = "%d.%m.%Y %H:%M"
WAGTAIL_TIME_FORMAT = "%H:%M"
TAGGIT_CASE_INSENSITIVE = True

# --- Mail and background work -------------------------------------------------------------------
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "Vielfaltsnetz Hessen <netz@example.org>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
CONTACT_EMAIL = env.str("CONTACT_EMAIL", parseaddr(DEFAULT_FROM_EMAIL)[1])  # named by error pages; somebody reads it
EMAIL_TIMEOUT = env.int("EMAIL_TIMEOUT", 15)  # seconds per socket operation
globals().update(env.email_url("EMAIL_URL", default="dummymail://"))

OUTBOX_LEASE = timedelta(seconds=env.int("OUTBOX_LEASE_SECONDS", 150))
"""A message in state `sending` for longer than this belongs to a dead worker and is queued again.
Must be longer than Q_CLUSTER["timeout"], so that no living worker can still be sending it."""

Q_CLUSTER = {
    "name": "vielfaltsnetz",
    "orm": "default",
    "workers": env.int("WORKER_PROCESSES", 2),
    "timeout": 60,
    "retry": 600,  # counts from dequeueing: a short one runs the same task twice
    "queue_limit": 2,
    "bulk": 1,
    "max_attempts": 3,
    "ack_failures": False,
    "catch_up": False,
    "poll": 1,
    "max_rss": 250_000,  # KB
    "save_limit": 500,
    "label": "Hintergrundaufgaben",
}

# --- Security -----------------------------------------------------------------------------------
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
CSRF_FAILURE_VIEW = "config.errors.csrf_failure"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"  # Wagtail lifts it for its previews
SECURE_REFERRER_POLICY = "same-origin"  # secret addresses must not travel in a Referer
SILENCED_SYSTEM_CHECKS: list[str] = []

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    },
}
ADMIN_CONTENT_SECURITY_POLICY = {
    # Wagtail's admin still carries inline scripts and styles.
    "DIRECTIVES": {
        **CONTENT_SECURITY_POLICY["DIRECTIVES"],
        "script-src": [SELF, "'unsafe-inline'", "'unsafe-eval'"],
        "style-src": [SELF, "'unsafe-inline'"],
        "img-src": [SELF, "data:", "blob:"],
        "frame-src": [SELF],
        "frame-ancestors": [SELF],  # the preview is a page of the admin within a page of the admin
        "worker-src": [SELF, "blob:"],
    },
}

# --- Retention (docs/operations.md lists every period) ------------------------------------------------
OUTBOX_SECRET_RETENTION = timedelta(hours=1)  # bodies with sign-in codes
OUTBOX_RETENTION = timedelta(days=90)  # bodies and addresses of all other mails
SESSION_COOKIE_AGE = 14 * 24 * 60 * 60  # seconds after the last use; then the session and its row in the list go
BARRIER_REPORT_RETENTION = timedelta(days=365)  # from receipt; the form says so
APPLICATION_TOKEN_LIFETIME = timedelta(days=7)  # an application nobody confirmed goes with its link
ERASURE_GRACE = timedelta(days=14)  # to think it over; the mail with the way back says the day
FRESH_SIGN_IN = timedelta(minutes=15)  # what shows or erases everything asks for a sign-in no older than this
UNSUBSCRIBE_LINK_LIFETIME = timedelta(days=365)  # people clean their mailbox late
APPLICATION_ANSWER_LIFETIME = timedelta(days=30)  # of the link by which applicants answer a question
APPLICATION_REMINDER_WORKING_DAYS = env.int("APPLICATION_REMINDER_WORKING_DAYS", 5)  # then the unit is reminded once
CLAIM_OBJECTION_PERIOD = timedelta(days=7)  # the representatives' time, before a claim can be approved
REJECTED_APPLICATION_RETENTION = timedelta(days=180)  # long enough to answer a question about the decision

from config.logs import LOGGING  # noqa: E402, F401  (Django reads the name from here)

DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = False
DJANGO_STRUCTLOG_USER_ID_FIELD = None
DJANGO_STRUCTLOG_STATUS_START_LOG_LEVEL = 10  # debug: one line a request is enough
