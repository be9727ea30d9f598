"""CONTRIBUTING.md, followed to the letter: each recipe in a copy of the tree, by a newcomer who only copies."""

from __future__ import annotations

import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from content_repo import ROOT, Run

PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PARTS = ("linter", "rules", "tests", "facts.yaml", "pyproject.toml")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "labelled", "pages", "golden")
RECIPES = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
_BLOCK = re.compile(r"^(?P<lead>.+(?:\n.+)*)\n\n```\w+\n(?P<text>(?:.*\n)+?)```$", re.MULTILINE)
_LEADS = {
    "end": re.compile(r"At the end of `(?P<path>[^`]+)`:$"),
    "file": re.compile(r"A new file `(?P<path>[^`]+)`:$"),
    "place": re.compile(r"In `(?P<path>[^`]+)`, (?P<side>below|above|instead of) `(?P<line>[^`]+)`:$"),
    "run": re.compile(r"(?:Now|Then) `(?P<command>[^`]+)` prints:$"),
}
"""What the sentence above a block says of it."""
Step = tuple[str, dict[str, str], str]


def steps(recipe: str) -> Iterator[Step]:
    """What is to be done, in order: how, with what, and the block."""
    for block in _BLOCK.finditer(recipe):
        lead = block["lead"].replace("\n", " ")
        ((how, found),) = [(how, found) for how, lead_in in _LEADS.items() if (found := lead_in.search(lead))]
        yield how, found.groupdict(), block["text"]


def written(old: str, how: str, where: dict[str, str], text: str) -> str:
    """A file after one step."""
    if how == "file":
        return text
    if how == "end":
        return old + text
    line = where["line"] + "\n"
    assert old.count("\n" + line) == 1, where
    pair = {"below": line + text, "above": text + line, "instead of": text}
    return old.replace("\n" + line, "\n" + pair[where["side"]])


def as_shown(shown: str) -> re.Pattern[str]:
    """What is printed: the block, with anything at all for …"""
    return re.compile(".*".join(map(re.escape, shown.strip().split("…"))), re.DOTALL)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Whoever runs the tests keeps their own cache, which holds one lexicon at a time."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, tmp_path / part, ignore=LEFT_OUT)
        else:
            shutil.copy(ROOT / part, tmp_path / part)
    return tmp_path


@pytest.mark.parametrize("title", RECIPES)
def test_a_recipe(tree: Path, run: Run, cache: Path, title: str) -> None:
    around = {"PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1", "MEDLINT_CACHE_DIR": str(cache)}
    promised = 0
    for how, where, text in steps(RECIPES[title]):
        if how == "run":
            words = shlex.split(where["command"])
            words[:1] = [sys.executable] if words[0] == "python" else words[:1]
            result = run(tree, *words, **around)
            assert as_shown(text).fullmatch(result.stdout.strip()), result.stdout + result.stderr
            promised += 1
            continue
        path = tree / where["path"]
        assert path.exists() == (how != "file")
        path.parent.mkdir(exist_ok=True)
        old = path.read_text(encoding="utf-8") if how != "file" else ""
        path.write_text(written(old, how, where, text), encoding="utf-8")
    assert promised


def test_there_are_four() -> None:
    assert list(RECIPES) == ["A rule", "A reader", "A unit", "A family of words"]
    assert PAGE.count("```") // 2 - 1 == sum(1 for recipe in RECIPES.values() for _ in steps(recipe))
