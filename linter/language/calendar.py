"""Years, dates and data periods."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from linter.language.figure import Figure
from linter.language.lex import Lex, wordset
from linter.language.units import unit_table
from linter.patterns import Pattern

MONTH_NAMES = tuple(
    "January February March April May June July August September October November December".split()
)
MONTHS = {form: n for n, name in enumerate(map(str.lower, MONTH_NAMES), 1) for form in (name, name[:3])} | {
    "sept": 9
}
"""The number of each month, by its name and by what is written for short."""
_BEFORE_YEAR = wordset(
    "in since from by to until till of before after during between through throughout year years mid early late ",
    "circa around about as and spring summer fall autumn winter the for the this approved published updated ",
    "revised reviewed released fiscal fy season edition copyright ©",
) | frozenset(MONTHS)
_AFTER_YEAR = wordset(
    "article study report survey guideline guidelines trial analysis estimate estimates data review paper update census ",
    "meta systematic poll research edition publication figures statistics season outbreak pandemic epidemic cohort",
)
_COUNTED = wordset(
    "people patients women men children adults participants cases deaths babies births times steps calories words"
)
_NOT_COUNTED = Pattern(r"[.,;:)\]\"'?!–-]")
Y = tuple[int, int]


def is_year(token: Lex) -> bool:
    """Four plain digits from 1800 to 2199."""
    return (
        token.kind == "num"
        and len(token.text) == 4
        and token.text.isdigit()
        and "1800" <= token.text < "2200"
    )


def _year_range(tokens: Sequence[Lex], i: int) -> tuple[int, int, int] | None:
    """First year, last year and the index after '2010–2016', '2010-16', '2017/18', 'from 2010 to 2016'."""
    if i + 2 >= len(tokens):
        return None
    sign, last = tokens[i + 1], tokens[i + 2]
    if last.kind != "num" or not last.text.isdigit():
        return None
    first = int(tokens[i].text)
    word = sign.text in ("to", "and", "through", "until")
    if word and is_year(last):
        opener = tokens[i - 1].text if i else ""
        if sign.text == "and" and opener != "between":
            return None
        if sign.text == "to" and opener not in ("from", "years", "between", "(", "") and i:
            opener = "from"
    elif sign.text in ("–", "-", "/", "−", "—"):
        if len(last.text) == 2 and last.glued and sign.glued:
            end = first - first % 100 + int(last.text)
            return (first, end, i + 3) if first < end <= first + 30 else None
        if not is_year(last):
            return None
    else:
        return None
    return (first, int(last.text), i + 3) if is_year(last) and int(last.text) >= first else None


def read_calendar(tokens: Sequence[Lex], i: int, text: str) -> tuple[Figure, int] | None:
    """A date, year, decade or period that starts at token ``i``: the figure and the index after it."""
    token = tokens[i]
    if token.kind == "word" and token.text in MONTHS:
        return _month_first(tokens, i)
    if token.kind != "num":
        return None
    if not token.text.isdigit():
        return None
    dated = _day_first(tokens, i) or _iso(tokens, i)
    if dated:
        return dated
    if not is_year(token):
        return None
    span = _year_range(tokens, i)
    if span:
        low, high, j = span
        return _figure(tokens, i, j, "range", low=low, high=high, role="period"), j
    if i + 1 < len(tokens) and tokens[i + 1].text == "s" and tokens[i + 1].glued:
        first = int(token.text)
        return _figure(tokens, i, i + 2, "range", low=first, high=first + 9, role="period"), i + 2
    return _lone_year(tokens, i, text)


def _lone_year(tokens: Sequence[Lex], i: int, text: str) -> tuple[Figure, int] | None:
    year = _figure(tokens, i, i + 1, "year", value=int(tokens[i].text), role="year"), i + 1
    before = tokens[i - 1].text if i else ""
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if before in ("$", "£", "€", "#") or (following and following.text in ("%", "$")):
        return None
    counted = following is not None and following.text in _COUNTED
    if (counted and before not in ("in", "since", "of")) or (
        following is not None and unit_table().match(tokens, i + 1, text)
    ):
        return None  # '2000 patients', 'for 2000 IU'
    named = before == "(" or (before == "," and tokens[i - 2].kind == "word")
    if before in _BEFORE_YEAR or named or following is None:
        return year
    article = before in ("a", "an", "the", "this", "that", "its", "'s", "s", "their", "his", "her", "our")
    if article and following.kind == "word" and text[following.start].isupper():
        return year  # 'a 2012 Cochrane review'
    if following.text in _AFTER_YEAR or (following.kind == "sym" and _NOT_COUNTED.match(following.text)):
        return year
    return None


def _fraction(n: int | None) -> Fraction | None:
    return None if n is None else Fraction(n)


def _figure(
    tokens: Sequence[Lex], i: int, j: int, kind: str, *, value: int | None = None, low: int | None = None,
    high: int | None = None, role: str,
) -> Figure:  # fmt: skip
    return Figure(
        tokens[i].start,
        tokens[j - 1].end,
        kind,
        "calendar",
        _fraction(value),
        _fraction(low),
        _fraction(high),
        "year",
        lead=tokens[i].start,
        role=role,
    )


def _month_first(tokens: Sequence[Lex], i: int) -> tuple[Figure, int] | None:
    """'March 3, 2026', 'Nov. 12', 'October 2026', 'May 4th', 'June 2007 to June 2008'."""
    first = _month_year(tokens, i)
    if first is None:
        return _month_day(tokens, i)
    year, j = first
    if tokens[j].text in ("to", "through", "–", "-", "—", "until", "and") and tokens[j + 1].text in MONTHS:
        last = _month_year(tokens, j + 1)
        between = tokens[j].text != "and" or tokens[i - 1].text == "between"
        if last and between and last[0] >= year:
            return _figure(tokens, i, last[1], "range", low=year, high=last[0], role="period"), last[1]
    return _figure(tokens, i, j, "date", value=year, role="date"), j


def _month_year(tokens: Sequence[Lex], i: int) -> tuple[int, int] | None:
    """The year of 'October 2026' and the index after it."""
    j = i + 1
    if tokens[j].text == "." and tokens[j].glued:
        j += 1
    if tokens[j].text in (",", "of") and is_year(tokens[j + 1]):
        j += 1
    return (int(tokens[j].text), j + 1) if is_year(tokens[j]) else None


def _month_day(tokens: Sequence[Lex], i: int) -> tuple[Figure, int] | None:
    j = i + 1
    if tokens[j].text == "." and tokens[j].glued:
        j += 1
    day = tokens[j].text
    if tokens[j].kind != "num" or not day.isdigit() or len(day) > 2 or not 1 <= int(day) <= 31:
        return None
    if tokens[j + 1].text in ("%", "percent") or (
        tokens[i].text in ("may", "march", "mar") and not tokens[i].capital
    ):
        return None
    if (
        tokens[i].text == "may"
        and tokens[j + 1].kind == "word"
        and tokens[j + 1].text not in ("and", "to", "st", "nd", "rd", "th")
    ):
        return None
    j += 1
    if tokens[j].text in ("st", "nd", "rd", "th"):
        j += 1
    k = j + 1 if tokens[j].text == "," else j
    year = None
    if is_year(tokens[k]):
        year, j = int(tokens[k].text), k + 1
    return _figure(tokens, i, j, "date", value=year, role="date"), j


def _day_first(tokens: Sequence[Lex], i: int) -> tuple[Figure, int] | None:
    """'3 March 2026', '15th of January'."""
    if not tokens[i].text.isdigit() or len(tokens[i].text) > 2 or not 1 <= int(tokens[i].text) <= 31:
        return None
    j = i + 1
    while j < len(tokens) and j < i + 3 and tokens[j].text in ("st", "nd", "rd", "th", "of"):
        j += 1
    if (
        j >= len(tokens)
        or tokens[j].text not in MONTHS
        or (
            tokens[j].text in ("may", "march", "mar") and not (j + 1 < len(tokens) and is_year(tokens[j + 1]))
        )
    ):
        return None
    year = int(tokens[j + 1].text) if j + 1 < len(tokens) and is_year(tokens[j + 1]) else None
    j += 2 if year else 1
    return _figure(tokens, i, j, "date", value=year, role="date"), j


def _iso(tokens: Sequence[Lex], i: int) -> tuple[Figure, int] | None:
    """'2026-03-03', '10/2026', '12/11/2026'."""
    signs = [t.text for t in tokens[i + 1 : i + 5 : 2]]
    numbers = tokens[i : i + 5 : 2]
    if (
        len(numbers) == 3
        and signs in (["-", "-"], ["/", "/"], [".", "."])
        and all(t.kind == "num" for t in numbers)
    ):
        if all(t.glued for t in tokens[i + 1 : i + 5]):
            year = next((int(t.text) for t in numbers if is_year(t)), None)
            return _figure(tokens, i, i + 5, "date", value=year, role="date"), i + 5
    elif (
        signs[:1] == ["/"]
        and len(numbers) >= 2
        and is_year(numbers[1])
        and tokens[i].text.isdigit()
        and len(tokens[i].text) <= 2
    ):
        return _figure(tokens, i, i + 3, "date", value=int(numbers[1].text), role="date"), i + 3
    return None
