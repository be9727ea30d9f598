"""A document in a form that a test can write down whole."""

from __future__ import annotations

from linter.model import Block, Document
from linter.readers import read


def shown(document: Document) -> list[tuple[str, str, str]]:
    """Each block's kind (with its level), text, and source from its first to its last character."""
    return [(kind_of(b), b.text, document.source[slice(*b.span(0, len(b.text)))]) for b in document.blocks]


def kind_of(block: Block) -> str:
    return f"{block.kind}{block.level or ''}"


def kinds(path: str, source: str) -> list[tuple[str, str]]:
    """Kind and text of each block."""
    return [(kind_of(b), b.text) for b in read(path, source.encode()).blocks]


def source_of(document: Document, words: str) -> str:
    """The source of the first place where some block says ``words``."""
    for block in document.blocks:
        if (at := block.text.find(words)) >= 0:
            return document.source[slice(*block.span(at, at + len(words)))]
    raise AssertionError(f"no block says {words!r}")


def check_places(
    document: Document, comments: str | tuple[str, ...] = ("<!--", "{", "<%", "%%", "% ", "#")
) -> None:
    """What must hold of every document. ``comments`` is how its comments begin."""
    size = len(document.source)
    for block in document.blocks:
        assert block.text
        assert block.text == block.text.strip()
        assert len(block.text) == len(block.starts) == len(block.ends)
        assert list(block.starts) == sorted(block.starts)
        assert list(block.ends) == sorted(block.ends)
        for char, start, end in zip(block.text, block.starts, block.ends, strict=True):
            assert 0 <= start < end <= size
            piece = document.source[start:end]
            assert (
                piece == char
                or char.isspace()
                or char == "\ufffc"
                or piece[0] in "&\\"
                or char in "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"
                or piece == "''"
                or (piece in ('"', "'", "`") and char in '<img alt="></div')  # put in amid broken markup
                or (char in "“”" and piece.lower().startswith(("<q", "</")))  # or what ends it
            ), (char, piece)
        for link in block.links:
            assert 0 <= link.start <= link.end <= len(block.text)
        for other in (block.heading, block.parent):
            assert other is None or 0 <= other < len(document.blocks)
    for index, table in enumerate(document.tables):
        for cell in (cell for row in table.rows for cell in row if cell >= 0):
            assert document.blocks[cell].table == index
    for comment in document.comments:
        written = document.source[comment.start : comment.end]
        assert written.startswith(comments) or written.lstrip(" ").startswith("[")
    assert document.title is None or 0 <= document.title < len(document.blocks)
