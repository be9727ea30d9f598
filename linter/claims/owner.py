"""Which words of a sentence belong to which of its figures."""

from __future__ import annotations

from itertools import pairwise

from linter.language.figure import Figure
from linter.language.slots import WORD_NUMBERS, Slot
from linter.language.text import Sentence
from linter.language.tokens import Token
from linter.patterns import Pattern

_STRONG = frozenset({";", ":", "—", "–", "|"})
_TURNS = frozenset(
    ["but", "while", "whereas", "although", "though", "against", "versus", "vs", "compared", "than"]
)
_JOINED = Pattern(r"^[\s,]*(?:and|or|to|,|/|–|-)?[\s,]*$")


def regions(sentence: Sentence, figures: list[Figure]) -> list[tuple[int, int]]:
    """For each figure of the sentence, the character span of the words that are its own.

    Between two figures the sentence is cut at its strongest joint: a semicolon or colon, a word
    that turns ('but', 'against'), a comma with 'and', a comma, a plain 'and'. Figures that are
    joined directly ('15% and 60%') share all their words.
    """
    groups = _groups(sentence, figures)
    cuts = [sentence.start]
    for (_, last), (first, _) in pairwise(groups):
        cuts.append(_cut(sentence, figures[last].end, figures[first]))
    cuts.append(_trailing(sentence, figures[-1].end))
    spans: list[tuple[int, int]] = []
    for number, (first, last) in enumerate(groups):
        low, high = _clause(sentence, cuts[number], cuts[number + 1], figures[first].lead, figures[last].end)
        if number and risen_from(sentence, figures[first - 1], figures[first]) is not None:
            low = spans[-1][0]  # of what rose from 8% in 1990 to 20% both are told
        spans.extend([(low, high)] * (last - first + 1))
    return spans


def risen_from(sentence: Sentence, earlier: Figure, later: Figure) -> tuple[int, int] | None:
    """The words of the first of 'from 8% in 1990 to 20% in 2022'; None for figures that are not so told."""
    if earlier.dimension != later.dimension:
        return None
    before = [t for t in sentence.tokens if t.end <= earlier.lead]
    between = [t for t in sentence.tokens if earlier.end <= t.start < later.lead]
    start = next((t.start for t in before[-2:] if t.lower == "from"), None)
    told = start is not None and between and between[-1].lower == "to"
    return (start, between[-1].start) if told and start is not None else None


_Spanned = tuple[Figure, list[Figure], tuple[int, int], list[tuple[int, int]]]


def figure_spans(sentence: Sentence, figures: list[Figure], horizons: list[Slot]) -> list[_Spanned]:
    """Each figure, the figures it shares the sentence with, its own words and theirs.

    Spans of time ('five-year', 'at 10 years') are read beside every other figure, but do not part
    the words of those: they belong to one of them.
    """
    spans_of_time = {s.start for s in horizons} | {f.start for f in figures if f.role == "age"}
    main = [f for f in figures if f.start not in spans_of_time]
    result: list[_Spanned] = []
    for group, wanted in ((main, main), (figures, [f for f in figures if f.start in spans_of_time])):
        if wanted:
            spans = regions(sentence, group)
            result += [(f, group, spans[group.index(f)], spans) for f in wanted]
    return sorted(result, key=lambda r: r[0].start)


def _groups(sentence: Sentence, figures: list[Figure]) -> list[tuple[int, int]]:
    groups: list[tuple[int, int]] = []
    text = {t.start: t for t in sentence.tokens}
    for k, figure in enumerate(figures):
        if groups and k:
            between = [t.raw for t in sentence.tokens if figures[k - 1].end <= t.start < figure.lead]
            apart = figures[k - 1].dimension == figures[k].dimension and not (
                between and between[-1].lower() == "for" and _is_rhythm(sentence, figures[k - 1])
            )
            shared = is_restated(sentence, figures[k - 1], figures[k]) or (
                not apart
                and (
                    not _has_joint(sentence, figures[k - 1].end, figures[k].lead)
                    or _opens_bracket(sentence, figures[k - 1].end, figures[k])
                )
            )
            if shared or (len(between) <= 2 and _JOINED.match(" ".join(between)) and text):
                groups[-1] = (groups[-1][0], k)
                continue
        groups.append((k, k))
    return groups


def is_restated(sentence: Sentence, figure: Figure, later: Figure) -> bool:
    """True for a figure told once more in a bracket: '25% (1 in 4)'."""
    if (figure.dimension, figure.bounds) != (later.dimension, later.bounds):
        return False
    return [t.raw for t in sentence.tokens if figure.end <= t.start < later.lead] == ["("]


def _opens_bracket(sentence: Sentence, after: int, later: Figure) -> bool:
    """True where nothing but a bracket parts two figures, and it holds the later one alone: '371,000 cases (28%)'."""
    between = [t for t in sentence.tokens if after <= t.start < later.lead]
    filled = _fills_bracket(sentence, between, later)
    return filled and not any(_rank(between, k) for k in range(len(between) - 1))


def _fills_bracket(sentence: Sentence, before: list[Token], figure: Figure) -> bool:
    """Whether a bracket opens right before a figure and closes right behind it."""
    following = next((t.raw for t in sentence.tokens if t.start >= figure.end), "")
    return bool(before) and before[-1].raw == "(" and following[:1] == ")"


def _is_rhythm(sentence: Sentence, figure: Figure) -> bool:
    """True for the first figure of 'every 2 months for 2 years', which share their words."""
    before = [t for t in sentence.tokens if t.end <= figure.lead]
    return bool(before) and before[-1].lower in ("every", "each")


def _has_joint(sentence: Sentence, after: int, before: int) -> bool:
    """True where anything parts two figures; nothing parts '30 mg once daily for 5 days'."""
    between = [t for t in sentence.tokens if after <= t.start < before]
    return any(_rank(between, k) for k in range(len(between)))


def _cut(sentence: Sentence, after: int, later: Figure) -> int:
    """Where the words between two figures part."""
    before = later.lead
    between = [t for t in sentence.tokens if after <= t.start < before]
    if not between:
        return before
    shut = _bracketed(between)
    ranks = [0 if shut[k] else _rank(between, k) for k in range(len(between))]
    if _fills_bracket(sentence, between, later):
        ranks[-1] = 0  # 'Ireland (1 in 65,000), Germany (1 in 17,800)'
    best = max(range(len(between)), key=lambda k: (ranks[k], -k if ranks[k] < 3 else k))
    return between[best].start if ranks[best] else before


def _bracketed(tokens: list[Token]) -> list[bool]:
    """Which tokens stand in a bracket that closes among them: it parts nothing, 'lower risk of MCI (mild impairment) and a …'."""
    shut = [False] * len(tokens)
    opened: int | None = None
    for k, token in enumerate(tokens):
        if token.raw == "(" and opened is None:
            opened = k
        elif token.raw[:1] == ")" and opened is not None:
            shut[opened : k + 1] = [True] * (k + 1 - opened)
            opened = None
    return shut


_NUMERALS = frozenset({"a", "an", "half", *WORD_NUMBERS})
_COMPARED = 3
"""Up to so many words behind a figure a 'than' tells what it is compared with."""


def _rank(tokens: list[Token], k: int) -> int:
    token = tokens[k]
    if (
        0 < k < len(tokens) - 1
        and tokens[k - 1].raw[-1].isdigit()
        and tokens[k + 1].raw[0].isdigit()
        and token.raw in "-–—:"
    ):
        return 0  # '2014–2015'
    following = tokens[k + 1].lower if k + 1 < len(tokens) else ""
    if token.raw in _STRONG or token.raw == ";":
        return 5
    if token.lower == "than" and k <= _COMPARED and any(t.lower == "and" for t in tokens[k + 1 :]):
        return 0  # '50 times stronger than one and 100 times stronger than the other'
    if token.lower == "than" and (following[:1].isdigit() or following in _NUMERALS):
        return 0  # 'survive less than 1 year': what is compared is a span or an age
    if token.lower in _TURNS or (token.raw == "," and following in _TURNS):
        return 4
    if token.raw == "," and following in ("and", "or", "with", "then", "followed"):
        return 3
    if token.raw == "(":
        return 3
    if token.raw == ",":
        return 2
    return 1 if token.lower == "and" else 0


def _clause(sentence: Sentence, low: int, high: int, start: int, end: int) -> tuple[int, int]:
    """Narrow ``low:high`` to the clause around ``start:end`` where strong joints bound it."""
    low = max(low, turn_before(sentence, start))
    if _is_put_in(sentence, low, high, start, end):
        return low, high
    for token in sentence.tokens:
        if low < token.start < start and token.raw in (";", "—"):
            low = token.end
        if end <= token.start < high and token.raw in (";", "—"):
            high = token.start
            break
    return low, high


_PUT_IN = 9
"""The most words of a figure that is put into a sentence between dashes."""


def _is_put_in(sentence: Sentence, low: int, high: int, start: int, end: int) -> bool:
    """True for the figure of 'too many men — one in every eight — will get it', which is of what stands around."""
    dashes = [t.start for t in sentence.tokens if t.raw in ("—", "–") and low <= t.start < high]
    before, after = [d for d in dashes if d < start], [d for d in dashes if d >= end]
    if not before or not after:
        return False
    return sum(before[-1] < t.start < after[0] for t in sentence.tokens) <= _PUT_IN + 1


def turn_before(sentence: Sentence, start: int) -> int:
    """Where the last ', but' before ``start`` ends; the start of the sentence where there is none.

    What stands before it tells of something else: 'can occur in children, but are most common in adults'.
    """
    turns = [
        token.end
        for token, following in pairwise(sentence.tokens)
        if token.raw == "," and following.lower in _TURNING and following.end < start
    ]
    return turns[-1] if turns else sentence.start


_STARTS = frozenset(
    "i we you they he she it there my our their this that these those many most some nobody no a an the".split()
)
_TURNING = frozenset({"though", "although", "but", "whereas", "while"})


def _trailing(sentence: Sentence, after: int) -> int:
    """Where another statement follows the last figure: ', and I had a cake made', ', though many …'."""
    tokens = sentence.tokens
    for k in range(1, len(tokens) - 5):
        if tokens[k].start < after:
            continue
        if tokens[k].lower == "and" and tokens[k + 1].lower == "that" and tokens[k].start > after:
            return tokens[k].start
        if tokens[k].raw != ",":
            continue
        word, following = tokens[k + 1].lower, tokens[k + 2].lower
        if word in _TURNING or (word in ("and", "so", "yet") and following in _STARTS):
            return tokens[k].start
    return sentence.end
