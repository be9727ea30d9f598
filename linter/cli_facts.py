"""``medlint facts``: check, list and show what the desk has verified."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from pathlib import Path

import click

from linter.cli_desk import FACTS, find_facts, read_config
from linter.cli_output import look, write
from linter.errors import InputError, Place, Problem
from linter.model import Fact, FactsFile
from linter.report import Look
from linter.report.columns import align, plain
from linter.report.summary import plural
from linter.report.text import source_lines


def _path(facts: str | None) -> str:
    """The facts file meant: the one named, the config's, or the nearest upward."""
    path = facts or read_config(None)[0].facts or find_facts(os.getcwd())
    if path is None:
        raise InputError(
            Problem(Place(str(Path.cwd())), f"there is no {FACTS} here or above; `medlint init` writes one")
        )
    return path


def _load(facts: str | None) -> FactsFile:
    from linter.facts.load import load

    return load(_path(facts))


def check(facts: str | None) -> int:
    """Every mistake in the facts; what cannot be loaded cannot be read for sense either."""
    from linter.engine import Engine

    loaded = _load(facts)
    problems = Engine.audit(loaded)
    if problems:
        raise InputError(*problems)
    sources = plural(len(loaded.sources), "source")
    click.echo(f"{loaded.path}: {plural(len(loaded.facts), 'fact')} from {sources}, no mistakes")
    return 0


def list_facts(facts: str | None, color: bool | None) -> int:
    loaded = _load(facts)
    rows = [(fact.id, fact.status, plain(fact.claim), fact.source.id) for fact in loaded.facts.values()]
    head, *lines = align([("ID", "STATUS", "CLAIM", "SOURCE"), *rows])
    appearance = look(color, None)
    write("\n".join([_bold(head, appearance), *lines]) + "\n", None, appearance.colour)
    return 0


def show(id: str, facts: str | None, color: bool | None) -> int:
    """A fact as it is written and as medlint reads it."""
    from linter.engine import Engine, Settings
    from linter.rules import load_rules

    loaded = _load(facts)
    fact = loaded.facts.get(id)
    if fact is None:
        close = get_close_matches(id, loaded.facts, 1)
        hint = f"did you mean {close[0]}?" if close else "`medlint facts list` lists them all"
        raise InputError(Problem(Place(loaded.path), f"there is no fact {id!r}; {hint}"))
    reading = Engine(loaded, load_rules(), Settings(today=date.today())).describe(id)
    appearance = look(color, None)
    lines = [_bold(f"{fact.id}", appearance) + f"  {fact.place}", f"  {plain(fact.claim)}"]
    lines += [f"  {label:12}{plain(text)}" for label, text in _written(fact)]
    lines += [
        "",
        _bold("How the claim was read", appearance),
        *(f"  {line}" for line in reading.splitlines()),
    ]
    write("\n".join(lines) + "\n", None, appearance.colour)
    return 0


def _written(fact: Fact) -> Iterator[tuple[str, str]]:
    """The keys of a fact that hold something, as an editor would say them."""
    yield from source_lines(fact)
    if fact.source.aka:
        yield "known as", ", ".join(fact.source.aka)
    if fact.value:
        yield "value", fact.value
    if fact.period:
        yield "data from", "–".join(map(str, fact.period))
    if fact.as_of:
        yield "as of", str(fact.as_of)
    if fact.tolerance:
        yield "tolerance", fact.tolerance
    if fact.require:
        yield "requires", ", ".join(fact.require)
    for caveat in fact.caveats:
        yield "caveat", f"{caveat.say} (in the same {caveat.within})"
    for old in fact.superseded:
        yield "was once", old.value + (f" ({old.as_of})" if old.as_of else "")
    if fact.among:
        yield "not", ", ".join(answer for answer in fact.among if answer != fact.value)
    if fact.pair:
        yield "names", " is ".join(fact.pair)
    if fact.review_by:
        yield "review by", fact.review_by.isoformat()
    if fact.valid_until:
        yield "valid until", fact.valid_until.isoformat()
    if fact.status != "approved":
        yield "status", fact.status
    if fact.appears_in:
        yield "appears in", ", ".join(fact.appears_in)


def schema() -> int:
    import json

    from linter.facts.schema import json_schema

    click.echo(json.dumps(json_schema(), indent=2))
    return 0


def _bold(text: str, appearance: Look) -> str:
    return click.style(text, bold=True) if appearance.colour else text
