"""Whether a word names a drug: 'glargine never causes hypos' promises, 'a tension headache never causes fits' tells apart."""

from __future__ import annotations

from linter.claims.brands import _STEM
from linter.language.lexicon import Lexicon

_DRUGS = frozenset({"drug", "drug class"})


def is_named_drug(word: str, lexicon: Lexicon) -> bool:
    """True for the name of a drug, or of a class of drugs; of an insulin also where it stands without that word."""
    known = lexicon.concept_of(word) or lexicon.concept_of(f"insulin {word}")
    if known is None:
        return word.islower() and bool(_STEM.search(word))
    return lexicon.kinds.get(known) in _DRUGS
