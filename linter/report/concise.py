"""The report with one line a finding, as compilers have it: ``draft.md:12:9: value-conflict This says …``."""

from __future__ import annotations

import click

from linter.plain import plain
from linter.report import Look
from linter.report.summary import baseline_lines, fix_lines, summary_line, unread_line
from linter.report.text import COLOURS, unchecked_line
from linter.report.where import where
from linter.results import Report


def render(report: Report, look: Look) -> str:
    """A line a finding, a line a draft that was not checked, the summary, and what was not read."""
    lines = []
    for finding in report.findings:
        place = f"{where(finding)}:"
        rule = finding.rule
        if look.colour:
            place = click.style(place, bold=True)
            rule = click.style(rule, fg=COLOURS[finding.severity], bold=True)
        lines.append(f"{place} {rule} {plain(finding.message)}\n")
    lines += [f"{unchecked_line(each, look)}\n" for each in report.unchecked]
    if not look.quiet:
        end = (summary_line(report), unread_line(report.unread), *fix_lines(report), *baseline_lines(report))
        lines += [f"{plain(line)}\n" for line in end if line]
    return "".join(lines)
