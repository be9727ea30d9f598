"""Words dealt out to the figures of a sentence by 'respectively'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.language.figure import Figure
from linter.language.lexicon import builtin
from linter.language.slots import Slot
from linter.language.text import Mention, Sentence
from linter.patterns import Pattern


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


_VERSUS = frozenset({"vs", "vs.", "versus", "against", "compared", "with", "to", "and", "."})


def sides_of(sentence: Sentence, figures: list[Figure]) -> list[tuple[int, int]]:
    """The two sides of 'more often in women than in men (18% vs. 6%)', whose figures follow in the same order; [] for none."""
    if len(figures) != 2:
        return []
    first, second = figures
    tokens = sentence.tokens
    opening = next((k for k, t in enumerate(tokens) if t.end > min(first.lead, first.start)), 0)
    between = [t.lower for t in tokens if first.end <= t.start and t.end <= min(second.lead, second.start)]
    than = next((t for t in tokens[:opening] if t.lower == "than"), None)
    if than is None or not opening or tokens[opening - 1].raw not in ("(", ":", "–", "—"):
        return []
    if not between or not _VERSUS.issuperset(between):
        return []
    tops = [m for m in _tops(sentence, figures) if m.end <= first.start]
    lesser = next((m for m in tops if m.start > than.start), None)
    if lesser is None:
        return []
    greater = next((m for m in tops if m.end <= than.start and _excludes(m, lesser)), None)
    return [(greater.start, greater.end), (lesser.start, lesser.end)] if greater else []


def _excludes(mention: Mention, other: Mention) -> bool:
    """Whether two names are different ones of one set: women and men, the vaccinated and the unvaccinated."""
    sets = (frozenset().union(*(builtin().sets_of.get(r, ()) for r in m.readings)) for m in (mention, other))
    return set(mention.readings) != set(other.readings) and bool(frozenset.intersection(*sets))


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
