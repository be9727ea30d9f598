"""A whole shared out in running text, however it is told: 'W: a, b and c', 'W (a and b)', 'a and b, in all W', shares of one income."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise
from typing import NamedTuple

from linter.checks.numbers_scan import Passage, ulp
from linter.checks.retold_statement import thing
from linter.language.figure import Figure
from linter.patterns import AnyCase

_DIMENSIONS = frozenset({"count", "time", "mass", "volume", "money"})
_NAME = r"\s*(?:[\w'’/&-]+\s+){0,4}?(?:[\w'’/&-]+\s*[(:]\s*)?"
_OPENS = AnyCase(
    r"^(?P<noun>[^.;:()\d]{0,90}?)(?:(?P<bracket>\()|:|\s[—–-]\s|—"
    r"|,?\s*\b(?:made up of|composed of|compris(?:es?|ed|ing)|consist(?:s|ed|ing)? of|namely|(?:split|divided|shared)(?:\s+\w+){0,3}?\s+(?:into|between|among|as))\b"
    rf"|(?P<weak>,))\s*{_NAME}$"
)
"""Between a whole and its first part: '28 tablets (', '60 people a week: ', 'six modules, '."""
_OF_THEM = AnyCase(r"\s+of\s+(?:them|these|those|which|whom)\b")
_JOINT = AnyCase(r"[,;)&+]|\b(?:and|plus)\b")
_LAST_JOINT = AnyCase(r"\b(?:and|plus)\b|[&+;)]")
_NOT_ALL = AnyCase(
    r"\b(?:includ\w+|mainly|mostly|chiefly|most|e\.?g\.?|such\s+as|for\s+(?:example|instance)|overlap\w*|both|either|or|more\s+than|less\s+than|some\s+of|as\s+well"
    r"|also|at\s+least|up\s+to|others?|rest|remain\w*|twice|several|compared|than|last\s+(?:year|week|month)|per|every|each|then|until|from|between|after|before|now|was|until|except|minus|without"
    r"|extra|spare|apart|aged|only|just|commonest|top|largest)\b|%|\.{3}|…|[<>≥≤]"
)
_HAD = AnyCase(
    r"\s+(?:[a-z]+\s+){0,2}?(?:had|have|has|reported|felt|took|used|suffer\w*|complained|needed|wanted|liked|smoked|drank|mentioned|named|cited|said)\b"
)
"""What one person may have more than one of."""
_WITH = AnyCase(r"\s+(?:[a-z]+\s+){0,2}?with\b")
_TOTAL = AnyCase(
    r"\b(?:(?:grand\s+|daily\s+|sub)?totals?(?:l?ed|l?ing)?|in\s+all|altogether|all\s+together|all\s+told|adds?\s+up\s+to|comes?\s+to|sums?\s+to|that\s+(?:makes|is)|making|combined)\b"
    r"[\s:,=]*(?:(?:that|this|it|they|we|there|makes?|have|has|are|is|was|were|of|a|the|to|daily|dose|score|intake|cost|price|in|out|come|comes)\s*[:=]?\s*){0,5}$"
)
"""What stands before the sum of what was told: 'a total of', 'In all, that makes'."""
_TOTAL_AFTER = AnyCase(r"^\s*(?:[a-z-]+\s+){0,3}?(?:in\s+all|in\s+total|altogether|all\s+told|combined)\b")
_SHARED = AnyCase(
    r"\b(?:income|spending|budget|every\s+(?:pound|dollar|euro)|money|spent|costs|funding|funds|grant|donations|breakdown|split|mix|make-?up|composition|distribution|groups|types|classified|ethnicity|sex|gender"
    r"|mark|marks|grade|assessment|weighting)\b"
)
"""What is shared out whole: income, groups of blood, the marks of a course."""
_FEWEST, _MOST = 2, 9
_FAR = Fraction(35, 100)
_SLIP = 2
_FEW_OFF = Fraction(1, 10)
"""So much less than the whole, two parts may be only some: '640 operations: 210 on the knee and 340 on the hip'."""
_NEAR_ALL = Fraction(12, 100)


class Shared(NamedTuple):
    """A whole and its parts, which are not as many; no whole where it is 100%."""

    whole: Figure | None
    parts: Sequence[Figure]
    start: int
    end: int


def shared_out(passage: Passage, earlier: Sequence[Passage]) -> Iterator[Shared]:
    """Every whole of a sentence whose parts do not come to it."""
    for k, whole in enumerate(passage.figures):
        if _is_plain(whole):
            yield from _opened(passage, whole, passage.figures[k + 1 :])
            yield from _summed(passage, earlier, whole, passage.figures[:k], passage.figures[k + 1 :])
    yield from _percents(passage)


def _is_plain(figure: Figure) -> bool:
    counted = figure.is_claim or figure.role == "sample-size"
    exact = figure.qualifier in ("exact", "at-most") and not figure.hedged
    return (
        counted and exact and bool(figure.value) and not figure.is_range and figure.dimension in _DIMENSIONS
    )


def _amount(figure: Figure) -> Fraction:
    return (figure.value or Fraction(0)) * figure.size


def _opened(passage: Passage, whole: Figure, later: Sequence[Figure]) -> Iterator[Shared]:
    """'28 tablets (21 active and 9 inactive)', 'six modules, four of them compulsory and three optional'."""
    if not later or whole.qualifier != "exact":
        return
    opened = _OPENS.match(passage.text[whole.end : later[0].lead])
    if opened is None:
        return
    stop = passage.text.find(")", later[0].start) if opened["bracket"] else passage.end
    if opened["bracket"] and _nested(passage.text, whole.end, later[0].start, stop):
        stop = passage.text.find(")", stop + 1)
    parts = [f for f in later if f.start < stop]
    if stop < 0 or not _are_parts(passage, whole, parts, stop):
        return
    of_them = bool(_OF_THEM.match(passage.text, parts[0].end))
    if (opened["weak"] and not of_them) or len(parts) == whole.value:
        return
    if _NOT_ALL.search(passage.text[whole.end : stop]):
        return
    had = any(_HAD.match(passage.text, p.end) for p in parts)
    total, exact = sum(map(_amount, parts), Fraction(0)), _amount(whole)
    with_what = any(_WITH.match(passage.text, p.end) for p in parts)
    few = (
        total < exact and len(parts) == _FEWEST and not opened["bracket"] and exact - total > exact * _FEW_OFF
    )
    if (
        few
        or had
        or (with_what and (total > exact or len(parts) == _FEWEST))
        or not _is_slip(total, exact, whole)
    ):
        return
    yield Shared(whole, parts, whole.start, parts[-1].end)


def _nested(text: str, start: int, first: int, stop: int) -> bool:
    """True where a part has brackets of its own: '(Elm (4) and Oak (5))'."""
    return text.count("(", start, first) > 1 or text.count("(", first, max(stop, first)) > 0


def _are_parts(passage: Passage, whole: Figure, parts: Sequence[Figure], stop: int) -> bool:
    if not _FEWEST <= len(parts) <= _MOST or any(not _is_part(p, whole) for p in parts):
        return False
    gaps = [passage.text[a.end : b.lead] for a, b in pairwise(parts)]
    if any(len(g) > 70 or re.search(r"[.:](?:\s|$)", g.rstrip(": ")) or not _JOINT.search(g) for g in gaps):
        return False
    return (
        bool(_LAST_JOINT.search(gaps[-1]) or len(parts) > _FEWEST)
        and len(passage.text[parts[-1].end : stop]) < 70
    )


def _is_part(figure: Figure, whole: Figure) -> bool:
    return (
        _is_plain(figure)
        and figure.qualifier == "exact"
        and figure.dimension == whole.dimension
        and (figure.dimension != "money" or figure.unit == whole.unit)
    )


_STATISTIC, _JUST_SHORT = 1000, Fraction(3, 100)


def is_of_some(total: Fraction, whole: Fraction) -> bool:
    """True for parts that fall short of a big count: a trial accounts for everybody, a statistic names its largest parts."""
    return whole >= _STATISTIC and total < whole * (1 - _JUST_SHORT)


def _is_slip(total: Fraction, exact: Fraction, whole: Figure) -> bool:
    """True for a sum that is wrong and near: what is far from it was never meant to be it."""
    off = abs(total - exact)
    slack = ulp(whole) * whole.size / 2 if whole.decimals else Fraction(0)
    return not is_of_some(total, exact) and slack < off and (off <= exact * _FAR or off <= _SLIP * whole.size)


def _summed(
    passage: Passage,
    earlier: Sequence[Passage],
    whole: Figure,
    before: Sequence[Figure],
    later: Sequence[Figure],
) -> Iterator[Shared]:
    """'480 women and 390 men, a total of 880 people'; 'Barham 9 and Cray 8. In all, that makes 33.'"""
    low = before[-1].end if before else passage.start
    high = later[0].lead if later else passage.end
    if not (
        _TOTAL.search(passage.text[low : whole.lead]) or _TOTAL_AFTER.match(passage.text[whole.end : high])
    ):
        return
    if whole.qualifier != "exact":
        return
    told, start, text = list(before), passage.start, passage.text
    if not told and earlier and earlier[-1].index == passage.index:
        told, start = list(earlier[-1].figures), earlier[-1].start
        noun, first = thing(text, whole), next((thing(text, f) for f in told if thing(text, f)), "")
        if noun and noun != first:
            return
    parts = [f for f in told if _is_part(f, whole)]
    others = [f for f in told if f not in parts and f.is_claim and f.dimension == whole.dimension]
    if others or not _FEWEST <= len(parts) <= _MOST or _NOT_ALL.search(text[parts[0].end : whole.lead]):
        return
    if any(len(text[a.end : b.lead]) > 70 for a, b in pairwise(parts)) or re.search(
        r"\bof\s+(?:whom|which|these|them)\b", text[start : whole.end]
    ):
        return
    for size in range(1, len(parts) + 1):
        for chosen in combinations(parts, size):
            if abs(sum(map(_amount, chosen), Fraction(0)) - _amount(whole)) <= ulp(whole) * whole.size / 2:
                return
    if _is_slip(sum(map(_amount, parts), Fraction(0)), _amount(whole), whole):
        yield Shared(whole, parts, parts[0].start, whole.end)


def _percents(passage: Passage) -> Iterator[Shared]:
    """'Of our income, 45% comes from donations, 30% from grants and 35% from the shops'; 'Blood groups: O 48%, A 38%, …'."""
    shares = [f for f in passage.figures if f.kind == "percent" and f.is_claim and f.value is not None]
    others = [
        f
        for f in passage.figures
        if f not in shares and f.role not in ("article", "year", "pronoun", "period")
    ]
    if (
        not 3 <= len(shares) <= _MOST
        or others
        or any(f.qualifier != "exact" or f.hedged or f.is_range for f in shares)
    ):
        return
    lead = passage.text[passage.start : shares[0].start]
    if not _SHARED.search(lead) or _NOT_ALL.search(passage.sentence.replace("%", " ")):
        return
    gaps = [passage.text[a.end : b.lead] for a, b in pairwise(shares)]
    if any(not re.search(r"[,;)]|\band\b", g) or len(g) > 60 for g in gaps):
        return
    total = sum(map(_amount, shares), Fraction(0))
    slack = sum((ulp(f) / 200 for f in shares), Fraction(0))
    if slack < abs(total - 1) <= _NEAR_ALL:
        yield Shared(None, shares, shares[0].start, shares[-1].end)
