"""The report for people: each finding with the draft's line, the fact and its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

import click

from linter.model import Fact, Source
from linter.plain import plain
from linter.report import Look
from linter.report.columns import wrapped
from linter.report.excerpt import excerpt
from linter.report.summary import baseline_lines, facts_line, fix_lines, statistics, summary_line, unread_line
from linter.report.where import has_lines, where
from linter.results import Finding, Report, Unchecked

COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}
_LABEL = 10
"""Width of the column of labels, its indent included."""


def render(report: Report, look: Look) -> str:
    if look.statistics:
        counted = "\n".join(f"{n:6,}  {severity:7}  {rule}" for n, severity, rule in statistics(report))
        parts = [counted] if counted else []
    else:
        parts = list(_places(report, look))
    if report.unchecked:
        parts.append("\n".join(unchecked_line(each, look) for each in report.unchecked))
    if not look.quiet:
        lines = _unread(report, look) if look.statistics and report.findings else _end(report, look)
        parts += ["\n".join(lines)] if lines else []
    return "\n\n".join(parts) + "\n" if parts else ""


def _unread(report: Report, look: Look) -> list[str]:
    line = unread_line(report.unread)
    return [_style(part, look, fg="yellow") for part in _wrap(line, look, "")] if line else []


def _end(report: Report, look: Look) -> list[str]:
    lines = [_style(summary_line(report), look, bold=True), *_unread(report, look)]
    for line in (*fix_lines(report), *baseline_lines(report)):
        lines += _wrap(line, look, "")
    if facts := facts_line(report):
        lines += _wrap(facts, look, "")
    if report.findings:
        lines.append(f"What a rule means: medlint explain {report.findings[0].rule}")
    return lines


def _style(text: str, look: Look, **style: bool | str) -> str:
    return click.style(text, **style) if look.colour else text  # type: ignore[arg-type]


def unchecked_line(each: Unchecked, look: Look) -> str:
    return f"{plain(each.path)}: {_style('not checked', look, fg='red', bold=True)}: {plain(each.error)}"


def _same(finding: Finding) -> tuple[str, int, int, str]:
    """What findings share that are told together: the place, and the fact if there is one."""
    return finding.path, finding.start, finding.end, finding.fact.id if finding.fact else finding.rule


def _places(report: Report, look: Look) -> Iterator[str]:
    """The findings by place. A draft's facts and sources are told in full once, with its first finding of them."""
    for _, of_draft in groupby(report.findings, lambda finding: finding.path):
        told: set[str] = set()
        for _, findings in groupby(of_draft, _same):
            yield _place(list(findings), look, told)


def _place(findings: list[Finding], look: Look, told: set[str]) -> str:
    """The findings at one place: the draft's lines and the fact are shown once.

    ``told`` holds the facts and sources that this draft's report has told already.
    """
    first = findings[0]
    place = _style(where(first), look, bold=True)
    lines: list[str] = []
    for finding in findings:
        colour = COLOURS[finding.severity]
        lines.append(f"{place} {_style(finding.severity, look, fg=colour, bold=True)} {finding.rule}")
        if finding is first:
            lines += _draft(finding, look, colour)
        lines += [_style(line, look, bold=True) for line in _wrap(finding.message, look, "  ")]
        lines += _labelled(_change(finding), look)
    return "\n".join([*lines, *_labelled(_evidence(first, told), look)])


def _labelled(rows: Iterable[tuple[str, str]], look: Look) -> Iterator[str]:
    for label, text in rows:
        head = f"  {label:{_LABEL - 2}}"
        first, *rest = _wrap(text, look, " " * _LABEL)
        yield _style(head, look, dim=True) + first[_LABEL:]
        yield from rest


def _draft(finding: Finding, look: Look, colour: str) -> Iterator[str]:
    """The draft's lines behind a gutter of line numbers."""
    if not any(line.strip() for line in finding.lines):
        return
    has_numbers = has_lines(finding.spot)
    gutter = len(str(finding.line + len(finding.lines) - 1)) + 2 if has_numbers else 2
    room = max(look.width - gutter - 3, 20)
    rows = excerpt(finding.lines, finding.line, finding.column, finding.end_column, room)
    for number, text, carets in rows:
        shown = f"{number if has_numbers else '':>{gutter}} |"
        yield f"{_style(shown, look, dim=True)} {text}".rstrip()
        if carets:
            yield f"{_style(' ' * gutter + ' |', look, dim=True)} {_style(carets, look, fg=colour, bold=True)}"


def _wrap(text: str, look: Look, indent: str) -> list[str]:
    return wrapped(text, look.width, indent)


def _change(finding: Finding) -> Iterator[tuple[str, str]]:
    """What to put in place of what; nothing if the figure may stay as it is."""
    if finding.found and finding.expected and finding.found != finding.expected:
        yield "found", f"{finding.found} → expected {finding.expected}"
    if finding.suggestion and finding.suggestion != finding.expected:
        yield "write", finding.suggestion


def _evidence(finding: Finding, told: set[str]) -> Iterator[tuple[str, str]]:
    """The fact, where it comes from, and why it was taken for what the draft speaks of."""
    fact = finding.fact
    if fact:
        of_fact, of_source = f"fact {fact.id}", f"source {fact.source.id}"
        again = " (source above)" if of_fact in told else ""
        yield "fact", f"{fact.claim} [{fact.id}]{again}"
        if not again:
            yield from source_lines(fact, again=of_source in told)
        told |= {of_fact, of_source}
    if finding.why:
        yield "matched", f"on {', '.join(finding.why)}"


def source_lines(fact: Fact, *, again: bool = False) -> Iterator[tuple[str, str]]:
    """Where a fact comes from: the work, the words it rests on, the link.

    Of a work that was told of before, ``again``, a name is enough.
    """
    source = fact.source
    work = f"{source.title or source.publisher or source.id} (above)" if again else describe(source)
    yield "source", ", ".join(part for part in (work, fact.locator) if part)
    if fact.quote:
        yield "quote", f"“{fact.quote}”"
    if (link := link_to(source)) and not again:
        yield "link", link


def describe(source: Source) -> str:
    """``Title, Publisher, 2018``, with whatever of it is known."""
    parts = [part for part in (source.authors, source.title, source.publisher, source.published) if part]
    return ", ".join(dict.fromkeys(parts)) or source.id


def link_to(source: Source) -> str:
    if source.url:
        return source.url
    if source.doi:
        return f"https://doi.org/{source.doi.removeprefix('https://doi.org/')}"
    return f"https://pubmed.ncbi.nlm.nih.gov/{source.pmid}/" if source.pmid else source.file
