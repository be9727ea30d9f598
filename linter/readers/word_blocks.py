"""The paragraphs, lists and tables of a Word document as blocks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from linter.errors import DraftError
from linter.model import BlockKind, Comment, Document, Spot
from linter.readers.build import MOST_COLUMNS, SHORT_CAPTION, Builder, names_table
from linter.readers.grid import Grid
from linter.readers.inline import Inline
from linter.readers.lines import is_heading
from linter.readers.word_elements import (
    WRAPPERS,
    filled,
    inside,
    is_deleted,
    is_end_deleted,
    joined,
    number_of,
    paragraphs_of,
)
from linter.readers.word_styles import Look, Styles, W, is_on
from linter.readers.word_text import ParagraphText, Piece, Sheet

_LOOKS_LIKE_HEADING = 6
"""The level of a paragraph that is a heading by its looks alone: below every other."""


@dataclass
class _Where:
    """What the paragraphs being read stand in, and how they count there."""

    part: str = ""
    count: int = 0


class BodyReader:
    """Adds the parts of a document to one builder, and their text to its source."""

    def __init__(self, path: str, sheet: Sheet, styles: Styles) -> None:
        self.builder = Builder(path, "")
        self.sheet = sheet
        self.styles = styles
        self.spots: list[Spot] = []
        self.notes: dict[tuple[str, str], tuple[tuple[int, int], ...]] = {}
        """The notes that were referred to, in order, as ``footnote`` or ``endnote`` and an id, with the headings
        that the first reference stands under."""
        self.tables = 0
        self._text = ParagraphText(sheet, styles, {})
        self._where = _Where()
        self._items: list[tuple[int, int]] = []
        """The open items of a list, outermost first: depth and block."""
        self._lead: int | None = None
        self._label = ""
        self._emphasised: int | None = None
        self._line = 0
        """The first of the sheet's parts on the line being written."""
        self._joined: Inline | None = None
        """The text of a paragraph whose end a tracked change deletes: the next goes on with it."""

    def read(self, root: Any, part: Any) -> None:
        """Add the paragraphs and tables in an element of a part."""
        self._text.targets = {
            id: relation.target_ref for id, relation in part.rels.items() if relation.is_external
        }
        self._blocks(root)

    def read_note(self, note: Any, part: Any, shown: str, kind: str, id: str) -> None:
        """Add a note, under the headings of its reference; ``shown`` is what a person calls it."""
        self.builder.open_headings = self.notes[kind, id]
        self._where, self._label = _Where(shown), f"{kind}{id}"
        self.read(note, part)
        self._label = ""

    def read_margin(self, root: Any, part: Any, shown: str) -> None:
        """Add a header or footer, which stands under no heading."""
        self.builder.open_headings = ()
        self._where = _Where(shown)
        self.read(root, part)

    def add_comment(self, start: int, end: int, text: str) -> None:
        """Keep a comment on a stretch of the source; one that is about nothing is about what follows."""
        if start < self.sheet.size:
            self.builder.comments.append(Comment(start, max(end, start + 1), text))

    def finish(self) -> Document:
        """The whole document."""
        self.builder.source = "".join(self.sheet.parts)
        return replace(self.builder.document(), spots=tuple(self.spots))

    # -- paragraphs ---------------------------------------------------------------------------

    def _blocks(self, root: Any) -> None:
        for element in root:
            if element.tag == f"{W}p":
                self._paragraph(element)
            elif element.tag == f"{W}tbl":
                self._end_joined()
                self._table(element)
            elif element.tag == f"{W}sdt":
                for content in filled(element):
                    self._blocks(content)
            elif element.tag in WRAPPERS:
                self._blocks(element)
        self._end_joined()

    def _paragraph(self, element: Any) -> None:
        look = self.styles.look(element)
        if look.is_contents:
            return
        inline, self._joined = self._joined or self.builder.inline(), None
        self._text.read(element, inline)
        if is_end_deleted(element):
            self._joined = inline
        else:
            self._end_line()
            self._beside(self._add(inline, look))

    def _end_joined(self) -> None:
        """A paragraph that was to go on, where nothing follows that it could go on with."""
        if (inline := self._joined) is not None:
            self._joined = None
            self._end_line()
            self._beside(self._add(inline, Look("")))

    def _end_line(self, part: str = "") -> None:
        """End a line of the source, and say what it is. Paragraphs without text have no line."""
        parts, first = self.sheet.parts, self._line
        if len(parts) > first:
            self._where.count += any(not part.isspace() for part in parts[first:])
            self.sheet.write("\n")
            self._line = len(parts)
            self.spots.append(Spot(self._where.count, part or self._where.part))

    def _add(self, inline: Inline, look: Look) -> int | None:
        """Make the block of a paragraph; None if it has no text."""
        kind, level = self._kind(inline, look)
        if kind != "item":
            self._items, self._lead = [], None
        parent = self._parent(look.indent) if kind == "item" and look.indent is not None else None
        is_caption = look.is_caption or self._is_emphasised(inline, kind)
        self.builder.quotes = int(look.is_quote)
        before = len(self.builder.blocks)
        index = self.builder.add(
            inline, kind, parent=parent, level=level, label=self._label, is_caption=is_caption and kind == "paragraph"
        )  # fmt: skip
        self.builder.quotes = 0
        if index is not None:
            if kind == "item" and look.indent is not None:
                self._items.append((look.indent, index))
            self._emphasised = before if is_caption else None
        return index

    def _kind(self, inline: Inline, look: Look) -> tuple[BlockKind, int]:
        if self._label:
            return "note", 0
        if look.name == "title":
            return "title", 1
        if look.level:
            return "heading", look.level
        if look.indent is not None:
            return "item", 0
        if self._is_emphasised(inline, "paragraph") and not look.is_caption and not self._where.part:
            text = "".join(inline.parts).strip()
            if is_heading(text, False) and not names_table(text):
                return "heading", _LOOKS_LIKE_HEADING
        return "paragraph", 0

    def _is_emphasised(self, inline: Inline, kind: BlockKind) -> bool:
        return kind == "paragraph" and self._text.is_bold and 0 < len(inline) <= SHORT_CAPTION

    def _parent(self, depth: int) -> int | None:
        """What an item at that depth hangs on: an outer item, or what leads the list in."""
        if not self._items:
            self._lead = self.builder.lead_in()
        while self._items and self._items[-1][0] >= depth:
            self._items.pop()
        return self._items[-1][1] if self._items else self._lead

    def _beside(self, parent: int | None) -> None:
        """What was met in a paragraph and is read after it: pictures' descriptions, boxes, notes."""
        text = self._text
        alts, boxes, notes = text.alts, text.boxes, text.notes
        text.alts, text.boxes, text.notes = [], [], []
        for note in notes:
            self.notes.setdefault(note, self.builder.open_headings)
        for description, paragraph, run, element in alts:
            inline, words = self.builder.inline(), " ".join(description.split())
            at = self.sheet.write(words)
            self.sheet.pieces.append(Piece(at, self.sheet.size, paragraph, run, element))
            inline.plain(words, at)
            self._end_line("description of a picture")
            self.builder.add(inline, "alt", parent=parent)
        for box in boxes:
            outer, self._where = self._where, _Where("text box")
            self._blocks(box)
            self._where = outer

    # -- tables -------------------------------------------------------------------------------

    def _table(self, element: Any) -> None:
        rows = [row for row in inside(element, "tr") if not is_deleted(row, "trPr", "del")]
        if len(rows) == 1 and len(cells := list(inside(rows[0], "tc"))) == 1:
            self._blocks(cells[0])  # a frame around text, not a table
            return
        self._items, self._lead = [], None
        index = self.builder.open_table(self._emphasised)
        self._emphasised = None
        self.tables += 1
        outer, number = self._where, self.tables
        grid, above, nested = Grid(), dict[int, int](), list[Any]()
        for row in rows:
            settings = row.find(f"{W}trPr")
            head = settings.find(f"{W}tblHeader") if settings is not None else None
            grid.start_row(in_head=head is not None and is_on(head.get(f"{W}val")))
            for _ in range(min(number_of(settings, "gridBefore"), MOST_COLUMNS)):
                grid.place(-1)
            for cell in inside(row, "tc"):
                self._where = replace(
                    outer,
                    part=joined(
                        outer.part, f"table {number}, row {len(grid.rows)}, column {grid.column() + 1}"
                    ),
                )
                self._cell(cell, index, grid, above, nested)
                outer.count = self._where.count
        self._where = outer
        self.builder.close_table(index, grid.square(), *grid.headers(self.builder.blocks))
        for inner in nested:
            self._table(inner)

    def _cell(self, cell: Any, table: int, grid: Grid, above: dict[int, int], nested: list[Any]) -> None:
        settings = cell.find(f"{W}tcPr")
        span = max(min(number_of(settings, "gridSpan"), MOST_COLUMNS), 1)
        column = grid.column()
        if column >= MOST_COLUMNS:
            raise DraftError(f"has a table of more than {MOST_COLUMNS} columns (table {self.tables} of the file): split the table, or leave the draft out")  # fmt: skip
        merged = settings.find(f"{W}vMerge") if settings is not None else None
        block = -1
        if merged is not None and merged.get(f"{W}val") != "restart":
            block = above.get(column, -1)
        elif settings is None or settings.find(f"{W}cellDel") is None:
            found = self._cell_block(cell, table, len(grid.rows) - 1, column, nested)
            block = -1 if found is None else found
        above[column] = block
        grid.place(block, colspan=span)

    def _cell_block(self, cell: Any, table: int, row: int, column: int, nested: list[Any]) -> int | None:
        """The paragraphs of a cell as one block."""
        inline, text = self.builder.inline(), self._text
        boxes: list[Any] = []
        for paragraph in paragraphs_of(cell, nested):
            text.read(paragraph, inline)
            before = self.sheet.size
            self._end_line()
            if self.sheet.size > before:
                inline.space("\n", before, before + 1)
            boxes += text.boxes
            text.boxes = []
        index = self.builder.add(inline, "cell", table=table, row=row, column=column)
        text.boxes = boxes
        self._beside(index)
        return index
