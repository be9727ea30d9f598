"""docs/desk.md, from above: its files are written, its commands run in one folder, and their output is what it shows."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner
from content_repo import ROOT

from linter.cli import cli

PAGE = ROOT / "docs" / "desk.md"
_FENCE = re.compile(r"^```(\w+)(?: (\S+))?(?: after (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def run(command: str) -> str:
    """What a command prints, in this very process: the page has too many for a process each."""
    name, *args = shlex.split(command)
    if name == "mv":
        Path(args[0]).rename(args[1])
        return ""
    assert name == "medlint"
    result = CliRunner().invoke(cli, args, catch_exceptions=False)
    return result.stdout + result.stderr


def follow(folder: Path, page: str) -> list[tuple[str, str, str]]:
    """Each command of the page, what the page shows of it, and what it prints."""
    followed = []
    for kind, name, after, text in _FENCE.findall(page):
        if kind == "console":
            command, _, shown = text.removeprefix("$ ").partition("\n")
            followed.append((command, shown, run(command)))
            continue
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if after:
            head, found, rest = path.read_text(encoding="utf-8").partition(f"{after}\n")
            assert found, after
            text = head + found + text + rest
        path.write_text(text, encoding="utf-8")
    return followed


def test_the_page_shows_what_a_desk_sees(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)
    followed = follow(tmp_path, PAGE.read_text(encoding="utf-8"))
    for command, shown, printed in followed:
        assert printed == shown, command
    assert len(followed) == 18
