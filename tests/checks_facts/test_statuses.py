"""What the status of a fact, and of its source, makes of the findings about it."""

from __future__ import annotations

from datetime import date

import pytest

from linter.engine import Engine, Settings
from linter.facts.load import load_text
from linter.readers import read
from linter.results import Finding
from linter.rulebook.rules import load_rules

FACTS = """
version: 1
sources:
  iid: {{title: Registry of yarrow fever, published: 2021}}
  gone: {{title: A lost paper, published: 2015, retraction: {{status: retracted, checked: 2026-05-01}}}}
caveats:
  averages: {{say: These are averages., any_of: [averages]}}
facts:
  share:
    claim: About 40% of adults with yarrow fever have joint pain.
    source: iid
    require: [attribution]
    superseded: [{{value: "35%"}}]
    status: {0}
  cases:
    claim: In 2023, 13,400 people in Canada were diagnosed with tarn disease.
    as_of: 2023
    source: iid
    status: {0}
  carrier:
    claim: Ticks are the most common carrier of yarrow fever.
    value: ticks
    among: [ticks, mosquitoes]
    source: iid
    caveats: [averages]
    status: {0}
  brand:
    claim: Allopurinol is sold as Zyloprim.
    pair: [allopurinol, Zyloprim]
    source: iid
    appears_in: [leaflets/gout.md]
    status: {0}
  lost:
    claim: Marsh palsy affects 3% of children.
    source: gone
    status: {0}
"""
Told = tuple[str, str, str, str | None, str | None, str | None]


def findings(status: str, draft: str, path: str = "draft.md") -> list[Finding]:
    engine = Engine(load_text(FACTS.format(status)), load_rules(), Settings(date(2026, 6, 1)))
    found = sorted(engine.check(read(path, draft.encode())).findings, key=lambda f: f.sort_key)
    return [f for f in found if f.fact is not None]


def told(finding: Finding) -> Told:
    return (
        finding.rule, finding.severity, finding.message, finding.found, finding.expected, finding.suggestion,
    )  # fmt: skip


WRONG = "According to the registry of yarrow fever, about 60% of adults with yarrow fever have joint pain."
RIGHT = "About 40% of adults with yarrow fever have joint pain."
SAYS = "This says 60%; the fact is 40%."
WHERE = "Say where 40% comes from: Registry of yarrow fever, 2021."
OUT = "This says {}, but the fact has been withdrawn and must not be used: {}"
LOST = "This rests on a retracted source, A lost paper, 2015. Take it out, or find a source that still stands: Marsh palsy affects 3% of children."
CARRIER = "Ticks are the most common carrier of yarrow fever."
SOLD = "Allopurinol is sold as Zyloprim."
DRAFT, DISPUTED = " (The fact is still a draft.)", " (The fact is disputed.)"
CASES: list[tuple[str, str, list[Told]]] = [
    ("approved", WRONG, [("value-conflict", "error", SAYS, "60%", "40%", "40%")]),
    ("disputed", WRONG, [("value-conflict", "warning", SAYS + DISPUTED, "60%", "40%", "40%")]),
    ("draft", WRONG, [("value-conflict", "info", SAYS + DRAFT, "60%", "40%", "40%")]),
    ("withdrawn", WRONG, []),
    ("approved", RIGHT, [("missing-attribution", "warning", WHERE, "40%", "40%", "")]),
    ("disputed", RIGHT, [("missing-attribution", "warning", WHERE + DISPUTED, "40%", "40%", "")]),
    ("draft", RIGHT, [("missing-attribution", "info", WHERE + DRAFT, "40%", "40%", "")]),
    ("withdrawn", RIGHT, [("withdrawn-fact", "error", OUT.format("40%", RIGHT), "40%", "", "")]),
    ("withdrawn", "About 35% of adults with yarrow fever have joint pain.", []),
    ("withdrawn", "In 2020, 13,400 people in Canada were diagnosed with tarn disease.", [("withdrawn-fact", "error", OUT.format("13,400", "In 2023, 13,400 people in Canada were diagnosed with tarn disease."), "13,400", "", "")]),
    ("withdrawn", "Mosquitoes are the most common carrier of yarrow fever.", []),
    ("withdrawn", CARRIER, [("withdrawn-fact", "error", OUT.format("Ticks", CARRIER), "Ticks", "", "")]),
    ("withdrawn", "Take allopurinol (Zyloprim) with food.", [("withdrawn-fact", "error", OUT.format("allopurinol (Zyloprim)", SOLD), "allopurinol (Zyloprim)", "", "")]),
    ("withdrawn", "Take allopurinol (Colcrys) with food.", []),
    ("approved", "Marsh palsy affects 3% of children.", [("retracted-source", "error", LOST, "3%", "", "")]),
    ("disputed", "Marsh palsy affects 3% of children.", [("retracted-source", "warning", LOST + DISPUTED, "3%", "", "")]),
    ("withdrawn", "Marsh palsy affects 3% of children.", [("withdrawn-fact", "error", OUT.format("3%", "Marsh palsy affects 3% of children."), "3%", "", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("status", "draft", "expected"), CASES)
def test_a_status(status: str, draft: str, expected: list[Told]) -> None:
    assert [told(f) for f in findings(status, draft)] == expected


PAIRS = [
    ("Take allopurinol (Zyloprim) with food.", True),
    ("Zyloprim, whose generic name is\nallopurinol, lowers uric acid.", True),
    ("Allopurinol lowers uric acid. Zyloprim is a brand.", False),
    ("İİİİ: allopurinol (Zyloprim)", True),  # a letter that is longer in lower case
    ("Allopurinol is not Zyloprim.", False),
    ("It is a myth that allopurinol is sold as Zyloprim.", False),
    ("Allopurinols and Zyloprime are not words.", False),
    ("| Generic | Brand |\n|---|---|\n| Allopurinol | Zyloprim |\n", True),
    ("| Generic | Brand |\n|---|---|\n| Allopurinol | Aloprim |\n| Febuxostat | Zyloprim |\n", False),
]


@pytest.mark.parametrize(("draft", "stated"), PAIRS)
@pytest.mark.parametrize("status", ["approved", "withdrawn"])
def test_a_pair_is_stated_where_a_sentence_has_both_names(status: str, draft: str, stated: bool) -> None:
    found = [f.rule for f in findings(status, draft, "leaflets/gout.md")]
    expected = {("approved", False): ["missing-fact"], ("withdrawn", True): ["withdrawn-fact"]}
    assert found == expected.get((status, stated), [])


YEARS = [
    ("as_of: 2023", "In 2020, 5% of adults had marsh palsy.", ("stale-year", "2020", "2023", "This is dated 2020; the fact is from 2023: 5%.")),
    ("period: 2015–2019", "From 2008 to 2012, 5% of adults had marsh palsy.", ("stale-year", "2008–2012", "2015–2019", "This uses data from 2008–2012; the fact's data are from 2015–2019.")),
    ("period: 2015–2019", "In 2012, 5% of adults had marsh palsy.", ("stale-year", "2012", "2015–2019", "This uses data from 2012; the fact's data are from 2015–2019.")),
    ("period: 2015–2019\n    as_of: 2021", "From 2008 to 2012, 5% of adults had marsh palsy.", ("stale-year", "2008–2012", "2015–2019", "This uses data from 2008–2012; the fact's data are from 2015–2019.")),
    ("period: 2015–2019\n    as_of: 2021", "In 2012, 5% of adults had marsh palsy.", ("stale-year", "2012", "2021", "This is dated 2012; the fact is from 2021: 5%.")),
    ("period: 2015–2019", "From 2016 to 2020, 5% of adults had marsh palsy.", ("period-conflict", "2016–2020", "2015–2019", "This says the data are from 2016–2020; the fact's data are from 2015–2019.")),
    ("period: 2019", "From 2016 to 2020, 5% of adults had marsh palsy.", ("period-conflict", "2016–2020", "2019", "This says the data are from 2016–2020; the fact's data are from 2019.")),
]  # fmt: skip


@pytest.mark.parametrize(("years", "draft", "expected"), YEARS)
def test_years_are_held_against_years(years: str, draft: str, expected: tuple[str, str, str, str]) -> None:
    facts = (
        "version: 1\nsources:\n  s: {title: T}\nfacts:\n  palsy:\n"
        f"    claim: About 5% of adults have marsh palsy.\n    {years}\n    source: s\n"
    )
    engine = Engine(load_text(facts), load_rules(), Settings(date(2026, 6, 1)))
    found = [f for f in engine.check(read("draft.md", draft.encode())).findings if f.fact]
    assert [(f.rule, f.found, f.expected, f.message) for f in found] == [expected]


BRACKETS = [
    ("The usual dose of aspirin for gout is 75 mg (once a day).", "The usual dose of aspirin for gout is 75 mg (twice a day).", ("75 mg (twice a day)", "75 mg (once a day)")),
    ("Yarrow fever itches in many people (more than 70% of them).", "Yarrow fever itches in many people (fewer than 60%).", ("fewer than 60%", "more than 70%")),
    ("Most people with yarrow fever (83%) itch.", "Most people with yarrow fever (71%) itch.", ("71%", "83%")),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "draft", "expected"), BRACKETS)
def test_brackets_are_whole_in_what_is_found_and_expected(
    claim: str, draft: str, expected: tuple[str, str]
) -> None:
    facts = f"version: 1\nsources:\n  s: {{title: T}}\nfacts:\n  a:\n    claim: {claim}\n    source: s\n"
    engine = Engine(load_text(facts), load_rules(), Settings(date(2026, 6, 1)))
    found = [f for f in engine.check(read("draft.md", draft.encode())).findings if f.fact]
    assert [(f.found, f.expected) for f in found] == [expected]
    assert f"This says {expected[0]}; the fact is {expected[1]}." == found[0].message
