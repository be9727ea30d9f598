"""Which words of a sentence belong to a figure: from one joint to the next, and what it counts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linter.checks.retold_words import is_kind, sides, stem, words
from linter.language.figure import Figure, show
from linter.language.text import Sentence
from linter.patterns import AnyCase, Pattern

_DIMENSIONS = frozenset(
    {
        "count",
        "time",
        "mass",
        "volume",
        "money",
        "proportion",
        "length",
        "temperature",
        "number",
        "pressure",
        "multiple",
        "year",
        "clock",
        "age",
        "date",
    }
)
_OTHER_START = r"an?|the|its|our|their|your|his|her|then|you|we|it|they|call|do|drink|chill|bring|takes?|lasts?|needs?|is|are|has|have|costs?|closes|opens|starts|ends|includes|covers|runs"
_CUT = AnyCase(
    r"[;:()—–]|,\s|\s-\s|\[[ xX]?\]|\b(?:but|although|whereas|while|unless|if|which|who|because|so)\b"
    rf"|\band\s+(?=(?:{_OTHER_START})\b|[$£€]?\d)"
)
"""Where another statement may begin."""
_JOINT = Pattern(r"[;,]\s|\band\s")
LEAST = 2
"""So many telling words at least make a telling."""


def is_usable(figure: Figure) -> bool:
    """True for a figure that another could contradict; a hedged one is too vague for it."""
    if not (figure.is_claim or figure.role == "sample-size") or figure.second is not None:
        return False
    if figure.role in ("article", "pronoun") or (figure.kind == "ratio" and not figure.base):
        return False
    known = figure.dimension in _DIMENSIONS or "/" in figure.dimension
    return known and (figure.value is not None or figure.is_range)


def without(text: str, figures: Sequence[Figure], start: int) -> str:
    """A stretch of a block that begins at ``start``, its figures blanked, whose units tell nothing."""
    for figure in figures:
        low, high = max(0, figure.start - start), min(figure.end - start, len(text))
        if high > 0 and low < len(text):
            text = text[:low] + " " * (high - low) + text[high:]
    return text


_EVENT = AnyCase(r"\b(?:day|date)\s+of\s+(?:the\s+|her\s+|his\s+|your\s+)?[a-z]+,?\s*(?:\(|on\s+)?$")
"""'on the day of admission, 5 November'."""


def statement(here: str, figure: Figure, sentence: Sentence) -> tuple[int, int]:
    """Where the statement of a figure begins and ends in its block: between the joints that leave it enough words."""
    if figure.dimension == "date" and (event := _EVENT.search(here[: figure.lead - sentence.start])):
        return sentence.start + event.start(), figure.end
    at, end = figure.lead - sentence.start, figure.end - sentence.start
    lows = [0, *(m.end() for m in _CUT.finditer(here, 0, max(at, 0)))]
    cuts = [*(m.start() for m in _CUT.finditer(here, end)), len(here)]
    low, high = len(lows) - 1, 0
    while len(set(words(here[lows[low] : at] + " " + here[end : cuts[high]]))) < LEAST:
        if low:
            low -= 1
        elif high + 1 < len(cuts):
            high += 1
        else:
            break
    return sentence.start + lows[low], sentence.start + cuts[high]


_ADJECTIVE = AnyCase(
    r"(?P<noun>(?:\s+(?!(?:of|in|on|at|to|for|with|and|or|is|are|was|were|has|have|can|will|we|you|it|that|which)\b)[a-z][\w'’-]*){1,3})"
)


def noun_of(text: str, figure: Figure) -> tuple[int, int] | None:
    """Where the noun stands that a joined figure tells of: '10-week programme'; None for other figures."""
    if "-" not in text[figure.start : figure.end] or figure.is_range or figure.dimension == "age":
        return None
    match = _ADJECTIVE.match(text, figure.end)
    return (figure.start, match.end()) if match else None


def around(text: str, figure: Figure, figures: Sequence[Figure], sentence: Sentence) -> str:
    """What stands next to a figure, up to a joint or another figure: 'the most we use is … a week'."""
    others = [f for f in figures if f.dimension != "time"]
    low = max([sentence.start, *(f.end for f in others if f.end <= figure.lead)])
    high = min([sentence.end, *(f.lead for f in others if f.lead >= figure.end)])
    before, after = text[low : figure.start], text[figure.end : high]
    return _JOINT.split(before)[-1] + " " + _JOINT.split(after)[0]


_NEXT_CAPITAL = Pattern(r"\.?\)?\s+[A-Z]")


def is_numbering(text: str, figure: Figure, sentence: Sentence) -> bool:
    """True for the '4.1' of '4.1 Reposition patients'."""
    return figure.start - sentence.start < 2 and bool(_NEXT_CAPITAL.match(text, figure.end))


_JOINED = Pattern(r"-([a-z]+)\b")
"""'a 30-bed unit'."""
_COUNTED = Pattern(
    r"\s+(?P<noun>(?:[A-Za-z][A-Za-z'’-]*\s+){0,3}?[A-Za-z][A-Za-z'’-]*)"
    r"(?=\s*(?:[.,;:()—–]|$|\s(?:in|of|with|at|to|from|for|on|by|who|that|and|or|across|per|a|an|each|every|as|is|are|was|were"
    r"|will|have|has|had|may|can|should|must|could|would|long|old|tall|wide|high|deep|apart|each|work|took|where|during|between|until|within|over|before|after)\b))"
)


def thing(text: str, figure: Figure) -> str:
    """The root of the noun that a number counts: 'station' of '24 dialysis stations'."""
    joined = _JOINED.match(text, figure.end)
    if joined and figure.dimension == "count":
        return stem(joined[1]) or joined[1].lower()
    match = _COUNTED.match(text, figure.end) if figure.dimension == "count" else None
    if match is None:
        return ""
    *before, noun = re.split(r"[\s-]", match["noun"])
    while before and noun.endswith("ed") and before[-1].endswith("s"):
        *before, noun = before  # '34 study sites screened'
    root = stem(noun) or noun.lower()
    return f"{stem(before[-1])} {root}" if before and is_kind(root) else root


_OPENS = AnyCase(
    r"\W*(?:after|before|by|with|without|in|at|on|for|under|within|during|since|from|among|once|when|if|unless|as|compared with|next to|unlike)\b[^,;:.]{2,50},"
)


def opening(here: str, figure: Figure, sentence: Sentence) -> frozenset[str]:
    """'By mouth, …', 'Before the levy, …': what the rest is told of."""
    match = _OPENS.match(here)
    if match is None or match.end() > figure.lead - sentence.start:
        return frozenset()
    return frozenset(words(match.group())) | {f"<{side}>" for side in sides(match.group())}


_NAMED = Pattern(
    r"\b(?i:class|stage|type|grade|phase|group|level|part|arm|cohort|zone|band|tier|step|option|plan)\s+(?P<n>[IVX]+|[A-Z]|\d+[a-z]?)\b|\b(?:over|under)-(?P<age>\d+s?)\b"
)


def labels_of(here: str, inner: Sequence[Figure]) -> frozenset[str]:
    """The numbers and letters that name something: '4' of 'ward 4', 'IV' of 'class IV', '60s' of 'over-60s'."""
    named = {show(f.value) for f in inner if f.role in ("label", "identifier")}
    return frozenset(named | {m["n"] or m["age"] for m in _NAMED.finditer(here)})


SETS = AnyCase(r"(?:at|after|by|in|within|over|during|for|on)\s[^,;.]{1,30},")
"""'At week 16, 38% …': what sets the time of all that follows."""
_ONE_PERSON = AnyCase(r"\b(?:an?|the|this)\s+(?:\w+\s+){0,2}\d+[\s-]*(?:year|month|week)")
_RECORDED = AnyCase(r"\b(?:age|no|number|id|mrn|last|past|next|coming|previous)\W{0,2}\s*$")
"""'Patient No: 44966 Age: 56', 'over the past 4 weeks'."""
_SAYS = Pattern(r"[\"“][^\"”]*\bI(?:['’]\w+)?\s")
"""'"I have not slept in three days"'."""
_LONGEST_MARK = 12


def is_private(here: str, figure: Figure, sentence: Sentence) -> bool:
    before = here[max(0, figure.lead - sentence.start - _LONGEST_MARK) : figure.lead - sentence.start]
    if _RECORDED.search(before) or _SAYS.search(here):
        return True
    return figure.dimension == "age" and bool(_ONE_PERSON.search(here))


def is_horizon(here: str, figure: Figure, figures: list[Figure], sentence: Sentence) -> bool:
    """True for the span of 'Within 5 years of a first attack, 36% die'."""
    opened = SETS.match(here)
    inside = opened is not None and figure.start < sentence.start + opened.end()
    return inside and any(
        f.is_claim and f.dimension == "proportion" for f in figures if f.start > figure.start
    )
