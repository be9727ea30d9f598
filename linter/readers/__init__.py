"""Readers: a draft's bytes become a Document whose every character knows its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from linter.errors import DraftError
from linter.model import Document
from linter.readers.decoding import decode
from linter.readers.unread import unread_endings

SUFFIXES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".mkd": "markdown",
    ".mdx": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".txt": "text",
    ".text": "text",
    ".docx": "word",
    ".rst": "restructuredtext",
    ".rest": "restructuredtext",
    ".ipynb": "notebook",
}
"""Which reader reads files of which suffix."""
CONTENT_SUFFIXES = frozenset({".yaml", ".yml", ".json"})
"""Files that are read in the fields that the config names, and are no drafts without."""


@dataclass(frozen=True)
class Reading:
    """What the config says of how one draft is to be read."""

    encoding: str = "utf-8"
    """Of what is neither UTF-8 nor UTF-16 with a mark; one of ``decoding.ENCODINGS``."""
    fields: tuple[str, ...] = ()
    """Of a YAML or JSON file: the fields that hold copy."""


AS_IT_IS = Reading()


def read(path: str, data: bytes, reading: Reading = AS_IT_IS) -> Document:
    """Read a draft. Raises DraftError, with one sentence that lacks its subject, if that cannot be."""
    suffix = PurePath(path).suffix.lower()
    if suffix in CONTENT_SUFFIXES and reading.fields:
        from linter.readers.content import read_content

        return read_content(path, decode(data, reading.encoding), reading.fields)
    if (message := refusal(path)) is not None:
        raise DraftError(message)
    if SUFFIXES[suffix] == "word":
        from linter.readers.word import read_word

        return read_word(path, data)
    return _reader(SUFFIXES[suffix])(path, decode(data, reading.encoding))


def reader_of(path: str, reading: Reading = AS_IT_IS) -> str:
    """The name of the reader that reads a file of this name; ``none`` if none does."""
    suffix = PurePath(path).suffix.lower()
    return "content" if suffix in CONTENT_SUFFIXES and reading.fields else SUFFIXES.get(suffix, "none")


def refusal(path: str) -> str | None:
    """Why no file of this name can be read, or None if one can."""
    suffix = PurePath(path).suffix.lower()
    if suffix in SUFFIXES:
        return None
    known = "Word (.docx), Markdown (.md), HTML (.html) or plain text (.txt)"
    kind = unread_endings().get(suffix)
    if kind == "word":
        return f"files ending in {suffix} cannot be read: save it as a Word Document (.docx)"
    if kind == "pdf":
        return f"PDF files cannot be read: check the text they were made from, as {known}"
    if suffix in CONTENT_SUFFIXES:
        return "is read only in the fields that .medlint.yaml names: list them there under content-fields"
    files = f"files ending in {suffix}" if suffix else "files without a suffix"
    return f"{files} cannot be read: save it as {known}"


def _reader(name: str) -> Callable[[str, str], Document]:
    """The reader of a format; the others are not even imported."""
    if name == "markdown":
        from linter.readers.markdown import read_markdown

        return read_markdown
    if name == "html":
        from linter.readers.html import read_html

        return read_html
    if name == "notebook":
        from linter.readers.notebook import read_notebook

        return read_notebook
    if name == "restructuredtext":
        from linter.readers.rst import read_rst

        return read_rst
    from linter.readers.text import read_text

    return read_text
