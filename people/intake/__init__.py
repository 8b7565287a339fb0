"""Imports carried out: what a file says becomes rows, all of it or nothing, with undo."""
