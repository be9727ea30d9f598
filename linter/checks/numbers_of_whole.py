"""Shares of a number that the copy names: 'Of 50 patients, 20% (12)', 'two thirds of the 28 fractures (75%)'."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from linter.checks.numbers_scan import Passage, grain, passages, ulp
from linter.checks.numbers_shares import Share
from linter.checks.view import View
from linter.language.figure import Figure
from linter.patterns import AnyCase

_OF = AnyCase(
    r"^\W*(?:and\s+|but\s+)?(?:of|among|out\s+of)\s+(?:(?:the|all|these|our|an?|total|of|estimated|some)\s+)*$"
)
_OPENS = AnyCase(
    r"^(?:\s+of\s+(?:them|these|those|patients|people))?\s*[(\[]\s*(?:n\s*=\s*|about\s+|around\s+|or\s+)?$"
)
_CLOSES = AnyCase(r"^(?:\s+(?:[a-z-]+\s+){0,2}?[a-z-]+)?\s*[)\]]")
_OTHERS = AnyCase(
    r"\b(?:respond\w*|answer\w*|repl(?:y|ied|ies)|evaluat\w*|assess\w*|available|eligible|complet\w*|whom|adjusted|weighted|projected"
    r"|of\s+(?:these|those|them|which|the)|among|in\s+(?:the|that|this)\s+(?:\w+\s+)?(?:group|arm|cohort)|rest|remain\w*|another|up\s+from|down\s+from|compared|than|versus)\b"
)
"""What may make the percentage one of others than the whole."""
_NOUN = AnyCase(r"^\s+[\w'’-]+")
"""The whole's own noun: 'of 80 replies'."""
_PARTS = AnyCase(r"\b(?:of|among)\s+(?:these|those|them|which|whom)\b")
_OF_THE = AnyCase(r"\s+of\s+(?:the|our|all|these|those|its|their|all\s+the)\s+")
_ASIDE = AnyCase(r"^(?:\s+[a-z-]+){1,4}\s*(?:\(\s*(?:or\s+|about\s+)?|,\s+or\s+(?:about\s+)?)$")
_ENDS = AnyCase(r"^\s*[),.;—–]")
_NEAR = 2
"""A number that is off by more than so many times is a reference, or of another thing."""
_LEAST = 10


def shares_of_named(view: View) -> Iterator[Share]:
    """The percentages that are not their count's of the whole that opens the sentence."""
    for passage in passages(view, least=3):
        whole = next((f for f in passage.figures if _is_whole(passage, f)), None)
        if whole is None:
            continue
        later = [f for f in passage.figures if f.start > whole.end]
        for percent, count in pairwise(later):
            if _is_aside(passage, percent, count):
                yield from _odd(passage, whole, percent, count)


def _is_whole(passage: Passage, figure: Figure) -> bool:
    return (
        figure.kind == "count" and figure.dimension == "count" and (figure.value or 0) >= _LEAST
        and bool(_OF.match(passage.text[passage.start : figure.lead]))
    )  # fmt: skip


def _is_aside(passage: Passage, percent: Figure, count: Figure) -> bool:
    """True for '20% (12)', '36% (18 million people)'."""
    plain = (
        percent.kind == "percent"
        and percent.is_claim
        and percent.qualifier in ("exact", "about")
        and percent.value
    )
    counted = (
        count.kind == "count"
        and count.dimension == "count"
        and count.value
        and count.qualifier in ("exact", "about")
    )
    opened = _OPENS.match(passage.text[percent.end : count.lead])
    return bool(plain and counted and opened and _CLOSES.match(passage.text[count.end : passage.end]))


def _odd(passage: Passage, whole: Figure, percent: Figure, count: Figure) -> Iterator[Share]:
    """Where parts of the whole may be meant, a count is odd only if its percentage makes more of them than there are."""
    size, number, said = (f.value or Fraction(0) for f in (whole, count, percent))
    between = _NOUN.sub("", passage.text[whole.end : percent.start])
    others, parts = _OTHERS.search(between), _PARTS.search(between)
    expected = said * size / 100
    if number > size or not expected / _NEAR <= number <= expected * _NEAR or (others and not parts):
        return
    loose = percent.hedged or percent.qualifier == "about"
    step = ulp(percent) / 2 + (said * Fraction(8, 100) if loose else Fraction(1, 10))
    low, high = number - _slack(count), number + _slack(count)
    least, most = low / (size + _slack(whole)) * 100, high / max(size - _slack(whole), Fraction(1)) * 100
    if least - step <= said <= most + step or (others and said > most):
        return
    if not any(
        low / base * 100 - step <= said <= high / base * 100 + step
        for base in _bases(passage, whole, percent)
    ):
        yield Share(passage.index, percent.start, count.end, number, said, percent.decimals, size)


def _slack(figure: Figure) -> Fraction:
    value = figure.value or Fraction(0)
    own = Fraction(0) if value < 1000 and figure.size == 1 and not figure.decimals else grain(figure)
    return max(own, value * Fraction(5, 100)) if figure.hedged else own


def _bases(passage: Passage, whole: Figure, percent: Figure) -> Iterator[Fraction]:
    """What else the percentage may be of: numbers and shares of the whole told between."""
    for figure in passage.figures:
        if whole.end < figure.start and figure.end < percent.start and figure.value:
            if figure.kind == "count":
                yield figure.value
            elif figure.dimension == "proportion":
                yield (whole.value or Fraction(0)) * figure.value * figure.size


def worded_shares(view: View) -> Iterator[tuple[Passage, Figure, Figure]]:
    """Fractions in words of a number, with the percentage in brackets behind it: 'two thirds of the 28 fractures (75%)'."""
    for passage in passages(view, least=3):
        figures = passage.figures
        for part, whole, percent in zip(figures, figures[1:], figures[2:], strict=False):
            worded = part.kind == "ratio" and not part.unit and part.is_claim and part.base > 1 and part.value
            if not worded or whole.kind != "count" or percent.kind != "percent" or not percent.is_claim:
                continue
            joined = _OF_THE.fullmatch(passage.text[part.end : whole.lead])
            opened = _ASIDE.match(passage.text[whole.end : percent.lead])
            if (
                joined
                and opened
                and _ENDS.match(passage.text[percent.end : passage.end])
                and not _is_of_earlier(passage, whole, percent)
            ):
                yield passage, part, percent


def _is_of_earlier(passage: Passage, whole: Figure, percent: Figure) -> bool:
    """True for 'Of 28 falls, half of the 21 fractures (75%)': the percentage is what the whole is of another."""
    earlier = [f.value for f in passage.figures if f.start < whole.start and f.kind == "count" and f.value]
    value, said = whole.value or Fraction(0), percent.value or Fraction(0)
    return any(abs(value / other * 100 - said) < 1 for other in earlier)
