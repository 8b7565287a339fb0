"""Reads of the directory, by idea: persons, roles, the board."""
