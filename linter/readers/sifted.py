"""A draft without the markup of templates and the like, every character of which knows its place.

The readers of Markdown, HTML and text read this copy and count in its characters; whatever they put
into a block they look up here, so that its places are those of the source.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from linter.model import Comment
from linter.patterns import Pattern
from linter.readers.inline import CODE

Part = tuple[int, int, str | None]
"""A stretch of the source, and what is read for it; None for the stretch itself."""

Kind = Literal["gone", "branch", "block", "word", "text", "flow"]

END_OF_LINE = Pattern(r"[ \t]*+(?:\r?\n|\Z)")
BREAK = Pattern(r"\s*\n\s*")
TAG = Pattern(r"<[^<>]*>")


class Spoken(NamedTuple):
    """Words that a tag shows its readers, such as a caption; of ``html`` the tags are tags."""

    parts: tuple[Part, ...]
    is_html: bool = False


class Edit(NamedTuple):
    """What becomes of ``source[start:end]``.

    ``gone`` leaves nothing, nor the line that it had to itself; ``branch`` a blank, lest two
    alternatives run together, and ``block`` nothing, but each ends a paragraph from a line of its
    own; ``word`` leaves a word that nobody knows, ``text`` the text given, ``flow`` what is spoken. Of an
    empty stretch, at the beginning of a line, only what is spoken counts.
    """

    start: int
    end: int
    kind: Kind
    spoken: tuple[Spoken, ...] = ()
    text: str = ""


@dataclass(slots=True)
class Sifted:
    """The copy; ``starts`` and ``ends`` give the place in the source of each of its characters."""

    text: str
    starts: array[int]
    ends: array[int]
    comments: list[Comment] = field(default_factory=list)
    """The comments that were taken out."""


_starts = array("I")
_ends = array("I")


def unsifted(source: str) -> Sifted:
    """The source as it is. The arrays are kept for the next draft, and may be longer than the text."""
    reach(len(source) + 1)
    return Sifted(source, _starts, _ends)


def reach(length: int) -> None:
    """Make the arrays of what is not sifted at least that long: a source may grow as it is read."""
    if len(_starts) < length:
        _starts.extend(range(len(_starts), max(length, 2 * len(_starts), 4096)))
        _ends.extend(range(len(_ends) + 1, len(_starts) + 1))


def within(inner: Sifted, outer: Sifted) -> Sifted:
    """``inner``, which was made of ``outer.text``, with the places that ``outer`` has."""
    if inner.text is outer.text and not inner.comments:
        return outer
    size = len(inner.text)
    return Sifted(
        inner.text,
        array("I", map(outer.starts.__getitem__, inner.starts[:size])),
        array("I", (outer.ends[end - 1] for end in inner.ends[:size])),
        [Comment(outer.starts[each.start], outer.ends[each.end - 1], each.text) for each in inner.comments],
    )


def sifted(source: str, edits: Sequence[Edit], comments: list[Comment], base: str) -> Sifted:
    """The source after ``edits``, which are in order and do not overlap; ``base`` is as in ``sift``."""
    if not edits:
        whole = unsifted(source)
        return Sifted(source, whole.starts, whole.ends, comments)
    copy = _Copy(source, base)
    for line in _lines(source, edits):
        copy.line(line)
    copy.keep(copy.here, len(source))
    return Sifted("".join(copy.parts), copy.starts, copy.ends, comments)


def _lines(source: str, edits: Sequence[Edit]) -> Iterator[list[Edit]]:
    """The edits, those together between which no line ends."""
    line: list[Edit] = []
    for edit in edits:
        is_apart = bool(line) and (
            line[-1].start == line[-1].end or source.find("\n", line[-1].end, edit.start) >= 0
        )
        if is_apart:
            yield line
            line = []
        line.append(edit)
    yield line


class _Copy:
    def __init__(self, source: str, base: str) -> None:
        self.source = source
        self.base = base
        self.whole = unsifted(source)
        self.parts: list[str] = []
        self.starts = array("I")
        self.ends = array("I")
        self.here = 0
        """Up to where the source has been dealt with."""

    def keep(self, start: int, end: int) -> None:
        """Take a stretch of the source over."""
        if start < end:
            self.parts.append(self.source[start:end])
            self.starts.extend(self.whole.starts[start:end])
            self.ends.extend(self.whole.ends[start:end])
        self.here = max(self.here, end)

    def put(self, text: str, start: int, end: int) -> None:
        """Add what stands for a stretch of the source."""
        self.parts.append(text)
        self.starts.extend([start] * len(text))
        self.ends.extend([max(end, start + 1)] * len(text))

    def line(self, edits: list[Edit]) -> None:
        """Act on the edits of one line."""
        start = self.source.rfind("\n", self.here, edits[0].start) + 1 or self.here
        after = self._end_if_alone(start, edits)
        if after >= 0:
            self.keep(self.here, start)
            self._alone(edits, self.source[start : edits[0].start], after)
            self.here = after
            return
        for edit in edits:
            self.keep(self.here, edit.start)
            before = len(self.starts)
            self._within(edit)
            self.here = edit.end
            if len(self.starts) == before and self.source.startswith(" ", edit.end) and self._ends_in_blank():
                self.here += 1  # of the blanks on both sides one is left

    def _ends_in_blank(self) -> bool:
        return bool(self.parts) and self.parts[-1].endswith(" ")

    def _end_if_alone(self, start: int, edits: list[Edit]) -> int:
        """Where the next line begins, if this one holds nothing but what goes; else -1."""
        if edits[0].start == edits[0].end:
            return start  # what is said before a line
        if any(edit.kind in ("word", "text") for edit in edits):
            return -1
        tail = END_OF_LINE.match(self.source, edits[-1].end)
        for edit in edits:
            if tail is None or not _is_blank(self.source, start, edit.start):
                return -1
            start = edit.end
        assert tail is not None
        return tail.end()

    def _alone(self, edits: list[Edit], indent: str, after: int) -> None:
        """Leave what a line of tags leaves: blocks, the end of a paragraph or nothing at all."""
        spoken = [each for edit in edits for each in edit.spoken]
        for each in spoken:
            is_markup = self.base == "html" or (each.is_html and self.base == "markdown")
            low, high = each.parts[0][0], each.parts[-1][1]
            self.put("\n" + indent + ("<div>" if is_markup else ""), low - 1, low)
            self._speak(each.parts)
            self.put(("</div>" if is_markup else "") + "\n\n", high - 1, high)
        ends = not spoken and any(edit.kind in ("branch", "block") for edit in edits)
        if ends and not self._is_in_table(after):
            self.put("\n", edits[-1].end - 1, edits[-1].end)

    def _is_in_table(self, after: int) -> bool:
        """Whether a row of a Markdown table ends here and the next begins."""
        last = self.parts[-1] if self.parts else ""
        return last.rstrip().endswith("|") and self.source[after : after + 80].lstrip(" \t>").startswith("|")

    def _within(self, edit: Edit) -> None:
        """Leave what a tag within a line leaves."""
        if edit.kind == "branch":
            self.put(" ", edit.start, edit.end)
        elif edit.kind == "word":
            self.put(CODE, edit.start, edit.end)
        elif edit.kind == "text" and not (edit.text == " " and self._ends_in_blank()):
            self.put(edit.text, edit.start, edit.end)
        for number, each in enumerate(edit.spoken):
            if edit.kind == "flow" or self.base == "text":
                if number:
                    self.put(" ", each.parts[0][0] - 1, each.parts[0][0])
                self._speak(each.parts)
            else:  # as an image does that stands in a sentence
                low, high = each.parts[0][0], each.parts[-1][1]
                self.put('<img alt="', low - 1, low)
                self._speak(self._untagged(each) if each.is_html else each.parts, quoted=True)
                self.put('">', high, high + 1)

    def _speak(self, parts: Sequence[Part], *, quoted: bool = False) -> None:
        """Add words on one line; ``quoted`` if they stand between quotation marks."""
        for start, end, text in parts:
            if text is not None:
                self.put(text.replace('"', "&quot;") if quoted else text, start, end)
                continue
            while start < end:
                stop, gap, filler = end, end, ""
                if (found := BREAK.match(self.source, self._next_break(start, end), end)) is not None:
                    stop, gap, filler = found.start(), found.end(), " "
                if quoted and (quote := self.source.find('"', start, stop)) >= 0:
                    stop, gap, filler = quote, quote + 1, "&quot;"
                here = self.here
                self.keep(start, stop)
                self.here = here
                self.put(filler, stop, gap)
                start = gap

    def _next_break(self, start: int, end: int) -> int:
        """Where the blanks around the next end of a line begin."""
        at = self.source.find("\n", start, end)
        while at > start and self.source[at - 1].isspace():
            at -= 1
        return at if at >= 0 else end

    def _untagged(self, spoken: Spoken) -> list[Part]:
        kept: list[Part] = []
        for start, end, text in spoken.parts:
            for tag in TAG.finditer(self.source, start, end) if text is None else ():
                kept.append((start, tag.start(), None))
                start = tag.end()
            kept.append((start, end, text))
        return kept


def _is_blank(source: str, start: int, end: int) -> bool:
    return start >= end or source[start:end].isspace()
