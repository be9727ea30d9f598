"""``medlint facts``: check, test, list and show what the desk has verified, find its uses and candidates."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from pathlib import Path

import click

from linter.commands.output import look, write
from linter.errors import InputError, Place, Problem
from linter.facts.beside import beside
from linter.located_yaml import MISSING
from linter.model import Fact, FactsFile
from linter.patterns import Pattern
from linter.plain import plain
from linter.report import Look
from linter.report.columns import fit, wrapped
from linter.report.text import source_lines
from linter.run.desk import read_config
from linter.run.facts_files import FACTS, find_facts, load_usable


def facts_path(facts: str | None) -> str:
    """The facts file meant: the one named, the config's, or the nearest upward."""
    if facts:
        return facts
    config, _ = read_config(None)
    if config.facts:
        with config.naming():
            if not os.path.exists(config.facts):
                raise InputError(Problem(Place(config.facts), MISSING))
        return config.facts
    path = find_facts(os.getcwd())
    if path is not None and (twin := beside(path)) is not None:
        raise InputError(twin)
    if path is None:
        raise InputError(
            Problem(Place(str(Path.cwd())), f"there is no {FACTS} here or above; `medlint init` writes one")
        )
    return path


def _load(facts: str | None) -> FactsFile:
    from linter.facts.load import load

    return load(facts_path(facts))


def known(facts: FactsFile, id: str) -> Fact:
    """The fact of this id, which the desk must have."""
    if id in facts.facts:
        return facts.facts[id]
    close = get_close_matches(id, facts.facts, 1)
    hint = f"did you mean {close[0]}?" if close else "`medlint facts list` lists them all"
    raise InputError(Problem(Place(facts.path), f"there is no fact {id!r}; {hint}"))


def list_facts(facts: str | None, form: str, color: bool | None) -> int:
    loaded = _load(facts)
    appearance = look(color, None)
    if form == "json":
        from linter.report.facts_json import render_list

        write(render_list(loaded, ascii_only=appearance.ascii_only), None)
        return 0
    rows = [(fact.id, fact.status, plain(fact.claim), fact.source.id) for fact in loaded.facts.values()]
    head, *lines = fit([("ID", "STATUS", "CLAIM", "SOURCE"), *rows], 2, appearance.room)
    write("\n".join([_bold(head, appearance), *lines]) + "\n", None, appearance.colour)
    return 0


def show(id: str, facts: str | None, form: str, color: bool | None) -> int:
    """A fact as it is written and as medlint reads it."""
    from linter.engine import Engine, Settings
    from linter.rulebook.rules import load_rules

    loaded = _load(facts)
    fact = known(loaded, id)
    engine = Engine(loaded, load_rules(), Settings(today=date.today()))
    appearance = look(color, None)
    if form == "json":
        from linter.report.facts_json import render_show

        write(render_show(fact, engine.slots(id), ascii_only=appearance.ascii_only), None)
        return 0
    reading = engine.describe(id)
    lines = [
        _bold(f"{fact.id}", appearance) + f"  {fact.place}",
        *wrapped(fact.claim, appearance.width, "  "),
    ]
    for label, text in _written(fact):
        first, *rest = wrapped(text, appearance.width, " " * _LABEL)
        lines += [f"  {label:{_LABEL - 2}}{first[_LABEL:]}", *rest]
    lines += ["", _bold("How the claim was read", appearance), *_hung(reading, appearance.width)]
    write("\n".join(lines) + "\n", None, appearance.colour)
    return 0


_LABEL = 14
"""Width of the column of labels, its indent included."""


_HEAD = Pattern(r"(.*?\s{2,})?(.*)")


def _hung(reading: str, room: int) -> Iterator[str]:
    """Lines of a label and a text, indented; a long text goes on below itself."""
    for line in reading.splitlines():
        found = _HEAD.fullmatch(line)
        head, text = (found[1] or "", found[2]) if found else ("", line)
        indent = " " * (2 + len(head))
        first, *rest = wrapped(text, room, indent)
        yield f"  {head}{first[len(indent) :]}"
        yield from rest


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
        yield (
            "was once",
            old.value + (f" ({old.as_of or f'until {old.until}'})" if old.as_of or old.until else ""),
        )
    if fact.among:
        yield "not", ", ".join(answer for answer in fact.among if answer != fact.value)
    if fact.pair:
        yield "names", " is ".join(fact.pair)
    if fact.review_by:
        yield "review by", fact.review_by.isoformat()
    if fact.valid_until:
        yield "valid until", fact.valid_until.isoformat()
    if fact.status != "approved":
        yield "status", fact.status + (f": {fact.why}" if fact.why else "")
    if fact.owner:
        yield "owner", fact.owner
    if fact.appears_in:
        yield "appears in", ", ".join(fact.appears_in)


def test(facts: str | None, form: str, color: bool | None) -> int:
    """Run the examples of the facts; 1 if any turns out otherwise than the desk expects."""
    from linter.engine import Engine, Settings
    from linter.facts.examples import run as run_examples
    from linter.rulebook.rules import load_rules

    loaded = load_usable(facts_path(facts))
    outcomes = list(run_examples(Engine(loaded, load_rules(), Settings(today=date.today()))))
    appearance = look(color, None)
    if form == "json":
        from linter.report.json_report import render_examples

        write(render_examples(outcomes, ascii_only=appearance.ascii_only), None)
    else:
        from linter.report.examples import render

        write(render(outcomes, loaded.path, appearance), None, appearance.colour)
    return 1 if any(outcome.happened for outcome in outcomes) else 0


def schema() -> int:
    import json

    from linter.facts.schema import json_schema

    click.echo(json.dumps(json_schema(), indent=2))
    return 0


def _bold(text: str, appearance: Look) -> str:
    return click.style(text, bold=True) if appearance.colour else text
