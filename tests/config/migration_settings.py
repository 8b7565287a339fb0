"""The tests' settings with the migration linter, which must be an installed app to be a command."""

from tests.settings import *  # noqa: F403
from tests.settings import INSTALLED_APPS as OURS

INSTALLED_APPS = [*OURS, "django_migration_linter"]
