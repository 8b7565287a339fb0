"""Puts the fictional trust into the database, all of it or nothing."""

from config.demonstration.seed.seeding import SeedingFailed, seed

__all__ = ["SeedingFailed", "seed"]
