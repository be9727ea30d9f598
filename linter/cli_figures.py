"""``medlint figures``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

import click

from linter.cli_desk import open_desk
from linter.cli_drafts import Wanted, run
from linter.cli_output import look, write
from linter.model import Document, FigureRow, Unchecked
from linter.report.summary import plural

if TYPE_CHECKING:
    from linter.engine import Engine

COLOURS = {"agrees": "green", "conflicts": "red", "unbound": "bright_black"}
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
    verbose: bool,
) -> int:
    """List the figures of drafts; 2 if a draft could not be read."""
    desk = open_desk(facts, config, today)
    if verbose:
        desk.listing = _with_rejected
    wanted = Wanted(paths, exclude, force_exclude, allow_empty, stdin_filename)
    outcomes, unchecked = run(desk, wanted, None, figures=True)
    rows: list[FigureRow] = sorted(
        (row for outcome in outcomes for row in outcome.rows),
        key=lambda row: (row.path, row.line, row.column, row.end),
    )
    appearance = look(color, output)
    if form == "json":
        from linter.report.json_report import render_figures

        write(render_figures(rows, ascii_only=appearance.ascii_only), output)
    else:
        write(_table(rows, appearance.colour), output, appearance.colour)
    complain(unchecked)
    return 2 if unchecked else 0


def _with_rejected(engine: Engine, document: Document) -> Iterable[FigureRow]:
    return engine.figures(document, verbose=True)


def complain(unchecked: list[Unchecked]) -> None:
    """Say which drafts could not be read."""
    for each in unchecked:
        click.echo(f"medlint: {each.path}: {each.error}", err=True)


_HEADS = ("PLACE", "TEXT", "READ AS", "ROLE")
_LAST = ("FACT", "VERDICT")


def _table(rows: list[FigureRow], colour: bool) -> str:
    """Aligned columns: place, the copy's words, how they were read, their part, the fact and the verdict."""
    from linter.plain import plain
    from linter.report.columns import align

    cells = [
        (
            f"{row.path}:{row.line}:{row.column}",
            _short(row.text),
            reading(row),
            row.role,
            row.fact or "-",
            row.verdict,
        )
        for row in rows
    ]
    tails = align([_LAST, *(each[4:] for each in cells)])
    lines = align([(*_HEADS, *_LAST), *cells])
    if colour:
        lines = [click.style(lines[0], bold=True)] + [
            line.removesuffix(tail) + click.style(tail, fg=COLOURS[row.verdict])
            for line, tail, row in zip(lines[1:], tails[1:], rows, strict=True)
        ]
    shown = [lines[0]]
    for line, row in zip(lines[1:], rows, strict=True):
        shown.append(line)
        if row.rejected:
            note = f"    not {plain(row.rejected)}"
            shown.append(click.style(note, dim=True) if colour else note)
    bound = sum(row.fact is not None for row in rows)
    verb = "is" if len(rows) == 1 else "are"
    total = f"{bound:,} of {plural(len(rows), 'figure')} {verb} bound to facts"
    return "\n".join([*shown, "", total] if rows else [total]) + "\n"


def reading(row: FigureRow) -> str:
    """A figure as medlint understood it: ``about 83 %``, ``40 to 50 %``."""
    amount = f"{row.low} to {row.high}" if row.low or row.high else row.value
    qualifier = "" if row.qualifier == "exact" else row.qualifier.replace("-", " ")
    return " ".join(part for part in (qualifier, amount, row.unit) if part)


def _short(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= _LONGEST else folded[: _LONGEST - 1] + "…"
