"""Where a fact stands among those that a figure may state, and a figure among those that may state a fact.

Two figures exchanged, or two columns, show only when a sentence and a draft are looked at as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Protocol

_MOST = 3.0
"""Log odds beyond which a margin says no more."""


class Ranked(Protocol):
    """What ranking asks of a comparison; training ranks rows that are nothing else."""

    related: float
    features: dict[str, float]

    @property
    def place(self) -> tuple[int, int]: ...
    @property
    def sentence(self) -> tuple[int, int]: ...
    @property
    def group(self) -> tuple[str, int, int] | None: ...
    @property
    def fact(self) -> str: ...
    @property
    def agrees(self) -> bool: ...
    @property
    def said(self) -> Hashable: ...
    def add(self, name: str, value: float = 1.0) -> None: ...


_Group = Callable[[Ranked], Hashable]


def _by_figure(c: Ranked) -> Hashable:
    return c.place


def _by_sentence(c: Ranked) -> Hashable:
    return c.sentence, c.fact


def _by_group(c: Ranked) -> Hashable:
    return c.group, c.fact


def _by_draft(c: Ranked) -> Hashable:
    return c.fact


def _by_value(c: Ranked) -> Hashable:
    return c.said


class _Best:
    """The two best log odds of each group, so that everyone's best rival is known.

    Those who are ``one`` are no rivals: a figure told twice does not outdo itself.
    """

    def __init__(self, comparisons: Iterable[Ranked], group: _Group, one: _Group) -> None:
        self._group, self._one = group, one
        self._best: dict[Hashable, list[tuple[float, Hashable]]] = {}
        for c in comparisons:
            best, who = self._best.setdefault(group(c), []), one(c)
            held = next((k for k, (_, other) in enumerate(best) if other == who), None)
            if held is None:
                best.append((c.related, who))
            elif best[held][0] < c.related:
                best[held] = (c.related, who)
            if len(best) > 2:
                best.remove(min(best, key=lambda pair: pair[0]))

    def margin(self, c: Ranked) -> float | None:
        """How far ``c`` is ahead of its best rival; None where it has none."""
        who = self._one(c)
        rivals = [odds for odds, other in self._best.get(self._group(c), ()) if other != who]
        return max(-_MOST, min(_MOST, c.related - max(rivals))) if rivals else None


def add_ranks(comparisons: Sequence[Ranked]) -> None:
    """Add to the comparisons of one draft, whose ``related`` is known, how each stands to the others."""
    agreeing = [c for c in comparisons if c.agrees]
    conflicting = [c for c in comparisons if not c.agrees]
    figure, figure_agreeing = (_Best(rows, _by_figure, _by_draft) for rows in (comparisons, agreeing))
    figure_conflicting = _Best(conflicting, _by_figure, _by_draft)
    sentence, sentence_agreeing = (_Best(rows, _by_sentence, _by_value) for rows in (comparisons, agreeing))
    beside_agreeing, beside_conflicting = (
        _Best(rows, _by_group, _by_value) for rows in (agreeing, conflicting)
    )
    draft, draft_agreeing = (_Best(rows, _by_draft, _by_value) for rows in (comparisons, agreeing))
    for c in comparisons:
        c.add("words fit", max(-4.0, min(4.0, c.related)))
        margin = figure.margin(c)
        c.add("ahead of other facts", _MOST if margin is None else margin)
        c.add("no other fact", margin is None)
        margin = figure_agreeing.margin(c)
        c.add("another fact agrees", margin is not None)
        c.add("behind a fact that agrees", 0.0 if margin is None else _MOST - margin)
        margin = figure_conflicting.margin(c)
        c.add("behind a fact that conflicts", 0.0 if margin is None else _MOST - margin)
        margin = sentence.margin(c)
        c.add("ahead in its sentence", _MOST if margin is None else margin)
        c.add("alone in its sentence", margin is None)
        margin = sentence_agreeing.margin(c)
        c.add("behind one that agrees in its sentence", 0.0 if margin is None else _MOST - margin)
        margin = draft.margin(c)
        c.add("outdone in the draft", 0.0 if margin is None else max(0.0, -margin))
        margin = draft_agreeing.margin(c)
        c.add("outdone by one that agrees", 0.0 if margin is None else max(0.0, -margin))
        margin = (beside_conflicting if c.agrees else beside_agreeing).margin(c)
        if margin is not None:
            name = _BEHIND if c.agrees else _AHEAD
            c.add(name, max(0.0, -margin if c.agrees else margin))
        dated = any(c.features.get(name) for name in _OTHERWISE_DATED)
        c.add("dated otherwise, beside one that agrees", dated and not c.agrees and margin is not None)
    _add_norms(comparisons)
    _add_exchanges(comparisons)
    _add_crossings(comparisons)


_PLAUSIBLE = -3.0
"""The log odds from which copy may be meant to tell a norm."""
_SPARED = frozenset(
    f"lacks {what}" for what in ("place", "population", "source", "predicate", "words", "measure")
)
"""What copy that tells a norm may leave unsaid: whose it is, and for whom."""


def _add_norms(comparisons: Sequence[Ranked]) -> None:
    """Of two norms for one thing, copy that tells the one does not contradict the other: 2,300 mg of sodium, and 2,000 mg elsewhere."""
    told = {c.place for c in comparisons if c.agrees and c.related > _PLAUSIBLE and _tells_a_norm(c.features)}
    for c in comparisons:
        if not c.agrees and c.place in told and c.features.get("threshold"):
            c.add("another norm agrees")


def _tells_a_norm(features: dict[str, float]) -> bool:
    if not (features.get("threshold") and features.get("equal")):
        return False
    lacking = {name for name in features if name.startswith("lacks ")}
    other = any(
        n.startswith(("contrary ", "of another ", "of other ")) or n.endswith(" instead") for n in features
    )
    return lacking <= _SPARED and not other


_AHEAD = "ahead of one that agrees beside it"
_BEHIND = "behind one that conflicts beside it"
"""In a table, a list or a sentence the words of one figure fit, and the value is that of another: the two may be exchanged."""
_OTHERWISE_DATED = ("another year own", "past only in copy", "projected only in copy")


_LEAST = -2.0
"""The log odds from which a cell's row and column say at all whose its figure is."""


def _add_exchanges(comparisons: Sequence[Ranked]) -> None:
    """In a table, the cell that row and column give a fact to has another figure, and the fact's stands in another cell."""
    wrong: dict[Hashable, Ranked] = {}
    for c in comparisons:
        if c.features.get(_AHEAD, 0.0) >= 1.0 and c.related > _LEAST and _is_in_table(c):
            held = wrong.get(_by_group(c))
            if held is None or held.related < c.related:
                wrong[_by_group(c)] = c
    for c in wrong.values():
        c.add(EXCHANGED)
    for c in comparisons:
        if c.agrees and _by_group(c) in wrong and _is_in_table(c):
            c.add(EXCHANGED)


def _is_in_table(c: Ranked) -> bool:
    return c.group is not None and c.group[0] == "table"


EXCHANGED = "exchanged in its table"


def _add_crossings(comparisons: Sequence[Ranked]) -> None:
    """Two figures of which each states the other's fact, and the words say which: 'men 12 g/dL, women 13 g/dL'.

    The gain in log odds of having each figure tell the fact that its words fit, over the one that its value fits.
    """
    stating: dict[Hashable, list[Ranked]] = {}
    for c in comparisons:
        if c.agrees:
            stating.setdefault(c.place, []).append(c)
    sides: dict[tuple[str, str], list[tuple[float, Ranked, Ranked]]] = {}
    """By the fact that a figure's words may tell and the one that its value states: by how much the words prefer the first."""
    for c in comparisons:
        if not c.agrees:
            for mine in stating.get(c.place, ()):
                sides.setdefault((c.fact, mine.fact), []).append((c.related - mine.related, c, mine))
    best: dict[int, float] = {}
    for (told, stated), side in sides.items():
        others = sides.get((stated, told))
        if not others:
            continue
        across = max(lead for lead, _, _ in others)
        for lead, c, mine in side:
            for one in (c, mine):
                if lead + across > best.get(id(one), -_WIDE):
                    best[id(one)] = lead + across
    for c in comparisons:
        if id(c) in best:
            c.add("crossed", max(-_WIDE, min(_WIDE, best[id(c)])))


_WIDE = 6.0
