"""Two figures of one kind and what they are told to differ by, wherever a sentence has them: 'by 20%, to 640 tonnes from 1,000'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.checks.arithmetic_ends import FALL, OF_OTHERS, RISE, YEARLY, Change, as_size, with_unit
from linter.checks.numbers_scan import Passage, grain
from linter.language.figure import Figure
from linter.patterns import AnyCase, Pattern

_DOWN = rf"(?:{FALL}|below|lower|fewer|less|smaller|shorter|lighter|cheaper|earlier|younger)"
_UP = rf"(?:{RISE}|above|higher|more|greater|larger|longer|extra|additional|heavier|dearer|later|older)"
_EITHER = r"(?:gap|difference|change|changed|improvement|improved|improve|better|worse|worsened|swing|apart)"
_NOUNS = {
    "down": r"below|lower|fewer|less|smaller|shorter|lighter|cheaper|earlier|younger|removed|falls?|drop|decrease|decline|reduction|cut|loss|dip|saving|down",
    "up": r"above|higher|more|greater|larger|longer|extra|additional|heavier|dearer|later|older|added|rise|increase|growth|jump|gain|up",
    "either": r"gap|difference|change|improvement|better|worse|swing|apart",
}
_AFTER = AnyCase(
    r"^(?:\s+(?:percentage\s+points?|points?|kg|tonnes|beds|days|weeks|people))?[\s-]+(?:relative\s+|overall\s+|point\s+)?(?:"
    + "|".join(rf"(?P<{way}>{words})" for way, words in _NOUNS.items())
    + r")\b"
)
_BEFORE = AnyCase(
    rf"\b(?:(?P<down>{_DOWN})|(?P<up>{_UP})|(?P<either>{_EITHER}))\s+(?:(?:[\w'’-]+\s+){{0,4}}?by\s+)?(?:(?:by|of|an?|another|about|a\s+total\s+of)\s+)*$"
)
_SIGN = Pattern(r"(?P<sign>[+−–-])\s*$")
_OTHERWISE = AnyCase(
    r"\b(?:target|goal|expected|planned|needed|usual|normal|predicted|would|could|should|if|each|every|per|respectively|then|at\s+least|more\s+than\s+\w+\s+(?:in|of)|first|second|adjusted)\b"
)
_OTHER_CLAUSE = AnyCase(r"\b(?:while|whereas|whilst|although|though|but|meanwhile)\b")
"""Behind it something else is told."""
_VERB = AnyCase(r"doubl|tripl|trebl|halv|quadrupl|fold")
_LINK = Pattern(
    r"\b(?:from|to|than|now|then|used\s+to|ago|before|earlier|previous(?:ly)?|last|this|(?:19|20)\d\d|old|new|January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
"""What ties two figures to be before and after."""
_JOINED = Pattern(r"\s*(?:or|and|[-–])\s*")
_PLAIN = {"count", "number"}
_NEAR = 2
"""A size that is off by more than so many times was never meant to be it."""


def trio(passage: Passage) -> Iterator[Change]:
    """The change that a sentence of three figures tells, if one of them is told as the size of a change."""
    figures = [f for f in passage.figures if _is_end(f)]
    ways = {f.start: way for f in figures if (way := _way(passage, f))}
    for stated in figures:
        way = ways.get(stated.start, "")
        if not way or len(ways) > 1:
            continue
        pair = _ends([f for f in figures if f is not stated], stated)
        if pair and not _are_ends(passage, pair):
            continue
        between = passage.text[stated.end : pair[0].start] if pair else ""
        if stated.dimension == "multiple" and OF_OTHERS.search(between):
            continue
        if pair and _OTHER_CLAUSE.search(
            passage.text, min(f.start for f in figures), max(f.end for f in figures)
        ):
            continue
        size = as_size(passage, pair[0], stated) if pair else stated
        if (
            pair
            and not YEARLY.match(passage.text[stated.end : stated.end + 24])
            and not _OTHERWISE.search(passage.sentence)
        ):
            change = _change(pair, size, way)
            if change is not None:
                yield change
                return


def _are_ends(passage: Passage, pair: Sequence[Figure]) -> bool:
    """True for '420 in 2023, 504 in 2024', 'to 640 tonnes from 1,000'; not for '50 or 60'."""
    first, second = sorted(pair, key=lambda f: f.start)
    between = passage.text[first.end : second.lead]
    return not _JOINED.fullmatch(between) and ";" not in between and bool(_LINK.search(between))


def _is_end(figure: Figure) -> bool:
    told = figure.is_claim or figure.role == "sample-size"
    return (
        told
        and bool(figure.value)
        and not figure.is_range
        and figure.qualifier == "exact"
        and not figure.hedged
    )


def _way(passage: Passage, stated: Figure) -> str:
    text = passage.text
    before = text[max(passage.start, stated.lead - 50) : stated.start]
    sign = _SIGN.search(before) if stated.kind == "percent" else None
    if sign:
        return "up" if sign["sign"] == "+" else "down"
    found = _AFTER.match(text[stated.end : passage.end]) or _BEFORE.search(before)
    if found is None:
        return "either" if stated.dimension == "multiple" and _VERB.search(passage.words(stated)) else ""
    return next(name for name, word in found.groupdict().items() if word)


def _ends(others: Sequence[Figure], stated: Figure) -> list[Figure]:
    """The two other figures, if there are two and they are of one kind, which a number may be the difference of."""
    others = [
        f for f in others if f.dimension != "time" or stated.dimension in ("time", "proportion", "multiple")
    ]
    if len(others) != 2:
        return []
    pair = list(with_unit(*others))
    if pair[0].dimension != pair[1].dimension or pair[0].size != pair[1].size:
        return []
    if pair[0].dimension == "money" and pair[0].unit != pair[1].unit:
        return []
    share = stated.kind in ("percent", "ratio") or stated.dimension in ("multiple", "points")
    plain = {stated.dimension, pair[0].dimension} <= _PLAIN
    return pair if share or plain or stated.dimension in (pair[0].dimension, "count") else []


def _change(pair: Sequence[Figure], stated: Figure, way: str) -> Change | None:
    first, second = pair
    values = first.value, second.value
    assert values[0]
    assert values[1]
    assert stated.value
    falls = values[0] > values[1]
    if way != "either" and falls != (way == "down"):
        first, second = second, first
    low, high = sorted(v for v in values if v)
    if stated.dimension == "multiple":
        told, exact = stated.value if stated.value > 1 else 1 / stated.value, high / low
    elif stated.dimension == "proportion" and first.dimension != "proportion":
        told, exact = stated.value * stated.size, (high - low) / (first.value or low)
    else:
        told, exact = stated.value, high - low
        if abs(told - exact) < grain(first) + grain(second) and first.dimension != "proportion":
            return None
    return Change(first, second, stated, way) if exact and told / _NEAR <= exact <= told * _NEAR else None
