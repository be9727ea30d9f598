"""Figures that a page sets apart from their labels: a stat tile, a card, a term and its short answer.

A reader takes '83%' in one box and 'of people with harrow fever have joint pain' in the next as one
sentence. So such boxes become one block.
"""

from __future__ import annotations

from collections.abc import Sequence

from linter.model import Block
from linter.patterns import Pattern

_ROWS = (
    r"\d[\d.,\s–-]*%",  # 83%, 40–50%
    r"\d{3,}|\d+[.,]\d[\d.,\s]*",  # 13400, 13,400, 2.5
    r"\d+\s(?:in|of|out of)\s(?:every\s)?\d[\d,]*",  # 1 in 7
    r"\d[\d.,\s–-]*(?:in|per)\s(?:every\s)?\d[\d,]*",  # 15 per 100,000
    r"\d[\d.,\s–-]*[a-zA-Zµ]{1,12}(?:\s[a-zA-Z]{1,12})?",  # 24 months, 1.2 million people
)
BARE_FIGURE = Pattern(rf"(?:[<>≤≥~≈±+−-]|about|over|under|nearly)?\s?[$£€]?(?:{'|'.join(_ROWS)})[+*]?")
NUMBER = Pattern(r"\d")
SENTENCE_END = Pattern(r"[.!?][\"')\]’”]?(?:\s|$)")

MOST_PIECES = 24
"""Boxes of one container, of which tiles are made."""
LONGEST_LABEL = 160
LONGEST_TERM, LONGEST_ANSWER = 80, 100


def is_bare(block: Block, first_line: bool = False) -> bool:
    """Whether a block (or the first line of one) is a figure and nothing else."""
    text = block.text.partition("\n")[0] if first_line else block.text
    return len(text) <= 40 and block.kind != "cell" and BARE_FIGURE.fullmatch(text) is not None


def tiles(blocks: Sequence[Block]) -> list[int]:
    """How many of a container's boxes make each tile, from its last box backward; empty if it holds no tiles.

    One figure and up to three labels are one tile; figures and labels that take turns are pairs.
    """
    if not 2 <= len(blocks) <= MOST_PIECES or not all(map(_may_stand_in, blocks)):
        return []
    if sum(block.kind == "item" for block in blocks) > 1:
        return []  # a list, each of whose items speaks for itself
    bare = [is_bare(block, first_line=True) for block in blocks]
    sentences = sum(SENTENCE_END.search(block.text) is not None for block in blocks)
    if bare.count(True) == 1 and len(blocks) <= 4 and sentences <= 1:
        return [len(blocks)]
    pairs = len(blocks) % 2 == 0 and all(a != b for a, b in zip(bare[::2], bare[1::2], strict=True))
    if pairs and len(set(bare[::2])) == 1:
        return [2] * (len(blocks) // 2)
    return []


def _may_stand_in(block: Block) -> bool:
    """Whether a block may be a tile's label or figure."""
    kind = block.kind in ("paragraph", "item") or (block.kind == "heading" and block.level > 2)
    return kind and len(block.text) <= LONGEST_LABEL


def goes_on(before: Block, after: Block) -> bool:
    """Whether a paragraph goes on with the figure that stands alone before it: '83%', 'of people with …'."""
    return (
        after.kind == "paragraph"
        and before.kind in ("paragraph", "heading")
        and after.text[0].islower()
        and is_bare(before)
    )


def answers(term: Block, answer: Block) -> bool:
    """Whether a definition is no sentence but a figure of its term: 'Joint pain', '60% of people'."""
    return (
        "\n" not in term.text  # which has an answer already
        and len(term.text) <= LONGEST_TERM
        and len(answer.text) <= LONGEST_ANSWER
        and NUMBER.search(answer.text) is not None
        and not SENTENCE_END.search(term.text)
        and not SENTENCE_END.search(answer.text)
    )
