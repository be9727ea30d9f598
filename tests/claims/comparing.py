"""One claim held against one piece of copy."""

from __future__ import annotations

import json

from linter.claims.bind import Binder
from linter.claims.inherit import ContextReader
from linter.claims.reading import DocumentReading
from linter.facts.load import load_text
from linter.readers import read

FACTS = """
sources:
  s: {{title: T, publisher: P, published: 2024}}
facts:
  fact: {{claim: {claim}, source: s}}
"""


def compared(claim: str, copy: str) -> dict[str, float]:
    """The features of the copy's figure that the fact's figure is held against, the equal one if there is one."""
    binder = Binder(load_text(FACTS.format(claim=json.dumps(claim))))
    document = read("copy.md", copy.encode())
    found = binder.ranked(ContextReader(DocumentReading(document, binder.lexicon)))
    best = max(found, key=lambda c: (c.features.get("equal", 0.0), c.agrees))
    return best.features
