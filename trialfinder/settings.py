"""Settings: one file. Every difference between places is an environment variable (.env.example)."""

from datetime import time, timedelta
from pathlib import Path

from celery.schedules import crontab
from csp.constants import NONE, SELF
from environs import Env

from trialfinder.redis_address import next_database
from trialfinder.settings_read import SettingsEnv

ROOT = Path(__file__).resolve().parent.parent
env = SettingsEnv(strip_whitespace=True)  # NAME_FILE=path in place of NAME=value

# Where it runs
DEBUG = env.switch("DEBUG", default=False)
STATE_DIR = env.path("STATE_DIR", ROOT / "var")
HTTPS = env.switch("HTTPS", default=False)
SECRET_KEY_FILE = env.path("SECRET_KEY_FILE", STATE_DIR / "secret-key")
SECRET_KEY = Env().str("SECRET_KEY", "") or (
    SECRET_KEY_FILE.read_text().strip() if SECRET_KEY_FILE.exists() else ""
)
SECRET_KEY_FALLBACKS = env.names("SECRET_KEY_FALLBACKS")
HOST = env.str("HOST", "") or "127.0.0.1"
PORT = env.whole("PORT", 8000, least=1, most=65_535)
_HOST = f"[{HOST}]" if ":" in HOST else HOST
SITE_URL = env.origin("SITE_URL", f"http://{_HOST}:{PORT}")
ALLOWED_HOSTS = env.hosts("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]", _HOST])

INSTALLED_APPS = [
    "trialfinder.admin_app.CuratorsAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "corsheaders",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "trials",
]
MIDDLEWARE = [
    "trialfinder.watching.requests.watched",
    "trials.views.headers.privacy_headers",  # these three first: on every answer of the others too
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "trials.views.health.first.machines_first",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "trials.views.too_much.TooMuch",
    "trials.views.whole_bodies.WholeBodies",
    "axes.middleware.AxesMiddleware",  # the last: its answer to a locked-out sign-in
]
ROOT_URLCONF = "trialfinder.urls"
WSGI_APPLICATION = "trialfinder.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "NAME": "jinja2",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {"environment": "trials.views.environment.environment"},
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",  # the admin's
        "DIRS": [ROOT / "templates" / "django"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# What it keeps
DATABASES = {
    "default": env.postgres(
        "DATABASE_URL", "postgres:///trialfinder", conn_max_age=600, conn_health_checks=True
    )
}
# A machine that is gone answers nothing at all; who waits for a page must not wait for it.
DATABASES["default"].setdefault("OPTIONS", {}).setdefault("connect_timeout", 3)
REDIS_URL = env.redis("REDIS_URL", "redis://127.0.0.1:6379/0")
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
        "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
    }
}
# Copies of public pages; "" keeps none (docs/adr/0011)
PAGES_CACHE_URL = env.redis("PAGES_CACHE_URL", next_database(REDIS_URL), may_be_empty=True)
# The search's index (docs/adr/0013); "" has none. From how many studies one is made
SEARCH_INDEX_FOLDER = env.folder("SEARCH_INDEX_FOLDER")
SEARCH_INDEX_FROM = env.whole("SEARCH_INDEX_FROM", 50_000, least=0, most=1_000_000_000)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The worker
CELERY_BROKER_URL = REDIS_URL
CELERY_RESULT_BACKEND = None
CELERY_TASK_IGNORE_RESULT = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False  # the worker's lines too go through LOGGING below
CELERY_TASK_ACKS_LATE = True  # a killed worker's task is done again, not lost
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 3600,
    # A broker that is silent is away: nobody who asks it for something waits longer.
    "socket_connect_timeout": 5,
    "socket_timeout": 5,
}
CELERY_TASK_PUBLISH_RETRY_POLICY = {"max_retries": 1, "interval_start": 0.2}
CELERY_TIMEZONE = "UTC"
# The registry refreshes Monday to Friday by about 14:00 UTC (its own API page).
FULL_SYNC_AT = time(15, 10)
CELERY_BEAT_SCHEDULER = "trialfinder.timetable:Timetable"  # knows that a clock may be wrong
CELERY_BEAT_SCHEDULE = {
    "full-sync-after-the-registrys-refresh": {
        "task": "trials.tasks.sync_studies",
        "schedule": crontab(
            hour=FULL_SYNC_AT.hour, minute=FULL_SYNC_AT.minute, day_of_week="mon-fri"
        ),
    },
    "what-was-interrupted-or-missed": {
        "task": "trials.tasks.resume_interrupted",
        "schedule": crontab(minute="5-59/10"),
    },
    "forget-unused-lists": {
        "task": "trials.tasks.purge_unused_lists",
        "schedule": crontab(hour=4, minute=20),
    },
    "mails-of-alerts": {
        "task": "trials.tasks.send_alert_mails",
        "schedule": crontab(minute="*/10"),
    },
    "forget-alerts": {
        "task": "trials.tasks.forget_alerts",
        "schedule": crontab(hour=4, minute=40),
    },
    "light-check-between": {
        "task": "trials.tasks.check_for_changes",
        "schedule": crontab(hour="3,9,21", minute=40),
    },
}
if SEARCH_INDEX_FOLDER:  # where new data came by another way than a worker's sync
    CELERY_BEAT_SCHEDULE["the-searchs-index"] = {
        "task": "trials.tasks.index_studies",
        "schedule": crontab(minute="2-59/10"),
    }

# The registry
CTGOV_BASE_URL = env.address("CTGOV_BASE_URL", "https://clinicaltrials.gov/api/v2")
CTGOV_CONTACT = env.line("CTGOV_CONTACT")
CTGOV_USER_AGENT = env.line("CTGOV_USER_AGENT")  # "": the library's own, plus the contact
CTGOV_PACE_SECONDS = env.number("CTGOV_PACE_SECONDS", 1.2, least=0, most=3_600)
CTGOV_BACKOFF_SECONDS = env.number("CTGOV_BACKOFF_SECONDS", 2.0, least=0, most=3_600)
# A run that would lose a larger share of the listed studies publishes nothing.
SYNC_MAX_LOST_SHARE = env.number("SYNC_MAX_LOST_SHARE", 0.1, least=0, most=1)
# Studies invented for tests (NCT90000000 and up) are set aside everywhere but in tests.
ACCEPT_TEST_STUDIES = env.switch("ACCEPT_TEST_STUDIES", default=False)

# Mail: alerts are offered where both are set (docs/operations.md)
MAIL_FROM = env.sender("MAIL_FROM")
HAS_MAIL_SERVER = bool(env.str("EMAIL_URL", ""))  # "" or an empty file: none
ALERTS_BY_MAIL = bool(MAIL_FROM) and HAS_MAIL_SERVER
_MAIL = env.mail_server("EMAIL_URL")
EMAIL_BACKEND = _MAIL["EMAIL_BACKEND"]
EMAIL_HOST, EMAIL_PORT = _MAIL["EMAIL_HOST"], _MAIL["EMAIL_PORT"]
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _MAIL["EMAIL_HOST_USER"], _MAIL["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS, EMAIL_USE_SSL = _MAIL["EMAIL_USE_TLS"], _MAIL["EMAIL_USE_SSL"]
EMAIL_TIMEOUT = env.whole("EMAIL_TIMEOUT", 30, least=1, most=3_600)

# What people see
SECURITY_CONTACT = env.contact("SECURITY_CONTACT")  # for /.well-known/security.txt
SITE_CONTACT = env.str("SITE_CONTACT", "")  # where people can write to, on /privacy/ and its like
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]
LOCALE_PATHS = [ROOT / "trials" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
STATIC_URL = "static/"
STATICFILES_DIRS = [ROOT / "static"]
STATIC_ROOT = STATE_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
APPEND_SLASH = True

# Safety
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        **({"upgrade-insecure-requests": True} if HTTPS else {}),
    }
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = env.switch("HSTS_PRELOAD", default=False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
SESSION_COOKIE_AGE = 43_200
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # no cookie more
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "trials.views.errors.without_token"
CSRF_TRUSTED_ORIGINS = env.origins("CSRF_TRUSTED_ORIGINS", [SITE_URL])
X_FRAME_OPTIONS = "DENY"
# What one request may bring: no form takes a file, the longest field is a note
DATA_UPLOAD_MAX_MEMORY_SIZE = 262_144
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1_000
DATA_UPLOAD_MAX_NUMBER_FILES = 0
FILE_UPLOAD_HANDLERS: list[str] = []
# Of the 16 threads of a web process: how many may wait for senders, and for readers of files
FORMS_AT_ONCE = 4
FILES_AT_ONCE = 4
# How long one statement of a page may take; files, syncs, the worker and commands have no limit
STATEMENT_TIMEOUT_MS = env.whole("STATEMENT_TIMEOUT_MS", 2_000, least=0, most=3_600_000)
SILENCED_SYSTEM_CHECKS = [
    "security.W021",  # HSTS preload is the owner's decision (HSTS_PRELOAD)
]
if not HTTPS:
    # Plain HTTP is for one's own machine: HSTS, redirect and Secure cookies would lock it out.
    SILENCED_SYSTEM_CHECKS += ["security.W004", "security.W008", "security.W012", "security.W016"]

# Curators: a password, a second factor, and a lock for those who guess (trials/entrance/)
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", **options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {}),
        ("MinimumLengthValidator", {"OPTIONS": {"min_length": 12}}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    )
]
AXES_HANDLER = "trials.entrance.lockout.Lockout"
AXES_CLIENT_IP_CALLABLE = "trials.entrance.lockout.hashed_network"
AXES_LOCKOUT_CALLABLE = "trials.entrance.lockout.locked_out"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False  # names no browser in a log
OTP_TOTP_ISSUER = "ALS Stem Cell Trial Finder"
OTP_ADMIN_HIDE_SENSITIVE_DATA = True

# Machines: the API and the files are for every site's scripts, in moderation
RATES = {
    "api": env.rate("API_RATE", "120/m"),
    "export": env.rate("EXPORT_RATE", "20/m"),
    "follow": env.rate("FOLLOW_RATE", "20/h"),  # addresses that one network may type in
    "write": env.rate("WRITE_RATE", "120/m"),  # forms that one network may send
    "signin": env.rate("SIGNIN_RATE", "30/h"),  # passwords that one network may try
}
# How many proxies of ours stand in front of the site
NINJA_NUM_PROXIES = env.whole("TRUSTED_PROXIES", 0, least=0, most=100)
CORS_ALLOW_ALL_ORIGINS = True
CORS_URLS_REGEX = r"^/api/v1/"
CORS_ALLOW_METHODS = ["GET", "HEAD", "OPTIONS"]
CORS_ALLOW_HEADERS = ["accept", "if-none-match"]
CORS_EXPOSE_HEADERS = ["ETag", "Link", "RateLimit", "RateLimit-Policy", "Retry-After"]

# What operators see (docs/operations.md)
# Older data makes /health/data ill
DATA_MAX_AGE_DAYS = env.whole("DATA_MAX_AGE_DAYS", 5, least=1, most=3_650)
METRICS_TOKEN = env.token("METRICS_TOKEN", least=16)  # "": /metrics isn't there

# Logs: never a query string, never a full address (trials/views/logs.py, docs/security.md)
ACCESS_LOG = env.switch("ACCESS_LOG", default=True)
_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
LOG_FORMAT = env.one_of("LOG_FORMAT", "text", "text", "json")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {
        "ids": {"()": "trialfinder.watching.ids.Ids"},
        "no_address": {"()": "trialfinder.watching.routes.WithoutAddress"},
        "one_line": {"()": "trialfinder.watching.refused.WithoutTraceback"},
    },
    "formatters": {
        "text": {
            "()": "trials.views.logs.WithoutSecrets",
            "fmt": "{asctime} {levelname} {name}{ids}: {message}",
            "style": "{",
        },
        "json": {"()": "trialfinder.watching.json_lines.JsonLines"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "filters": ["ids", "no_address", "one_line"],
            "formatter": LOG_FORMAT,
        },
    },
    "root": {"handlers": ["console"], "level": env.one_of("LOG_LEVEL", "INFO", *_LEVELS)},
    "loggers": {
        "django.request": {"level": "ERROR"},
        "django.server": {"level": "ERROR"},
        "axes": {"level": "WARNING"},
    },
}
