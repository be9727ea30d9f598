"""The command ``medlint``: its options, and what every command does about mistakes.

Only click is imported here, so that help and errors come at once; each command imports what it needs.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, NoReturn

import click

from linter import __version__
from linter.commands.acts import Acts, acting
from linter.commands.facts_group import facts
from linter.commands.options import (
    Group,
    color_option,
    file_option,
    of_drafts,
    picking_rules,
    reading,
    text_or_json,
)
from linter.errors import InputError, internal_error
from linter.formats import FORMATS
from linter.plain import plain

FAILED = 2
INTERRUPTED = 130


class Medlint(Group):
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


@click.group(cls=Medlint, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="medlint %(version)s")
def cli() -> None:
    """Check medical copy against the facts that your desk has verified."""


cli.add_command(facts)


@cli.command()
@reading
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@acting
@picking_rules
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
@click.option(
    "--since-facts", metavar="REF", help="Take the values that facts had at a git ref for superseded ones."
)
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Processes for many drafts.")
@click.option("--no-cache", is_flag=True, help="Compile the lexicon afresh, and keep nothing.")
def check(no_cache: bool, **options: Any) -> int:
    """Find what in the drafts disagrees with the facts, lacks its caveats or is out of date.

    PATHS are files or folders; none means the current folder. Exit status: 0 nothing found, 1 findings,
    2 something could not be checked.
    """
    from linter import cache
    from linter.commands.check import check as run

    cache.enabled = not no_cache
    return run(acts=Acts.taken(options), **options)


@cli.command()
@of_drafts
@picking_rules
def watch(**options: Any) -> int:
    """Check drafts, and again whatever changes of them or their facts, until Ctrl-C.

    PATHS are files or folders; none means the current folder.
    """
    from linter.commands.watch import watch as run

    return run(**options)


@cli.command()
@reading
@text_or_json
@click.option(
    "--verbose", "-v", is_flag=True, help="Say which fact a figure comes nearest to, and why it is none."
)
@click.option("--coverage", is_flag=True, help="Count how many of them verified facts back, by draft.")
@click.option("--at-least", metavar="SHARE", help="With --coverage: exit with 1 if fewer are, such as 80%.")
def figures(**options: Any) -> int:
    """List every figure of the drafts, how it was read, and the fact it is bound to."""
    from linter.commands.figures import figures as run

    return run(**options)


@cli.command()
@click.argument("rule", required=False)
@file_option("--config", help="Explain the rules that this config adds as well.")
@color_option
def explain(rule: str | None, config: str | None, color: bool | None) -> int:
    """Say what a rule (or a group) looks for and why; without RULE, list them all."""
    from linter.commands.explain import explain as run

    return run(rule, config, color)


@cli.command()
@click.argument("folder", default=".", type=click.Path())
def init(folder: str) -> int:
    """Write what a content repository needs into FOLDER; existing files stay as they are.

    A first facts.yaml, .medlint.yaml, and at the top of a repository the commit hook and the job for GitHub.
    """
    from linter.commands.init import init as run

    return run(folder)


@cli.command()
@click.option("--stdio", is_flag=True, hidden=True, expose_value=False, help="As always; editors may add it.")
def lsp() -> int:
    """Serve an editor: findings as one types, facts under the pointer, corrections.

    Editors start this themselves, and speak the Language Server Protocol with it. See docs/editors.md.
    """
    from linter.commands.lsp import lsp as run

    return run()


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
