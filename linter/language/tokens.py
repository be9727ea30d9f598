"""Prose cut into words and signs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from linter.language.abbreviations import ABBREVIATIONS
from linter.language.lex import fold
from linter.language.words import lemma
from linter.patterns import AnyCase, Pattern

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign. ``lemma`` is empty for signs."""

    start: int
    end: int
    lower: str
    lemma: str
    raw: str


@cache
def tokenizer() -> Tokenizer:
    """spaCy's English tokenizer without its table of special cases.

    The table takes a tenth of a second to build; the few cases that matter here, contractions and
    abbreviations with dots, are mended in ``tokenize``. Imported here because importing spaCy is slow.
    """
    from spacy.lang.en import English
    from spacy.tokenizer import Tokenizer
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
    from spacy.vocab import Vocab

    rules = English.Defaults
    infixes = (*(rules.infixes or ()), _GLUED_SENTENCE)
    return Tokenizer(
        Vocab(),
        prefix_search=compile_prefix_regex(rules.prefixes or ()).search,
        suffix_search=compile_suffix_regex(rules.suffixes or ()).search,
        infix_finditer=compile_infix_regex(infixes).finditer,
    )


def tokenize(text: str) -> list[Token]:
    """The words and signs of ``text``: hyphenated words and contractions cut, white space dropped."""
    tokens: list[Token] = []
    for token in tokenizer()(_NOTES.sub(_without_digits, fold(text))):
        raw = token.text
        if raw.isspace():
            continue
        start = token.idx
        contraction = _CONTRACTION.match(raw) if "'" in raw else None
        if contraction:
            tokens += [_token(start + contraction.start(k), contraction[k]) for k in (1, 2)]
        elif raw == "." and tokens and _DOTTED.fullmatch(tokens[-1].raw) and tokens[-1].end == start:
            tokens[-1] = _token(tokens[-1].start, tokens[-1].raw + ".")
        elif raw[-1].isdigit() and (glued := _FOOTNOTED.match(raw)) and glued[1].lower() not in ABBREVIATIONS:
            tokens += [_token(start, glued[1]), _token(start + glued.end(1), ".")]
        elif len(raw) > 2 and ("-" in raw or "/" in raw or "–" in raw or "—" in raw):
            tokens += [_token(start + piece.start(), piece.group()) for piece in _PIECES.finditer(raw)]
        elif status := _STATUS.fullmatch(raw):
            tokens += [_token(start, status[1]), _token(start + status.end(1), status[2])]
        else:
            tokens.append(_token(start, raw))
    for i, token in enumerate(tokens):
        if token.raw in _SIGNS:
            tokens[i] = replace(token, lemma=_status(tokens, i))
    return tokens


_GLUED_SENTENCE = r"(?<=[%)\]])\.(?=[A-Z][a-z])|(?<=[a-z]{2})[?!](?=[A-Z][a-z])"
"""What ends a sentence that copy run into the next: '4.4%.Prevalence'."""
_NOTES = Pattern(r"\.(\d{1,2}(?:[,–-]\d{1,2}){0,5})(?=[A-Z][a-z])")
"""The numbers of notes between two sentences that copy run together: 'years.3,4The'."""


def _without_digits(note: re.Match[str]) -> str:
    """The same with blanks for the numbers, so that places stay; 'fig.5A', 'B.12Then' and '3.5An' are names and figures."""
    before = _LAST_WORD.search(note.string, max(0, note.start() - _LONGEST_WORD), note.start())
    if before is None or before[0].lower() in ABBREVIATIONS:
        return note[0]
    return "." + " " * len(note[1])


_LAST_WORD = Pattern(r"(?:(?<![A-Za-z])[A-Za-z]{2,}|[%)\]])$")
_LONGEST_WORD = 40


_STATUS = Pattern(r"([A-Z][A-Za-z]*[A-Z0-9]\d?)([+\-−])")
"""What was found or not found, by a sign: 'HR+', 'ER−'."""
_SIGNS = {"+": "positive", "-": "negative", "−": "negative"}
_AFTER_STATUS = frozenset("/,;:.)")


def _status(tokens: list[Token], i: int) -> str:
    """The lemma of a sign: a word right behind a marker and before a space or a stroke: 'HER2- breast cancer'."""
    sign, marker = tokens[i], tokens[i - 1].raw if i and tokens[i - 1].end == tokens[i].start else ""
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    glued = following is not None and following.start == sign.end and following.raw not in _AFTER_STATUS
    return "" if glued or len(marker) < _SHORTEST_MARKER or not marker.isupper() else _SIGNS[sign.raw]


_SHORTEST_MARKER = 2


_FOOTNOTED = Pattern(r"([A-Za-z][a-z]{2,}|[A-Z]{2,})\.(?:\d{1,2}|\[\d{1,3}(?:,\d{1,3})*)$")
"""A word that ends a sentence, with the number of a note behind its full stop: 'States.1', 'States.[7,8]'."""
_CONTRACTION = AnyCase(r"([A-Za-z]+?)(n't|'(?:re|ve|ll|d|m|s))$")
_DOTTED = AnyCase(
    r"(?:[A-Za-z]\.)+[A-Za-z]|dr|mr|mrs|ms|prof|vs|approx|no|st|fig|etc|al|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
_PIECES = Pattern(r"[^\-/–—]+|[\-/–—]")


_INITIALS = Pattern(r"(?:[a-z]\.)+[a-z]\.?")
"""'U.S.', which the lexicon has without its full stops."""


def _token(start: int, raw: str) -> Token:
    lower = raw.lower()
    return Token(
        start,
        start + len(raw),
        lower,
        lemma(lower.replace(".", "") if _INITIALS.fullmatch(lower) else lower.rstrip("."))
        if lower[:1].isalpha() or lower == "'s"
        else ("" if not lower[:1].isdigit() else lower),
        raw,
    )
