"""What medlint says of drafts, as values: findings, figures, and the report of a run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from linter.model import Block, Fact, Spot

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Fix:
    """The one thing that is surely right in place of ``source[start:end]``, which has no line break in it."""

    start: int
    end: int
    replacement: str
    line: int
    column: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that a finding is about, and what stands there."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    spot: Spot | None = None
    """What people call its place, where they do not count lines."""


@dataclass(frozen=True)
class Finding:
    """Something an editor should look at, with the evidence for it."""

    path: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    rule: str
    group: str
    severity: Severity
    message: str
    found: str = ""
    expected: str = ""
    fact: Fact | None = None
    why: tuple[str, ...] = ()
    suggestion: str = ""
    sentence: str = ""
    """The sentence it stands in, white space folded: what a fingerprint is made of."""
    lines: tuple[str, ...] = ()
    """The source lines from ``line`` to ``end_line``, for reports."""
    spot: Spot | None = None
    """What people call its place, where they do not count lines. ``line`` and ``column`` still sort."""
    fix: Fix | None = None
    """What ``--fix`` writes; None where an editor has to choose."""
    related: tuple[Related, ...] = ()

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        return self.path, self.line, self.column, self.rule, self.message


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure of a draft, as ``medlint figures`` shows it."""

    path: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    kind: str
    value: str
    low: str
    high: str
    unit: str
    qualifier: str
    role: str
    fact: str | None
    verdict: Literal["agrees", "conflicts", "unbound"]
    why: tuple[str, ...] = ()
    rejected: str = ""
    """Of an unbound figure, if asked for: the fact that comes nearest, and what rules it out."""
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A draft that could not be checked, and why."""

    path: str
    error: str


@dataclass(frozen=True, slots=True)
class Unread:
    """How many files of one ending a walk through folders met that may hold copy and cannot be read."""

    ending: str
    files: int


@dataclass(frozen=True, slots=True)
class FactsUse:
    """How many drafts were held against a facts file; ``path`` is None for those that have none."""

    path: str | None
    files: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft's text with its figures, as a report may show it."""

    path: str
    blocks: tuple[Block, ...]
    figures: tuple[FigureRow, ...]
    facts: Mapping[str, Fact]
    """The facts that it was held against, by id."""


@dataclass(frozen=True)
class Report:
    """What one run of ``medlint check`` has to say. Findings are in their final order."""

    findings: tuple[Finding, ...]
    unchecked: tuple[Unchecked, ...] = ()
    unread: tuple[Unread, ...] = ()
    """The most frequent ending first."""
    facts: tuple[FactsUse, ...] = ()
    """By path, the drafts without facts last."""
    foreign: int = 0
    """Drafts that were left alone because all of them is in another language."""
    baseline: str | None = None
    """The file of known findings, which are not among ``findings``."""
    known: int = 0
    stale: tuple[str, ...] = ()
    """Of each line of the baseline that nothing answers to any more: draft, rule and sentence."""
    fixed: int = 0
    """Findings that were there and have been corrected."""
    drafts: tuple[Draft, ...] = ()
    """The drafts themselves, for formats that show them; else empty."""
    checked: tuple[str, ...] = ()
    """The paths of the drafts, those without findings included."""
    files: int = 0
    figures: int = 0
    bound: int = 0
