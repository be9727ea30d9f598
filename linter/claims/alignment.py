"""How far copy has a claim word for word, and where one word stands in another's place."""

from __future__ import annotations

from difflib import SequenceMatcher

from linter.claims.comparison import Comparison
from linter.language.text import STOP


def add_alignment(result: Comparison) -> None:
    """How much of the claim the copy has word for word, and where one word stands for another."""
    key, context = result.key, result.context
    figure, fact = context.figure, key.figure
    if figure is None or fact is None or fact not in key.reading.figures:
        return
    claim = [t for s in key.reading.sentences for t in s.tokens if t.lemma and not fact.lead <= t.start < fact.end]
    sentence = context.own.reading.sentences[context.sentence]
    copy = [t for t in sentence.tokens if t.lemma and not min(figure.lead, figure.start) <= t.start < figure.end]
    if not claim or not copy:
        return
    a, b = [t.lemma for t in claim], [t.lemma for t in copy]
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    matched = sum(m.size for m in matcher.get_matching_blocks())
    ratio = matched / len(a)
    result.add("word for word", ratio)
    swaps = drops = adds = 0
    for op, i, j, k, m in matcher.get_opcodes():
        lost = [w for w in a[i:j] if w not in STOP and w not in b]
        new = [w for w in b[k:m] if w not in STOP and w not in a]
        if op == "replace" and lost and new and len(lost) <= 3 and len(new) <= 3:
            swaps += 1
        elif op == "delete" and lost:
            drops += 1
        elif op == "insert" and new and 0 < k and m < len(b):
            adds += 1
    if ratio > 0.5:
        result.add("words swapped", min(swaps, 2) * ratio)
        result.add("words dropped", min(drops, 2) * ratio)
        result.add("words added", min(adds, 2) * ratio)
        result.add("nothing swapped", (not swaps and not drops) * ratio)


