"""Markdown that stands inside another file, where its characters may be written otherwise."""

from __future__ import annotations

from array import array

from linter.model import Comment
from linter.readers.build import Builder
from linter.readers.inline import INVISIBLE, Inline
from linter.readers.markdown import MarkdownReader
from linter.readers.mdx import comment_text


class Embedded:
    """A text, with the place in the file of each of its characters."""

    def __init__(self, text: str, starts: array[int], ends: array[int]) -> None:
        assert len(text) == len(starts) == len(ends)
        self.text = text
        self.starts = starts
        self.ends = ends

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where ``text[start:end]`` stands in the file; it must not be empty."""
        return self.starts[start], self.ends[max(end, start + 1) - 1]


class MappedInline(Inline):
    """Collects text by its places in an embedded text, and records those in the file."""

    __slots__ = ("embedded",)

    def __init__(self, places: array[int], embedded: Embedded) -> None:
        super().__init__(places)
        self.embedded = embedded

    def _run(self, text: str, at: int) -> None:
        end = at + len(text)
        if text:
            self.parts.append(text)
            self.starts.extend(self.embedded.starts[at:end])
            self.ends.extend(self.embedded.ends[at:end])

    def whole(self, text: str, start: int, end: int) -> None:
        if INVISIBLE.sub("", text):
            super().whole(text, *self.embedded.span(min(start, len(self.embedded.text) - 1), end))


class EmbeddingBuilder(Builder):
    """A builder for files that hold several texts, read one after the other."""

    embedded: Embedded | None = None

    def inline(self) -> Inline:
        return super().inline() if self.embedded is None else MappedInline(self.places, self.embedded)

    def add_comment(self, start: int, end: int, raw: str) -> None:
        text = comment_text(raw)
        if text is not None and self.embedded is not None:
            self.comments.append(Comment(*self.embedded.span(start, end), text))

    def read_markdown(self, embedded: Embedded) -> None:
        """Add what a text says as Markdown."""
        if embedded.text.strip():
            self.embedded = embedded
            MarkdownReader(self, embedded.text, 0).run()
            self.embedded = None
