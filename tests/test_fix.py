"""Which findings have a fix, what it writes, and what stays for an editor."""

from __future__ import annotations

from datetime import date
from typing import SupportsIndex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.engine import Engine, Settings
from linter.facts.load import load
from linter.fixes.apply import apply_all, apply_once, diff
from linter.fixes.figures import in_digits, in_words
from linter.readers import read
from linter.results import Finding
from linter.rulebook.rules import load_rules

TITLE = "# Metastatic soft tissue sarcoma\n\n"
FACTS = """\
version: 1
sources:
  brennan-2018: {title: Metastatic patterns, publisher: American Cancer Society, published: 2018}
  seer: {title: SEER statistics, publisher: National Cancer Institute, published: 2024, aka: [SEER]}
  gone: {title: A study, published: 2018, retraction: {status: retracted}}
facts:
  lungs:
    claim: Around 83% of metastatic soft tissue sarcoma occurs in the lungs.
    source: brennan-2018
  survival:
    claim: The 5-year relative survival rate for metastatic soft tissue sarcoma was 15%.
    value: "15%"
    source: brennan-2018
    superseded: [{value: "16%", as_of: 2014}]
  new:
    claim: Doctors diagnose 13,400 adults with soft tissue sarcoma each year in the United States.
    source: brennan-2018
  chemo:
    claim: Chemotherapy for soft tissue sarcoma lasts 24 months.
    source: brennan-2018
  healing:
    claim: Healing after surgery for soft tissue sarcoma takes 10 days.
    source: brennan-2018
  eribulin:
    claim: The dose of eribulin for soft tissue sarcoma is 5 mcg.
    source: brennan-2018
  recurrence:
    claim: Local recurrence of soft tissue sarcoma is seen in 10–20% of patients.
    source: brennan-2018
  radiation:
    claim: Radiation for soft tissue sarcoma is given for 5 to 7 weeks.
    source: brennan-2018
  lifetime:
    claim: About 1 in 250 people get soft tissue sarcoma in their lifetime.
    source: brennan-2018
  subtypes:
    claim: More than 50 subtypes of soft tissue sarcoma are known.
    source: brennan-2018
  limb:
    claim: Limb-sparing surgery cures 88% of people with localized soft tissue sarcoma.
    source: brennan-2018
    status: disputed
  dose:
    claim: The dose of pazopanib for soft tissue sarcoma is 800 mg once daily.
    value: 800 mg
    source: brennan-2018
    valid_until: 2025-01-01
  trabectedin:
    claim: The dose of trabectedin for soft tissue sarcoma is 1.5 mg.
    source: gone
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("facts") / "facts.yaml"
    path.write_text(FACTS, encoding="utf-8")
    return Engine(load(str(path)), load_rules(), Settings(date(2026, 6, 1)))


def findings(engine: Engine, text: str) -> list[Finding]:
    return sorted(engine.check(read("a.md", text.encode())).findings, key=lambda f: f.sort_key)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # the copy's own form
        ("Around 80% of metastatic soft tissue sarcoma occurs in the lungs.", "83%"),
        ("Around 80 percent of metastatic soft tissue sarcoma occurs in the lungs.", "83 percent"),
        ("Around eighty percent of metastatic soft tissue sarcoma occurs in the lungs.", "Around eighty-three percent"),
        ("Eighty percent of metastatic soft tissue sarcoma occurs in the lungs.", "Eighty-three percent"),
        ("Around **80**% of metastatic soft tissue sarcoma occurs in the lungs.", "**83**%"),
        ("Around **80%** of metastatic soft tissue sarcoma occurs in the lungs.", "**83%**"),
        ("In metastatic soft tissue sarcoma, an 11% 5-year relative survival rate is usual.", ", a 15% 5-year"),
        ("The 5-year relative survival rate for metastatic soft tissue sarcoma is 16%.", "is 15%."),
        ("Doctors diagnose 11,400 adults with soft tissue sarcoma each year in the United States.", "13,400"),
        ("Doctors diagnose 11 400 adults with soft tissue sarcoma each year in the United States.", "13 400"),
        ("Doctors diagnose 11.4 thousand adults with soft tissue sarcoma each year in the United States.", "13.4 thousand"),
        ("Chemotherapy for soft tissue sarcoma lasts 24 weeks.", "24 months."),
        ("For soft tissue sarcoma a 24-week course of chemotherapy is given.", "a 24-month course"),
        ("Healing after surgery for soft tissue sarcoma takes 10 weeks.", "10 days."),
        ("The dose of eribulin for soft tissue sarcoma is 5 mg.", "5 mcg."),
        ("The dose of eribulin for soft tissue sarcoma is 7-mcg a day.", "5-mcg a day."),
        ("Chemotherapy for soft tissue sarcoma lasts twenty months.", "twenty-four months."),
        ("The American Cancer Society says around 80% of metastatic soft tissue sarcoma occurs in the lungs.", "83%"),
        ("Local recurrence of soft tissue sarcoma is seen in 5–15% of patients.", "in 10–20% of"),
        ("Local recurrence of soft tissue sarcoma is seen in 5% to 15% of patients.", "in 10% to 20% of"),
        ("Radiation for soft tissue sarcoma is given for 5 to 7 months.", "for 5 to 7 weeks."),
        ("About 1 in 300 people get soft tissue sarcoma in their lifetime.", "About 1 in 250 people"),
        ("More than 70 subtypes of soft tissue sarcoma are known.", "More than 50 subtypes"),
        # spellings
        ("Take 5.0 mg of the drug twice daily.", "Take 5 mg"),
        ("Take .5 mg of the drug twice daily.", "Take 0.5 mg"),
        ("Take 5 mg QD with food.", "5 mg once daily with"),
        ("Take 5 mg q.d. Then rest.", "5 mg once daily. Then"),
        ("Inject 10U of insulin.", "10 units of insulin"),
        ("Inject 1 U of insulin.", "1 unit of insulin"),
        ("Swallow 5 cc of the antacid.", "5 mL of"),
        ("Take 400 µg of folic acid a day.", "400 mcg of"),
        ("Take 1 µg of folic acid; the colour fades.", "1 microgram of"),
        ("The starting dose of warfarin is 1O mg.", "is 10 mg."),
        ("The starting dose of warfarin is l0 mg.", "is 10 mg."),
        ("It cost 10.000,5 euros, and 1,200 adults took part.", "10,000.5 euros"),
        ("About 5%% of them recover.", "About 5% of"),
    ],
)  # fmt: skip
def test_what_is_surely_right_is_written(engine: Engine, old: str, new: str) -> None:
    source = f"{TITLE}{old}\n"
    once = apply_once(source, findings(engine, source))
    assert new in once.text
    assert once.fixed == 1
    assert not [f for f in findings(engine, once.text) if f.fix]


@pytest.mark.parametrize(
    "text",
    [
        "4 in 5 of metastatic soft tissue sarcomas occur in the lungs.",
        "More than 90% of metastatic soft tissue sarcoma occurs in the lungs.",
        "Between 70% and 80% of metastatic soft tissue sarcoma occurs in the lungs.",
        "Local recurrence of soft tissue sarcoma is seen in 15% of patients.",
        "1 in 3 people with soft tissue sarcoma has a local recurrence.",
        "At least 70 subtypes of soft tissue sarcoma are known.",
        "Four-fifths of metastatic soft tissue sarcoma occurs in the lungs.",
        "About 11,000 adults are diagnosed with soft tissue sarcoma each year in the United States.",
        '"Around 80% of metastatic soft tissue sarcoma occurs in the lungs," she wrote.',
        "She wrote: “Around 80% of metastatic soft tissue sarcoma occurs in the lungs.”",
        "> Around 80% of metastatic soft tissue sarcoma occurs in the lungs.",
        "As of 2014, the 5-year relative survival rate for metastatic soft tissue sarcoma is 16%.",
        "According to the World Health Organization, around 80% of metastatic soft tissue sarcoma occurs in the lungs.",
        "According to SEER statistics, around 80% of metastatic soft tissue sarcoma occurs in the lungs.",
        "Limb-sparing surgery cures 78% of people with localized soft tissue sarcoma.",
        "The dose of pazopanib for soft tissue sarcoma is 600 mg once daily.",
        "The dose of trabectedin for soft tissue sarcoma is 2.5 mg.",
        "Around 8&#48;% of metastatic soft tissue sarcoma occurs in the lungs.",
        "Chemotherapy for soft tissue sarcoma lasts 24 wk.",
        "The dose of eribulin for soft tissue sarcoma is 5 milligrams.",
        "In 2023, about 1,3590 people were diagnosed.",
        "Her hemoglobin A1c was 5..2 percent.",
        "Enoxaparin 40 mg SC is given.",
        "Give HCT 25 mg in the morning.",
        "A 1.0 grams dose was given by mouth.",
    ],
)
def test_what_an_editor_has_to_choose_is_left(engine: Engine, text: str) -> None:
    found = findings(engine, f"{TITLE}{text}\n")
    assert found, "nothing to judge here"
    assert [f.fix for f in found] == [None] * len(found)


def test_a_fix_tells_its_place(engine: Engine) -> None:
    (finding,) = findings(
        engine, f"{TITLE}Around 80% of metastatic soft tissue sarcoma occurs in the lungs.\n"
    )
    fix = finding.fix
    assert fix is not None
    assert (fix.start, fix.end, fix.replacement) == (len(TITLE) + 7, len(TITLE) + 9, "83")
    assert (fix.line, fix.column, fix.end_column) == (3, 8, 10)


def test_fixes_that_disagree_about_a_place_are_not_made(engine: Engine) -> None:
    source = f"{TITLE}Around 80% of metastatic soft tissue sarcoma occurs in the lungs.\n"
    (finding,) = findings(engine, source)
    from dataclasses import replace

    assert finding.fix is not None
    other = replace(finding, fix=replace(finding.fix, replacement="82"))
    assert apply_once(source, [finding, other]).text == source
    assert apply_once(source, [finding, finding]).fixed == 2


class Copied(str):
    """Text that counts the characters that are copied out of it, and of what is made of it."""

    count = 0

    def __getitem__(self, part: SupportsIndex | slice) -> Copied:
        return self._counted(super().__getitem__(part))

    def __add__(self, more: str) -> Copied:
        return self._counted(super().__add__(more))

    @classmethod
    def _counted(cls, text: str) -> Copied:
        cls.count += len(text)
        return cls(text)


def test_a_text_is_copied_once_however_many_fixes_it_has(engine: Engine) -> None:
    source = "Take 5.0 mg of it. " * 200
    found = findings(engine, source)
    mended = apply_once(Copied(source), found)
    assert (mended.text, mended.fixed) == (source.replace("5.0", "5"), 200)
    assert Copied.count <= len(source)


def test_a_draft_that_would_be_no_better_stays_as_it_is(engine: Engine) -> None:
    source = f"{TITLE}Around 80% of metastatic soft tissue sarcoma occurs in the lungs.\n"
    found = findings(engine, source)
    assert apply_all(source, found, lambda text: found).text == source
    assert apply_all(source, found, lambda text: None).text == source
    assert apply_all(source, found, lambda text: findings(engine, text)).fixed == 1


@pytest.mark.parametrize(
    ("old", "was", "value", "new"),
    [
        ("80", 80, 83, "83"),
        ("1,200", 1200, 950, "950"),
        ("950", 950, 1200, "1,200"),
        ("1200", 1200, 1350, "1350"),
        ("1.2", 1_200_000, 1_350_000, "1.35"),
        ("13 400", 13400, 11400, "11 400"),
        ("80", 80, "250/3", None),
        ("12,34", 1234, 5, None),
    ],
)
def test_in_digits(old: str, was: int, value: int | str, new: str | None) -> None:
    from fractions import Fraction

    assert in_digits(old, Fraction(was), Fraction(value)) == new


@given(st.integers(1, 99), st.integers(1, 99))
def test_words_and_digits_come_back(first: int, second: int) -> None:
    from fractions import Fraction

    words = in_words("one", Fraction(1), Fraction(first))
    assert words is not None
    there = in_words(words, Fraction(first), Fraction(second))
    assert there is not None
    assert in_words(there, Fraction(second), Fraction(first)) == words
    assert in_digits(str(first), Fraction(first), Fraction(second)) == str(second)


@given(st.text(alphabet="ab\r\n\x0c\u2028", max_size=30), st.text(alphabet="ab\r\n\x0c\u2028", max_size=30))
def test_a_diff_has_every_line_once(old: str, new: str) -> None:
    lines = diff("a.md", old, new).split("\n")[3:-1] if old != new else []
    kept = [line for line in lines if line[:1] in (" ", "-")]
    assert len(list(kept)) <= old.count("\n") + 1
    assert all(line[:1] in " -+@\\" for line in lines)
