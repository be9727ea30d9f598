"""Names that a facts file uses and the lexicon may lack: answers, brands, diseases with a name of their own."""

from __future__ import annotations

from linter.language.lexicon import builtin
from linter.language.text import STOP
from linter.language.words import lemma
from linter.model import FactsFile
from linter.patterns import Pattern

_BROAD = Pattern(
    r"\b(?P<name>[A-Za-z][a-z]{3,})[ -](?P<head>fever|palsy|disease|syndrome|virus|disorder|flu|anemia|dystrophy)\b"
)


def names_in(facts: FactsFile) -> list[str]:
    """The names, as written. 'Yarrow fever' is one name: any other fever is another disease."""
    forms = builtin().forms
    found = []
    for fact in facts.facts.values():
        found += [*fact.among, *(fact.pair or ())]
        for match in _BROAD.finditer(fact.claim):
            word = match["name"].lower()
            if word not in STOP and lemma(word) not in forms and word not in forms:
                found.append(match.group())
    return found


def short_names(facts: FactsFile) -> dict[str, tuple[str, ...]]:
    """Each answer of two words whose last word several answers share, with its first: the mitral, of the mitral and the aortic valve."""
    found = {name: tuple(others) for name, others in facts.terms.items()}
    for fact in facts.facts.values():
        pairs = [name.split() for name in fact.among if len(name.split()) == 2]
        for first, last in pairs:
            shared = sum(other[1] == last for other in pairs) > 1
            if shared and len(first) >= _LEAST and builtin().concept_of(first) is None:
                name = f"{first} {last}"
                found[name] = (*found.get(name, ()), first)
    return found


_LEAST = 5
"""Letters of a word that may stand for the name that it begins."""
