"""The command around the engine. A stand-in for the engine finds 80% wherever a fact says 83%."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from click.testing import CliRunner, Result

from linter.cli import cli
from linter.errors import InputError, Place, Problem
from linter.model import Document, FactsFile
from linter.results import FigureRow, Finding
from linter.rulebook.rules import Rules

FACTS = "version: 1\nsources: {a: {title: T}}\nfacts:\n  lung: {claim: It is 83%., source: a}\n"


@dataclass(frozen=True)
class Settings:
    today: date
    recent_years: int = 3
    max_source_age: int = 10
    micrograms: str = ""


@dataclass(frozen=True)
class DocumentResult:
    findings: list[Finding]
    figures: int
    bound: int
    claims: list[object]
    rows: tuple[FigureRow, ...] = ()


class Engine:
    def __init__(self, facts: FactsFile | None, rules: Rules, settings: Settings) -> None:
        self.facts, self.rules, self.settings = facts, rules, settings
        if facts and "broken" in facts.facts:
            raise InputError(Problem(Place(facts.path, 4, 3), "broken: the claim has no figure"))

    def check(self, document: Document, *, figures: bool = False) -> DocumentResult:
        if "CRASH" in document.source:
            raise RuntimeError("one\ntwo")
        found = []
        if self.facts:
            found = self._all(document, "80%", "value-conflict", "This says 80%; the fact is 83%.")
        found += self._all(document, "2019", "relative-time", f"Today is {self.settings.today}.")
        return DocumentResult(found[::-1], document.source.count("%"), len(found), [])

    def _all(self, document: Document, text: str, rule: str, message: str) -> list[Finding]:
        found = []
        start = document.source.find(text)
        while start >= 0:
            line, column = document.place(start)
            end = start + len(text)
            found.append(
                Finding(
                    document.path, start, end, line, column, line, column + len(text), rule,
                    self.rules[rule].group, self.rules[rule].severity, message, lines=(document.line_text(line),),
                )
            )  # fmt: skip
            start = document.source.find(text, end)
        return found

    def figures(self, document: Document) -> list[FigureRow]:
        return [
            FigureRow(
                document.path, each.start, each.end, each.line, each.column, each.line, each.end_column,
                "80%", "percent", "80", "", "", "%", "about", "claim", "lung", "conflicts",
            )
            for each in self._all(document, "80%", "value-conflict", "")
        ]  # fmt: skip

    def describe(self, fact_id: str) -> str:
        return "percent 83\nsubject lung"

    @staticmethod
    def audit(facts: FactsFile) -> list[Problem]:
        return [Problem(Place(facts.path, 4, 3), "odd: it is")] if "odd" in facts.facts else []


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, the stand-in engine, no colours."""
    module = ModuleType("linter.engine")
    module.__dict__.update(Engine=Engine, Settings=Settings, DocumentResult=DocumentResult)
    monkeypatch.setitem(sys.modules, "linter.engine", module)
    monkeypatch.chdir(tmp_path)
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "MEDLINT_DEBUG", "GITHUB_WORKSPACE"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def write(desk: Path) -> Callable[..., None]:
    def make(**files: str) -> None:
        """Writes files; ``a__md`` stands for ``a.md`` and ``x___a__md`` for ``x/a.md``."""
        for name, text in files.items():
            path = desk / name.replace("___", "/").replace("__", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    return make


def medlint(*args: str, **more: Any) -> Result:
    return CliRunner().invoke(cli, args, catch_exceptions=False, **more)


def findings(result: Result) -> list[str]:
    return [
        f"{f['path']}:{f['line']}:{f['column']} {f['rule']}" for f in json.loads(result.stdout)["findings"]
    ]


Write = Callable[..., None]


# -- exit statuses ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("draft", "args", "status"),
    [
        ("It is 83%.", [], 0),
        ("It is 80%.", [], 1),
        ("It is 80%.", ["--fail-on", "never"], 0),
        ("It is 80%.", ["--ignore", "conflict"], 0),
        ("It is 80%.", ["--select", "stale"], 0),
        ("A recent 2019 study.", [], 0),
        ("A recent 2019 study.", ["--fail-on", "warning"], 1),
        ("A recent 2019 study.", ["--fail-on", "info"], 1),
        ("It is 80%.", ["--fail-on", "sometimes"], 2),
        ("It is 80%.", ["--no-such-option"], 2),
        ("It is 80%.", ["--select", "valu-conflict"], 2),
        ("It is 80%.", ["--today", "tomorrow"], 2),
        ("It is 80%.", ["--today", "20260101"], 2),
        ("It is 80%.", ["--today", "2026-02-30"], 2),
        ("It is 80%.", ["--facts", "none.yaml"], 2),
        ("It is 80%.", ["--config", "none.yaml"], 2),
        ("It is 80%.", ["--jobs", "0"], 2),
        ("It is 80%.", ["--output", "no/such/folder"], 2),
        ("It is 80%.", ["gone.md"], 2),
        ("It is 80%.", ["--stdin-filename", "x.md", "a.md"], 2),
        ("It is 80%.", ["--exclude", "a.md"], 2),
        ("It is 80%.", ["--exclude", "a.md", "--allow-empty"], 0),
        ("It is 80%.", ["--no-cache", "--jobs", "2", "--verbose"], 1),
        ("CRASH 83%", [], 2),
    ],
)
def test_exit_status(write: Write, draft: str, args: list[str], status: int) -> None:
    write(facts__yaml=FACTS, a__md=draft)
    result = medlint("check", *args)
    assert result.exit_code == status
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (
            ["--select", "valu-conflict"],
            "medlint: --select: there is no rule or group called 'valu-conflict'; did you mean value-conflict?\n",
        ),
        (["--facts", "none.yaml"], "medlint: none.yaml: does not exist: check the name and the folder\n"),
        (
            ["--output", "no/such/folder"],
            "medlint: no/such/folder: cannot be written: No such file or directory\n",
        ),
        (
            ["--exclude", "*.md"],
            "medlint: .: there is no draft here to check (--allow-empty accepts that)\n",
        ),
    ],
)
def test_one_line_says_what_is_wrong(write: Write, args: list[str], message: str) -> None:
    write(facts__yaml=FACTS, a__md="It is 80%.")
    assert medlint("check", *args).stderr == message


def test_a_draft_that_cannot_be_read_does_not_stop_the_others(write: Write, desk: Path) -> None:
    write(facts__yaml=FACTS, a__md="It is 80%.", c__md="It is 80%.")
    (desk / "b.md").write_bytes(b"\x00\x01\x02\xff" * 100)
    result = medlint("check", "a.md", "b.md", "c.md", "gone.md", "--format", "json")
    assert result.exit_code == 2
    assert findings(result) == ["a.md:1:7 value-conflict", "c.md:1:7 value-conflict"]
    report = json.loads(result.stdout)
    assert [each["path"] for each in report["unchecked"]] == ["b.md", "gone.md"]
    assert report["summary"]["files"] == 2


def test_front_matter_that_cannot_be_read_is_told_and_the_rest_checked(write: Write, desk: Path) -> None:
    write(facts__yaml=FACTS, a__md="---\ntitle: [\n---\nIt is 80%.", b__md="It is 80%.")
    (desk / "c.docx").touch()
    why = "has front matter that is not valid YAML (line 3, column 1: did not find expected node content): mend it; the rest is checked"
    empty = "is an empty file, not a Word document: open it in Word and save it as a Word Document (.docx)"
    result = medlint("check", "--format", "json")
    assert result.exit_code == 2
    assert findings(result) == ["a.md:4:7 value-conflict", "b.md:1:7 value-conflict"]
    unchecked = [{"path": "a.md", "error": why}, {"path": "c.docx", "error": empty}]
    assert json.loads(result.stdout)["unchecked"] == unchecked
    text = medlint("check").stdout
    assert f"a.md: not checked: {why}\nc.docx: not checked: {empty}\n" in text
    assert "2 errors, 0 warnings in 2 drafts (1 not checked, 1 only in part); " in text
    figures = medlint("figures")
    assert (figures.exit_code, figures.stderr) == (2, f"medlint: a.md: {why}\nmedlint: c.docx: {empty}\n")


@pytest.mark.parametrize("command", ["check", "figures", "facts where-used lung", "facts extract"])
def test_a_name_of_no_characters(write: Write, command: str) -> None:
    write(facts__yaml=FACTS, a__md="It is 80%.")
    result = medlint(*command.split(), "", "a.md")
    assert result.exit_code == 2
    assert '"": ' in result.stdout + result.stderr
    assert "there is no such file or folder" in result.stdout + result.stderr


def test_a_mistake_of_ours_is_told_in_a_line_and_the_rest_goes_on(write: Write) -> None:
    write(facts__yaml=FACTS, a__md="CRASH", b__md="It is 80%.")
    result = medlint("check", "--quiet")
    assert result.exit_code == 2
    assert "b.md:1:7 error value-conflict" in result.stdout
    assert (
        "a.md: not checked: internal error, please report it (RuntimeError: one two); MEDLINT_DEBUG=1 shows where\n"
        in result.stdout
    )


def test_a_mistake_of_ours_shows_its_place_when_asked(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write(a__md="CRASH")
    monkeypatch.setenv("MEDLINT_DEBUG", "1")
    with pytest.raises(RuntimeError, match="one"):
        medlint("check")


def test_ctrl_c_is_quiet(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    write(a__md="x")
    monkeypatch.setattr(Engine, "check", stop)
    result = medlint("check")
    assert (result.exit_code, result.output.strip()) == (130, "")


# -- what was not read ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("args", "status"),
    [
        ([], 0),
        (["--fail-on-unread"], 2),
        (["--fail-on-unread", "--exclude", "*.pug,*.pdf"], 2),
        (["--fail-on-unread", "--exclude", "*.pug", "--exclude", "*.pdf"], 0),
        (["--fail-on-unread", "a.md"], 0),
        (["--fail-on-unread", "--fail-on", "never"], 2),
        (["a.md", "x/1.pug"], 2),
        (["x/1.pug", "."], 2),
        (["--files"], 0),
        (["--files", "--fail-on-unread"], 2),
        (["--files", "x/1.pug"], 2),
        (["--files", "gone.md"], 2),
    ],
)
def test_status_of_what_was_not_read(write: Write, args: list[str], status: int) -> None:
    write(a__md="83%", x___1__pug="80%", x___2__pug="80%", b__pdf="", c__png="")
    assert medlint("check", *args).exit_code == status


def test_what_was_not_read_is_counted(write: Write) -> None:
    write(facts__yaml=FACTS, a__md="83%", x___1__pug="80%", x___2__pug="80%", b__pdf="", c__png="")
    assert medlint("check").stdout == (
        "0 errors, 0 warnings in 1 draft; 0 of 1 figure is bound to facts\n"
        "Not read: 2 files ending in .pug, 1 ending in .pdf\n"
        "Facts from facts.yaml\n"
    )
    report = json.loads(medlint("check", "--format", "json").stdout)
    assert report["unread"] == [{"ending": ".pug", "files": 2}, {"ending": ".pdf", "files": 1}]
    assert report["unchecked"] == []
    assert report["facts_files"] == [{"path": "facts.yaml", "files": 1}]
    assert medlint("figures").stderr == "medlint: not read: 2 files ending in .pug, 1 ending in .pdf\n"


def test_a_folder_of_nothing_else_is_not_checked(write: Write) -> None:
    write(x___1__pug="80%", x___2__pug="80%")
    result = medlint("check", "x")
    assert (result.exit_code, result.stderr) == (
        2,
        "medlint: x: there is no draft here to check: 2 files ending in .pug cannot be read "
        "(--allow-empty accepts that)\n",
    )


def test_an_empty_draft_is_no_mistake(write: Write) -> None:
    write(a__md="", b__txt=" \n", c__html="\ufeff")
    result = medlint("check", "--format", "json")
    assert result.exit_code == 0
    report = json.loads(result.stdout)
    assert (report["unchecked"], report["findings"], report["summary"]["files"]) == ([], [], 3)


OWN = "group: desk\nrules: [{name: house-style, severity: error, summary: S, meaning: M, norm: N, message: x, check: trailing_zero}]\n"
SPANISH = "El riesgo es de 2019: un 80% de los casos, según el registro, y no hay más."


def test_another_language_is_left_alone_and_said(write: Write) -> None:
    write(
        facts__yaml=FACTS,
        a__md=SPANISH,
        b__md=f"# The risk\n\nThe risk is 80%, and it was said before.\n\n{SPANISH}\n",
        c__html=f'<html lang="es"><h1>80%</h1><p>{SPANISH}</p></html>',
    )
    result = medlint("check", "--verbose")
    assert " in 3 drafts (2 in another language, left alone); " in result.stdout
    told = [line.split(": ", 1)[1].rpartition("; ")[::2] for line in result.stderr.splitlines()[1:]]
    assert [(path.partition(":")[0], last) for path, last in told] == [
        ("a.md", "1 block left out as Spanish"),
        ("b.md", "1 block left out as Spanish"),
        ("c.html", "2 blocks left out as Spanish"),
    ]
    report = json.loads(medlint("check", "--format", "json").stdout)
    assert (report["summary"]["files"], report["summary"]["other_language"]) == (3, 2)
    assert medlint("figures").stderr == "medlint: 2 drafts in another language, left alone\n"


def test_files_lists_what_would_be_read(write: Write) -> None:
    write(
        facts__yaml=FACTS, a__md="CRASH", x___facts__yml=FACTS, x___b__html="CRASH", x___c__pdf="", d__txt=""
    )
    assert medlint("check", "--files", ".", "x/c.pdf").stdout == (
        "DRAFT     READER    FACTS\n"
        "a.md      markdown  facts.yaml\n"
        "d.txt     text      facts.yaml\n"
        "x/b.html  html      x/facts.yml\n"
        "x/c.pdf: not checked: PDF files cannot be read: check the text they were made from, as Word (.docx), "
        "Markdown (.md), HTML (.html) or plain text (.txt)\n"
        "\n"
        "3 drafts would be checked\n"
    )
    assert medlint("check", "--files", "--quiet", "a.md").stdout == (
        "DRAFT  READER    FACTS\na.md   markdown  facts.yaml\n"
    )
    assert json.loads(medlint("check", "--files", "--format", "json", "x").stdout) == {
        "version": 1,
        "files": [{"path": "x/b.html", "reader": "html", "facts": "x/facts.yml"}],
        "unchecked": [],
        "unread": [{"ending": ".pdf", "files": 1}],
    }


# -- facts and config -------------------------------------------------------------------------


def test_each_draft_has_the_nearest_facts(write: Write) -> None:
    write(
        facts__yaml=FACTS,
        a__md="80%",
        x___b__md="80%",
        x___facts__yaml=FACTS.replace("lung", "lung-b"),
        x___y___c__md="80%",
    )
    result = medlint("check", "--verbose")
    told = [line for line in result.stderr.splitlines() if "facts in" in line]
    assert told == [
        "medlint: a.md: facts in facts.yaml; 1 of 1 figure bound to facts",
        "medlint: x/b.md: facts in x/facts.yaml; 1 of 1 figure bound to facts",
        "medlint: x/y/c.md: facts in x/facts.yaml; 1 of 1 figure bound to facts",
    ]


TWINS = "medlint: {0}facts.yml: stands beside facts.yaml, and only one of them can be read: join them in facts.yaml\n"


def test_the_other_ending_is_read_too(write: Write) -> None:
    write(facts__yml=FACTS, a__md="80%", x___facts__yaml=FACTS, x___b__md="80%")
    Path(".medlint.yml").write_text("ignore: [conflict]\n", encoding="utf-8")
    result = medlint("check", "--verbose")
    assert result.exit_code == 0
    assert "a.md: facts in facts.yml;" in result.stderr
    assert "Facts from facts.yml (1 draft) and x/facts.yaml (1 draft)\n" in result.stdout
    assert medlint("facts", "check").stdout == "facts.yml: 1 fact from 1 source, no mistakes\n"


def test_two_facts_files_side_by_side(write: Write) -> None:
    write(facts__yaml=FACTS, facts__yml=FACTS, a__md="80%")
    for command in (["check"], ["figures"], ["facts", "check"], ["facts", "list"], ["check", "--files"]):
        result = medlint(*command)
        assert (result.exit_code, result.stderr) == (2, TWINS.format("")), command
    assert medlint("check", "--facts", "facts.yml").exit_code == 1, "named outright, it is no guess"


def test_two_facts_files_side_by_side_leave_other_folders(write: Write) -> None:
    write(facts__yaml=FACTS, a__md="80%", x___facts__yaml=FACTS, x___facts__yml=FACTS, x___b__md="80%")
    result = medlint("check", "--format", "json")
    assert (result.exit_code, result.stderr) == (2, TWINS.format("x/"))
    assert findings(result) == ["a.md:1:1 value-conflict"]
    assert [each["path"] for each in json.loads(result.stdout)["unchecked"]] == ["x/b.md"]


def test_two_configs_side_by_side(write: Write) -> None:
    write(a__md="80%")
    for name in (".medlint.yaml", ".medlint.yml"):
        Path(name).write_text("ignore: [conflict]\n", encoding="utf-8")
    result = medlint("check")
    assert (result.exit_code, result.stderr) == (
        2,
        "medlint: .medlint.yml: stands beside .medlint.yaml, and only one of them can be read: "
        "join them in .medlint.yaml\n",
    )


def test_without_facts_the_other_rules_run(write: Write) -> None:
    write(a__md="A recent 2019 study found 80%. <!-- medlint-ignore value-conflict: quoted -->")
    result = medlint("check", "--format", "json", "--today", "2026-05-01")
    assert findings(result) == ["a.md:1:10 relative-time"]
    assert json.loads(result.stdout)["findings"][0]["message"] == "Today is 2026-05-01."


def test_broken_facts_stop_a_run(write: Write) -> None:
    write(facts__yaml=FACTS.replace("lung", "broken"), a__md="80%")
    result = medlint("check")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "medlint: facts.yaml:4:3: broken: the claim has no figure\n"


def test_facts_that_make_no_sense_stop_a_run(write: Write) -> None:
    write(facts__yaml=FACTS.replace("lung", "odd"), a__md="80%")
    result = medlint("check")
    assert (result.exit_code, result.stdout, result.stderr) == (
        2,
        "",
        "medlint: facts.yaml:4:3: odd: it is\n",
    )


def test_broken_facts_of_one_folder_leave_the_others(write: Write) -> None:
    write(facts__yaml=FACTS, a__md="80%", x___facts__yaml=FACTS.replace("lung", "broken"), x___b__md="80%")
    result = medlint("check", "--format", "json")
    assert result.exit_code == 2
    assert findings(result) == ["a.md:1:1 value-conflict"]
    assert json.loads(result.stdout)["unchecked"] == [
        {"path": "x/b.md", "error": "its facts have mistakes: x/facts.yaml"}
    ]
    assert result.stderr == "medlint: x/facts.yaml:4:3: broken: the claim has no figure\n"


@pytest.mark.parametrize(
    ("config", "args", "status", "rules"),
    [
        ("ignore: [relative-time]", [], 1, ["value-conflict"]),
        ("select: [stale]", [], 0, ["relative-time"]),
        ("select: [stale]", ["--select", "conflict"], 1, ["value-conflict"]),
        ("ignore: [conflict]", ["--ignore", "stale"], 1, ["value-conflict"]),
        ("fail-on: warning\nselect: [stale]", [], 1, ["relative-time"]),
        ("fail-on: warning\nselect: [stale]", ["--fail-on", "error"], 0, ["relative-time"]),
        ("severity: {value-conflict: info}", [], 0, ["relative-time", "value-conflict"]),
        ("severity: {conflict: warning, stale: error}", [], 1, ["relative-time", "value-conflict"]),
        ("per-path: [{paths: [a.md], ignore: [stale]}]", [], 1, ["value-conflict"]),
        ("per-path: [{paths: [b.md], ignore: [stale]}]", [], 1, ["relative-time", "value-conflict"]),
        ("per-path: [{paths: ['*.md'], select: [stale]}]", [], 0, ["relative-time"]),
        ("per-path: [{paths: ['*.md'], ignore: [stale]}]", ["--select", "stale"], 0, ["relative-time"]),
        ("exclude: [a.md]", ["--allow-empty"], 0, []),
        ("rules: [own.yaml]\nselect: [house-style]", [], 0, []),
        ("facts: other.yaml", [], 1, ["relative-time", "value-conflict"]),
    ],
)
def test_config(write: Write, config: str, args: list[str], status: int, rules: list[str]) -> None:
    write(facts__yaml=FACTS, other__yaml=FACTS, own__yaml=OWN, a__md="2019: 80%")
    Path(".medlint.yaml").write_text(config, encoding="utf-8")
    result = medlint("check", "--format", "json", *args)
    assert result.exit_code == status
    assert sorted(each["rule"] for each in json.loads(result.stdout)["findings"]) == rules


@pytest.mark.parametrize("glob", ["[z-a]", "!", "#a.md", ""])
def test_a_glob_that_is_none(write: Write, glob: str) -> None:
    write(a__md="It is 80%.")
    result = medlint("check", "--exclude", glob)
    said = f"Error: Invalid value for '--exclude': \"{glob}\" is not a glob: write one such as old/** or news/*.md\n"
    assert (result.exit_code, result.stderr.endswith(said)) == (2, True)


def test_globs_count_from_the_config_and_from_here(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write(x___a__md="80%", x___b__md="80%", x___y___c__md="80%", x___y___d__md="80%")
    Path(".medlint.yaml").write_text("exclude: [x/a.md, d.md]", encoding="utf-8")
    monkeypatch.chdir("x")
    told = medlint("check", "--verbose", "--exclude", "y/c.md").stderr
    assert [line.split(":")[1].strip() for line in told.splitlines()[1:]] == ["b.md"]
    told = medlint("check", "--verbose", "--exclude", "c.md").stderr
    assert [line.split(":")[1].strip() for line in told.splitlines()[1:]] == ["b.md"]


def test_a_mistake_in_the_config_is_located(write: Write) -> None:
    write(a__md="x")
    Path(".medlint.yaml").write_text("ignore: [relative-tim]\n", encoding="utf-8")
    result = medlint("check")
    assert result.exit_code == 2
    assert result.stderr.startswith("medlint: .medlint.yaml:1:10: ")


# -- output -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command", ["check", "figures", "facts check", "facts list", "facts where-used x", "check --files"]
)
@pytest.mark.parametrize(
    ("name", "config", "message"),
    [
        (".medlint.yaml", "facts: nope.yaml\n", "1:8: facts: nope.yaml does not exist: check the name and the folder"),
        (".medlint.yaml", "rules:\n  - own.yaml\n  - nope.yaml\n", "3:5: rules: nope.yaml does not exist: check the name and the folder"),
        ("pyproject.toml", "[tool.medlint]\nfacts = 'x/nope.yaml'\n", "2:1: facts: x/nope.yaml does not exist: check the name and the folder"),
    ],
)  # fmt: skip
def test_a_file_that_the_config_names_and_nobody_has(
    write: Write, command: str, name: str, config: str, message: str
) -> None:
    write(own__yaml=OWN, a__md="It is 80%.")
    Path(name).write_text(config, encoding="utf-8")
    result = medlint(*command.split())
    assert (result.exit_code, result.stderr) == (2, f"medlint: {name}:{message}\n")


def test_facts_named_outright_take_the_place_of_those_of_the_config(write: Write) -> None:
    write(own__yaml=FACTS, a__md="It is 80%.")
    Path(".medlint.yaml").write_text("facts: nope.yaml\n", encoding="utf-8")
    assert medlint("check", "--facts", "own.yaml").exit_code == 1
    result = medlint("check", "--facts", "gone.yaml")
    said = "medlint: gone.yaml: does not exist: check the name and the folder\n"
    assert (result.exit_code, result.stderr) == (2, said)


def test_findings_come_by_path_line_column_and_rule(write: Write) -> None:
    write(facts__yaml=FACTS, b__md="80%", a__md="x\n80% 2019 80%\n", a_b__md="80%")
    result = medlint("check", "b.md", "a.md", "a_b.md", "--format", "json")
    assert findings(result) == [
        "a.md:2:1 value-conflict",
        "a.md:2:5 relative-time",
        "a.md:2:10 value-conflict",
        "a_b.md:1:1 value-conflict",
        "b.md:1:1 value-conflict",
    ]


def test_many_drafts_in_several_processes_come_in_the_same_order(write: Write) -> None:
    write(facts__yaml=FACTS, **{f"d{i:03}__md": f"It is 80% of {i}." for i in range(70)})
    one, two = (medlint("check", "--format", "json", "--jobs", n) for n in "12")
    assert one.exit_code == two.exit_code == 1
    assert one.stdout == two.stdout
    assert len(findings(one)) == 70


def test_standard_input_goes_by_its_name(write: Write) -> None:
    write(x___facts__yaml=FACTS)
    result = medlint("check", "--stdin-filename", "x/new.md", "--format", "json", input="Um 80 % – 80%")
    assert result.exit_code == 1
    assert findings(result) == ["x/new.md:1:11 value-conflict"]


def test_text_is_the_default(write: Write) -> None:
    write(facts__yaml=FACTS, a__md="It is 80%.\n")
    assert medlint("check").stdout == (
        "a.md:1:7 error value-conflict\n"
        "  1 | It is 80%.\n"
        "    |       ^^^\n"
        "  This says 80%; the fact is 83%.\n"
        "\n"
        "1 error, 0 warnings in 1 draft; 1 of 1 figure is bound to facts\n"
        "Facts from facts.yaml\n"
        "What a rule means: medlint explain value-conflict\n"
    )


def test_output_goes_to_a_file_whole(write: Write, desk: Path) -> None:
    write(facts__yaml=FACTS, a__md="It is 80%.", out__json="old")
    result = medlint("check", "--format", "json", "--output", "out.json")
    assert (result.exit_code, result.output) == (1, "")
    assert json.loads((desk / "out.json").read_text(encoding="utf-8"))["summary"]["errors"] == 1
    assert sorted(path.name for path in desk.iterdir()) == ["a.md", "facts.yaml", "out.json"]


@pytest.mark.parametrize(("args", "coloured"), [([], False), (["--color"], True), (["--no-color"], False)])
def test_colour(write: Write, args: list[str], coloured: bool) -> None:
    write(facts__yaml=FACTS, a__md="It is 80%.")
    assert ("\x1b[" in medlint("check", *args).stdout) is coloured


SENTENCE = (
    "In the group of adults who have it, which is said often, 80% have it, others not, and so on it goes."
)


@pytest.mark.parametrize(
    ("columns", "longest"), [(None, 100), ("60", 60), ("200", 106), ("5", 40), ("0", 100), ("wide", 100)]
)
def test_columns_are_heeded(
    write: Write, monkeypatch: pytest.MonkeyPatch, columns: str | None, longest: int
) -> None:
    write(facts__yaml=FACTS, a__md=SENTENCE)
    if columns is not None:
        monkeypatch.setenv("COLUMNS", columns)
    lines = medlint("check", "--quiet").stdout.splitlines()
    assert longest - 9 < max(len(line) for line in lines if " | " in line) <= longest


def test_a_byte_order_mark_is_no_column(write: Write) -> None:
    write(facts__yaml="\ufeff" + FACTS, a__md="\ufeffIt is 80%.\nIt is 80%.", b__md="\ufeff80%")
    result = medlint("check", "--format", "json")
    assert findings(result) == [
        "a.md:1:7 value-conflict",
        "a.md:2:7 value-conflict",
        "b.md:1:1 value-conflict",
    ]
    assert "  1 | It is 80%.\n    |       ^^^\n" in medlint("check", "a.md").stdout


def test_suppressed_findings_are_gone_and_their_comments_watched(write: Write) -> None:
    write(
        facts__yaml=FACTS,
        a__md="80% <!-- medlint-ignore value-conflict: quoted -->\n\nx <!-- medlint-ignore stale: r -->\n",
    )
    result = medlint("check", "--format", "json")
    assert result.exit_code == 0
    assert findings(result) == ["a.md:3:3 suppression-unused"]


# -- other commands ---------------------------------------------------------------------------


def test_figures_as_a_table(write: Write) -> None:
    write(facts__yaml=FACTS, a__md="It is 80%.")
    assert medlint("figures").stdout == (
        "PLACE     TEXT  READ AS    ROLE   FACT  VERDICT\n"
        "a.md:1:7  80%   about 80%  claim  lung  conflicts\n"
        "\n"
        "1 of 1 figure is bound to facts\n"
    )


def test_figures_as_json(write: Write) -> None:
    write(facts__yaml=FACTS, a__md="It is 80%.")
    result = medlint("figures", "--format", "json")
    assert result.exit_code == 0
    (row,) = json.loads(result.stdout)["figures"]
    assert (row["path"], row["start"], row["end"], row["fact"], row["verdict"]) == (
        "a.md",
        6,
        9,
        "lung",
        "conflicts",
    )


@pytest.mark.parametrize("args", [["gone.md"], ["--facts", "gone.yaml"]])
def test_figures_that_cannot_be_had(write: Write, args: list[str]) -> None:
    write(facts__yaml=FACTS, a__md="It is 80%.")
    result = medlint("figures", *args)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"medlint: {args[-1]}: ")


def test_facts_check(write: Write) -> None:
    write(facts__yaml=FACTS)
    result = medlint("facts", "check")
    assert (result.exit_code, result.stdout) == (0, "facts.yaml: 1 fact from 1 source, no mistakes\n")
    write(facts__yaml=FACTS.replace("lung", "odd"))
    result = medlint("facts", "check")
    assert (result.exit_code, result.stderr) == (2, "medlint: facts.yaml:4:3: odd: it is\n")


def test_facts_list_and_show(write: Write) -> None:
    write(facts__yaml=FACTS)
    assert medlint("facts", "list").stdout == (
        "ID    STATUS    CLAIM       SOURCE\nlung  approved  It is 83%.  a\n"
    )
    assert medlint("facts", "show", "lung").stdout == (
        "lung  facts.yaml:4:3\n"
        "  It is 83%.\n"
        "  source      T\n"
        "\n"
        "How the claim was read\n"
        "  percent 83\n"
        "  subject lung\n"
    )
    result = medlint("facts", "show", "lugn")
    assert (result.exit_code, result.stderr) == (
        2,
        "medlint: facts.yaml: there is no fact 'lugn'; did you mean lung?\n",
    )


def test_facts_commands_without_facts(desk: Path) -> None:
    result = medlint("facts", "list")
    assert result.exit_code == 2
    assert (
        result.stderr == f"medlint: {desk}: there is no facts.yaml here or above; `medlint init` writes one\n"
    )


def test_facts_schema_is_a_schema() -> None:
    assert "$schema" in json.loads(medlint("facts", "schema").stdout)


def test_explain(desk: Path) -> None:
    everything = medlint("explain").stdout
    row = next(line for line in everything.splitlines() if line.startswith("  value-conflict "))
    assert row.split(maxsplit=2)[1:] == ["error", "The copy makes the fact's claim with another figure."]
    page = medlint("explain", "value-conflict").stdout
    assert page.startswith("value-conflict  error, group conflict\n")
    assert "Reported" in page
    assert "Not reported" in page
    assert medlint("explain", "stale").stdout.count("\n") == 6
    result = medlint("explain", "valu-conflict")
    assert (result.exit_code, result.stderr) == (
        2,
        "medlint: explain: there is no rule or group called 'valu-conflict'; did you mean value-conflict?\n",
    )


def test_init_writes_files_that_work_and_overwrites_none(desk: Path) -> None:
    result = medlint("init")
    assert result.exit_code == 0
    assert result.stdout.startswith("wrote facts.yaml\nwrote .medlint.yaml\n")
    assert medlint("facts", "check").exit_code == 0
    assert "facts:" not in Path(".medlint.yaml").read_text(encoding="utf-8")
    Path("facts.yaml").write_text(FACTS)
    result = medlint("init")
    assert result.exit_code == 0
    assert result.stdout.startswith("facts.yaml is there already and stays as it is\n")
    assert Path("facts.yaml").read_text() == FACTS
    assert medlint("init", "none/such").exit_code == 2


def test_init_of_a_second_desk_shadows_nothing(write: Write, desk: Path) -> None:
    write(x___facts__yml=FACTS, y___z__md="")
    Path(".medlint.yml").write_text("ignore: [stale]\n", encoding="utf-8")
    assert medlint("init", "x").stdout.splitlines()[:2] == [
        "x/facts.yml is there already and stays as it is",
        ".medlint.yml is there already and stays as it is",
    ]
    assert medlint("init", "y").stdout.splitlines()[:2] == [
        "wrote y/facts.yaml",
        ".medlint.yml is there already and stays as it is",
    ]
    assert sorted(path.name for path in desk.rglob("*")) == [
        ".medlint.yml",
        "facts.yaml",
        "facts.yml",
        "x",
        "y",
        "z.md",
    ]


@pytest.mark.parametrize("args", [["--help"], ["check", "--help"], ["figures", "-h"], ["facts", "--help"]])
def test_help(args: list[str]) -> None:
    result = medlint(*args)
    assert (result.exit_code, result.stdout[:14]) == (0, "Usage: medlint")


@pytest.mark.parametrize("group", [[], ["facts"]])
def test_help_cuts_no_summary(group: list[str]) -> None:
    commands = medlint(*group, "--help").stdout.split("Commands:\n")[1]
    assert "..." not in commands
    assert commands.count(".\n") >= 7


def test_version() -> None:
    assert medlint("--version").stdout.startswith("medlint ")


# -- as a process -----------------------------------------------------------------------------


def process(*args: str, **more: Any) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "linter.cli", *args]
    env = os.environ | more.pop("env", {})
    return subprocess.run(command, capture_output=True, check=False, env=env, **more)


def test_a_terminal_that_lacks_characters_shows_question_marks(desk: Path) -> None:
    done = process("explain", "relative-time", env={"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert done.stdout.startswith(b"relative-time  warning")
    assert done.stderr == b""


def test_a_reader_that_leaves_early(desk: Path) -> None:
    read, write_end = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "linter.cli", "explain"]
    done = subprocess.run(command, stdout=write_end, stderr=subprocess.PIPE, check=False)
    os.close(write_end)
    assert (done.returncode, done.stderr) == (0, b"")


def test_no_standard_output_at_all(desk: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m linter.cli explain >&-"], stderr=subprocess.PIPE, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
def test_a_full_disk(desk: Path) -> None:
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "linter.cli", "explain"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr == b"medlint: standard output: cannot be written: No space left on device\n"


def test_help_does_not_wait_for_the_language_library() -> None:
    code = (
        "import sys, linter.cli; sys.exit(any(m in sys.modules for m in ('spacy', 'yaml', 'linter.model')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
