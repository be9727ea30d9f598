"""The examples, each kind of finding at its place, as an editor would expect them."""

from __future__ import annotations

import json

import pytest
from content_repo import ROOT, Run

TODAY = "2026-06-01"
EXPECTED = {
    "examples/sarcoma/leaflet.txt": {
        (5, "category-conflict", "msts-top-site"),
        (5, "old-source", None),
        (7, "value-conflict", "sts-metastasis-risk"),
        (10, "missing-hedge", "sts-new-cases-us"),
        (13, "unsourced-figure", None),
        (15, "polarity-conflict", "sts-prevention"),
    },
    "examples/sarcoma/outlook.md": {
        (17, "value-conflict", "msts-lung-share"),
        (20, "relative-time", None),
        (24, "missing-attribution", "msts-survival-5y"),
        (24, "missing-caveat", "msts-survival-5y"),
        (24, "missing-period", "msts-survival-5y"),
        (24, "scope-conflict", "msts-survival-5y"),
        (27, "unit-conflict", "msts-median-os"),
        (33, "stale-forecast", None),
    },
    "examples/sarcoma/treatment.html": {
        (14, "name-conflict", "pazopanib-brand"),
        (15, "source-conflict", "msts-lung-share"),
        (20, "period-conflict", "msts-survival-5y"),
        (30, "value-conflict", "sts-share-adults"),
        (33, "stale-year", "sts-new-cases-us"),
    },
    "examples/yarrow-fever/newsletter.md": {(3, "suppression-unused", None)},
    "examples/yarrow-fever/travel.md": {
        (1, "missing-fact", "yf-onset"),
        (5, "superseded-value", "yf-cases"),
        (8, "expired-fact", "yf-fatality"),
        (12, "expired-fact", "yf-vaccine"),
        (16, "withdrawn-fact", "yf-zonisine"),
        (17, "trailing-zero", None),
        (17, "fraction-percent", None),
    },
}


def check(run: Run, *arguments: str) -> tuple[int, dict[str, set[tuple[int, str, str | None]]]]:
    result = run(ROOT, "medlint", "check", *arguments, "--today", TODAY, "--format", "json")
    found: dict[str, set[tuple[int, str, str | None]]] = {}
    for each in json.loads(result.stdout)["findings"]:
        found.setdefault(each["path"], set()).add((each["line"], each["rule"], each["fact"]))
    return result.returncode, found


@pytest.fixture(scope="module")
def findings(run: Run) -> dict[str, set[tuple[int, str, str | None]]]:
    status, found = check(run, "examples")
    assert status == 1
    return found


@pytest.mark.parametrize("draft", EXPECTED)
def test_each_example_shows_what_it_is_for(
    findings: dict[str, set[tuple[int, str, str | None]]], draft: str
) -> None:
    assert findings.get(draft, set()) == EXPECTED[draft]


def test_no_other_draft_has_findings(findings: dict[str, set[tuple[int, str, str | None]]]) -> None:
    assert set(findings) == set(EXPECTED)


def test_the_clean_draft_is_silent(run: Run) -> None:
    assert check(run, "examples/sarcoma/clean.md") == (0, {})
