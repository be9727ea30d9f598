"""Word drafts (.docx), read through python-docx: each character knows the run that it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from linter.model import Document, Spot
from linter.readers.word_blocks import BodyReader
from linter.readers.word_package import open_docx, parse
from linter.readers.word_styles import Styles, W
from linter.readers.word_text import Piece, Sheet

if TYPE_CHECKING:
    from docx.document import Document as Docx

_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
"""What a part of notes holds besides notes: the rules that are drawn above them."""


@dataclass(frozen=True)
class WordDraft:
    """A Word file and what was read of it."""

    docx: Docx
    document: Document
    pieces: tuple[Piece, ...]
    """Where in the file the text of ``document.source`` stands, in order. Line ends and blanks that are no
    text in the file belong to no piece."""


def read_word(path: str, data: bytes) -> Document:
    """The document that a Word file is."""
    return open_word(path, data).document


def open_word(path: str, data: bytes) -> WordDraft:
    """A Word file, and the document that it is. Raises DraftError if it cannot be opened."""
    docx = open_docx(data)
    sheet, part = Sheet(), docx.part
    reader = BodyReader(path, sheet, Styles(_root_of(part, "styles")))
    reader.read(docx.element.body, part)
    _read_notes(reader, part)
    _read_margins(reader, docx)
    _read_comments(reader, part)
    document = reader.finish()
    return WordDraft(docx, _with_headings(document), tuple(sheet.pieces))


def _root_of(part: Any, kind: str) -> Any:
    """The root of the part that another names as its styles, footnotes …; None if it names none."""
    related = _related(part, kind)
    if related is None:
        return None
    element = getattr(related, "element", None)
    return element if element is not None else parse(related.blob)


def _related(part: Any, kind: str) -> Any:
    for relation in part.rels.values():
        if not relation.is_external and relation.reltype.rpartition("/")[2] == kind:
            return relation.target_part
    return None


def _read_notes(reader: BodyReader, part: Any) -> None:
    """The notes that are referred to, numbered as Word shows them: in the order of their references."""
    for kind in ("footnote", "endnote"):
        related = _related(part, f"{kind}s")
        root = _root_of(part, f"{kind}s")
        notes = (
            {note.get(f"{W}id", ""): note for note in root.iterchildren(f"{W}{kind}")}
            if root is not None
            else {}
        )
        ids = [id for other, id in list(reader.notes) if other == kind]
        for number, id in enumerate(ids, 1):
            note = notes.get(id)
            if note is not None and note.get(f"{W}type") not in _SEPARATORS:
                reader.read_note(note, related, f"{kind} {number}", kind, id)


def _read_margins(reader: BodyReader, docx: Docx) -> None:
    """Headers and footers, each once however many sections have it."""
    part, seen = docx.part, set()
    for kind in ("header", "footer"):
        for reference in docx.element.body.iter(f"{W}{kind}Reference"):
            id = reference.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
            relation = part.rels.get(id)
            if relation is None or relation.is_external or relation.target_part.partname in seen:
                continue
            seen.add(relation.target_part.partname)
            target: Any = relation.target_part
            root = getattr(target, "element", None)
            reader.read_margin(root if root is not None else parse(target.blob), target, kind)


def _read_comments(reader: BodyReader, part: Any) -> None:
    """Word's comments, which may hold what switches a finding off."""
    root = _root_of(part, "comments")
    for comment in root.iterchildren(f"{W}comment") if root is not None else ():
        anchor = reader.sheet.anchors.get(comment.get(f"{W}id", ""))
        if anchor is not None:
            words = "\n".join(_words(paragraph) for paragraph in comment.iter(f"{W}p"))
            reader.add_comment(*anchor, words)


def _words(paragraph: Any) -> str:
    return "".join(text.text or "" for text in paragraph.iter(f"{W}t"))


def _with_headings(document: Document) -> Document:
    """The document whose spots say which heading they stand under."""
    spots = list(document.spots)
    for line, heading in _headings(document):
        spots[line - 1] = replace(spots[line - 1], heading=heading)
    return replace(document, spots=tuple(spots))


def _headings(document: Document) -> Iterator[tuple[int, str]]:
    for block in document.blocks:
        if block.heading is not None:
            first, last = document.place(block.starts[0])[0], document.place(block.ends[-1] - 1)[0]
            for line in range(first, last + 1):
                yield line, " ".join(document.blocks[block.heading].text.split())


__all__ = ["Piece", "Spot", "WordDraft", "open_word", "read_word"]
