"""Conflicts inside a draft and across drafts."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from linter.checks.corpus import conflicts, cross_document_conflict
from linter.checks.corpus_claims import Claim, claims
from linter.checks.view import Settings
from linter.engine import Engine
from linter.facts.load import load_text
from linter.language.lexicon import Lexicon
from linter.model import Finding
from linter.readers import read
from linter.rules import load_rules

Find = Callable[..., list[Finding]]
FACTS = """
version: 1
sources: {a: {title: A}}
facts:
  melanoma: {claim: The 5-year survival rate for metastatic melanoma is 35%., value: "35%", source: a}
"""
GAP = "\n\nTalk to your doctor.\n\n## More\n\nEveryone is different.\n\nAsk early.\n\n"


def read_claims(engine: Engine, drafts: dict[str, str]) -> list[list[Claim]]:
    return [claims(engine.view(read(path, text.encode()))) for path, text in sorted(drafts.items())]


def test_the_later_place_is_reported_and_the_earlier_named(find: Find) -> None:
    draft = f"The 5-year survival rate for metastatic melanoma is 35%.{GAP}The 5-year survival rate for metastatic melanoma is 25%."
    (finding,) = find(draft, "within-document-conflict")
    assert (finding.line, finding.found, finding.expected) == (11, "25%", "35%")
    assert "in line 1" in finding.message


def test_a_disagreement_is_told_once(find: Find) -> None:
    wrong = "The 5-year survival rate for metastatic melanoma is 25%."
    draft = f"The 5-year survival rate for metastatic melanoma is 35%.{GAP}{wrong}{GAP}{wrong}"
    assert len(find(draft, "within-document-conflict")) == 1


def test_figures_bound_to_a_fact_are_left_to_it() -> None:
    draft = f"The 5-year survival rate for metastatic melanoma is 35%.{GAP}The 5-year survival rate for metastatic melanoma is 25%."
    engine = Engine(load_text(FACTS), load_rules(), Settings(date(2026, 6, 1)))
    rules = [f.rule for f in engine.check(read("draft.md", draft.encode())).findings]
    assert "within-document-conflict" not in rules
    assert "value-conflict" in rules


def test_claims_travel_between_processes(engine: Engine) -> None:
    (found,) = read_claims(engine, {"a.md": "The 5-year survival rate for metastatic melanoma is 35%."})
    assert len(found) == 1
    assert pickle.loads(pickle.dumps(found)) == found


def test_drafts_are_compared_with_each_other_only(engine: Engine) -> None:
    drafts = {
        "a.md": "Median survival with glioblastoma is 15 months.",
        "b.md": f"Median survival with glioblastoma is 12 months.{GAP}Median survival with glioblastoma is 12 months.",
    }
    rule = engine.rules["cross-document-conflict"]
    (finding,) = cross_document_conflict(read_claims(engine, drafts), rule)
    assert (finding.path, finding.line, finding.found, finding.expected) == (
        "b.md",
        1,
        "12 months",
        "15 months",
    )
    assert "a.md, line 1" in finding.message
    assert (finding.rule, finding.group, finding.severity) == ("cross-document-conflict", "corpus", "warning")


def test_the_figure_that_looks_older_is_named(engine: Engine) -> None:
    drafts = {
        "a.md": "According to a 2014 report, 9% of adults in Canada have asthma.",
        "b.md": "According to a 2023 report, 11% of adults in Canada have asthma.",
    }
    (finding,) = cross_document_conflict(read_claims(engine, drafts), engine.rules["cross-document-conflict"])
    assert "That one, from 2014, looks like the older figure." in finding.message


def test_many_drafts_cost_no_pairwise_comparison(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    (one,) = read_claims(engine, {"a.md": "Median survival with glioblastoma is 15 months."})
    met = 0

    def counted(claim: Claim, other: Claim, lexicon: Lexicon, *, across: bool) -> bool:
        nonlocal met
        met += 1
        return False

    monkeypatch.setattr("linter.checks.corpus.are_rivals", counted)
    drafts = [replace(one[0], path=f"{k}.md") for k in range(4000)]
    assert conflicts(drafts, across=True) == []
    assert met <= 12 * len(drafts)  # the few that are kept of those alike, not the 3,999 other drafts
