"""MDX: Markdown with elements, expressions and statements of JavaScript."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from linter.patterns import Pattern
from linter.readers.elements import BLOCKS
from linter.readers.inline import CODE
from linter.readers.markdown_signs import EMPTY_LINE, MarkdownSigns
from linter.readers.sifted import Edit, Part, Spoken
from linter.readers.spoken import parts_of, spoken
from linter.readers.template_ends import STRINGS

ELEMENT = Pattern(r"<(/?)([A-Za-z][\w.-]*)?(?![:@])")
IN_TAG = Pattern(r"[\"'{<>]")
IN_CODE = Pattern(r"[\"'`{}]|/\*|(?<![^\s{};])//[^\n]*")
IN_STATEMENT = Pattern(rf"[\"'`{{]|{EMPTY_LINE.pattern}|\Z")
ATTRIBUTE_NAME = Pattern(r"[\w:.-]{1,60}\s{0,9}=\s{0,9}$")
STRING_ONLY = Pattern(r"\s*(?:\"([^\"\\\n]*)\"|'([^'\\\n]*)')\s*")
STATEMENT = Pattern(
    r"import\s+(?:[\"'{*]|[\w$,{}*\s]{1,500}\sfrom\s)"
    r"|export\s+(?:default\b|const\s|let\s|var\s|function\b|async\s|class\s|[{*])"
)
PLACEHOLDER = Pattern(r"\$\{[^{}]*\}")
INDENT = Pattern(r"[ \t]*")
NEXT_INDENT = Pattern(r"[ \t]*\r?\n(?:[ \t]*\r?\n)*([ \t]*)(?=\S)")
ITEM = Pattern(r"(?:[-*+]|\d{1,9}[.)]|\[\^)")
NUMBER = Pattern(r"\s*\d[\d._]*\s*")
_CODE_INDENT = 4
_ELEMENT = frozenset("<{")
"""What a line of elements or of code begins with: no item of a list, however it is indented."""
_LOOK_BACK = 500
_DEEPEST = 6
"""Expressions within the elements of expressions that are looked into."""


class Mdx(MarkdownSigns):
    """Reads what stands in MDX. An expression that cannot be known is a word that cannot be known."""

    signs = "|".join((MarkdownSigns.signs, "<", r"\$", r"^(?:import|export)\b", r"^[ \t]+(?=\S)"))

    def __init__(self, source: str, *, strict: bool, names: Collection[str] = ()) -> None:
        super().__init__(source, strict=strict, names=names)
        self.braces: dict[int, int] = {}
        """By place of an opening brace: where what it opens ends, 0 if nothing closes it."""
        self.open: list[tuple[str, int]] = []
        """The components that are open, and how far what is in them is indented."""

    def read(self, sign: str, at: int) -> int:
        """Read what may begin with ``sign`` at ``at``."""
        if sign[0] == "{":
            return self.braced(at) or self._expression_of(at)
        if sign == "<":
            return self._element(at)
        if sign == "$":
            return self.math(at)
        if sign in ("import", "export"):
            return self._statement(at)
        if sign.isspace():
            return self._indent(at, at + len(sign))
        return super().read(sign, at)

    # -- where things end ---------------------------------------------------------------------

    def _close(self, at: int) -> int:
        """Where the expression ends that the brace at ``at`` opens; 0 if nothing closes it."""
        if at not in self.braces:
            opened, here, source = [at], at + 1, self.source
            while opened and (stop := IN_CODE.search(source, here)) is not None:
                sign, here = stop.group(), stop.end()
                if sign == "{":
                    opened.append(stop.start())
                elif sign == "}":
                    self.braces[opened.pop()] = here
                elif sign == "/*":
                    here = self.ends.find("*/", here) or here
                elif sign in STRINGS:
                    here = self._string(stop.start()) or here
            self.braces |= dict.fromkeys(opened, 0)
        return self.braces[at]

    def _string(self, at: int) -> int:
        """Where a string of code ends; one between quotation marks ends on its line."""
        end = self.ends.string(at)
        return 0 if end and self.source[at] != "`" and self.source.find("\n", at, end) >= 0 else end

    def _tag_end(self, at: int) -> int:
        """Where the tag of an element ends, past its name; 0 if nothing closes it."""
        while (stop := IN_TAG.search(self.source, at)) is not None:
            sign, at = stop.group(), stop.end()
            if sign == ">":
                return at
            if sign == "<":
                return 0
            if sign == "{":
                at = self._close(stop.start())
            elif self.source[: stop.start()][-9:].rstrip().endswith("="):
                at = self.ends.find(sign, at)
            if not at:
                return 0
        return 0

    # -- elements -----------------------------------------------------------------------------

    def _element(self, at: int) -> int:
        """A tag: of a component nothing is left, of HTML its attributes that are code go."""
        opened = ELEMENT.match(self.source, at)
        end = self._tag_end(opened.end()) if opened is not None else 0
        if opened is None or not end or (opened[2] is None and end != opened.end() + 1):
            return 0
        name = opened[2] or ""
        if name[:1].islower() and "." not in name:
            self._plain_attributes(opened.end(), end)
            return end
        if opened[1]:
            self._leave(name)
        elif not self.source.startswith("/", end - 2):
            self._enter(name, end)
        said = spoken(self.source, opened.end(), end, self.names, bare=False)
        return self.edit(at, end, "block", (*said, *self._elements_in(opened.end(), end)))

    def _elements_in(self, at: int, end: int) -> Iterator[Spoken]:
        """What the elements show that are given to a component as attributes."""
        while (low := self.source.find("{", at, end)) >= 0:
            at = self._close(low) or end
            if self.source.find("<", low, at) >= 0:
                yield from self._shown(low + 1, at - 1, 1)

    def _plain_attributes(self, at: int, end: int) -> None:
        """Take code out of the tag of an HTML element; a string that it gives stays."""
        while (low := self.source.find("{", at, end)) >= 0:
            at = self._close(low) or end
            if STRING_ONLY.fullmatch(self.source, low + 1, at - 1):
                self.edit(low, low + 1, "gone")
                self.edit(at - 1, at, "gone")
                continue
            before = max(0, low - 80)
            name = ATTRIBUTE_NAME.search(self.source[before:low])
            self.edit(before + name.start() if name is not None else low, at, "gone")

    def _enter(self, name: str, end: int) -> None:
        below = NEXT_INDENT.match(self.source, end)
        outer = self.open[-1][1] if self.open else 0
        self.open.append((name, len(below[1]) if below is not None else outer))

    def _leave(self, name: str) -> None:
        if any(each == name for each, _ in self.open[-_DEEPEST:]):
            while self.open.pop()[0] != name:
                pass

    # -- indents: in MDX they make no code ----------------------------------------------------

    def _indent(self, at: int, end: int) -> int:
        """Take the indent off that a component gives its content, or that would make code of a paragraph."""
        size = min(end - at, self.open[-1][1]) if self.open else 0
        if not self.open and end - at >= _CODE_INDENT:
            before = self.source[max(0, at - _LOOK_BACK) : at].rstrip().rpartition("\n")[2]
            listed = (
                before[:1].isspace()
                and before.lstrip()[:1] not in _ELEMENT
                and self.source[end] not in _ELEMENT
            )
            size = 0 if listed or ITEM.match(before) else end - at
        return self.edit(at, at + size, "gone") if size else end

    def directive(self, mark: int, after: int, closing: int | None) -> int:
        """None: MDX has no directives in fences."""
        return 0

    def percent_comment(self, at: int) -> int:
        """None either."""
        return 0

    def fence(self, at: int) -> int:
        """Pass over a fenced block."""
        end = super().fence(at)
        here = at if end and self.open else end
        while here < end:
            indent = INDENT.match(self.source, here)
            assert indent is not None
            if size := min(len(indent.group()), self.open[-1][1]):
                self.edits.append(Edit(here, here + size, "gone"))
            here = self.source.find("\n", here, end) + 1 or end
        return end

    # -- expressions and statements -----------------------------------------------------------

    def _expression_of(self, at: int) -> int:
        """``{ … }`` in text."""
        end = self._close(at)
        if not end:
            return 0
        low, high = at + 1, end - 1
        inside = self.source[low:high].strip()
        if inside.startswith("/*") and inside.endswith("*/") and "*/" not in inside[2:-2]:
            start = self.source.index("/*", low) + 2
            return self.comment(at, start, self.source.rindex("*/", start, high), end)
        if not inside or (inside.startswith("//") and "\n" not in inside):
            return self.edit(at, end, "gone")
        if NUMBER.fullmatch(self.source, low, high):
            return self.edit(at, end, "flow", (Spoken(((low, high, None),)),))
        if said := self._shown(low, high, 0):
            return self.edit(at, end, "flow", said)
        return self._printed(at, low, high, end)

    def _shown(self, low: int, high: int, depth: int) -> tuple[Spoken, ...]:
        """What an expression shows: that of a string, and the text of elements in it."""
        start = low + len(self.source[low:high]) - len(self.source[low:high].lstrip())
        end = self.ends.string(start) if self.source[start : start + 1] in STRINGS else 0
        if end and self.source[start + 1 : end - 1].strip() and not self.source[end:high].strip():
            return (Spoken(self._literal(start, end)),)
        said: list[list[Part]] = [[]]
        level = 0
        for kind, start, end in self._pieces(low, high):
            if kind == "text" and level > 0:
                said[-1].append((start, end, None))
            elif kind == "code" and level > 0:
                inner = self._shown(start + 1, end - 1, depth + 1) if depth < _DEEPEST else ()
                said[-1] += inner[0].parts if inner else [(start, end, self._unknown(start, end))]
                said += [list(each.parts) for each in inner[1:]]
            elif kind == "tag":
                opened = ELEMENT.match(self.source, start)
                assert opened is not None
                name = opened[2] or ""
                if name in BLOCKS or not name[:1].islower():
                    said += [
                        [*each.parts]
                        for each in spoken(self.source, opened.end(), end, self.names, bare=False)
                    ]
                    said.append([])
                if opened[1]:
                    level -= 1
                elif not self.source.startswith("/", end - 2):
                    level += 1
        return tuple(Spoken(tuple(parts)) for parts in said if self._says(parts))

    def _unknown(self, start: int, end: int) -> str:
        """What stands for an expression that says nothing: a blank for a blank or a comment, else a word."""
        inside = self.source[start + 1 : end - 1].strip()
        is_blank = inside.startswith("/*") or not inside.strip("\"'`").strip()
        return " " if is_blank else CODE

    def _says(self, parts: list[Part]) -> bool:
        said = ((self.source[start:end] if text is None else text) for start, end, text in parts)
        return any(each.strip(CODE + " \t\r\n") for each in said)

    def _literal(self, start: int, end: int) -> tuple[Part, ...]:
        """The parts of a string; of a template, what its placeholders print is not known."""
        parts: list[Part] = []
        here = start + 1
        for hole in PLACEHOLDER.finditer(self.source, here, end - 1) if self.source[start] == "`" else ():
            parts += [*parts_of(self.source, here, hole.start()), (*hole.span(), CODE)]
            here = hole.end()
        return (*parts, *parts_of(self.source, here, end - 1))

    def _pieces(self, low: int, high: int) -> Iterator[tuple[str, int, int]]:
        """Code cut into the tags of elements, expressions, and what is between."""
        here = at = low
        while at < high and (stop := _IN_ELEMENTS.search(self.source, at, high)) is not None:
            start, end = stop.start(), 0
            if stop.group() == "{":
                end = self._close(start)
            elif (opened := ELEMENT.match(self.source, start)) is not None:
                end = self._tag_end(opened.end())
            if not 0 < end <= high:
                at = start + 1
                continue
            if here < start:
                yield "text", here, start
            yield ("code" if stop.group() == "{" else "tag"), start, end
            here = at = end
        if here < high:
            yield "text", here, high

    def _statement(self, at: int) -> int:
        """``import`` and ``export`` up to the next empty line; a title that is exported is shown."""
        source = self.source
        line = source.rfind("\n", 0, max(at - 1, 0)) + 1
        follows = bool(self.edits) and self.edits[-1].end >= at - 2 and self.edits[-1].kind == "block"
        if not STATEMENT.match(source, at) or not (at == 0 or follows or not source[line:at].strip()):
            return 0
        here = at
        while (stop := IN_STATEMENT.search(source, here)) is not None:
            sign, here = stop.group(), stop.end()
            if sign == "{":
                here = self._close(stop.start()) or here
            elif sign in STRINGS:
                here = self._string(stop.start()) or here
            else:
                break
        end = stop.start() if stop is not None else len(source)
        return self.edit(at, end, "block", spoken(source, at, end, self.names, bare=False))


_IN_ELEMENTS = Pattern(r"\{|<(?=[A-Za-z/>])")
