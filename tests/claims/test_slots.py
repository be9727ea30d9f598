"""Ages, spans of time and rhythms: what a sentence says of each, and where."""

from __future__ import annotations

from fractions import Fraction

import pytest

from linter.language.ages import ages
from linter.language.quantities import read_figures
from linter.language.slots import frequencies, horizons

AGES = [
    ("A woman of 40 runs a risk.", [("woman of 40", 40, 40)]),
    ("A man of 80 kg runs.", []),
    ("adults aged 50 to 69", [("aged 50 to 69", 50, 69)]),
    ("patients aged 18 to 34 and 40 to 42", [("aged 18 to 34", 18, 34), ("40 to 42", 40, 42)]),
    ("adults aged 50 to 69 and 40 to 60% of men", [("aged 50 to 69", 50, 69)]),
    ("adults aged 50–69 years", [("aged 50–69", 50, 69)]),
    ("between the ages of 18 and 64", [("between the ages of 18 and 64", 18, 64)]),
    ("girls vaccinated when they were 12–13", [("when they were 12–13", 12, 13)]),
    ("the survival of adults at 1 year after a transplant", []),
    ("children 6 to 11 years old", [("6 to 11 years old", 6, 11)]),
    ("40- to 64-year-olds", [("40- to 64-year-olds", 40, 64)]),
    ("people over 65", [("over 65", 65, None)]),
    ("before they turn 30", [("before they turn 30", None, 30)]),
    ("by the time she is 50", [("by the time she is 50", None, 50)]),
    ("by their fourteenth birthday", [("by their fourteenth birthday", None, 14)]),
    ("once past their 70th birthday", [("once past their 70th birthday", 70, None)]),
    ("before they are 40% better", []),
    ("a boy of 20 kg", []),
    ("65 and older", [("65 and older", 65, None)]),
    ("50 or older", [("50 or older", 50, None)]),
    ("aged 18+", [("aged 18+", 18, None)]),
    ("they were under 15 years old", [("under 15 years old", None, 15)]),
    ("a drug that is under 15 years from sale", []),
    ("people of 40 and over", [("40 and over", 40, None)]),
    ("people of 65 years and up", [("65 years and up", 65, None)]),
    ("adults in their 70s and beyond", [("in their 70s and beyond", 70, None)]),
    ("at least 18 years old", [("at least 18 years old", 18, None)]),
    ("anyone older than 70", [("older than 70", 70, None)]),
    ("women under the age of 40", [("under the age of 40", None, 40)]),
    ("people younger than 30", [("younger than 30", None, 30)]),
    ("33% under 35", [("under 35", None, 35)]),
    ("just 4% at over 44", [("over 44", 44, None)]),
    ("the under-5s", [("under-5s", None, 5)]),
    ("a 30-year-old", [("30-year-old", 30, 30)]),
    ("men aged 45", [("aged 45", 45, 45)]),
    ("people in their 40s", [("in their 40s", 40, 49)]),
    ("girls offered it at age 12 to 13", [("at age 12 to 13", 12, 13)]),
    ("vaccinated when they were 12 or 13", [("when they were 12 or 13", 12, 13)]),
    ("vaccinated before their 17th birthday", [("before their 17th birthday", None, 17)]),
    ("every 5 years, from 25 until 64", [("from 25 until 64", 25, 64)]),
    ("people who gave up smoking at 50", [("smoking at 50", 50, 50)]),
    ("once you reach 50", [("once you reach 50", 50, 50)]),
    ("when they were 5 kg lighter", []),
    ("starting at 50 mg", []),
    ("offered at 12 hospitals", []),
    ("412 adults at 14 clinics in Spain", []),
    ("rose from 54 to 61", []),
    ("babies younger than 2 months", []),
    ("more than 65 hospitals", []),
    ("from 20 to 30%", []),
    ("over 65% of people", []),
    ("people over 250 pounds", []),
    ("a CHA2DS2-VASc score of 2 or above", []),
    ("a BMI of 30 or over in people aged 65 and over", [("aged 65 and over", 65, None)]),
    ("started at 30 to 45 mL/min", []),
    ("the eGFR drug is not started at 30 to 45", []),
    ("over the past 5 years", []),
    ("between 24+0 and 33+6 weeks", []),
]


@pytest.mark.parametrize(("text", "expected"), AGES, ids=[case[0] for case in AGES])
def test_ages(text: str, expected: list[tuple[str, int | None, int | None]]) -> None:
    assert [(text[s.start : s.end], *s.value) for s in ages(text)] == expected


DAY, YEAR = Fraction(86400), Fraction(31556952)
HORIZONS = [
    ("the 5-year survival rate", [("5-year", 5 * YEAR)]),
    ("alive at 5 years", [("5 years", 5 * YEAR)]),
    ("alive 5 years on", [("5 years", 5 * YEAR)]),
    ("died within 30 days of it", [("30 days", 30 * DAY)]),
    ("returns after two years", [("two years", 2 * YEAR)]),
    ("one year after surgery", [("one year", YEAR)]),
    ("6 months after diagnosis", [("6 months", YEAR / 2)]),
    ("in the first year", [("first year", YEAR)]),
    ("in 12 months", [("12 months", YEAR)]),
    ("over a decade", [("a decade", 10 * YEAR)]),
    ("a 2-week course", [("2-week", 14 * DAY)]),
    ("by 6 weeks", [("6 weeks", 42 * DAY)]),
    ("after 6 to 12 weeks of treatment", [("6 to 12 weeks", 42 * DAY), ("6 to 12 weeks", 84 * DAY)]),
    ("treatment takes 6 to 12 weeks", [("6 to 12 weeks", 42 * DAY), ("6 to 12 weeks", 84 * DAY)]),
    ("the implant lasts 10 years", []),
    ("every 2 weeks", []),
    ("median survival was 24 months", []),
]


@pytest.mark.parametrize(("text", "expected"), HORIZONS, ids=[case[0] for case in HORIZONS])
def test_horizons(text: str, expected: list[tuple[str, Fraction]]) -> None:
    assert [(text[s.start : s.end], s.value[0]) for s in horizons(text, read_figures(text))] == expected


FREQUENCIES = [
    ("twice a day", [("twice a day", Fraction(2))]),
    ("once daily", [("once daily", Fraction(1))]),
    ("four times daily", [("four times daily", Fraction(4))]),
    ("every 12 hours", [("every 12 hours", Fraction(2))]),
    ("every other day", [("every other day", Fraction(1, 2))]),
    ("three times a week", [("three times a week", Fraction(3, 7))]),
    ("every two weeks", [("every two weeks", Fraction(1, 14))]),
    ("every 4 weeks", [("every 4 weeks", Fraction(1, 28))]),
    ("an injection three monthly", [("three monthly", Fraction(86400 * 4, 31556952))]),
    ("begins with three monthly shots", [("monthly", Fraction(86400 * 12, 31556952))]),
    ("at bedtime", [("at bedtime", Fraction(1))]),
    ("morning and evening", [("morning and evening", Fraction(2))]),
    ("taken b.i.d.", [("b.i.d.", Fraction(2))]),
    ("5 mg/day", [("/day", Fraction(1))]),
    ("one tablet a day", [("a day", Fraction(1))]),
    ("a monthly shot", [("monthly", 86400 * 12 / YEAR)]),
    ("a twice-yearly shot", [("twice-yearly", 2 * 86400 / YEAR)]),
    ("the day after", []),
    ("5 years a patient", []),
]


@pytest.mark.parametrize(("text", "expected"), FREQUENCIES, ids=[case[0] for case in FREQUENCIES])
def test_frequencies(text: str, expected: list[tuple[str, Fraction]]) -> None:
    assert [(text[s.start : s.end], s.value[0]) for s in frequencies(text)] == expected
