"""The fields of YAML and JSON content files that the config names, each read as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from linter.errors import DraftError
from linter.model import Document
from linter.readers.field_paths import Matcher, Step, shown
from linter.readers.inline import Inline
from linter.readers.mapped import EmbeddingBuilder
from linter.readers.reading import Reading
from linter.readers.scalars import text_of
from linter.readers.sifted import Sifted
from linter.readers.template_words import ending
from linter.readers.tree import MAX_DEPTH, Items, Node, Scalar, TooDeepError, TreeError, comments

TITLES = frozenset({"title", "heading", "headline", "question", "name", "label", "term"})
"""Keys whose text heads the other fields of its map."""
_DEEPEST_HEADING = 6
_UNTOLD = frozenset("|~|null|Null|NULL|true|True|TRUE|false|False|FALSE".split("|"))
"""Plain values that are no text."""


def read_content(path: str, source: str, reading: Reading) -> Document:
    """The document that the fields of a file are. Places are those of the file.

    Raises:
        DraftError: the file is not valid YAML or JSON, or a pattern names a list or a map.
    """
    is_json = ending(path) == ".json"
    documents = trees(source, is_json)
    builder = _FieldsBuilder(path, source, reading.prose_attributes)
    if not is_json:
        builder.builder.comments += comments(source, 0, len(source), documents)
    taken: set[int] = set()
    walk = _Walk(source, Matcher(reading.fields))
    for where, scalar in (each for tree in documents for each in walk.texts(tree)):
        if scalar.start not in taken:  # what is named in several places is read once
            taken.add(scalar.start)
            builder.read(where, text_of(source, scalar))
    return builder.finish()


def trees(source: str, is_json: bool) -> list[Node]:
    """The documents of a file. Raises DraftError if it is not valid."""
    try:
        if is_json:
            from linter.readers.tree_json import whole_json

            return [whole_json(source)]
        from linter.readers.tree_yaml import read_yaml

        return read_yaml(source, int(source.startswith("\ufeff")), len(source))
    except TooDeepError as error:
        line = _line(source, error.at)
        raise DraftError(
            f"is nested more than {MAX_DEPTH} levels deep, on line {line}: simplify it"
        ) from None
    except TreeError as error:
        name = "JSON" if is_json else "YAML"
        raise DraftError(f"is not valid {name} ({error}): mend it, or leave it out") from None


@dataclass(frozen=True)
class _Walk:
    """Finds what patterns name."""

    source: str
    matcher: Matcher

    def texts(self, tree: Node) -> Iterator[tuple[tuple[Step, ...], Scalar]]:
        """The texts in a document, each with its path, in the order of the file."""
        return self._texts(tree, self.matcher.start, ())

    def _texts(
        self, node: Node, states: frozenset[tuple[int, int]], path: tuple[Step, ...]
    ) -> Iterator[tuple[tuple[Step, ...], Scalar]]:
        pattern = self.matcher.ended(states)
        if isinstance(node, Scalar):
            is_text = node.style != "plain" or self.source[node.start : node.end] not in _UNTOLD
            if pattern is not None and is_text:
                yield path, node
            return
        if pattern is not None:
            raise self._is_no_text(pattern.text, path, node)
        steps: Sequence[tuple[Step, Node]] = (
            list(enumerate(node.items)) if isinstance(node, Items) else list(node.values.items())
        )
        for step, inner in steps:
            if after := self.matcher.follow(states, step):
                yield from self._texts(inner, after, (*path, step))

    def _is_no_text(self, pattern: str, path: tuple[Step, ...], node: Node) -> DraftError:
        """What to say where a pattern names a list or a map."""
        kind, more = ("list", f"{pattern}[]") if isinstance(node, Items) else ("map", f"{pattern}.*")
        line = _line(self.source, node.start)
        return DraftError(
            f"has a {kind} in {shown(path)}, on line {line}, where content-fields wants a text ({pattern}): "
            f"write {more}, or the fields in it"
        )


def _line(source: str, at: int) -> int:
    return source.count("\n", 0, at) + 1


class _FieldsBuilder:
    """Reads field by field. A title heads what stands in its map after it, and nothing else."""

    def __init__(self, path: str, source: str, names: Sequence[str]) -> None:
        self.names = names
        self.builder = EmbeddingBuilder(path, source)
        self.title: int | None = None
        self._heads: dict[tuple[Step, ...], tuple[tuple[int, int], ...]] = {}
        """The open headings inside a map that has a title."""

    def read(self, path: tuple[Step, ...], text: Sifted) -> None:
        if not text.text.strip():
            return
        outer = path[:-1]
        self.builder.open_headings = self._open_at(outer)
        if path and path[-1] in TITLES and "\n" not in text.text.strip():
            self._head(outer, text)
        else:
            self.builder.read_markdown(text, self.names)

    def finish(self) -> Document:
        document = self.builder.document(self.title)
        return document if self.title is not None else replace(document, title=None)

    def _head(self, outer: tuple[Step, ...], text: Sifted) -> None:
        level = min(len(self.builder.open_headings) + (1 if not outer else 2), _DEEPEST_HEADING)
        inline = Inline(text.starts, text.ends)
        inline.plain(text.text, 0)
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
