"""Forms that look like a mistake on real pages and are none, each beside a twin that is one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from linter.checks.safety_senses import SENSES
from linter.results import Finding

Find = Callable[..., list[Finding]]

#: Rule, what is to stay silent, its twin that is not, and what is found there.
TWINS = [
    # A lesson in writing doses shows the wrong spelling.
    ("naked-decimal", "Use a leading zero (0.5 mg, not .5 mg).", "The dose is .5 mg.", ".5 mg"),
    ("naked-decimal", "Write 0.5 mg, never .5 mg.", "She was given not 5 but .5 mg.", ".5 mg"),
    ("trailing-zero", "Avoid trailing zeros (1 mg, not 1.0 mg).", "Take 1.0 mg at night.", "1.0 mg"),
    ("trailing-zero", "Write 5 mg, not 5.0 mg.", "The usual dose is not 5.0 mg in children.", "5.0 mg"),
    # What is measured, worked with or eaten is no dose.
    ("trailing-zero", "Rats were injected with 5.0 mg/kg of streptozotocin.", "Inject 5.0 mg/kg.", "5.0 mg"),
    ("trailing-zero", "Cadmium in the topsoil was above 1.0 mg/kg.", "Give the child 1.0 mg/kg.", "1.0 mg"),
    ("trailing-zero", "PM2.5 was above 10.0 µg/m3.", "Give 10.0 µg once a day.", "10.0 µg"),
    ("trailing-zero", "Urine protein was 2.0 g in 24 hours.", "Take no more than 2.0 g in 24 hours.", "2.0 g"),
    ("trailing-zero", "Take 5.000 IU a day.", "Take 5.00 IU a day.", "5.00 IU"),
    (
        "trailing-zero",
        "| Nutrient | Amount |\n|---|---|\n| Protein | 12.0 g |\n| Sodium | 150.0 mg |",
        "| Drug | Dose |\n|---|---|\n| Sodium valproate | 150.0 mg |\n| Protein C | 12.0 mg |",
        "150.0 mg",
    ),
    ("error-prone-abbreviation", "A cyst of 5 cc was seen.", "Take 5 cc after meals.", "cc"),
    ("error-prone-abbreviation", "A prostate of 40 cc is enlarged.", "Inject 2 cc into the knee.", "cc"),
    ("error-prone-abbreviation", "RNA (2 µg) was loaded on a gel.", "Take 50 µg in the morning.", "µg"),
    ("error-prone-abbreviation", "1 µg = 40 IU of vitamin D.", "Take 400 IU of vitamin D.", "IU"),
    ("error-prone-abbreviation", "The AUC was 1.2 µg·h/mL.", "The dose was 1.2 µg.", "µg"),
    ("error-prone-abbreviation", "Naloxone 4 mg OD reversal kit", "Aspirin 75 mg OD", "OD"),
    # The row of totals tells the overall rate; a percentage may be that of those who answered.
    (
        "parts-total",
        "| County | Fatality |\n|---|---|\n| Kent | 2% |\n| Essex | 3% |\n| Total | 2.3% |",
        "| Cause | Share |\n|---|---|\n| Gout | 60% |\n| Other | 30% |\n| Total | 100% |",
        "100%",
    ),
    (
        "parts-total",
        "| Ward | Mean stay |\n|---|---|\n| A | 12 |\n| B | 18 |\n| Total | 15 |",
        "| Ward | Beds |\n|---|---|\n| A | 12 |\n| B | 18 |\n| Total | 31 |",
        "31",
    ),
    (
        "fraction-percent",
        "| | Drug (n = 120) |\n|---|---|\n| Women | 60 (50%) |\n| Gout | 30 (25%) |\n| Died* | 12 (30%) |",
        "| | Drug (n = 120) |\n|---|---|\n| Women | 60 (50%) |\n| Gout | 30 (25%) |\n| Died | 12 (30%) |",
        "12 of 120",
    ),
    (
        "fraction-percent",
        "| | Drug (n = 120) |\n|---|---|\n| Women | 60 (50%) |\n| Gout | 30 (25%) |\n| Died | 12 (10.5%) |",
        "| | Drug (n = 120) |\n|---|---|\n| Women | 60 (50%) |\n| Gout | 30 (25%) |\n| Died | 12 (8.5%) |",
        "12 of 120",
    ),
    # Numbers of people below zero, and areas under a curve.
    ("impossible-value", "There was a change of −5 cases.", "We saw −5 cases.", "−5 cases"),
    ("impossible-value", "Notes:\n-3 patients died", "In all, -3 patients died.", "-3 patients"),
    ("impossible-value", "The AUC was 1.3 times higher.", "The model's AUC was 1.3.", "AUC was 1.3"),
    # History, other people's years, what a text will tell.
    ("stale-forecast", "It will be offered to people born in 1966.", "It will be offered in 2019.", "will be offered in 2019"),
    ("stale-forecast", "It will be covered for people diagnosed in 2013.", "Some 76,690 cases will be diagnosed in 2013.", "will be diagnosed in 2013"),
    ("stale-forecast", "“I will report back in March 2015,” she says.", "I will report back in March 2015.", "will report back in March 2015"),
    ("stale-forecast", "This chapter will cover events until 2012.", "The grant will cover visits until 2012.", "will cover visits until 2012"),
    ("stale-forecast", "As we will see, deaths fell in 2015.", "Deaths will fall in 2015.", "will fall in 2015"),
    ("stale-forecast", "In 2012, the WHO set a target: by 2020 measles will be gone.", "By 2020 measles will be gone.", "By 2020 measles will be"),
    ("relative-time", "Modern hospices began in 1967.", "The modern guideline, from 2017, says so.", "modern"),
    ("relative-time", "A new virus was identified in 2019.", "A new guideline was published in 2019.", "new"),
    ("relative-time", "The agency approved a new drug in 2016.", "A new guide of 2016 says so.", "new"),
    ("relative-time", "BBC News, 2019", "New research from 2019 says so.", "New"),
    ("relative-time", "See Current Biology (2013) for more.", "See the current list from 2013.", "current"),
    ("relative-time", "This page is current as of May 2019.", "The current page, from 2019, is long.", "current"),
    ("relative-time", "The most recent data at the time, from 2011, were used.", "The most recent data, from 2011, were used.", "most recent"),
    ("relative-time", "© 2014 Modern Health", "A new 2014 report says so.", "new"),
    ("old-source", "The 1995 Data Protection Directive applied.", "The 1995 data showed this.", "1995 data"),
    ("old-source", "Prescriptions fell after the 2002 WHI study.", "The 2002 WHI study says so.", "2002 WHI study"),
    ("old-source", "In 2008 the survey closed.", "In 2008 the survey found this.", "2008 the survey"),
    ("old-source", "She published a paper in 2010.", "She found a 2009 survey that says so.", "2009 survey"),
    ("old-source", "The patient reported in 2012 that it hurt.", "Researchers at Leeds reported in 2012 that it hurts.", "reported in 2012"),
    ("old-source", "This article was published in 2011.", "An article was published in 2011.", "article was published in 2011"),
    ("old-source", "The guideline of 2009, updated in 2023, says so.", "The guideline of 2009, written in Leeds, says so.", "guideline of 2009"),
    ("old-source", "The 2013 Francis report led to new laws.", "The 2013 Francis report advises new laws.", "2013 Francis report"),
    ("old-source", "CT report 2014: no change.", "Their report (2014) says so.", "report (2014)"),
    ("old-source", "Wakefield's fraudulent 1998 paper did harm.", "Wakefield's 1998 paper says so.", "1998 paper"),
    # Promises in another sense.
    ("absolute-claim", "The murmur is completely harmless.", "It is completely harmless.", "completely harmless"),
    ("absolute-claim", "The lump is completely painless.", "The injection is completely painless.", "completely painless"),
    ("absolute-claim", "It never hurts to ask.", "The drug never hurts the baby.", "never hurts"),
    ("absolute-claim", "It is likely to pose no risk.", "It will pose no risk.", "pose no risk"),
    ("absolute-claim", "Your place is guaranteed.", "Relief is guaranteed.", "is guaranteed"),
    ("absolute-claim", "The clinic treats all types of cancer.", "The tea treats all types of cancer.", "treats all types of cancer"),
    ("absolute-claim", "Boiling kills all germs.", "The spray kills all germs.", "kills all germs"),
    ("absolute-claim", "Tolerating it well, no side effects.", "The tea has no side effects.", "has no side effects"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "draft"), [(t[0], t[1]) for t in TWINS], ids=[t[1] for t in TWINS])
def test_it_is_none(rule: str, draft: str, find: Find) -> None:
    assert [(f.rule, f.found) for f in find(draft, rule)] == []


@pytest.mark.parametrize(
    ("rule", "draft", "found"), [(t[0], t[2], t[3]) for t in TWINS], ids=[t[2] for t in TWINS]
)
def test_its_twin_is_one(rule: str, draft: str, found: str, find: Find) -> None:
    assert found in [f.found for f in find(draft, rule)]


@pytest.mark.parametrize("sense", SENSES, ids=[s.example for s in SENSES])
def test_each_sense_has_an_example_that_is_no_promise(sense: tuple[str, ...], find: Find) -> None:
    assert find(SENSES[SENSES.index(sense)].example, "absolute-claim") == []


def test_a_word_is_reported_once_whatever_years_stand_by_it(find: Find) -> None:
    draft = "Updates of May 2019 and the latest news of March 2021"
    assert [f.found for f in find(draft, "relative-time")] == ["latest"]
