"""What medlint reads, as values: drafts and facts. What it says of them stands in ``linter.results``.

Offsets count characters of the source file from 0, ends are exclusive. Lines and columns, which
people see, count from 1.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from linter.errors import Place

BlockKind = Literal["title", "heading", "paragraph", "item", "cell", "caption", "alt", "note", "metadata"]
Within = Literal["sentence", "paragraph", "section", "document"]


@dataclass(frozen=True, slots=True)
class Link:
    """A link or footnote mark over ``text[start:end]`` of its block."""

    start: int
    end: int
    target: str
    """A URL, or ``#note-LABEL`` for a footnote."""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of prose that a reader sees as one piece, with the place of each of its characters."""

    kind: BlockKind
    text: str
    starts: array[int]
    """``starts[i]`` is where the source of ``text[i]`` begins; ``len(starts) == len(text)``."""
    ends: array[int]
    """``ends[i]`` is where the source of ``text[i]`` ends (an entity is longer than its character)."""
    level: int = 0
    """Of a heading: 1 to 6."""
    heading: int | None = None
    """Index of the nearest heading above (of a heading: the one it stands under)."""
    parent: int | None = None
    """Index of the block that introduces this one: a list's lead-in or outer item."""
    table: int | None = None
    """Of a cell or a table's caption: index into ``Document.tables``."""
    row: int = -1
    column: int = -1
    links: tuple[Link, ...] = ()
    label: str = ""
    """Of a note: its footnote label."""
    quoted: bool = False
    """True inside a block quotation."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Source offsets of ``text[start:end]``, which must not be empty."""
        return self.starts[start], self.ends[end - 1]


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of blocks. A cell that spans several places stands in each of them; -1 is no cell."""

    rows: tuple[tuple[int, ...], ...]
    header_rows: int = 0
    header_columns: int = 0
    caption: int | None = None
    intro: int | None = None
    """The paragraph just before the table, under the same heading."""

    def heads(self, column: int) -> list[int]:
        """The header cells over a column, topmost first: indices of blocks, -1 for no cell."""
        return [row[column] for row in self.rows[: self.header_rows] if column < len(row)]


@dataclass(frozen=True, slots=True)
class Comment:
    """An HTML comment of the source, delimiters included in the span, not in the text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a line of ``Document.source`` stands for people, in a format that shows them no lines."""

    paragraph: int | None = None
    """Of Word: its number among the paragraphs of ``part`` that hold text. Such drafts have no lines at all."""
    part: str = ""
    """What it stands in, if not in the draft's running text: ``footnote 2``, ``table 1, row 2, column 3``."""
    heading: str = ""
    """The words of the heading that it stands under."""
    cell: int | None = None
    """Of a notebook: the number of its cell. The lines are those of the file."""

    def __str__(self) -> str:
        """``paragraph 12, under “Outlook”``; ``footnote 2``; ``table 1, row 2, column 3``; ``cell 4``."""
        if self.cell is not None:
            return f"cell {self.cell}"
        shown = self.part or f"paragraph {self.paragraph}"
        heading = self.heading if len(self.heading) <= 60 else f"{self.heading[:59].rstrip()}…"
        return f"{shown}, under “{heading}”" if heading else shown


@dataclass(frozen=True, slots=True)
class Dated:
    """When a draft says of itself that it was last looked at, and how: reviewed, updated or published."""

    said: str
    year: int


def called(line: int, spot: Spot | None) -> str:
    """What to call a line in a sentence: ``line 12``, ``paragraph 12, under “Outlook”``."""
    return f"line {line}" if spot is None or spot.paragraph is None else str(spot)


@dataclass(frozen=True)
class Document:
    """A draft as its reader understood it."""

    path: str
    source: str
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...] = ()
    comments: tuple[Comment, ...] = ()
    title: int | None = None
    """Index of the block that names the whole draft, if any."""
    dated: Dated | None = None
    left_out: tuple[tuple[str, int], ...] = ()
    """What stands in the draft and not here: other languages, with the number of their blocks."""
    spots: tuple[Spot, ...] = ()
    """One for each line of ``source``, where people know the draft's places by other names; else none.

    The source of a draft in Word is its text as a reader sees it, with one line for each paragraph.
    """
    unread: str = ""
    """What could not be read while the rest could, as a sentence that lacks its subject; "" for nothing."""

    @property
    def has_lines(self) -> bool:
        """Whether lines and offsets are places in the file, as they are but in Word."""
        return not self.spots or self.spots[0].paragraph is None

    def spot(self, line: int) -> Spot | None:
        """What people call a line, if they do not count lines."""
        return self.spots[line - 1] if 0 < line <= len(self.spots) else None

    def called(self, line: int) -> str:
        """What to call a line in a sentence: ``line 12``, ``paragraph 12, under “Outlook”``."""
        return called(line, self.spot(line))

    @cached_property
    def line_starts(self) -> list[int]:
        return [0, *(i + 1 for i, c in enumerate(self.source) if c == "\n")]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        line = bisect_right(self.line_starts, offset)
        return line, max(offset - self._line_start(line), 0) + 1

    def line_text(self, line: int) -> str:
        """A line of the source without its end: one string, however many findings ask for it."""
        if line not in self._line_texts:
            end = self.line_starts[line] if line < len(self.line_starts) else len(self.source)
            self._line_texts[line] = self.source[self._line_start(line) : end].rstrip("\r\n")
        return self._line_texts[line]

    @cached_property
    def _line_texts(self) -> dict[int, str]:
        return {}

    def _line_start(self, line: int) -> int:
        """Where a line begins for people; a byte order mark is no column."""
        return self.line_starts[line - 1] + (line == 1 and self.source.startswith("\ufeff"))


# -- facts ------------------------------------------------------------------------------------

_SOMEWHERE = Place("facts.yaml")


@dataclass(frozen=True, slots=True)
class Retraction:
    status: str = "unchecked"
    checked: date | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from. ``published`` is kept as written: a year, a month or a date."""

    id: str
    title: str = ""
    authors: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    doi: str = ""
    pmid: str = ""
    file: str = ""
    sha256: str = ""
    """Of ``file``, when it was last pinned."""
    accessed: str = ""
    place: Place = field(default=_SOMEWHERE, compare=False)
    aka: tuple[str, ...] = ()
    retraction: Retraction | None = None

    @property
    def year(self) -> int | None:
        return int(self.published[:4]) if self.published[:4].isdigit() else None

    @property
    def is_retracted(self) -> bool:
        return self.retraction is not None and self.retraction.status == "retracted"


@dataclass(frozen=True, slots=True)
class Caveat:
    """What copy must say beside a fact. ``any_of`` holds phrases and ``/patterns/``."""

    id: str
    say: str
    any_of: tuple[str, ...]
    within: Within = "document"
    place: Place = field(default=_SOMEWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Superseded:
    """A figure that was once the fact's."""

    value: str
    as_of: int | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Examples:
    """A desk's own tests of a fact."""

    agrees: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fact:
    """A claim with its provenance, as written in facts.yaml; keys left out are None or empty."""

    id: str
    claim: str
    source: Source
    quote: str = ""
    locator: str = ""
    value: str | None = None
    period: tuple[int, int] | None = None
    as_of: int | None = None
    require: tuple[str, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    tolerance: str | None = None
    superseded: tuple[Superseded, ...] = ()
    review_by: date | None = None
    valid_until: date | None = None
    status: str = "approved"
    why: str = ""
    """Why it is disputed or withdrawn."""
    owner: str = ""
    appears_in: tuple[str, ...] = ()
    among: tuple[str, ...] = ()
    pair: tuple[str, str] | None = None
    examples: Examples = field(default_factory=Examples)
    place: Place = _SOMEWHERE
    key_places: dict[str, Place] = field(default_factory=dict, compare=False)
    """Where each key of the fact stands, for messages about it."""


@dataclass(frozen=True)
class FactsFile:
    """Everything a facts file and its includes say."""

    path: str
    facts: dict[str, Fact]
    sources: dict[str, Source] = field(default_factory=dict)
    caveats: dict[str, Caveat] = field(default_factory=dict)
    terms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    contrasts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    files: tuple[str, ...] = ()

    @property
    def in_use(self) -> list[Fact]:
        """The facts that are not withdrawn."""
        return [fact for fact in self.facts.values() if fact.status != "withdrawn"]
