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
from linter.readers import read
from linter.results import Finding
from linter.rulebook.rules import load_rules

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


SIBLINGS = {
    "headings": "# Methods\n\n## Diaphragm\n\n- Only 85% effective with typical use\n\n## Sponge\n\n- Only 78% effective with typical use\n",
    "labels": "# Ulcers\n\n- adherent clot: 25% chance of rebleeding\n- visible vessel: 45% chance of rebleeding\n",
    "bold names": "# Shots\n\n- **Semaglutide** (half-life 7 days). The label advises stopping at least 2 months before a pregnancy.\n- **Tirzepatide** (half-life 5 days). The label advises stopping at least 1 month before a pregnancy.\n",
    "hours": "# Glucose test\n\nThe test is positive if:\n\n- The 1 hour glucose is 180 mg/dL or more\n- The 2 hour glucose is 155 mg/dL or more\n",
    "references": "# Reading\n\n- Finch, A. (2014). Young people. *Pediatrics*, *134*(4), 696–704.\n- Wren, B. (2019). A trial. *Pediatrics*, *144*(3), e2018.\n",
    "germs": "# Gut\n\n## Salmonella\n\nThe incubation period is usually 3 days.\n\n## Norovirus\n\nThe incubation period is usually 2 days.\n",
    "classes": f"# Nephritis\n\nWith class IV, about 20% need dialysis.{GAP}With class V, about 11% need dialysis.\n",
    "entries of a log": f"# Log\n\n**2026-01-14** – run 11, all went well. Sensitivity was 91% in daylight.{GAP}**2026-01-21** – run 12, with a new lens. Sensitivity was 84% in daylight.\n",
    "versions": "# Changelog\n\n## 4.2 (2026-03-02)\n\n- The default alarm for glucose is 70 mg/dL\n\n## 4.1 (2025-11-20)\n\n- The default alarm for glucose is 65 mg/dL\n",
    "a series": "# Cures\n\n## One\n\nSurgery cures 40% of ulcers.\n\n## Two\n\nSurgery cures 50% of ulcers.\n\n## Three\n\nSurgery cures 60% of ulcers.\n",
    "an unknown word": f"# Diets\n\nThe zorble diet lowers weight by 12% in a year.{GAP}The quimby diet lowers weight by 9% in a year.\n",
    "another span of time": f"# Stents\n\nBleeding comes back in 12% at 1 year.{GAP}Bleeding comes back in 15% at 5 years.\n",
}


@pytest.mark.parametrize("name", SIBLINGS)
def test_siblings_are_never_one_claim(find: Find, name: str) -> None:
    assert find(SIBLINGS[name], "within-document-conflict") == []


def test_a_sentence_does_not_contradict_itself(engine: Engine) -> None:
    said = (
        "The lungs and kidneys are affected in 90% and 80% of patients with Wrenner vasculitis, respectively."
    )
    drafts = {"a.md": f"# Wrenner vasculitis\n\n{said}\n", "b.txt": said + "\n"}
    rule = engine.rules["cross-document-conflict"]
    assert cross_document_conflict(read_claims(engine, drafts), rule) == []


TRUE_WITHIN = {
    "under a heading of its own": (
        "# Fungal meningitis in HIV\n\n- Wait 5 weeks before starting HIV treatment\n\n## Complications\n\n- Immune reaction. Wait 8 weeks before starting HIV treatment\n",
        "8 weeks", "5 weeks",
    ),
    "in an answer": (
        "# Sleep\n\nWear the mask for at least 4 hours a night.\n\n## Questions\n\nAsk us.\n\nCall us.\n\n**How long must I wear the mask?** Wear the mask for at least 6 hours a night.\n",
        "at least 6 hours", "at least 4 hours",
    ),
    "in other words": (
        f"# Lifting\n\nYou can lift heavy things again after 6 weeks.{GAP}Heavy lifting is fine again from four weeks on.\n",
        "four weeks", "6 weeks",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TRUE_WITHIN)
def test_what_contradicts_itself_is_shown_at_both_places(find: Find, name: str) -> None:
    draft, found, expected = TRUE_WITHIN[name]
    (finding,) = find(draft, "within-document-conflict")
    assert (finding.found, finding.expected) == (found, expected)
    (place,) = finding.related
    assert (place.path, place.text) == (finding.path, expected)
    assert draft.splitlines()[place.line - 1][place.column - 1 :].startswith(expected.split()[-2])


def test_sums_of_two_pages_are_compared(engine: Engine) -> None:
    drafts = {
        "a.md": "# Car allowance\n\nThe car allowance for disabled veterans is $22,355.72. The clinic copay is $15 a visit.\n",
        "b.md": "# Allowance rates\n\nThe car allowance for disabled veterans is $21,488.29. The clinic copay is $20 a visit.\n",
    }
    found = cross_document_conflict(read_claims(engine, drafts), engine.rules["cross-document-conflict"])
    assert [(f.found, f.expected, f.related[0].path) for f in found] == [
        ("$21,488.29", "$22,355.72", "a.md"),
        ("$20", "$15", "a.md"),
    ]
