"""Which HTML elements are open, which are implied to end, and which of them a reader sees."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass

from linter.patterns import AnyCase
from linter.readers.inline import Inline, Mark
from linter.readers.languages import code_of
from linter.readers.markup import Token, attributes

_UNREAD = (
    "script style template noscript nav select textarea datalist svg object iframe meter progress"
    " audio video xmp noembed noframes rp rt del s strike"
)
_BLOCKS = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 head header hgroup html legend li main menu nav ol p pre search"
    " section summary table tbody td tfoot th thead title tr ul"
)
BOXES = frozenset({"button", "label", "output"})
"""Blocks of their own where they stand between blocks; within a line of text a part of it."""
LINES = frozenset(
    "a b dd dt em figcaption h1 h2 h3 h4 h5 h6 i label legend li p span strong summary td th".split()
)
"""Elements whose content is a line of text."""
UNREAD = frozenset(_UNREAD.split())
BLOCKS = frozenset(_BLOCKS.split())
SECTIONS = frozenset({"main", "article", "section", "blockquote", "figure"})
PAGE_PARTS = frozenset({"header", "footer", "aside"})
SCOPES = frozenset({"table", "td", "th", "caption"})
TABLE_PARTS = SCOPES | {"tr", "thead", "tbody", "tfoot"}
ROWS = {"tr", "td", "th", "caption"}
IMPLIED_ENDS = {
    "li": ({"li"}, {"ul", "ol", "menu", "dir"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "tr": (ROWS, {"table"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
    "thead": (ROWS | {"thead", "tbody", "tfoot"}, {"table"}),
    "tbody": (ROWS | {"thead", "tbody", "tfoot"}, {"table"}),
    "tfoot": (ROWS | {"thead", "tbody", "tfoot"}, {"table"}),
}
LOOK_BACK = 64
"""Open elements searched for one whose end is implied; more would make bad input slow."""

HIDING = AnyCase(r"hidden|none|role")
"""``aria-hidden`` is not among what hides: whoever sees the page sees that text."""
HIDDEN_STYLE = AnyCase(r"display\s*:\s*none|visibility\s*:\s*hidden")


@dataclass(slots=True)
class Element:
    """An open element, and what its end has to undo."""

    name: str
    skips: int = 0
    """1 hides what is inside; -1 shows it again."""
    is_root: bool = False
    is_open: bool = False
    """True if its content is read."""
    has_context: bool = False
    is_block: bool = False
    first: int = 0
    """Of a block: the index of the first block of prose that may stand in it."""
    inline: Inline | None = None
    mark: Mark | None = None
    language_before: str | None = None
    """Of an element with a language of its own: the language around it."""


class Elements(ABC):
    """Keeps the stack of open elements of ``text`` as a browser would, in linear time.

    ``root`` names the element to read; '' reads all. A ``fragment`` has no page around it.
    """

    def __init__(self, text: str, root: str = "", fragment: bool = False) -> None:
        self.text = text
        self.root = root
        self.fragment = fragment
        self.stack: list[Element] = []
        self.scopes: list[dict[str, int]] = [{}]
        self.skipping = 0
        self.roots = 0
        self.sections = 0
        self.language = ""
        """The code of the language that the open elements declare, '' if none does."""

    @abstractmethod
    def opened(self, element: Element, token: Token) -> None:
        """Act on the start of an element that is read."""

    @abstractmethod
    def closed(self, element: Element, start: int, end: int) -> None:
        """Act on the end of an element that was read; its end tag is ``text[start:end]``."""

    @abstractmethod
    def speak(self, language: str) -> None:
        """Act on another language, '' for none declared, from the edge of a block on."""

    @abstractmethod
    def boundary(self, start: int, end: int) -> None:
        """Act on the edge of a block, at ``text[start:end]``."""

    def is_read(self) -> bool:
        """Whether text that stands here is for the reader."""
        return not self.skipping and (not self.root or self.roots > 0)

    def start(self, token: Token) -> None:
        """A start tag."""
        name = token.name
        is_block = name in BLOCKS or (name in BOXES and not (self.stack and self.stack[-1].name in LINES))
        if is_block:
            if name in BLOCKS:
                self._end_implied(token)
            self.boundary(token.start, token.end)
        element = Element(name, self._skips(token), is_block=is_block)
        self.stack.append(element)
        scope = self.scopes[-1]
        scope[name] = scope.get(name, 0) + 1
        if name in SCOPES:
            self.scopes.append({})
        self.sections += name in SECTIONS
        self.skipping += element.skips
        if self.root:
            is_main = self.root == "main" and self.value(token, "role") == "main"
            element.is_root = name == self.root or is_main
            self.roots += element.is_root
        if code := code_of(self.value(token, "lang") or self.value(token, "xml:lang")):
            element.language_before, self.language = self.language, code
            if is_block:
                self.speak(code)
        if self.is_read() or (name == "title" and not self.skipping):
            element.is_open = True
            self.opened(element, token)

    def end(self, name: str, start: int, end: int) -> None:
        """End the innermost element of this name; an end tag without one is ignored."""
        depth = 3 if name in TABLE_PARTS else 1
        if any(scope.get(name) for scope in self.scopes[-depth:]):
            while self.pop(start, end).name != name:
                pass
        elif name == "p":
            self.boundary(start, end)

    def pop(self, start: int, end: int) -> Element:
        """End the innermost open element."""
        element = self.stack.pop()
        if element.name in SCOPES:
            self.scopes.pop()
        self.scopes[-1][element.name] -= 1
        if element.is_open:
            self.closed(element, start, end)
        if element.language_before is not None:
            self.language = element.language_before
            if element.is_block:
                self.speak(self.language)
        self.sections -= element.name in SECTIONS
        self.skipping -= element.skips
        self.roots -= element.is_root
        return element

    def value(self, token: Token, name: str) -> str:
        """An attribute of a start tag as written, '' if there is none."""
        if self.text.find(name, token.start, token.end) < 0:
            return ""
        start, end = attributes(self.text, token).get(name, (0, 0))
        return self.text[start:end].strip()

    def _end_implied(self, token: Token) -> None:
        """End what the start of this element ends: a paragraph, the item or the cell before."""
        if self.scopes[-1].get("p"):
            self.end("p", token.start, token.start)
        if token.name not in IMPLIED_ENDS:
            return
        ended, fence = IMPLIED_ENDS[token.name]
        outermost = None
        for element in self.stack[: -LOOK_BACK - 1 : -1]:
            if element.name in fence:
                break
            if element.name in ended:
                outermost = element
        if outermost is not None:
            while self.pop(token.start, token.start) is not outermost:
                pass

    def _skips(self, token: Token) -> int:
        name = token.name
        if name == "h1" and self.skipping == 1 and not self.fragment:
            # A page's masthead may hold the only heading that names the page.
            return -1 if any(e.skips and e.name == "header" for e in self.stack[-LOOK_BACK:]) else 0
        is_page_part = name in PAGE_PARTS and not self.fragment and not self.sections
        return int(name in UNREAD or is_page_part or self._is_hidden(token))

    def _is_hidden(self, token: Token) -> bool:
        if not HIDING.search(self.text, token.start, token.end):
            return False
        found = {key: self.text[a:b].lower() for key, (a, b) in attributes(self.text, token).items()}
        return (
            found.get("hidden", "until-found") != "until-found"
            or found.get("role") in ("navigation", "search")
            or bool(HIDDEN_STYLE.search(found.get("style", "")))
        )
