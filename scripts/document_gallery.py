"""Writes docs/gallery.md and docs/gallery/: what medlint prints of the examples, printed by medlint.

python scripts/document_gallery.py            write the pages
python scripts/document_gallery.py --check    only compare: exit 1 and show the difference if there is one

Needs what pyproject.toml lists under ``docs``.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import dataclass
from difflib import unified_diff
from html import escape
from itertools import pairwise
from pathlib import Path
from textwrap import fill

from click.testing import CliRunner
from rich.style import Style
from rich.text import Text

from linter.cli import cli

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGE = "gallery.md"
TODAY = ("--today", "2026-06-01", "--no-cache")
"""What every check is run with besides, so that it finds the same on any day."""
WIDTH = "84"
STYLES = {"bold": "b", "dim": "d"}
COLOURS = {1: "red", 2: "green", 3: "yellow", 4: "blue", 6: "cyan"}
"""What docs/assets/site.css calls the terminal's styles, and its colours by their numbers."""


@dataclass(frozen=True)
class Sample:
    """One piece of output: a command as an editor types it, and how its output is shown."""

    title: str
    words: str
    command: str
    shown: str
    """``terminal`` for coloured text, the name of a file below docs/, or the language of a code block."""


SAMPLES = (
    Sample(
        "In the terminal",
        "Each finding has its place, what is wrong, the fact with its source, and why the sentence was taken for "
        "that fact. A note at the end says how many figures are tied to facts at all.",
        "medlint check examples/sarcoma/outlook.md",
        "terminal",
    ),
    Sample(
        "A page to mail or print",
        "One file without anything from the network: totals, findings by draft or by fact, and each draft's text "
        "with its figures marked.",
        "medlint check examples --format html --output report.html",
        "gallery/report.html",
    ),
    Sample(
        "A line a finding",
        "For editors that jump to a place, and for a quick look.",
        "medlint check examples/yarrow-fever --format concise",
        "text",
    ),
    Sample(
        "A comment in a pull request",
        "Markdown, with links to the facts and each source once.",
        "medlint check examples/sarcoma/treatment.html --select conflict --format markdown",
        "markdown",
    ),
    Sample(
        "Corrections",
        "Only what is beyond doubt is corrected. `--diff` shows it, `--fix` writes it.",
        "medlint check examples --diff",
        "diff",
    ),
    Sample(
        "For other programs",
        "One JSON object. [JSON](json.md) tells what each key holds.",
        "medlint check examples/sarcoma/treatment.html --select name-conflict --format json",
        "json",
    ),
    Sample(
        "Every figure, and what it was taken for",
        "What is not tied to a fact is not checked against one. This shows which figures those are.",
        "medlint figures examples/sarcoma/clean.md",
        "text",
    ),
    Sample(
        "How a fact is read",
        "Look here when a finding puzzles you.",
        "medlint facts show msts-survival-5y",
        "text",
    ),
)
INTRODUCTION = """\
<!-- Written by scripts/document_gallery.py, which runs the commands. Change that file, not this one. -->

# Gallery

All of this is printed by medlint itself, of the drafts in the folder `examples`. Their mistakes are there on
purpose; yarrow fever does not exist. Each command is as you would type it; here the day is 1 June 2026.
[Acting on findings](outputs.md) has every format."""


def files() -> dict[str, str]:
    """Every file by its name below docs/."""
    outputs = {sample: printed(sample) for sample in SAMPLES}
    page = "\n".join([INTRODUCTION, *(line for s in SAMPLES for line in _section(s, outputs[s]))]) + "\n"
    return {PAGE: page, **{s.shown: outputs[s] for s in SAMPLES if "/" in s.shown}}


def printed(sample: Sample) -> str:
    """What a sample's command prints.

    Raises:
        SystemExit: the command could not check.
    """
    arguments = sample.command.partition(" --output ")[0].split()[1:]
    if arguments[0] == "check":
        arguments += TODAY
    if sample.shown == "terminal":
        arguments.append("--color")
    ours = {name: None for name in os.environ if name.startswith(("GITHUB_", "GITLAB_", "CI"))}
    with chdir(ROOT):
        result = CliRunner().invoke(
            cli, arguments, env={**ours, "COLUMNS": WIDTH, "NO_COLOR": None}, color=True
        )
    if result.exit_code > 1:
        raise SystemExit(f"{sample.command}: {result.output}")
    return result.stdout


def _section(sample: Sample, output: str) -> Iterator[str]:
    yield from ("", f"## {sample.title}", "", fill(sample.words, 110), "", "```sh", sample.command, "```", "")
    if sample.shown == "terminal":
        yield f'<pre class="terminal" tabindex="0">{_coloured(output)}</pre>'
    elif "/" in sample.shown:
        yield f"[Open the page]({sample.shown}){{ .md-button target=_blank }}"
        yield ""
        yield f'<iframe class="report" src="{sample.shown}" title="{sample.title}" loading="lazy"></iframe>'
    else:
        yield from (f"```{sample.shown}", output.rstrip("\n"), "```")


def _coloured(output: str) -> str:
    """A terminal's text as HTML, its styles as classes."""
    text = Text.from_ansi(output.rstrip("\n"))
    edges = sorted({0, len(text.plain), *(edge for span in text.spans for edge in (span.start, span.end))})
    parts = []
    for start, end in pairwise(edges):
        styles = [span.style for span in text.spans if span.start <= start and end <= span.end]
        names = sorted({name for style in styles if isinstance(style, Style) for name in _names(style)})
        words = escape(text.plain[start:end], quote=False)
        parts.append(f'<span class="{" ".join(names)}">{words}</span>' if names else words)
    return "".join(parts)


def _names(style: Style) -> Iterator[str]:
    yield from (name for attribute, name in STYLES.items() if getattr(style, attribute))
    if style.color is not None and style.color.number is not None:
        yield COLOURS[style.color.number]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    check = parser.parse_args().check
    same = True
    for name, new in files().items():
        path = DOCS / name
        old = path.read_text(encoding="utf-8") if path.exists() else ""
        same &= old == new
        if check:
            lines = unified_diff(
                old.splitlines(True), new.splitlines(True), f"docs/{name}", "as it should be"
            )
            sys.stdout.writelines(lines)
        elif old != new:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(new, encoding="utf-8")
    if check and not same:
        print(
            "the gallery is not what medlint prints: run python scripts/document_gallery.py", file=sys.stderr
        )
    return int(check and not same)


if __name__ == "__main__":
    sys.exit(main())
