"""The desk's copies of its sources: what they say, whether a quote is in them, and whether they are what they were."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from linter.errors import DraftError
from linter.model import Source
from linter.patterns import Pattern

_DASHES = Pattern("[\u2010-\u2015\u2212\u00ad]")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
_SPACE = Pattern(r"\s+")
_WITHIN_WORD = Pattern(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_GAP = Pattern(r"\[[^\]]*\]|…|\.\.\.")
_NO_PDF = "PDF files need the package pypdf: `pip install pypdf` installs it"


class OriginalError(Exception):
    """A copy of a source that cannot be read, and why."""


@dataclass(frozen=True, slots=True)
class Original:
    """A copy of a source as it is now: its text, as :func:`plain_words` gives it, and its SHA-256."""

    text: str
    sha256: str

    def has(self, quote: str) -> bool:
        """Whether the quote is in it. What stands in brackets, and an ellipsis, are gaps in a quote."""
        at = 0
        for part in filter(None, map(plain_words, _GAP.split(quote))):
            found = self.text.find(part, at)
            if found < 0:
                return False
            at = found + len(part)
        return True


def path_of(source: Source) -> str:
    """Where the copy is: ``file`` counts from the folder of the file that names it."""
    return os.path.normpath(os.path.join(os.path.dirname(source.place.path), source.file))


def original(path: str) -> Original:
    """The copy at ``path``: text, Markdown, HTML, PDF, and whatever else drafts may be.

    Raises:
        OriginalError: it is not there, or cannot be read.
    """
    try:
        status = os.stat(path)
        return _original(path, (status.st_mtime_ns, status.st_size, status.st_ino))
    except OSError as error:
        raise OriginalError(f"{path} cannot be read: {error.strerror or error}") from None


@lru_cache(maxsize=64)
def _original(path: str, _stamp: tuple[int, int, int]) -> Original:
    """Read once, however many facts quote it, as long as it stays what it is."""
    with open(path, "rb") as file:
        data = file.read()
    text = _pdf(path, data) if path.lower().endswith(".pdf") else _draft(path, data)
    return Original(plain_words(text), hashlib.sha256(data).hexdigest())


def plain_words(text: str) -> str:
    """Text as quotes are held against it: case, spaces, line ends, hyphenation and kinds of dash and quote aside."""
    folded = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    folded = _SPACE.sub("", _DASHES.sub("-", folded)).casefold()
    return _WITHIN_WORD.sub("", folded)


def _draft(path: str, data: bytes) -> str:
    from linter.readers import read

    try:
        return "\n".join(block.text for block in read(path, data).blocks)
    except DraftError as error:
        raise OriginalError(f"{path} {error}") from None


def _pdf(path: str, data: bytes) -> str:
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError:
        raise OriginalError(f"{path}: {_NO_PDF}") from None
    try:
        text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    except (PyPdfError, ValueError, LookupError, TypeError, AttributeError, OSError, RecursionError) as error:
        raise OriginalError(f"{path} is no PDF that can be read ({' '.join(str(error).split())})") from None
    if not text.strip():
        raise OriginalError(f"{path} holds no text, only pictures of it: keep a copy with text")
    return text
