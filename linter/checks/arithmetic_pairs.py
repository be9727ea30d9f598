"""Two figures and the change between them, told otherwise than 'from A to B': 'A, up 3% on B', 'A … B, a 7% gap'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from linter.checks.arithmetic_ends import FALL, OF_OTHERS, RISE, YEARLY, Change, as_size
from linter.checks.arithmetic_ends import ends as told_ends
from linter.checks.numbers_scan import Passage
from linter.language.figure import Figure
from linter.patterns import AnyCase, Pattern

_DOWN = rf"(?:{FALL}|below|lower|fewer|less|smaller|shorter|rarer)"
_UP = rf"(?:{RISE}|above|higher|more|greater|larger|longer)"
_EITHER = r"(?:gap|difference|change|improvement|swing|(?:better|worse)(?=\s*(?:[.;)]|$)))"
_SIZED = AnyCase(
    rf"^[\s-]*(?:relative\s+|absolute\s+|risk\s+|overall\s+)*(?:(?P<down>{_DOWN})|(?P<up>{_UP})|(?P<either>{_EITHER}))\b"
)
_VERBED = AnyCase(  # 'it makes up 1.3% of them' is no rise
    rf"(?<!\bmakes )(?<!\bmake )(?<!\bmade )(?<!\bmaking )\b(?:(?:relative|absolute|overall|net)\s+)?(?:(?P<down>{_DOWN})|(?P<up>{_UP})|(?P<either>{_EITHER}))\s+(?:(?:by|of|about|around|nearly|some|a|an|over)\s+)*$"
)
#: What ties a change to the two figures before it: 'which is 11% lower', 'That is a 7% improvement'.
_SUMS_UP = AnyCase(
    r"(?:^|[.;,:(–—]|\bso\b|\band\b)\s*(?:so\s+)?(?:which|this|that|it|the|an?|making|making it|or|meaning|representing|amounting to|for)\b(?:\s+(?:is|was|were|means|meant|makes?|amounts? to|represents?|an?|the|about|some|only|just|of|there was))*\s*$"
)
_ON = AnyCase(
    r"^\s*(?:(?:percentage\s+)?points?\s*)?(?:(?:more|less|higher|lower|fewer|greater|up|down)\s+)?(?:from|on|over|above|below|compared with|against|than)\s+(?:the\s+|a\s+|an\s+)?$"
)
_ASIDE = AnyCase(r"^[^.;()]{0,60}\(\s*$|^[^.;:]{0,40}:\s+$")
_MANY_FEWER = AnyCase(r"^\s*(?:fewer|more|less)\s+than\s+(?:a|the|in|last|at)\b")
_SET_OFF = AnyCase(
    r"[,(–—]\s*(?:which (?:is|was)|up|down|a (?:rise|fall|drop|gain|jump|cut) of)\s+(?:by\s+)?$"
)
_THAN_THE = AnyCase(
    r"^\s*(?:(?:percentage\s+)?points?\s*)?(?:(?:more|less|higher|lower|fewer|greater)\s+than|above|below|over|under)\s+the\s+$"
)
"""'36% with needles, 9% higher than the 27% with a sham'."""
_AS_MANY = AnyCase(r"^\s*(?:as\s+(?:many|much|high|large|common)\s+)?as\s+(?:the\s+|in\s+)?$")
_TIMES_THE = AnyCase(
    r"\s+(?:that\s+of\s+)?(?:the|its|their)\s+(?:(?:usual|average|rate|figure|level|share)\s+){0,2}(?:of\s+)?"
)
_IS_TIMES = AnyCase(r"(?:,\s*(?:which|that)\s+(?:is|was)|,|[(—–]|\b(?:is|was|are|were|or))\s*$")
"""'33% in 2019, which is more than double the 13% of 2017', '22%, three times the 11% of before'."""
_TRIPLED = AnyCase(r"^[\w' -]{0,30},?\s*to\s+$")
_FROM = AnyCase(r"^\s*(?:,\s*)?(?:up\s+)?from\s+(?:the\s+|just\s+|only\s+|about\s+)?$")


def paired_changes(passage: Passage, before: Sequence[Passage]) -> Iterator[Change]:
    """Changes of a sentence whose two ends stand in it, or in it and the one or two ``before`` it.

    Exactly two figures of one kind must be in sight: with a third nobody can tell which two are meant.
    """
    if _DEFINES.search(passage.sentence):
        return
    passage = _apart(passage)
    shares = [f for f in passage.figures if f.kind == "percent"]
    figures = [
        as_size(passage, shares[0], f) if shares and f.dimension == "count" else f for f in passage.figures
    ]
    passage = replace(passage, figures=figures)
    for stated in passage.figures:
        if not _may_be_stated(passage, stated):
            continue
        way = _way(passage, stated)
        if not way:
            continue
        others = [f for f in passage.figures if f is not stated]
        here = _pair(others, stated)
        if here:
            yield from _within(passage, here, stated, way)
        elif before and _begins(passage, stated):
            previous = before[-1]
            told = list(told_ends(previous)) if not others else []
            if len(told) == 1 and told[0][0].value and stated.dimension != "count":
                yield Change(*told[0], stated, way)
                continue
            both = [] if _OF.match(previous.sentence) else _pair([*previous.figures, *others], stated)
            if not both and not others and len(before) > 1 and _LAST_TIME.search(previous.sentence):
                both = _pair([*before[-2].figures, *previous.figures], stated)
            if both and (both[1].end <= stated.start or stated.dimension == "count"):
                yield _change(both[0], both[1], stated, way)


_OF = AnyCase(r"\W*(?:of|among|out of)\s+(?:the\s+|all\s+|these\s+|about\s+)*\d")
"""'Of 87,895 animals 3,663 were rabid': a whole and its part, and not two ends."""
_LAST_TIME = AnyCase(
    r"\b(?:last|previous|the\s+year\s+before|a\s+year\s+(?:ago|earlier)|before\s+(?:that|then)|in\s+(?:19|20)\d\d)\b"
)
"""'55% had it by October. At the same point last year it was 48%. That is up 7% on last year.'"""
_DEFINES = AnyCase(
    r"\b(?:means?|indicates?|refers? to|is defined as|are defined as|stands? for|corresponds? to)\b"
)
"""'A VE of 93% means a 93% reduction': one figure, explained."""
_MOVED = AnyCase(r"\b(?:up|down|rose|fell|climbed|dropped|jumped|rises|falls)\s+(?:by\s+)?$")


def _apart(passage: Passage) -> Passage:
    """The passage with 'down 4% to 11%' read as two figures, which elsewhere is a range."""
    figures: list[Figure] = []
    for f in passage.figures:
        before = passage.text[max(passage.start, f.lead - 20) : f.lead]
        middle = passage.text.find(" to ", f.start, f.end)
        if f.is_range and middle > 0 and _MOVED.search(before):
            ends = ((f.start, middle, f.low), (middle + 4, f.end, f.high))
            figures += [
                replace(
                    f,
                    start=a,
                    end=b,
                    lead=a,
                    value=v,
                    low=None,
                    high=None,
                    kind="percent" if f.unit == "%" else f.kind,
                )
                for a, b, v in ends
            ]
        else:
            figures.append(f)
    return replace(passage, figures=figures)


_MEASURED = ("mass", "money", "length", "pressure", "volume", "temperature", "temperature-f")
_LOST = AnyCase(
    r"[,(–—-]\s*(?:that\s+is\s+|which\s+is\s+|so\s+)?an?\s+(?:\w+\s+)?(?:loss|gain|drop|fall|rise|difference|increase|decrease|reduction|saving|cut)\s+of\s+$"
)
"""'61.4 kg on admission and 59.2 kg at discharge, a loss of 2.2 kg'."""


def _may_be_stated(passage: Passage, figure: Figure) -> bool:
    if not figure.is_claim or figure.value is None or figure.is_range or not figure.value:
        return False
    if figure.dimension == "count":
        return bool(_MANY_FEWER.match(passage.text[figure.end : figure.end + 40]))
    if figure.dimension in _MEASURED:
        before = passage.text[max(passage.start, figure.lead - 30) : figure.lead]
        return figure.qualifier == "exact" and bool(_LOST.search(before))
    if figure.dimension not in ("proportion", "points", "multiple") or (
        figure.kind == "ratio" and figure.unit
    ):
        return False
    return not YEARLY.match(passage.text[figure.end : figure.end + 20])


def _way(passage: Passage, stated: Figure) -> str:
    """'up', 'down' or 'either': the word that makes a figure the size of a change; empty if there is none."""
    after = _SIZED.match(passage.text[stated.end : passage.end])
    before = _VERBED.search(passage.text[max(passage.start, stated.lead - 50) : stated.lead])
    found = after or before
    if found is None and stated.kind == "percent":
        found = _SO_IT.search(passage.text[passage.start : stated.lead])
    if found is None:
        return "up" if stated.dimension == "multiple" else ""
    return next(name for name, word in found.groupdict().items() if word)


def _pair(figures: Iterable[Figure], stated: Figure) -> list[Figure]:
    """The two figures that ``stated`` may be the change between: of one kind, and no third; else none."""
    kinds: dict[tuple[str, Fraction], list[Figure]] = {}
    for f in figures:
        if (
            (f.is_claim or f.role == "sample-size")
            and f.value
            and not f.is_range
            and (
                f.dimension in ("proportion", "count", "rate", "money", "mass")
                or f.dimension == stated.dimension
            )
            and (f.kind != "ratio" or f.unit)
        ):
            kinds.setdefault((f.dimension, f.size), []).append(f)
    pairs = [pair for pair in kinds.values() if len(pair) == 2]
    if stated.dimension in _MEASURED:
        return next((p for p in pairs if p[0].dimension == stated.dimension), [])
    if len(pairs) == 1 and (stated.dimension != "count" or pairs[0][0].dimension == "count"):
        return pairs[0]
    return next((p for p in pairs if p[0].dimension == stated.dimension), [])


def _begins(passage: Passage, stated: Figure) -> bool:
    before = passage.text[passage.start : stated.lead]
    return bool(_SUMS_UP.search(before) or _SUMS_UP.search(_VERBED.sub("", before)))


_AGAINST = AnyCase(r"\b(?:compared\s+(?:with|to)|against|versus|vs)\b")
_THEN = AnyCase(
    r"^\s+(?:in\s+(?:\w+\s+)?(?:19|20)\d\d|last\s+\w+|before(?:hand)?|previously|at\s+the\s+start|(?:a|the|one)\s+year\s+(?:ago|earlier|before))\s*[,;–—]\s*(?:so\s+|that\s+is,?\s+|or\s+|now\s+)?(?:(?:up|down)\s+)?(?:by\s+)?$"
)
"""'74% (62% in 2024, so 12% better)'."""
_ITS = r"(?:your|their|his|her|our|my|its|the|an?)"
_OF_RISK = rf"(?:\s+{_ITS}\s+(?:\w+\s+)?(?:risks?|chances?|odds|rates?|shares?|likelihood|numbers?|dangers?|cases|use)(?:\s+of(?:\s+[\w-]+){{1,4}})?)?"
_SO_IT = AnyCase(
    rf"(?:[,;:—–]|\band)\s+(?:so(?:\s+that)?|thus|hence|therefore|meaning)(?:\s+that)?\s+(?:[\w'’-]+\s+){{1,5}}?(?:(?P<down>{_DOWN})|(?P<up>{_UP})){_OF_RISK}\s+by\s+(?:\w+\s+)?$"
)
"""'20% of those who skip drops and 14% of the others, so skipping raises your risk by 6%'."""
_LAST_COMMA = Pattern(r"^[^.;:,()\d]{0,40},\s+$")
"""'Compared with 52 falls last winter there were 39 this winter, 25% fewer'."""


def _within(passage: Passage, ends: list[Figure], stated: Figure, way: str) -> Iterator[Change]:
    text = passage.text
    first, second = ends
    if second.end <= stated.start:
        gap = text[second.end : stated.lead]
        set_against = _AGAINST.search(text[passage.start : second.lead]) and _LAST_COMMA.match(gap)
        if "(" in text[first.end : second.start] and _THEN.match(gap):
            yield Change(second, first, stated, way)
        elif (
            _SUMS_UP.search(gap)
            or _SUMS_UP.search(_VERBED.sub("", gap))
            or set_against
            or (_SO_IT.search(gap) and _is_apart(first, second, stated))
        ):
            yield _change(first, second, stated, way)
    elif stated.end <= first.start:
        gap, between = text[stated.end : first.lead], text[first.end : second.lead]
        if _TRIPLED.match(gap) and _FROM.match(between):
            yield Change(second, first, stated, way)
        elif stated.dimension == "multiple" and OF_OTHERS.search(gap):
            return  # 'doubling the dose changed nothing (15% against 12%)'
        elif _ASIDE.match(gap) and len(between) < 60 and "(" not in between:
            yield _change(first, second, stated, way)
    elif _is_times(text, first, second, stated):
        yield Change(second, first, stated, "times")
    elif (stated.dimension == "multiple" and _AS_MANY.match(text[stated.end : second.lead])) or (
        _ON.match(text[stated.end : second.lead])
        and (
            _SET_OFF.search(text[first.end : stated.lead])
            or (
                text[first.end : stated.lead].rstrip()[-1:] == ","
                and _THAN_THE.match(text[stated.end : second.lead])
            )
        )
    ):
        yield Change(second, first, stated, way)


def _is_apart(first: Figure, second: Figure, stated: Figure) -> bool:
    """True where two shares are so many points apart: what follows from them otherwise may be of something else."""
    a, b, size = ((f.value or Fraction(0)) for f in (first, second, stated))
    return first.kind == second.kind == "percent" and abs(abs(a - b) - size) < Fraction(1, 2)


def _is_times(text: str, first: Figure, second: Figure, stated: Figure) -> bool:
    """True where the first figure is told to be so many times the second: in this order only."""
    told = stated.dimension == "multiple" and first.end <= stated.start and stated.end <= second.start
    return bool(
        told and _IS_TIMES.search(text[first.end : stated.lead])
        and _TIMES_THE.fullmatch(text[stated.end : second.lead])
    )  # fmt: skip


def _change(first: Figure, second: Figure, stated: Figure, way: str) -> Change:
    """The change from the end that ``way`` starts at: a fall starts high, a rise low, in whatever order they stand."""
    assert first.value is not None
    assert second.value is not None
    falls = first.value > second.value
    if stated.dimension == "multiple" or way == "either":
        return Change(first, second, stated, way)
    return (
        Change(first, second, stated, way) if falls == (way == "down") else Change(second, first, stated, way)
    )
