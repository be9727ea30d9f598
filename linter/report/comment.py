"""A finding as a comment beside the words that it is about."""

from __future__ import annotations

from collections.abc import Iterator

from linter.model import Fact
from linter.plain import plain
from linter.report.text import source_lines
from linter.report.where import called
from linter.results import Finding

_CONFLICT = "conflict"


def comment_lines(finding: Finding, *, is_elsewhere: bool = False) -> list[tuple[str, str]]:
    """The lines of a comment, each a label (of the first: none) and a text that is safe to show.

    ``is_elsewhere`` says that the comment could not be put beside the words themselves.
    """
    return [(label, plain(text)) for label, text in _lines(finding, is_elsewhere)]


def _lines(finding: Finding, is_elsewhere: bool) -> Iterator[tuple[str, str]]:
    yield "", finding.message
    if is_elsewhere and finding.spot is not None:
        yield "Place", f"{called(finding.spot)}, where no comment can stand"
    if finding.found:
        yield "Found", finding.found
    if finding.expected and finding.expected != finding.found:
        yield "Expected", finding.expected
    if mending := _mending(finding):
        yield "To mend", mending
    if finding.fact is not None:
        yield from _evidence(finding.fact)
    if finding.why:
        yield "Matched on", ", ".join(finding.why)
    for other in finding.related:
        yield "Compare", f"{other.path}: {other.text}" if other.path != finding.path else other.text
    yield "Rule", f"{finding.rule} ({_SEVERITY[finding.severity]}); medlint explain {finding.rule} says more"


_SEVERITY = {"error": "error", "warning": "warning", "info": "note"}


def _mending(finding: Finding) -> str:
    """What to write; nothing where the message says it all."""
    write = f"write “{finding.suggestion}”" if finding.suggestion else ""
    if finding.group != _CONFLICT or finding.fact is None:
        return write
    return f"{write or 'say what the fact says'}; if the fact is wrong or out of date, change that and its source first"


def _evidence(fact: Fact) -> Iterator[tuple[str, str]]:
    yield "Fact", f"{fact.claim} [{fact.id}]"
    for label, text in source_lines(fact):
        yield label.capitalize(), text
