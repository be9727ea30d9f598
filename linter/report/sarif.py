"""The report as SARIF 2.1.0, which code scanning services and editors read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from linter import __version__
from linter.patterns import Pattern
from linter.plain import plain
from linter.report import Look, text
from linter.report.fingerprint import fingerprint
from linter.report.json_report import dump
from linter.report.places import uri
from linter.report.where import has_lines, placed, told
from linter.results import Finding, Related, Report
from linter.rulebook.rules import Rule, Rules, load_rules

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_LINK = Pattern(r"\[(?=[^\[\]]*\]\()")


def render(report: Report, look: Look, rules: Rules | None = None) -> str:
    """One run with its results, their rules, and what could not be checked as notifications."""
    found = {finding.rule for finding in report.findings}
    described = {name: rule for name, rule in (rules or load_rules()).items() if name in found}
    driver = {
        "name": "medlint",
        "version": __version__,
        "rules": [_rule(rule) for rule in described.values()],
    }
    number = {name: n for n, name in enumerate(described)}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": [_result(finding, number.get(finding.rule)) for finding in report.findings],
    }
    return dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, look.ascii_only)


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.name,
        "shortDescription": {"text": plain(rule.summary)},
        "fullDescription": {"text": plain(rule.meaning)},
        "help": {"text": _safe(f"{rule.meaning} Norm: {rule.norm}" if rule.norm else rule.meaning)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": ["medical-copy", rule.group]},
    }


def _invocation(report: Report) -> dict[str, Any]:
    told = [
        {"level": "error", "message": {"text": _safe(each.error)}, "locations": [_location(each.path)]}
        for each in report.unchecked
    ]
    if report.unread:
        endings = ", ".join(f"{each.files} ending in {each.ending}" for each in report.unread)
        told.append({"level": "warning", "message": {"text": _safe(f"Not read: {endings}")}})
    invocation: dict[str, Any] = {"executionSuccessful": not report.unchecked}
    return invocation | ({"toolExecutionNotifications": told} if told else {})


def _result(finding: Finding, number: int | None) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": _safe(" ".join(_words(finding)))},
        "locations": [_location(finding.path, _region(finding))],
        "partialFingerprints": {"medlintFinding/v1": fingerprint(finding)},
    }
    if number is not None:
        result["ruleIndex"] = number
    if related := list(_related(finding)):
        result["relatedLocations"] = related
    if finding.fix:
        result["fixes"] = [_fix(finding)]
    return result


def _words(finding: Finding) -> Iterator[str]:
    """The message, then the fact with its source: a viewer shows nothing else."""
    yield told(finding)
    if finding.fact:
        yield f"Fact {finding.fact.id}: {finding.fact.claim}"
        yield from (f"{label.capitalize()}: {line}" for label, line in text.source_lines(finding.fact))


def _region(each: Finding | Related) -> dict[str, int] | None:
    if not has_lines(each.spot):
        return None
    return {
        "startLine": each.line,
        "startColumn": each.column,
        "endLine": each.end_line,
        "endColumn": each.end_column,
    }


def _location(path: str, region: dict[str, int] | None = None, words: str = "") -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": uri(path)}}
    if region:
        place["region"] = region
    location: dict[str, Any] = {"physicalLocation": place}
    return location | ({"message": {"text": _safe(words)}} if words else {})


def _related(finding: Finding) -> Iterator[dict[str, Any]]:
    """The other place of the draft, and the line of the facts file."""
    for each in finding.related:
        yield _location(each.path, _region(each), placed(each))
    if finding.fact and finding.fact.place.line:
        place = finding.fact.place
        region = {"startLine": place.line, "startColumn": max(place.column, 1)}
        yield _location(place.path, region, f"the fact {finding.fact.id}")


def _fix(finding: Finding) -> dict[str, Any]:
    fix = finding.fix
    assert fix is not None
    region = {
        "startLine": fix.line,
        "startColumn": fix.column,
        "endLine": fix.line,
        "endColumn": fix.end_column,
    }
    replacement: dict[str, Any] = {"deletedRegion": region}
    if fix.replacement:
        replacement["insertedContent"] = {"text": fix.replacement}
    change = {"artifactLocation": {"uri": uri(finding.path)}, "replacements": [replacement]}
    return {"description": {"text": "the one right correction"}, "artifactChanges": [change]}


def _safe(words: str) -> str:
    """Text in which nothing is a link: SARIF's messages may hold ``[text](target)``."""
    return _LINK.sub(r"\\[", plain(words))
