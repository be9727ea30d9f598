"""The report as GitLab's code quality, which a merge request shows beside the changed lines."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import Any

from linter.report import Look
from linter.report.fingerprint import fingerprint
from linter.report.json_report import dump
from linter.report.places import in_repository
from linter.report.where import has_lines, told
from linter.results import Finding, Report

_SEVERITIES = {"error": "critical", "warning": "minor", "info": "info"}


def render(report: Report, look: Look) -> str:
    """A list with an issue for each finding, and for each draft that could not be checked."""
    seen: Counter[tuple[str, str]] = Counter()
    issues = [_issue(finding, seen) for finding in report.findings]
    for each in report.unchecked:
        path = in_repository(each.path)
        issues.append({
            "description": f"medlint could not check this: {each.error}",
            "check_name": "not-checked",
            "fingerprint": _digest("not-checked", path),
            "severity": "blocker",
            "location": {"path": path, "lines": {"begin": 1}},
        })  # fmt: skip
    return dump(issues, look.ascii_only)


def _issue(finding: Finding, seen: Counter[tuple[str, str]]) -> dict[str, Any]:
    path, same = in_repository(finding.path), fingerprint(finding)
    seen[path, same] += 1
    claim = f" Fact {finding.fact.id}: {finding.fact.claim}" if finding.fact else ""
    lines = {"begin": finding.line, "end": finding.end_line} if has_lines(finding.spot) else {"begin": 1}
    return {
        "description": told(finding) + claim,
        "check_name": finding.rule,
        # GitLab drops all but one of those that are equal.
        "fingerprint": _digest(path, same, str(seen[path, same])),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": path, "lines": lines},
    }


def _digest(*parts: str) -> str:
    return sha256("\0".join(parts).encode(errors="replace")).hexdigest()[:32]
