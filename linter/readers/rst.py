"""reStructuredText, read through docutils; Sphinx's directives and roles are no mistakes here."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

from docutils import nodes

from linter.model import Comment, Document
from linter.readers.build import Builder, Context
from linter.readers.grid import Grid
from linter.readers.inline import Inline
from linter.readers.rst_inline import RstText
from linter.readers.rst_parser import names, parse
from linter.readers.rst_places import Lines

_DEEPEST = 6
_META = frozenset(
    {"description", "title", "og:title", "og:description", "twitter:title", "twitter:description"}
)


def read_rst(path: str, source: str) -> Document:
    """The document that a reStructuredText file is."""
    start = int(source.startswith("\ufeff"))
    builder = Builder(path, source)
    lines = Lines(source, start)
    if lines.lines:
        tree = parse(source[start:])
        RstReader(builder, lines, tree).children(tree, Context())
    return builder.document()


class RstReader:
    """Adds what a tree of docutils shows to a builder."""

    def __init__(self, builder: Builder, lines: Lines, tree: nodes.document) -> None:
        self.builder = builder
        self.lines = lines
        self.text = RstText(builder, lines, tree)
        self.depth = 0
        self.unnamed = count(1)
        """Numbers of the notes that have no name, in order."""
        self.least = 0
        """Of a table: the line below which its cells stand."""

    def children(self, node: Any, context: Context) -> None:
        """Read what stands in a node, in a context of its own or its parent's."""
        for child in node.children:
            if isinstance(child, nodes.Text):
                continue
            self.read(child, context)

    def read(self, node: Any, context: Context) -> None:
        method = _METHODS.get(type(node).__name__, RstReader.children)
        method(self, node, context)

    def _block(self, node: Any, context: Context, is_caption: bool = False) -> None:
        self.builder.add_in(self.text.of(node, self.least), context, is_caption)

    def _skip(self, node: Any, context: Context) -> None:
        """What shows nothing, or no prose."""

    # -- sections -----------------------------------------------------------------------------

    def _section(self, node: Any, context: Context) -> None:
        self.depth += 1
        self.children(node, Context())
        self.depth -= 1

    def _title(self, node: Any, context: Context) -> None:
        """A title of a section heads it; one of a box is a paragraph in it."""
        if isinstance(node.parent, nodes.section):
            self._block(node, Context("heading", level=min(self.depth, _DEEPEST)))
        else:
            self._block(node, context)

    def _rubric(self, node: Any, context: Context) -> None:
        self._block(node, Context("heading", level=min(self.depth + 1, _DEEPEST)))

    # -- lists --------------------------------------------------------------------------------

    def _lead(self, context: Context) -> int | None:
        lead = context.block if context.kind == "item" else self.builder.lead_in()
        return context.parent if lead is None else lead

    def _list(self, node: Any, context: Context) -> None:
        lead = self._lead(context)
        for item in node.children:
            self.children(item, Context("item", parent=lead, label=context.label))

    def _definitions(self, node: Any, context: Context) -> None:
        lead = self._lead(context)
        for item in node.children:
            term: int | None = None
            for child in item.children:
                if isinstance(child, nodes.definition):
                    self.children(child, Context("item", parent=term))
                else:
                    inner = Context("item", parent=lead)
                    self._block(child, inner)
                    term = inner.block if term is None else term

    def _options(self, node: Any, context: Context) -> None:
        lead = self._lead(context)
        for description in node.findall(nodes.description):
            self.children(description, Context("item", parent=lead))

    def _fields(self, node: Any, context: Context) -> None:
        lead = self._lead(context)
        for field in node.children:
            if len(field) == 2 and field[0].astext().lower().strip() not in names("unread fields"):
                self.children(field[1], Context("item", parent=lead))

    # -- boxes, quotations, notes -------------------------------------------------------------

    def _box(self, node: Any, context: Context) -> None:
        self.children(node, Context())

    def _quote(self, node: Any, context: Context) -> None:
        self.builder.quotes += 1
        self.children(node, Context())
        self.builder.quotes -= 1

    def _verse(self, node: Any, context: Context) -> None:
        """Lines that stand as they were broken."""
        inline = self.builder.inline()
        for line in node.findall(nodes.line):
            self.text.add(line, inline, self.least)
            self.text.gap(inline)
        self.builder.add_in(inline, context)

    def _note(self, node: Any, context: Context) -> None:
        label = next((child.astext() for child in node.children if isinstance(child, nodes.label)), "")
        label = label or next(iter(node["names"]), "") or f"unnamed-{next(self.unnamed)}"
        outer = self.builder.open_headings
        self.builder.open_headings = self.text.references.get(label, outer)
        for child in node.children:
            if not isinstance(child, nodes.label):
                self.read(child, Context("note", label=label))
        self.builder.open_headings = outer

    def _comment(self, node: Any, context: Context) -> None:
        span = self.text.span_of(node) if node.rawsource.strip() else None
        if span is not None:
            start = self.builder.source.rfind("..", 0, span[0])
            if start >= 0 and self.builder.source[start + 2 : span[0]].isspace():
                self.builder.comments.append(Comment(start, span[1], node.astext()))

    def _meta(self, node: Any, context: Context) -> None:
        if str(node.get("name") or node.get("property") or "").lower() in _META:
            self._said(node.get("content", ""), node.line, "paragraph")

    # -- pictures and tables ------------------------------------------------------------------

    def _image(self, node: Any, context: Context) -> None:
        self._said(node.get("alt", ""), node.line, "alt")

    def _said(self, words: str, line: int | None, kind: Any) -> None:
        """Text that an option of a directive holds."""
        if words:
            self.builder.add(self.text.plain(words, line), kind)

    def _caption(self, node: Any, context: Context) -> None:
        self._block(node, Context("caption"))

    def _table(self, node: Any, context: Context) -> None:
        title = next((child for child in node.children if isinstance(child, nodes.title)), None)
        index = self.builder.open_table()
        outer, self.least = self.least, max(self.least, node.line or self.lines.last)
        if title is not None:
            inner = Context("caption", table=index)
            self._block(title, inner)
            if inner.block is not None:
                self.builder.caption_of(index, inner.block)
        grid = Grid()
        stubs: list[bool] = []
        for part in node.findall():
            if isinstance(part, nodes.colspec):
                stubs.append(bool(part.get("stub")))
            elif isinstance(part, nodes.row) and _table_of(part) is node:
                grid.start_row(in_head=isinstance(part.parent, nodes.thead))
                for entry in part.children:
                    self._entry(entry, index, grid, stubs)
        self.least = outer
        self.builder.close_table(index, grid.square(), *grid.headers(self.builder.blocks))

    def _entry(self, entry: Any, table: int, grid: Grid, stubs: list[bool]) -> None:
        column = grid.column()
        inline: Inline = self.builder.inline()
        for node in entry.findall(_is_text_of_cell):
            self.text.add(node, inline, self.least)
            self.text.gap(inline)
        block = self.builder.add(inline, "cell", table=table, row=len(grid.rows) - 1, column=column)
        grid.place(
            -1 if block is None else block,
            colspan=int(entry.get("morecols", 0)) + 1,
            rowspan=int(entry.get("morerows", 0)) + 1,
            is_head=column < len(stubs) and stubs[column],
        )


def _is_text_of_cell(node: Any) -> bool:
    return isinstance(
        node, nodes.paragraph | nodes.title | nodes.term | nodes.line | nodes.caption | nodes.rubric
    )


def _table_of(node: Any) -> Any:
    while node is not None and not isinstance(node, nodes.table):
        node = node.parent
    return node


_METHODS: dict[str, Callable[[RstReader, Any, Context], None]] = {
    "section": RstReader._section,
    "title": RstReader._title,
    "subtitle": RstReader._title,
    "rubric": RstReader._rubric,
    "paragraph": RstReader._block,
    "attribution": RstReader._block,
    "bullet_list": RstReader._list,
    "enumerated_list": RstReader._list,
    "definition_list": RstReader._definitions,
    "option_list": RstReader._options,
    "field_list": RstReader._fields,
    "block_quote": RstReader._quote,
    "line_block": RstReader._verse,
    "footnote": RstReader._note,
    "citation": RstReader._note,
    "comment": RstReader._comment,
    "meta": RstReader._meta,
    "image": RstReader._image,
    "caption": RstReader._caption,
    "table": RstReader._table,
    **dict.fromkeys(
        (
            "system_message literal_block doctest_block math_block raw pending target label classifier"
            " substitution_definition decoration docinfo"
        ).split(),
        RstReader._skip,
    ),
    **dict.fromkeys(
        (
            "note warning tip hint important caution danger error attention admonition topic sidebar container"
            " compound figure legend"
        ).split(),
        RstReader._box,
    ),
}
