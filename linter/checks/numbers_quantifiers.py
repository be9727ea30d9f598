"""Words for a share beside the share: 'most (38%)', 'a minority (62%)', '36 of the 48 sites, or two thirds'."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from linter.checks.numbers_scan import Passage, blocks, passages
from linter.checks.view import View
from linter.language.figure import Figure
from linter.patterns import AnyCase, Pattern

_HALF = 50
_WORDS = (
    (
        r"(?:a|the)\s+(?:vast\s+|large\s+|clear\s+|great\s+|slim\s+|small\s+|overwhelming\s+)?majority|most",
        _HALF,
        101,
        "more than 50%",
    ),
    (
        r"(?:a|the)\s+(?:small\s+|tiny\s+|large\s+|sizeable\s+)?minority|few|hardly\s+any(?:one)?",
        -1,
        _HALF,
        "less than 50%",
    ),
    (r"(?:nearly|almost|practically|virtually)\s+(?:all|every(?:one|body)?)", 79, 101, "close to 100%"),
)
_ASIDE = r"(?P<gap>[^().;:,%\d]{0,40})\(\s*(?P<n>\d{1,3}(?:\.\d+)?)\s?(?:%|per\s?cent)\s*\)"
_PATTERNS = tuple((AnyCase(rf"\b(?:{words}){_ASIDE}"), low, high, said) for words, low, high, said in _WORDS)
_RESTATED = AnyCase(
    r"^(?:\s+[a-z-]+){0,4}?\s*(?:,\s*(?:or|that\s+is|i\.e\.|which\s+is)\s+(?:about\s+|around\s+)?|\()\s*$"
)
_COMPARED = AnyCase(
    r"\b(?:most\s+(?:common|likely|often|frequent|recent|severe|important|popular|serious|\w+ly)|than|at\s+most)\b"
)
_WORD_SLACK = Fraction(4, 100)


class Quantified(NamedTuple):
    """A place, and what is said there in words and in figures."""

    block: int
    start: int
    end: int
    words: str
    figures: str
    expected: str


def odd_words(view: View) -> Iterator[Quantified]:
    """Words for a share that the percentage in brackets behind them is not."""
    for index, text in blocks(view, Pattern(r"%\s*\)|per ?cent\s*\)").compiled):
        for pattern, low, high, said in _PATTERNS:
            for match in pattern.finditer(text):
                if not low < float(match["n"]) < high and not _COMPARED.search(match.group()):
                    words = match.group()[: match.start("gap") - match.start()]
                    yield Quantified(index, match.start(), match.end(), words, f"{match['n']}%", said)
    for passage in passages(view, least=2):
        for first, second in pairwise(passage.figures):
            if (found := _restated(passage, first, second)) is not None:
                yield found


def _restated(passage: Passage, first: Figure, second: Figure) -> Quantified | None:
    """'36 of the 48 sites, or two thirds': a count of a whole, and its share in words."""
    worded = second.kind == "ratio" and not second.unit and second.value is not None and second.base > 1
    counted = first.kind == "ratio" and first.value is not None and first.base > 1 and bool(first.unit)
    if not (worded and counted and _RESTATED.match(passage.text[first.end : second.lead])):
        return None
    assert first.value is not None
    assert second.value is not None
    share, told = first.value * first.size, second.value * second.size
    slack = _WORD_SLACK * (2 if second.qualifier != "exact" or second.hedged else 1)
    if abs(share - told) <= slack or second.qualifier not in ("exact", "about"):
        return None
    return Quantified(
        passage.index,
        first.start,
        second.end,
        passage.words(first),
        passage.words(second),
        f"{float(share * 100):.0f}%",
    )
