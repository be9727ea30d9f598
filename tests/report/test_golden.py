"""Every format of one run over ``golden/example``, byte for byte.

``pytest tests/report/test_golden.py --rewrite-golden`` writes the files anew; look at what git says of them.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif

from linter import __version__
from linter.cli import cli
from linter.report import FORMATS

GOLDEN = Path(__file__).parent / "golden"
ENDINGS = {
    "text": "txt", "concise": "concise.txt", "json": "json", "sarif": "sarif", "github": "github.txt",
    "gitlab": "gitlab.json", "junit": "xml", "rdjson": "rdjson", "markdown": "md", "html": "html",
}  # fmt: skip


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """No job of a service, no terminal."""
    for name in [name for name in os.environ if name.startswith(("GITHUB_", "CI_"))]:
        monkeypatch.delenv(name)
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.chdir(GOLDEN / "example")


def run(*options: str) -> str:
    result = CliRunner().invoke(cli, ["check", "articles", "--today", "2026-06-01", *options])
    assert result.exit_code == 2, result.output  # one draft is no text
    return result.stdout


@pytest.mark.parametrize("form", FORMATS)
def test_a_format_is_as_it_was(form: str, nowhere: None, request: pytest.FixtureRequest) -> None:
    shown = run("--format", form).replace(f'"version": "{__version__}"', '"version": "VERSION"')
    golden = GOLDEN / f"report.{ENDINGS[form]}"
    if request.config.getoption("--rewrite-golden"):
        golden.write_text(shown, encoding="utf-8", newline="")
    assert shown == golden.read_text(encoding="utf-8")


def test_sarif_fits_its_schema(nowhere: None) -> None:
    (run_,) = Sarif.model_validate(json.loads(run("--format", "sarif"))).runs
    assert [rule.id for rule in run_.tool.driver.rules] == [
        "value-conflict",
        "unit-conflict",
        "trailing-zero",
    ]
    assert [result.ruleIndex for result in run_.results] == [0, 1, 2]


def test_junit_counts_what_it_holds(nowhere: None) -> None:
    root = ET.fromstring(run("--format", "junit").encode())
    counted = {"tests": "testcase", "failures": "failure", "errors": "error"}
    assert {name: root.get(name) for name in counted} == {"tests": "5", "failures": "3", "errors": "1"}
    assert [len(list(root.iter(tag))) for tag in counted.values()] == [5, 3, 1]
    assert [suite.get("name") for suite in root] == [
        "articles/fever.md",
        "articles/joints.md",
        "articles/broken.txt",
    ]


def test_gitlab_tells_equal_findings_apart(
    nowhere: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "facts.yaml").write_bytes(Path("facts.yaml").read_bytes())
    (tmp_path / "a.md").write_text("# Yarrow fever\n\n" + "The fever of yarrow fever lasts 10 weeks.\n\n" * 3)
    monkeypatch.chdir(tmp_path)
    issues = json.loads(CliRunner().invoke(cli, ["check", "a.md", "--format", "gitlab"]).stdout)
    assert [issue["location"]["lines"]["begin"] for issue in issues] == [3, 5, 7]
    assert len({issue["fingerprint"] for issue in issues}) == 3


@pytest.mark.parametrize(
    ("environment", "link"),
    [
        ({}, "facts.yaml#L10"),
        (
            {"GITHUB_SERVER_URL": "https://g.example", "GITHUB_REPOSITORY": "desk/copy", "GITHUB_SHA": "abc"},
            "https://g.example/desk/copy/blob/abc/facts.yaml#L10",
        ),
        (
            {"CI_PROJECT_URL": "https://l.example/desk/copy", "CI_COMMIT_SHA": "abc"},
            "https://l.example/desk/copy/-/blob/abc/facts.yaml#L10",
        ),
    ],
)
def test_a_comment_links_to_the_fact(
    environment: dict[str, str], link: str, nowhere: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert f"| [`yf-joints`](<{link}>) |" in run("--format", "markdown")


def test_a_github_job_has_a_summary(nowhere: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("Before.\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    run("--format", "github")
    assert summary.read_text(encoding="utf-8") == "Before.\n" + (GOLDEN / "report.md").read_text(
        encoding="utf-8"
    )
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    run("--format", "github")
