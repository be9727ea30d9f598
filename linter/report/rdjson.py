"""The report in reviewdog's format, rdjson, which it turns into comments of a review."""

from __future__ import annotations

from typing import Any

from linter.report import Look, text
from linter.report.json_report import dump
from linter.report.places import in_repository
from linter.report.where import has_lines, placed, told
from linter.results import Finding, Report

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def render(report: Report, look: Look) -> str:
    """One result with a diagnostic for each finding, and for each draft that could not be checked."""
    unchecked = [
        {
            "message": f"medlint could not check this: {each.error}",
            "location": {"path": in_repository(each.path)},
            "severity": "ERROR",
            "code": {"value": "not-checked"},
        }
        for each in report.unchecked
    ]
    diagnostics = [*map(_diagnostic, report.findings), *unchecked]
    return dump({"source": {"name": "medlint"}, "diagnostics": diagnostics}, look.ascii_only)


def _diagnostic(finding: Finding) -> dict[str, Any]:
    location: dict[str, Any] = {"path": in_repository(finding.path)}
    if has_lines(finding.spot):
        location["range"] = _range(finding)
    row: dict[str, Any] = {
        "message": told(finding),
        "location": location,
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
    }
    if finding.fact:
        sources = (f"{label.capitalize()}: {line}" for label, line in text.source_lines(finding.fact))
        row["message"] = " ".join((told(finding), f"Fact {finding.fact.id}: {finding.fact.claim}", *sources))
    if finding.fix:
        fix = finding.fix
        line = (
            finding.lines[fix.line - finding.line]
            if 0 <= fix.line - finding.line < len(finding.lines)
            else ""
        )
        span = {
            "start": _position(line, fix.line, fix.column),
            "end": _position(line, fix.line, fix.end_column),
        }
        row["suggestions"] = [{"range": span, "text": fix.replacement}]
    if related := [_related(*place) for place in _places(finding)]:
        row["related_locations"] = related
    return row


def _range(finding: Finding) -> dict[str, Any]:
    first, last = (finding.lines[0], finding.lines[-1]) if finding.lines else ("", "")
    return {
        "start": _position(first, finding.line, finding.column),
        "end": _position(last, finding.end_line, finding.end_column),
    }


def _places(finding: Finding) -> list[tuple[str, str, int | None]]:
    places = [
        (placed(each), each.path, each.line if has_lines(each.spot) else None) for each in finding.related
    ]
    fact = finding.fact
    if fact and fact.place.line:
        places.append((f"the fact {fact.id}", fact.place.path, fact.place.line))
    return places


def _related(words: str, path: str, line: int | None) -> dict[str, Any]:
    location: dict[str, Any] = {"path": in_repository(path)}
    if line is not None:
        location["range"] = {"start": {"line": line}}
    return {"message": words, "location": location}


def _position(text: str, line: int, column: int) -> dict[str, int]:
    """A place as reviewdog counts: columns are bytes of UTF-8, from 1."""
    before = text[: column - 1]
    return {"line": line, "column": column + len(before.encode(errors="replace")) - len(before)}
