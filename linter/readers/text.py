"""Plain text: paragraphs, headings and lists told apart by how their lines look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from linter.model import BlockKind, Document
from linter.patterns import Pattern
from linter.readers.build import Builder
from linter.readers.lines import (
    BLANKS,
    BULLET,
    INNER_SENTENCE,
    LABEL,
    LONG_LINE,
    MARKS,
    RULE,
    SECTION,
    SYMBOLS,
    Line,
    ends_sentence,
    is_deliberate_break,
    is_heading,
    starts_like_a_heading,
)
from linter.readers.reading import Reading
from linter.readers.sift import sift

LOOSE = Pattern(r"\n[ \t\n]|[ \t]\n")
GAP = Pattern(r"(?<![ \t\0])[ \t\0]*+\n[ \t\0\n]*+|\0++[ \t]*+")


@dataclass(slots=True)
class OpenList:
    """The list being read: its lead-in, and its items from the outermost to the last."""

    lead: int | None
    items: list[tuple[int, int]]


def read_text(path: str, source: str, reading: Reading) -> Document:
    """The document that a plain text is."""
    builder = Builder(path, source, sift(path, source, 0, "text", reading.prose_attributes))
    TextReader(builder).run()
    return builder.document()


class TextReader:
    """Adds the prose of the builder's source to it."""

    def __init__(self, builder: Builder) -> None:
        self.builder = builder
        self.text = self._masked(builder.read.text)
        self.list: OpenList | None = None
        self.has_sections = False

    def _masked(self, source: str) -> str:
        """The source with '\\n' for every line end and NULs for comments; places stay the same."""
        text = source
        if "\r" in text:
            text = text.replace("\r\n", " \n").replace("\r", "\n")
        pieces, here, at = [], 0, text.find("<!--")
        while at >= 0 and (end := text.find("-->", at + 4) + 3) > 2:
            self.builder.add_comment(at, end, source[at:end])
            pieces += [text[here:at], "\0" * (end - at)]
            here, at = end, text.find("<!--", end)
        return "".join([*pieces, text[here:]]) if pieces else text

    def run(self) -> None:
        """Read all of it."""
        chunks = self._chunks()
        chunk = next(chunks, None)
        while chunk is not None:
            following = next(chunks, None)
            self._read(chunk, following)
            chunk = following

    def _chunks(self) -> Iterator[list[Line]]:
        """Runs of lines between blank ones. A line that held only a comment is as good as absent."""
        lines: list[Line] = []
        here = 0
        for raw in self.text.split("\n"):
            text = raw.strip(BLANKS)
            if text:
                indent = 0 if text[0] == raw[0] else len(raw) - len(raw.lstrip(BLANKS))
                mark = ""
                if text[0] in MARKS or text[1:2] == ")":
                    found = BULLET.match(text)
                    mark = found.group() if found is not None else ""
                start = here + indent
                lines.append(Line(start, start + len(text), indent, text, mark))
            elif lines and "\0" not in raw:
                yield lines
                lines = []
            here += len(raw) + 1
        if lines:
            yield lines

    # -- chunks -------------------------------------------------------------------------------

    def _read(self, lines: list[Line], following: list[Line] | None) -> None:
        at = self._read_head(lines, following)
        wide = max(line.end - line.start for line in lines)
        while at < len(lines):
            if lines[at].mark and self._is_item(lines, at):
                at = self._read_item(lines, at, wide)
            elif RULE.match(lines[at].text):
                at += 1
            elif at and self._is_label(lines, at, wide):
                at = self._heading(lines[at], 3, at)
            else:
                at = self._read_paragraph(lines, at, wide)

    def _read_head(self, lines: list[Line], following: list[Line] | None) -> int:
        """Read the heading with which the chunk begins, if it does; the index of the next line."""
        first, more = lines[0], len(lines) > 1
        if (
            more
            and (rule := RULE.match(lines[1].text))
            and rule.group()[0] in "=-"
            and len(first.text) <= LONG_LINE
        ):
            self.has_sections = True
            return self._heading(first, 1 if rule.group()[0] == "=" else 2, 1)
        if not more and following is None:
            return 0
        if first.text.isupper() and self._is_capitals(lines):
            self.has_sections = True
            return self._heading(first, 2, 0)
        section = SECTION.match(first.text)
        if section is not None and self._is_section(lines, following, section.group()):
            self.has_sections = True
            level = min(2 + section.group().rstrip(".) \t").count("."), 6)
            cut = section.end()
            shorter = Line(first.start + cut, first.end, first.indent, first.text[cut:], "")
            return self._heading(shorter, level, 0)
        if first.mark or RULE.match(first.text):
            return 0
        if not more and not self.builder.blocks and self._is_title(first.text):
            return self._heading(first, 1, 0)
        level = 3 if self.has_sections or more else 2
        if not more:
            is_lead_in = following is not None and following[0].mark != ""
            return self._heading(first, level, 0) if is_heading(first.text, is_lead_in) else 0
        wide = max(line.end - line.start for line in lines)
        return self._heading(first, level, 0) if self._is_label(lines, 0, wide) else 0

    def _heading(self, line: Line, level: int, at: int) -> int:
        """Make a heading, or the title if nothing stands before it; the index of the next line."""
        kind: BlockKind = "heading" if self.builder.blocks else "title"
        self._add(line.start, line.end, kind, level=1 if kind == "title" else level)
        self.list = None
        return at + 1

    def _is_capitals(self, lines: list[Line]) -> bool:
        text = lines[0].text
        if len(text) > 100 or text.endswith((".", ",", ";")) or sum(map(str.isalpha, text)) < 3:
            return False
        return (len(lines) == 1 or not lines[1].text.isupper()) and not lines[0].mark

    def _is_section(self, lines: list[Line], following: list[Line] | None, number: str) -> bool:
        """Whether '2. How it is taken' heads a section, and is not an item of a list."""
        text = lines[0].text[len(number) :]
        if not is_heading(text, False):
            return False
        if (
            self.list is not None
            and len(lines) == 1
            and not self.has_sections
            and number.rstrip(".) \t") != "1"
        ):
            # The last item of a list whose items stand apart; a list of contents is followed by a 1.
            return False
        after = lines[1:] or following or []
        if not after or SECTION.match(after[0].text) or not starts_like_a_heading(after[0].text):
            return False
        return len(lines) == 1 or is_deliberate_break(lines, 0, max(line.end - line.start for line in lines))

    def _is_title(self, text: str) -> bool:
        return (
            len(text) <= LONG_LINE
            and not text.endswith((".", ",", ";", ":"))
            and not INNER_SENTENCE.search(text)
        )

    def _is_label(self, lines: list[Line], at: int, wide: int) -> bool:
        """Whether a line in a run of lines is the heading of those below it."""
        line = lines[at]
        if at + 1 >= len(lines) or len(line.text) > LABEL or len(line.text.split()) > 8:
            return False
        if at and not (wide > LONG_LINE and self._has_ended(lines[at - 1])):
            return False
        below = lines[at + 1].text
        is_list = lines[at + 1].mark != ""
        if is_list and (len(line.text.split()) > 4 or line.text.endswith((":", "?"))):
            return False
        if not is_heading(line.text, is_list):
            return False
        return is_list or (starts_like_a_heading(below) and is_deliberate_break(lines, at, wide))

    def _has_ended(self, line: Line) -> bool:
        """Whether what was read last is complete with this line."""
        if not self.builder.blocks or self.builder.blocks[-1].kind in ("heading", "title", "item"):
            return True
        return ends_sentence(line.text)

    # -- paragraphs and items -----------------------------------------------------------------

    def _is_item(self, lines: list[Line], at: int) -> bool:
        """Whether a line that begins like an item is one, and not the rest of a sentence."""
        mark = lines[at].mark
        if len(lines[at].text) == len(mark) and at + 1 == len(lines):
            return False
        if mark[0] in SYMBOLS:
            return True
        if not at or self.list is not None:
            return True
        blocks = self.builder.blocks
        return ends_sentence(lines[at - 1].text) or not blocks or blocks[-1].kind == "heading"

    def _read_item(self, lines: list[Line], at: int, wide: int) -> int:
        line = lines[at]
        start = line.start + len(line.mark)
        last = at
        if start >= line.end:
            # The mark stands on a line of its own, its text on the next.
            last = at + 1
            start = lines[last].start
        while last + 1 < len(lines) and self._continues(lines, last, line.indent, wide):
            last += 1
        if self.list is None:
            self.list = OpenList(self.builder.lead_in(), [])
        items = self.list.items
        while items and items[-1][0] >= line.indent:
            items.pop()
        parent = items[-1][1] if items else self.list.lead
        index = self._add(start, lines[last].end, "item", parent=parent)
        if index is not None:
            items.append((line.indent, index))
        return last + 1

    def _continues(self, lines: list[Line], last: int, indent: int, wide: int) -> bool:
        """Whether the line after ``last`` belongs to the item that it is part of."""
        after = lines[last + 1]
        if (after.mark and after.mark[0] not in "–—") or RULE.match(after.text):
            return False
        if after.indent > indent:
            return True
        is_end = ends_sentence(lines[last].text) or is_deliberate_break(lines, last, wide)
        return not (is_end and starts_like_a_heading(after.text))

    def _read_paragraph(self, lines: list[Line], at: int, wide: int) -> int:
        last = at
        while last + 1 < len(lines) and not self._ends_paragraph(lines, last, wide):
            last += 1
        parent = None
        if self.list is not None and self.list.items and lines[at].indent > self.list.items[0][0]:
            inner = [index for indent, index in self.list.items if indent < lines[at].indent]
            parent = inner[-1]
        else:
            self.list = None
        self._add(lines[at].start, lines[last].end, "paragraph", parent=parent)
        return last + 1

    def _ends_paragraph(self, lines: list[Line], last: int, wide: int) -> bool:
        """Whether a paragraph ends with line ``last`` although no blank line follows."""
        after = lines[last + 1]
        if (after.mark and after.mark[0] in SYMBOLS) or RULE.match(after.text):
            return True
        if after.mark and ends_sentence(lines[last].text):
            return True
        if wide <= LONG_LINE or not starts_like_a_heading(after.text):
            return False
        text = lines[last].text
        return len(text) > LONG_LINE or ends_sentence(text) or is_deliberate_break(lines, last, wide)

    def _add(
        self, start: int, end: int, kind: BlockKind, parent: int | None = None, level: int = 0
    ) -> int | None:
        """Make a block of ``text[start:end]``, each line break in it one '\\n'."""
        inline, text = self.builder.inline(), self.text[start:end]
        if ("\n" in text and LOOSE.search(text)) or "\0" in text:
            here = 0
            for gap in GAP.finditer(text):
                inline.plain(text[here : gap.start()], start + here)
                if "\n" in gap.group():
                    inline.space("\n", start + gap.start(), start + gap.end())
                elif gap.group()[-1] in " \t":
                    inline.space(" ", start + gap.end() - 1, start + gap.end())
                here = gap.end()
            inline.plain(text[here:], start + here)
        else:
            inline.plain(text, start)
        return self.builder.add(inline, kind, parent=parent, level=level)
