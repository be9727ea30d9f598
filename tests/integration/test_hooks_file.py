"""What .pre-commit-hooks.yaml promises, without running pre-commit."""

from __future__ import annotations

import re

import pytest
import yaml
from content_repo import ROOT

from linter.readers import SUFFIXES
from linter.readers.unread import unread_endings

WORD = [ending for ending, kind in unread_endings().items() if kind == "word"]

HOOKS = {
    hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
}


def test_there_are_two_hooks() -> None:
    assert list(HOOKS) == ["medlint", "medlint-facts"]
    assert HOOKS["medlint"]["require_serial"] is True
    assert HOOKS["medlint-facts"]["pass_filenames"] is False


@pytest.mark.parametrize("suffix", sorted([*SUFFIXES, *WORD]))
def test_every_kind_of_draft_reaches_the_hook(suffix: str) -> None:
    assert re.search(HOOKS["medlint"]["files"], f"articles/a{suffix}")
    assert re.search(HOOKS["medlint"]["files"], f"articles/A{suffix.upper()}")


@pytest.mark.parametrize("name", ["a/index.md.njk", "a.b/c.html.erb", "v1.2.txt.j2"])
def test_templates_reach_it_by_what_they_make(name: str) -> None:
    assert re.search(HOOKS["medlint"]["files"], name)


@pytest.mark.parametrize(
    "name",
    [
        "LICENSE",
        "README",
        "facts.yaml",
        "a.py",
        "md",
        "a.md.bak",
        "a.png",
        "site.css.njk",
        "a/b.yml.j2",
        "njk",
    ],
)
def test_other_files_do_not(name: str) -> None:
    assert not re.search(HOOKS["medlint"]["files"], name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("facts.yaml", True),
        ("content/facts.yml", True),
        ("facts-sarcoma.yaml", True),
        ("facts/sarcoma.yaml", True),
        (".medlint.yaml", True),
        ("content/.medlint.yml", True),
        ("articles/a.md", False),
        ("artifacts.yaml", False),
        ("mkdocs.yml", False),
    ],
)
def test_what_calls_for_a_check_of_every_draft(name: str, expected: bool) -> None:
    assert bool(re.search(HOOKS["medlint-facts"]["files"], name)) is expected
