"""``medlint facts due``: what a desk has to look at, as a list, as JSON or as a calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

import click

from linter.commands.facts import facts_path
from linter.commands.output import look, write
from linter.plain import plain
from linter.report import Look
from linter.report.columns import fit
from linter.report.summary import plural
from linter.run.desk import read_config
from linter.run.facts_files import load_usable

if TYPE_CHECKING:
    from linter.facts.due import Due

_NOBODY = "nobody's"


def due(
    within: str, owner: str | None, facts: str | None, form: str, today: date | None, color: bool | None
) -> int:  # fmt: skip
    """Print what is due; 0, whatever it is."""
    from linter.facts.due import due as all_due

    days = re.fullmatch(r"(\d{1,5})d?", within)
    if days is None:
        raise click.BadParameter(
            f"{within!r} is no number of days: write one such as 90d", param_hint="--within"
        )
    now = today or date.today()
    loaded = load_usable(facts_path(facts))
    age = read_config(None)[0].max_source_age
    found = [
        each for each in all_due(loaded, now, timedelta(int(days[1])), age) if owner is None or owner in each.owner.split(", ")
    ]  # fmt: skip
    appearance = look(color, None)
    if form == "json":
        from linter.report.facts_json import render_due

        write(render_due(found, ascii_only=appearance.ascii_only), None)
    elif form == "ics":
        from linter.report.calendar import calendar

        write(calendar(found, now), None)
    else:
        write("\n".join(_lines(found, appearance)) + "\n", None, appearance.colour)
    return 0


def _lines(found: Sequence[Due], appearance: Look) -> Iterator[str]:
    """By owner, if any fact has one: the day, the fact or source, and what is to be done."""
    owners = sorted({each.owner for each in found}, key=lambda name: (not name, name))
    for owner in owners:
        if owners != [""]:
            yield (
                click.style(plain(owner) or _NOBODY, bold=True)
                if appearance.colour
                else plain(owner) or _NOBODY
            )
        mine = [each for each in found if each.owner == owner]
        rows = [(str(d.day) if d.day else "now", f"{d.noun} {d.id}", d.message, str(d.place)) for d in mine]
        for text, each in zip(fit(rows, 2, appearance.room), mine, strict=True):
            yield click.style(text, fg="red") if appearance.colour and each.day and each.overdue else text
        yield ""
    yield f"{plural(len(found), 'thing')} to look at" if found else "nothing is due"
