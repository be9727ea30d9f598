"""``medlint figures --coverage``: how much of the copy is backed by verified facts, and what is not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

import click

from linter.plain import plain
from linter.report import Look
from linter.report.columns import align, fit
from linter.report.summary import plural
from linter.report.where import keys, where

if TYPE_CHECKING:
    from linter.facts.coverage import Claimed

_SHOWN = 10
"""Unbound figures that are named."""
_TOLD = {"conflicts": "in conflict"}
"""States that are no word to be counted."""
_LIKELY = 3
"""The weight from which a figure looks like a claim."""


def least_of(text: str | None) -> Fraction | None:
    """``80%`` as a part of one; UsageError for what is none."""
    if text is None:
        return None
    found = re.fullmatch(r"(\d{1,3}(?:\.\d+)?)\s*%?", text.strip())
    if found is None or Fraction(found[1]) > 100:
        raise click.BadParameter(f"{text!r} is no percentage: write one such as 80%", param_hint="--at-least")
    return Fraction(found[1]) / 100


def share(rows: Sequence[Claimed]) -> Fraction:
    """The part that is backed; all of nothing."""
    return Fraction(sum(row.state == "backed" for row in rows), len(rows)) if rows else Fraction(1)


def render(rows: Sequence[Claimed], form: str, appearance: Look) -> str:
    """By draft and in all; then what most wants a fact."""
    drafts = sorted({row.path for row in rows})
    if form == "json":
        from linter.report.json_report import VERSION, dump

        by_draft = [{"path": path, **_counts([r for r in rows if r.path == path])} for path in drafts]
        likely = [
            keys(
                {"path": r.path, "line": r.line, "column": r.column, "text": r.text, "sentence": r.sentence},
                r.spot,
            )
            for r in _likely(rows)
        ]
        report = {"version": VERSION, "drafts": by_draft, "unbound": likely, "summary": _counts(rows)}
        return dump(report, appearance.ascii_only)
    table = [_row(path, [r for r in rows if r.path == path]) for path in drafts]
    head, *lines = align([("DRAFT", "FIGURES", "BACKED", "SHARE", "WHY NOT"), *table, _row("all", rows)])
    likely_rows = _likely(rows)[:_SHOWN]
    named = [(where(r), r.text, r.sentence) for r in likely_rows]
    told = ["", "Unbound, and most like claims:", *fit(named, 2, appearance.room)] if named else []
    bold = click.style(head, bold=True) if appearance.colour else head
    return "\n".join([bold, *lines, *told]) + "\n"


def _row(name: str, rows: Sequence[Claimed]) -> tuple[str, ...]:
    lacking = Counter(row.state for row in rows if row.state != "backed")
    why = ", ".join(
        f"{count} {_TOLD.get(state, state)}"
        for state, count in sorted(lacking.items(), key=lambda kv: (-kv[1], kv[0]))
    )
    backed = sum(row.state == "backed" for row in rows)
    return plain(name), f"{len(rows):,}", f"{backed:,}", f"{_percent(share(rows))}%", why


def _percent(part: Fraction) -> int:
    """Rounded down: 99.6% is not all."""
    return int(part * 100)


def _likely(rows: Sequence[Claimed]) -> list[Claimed]:
    unbound = [row for row in rows if row.state == "unbound" and row.weight >= _LIKELY]
    return sorted(unbound, key=lambda r: (-r.weight, r.path, r.line, r.column))


def _counts(rows: Sequence[Claimed]) -> dict[str, object]:
    lacking = Counter(row.state for row in rows if row.state != "backed")
    backed = len(rows) - sum(lacking.values())
    return {
        "figures": len(rows),
        "backed": backed,
        "share": round(float(share(rows)), 4),
        "lacking": dict(sorted(lacking.items())),
    }


def verdict(rows: Sequence[Claimed], least: Fraction | None) -> int:
    """1 if less is backed than wanted."""
    if least is None or share(rows) >= least:
        return 0
    backed = sum(row.state == "backed" for row in rows)
    wanted = f"{float(least * 100):g}%"
    verb = "is" if len(rows) == 1 else "are"
    click.echo(
        f"medlint: {backed:,} of {plural(len(rows), 'figure')} {verb} backed, less than {wanted}", err=True
    )
    return 1
