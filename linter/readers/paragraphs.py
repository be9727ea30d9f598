"""The words of one value of metadata, as a page would show them: markup taken out, every place kept."""

from __future__ import annotations

from collections.abc import Iterator

from linter.patterns import Pattern
from linter.readers.build import Builder
from linter.readers.inline import Inline
from linter.readers.markup import ENTITY, entities
from linter.readers.scalars import text_of
from linter.readers.sifted import within
from linter.readers.tree import Scalar

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


def paragraphs(builder: Builder, scalar: Scalar) -> Iterator[Inline]:
    """The prose of a value that stands in ``builder.read.text``, a collector of text for each paragraph,
    item or line of it."""
    value = within(text_of(builder.read.text, scalar), builder.read)
    text, is_folded = value.text, scalar.style in ("plain", "folded")
    inline, here = Inline(value.starts, value.ends), _lead(text, 0)
    for match in MARKUP.finditer(text):
        if match.start() < here:
            continue
        inline.plain(text[here : match.start()], here)
        kind, start, here = match.lastgroup, match.start(), match.end()
        if kind == "entity":
            for low, high, chars in entities(text, start, here):
                inline.whole(text[low:high] if chars is None else chars, low, high)
        elif kind in ("paragraph", "line"):
            here = _lead(text, here)
            between = text[match.end() : here]
            is_folded_break = is_folded and text[start] == "\n"  # of two line ends one is left
            if kind == "line" and not is_folded_break and "\n" not in between and not between.strip():
                inline.space(" " if text[start] == "\n" else "\n", start, match.end())
            else:
                yield inline
                inline = Inline(value.starts, value.ends)
    inline.plain(text[here:], here)
    yield inline


def _lead(text: str, at: int) -> int:
    """Where the words of the line at ``at`` begin."""
    lead = LEAD.match(text, at)
    return lead.end() if lead is not None else at
