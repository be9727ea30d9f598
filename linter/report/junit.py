"""The report as JUnit's XML, which most build servers read: a suite a draft, a case a finding."""

from __future__ import annotations

from itertools import groupby
from xml.etree import ElementTree as ET

from linter.plain import plain
from linter.report import Look, text
from linter.report.places import in_repository
from linter.report.summary import SEVERITIES
from linter.report.where import has_lines, named
from linter.results import Finding, Report, Unchecked

_NO_CHARACTERS = {0xFFFE: "·", 0xFFFF: "·"}
"""What XML cannot hold besides the controls that :func:`plain` shows as dots."""


def render(report: Report, look: Look) -> str:
    """A finding is a failure, but for notes; what could not be checked is an error."""
    found = {path: list(each) for path, each in groupby(report.findings, lambda finding: finding.path)}
    root = ET.Element("testsuites", name="medlint")
    for path in dict.fromkeys((*report.checked, *found)):
        _suite(root, path, found.get(path, []))
    for unchecked in report.unchecked:
        _unchecked(root, unchecked)
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, "unicode")}\n'


def _suite(root: ET.Element, path: str, findings: list[Finding]) -> None:
    failures = sum(finding.severity != SEVERITIES[-1] for finding in findings)
    suite = _add(root, "testsuite", name=in_repository(path), tests=str(max(1, len(findings))))
    suite.set("failures", str(failures))
    suite.set("errors", "0")
    for finding in findings:
        _case(suite, finding)
    if not findings:
        _add(suite, "testcase", name="nothing found", classname=in_repository(path))


def _case(suite: ET.Element, finding: Finding) -> None:
    path = in_repository(finding.path)
    column = f", column {finding.column}" if has_lines(finding.spot) else ""
    case = _add(
        suite, "testcase", name=f"{finding.rule}, {named(finding)}{column}", classname=path, file=path
    )
    if has_lines(finding.spot):
        case.set("line", str(finding.line))
    words = "\n".join(map(_safe, (finding.message, finding.sentence, *_evidence(finding))))
    if finding.severity == SEVERITIES[-1]:
        _add(case, "system-out").text = words
    else:
        kind = f"{finding.severity} {finding.rule}"
        _add(case, "failure", message=finding.message, type=kind).text = words


def _evidence(finding: Finding) -> list[str]:
    if not finding.fact:
        return []
    lines = [f"{label}: {line}" for label, line in text.source_lines(finding.fact)]
    return [f"fact {finding.fact.id}: {finding.fact.claim}", *lines]


def _unchecked(root: ET.Element, unchecked: Unchecked) -> None:
    path = in_repository(unchecked.path)
    suite = _add(root, "testsuite", name=path, tests="1", failures="0", errors="1")
    case = _add(suite, "testcase", name="not checked", classname=path, file=path)
    _add(case, "error", message=unchecked.error, type="not checked").text = _safe(unchecked.error)


def _add(parent: ET.Element, tag: str, **attributes: str) -> ET.Element:
    return ET.SubElement(parent, tag, {name: _safe(value) for name, value in attributes.items()})


def _safe(words: str) -> str:
    return plain(words).translate(_NO_CHARACTERS)
