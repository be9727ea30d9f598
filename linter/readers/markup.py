"""HTML cut into tokens with their places.

Python's own ``html.parser`` takes quadratic time on a few kilobytes of unclosed tags, and where it
cuts depends on the patch release; this tokenizer reads any text in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5
from typing import Literal, NamedTuple

from linter.patterns import Pattern

RAW_TEXT = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
OPENING = Pattern(r"<(?:(/?)([a-zA-Z][a-zA-Z0-9]*+)(>)?|[/!?])")
"""Where markup may begin; group 3 matches when it is a whole tag already."""

STOP = Pattern("[>\"']")
NAME = Pattern(r"[^\s/>]+")
ATTRIBUTE = Pattern(r"""([^\s"'>/=][^\s>/=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+)))?""")
ENTITY = Pattern(r"&(?:#[0-9]{1,9}+;?|#[xX][0-9a-fA-F]{1,8}+;?|[A-Za-z][A-Za-z0-9]{1,31}+;?)")


class Token(NamedTuple):
    """One piece of markup or text: ``source[start:end]``."""

    kind: Literal["text", "start", "end", "comment"]
    start: int
    end: int
    name: str = ""


def tokens(text: str) -> Iterator[Token]:
    """The tokens of ``text`` in order; whatever is not markup is text."""
    scan = _Scan(text)
    here = 0
    while (found := OPENING.search(text, here)) is not None and found.start() < scan.last_close:
        at = found.start()
        if at > here:
            yield Token("text", here, at)
        if found.group(3):
            token = Token("end" if found.group(1) else "start", at, found.end(), found.group(2).lower())
        else:
            token = scan.markup(at)
        yield token
        here = token.end
        if token.kind == "start" and token.name in RAW_TEXT and (end := scan.raw_end(token)) >= 0:
            if token.name == "title" and end > here:
                yield Token("text", here, end)
            here = end
    if here < len(text):
        yield Token("text", here, len(text))


class _Scan:
    """Remembers which closing marks the rest of the text lacks, so that none is sought twice."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.last_close = text.rfind(">")
        self.last_comment = text.rfind("-->")
        self.quotes = {'"': text.rfind('"'), "'": text.rfind("'")}
        self.trust_quotes = True
        self.unclosed: set[str] = set()

    def markup(self, at: int) -> Token:
        """The tag or comment that begins at ``at``; some '>' follows."""
        text = self.text
        if text.startswith("<!--", at):
            return self._comment(at)
        if text[at + 1] in "!?" or (text[at + 1] == "/" and not text[at + 2 : at + 3].isalpha()):
            return Token("comment", at, text.index(">", at) + 1)
        closing = text[at + 1] == "/"
        name = NAME.match(text, at + 2 if closing else at + 1)
        assert name is not None
        end = text.index(">", at) + 1 if closing else self._tag_end(name.end())
        return Token("end" if closing else "start", at, end, name.group().lower())

    def _comment(self, at: int) -> Token:
        text = self.text
        if text.startswith((">", "->"), at + 4):
            return Token("comment", at, text.index(">", at) + 1)
        if at + 4 <= self.last_comment:
            return Token("comment", at, text.index("-->", at + 4) + 3)
        # A browser would hide all that follows. Hiding it from the check as well helps nobody.
        return Token("comment", at, text.index(">", at) + 1)

    def _tag_end(self, at: int) -> int:
        """Where a start tag ends: the first '>' outside quoted values, or the first of all."""
        here = at
        while self.trust_quotes:
            stop = STOP.search(self.text, here)
            if stop is None or (stop.group() != ">" and stop.start() >= self.quotes[stop.group()]):
                self.trust_quotes = False
            elif stop.group() == ">":
                return stop.end()
            elif self._is_value(stop.start()):
                here = self.text.index(stop.group(), stop.end()) + 1
            else:
                here = stop.end()
        return self.text.index(">", at) + 1

    def _is_value(self, quote: int) -> bool:
        """Whether a quotation mark opens a value; elsewhere in a tag it is a stray character."""
        return self.text[max(0, quote - 8) : quote].rstrip().endswith("=")

    def raw_end(self, token: Token) -> int:
        """Where the end tag of a script, style … begins; the end of the text for a missing one.

        A missing ``</title>`` must not swallow the page: -1, and its text is read as markup.
        """
        if token.name not in self.unclosed:
            pattern = re.compile(rf"</{token.name}[\s/>]", re.IGNORECASE)
            if (found := pattern.search(self.text, token.end)) is not None:
                return found.start()
            self.unclosed.add(token.name)
        return -1 if token.name == "title" else len(self.text)


def attributes(text: str, token: Token) -> dict[str, tuple[int, int]]:
    """Where the values of a start tag's attributes stand, the first of each name."""
    found: dict[str, tuple[int, int]] = {}
    at = token.start + 1 + len(token.name)
    for match in ATTRIBUTE.finditer(text, at, token.end - 1):
        group = match.lastindex or 1
        place = match.span(group) if group > 1 else (match.end(), match.end())
        found.setdefault(match.group(1).lower(), place)
    return found


def entities(text: str, start: int, end: int) -> Iterator[tuple[int, int, str | None]]:
    """Cut ``text[start:end]`` at its character references: place, and the characters meant.

    Plain runs come with None.
    """
    here = start
    for match in ENTITY.finditer(text, start, end):
        chars, size = _decode(match.group())
        if size:
            if match.start() > here:
                yield here, match.start(), None
            here = match.start() + size
            yield match.start(), here, chars
    if here < end:
        yield here, end, None


def _decode(entity: str) -> tuple[str, int]:
    """What a reference means, and how much of it is the reference; 0 if it is none."""
    if entity[1] == "#":
        return unescape(entity), len(entity)
    name = entity[1:]
    for size in range(len(name), 1, -1):
        if (chars := html5.get(name[:size])) is not None:
            return chars, size + 1
    return "", 0
