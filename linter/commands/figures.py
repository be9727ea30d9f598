"""``medlint figures``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

import click

from linter.commands.output import look, write
from linter.language.figure import with_unit
from linter.model import Document
from linter.plain import plain
from linter.report import Look
from linter.report.columns import align, width, wrapped
from linter.report.summary import plural, unread_line
from linter.report.where import where, within
from linter.results import FigureRow, Unchecked
from linter.run.desk import open_desk
from linter.run.drafts import Wanted, find, run

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
    coverage: bool,
    at_least: str | None,
) -> int:
    """List the figures of drafts; 2 if a draft could not be read, 1 if fewer are backed than ``at_least``."""
    from linter.commands.coverage import least_of

    least = least_of(at_least)
    desk = open_desk(facts, config, today)
    if coverage or least is not None:
        from linter.facts.coverage import claimed

        desk.listing = claimed
    elif verbose:
        desk.listing = _with_rejected
    wanted = Wanted(paths, exclude, force_exclude, allow_empty, stdin_filename)
    found = find(desk, wanted)
    outcomes, unchecked = run(desk, wanted, None, figures=True, found=found)
    appearance = look(color, output)
    if coverage or least is not None:
        from linter.commands.coverage import render, verdict

        backed = [row for outcome in outcomes for row in outcome.rows]
        write(render(backed, form, appearance), output, appearance.colour)
        complain(unchecked)
        return 2 if unchecked else verdict(backed, least)
    rows: list[FigureRow] = sorted(
        (row for outcome in outcomes for row in outcome.rows),
        key=lambda row: (row.path, row.line, row.column, row.end),
    )
    if form == "json":
        from linter.report.json_report import render_figures

        write(render_figures(rows, ascii_only=appearance.ascii_only), output)
    else:
        write(_table(rows, appearance), output, appearance.colour)
    complain(unchecked)
    if unread := unread_line(found.unread):
        click.echo(f"medlint: {unread[0].lower()}{unread[1:]}", err=True)
    if foreign := sum(outcome.is_foreign for outcome in outcomes):
        click.echo(f"medlint: {plural(foreign, 'draft')} in another language, left alone", err=True)
    return 2 if unchecked else 0


def _with_rejected(engine: Engine, document: Document) -> Iterable[FigureRow]:
    return engine.figures(document, verbose=True)


def complain(unchecked: list[Unchecked]) -> None:
    """Say which drafts could not be read."""
    for each in unchecked:
        click.echo(plain(f"medlint: {each.path}: {each.error}"), err=True)


_HEADS = ("PLACE", "TEXT", "READ AS", "ROLE", "FACT", "VERDICT")


def _table(rows: list[FigureRow], appearance: Look) -> str:
    """Aligned columns: place, the copy's words, how they were read, their part, the fact and the verdict.

    On a terminal that is too narrow for them each draft is a heading, and places are lines and columns.
    """
    if not rows:
        return f"{_total(rows)}\n"
    cells = [
        (where(row), _short(row.text), reading(row), row.role, row.fact or "-", row.verdict)
        for row in rows
    ]  # fmt: skip
    lines = align([_HEADS, *cells])
    narrow = appearance.room is not None and max(map(width, lines)) > appearance.room
    gap = 2
    if narrow:
        cells = [(within(row), *cell[1:]) for row, cell in zip(rows, cells, strict=True)]
        gap = 2 if max(map(width, align([_HEADS, *cells]))) <= appearance.width else 1
        lines = align([_HEADS, *cells], gap)
    tails = align([_HEADS[-2:], *(cell[-2:] for cell in cells)], gap)[1:]
    shown = [_style(lines[0], appearance, bold=True)]
    path = ""
    for line, tail, row in zip(lines[1:], tails, rows, strict=True):
        if narrow and row.path != path:
            path = row.path
            shown.append(_style(plain(path), appearance, bold=True))
        shown.append(line.removesuffix(tail) + _style(tail, appearance, fg=COLOURS[row.verdict]))
        if row.rejected:
            shown += [_style(note, appearance, dim=True) for note in _rejected(row, appearance)]
    return "\n".join([*shown, "", _total(rows)]) + "\n"


def _total(rows: list[FigureRow]) -> str:
    """``4 of 9 figures are bound to facts; 5 more claim nothing``: as ``check`` counts them."""
    bound = sum(row.fact is not None for row in rows)
    claims = sum(row.role == "claim" or row.fact is not None for row in rows)
    line = f"{bound:,} of {plural(claims, 'figure')} {'is' if claims == 1 else 'are'} bound to facts"
    if idle := len(rows) - claims:
        line += f"; {idle:,} more {'claims' if idle == 1 else 'claim'} nothing (see ROLE)"
    return line


def _rejected(row: FigureRow, appearance: Look) -> list[str]:
    note = f"not {plain(row.rejected)}"
    return wrapped(note, appearance.room, "    ") if appearance.room else [f"    {note}"]


def _style(text: str, appearance: Look, **style: bool | str) -> str:
    return click.style(text, **style) if appearance.colour else text  # type: ignore[arg-type]


_DATED = ("year", "date", "period")


def reading(row: FigureRow) -> str:
    """A figure as medlint understood it: ``about 83%``, ``40 to 50%``."""
    amount = f"{row.low} to {row.high}" if row.low or row.high else row.value
    qualifier = "" if row.qualifier == "exact" else row.qualifier.replace("-", " ")
    unit = "" if row.role in _DATED else row.unit
    return f"{qualifier} {with_unit(amount, unit)}".strip()


def _short(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= _LONGEST else folded[: _LONGEST - 1] + "…"
