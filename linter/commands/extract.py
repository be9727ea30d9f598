"""``medlint facts extract``: a first facts file from the drafts that a desk has."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from linter.commands.figures import complain
from linter.commands.output import write
from linter.errors import InputError, Place, Problem
from linter.model import Document
from linter.plain import plain
from linter.report.summary import plural
from linter.run.desk import Desk, open_desk
from linter.run.drafts import Wanted, run


def extract(drafts: tuple[str, ...], facts: str | None, output: str | None) -> int:
    """Print proposed facts, or write them to a new file; 2 if a draft could not be read."""
    from linter.facts.candidates import glean
    from linter.facts.gather import gather
    from linter.facts.skeleton import facts_file

    if output is not None and Path(output).exists():
        message = "is there already: name a new file, and move over what you want to keep"
        raise InputError(Problem(Place(output), message))
    desk = open_desk(facts, None, None)
    desk.listing = glean
    outcomes, unchecked = run(desk, Wanted(drafts), None, figures=True)
    gleaned = [each for outcome in sorted(outcomes, key=lambda o: o.path) for each in outcome.rows]
    taken = {id for outcome in outcomes if outcome.facts for id in _ids(desk, outcome.facts)}
    proposed = gather(gleaned, partial(_read, desk), taken, desk.rules, desk.settings)
    text = facts_file(proposed)
    if text:
        write(text, output)
    complain(unchecked)
    if not text and not unchecked:
        click.echo("medlint: nothing is claimed in these drafts that no fact covers", err=True)
    if text and output is not None:
        disputed = sum(bool(proposal.disputes) for proposal in proposed.proposals)
        told = f"; the drafts disagree about {disputed:,} of them" if disputed else ""
        click.echo(f"wrote {plain(output)}: {plural(len(proposed.proposals), 'proposed fact')}{told}")
        click.echo(
            f"Next: fill in the sources that begin with TODO, then run `medlint facts check --facts {plain(output)}`."
        )
    return 2 if unchecked else 0


def _ids(desk: Desk, facts: str) -> list[str]:
    loaded = desk.engine(facts).facts
    return list(loaded.facts) if loaded else []


def _read(desk: Desk, path: str) -> Document:
    from linter.readers import read

    return read(path, Path(path).read_bytes(), desk.reading(path))
