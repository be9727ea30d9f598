"""The words of HTML that are no text between tags: attributes, what a page says of itself, labels of pictures."""

from __future__ import annotations

from collections.abc import Callable, Collection

from linter.patterns import AnyCase, Pattern
from linter.readers.build import Builder
from linter.readers.dates import of_key
from linter.readers.inline import Inline
from linter.readers.markup import Token, attributes
from linter.readers.metadata import Metadata
from linter.readers.prose_keys import is_prose
from linter.readers.tree_json import read_json

WITH_WORDS = ("title", "aria-label", "aria-description", "aria-roledescription", "placeholder", "summary")
"""Attributes that a page shows or reads out, besides ``alt``."""
_MAY_HAVE = AnyCase(r"\s(?:alt|title|aria-|placeholder|summary|value)")
_WORDS = Pattern(r"\S\s+\S|\d")
_BUTTONS = frozenset({"button", "submit", "reset"})
_NAMES = ("name", "property", "itemprop")

Write = Callable[[Inline, int, int], None]
"""Adds ``text[start:end]`` of the HTML, character references resolved, to a collector."""


def add_attributes(builder: Builder, text: str, token: Token, write: Write) -> None:
    """Read the attributes of a start tag that hold prose, as further words of the block it stands in."""
    if not _MAY_HAVE.search(text, token.start, token.end):
        return
    found = attributes(text, token)
    places = [found["alt"]] if "alt" in found and token.name in ("img", "area", "input") else []
    places += [
        found[name] for name in WITH_WORDS if name in found and _WORDS.search(text, *found[name]) is not None
    ]
    if token.name == "input" and "value" in found and text[slice(*found.get("type", (0, 0)))] in _BUTTONS:
        places.append(found["value"])
    for start, end in sorted(set(places)):
        if start < end:
            words = builder.inline()
            write(words, start, end)
            builder.alts.append(words)


def add_meta(builder: Builder, text: str, token: Token, write: Write, more: Collection[str]) -> None:
    """Read a ``<meta>`` that holds a title, a description or the page's date."""
    found = attributes(text, token)
    names = [text[slice(*found[name])].strip() for name in _NAMES if name in found]
    start, end = found.get("content", (0, 0))
    builder.dated += filter(None, (of_key(name, text[start:end]) for name in names))
    if start < end and any(is_prose(name, more) for name in names):
        words = builder.inline()
        write(words, start, end)
        builder.add_metadata(words)


def is_data(text: str, token: Token) -> bool:
    """Whether a script is data about the page (JSON-LD)."""
    start, end = attributes(text, token).get("type", (0, 0))
    return text[start:end].strip().lower() == "application/ld+json"


def add_data(builder: Builder, start: int, end: int, more: Collection[str]) -> None:
    """Read the JSON-LD that stands at ``source[start:end]``; what is no JSON any more ends it."""
    tree, _ = read_json(builder.read.text, start, end)
    Metadata(builder, [*more, "articleBody"]).read(tree)


class Picture:
    """Reads the words of one ``<svg>``: its title and description, and texts in it of several words.

    A number beside an axis says nothing by itself.
    """

    def __init__(self, builder: Builder, write: Write) -> None:
        self.builder = builder
        self.write = write
        self.depth = 1
        self.inner: str | None = None
        self.inline: Inline | None = None

    def take(self, token: Token, at: int) -> bool:
        """The next token, ``at`` its place in the source; False after the last."""
        if token.name == "svg":
            self.depth += (token.kind == "start") - (token.kind == "end")
        elif token.kind == "start" and self.inner is None and token.name in ("title", "desc", "text"):
            self.inner, self.inline = token.name, self.builder.inline()
        elif token.kind == "text" and self.inline is not None:
            self.write(self.inline, token.start, token.end)
        elif token.kind == "start" and token.name == "tspan" and self.inline is not None:
            self.inline.space(" ", at, at + token.end - token.start)
        elif token.kind == "end" and token.name == self.inner:
            self._close()
        return self.depth > 0

    def _close(self) -> None:
        words = "".join(self.inline.parts).split() if self.inline is not None else []
        if self.inline is not None and (self.inner != "text" or sum(w.isalpha() for w in words) > 1):
            self.builder.alts.append(self.inline)
        self.inner = self.inline = None
