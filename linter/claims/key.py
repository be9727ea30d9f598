"""The key of a claim: what a fact needs a sentence to say before the two can be the same claim."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from math import log

from linter.claims.areas import ANCHORS, IMPLYING
from linter.claims.comparands import COMPARING, comparands
from linter.claims.denial import is_impossible, is_lacking
from linter.claims.inherit import figure_spans
from linter.claims.judge import Tolerance
from linter.claims.reading import BlockReading
from linter.language.change import direction, is_change, is_trend
from linter.language.figure import Figure
from linter.language.lex import fold
from linter.language.lexicon import Lexicon
from linter.language.ordinals import read_ranks
from linter.language.quantities import read_figures
from linter.language.slots import Slot, rhythm
from linter.language.text import Mention
from linter.model import Fact
from linter.patterns import Pattern

_WEIGHTS = {
    **dict.fromkeys(ANCHORS, 3.0), **dict.fromkeys(("procedure", "symptom", "exposure", "lifestyle"), 2.0), "measure": 2.0, "rank": 2.0, "relation": 1.2, "stage": 2.0, "population": 2.0, "place": 1.5,
    "anatomy": 2.0, "light": 0.25, "generic": 0.4, "measure part": 1.0, "organisation": 0.5, "setting": 1.2, "professional": 1.0, "unknown": 1.3,
}  # fmt: skip
_WEAK = 0.5


def weight_of(kind: str) -> float:
    """How much a concept of a kind says of what a claim is about, before rarity."""
    return _WEIGHTS.get(kind, 1.3)


@dataclass(frozen=True, slots=True)
class Need:
    """Something the claim says: any of ``readings`` will do, or all of ``parts``."""

    readings: frozenset[str]
    text: str
    weight: float
    kind: str
    parts: frozenset[str] = frozenset()
    start: int = 0
    weak: bool = False
    apart: frozenset[str] = frozenset()
    """Broader things that the claim names beside this one, and which so do not stand for it."""

    @property
    def anchor(self) -> bool:
        return self.kind in ANCHORS

    @property
    def sorted_readings(self) -> list[str]:
        return sorted(self.readings)


@dataclass
class FactKey:
    """A fact, compiled."""

    fact: Fact
    reading: BlockReading
    needs: list[Need]
    figure: Figure | None = None
    superseded: list[tuple[Figure, int | None]] = field(default_factory=list)
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
    compared: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Contrast set to the two members that the figure compares: more, less."""
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
        text = self.reading.text
        return {r: is_lacking(text, m) for m in self.reading.mentions if not m.weak for r in m.readings}

    @cached_property
    def impossible(self) -> bool:
        """Something that the claim names cannot be."""
        return any(is_impossible(self.reading.text, m) for m in self.reading.mentions)

    @cached_property
    def folded(self) -> str:
        """The claim with plain quotation marks and dashes."""
        return fold(self.reading.text)

    @property
    def total(self) -> float:
        return sum(n.weight for n in self.needs)


def kind_of(concept: str, lexicon: Lexicon) -> str:
    if concept.startswith("~"):
        return "unknown"
    return lexicon.kinds.get(concept, "unknown")


def read_value(text: str) -> Figure | None:
    """The figure of a ``value:``; None where the text is none."""
    figures = [f for f in read_figures(text) if f.role != "identifier"]
    return figures[0] if len(figures) == 1 else (figures[0] if figures else None)


def compile_fact(fact: Fact, lexicon: Lexicon) -> FactKey:
    """Read a fact's claim into its key. Weights are set later, against the other facts."""
    reading = BlockReading(fact.claim, lexicon)
    figure = _figure(fact, reading)
    mentions = [
        m
        for m in reading.mentions
        if figure is None or not (min(figure.lead, figure.start) <= m.start < figure.end)
    ]
    own_span = _own_span(reading, figure)
    needs = [_weighed(n, own_span) for n in _needs(mentions, lexicon, fact.claim)]
    key = FactKey(fact, reading, needs, figure)
    named = {r for m in mentions for r in m.readings if kind_of(r, lexicon) not in ("generic", "light")}
    key.named = frozenset(r for n in needs for r in n.readings) & named
    key.concepts = frozenset(named | {a for r in named for a in lexicon.ancestors(r)})
    key.words = frozenset(t.lower for s in reading.sentences for t in s.tokens)
    own = [m for m in mentions if m.start < own_span[1]]
    strong = {r for m in own for r in m.readings if r not in m.weak_readings}
    above = {a for r in strong if kind_of(r, lexicon) in IMPLYING for a in lexicon.ancestors(r)}
    for name, (_, _, members) in lexicon.contrasts.items():
        held = (strong | above) & set(members)
        if not held and name.startswith("desk:"):
            held = {r for m in own for r in m.readings} & set(members)
        if held:
            key.contrasts[name] = frozenset(held)
    key.subject = subject_of(key.needs, lexicon)
    key.ages = frozenset(
        band(s) for s in reading.ages if figure is None or not (s.start <= figure.start < s.end)
    )
    key.horizons = tuple(
        Fraction(s.value[0] or 0)
        for s in reading.horizons
        if figure is None or not (figure.start <= s.start < figure.end)
    )
    key.frequency = next((Fraction(s.value[0] or 0) for s in rhythm(reading.frequencies, figure)), None)
    key.base = figure is not None and share_of_patients(fact.claim, figure)
    key.forecast = bool(_FUTURE.search(fact.claim))
    key.change = figure is not None and is_change(fact.claim, figure)
    key.direction = (
        direction(reading.mentions, fact.claim, figure)
        if figure is not None and (key.change or is_trend(fact.claim, figure))
        else 0
    )
    if figure is not None and figure.dimension in COMPARING:
        key.compared = comparands(reading, figure, lexicon)
    key.threshold = figure is not None and (is_threshold(fact.claim) or _is_norm(figure, fact.claim))
    key.counted = counted_noun(reading, figure, lexicon) if figure else ""
    key.tolerance = _tolerance(fact.tolerance)
    periods = [
        (int(f.low), int(f.high))
        for f in reading.figures
        if f.role == "period" and f.low is not None and f.high is not None
    ]
    years = [int(f.value) for f in reading.figures if f.role in ("year", "date") and f.value is not None]
    key.period = fact.period or (periods[0] if periods else None)
    key.as_of = fact.as_of or (
        years[0] if len(years) == 1 and figure is not None and not key.forecast else None
    )
    key.years = frozenset(years)
    for old in fact.superseded:
        was = read_value(old.value)
        if was is not None:
            key.superseded.append((was, old.as_of))
    return key


def as_rank(key: FactKey, lexicon: Lexicon) -> FactKey | None:
    """A statement that ranks one thing as a claim with the rank for its figure; None for any other."""
    ranks = read_ranks(key.fact.claim)
    if key.fact.pair or len(ranks) != 1:
        return None
    rank, whole = ranks[0], compile_fact(key.fact, lexicon)
    scale = {n.readings: n.weight for n in key.needs}
    needs = [
        replace(n, weight=scale.get(n.readings, n.weight))
        for n in whole.needs
        if not rank.start - 1 < n.start < rank.end
    ]
    deaths = any("death" in m.readings for m in whole.reading.mentions)
    told = {"outcome": frozenset({"death"}), "occurrence": frozenset({"death"})} if deaths else {}
    contrasts = {**whole.contrasts, **told}
    return replace(whole, figure=rank, needs=needs, subject=subject_of(needs, lexicon), contrasts=contrasts)


_EARLIER, _LATER = 0.6, 0.4
"""What the words of a claim weigh that belong to another of its figures, before this one or after it."""


def _weighed(need: Need, own: tuple[int, int]) -> Need:
    """A need at its full weight within the figure's own words; what a claim is about may stand before them."""
    if need.start >= own[1]:
        return replace(need, weight=need.weight * _LATER)
    if need.start < own[0] and not need.anchor:
        return replace(need, weight=need.weight * _EARLIER)
    return need


def _own_span(reading: BlockReading, figure: Figure | None) -> tuple[int, int]:
    """The span of a claim's words that belong to its figure; the others tell of its other figures."""
    whole = (0, len(reading.text))
    if figure is None:
        return whole
    for sentence in reading.sentences:
        figures = [f for f in reading.figures if f.is_claim and sentence.start <= f.start < sentence.end]
        if figure in figures:
            (low, high), spans = next(
                (span, spans)
                for f, _, span, spans in figure_spans(sentence, figures, reading.horizons)
                if f is figure
            )
            earlier, later = any(s[1] <= low for s in spans), any(s[0] >= high for s in spans)
            return low if earlier else 0, high if later else len(reading.text)
    return whole


_FUTURE = Pattern(r"\b(?:will|projected|expected|forecast|predicted)\b", re.IGNORECASE)
OTHER_ROLES = ("age", "sample-size", "rhythm")
"""Roles of figures that state something where a fact is about just that: an age, the size of a study."""
_STUDY = Pattern(
    r"\b(?:stud(?:y|ied|ies)|trials?|enrolled|recruited|randomi[sz]ed|participants|volunteers|surveyed|included)\b",
    re.IGNORECASE,
)


def is_study_size(key: FactKey) -> bool:
    """True for a fact about how many a study had."""
    figure = key.figure
    return figure is not None and figure.dimension == "count" and bool(_STUDY.search(key.fact.claim))


def _figure(fact: Fact, reading: BlockReading) -> Figure | None:
    """The figure that is the fact: the one in the claim that ``value`` names, or the only one."""
    claims = [f for f in reading.figures if f.is_claim]
    if fact.pair or fact.among:
        return None
    if not claims and fact.value is None and any(f.role == "rank" for f in reading.figures):
        return None  # 'the second leading cause of death among people aged 10 to 14'
    claims = claims or [f for f in reading.figures if f.role in OTHER_ROLES]
    if fact.value is None:
        return _telling_figure(claims, {s.start for s in reading.horizons})
    wanted = read_value(fact.value)
    if wanted is None:
        return None
    claims = [*claims, *(f for f in reading.figures if f.role in OTHER_ROLES and f not in claims)]
    for figure in claims:
        if figure.dimension == wanted.dimension and figure.bounds == wanted.bounds:
            if figure.qualifier in ("exact", "about") and wanted.qualifier not in ("exact", "about"):
                continue
            return figure
    for figure in claims:
        if (figure.value, figure.low, figure.high) == (wanted.value, wanted.low, wanted.high):
            return figure
    return wanted


_SUBJECTS = (
    frozenset({"drug", "drug class"}),
    frozenset({"condition", "term", "symptom", "unknown name"}),
    ANCHORS,
)


_PATIENTS = Pattern(
    r"\s*(?:of\s+)?(?:all\s+|the\s+|these\s+|those\s+)*(?:(?:[\w-]+\s+){0,3}?cases|patients|sufferers|survivors|those affected"
    r"|(?:[\w-]+\s+){0,3}(?:people|adults|children|women|men|patients|individuals|americans|those|persons|teens|adolescents|infants|babies)\s+"
    r"(?:(?:and|or)\s+[\w.]+\s*(?:%|percent|per cent)\s+of\s+[\w-]+\s+)?"
    r"(?:[\w-]+\s+){0,3}?(?:with|who have|who had|living with|diagnosed with|hospitali[sz]ed (?:with|for)|affected by))\b",
    re.IGNORECASE,
)


def share_of_patients(text: str, figure: Figure) -> bool:
    """True for a share of cases, patients or 'adults with' a disease."""
    return figure.dimension == "proportion" and bool(_PATIENTS.match(text[figure.end : figure.end + 90]))


def answer_names(key: FactKey, answers: Collection[str]) -> frozenset[str]:
    """The concepts of the claim that its answer is a part of, the answer included.

    They are what a claim with several possible answers leaves open: all of 'follicular thyroid cancer'.
    """
    mentions = key.reading.mentions
    held = [m for m in mentions if any(r in answers for r in m.readings)]
    longer = [m for m in mentions if any(m.first <= h.first and h.last <= m.last for h in held)]
    return frozenset(r for m in longer for r in m.readings) | frozenset(answers)


def band(slot: Slot) -> tuple[int | None, int | None]:
    """The lowest and the highest age of a slot."""
    low, high = slot.value
    return (None if low is None else int(low)), (None if high is None else int(high))


def subject_of(needs: list[Need], lexicon: Lexicon) -> frozenset[str]:
    """What the claim is about: its first drug, or else its first disease, or else its first anchor."""
    for kinds in _SUBJECTS:
        held = [n for n in needs if n.kind in kinds and not n.weak]
        above = {a for n in held for r in n.readings for a in lexicon.ancestors(r)}
        specific = [n for n in held if not n.readings & above] or held
        if specific:
            return specific[0].readings
    return frozenset()


def _telling_figure(figures: list[Figure], horizons: set[int]) -> Figure | None:
    """The figure that a claim is about, where it does not say: a measure before a count, either before a horizon."""
    for wanted in (
        [f for f in figures if f.start not in horizons and f.dimension != "count"],
        [f for f in figures if f.dimension != "count"], figures,
    ):  # fmt: skip
        if len(wanted) == 1:
            return wanted[0]
    return figures[0] if figures else None


def _needs(mentions: list[Mention], lexicon: Lexicon, text: str) -> list[Need]:
    needs: list[Need] = []
    reach = -1
    seen: set[frozenset[str]] = set()
    for i, mention in enumerate(mentions):
        if mention.start < reach or _is_staged(mention, lexicon) or mention.text.lower() in _DENIALS:
            continue
        if text[mention.start - 1 : mention.start] == "(" and mention.text.isupper():
            continue  # 'brain swelling (ARIA-E)': another name for what was named
        reach = mention.end
        inner = [m for m in mentions[i + 1 :] if m.start >= mention.start and m.end <= mention.end]
        inner = [m for k, m in enumerate(inner) if not any(_crosses(m, other) for other in inner[:k])]
        parts = frozenset(m.readings[0] for m in inner) if len(inner) > 1 else frozenset()
        readings = frozenset(mention.readings)
        readings |= {r.removesuffix(_LEVEL) for r in readings if r.removesuffix(_LEVEL) in lexicon.kinds}
        if readings in seen:
            continue
        seen.add(readings)
        kind = _kind(mention, lexicon)
        if kind in ANCHORS and _PREFIXED.search(text[max(0, mention.start - 6) : mention.start]):
            kind = "setting"  # 'post-bronchodilator' says when
        if kind == "unknown" and mention.text[:1].isupper() and mention.start > 0:
            kind = "unknown name"
        if mention.text.lower() in _DISEASED:
            kind = "generic"  # an infected mosquito is about no infection
        weight = _WEIGHTS.get(kind, 1.3)
        weak = mention.weak and not any(
            m.first <= mention.first and mention.last <= m.last and _is_staged(m, lexicon) for m in mentions
        )
        if weak:
            weight = min(weight, _WEAK)
        needs.append(Need(readings, mention.text, weight, kind, parts, mention.start, weak))
    named = frozenset(r for n in needs for r in n.readings)
    return [replace(n, apart=named & _above(n.readings, lexicon) - n.readings) for n in needs]


def _above(readings: frozenset[str], lexicon: Lexicon) -> frozenset[str]:
    return frozenset(a for r in readings for a in lexicon.ancestors(r))


def _crosses(mention: Mention, earlier: Mention) -> bool:
    """True where two names share a word that ends one and begins the other: 'lung cancer', 'cancer screening'."""
    return earlier.first < mention.first <= earlier.last < mention.last


_LEVEL = " level"
"""'Potassium in the blood' tells of the potassium level."""
_DISEASED = frozenset({"infected", "affected", "diseased"})
_DENIALS = frozenset({"cannot", "never", "nobody", "nothing", "none", "hardly", "unable"})
"""Words that turn a claim round and name nothing in it."""
_PREFIXED = Pattern(r"\b(?:post|pre|non|anti)-$", re.IGNORECASE)


def _is_staged(mention: Mention, lexicon: Lexicon) -> bool:
    """True for a disease at a stage ('metastatic melanoma'), which its claim needs as two things."""
    above = {a for r in mention.readings for a in lexicon.ancestors(r)}
    return mention.first != mention.last and {"stage", "condition"} <= {kind_of(a, lexicon) for a in above}


def _kind(mention: Mention, lexicon: Lexicon) -> str:
    """What kind of need a mention makes: of several readings the one that asks for least."""
    kinds = [kind_of(r, lexicon) for r in mention.readings]
    if "light" in kinds:
        return "light"
    plain = [k for k in kinds if k not in ANCHORS]
    if "generic" in kinds:
        return "generic"
    if plain:
        return min(plain, key=lambda k: _WEIGHTS.get(k, 1.3))
    return kinds[0]


def weigh(keys: list[FactKey]) -> None:
    """Scale each need by how telling it is among all the facts of the file."""
    count: dict[str, int] = {}
    for key in keys:
        for concept in {r for n in key.needs for r in n.readings}:
            count[concept] = count.get(concept, 0) + 1
    total = len(keys)
    for key in keys:
        key.needs = [
            replace(n, weight=n.weight * _telling(min(count[r] for r in n.readings), total))
            for n in key.needs
        ]


def _telling(df: int, total: int) -> float:
    return 0.55 + 0.65 * log((1 + total) / (0.5 + df)) / log(2 + total)


_THRESHOLD = Pattern(
    r"\b(?:normal|ideal|optimal|healthy (?:range|level|weight)|maximum|minimum|window|is (?:an?|any) [^.;]{1,60}? of [^.;]{1,30} or (?:more|less|higher|lower|above|below)|should|must|need(?:s|ed)?|require[sd]?|recommend(?:ed|s)?|limit|means?|defined|cut-?off|threshold|apart|coverage|diagnosed when|counts as|is considered|unlikely|likely|indicates?|not (?:be )?(?:used|given|taken)|eligible|aim|targets?|goals?|emergency|supports?|signs?|may be (?:taken|given|repeated|used)|wait)\b"
    r"|\b(?:given|done|started?|begun|taken|performed|treated|surgery|treatment|works? best|effective|administered|seek|call)\b[^.;]{0,60}\bwithin\b"
    r"|\b(?:having|drinking|eating|smoking|taking|who (?:have|drink|eat|smoke|take))\b[^.;]{0,16}\b(?:more|less|fewer) than\b"
    r"|\b(?:taken|given|continued?|stopped?|avoid(?:ed)?|kept?|worn|wear|applied|apply|take|used?|fast|rest)\b[^.;]{0,40}\b(?:at least|at most|no (?:more|longer|less|fewer) than|a (?:minimum|maximum) of)\b",
    re.IGNORECASE,
)


_ESTIMATED = frozenset({"count", "proportion", "money", "multiple", "points", "time", "number"})
"""Dimensions of figures that are mostly counted or estimated: a weaker bound of one is true as well."""


_RISK = Pattern(r"\b(?:risks?|more likely|less likely)\b", re.IGNORECASE)


def _is_norm(figure: Figure, claim: str) -> bool:
    """True for a bound at which something begins: an age, a size, a level, or what a risk goes up from."""
    if figure.side == 0:
        return False
    from_there = figure.dimension in ("time", "count") and bool(_RISK.search(claim))
    return from_there or figure.role == "age" or figure.dimension not in _ESTIMATED


def is_threshold(claim: str) -> bool:
    """True for requirements and definitions, which a weaker bound does not satisfy."""
    return bool(_THRESHOLD.search(claim))


_PERSON_KINDS = frozenset({"population", "place"})


def counted_noun(reading: BlockReading, figure: Figure | None, lexicon: Lexicon) -> str:
    """What a count counts: 'person', or a concept; empty where unclear or not a count."""
    if figure is None or figure.dimension != "count":
        return ""
    after = [m for m in reading.mentions if figure.end <= m.start <= figure.end + 40]
    skipped = 0
    for mention in after:
        if any(
            r in ("people", "case", "patient") or kind_of(r, lexicon) in _PERSON_KINDS
            for r in mention.readings
        ):
            return "person"
        if "death" in mention.readings or ("incidence" in mention.readings and not mention.weak):
            return "death" if "death" in mention.readings else "person"
        if mention.weak or (
            skipped < 1 and mention.readings[0] in ("other", "differ", "new", "certain", "every", "many")
        ):
            skipped += 1
            continue
        return mention.readings[0]
    return ""


def _tolerance(text: str | None) -> Tolerance | None:
    if text is None:
        return None
    text = text.strip()
    if text.endswith("%"):
        return Tolerance(Fraction(text[:-1].strip()) / 100, relative=True)
    return Tolerance(Fraction(text))
