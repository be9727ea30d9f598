"""Shares of people that are more than all of them, and correlations above 1 where a heading or sentence says that they are such."""

from __future__ import annotations

from collections.abc import Iterator

from linter.checks.numbers_limits import IDIOM
from linter.checks.numbers_scan import blocks, sentence_around
from linter.checks.view import View
from linter.language.sorts import sort_of
from linter.patterns import AnyCase, Pattern

_DETERMINERS = r"(?:(?:the|all|these|those|our|its|their|\d[\d,]*)\s+)*"
_OF_WHOM = AnyCase(
    rf"(?<![\d.,-])(?P<n>\d{{1,3}}(?:,\d{{3}})+|\d{{3,6}}(?:\.\d+)?)\s?(?:%|percent|per cent)\s+of\s+{_DETERMINERS}"
    r"(?P<words>[a-z][a-z-]+(?:\s+[a-z][a-z-]+){0,3})(?P<owned>['’])?"
)
_ENDS = frozenset(
    "in on at with and or who that which of for to from by are is were was had have has as than after before".split()
)
_MEASURED_BY = frozenset("normal expected predicted their usual average last previous".split())
_OTHERS = frozenset("predecessors competitors counterparts siblings peers".split())
"""People whom others are measured against: '120% of its competitors' is no share of them."""
_THEN = AnyCase(
    r"\s+(?:(?:in|of|for)\s+(?:19|20)\d\d|(?:in\s+)?(?:the\s+)?(?:last|previous)\s+\w+|(?:a|the|one)\s+year\s+(?:ago|earlier|before))\b"
)
_R = Pattern(
    r"(?<![\w.²])(?:r|rho|ρ)\s*(?:=|\bof\b|\bwas\b|\bis\b)\s*[-−–]?(?P<n>[1-9]\d*\.\d+)(?![\d%]|[,.]\d|\s*(?:mm|cm|m|km|nm|Å|µm)\b)"
)
_CORRELATES = AnyCase(r"\b(?:correlat\w+|Pearson|Spearman)\b")
_SHOWN = AnyCase(r"\b(?:impossible|cannot be|can't be|mistake|typo|wrong|z\s*=)\b")


def shares_of_people(view: View) -> Iterator[tuple[int, int, int]]:
    """'112% of wearers', '130% of the guests who ate it': block, start, end."""
    for index, text in blocks(view, Pattern(r"\d{3}(?:\.\d+)?\s?(?:%|per)")):
        for match in _OF_WHOM.finditer(text):
            length = _people(match["words"], bool(match["owned"]))
            start, end = match.start(), match.start("words") + length
            if not length or float(match["n"].replace(",", "")) <= 100 or _THEN.match(text, end):
                continue
            if not IDIOM.search(text[max(0, start - 40) : end + 30]):
                yield index, start, end


def _people(words: str, owned: bool) -> int:
    """How far the first plural of people reaches in the words behind 'of'; 0 where they are of something else."""
    at, told = 0, words.lower().split()
    for k, word in enumerate(told):
        at = words.lower().index(word, at) + len(word)
        if word in _ENDS or word in _MEASURED_BY or word in _OTHERS:
            return 0
        are_people = sort_of(word) == "person" or told[k + 1 : k + 2] == ["who"]
        if word.endswith("s") and are_people:
            return 0 if owned and k == len(told) - 1 else at
    return 0


def correlations(view: View) -> Iterator[tuple[int, int, int]]:
    """'r = 1.27' in a sentence on correlation, or under a heading or a head that names it: block, start, end."""
    for index, text in blocks(view, _R):
        over = f"{view.heading(index)} {view.column_heads(index)} {view.row_label(index)}"
        for match in _R.finditer(text):
            low, high = sentence_around(view, index, match.start(), match.end())
            if _CORRELATES.search(f"{over} {text[low:high]}") and not _SHOWN.search(text[low:high]):
                yield index, match.start(), match.end()
