"""What names a source in other words than 'according to', and which figures need none."""

from __future__ import annotations

from linter.checks.view import View
from linter.language.lex import fold
from linter.patterns import AnyCase, Pattern

_NAME = r"[A-Z][\w'’.&-]+(?:\s+(?:(?:of|and|&|for|on|the|in)\s+)*[A-Z][\w'’.&-]+){0,7}"
_BY_NUMBER = Pattern(
    r"(?<=[a-z])(?<!\band)(?<!\bor)(?<!\bare)(?<!\bis)(?<!\beither)(?<!\bby)(?<!\bas)(?<!\bto)(?<!\bthat)(?<!\bfollows)(?<!\binclude)"
    r"\s\((?:[1-9]|[12]\d)(?:\s?[,–-]\s?(?:[1-9]|[12]\d))*\)(?=[.,;:]|\s+[a-z(]|\s*$)"
)
"""'… were inactive (1)', '(2,3)', as fact sheets of the WHO number what they cite."""
_BODY = r"(?:Board|Survey|Cohort|Registry|Register|Audit|Study|Trial|Report|Group|Authority|Alliance|Service|Union|Office|Network|Census|Atlas|Review)"
_SAYS = r"(?:reckons?|reports?|reported|finds?|found|says?|said|estimates?|estimated|puts?|shows?|showed|suggests?|counts?|counted|gives?|lists?|concludes?|concluded)"
_DATED = Pattern(
    rf"\((?:(?i:source|data|see)s?:?\s+)?(?:the\s+)?{_NAME},\s+(?:19|20)\d\d[a-z]?\)"
    rf"|\b{_NAME}\s+\((?:19|20)\d\d[a-z]?\)\s+{_SAYS}\b|\b[A-Z]\w+(?:\s+[A-Z]\w+){{0,5}}\s+{_BODY}\s+\((?:19|20)\d\d\)"
    r"|\b(?i:source|data)s?:\s+(?:the\s+)?[A-Z]"
)
"""'(Sleep Cohort, 2023)', 'The Heart Board (2025) reckons', 'source: National Immunisation Service, 2025'."""


def cites(text: str) -> bool:
    """True for a paragraph that numbers what it cites, or gives a name with its year."""
    return bool(_BY_NUMBER.search(text) or _DATED.search(text))


_LINE = AnyCase(
    r"(?:^|\n)[^\w\n]*(?:(?:data\s+)?sources?(?:\s+and\s+further\s+reading)?|(?:source\s+)?url|adapted\s+from|references?)\W{0,3}:\W*\w"
)
"""'Source: WHO', by itself on a line."""
_EDGE = 3
"""In so many of the first or the last blocks of a page such a line is for all of it; elsewhere for its section."""


def sourced_sections(view: View) -> frozenset[int | None] | None:
    """The headings of the sections that a line of their own gives a source; None where the page has one for all."""
    filled = [i for i, block in enumerate(view.document.blocks) if block.text.strip()]
    lines = [i for i in filled if view.block(i).kind != "cell" and _LINE.search(fold(view.text(i)))]
    if {*filled[:_EDGE], *filled[-_EDGE:]}.intersection(lines):
        return None
    return frozenset(view.block(i).heading for i in lines)


_NORM = AnyCase(
    r"\b(?:should|must|ought\s+to)\b(?:(?!\b(?:that|know|ask|tell|remember)\b)[^.;:,]){0,90}$"
    r"|(?:^\W*|[:]\s+)(?:keep|limit|reduce|cut|lower|raise|increase)\s[^.;]{0,90}$"
    r"|\b(?:aims?|targets?|goals?)\s+(?:is|are|of|to|for)\b[^.;]{0,90}$|^\W*(?:target|goal|aim)\b[^.;]{0,90}$"
    r"|\b(?:recommend(?:s|ed)?|advises?)\s+(?:that|a|an|(?:\w+\s+)?(?:less|fewer|no\s+more|at\s+most|at\s+least|under|below|up\s+to))\b[^.;]{0,90}$"
    r"|\bdefined\s+as\b[^.;:()]{0,60}$"
)
_CHANCE = AnyCase(
    r"\b(?:inherit\w*|carriers?|carry|gene|genes|recessive|dominant|both\s+parents|parent|mutation)\b"
)
_EACH = AnyCase(
    r"\b(?:each|every|any|a|their|your|his|her)\s+(?:child|baby|pregnancy|son|daughter)|\bchance\s+(?:of|that)\b"
)
_MENDEL = frozenset({(1, 4), (1, 2), (3, 4), (1, 1)})


def is_norm(sentence: str, before: str, share: tuple[int, int]) -> bool:
    """True for a norm or a target, which says what is to be, and for the odds of inheritance, which follow from their law.

    ``before`` is the sentence up to the figure, and ``share`` its numerator and denominator.
    """
    return bool(_NORM.search(before)) or (
        share in _MENDEL and bool(_CHANCE.search(sentence) and _EACH.search(sentence))
    )
