"""The fields of YAML and JSON content files that the config names, each read as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from linter.errors import DraftError
from linter.model import Comment, Document
from linter.readers.field_paths import Matcher, Step, shown
from linter.readers.mapped import EmbeddingBuilder
from linter.readers.reading import Reading
from linter.readers.sifted import Sifted
from linter.readers.template_words import ending

TITLES = frozenset({"title", "heading", "headline", "question", "name", "label", "term"})
"""Keys whose text heads the other fields of its map."""
_DEEPEST_HEADING = 6


@dataclass(frozen=True)
class Scalar:
    """A text of a content file."""

    path: tuple[Step, ...]
    embedded: Sifted


@dataclass(frozen=True)
class Fields:
    """What a file holds in the fields that were asked for, in its order, and its comments for medlint."""

    scalars: tuple[Scalar, ...]
    comments: tuple[Comment, ...] = ()


def read_content(path: str, source: str, reading: Reading) -> Document:
    """The document that the fields of a file are. Places are those of the file.

    Raises:
        DraftError: the file is not valid YAML or JSON, or a pattern names a list or a map.
    """
    matcher = Matcher(reading.fields)
    if ending(path) == ".json":
        from linter.readers.json_fields import json_fields

        fields = json_fields(source, matcher)
    else:
        from linter.readers.yaml_fields import yaml_fields

        fields = yaml_fields(source, matcher)
    builder = _FieldsBuilder(path, source, reading.prose_attributes)
    for scalar in fields.scalars:
        builder.read(scalar)
    builder.comments += fields.comments
    return builder.finish()


def is_no_text(pattern: str, path: Sequence[Step], kind: str, line: int) -> DraftError:
    """What to say where a pattern names a list or a map."""
    more = f"{pattern}[]" if kind == "list" else f"{pattern}.*"
    return DraftError(
        f"has a {kind} in {shown(path)}, on line {line}, where content-fields wants a text ({pattern}): "
        f"write {more}, or the fields in it"
    )


class _FieldsBuilder:
    """Reads field by field. A title heads what stands in its map after it, and nothing else."""

    def __init__(self, path: str, source: str, names: Sequence[str]) -> None:
        self.names = names
        self.builder = EmbeddingBuilder(path, source)
        self.comments: list[Comment] = self.builder.comments
        self.title: int | None = None
        self._heads: dict[tuple[Step, ...], tuple[tuple[int, int], ...]] = {}
        """The open headings inside a map that has a title."""

    def read(self, scalar: Scalar) -> None:
        *above, last = scalar.path
        outer = tuple(above)
        self.builder.open_headings = self._open_at(outer)
        if last in TITLES and "\n" not in scalar.embedded.text.strip():
            self._head(outer, scalar.embedded)
        else:
            self.builder.read_markdown(scalar.embedded, self.names)

    def finish(self) -> Document:
        document = self.builder.document(self.title)
        return document if self.title is not None else replace(document, title=None)

    def _head(self, outer: tuple[Step, ...], embedded: Sifted) -> None:
        level = min(len(self.builder.open_headings) + (1 if not outer else 2), _DEEPEST_HEADING)
        self.builder.read = embedded
        inline = self.builder.inline()
        inline.plain(embedded.text, 0)
        index = self.builder.add(inline, "heading", level=level)
        self._heads[outer] = self.builder.open_headings
        if not outer and self.title is None:
            self.title = index

    def _open_at(self, outer: tuple[Step, ...]) -> tuple[tuple[int, int], ...]:
        """The headings that hold in a map: its own, or those of the nearest map around it."""
        return next((self._heads[above] for above in _around(outer) if above in self._heads), ())


def _around(path: tuple[Step, ...]) -> Iterator[tuple[Step, ...]]:
    """A path and those above it, the nearest first."""
    for size in range(len(path), -1, -1):
        yield path[:size]
