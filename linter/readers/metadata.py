"""The prose of a tree of metadata: titles, descriptions, questions with their answers."""

from __future__ import annotations

from collections.abc import Collection

from linter.patterns import Pattern
from linter.readers.build import Builder
from linter.readers.dates import of_key
from linter.readers.inline import Inline
from linter.readers.paragraphs import paragraphs
from linter.readers.prose_keys import is_a, is_prose
from linter.readers.sifted import unsifted
from linter.readers.tiles import BARE_FIGURE
from linter.readers.tree import Items, Node, Pairs, Scalar

NO_PROSE = Pattern(r"[\d\s.,:/+TZ-]*+|[^\s<]*[/@][^\s<]*|[\w-]+\.\w{2,4}")
"""A date, a number, an address, the name of a file."""


class Metadata:
    """Adds what a tree of metadata says to a builder. ``more`` are keys of prose that the desk adds."""

    def __init__(self, builder: Builder, more: Collection[str] = ()) -> None:
        self.builder = builder
        self.more = more
        self.taken: set[int] = set()
        """Where values begin that were read: one that is named elsewhere is read once."""

    def read(self, node: Node | None, *, under: int | None = None, is_prose_list: bool = False) -> None:
        """Read all that stands below ``node``, which the block ``under`` is the heading of."""
        if isinstance(node, Pairs):
            self._pairs(node, under)
        elif isinstance(node, Items):
            for item in node.items:
                if not isinstance(item, Scalar):
                    self.read(item, under=under, is_prose_list=is_prose_list)
                elif is_prose_list:
                    self.scalar(item, under)

    def _pairs(self, node: Pairs, under: int | None) -> None:
        figure = self._figure(node)
        if figure:
            self._join(figure, under)
        names = [key for key in node.values if is_a("names", key) and isinstance(node.values[key], Scalar)]
        has_prose = any(is_prose(key, self.more) for key in node.values)
        for key in sorted(node.values, key=lambda key: key not in names[:1]):
            value = node.values[key]
            if value in figure or is_a("elsewhere", key):
                continue
            told = is_prose(key, self.more) or (key in names and has_prose)
            if isinstance(value, Scalar) and (dated := of_key(key, self._text(value))) is not None:
                self.builder.dated.append(dated)
            elif not isinstance(value, Scalar):
                self.read(value, under=under, is_prose_list=told)
            elif told:
                index = self.scalar(value, under)
                if key in names[:1] and index is not None:
                    under = index

    def scalar(self, value: Scalar, under: int | None = None) -> int | None:
        """Read one value; the index of its first block, if it has any words."""
        if value.start in self.taken or NO_PROSE.fullmatch(self._text(value).strip()):
            return None
        self.taken.add(value.start)
        first = None
        for inline in paragraphs(self.builder, value):
            index = self.builder.add_metadata(inline, under)
            first = index if first is None else first
        return first

    def _figure(self, node: Pairs) -> list[Scalar]:
        """A figure and its label that stand in one map, in the order of the source; [] if they do not."""
        texts = {key: value for key, value in node.values.items() if isinstance(value, Scalar)}
        figures = [
            value for key, value in texts.items()
            if is_a("figure", key) and (BARE_FIGURE.fullmatch(self._text(value)) or self._text(value).isdigit())
        ]  # fmt: skip
        labels = [value for key, value in texts.items() if is_a("label", key) and value not in figures]
        if len(figures) != 1 or not labels:
            return []
        if self._text(figures[0]).isdigit() and not any(self._text(label)[:1].islower() for label in labels):
            return []  # a chapter and its number
        return sorted([*figures, *labels], key=lambda value: value.start)

    def _text(self, value: Scalar) -> str:
        return self.builder.read.text[value.start : value.end]

    def _join(self, values: list[Scalar], under: int | None) -> None:
        """Read several values as one text."""
        places = unsifted(self.builder.source)
        joined = Inline(places.starts, places.ends)
        for value in values:
            for inline in paragraphs(self.builder, value):
                text = "".join(inline.parts)
                if joined.parts and text:
                    joined.space("\n", inline.starts[0] - 1, inline.starts[0])
                joined.copy(inline, text, 0, len(text))
        self.builder.add_metadata(joined, under)
