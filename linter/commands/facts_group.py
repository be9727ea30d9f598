"""``medlint facts``: its commands and their options. Each command imports what it needs."""

from __future__ import annotations

from datetime import date

import click

from linter.commands.options import Day, Group, color_option, facts_option, text_or_json


@click.group(cls=Group)
def facts() -> None:
    """Look after the facts themselves."""


@facts.command("check")
@click.argument("file", required=False, type=click.Path())
@facts_option
@text_or_json
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="error",
    show_default=True,
    help="Exit with 1 from this severity on.",
)
@click.option("--today", type=Day(), help="The date that staleness is judged by. Default: today.")
@click.option(
    "--retractions",
    metavar="FILE.csv",
    type=click.Path(),
    help="The Retraction Watch export: look the sources up in it, by DOI and PubMed number.",
)
@color_option
def facts_check(
    file: str | None,
    facts: str | None,
    form: str,
    fail_on: str,
    today: date | None,
    retractions: str | None,
    color: bool | None,
) -> int:
    """Report every mistake in the facts FILE, and what is doubtful: dates, sources, quotes, drafts, doubles.

    Without FILE, facts.yaml (or .yml) of this folder or the nearest above.

    With --retractions, also list the drafts that rest on a source of which there is a notice.

    Exit status: 0 nothing wrong, 1 something to look at, 2 facts that cannot be used.
    """
    from linter.commands.facts_check import check as run

    if file is not None and facts is not None:
        raise click.UsageError(f"two facts files: {file} and --facts {facts}. Name one.")
    return run(file or facts, form, fail_on, today, retractions, color)


@facts.command("list")
@facts_option
@text_or_json
@color_option
def facts_list(facts: str | None, form: str, color: bool | None) -> int:
    """List the facts, one a line."""
    from linter.commands.facts import list_facts

    return list_facts(facts, form, color)


@facts.command("show")
@click.argument("id")
@facts_option
@text_or_json
@color_option
def facts_show(id: str, facts: str | None, form: str, color: bool | None) -> int:
    """Show a fact, its source, and how its claim was read."""
    from linter.commands.facts import show

    return show(id, facts, form, color)


@facts.command("test")
@facts_option
@text_or_json
@color_option
def facts_test(facts: str | None, form: str, color: bool | None) -> int:
    """Run the examples that the facts carry.

    Exit status: 0 all as expected, 1 some not, 2 the facts could not be read.
    """
    from linter.commands.facts import test

    return test(facts, form, color)


@facts.command("where-used")
@click.argument("id", required=False)
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--source", metavar="ID", help="Every fact that rests on this source.")
@facts_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True
)
@color_option
def facts_where_used(
    id: str | None,
    paths: tuple[str, ...],
    source: str | None,
    facts: str | None,
    form: str,
    color: bool | None,
) -> int:
    """List every place where drafts state the fact ID, rightly or wrongly, in figures or in words.

    PATHS are files or folders; none means the current folder. With --source there is no ID.
    """
    from linter.commands.facts_uses import where_used

    if source is not None:
        return where_used(None, source, (*((id,) if id else ()), *paths), facts, form, color)
    if id is None:
        raise click.UsageError("name a fact, or a source with --source")
    return where_used(id, None, paths, facts, form, color)


@facts.command("verify")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@facts_option
@click.option("--pin", is_flag=True, help="Write down which copy of each source this was (sha256).")
@text_or_json
@color_option
def facts_verify(ids: tuple[str, ...], facts: str | None, pin: bool, form: str, color: bool | None) -> int:
    """Look for each fact's quote in the desk's copy of its source (file:).

    Exit status: 0 every quote is there, 1 one is not, or a copy is not what was pinned, 2 a copy cannot be read.
    """
    from linter.commands.verify import verify

    return verify(ids, facts, pin, form, color)


@facts.command("due")
@click.option(
    "--within", default="0d", metavar="DAYS", help="What comes due in so many days, too, such as 90d."
)
@click.option("--owner", metavar="NAME", help="Only what this person looks after.")
@facts_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "ics"]), default="text", show_default=True
)
@click.option("--today", type=Day(), help="The date that is judged by. Default: today.")
@color_option
def facts_due(
    within: str, owner: str | None, facts: str | None, form: str, today: date | None, color: bool | None
) -> int:
    """List what of the facts wants looking at, by owner: dates, old sources, unverified quotes, retractions.

    Exit status: 0, whatever is due; 2 the facts could not be read.
    """
    from linter.commands.due import due

    return due(within, owner, facts, form, today, color)


@facts.command("extract")
@click.argument("drafts", nargs=-1, required=True, type=click.Path())
@facts_option
@click.option(
    "-o", "--output", metavar="FILE", type=click.Path(), help="Write a new file instead of printing."
)
def facts_extract(drafts: tuple[str, ...], facts: str | None, output: str | None) -> int:
    """Propose facts from what DRAFTS claim and no fact covers: figures, statements and brand names.

    Each claim stands there once, with its places and with the drafts that disagree about it. All are drafts: verify
    each, and complete its source.
    """
    from linter.commands.extract import extract

    return extract(drafts, facts, output)


@facts.command("schema")
def facts_schema() -> int:
    """Print a JSON Schema of facts.yaml, for editors that complete and check YAML."""
    from linter.commands.facts import schema

    return schema()


_dry_run = click.option("--dry-run", is_flag=True, help="Only show what would be written.")


@facts.command("set")
@click.argument("id")
@click.argument("value")
@click.option("--source", required=True, metavar="ID", help="The source that says so, from sources:.")
@click.option("--as-of", type=click.IntRange(1800, 2200), metavar="YEAR", help="The year the value is for.")
@click.option("--period", default="", metavar="YEARS", help="The years its data cover, such as 2010–2016.")
@click.option("--quote", default="", metavar="TEXT", help="The source's own words.")
@click.option("--locator", default="", metavar="TEXT", help="Where in the source: a page, a table.")
@facts_option
@_dry_run
@click.option("--today", type=Day(), help="The day the old value ends on. Default: today.")
@color_option
def facts_set(
    id: str, value: str, source: str, as_of: int | None, period: str, quote: str, locator: str,
    facts: str | None, dry_run: bool, today: date | None, color: bool | None,
) -> int:  # fmt: skip
    """Give the fact ID another VALUE, in its claim too. The old one goes to superseded:.

    The facts file keeps its comments, its order and its form. Nothing is written if it was changed meanwhile.
    """
    from linter.commands.facts_change import set_fact
    from linter.facts.change import NewValue

    new = NewValue(value, source, as_of, period, quote, locator)
    return set_fact(id, new, facts, dry_run, today, color)


@facts.command("retire")
@click.argument("id")
@click.option("--why", required=True, metavar="TEXT", help="The reason, for whoever meets the fact later.")
@facts_option
@_dry_run
@color_option
def facts_retire(id: str, why: str, facts: str | None, dry_run: bool, color: bool | None) -> int:
    """Withdraw the fact ID: copy that states it gets withdrawn-fact from now on."""
    from linter.commands.facts_change import retire_fact

    return retire_fact(id, why, facts, dry_run, color)


@facts.command("rename")
@click.argument("old")
@click.argument("new")
@click.argument("paths", nargs=-1, type=click.Path())
@facts_option
@_dry_run
@color_option
def facts_rename(
    old: str, new: str, paths: tuple[str, ...], facts: str | None, dry_run: bool, color: bool | None
) -> int:
    """Give the fact OLD the id NEW, in the medlint comments of drafts too; or tell of a draft that moved.

    PATHS are where the drafts are; none means the current folder. If OLD is no fact but a path of appears_in:,
    that becomes NEW.
    """
    from linter.commands.facts_change import rename_fact

    return rename_fact(old, new, paths, facts, dry_run, color)
