"""Tables of HTML, and the figures that caption them."""

from __future__ import annotations

from dataclasses import dataclass, field

from linter.readers.build import Builder, Context
from linter.readers.elements import Element, Elements
from linter.readers.grid import WIDEST, Grid
from linter.readers.inline import Inline
from linter.readers.markup import Token
from linter.readers.tiles import goes_on


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


class HtmlTables(Elements):
    """Lays the cells of tables out in rows and columns."""

    def __init__(self, builder: Builder, text: str, root: str, fragment: bool) -> None:
        super().__init__(text, root, fragment)
        self.builder = builder
        self.inline: Inline | None = None
        self.contexts: list[Context] = [Context()]
        self.groups: list[Group] = []
        self.tables: list[OpenTable | None] = []
        """Open tables; None for one that only lays out the page."""

    def flush(self) -> None:
        """End the block being read."""
        inline, self.inline = self.inline, None
        if inline is not None or self.builder.alts:
            self.builder.add_in(inline, self.contexts[-1])
            last = self.builder.blocks[-2:]
            if len(last) == 2 and goes_on(*last):
                self.builder.join(len(self.builder.blocks) - 2, [2])

    def in_cell(self) -> bool:
        """Whether a cell is open."""
        return bool(self.tables) and (table := self.tables[-1]) is not None and table.cell is not None

    def open_table(self, token: Token) -> None:
        """A table begins."""
        if self.in_cell():
            self.close_cell()
        if self.value(token, "role") in ("presentation", "none"):
            self.tables.append(None)
        else:
            self.tables.append(OpenTable(self.builder.open_table()))

    def open_part(self, element: Element, token: Token) -> None:
        """A row, a group of rows or a cell."""
        table = self.tables[-1] if self.tables else None
        if table is None:
            return
        if element.name == "tr":
            table.grid.start_row(table.in_head)
        elif element.name in ("td", "th"):
            self.flush()
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

    def close_cell(self) -> None:
        """A cell ends."""
        table = self.tables[-1] if self.tables else None
        if table is None or table.cell is None:
            self.flush()
            return
        (colspan, rowspan, is_head), table.cell = table.cell, None
        inline, self.inline = self.inline, None
        column = table.grid.column()
        row = len(table.grid.rows) - 1
        block = self.builder.add(inline, "cell", table=table.index, row=row, column=column)
        table.grid.place(-1 if block is None else block, colspan, rowspan, is_head)

    def close_table(self) -> None:
        """A table ends."""
        table = self.tables.pop()
        if table is None:
            return
        rows = table.grid.square()
        self.builder.close_table(table.index, rows, *table.grid.headers(self.builder.blocks))
        if self.groups and self.groups[-1].name == "figure":
            self.groups[-1].table = table.index
            self.caption_figure(self.groups[-1])

    def caption_figure(self, figure: Group) -> None:
        """A figure's caption is the caption of the table in it."""
        if figure.table is not None and figure.caption is not None:
            self.builder.caption_of(figure.table, figure.caption)
