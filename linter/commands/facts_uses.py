"""``medlint facts where-used``: the places in drafts that state a fact, or rest on a source."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from difflib import get_close_matches
from functools import partial
from typing import TYPE_CHECKING

import click

from linter.commands.facts import facts_path, known
from linter.commands.figures import COLOURS, complain
from linter.commands.output import look, write
from linter.errors import InputError, Place, Problem
from linter.model import FactsFile
from linter.report import Look
from linter.report.columns import fit
from linter.report.summary import plural
from linter.report.where import called, has_lines, where
from linter.results import Unchecked
from linter.run.desk import open_desk
from linter.run.drafts import Wanted, run
from linter.run.facts_files import load_usable

if TYPE_CHECKING:
    from linter.facts.uses import Use

_COLUMNS = ("path", "line", "column", "fact", "verdict", "text", "sentence", "place")


def where_used(
    id: str | None, source: str | None, paths: tuple[str, ...], facts: str | None, form: str, color: bool | None
) -> int:  # fmt: skip
    """Every place where drafts state a fact, or one of a source's; 2 if a draft could not be read."""
    path = facts_path(facts)
    loaded = load_usable(path)
    ids = frozenset({known(loaded, id).id}) if id is not None else _of_source(loaded, source or "")
    found, unchecked = places(path, ids, Wanted(paths))
    appearance = look(color, None)
    if form == "json":
        from linter.report.facts_json import render_uses

        asked = {"fact": id} if source is None else {"fact": None, "source": source}
        write(render_uses(asked, found, unchecked, ascii_only=appearance.ascii_only), None)
    elif form == "csv":
        write(as_csv(found), None)
    else:
        total = _total(id or source or "", found, source is not None)
        lines = table(found, appearance, with_fact=source is not None)
        write("\n".join([*lines, *([""] if lines else []), total]) + "\n", None, appearance.colour)
    complain(unchecked)
    return 2 if unchecked else 0


def places(facts: str, ids: frozenset[str], wanted: Wanted) -> tuple[list[Use], list[Unchecked]]:
    """Where the drafts state any of the facts, by path and place; and the drafts that could not be read."""
    from linter.facts.uses import uses

    desk = open_desk(facts, None, None)
    desk.listing = partial(uses, facts=ids)
    outcomes, unchecked = run(desk, wanted, None, figures=True)
    rows: list[Use] = [use for outcome in outcomes for use in outcome.rows]
    return sorted(rows, key=lambda use: (use.path, use.line, use.column)), unchecked


def _of_source(facts: FactsFile, source: str) -> frozenset[str]:
    if source not in facts.sources:
        close = get_close_matches(source, facts.sources, 1)
        hint = f"did you mean {close[0]}?" if close else "`medlint facts list` shows them all"
        raise InputError(Problem(Place(facts.path), f"there is no source {source!r}; {hint}"))
    return frozenset(fact.id for fact in facts.facts.values() if fact.source.id == source)


def table(found: Sequence[Use], appearance: Look, *, with_fact: bool) -> list[str]:
    """A line or more a place: where, the fact if asked for, how, the words, the sentence."""
    cells = [(where(u), *((u.fact,) if with_fact else ()), u.verdict, u.text, u.sentence) for u in found]
    lines = fit(cells, 4 if with_fact else 3, appearance.room) if cells else []
    if not appearance.colour:
        return lines
    return [click.style(line, fg=COLOURS[use.verdict]) for line, use in zip(lines, found, strict=True)]


def _total(asked: str, found: Sequence[Use], is_source: bool) -> str:
    where = f"{plural(len(found), 'place')} in {plural(len({use.path for use in found}), 'draft')}"
    wrong = sum(use.verdict == "conflicts" for use in found)
    said = f"facts of {asked} are" if is_source else f"{asked} is"
    return f"{said} stated at {where}" + (f", at {wrong:,} of them wrongly" if wrong else "")


def as_csv(found: Sequence[Use]) -> str:
    """A worklist for a spreadsheet: a row a place, under the names of its columns."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows([_cell(value) for value in _row(use)] for use in found)
    return text.getvalue()


def _row(use: Use) -> tuple[object, ...]:
    line, column = (use.line, use.column) if has_lines(use.spot) else ("", "")
    place = called(use.spot) if use.spot else ""
    return use.path, line, column, use.fact, use.verdict, use.text, use.sentence, place


def _cell(value: object) -> object:
    """A text that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t") else value
