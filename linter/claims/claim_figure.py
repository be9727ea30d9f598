"""The figure of a claim: which one it is, of whom it is a share, and what it counts."""

from __future__ import annotations

from linter.claims.judge import COUNTED
from linter.claims.needs import kind_of
from linter.claims.owner import figure_spans
from linter.claims.reading import BlockReading, ranks_beside, rhythms_beside
from linter.language.figure import Figure
from linter.language.lexicon import Lexicon
from linter.language.ordinals import read_rank
from linter.language.quantities import read_figures
from linter.language.slots import frequencies
from linter.language.text import Mention
from linter.model import Fact
from linter.patterns import AnyCase

_OTHER_ROLES = ("age", "sample-size", "rhythm")
"""Roles of figures that state something where a fact is about just that: an age, the size of a study."""


def read_value(text: str) -> Figure | None:
    """The figure of a ``value:``, or its rhythm ('once a week'); None where the text is none."""
    figures = [f for f in read_figures(text) if f.role != "identifier"]
    return next(iter(figures or _rhythms(text, [])), None)


def stated_figures(text: str) -> list[Figure]:
    """Every figure that a claim may be about, its rhythms among them."""
    figures = read_figures(text)
    return [*figures, *_rhythms(text, figures)]


def _rhythms(text: str, figures: list[Figure]) -> list[Figure]:
    return rhythms_beside(text, frequencies(text), figures)


def figure_of(fact: Fact, reading: BlockReading) -> Figure | None:
    """The figure that is the fact: the one in the claim that ``value`` names, or the only one."""
    claims = [f for f in reading.figures if f.is_claim]
    if fact.pair or fact.among:
        return None
    if is_rank(fact):
        return None  # 'the second leading cause of death among people aged 10 to 14'
    other = [f for f in (*reading.figures, *reading.others) if f.role in _OTHER_ROLES]
    claims = claims or other
    if fact.value is None:
        return _telling_figure(claims, {s.start for s in reading.horizons})
    wanted = read_value(fact.value)
    if wanted is None:
        return None
    claims = [*claims, *(f for f in other if f not in claims)]
    for figure in claims:
        if figure.dimension == wanted.dimension and figure.bounds == wanted.bounds:
            if figure.qualifier in ("exact", "about") and wanted.qualifier not in ("exact", "about"):
                continue
            return figure
    for figure in claims:
        if (figure.value, figure.low, figure.high) == (wanted.value, wanted.low, wanted.high):
            return figure
    return wanted


def _ranks(claim: str) -> list[Figure]:
    """The ranks that a claim gives."""
    return ranks_beside(claim, read_figures(claim))


def is_rank(fact: Fact) -> bool:
    """Whether the fact's value is the rank that its claim gives: 'third', of 'the third leading cause'.

    Without a value, whether the claim gives a rank below the first and no figure.
    """
    return rank_of(fact) is not None


def rank_of(fact: Fact) -> Figure | None:
    """The rank that is the fact, placed in its claim; None for a fact that is no rank."""
    if fact.pair:
        return None
    if fact.value is None:
        claims = any(f.is_claim for f in read_figures(fact.claim))
        return None if claims else next((f for f in _ranks(fact.claim) if f.value and f.value > 1), None)
    value = read_rank(fact.value)
    return next((f for f in _ranks(fact.claim) if value and f.bounds == value.bounds), None)


def figure_for(fact: Fact, text: str) -> Figure | None:
    """What ``text`` is as a value of ``fact``, present or past: a rank where the fact tells one, a figure otherwise."""
    return read_rank(text) if is_rank(fact) else read_value(text)


def _telling_figure(figures: list[Figure], horizons: set[int]) -> Figure | None:
    """The figure that a claim is about, where it does not say: a measure before a count, either before a horizon."""
    for wanted in (
        [f for f in figures if f.start not in horizons and f.dimension != "count"],
        [f for f in figures if f.dimension != "count"], figures,
    ):  # fmt: skip
        if len(wanted) == 1:
            return wanted[0]
    return figures[0] if figures else None


def own_words(reading: BlockReading, figure: Figure | None) -> tuple[int, int]:
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


_PATIENTS = AnyCase(
    r"\s*(?:of\s+)?(?:all\s+|the\s+|these\s+|those\s+)*(?:(?:[\w-]+\s+){0,3}?cases|patients|sufferers|survivors|those affected"
    r"|(?:[\w-]+\s+){0,3}(?:people|adults|children|women|men|patients|individuals|americans|those|persons|teens|adolescents|infants|babies)\s+"
    r"(?:(?:and|or)\s+[\w.]+\s*(?:%|percent|per cent)\s+of\s+[\w-]+\s+)?"
    r"(?:[\w-]+\s+){0,3}?(?:with|who have|who had|living with|diagnosed with|hospitali[sz]ed (?:with|for)|affected by))\b"
)


def share_of_patients(text: str, figure: Figure) -> bool:
    """True for a share of cases, patients or 'adults with' a disease."""
    return figure.dimension == "proportion" and bool(_PATIENTS.match(text[figure.end : figure.end + 90]))


_THRESHOLD = AnyCase(
    r"\b(?:normal|ideal|optimal|healthy (?:range|level|weight)|maximum|minimum|window|is (?:an?|any) [^.;]{1,60}? of [^.;]{1,30} or (?:more|less|higher|lower|above|below)|should|must|ha(?:ve|s) to|need(?:s|ed)?|require[sd]?|recommend(?:ed|s)?|advised?|advice|urged|limit|means?|defined|cut-?off|threshold|apart|coverage|diagnosed (?:when|at an?|by an?|if)|counts as|is considered|(?:is|are) called|unlikely|likely|indicates?|not (?:be )?(?:used|given|taken)|eligible|aim|targets?|goals?|emergency|supports?|signs?|may be (?:taken|given|repeated|used)|wait)\b"
    r"|\b(?:given|done|started?|begun|taken|performed|treated|surgery|treatment|works? best|effective|administered|seek|call)\b[^.;]{0,60}\bwithin\b"
    r"|\b(?:having|drinking|eating|smoking|taking|who (?:have|drink|eat|smoke|take))\b[^.;]{0,16}\b(?:more|less|fewer) than\b"
    r"|\b(?:taken|given|continued?|stopped?|avoid(?:ed)?|kept?|worn|wear|applied|apply|take|used?|fast|rest)\b[^.;]{0,40}\b(?:at least|at most|no (?:more|longer|less|fewer) than|a (?:minimum|maximum) of)\b"
)


_ESTIMATED = COUNTED | {"time"}
"""Dimensions of figures that are mostly counted or estimated: a weaker bound of one is true as well."""
_RISK = AnyCase(r"\b(?:risks?|more likely|less likely)\b")


_READING = AnyCase(
    r"\b(?:body mass index|bmi|index|scores?|scored|scoring|readings?|e?GFR|INR|PSA|counts?|levels?)(?:\W+(?:is|are|was|of|at|that|or|ratio)){0,3}\W*$"
)
"""What is measured in numbers without a unit: a bound on it marks something off, as in 'a body mass index of 30 or more'."""


_LASTING = AnyCase(
    r"\b(?:is|are) (?:an? |any )?(?!\w+ed\b)[a-z]+ [^.;,]{0,40}?\b(?:that lasts?|lasting|on) (?:for )?(?:at least|more than|longer than|over|less than|under)\b"
)
"""'Chronic migraine is headache on at least 15 days a month' defines it."""


_UNTIL = AnyCase(
    r"(?:an? )?[^\d,.;]{3,40}? (?:is|are) (?:an? |any |the )?(?!\w+ed\b)[a-z]+ (?:(?:that|which) [^,.;]{3,30} )?(?:before|after) (?:the age of )?$"
)
"""'Preterm birth is birth before 37 weeks' defines it as well."""


def is_threshold(claim: str, figure: Figure) -> bool:
    """True for requirements and definitions, which a weaker bound does not satisfy.

    So are bounds at which something begins: an age, a size, a level, or what a risk goes up from.
    """
    if _THRESHOLD.search(claim):
        return True
    if figure.dimension == "time" and _UNTIL.match(claim[: figure.lead]):
        return True
    if figure.side == 0:
        return False
    if figure.dimension == "time" and _LASTING.search(claim):
        return True
    from_there = figure.dimension in ("time", "count") and bool(_RISK.search(claim))
    read = figure.dimension in ("number", "count") and bool(_READING.search(claim, 0, figure.lead))
    return from_there or read or figure.role == "age" or figure.dimension not in _ESTIMATED


_PERSON_KINDS = frozenset({"population", "place"})


def counted_noun(reading: BlockReading, figure: Figure | None, lexicon: Lexicon) -> str:
    """What a count counts: 'person', or a concept; empty where unclear or not a count."""
    if figure is None or figure.dimension != "count":
        return ""
    after = [m for m in reading.mentions if figure.end <= m.start <= figure.end + 40]
    for k, mention in enumerate(after):
        if any(
            r in ("people", "case", "patient") or kind_of(r, lexicon) in _PERSON_KINDS
            for r in mention.readings
        ):
            return "person"
        if "death" in mention.readings or ("incidence" in mention.readings and not mention.weak):
            return "death" if "death" in mention.readings else "person"
        if not mention.weak and not _qualifies(mention, after[k + 1 :], reading.text, lexicon):
            return mention.readings[0]
    return ""


def _qualifies(mention: Mention, later: list[Mention], text: str, lexicon: Lexicon) -> bool:
    """True for a word that only describes what is counted: 'two broad types', '200 different conditions'."""
    if (
        kind_of(mention.readings[0], lexicon) not in ("unknown", "light", "generic")
        or text[mention.end - 1].lower() == "s"
    ):
        return False
    return bool(later) and not text[mention.end : later[0].start].strip(" -")
