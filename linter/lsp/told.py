"""Findings, mistakes and figures as an editor shows them: diagnostics, and text under the pointer."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from lsprotocol import types
from pygls.uris import from_fs_path

from linter.errors import Place
from linter.lsp.looking import Looked
from linter.model import Fact
from linter.patterns import Pattern
from linter.plain import plain
from linter.report.text import describe, link_to, source_lines
from linter.results import FigureRow, Finding, Related

_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}
_MOST = 20
"""Places that one message refers to."""
_VERDICTS = {"agrees": "agrees with", "conflicts": "disagrees with"}
_SPECIAL = Pattern(r"[\\`*_\[\]<>|~&#$!]")


def diagnostics(looked: Looked) -> list[types.Diagnostic]:
    """All that an editor has to show of a file."""
    if looked.is_facts:
        return [*_mistakes(looked), *_doubts(looked)]
    if looked.unchecked:
        return [_unchecked(looked)]
    unread = [_not_checked(looked, f"Not all is checked: this {looked.unread}")] if looked.unread else []
    return unread + [diagnostic(looked, finding) for finding in looked.findings]


def diagnostic(looked: Looked, finding: Finding) -> types.Diagnostic:
    page = rule_page(finding.rule, finding.group)
    return types.Diagnostic(
        range=looked.positions.range(finding.start, finding.end),
        message=plain(finding.message),
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        code_description=types.CodeDescription(page) if page else None,
        source="medlint",
        related_information=[*_elsewhere(looked, finding)] or None,
    )


def _elsewhere(looked: Looked, finding: Finding) -> Iterator[types.DiagnosticRelatedInformation]:
    """The fact, and what else the finding is about."""
    if (fact := finding.fact) is not None:
        yield types.DiagnosticRelatedInformation(place_of(fact), plain(f"fact {fact.id}: {fact.claim}"))
    for related in finding.related[:_MOST]:
        yield types.DiagnosticRelatedInformation(_location(looked, related), plain(related.text))


def _location(looked: Looked, related: Related) -> types.Location:
    lines = looked.positions
    if os.path.abspath(related.path) == os.path.abspath(looked.path):
        start, end = (
            lines.starts[min(line, len(lines.starts)) - 1] + column - 1
            for line, column in ((related.line, related.column), (related.end_line, related.end_column))
        )
        return types.Location(uri_of(related.path), lines.range(start, end))
    start_at = types.Position(related.line - 1, related.column - 1)
    end_at = types.Position(related.end_line - 1, related.end_column - 1)
    return types.Location(uri_of(related.path), types.Range(start_at, end_at))


def _unchecked(looked: Looked) -> types.Diagnostic:
    """One message for a draft that was not checked, however many mistakes there are in its facts."""
    message = f"This draft is not checked: {looked.unchecked}"
    if looked.problems:
        first, more = looked.problems[0], len(looked.problems) - 1
        message += f". {first}" + (f" (and {more} more)" if more else "")
    return _not_checked(looked, message)


def _not_checked(looked: Looked, message: str) -> types.Diagnostic:
    return types.Diagnostic(
        range=looked.positions.word(1, 1),
        message=plain(message),
        severity=types.DiagnosticSeverity.Error,
        code="unchecked",
        source="medlint",
        related_information=[
            types.DiagnosticRelatedInformation(_point(each.place), plain(each.message))
            for each in looked.problems[:_MOST]
        ]
        or None,
    )


def _mistakes(looked: Looked) -> Iterator[types.Diagnostic]:
    for each in looked.problems:
        yield _of_facts(looked, each.place, each.message, types.DiagnosticSeverity.Error)


def _doubts(looked: Looked) -> Iterator[types.Diagnostic]:
    for each in looked.concerns:
        yield _of_facts(looked, each.place, each.told, _SEVERITIES[each.severity])


def _of_facts(
    looked: Looked, place: Place, message: str, severity: types.DiagnosticSeverity
) -> types.Diagnostic:
    return types.Diagnostic(
        range=looked.positions.word(place.line, place.column),
        message=plain(message),
        severity=severity,
        code="facts",
        source="medlint",
    )


# -- under the pointer ------------------------------------------------------------------------


def hover(looked: Looked, offset: int) -> types.Hover | None:
    """What is known of the figure, or of the words with a finding about a fact, at a place."""
    row, finding, fact = _figure_at(looked, offset), _finding_at(looked, offset), fact_at(looked, offset)
    if fact is None:
        return None
    if row is not None:
        text, start, end = _of_figure(row, fact), row.start, row.end
    else:
        assert finding is not None
        text = _of_fact(f"{_words(finding.rule)}: fact", fact, finding.why)
        start, end = finding.start, finding.end
    content = types.MarkupContent(types.MarkupKind.Markdown, text)
    return types.Hover(content, looked.positions.range(start, end))


def fact_at(looked: Looked, offset: int) -> Fact | None:
    """The fact that the figure or the finding at a place is about."""
    row, finding = _figure_at(looked, offset), _finding_at(looked, offset)
    if row is not None and row.fact is not None:
        return (looked.facts or {})[row.fact]
    return finding.fact if finding is not None else None


def _figure_at(looked: Looked, offset: int) -> FigureRow | None:
    facts = looked.facts or {}
    return next((r for r in looked.figures if r.fact in facts and r.start <= offset <= r.end), None)


def _finding_at(looked: Looked, offset: int) -> Finding | None:
    return next((f for f in looked.findings if f.fact and f.start <= offset <= f.end), None)


def _of_figure(row: FigureRow, fact: Fact) -> str:
    return _of_fact(f"**{_words(row.text)}** {_VERDICTS[row.verdict]} fact", fact, row.why)


def _of_fact(head: str, fact: Fact, why: Sequence[str]) -> str:
    lines = [f"{head} `{fact.id}`", f"> {_words(fact.claim)}"]
    link = link_to(fact.source)
    for label, text in source_lines(fact):
        if label == "source" and link.startswith(("https://", "http://")):
            work = describe(fact.source)
            shown = f"[{_words(work)}](<{link.replace('>', '%3E')}>){_words(text.removeprefix(work))}"
        elif label == "link":
            continue
        else:
            shown = _words(text)
        lines.append(f"{label.capitalize()}: {shown}")
    if fact.status != "approved":
        lines.append(f"Status: {_words(fact.status)}")
    if why:
        lines.append(f"Matched on: {_words(', '.join(why))}")
    return "\n\n".join(lines)


def _words(text: str) -> str:
    """Words that stay words in Markdown."""
    return _SPECIAL.sub(r"\\\g<0>", plain(text))


# -- places -----------------------------------------------------------------------------------


def uri_of(path: str) -> str:
    return from_fs_path(os.path.abspath(path)) or ""


def place_of(fact: Fact) -> types.Location:
    """Where a fact's id stands in the facts file."""
    return _point(fact.place, len(fact.id))


def _point(place: Place, length: int = 0) -> types.Location:
    start = types.Position(max(place.line - 1, 0), max(place.column - 1, 0))
    end = types.Position(start.line, start.character + length)
    return types.Location(uri_of(place.path), types.Range(start, end))


@cache
def rule_page(rule: str, group: str) -> str | None:
    """The page that explains a rule, at its line; None for a desk's own rules, which have none."""
    here = Path(__file__).resolve().parent.parent
    for folder in (here / "_rule_pages", here.parent / "docs" / "rules"):
        page = folder / f"{group}.md"
        if page.is_file():
            lines = page.read_text(encoding="utf-8").splitlines()
            at = next((n for n, line in enumerate(lines, 1) if line.strip() == f"## {rule}"), 0)
            return f"{page.as_uri()}#L{at}" if at else None
    return None
