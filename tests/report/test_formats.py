from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from linter.errors import Place
from linter.report import Look, render
from linter.report.fingerprint import fingerprint
from linter.report.json_report import render_figures
from linter.report.places import uri, web_link
from linter.report.summary import fails
from linter.results import FactsUse, FigureRow, Finding, Report, Unchecked, Unread

Make = Callable[..., Finding]


def test_json_is_the_whole_report(finding: Make, bare: Make) -> None:
    found, alone = finding(), bare()
    report = Report(
        (found, alone), (Unchecked("b.docx", "cannot"),), (Unread(".njk", 500),),
        (FactsUse("facts.yaml", 1), FactsUse(None, 2)), foreign=3, files=1, figures=9, bound=4,
    )  # fmt: skip
    place = {
        "path": "a.md",
        "line": 12,
        "column": 31,
        "end_line": 12,
        "end_column": 34,
        "start": 30,
        "end": 33,
    }
    assert json.loads(render(report, "json")) == {
        "version": 1,
        "findings": [
            place
            | {
                "rule": "value-conflict",
                "group": "conflict",
                "severity": "error",
                "message": "This says about 80%; the fact is 83%.",
                "found": "about 80%",
                "expected": "83%",
                "fact": "msts-lung-share",
                "claim": "Around 83% of metastatic soft tissue sarcoma occurs in the lungs.",
                "source": {
                    "id": "brennan-2018",
                    "title": "Metastatic patterns",
                    "publisher": "ACS",
                    "published": "2018",
                    "url": "https://example.org/a",
                    "doi": None,
                    "quote": "83% of metastases were in the lungs",
                    "locator": "Table 2",
                },
                "why": ["lung", "metastasis"],
                "suggestion": "83%",
                "related": [],
                "fix": None,
                "fingerprint": fingerprint(found),
            },
            place
            | {
                "rule": "relative-time",
                "group": "stale",
                "severity": "warning",
                "message": "“recent” is said of 2019.",
                "found": "recent",
                "expected": None,
                "fact": None,
                "claim": None,
                "source": None,
                "why": [],
                "suggestion": None,
                "related": [],
                "fix": None,
                "fingerprint": fingerprint(alone),
            },
        ],
        "unchecked": [{"path": "b.docx", "error": "cannot"}],
        "unread": [{"ending": ".njk", "files": 500}],
        "baseline": None,
        "facts_files": [{"path": "facts.yaml", "files": 1}, {"path": None, "files": 2}],
        "summary": {
            "files": 1,
            "figures": 9,
            "bound": 4,
            "known": 0,
            "fixable": 0,
            "fixed": 0,
            "other_language": 3,
            "errors": 1,
            "warnings": 1,
            "infos": 0,
        },
    }


def test_json_for_a_terminal_without_unicode_loses_nothing(bare: Make) -> None:
    report = Report((bare(),))
    text = render(report, "json", Look(ascii_only=True))
    assert text.isascii()
    assert json.loads(text) == json.loads(render(report, "json"))


def test_no_string_of_json_holds_a_line_break_or_a_control_character(bare: Make) -> None:
    found = bare(message="a\r\nb\x07\u2028c", found="\x1b[2J", sentence="x", why=("d\ne",))
    report = Report((found,), (Unchecked("b\n.docx", "\ud800"),))
    told = json.loads(render(report, "json"))
    (shown,), (unread,) = told["findings"], told["unchecked"]
    assert (shown["message"], shown["found"], shown["why"]) == ("a b· c", "·[2J", ["d e"])
    assert unread == {"path": "b .docx", "error": "·"}


def test_figures_as_json() -> None:
    row = FigureRow(
        "a.md",
        6,
        9,
        1,
        7,
        1,
        10,
        "80%",
        "percent",
        "80",
        "",
        "",
        "%",
        "about",
        "claim",
        "f",
        "conflicts",
        ("lung",),
    )
    assert json.loads(render_figures([row])) == {
        "version": 1,
        "figures": [
            {
                "path": "a.md",
                "start": 6,
                "end": 9,
                "line": 1,
                "column": 7,
                "end_line": 1,
                "end_column": 10,
                "text": "80%",
                "kind": "percent",
                "value": "80",
                "low": None,
                "high": None,
                "unit": "%",
                "qualifier": "about",
                "role": "claim",
                "fact": "f",
                "verdict": "conflicts",
                "why": ["lung"],
                "rejected": None,
            }
        ],
    }


def test_fingerprint_outlives_a_move_but_not_a_change(finding: Make) -> None:
    found = finding()
    assert found.fact is not None
    same = [finding(line=99, path="b.md", message="x"), finding(sentence=found.sentence.replace(" ", "\n  "))]
    other = [
        finding(rule="scope-conflict"),
        finding(sentence="Another."),
        finding(fact=None),
        finding(fact=replace(found.fact, id="x")),
        finding(fact=replace(found.fact, value="84%")),
        finding(fact=replace(found.fact, claim="Around 84% of it.")),
    ]
    assert {fingerprint(each) for each in same} == {fingerprint(found)}
    assert len({fingerprint(each) for each in [found, *other]}) == len(other) + 1


def test_fingerprint_is_the_same_in_every_run_and_release(finding: Make) -> None:
    assert fingerprint(finding()) == "37f986862ee949e4ca9318c2a41b7f5c"


@pytest.mark.parametrize(
    ("severities", "fail_on", "expected"),
    [
        ("", "info", False),
        ("error", "error", True),
        ("warning", "error", False),
        ("warning", "warning", True),
        ("info", "warning", False),
        ("info error", "warning", True),
        ("info", "info", True),
        ("error", "never", False),
    ],
)
def test_fails(severities: str, fail_on: str, expected: bool, finding: Make) -> None:
    assert fails([finding(severity=each) for each in severities.split()], fail_on) is expected


def test_github_annotates_then_prints_everything(finding: Make, bare: Make) -> None:
    lines = ("one recent", "study")
    report = Report(
        (
            finding(),
            bare(path="b, c:d.md", line=2, end_line=3, column=5, end_column=6, lines=lines),
            bare(severity="info", message="100%\r\nsure"),
        ),
        (Unchecked("e.docx", "a: b"),),
        files=2,
    )
    text = render(report, "text")
    out = render(report, "github")
    annotations, _, log = out.partition("::stop-commands::")
    assert annotations == (
        "::error file=a.md,line=12,endLine=12,col=31,endColumn=34,title=medlint value-conflict::"
        "This says about 80%25; the fact is 83%25."
        "%0AFact: Around 83%25 of metastatic soft tissue sarcoma occurs in the lungs. [msts-lung-share]"
        "%0ASource: Metastatic patterns, ACS, 2018, Table 2"
        "%0AQuote: “83%25 of metastases were in the lungs”"
        "%0ALink: https://example.org/a\n"
        "::warning file=b%2C c%3Ad.md,line=2,endLine=3,title=medlint relative-time::“recent” is said of 2019.\n"
        "::notice file=a.md,line=12,endLine=12,col=31,endColumn=34,title=medlint relative-time::100%25 sure\n"
        "::error file=e.docx,title=medlint could not check this::a: b\n"
    )
    token = log.splitlines()[0]
    assert log == f"{token}\n{text}::{token}::\n"


def test_github_paths_count_from_the_repository(
    bare: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "site")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    assert render(Report((bare(),)), "github").startswith("::warning file=site/a.md,line=12,")


@pytest.mark.parametrize(
    ("name", "quoted"),
    [
        (b"a b.md", "a%20b.md"),
        ("d/café.md".encode(), "d/caf%C3%A9.md"),
        (b"bad\xff.md", "bad%FF.md"),
        (b"/d/bad\xff.md", "file:///d/bad%FF.md"),
    ],
)
def test_links_hold_a_name_byte_for_byte(name: bytes, quoted: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("GITHUB_WORKSPACE", "GITHUB_SERVER_URL", "CI_PROJECT_DIR", "CI_PROJECT_URL"):
        monkeypatch.delenv(variable, raising=False)
    path = os.fsdecode(name)
    assert uri(path) == quoted
    if not os.path.isabs(path):
        assert web_link(Place(path, 3)) == f"{quoted}#L3"
