"""Spreadsheets in and out: reading, checking and writing files, with no database in sight."""
