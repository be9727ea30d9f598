"""The words of one value of metadata: escapes resolved, markup taken out, every place kept."""

from __future__ import annotations

from collections.abc import Iterator

from linter.patterns import Pattern
from linter.readers.build import Builder
from linter.readers.inline import Inline
from linter.readers.markup import ENTITY, entities
from linter.readers.tree import Scalar

ESCAPE = Pattern(
    r"\\(?:x[0-9a-fA-F]{2}|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r?\n[ \t]*+|.)"
)
_NAMED = {"n": "\n", "t": "\t", "r": "\r", "b": "", "f": "", "0": "", "a": "", "v": "", "e": "",
          "_": "\xa0", "N": "\n", "L": "\n", "P": "\n"}  # fmt: skip
DOUBLED = Pattern("''")

_ROWS = {
    "comment": r"<!--(?:(?!-->|<!--)[\s\S])*+-->",  # <!-- not shown -->
    "paragraph": r"</?(?:p|div|[uo]l|li|h[1-6]|table|tr|td|th|blockquote)\b[^<>]*+>",  # <p>
    "line": r"<br\b[^<>]*+>|\n",  # <br/>
    "tag": r"</?[a-zA-Z][^<>]*+>",  # <strong>
    "entity": ENTITY.pattern,  # &nbsp;
    "link": r"!?\[(?=[^\[\]]*+\]\()|\]\([^()\s]*+(?:[ ]\"[^\"\n]*+\")?\)",  # [the words](target)
    "emphasis": r"\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)",  # **83%**
}
MARKUP = Pattern("|".join(f"(?P<{name}>{pattern})" for name, pattern in _ROWS.items()))
LEAD = Pattern(r"\s*+(?:(?:[-*+•]|\d{1,3}[.)]|\#{1,6}|>)[ \t]++)?")
"""What stands before the words of a line: an item's or a heading's mark."""


def paragraphs(builder: Builder, scalar: Scalar) -> list[Inline]:
    """The value's prose, a collector of text for each paragraph, item or line of it."""
    decoded = builder.inline()
    for text, start, end in _pieces(builder.read.text, scalar):
        if len(text) == end - start:
            decoded.plain(text, start)
        else:
            decoded.whole(text, start, end)
    return list(_without_markup(builder, decoded))


def _pieces(source: str, scalar: Scalar) -> Iterator[tuple[str, int, int]]:
    """The value cut at its escapes: text, and its place."""
    here, end = scalar.start, scalar.end
    if scalar.style == "block":
        here = source.find("\n", here, end) + 1 or end
    escape = {"double": ESCAPE, "single": DOUBLED}.get(scalar.style)
    for match in escape.finditer(source, here, end) if escape is not None else ():
        yield source[here : match.start()], here, match.start()
        here = match.end()
        yield _meant(match.group()), match.start(), here
    yield source[here:end], here, end


def _meant(escape: str) -> str:
    """What an escape stands for; '' for what shows nothing."""
    kind = escape[1]
    if escape == "''":
        return "'"
    if kind in "xuU" and len(escape) > 3:
        first, *rest = (int(code, 16) for code in escape[2:].split("\\u"))
        code = 0x10000 + ((first - 0xD800) << 10) + rest[0] - 0xDC00 if rest else first
        return "�" if code > 0x10FFFF or 0xD800 <= code < 0xE000 else chr(code)
    return "" if kind in "\r\n" else _NAMED.get(kind, kind)


def _without_markup(builder: Builder, decoded: Inline) -> Iterator[Inline]:
    """The decoded text as a page would show it, paragraph by paragraph."""
    text = "".join(decoded.parts)
    inline, here = builder.inline(), _lead(text, 0)
    for match in MARKUP.finditer(text):
        if match.start() < here:
            continue
        inline.copy(decoded, text, here, match.start())
        kind, here = match.lastgroup, match.end()
        place = decoded.starts[match.start()], decoded.ends[match.end() - 1]
        if kind == "entity":
            for low, high, chars in entities(text, match.start(), match.end()):
                if chars is None:
                    inline.copy(decoded, text, low, high)
                else:
                    inline.whole(chars, decoded.starts[low], decoded.ends[high - 1])
        elif kind in ("paragraph", "line"):
            here = _lead(text, here)
            between = text[match.end() : here]
            if kind == "line" and "\n" not in between and not between.strip():
                inline.space(" " if text[match.start()] == "\n" else "\n", *place)
            else:
                yield inline
                inline = builder.inline()
    inline.copy(decoded, text, here, len(text))
    yield inline


def _lead(text: str, at: int) -> int:
    """Where the words of the line at ``at`` begin."""
    lead = LEAD.match(text, at)
    return lead.end() if lead is not None else at
