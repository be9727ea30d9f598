"""What a number's form says before its size is judged: ratios, subtractions, scales, titres, doses, reference lists."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from linter.checks.view import Settings
from linter.engine import Engine
from linter.readers import read
from linter.results import Finding
from linter.rulebook.rules import load_rules

Find = Callable[..., list[Finding]]

SILENT = {
    "reversed-range": [
        "The disease has a 4-to-1 female predominance.",
        "The anion gap was 18 mmol/L (140 – 122 mmol/L), which is raised.",
        "Interquartile range 45–20 = 25.",
        "Mild 13–15, moderate 12–9 and severe 8–3 are the grades of a head injury in points.",
        "The display dims: 60 to 0 s.",
        "Hb 12.4 to 10.9 g/dL post procedure.",
        "Leak 30 to 14 L/min. Coverage 97 to 95%.",
        "Beclometasone 400 to 200 micrograms twice daily when stepping down.",
        "The scale runs from 10 to 0.",
        "The mean BMI was 31–26 in Texas and Kent.",
    ],
    "parts-total": [
        "There are four steps: 1) wash, 2) dry, 3) dress, and 4) rest.",
        "Nearly 60% of referrals are severe. About 15% have no apnoea. The remaining 25% are mild.",
        "Of the 2,022 women randomised, 268 were smokers and 819 were over 60.",
        "Of all patients, 54% had pain, 48% had nausea and 30% had both.",
        "Of all referrals, 51% came from GPs, 28% from nurses and 21% from hospitals.",
        "We screened 940 people and randomised 612: 308 to the drug and 304 to placebo.",
        "We screened 940 people and randomised 612: 400 had diabetes and 314 had gout.",
        "Of the 59 trials, 39 tested balance training, 11 tai chi and 9 resistance work; each tested one kind only.",
        "Of the 59 trials, 39 tested balance training, 11 tai chi and 14 resistance work.",
        "Of the 59 trials, 39 tested strength, 21 tai chi and 14 resistance work; each tested one kind or more.",
        "Of these 480, 210 had no ulcer, 150 had a superficial ulcer and 120 had a deep one.",
        "Of these 480, 210 had no ulcer, 150 had a painful ulcer and 140 had a deep one.",
        "Of these 480, 210 had no pain, 150 had back pain and 140 had leg pain.",
        "Of the 480, 210 had no pain, 250 had mild pain and 140 of them had severe pain.",
        "Of all tumours, 50% are adenocarcinoma, 35% squamous cell carcinoma and 15% large cell or other.",
        "Of all patients, 50% had pain, 35% nausea and 25% rash or other symptoms.",
        "Of all patients, 50% are smokers, 35% drinkers and 25% users of other drugs.",
        "Of all patients, 50% are smokers, 35% are obese and 25% are diabetic.",
    ],
    "impossible-value": [
        "About 150 of every 1 million people get it.",
        "Risk is high when Ca × P > 70, or K + P > 9.",
        "The odds went from 1:99 to 18:99; the titre fell from 1:64 to 1:80.",
        "Signed 12.11.2024; US style 02/28/2024; version 31.2.2024-b.",
        "A P of -0.02 cannot be: fix it.",
        "Titrate to an SpO2 of 94–98%, and to a saturation of 88% to 92% in COPD.",
        "Saturation was 97%, 103% of the figure at baseline.",
        "Oxygen saturation was 94%, and FEV1 rose from 90 to 108% of predicted.",
        "The P of the plasma was 1.31.",
        "| Ion | Ca | P |\n|---|---|---|\n| A | 2.3 | 0.9 |\n| B | 2.2 | 1.31 |\n| C | 2.1 | 0.8 |",
        "| Outcome | Drug | P |\n|---|---|---|\n| Death | 4% | 0.04 |\n| Stroke | 2% | >0.99 |\n| Falls | 2% | 1.00 |",
        "| Page | P |\n|---|---|\n| Tea | 12 |\n| Ale | 13 |",
    ],
    "change-arithmetic": [
        "An effectiveness of 90% means a 90% reduction in disease, or a 90% reduction from the cases expected.",
        "The risk is fivefold (15% vs 3%).",
        "The titre fell from 1:64 to 1:8.",
    ],
    "estimate-outside-interval": [
        "Cure rates were 40% vs 28% (95% CI 5 to 19).",
        "It was 72.6% effective, with a confidence interval from 57.9% to 80.1%.",
        "The vaccine was 82.6% effective (95% CI, 57.9 to 90.1).",
        "Mortality was 22% lower (95% CI, 0.66 to 0.92).",
        "Admissions were 22% lower (95% CI, -34% to -8%).",
        "It was 82.6% effective. The confidence interval for deaths went from 57.9% to 80.1%.",
    ],
    "fraction-percent": [
        "A third-season estimate was too vague to use (48%, 95% CI 12 to 72).",
        "A third-generation test (95%) is better.",
        "One third-line drug (12%) was stopped.",
    ],
    "malformed-number": [
        "It costs $4.50, or $3,000 a year.",
        "It costs $4,50, and then $3,20.",
        "It costs $4,50.",
        "You pay $10,20 or 30, up to $3,000.",
    ],
    "trailing-zero": [
        "Reported at 1.05 mg, 10.5 mg and 100 mg.",
        "The mean daily dose was 2.50 mg (SD, 1.10 mg).",
        "Creatinine was 1.20 mg/dL.",
        'Never write "2.50 mg".',
    ],
    "error-prone-abbreviation": [
        "The amylase in the fluid was above 1800 IU.",
        "hCG rose from 900 IU to 2,100 IU in two days.",
        "The box may say 50 µg or 50 mcg.",
        "Take 10 mg OD (once daily).",
        "Three pints of beer are 6.9u.",
        "A toxic dose > 75 mg/kg needs treatment.",
    ],
    "absolute-claim": [
        "No single sign, set of signs, or score of signs can be relied on to guarantee success.",
        "No vaccine works for everyone, and no test rules out all risk.",
        "The tablets are fully protected from light.",
        'The "100% safe" ads were taken down.',
        "Nobody can say that it poses no risk.",
        "Absolutely safe travel is not promised.",
        "Try to find a drug that cures migraine permanently, they were told.",
        "We are trying a drug: it cures migraine permanently, they hope.",
        "Nothing you try cures migraine permanently.",
    ],
    "stale-forecast": [
        "Until then the drug could only be prescribed by a specialist in 2014.",
        "Cases rose to 5 million by 2020.",
        "It helped to cut admissions by 2019.",
        "Are your results not yet available?",
        "Your results are not yet available.",
        "Prevalence was projected to reach 30% by 2020; it was 27%.",
        "Results will be compared with figures from January 2020.",
        "It will be funded from 2019 savings.",
        "The new unit will offer places to patients from 2020.",
        "Dental cover will be added from January 2030.",
        "The report said that dental cover would be added from January 2020.",
    ],
    "relative-time": ['Removed "new in 2018" labels.'],
    "unsourced-figure": [
        "About 20% of people have kidney stones.1 Kidney failure is rarer.",
        "About 20% of people have it [3].",
        "About 20% of people have it.²",
        "About 20% of people have it.\n\n## References\n\n1. Okafor. Stones. 2021.",
        "Readings: 20% of people had it. Stones J 2021;12(3):45-7.",
        "No drug is 100% effective in people.",
    ],
}  # fmt: skip
LOUD = [
    ("reversed-range", "Adults usually need 40–20 mg a day.", "40–20 mg"),
    ("reversed-range", "The target is an INR of 3 to 2.", "3 to 2"),
    ("reversed-range", "| Test | Normal range |\n|---|---|\n| Sodium | 145–135 mmol/L |", "145–135 mmol/L"),
    ("reversed-range", "A median of 61 years (range, 84-23) was found.", "84-23"),
    ("reversed-range", "Allow 50 to 30 minutes.", "50 to 30 minutes"),
    ("parts-total", "Of all referrals, 54% came from GPs, 28% from nurses and 23% from hospitals.", "54%, 28% and 23%"),
    ("parts-total", "In all, 58% preferred tablets, 31% preferred drops and 21% had no preference.", "58%, 31% and 21%"),
    ("parts-total", "Of 300 people randomised, 120 received the drug and 140 received placebo.", "120 and 140"),
    ("parts-total", "We screened 940 people and randomised 612: 308 to the drug and 314 to placebo.", "308 and 314"),
    ("parts-total", "The trial randomised 612: 308 to the drug and 300 to placebo.", "308 and 300"),
    ("parts-total", "Of the 59 trials, 39 tested balance, 11 tai chi and 14 resistance; each tested one kind only.", "39, 11 and 14"),
    ("parts-total", "Of 80 nurses, 50 chose tea and 40 coffee; none had more than one drink.", "50 and 40"),
    ("parts-total", "Of these 480, 210 had no ulcer, 150 had a superficial ulcer and 140 had a deep one.", "210, 150 and 140"),
    ("parts-total", "Of all patients, 50% had no pain, 35% had mild pain and 25% had severe pain.", "50%, 35% and 25%"),
    ("parts-total", "Of all tumours, 50% are adenocarcinoma, 35% squamous cell carcinoma and 25% large cell or other.", "50%, 35% and 25%"),
    ("parts-total", "Of all callers, 60% were women, 35% men and 15% unknown.", "60%, 35% and 15%"),
    ("impossible-value", "Titrate to an SpO2 of 94–108%.", "SpO2 of 94–108%"),
    ("impossible-value", "Saturation was between 94% and 108% at night.", "Saturation was between 94% and 108%"),
    ("impossible-value", "The difference was significant, with a P of 1.31.", "P of 1.31"),
    ("impossible-value", "| Outcome | Drug | P |\n|---|---|---|\n| Stay | 6% | 0.04 |\n| Death | 4% | 1.31 |\n| Pain | 3% | <0.001 |", "1.31"),
    ("impossible-value", "| | Stay | Pain | Death |\n|---|---|---|---|\n| P value | 0.04 | <0.001 | 1.31 |", "1.31"),
    ("estimate-outside-interval", "It was 82.6% effective, with a confidence interval from 57.9% to 80.1%.", "82.6%"),
    ("estimate-outside-interval", "The test was 97% sensitive (95% CI, 81 to 94).", "97%"),
    ("estimate-outside-interval", "Deaths were 30% lower (95% CI, 12% to 25%).", "30%"),
    ("malformed-number", "You pay $4,50 of a limit of $3,000.", "$4,50"),
    ("malformed-number", "Tea is £1.20 or £2.40; coffee is £3,10.", "£3,10"),
    ("absolute-claim", "Try an ear piercing: it cures migraine permanently.", "cures migraine permanently"),
    ("stale-forecast", "Dental cover will be added from January 2025.", "will be added from January 2025"),
    ("stale-forecast", "The clinic will open in Leeds from 2024.", "will open in Leeds from 2024"),
    ("stale-forecast", "Statins will be free as of 1 April 2023.", "will be free as of 1 April 2023"),
    ("impossible-value", "The difference was significant (P = -0.02).", "P = -0.02"),
    ("impossible-value", "The groups did not differ (P = 1.4).", "P = 1.4"),
    ("impossible-value", "Last updated: 31.02.2024", "31.02.2024"),
    ("impossible-value", "About 20 out of 10 have a virus.", "20 out of 10 have"),
    ("trailing-zero", "Take ramipril 2.50 mg once daily.", "2.50 mg"),
    ("trailing-zero", "Give thiopental 3.0–5.0 mg/kg.", "3.0–5.0 mg"),
    ("error-prone-abbreviation", "Set a tidal volume of 6–8 cc/kg.", "cc"),
    ("error-prone-abbreviation", "Run insulin at 2 U/h.", "U"),
    ("absolute-claim", "From today you are fully protected against HIV.", "are fully protected"),
    ("absolute-claim", "Implants succeed in 100% of patients.", "succeed in 100% of patients"),
    ("absolute-claim", "Radiotherapy can never cause harm.", "can never cause harm"),
    ("absolute-claim", "Whitening never damages enamel.", "never damages"),
    ("absolute-claim", "The vaccine gives you total protection.", "gives you total protection"),
    ("stale-forecast", "Sales of the drug are rising to 5 million by 2020.", "are rising to 5 million by 2020"),
    ("stale-forecast", "Admissions could double by 2022.", "could double by 2022"),
    ("stale-forecast", "Cases of gout to top 2,000 by 2024, the trust says.", "to top 2,000 by 2024"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "draft"), [(rule, d) for rule, drafts in SILENT.items() for d in drafts])
def test_silent(rule: str, draft: str, find: Find) -> None:
    assert [f.found for f in find(draft, rule)] == []


@pytest.mark.parametrize(("rule", "draft", "found"), LOUD)
def test_loud(rule: str, draft: str, found: str, find: Find) -> None:
    assert [f.found for f in find(draft, rule)] == [found]


def test_every_unit_of_a_sentence(find: Find) -> None:
    found = find("Set it to 12 s per 1u, 30 s per 1u or 60 s per 1u of bolus.", "error-prone-abbreviation")
    assert [(f.column, f.message) for f in found] == [
        (column, "Write “units” for “u”, which has been misread in orders and on labels.")
        for column in (21, 34, 49)
    ]


def test_two_zeros_behind_other_decimals(find: Find) -> None:
    (finding,) = find("Take ramipril 2.50 mg once daily.", "trailing-zero")
    assert finding.suggestion == "2.5 mg"
    assert finding.message == (
        "Write 2.5 mg: when the point is missed, 2.50 mg is read as a hundred times the dose."
    )


@pytest.mark.parametrize(
    ("setting", "draft", "expected"),
    [
        ("", "Take 50 µg of levothyroxine.", "mcg"),
        ("", "Take 50 µg of levothyroxine. The tumour grew.", "micrograms"),
        ("", "Take 50 µg of levothyroxine, then 25 mcg. The tumour grew.", "mcg"),
        ("", "Take 50 µg of levothyroxine, then 25 micrograms.", "micrograms"),
        ("mcg", "Take 50 µg of levothyroxine, then 25 micrograms.", "mcg"),
        ("micrograms", "Take 50 µg of levothyroxine.", "micrograms"),
    ],
)
def test_micrograms(setting: str, draft: str, expected: str) -> None:
    engine = Engine(None, load_rules(), Settings(date(2026, 6, 1), micrograms=setting))
    findings = engine.check(read("draft.md", draft.encode())).findings
    assert [f.expected for f in findings if f.rule == "error-prone-abbreviation"] == [expected]


ENTRY = "{n}. Okafor L. A trial of tea. J Tea. {year};3(2):14-9.\n"


def test_a_page_of_old_references_is_one_finding(find: Find) -> None:
    old = "".join(ENTRY.format(n=n, year=2000 + n) for n in range(1, 8))
    (finding,) = find(f"Tea calms.\n\n## References\n\n{old}8. Ames. New. J Tea. 2024;9:1-3.\n", "old-source")
    assert (finding.line, finding.found) == (5, "2001")
    assert finding.message == (
        "7 or more of the sources cited on this page are from 2016 or before, this one from 2001. Check whether there is a newer one."
    )


def test_one_old_reference_and_an_old_survey_are_two(find: Find) -> None:
    draft = f"A 2009 survey asked people about tea.\n\n## Sources\n\n{ENTRY.format(n=1, year=2008)}"
    assert [f.found for f in find(draft, "old-source")] == ["2009 survey", "2008"]
