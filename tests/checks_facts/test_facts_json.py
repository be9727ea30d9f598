"""medlint facts list, show and where-used as JSON: their keys are promised in docs/json.md."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from linter.cli import cli

FACTS = """\
version: 1
sources:
  s: {title: An invented registry, aka: [IID], retraction: {status: none, checked: 2026-05-01}}
caveats:
  averages: {say: These are averages., any_of: [averages]}
facts:
  joints:
    claim: About 40% of adults with yarrow fever have joint pain.
    period: 2015–2019
    source: {ref: s, quote: "40% of them", locator: Table 2}
    caveats: [averages]
    superseded: [{value: "35%", as_of: 2012}]
    review_by: 2027-01-01
  brand: {claim: Allopurinol is sold as Zyloprim., pair: [allopurinol, Zyloprim], source: s, status: draft}
"""
SOURCE = {
    "id": "s", "title": "An invented registry", "authors": None, "publisher": None, "published": None, "url": None,
    "doi": None, "pmid": None, "file": None, "sha256": None, "accessed": None, "aka": ["IID"],
    "retraction": {"status": "none", "checked": "2026-05-01"},
}  # fmt: skip
JOINTS = {
    "id": "joints", "status": "approved", "owner": None, "claim": "About 40% of adults with yarrow fever have joint pain.", "value": None,
    "period": [2015, 2019], "as_of": None, "source": SOURCE, "path": "facts.yaml", "line": 7, "column": 3,
}  # fmt: skip
BRAND = {
    "id": "brand", "status": "draft", "owner": None, "claim": "Allopurinol is sold as Zyloprim.", "value": None,
    "period": None, "as_of": None, "source": SOURCE, "path": "facts.yaml", "line": 14, "column": 3,
}  # fmt: skip


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("facts.yaml").write_text(FACTS, encoding="utf-8")
    Path("a.md").write_text("About 60% of adults with yarrow fever have\njoint pain.\n", encoding="utf-8")
    Path("b.md").write_text("# Gout\n\nTake allopurinol (Zyloprim) with food.\n", encoding="utf-8")


def printed(*args: str, status: int = 0) -> Any:
    result = CliRunner().invoke(cli, ["facts", *args, "--format", "json"], catch_exceptions=False)
    assert result.exit_code == status
    return json.loads(result.stdout)


def test_list() -> None:
    assert printed("list") == {"version": 1, "path": "facts.yaml", "facts": [JOINTS, BRAND]}


def test_show() -> None:
    shown = printed("show", "joints")
    assert shown["fact"].pop("reading")[:2] == [
        {"label": "figure", "text": "about 40% (percent)"},
        {"label": "about", "text": "yarrow fever, joint pain"},
    ]
    assert shown == {
        "version": 1,
        "fact": JOINTS
        | {
            "quote": "40% of them", "locator": "Table 2", "tolerance": None, "require": [],
            "caveats": [{"id": "averages", "say": "These are averages.", "any_of": ["averages"], "within": "document"}],
            "superseded": [{"value": "35%", "as_of": 2012, "until": None}], "why": None, "review_by": "2027-01-01", "valid_until": None,
            "appears_in": [], "among": [], "pair": None, "examples": {"agrees": [], "conflicts": [], "silent": []},
        },
    }  # fmt: skip
    assert printed("show", "brand")["fact"]["pair"] == ["allopurinol", "Zyloprim"]


USES = [
    ("joints", [("a.md", 1, 7, "conflicts", "60%", "About 60% of adults with yarrow fever have joint pain.")]),
    ("brand", [("b.md", 3, 6, "agrees", "allopurinol (Zyloprim)", "Take allopurinol (Zyloprim) with food.")]),
]  # fmt: skip


@pytest.mark.parametrize(("id", "uses"), USES)
def test_where_used(id: str, uses: list[tuple[Any, ...]]) -> None:
    keys = ("path", "line", "column", "verdict", "text", "sentence")
    assert printed("where-used", id) == {
        "version": 1,
        "fact": id,
        "uses": [dict(zip(keys, use, strict=True)) | {"fact": id} for use in uses],
        "unchecked": [],
        "summary": {"places": 1, "drafts": 1, "conflicts": sum(use[3] == "conflicts" for use in uses)},
    }


def test_where_used_tells_what_could_not_be_read() -> None:
    told = printed("where-used", "joints", "a.md", "none.md", status=2)
    assert [each["path"] for each in told["unchecked"]] == ["none.md"]
    assert told["summary"]["places"] == 1
