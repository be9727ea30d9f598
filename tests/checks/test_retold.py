"""Figures told again in the same words: sentences, rows, limits, what a place has, and two pages."""

from __future__ import annotations

import pickle
from collections.abc import Callable

import pytest

from linter.checks.corpus import cross_document_conflict
from linter.checks.retold_read import tellings
from linter.engine import Engine
from linter.readers import read
from linter.results import Finding

Find = Callable[..., list[Finding]]
RULE = "within-document-conflict"
WITHIN = {
    "what a place has": (
        "# Visitor guide\n\nThe car park has 320 spaces.\n\n## Getting here\n\nThere are 230 spaces in the car park, and disabled bays at the front.\n",
        "230", "320",
    ),
    "a row and a sentence": (
        "# Fees\n\n| Service | Price |\n|---|---|\n| Eye test | £25 |\n| Hearing test | £40 |\n\n## Eye tests\n\nAn eye test costs £30 and takes half an hour.\n",
        "£30", "£25",
    ),
    "a row with more columns": (
        "# Plan\n\n| | In network | Out of network |\n|---|---|---|\n| Dentist visit | $30 copay | 50% |\n| Walk-in clinic | $90 copay | $90 copay |\n\n## Walk-in clinics\n\nA walk-in clinic has a copay of $70, waived on Sundays.\n",
        "$70", "$90",
    ),
    "a limit in a row": (
        "# Pain relief\n\n| Drug | Dose | How often |\n|---|---|---|\n| Paracetamol | 15 mg/kg | every 6 hours, at most 4 doses a day |\n| Codeine | 1 mg/kg | once a day |\n\nParents may give paracetamol up to 6 times a day at home.\n",
        "up to 6", "at most 4",
    ),
    "one drug at one time of day": (
        "# Discharge letter\n\nShe goes home on bisoprolol 2.5 mg in the morning.\n\n## Medicines\n\n- Insulin 14 units at bedtime\n- Bisoprolol 5 mg in the morning\n",
        "5 mg", "2.5 mg",
    ),
    "synonyms": (
        "# Eye drops\n\nThrow the bottle away 28 days after opening.\n\n## Storage\n\nDiscard the bottle 42 days after you open it.\n",
        "42 days", "28 days",
    ),
    "beside the same large number": (
        "# Sleep review\n\nThe review pooled 19 randomised trials with 7,180 adults.\n\n> **In a nutshell:** 17 randomised trials, 7,180 adults, better sleep for most.\n",
        "17", "19",
    ),
    "an order in the same words": (
        "# Fever\n\n**Paracetamol**: 10 to 15 mg per kg. Wait at least 4 hours between doses of paracetamol, and give no more than 5 in 24 hours.\n\n## Checklist\n\n- Last dose, what and when? Wait at least 6 hours between doses of paracetamol.\n",
        "at least 6 hours", "at least 4 hours",
    ),
    "a length joined to its noun": (
        "# Rehab\n\nThe programme lasts 8 weeks.\n\n## The end\n\nAt the close of the 10-week programme we repeat the walking test.\n",
        "10-week", "8 weeks",
    ),
    "a time until which and from which": (
        "# Leaflet\n\nLeave the bulky bandage in place for 48 hours.\n\n## Checklist\n\n- Bulky bandage off after 72 hours\n",
        "72 hours", "48 hours",
    ),
    "hours of opening": (
        "# Helpline\n\nThe helpline is open from 8 am to 8 pm, seven days a week.\n\n## Contact\n\nOur helpline closes at 6 pm.\n",
        "6 pm", "8 pm",
    ),
    "a year of founding": (
        "# Trust\n\nOur clinic was founded in 1987 by two midwives.\n\n## Small print\n\nThe clinic, founded in 1978, is a registered charity.\n",
        "1978", "1987",
    ),
    "an answer and its question": (
        "# Rehab\n\nThe programme lasts eight weeks.\n\n## Asked often\n\n**How long does the programme go on for?** You will come to us for twelve weeks.\n",
        "twelve weeks", "eight weeks",
    ),
    "a setting": (
        "# Pump\n\nSet the pump alarm to 45 mmHg before you start.\n\n## Troubleshooting\n\nCheck that the pump alarm is set to 35 mmHg.\n",
        "35 mmHg", "45 mmHg",
    ),
    "a share and a ratio": (
        "# Risk\n\nAbout 1 in 8 women will get breast cancer in their lifetime.\n\n## Who\n\nOver a lifetime, breast cancer affects one woman in ten.\n",
        "one woman in ten", "About 1 in 8",
    ),
    "a limit under a head": (
        "# Pain\n\n| Drug | Maximum daily dose |\n|---|---|\n| Ibuprofen | 2,400 mg |\n| Naproxen | 1,000 mg |\n\nDo not give more than 1,250 mg of naproxen in a day.\n",
        "more than 1,250 mg", "1,000 mg",
    ),
    "one patient's age": (
        "# Letter\n\nThank you for referring this 58-year-old baker.\n\n## In short\n\nThis 56-year-old man is doing well.\n",
        "56-year", "58-year",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WITHIN)
def test_one_thing_told_twice_in_a_draft_is_reported(find: Find, name: str) -> None:
    draft, found, expected = WITHIN[name]
    (finding,) = find(draft, RULE)
    assert (finding.found, finding.expected) == (found, expected)
    assert [place.text for place in finding.related] == [expected]


APART = [
    "# Doses\n\n## Adults\n\nWait at least 4 hours between doses of paracetamol.\n\n## Children under 12\n\nWait at least 6 hours between doses of paracetamol.\n",
    "# Fees\n\n| Service | Price |\n|---|---|\n| Eye test | £25 |\n| Hearing test | £40 |\n\n## Offers\n\nA hearing test costs £40; the eye test for over-60s is £20.\n",
    "# Team\n\nOur clinic has 6 doctors and 14 nurses.\n\n## Northside clinic\n\nThe Northside clinic has 4 doctors and 9 nurses.\n",
    "# Report 2025\n\nIn 2024 we ran 48 courses.\n\n## This year\n\nIn 2025 we ran 64 courses.\n",
    "# Metformin\n\nThe most you can take is 2 g a day.\n\n## Kidney disease\n\nIn kidney disease the most you can take is 1 g a day.\n",
    "# Preparation\n\nMix the first sachet with 1 litre of water.\n\nMix the second sachet with 500 mL of water.\n",
    "# Ramipril\n\nTake 2.5 mg in the morning for a week.\n\nAfter that take 5 mg in the morning.\n",
    "# Zones\n\nPeak flow 80% to 100% of your best.\n\n## Amber\n\nPeak flow 50% to 79% of your best.\n",
    "# Changes\n\n## 2.1.0\n\n- The timeout is now 30 minutes.\n\n## 2.0.0\n\n- The timeout is now 20 minutes.\n",
    "# Training\n\n## Phase 1\n\nHold the leg press for 20 seconds.\n\n## Phase 2\n\nHold the leg press for 30 seconds.\n",
    "# Recruitment\n\nThe team has 38 nurses.\n\nWe plan to have 45 nurses in the team by next year.\n",
    "# Dental cover\n\nThe dental limit was raised from $1,000 to $1,200 a year.\n\n## Summary\n\nThe dental limit is $1,200 a year.\n",
    "# Clinic\n\nThe clinic is open until 6 pm.\n\n## More\n\nOn Thursdays the clinic is open until 8 pm.\n",
    "# Wards\n\nWard 4 has 24 beds. Ward 5 has 28 beds.\n\n## In all\n\nThere are 52 beds in the medical unit.\n",
    "# Course\n\nThe pass mark is 70%.\n\n## Resits\n\nThe pass mark for the resit is 50%.\n",
    "# Doses\n\nBy mouth, the starting dose is 5 mg of morphine every four hours.\n\n## Later\n\nBy injection, the starting dose is 2.5 mg of morphine every four hours.\n",
    "# Needs\n\n| Nutrient | Women |\n|---|---|\n| Calcium | 1,000 mg |\n\nWomen over 50 need 1,200 mg of calcium.\n",
    "# Flu jabs\n\nIn 2024, 38% of staff had the flu jab.\n\n## Now\n\nThis winter 44% of staff have had the flu jab.\n",
    "# Bowel preparation\n\nMorning appointment: second sachet at 9 pm.\n\n## Or\n\nAfternoon appointment: second sachet at 7 am.\n",
    "# Cases\n\nA 45-year-old woman came with a cough.\n\n## Next\n\nA 60-year-old woman came with a rash.\n",
]


@pytest.mark.parametrize("draft", APART)
def test_what_differs_in_whom_when_or_where_is_not(find: Find, draft: str) -> None:
    assert find(draft, RULE) == []


def across(engine: Engine, *drafts: str) -> list[Finding]:
    results = [engine.check(read(f"{'abc'[k]}.md", draft.encode())) for k, draft in enumerate(drafts)]
    return cross_document_conflict([r.claims for r in results], engine.rules["cross-document-conflict"])


PAGES = {
    "one unit": (
        "# Kestrel Renal Unit\n\nThe Kestrel renal unit has 24 dialysis stations and a house for training.\n",
        "# The Kestrel, staff news\n\n## Renal unit open day\n\nOn 14 November you can tour the Kestrel renal unit and its 28 dialysis stations.\n",
        "28", "24",
    ),
    "one study": (
        "# CORAL-HF: results\n\nThe trial randomised 1,362 people with heart failure at 41 sites.\n",
        "# Trial news\n\nWell done to the CORAL-HF team. We randomised 1,326 people in three years.\n",
        "1,326", "1,362",
    ),
    "one year": (
        "# About us\n\nOur helpline nurses took 9,600 calls in 2025.\n",
        "# Our year\n\n## Helpline\n\nOur nurses answered 9,430 calls in 2025, up from 8,870 in 2024.\n",
        "9,430", "9,600",
    ),
    "two words for one thing": (
        "# Infection control policy\n\nPatients at high risk must be seen by a senior doctor within 60 minutes.\n",
        "# News\n\nA patient at high risk must now be seen by a senior doctor within 30 minutes.\n",
        "within 30 minutes", "within 60 minutes",
    ),
    "a label and a sentence": (
        "# Plan summary\n\nUrgent care visit: $40 copay\n",
        "# Member guide\n\nWhen you go to an urgent care centre, your copay is $60.\n",
        "$60", "$40",
    ),
    "waiting and avoiding": (
        "# Leaflet: colposcopy\n\nAvoid sex for four weeks after treatment.\n",
        "# Colposcopy FAQ\n\n**When can I have sex again?** After treatment you should wait six weeks before having sex.\n",
        "six weeks", "four weeks",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_one_thing_told_on_two_pages_is_reported(engine: Engine, name: str) -> None:
    one, other, found, expected = PAGES[name]
    (finding,) = across(engine, one, other)
    assert (finding.path, finding.found, finding.expected, finding.related[0].path) == (
        "b.md",
        found,
        expected,
        "a.md",
    )


def test_the_figure_that_its_sentence_confirms_is_not_the_one_reported(engine: Engine) -> None:
    confirmed = "# CORAL-HF: results\n\nWe randomised 1,326 people: 662 to the drug and 664 to placebo.\n"
    news = "# Trial news\n\nThe CORAL-HF trial randomised 1,362 people.\n"
    (finding,) = across(engine, news, confirmed)
    assert (finding.path, finding.found, finding.expected) == ("a.md", "1,362", "1,326")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("# Hospital A\n\nThe hospital has 420 beds.\n", "# Hospital B\n\nThe hospital has 280 beds.\n"),
        (
            "# Annual report 2023\n\nWe answered 8,200 calls.\n",
            "# Annual report 2024\n\nWe answered 9,100 calls.\n",
        ),
        (
            "# Hip replacement: your recovery\n\nMost people leave hospital within three days.\n",
            "# Knee replacement: your recovery\n\nMost people leave hospital within four days.\n",
        ),
        (
            "# Before the levy\n\nBefore the levy, soft drinks contained 4.4 g of sugar per 100 ml on average.\n",
            "# After it\n\nWithin a year of the levy, soft drinks contained 2.9 g of sugar per 100 ml on average.\n",
        ),
        (
            "# Marlow syndrome\n\nEach child of a carrier has a 50% chance of having the condition.\n",
            "# Tessler disease\n\nEach child of a carrier has a 25% chance of having the condition.\n",
        ),
        (
            "# Minutes of the June meeting\n\nThe waiting list has 240 people on it.\n",
            "# Minutes of the July meeting\n\nThe waiting list has 260 people on it.\n",
        ),
        (
            "# Report\n\nThe Leeds team took 1,200 calls in 2025.\n",
            "# Report\n\nThe York team took 1,500 calls in 2025.\n",
        ),
    ],
)
def test_pages_on_two_places_or_times_are_not(engine: Engine, one: str, other: str) -> None:
    assert across(engine, one, other) == []


def test_three_figures_in_the_same_words_are_a_series(find: Find) -> None:
    draft = "# Bays\n\nThe ward has 20 beds.\n\n## Then\n\nThe ward has 24 beds.\n\n## Now\n\nThe ward has 28 beds.\n"
    assert find(draft, RULE) == []


def test_tellings_travel_between_processes(engine: Engine) -> None:
    told = tellings(engine.view(read("a.md", b"# Parking\n\nThe car park has 320 spaces.\n")))
    assert [(t.found, t.thing) for t in told] == [("320", "space")]
    assert pickle.loads(pickle.dumps(told)) == told
