"""What a paragraph opens with, before the sentence of a figure: what that leans on, or whom a limit in it is for."""

from __future__ import annotations

from linter.checks.retold_words import CARERS, GROUPS, words
from linter.claims.needs import kind_of
from linter.claims.reading import BlockReading
from linter.language.lexicon import Lexicon
from linter.language.text import Sentence
from linter.patterns import AnyCase, Pattern

LEAD_REACH = 40
_LABEL = Pattern(r"\W*((?:\w[\w'’-]*\s+){0,4}\w[\w'’-]*)(?::|\s[-–—])\s")
_DIGITS = Pattern(r"\d+|\b[IVX]+\b")
_WHOM = GROUPS - {"drug", "drug class"}
_CASE = AnyCase(
    r"\b(?:tablets?|capsules?|suppositor(?:y|ies)|injections?|infusions?|patch(?:es)?|suspensions?|syrups?|solutions?|creams?|gels?|sprays?|inhalers?"
    r"|(?:modified|slow|prolonged|immediate|extended)[\s-]release|oral(?:ly)?|intravenous(?:ly)?|rectal(?:ly)?|by\s+(?:mouth|vein))\b"
    r"|\b(?:before|after|over|under|above|below|until|since|now|then|later|if|when|unless|with|without|except|only|on\s+prescription)\b"
)


def lead_of(text: str, sentence: Sentence) -> frozenset[str]:
    """The label of a sentence that opens its paragraph, or the word and the numbers that open it where it is a later one."""
    if not text[: sentence.start].strip():
        label = _LABEL.match(text, sentence.start, sentence.end)
        return frozenset(words(label[1])) if label else frozenset()
    start = text[: min(LEAD_REACH, sentence.start)]
    return frozenset([*words(start)[:1], *_DIGITS.findall(start[:20])])


def whom_before(reading: BlockReading, sentence: Sentence, lexicon: Lexicon) -> frozenset[str]:
    """Whom, which age or which disease the sentences before it in its paragraph name: a limit may be theirs alone."""
    before = (s for s in reading.sentences if s.end <= sentence.start)
    named = (m for s in before for m in s.mentions if kind_of(m.readings[0], lexicon) in _WHOM)
    return frozenset(w for m in named for w in words(m.text)) - CARERS


def is_of_case(text: str, sentence: Sentence) -> bool:
    """True where a paragraph tells of one form of a drug, or of one case, or where its sentence may have a label."""
    before = text[: sentence.start]
    return not before.strip() or bool(_CASE.search(before))
