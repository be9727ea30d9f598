"""How copy contradicts facts without a figure."""

from __future__ import annotations

import json

from linter.claims.bind import Binder
from linter.claims.inherit import ContextReader
from linter.claims.reading import DocumentReading
from linter.claims.statements import statements
from linter.facts.load import load_text
from linter.readers import read

HEAD = "sources:\n  s: {title: T, publisher: P, published: 2024}\nfacts:\n"


def facts_of(claim: str) -> str:
    """A facts file with one claim."""
    return f"{HEAD}  f: {{claim: {json.dumps(claim)}, source: s}}\n"


def contradictions(facts: str, copy: str) -> list[str]:
    """How each sentence of the copy that contradicts a fact does so."""
    binder = Binder(load_text(facts))
    document = read("draft.md", copy.encode())
    found = statements(ContextReader(DocumentReading(document, binder.lexicon)), binder)
    return [t.verdict for t in found if t.verdict != "agrees"]
