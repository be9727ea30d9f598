"""Limits that shares and measures of a body keep: no survival of 198%, no potassium of 42 mmol/L."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from linter.checks.numbers_scan import blocks, passages
from linter.checks.view import View
from linter.language.figure import Figure
from linter.language.lex import fold
from linter.model import Table
from linter.patterns import AnyCase, Pattern

IDIOM = AnyCase(
    r"\b(?:recommended|daily value|normal|ideal|expected|predicted|poverty|baseline|usual|(?:gives?|gave|giving)\s+(?:it\s+|a\s+|their\s+|your\s+)?1\d0|effort|compared|relative to|as many|increase\w*|rise|rose|grew|growth|impossible|cannot be|can't be|mistake|typo|more than \d+% is|pill[- ]counts?|last\s+year's|target)\b"
)
_SHARES = (
    r"(?:sensitivity|specificity|accuracy|predictive value|survival|response rate|cure rate|adherence|attendance|saturation|SpO2|SaO2|O2 sats?|ejection fraction"
    r"|ha?ematocrit|uptake|take-up|coverage|prevalence|case fatality|fatality rate|humidity|bioavailability|protein binding|completion rate|completeness|detection rate"
    r"|positivity|pass rate|turnout|hit rate|concordance|remission rate|response rates|vaccinated)"
)
_ROW = AnyCase(rf"^\W*(?:[\w'’,-]+\s+){{0,4}}?{_SHARES}\b")
_CHANGE = AnyCase(
    r"\b(?:change|growth|increase|rise|vs|versus|target|plan|budget|relative|index|ratio|normal|expected|predicted|recommended|daily|RDA|NRV|DV|occupancy|of\s+(?:last|the\s+previous)|compared|capacity)\b|[Δ×]|\+"
)
"""What may be more than all of something."""
_FAR = Fraction(3, 2)
"""A yield or a recovery may be a little more than all."""
_OTHERS = 3
"""So many shares beside a cell, none of them more than all, show what its table tells."""


def table_shares(view: View) -> Iterator[tuple[int, int, int]]:
    """Cells of more than 100% in a row or a column of what is a share of something: block, start, end."""
    for table in view.document.tables:
        body = table.rows[table.header_rows :]
        for row in body:
            for column, index in enumerate(row[1:], 1):
                names = _names(view, table, row, column)
                if index < 0 or any(map(IDIOM.search, names)):
                    continue
                over = [f for f in _percents(view, index) if f.bounds[1] > 1]
                far = max((f.bounds[1] for f in over), default=Fraction(0)) >= _FAR
                if any(map(_ROW.match, names)) or (far and _is_alone(view, body, row, column, names)):
                    yield from ((index, f.start, f.end) for f in over)


def _names(view: View, table: Table, row: Sequence[int], column: int) -> list[str]:
    labels = [row[0], *table.heads(column)]
    return [fold(view.text(c)) for c in labels if c >= 0]


def _percents(view: View, index: int) -> list[Figure]:
    return [
        f
        for f in view.reader.reading.block(index).figures
        if f.kind in ("percent", "range") and f.unit == "%"
    ]


def _is_alone(
    view: View, body: Sequence[Sequence[int]], row: Sequence[int], column: int, names: list[str]
) -> bool:
    """True where all other shares of the row and the column are at most all."""
    if any(map(_CHANGE.search, names)):
        return False
    cells = [
        *(c for k, c in enumerate(row) if k != column),
        *(r[column] for r in body if r is not row and column < len(r)),
    ]
    shares = [f.bounds[1] for c in cells if c >= 0 for f in _percents(view, c)]
    signed = any(fold(view.text(c)).lstrip()[:1] in "+-−" for c in cells if c >= 0 and view.text(c))
    return len(shares) >= _OTHERS and max(shares) <= 1 and not signed


_TOLD = AnyCase(
    rf"\b{_SHARES}\b(?![^.;]{{0,60}}\b(?:rose|grew|increased|higher|more|than|by|relative|compared)\b)[^.;%\d]{{0,70}}?\b(?:is|was|were|are|reached|of|at|stood at|averaged|came to)\s+(?:only |just |about |around )?(?P<n>[1-9]\d{{2}}(?:\.\d+)?)\s?(?:%|per\s?cent)(?!\s+of\b|\s+(?:higher|lower|more|increase))"
)
_IT_WAS = AnyCase(
    r"\b(?:it|this|that)\s+(?:was|is|reached|stood\s+at)\s+(?:only\s+|just\s+|about\s+)?(?P<n>[1-9]\d{2}(?:\.\d+)?)\s?%"
)


def told_shares(view: View) -> Iterator[tuple[int, int, int]]:
    """'Net survival at one year was 174%', 'For stage 1 it was 198%' after a sentence on survival."""
    earlier = ""
    for passage in passages(view):
        before = earlier if earlier and passage.number else ""
        earlier = passage.sentence
        here = passage.sentence
        if "1" not in here and "2" not in here:
            continue
        match = _TOLD.search(here)
        if match is None and re.search(rf"\b{_SHARES}\b", before, re.IGNORECASE):
            match = _IT_WAS.search(here)
        if match and float(match["n"]) > 100 and not IDIOM.search(here) and "elative" not in here:
            yield passage.index, passage.start + match.start("n"), passage.start + match.end()


_MEASURES: tuple[tuple[str, str, float, float], ...] = (
    (r"(?:serum\s+|plasma\s+)?potassium", r"mmol/L|mEq/L", 1, 12),
    (r"(?:serum\s+|plasma\s+)?sodium", r"mmol/L|mEq/L", 80, 220),
    (
        r"(?:heart|pulse)\s+rate|pulse",
        r"(?:bpm|beats(?:\s+(?:a|per)\s+minute)?|/min|a\s+minute|per\s+minute)",
        10,
        350,
    ),
    (
        r"(?:breathing|respiratory|respiration)\s+rate",
        r"(?:breaths(?:\s+(?:a|per)\s+minute)?|/min|a\s+minute|per\s+minute)",
        3,
        150,
    ),
    (r"ha?emoglobin|Hb", r"g/L", 15, 280),
    (r"ha?emoglobin|Hb", r"g/dL", 1.5, 28),
    (r"HbA1c|A1C", r"%", 3, 25),
    (r"(?:blood\s+)?glucose|blood\s+sugar", r"mmol/L", 0.3, 150),
    (r"birth\s?weight|(?:baby|newborn|infant)(?:\s+(?:boy|girl))?\s+weigh(?:ed|s|ing)", r"kg", 0.2, 30),
    (r"BMI|body\s+mass\s+index", r"(?:kg/m2|kg/m²)?", 7, 150),
)
"""A measure of a living body, the unit, and what nobody has been below or above."""
_IS = r"(?:\s+(?:level|concentration|value))?(?:\s+(?:of|was|is|at|reached|fell\s+to|rose\s+to|now))*\s*[:=]?\s*"
_READ = tuple(
    (
        AnyCase(
            rf"\b(?:{name}){_IS}(?<![\d.,-])(?P<n>\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}(?:\.\d{{1,2}})?)\s?(?:{unit})(?![\w/]|[.,]\d|\s?(?:higher|lower|more|less|points?|units?|%|to\b|[-–]\s?\d))"
        ),
        low,
        high,
    )
    for name, unit, low, high in _MEASURES
)
_NO_BODY = AnyCase(
    r"\b(?:urin\w*|dialys\w*|fluid|bag|solution|infusion|drink|food|tablet|per\s+day|a\s+day|chloride|range|limit|sample|analy[sz]er|meter|impossible|typo)\b"
)
_QUICK = Pattern(
    r"(?i)potassium|sodium|rate|pulse|moglobin|Hb|A1C|weigh|glucose|blood sugar|BMI|body mass|temperature"
)


def odd_measures(view: View) -> Iterator[tuple[int, int, int]]:
    """'Potassium 42 mmol/L', 'a heart rate of 820 beats a minute': block, start, end."""
    for index, text in blocks(view, _QUICK):
        for pattern, low, high in _READ:
            for match in pattern.finditer(text):
                near = text[max(0, match.start() - 50) : match.end() + 30]
                value = float(match["n"].replace(",", ""))
                if not low <= value <= high and value and not _NO_BODY.search(near):
                    yield index, match.start(), match.end()


_OF_A_WHOLE = AnyCase(r"\s+(?:out\s+)?of\s+(?:the\s+|our\s+|these\s+|those\s+|all\s+)?$")
_OF_PEOPLE = AnyCase(
    r"\s+(?:[a-z-]+\s+){0,2}?(?:people|patients|adults|children|babies|women|men|nurses|doctors|members|participants|volunteers|staff|replies|respondents|trials|studies|sites|clinics|hospitals|wards|cases|samples|tests|letters|forms|homes|schools|families|students|deaths|births|questions|beds)\b"
)


def more_than_all(view: View) -> Iterator[tuple[int, int, int]]:
    """'Sixty-four of the 58 people': block, start, end."""
    for passage in passages(view, least=2):
        for part, whole in pairwise(passage.figures):
            counted = part.kind == whole.kind == "count" and part.is_claim and whole.is_claim
            if (
                not counted
                or not part.value
                or not whole.value
                or part.value <= whole.value
                or whole.value < _FEW
            ):
                continue
            joined = _OF_A_WHOLE.fullmatch(passage.text[part.end : whole.lead])
            if (
                joined
                and part.qualifier == whole.qualifier == "exact"
                and _OF_PEOPLE.match(passage.text, whole.end)
            ):
                yield passage.index, part.start, whole.end


_FEW = 2
