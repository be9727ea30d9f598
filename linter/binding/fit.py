"""The fit of a context to a fact: a score, what was matched where, and what speaks against it."""

from __future__ import annotations

from dataclasses import dataclass, field

from linter.binding.key import FactKey

OWN_AREAS = frozenset({"clause", "sentence", "cell", "row", "row, other label", "column"})
"""Areas that say of whom and of what a figure is, rather than set its scene."""


@dataclass
class Fit:
    """The fit of a context to a fact. ``score`` runs from 0 to 1."""

    key: FactKey
    score: float = 0.0
    near: float = 0.0
    """The part of the score that the sentence or the row itself gives."""
    own: float = 0.0
    """The part that the figure's own clause, sentence, row or column gives."""
    site: float = 1.0
    """The level at which the organ that the claim names was found, 1 where it names none."""
    outcome: bool = True
    """False where the claim says more of its subject than that there is one, and none of it is in sight."""
    afar: bool = False
    """True where the claim's subject, or what it says of it, is in sight only in the opening and the like."""
    core: float = 0.0
    """The best level at which what is measured, or of what, was found."""
    anchored: bool = False
    contradicted: list[str] = field(default_factory=list)
    """Slots that the context gives another value."""
    slipped: bool = False
    """The span of time is the claim's number with another unit."""
    other_column: bool = False
    """The figure stands in a column about something else."""
    substituted: list[str] = field(default_factory=list)
    """What the clause measures in place of what the claim measures."""
    blocked: list[str] = field(default_factory=list)
    """Something else of the same kind named in the claim's place: another drug, another organ."""
    dropped: list[str] = field(default_factory=list)
    """Scope of the fact that the context names nowhere."""
    ageless: bool = False
    """The fact is about an age group, and the context names no age."""
    narrower: list[str] = field(default_factory=list)
    """Scope that the context adds to the fact's."""
    why: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    absent: set[frozenset[str]] = field(default_factory=set)
    """The needs found nowhere."""
    extras: float = 0.0
