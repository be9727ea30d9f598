"""What a figure is of, by the words right behind it: '75% of hospital admissions for asthma', '13.8 million missed work days'.

Copy and claim are read alike. What stands elsewhere in the sentence is another question.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from linter.claims.reading import BlockReading
from linter.language.figure import Figure
from linter.language.text import Mention
from linter.patterns import AnyCase, Pattern

if TYPE_CHECKING:
    from linter.claims.needs import Need

_REACH = 110
"""Characters behind a figure in which what it is of is told."""
_OF = AnyCase(r"\s*(?:out )?(?:of|among|in)\s+")
_VERB = (
    r"is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|do|does|did|die|dies|died|get|gets|got"
    r"|develop|develops|developed|live|lives|lived|survive|survives|survived|experience|experienced|suffer|suffers|suffered"
    r"|report|reported|receive|received|need|needs|needed|take|takes|took|use|used|occur|occurs|occurred|come|comes|came"
    r"|become|becomes|became|go|goes|went|say|said|feel|felt|smoke|drink|know|knew|visit|visited|happen|happens|happened"
    r"|carry|carries|carried|involved?(?! in)|involves|shows?|showed|began|begins?|recover|recovers|recovered|responds?|responded"
    r"|loses?|inherits?|inherited(?! by)|remains?|remained|chose|chooses?|eats?|ate|believes?|thinks?|wants?|wanted|fails?"
    r"|arises?|arose|appears?|appeared|contains?|contained|causes?|caused(?! by)|leads?|led|belongs?|noticed?|tried"
    r"|finds?|found|quit|stopped|started|meets?|met|caught|gave|gives?|makes?|made|keeps?|kept|turned|regained"
    r"|worsened|depends?|strikes?|struck|affects?|affected(?! by)|kills?|killed|results?|resulted|involve"
)
_ENDS = AnyCase(
    rf"[,;:()!?\[\]–—|\n]|(?<!\b[A-Z])\.|\b(?:{_VERB})\b"
    r"|\b(?:that|which|each|every|per|an? (?:year|month|week|day|hour|decade)|because|but|while|than|as|to|by|also|never|still|already|usually|often"
    r"|annually|yearly|worldwide|globally|whose|who)\b"
)
"""Where the words that a figure is of end: at the verb, at a mark, at how often."""
_WHO = AnyCase(
    r"who\s+(?:(?:never|also|currently|still|already|regularly|once|do|does|did|have|had|has|are|were|is|was|will|not|ever|been|used to|no longer)\s+)*\w+"
)
"""'People who never smoked': a clause that says of whom, up to its verb; the next verb is the sentence's own."""
_WITH = AnyCase(
    r"\b(?:of|for|from|with|without|due to|caused by|among|in|aged|ages|who|living with|diagnosed with|over|under|between|on)\b"
)
"""What comes before what narrows the thing that is counted."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """The names in what a figure is of: ``head`` before the first preposition, ``rest`` behind it."""

    head: tuple[Mention, ...]
    rest: tuple[Mention, ...]
    start: int
    end: int
    ages: frozenset[tuple[Fraction | int | None, ...]]
    """The bands of age told in it or right behind it, in years."""

    @property
    def all(self) -> tuple[Mention, ...]:
        return (*self.head, *self.rest)


_GOES_ON = AnyCase(r"\s*(?:and|or|but|versus|vs|compared|against)\b")
"""What comes next is no part of what the figure is of: '37 out of 100 and a bulging disc in 30'."""
_STOP = Pattern(r"(?<!\b[A-Z])\.|[!?;:|\n]")
_MORE = AnyCase(r"\s*(?:times )?(?:more|less|fewer|higher|lower|greater|smaller|as)\b(?! than)")
"""'50% more common among women' is no share of them."""
_BEFORE = AnyCase(
    r"(?:^|[.!?:;(]\s*|\b(?:and|but|that|while)\s+)(?:out )?(?:of|among)\s+((?:[^,.;:()]|(?<=[A-Z])\.){3,110}),\s*(?:the |an? |about |around |roughly |nearly |almost |only |some )*$"
)
"""'Of people who have tinnitus, 90%': what a share is of, told first."""


def phrase_of(reading: BlockReading, figure: Figure) -> Phrase | None:
    """What a share is of, or what a count counts; None where the words around the figure tell neither."""
    figure = _told_again(reading, figure)
    if figure.dimension not in ("count", "proportion") or _MORE.match(reading.text, figure.end):
        return None
    start, low = _before(reading, figure) if figure.dimension == "proportion" else (0, 0)
    inside = _names(reading, start, low)
    if not inside or _OF.match(reading.text, figure.end):
        start, low = _behind(reading, figure)
        inside = _names(reading, start, low)
    if not inside:
        return None
    parted = _WITH.search(reading.text, start, low)
    turn = parted.start() if parted else low
    tops = [m for m in inside if not any(_is_part(m, o) for o in inside)]
    near = (s for s in reading.ages if start <= s.start < low + 16)
    ages = frozenset(s.value for s in near if not _STOP.search(reading.text, low, max(low, s.start)))
    head, rest = (tuple(m for m in tops if (m.end <= turn) == first) for first in (True, False))
    return Phrase(head, rest, start, low, ages)


_AGAIN = 60
"""Characters within which a share is told again, in a bracket."""
_ROUNDED = Fraction(1, 100)


def _told_again(reading: BlockReading, figure: Figure) -> Figure:
    """The share that a figure in a bracket tells again, '1 in every 6 child deaths (16%)'; the figure itself elsewhere."""
    if figure.dimension != "proportion" or reading.text[: figure.lead].rstrip()[-1:] != "(":
        return figure
    before = [
        f
        for f in reading.figures
        if f.dimension == "proportion" and f.end <= figure.lead <= f.end + _AGAIN and f.is_claim
    ]
    again = [f for f in before if abs(f.bounds[0] - figure.bounds[0]) <= _ROUNDED]
    return again[-1] if again else figure


def _names(reading: BlockReading, start: int, end: int) -> list[Mention]:
    return [
        m
        for m in reading.mentions
        if start <= m.start and m.end <= end and m.start not in reading.within_figures
    ]


def _behind(reading: BlockReading, figure: Figure) -> tuple[int, int]:
    """Where the words behind a figure that tell what it is of begin and end."""
    of = _OF.match(reading.text, figure.end)
    start = of.end() if of else figure.end
    if _GOES_ON.match(reading.text, start):
        return start, start
    stop = min(len(reading.text), start + _REACH)
    end = _ENDS.search(reading.text, start, stop)
    clause = _WHO.match(reading.text, end.start(), stop) if end else None
    if clause:
        end = _ENDS.search(reading.text, clause.end(), stop)
    low = end.start() if end else stop
    others = (f.lead for f in reading.figures if f.is_claim and f.start > figure.start and f.role != "age")
    return start, min([low, *others])


def _before(reading: BlockReading, figure: Figure) -> tuple[int, int]:
    begin = reading.sentences[reading.sentence_at(figure.start)].start if reading.sentences else 0
    told = _BEFORE.search(reading.text[begin : min(figure.lead, figure.start)])
    return (begin + told.start(1), begin + told.end(1)) if told else (0, 0)


def _is_part(mention: Mention, other: Mention) -> bool:
    """Whether a name stands within a longer one."""
    within = other.start <= mention.start and mention.end <= other.end
    return within and other.end - other.start > mention.end - mention.start


_NEITHER = frozenset({"light", "generic", "place", "measure part", "organisation", "season"})
_TELLING = 0.5
"""What a word must tell to be something that is said of the base."""


def parts_of(phrase: Phrase, needs: Sequence[Need]) -> dict[int, str]:
    """Of each need, by where it stands, 'base' or 'rest'; places and people in general belong to neither."""
    base = range(phrase.start, phrase.end)
    telling = [n for n in needs if n.kind not in _NEITHER and n.weight >= _TELLING]
    return {n.start: "base" if n.start in base else "rest" for n in telling}
