"""How far copy has a claim word for word, and where one word stands in another's place."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from linter.claims.comparison import Comparison
from linter.language.figure import Figure
from linter.language.text import STOP, Sentence

_VERBATIM = 0.7
"""The part of a claim's words, in their order, from which copy is the claim but for what it changed."""


def add_alignment(result: Comparison) -> None:
    """Words of the claim that the copy has in their order, those in whose place it has others, and those it adds."""
    key, context = result.key, result.context
    figure, fact = context.figure, key.figure
    if figure is None or fact is None or fact not in key.reading.figures:
        return
    sentence = context.own.reading.sentences[context.sentence]
    claim = _Words(key.reading.sentences, fact)
    copy = _Words([sentence], figure)
    if not claim.lemmas or not copy.lemmas:
        return
    matcher = SequenceMatcher(None, claim.lemmas, copy.lemmas, autojunk=False)
    ratio = sum(m.size for m in matcher.get_matching_blocks()) / len(claim.lemmas)
    swapped = dropped = added = 0
    for op, i, j, k, m in matcher.get_opcodes():
        lost, new = claim.telling(i, j, copy), copy.telling(k, m, claim)
        if not new and all(names and names & context.named for _, names in lost):
            continue  # 'the condition', and the heading says which
        if op == "replace" and lost and new:
            swapped += 1
        elif op in ("delete", "replace") and lost:
            dropped += 1
        elif op in ("insert", "replace") and new and k:
            added += 1
    result.add("word for word", ratio)
    if ratio > 0.5:
        result.add("words swapped", min(swapped, 2) * ratio)
        result.add("words dropped", min(dropped, 2) * ratio)
        result.add("words added", min(added, 2) * ratio)
        result.add("nothing swapped", (not swapped and not dropped) * ratio)
    if ratio >= _VERBATIM:
        result.add("verbatim but for a word", swapped == 1)
        result.add("verbatim but for words added", not swapped and added > 0)
        result.add("verbatim", not swapped and not dropped)


_STAND_INS = frozenset({"disease", "medication", "treatment", "symptom", "patient", "people", "case"})
"""Concepts whose words stand for what was named before."""


class _Words:
    """The words of claim or copy, its figure aside, with what each names."""

    def __init__(self, sentences: Sequence[Sentence], figure: Figure) -> None:
        low, high = min(figure.lead, figure.start), figure.end
        tokens = [t for s in sentences for t in s.tokens if t.lemma and not low <= t.start < high]
        self.lemmas = [t.lemma for t in tokens]
        self._tokens = tokens
        self._mentions = [m for s in sentences for m in s.mentions]

    def named(self) -> frozenset[str]:
        return frozenset(r for m in self._mentions for r in m.readings)

    def telling(self, first: int, end: int, other: _Words) -> list[tuple[str, set[str]]]:
        """Of these words the ones that say something, and something that the other side does not name."""
        there, lemmas = other.named(), set(other.lemmas)
        found: list[tuple[str, set[str]]] = []
        for token in self._tokens[first:end]:
            if (
                token.lemma in STOP
                or token.lower in STOP
                or token.lemma in lemmas
                or token.lower[:1].isdigit()
            ):
                continue
            over = [m for m in self._mentions if m.start <= token.start < m.end]
            if over and all(m.weak for m in over):
                continue
            names = {r for m in over for r in m.readings}
            if not names & there and not names & _STAND_INS:
                found.append((token.lemma, names))
        return found
