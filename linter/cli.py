"""The command ``medlint``: its options, and what every command does about mistakes.

Only click is imported here, so that help and errors come at once; each command imports what it needs.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from typing import Any, NoReturn, TypeVar

import click

from linter import __version__
from linter.errors import InputError
from linter.globs import ADVICE, is_glob
from linter.patterns import Pattern
from linter.plain import plain

FAILED = 2
INTERRUPTED = 130
_DATE = Pattern(r"\d{4}-\d{2}-\d{2}")
_Command = TypeVar("_Command", bound=Callable[..., Any])


class Medlint(click.Group):
    """A group whose commands end with 0, 1 or 2 and one plain line, whatever goes wrong."""

    def main(self, args: Sequence[str] | None = None, *_: Any, **extra: Any) -> NoReturn:
        for stream in (sys.stdout, sys.stderr):
            # A terminal or pipe that is not UTF-8 shows "?" for what it lacks.
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")
        extra |= {"prog_name": "medlint", "standalone_mode": False}
        try:
            status = super().main(args, **extra)
        except InputError as error:
            click.echo("\n".join(plain(f"medlint: {problem}") for problem in error.problems), err=True)
            status = FAILED
        except click.ClickException as error:
            error.show()
            status = FAILED
        except (KeyboardInterrupt, click.Abort):
            status = INTERRUPTED
        except Exception as error:
            if os.environ.get("MEDLINT_DEBUG"):
                raise
            click.echo(f"medlint: {internal_error(error)}", err=True)
            status = FAILED
        sys.exit(status if isinstance(status, int) else 0)


def internal_error(error: Exception) -> str:
    """One line for a mistake that is medlint's own."""
    what = " ".join(str(error).split())
    kind = type(error).__name__
    return f"internal error, please report it ({kind}: {what}); MEDLINT_DEBUG=1 shows where"


class _Day(click.ParamType[date]):
    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            if not _DATE.fullmatch(value):
                raise ValueError
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a date like 2026-05-01", param, ctx)


def _options(*options: Callable[[Any], Any]) -> Callable[[_Command], _Command]:
    def add(command: _Command) -> _Command:
        for option in reversed(options):
            command = option(command)
        return command

    return add


def _names(_ctx: click.Context, _param: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.strip() for one in given for name in one.split(",") if name.strip())


def _globs(_ctx: click.Context, _param: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    for glob in given:
        if not is_glob(glob):
            raise click.BadParameter(f'"{glob}" {ADVICE}')
    return given


def _file(*names: str, help: str) -> Callable[[Any], Any]:
    return click.option(*names, metavar="FILE", type=click.Path(), help=help)


_facts_option = _file(
    "--facts", help="The facts to check against. Default: facts.yaml (or .yml), upward from each draft."
)
_color = click.option("--color/--no-color", default=None, help="Default: colour on a terminal.")

_reading = _options(
    click.argument("paths", nargs=-1, type=click.Path()),
    _facts_option,
    _file("--config", help="Default: .medlint.yaml or [tool.medlint] of pyproject.toml, upward."),
    click.option(
        "--stdin-filename", metavar="NAME", help="Read one draft from standard input, by this name."
    ),
    click.option(
        "--exclude", multiple=True, callback=_globs, metavar="GLOB", help="Leave these out (again for more)."
    ),
    click.option("--force-exclude", is_flag=True, help="Leave them out even if they are named outright."),
    click.option("--allow-empty", is_flag=True, help="It is no mistake if there is no draft."),
    click.option("--today", type=_Day(), help="The date that staleness is judged by. Default: today."),
    _file("--output", help="Write there instead of to the terminal."),
    _color,
)

_text_or_json = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)


@click.group(
    cls=Medlint,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="medlint %(version)s")
def cli() -> None:
    """Check medical copy against the facts that your desk has verified."""


@cli.command()
@_reading
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "concise", "json", "github"]),
    default="text",
    show_default=True,
)
@click.option("--select", multiple=True, callback=_names, metavar="RULE", help="Only these rules or groups.")
@click.option(
    "--ignore", multiple=True, callback=_names, metavar="RULE", help="All but these rules or groups."
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    help="Exit with 1 from this severity on.  [default: error]",
)
@click.option("--quiet", "-q", is_flag=True, help="Findings only, no summary.")
@click.option("--verbose", "-v", is_flag=True, help="Say which facts and settings each draft is read with.")
@click.option("--statistics", is_flag=True, help="Only count the findings of each rule.")
@click.option("--files", is_flag=True, help="Only list the drafts, the reader and the facts of each.")
@click.option(
    "--fail-on-unread", is_flag=True, help="Exit with 2 if a folder holds documents that cannot be read."
)
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Processes for many drafts.")
@click.option("--no-cache", is_flag=True, help="Compile the lexicon afresh, and keep nothing.")
def check(no_cache: bool, **options: Any) -> int:
    """Find what in the drafts disagrees with the facts, lacks its caveats or is out of date.

    PATHS are files or folders; none means the current folder. Exit status: 0 nothing found, 1 findings,
    2 something could not be checked.
    """
    from linter import cache
    from linter.cli_check import check as run

    cache.enabled = not no_cache
    return run(**options)


@cli.command()
@_reading
@_text_or_json
@click.option(
    "--verbose", "-v", is_flag=True, help="Say which fact a figure comes nearest to, and why it is none."
)
def figures(**options: Any) -> int:
    """List every figure of the drafts, how it was read, and the fact it is bound to."""
    from linter.cli_figures import figures as run

    return run(**options)


@cli.group()
def facts() -> None:
    """Look after the facts themselves."""


@facts.command("check")
@_facts_option
@_text_or_json
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="error",
    show_default=True,
    help="Exit with 1 from this severity on.",
)
@click.option("--today", type=_Day(), help="The date that staleness is judged by. Default: today.")
@_color
def facts_check(facts: str | None, form: str, fail_on: str, today: date | None, color: bool | None) -> int:
    """Report every mistake in the facts file, and what is doubtful: dates, sources, drafts, doubles.

    Exit status: 0 nothing wrong, 1 something to look at, 2 facts that cannot be used.
    """
    from linter.cli_facts_check import check as run

    return run(facts, form, fail_on, today, color)


@facts.command("list")
@_facts_option
@_text_or_json
@_color
def facts_list(facts: str | None, form: str, color: bool | None) -> int:
    """List the facts, one a line."""
    from linter.cli_facts import list_facts

    return list_facts(facts, form, color)


@facts.command("show")
@click.argument("id")
@_facts_option
@_text_or_json
@_color
def facts_show(id: str, facts: str | None, form: str, color: bool | None) -> int:
    """Show a fact, its source, and how its claim was read."""
    from linter.cli_facts import show

    return show(id, facts, form, color)


@facts.command("test")
@_facts_option
@_text_or_json
@_color
def facts_test(facts: str | None, form: str, color: bool | None) -> int:
    """Run the examples that the facts carry.

    Exit status: 0 all as expected, 1 some not, 2 the facts could not be read.
    """
    from linter.cli_facts import test

    return test(facts, form, color)


@facts.command("where-used")
@click.argument("id")
@click.argument("paths", nargs=-1, type=click.Path())
@_facts_option
@_text_or_json
@_color
def facts_where_used(
    id: str, paths: tuple[str, ...], facts: str | None, form: str, color: bool | None
) -> int:
    """List every place where drafts state the fact ID, rightly or wrongly.

    PATHS are files or folders; none means the current folder.
    """
    from linter.cli_facts import where_used

    return where_used(id, paths, facts, form, color)


@facts.command("extract")
@click.argument("drafts", nargs=-1, required=True, type=click.Path())
@_facts_option
@click.option(
    "-o", "--output", metavar="FILE", type=click.Path(), help="Write a new file instead of printing."
)
def facts_extract(drafts: tuple[str, ...], facts: str | None, output: str | None) -> int:
    """Propose facts from what DRAFTS claim and no fact covers: figures, statements and brand names.

    Each claim stands there once, with its places and with the drafts that disagree about it. All are drafts: verify
    each, and complete its source.
    """
    from linter.cli_extract import extract

    return extract(drafts, facts, output)


@facts.command("schema")
def facts_schema() -> int:
    """Print a JSON Schema of facts.yaml, for editors that complete and check YAML."""
    from linter.cli_facts import schema

    return schema()


@cli.command()
@click.argument("rule", required=False)
@_file("--config", help="Explain the rules that this config adds as well.")
@_color
def explain(rule: str | None, config: str | None, color: bool | None) -> int:
    """Say what a rule (or a group) looks for and why; without RULE, list them all."""
    from linter.explain import explain as run

    return run(rule, config, color)


@cli.command()
@click.argument("folder", default=".", type=click.Path())
def init(folder: str) -> int:
    """Write a first facts.yaml and .medlint.yaml into FOLDER; existing files stay as they are."""
    from linter.init import init as run

    return run(folder)


def main() -> NoReturn:
    # Start-up makes many objects and no garbage: collecting it costs a hook more than it frees.
    gc.set_threshold(200_000, 20, 20)
    try:
        cli.main()
    except SystemExit as done:
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):  # a reader that left needs no more of it
                if stream is not None:
                    stream.flush()
        # Taking spaCy down object by object costs a fifth of a second, for nothing.
        os._exit(done.code if isinstance(done.code, int) else 0)
    raise AssertionError("the command always exits")


if __name__ == "__main__":
    main()
