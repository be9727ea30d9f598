"""What a paragraph or a heading leans on: 'It is given at …', 'And if it has spread?'."""

from __future__ import annotations

from linter.claims.areas import ANCHORS
from linter.claims.reading import DocumentReading
from linter.language.lexicon import Lexicon
from linter.language.text import Mention
from linter.model import Document
from linter.patterns import AnyCase

_FAR = 4
"""How many headings back a pronoun may lean."""
PRONOUN_FIRST = AnyCase(r"\W*(?:it|it's|its|they|they're|their|these|this|that|those|he|she)\b")
_STAND_IN_FIRST = AnyCase(
    r"\W*(?:the|this|that|these|such) (?:same )?(?:drug|disease|condition|cancer|tumou?r|vaccine|test|treatment|medicine|illness|infection|virus|operation|pill|tablet|jab|injection|therap)\w*\b"
)
_LEANING = AnyCase(
    r"^\W*(?:and|but|so|what about|how about|or)\b|\b(?:it|it's|its|they|them|their|this|that|the disease|the condition|the cancer|the tumou?r|the drug|the illness|the infection)\b"
)
_TOPICS = frozenset({"condition", "symptom", "term", "drug", "drug class", "nutrient", "unknown name"})
"""Kinds that a pronoun may stand for."""


def is_anchor(mention: Mention, lexicon: Lexicon) -> bool:
    """True for words that say what a sentence is about; without any it leans on the one before."""
    return not mention.weak and any(lexicon.kinds.get(r) in ANCHORS for r in mention.readings)


def goes_on(document: Document, index: int) -> bool:
    """True for a paragraph that opens with a pronoun: it goes on about what the one before named."""
    before, block = document.blocks[index - 1], document.blocks[index]
    return (
        index > 0
        and before.kind == block.kind == "paragraph"
        and before.heading == block.heading
        and bool(PRONOUN_FIRST.match(block.text) or _STAND_IN_FIRST.match(block.text))
    )


def antecedents(reading: DocumentReading, heading: int) -> list[int]:
    """The headings that one like 'And if it has spread?' leans on: back to the first that has a topic."""
    blocks = reading.document.blocks
    found: list[int] = []
    at = heading
    while _leans(blocks[at].text) and not kinds_named(reading, at) & _TOPICS:
        earlier = (i for i in range(at - 1, -1, -1) if blocks[i].kind == "heading")
        sibling = next((i for i in earlier if blocks[i].heading == blocks[heading].heading), None)
        if sibling is None or len(found) == _FAR:
            break
        found.append(sibling)
        at = sibling
    return found


def _leans(heading: str) -> bool:
    return len(heading.split()) > 2 and bool(_LEANING.search(heading))


def kinds_named(reading: DocumentReading, index: int) -> set[str]:
    """The kinds of all that a block names for sure."""
    kinds = reading.lexicon.kinds
    return {kinds.get(r, "") for m in reading.block(index).mentions if not m.weak for r in m.readings}
