"""The report as one JSON object, for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from linter.fixes.apply import count_fixable
from linter.model import Fact
from linter.patterns import Pattern
from linter.plain import plain
from linter.report import Look
from linter.report.fingerprint import fingerprint
from linter.report.summary import counts
from linter.report.where import keys
from linter.results import FigureRow, Finding, Related, Report, Unchecked, Unread

if TYPE_CHECKING:
    from linter.facts.examples import Outcome

VERSION = 1


def render(report: Report, look: Look) -> str:
    return dump(
        {
            "version": VERSION,
            "findings": [_finding(finding) for finding in report.findings],
            "unchecked": _unchecked(report.unchecked),
            "unread": _unread(report.unread),
            "baseline": _baseline(report),
            "facts_files": [{"path": use.path, "files": use.files} for use in report.facts],
            "summary": {
                "files": report.files,
                "figures": report.figures,
                "bound": report.bound,
                "known": report.known,
                "fixable": count_fixable(report.findings),
                "fixed": report.fixed,
                "other_language": report.foreign,
                **{f"{severity}s": n for severity, n in counts(report.findings).items()},
            },
        },
        look.ascii_only,
    )


def render_listing(
    rows: Iterable[tuple[str, str, str | None]],
    unchecked: Iterable[Unchecked],
    unread: Iterable[Unread],
    *,
    ascii_only: bool = False,
) -> str:
    """What would be read: path, reader and facts file of each draft."""
    return dump(
        {
            "version": VERSION,
            "files": [{"path": path, "reader": reader, "facts": facts} for path, reader, facts in rows],
            "unchecked": _unchecked(unchecked),
            "unread": _unread(unread),
        },
        ascii_only,
    )


def _unchecked(unchecked: Iterable[Unchecked]) -> list[dict[str, str]]:
    return [{"path": each.path, "error": each.error} for each in unchecked]


def _unread(unread: Iterable[Unread]) -> list[dict[str, Any]]:
    return [{"ending": each.ending, "files": each.files} for each in unread]


def render_figures(rows: Iterable[FigureRow], *, ascii_only: bool = False) -> str:
    return dump({"version": VERSION, "figures": [_placed(row) for row in rows]}, ascii_only)


def _placed(row: FigureRow | Related) -> dict[str, Any]:
    shown = asdict(row)
    del shown["spot"]
    return keys(shown, row.spot)


def render_examples(outcomes: Sequence[Outcome], *, ascii_only: bool = False) -> str:
    failed = sum(bool(outcome.happened) for outcome in outcomes)
    rows = [
        {
            "fact": outcome.fact,
            "kind": outcome.kind,
            "text": outcome.text,
            "path": outcome.place.path,
            "line": outcome.place.line,
            "column": outcome.place.column,
            "passed": not outcome.happened,
            "happened": outcome.happened,
            "why": list(outcome.why),
        }
        for outcome in outcomes
    ]
    summary = {"examples": len(rows), "passed": len(rows) - failed, "failed": failed}
    return dump({"version": VERSION, "examples": rows, "summary": summary}, ascii_only)


def dump(value: Any, ascii_only: bool) -> str:
    """``value`` as JSON: what is absent is null, and no string holds a line break or a control character.

    What would turn a line round on a screen, as the name of a draft may, is escaped.
    """
    text = json.dumps(_clean(value), ensure_ascii=ascii_only, indent=2)
    return _TURNS.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


_TURNS = Pattern(r"[\u202a-\u202e\u2066-\u2069]")
_CONTROL = Pattern(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return (plain(value) if _CONTROL.search(value) else value) or None
    if isinstance(value, dict):
        return {key: _clean(item) for key, item in value.items()}
    return [_clean(item) for item in value] if isinstance(value, list | tuple) else value


def _finding(finding: Finding) -> dict[str, Any]:
    fact = finding.fact
    row = {
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
        "related": [_placed(each) for each in finding.related],
        "fix": asdict(finding.fix) if finding.fix else None,
        "fingerprint": fingerprint(finding),
    }
    return keys(row, finding.spot)


def _baseline(report: Report) -> dict[str, Any] | None:
    """The known findings of a run, if it has any."""
    if report.baseline is None:
        return None
    return {"path": report.baseline, "known": report.known, "stale": list(report.stale)}


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
