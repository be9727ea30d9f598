"""``medlint init``: the first two files of a desk."""

from __future__ import annotations

import os
from pathlib import Path

import click

from linter.cli_desk import shown
from linter.errors import InputError, Place, Problem

FACTS = """\
# What your desk has verified. medlint checks copy against this file.
# The least a fact needs is an id, a claim and a source; replace the example with your own.
version: 1

sources:
  physical-activity-guidelines:
    title: Physical Activity Guidelines for Americans, 2nd edition
    publisher: U.S. Department of Health and Human Services
    published: 2018
    aka: [HHS, the Physical Activity Guidelines]   # how copy names it

facts:
  adult-activity-minutes:
    claim: Adults should do at least 150 minutes of moderate-intensity physical activity a week.
    source: physical-activity-guidelines
    # require: [attribution]      # what copy must say with it: period, attribution, hedge
    # review_by: 2027-01-01       # when to look at the source again
"""

CONFIG_NAME = ".medlint.yaml"
CONFIG = """\
# How medlint checks this folder. Every line is optional. Each draft is held against the nearest facts.yaml, in its
# own folder or above.
fail-on: error                  # error, warning, info or never
# exclude: [archive/*.md]
# ignore: [unsourced-figure]    # rules or groups; `medlint explain` lists them
"""


def init(folder: str) -> int:
    """Write what is not there yet, and say what to do next."""
    for name, text in (("facts.yaml", FACTS), (CONFIG_NAME, CONFIG)):
        path = Path(folder, name)
        if (there := _there(path, name == CONFIG_NAME)) is not None:
            click.echo(f"{shown(there)} is there already and stays as it is")
            continue
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(text)
        except OSError as error:
            raise InputError(
                Problem(Place(str(path)), f"cannot be written: {error.strerror or error}")
            ) from None
        else:
            click.echo(f"wrote {path}")
    click.echo("Next: put your facts into facts.yaml, then run `medlint facts check` and `medlint check`.")
    return 0


def _there(path: Path, is_config: bool) -> Path | None:
    """The file that does what ``path`` would do: itself, its twin in .yml, and for settings one above."""
    above = path.absolute().parents if is_config else ()
    for folder in (path.parent, *above):
        for ending in (".yaml", ".yml"):
            if os.path.lexists(there := (folder / path.name).with_suffix(ending)):
                return there
    return None
