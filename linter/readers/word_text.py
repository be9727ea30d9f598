"""The text of a Word paragraph as it reads once every tracked change is accepted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from linter.patterns import Pattern
from linter.readers.inline import CODE, Inline, Mark
from linter.readers.sifted import reach
from linter.readers.word_elements import filled
from linter.readers.word_styles import Styles, W

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
VML = "{urn:schemas-microsoft-com:vml}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"

_UNSHOWN_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "TIME", "FILENAME", "FILESIZE"})  # fmt: skip
"""Fields whose result Word writes by itself, and is not copy: page 2 of 10."""
_INSTRUCTION = Pattern(r"\s*(\w+)")
_LINK = Pattern(r'\s*HYPERLINK\s+"([^"]*)"')
_BLANKS = str.maketrans("\t\n\r\v\f\x85\u2028\u2029", "        ")
_SYMBOLS = {"A3": "≤", "B3": "≥", "B1": "±", "B0": "°", "6D": "μ", "B4": "×", "BB": "≈", "A5": "∞", "AE": "→", "B9": "≠"}  # fmt: skip
"""Characters of the font Symbol, which Word keeps by their code in it."""


class Piece(NamedTuple):
    """A stretch of ``Document.source`` that stands in one element of the file."""

    start: int
    end: int
    paragraph: Any
    """The ``w:p`` element."""
    run: Any
    """The ``w:r`` element."""
    text: Any
    """The element in the run that holds the text, most often ``w:t``; its text begins at ``start``.
    Of a picture's description: what it is an attribute of."""


@dataclass
class Sheet:
    """The source of a Word draft while it is made: its text, a line for each paragraph."""

    parts: list[str] = field(default_factory=list)
    size: int = 0
    pieces: list[Piece] = field(default_factory=list)
    anchors: dict[str, tuple[int, int]] = field(default_factory=dict)
    """The stretch that each comment is about, by the comment's id."""

    def write(self, text: str) -> int:
        """Add to the source; the offset at which the text begins."""
        at = self.size
        self.parts.append(text)
        self.size += len(text)
        reach(self.size + 1)
        return at


@dataclass(slots=True)
class _Field:
    """A field whose parts come one after the other: code, then what it shows."""

    code: str = ""
    shows: bool = False
    """Whether its code has ended."""
    is_link: bool = False

    @property
    def is_read(self) -> bool:
        return self.shows and is_shown(self.code)


def is_shown(code: str) -> bool:
    """Whether what a field shows is copy."""
    found = _INSTRUCTION.match(code)
    return found is None or found[1].upper() not in _UNSHOWN_FIELDS


class ParagraphText:
    """Reads the content of paragraphs into a block's text and the draft's source, side by side."""

    def __init__(self, sheet: Sheet, styles: Styles, targets: dict[str, str]) -> None:
        self.sheet = sheet
        self.styles = styles
        self.targets = targets
        """Where the links of this part lead, by their id."""
        self.boxes: list[Any] = []
        """``w:txbxContent`` elements met in the paragraph, whose paragraphs are read after it."""
        self.alts: list[tuple[str, Any, Any, Any]] = []
        """What describes the pictures met in it, each with its paragraph, run and element."""
        self.notes: list[tuple[str, str]] = []
        """The notes that were referred to: ``footnote`` or ``endnote``, and the id."""
        self.is_bold = True
        """Whether all text of the paragraph is bold."""
        self._fields: list[_Field] = []
        self._raised: Mark | None = None

    def read(self, paragraph: Any, inline: Inline) -> None:
        """Add what a ``w:p`` element says."""
        self._paragraph, self._inline = paragraph, inline
        self._style = self.styles.style_of(paragraph)
        self.is_bold = True
        self._fields.clear()
        self._children(paragraph)
        self._lower("")
        self._fields.clear()

    def _children(self, element: Any) -> None:
        for child in element:
            method = _METHODS.get(child.tag)
            if method is not None:
                method(self, child)

    # -- what stands beside runs --------------------------------------------------------------

    def _link(self, element: Any) -> None:
        self._inline.open_link(self.targets.get(element.get(f"{R}id", ""), ""))
        self._children(element)
        self._lower("")
        self._inline.close_link()

    def _simple_field(self, element: Any) -> None:
        if is_shown(element.get(f"{W}instr", "")):
            self._children(element)

    def _control(self, element: Any) -> None:
        for content in filled(element):
            self._children(content)

    def _math(self, element: Any) -> None:
        self._write(CODE, None, element)

    def _comment_start(self, element: Any) -> None:
        self.sheet.anchors.setdefault(element.get(f"{W}id", ""), (self.sheet.size, self.sheet.size))

    def _comment_end(self, element: Any) -> None:
        id = element.get(f"{W}id", "")
        start, _ = self.sheet.anchors.get(id, (self.sheet.size, 0))
        self.sheet.anchors[id] = (start, self.sheet.size)

    def _alternatives(self, element: Any) -> None:
        """Newer and older markup of one thing: the first that holds anything is read."""
        for branch in element.iterchildren(f"{MC}Choice", f"{MC}Fallback"):
            if len(branch):
                self._children(branch)
                return

    # -- runs ---------------------------------------------------------------------------------

    def _run(self, run: Any) -> None:
        is_set = self.styles.is_set
        if is_set("vanish", run, self._style):
            return
        if is_set("strike", run, self._style) or is_set("dstrike", run, self._style):
            return
        self._run_is_bold = is_set("b", run, self._style)
        raised = run.find(f"{W}rPr/{W}vertAlign")
        is_raised = raised is not None and raised.get(f"{W}val") == "superscript"
        if is_raised and self._raised is None:
            self._raised = self._inline.mark()
        self._is_raised = is_raised
        self._current = run
        self._children(run)

    def _lower(self, after: str) -> None:
        """End a superscript; ``after`` is what follows it."""
        if self._raised is not None:
            mark, self._raised = self._raised, None
            self._inline.raise_since(mark, after)

    def _text(self, element: Any) -> None:
        self._write((element.text or "").translate(_BLANKS), self._current, element)

    def _gap(self, element: Any) -> None:
        if self._is_read:
            at = self.sheet.write(" ")
            char = "\n" if element.tag in (f"{W}br", f"{W}cr") else " "
            self._inline.space(char, at, at + 1)

    def _hyphen(self, element: Any) -> None:
        self._write("\u2011", self._current, element)

    def _symbol(self, element: Any) -> None:
        """A character of a symbol font; one that is not known stands for itself, as code does."""
        code = element.get(f"{W}char", "").upper()
        is_symbol = element.get(f"{W}font", "") == "Symbol"
        self._write(_SYMBOLS.get(code[-2:], CODE) if is_symbol else CODE, self._current, element)

    def _note(self, element: Any) -> None:
        if self._is_read:
            kind = element.tag.removeprefix(W).removesuffix("Reference")
            self.notes.append((kind, element.get(f"{W}id", "")))
            self._inline.note(f"#note-{kind}{element.get(f'{W}id', '')}")

    def _field_mark(self, element: Any) -> None:
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            opened = self._fields[-1]
            opened.shows = True
            if (link := _LINK.match(opened.code)) is not None:
                opened.is_link = True
                self._inline.open_link(link[1])
        elif kind == "end" and self._fields and self._fields.pop().is_link:
            self._inline.close_link()

    def _field_code(self, element: Any) -> None:
        if self._fields and not self._fields[-1].shows:
            self._fields[-1].code += element.text or ""

    def _picture(self, element: Any) -> None:
        """A drawing: what describes it, and the text boxes in it."""
        waiting = [element]
        while waiting:
            inner = waiting.pop()
            if inner.tag == f"{W}txbxContent":  # its own pictures and boxes are met when it is read
                self.boxes.append(inner)
                continue
            described = {f"{WP}docPr": "descr", f"{VML}shape": "alt"}.get(inner.tag)
            if described and (words := inner.get(described, "").strip()):
                self.alts.append((words, self._paragraph, self._current, inner))
            waiting += reversed(inner)

    @property
    def _is_read(self) -> bool:
        return all(each.is_read for each in self._fields)

    def _write(self, text: str, run: Any, element: Any) -> None:
        if not text or not self._is_read:
            return
        if run is not None and not self._is_raised:
            self._lower(text[:1])
        if run is not None and not text.isspace():
            self.is_bold = self.is_bold and self._run_is_bold
        at = self.sheet.write(text)
        self.sheet.pieces.append(Piece(at, self.sheet.size, self._paragraph, run, element))
        self._inline.plain(text, at)


_METHODS: dict[Any, Callable[..., None]] = {
    f"{W}r": ParagraphText._run,
    f"{W}hyperlink": ParagraphText._link,
    f"{W}fldSimple": ParagraphText._simple_field,
    f"{W}sdt": ParagraphText._control,
    f"{W}ins": ParagraphText._children,
    f"{W}moveTo": ParagraphText._children,
    f"{W}smartTag": ParagraphText._children,
    f"{W}customXml": ParagraphText._children,
    f"{W}bdo": ParagraphText._children,
    f"{W}dir": ParagraphText._children,
    f"{M}oMath": ParagraphText._math,
    f"{M}oMathPara": ParagraphText._math,
    f"{W}commentRangeStart": ParagraphText._comment_start,
    f"{W}commentRangeEnd": ParagraphText._comment_end,
    f"{MC}AlternateContent": ParagraphText._alternatives,
    f"{W}t": ParagraphText._text,
    f"{W}tab": ParagraphText._gap,
    f"{W}ptab": ParagraphText._gap,
    f"{W}br": ParagraphText._gap,
    f"{W}cr": ParagraphText._gap,
    f"{W}noBreakHyphen": ParagraphText._hyphen,
    f"{W}sym": ParagraphText._symbol,
    f"{W}footnoteReference": ParagraphText._note,
    f"{W}endnoteReference": ParagraphText._note,
    f"{W}fldChar": ParagraphText._field_mark,
    f"{W}instrText": ParagraphText._field_code,
    f"{W}drawing": ParagraphText._picture,
    f"{W}pict": ParagraphText._picture,
    f"{W}object": ParagraphText._picture,
}
