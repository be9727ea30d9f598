"""Where a comment that switches a finding off goes, in the comment form of the file's own language.

Places are tried, the tidiest first: the draft is read with the comment in it, and the first is taken that
switches off the finding and changes nothing of what is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath

from linter.errors import DraftError
from linter.facts.values import value_text
from linter.model import Block, Document, Fact
from linter.plain import plain
from linter.readers import read
from linter.readers.frontmatter import find
from linter.results import Finding
from linter.run.desk import Desk
from linter.suppression.apply import apply

REASON = "why it is right here"

_FORMS = {
    **dict.fromkeys((".njk", ".nunj", ".nunjucks", ".j2", ".jinja", ".jinja2", ".twig"), ("{# ", " #}")),
    ".liquid": ("{% comment %} ", " {% endcomment %}"),
    **dict.fromkeys((".hbs", ".handlebars", ".mustache"), ("{{! ", " }}")),
    **dict.fromkeys((".ejs", ".erb"), ("<%# ", " %>")),
    ".gohtml": ("{{/* ", " */}}"),
    ".mdx": ("{/* ", " */}"),
}
"""By the last ending of a file's name; all others have HTML's."""
_HTML, _HASH, _RST = ("<!-- ", " -->"), ("# ", ""), (".. ", "")


@dataclass(frozen=True)
class Inserted:
    """A piece of text put in at an offset."""

    at: int
    text: str


def comment_for(desk: Desk, finding: Finding, text: str) -> tuple[Inserted, ...] | None:
    """What to put into a draft to switch a finding off, in order; None if no comment does."""
    # As in a check: half a surrogate pair is one character and stays one.
    text = text.encode("utf-8", "replace").decode("utf-8")
    try:
        document = _read(desk, finding.path, text)
        for pieces in _Places(desk, document, finding).all():
            if _does_it(desk, document, finding, pieces):
                return pieces
    except DraftError:
        return None
    return None


def put_in(text: str, pieces: tuple[Inserted, ...]) -> str:
    for piece in reversed(pieces):
        text = text[: piece.at] + piece.text + text[piece.at :]
    return text


def _read(desk: Desk, path: str, text: str) -> Document:
    return read(path, text.encode("utf-8"), desk.reading(path))


def _does_it(desk: Desk, document: Document, finding: Finding, pieces: tuple[Inserted, ...]) -> bool:
    """Whether the finding is switched off with the pieces in the draft, and the draft says what it said."""
    try:
        after = _read(desk, document.path, put_in(document.source, pieces))
    except DraftError:
        return False
    if [_said(block) for block in document.blocks] != [_said(block) for block in after.blocks]:
        return False
    shift = sum(len(piece.text) for piece in pieces if piece.at <= finding.start)
    line, _ = after.place(finding.start + shift)
    moved = replace(
        finding, start=finding.start + shift, line=line, end_line=line + finding.end_line - finding.line
    )
    before = apply(document, [finding], desk.rules, frozenset())
    return len(apply(after, [moved], desk.rules, frozenset())) == len(before) - 1


def _said(block: Block) -> tuple[str, str]:
    return block.kind, " ".join(block.text.split())


class _Places:
    """The places where a comment may go, for one finding."""

    def __init__(self, desk: Desk, document: Document, finding: Finding) -> None:
        self.source = source = document.source
        self.finding = finding
        self.blocks = document.blocks
        self.target = target(finding.rule, finding.fact)
        self.opens, self.closes = _form(desk.reader_for(document.path), document, finding.start)
        self.end_of_line = "\r\n" if "\r\n" in source else "\n"
        self.gap = self.end_of_line * 2 if self.opens == _RST[0] else self.end_of_line
        """What parts a comment on lines of its own from the text."""

    def all(self) -> Iterator[tuple[Inserted, ...]]:
        if not self.opens:
            return
        start, end = self._line(self.finding.start), self._end(self.finding.end)
        block = self._block()
        yield (self._above(start, "ignore-next-line"),)
        if self.opens != _RST[0]:
            ignore = self._comment("ignore")
            yield (Inserted(end, f" {ignore}"),)
            if self.opens != _HASH[0]:  # these go within a line: at the end of a table's cell, say
                if block is not None and self.finding.end <= block.ends[-1] < end:
                    yield (Inserted(block.ends[-1], f" {ignore}"),)
                yield (Inserted(self.finding.end, f" {ignore}"),)
        if block is not None:
            low, high = block.span(0, len(block.text))
            start = self._key(self._line(low)) if self.opens == _HASH[0] else self._line(low)
            yield self._around(start, self._end(high))

    def _around(self, start: int, end: int) -> tuple[Inserted, ...]:
        on = f"{self.opens}medlint-on{self.closes}"
        return self._above(start, "off"), Inserted(end, f"{self.gap}{self._indent(start)}{on}")

    def _above(self, at: int, kind: str) -> Inserted:
        return Inserted(at, f"{self._indent(at)}{self._comment(kind)}{self.gap}")

    def _comment(self, kind: str) -> str:
        return f"{self.opens}medlint-{kind} {self.target}: {REASON}{self.closes}"

    def _line(self, offset: int) -> int:
        """Where the line of an offset begins; a byte order mark stays in front."""
        start = self.source.rfind("\n", 0, offset) + 1
        return start + (start == 0 and self.source.startswith("\ufeff"))

    def _key(self, start: int) -> int:
        """Where the line of the key begins that has the text of the line at ``start``, of YAML, below itself."""
        indent, at = len(self._indent(start)), start
        while at > 0 and indent and (self._is_blank(at) or len(self._indent(at)) >= indent):
            at = self._line(at - 1)
        return at

    def _is_blank(self, start: int) -> bool:
        return not self.source[start : self.source.find("\n", start)].strip()

    def _end(self, offset: int) -> int:
        """Where the line of the last character before an offset ends, white space left out."""
        at = self.source.find("\n", offset - 1)
        return len(self.source[: at if at >= 0 else len(self.source)].rstrip())

    def _indent(self, start: int) -> str:
        rest = self.source[start:]
        return rest[: len(rest) - len(rest.lstrip(" \t"))]

    def _block(self) -> Block | None:
        at = self.finding.start
        return next((b for b in self.blocks if b.text and b.starts[0] <= at < b.ends[-1]), None)


def target(rule: str, fact: Fact | None) -> str:
    """What a comment calls a finding by: it holds only while the fact's value stays what it is."""
    if fact is None:
        return rule
    value = plain(value_text(fact))
    return f"{rule}[{fact.id}]" if "[" in value or "]" in value else f"{rule}[{fact.id}={value}]"


def _form(reader: str, document: Document, offset: int) -> tuple[str, str]:
    """What begins and ends a comment at a place; empty where there are none."""
    path, source = PurePath(document.path), document.source
    ending = path.suffix.lower()
    if reader == "notebook" or (reader == "content" and ending == ".json"):
        return "", ""
    if reader == "content":
        return _HASH
    if reader in ("markdown", "html", "text") and offset < (head := find(source)).body:
        is_json = source[slice(*head.inner)].lstrip()[:1] == "{"
        return ("", "") if is_json else _HASH
    return _RST if reader == "restructuredtext" else _FORMS.get(ending, _HTML)
