"""From figures with their names to tables and pictures, each made in one pass."""
