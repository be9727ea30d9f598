"""Markdown that stands inside another file, where its characters may be written otherwise."""

from __future__ import annotations

from collections.abc import Collection

from linter.readers.build import Builder
from linter.readers.markdown import MarkdownReader
from linter.readers.sift import sift
from linter.readers.sifted import Sifted, within


class EmbeddingBuilder(Builder):
    """A builder for files that hold several texts, read one after the other."""

    def read_markdown(self, text: Sifted, names: Collection[str] = ()) -> None:
        """Add what a text says as Markdown; ``names`` are as in :func:`sift`."""
        if text.text.strip():
            self.read = within(sift("text.md", text.text, 0, "markdown", names), text)
            self.comments += self.read.comments
            MarkdownReader(self, self.read.text, 0).run()
