"""What is due, what has been retracted, what facts once said, and how much of the copy they back."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from linter.cli import cli
from linter.report.calendar import _fold

FACTS = """\
version: 1
sources:
  reg: {title: Registry, doi: 10.1000/ABC.1, published: 2017-05, retraction: {status: none, checked: 2026-05-01}}
  page: {title: A page, published: 2024}
  paper: {title: A paper, pmid: 123}
facts:
  joints:
    claim: About 40% of people with yarrow fever have joint pain.
    source: {ref: reg, quote: "some 40%"}
    review_by: 2026-08-01
    owner: Ada
  cure:
    claim: There is no known cure for yarrow fever.
    source: page
    valid_until: 2026-05-31
  brand: {claim: Yarrowin is sold as Yarra., pair: [yarrowin, Yarra], source: paper}
  gone: {claim: Yarrow fever lasts 6 weeks., source: paper, status: withdrawn, valid_until: 2020-01-01}
"""
DRAFT = """\
# Yarrow fever

Half of people with yarrow fever have joint pain. There is no known cure for yarrow fever.

It is treated with yarrowin (Yarra). Yarrow fever lasts 6 weeks. About 12% of people have a rash.
"""


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "facts.yaml").write_text(FACTS, encoding="utf-8")
    (tmp_path / "a.md").write_text(DRAFT, encoding="utf-8")
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(cli, args, catch_exceptions=False)


# -- due --------------------------------------------------------------------------------------

PAST = [
    ("2026-05-31", "fact", "cure", "expiry"),
    (None, "fact", "brand", "quote"),
    (None, "fact", "cure", "quote"),
    (None, "fact", "joints", "quote"),
    (None, "source", "paper", "retraction"),
]
DUE = [
    ([], PAST),
    (["--within", "90d"], [PAST[0], ("2026-08-01", "fact", "joints", "review"), *PAST[1:]]),
    (["--within", "250"], [PAST[0], ("2026-08-01", "fact", "joints", "review"), ("2027-01-01", "source", "reg", "source-age"), *PAST[1:]]),
    (["--owner", "Ada"], [PAST[3]]),
    (["--owner", "Bob"], []),
]  # fmt: skip


@pytest.mark.parametrize(("args", "expected"), DUE)
def test_what_is_due(args: list[str], expected: list[tuple[str | None, ...]]) -> None:
    result = run("facts", "due", "--today", "2026-06-01", "--format", "json", *args)
    rows = json.loads(result.stdout)["due"]
    assert [(row["day"], row["noun"], row["id"], row["kind"]) for row in rows] == expected


def test_what_is_due_by_owner() -> None:
    shown = run("facts", "due", "--today", "2026-06-01", "--within", "90d").stdout.splitlines()
    assert shown[0] == "Ada"
    assert shown[1].split() == "2026-08-01 fact joints is to be reviewed facts.yaml:10:5".split()
    assert shown[4] == "nobody's"
    assert shown[-1] == "6 things to look at"
    assert run("facts", "due", "--owner", "Bob").stdout == "nothing is due\n"


def test_a_span_that_is_none() -> None:
    result = run("facts", "due", "--within", "soon")
    assert (result.exit_code, "'soon' is no number of days: write one such as 90d" in result.stderr) == (
        2,
        True,
    )


def test_what_is_due_as_a_calendar() -> None:
    text = run(
        "facts", "due", "--today", "2026-06-01", "--within", "90d", "--format", "ics"
    ).stdout_bytes.decode()
    lines = text.split("\r\n")
    assert (lines[0], lines[-2], text.count("BEGIN:VEVENT")) == ("BEGIN:VCALENDAR", "END:VCALENDAR", 6)
    assert "DTSTART;VALUE=DATE:20260801" in lines
    assert "SUMMARY:fact joints is to be reviewed" in lines
    assert all(len(line.encode()) <= 75 for line in lines)


def test_long_lines_of_a_calendar_are_folded() -> None:
    line = "SUMMARY:" + "é😀" * 60
    folded = list(_fold(line))
    assert all(len(part.encode()) <= 75 for part in folded)
    assert folded[0] + "".join(part[1:] for part in folded[1:]) == line


# -- retractions ------------------------------------------------------------------------------

HEAD = "Record ID,Title,Reason,RetractionDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature\n"
NOTICES = [
    ("1,A,+Error in Data;+Fraud;,1/31/2026 0:00,10.1000/abc.1,0,Retraction", [
        "facts.yaml:3:3: error: source reg: is retracted since 2026-01-31 (Error in Data; Fraud): write retraction: {status: retracted}, and withdraw what rests on it, or name another source",
    ], ["a.md:3:1  joints  conflicts  Half  Half of people with yarrow fever have joint pain."]),
    ("1,A,,2026-01-31,unavailable,123,Correction", [
        "facts.yaml:5:3: warning: source paper: has been corrected since 2026-01-31: write retraction: {status: corrected}, and see whether its facts still hold",
    ], ["a.md:5:20  brand  agrees  yarrowin (Yarra)  It is treated with yarrowin (Yarra)."]),
    ("1,A,,,10.1000/abc.1,,Expression of concern", [
        "facts.yaml:3:3: warning: source reg: is under an expression of concern: write retraction: {status: concern}, and look for another source",
    ], ["a.md:3:1  joints  conflicts  Half  Half of people with yarrow fever have joint pain."]),
    ("1,A,,1/1/2024 0:00,10.1000/abc.1,,Retraction\n2,A,,1/1/2025 0:00,10.1000/abc.1,,Reinstatement", [], []),
    ("1,A,,1/1/2025 0:00,10.1000/abc.1,,Reinstatement\n2,A,,1/1/2024 0:00,10.1000/abc.1,,Retraction", [], []),
    ("1,A,,1/1/2024 0:00,10.1000/abc.12,1234,Retraction", [], []),
    ("1,A,,1/1/2024 0:00,,,Retraction", [], []),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "concerns", "worklist"), NOTICES)
def test_sources_are_looked_up(rows: str, concerns: list[str], worklist: list[str]) -> None:
    Path("rw.csv").write_text(f"\ufeff{HEAD}{rows}\n", encoding="utf-8")
    result = run("facts", "check", "--today", "2026-05-01", "--retractions", "rw.csv")
    lines = result.stdout.splitlines()
    assert [line for line in lines if ": source " in line] == concerns
    shown = [" ".join(line.split()) for line in lines if line.startswith("a.md:")]
    assert shown == [" ".join(line.split()) for line in worklist]
    assert ("1 draft to look at:" in lines, result.exit_code) == (
        bool(worklist),
        int("error" in " ".join(concerns)),
    )
    assert "Not looked up, for want of a DOI or a PubMed number: page" in lines


def test_a_retraction_that_is_known_is_told_once() -> None:
    Path("facts.yaml").write_text(FACTS.replace("status: none", "status: retracted"), encoding="utf-8")
    Path("rw.csv").write_text(f"{HEAD}1,A,,1/1/2024 0:00,10.1000/abc.1,,Retraction\n", encoding="utf-8")
    errors = [
        line
        for line in run("facts", "check", "--retractions", "rw.csv").stdout.splitlines()
        if ": error: " in line
    ]
    assert len(errors) == 1
    assert "fact joints: its source reg is retracted" in errors[0]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (None, "rw.csv: cannot be read: No such file or directory"),
        ("a,b\n1,2\n", "rw.csv: is not the Retraction Watch export: it has no column OriginalPaperDOI and no column OriginalPaperPubMedID and no column RetractionNature and no column RetractionDate"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_export(data: str | None, told: str) -> None:
    if data is not None:
        Path("rw.csv").write_text(data, encoding="utf-8")
    result = run("facts", "check", "--retractions", "rw.csv")
    assert (result.exit_code, result.stderr) == (2, f"medlint: {told}\n")


# -- uses and coverage ------------------------------------------------------------------------


def test_where_a_source_is_used_as_a_worklist() -> None:
    result = run("facts", "where-used", "--source", "paper", "--format", "csv")
    assert result.stdout.splitlines() == [
        "path,line,column,fact,verdict,text,sentence,place",
        "a.md,5,20,brand,agrees,yarrowin (Yarra),It is treated with yarrowin (Yarra).,",
        "a.md,5,57,gone,conflicts,6 weeks,Yarrow fever lasts 6 weeks.,",
    ]
    assert run("facts", "where-used", "--source", "papers").stderr == "medlint: facts.yaml: there is no source 'papers'; did you mean paper?\n"  # fmt: skip
    assert "name a fact, or a source with --source" in run("facts", "where-used").stderr


def test_a_withdrawn_fact_agrees_with_nothing() -> None:
    rows = json.loads(run("figures", "--format", "json").stdout)["figures"]
    assert [(row["text"], row["fact"], row["verdict"]) for row in rows if row["fact"] == "gone"] == [("6 weeks", "gone", "conflicts")]  # fmt: skip


def test_every_command_counts_the_same_figures(desk: Path) -> None:
    (desk / "a.md").write_text(
        "# Yarrow fever\n\nAbout 40% of people with yarrow fever have joint pain. Of people aged 50 to 64, 12% are\n"
        "alive 5 years after they fell ill in 2019.\n\nStage 4 lasts 3 weeks in 1 in 7 people.\n",
        encoding="utf-8",
    )
    today = ("--today", "2026-06-01")
    summary = json.loads(run("check", "a.md", "--format", "json", *today).stdout)["summary"]
    rows = json.loads(run("figures", "a.md", "--format", "json", *today).stdout)["figures"]
    coverage = json.loads(run("figures", "a.md", "--coverage", "--format", "json", *today).stdout)["summary"]
    assert (summary["figures"], summary["bound"]) == (4, 1)
    assert coverage["figures"] == 4
    assert [row["role"] for row in rows] == [
        "claim",
        "age",
        "claim",
        "horizon",
        "year",
        "label",
        "claim",
        "claim",
    ]
    shown = run("figures", "a.md", *today).stdout.splitlines()[-1]
    assert shown == "1 of 4 figures are bound to facts; 4 more claim nothing (see ROLE)"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Half of people with yarrow fever have joint pain.", 1),
        ("About 40% of people with yarrow fever have joint pain.", 1),
    ],
)
def test_one_figure_is_backed(desk: Path, text: str, status: int) -> None:
    (desk / "a.md").write_text(f"{text}\n", encoding="utf-8")
    result = run("figures", "a.md", "--at-least", "1%", "--today", "2026-06-01")
    assert (result.exit_code, result.stderr) == (status, "medlint: 0 of 1 figure is backed, less than 1%\n")


def test_coverage_counts_what_verified_facts_back(desk: Path) -> None:
    (desk / "reg.txt").write_text("some 40%\n", encoding="utf-8")
    backed = FACTS.replace("{title: Registry,", "{title: Registry, file: reg.txt,")
    (desk / "facts.yaml").write_text(backed, encoding="utf-8")
    (desk / "b.md").write_text("About 40% of people with yarrow fever have joint pain.\n", encoding="utf-8")
    args = ["figures", "a.md", "b.md", "--coverage", "--today", "2026-06-01"]
    shown = run(*args).stdout.splitlines()
    assert [line.split(maxsplit=4) for line in shown[1:4]] == [
        ["a.md", "3", "0", "0%", "1 in conflict, 1 unbound, 1 withdrawn"],
        ["b.md", "1", "1", "100%"],
        ["all", "4", "1", "25%", "1 in conflict, 1 unbound, 1 withdrawn"],
    ]
    assert shown[5:] == ["Unbound, and most like claims:", "a.md:5:72  12%  About 12% of people have a rash."]
    assert [run(*args, "--at-least", share).exit_code for share in ("25%", "26")] == [0, 1]
    told = run(*args, "--at-least", "26%").stderr
    assert told == "medlint: 1 of 4 figures are backed, less than 26%\n"
    assert run(*args, "--at-least", "all").exit_code == 2
    (desk / "reg.txt").write_text("some 50%\n", encoding="utf-8")
    assert json.loads(run(*args, "--format", "json").stdout)["summary"]["lacking"] == {"conflicts": 1, "unbound": 1, "unverified": 1, "withdrawn": 1}  # fmt: skip


# -- what facts once said ---------------------------------------------------------------------


def git(*args: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@b.c", *args], check=True, capture_output=True
    )


def test_copy_that_says_what_a_fact_once_said(desk: Path) -> None:
    (desk / "a.md").write_text("About 12% of people with yarrow fever have a rash.\n", encoding="utf-8")
    (desk / "more").mkdir()
    more = (
        "facts:\n  rash:\n    claim: About 12% of people with yarrow fever have a rash.\n    source: page\n"
    )
    (desk / "more" / "x.yaml").write_text(more, encoding="utf-8")
    (desk / "facts.yaml").write_text(
        FACTS.replace("version: 1", "version: 1\ninclude: [more/*.yaml]"), encoding="utf-8"
    )
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "Start")
    (desk / "more" / "x.yaml").write_text(more.replace("12%", "14%"), encoding="utf-8")
    args = ["check", "a.md", "--format", "json", "--select", "conflict"]

    def rule(*more: str) -> str:
        findings = json.loads(run(*args, *more).stdout)["findings"]
        return next(str(each["rule"]) for each in findings if each["found"] == "12%")

    assert (rule(), rule("--since-facts", "HEAD")) == ("value-conflict", "superseded-value")


def test_a_ref_that_is_none(desk: Path) -> None:
    assert run("check", "a.md", "--since-facts", "HEAD").exit_code == 2
    git("init", "-q")
    git("add", "a.md")
    git("commit", "-qm", "Start")
    result = run("check", "a.md", "--since-facts", "nope")
    assert (result.exit_code, result.stderr) == (2, 'medlint: --since-facts: git knows no commit "nope": name one, a branch or a tag\n')  # fmt: skip
    assert run("check", "a.md", "--since-facts", "HEAD", "--fail-on", "never").exit_code == 0, (
        "facts that are new"
    )
