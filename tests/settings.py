"""The real settings, with data of their own and nothing leaving the machine."""

import os
import secrets

os.environ.setdefault("THROUGHLINE_DATA", ".data/test")
RUN = f"test-{os.getpid()}-{secrets.token_hex(3)}"
os.environ.setdefault("CACHE_PREFIX", RUN)
os.environ.setdefault("QUEUE_PREFIX", f"{RUN}:")
os.environ.setdefault("SECRET_KEY", "only-for-tests-" * 4)

from config.settings import *  # noqa: E402, F403

TEST_DATABASE = RUN.replace("-", "_")
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
LOGGING = {}
