"""HTML read as a browser shows it: the main content, white space folded, nothing hidden."""

from __future__ import annotations

from collections.abc import Collection

from linter.model import Document
from linter.patterns import AnyCase, Pattern
from linter.readers import frontmatter
from linter.readers.build import Builder, Context
from linter.readers.elements import BLOCKS, Element
from linter.readers.html_tables import Group
from linter.readers.html_text import HtmlText
from linter.readers.html_words import Picture, add_attributes, add_data, add_meta, is_data
from linter.readers.inline import CODE
from linter.readers.languages import ENGLISH
from linter.readers.markup import Token, tokens
from linter.readers.reading import Reading
from linter.readers.sift import sift
from linter.readers.tiles import MOST_PIECES, answers, tiles

_VOID = "area base br col embed hr img input link meta param source track wbr"
VOID = frozenset(_VOID.split())
LISTS = frozenset({"ul", "ol", "menu", "dir", "dl", "figure"})
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "summary": 6}

MAIN = AnyCase(r"<main[\s>/]|role\s*=\s*[\"']?main\b")
ARTICLE = AnyCase(r"<article[\s>/]")
CONTAINERS = frozenset({"div", "li", "section", "article", "figure", "button", "header", "form", "fieldset"})
"""Elements that may hold a figure and its label, each in a box of its own."""
DIGIT = Pattern(r"\d")
_NEAR = 2_000
"""How far the end tag of an element within a block is looked for."""


def read_html(path: str, source: str, reading: Reading) -> Document:
    """The document that a page's main content is."""
    head = frontmatter.find(source)
    read = sift(path, source, head.body, "html", reading.prose_attributes)
    text = read.text[head.body :] if head.body else read.text
    roots = [name for name, sign in (("main", MAIN), ("article", ARTICLE)) if sign.search(text)]
    for root in (*roots, ""):
        builder = Builder(path, source, read)
        title = frontmatter.read_head(builder, head, reading.prose_keys)
        HtmlReader(builder, text, shift=head.body, root=root, prose_keys=reading.prose_keys).run()
        if any(block.kind not in ("title", "alt", "metadata") for block in builder.blocks):
            break
    return builder.document(title)


class HtmlReader(HtmlText):
    """Adds the prose of some HTML to a builder; ``shift`` is where the HTML begins in the source."""

    def __init__(
        self, builder: Builder, text: str, *, shift: int = 0, root: str = "", fragment: bool = False,
        prose_keys: Collection[str] = (),
    ) -> None:  # fmt: skip
        super().__init__(builder, text, shift, root, fragment)
        self.prose_keys = prose_keys
        self.code: Element | None = None
        self.code_start = 0
        self.has_title = False
        self.data_start: int | None = None
        """Where the open script begins, if it holds data about the page."""
        self.picture: Picture | None = None
        self.last_svg_end = text.rfind("</svg")

    def run(self) -> None:
        """Read all of the text."""
        last = before = Token("text", 0, 0)
        for token in tokens(self.text):
            if self.picture is not None:
                if not self.picture.take(token, token.start + self.shift):
                    self.picture = None
            elif token.kind == "text":
                if self.is_read():
                    self.part(before, last, token)
                    self.write(self.writer(), token.start, token.end)
            elif token.kind == "end":
                self._end_data(token)
                self.end(token.name, token.start, token.end)
            elif token.kind == "comment":
                self._comment(token)
            elif token.name in VOID:
                self._void(token)
            elif not self._is_picture(token):
                self._start_data(token)
                self.start(token)
            before, last = last, token
        while self.stack:
            self.pop(len(self.text), len(self.text))
        self.flush()

    def is_read(self) -> bool:
        """Whether text that stands here is for the reader."""
        if self.code is not None:
            return False
        return super().is_read() or (self.contexts[-1].kind == "title" and not self.skipping)

    # -- text ---------------------------------------------------------------------------------

    def _comment(self, token: Token) -> None:
        raw = self.text[token.start : token.end]
        self.builder.add_comment(token.start + self.shift, token.end + self.shift, raw)

    def speak(self, language: str) -> None:
        """Blocks made from now on are in this language."""
        self.builder.speak(language)

    def boundary(self, start: int, end: int) -> None:
        """A block begins or ends here; inside a table's cell that is but a line break."""
        if self.code is not None:
            return
        if not self.in_cell():
            self.flush()
        elif self.inline is not None and start < end:
            self.inline.space("\n", start + self.shift, end + self.shift)

    # -- elements -----------------------------------------------------------------------------

    def opened(self, element: Element, token: Token) -> None:
        """An element begins whose content is read."""
        name = element.name
        element.first = len(self.builder.blocks)
        add_attributes(self.builder, self.text, token, self.write)
        if self.code is None and self._is_foreign_figure(element, token):
            self.code, self.code_start = element, token.start
        elif name == "a":
            element.inline = self.writer()
            element.inline.open_link(self.value(token, "href"))
        elif name == "sup":
            element.inline = self.writer()
            element.mark = element.inline.mark()
        elif name == "q" and self.code is None:
            self.writer().whole("“", token.start + self.shift, token.end + self.shift)
        elif name in ("code", "samp", "math") and self.code is None:
            self.code, self.code_start = element, token.start
        elif name == "table":
            self.open_table(token)
        elif name == "blockquote":
            self.builder.quotes += 1
        elif name in ("td", "th", "tr", "thead", "tbody", "tfoot"):
            self.open_part(element, token)
        elif name in BLOCKS and not self.in_cell():
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
            self.writer().whole(CODE, self.code_start + self.shift, end + self.shift)
        elif element.inline is not None:
            if element.inline is self.inline:
                self._close_inline(element, end)
        elif name in ("td", "th"):
            self.close_cell()
        elif name == "thead" and self.tables and (table := self.tables[-1]) is not None:
            table.in_head = False
        elif name == "q" and self.inline is not None and start < end:
            self.inline.whole("”", start + self.shift, end + self.shift)
        elif element.is_block:
            if name == "title" and self.inline is not None:
                self.inline.drop_site_name()
            self.boundary(start, end)
            if name == "table":
                self.close_table()
            elif name == "blockquote":
                self.builder.quotes -= 1
            elif element.has_context:
                self._close_block(name)
            self._close_box(element)

    def _close_box(self, element: Element) -> None:
        """An element that holds a figure and its label ends: they are one block."""
        blocks, first = self.builder.blocks, element.first
        if element.name == "details":
            self.builder.close_headings(first)
        if element.name not in CONTAINERS or len(blocks) - first > 2 * MOST_PIECES:
            return
        if sizes := tiles([block for block in blocks[first:] if block.kind != "alt"]):
            self.builder.join(first, sizes)

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
        elif name == "dd" and group is not None and group.term is not None:
            self._join_answer(group.term)
        elif context.kind == "caption" and context.block is not None:
            if context.table is not None:
                self.builder.caption_of(context.table, context.block)
            elif group is not None and group.name == "figure":
                group.caption = context.block
                self.caption_figure(group)

    def _join_answer(self, term: int) -> None:
        """A short definition and its term are one block."""
        blocks = self.builder.blocks
        if term == len(blocks) - 2 and blocks[-1].kind == "item" and answers(blocks[term], blocks[-1]):
            self.builder.join(term, [2])

    def _void(self, token: Token) -> None:
        """An element without content."""
        if token.name == "meta":
            if not self.skipping:
                add_meta(self.builder, self.text, token, self.write, self.prose_keys)
        elif not self.is_read():
            return
        elif token.name == "br" and self.inline is not None:
            self.inline.space("\n", token.start + self.shift, token.end + self.shift)
        elif token.name == "hr":
            self.boundary(token.start, token.end)
        elif token.name in ("img", "input", "area") and not self._is_hidden(token):
            add_attributes(self.builder, self.text, token, self.write)

    # -- what is no HTML ----------------------------------------------------------------------

    def _start_data(self, token: Token) -> None:
        if token.name == "script" and not self.skipping and is_data(self.text, token):
            self.data_start = token.end + self.shift

    def _end_data(self, token: Token) -> None:
        if self.data_start is not None and token.name == "script":
            add_data(self.builder, self.data_start, token.start + self.shift, self.prose_keys)
            self.data_start = None

    def _is_picture(self, token: Token) -> bool:
        """Begin to read an ``<svg>``, if this is one that shows."""
        if token.name != "svg" or not self.is_read() or self._is_hidden(token):
            return False
        if token.start < self.last_svg_end and self.text[token.end - 2] != "/":
            self.picture = Picture(self.builder, self.write)
        return True
