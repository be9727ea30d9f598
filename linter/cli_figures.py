"""``medlint figures``."""

from __future__ import annotations

from datetime import date

import click

from linter.cli_desk import open_desk
from linter.cli_drafts import Wanted, run
from linter.cli_output import look, write
from linter.model import FigureRow, Unchecked
from linter.report.summary import plural

_COLOURS = {"agrees": "green", "conflicts": "red", "unbound": "bright_black"}
_LONGEST = 40


def figures(
    *,
    paths: tuple[str, ...],
    facts: str | None,
    config: str | None,
    form: str,
    output: str | None,
    today: date | None,
    stdin_filename: str | None,
    exclude: tuple[str, ...],
    force_exclude: bool,
    allow_empty: bool,
    color: bool | None,
) -> int:
    """List the figures of drafts; 2 if a draft could not be read."""
    desk = open_desk(facts, config, today)
    wanted = Wanted(paths, exclude, force_exclude, allow_empty, stdin_filename)
    outcomes, unchecked = run(desk, wanted, None, figures=True)
    rows = sorted(
        (row for outcome in outcomes for row in outcome.rows),
        key=lambda row: (row.path, row.line, row.column, row.end),
    )
    appearance = look(color, output)
    if form == "json":
        from linter.report.json_report import render_figures

        write(render_figures(rows, ascii_only=appearance.ascii_only), output)
    else:
        write(_table(rows, appearance.colour), output, appearance.colour)
    _complain(unchecked)
    return 2 if unchecked else 0


def _complain(unchecked: list[Unchecked]) -> None:
    for each in unchecked:
        click.echo(f"medlint: {each.path}: {each.error}", err=True)


def _table(rows: list[FigureRow], colour: bool) -> str:
    """Aligned columns: place, the copy's words, how they were read, the fact and the verdict."""
    from linter.report.columns import align

    cells = [
        (
            f"{row.path}:{row.line}:{row.column}",
            _short(row.text),
            row.kind,
            reading(row),
            row.fact or "-",
            row.verdict,
        )
        for row in rows
    ]
    heads = ("PLACE", "TEXT", "KIND", "READ AS", "FACT", "VERDICT")
    lines = align([heads, *cells])
    if colour:
        paints = ["", *(_COLOURS[row.verdict] for row in rows)]
        lines = [
            click.style(line, fg=paint) if paint else click.style(line, bold=True)
            for line, paint in zip(lines, paints, strict=True)
        ]
    bound = sum(row.fact is not None for row in rows)
    verb = "is" if len(rows) == 1 else "are"
    total = f"{bound:,} of {plural(len(rows), 'figure')} {verb} bound to facts"
    return "\n".join([*lines, "", total] if rows else [total]) + "\n"


def reading(row: FigureRow) -> str:
    """A figure as medlint understood it: ``about 83 %``, ``40 to 50 %``."""
    amount = f"{row.low} to {row.high}" if row.low or row.high else row.value
    qualifier = "" if row.qualifier == "exact" else row.qualifier.replace("-", " ")
    return " ".join(part for part in (qualifier, amount, row.unit) if part)


def _short(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= _LONGEST else folded[: _LONGEST - 1] + "…"
