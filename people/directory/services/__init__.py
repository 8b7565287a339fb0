"""What people do to the directory, by idea: persons, places, roles, the board."""
