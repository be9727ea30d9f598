"""The options that several commands have."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

from linter.globs import ADVICE, is_glob
from linter.patterns import Pattern

_DATE = Pattern(r"\d{4}-\d{2}-\d{2}")
_Command = TypeVar("_Command", bound=Callable[..., Any])


class Group(click.Group):
    """A group whose help tells the first paragraph of each command's, to its end."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        commands = [(name, self.commands[name]) for name in self.list_commands(ctx)]
        told = [
            (name, " ".join((each.help or "").partition("\n\n")[0].split()))
            for name, each in commands
            if not each.hidden
        ]
        with formatter.section("Commands"):
            formatter.write_dl(told)


class Day(click.ParamType[date]):
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


def options(*options: Callable[[Any], Any]) -> Callable[[_Command], _Command]:
    def add(command: _Command) -> _Command:
        for option in reversed(options):
            command = option(command)
        return command

    return add


def names(_ctx: click.Context, _param: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.strip() for one in given for name in one.split(",") if name.strip())


def globs(_ctx: click.Context, _param: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    for glob in given:
        if not is_glob(glob):
            raise click.BadParameter(f'"{glob}" {ADVICE}')
    return given


def file_option(*names: str, help: str) -> Callable[[Any], Any]:
    return click.option(*names, metavar="FILE", type=click.Path(), help=help)


facts_option = file_option(
    "--facts", help="The facts to check against. Default: facts.yaml (or .yml), upward from each draft."
)
color_option = click.option("--color/--no-color", default=None, help="Default: colour on a terminal.")

of_drafts = options(
    click.argument("paths", nargs=-1, type=click.Path()),
    facts_option,
    file_option("--config", help="Default: .medlint.yaml or [tool.medlint] of pyproject.toml, upward."),
    click.option(
        "--exclude", multiple=True, callback=globs, metavar="GLOB", help="Leave these out (again for more)."
    ),
    click.option("--force-exclude", is_flag=True, help="Leave them out even if they are named outright."),
    click.option("--today", type=Day(), help="The date that staleness is judged by. Default: today."),
    color_option,
)

reading = options(
    of_drafts,
    click.option(
        "--stdin-filename", metavar="NAME", help="Read one draft from standard input, by this name."
    ),
    click.option("--allow-empty", is_flag=True, help="It is no mistake if there is no draft."),
    file_option("--output", help="Write there instead of to the terminal."),
)

picking_rules = options(
    click.option(
        "--select", multiple=True, callback=names, metavar="RULE", help="Only these rules or groups."
    ),
    click.option(
        "--ignore", multiple=True, callback=names, metavar="RULE", help="All but these rules or groups."
    ),
)

text_or_json = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
