"""What copy that has a claim nearly word for word puts in, leaves out and exchanges, by the slot it fills."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from linter.claims.areas import ANCHORS, Area
from linter.claims.comparison import Comparison, slot_of
from linter.claims.needs import kind_of
from linter.claims.reading import BlockReading
from linter.language.lex import wordset
from linter.language.lexicon import Lexicon
from linter.language.sorts import sort_of
from linter.language.text import STOP, Mention
from linter.language.tokens import Token
from linter.language.words import root
from linter.patterns import AnyCase, Pattern

Step = tuple[str, int, int, int, int]
"""A step of difflib: its name, the first and the next word of the claim, the first and the next word of the copy."""
EDITS = ("put in", "left out", "exchanged")
_AT_THE_EDGE = 3
"""The most words before or after all that copy has of the claim that are read with it: 'Sisters of women with …'."""
_PARTED = Pattern(r"[,;:()–—]")
SAYING = AnyCase(
    r"\b(?:say|says|said|tells?|told|reports?|reported|estimates?|estimated|finds?|found|shows?|showed|shown|suggests?|suggested|believes?|thinks?|notes?|noted|agrees?|accepted|warns?|warned|points? out|according to|that$)\b"
)
"""What makes the words before it the tellers of what comes after."""
_HERE = "this country"
CAUSES = wordset("virus germ bacteria parasite")
"""What copy calls an infection's cause once it is named."""
_GENERAL = CAUSES | wordset(
    "world people person patient case disease condition illness disorder adult study report"
)
"""Words that restrict nothing."""


class Side:
    """The words of claim or copy, in order, with what they name, and the text they stand in."""

    def __init__(
        self,
        tokens: Sequence[Token],
        mentions: Sequence[Mention],
        reading: BlockReading,
        own: Area | None = None,
    ) -> None:
        self.own = own
        """What belongs to the figure; None for all of it."""
        self.tokens = tokens
        self.text = reading.text
        self.slots = (*reading.ages, *reading.horizons, *reading.frequencies)
        self.mentions = mentions
        self.lemmas = {t.lemma for t in tokens}
        self.roots = {root(t.lower) for t in tokens}
        self.readings = {r for m in mentions for r in m.readings}

    def telling(
        self, first: int, end: int, other: Side, named: Set[str], lexicon: Lexicon, narrower: bool = True
    ) -> Iterator[str]:
        """The slots of those words that the other side has in no form; ``named`` is what the copy names anywhere.

        Unless ``narrower``, one kind of a thing that the other side names tells nothing: the 'direct-acting' antivirals.
        """
        for token in self.tokens[first:end]:
            if self.own is not None and not self.own.covers(token.start, token.end):
                continue  # '2% of women and 5.9% of men'
            if (
                is_empty(token)
                or token.lower.endswith("ly")
                or any(s.start <= token.start < s.end for s in self.slots)
            ):
                continue
            if token.lemma in other.lemmas or root(token.lower) in other.roots:
                continue
            over = [m for m in self.mentions if m.start <= token.start < m.end]
            readings = {r for m in over for r in m.readings}
            if readings & (other.readings | _GENERAL):
                continue
            if _stands_for(readings, other, named, lexicon):
                continue
            if not narrower and any(_is_kind(m, other, lexicon) for m in over):
                continue
            if _HERE in readings and readings & lexicon.above(other.readings):
                continue
            if any(lexicon.implied.get(r, frozenset()) & other.readings for r in readings):
                continue
            widest = max(over, key=lambda m: m.end - m.start, default=None)
            kind = kind_of(widest.readings[0], lexicon) if widest and not widest.weak else "unknown"
            if kind == "unknown":
                kind = sort_of(token.lower) or kind
            if slot_of(kind) not in ("minor", "source"):
                yield slot_of(kind)

    def is_telling(self, first: int, end: int) -> bool:
        """True where these words say who says what follows: 'Experts say that'."""
        return bool(SAYING.search(self.text, self.tokens[first].start, self.tokens[end - 1].end))

    def is_parted(self, first: int, end: int) -> bool:
        """True where a comma or the like stands among these words, or right beside them."""
        start = self.tokens[first - 1].end if first else self.tokens[first].start
        stop = self.tokens[end].start if end < len(self.tokens) else self.tokens[end - 1].end
        return bool(_PARTED.search(self.text, start, stop))


def _is_kind(mention: Mention, other: Side, lexicon: Lexicon) -> bool:
    """Whether a name is that of one kind of a disease, drug or the like that the other side names."""
    of_thing = kind_of(mention.readings[0], lexicon) in ANCHORS
    return of_thing and any(lexicon.ancestors(r) & other.readings for r in mention.readings)


def _stands_for(readings: Set[str], other: Side, named: Set[str], lexicon: Lexicon) -> bool:
    """Whether a word is a wider one for what the other side says and the copy names: 'the vaccine'."""
    return any(readings & lexicon.ancestors(r) for r in other.readings & named)


def is_empty(token: Token) -> bool:
    """True for small words and numbers, which name nothing."""
    return token.lemma in STOP or token.lower in STOP or token.lower[:1].isdigit()


_NEARLY_ALL = 0.8
_THINGS = frozenset(("topic", "population", "stage", "site", "place", "thing", "setting"))
"""Slots in which a change makes another claim of one that is told word for word."""


def add_edits(
    result: Comparison, claim: Side, copy: Side, steps: Sequence[Step], ratio: float, lexicon: Lexicon
) -> None:
    """Add ``put in``, ``left out`` and ``exchanged`` of each slot that words between those of the claim fill.

    ``ratio`` is the part of the claim's words that the copy has.
    """
    changed, named = False, result.context.named
    for place, (op, i, j, k, m) in enumerate(steps):
        if op == "equal" or not _is_within(copy, steps, place):
            continue
        lost = set(claim.telling(i, j, copy, named, lexicon))
        new = set(copy.telling(k, m, claim, named, lexicon, narrower=False)) if m > k else set()
        what, slots = ("exchanged", new) if lost and new else ("put in", new) if new else ("left out", lost)
        if what == "put in" and copy.is_parted(k, m):
            continue  # an aside: ', from toddlers to great-grandparents,'
        changed |= what != "left out" and bool(slots & _THINGS)
        for slot in slots:
            result.features[f"{what} {slot}"] = 1.0
    result.add("nearly verbatim, a thing changed", changed and ratio >= _NEARLY_ALL)


def _is_within(copy: Side, steps: Sequence[Step], place: int) -> bool:
    """Whether the words stand between words of the claim, or a few of them right before or after all of those."""
    _, _, _, k, m = steps[place]
    if 0 < place < len(steps) - 1:
        return True
    return m - k <= _AT_THE_EDGE and not (m > k and (copy.is_parted(k, m) or copy.is_telling(k, m)))
