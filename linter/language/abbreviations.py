"""Abbreviations with a full stop, and which of them may end a sentence."""

from __future__ import annotations

ABBREVIATIONS = frozenset(
    (
        "dr mr mrs ms prof vs e.g i.e eg ie etc al fig approx ca no vol st dept inc ltd jr sr u.s u.k jan feb "
        "mar apr jun jul aug sep sept oct nov dec mt ft min max avg est ref"
    ).split()
)
TITLES = frozenset("dr mr mrs ms prof st".split())
"""What stands before a name."""
ENDING = frozenset(["u.s", "u.k", "etc", "al", "no"])
"""Abbreviations that may well end a sentence."""
