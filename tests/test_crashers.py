"""Inputs that once ended in an internal error."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from linter.cli import cli

MANY = "9" * 400
SOURCES = "sources: {s: {title: T}}\n"
FACTS = 'facts: {a: {claim: "It is 5%.", source: s}}\n' + SOURCES
DRAFT = "The new report of 2012.\n"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(files: dict[str, str], *command: str) -> tuple[int, str]:
    for name, text in files.items():
        Path(name).write_text(text, encoding="utf-8")
    result = CliRunner().invoke(cli, command)
    assert "internal error" not in result.output
    return result.exit_code, result.output


@pytest.mark.parametrize(
    "draft",
    [
        f"About {MANY}.5% of people.",
        f"They took {MANY}.5 mg, 1 in {MANY}, or {MANY}–{MANY}.5 years.",
        f"{'9' * 5000} cases, 0.{'0' * 400}1%.",
        "Some 9999^40 and 10^40 × 10^40 cells.",
        "It was 1.2 in 10^-40.",
        "| Ward | Patients | Share |\n|---|---|---|\n| A | 0 | 0% |\n| B | 0 | 0% |\n| C | 0 | 0% |\n| Total | 0 | 100% |\n",
    ],
)
@pytest.mark.parametrize("facts", ["", FACTS])
def test_numbers_that_no_one_could_mean(draft: str, facts: str) -> None:
    files = {"a.md": draft, **({"facts.yaml": facts} if facts else {})}
    assert run(files, "check", "a.md", "--ignore", "conflict")[0] in (0, 1)
    assert run(files, "figures", "a.md")[0] == 0


@pytest.mark.parametrize(
    ("facts", "status", "said"),
    [
        (f"facts: {{a: {{claim: 'It is 5%.', value: 5%, source: s, tolerance: {MANY}:20}}}}\n", 2, "tolerance"),
        (f"facts: {{a: {{claim: 'It is 5%.', value: {'9' * 5000}:20, source: s}}}}\n", 2, "YAML reads"),
        ('facts: {a: {claim: "It \\0 is 5%.", source: s}}\n', 2, "facts.yaml:1:20: stands for a text with the control character U+0000: take it out"),
        ('facts: {"\\0": {claim: "It is 5%.", source: s}}\n', 2, "facts.yaml:1:9: stands for a text with the control character U+0000: take it out"),
        ('facts: {a: {claim: "?", source: s}}\n', 2, 'facts.yaml:1:20: fact a: claim: "?" says nothing: write the fact as one plain sentence'),
    ],
)  # fmt: skip
def test_facts(facts: str, status: int, said: str) -> None:
    got, output = run({"facts.yaml": facts + SOURCES, "a.md": DRAFT}, "check", "a.md")
    assert (got, said in output) == (status, True)


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ('facts: "a\\0b"', ".medlint.yaml:1:8: stands for a text with the control character U+0000: take it out"),
        ('exclude: ["!"]', '.medlint.yaml:1:11: exclude: entry 1: "!" is not a glob: write one such as old/** or news/*.md'),
        ('exclude: ["[z-a]"]', '.medlint.yaml:1:11: exclude: entry 1: "[z-a]" is not a glob: write one such as old/** or news/*.md'),
        ('per-path: [{paths: ["!"], ignore: [stale]}]', '.medlint.yaml:1:21: per-path: entry 1: paths: entry 1: "!" is not a glob: write one such as old/** or news/*.md'),
    ],
)  # fmt: skip
def test_config(config: str, said: str) -> None:
    assert run({".medlint.yaml": config, "a.md": DRAFT}, "check", "a.md") == (2, f"medlint: {said}\n")


def test_a_control_character_in_toml() -> None:
    files = {"pyproject.toml": '[tool.medlint]\nfacts = "a\\u0000b"\n', "a.md": DRAFT}
    said = "medlint: pyproject.toml:2:1: holds the control character U+0000: take it out\n"
    assert run(files, "check", "a.md") == (2, said)


def test_a_gitignore_with_a_pattern_that_is_none() -> None:
    Path(".git").mkdir()
    assert run({".gitignore": "[z-a]\n!\nb.md\n", "a.md": "Text.\n", "b.md": DRAFT}, "check", ".")[0] == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_name_that_is_no_text_in_a_written_report() -> None:
    try:
        Path(os.fsdecode(b"x\xff.md")).write_text(DRAFT)
    except OSError:
        pytest.skip("nor has this file system")
    config = {".medlint.yaml": "exclude: [old/]\nper-path: [{paths: [new/], ignore: [stale]}]\n"}
    assert run(config, "check", ".", "--output", "report.json", "--format", "json")[0] == 0
    assert Path("report.json").exists()
