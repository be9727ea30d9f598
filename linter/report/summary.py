"""What a run comes to: counts, the last line of a report, statistics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import get_args

from linter.fixes.apply import count_fixable
from linter.readers.unread import told
from linter.results import Finding, Report, Severity, Unread

SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""From the gravest to the lightest."""
_NO_FACTS = "No facts.yaml here or above, so nothing was held against facts; medlint init writes a first one"
_NAMED = 3
"""With more facts files than these, the others are only counted."""


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
    apart = []
    checked = set(report.checked) if report.unchecked else set()
    in_part = sum(each.path in checked for each in report.unchecked)
    if unchecked := len(report.unchecked) - in_part:
        apart.append(f"{unchecked:,} not checked")
    if in_part:
        apart.append(f"{in_part:,} only in part")
    if report.foreign:
        apart.append(f"{report.foreign:,} in another language, left alone")
    if apart:
        line += f" ({', '.join(apart)})"
    verb = "is" if report.figures == 1 else "are"
    return f"{line}; {report.bound:,} of {plural(report.figures, 'figure')} {verb} bound to facts"


def fix_lines(report: Report) -> list[str]:
    """``Fixed 3 findings``, ``2 of 9 can be fixed with --fix``: what there is to say of fixes."""
    lines = [f"Fixed {plural(report.fixed, 'finding')}"] if report.fixed else []
    if fixable := count_fixable(report.findings):
        lines.append(f"{fixable:,} of {len(report.findings):,} can be fixed with --fix (--diff shows how)")
    return lines


def baseline_lines(report: Report) -> list[str]:
    """``12 known findings are not shown (known.txt)``, and what of that file is no longer needed."""
    if report.baseline is None:
        return []
    verb = "is" if report.known == 1 else "are"
    lines = (
        [f"{plural(report.known, 'known finding')} {verb} not shown ({report.baseline})"]
        if report.known
        else []
    )
    if stale := len(report.stale):
        one = stale == 1
        lines.append(
            f"{stale:,} {'line' if one else 'lines'} of {report.baseline} {'is' if one else 'are'} no longer "
            f"needed; --prune-baseline takes {'it' if one else 'them'} out"
        )
    return lines


def facts_line(report: Report) -> str:
    """``Facts from a/facts.yaml (2 drafts) and b/facts.yaml (1 draft); 3 drafts have none``; empty if not known."""
    used = [use for use in report.facts if use.path is not None]
    without = sum(use.files for use in report.facts if use.path is None)
    if not used:
        return _NO_FACTS if without else ""
    if len(report.facts) == 1:
        return f"Facts from {used[0].path}"
    named = [f"{use.path} ({plural(use.files, 'draft')})" for use in used[:_NAMED]]
    if len(used) > _NAMED:
        named.append(plural(len(used) - _NAMED, "other file"))
    line = "Facts from " + " and ".join([part for part in (", ".join(named[:-1]), named[-1]) if part])
    if without:
        line += f"; {plural(without, 'draft')} {'has' if without == 1 else 'have'} none"
    return line


def unread_line(unread: Sequence[Unread]) -> str:
    """``Not read: 500 files ending in .njk, 1 ending in .pdf``; empty if there are none."""
    return f"Not read: {files}" if (files := told(unread)) else ""


def statistics(report: Report) -> list[tuple[int, str, str]]:
    """How often each rule found something: count, severity, rule, most frequent first."""
    found = Counter((finding.rule, finding.severity) for finding in report.findings)
    return [
        (n, severity, rule)
        for (rule, severity), n in sorted(found.items(), key=lambda item: (-item[1], item[0]))
    ]
