"""docs/desk.md, from above: its files are written, its commands run in one folder, and their output is what it shows."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from content_repo import ROOT, Run

PAGE = ROOT / "docs" / "desk.md"
_FENCE = re.compile(r"^```(\w+)(?: (\S+))?(?: after (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def follow(folder: Path, run: Run, page: str) -> list[tuple[str, str, str]]:
    """Each command of the page, what the page shows of it, and what it prints."""
    followed = []
    for kind, name, after, text in _FENCE.findall(page):
        if kind == "console":
            command, _, shown = text.removeprefix("$ ").partition("\n")
            result = run(folder, *shlex.split(command))
            followed.append((command, shown, result.stdout + result.stderr))
            continue
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if after:
            head, found, rest = path.read_text(encoding="utf-8").partition(f"{after}\n")
            assert found, after
            text = head + found + text + rest
        path.write_text(text, encoding="utf-8")
    return followed


def test_the_page_shows_what_a_desk_sees(tmp_path: Path, run: Run) -> None:
    followed = follow(tmp_path, run, PAGE.read_text(encoding="utf-8"))
    for command, shown, printed in followed:
        assert printed == shown, command
    assert len(followed) == 18
