"""The demonstration: a fictional trust with everything that the pages need to show."""

from config.demonstration.build import build
from config.demonstration.records import Demonstration

__all__ = ["Demonstration", "build"]
