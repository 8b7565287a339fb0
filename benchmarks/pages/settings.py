"""The real settings; only the addresses have one more."""

from config.settings import *  # noqa: F403

ROOT_URLCONF = "benchmarks.pages.urls"
