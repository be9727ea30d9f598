"""The text of one block of reStructuredText, with places found in what was written."""

from __future__ import annotations

import re
from itertools import count
from typing import Any

from docutils import nodes

from linter.patterns import Pattern
from linter.readers.build import Builder
from linter.readers.inline import CODE, Inline
from linter.readers.rst_places import Lines, Written

_ESCAPED = Pattern("\0(.?)", re.DOTALL)
"""How docutils keeps a backslash and what follows it."""
_RAISED = (nodes.superscript,)
_CODE = (nodes.literal, nodes.math, nodes.raw)
_NOTES = (nodes.footnote_reference, nodes.citation_reference)


class RstText:
    """Turns the inline nodes of a block into text."""

    def __init__(self, builder: Builder, lines: Lines, tree: nodes.document) -> None:
        self.builder = builder
        self.lines = lines
        self.substitutions = tree.substitution_defs
        self.unnamed = count(1)
        self.references: dict[str, tuple[tuple[int, int], ...]] = {}
        """The headings that the first reference to each note stands under."""

    def of(self, node: Any, least: int) -> Inline:
        """The text of a block of its own."""
        inline = self.builder.inline()
        self.add(node, inline, least)
        return inline

    def add(self, node: Any, inline: Inline, least: int) -> None:
        """Add a block's text; where its place cannot be told, the whole of its line is its place."""
        written = self.lines.find(node.rawsource, node.line, least) if node.rawsource else None
        if written is None:
            self._unplaced(node, inline, least)
            return
        self._children(node, _Alignment(written), inline)

    def plain(self, words: str, line: int | None) -> Inline:
        """Words that an option of a directive on some line holds."""
        inline = self.builder.inline()
        found = self.lines.find(words, None, line or 0)
        if found is None:
            inline.whole(words.replace("\n", " "), *self.lines.span(line))
        else:
            _Alignment(found).write(words, inline)
        return inline

    def gap(self, inline: Inline) -> None:
        """End a line within a block."""
        if len(inline):
            inline.space("\n", inline.starts[-1], inline.ends[-1])

    def span_of(self, node: Any) -> tuple[int, int] | None:
        """Where the text of a node stands."""
        written = self.lines.find(node.rawsource, node.line)
        return None if written is None else (written.place(0), written.place(len(written.text) - 1) + 1)

    def _unplaced(self, node: Any, inline: Inline, least: int) -> None:
        place = self.lines.span(node.line, least)
        parts = node.findall(nodes.Text)
        text = "".join(CODE if isinstance(part.parent, _CODE) else part.astext() for part in parts)
        for n, line in enumerate(text.split("\n")):
            if n:
                inline.space("\n", *place)
            inline.whole(line, *place)

    def _children(self, node: Any, at: _Alignment, inline: Inline) -> None:
        for child in node.children:
            if isinstance(child, nodes.Text):
                at.write(str(child), inline)
            elif not isinstance(child, nodes.system_message | nodes.target):
                outer = at.enter(child.rawsource)
                self._inline(child, at, inline)
                at.leave(outer)

    def _inline(self, node: Any, at: _Alignment, inline: Inline) -> None:
        if isinstance(node, _CODE):
            inline.whole(CODE, *at.span())
        elif isinstance(node, _NOTES):
            label = self._label(node)
            self.references.setdefault(label, self.builder.open_headings)
            inline.note(f"#note-{label}")
        elif isinstance(node, nodes.substitution_reference):
            self._substitution(node, at, inline)
        elif isinstance(node, nodes.image):
            self.builder.alts.append(self.plain(node.get("alt", ""), node.line))
        elif isinstance(node, nodes.reference):
            inline.open_link(node.get("refuri", ""))
            self._children(node, at, inline)
            inline.close_link()
        elif isinstance(node, _RAISED):
            mark = inline.mark()
            self._children(node, at, inline)
            inline.raise_since(mark, at.following())
        else:
            self._children(node, at, inline)

    def _label(self, node: Any) -> str:
        return node.get("refname", "") or node.astext() or f"unnamed-{next(self.unnamed)}"

    def _substitution(self, node: Any, at: _Alignment, inline: Inline) -> None:
        """What ``|name|`` stands for has the place of the name; one that is not known here is as code."""
        known = self.substitutions.get(nodes.fully_normalize_name(node.astext())) or self.substitutions.get(
            node.get("refname", "")
        )
        image = next(iter(known.findall(nodes.image)), None) if known is not None else None
        text = known.astext() if known is not None and image is None else ""
        if image is not None:
            text = image.get("alt", "")
        inline.whole(" ".join(text.split()) or CODE, *at.span())


class _Alignment:
    """How far the text of a block has been found in what was written."""

    def __init__(self, written: Written) -> None:
        self.written = written
        self.here = 0
        self.end = len(written.text)

    def enter(self, raw: str) -> tuple[int, int]:
        """Go into the markup that was written as ``raw``; what to hand to :meth:`leave`."""
        start = self.written.text.find(raw, self.here, self.end) if raw else -1
        outer = (start + len(raw) if start >= 0 else -1), self.end
        if start >= 0:
            self.here, self.end = start, start + len(raw)
        return outer

    def leave(self, outer: tuple[int, int]) -> None:
        """Go on after it."""
        after, self.end = outer
        self.here = after if after >= 0 else self.here

    def span(self) -> tuple[int, int]:
        """The place of all that is left of the markup we are in."""
        start, end = min(self.here, len(self.written.text) - 1), max(self.end, self.here + 1)
        first = self.written.place(start)
        return first, max(self.written.place(min(end, len(self.written.text)) - 1) + 1, first + 1)

    def following(self) -> str:
        """The character after the markup we are in."""
        return self.written.text[self.end : self.end + 1]

    def write(self, text: str, inline: Inline) -> None:
        """Add text that was written here, perhaps after some markup."""
        here = 0
        for escape in _ESCAPED.finditer(text):
            self._lines(text[here : escape.start()], inline)
            self._escaped(escape[1], inline)
            here = escape.end()
        self._lines(text[here:], inline)

    def _lines(self, text: str, inline: Inline) -> None:
        for n, line in enumerate(text.split("\n")):
            if n:
                self._break(inline)
            if line:
                self._line(line, inline)

    def _escaped(self, char: str, inline: Inline) -> None:
        """A character after a backslash; white space there shows nothing."""
        found = self.written.text.find("\\", self.here, self.end)
        self.here = found + 2 if found >= 0 else self.here
        if char.strip() and found >= 0:
            inline.whole(char, self.written.place(found), self.written.place(found) + 2)
        elif char.strip():
            inline.whole(char, *self.span())

    def _break(self, inline: Inline) -> None:
        found = self.written.text.find("\n", self.here, self.end)
        at = found if found >= 0 else min(self.here, len(self.written.text) - 1)
        place = self.written.place(at)
        inline.space("\n", place, place + 1)
        self.here = found + 1 if found >= 0 else self.here

    def _line(self, line: str, inline: Inline) -> None:
        written = self.written.text
        start = written.find(line, self.here, self.end)
        if start >= 0 and self.written.is_even(start, start + len(line)):
            inline.plain(line, self.written.place(start))
            self.here = start + len(line)
            return
        for char in line:
            found = written.find(char, self.here, self.end)
            if found < 0:  # a character that docutils made: all that is left stands for it
                inline.whole(char, *self.span())
                continue
            place = self.written.place(found)
            inline.whole(char, place, place + 1)
            self.here = found + 1
