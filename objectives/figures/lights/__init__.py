"""The four lights: clear, aligned, agreed, challenging. Judged apart, each with its reasons."""

from objectives.figures.lights.agreed import Answered, Talk, agreed
from objectives.figures.lights.aligned import Connected, aligned
from objectives.figures.lights.challenging import (
    CHALLENGE_WORDS,
    COMMITMENT_WORDS,
    FEASIBILITY_WORDS,
    Rated,
    Rating,
    challenging,
    measured_stretch,
)
from objectives.figures.lights.clear import CLARITY_WORDS, Measurement, Worded, clear
from objectives.figures.lights.gate import Lights, has_all_four, patterns, share_with_all_four
from objectives.figures.lights.hints import hints
from objectives.figures.lights.light import Light, Mend, Quality, Shown, Where, withdrawn

__all__ = [
    "CHALLENGE_WORDS",
    "CLARITY_WORDS",
    "COMMITMENT_WORDS",
    "FEASIBILITY_WORDS",
    "Answered",
    "Connected",
    "Light",
    "Lights",
    "Measurement",
    "Mend",
    "Quality",
    "Rated",
    "Rating",
    "Shown",
    "Talk",
    "Where",
    "Worded",
    "agreed",
    "aligned",
    "challenging",
    "clear",
    "has_all_four",
    "hints",
    "measured_stretch",
    "patterns",
    "share_with_all_four",
    "withdrawn",
]
