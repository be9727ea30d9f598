"""The report as one JSON object, for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from linter.model import Fact, FigureRow, Finding, Report
from linter.report.fingerprint import fingerprint
from linter.report.summary import counts

VERSION = 1


def render(report: Report, *, ascii_only: bool = False) -> str:
    return _dump(
        {
            "version": VERSION,
            "findings": [_finding(finding) for finding in report.findings],
            "unchecked": [{"path": each.path, "error": each.error} for each in report.unchecked],
            "summary": {
                "files": report.files,
                "figures": report.figures,
                "bound": report.bound,
                **{f"{severity}s": n for severity, n in counts(report.findings).items()},
            },
        },
        ascii_only,
    )


def render_figures(rows: Iterable[FigureRow], *, ascii_only: bool = False) -> str:
    return _dump({"version": VERSION, "figures": [asdict(row) for row in rows]}, ascii_only)


def _dump(value: Any, ascii_only: bool) -> str:
    return json.dumps(value, ensure_ascii=ascii_only, indent=2) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    fact = finding.fact
    return {
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "start": finding.start,
        "end": finding.end,
        "rule": finding.rule,
        "group": finding.group,
        "severity": finding.severity,
        "message": finding.message,
        "found": finding.found,
        "expected": finding.expected,
        "fact": fact.id if fact else None,
        "claim": fact.claim if fact else None,
        "source": _source(fact) if fact else None,
        "why": list(finding.why),
        "suggestion": finding.suggestion,
        "fingerprint": fingerprint(finding),
    }


def _source(fact: Fact) -> dict[str, str]:
    source = fact.source
    return {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "published": source.published,
        "url": source.url,
        "doi": source.doi,
        "quote": fact.quote,
        "locator": fact.locator,
    }
