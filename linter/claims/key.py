"""The key of a claim: what a fact needs a sentence to say before the two can be the same claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property

from linter.claims.areas import IMPLYING
from linter.claims.claim_figure import (
    counted_noun,
    figure_for,
    figure_of,
    is_threshold,
    own_words,
    share_of_patients,
)
from linter.claims.comparands import COMPARING, Compared, comparands, compared
from linter.claims.denial import is_impossible, lacking_things
from linter.claims.denied import Denied, denied_thing
from linter.claims.judge import Tolerance
from linter.claims.needs import DRUGS, Need, kind_of, needs_of, subject_of, telling, weight_of
from linter.claims.phrase import Phrase, parts_of, phrase_of
from linter.claims.reading import BlockReading
from linter.claims.senses import Said, senses, without_which
from linter.language.change import direction, is_change, is_trend
from linter.language.figure import Figure
from linter.language.lex import fold
from linter.language.lexicon import Lexicon
from linter.language.ordinals import read_rank
from linter.language.slots import Slot, rhythm
from linter.language.text import Mention
from linter.model import Fact
from linter.patterns import AnyCase


@dataclass(frozen=True)
class FactKey:
    """A fact, compiled."""

    fact: Fact
    reading: BlockReading
    needs: tuple[Need, ...]
    figure: Figure | None = None
    superseded: tuple[tuple[Figure, int | None], ...] = ()
    """The figures that it once had, with the year of each."""
    concepts: frozenset[str] = frozenset()
    """Every concept that the claim names, broader ones included."""
    named: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    """Every word of the claim, in lower case."""
    contrasts: dict[str, frozenset[str]] = field(default_factory=dict)
    """Contrast set to the members that the claim names."""
    ages: frozenset[tuple[int | None, int | None]] = frozenset()
    horizons: tuple[Fraction, ...] = ()
    frequency: Fraction | None = None
    base: bool = False
    """The claim is about a share of those who have the disease."""
    forecast: bool = False
    """The claim is about what is to come."""
    change: bool = False
    direction: int = 0
    """Of a change: 1 up, -1 down, 0 not told."""
    compared: Compared | None = None
    """What the claim compares with what."""
    threshold: bool = False
    period: tuple[int, int] | None = None
    as_of: int | None = None
    tolerance: Tolerance | None = None
    counted: str = ""
    years: frozenset[int] = frozenset()
    subject: frozenset[str] = frozenset()
    """The readings of the one need without which nothing is about this fact."""

    @cached_property
    def lacking(self) -> dict[str, bool]:
        """What the claim names, and whether only to say that it is not there: 'people without hypertension'."""
        return lacking_things(self.reading.text, self.reading.mentions)

    @cached_property
    def impossible(self) -> bool:
        """Something that the claim names cannot be."""
        return any(is_impossible(self.reading.text, m) for m in self.reading.mentions)

    @cached_property
    def denied(self) -> Denied | None:
        """What the claim says that there is none of."""
        found = (denied_thing(s) for s in self.reading.sentences)
        return next((thing for thing in found if thing is not None), None)

    @cached_property
    def senses(self) -> dict[str, Said]:
        """What the claim says of a thing, by sense: that it is allowed, prevents something, can be cured …"""
        return senses(without_which(self.reading.text))

    @cached_property
    def folded(self) -> str:
        """The claim with plain quotation marks and dashes."""
        return fold(self.reading.text)

    @cached_property
    def phrase(self) -> Phrase | None:
        """What the claim's figure is of."""
        return phrase_of(self.reading, self.figure) if self.figure else None

    @cached_property
    def parts(self) -> dict[int, str]:
        """Of each need, by where it stands: 'base' for what the figure is of, 'rest' for what is said of that."""
        return parts_of(self.phrase, self.needs) if self.phrase else {}

    @cached_property
    def names_drug(self) -> bool:
        """The claim names a drug or a class of drugs, and not just a treatment."""
        return any(n.kind in DRUGS for n in self.needs)

    @property
    def total(self) -> float:
        return sum(n.weight for n in self.needs)


def compile_fact(fact: Fact, lexicon: Lexicon) -> FactKey:
    """Read a fact's claim into its key. Weights are set later, against the other facts."""
    reading = BlockReading(fact.claim, lexicon)
    figure = figure_of(fact, reading)
    mentions = [
        m
        for m in reading.mentions
        if figure is None or not (min(figure.lead, figure.start) <= m.start < figure.end)
    ]
    own_span = own_words(reading, figure)
    needs = tuple(_weighed(_hedging(n, figure), own_span) for n in needs_of(mentions, lexicon, fact.claim))
    named = frozenset(
        r for m in mentions for r in m.readings if kind_of(r, lexicon) not in ("generic", "light")
    )
    own = [m for m in mentions if m.start < own_span[1]]
    forecast = bool(FUTURE.search(fact.claim))
    change = figure is not None and is_change(fact.claim, figure)
    periods = [
        (int(f.low), int(f.high))
        for f in reading.figures
        if f.role == "period" and f.low is not None and f.high is not None
    ]
    years = [int(f.value) for f in reading.figures if f.role in ("year", "date") and f.value is not None]
    only_year = years[0] if len(years) == 1 and figure is not None and not forecast else None
    was = ((figure_for(fact, old.value), old.as_of) for old in fact.superseded)
    return FactKey(
        fact, reading, needs, figure,
        superseded=tuple((old, year) for old, year in was if old is not None),
        concepts=named | lexicon.above(named),
        named=frozenset(r for n in needs for r in n.readings) & named,
        words=frozenset(t.lower for s in reading.sentences for t in s.tokens),
        contrasts=_contrasts(own, lexicon),
        ages=frozenset(_band(s) for s in reading.ages if figure is None or not (s.start <= figure.start < s.end)),
        horizons=tuple(
            s.seconds
            for s in reading.horizons
            if figure is None or not (figure.start <= s.start < figure.end)
        ),
        frequency=next((s.seconds for s in rhythm(reading.frequencies, figure)), None),
        base=figure is not None and share_of_patients(fact.claim, figure),
        forecast=forecast,
        change=change,
        direction=_direction(reading, figure, change),
        compared=_compared(reading, figure),
        threshold=figure is not None and is_threshold(fact.claim, figure),
        period=fact.period or (periods[0] if periods else None),
        as_of=fact.as_of or only_year,
        tolerance=_tolerance(fact.tolerance),
        counted=counted_noun(reading, figure, lexicon),
        years=frozenset(years),
        subject=subject_of(needs, lexicon),
    )  # fmt: skip


def _contrasts(own: Sequence[Mention], lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """Of each contrast set the members that these words name, or that what they name is a kind of."""
    strong = {r for m in own for r in m.readings if r not in m.weak_readings}
    above = {a for r in strong if kind_of(r, lexicon) in IMPLYING for a in lexicon.ancestors(r)}
    found = {}
    for name, (_, _, members) in lexicon.contrasts.items():
        held = (strong | above) & set(members)
        if not held and name.startswith("desk:"):
            held = {r for m in own for r in m.readings} & set(members)
        if held:
            found[name] = frozenset(held)
    return found


def _compared(reading: BlockReading, figure: Figure | None) -> Compared | None:
    if figure is None:
        return compared(reading.sentences[0]) if reading.sentences else None
    return comparands(reading, figure) if figure.dimension in COMPARING else None


def _direction(reading: BlockReading, figure: Figure | None, change: bool) -> int:
    if figure is None or not (change or is_trend(reading.text, figure)):
        return 0
    return direction(reading.mentions, reading.text, figure)


def ranks_of(key: FactKey) -> list[Figure]:
    """The ranks that a claim gives."""
    return [f for f in key.reading.others if f.role == "rank"]


def as_rank(key: FactKey, lexicon: Lexicon) -> FactKey | None:
    """A statement that ranks one thing as a claim with the rank for its figure; None for any other."""
    ranks, value = ranks_of(key), read_rank(key.fact.value or "")
    if value is not None:
        ranks = [r for r in ranks if r.bounds == value.bounds][:1]
    if key.fact.pair or len(ranks) != 1:
        return None
    rank, whole = ranks[0], compile_fact(key.fact, lexicon)
    scale = {n.readings: n.weight for n in key.needs}
    needs = tuple(
        replace(n, weight=scale.get(n.readings, n.weight))
        for n in whole.needs
        if not rank.start - 1 < n.start < rank.end
    )
    deaths = any("death" in m.readings for m in whole.reading.mentions)
    told = {"outcome": frozenset({"death"}), "occurrence": frozenset({"death"})} if deaths else {}
    contrasts = {**whole.contrasts, **told}
    return replace(whole, figure=rank, needs=needs, subject=subject_of(needs, lexicon), contrasts=contrasts)


_EARLIER, _LATER = 0.6, 0.4
"""What the words of a claim weigh that belong to another of its figures, before this one or after it."""


_MOST_OFTEN = frozenset({"most often", "most commonly", "most frequently"})


def _hedging(need: Need, figure: Figure | None) -> Need:
    """'Most often' says no more than 'usually' where a figure is what the claim tells: 'most often begins at 30 to 50'."""
    if figure is None or need.text.lower() not in _MOST_OFTEN:
        return need
    return replace(need, kind="light", weight=weight_of("light"))


def _weighed(need: Need, own: tuple[int, int]) -> Need:
    """A need at its full weight within the figure's own words; what a claim is about may stand before them."""
    if need.start >= own[1]:
        return replace(need, weight=need.weight * _LATER)
    if need.start < own[0] and not need.anchor:
        return replace(need, weight=need.weight * _EARLIER)
    return need


FUTURE = AnyCase(r"\b(?:will|projected|expected|forecast|predicted)\b")
_STUDY = AnyCase(
    r"\b(?:stud(?:y|ied|ies)|trials?|enrolled|recruited|randomi[sz]ed|participants|volunteers|surveyed|included)\b"
)


def is_study_size(key: FactKey) -> bool:
    """True for a fact about how many a study had."""
    figure = key.figure
    return figure is not None and figure.dimension == "count" and bool(_STUDY.search(key.fact.claim))


def answer_names(key: FactKey, answers: Collection[str]) -> frozenset[str]:
    """The concepts of the claim that its answer is a part of, the answer included.

    They are what a claim with several possible answers leaves open: all of 'follicular thyroid cancer'.
    """
    mentions = key.reading.mentions
    held = [m for m in mentions if any(r in answers for r in m.readings)]
    longer = [m for m in mentions if any(m.first <= h.first and h.last <= m.last for h in held)]
    return frozenset(r for m in longer for r in m.readings) | frozenset(answers)


def _band(slot: Slot) -> tuple[int | None, int | None]:
    """The lowest and the highest age of a slot."""
    low, high = slot.value
    return (None if low is None else int(low)), (None if high is None else int(high))


def weighed(keys: Sequence[FactKey]) -> list[FactKey]:
    """The keys with each need scaled by how telling it is among all the facts of the file."""
    count = Counter(concept for key in keys for concept in {r for n in key.needs for r in n.readings})
    total = len(keys)

    def scaled(need: Need) -> Need:
        return replace(need, weight=need.weight * telling(min(count[r] for r in need.readings), total))

    return [replace(key, needs=tuple(map(scaled, key.needs))) for key in keys]


def _tolerance(text: str | None) -> Tolerance | None:
    if text is None:
        return None
    text = text.strip()
    if text.endswith("%"):
        return Tolerance(Fraction(text[:-1].strip()) / 100, relative=True)
    return Tolerance(Fraction(text))
