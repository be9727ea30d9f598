"""The sources of a facts file, by every name that copy gives them."""

from __future__ import annotations

import re
from functools import lru_cache

from linter.language.lex import fold
from linter.language.lexicon import Lexicon
from linter.model import Source
from linter.patterns import AnyCase

_SAYING = (
    r"(?:says?|said|states?|stated|reports?|reported|estimates?|estimated|projects?|projected|expects?|puts?|notes?|noted|finds?|found|shows?|showed|"
    r"shown|suggests?|advises?|recommends?|counts?|counted|records?|recorded|lists?|gives?|cites?|calculates?|calculated|predicts?|forecasts?|warns?|explains?|concludes?|"
    r"data|figures?|statistics|numbers|estimate|survey|report|review|study|analysis|guidelines?|researchers|experts|scientists|studied|tracked|followed|pooled)"
)
_BEFORE_NAME = AnyCase(
    r"(?:according to|data from|figures from|statistics from|estimates? (?:from|by)|reported by|published by|published in|source:?|by|from|per|cited by|courtesy of)\s+(?:the\s+|a\s+|an\s+)?(?:us\s+|u\.s\.\s+)?$"
)
_AFTER_NAME = AnyCase(
    rf"^(?:'s)?(?:\s*\([^)]*\))?,?\s+(?:\w+\s+){{0,2}}?{_SAYING}\b|^\s*[).]|^\s+that\b|^\s+(?:\w+ )?(?:data|figures|statistics)"
)


@lru_cache(maxsize=4096)
def _pattern(name: str) -> re.Pattern[str]:
    # One word may be a common one: the journal Headache, the agency ACS.
    flags = 0 if len(name.split()) == 1 else re.IGNORECASE
    return re.compile(rf"(?<![\w]){re.escape(fold(name))}(?![\w])".replace(r"\ ", r"\s+"), flags)


def names(source: Source, lexicon: Lexicon) -> set[str]:
    """Every name that copy may use for a source."""
    found = {source.publisher, *source.aka} - {""}
    if len(source.title.split()) >= 6:
        found.add(source.title)
    for name in list(found):
        concept = lexicon.concept_of(name)
        kind = lexicon.kinds.get(concept or "")
        if concept and (kind == "organisation" or (kind == "term" and len(concept.split()) > 1)):
            found |= _forms(concept, lexicon)
    return found


def _forms(concept: str, lexicon: Lexicon) -> set[str]:
    forms = {e[2] for entries in lexicon.forms.values() for e in entries if e[1] == concept and e[2]}
    return {f for f in (concept, *forms) if len(f) > 1}


class Credits:
    """The sources of a facts file by the names that copy gives them."""

    def __init__(self, sources: dict[str, Source], lexicon: Lexicon) -> None:
        self.names = {s.id: names(s, lexicon) for s in sources.values()}

    def named(self, text: str, at_credit: bool = True) -> list[tuple[int, int, str]]:
        """Sources named in ``text``: start, end and id; with ``at_credit`` only where they are credited."""
        plain = fold(text)
        found = []
        for source, forms in self.names.items():
            for form in sorted(forms):
                for m in _pattern(form).finditer(plain):
                    if (
                        not at_credit
                        or _BEFORE_NAME.search(plain[max(0, m.start() - 40) : m.start()])
                        or _AFTER_NAME.match(plain[m.end() : m.end() + 60])
                    ):
                        found.append((m.start(), m.end(), source))
        return found
