"""Markdown read through pyromark's events, each of which knows its place in the source."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import accumulate
from typing import Any

import pyromark

from linter.model import Document
from linter.patterns import Pattern
from linter.readers import frontmatter
from linter.readers.admonitions import masked
from linter.readers.build import SHORT_CAPTION, Builder, Context
from linter.readers.grid import Grid
from linter.readers.html import HtmlReader
from linter.readers.markdowntext import MarkdownText
from linter.readers.reading import Reading
from linter.readers.sift import sift

OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_DEFINITION_LIST
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
)
GREATER = Pattern(r">(?=\d)")  # '- >180/120' is more than 180/120; who quotes leaves a space
_BULLET = Pattern(r"(?m)^( {0,3})[•‣▪◦·](?=[ \t]+\S)")  # typed for a list, which Markdown does not know
CALLOUT = Pattern(r"(?:[ \t]*>)*[ \t]*\[![A-Za-z][\w-]*(?:\|[^\]\n]*)?\][-+]?[ \t]*(?=([^\n]*))")
"""``> [!note] Title``: the title ends with the line."""
LEVELS = {f"H{level}": level for level in range(1, 7)}
LEADS = bytes(int(not 0x80 <= byte < 0xC0) for byte in range(256))  # 1 where a character of UTF-8 begins


def read_markdown(path: str, source: str, reading: Reading) -> Document:
    """The document that a Markdown file is."""
    head = frontmatter.find(source)
    builder = Builder(path, source, sift(path, source, head.body, "markdown", reading.prose_attributes))
    title = frontmatter.read_head(builder, head, reading.prose_keys)
    MarkdownReader(builder, builder.read.text, head.body).run()
    return builder.document(title)


class MarkdownReader(MarkdownText):
    """Adds the prose of a Markdown text, from offset ``start`` of ``source``, to a builder."""

    def __init__(self, builder: Builder, source: str, start: int) -> None:
        text, self.boxes = masked(source)
        super().__init__(builder, _BULLET.sub(r"\1-", text))
        self.shift = start
        self.contexts: list[Context] = [Context()]
        self.lists: list[int | None] = []
        self.quotes: list[bool] = []
        """Of each open quotation: whether it is one, and no callout."""
        self.title_to = 0
        """Where the first line of a callout or a box ends, as long as that is not reached."""
        self.table = 0
        self.grid = Grid()
        self.caption: int | None = None
        """The last paragraph that was short and all emphasised."""
        self.greater = -1
        """Where the figure begins before which the sign of a quotation is one of greater."""

    def run(self) -> None:
        """Read all of it."""
        for kind, value, start, end in self._events():
            if self.html and kind not in _HTML_GOES_ON and not self.in_code:
                self._read_html()
            method = _METHODS.get(kind)
            if method is not None:
                method(self, value, start, end)
        self._read_html()
        self._flush()

    def _events(self) -> Iterator[tuple[str, Any, int, int]]:
        """pyromark's events flattened: kind ('/' in front for an end), value, and place."""
        text, shift = self.source[self.shift :] if self.shift else self.source, self.shift
        offsets: Any = None
        if not text.isascii():
            leads = text.encode().translate(LEADS)
            offsets = array("I", accumulate(leads, initial=shift))
        event: Any
        for event, place in pyromark.events_with_range(text, options=OPTIONS):
            start, end = place["start"], place["end"]
            if offsets is None:
                start, end = start + shift, end + shift
            else:
                start, end = offsets[start], offsets[end]
            if isinstance(event, str):
                yield event, None, start, end
                continue
            ((kind, value),) = event.items()
            if kind in ("Start", "End"):
                slash = "/" if kind == "End" else ""
                kind, value = (value, None) if isinstance(value, str) else next(iter(value.items()))
                yield slash + kind, value, start, end
            else:
                yield kind, value, start, end

    # -- blocks -------------------------------------------------------------------------------

    def _flush(self, *_: Any) -> None:
        """End the block being read."""
        inline, self.inline = self.inline, None
        self.struck = 0
        self.sup.clear()
        if inline is None and not self.builder.alts:
            return
        short = inline is not None and 0 < len(inline) <= SHORT_CAPTION
        emphasised = short and self.is_emphasised and not self.contexts[-1].label
        before = len(self.builder.blocks)
        self.builder.add_in(inline, self.contexts[-1], emphasised)
        if emphasised and len(self.builder.blocks) > before:
            self.caption = before

    def _push(self, context: Context) -> None:
        self._flush()
        self.contexts.append(context)

    def _pop(self, *_: Any) -> None:
        self._flush()
        self.contexts.pop()

    def _open_code(self, sort: object, start: int, end: int) -> None:
        if not self.html or sort != "Indented":
            self._read_html()
            self._flush()
        self.in_code = True

    def _close_code(self, *_: Any) -> None:
        self.in_code = False

    def _open_heading(self, heading: dict[str, Any], start: int, end: int) -> None:
        self._push(Context("heading", level=LEVELS[heading["level"]]))

    def _open_list(self, _: Any, start: int, end: int) -> None:
        self._flush()
        outer = self.contexts[-1]
        lead = outer.block if outer.kind == "item" else self.builder.lead_in()
        self.lists.append(outer.parent if lead is None else lead)

    def _close_list(self, _: Any, start: int, end: int) -> None:
        self._flush()
        self.lists.pop()

    def _open_item(self, _: Any, start: int, end: int) -> None:
        mark = self.source.find("-", start) if self.boxes else -1
        if mark in self.boxes and not self.source[start:mark].strip():
            self.title_to = self.boxes[mark]
            self._push(Context())
            return
        self._push(Context("item", parent=self.lists[-1], label=self.contexts[-1].label))

    def _close_term(self, _: Any, start: int, end: int) -> None:
        self._flush()
        term = self.contexts.pop().block
        self.contexts[-1].block = term

    def _open_definition(self, _: Any, start: int, end: int) -> None:
        self._push(Context("item", parent=self.contexts[-1].block))

    def _open_definitions(self, _: Any, start: int, end: int) -> None:
        self._flush()
        lead = self.builder.lead_in()
        self.lists.append(lead)
        self.contexts.append(Context())

    def _close_definitions(self, *_: Any) -> None:
        self._pop()
        self.lists.pop()

    def _open_note(self, label: str, start: int, end: int) -> None:
        self._push(Context("note", label=label))

    def _open_quote(self, _: Any, start: int, end: int) -> None:
        if GREATER.match(self.source, start) and "\n" not in self.source[start:end].rstrip():
            self._push(replace(self.contexts[-1]))
            self.quotes.append(False)
            self.greater = start + 1
            return
        self._push(Context())
        callout = CALLOUT.match(self.source, start, end)
        self.quotes.append(callout is None)
        self.builder.quotes += callout is None
        if callout is not None:
            self.skip_to, self.title_to = callout.end(), callout.end(1)

    def _close_quote(self, *_: Any) -> None:
        self._pop()
        self.builder.quotes -= self.quotes.pop()

    def on_text(self, text: str, start: int, end: int) -> None:
        if start == self.greater:
            super().on_text(">", start - 1, start)
        super().on_text(text, start, end)

    def on_break(self, _: Any, start: int, end: int) -> None:
        if self.title_to and start >= self.title_to:
            self.title_to = 0
            self._flush()
        else:
            super().on_break(_, start, end)

    # -- tables -------------------------------------------------------------------------------

    def _open_table(self, _: Any, start: int, end: int) -> None:
        self._flush()
        self.table = self.builder.open_table(self.caption)
        self.grid = Grid()

    def _open_row(self, _: Any, start: int, end: int) -> None:
        self.grid.start_row()

    def _open_head(self, _: Any, start: int, end: int) -> None:
        self.grid.start_row(in_head=True)

    def _close_cell(self, _: Any, start: int, end: int) -> None:
        inline, self.inline = self.inline, None
        row, column = len(self.grid.rows) - 1, self.grid.column()
        block = self.builder.add(inline, "cell", table=self.table, row=row, column=column)
        self.grid.place(-1 if block is None else block)

    def _close_table(self, _: Any, start: int, end: int) -> None:
        rows = self.grid.square()
        self.builder.close_table(self.table, rows, *self.grid.headers(self.builder.blocks))

    # -- HTML ---------------------------------------------------------------------------------

    def _html(self, text: str, start: int, end: int) -> None:
        self.html.append((start, text))

    def _read_html(self) -> None:
        """Read the raw HTML gathered from blocks that stand one after the other.

        A blank line ends a block of HTML for Markdown, but rarely the table it stands in. What lies
        between the pieces (the margin of a quotation or a list) becomes blanks, so places hold.
        """
        if not self.html:
            return
        self._flush()
        pieces, here = [], self.html[0][0]
        shift = here
        for start, text in self.html:
            pieces += [" " * (start - here), text]
            here = start + len(text)
        self.html.clear()
        HtmlReader(self.builder, "".join(pieces), shift=shift, fragment=True).run()


_HTML_GOES_ON = frozenset({"Html", "HtmlBlock", "/HtmlBlock", "CodeBlock", "/CodeBlock"})

_METHODS: dict[str, Callable[..., None]] = {
    "Text": MarkdownReader.on_text,
    "SoftBreak": MarkdownReader.on_break,
    "HardBreak": MarkdownReader.on_break,
    "Code": MarkdownReader.on_code,
    "InlineHtml": MarkdownReader.on_tag,
    "Html": MarkdownReader._html,
    "FootnoteReference": MarkdownReader.on_reference,
    "Link": MarkdownReader.on_open_link,
    "/Link": MarkdownReader.on_close_link,
    "Image": MarkdownReader.on_open_image,
    "/Image": MarkdownReader.on_close_image,
    "Emphasis": MarkdownReader.on_open_emphasis,
    "/Emphasis": MarkdownReader.on_close_emphasis,
    "Strong": MarkdownReader.on_open_emphasis,
    "/Strong": MarkdownReader.on_close_emphasis,
    "Strikethrough": MarkdownReader.on_open_struck,
    "/Strikethrough": MarkdownReader.on_close_struck,
    "CodeBlock": MarkdownReader._open_code,
    "/CodeBlock": MarkdownReader._close_code,
    "Paragraph": MarkdownReader._flush,
    "/Paragraph": MarkdownReader._flush,
    "Rule": MarkdownReader._flush,
    "Heading": MarkdownReader._open_heading,
    "/Heading": MarkdownReader._pop,
    "List": MarkdownReader._open_list,
    "/List": MarkdownReader._close_list,
    "Item": MarkdownReader._open_item,
    "/Item": MarkdownReader._pop,
    "DefinitionList": MarkdownReader._open_definitions,
    "/DefinitionList": MarkdownReader._close_definitions,
    "DefinitionListTitle": MarkdownReader._open_item,
    "/DefinitionListTitle": MarkdownReader._close_term,
    "DefinitionListDefinition": MarkdownReader._open_definition,
    "/DefinitionListDefinition": MarkdownReader._pop,
    "FootnoteDefinition": MarkdownReader._open_note,
    "/FootnoteDefinition": MarkdownReader._pop,
    "BlockQuote": MarkdownReader._open_quote,
    "/BlockQuote": MarkdownReader._close_quote,
    "Table": MarkdownReader._open_table,
    "/Table": MarkdownReader._close_table,
    "TableHead": MarkdownReader._open_head,
    "TableRow": MarkdownReader._open_row,
    "/TableCell": MarkdownReader._close_cell,
}
