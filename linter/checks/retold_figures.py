"""The figures that a page may tell again: those that claim something, and hours, ages, days of a plan and years of founding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from linter.language.figure import CLAIM, Figure
from linter.patterns import AnyCase, Pattern

EXACT = frozenset({"year", "clock", "age", "date"})
"""Dimensions of which any two values differ, however near."""
_HOUR = Pattern(r"(?P<h>\d{1,2})(?:[:.](?P<m>\d\d))?\s*(?P<p>[AaPp])?")
_FROM = AnyCase(r"\b(?:from|between|opens?(?:\s+at)?|starts?(?:\s+at)?|begins?(?:\s+at)?)\s*$")
_TO = AnyCase(r"(?:\b(?:to|and|until|till|clos\w+(?:\s+at)?|ends?(?:\s+at)?)|[-–—])\s*$")
_FOUNDED = AnyCase(
    r"\b(?:found|establish|set up|open|built|launch|join|born|since|start|began|licen[sc]ed|approved|introduced|formed|created|registered|moved|qualified|appointed)"
)
"""What happens once, so that it has one year."""
_DAY = AnyCase(r"\b(?:at|on|by|until|from|in|after)\s+(?P<unit>day|week|month)\s+$")
_DAYS = AnyCase(r"\s+(?:working|business|consecutive|calendar|school)[\s-]+(?P<unit>day|week)s?\b")
"""'two working days'."""
_SECONDS = {"day": 86_400, "week": 604_800, "month": 2_629_746}
_AGED = AnyCase(
    r"\b(?:women|men|people|adults|children|girls|boys|those|anyone|everyone|aged?|ages)\s+(?:who\s+are\s+|aged\s+)?(?:between\s+|from\s+|over\s+|under\s+|at\s+least\s+)?$"
)
_OLD = Pattern(r"[\s-]+(?:years?[\s-]+)?old\b|\s+years?\s+of\s+age\b|\s+(?:or|and)\s+(?:over|older|above)\b")
_THE_AGE = AnyCase(r"\b(?:minimum|maximum|lowest|highest|upper|lower)\s+age\b[^.;,:]{0,40}$")
_LONGEST = 120
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
_DATE = AnyCase(
    rf"(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m>{_MONTH})|(?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}})(?!\d))(?:,?\s+(?P<y>\d{{4}}))?"
)
"""A day of a month, with its year or without."""
_REACH = 40
_BEFORE = 24


def told_figures(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures of a block, those that other rules pass over turned into claims: '8 pm', 'day 7', 'founded in 1987'."""
    return [next(_read(text, f), f) for f in figures]


def _read(text: str, figure: Figure) -> Iterator[Figure]:
    before = text[max(0, figure.start - _BEFORE) : figure.start]
    if figure.role == "time" and figure.dimension == "none" and (hour := _HOUR.match(text, figure.start)):
        late = 12 if (hour["p"] or "").lower() == "p" and int(hour["h"]) != 12 else 0
        minutes = Fraction((int(hour["h"]) + late) * 60 + int(hour["m"] or 0))
        unit = "start" if _FROM.search(before) else "end" if _TO.search(before) else ""
        ends = text[figure.end - 3 : figure.end].lower()
        end = figure.end - 1 if ends in ("am.", "pm.") else figure.end  # the stop of the sentence
        yield replace(figure, end=end, role=CLAIM, dimension="clock", value=minutes, unit=unit)
    elif (
        figure.role == "year"
        and figure.value
        and _FOUNDED.search(text, max(0, figure.start - _REACH), figure.start)
    ):
        yield replace(figure, role=CLAIM, dimension="year")
    elif figure.role == "date" and (date := _DATE.search(text[figure.start : figure.end])):
        month = _MONTHS.index((date["m"] or date["m2"])[:3].lower()) + 1
        yield replace(
            figure, role=CLAIM, dimension="date", size=Fraction(1), unit=date["y"] or "",
            value=Fraction(month * 31 + int(date["d"] or date["d2"])), low=None, high=None, qualifier="exact",
        )  # fmt: skip
    elif figure.role == "age" or (figure.is_claim and _is_age(text, figure, before)):
        yield replace(figure, role=CLAIM, dimension="age", unit="", size=Fraction(1))
    elif figure.dimension == "count" and (days := _DAYS.match(text, figure.end)):
        unit = days["unit"].lower()
        yield replace(figure, end=days.end(), dimension="time", unit=unit, size=Fraction(_SECONDS[unit]))
    elif figure.role == "label" and (day := _DAY.search(before)):
        unit = day["unit"].lower()
        yield replace(figure, role=CLAIM, dimension="time", unit=unit, size=Fraction(_SECONDS[unit]))


def _is_age(text: str, figure: Figure, before: str) -> bool:
    """True for '25 to 60' of 'women between 25 and 60', '17' of 'the minimum age is 17', '18 years' of '18 years old'."""
    if figure.dimension == "time" and figure.unit != "year":
        return False
    if figure.dimension not in ("count", "number", "time") or figure.bounds[1] / figure.size > _LONGEST:
        return False
    far = text[max(0, figure.start - 2 * _REACH) : figure.start]
    return bool(_AGED.search(before) or _OLD.match(text, figure.end) or _THE_AGE.search(far))
