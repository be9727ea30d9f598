"""Readers: a draft's bytes become a Document whose every character knows its place."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import PurePath

from linter.errors import DraftError
from linter.model import Document
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
}
"""Which reader reads files of which suffix."""

LARGEST = 20 * 1024 * 1024

_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


@dataclass(frozen=True)
class Reading:
    """What the config says of how a draft is to be read."""

    prose_keys: tuple[str, ...] = ()
    """Keys of its metadata that hold prose, besides those that usually do."""


AS_IT_IS = Reading()


def read(path: str, data: bytes, reading: Reading = AS_IT_IS) -> Document:
    """Read a draft. Raises DraftError, with one sentence that lacks its subject, if that cannot be."""
    suffix = PurePath(path).suffix.lower()
    if (message := refusal(path)) is not None:
        raise DraftError(message)
    return _reader(SUFFIXES[suffix])(path, decode(data), reading.prose_keys)


def refusal(path: str) -> str | None:
    """Why no file of this name can be read, or None if one can."""
    suffix = PurePath(path).suffix.lower()
    if suffix in SUFFIXES:
        return None
    known = "Markdown (.md), HTML (.html) or plain text (.txt)"
    kind = unread_endings().get(suffix)
    if kind == "word":
        return f"Word files cannot be read yet: export it as {known}"
    if kind == "pdf":
        return f"PDF files cannot be read: check the text they were made from, as {known}"
    files = f"files ending in {suffix}" if suffix else "files without a suffix"
    return f"{files} cannot be read: save it as {known}"


def decode(data: bytes) -> str:
    """The text of a draft; line ends stay as they are."""
    if len(data) > LARGEST:
        raise DraftError(f"is larger than {LARGEST // 1024 // 1024} MB: split it into several drafts")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            raise DraftError(f"is {encoding}, not UTF-8: save it as UTF-8")
    if b"\0" in data:
        if (name := _wide(data)) is not None:
            raise DraftError(f"is {name}, not UTF-8: save it as UTF-8")
        raise DraftError("is binary, not text: it holds NUL bytes")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        where = f"byte {error.start}, on line {line}, is 0x{data[error.start]:02x}"
        raise DraftError(f"is not UTF-8 ({where}): save it as UTF-8") from None
    return text


def _wide(data: bytes) -> str | None:
    """The encoding that a pattern of NUL bytes gives away, if any."""
    head = data[:4096]
    zeros = [head[i::4].count(0) / max(1, len(head[i::4])) for i in range(4)]
    if sum(zero > 0.5 for zero in zeros) >= 2 and min(zeros) < 0.1:
        return (
            "UTF-16"
            if (zeros[0] > 0.5) == (zeros[2] > 0.5) and (zeros[1] > 0.5) == (zeros[3] > 0.5)
            else "UTF-32"
        )
    return None


def _reader(name: str) -> Callable[[str, str, Collection[str]], Document]:
    """The reader of a format; the others are not even imported."""
    if name == "markdown":
        from linter.readers.markdown import read_markdown

        return read_markdown
    if name == "html":
        from linter.readers.html import read_html

        return read_html
    from linter.readers.text import read_text

    return read_text
