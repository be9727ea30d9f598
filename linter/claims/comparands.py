"""Who is compared with whom: 'twice as common in men as in women', 'women are 70% more likely than men'."""

from __future__ import annotations

from itertools import pairwise

from linter.claims.reading import BlockReading
from linter.language.figure import Figure
from linter.language.lexicon import Lexicon
from linter.language.text import Sentence

COMPARING = frozenset({"multiple", "proportion"})
"""Dimensions of figures that say how much more there is of one than of another."""
_THAN = frozenset({"as", "than"})


def comparands(reading: BlockReading, figure: Figure, lexicon: Lexicon) -> dict[str, tuple[str, str]]:
    """Contrast set to its two members that a figure compares: of which there is more, and of which less."""
    sentence = next((s for s in reading.sentences if s.start <= figure.start < s.end), None)
    return {} if sentence is None else _split(sentence, figure.lead, figure.end, lexicon)


def compared(sentence: Sentence, lexicon: Lexicon) -> dict[str, tuple[str, str]]:
    """The same of a comparison without a figure: 'more common in men than in women', 'women get it more often than men'.

    Where there is less of one, the other is the greater: 'less often in girls than in boys'.
    """
    for token, following in pairwise(sentence.tokens):
        if token.lower in ("more", "less") and following.lemma in _COMPARED:
            found = _split(sentence, token.start, following.end, lexicon)
            return found if token.lower == "more" else {name: pair[::-1] for name, pair in found.items()}
    return {}


_COMPARED = frozenset({"common", "commonly", "often", "likely", "frequent", "frequently", "prevalent"})


def _split(sentence: Sentence, start: int, end: int, lexicon: Lexicon) -> dict[str, tuple[str, str]]:
    """The lesser one stands after the last 'as' or 'than' behind what compares; the other between the two, or else
    nearest before it."""
    split = _than(sentence, end)
    if split is None:
        return {}
    found = {}
    for name, (_, _, members) in lexicon.contrasts.items():
        held = [(m, r) for m in sentence.mentions for r in m.readings if r in members]
        less = [r for m, r in held if m.start > split]
        between = [r for m, r in held if end <= m.start < split]
        before = [r for m, r in held if m.end <= start]
        if less and (between or before):
            more = between[-1] if between else before[-1]
            if more != less[0]:
                found[name] = more, less[0]
    return found


def are_exchanged(claimed: dict[str, tuple[str, str]], told: dict[str, tuple[str, str]]) -> bool:
    """True where copy says of the one what the claim says of the other."""
    return any(claimed[name] == told[name][::-1] for name in claimed.keys() & told.keys())


def _than(sentence: Sentence, end: int) -> int | None:
    """Where the last 'as' or 'than' of the clause stands: 'twice as many men as women' has two."""
    last = None
    for token in sentence.tokens:
        if token.start < end:
            continue
        if token.raw in (",", ";", "."):
            break
        if token.lower in _THAN:
            last = token.start
    return last
