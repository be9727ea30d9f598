"""HTML read as a browser shows it: the main content, white space folded, nothing hidden."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from linter.model import Document
from linter.patterns import Pattern
from linter.readers.build import Builder, Context
from linter.readers.elements import BLOCKS, Element, Elements
from linter.readers.frontmatter import body_start
from linter.readers.grid import WIDEST, Grid
from linter.readers.inline import CODE, Inline
from linter.readers.languages import ENGLISH
from linter.readers.markup import Token, attributes, entities, tokens
from linter.readers.reading import Reading
from linter.readers.sift import sift

_VOID = "area base br col embed hr img input link meta param source track wbr"
VOID = frozenset(_VOID.split())
LISTS = frozenset({"ul", "ol", "menu", "dir", "dl", "figure"})
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "summary": 6}

MAIN = Pattern(r"<main[\s>/]|role\s*=\s*[\"']?main\b", re.IGNORECASE)
ARTICLE = Pattern(r"<article[\s>/]", re.IGNORECASE)
DIGIT = Pattern(r"\d")
_NEAR = 2_000
"""How far the end tag of an element within a block is looked for."""
SPACES = Pattern(r"[ \t\n\f\r]{2,}|[\t\n\f\r]")


@dataclass(slots=True)
class Group:
    """An open list, or a figure: what introduces its items, or the table that it shows."""

    name: str
    lead: int | None = None
    term: int | None = None
    table: int | None = None
    caption: int | None = None


@dataclass(slots=True)
class OpenTable:
    """A table being read; ``cell`` is its open cell's column span, row span and header-ness."""

    index: int
    grid: Grid = field(default_factory=Grid)
    in_head: bool = False
    cell: tuple[int, int, bool] | None = None


def read_html(path: str, source: str, reading: Reading) -> Document:
    """The document that a page's main content is."""
    read = sift(path, source, body_start(source), "html", reading.prose_attributes)
    roots = [name for name, sign in (("main", MAIN), ("article", ARTICLE)) if sign.search(read.text)]
    for root in (*roots, ""):
        builder = Builder(path, source, read)
        HtmlReader(builder, read.text, root=root).run()
        if any(block.kind not in ("title", "alt") for block in builder.blocks):
            break
    return builder.document()


class HtmlReader(Elements):
    """Adds the prose of some HTML to a builder; ``shift`` is where the HTML begins in the source."""

    def __init__(
        self, builder: Builder, text: str, *, shift: int = 0, root: str = "", fragment: bool = False
    ) -> None:
        super().__init__(text, root, fragment)
        self.builder = builder
        self.shift = shift
        self.inline: Inline | None = None
        self.contexts: list[Context] = [Context()]
        self.groups: list[Group] = []
        self.tables: list[OpenTable | None] = []
        """Open tables; None for one that only lays out the page."""
        self.code: Element | None = None
        self.code_start = 0
        self.has_title = False

    def run(self) -> None:
        """Read all of the text."""
        for token in tokens(self.text):
            if token.kind == "text":
                if self.is_read():
                    self._write(self._writer(), token.start, token.end)
            elif token.kind == "end":
                self.end(token.name, token.start, token.end)
            elif token.kind == "comment":
                self._comment(token)
            elif token.name not in VOID:
                self.start(token)
            elif self.is_read():
                self._void(token)
        while self.stack:
            self.pop(len(self.text), len(self.text))
        self._flush()

    def is_read(self) -> bool:
        """Whether text that stands here is for the reader."""
        if self.code is not None:
            return False
        return super().is_read() or (self.contexts[-1].kind == "title" and not self.skipping)

    # -- text ---------------------------------------------------------------------------------

    def _writer(self) -> Inline:
        if self.inline is None:
            self.inline = self.builder.inline()
        return self.inline

    def _write(self, inline: Inline, start: int, end: int) -> None:
        """Add text in which characters may be referred to by name or number."""
        if self.text.find("&", start, end) < 0:
            self._words(inline, start, end)
            return
        for here, stop, chars in entities(self.text, start, end):
            if chars is None:
                self._words(inline, here, stop)
            elif chars in " \t\n\f\r":
                inline.space(" ", here + self.shift, stop + self.shift)
            else:
                inline.whole(chars, here + self.shift, stop + self.shift)

    def _words(self, inline: Inline, start: int, end: int) -> None:
        """Add plain text, each run of white space as one blank."""
        text, shift, here = self.text[start:end], self.shift + start, 0
        if text[0] == " " and inline.is_blank_at_end():
            here = 1
        for gap in SPACES.finditer(text, here):
            if gap.start() > here:
                inline.plain(text[here : gap.start()], here + shift)
            inline.space(" ", gap.start() + shift, gap.end() + shift)
            here = gap.end()
        if here < len(text):
            inline.plain(text[here:] if here else text, here + shift)

    def _comment(self, token: Token) -> None:
        raw = self.text[token.start : token.end]
        self.builder.add_comment(token.start + self.shift, token.end + self.shift, raw)

    def _flush(self) -> None:
        """End the block being read."""
        inline, self.inline = self.inline, None
        if inline is not None or self.builder.alts:
            self.builder.add_in(inline, self.contexts[-1])

    def _in_cell(self) -> bool:
        return bool(self.tables) and (table := self.tables[-1]) is not None and table.cell is not None

    def speak(self, language: str) -> None:
        """Blocks made from now on are in this language."""
        self.builder.speak(language)

    def boundary(self, start: int, end: int) -> None:
        """A block begins or ends here; inside a table's cell that is but a line break."""
        if self.code is not None:
            return
        if not self._in_cell():
            self._flush()
        elif self.inline is not None and start < end:
            self.inline.space("\n", start + self.shift, end + self.shift)

    # -- elements -----------------------------------------------------------------------------

    def opened(self, element: Element, token: Token) -> None:
        """An element begins whose content is read."""
        name = element.name
        if self.code is None and self._is_foreign_figure(element, token):
            self.code, self.code_start = element, token.start
        elif name == "a":
            element.inline = self._writer()
            element.inline.open_link(self.value(token, "href"))
        elif name == "sup":
            element.inline = self._writer()
            element.mark = element.inline.mark()
        elif name in ("code", "samp") and self.code is None:
            self.code, self.code_start = element, token.start
        elif name == "table":
            self._open_table(token)
        elif name == "blockquote":
            self.builder.quotes += 1
        elif name in ("td", "th", "tr", "thead", "tbody", "tfoot"):
            self._open_part(element, token)
        elif name in BLOCKS and not self._in_cell():
            self._open_block(element)

    def _is_foreign_figure(self, element: Element, token: Token) -> bool:
        """Whether an element within a block is in another language, and more than a name."""
        if element.name in BLOCKS or element.language_before is None or self.language == ENGLISH:
            return False
        end = self.text.find(f"</{element.name}", token.end, token.end + _NEAR)
        return DIGIT.search(self.text, token.end, end if end >= 0 else token.end + _NEAR) is not None

    def _open_block(self, element: Element) -> None:
        """What a heading, an item, a caption or a list says about the text in it."""
        name, outer = element.name, self.contexts[-1]
        group = self.groups[-1] if self.groups else None
        if name in LISTS:
            lead = self.builder.lead_in() if outer.kind != "item" else outer.block
            self.groups.append(Group(name, outer.parent if lead is None else lead))
            element.has_context = True
            return
        context = None
        if name in HEADINGS:
            context = Context("heading", level=HEADINGS[name])
        elif name in ("li", "dt"):
            context = Context("item", parent=group.lead if group else None)
        elif name == "dd":
            context = Context("item", parent=group.term if group else None)
        elif name == "figcaption":
            context = Context("caption")
        elif name == "caption" and self.tables and (table := self.tables[-1]) is not None:
            context = Context("caption", table=table.index)
        elif name == "title" and not self.has_title:
            self.has_title = True
            context = Context("title")
        if context is not None:
            self.contexts.append(context)
            element.has_context = True

    def closed(self, element: Element, start: int, end: int) -> None:
        """An element ends whose content was read."""
        name = element.name
        if element is self.code:
            self.code = None
            self._writer().whole(CODE, self.code_start + self.shift, end + self.shift)
        elif element.inline is not None:
            if element.inline is self.inline:
                self._close_inline(element, end)
        elif name in ("td", "th"):
            self._close_cell()
        elif name == "thead" and self.tables and (table := self.tables[-1]) is not None:
            table.in_head = False
        elif name in BLOCKS:
            if name == "title" and self.inline is not None:
                self.inline.drop_site_name()
            self.boundary(start, end)
            if name == "table":
                self._close_table()
            elif name == "blockquote":
                self.builder.quotes -= 1
            elif element.has_context:
                self._close_block(name)

    def _close_inline(self, element: Element, end: int) -> None:
        assert element.inline is not None
        if element.mark is None:
            element.inline.close_link()
        else:
            element.inline.raise_since(element.mark, self.text[end : end + 1])

    def _close_block(self, name: str) -> None:
        if name in LISTS:
            self.groups.pop()
            return
        context = self.contexts.pop()
        group = self.groups[-1] if self.groups else None
        if name == "dt" and group is not None:
            group.term = context.block
        elif context.kind == "caption" and context.block is not None:
            if context.table is not None:
                self.builder.caption_of(context.table, context.block)
            elif group is not None and group.name == "figure":
                group.caption = context.block
                self._caption_figure(group)

    def _void(self, token: Token) -> None:
        """An element without content."""
        if token.name == "br" and self.inline is not None:
            self.inline.space("\n", token.start + self.shift, token.end + self.shift)
        elif token.name == "hr":
            self.boundary(token.start, token.end)
        elif token.name == "img" and not self._is_hidden(token):
            place = attributes(self.text, token).get("alt")
            if place is not None and place[0] < place[1]:
                alt = self.builder.inline()
                self._write(alt, *place)
                self.builder.alts.append(alt)

    # -- tables -------------------------------------------------------------------------------

    def _open_table(self, token: Token) -> None:
        if self._in_cell():
            self._close_cell()
        if self.value(token, "role") in ("presentation", "none"):
            self.tables.append(None)
        else:
            self.tables.append(OpenTable(self.builder.open_table()))

    def _open_part(self, element: Element, token: Token) -> None:
        """A row, a group of rows or a cell."""
        table = self.tables[-1] if self.tables else None
        if table is None:
            return
        if element.name == "tr":
            table.grid.start_row(table.in_head)
        elif element.name in ("td", "th"):
            self._flush()
            spans = [self._span(token, name) for name in ("colspan", "rowspan")]
            table.cell = (spans[0], spans[1], element.name == "th")
        else:
            table.in_head = element.name == "thead"

    def _span(self, token: Token, name: str) -> int:
        value = self.value(token, name)
        if not (value.isascii() and value.isdigit()):
            return 1
        # A row span of 0 means all the rows that follow.
        return int(value[:5]) or (WIDEST**2 if name == "rowspan" else 1)

    def _close_cell(self) -> None:
        table = self.tables[-1] if self.tables else None
        if table is None or table.cell is None:
            self._flush()
            return
        (colspan, rowspan, is_head), table.cell = table.cell, None
        inline, self.inline = self.inline, None
        column = table.grid.column()
        row = len(table.grid.rows) - 1
        block = self.builder.add(inline, "cell", table=table.index, row=row, column=column)
        table.grid.place(-1 if block is None else block, colspan, rowspan, is_head)

    def _close_table(self) -> None:
        table = self.tables.pop()
        if table is None:
            return
        rows = table.grid.square()
        self.builder.close_table(table.index, rows, *table.grid.headers(self.builder.blocks))
        if self.groups and self.groups[-1].name == "figure":
            self.groups[-1].table = table.index
            self._caption_figure(self.groups[-1])

    def _caption_figure(self, figure: Group) -> None:
        """A figure's caption is the caption of the table in it."""
        if figure.table is not None and figure.caption is not None:
            self.builder.caption_of(figure.table, figure.caption)
