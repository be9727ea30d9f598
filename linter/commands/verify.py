"""``medlint facts verify``: is each quote in the desk's copy of its source?"""

from __future__ import annotations

from collections import defaultdict

import click

from linter.commands.facts import facts_path, known
from linter.commands.output import look, write
from linter.model import Fact, FactsFile
from linter.plain import plain
from linter.report import Look
from linter.report.columns import fit
from linter.report.summary import plural
from linter.run.facts_files import load_usable

_COLOURS = {"found": "green", "not found": "red", "unreadable": "red", "changed": "yellow"}


def verify(ids: tuple[str, ...], facts: str | None, pin: bool, form: str, color: bool | None) -> int:
    """2 if a copy cannot be read, 1 if a quote is not in its copy or the copy is another, else 0."""
    from linter.facts.provenance import Verified, changed
    from linter.facts.provenance import verify as look_for

    loaded = load_usable(facts_path(facts))
    chosen = [known(loaded, id) for id in ids] or list(loaded.facts.values())
    found = [look_for(fact) for fact in chosen if fact.status != "withdrawn"]
    if not pin:
        found = [
            Verified(each.fact, "changed", "the copy is not the one that was pinned")
            if each.outcome == "found" and changed(each.fact.source)
            else each
            for each in found
        ]
    outcomes = [each.outcome for each in found]
    appearance = look(color, None)
    if form == "json":
        from linter.report.facts_json import render_verified

        write(render_verified(found, ascii_only=appearance.ascii_only), None)
    else:
        rows = [(each.fact.id, each.outcome, each.told) for each in found]
        lines = [
            _styled(line, outcome, appearance)
            for line, outcome in zip(fit(rows, 2, appearance.room), outcomes, strict=True)
        ]
        counted = [f"{outcomes.count(name):,} {name}" for name in dict.fromkeys(outcomes)]
        write(
            "\n".join([*lines, "", f"{plural(len(found), 'fact')}: {', '.join(counted)}"]) + "\n",
            None,
            appearance.colour,
        )
    if pin:
        _pin(loaded, [each.fact for each in found if each.outcome == "found"], quiet=form == "json")
    return 2 if "unreadable" in outcomes else 1 if {"not found", "changed"} & set(outcomes) else 0


def _styled(line: str, outcome: str, appearance: Look) -> str:
    return click.style(line, fg=_COLOURS.get(outcome)) if appearance.colour else line


def _pin(loaded: FactsFile, verified: list[Fact], *, quiet: bool) -> None:
    """Write the digests of the copies that hold what was quoted, file by file."""
    from linter.facts.change import pin
    from linter.facts.originals import original, path_of

    by_file: dict[str, dict[str, str]] = defaultdict(dict)
    for fact in verified:
        digest = original(path_of(fact.source)).sha256
        if digest != fact.source.sha256:
            by_file[fact.source.place.path][fact.source.id] = digest
    for path, digests in by_file.items():
        pin(loaded, path, digests).save()
        if not quiet:
            click.echo(f"pinned in {plain(path)}: {', '.join(digests)}")
