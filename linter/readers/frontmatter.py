"""The metadata block at the head of a Markdown file, of which only the title is prose; it may name the language."""

from __future__ import annotations

import re

from linter.patterns import Pattern
from linter.readers.inline import Inline
from linter.readers.languages import code_of

FENCED = Pattern(
    r"\ufeff?(---|\+\+\+)[ \t]*\r?\n(?=\s*(?:[\w\"'.-]+\s*[:=]|#))"
    r"((?:(?!(?:---|\+\+\+|\.\.\.)[ \t]*\r?(?:\n|\Z)).*+\n)*+)(?:---|\+\+\+|\.\.\.)[ \t]*+\r?(?:\n|\Z)"
)
TITLE = Pattern(r"^[\"']?title[\"']?[ \t]*+[:=][ \t]*+(.*)$", re.MULTILINE | re.IGNORECASE)
LANGUAGE = Pattern(
    r"^[\"']?(?:lang|language|locale)[\"']?[ \t]*+[:=][ \t]*+(.*)$", re.MULTILINE | re.IGNORECASE
)
INDENTED = Pattern(r"[ \t]++(\S[^\n]*+)(?:\n|\Z)")
COMMENT = Pattern(r"\s#.*$")


def body_start(source: str) -> int:
    """Where the draft begins: after the metadata block or the byte order mark, if any."""
    found = FENCED.match(source)
    if found is not None:
        return found.end()
    return int(source.startswith("\ufeff"))


def title(source: str, end: int, inline: Inline) -> Inline | None:
    """The words of the block's ``title`` key, without quotation marks."""
    found = TITLE.search(source, 0, end)
    if found is None:
        return None
    value, at = found.group(1).rstrip(), found.start(1)
    if value[:1] in ("'", '"') and len(value) > 1 and value.find(value[0], 1) > 0:
        _quoted(value, at, inline)
    elif value[:1] in ("|", ">") and len(value) < 4:
        _folded(source, found.end() + 1, end, inline)
    else:
        inline.plain(COMMENT.sub("", value), at)
    return inline


def language(source: str, end: int) -> str:
    """The code of the language that the block names, '' if it names none."""
    found = LANGUAGE.search(source, 0, end)
    return code_of(COMMENT.sub("", found.group(1))) if found is not None else ""


def _quoted(value: str, at: int, inline: Inline) -> None:
    """A quoted value; a backslash (or, in single quotes, a doubled quote) escapes."""
    quote, here = value[0], 1
    escape = "\\" if quote == '"' else "'"
    while here < len(value):
        stop = min((i for i in (value.find(quote, here), value.find(escape, here)) if i >= 0), default=-1)
        if stop < 0:
            inline.plain(value[here:], at + here)
            return
        inline.plain(value[here:stop], at + here)
        if value[stop] != escape or (escape == quote and value[stop + 1 : stop + 2] != quote):
            return
        inline.whole(value[stop + 1 : stop + 2], at + stop, at + stop + 2)
        here = stop + 2


def _folded(source: str, at: int, end: int, inline: Inline) -> None:
    """A block value: the indented lines that follow."""
    while at < end and (line := INDENTED.match(source, at, end)) is not None:
        words = line.group(1).rstrip()
        inline.plain(words, line.start(1))
        inline.space(" ", line.start(1) + len(words), line.end())
        at = line.end()
