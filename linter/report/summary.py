"""What a run comes to: counts, the last line of a report, statistics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import get_args

from linter.model import Finding, Report, Severity

SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""From the gravest to the lightest."""


def counts(findings: Iterable[Finding]) -> dict[Severity, int]:
    """How many findings there are of each severity, zeros included."""
    found = Counter(finding.severity for finding in findings)
    return {severity: found[severity] for severity in SEVERITIES}


def fails(findings: Iterable[Finding], fail_on: str) -> bool:
    """Whether any finding is as grave as ``fail_on``, or graver."""
    if fail_on == "never":
        return False
    failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return any(finding.severity in failing for finding in findings)


def plural(n: int, noun: str) -> str:
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"


def summary_line(report: Report) -> str:
    """``2 errors, 1 warning in 3 drafts; 5 of 9 figures are bound to facts``."""
    number = counts(report.findings)
    parts = [plural(number["error"], "error"), plural(number["warning"], "warning")]
    if number["info"]:
        parts.append(plural(number["info"], "note"))
    line = f"{', '.join(parts)} in {plural(report.files, 'draft')}"
    if report.unchecked:
        line += f" ({len(report.unchecked)} not checked)"
    verb = "is" if report.figures == 1 else "are"
    return f"{line}; {report.bound:,} of {plural(report.figures, 'figure')} {verb} bound to facts"


def statistics(report: Report) -> list[tuple[int, str, str]]:
    """How often each rule found something: count, severity, rule, most frequent first."""
    found = Counter((finding.rule, finding.severity) for finding in report.findings)
    return [
        (n, severity, rule)
        for (rule, severity), n in sorted(found.items(), key=lambda item: (-item[1], item[0]))
    ]
