"""The report for a GitHub workflow: an annotation a finding, then the whole text for the job's log.

GitHub shows only the first annotations of a step, hence the text, and the job summary that
``linter.report.markdown`` makes.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from linter.plain import cell, plain
from linter.readers.unread import told as told_unread
from linter.report import Look, text
from linter.report.places import in_repository
from linter.report.where import has_lines, told
from linter.results import Finding, Report

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: Report, look: Look) -> str:
    lines = [_annotation(finding) for finding in report.findings]
    lines += [
        _command("error", each.error, file=in_repository(each.path), title="medlint could not check this")
        for each in report.unchecked
    ]
    if report.unread:
        lines.append(
            _command(
                "warning",
                f"{told_unread(report.unread)} cannot be read.",
                title="medlint did not read everything",
            )
        )
    whole = text.render(report, look)
    # Copy may hold what looks like a workflow command: let none of the text be read as one.
    token = sha256(whole.encode()).hexdigest()[:16]
    return "\n".join([*lines, f"::stop-commands::{token}", f"{whole}::{token}::", ""])


def _annotation(finding: Finding) -> str:
    place = {"file": in_repository(finding.path)}
    if has_lines(finding.spot):
        place |= {"line": str(finding.line), "endLine": str(finding.end_line)}
    if "line" in place and finding.line == finding.end_line:  # GitHub takes columns within one line only
        place |= {"col": str(finding.column), "endColumn": str(finding.end_column)}
    message = "\n".join(map(plain, _message(finding)))
    return _command(_LEVELS[finding.severity], message, **place, title=f"medlint {finding.rule}")


def _message(finding: Finding) -> Iterator[str]:
    yield told(finding)
    if finding.fact:
        yield f"Fact: {finding.fact.claim} [{finding.fact.id}]"
        for label, line in text.source_lines(finding.fact):
            yield f"{label.capitalize()}: {line}"


def _command(name: str, message: str, **properties: str) -> str:
    place = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {place}::{_data(message)}"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    value = "".join(char if char in "\r\n" else cell(char)[0] for char in value)
    return _data(value).replace(":", "%3A").replace(",", "%2C")
