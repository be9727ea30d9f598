"""Blocks, tables and comments gathered in the order of the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any

from linter.errors import DraftError
from linter.model import Block, BlockKind, Comment, Dated, Document, Link, Table
from linter.patterns import AnyCase
from linter.readers.cut import cut
from linter.readers.dates import latest, of_blocks
from linter.readers.inline import Inline, Prose
from linter.readers.leave_out import leave_out_foreign
from linter.readers.sifted import Sifted, unsifted

CAPTION = AnyCase(r"Table\s*(?:[\dA-Z][\w.]{0,5})?\s*[.:–—|-]\s*\S")
CAPTION_START = AnyCase(r"Table\s+(?:\d|[IVX]+\b)")
SHORT_CAPTION = 140
MOST_COLUMNS = 200
"""Of a table: each cell is read against the others of its row, which in a wider one takes too long."""


@dataclass(slots=True)
class Context:
    """What the text being read belongs to: an item, a note, a cell's table …"""

    kind: BlockKind = "paragraph"
    parent: int | None = None
    block: int | None = None
    """The first block made here; what follows in the same item hangs on it."""
    level: int = 0
    label: str = ""
    table: int | None = None


class Builder:
    """Turns prose into blocks that know their heading, parent and table."""

    def __init__(self, path: str, source: str, read: Sifted | None = None) -> None:
        self.path = path
        self.source = source
        self.read = read or unsifted(source)
        """What the reader reads; the places that it speaks of are places there."""
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self.comments: list[Comment] = list(self.read.comments)
        self.quotes = 0
        self.alts: list[Inline] = []
        self.dated: list[Dated] = []
        """What its metadata say of when it was last looked at."""
        self.unread = ""
        """What of the draft cannot be read, as :attr:`Document.unread` has it."""
        self.language = ""
        """What the draft as a whole says that it is written in."""
        self._languages: list[tuple[int, str]] = []
        """From which block on an element's language holds, in order."""
        self._headings: list[tuple[int, int]] = []
        self._bare_table: int | None = None

    def inline(self) -> Inline:
        """An empty collector of text."""
        return Inline(self.read.starts, self.read.ends)

    def speak(self, language: str) -> None:
        """What comes now is in this language; '' for the draft's own."""
        self._languages.append((len(self.blocks), language))

    def _declared(self) -> list[str]:
        """The language that is declared for each block, '' if none is."""
        codes: list[str] = []
        language = ""
        for start, following in [*self._languages, (len(self.blocks), "")]:
            codes += [language or self.language] * (start - len(codes))
            language = following
        return codes

    def add(
        self,
        inline: Inline | None,
        kind: BlockKind,
        *,
        parent: int | None = None,
        level: int = 0,
        label: str = "",
        table: int | None = None,
        row: int = -1,
        column: int = -1,
        is_caption: bool = False,
    ) -> int | None:
        """Make a block of the text, and of each image's words in it; None if there is no text."""
        prose = inline.finish() if inline is not None else None
        if prose is not None and column >= MOST_COLUMNS:
            line = self.source.count("\n", 0, prose.starts[0]) + 1
            raise DraftError(f"has a table of more than {MOST_COLUMNS} columns, on line {line}: split the table, or leave the draft out")  # fmt: skip
        index = None
        for piece in cut(prose) if prose is not None else ():
            if index is not None:  # the rest of what is too long to be one paragraph
                self._append(piece, kind="paragraph", heading=self._heading(), parent=index, label=label)
                continue
            kind, table = self._as_caption(piece.text, kind, table, is_caption)
            while level and self._headings and self._headings[-1][0] >= level:
                self._headings.pop()
            index = len(self.blocks)
            self._append(
                piece, kind=kind, level=level, heading=self._heading(), parent=parent, table=table, row=row, column=column, label=label
            )  # fmt: skip
            if level:
                self._headings.append((level, index))
        if self.alts:
            alts, self.alts = self.alts, []
            for alt in alts:
                self.add(alt, "alt", parent=index)
        return index

    def add_metadata(self, inline: Inline, heading: int | None = None) -> int | None:
        """Make a block of what a draft says of itself; only ``heading`` heads it. None if it says nothing."""
        prose = inline.finish()
        index = len(self.blocks)
        for piece in cut(prose) if prose is not None else ():
            self._append(piece, kind="metadata", heading=heading)
        return index if len(self.blocks) > index else None

    def join(self, first: int, sizes: Sequence[int]) -> None:
        """Make one block of each so many of the blocks from ``first`` on, their texts on lines of their own.

        The texts of images follow. Nothing may hang on these blocks but they themselves.
        """
        if self._languages and self._languages[-1][0] > first:
            return  # not all in one language
        blocks = self.blocks[first:]
        self.close_headings(first)
        texts = iter(block for block in blocks if block.kind != "alt")
        del self.blocks[first:]
        for size in sizes:
            pieces = [next(texts) for _ in range(size)]
            is_item = any(block.kind == "item" for block in pieces)
            parent = pieces[0].parent
            self.blocks.append(replace(
                reduce(joined, pieces), kind="item" if is_item else "paragraph", level=0, heading=self._heading(),
                parent=parent if parent is not None and parent < first else None,
            ))  # fmt: skip
        for alt in blocks:
            if alt.kind == "alt":
                self.blocks.append(replace(alt, heading=self._heading(), parent=first))

    def _append(self, prose: Prose, **fields: Any) -> None:
        """Make a block of the text as it is."""
        self.blocks.append(
            Block(text=prose.text, starts=prose.starts, ends=prose.ends, links=prose.links, quoted=self.quotes > 0, **fields)
        )  # fmt: skip

    def _heading(self) -> int | None:
        """The heading that what comes now stands under."""
        return self._headings[-1][1] if self._headings else None

    def add_in(self, inline: Inline | None, context: Context, is_caption: bool = False) -> None:
        """Make the next block of a context."""
        first = context.block is None or context.kind != "item"
        index = self.add(
            inline,
            context.kind if first else "paragraph",
            parent=context.parent if first else context.block,
            level=context.level,
            label=context.label,
            table=context.table,
            is_caption=is_caption and context.kind == "paragraph",
        )
        if context.block is None:
            context.block = index

    def _as_caption(
        self, text: str, kind: BlockKind, table: int | None, is_caption: bool
    ) -> tuple[BlockKind, int | None]:
        """A paragraph right after a table that has no caption may be its caption."""
        bare, self._bare_table = self._bare_table, None
        if kind != "paragraph" or bare is None or not (is_caption or names_table(text)):
            return kind, table
        self.tables[bare] = replace(self.tables[bare], caption=len(self.blocks))
        return "caption", bare

    def close_headings(self, since: int) -> None:
        """What comes now stands under no heading made since block ``since``."""
        while self._headings and self._headings[-1][1] >= since:
            self._headings.pop()

    def add_comment(self, start: int, end: int, raw: str) -> None:
        """Keep the comment at that place, which its reader saw as ``raw``.

        Other markup that shows nothing is dropped.
        """
        if raw.startswith("<!--"):
            text = raw[4:-1].removesuffix("--")
            self.comments.append(Comment(self.read.starts[start], self.read.ends[end - 1], text))

    @property
    def open_headings(self) -> tuple[tuple[int, int], ...]:
        """Level and index of the headings that what comes now stands under, outermost first."""
        return tuple(self._headings)

    @open_headings.setter
    def open_headings(self, headings: tuple[tuple[int, int], ...]) -> None:
        self._headings = list(headings)

    def lead_in(self) -> int | None:
        """The paragraph that stands right before what comes now, if one does."""
        last = self._last()
        return last if last is not None and self.blocks[last].kind == "paragraph" else None

    def _last(self) -> int | None:
        """The last block that is no image's text and not about the draft."""
        last = len(self.blocks) - 1
        while last >= 0 and self.blocks[last].kind in ("alt", "metadata"):
            last -= 1
        return last if last >= 0 else None

    def open_table(self, emphasised: int | None = None) -> int:
        """Reserve the next table; the paragraphs before it may be its caption and its intro.

        ``emphasised`` is the index of a paragraph that is short and all bold or italic.
        """
        index = len(self.tables)
        caption, intro = None, self.lead_in()
        if intro is not None and (intro == emphasised or names_table(self.blocks[intro].text)):
            caption = intro
            self.blocks[caption] = replace(self.blocks[caption], kind="caption", table=index)
            before = caption - 1
            is_intro = before >= 0 and self.blocks[before].kind == "paragraph"
            intro = before if is_intro else None
        if intro is not None and self.blocks[intro].heading != self._heading():
            intro = None
        self.tables.append(Table((), caption=caption, intro=intro))
        self._bare_table = None
        return index

    def close_table(self, index: int, grid: Sequence[Sequence[int]], rows: int, columns: int) -> None:
        """Fill in a reserved table."""
        table = self.tables[index]
        lines = tuple(tuple(line) for line in grid)
        self.tables[index] = replace(table, rows=lines, header_rows=rows, header_columns=columns)
        self._bare_table = index if table.caption is None else None

    def caption_of(self, index: int, block: int) -> None:
        """Record that a block is a table's caption."""
        self.blocks[block] = replace(self.blocks[block], table=index)
        self.tables[index] = replace(self.tables[index], caption=block)
        self._bare_table = None

    def document(self, title: int | None = None) -> Document:
        """Everything gathered. The title, if not given: the first level-1 heading, else a title block,
        else a heading that stands before all else."""
        headings = (i for i, b in enumerate(self.blocks) if b.kind in ("heading", "title") and b.level == 1)
        if title is None:
            title = next(headings, None)
        if title is None:
            title = next((i for i, b in enumerate(self.blocks) if b.kind == "title"), None)
        if title is None:
            first = next((i for i, b in enumerate(self.blocks) if b.kind != "metadata"), None)
            title = first if first is not None and self.blocks[first].kind == "heading" else None
        self.comments.sort(key=lambda comment: comment.start)
        document = Document(
            self.path, self.source, tuple(self.blocks), tuple(self.tables), tuple(self.comments), title,
            dated=latest([*self.dated, *of_blocks(self.blocks)]), unread=self.unread,
        )  # fmt: skip
        return leave_out_foreign(document, self._declared())


def joined(before: Block, after: Block) -> Block:
    """One block of two that stand one after the other."""
    at = len(before.text) + 1
    links = tuple(Link(link.start + at, link.end + at, link.target) for link in after.links)
    return replace(
        before,
        text=f"{before.text}\n{after.text}",
        starts=before.starts + before.ends[-1:] + after.starts,
        ends=before.ends + after.starts[:1] + after.ends,
        links=before.links + links,
    )


def names_table(text: str) -> bool:
    """Whether a paragraph reads like a table's caption: 'Table 2. Survival by stage'."""
    if CAPTION.match(text):
        return True
    return len(text) <= SHORT_CAPTION and text[-1] != "." and bool(CAPTION_START.match(text))
