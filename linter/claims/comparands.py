"""Who is compared with whom: 'twice as common in men as in women', 'women are 70% more likely than men'."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from linter.claims.areas import ANCHORS
from linter.claims.needs import kind_of
from linter.claims.reading import BlockReading
from linter.language.figure import Figure
from linter.language.lexicon import Lexicon
from linter.language.text import Mention, Sentence

COMPARING = frozenset({"multiple", "proportion"})
"""Dimensions of figures that say how much more there is of one than of another."""
_THAN = frozenset({"as", "than"})


@dataclass(frozen=True, slots=True)
class Compared:
    """What a comparison names of the greater and of the lesser side only; ``less`` is empty where it names no other."""

    more: frozenset[str]
    less: frozenset[str]

    def turned(self, told: Compared, lexicon: Lexicon) -> bool | None:
        """Whether ``told`` has the other one for the greater; None where it compares other things."""
        exchanged = _telling(self.less & told.more, lexicon)
        if exchanged and _telling(self.more & told.less, lexicon):
            return True
        if not told.less and _excluded(exchanged, self.more, lexicon):
            return True  # 'more common in men': than in women, if anyone
        return False if self.more & told.more and (self.less & told.less or not told.less) else None

    def beaten(self, told: Compared, lexicon: Lexicon) -> bool:
        """Whether ``told`` has the greater for the lesser of a third thing: another comparison altogether."""
        third = {r for r in self.more & told.less if kind_of(r, lexicon) in ANCHORS | {"unknown"}}
        again = {r for r in told.more & (self.more | self.less) if kind_of(r, lexicon) in ANCHORS}
        return bool(third) and not again and self.turned(told, lexicon) is None


def _telling(concepts: frozenset[str], lexicon: Lexicon) -> frozenset[str]:
    return frozenset(r for r in concepts if kind_of(r, lexicon) not in _MANNER)


_MANNER = frozenset({"light", "generic", "measure", "measure part", "rank", "relation"})
"""Kinds of concept that name nothing that is compared."""


def _excluded(some: frozenset[str], others: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether one of ``some`` excludes one of ``others``, as men do women."""
    return any(
        others & frozenset(members) and some & frozenset(members)
        for *_, members in lexicon.contrasts.values()
    )


def comparands(reading: BlockReading, figure: Figure) -> Compared | None:
    """What a figure compares; None where it compares nothing. Of '50 times weaker' the lesser is the greater."""
    sentence = next((s for s in reading.sentences if s.start <= figure.start < s.end), None)
    found = None if sentence is None else _split(sentence, figure.lead, figure.end)
    if sentence is None or found is None or not found.less:
        return found
    return Compared(found.less, found.more) if is_less(reading, figure) else found


def is_less(reading: BlockReading, figure: Figure) -> bool:
    """True for '6 times less likely', of which the other is the greater."""
    sentence = next((s for s in reading.sentences if s.start <= figure.start < s.end), None)
    tokens = sentence.tokens if sentence else ()
    return next((t.lower for t in tokens if t.start >= figure.end and t.lower != "times"), "") in _LESS


_LESS = frozenset("less fewer weaker lower smaller rarer shorter younger lighter slower".split())
"""Words after a figure by which there is less of what stands before them; 'better' and 'safer' say no such thing."""


def compared(sentence: Sentence) -> Compared | None:
    """The same of a comparison without a figure: 'more common in men than in women', 'women get it more often than men'.

    Where there is less of one, the other is the greater: 'less often in girls than in boys'.
    """
    for token, following in zip(sentence.tokens, [*sentence.tokens[1:], None], strict=True):
        if token.lower in ("more", "less", "fewer") or token.lower in _GREATER or token.lower in _SMALLER:
            end = (
                following.end
                if following and token.lower in ("more", "less") and following.lower not in _NOT_HOW
                else token.end
            )
            found = _split(sentence, token.start, end) or _alone(sentence, token.start, end)
            if found is None:
                continue
            return (
                found
                if token.lower == "more" or token.lower in _GREATER
                else Compared(found.less, found.more)
            )
    return None


_NOT_HOW = _THAN | frozenset(
    "men women boys girls males females children adults people adolescents teenagers infants babies smokers patients".split()
)
"""Words behind a 'more' that it does not compare by: 'more girls than boys'."""
_GREATER = frozenset(
    "higher greater larger bigger worse likelier stronger longer deadlier oftener commoner riskier heavier older later".split()
)
_SMALLER = frozenset("lower smaller rarer milder weaker shorter safer lighter better younger earlier".split())
_IN = frozenset({"in", "among"})


def _split(sentence: Sentence, start: int, end: int) -> Compared | None:
    """The lesser one stands after the last 'as' or the 'than' behind what compares; the other between the two, or before it.

    What an earlier 'than' compares is no side of this: 'weaker than heroin and 100 times stronger than morphine'.
    """
    split, stop = _than(sentence, end)
    if split is None:
        return None
    earlier = next((t.start for t in sentence.tokens if t.lower == "than" and t.start < start), start)
    return _sides(
        (m for m in sentence.mentions if m.end <= min(start, earlier) or end <= m.start < split),
        (m for m in sentence.mentions if split < m.start < stop),
    )


def _alone(sentence: Sentence, start: int, end: int) -> Compared | None:
    """'More common in men', which leaves the others unsaid."""
    tokens = [t for t in sentence.tokens if t.start >= end]
    if not tokens or tokens[0].lower not in _IN:
        return None
    stop = next((t.start for t in tokens if t.raw in (",", ";", ".", "and", "or")), sentence.end)
    return _sides((m for m in sentence.mentions if tokens[0].end <= m.start < stop), ())


def _sides(more: Iterable[Mention], less: Iterable[Mention]) -> Compared | None:
    greater = frozenset(r for m in more if not m.weak for r in m.readings)
    lesser = frozenset(r for m in less if not m.weak for r in m.readings)
    found = Compared(greater - lesser, lesser - greater)
    return found if found.more and (found.less or not lesser) else None


def _than(sentence: Sentence, end: int) -> tuple[int | None, int]:
    """Where the last 'as' of the clause or its 'than' stands, and where that ends: 'twice as many men as women' has two."""
    last = None
    for token, following in zip(sentence.tokens, [*sentence.tokens[1:], None], strict=True):
        if token.start < end:
            continue
        if token.raw in (",", ";", ".") or (
            token.lower == "and" and following and following.raw[0].isdigit()
        ):
            return last, token.start
        if token.lower in _THAN:
            last = token.start
    return last, sentence.end
