"""How far copy has a claim word for word, and where one word stands in another's place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from linter.claims.areas import Area
from linter.claims.comparison import Comparison, slot_of
from linter.claims.edits import Side, Step, add_edits, is_empty
from linter.claims.needs import kind_of
from linter.claims.owner import turn_before
from linter.claims.reading import BlockReading
from linter.claims.restrictions import same_span
from linter.language.figure import Figure
from linter.language.lexicon import Lexicon
from linter.language.slots import Slot
from linter.language.text import STOP, Sentence

_VERBATIM = 0.7
"""The part of a claim's words, in their order, from which copy is the claim but for what it changed."""
_NEARLY = 0.5
_SHORT = 3
"""The most words that are taken for one exchange, or one addition, between words that stand as in the claim."""
_OPPOSITES = (
    (frozenset(("before", "until")), frozenset(("after", "since"))),
    (frozenset(("during", "while")), frozenset(("before", "after"))),
    (frozenset(("median",)), frozenset(("mean",))),
)
_FREE = frozenset(("free", "without"))
"""'Free of seizures' is 'without seizures'."""
_NEGATION = frozenset(("no", "not", "never", "without", "non"))
"""Small words that turn a claim into another: exchanged for one another, or, the last, more on one side."""
_PLAIN = frozenset(("with", "any", "do", "be", "have"))
"""What stands where there is no negation."""
_TOLD_AS = frozenset(
    ("estimate", "think", "believe", "report", "say", "suggest", "consider", "know", "approximate")
)
"""Words for how sure or by whom something is said, exchanged freely: 'is estimated to', 'is thought to'."""
_RESTRICTIONS = tuple(
    f"dropped {s}" for s in ("age", "people", "place", "horizon", "scope", "manner")
) + tuple(f"lacks {s}" for s in ("population", "place", "stage", "site"))
"""What of the claim's restrictions is said nowhere around the copy."""
_ARTICLES = ("a", "an", "the", "their")


def add_alignment(result: Comparison, lexicon: Lexicon) -> None:
    """Words of the claim that the copy has in their order, those in whose place it has others, and those it adds."""
    key, context = result.key, result.context
    figure, fact = context.figure, key.figure
    if figure is None or fact is None or fact not in key.reading.figures:
        return
    sentence = context.own.reading.sentences[context.sentence]
    here, there = context.own.reading.horizons, key.reading.horizons
    claim = _Words(key.reading.sentences, fact, _shared(there, here))
    copy = _Words([sentence], figure, _shared(here, there), turn_before(sentence, figure.lead))
    if not claim.lemmas or not copy.lemmas:
        return
    steps = SequenceMatcher(None, claim.lemmas, copy.lemmas, autojunk=False).get_opcodes()
    found = _aligned(claim, copy, context.named, steps)
    ratio = found.ratio
    if ratio > _NEARLY:
        add_edits(
            result,
            claim.side(key.reading),
            copy.side(context.own.reading, context.own),
            steps,
            ratio,
            lexicon,
        )
    result.add("word for word", ratio)
    if ratio > _NEARLY:
        result.add("words swapped", min(found.swapped, 2) * ratio)
        result.add("words dropped", min(found.dropped, 2) * ratio)
        result.add("words added", min(found.added, 2) * ratio)
        result.add("nothing swapped", (not found.swapped and not found.dropped) * ratio)
        result.add("exchanged in place", min(found.exchanged, 2))
        result.add("thing exchanged in place", min(found.things, 2))
        result.add("added in place", min(found.put_in, 2))
    if ratio >= _VERBATIM:
        turned = found.turned or claim.crossed(copy, lexicon)
        result.add("relation turned", turned)
        result.add("verbatim but for a word", found.swapped == 1)
        result.add("verbatim but for words added", not found.swapped and found.added > 0)
        result.add("verbatim, a restriction lost", any(map(result.of, _RESTRICTIONS)))
        result.add("verbatim", not found.swapped and not found.dropped and not turned)


def _shared(spans: Sequence[Slot], others: Sequence[Slot]) -> list[Slot]:
    """The spans of time that the other side has as well: 'twelve months' stands for 'one year'."""
    return [s for s in spans if any(same_span(s.seconds, o.seconds) for o in others)]


@dataclass
class _Alignment:
    """``exchanged`` and ``put_in`` count the swaps and additions between words that stand as in the claim."""

    ratio: float
    swapped: int = 0
    dropped: int = 0
    added: int = 0
    exchanged: int = 0
    things: int = 0
    put_in: int = 0
    turned: bool = False


def _aligned(
    claim: _Words, copy: _Words, named: frozenset[str] | set[str], steps: Sequence[Step]
) -> _Alignment:
    found = _Alignment(sum(j - i for op, i, j, _, _ in steps if op == "equal") / len(claim.lemmas))
    odd_here = [n for op, i, j, _, _ in steps if op != "equal" for n in range(i, j)]
    odd_there = [n for op, _, _, k, m in steps if op != "equal" for n in range(k, m)]
    lost_words, new_words = (
        Counter(side.lemmas[n] for n in odd) for side, odd in ((claim, odd_here), (copy, odd_there))
    )
    # What is only left out or added may be said twice on the other side; what is exchanged may not.
    named_here, named_there = (
        (side.named(None), side.named(odd)) for side, odd in ((claim, odd_here), (copy, odd_there))
    )
    for place, (op, i, j, k, m) in enumerate(steps):
        if op == "equal":
            continue
        swap = op == "replace"
        lost = claim.telling(i, j, new_words, named_there[swap], swap)
        new = copy.telling(k, m, lost_words, named_here[swap], swap)
        held = m - k <= _SHORT and _in_place(steps, place, len(copy.lemmas))
        turned = j - i <= _SHORT and _is_turned(claim.lemmas[i:j], copy.lemmas[k:m])
        found.turned |= held and turned and not {*claim.lemmas, *copy.lemmas} >= _FREE
        if not new and all(names and names & named for _, names in lost):
            continue  # 'the condition', and the heading says which
        if swap and lost and new:
            found.swapped += 1
            found.exchanged += held
            found.things += held and any(names for _, names in lost) and any(names for _, names in new)
        elif op in ("delete", "replace") and lost:
            found.dropped += 1
        elif op in ("insert", "replace") and new and k:
            found.added += 1
            found.put_in += held
    return found


def _is_turned(lost: Sequence[str], new: Sequence[str]) -> bool:
    """'before' for 'after', 'mean' for 'median', 'no' put in or left out."""
    gone, come = set(lost), set(new)
    if any((a & gone and b & come) or (b & gone and a & come) for a, b in _OPPOSITES):
        return True
    alone = gone | come <= _NEGATION | _PLAIN  # 'without treatment' may well be 'untreated' there
    return alone and len(_NEGATION & gone) != len(_NEGATION & come)


def _in_place(steps: Sequence[Step], place: int, end: int) -> bool:
    """Whether words of the claim stand on both sides, or the copy ends there."""
    _, _, _, k, m = steps[place]
    before = k == 0 or (place > 0 and steps[place - 1][0] == "equal")
    after = m == end or (place + 1 < len(steps) and steps[place + 1][0] == "equal")
    return before and after


_STAND_INS = frozenset({"disease", "medication", "treatment", "symptom", "patient", "people", "case"})
"""Concepts whose words stand for what was named before."""


class _Words:
    """The words of claim or copy, with what each names; its figure and the spans of time that both have aside."""

    def __init__(
        self, sentences: Sequence[Sentence], figure: Figure, spans: Sequence[Slot], first: int = 0
    ) -> None:
        aside = [(min(figure.lead, figure.start), figure.end), *((s.start, s.end) for s in spans)]
        tokens = [
            t
            for s in sentences
            for t in s.tokens
            if t.lemma and t.start >= first and not any(a <= t.start < b for a, b in aside)
        ]
        self.lemmas = [t.lemma for t in tokens]
        self._tokens = tokens
        self._mentions = [m for s in sentences for m in s.mentions]

    def side(self, reading: BlockReading, own: Area | None = None) -> Side:
        return Side(self._tokens, self._mentions, reading, own)

    def named(self, odd: Sequence[int] | None) -> set[str]:
        """What all words name, or the given ones."""
        starts = None if odd is None else [self._tokens[n].start for n in odd]
        return {
            r
            for m in self._mentions
            if starts is None or any(m.start <= s < m.end for s in starts)
            for r in m.readings
        }

    def telling(
        self, first: int, end: int, said: Counter[str], named: set[str], swap: bool
    ) -> list[tuple[str, set[str]]]:
        """Of these words the ones that say something, and something that is neither said nor named over there."""
        found: list[tuple[str, set[str]]] = []
        for token in self._tokens[first:end]:
            if is_empty(token) or said[token.lemma] or token.lemma in _TOLD_AS:
                continue
            over = [m for m in self._mentions if m.start <= token.start < m.end]
            if over and all(m.weak for m in over) and not swap:
                continue
            names = {r for m in over for r in m.readings}
            if not names & named and not names & _STAND_INS:
                found.append((token.lemma, names))
        return found

    def crossed(self, other: _Words, lexicon: Lexicon) -> bool:
        """Whether two things have changed places: 'those with A also have B' for 'those with B also have A'."""
        mine, theirs = self._after(lexicon), other._after(lexicon)
        both = [thing for thing in mine if thing in theirs]
        return any(
            mine[a] != mine[b] and mine[a] == theirs[b] and mine[b] == theirs[a]
            for k, a in enumerate(both)
            for b in both[:k]
        )

    def _after(self, lexicon: Lexicon) -> dict[str, str]:
        """Of each disease, drug or group of people named once, the small word that it follows, articles aside."""
        found: dict[str, set[str]] = {}
        for m in self._mentions:
            before = [t for t in self._tokens if t.start < m.start and t.lower not in _ARTICLES]
            thing = slot_of(kind_of(m.readings[0], lexicon)) in ("topic", "population")
            if before and thing and not m.weak and before[-1].lemma in STOP:
                found.setdefault(m.readings[0], set()).add(before[-1].lemma)
        return {thing: words.pop() for thing, words in found.items() if len(words) == 1}
