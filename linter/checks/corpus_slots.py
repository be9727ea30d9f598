"""The slots of a claim that have values, and where the statement of a figure begins and ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from linter.checks.corpus_clauses import alone_from, told_twice
from linter.checks.corpus_items import ends_of, figures_of
from linter.checks.corpus_words import LIMIT, NEGATED, ORDER, SURVIVAL
from linter.checks.dating import _names_source
from linter.checks.own_dates import is_own_date
from linter.claims.areas import Area, Context
from linter.claims.reading import BlockReading
from linter.language.figure import Figure
from linter.language.lex import fold
from linter.language.slots import Slot
from linter.patterns import Pattern

Bounds = tuple[Fraction, Fraction]
Span = tuple[int, int]
_DATED = frozenset({"age", "year", "period", "date"})
_NUMBERED = frozenset({"label", "identifier", "ordinal", "version", "name", "date"})
_MARK = Pattern(r"\b(?:[IVX]+|[A-Z]|[A-Za-z]?\d+[A-Za-z]?)\b")
_CLASSED = Pattern(r"(?i)\b(?:class|stage|type|grade|phase|level|group|factor|part)s?\s+$")
_NEXT_CLAUSES = (
    r"[,;]\s+(?:and|but|so|yet|or)\s+(?=(?:[\w'’-]+\s+){3})",
    r",\s+so\s+(?:please\s+)?\w+\s+\w+[.!]",
    r",\s+which\s|\s[—–]\s|[;:]\s",
    r",[\x22”]\s+(?:said|says)\b",
    r",\s+(?:[\w'’-]+\s+){1,4}(?:say|says|said|reports?|reported|estimates?)\b",
    r",\s+(?:slightly|most(?:ly)?|more|many|half|split|usually|often|mainly|chiefly|and often|and usually)\b",
    r",\s+(?:men and women|women and men)\b",
)
_NEXT_CLAUSE = Pattern("|".join(_NEXT_CLAUSES))
"""', and most supermarkets have a shelf for them': another statement, whose words are not the figure's."""
_OPENING = Pattern(
    r"(?i)\W*(?:(?:because|although|though|besides|despite)\b[^,;:]*[,:]"
    r"|(?:in short|in brief|in summary|to sum up|as a rule|remember|remember that|please remember|note|please note|reminder|as a reminder|by law|for (?:your|their|everyone's) safety)\s*[,:]?"
    r"|(?:please\s+)?[a-z][a-z'’-]*\s+(?:\w[\w'’-]*\s+){0,4}?(?:an?|us|you|your|we|it|the)\s[^,;:.]{1,50}:)\s"
)
"""'Because it is common,', 'Bring a book:': what restricts nothing, before the statement."""
_NAMED = Pattern(
    r"(?i)(?:^|[\s(])(?:her|his|the|their|your|our|its|my)\s+(?:[\w'’-]+\s+){1,3}?[\w'’-]+,\s+(?:(?:about|around)\s+)?$"
)
_SET_OFF = Pattern(r"\s*[,;.)]|\s*$")
"""'… with her discharge weight, 84.1 kg, and call …': the words that the figure explains are its statement."""
_OF_NAMED = Pattern(r"(?i)\b(?:our|its|their|the|his|her|this)\s+(?:[\w'’-]+\s+){1,5}?of\s+$")
_IS_SO = Pattern(r"\s+(?:is|was|are|were)\s+")
"""'Our door-to-needle time of 54 minutes is short': what is told of the figure does not say what it is."""
_REACH = 60
_WHOLE: Span = (0, 1 << 30)
_NEAR_BEFORE = 24
"""Characters in which the word before something is looked for."""


@dataclass(frozen=True, slots=True)
class Slots:
    """What has values, beside the figure itself; each is empty where the copy is silent."""

    horizons: frozenset[Fraction | int | None]
    ages: frozenset[tuple[Fraction | int | None, ...]]
    rhythms: frozenset[Fraction | int | None]
    companions: frozenset[tuple[str, Bounds]]
    """The other figures of its clause, row and column, with their dimension."""
    marks: frozenset[str]
    """Numbers and letters that name: stage 4, class V, round 2."""
    order: frozenset[str]
    negated: bool
    is_change: bool
    survival: str
    """relative, overall, free or nothing: which survival is meant."""


def slots_of(context: Context, figure: Figure, near: Sequence[Area], within: Span) -> Slots:
    """The slots of a figure, of its own clause no further than ``within``, of the other areas whole."""
    own = context.own
    said = fold(own.reading.text)[within[0] : within[1]]

    def holds(area: Area, start: int) -> bool:
        return area is not own or (start != figure.start and within[0] <= start < within[1])

    def filled(name: str) -> list[Slot]:
        return [s for a in near for s in getattr(a, name) if holds(a, s.start) and not is_it(a, s)]

    def is_it(area: Area, slot: Slot) -> bool:
        return area is own and slot.start <= figure.start < slot.end

    horizons, ages = filled("horizons"), filled("ages")
    spans = {(a.reading, s.start) for a in near for s in (*a.horizons, *a.ages)}
    others = [
        f
        for a in near
        for f in figures_of(a)
        if a.covers(f.start, f.end) and holds(a, f.start) and (a.reading, f.start) not in spans
    ]
    again = told_twice(fold(own.reading.text), figure, figures_of(own))
    others = [f for f in others if f is not again]
    survival = SURVIVAL.search(said)
    return Slots(
        frozenset(s.value[0] for s in horizons) | frozenset(f.bounds[1] for f in others if _is_timed(f)),
        frozenset(s.value for s in ages),
        frozenset(s.value[0] for s in filled("frequencies")),
        frozenset((f.dimension, f.bounds) for f in others if f.is_claim),
        frozenset(m for a in near for m in marks(a, within if a is own else _WHOLE)),
        frozenset(w.lower() for w in ORDER.findall(said)),
        len(NEGATED.findall(LIMIT.sub(" ", said))) % 2 == 1,
        context.change,
        (survival.lastgroup or "") if survival else "",
    )


def _is_timed(figure: Figure) -> bool:
    return not figure.is_claim and figure.dimension == "time" and figure.role not in _DATED


def marks(area: Area, within: Span = _WHOLE) -> Iterator[str]:
    """'V' of 'class V', 'B' of 'phone B', '2' of 'round 2'; not the letter that begins a sentence."""
    text = area.reading.text
    low, high = ends_of(area)
    figures = figures_of(area)
    for match in _MARK.finditer(text, low, min(high, within[1])):
        at = match.start()
        held = next((f for f in figures if f.start <= at < f.end), None)
        if not area.covers(at, match.end()) or (held is not None and held.role not in _NUMBERED):
            continue
        if match[0] in ("A", "I") and any(s.start == at for s in area.reading.sentences):
            continue
        if match[0] == "IV" and not _CLASSED.search(text, max(0, at - _NEAR_BEFORE), at):
            continue  # into a vein
        yield match[0]


def years_of(reading: BlockReading, within: Span = _WHOLE) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The years that a stretch of a block gives its data, and those of the sources that it names."""
    text = fold(reading.text)
    dated = [
        f
        for f in reading.figures
        if f.role in ("year", "period", "date")
        and within[0] <= f.start < within[1]
        and not is_own_date(text, f.start)
    ]
    named = [f for f in dated if _names_source(text, f)]
    return tuple(int(f.bounds[1]) for f in dated if f not in named), tuple(int(f.bounds[1]) for f in named)


def statement_of(reading: BlockReading, within: Span, figure: Figure) -> Span:
    """Where the figure's statement begins and ends, in a sentence that says more beside it."""
    text, (start, stop) = fold(reading.text), within
    alone = alone_from(text, within, figure)
    start = start if alone is None else alone
    opening = _OPENING.match(text, start, figure.lead)
    before = text[max(start, figure.lead - _REACH) : figure.lead]
    named = _NAMED.search(before) if _SET_OFF.match(text, figure.end, stop) else None
    if named:
        return figure.lead - len(before) + named.start(), figure.end
    if _OF_NAMED.search(before) and (so := _IS_SO.match(text, figure.end, stop)):
        return (opening.end() if opening else start), so.start()
    joint = _NEXT_CLAUSE.search(text, figure.end, stop)
    spans = {s.start for s in (*reading.horizons, *reading.ages)}
    later = joint and any(
        figure.end < f.start < stop and f.is_claim and joint.end() <= f.start and f.start not in spans
        for f in reading.figures
    )
    return opening.end() if opening else start, joint.start() if joint and not later else stop
