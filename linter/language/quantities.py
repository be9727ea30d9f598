"""The grammar of figures: text in, ``Figure`` values out, in order, none overlapping."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from linter.language import qualifiers
from linter.language.amounts import Amount
from linter.language.calendar import MONTHS, read_calendar
from linter.language.figure import Figure
from linter.language.gather import gather
from linter.language.lex import Lex, fold, padded, wordset
from linter.language.money import currency_before
from linter.language.numerals import START_WORDS
from linter.language.opaque import opaque_spans
from linter.language.ranges import amount, joined_values, upper_end, with_margin
from linter.language.roles import give_roles
from linter.language.units import unit_table
from linter.patterns import Pattern

_MULTIPLES: dict[str, int | Fraction] = {
    "twice": 2, "double": 2, "triple": 3, "twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5, "sixfold": 6,
    "sevenfold": 7, "eightfold": 8, "ninefold": 9, "tenfold": 10, "twentyfold": 20, "hundredfold": 100, "doubled": 2,
    "tripled": 3, "doubles": 2, "triples": 3, "doubling": 2, "tripling": 3, "quadruple": 4, "quadrupled": 4,
    "halved": Fraction(1, 2), "halves": Fraction(1, 2), "halving": Fraction(1, 2), "quadruples": 4,
}  # fmt: skip
_COMPARED = wordset(
    "as the that those this what more less higher lower greater its their your his her our normal likely risk rate rates chance chances ",
    "odds likelihood number amount average",
)
_ADJECTIVES = frozenset({"twice", "double", "triple", "quadruple"})
_STARTS = START_WORDS | frozenset(MONTHS) | frozenset(_MULTIPLES)
_SIGNS = frozenset({"−", "-", "–"})
_QUICK = Pattern(r"\d|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒]")
_WORD = Pattern(r"[^\W\d_]+")


def may_hold_figures(text: str) -> bool:
    """A cheap test: False only where ``read_figures`` would find nothing."""
    return bool(_QUICK.search(text)) or any(w.lower() in _STARTS for w in _WORD.findall(text))


def read_figures(text: str) -> list[Figure]:
    """Every figure in ``text``, in order. Linear in the length of ``text``.

    Years, dates, labels, phone numbers and the like are figures too, with a role that says so.
    """
    return list(_read(text)) if may_hold_figures(text) else []


@lru_cache(maxsize=256)  # a claim is asked for its figures several times over
def _read(text: str) -> tuple[Figure, ...]:
    tokens = padded(text)
    found = gather(_scan(tokens, text), text)
    return tuple(give_roles(found, tokens, text))


def _scan(tokens: Sequence[Lex], text: str) -> list[Figure]:
    """The figures as they stand, each read by itself."""
    opaque = opaque_spans(fold(text))
    found: list[Figure] = []
    i = skip = floor = 0
    while tokens[i].kind != "end":
        token = tokens[i]
        while skip < len(opaque) and opaque[skip][1] <= token.start:
            skip += 1
        if skip < len(opaque) and opaque[skip][0] <= token.start:
            start, end, role = opaque[skip]
            found.append(Figure(start, end, "number", "none", lead=start, role=role))
            while tokens[i].kind != "end" and tokens[i].start < end:
                i += 1
            floor = i
            continue
        if (token.kind == "word" and token.text not in _STARTS) or (
            token.kind == "sym" and token.text not in _SIGNS
        ):
            i += 1
            continue
        read = read_calendar(tokens, i, text) or _quantity(tokens, i, text, floor)
        if read is None or (skip < len(opaque) and read[0].end > opaque[skip][0]):
            i += 1
            continue
        found.append(read[0])
        floor = i = read[1]
    return found


def _quantity(tokens: Sequence[Lex], i: int, text: str, floor: int) -> tuple[Figure, int] | None:
    """The figure that starts at token ``i``, with what bounds it on either side."""
    if tokens[i].text in _MULTIPLES:
        return _multiple(tokens, i, floor)
    if tokens[i].text == "half" and _is_cut_in_half(tokens, i):
        figure = Figure(
            tokens[i - 1].start, tokens[i].end, "number", "multiple", Fraction(1, 2), unit="×", lead=tokens[i - 1].start
        )  # fmt: skip
        return figure, i + 1
    decade = _decade_of_life(tokens, i)
    if decade:
        return decade, i + 2
    first = amount(tokens, i, text)
    if first is None:
        return None
    if first.start < tokens[floor].start:  # one currency between two sums: 'half USD 5'
        first = replace(first, start=tokens[i].start)
    second = upper_end(tokens, first, i, text)
    if second is None:
        first = with_margin(tokens, first, text)
        figure, j = _single(first), first.end_index
    else:
        figure, j = _joined(first, second), second.end_index
    at = i - 1 if i > floor and currency_before(tokens, i - 1) else i
    name, hedged, lead = qualifiers.before(tokens, at, floor)
    if second is not None and lead > floor and tokens[lead - 1].text in ("between", "from"):
        lead -= 1
    bound = second.bound if second else first.bound
    k = j
    if bound:
        name = bound
    else:
        after, k = qualifiers.after(tokens, j)
        if after == "exact" or name not in ("exact", "about"):
            k = j
        else:
            name, hedged = after, hedged or after == "about"
    end = max(figure.end, tokens[k - 1].end)
    return replace(
        figure, qualifier=name, hedged=hedged, lead=min(tokens[lead].start, figure.start), end=end
    ), k


def _single(part: Amount) -> Figure:
    return Figure(
        part.start, part.end, part.kind, part.dimension, part.value, None, None, part.unit, part.size,
        base=part.base, second=part.second, decimals=part.decimals, margin=part.margin,
    )  # fmt: skip


def _joined(first: Amount, second: Amount) -> Figure:
    low, high, unit = joined_values(first, second)
    return Figure(
        first.start, second.end, "range", unit.dimension, None, low, high, unit.unit, unit.size,
        base=unit.base, decimals=max(first.decimals, second.decimals),
    )  # fmt: skip


_PARTS_OF_DECADE = {"early": (0, 3), "mid": (3, 7), "late": (6, 9)}
_WHOSE = frozenset({"their", "his", "her", "your", "my", "our"})


def _decade_of_life(tokens: Sequence[Lex], i: int) -> Figure | None:
    """'In their 60s', 'the mid-30s', 'late 40s': an age, as a band of years."""
    number, plural = tokens[i], tokens[i + 1]
    start = number.value
    if (
        start is None
        or plural.text != "s"
        or plural.capital
        or not plural.glued
        or start not in range(20, 100, 10)
    ):
        return None
    at = i - 1 - (tokens[i - 1].text == "-")
    part = _PARTS_OF_DECADE.get(tokens[at].text)
    if part is None and tokens[at].text not in _WHOSE:
        return None
    low, high = part or (0, 9)
    year = unit_table().units["year"]
    return Figure(
        number.start, plural.end, "range", year.dimension, None, start + low, start + high, year.name,
        year.size, lead=tokens[at].start if part else number.start, role="age",
    )  # fmt: skip


_CUTS = frozenset({"cut", "cuts", "cutting", "slash", "slashed", "slashes", "slashing", "fell", "dropped"})

_THINGS = frozenset("it them one each tablet tablets pill pills patch patches apple cake".split())


def _is_cut_in_half(tokens: Sequence[Lex], i: int) -> bool:
    """'Cuts deaths in half', but not 'cut the tablet in half'."""
    before = [t.text for t in tokens[max(0, i - 8) : i - 1]]
    return tokens[i - 1].text == "in" and any(w in _CUTS for w in before) and not _THINGS & set(before)


def _multiple(tokens: Sequence[Lex], i: int, floor: int) -> tuple[Figure, int] | None:
    """'twice as likely', 'threefold'. 'Twice a day' and 'double vision' compare nothing."""
    word = tokens[i].text
    if word in _ADJECTIVES and tokens[i + 1].text not in _COMPARED:
        return None
    if word in ("halves", "doubles", "triples") and (
        tokens[i - 1].text in ("both", "two", "the", "of") or tokens[i - 1].kind == "num"
    ):
        return None
    value = Fraction(_MULTIPLES[word])
    named = word in _ADJECTIVES and i > floor and tokens[i - 1].text == "the"  # 'more than the double'
    name, hedged, lead = qualifiers.before(tokens, i - named, floor)
    lead = lead if name != "exact" else i
    figure = Figure(
        tokens[i].start, tokens[i].end, "number", "multiple", value, unit="×", qualifier=name, hedged=hedged,
        lead=tokens[lead].start,
    )  # fmt: skip
    return figure, i + 1
