"""One settings file. What differs between places comes from the environment (.env.example)."""

import os
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from config import environment

BASE_DIR = Path(__file__).resolve().parent.parent

if not (os.environ.get("DATABASE_URL") and os.environ.get("REDIS_URL")):
    from config import embedded

    embedded.provide()  # sets the addresses and secrets that are missing

DEBUG = environment.flag("DEBUG", default=False)
DEMO = environment.flag("DEMO", default=False)
SECRET_KEY = environment.text("SECRET_KEY")
SECRET_KEY_FALLBACKS = environment.words("SECRET_KEY_FALLBACKS")
if len(SECRET_KEY) < 32:
    raise ImproperlyConfigured("SECRET_KEY is too short; write at least 50 random characters")

SITE_URL = environment.text("SITE_URL", "http://localhost:8000").rstrip("/")
HTTPS = SITE_URL.startswith("https://")
ALLOWED_HOSTS = environment.words(
    "ALLOWED_HOSTS", default=f"{urlsplit(SITE_URL).hostname},localhost,127.0.0.1"
)
if "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS is '*'; write the names this site answers to")
if HTTPS and DEBUG:
    raise ImproperlyConfigured("DEBUG is 'true' on a site that people reach; write 'false'")
CSRF_TRUSTED_ORIGINS = [SITE_URL]

INSTALLED_APPS = [
    "django_linear_migrations",
    "config",
    "ui",
    "people",
    "strategy",
    "objectives",
    "reports",
    "django_htmx",
    "csp",
    "pgtrigger",
    "pghistory",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django.forms",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "ui.middleware.PrivacyHeadersMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "ui.middleware.HtmxRedirectMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "people.middleware.SessionAgeMiddleware",
    "people.middleware.SetUpMiddleware",
    "people.middleware.CountersDownMiddleware",
    "people.middleware.DemoMiddleware",
    "people.middleware.OrganisationMiddleware",
    "config.chrome.ChromeMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csrf",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "ui.context.page",
            ],
            "builtins": [
                "ui.templatetags.components",
                "ui.templatetags.nhsuk",
                "people.templatetags.addresses",
            ],
        },
    }
]

# PostgreSQL. The application signs in as, or takes up, a role that owns nothing (docs/adr/0002).
_SESSION = {
    "statement_timeout": f"{environment.number('STATEMENT_TIMEOUT_SECONDS', default=15)}s",
    "lock_timeout": "5s",
    "idle_in_transaction_session_timeout": "30s",
}
_POOL_SIZE = environment.number("DATABASE_POOL_SIZE", default=0)
_POOL: dict[str, object] = (
    {"pool": {"min_size": 1, "max_size": _POOL_SIZE, "timeout": 2}} if _POOL_SIZE else {}
)
os.environ.setdefault("DATABASE_OWNER_URL", os.environ["DATABASE_URL"])
os.environ.setdefault("DATABASE_RELAY_URL", os.environ["DATABASE_URL"])
DATABASES = {
    "default": environment.database(
        "DATABASE_URL", role="throughline_app", session=_SESSION, **_POOL
    ),
    "owner": environment.database("DATABASE_OWNER_URL", role=None, session={"lock_timeout": "2s"}),
    "relay": environment.database("DATABASE_RELAY_URL", role="throughline_relay", session=_SESSION),
}
DATABASES["default"]["ATOMIC_REQUESTS"] = True
DATABASE_ROUTERS = ["config.routers.OwnerMigrates"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

PGHISTORY_CREATED_AT_FUNCTION = "clock_timestamp()"

# Redis or Valkey: database 0 is the queue's, database 1 the cache's.
REDIS_URL = environment.text("REDIS_URL")
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL.rsplit("/", 1)[0] + "/1" if urlsplit(REDIS_URL).path else REDIS_URL,
        "KEY_PREFIX": environment.text("CACHE_PREFIX", "throughline"),
        "OPTIONS": {"socket_timeout": 0.5, "socket_connect_timeout": 0.5},
    }
}
CELERY_BROKER_URL = REDIS_URL
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "global_keyprefix": environment.text("QUEUE_PREFIX", ""),
    "visibility_timeout": 900,
    "unacked_restore_interval": 5,
    "unacked_restore_throttle": 1,
    "socket_timeout": 5,
    "socket_connect_timeout": 2,
    "health_check_interval": 25,
    "socket_keepalive": True,
}
CELERY_IMPORTS = ["people.accounts.tasks", "people.intake.tasks"]
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_TIME_LIMIT = 600
CELERY_TASK_SOFT_TIME_LIMIT = 540
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_MAX_TASKS_PER_CHILD = 200
CELERY_WORKER_MAX_MEMORY_PER_CHILD = 600_000  # kilobytes; a nation-size report needs most of it
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = "Europe/London"

# Signing in
AUTH_USER_MODEL = "people.Account"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "entrance:landing"
PASSWORD_RESET_TIMEOUT = 60 * 60
SILENCED_SYSTEM_CHECKS = ["auth.W004"]  # e-mail is unique in lower case, by a constraint
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["people.hashers.Argon2", "django.contrib.auth.hashers.PBKDF2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
ACCOUNT_ADAPTER = "people.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an account begins with an invitation sent to the address
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = {
    "login": "300/m/ip",
    "login_failed": "100/m/ip,5/5m/key",
    "invitation": "300/m/ip",
    "check_in_link": "300/m/ip",
    "set_up": "20/m/ip,60/h/key",
}
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_FORMS = {
    "login": "people.accounts.forms.SignInForm",
    "reset_password": "people.accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "people.accounts.forms.NewPasswordForm",
    "change_password": "people.accounts.forms.ChangePasswordForm",
    "set_password": "people.accounts.forms.SetPasswordForm",
    "reauthenticate": "people.accounts.forms.ConfirmPasswordForm",
}
ALLAUTH_TRUSTED_PROXY_COUNT = environment.number("TRUSTED_PROXY_COUNT", default=0)
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Throughline"
MFA_ADAPTER = "people.adapters.MfaAdapter"
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an invitation has shown that the address is theirs
MFA_FORMS = {
    "authenticate": "people.accounts.forms.CodeForm",
    "reauthenticate": "people.accounts.forms.ConfirmCodeForm",
    "activate_totp": "people.accounts.forms.ActivateForm",
}
SOCIALACCOUNT_ADAPTER = "people.adapters.SocialAccountAdapter"
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
SOCIALACCOUNT_STORE_TOKENS = False
OIDC_NAME = environment.text("OIDC_NAME", "")
OIDC_SERVER_URL = environment.text("OIDC_SERVER_URL") if OIDC_NAME else ""
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "single-sign-on",
                "name": OIDC_NAME,
                "client_id": environment.text("OIDC_CLIENT_ID"),
                "secret": environment.text("OIDC_CLIENT_SECRET"),
                "settings": {"server_url": OIDC_SERVER_URL},
            }
        ]
        if OIDC_NAME
        else [],
    }
}

OIDC_ORIGINS = [
    "{0.scheme}://{0.netloc}".format(urlsplit(address))
    for address in [OIDC_SERVER_URL, *environment.words("OIDC_SIGN_IN_URLS")]
    if address
]
SET_UP_STEPS = [
    "people.accounts.steps.name_organisation",
    "people.accounts.steps.import_structure",
    "people.accounts.steps.name_board",
    "strategy.set_up.write_priorities",
]

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_NAME = "__Host-sid" if HTTPS else "sid"
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# The web's edges
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
if environment.flag("BEHIND_HTTPS_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        # Chromium holds the redirect that follows a form to this as well
        "form-action": [SELF, *OIDC_ORIGINS],
        "manifest-src": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 2
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

# Letters
EMAIL_FOLDER = environment.text("EMAIL_FOLDER", "")
EMAIL_BACKEND = (
    "config.mail.FolderBackend" if EMAIL_FOLDER else "django.core.mail.backends.smtp.EmailBackend"
)
EMAIL_HOST = environment.text("EMAIL_HOST", "localhost")
EMAIL_PORT = environment.number("EMAIL_PORT", default=25)
EMAIL_HOST_USER = environment.text("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = environment.text("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = environment.flag("EMAIL_USE_TLS", default=False)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = environment.text("DEFAULT_FROM_EMAIL", "throughline@localhost")

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
STATIC_URL = "/static/"
STATIC_ROOT = Path(environment.text("STATIC_ROOT", str(BASE_DIR / ".data" / "static")))
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "config.logs.JsonFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {"django.server": {"handlers": ["stderr"], "propagate": False}},
}
