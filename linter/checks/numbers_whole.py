"""A share of a whole that stands before it: 'Of 240 doses, 40 people (one in eight)', '9 of the 45 pupils, one in four,'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from linter.checks.numbers_scan import Passage, passages, ulp
from linter.checks.numbers_shares import Share
from linter.checks.view import View
from linter.language.figure import Figure
from linter.patterns import AnyCase, Pattern

_N = r"(?P<n>\d{1,3}(?:,\d{3})+|\d+)"
_WHOLE = r"(?P<whole>\d{1,3}(?:,\d{3})+|\d{2,9})"
_OF_WHOLE = Pattern(
    rf"(?<![\w.,$£€-]){_N}\s+(?:of|out\s+of)\s+(?:(?:the|our|all|these|those|its|their)\s+)*{_WHOLE}(?![\d.,]*\d|\s?%)(?:\s+[a-z-]+){{0,3}}?\s*[,(—–]\s*(?:or\s+|that\s+is\s+|about\s+)?$"
)
"""'9 of the 45 pupils, one in four': the count, its whole, and what opens the share."""
_GIVEN = AnyCase(
    rf"\b(?:of|from|among|in)\s+(?:(?:the|our|all|these|those|a\s+total\s+of)\s+)*{_WHOLE}(?![\d.,]*\d|\s?%|\s+(?:days?|weeks?|months?|years?|hours?|minutes?|sites?|centres?|towns?|countries|mg|mL|kg)\b)(?:\s+[a-z-]+){{1,4}}\s*,\s+(?:[a-z]+\s+)?$"
)
"""'In our own count of 240 first doses, 40 people (one in eight)'."""
_COUNTED = Pattern(rf"(?<![\w.,$£€-]){_N}(?:\s+[a-z-]+){{0,3}}?\s*[(,—–]\s*(?:or\s+|that\s+is\s+|about\s+)?$")
_CLOSES = Pattern(r"^\s*(?:[),.;—–]|of\s+them\b|$)")
_OTHER = AnyCase(
    r"\b(?:of\s+(?:whom|these|those|them|which)|adjusted|weighted|respond\w*|answered|replied|eligible|remaining|rest|others?|half|compared|per|aged|under|over|women|men|girls|boys)\b"
)
_ASIDE = Pattern(
    rf"\s*(?:[a-z]+\s+){{0,2}}?\(\s*{_N}\s*(?:of|/|out\s+of)\s*(?:the\s+)?{_WHOLE}(?:\s+[a-z]+)?\s*\)"
)
"""'One in five (20 of 80) refused'."""
_NEAR = Fraction(1, 10)
"""A share of another whole would be farther off."""


def shares_of_before(view: View) -> Iterator[Share]:
    """Fractions and percentages that are not their count's of the whole before."""
    previous: Passage | None = None
    for passage in passages(view):
        for figure in passage.figures:
            if _is_share(figure):
                yield from _share(passage, previous, figure)
        previous = passage


def _is_share(figure: Figure) -> bool:
    return (
        figure.dimension == "proportion" and figure.is_claim and figure.value is not None and figure.qualifier == "exact"
        and not figure.hedged and (figure.kind == "percent" or (figure.kind == "ratio" and 2 < figure.base <= 20))
    )  # fmt: skip


def _number(text: str) -> Fraction:
    return Fraction(text.replace(",", ""))


def _share(passage: Passage, previous: Passage | None, figure: Figure) -> Iterator[Share]:
    before = passage.text[passage.start : figure.start]
    aside = _ASIDE.match(passage.text, figure.end, passage.end) if figure.kind == "ratio" else None
    if aside:
        yield from _told(passage, figure, figure.start, _number(aside["n"]), _number(aside["whole"]))
    if not _CLOSES.match(passage.text[figure.end :]):
        return
    own = _OF_WHOLE.search(before)
    if own:
        if figure.kind == "ratio":
            yield from _told(
                passage, figure, passage.start + own.start(), _number(own["n"]), _number(own["whole"])
            )
        return
    counted = _COUNTED.search(before)
    if counted is None or (figure.kind == "percent" and not before.rstrip().endswith("(")):
        return
    count, start = _number(counted["n"]), passage.start + counted.start("n")
    given = _GIVEN.search(before[: counted.start()])
    if given and figure.kind == "ratio":
        yield from _told(passage, figure, start, count, _number(given["whole"]))
    elif figure.kind == "percent" and not given and previous is not None and _follows(previous, passage):
        whole = _only_whole(passage, previous, figure)
        said = (figure.value or Fraction(0)) * figure.size
        if whole and count <= whole and abs(count / whole - said) < _NEAR:
            yield from _told(passage, figure, start, count, whole)


def _follows(previous: Passage, passage: Passage) -> bool:
    return (previous.index, previous.number + 1) == (passage.index, passage.number)


def _only_whole(passage: Passage, previous: Passage, figure: Figure) -> Fraction | None:
    """The one number of things that the sentence before tells, where this one tells no other whole."""
    if _OTHER.search(passage.text[passage.start : figure.start]):
        return None
    counts = _counts(previous.figures)
    here = [f for f in _counts(passage.figures) if f.start < figure.start]
    others = [f for f in previous.figures if f.kind in ("percent", "ratio")]
    if len(counts) != 1 or len(here) != 1 or others:
        return None
    return counts[0].value


def _counts(figures: Sequence[Figure]) -> list[Figure]:
    return [
        f for f in figures
        if f.kind == "count" and f.dimension == "count" and f.value and f.value >= 10 and f.qualifier == "exact" and not f.hedged
        and f.is_claim
    ]  # fmt: skip


def _told(passage: Passage, figure: Figure, start: int, count: Fraction, whole: Fraction) -> Iterator[Share]:
    if not 0 < count <= whole or figure.value is None:
        return
    share, said = count / whole, figure.value * figure.size
    if figure.kind == "ratio":
        if re.search(r"\d", passage.words(figure)) and figure.unit:
            base = figure.base / figure.value
            fits = 1 / (base + Fraction(1, 2)) <= share <= 1 / (base - Fraction(1, 2))
        else:
            base = 1 / said
            fits = abs(1 / share - base) <= Fraction(1, 2)
    else:
        fits = abs(share - said) < ulp(figure) / 100
    if not fits:
        percent = said * 100 if figure.kind == "percent" else Fraction(round(said * 100))
        yield Share(passage.index, start, figure.end, count, percent, figure.decimals, whole)


_ROUNDED = Fraction(1, 8)


def is_part_of_before(view: View, passage: Passage, ratio: Figure, percent: Figure) -> bool:
    """True for 'it affects 8.7%. Half of these are severe (4.2%)': the fraction is of a share told before."""
    assert ratio.value is not None
    assert percent.value is not None
    share = ratio.value * ratio.size
    earlier = [
        f
        for f in view.reader.reading.block(passage.index).figures
        if f.start < ratio.start and f.kind == "percent"
    ]
    wholes = [f.value for f in earlier if f.value is not None]
    return any(abs(whole * share - percent.value) <= percent.value * _ROUNDED for whole in wholes)
