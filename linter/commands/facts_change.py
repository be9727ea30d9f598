"""``medlint facts set``, ``retire`` and ``rename``: facts changed in place, and what then needs a look."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from datetime import date

import click

from linter.commands.facts import facts_path, known
from linter.commands.output import look, write
from linter.facts.change import NewValue, Rewriting, move_draft, rename, retire, set_value
from linter.facts.suppressed import renamed
from linter.facts.values import value_text
from linter.plain import cell, plain
from linter.report import Look
from linter.report.summary import plural
from linter.run.drafts import Wanted, find
from linter.run.facts_files import load_usable
from linter.whole_file import read_whole, write_whole


def set_fact(
    id: str, new: NewValue, facts: str | None, dry_run: bool, today: date | None, color: bool | None
) -> int:
    """Give a fact another value, and say what else still has the old one."""
    from linter.facts.concerns import concerns

    loaded = load_usable(facts_path(facts))
    fact = known(loaded, id)
    changed = set_value(loaded, fact, new, today or date.today())
    appearance = look(color, None)
    _show([changed], dry_run, appearance)
    found = concerns(changed.after, changed.after.sound, today or date.today())
    lines = [f"{plain(str(c.place))}: {c.severity}: {plain(c.message)}" for c in found if c.fact == id]
    if fact.quote and not changed.after.facts.facts[id].quote:
        lines.append(f"The words of {fact.source.id} went with it; give those of {new.source} with --quote.")
    verb = "would be" if dry_run else "is"
    lines.append(f"{id} {verb} {value_text(changed.after.facts.facts[id])}, and was {value_text(fact)}.")
    lines.append(f"Next: `medlint facts where-used {id}` lists the drafts that state it.")
    write("\n".join(lines) + "\n", None, appearance.colour)
    return 0


def retire_fact(id: str, why: str, facts: str | None, dry_run: bool, color: bool | None) -> int:
    """Withdraw a fact."""
    loaded = load_usable(facts_path(facts))
    changed = retire(loaded, known(loaded, id), why)
    _show([changed], dry_run, look(color, None))
    verb = "would be" if dry_run else "is"
    click.echo(
        f"{id} {verb} withdrawn. Next: `medlint facts where-used {id}` lists the drafts that state it."
    )
    return 0


def rename_fact(
    old: str, new: str, paths: Sequence[str], facts: str | None, dry_run: bool, color: bool | None
) -> int:
    """Give a fact another id, here and where drafts switch findings about it off; or a draft another path."""
    loaded = load_usable(facts_path(facts))
    if old not in loaded.facts:
        moved = move_draft(loaded, old, new)
        if moved:
            _show(moved, dry_run, look(color, None))
            return 0
    changed = rename(loaded, known(loaded, old), new)
    drafts, untouched = _suppressions(old, new, paths)
    # The facts come last: a run that was stopped between the files can be begun again.
    for path, before, after in () if dry_run else drafts:
        write_whole(path, after, instead_of=before)
    _show([changed], dry_run, look(color, None))
    verb = "would be" if dry_run else "is"
    also = f", and so in the comments of {plural(len(drafts), 'draft')}" if drafts else ""
    click.echo(f"{old} {verb} {new}{also}.")
    for path in untouched:
        click.echo(f"medlint: {plain(path)}: names {old} in a comment that medlint cannot change", err=True)
    return 2 if untouched else 0


def _suppressions(
    old: str, new: str, paths: Sequence[str]
) -> tuple[list[tuple[str, bytes, bytes]], list[str]]:
    """The drafts whose comments name a fact, with the bytes before and after; and those not to be changed."""
    from linter.errors import DraftError
    from linter.readers import read
    from linter.readers.decoding import encoding_of
    from linter.run.desk import open_desk

    drafts, untouched = [], []
    desk = open_desk(None, None, None)
    for path in find(desk, Wanted(tuple(paths), allow_empty=True)).drafts:
        data, reading = read_whole(path), desk.reading(path)
        if old.encode() not in data and b"\0" not in data:  # which UTF-16 and Word are full of
            continue
        try:
            document = read(path, data, reading)
        except DraftError:
            continue  # `check` says what is wrong with it
        after = renamed(document, old, new)
        if after is None:
            untouched.append(path)
        elif after != document.source:
            drafts.append((path, data, after.encode(encoding_of(data, reading.encoding))))
    return drafts, untouched


def _show(changed: Sequence[Rewriting], dry_run: bool, appearance: Look) -> None:
    """Save the files unless they are only to be shown, and print what is other in them."""
    for each in changed:
        if not dry_run:
            each.save()
    lines = []
    for each in changed:
        before, after = (text.decode("utf-8").splitlines() for text in (each.old, each.new))
        shown = list(difflib.unified_diff(before, after, each.path, each.path, n=0, lineterm=""))
        lines += [_coloured(line, appearance) for line in shown if line[:2] != "@@"]
    write("".join(f"{line}\n" for line in lines), None, appearance.colour)


def _coloured(line: str, appearance: Look) -> str:
    colour = {"+": "green", "-": "red"}.get(line[:1])
    return click.style(plain_line(line), fg=colour) if appearance.colour and colour else plain_line(line)


def plain_line(line: str) -> str:
    """A line of a file as it may be shown, its indentation kept."""
    stripped = line.lstrip("+- ")
    return line[: len(line) - len(stripped)] + "".join(cell(char)[0] for char in stripped)
