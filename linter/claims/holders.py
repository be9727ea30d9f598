"""Whose rank it is: what holds the third place in 'stroke, which ranks third', 'the third leading cause is stroke'."""

from __future__ import annotations

from collections.abc import Sequence

from linter.claims.areas import ANCHORS
from linter.claims.needs import kind_of
from linter.language.figure import Figure
from linter.language.lex import wordset
from linter.language.lexicon import Lexicon
from linter.language.text import Mention, Sentence, longest
from linter.language.tokens import Token

_BE = frozenset("is are was were be been being".split())
_VERBS = _BE | wordset(
    "remain become represent rank come stand sit place finish list rate move climb rise fall drop slip jump go hold take occupy "
    "stay keep top head lead consider continue regard name call cite describe",
    "became rose fell stood sat held took kept led went gone fallen risen ranked ranking listed ranks",
)
"""Verbs by which a thing has a rank, or gets it."""
_TOPS = frozenset("tops topped heads headed leads led".split())
"""Verbs that tell the rank as well: 'stroke tops the list'."""
_LIGHT = frozenset(
    "the a an its his her our their as to at in on up down back now still currently also only again today so far by single "
    "itself then already even once have has had can may well right 's ' ’s".split()
)
"""What may stand between such a verb and its rank, or before the rank by itself."""
_REPLACES = wordset("replace overtake surpass displace supplant pass outrank overtook overtaken")
_MAKES = frozenset("making makes made with".split())
_BESIDE = frozenset("and or but yet".split())
_CUTS = frozenset(", ; : ( — – -- while whereas although though because since when if than".split())
_SIGNS = frozenset(", ; : ( — – -- -".split())
_OPENS = frozenset("which that who".split())
_POINTS = _OPENS | frozenset("it they this these those he she".split())
_FRAMES = frozenset("in among according for of after behind at on by overall worldwide globally nationally from with per as".split())  # fmt: skip
"""Words that begin what only frames a clause: 'in the United States, the third leading cause is …'."""
_LITTLE = frozenset({"generic", "light", "relation", "measure", "measure part", "rank", "stage", "population", "person", "age", "season", "setting", "organisation", "professional"})  # fmt: skip
"""Kinds of words that name no holder of a rank: 'the disease', 'deaths', 'women'."""


def holder(sentence: Sentence, rank: Figure, lexicon: Lexicon, parts: bool = False) -> frozenset[str]:
    """The readings of what has the ``rank`` by the words of its own clause.

    Empty where that is only pointed at ('it ranks third'), or not said. With ``parts``, what its name is made of as well:
    the brain of 'brain tumors'.
    """
    return _Clause(sentence, rank, lexicon, parts).holder()


class _Clause:
    """The words before a rank and after it, without what stands in brackets."""

    def __init__(self, sentence: Sentence, rank: Figure, lexicon: Lexicon, parts: bool) -> None:
        self.lexicon = lexicon
        self.before = _unbracketed([t for t in sentence.tokens if t.end <= rank.start])
        self.after = [t for t in sentence.tokens if t.start >= rank.end]
        self.tops = longest(sentence.mentions)
        self.inner = sentence.mentions if parts else []
        self.verb = any(t.lower in _TOPS for t in sentence.tokens if rank.start <= t.start < rank.end)

    def holder(self) -> frozenset[str]:
        rest, passed = self._behind()
        verb = self.verb or any(_is(t, _VERBS) for t in passed)
        if not rest:
            return self._after() if not any(t.lower in _BE for t in passed) else frozenset()
        last = rest[-1].lower
        if last in _POINTS - _OPENS:
            return frozenset()
        if last in _OPENS:
            return self._nearest(rest[: -2 if len(rest) > 1 and rest[-2].raw == "," else -1])
        if last in _BESIDE:
            return self._farthest(_segment(rest[:-1], frozenset(";:")))
        if last in _SIGNS:
            return self._beside_sign(rest, verb)
        if verb:
            return self._of(self._subject(rest))
        return self._object(rest, passed)

    def _behind(self) -> tuple[list[Token], list[Token]]:
        """The words before the rank's verb and article, and those themselves."""
        rest = list(self.before)
        passed: list[Token] = []
        while rest and (self._is_light(rest) or _is_from(rest, passed)):
            passed.append(rest.pop())
        return rest, passed

    def _is_light(self, rest: list[Token]) -> bool:
        word = rest[-1].lower
        owner = any(
            m.end == rest[-1].end and kind_of(m.readings[0], self.lexicon) == "place" for m in self.tops
        )
        return word in _LIGHT or _is(rest[-1], _VERBS) or (owner and self._is_owner(rest[-1]))

    def _is_owner(self, token: Token) -> bool:
        """True for the nation of 'the nation's third leading cause'."""
        return any(t.start == token.end and t.lower in ("'s", "’s", "'") for t in self.before)

    def _beside_sign(self, rest: list[Token], verb: bool) -> frozenset[str]:
        """'Stroke, the fourth leading cause'; 'stroke, which is common, is fourth'; 'in women, the fourth is stroke'."""
        sign, inner = rest[-1].raw, rest[:-1]
        if verb and sign != "(":  # it closes an aside
            at = next((k for k in range(len(inner) - 1, 0, -1) if inner[k].raw == sign), None)
            return self._farthest(_segment(inner if at is None else inner[:at], _CUTS))
        segment = _segment(inner, _CUTS)
        if segment and segment[0].lower in _FRAMES:
            return self._after()
        return self._nearest(segment)

    def _object(self, rest: list[Token], passed: list[Token]) -> frozenset[str]:
        """'Replacing COVID as the third leading cause', 'making it the third', 'with stroke as the third'."""
        segment = _segment(rest, _CUTS)
        at = next((k for k in range(len(segment) - 1, -1, -1) if _is(segment[k], _REPLACES | _MAKES)), None)
        if at is not None and _is(segment[at], _REPLACES):
            if not any(t.lower == "as" for t in passed):
                return frozenset()
            subject = rest[: len(rest) - len(segment) + at]
            while subject and (subject[-1].lower in _LIGHT or subject[-1].raw in _SIGNS):
                subject.pop()
            return self._of(self._subject(subject))
        if at is not None:
            return self._of(segment[at + 1 :])
        return self._after()

    def _after(self) -> frozenset[str]:
        """'The third leading cause of death is stroke'; 'ranking third, stroke …'."""
        for k, token in enumerate(self.after):
            if token.lower in _OPENS | {";", "("}:
                break
            if token.lower in _BE or token.raw == ",":
                rest = self.after[k + 1 :]
                stop = next((j for j, t in enumerate(rest) if t.raw in _SIGNS or t.lower in _BE), len(rest))
                held = self._farthest(rest[:stop])
                if (rest and rest[0].lower in _FRAMES) or (token.raw == "," and not held):
                    continue  # 'the third, by most counts, is stroke'
                return held
        return frozenset()

    def _subject(self, rest: Sequence[Token]) -> list[Token]:
        """The subject that ends here.

        What stands before an 'and' is no part of it where that has a verb of its own, nor what stands before
        the 'that' of 'the fact that COVID deaths'.
        """
        segment = _segment(rest, _CUTS)
        at = max((k for k, t in enumerate(segment) if t.lower in _BESIDE), default=-1)
        if any(_is(t, _VERBS) for t in segment[: max(at, 0)]):
            segment = segment[at + 1 :]
        at = max((k for k, t in enumerate(segment[:-1]) if t.lower == "that"), default=-1)
        named = {m.start for m in self._telling(segment)}
        return segment[at + 1 :] if at >= 0 and segment[at + 1].start in named else segment

    def _of(self, words: Sequence[Token]) -> frozenset[str]:
        """Everything that is named in ``words``."""
        held = self._telling(words)
        known = any(kind_of(m.readings[0], self.lexicon) in ANCHORS for m in held)
        points = any(t.lower in _POINTS for t in words)
        return self._named(*held) if known or not points else frozenset()

    def _nearest(self, words: Sequence[Token]) -> frozenset[str]:
        held = self._telling(words)
        return self._named(*held[-1:])

    def _farthest(self, words: Sequence[Token]) -> frozenset[str]:
        held = self._telling(words)
        pointed = bool(words) and words[0].lower in _POINTS
        return frozenset() if pointed else self._named(*held[:1])

    def _named(self, *held: Mention) -> frozenset[str]:
        inner = [m for m in self.inner if any(h.first <= m.first and m.last <= h.last for h in held)]
        return frozenset(r for m in (*held, *inner) for r in m.readings)

    def _telling(self, words: Sequence[Token]) -> list[Mention]:
        if not words:
            return []
        inside = [m for m in self.tops if words[0].start <= m.start and m.end <= words[-1].end]
        return [m for m in inside if kind_of(m.readings[0], self.lexicon) not in _LITTLE]


def _is(token: Token, words: frozenset[str]) -> bool:
    return token.lower in words or token.lemma in words


def _is_from(rest: Sequence[Token], passed: Sequence[Token]) -> bool:
    """True within the 'from that spot' of 'fell from that spot to fifth'."""
    near = [t.lower for t in rest[-5:]]
    return "from" in near and any(t.lower == "to" for t in passed)


def _unbracketed(tokens: Sequence[Token]) -> list[Token]:
    """The words outside pairs of brackets; an open bracket stays."""
    kept: list[Token] = []
    for token in tokens:
        if token.raw == ")" and (at := max((k for k, t in enumerate(kept) if t.raw == "("), default=-1)) >= 0:
            del kept[at:]
        else:
            kept.append(token)
    return kept


def _segment(words: Sequence[Token], cuts: frozenset[str]) -> list[Token]:
    """What stands behind the last word or sign that cuts."""
    at = max((k for k, t in enumerate(words) if t.lower in cuts), default=-1)
    return list(words[at + 1 :])
