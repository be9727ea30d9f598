"""Which words of a sentence belong to which of its figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.language.figure import Figure
from linter.language.slots import Slot
from linter.language.text import Mention, Sentence
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
        cuts.append(_cut(sentence, figures[last].end, figures[first].lead))
    cuts.append(_trailing(sentence, figures[-1].end))
    spans = []
    for number, (first, last) in enumerate(groups):
        low, high = _clause(sentence, cuts[number], cuts[number + 1], figures[first].lead, figures[last].end)
        spans.extend([(low, high)] * (last - first + 1))
    return spans


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
            bracketed = not apart and _opens_bracket(sentence, figures[k - 1].end, figures[k])
            shared = is_restated(sentence, figures[k - 1], figures[k]) or (
                not apart and not _has_joint(sentence, figures[k - 1].end, figures[k].lead)
            )
            shared = shared or bracketed
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
    following = next((t.raw for t in sentence.tokens if t.start >= later.end), "")
    return (
        bool(between)
        and between[-1].raw == "("
        and following[:1] == ")"
        and not any(_rank(between, k) for k in range(len(between) - 1))
    )


def _is_rhythm(sentence: Sentence, figure: Figure) -> bool:
    """True for the first figure of 'every 2 months for 2 years', which share their words."""
    before = [t for t in sentence.tokens if t.end <= figure.lead]
    return bool(before) and before[-1].lower in ("every", "each")


def _has_joint(sentence: Sentence, after: int, before: int) -> bool:
    """True where anything parts two figures; nothing parts '30 mg once daily for 5 days'."""
    between = [t for t in sentence.tokens if after <= t.start < before]
    return any(_rank(between, k) for k in range(len(between)))


def _cut(sentence: Sentence, after: int, before: int) -> int:
    """Where the words between two figures part."""
    between = [t for t in sentence.tokens if after <= t.start < before]
    if not between:
        return before
    best = max(range(len(between)), key=lambda k: (_rank(between, k), -k if _rank(between, k) < 3 else k))
    return between[best].start if _rank(between, best) else before


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
    if token.lower in _TURNS or (token.raw == "," and following in _TURNS):
        return 4
    if token.raw == "," and following in ("and", "or", "with", "then", "followed"):
        return 3
    if token.raw == "," or token.raw == "(":
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


_PUT_IN = 6
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


def others_of(
    sentence: Sentence, figures: list[Figure], figure: Figure, ages: Sequence[Slot] = ()
) -> list[tuple[int, int]]:
    """Words that belong to the other figures of '26% and 20%, respectively'.

    A list of as many things as there are figures is dealt out, one to each; so is a second list
    ('against enalapril and placebo, A and B …').
    """
    if len(figures) < 2 or not any(t.lower == "respectively" for t in sentence.tokens):
        return []
    place = figures.index(figure)
    spans = []
    for items in _lists(sentence, figures):
        spans += [span for k, span in enumerate(items) if k != place]
    parts = _told_apart(sentence, figures) or [
        (s.start, s.end) for s in ages if len(ages) == len(figures) and s.end <= figures[0].lead
    ]
    return spans + [part for k, part in enumerate(parts) if k != place]


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


_PLACING = frozenset({"for", "in", "with", "among", "after", "of", "to"})


def _told_apart(sentence: Sentence, figures: list[Figure]) -> list[tuple[int, int]]:
    """The phrases of 'for those who waited and for those who did not, respectively', one to each figure."""
    tokens = [t for t in sentence.tokens if t.start >= figures[-1].end]
    end = next((k for k, t in enumerate(tokens) if t.lower == "respectively"), 0)
    if not end or tokens[0].lower not in _PLACING:
        return []
    word = tokens[0].lower
    starts = [0] + [
        k + 1 for k in range(1, end) if tokens[k].raw in (",", "and") and tokens[k + 1].lower == word
    ]
    if len(starts) != len(figures):
        return []
    stops = [*(s - 1 for s in starts[1:]), end]
    return [(tokens[a].start, tokens[b].start) for a, b in zip(starts, stops, strict=True)]


_LINK = Pattern(r"^(?:,|and|or|&|the|for|in|with|on|of|those|people|by|to|among|given|taking)$")


def _lists(sentence: Sentence, figures: list[Figure]) -> list[list[tuple[int, int]]]:
    """Runs of exactly as many joined names as there are figures, each the span of its words."""
    runs: list[list[list[Mention]]] = [[]]
    for mention in _tops(sentence, figures):
        if runs[-1]:
            between = sentence.tokens[runs[-1][-1][-1].last + 1 : mention.first]
            if not between:
                runs[-1][-1].append(mention)  # 'malaria deaths' is one name
                continue
            joined = (
                len(between) <= 4
                and all(_LINK.match(t.lower) for t in between)
                and any(t.lower in (",", "and", "or", "&") for t in between)
            )
            if not joined:
                runs.append([])
        runs[-1].append([mention])
    size = len(figures)
    lists = [run[k : k + size] for run in runs if len(run) % size == 0 for k in range(0, len(run), size)]
    for joints in (
        ("and", "&", "/"),
        ("or",),
    ):  # 'death or hospital by 26% and 20%, respectively' deals no 'or' out
        dealt = [_dealt(items) for items in lists if items and _is_joined(sentence, items, joints)]
        if dealt:
            return dealt
    return []


def _tops(sentence: Sentence, figures: list[Figure]) -> Iterator[Mention]:
    """The longest names of a sentence, in order, none within a figure."""
    reach = -1
    for mention in sentence.mentions:
        inside = any(f.start <= mention.start < f.end for f in figures)
        if not mention.weak and mention.text != "respectively" and mention.first > reach and not inside:
            reach = mention.last
            yield mention


def _dealt(items: list[list[Mention]]) -> list[tuple[int, int]]:
    """The words of each item that are its own: all of 'malaria cases and malaria deaths'.

    Of '(given) oral and intravenous (insulin)' they are those next to the 'and': the rest is shared.
    """
    if all(len(item) > 1 for item in items):
        return [(item[0].start, item[-1].end) for item in items]
    first, *rest = items
    return [(first[-1].start, first[-1].end), *((item[0].start, item[0].end) for item in rest)]


def _is_joined(sentence: Sentence, items: list[list[Mention]], joints: tuple[str, ...]) -> bool:
    """True where a joint stands before the last item: a bare comma makes no list."""
    between = sentence.tokens[items[-2][-1].last + 1 : items[-1][0].first]
    return any(t.lower in joints for t in between)
