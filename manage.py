#!/usr/bin/env python
"""Runs the project's commands."""

import os
import sys

from django.core.management import execute_from_command_line

from config.first_run import migrate_empty_database

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    migrate_empty_database(sys.argv)
    execute_from_command_line(sys.argv)
