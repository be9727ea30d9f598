"""Readers: a draft's bytes become a Document whose every character knows its place."""

from __future__ import annotations

from collections.abc import Callable

from linter.errors import DraftError
from linter.model import Document
from linter.readers.decoding import decode
from linter.readers.reading import AS_IT_IS, Reading
from linter.readers.template_words import ending, template_words
from linter.readers.unread import unread_endings

SUFFIXES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".mkd": "markdown",
    ".mdx": "markdown",
    ".qmd": "markdown",
    ".rmd": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".txt": "text",
    ".text": "text",
    ".docx": "word",
    ".rst": "restructuredtext",
    ".rest": "restructuredtext",
    ".ipynb": "notebook",
    **dict.fromkeys(sorted(template_words()["endings"]), "html"),
}
"""Which reader reads files of which suffix."""
CONTENT_SUFFIXES = frozenset({".yaml", ".yml", ".json"})
"""Files that are read in the fields that the config names, and are no drafts without."""


def read(path: str, data: bytes, reading: Reading = AS_IT_IS) -> Document:
    """Read a draft. Raises DraftError, with one sentence that lacks its subject, if that cannot be."""
    name = reader_of(path, reading)
    if name == "none":
        raise DraftError(refusal(path) or "cannot be read")
    if name == "word":
        from linter.readers.word import read_word

        return read_word(path, data)
    if name == "restructuredtext":
        from linter.readers.rst import read_rst

        return read_rst(path, decode(data, reading.encoding))
    return _reader(name)(path, decode(data, reading.encoding), reading)


def reader_of(path: str, reading: Reading = AS_IT_IS) -> str:
    """The name of the reader that reads a file of this name; ``none`` if none does."""
    suffix = ending(path)
    return "content" if suffix in CONTENT_SUFFIXES and reading.fields else SUFFIXES.get(suffix, "none")


def refusal(path: str) -> str | None:
    """Why no file of this name can be read, or None if one can."""
    suffix = ending(path)
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


def _reader(name: str) -> Callable[[str, str, Reading], Document]:
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
    if name == "content":
        from linter.readers.content import read_content

        return read_content
    from linter.readers.text import read_text

    return read_text
