"""What the styles of a Word document say of a paragraph or a run: heading, list, caption, hidden, bold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset({"0", "false", "off", "none"})
_DEEPEST = 20
"""Styles that one may be based on, one on the other; a ring of them has no end."""
_BODY = 9
"""The outline level of what is no heading; Word counts levels from 0."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a paragraph is by its style and its own settings."""

    name: str
    """Of its style, in Word's English names and lower case: ``heading 1``, ``caption``, ``toc 2``."""
    level: int = 0
    """Of a heading: 1 to 6."""
    indent: int | None = None
    """Of an item of a list: how deep it lies, from 0."""

    @property
    def is_contents(self) -> bool:
        """Whether it is a line of a table of contents, which repeats headings."""
        return self.name.startswith(("toc ", "table of figures", "index "))

    @property
    def is_caption(self) -> bool:
        return self.name == "caption" or self.name.endswith(" caption")

    @property
    def is_quote(self) -> bool:
        return self.name in ("quote", "intense quote", "block text")


@dataclass
class Styles:
    """The styles of a document, each looked up once."""

    root: Any
    """The ``w:styles`` element; None if there is none."""
    by_id: dict[str, Any] = field(default_factory=dict)
    default: str = ""
    """The id of the style of paragraphs that name none."""
    _names: dict[str, str] = field(default_factory=dict)
    _toggles: dict[tuple[str, str], bool | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for style in self.root.iterchildren(f"{W}style") if self.root is not None else ():
            id = style.get(f"{W}styleId", "")
            self.by_id.setdefault(id, style)
            if style.get(f"{W}type") == "paragraph" and is_on(style.get(f"{W}default"), absent=False):
                self.default = self.default or id

    def look(self, paragraph: Any) -> Look:
        """What a ``w:p`` element is."""
        own = paragraph.find(f"{W}pPr")
        id = _value(own, "pStyle") or self.default
        name = self._name(id)
        if name == "title":
            return Look(name, 1)
        level = self._setting(own, id, "outlineLvl")
        number = self._setting(own, id, "numPr/numId")
        if level is not None and level < _BODY:
            return Look(name, min(max(level, 0) + 1, 6))
        if number:
            return Look(name, indent=max(self._setting(own, id, "numPr/ilvl") or 0, 0))
        return Look(name)

    def is_set(self, name: str, run: Any, paragraph_style: str) -> bool:
        """Whether a toggle (``vanish``, ``b``, ``strike``) holds for a ``w:r`` element."""
        own = run.find(f"{W}rPr")
        said = _toggle(own, name)
        if said is None:
            said = self._toggle_of(_value(own, "rStyle"), name)
        if said is None:
            said = self._toggle_of(paragraph_style, name)
        return bool(said)

    def style_of(self, paragraph: Any) -> str:
        """The id of a paragraph's style."""
        return _value(paragraph.find(f"{W}pPr"), "pStyle") or self.default

    def _name(self, id: str) -> str:
        if id not in self._names:
            self._names[id] = _value(self.by_id.get(id), "name").lower()
        return self._names[id]

    def _setting(self, own: Any, id: str, path: str) -> int | None:
        """A number that a paragraph sets, or the nearest of its styles that does."""
        for settings in (own, *(style.find(f"{W}pPr") for style in self._chain(id))):
            number = _value(settings, path)
            if number.removeprefix("-").isdecimal() and len(number) < 10:
                return int(number)
        return None

    def _toggle_of(self, id: str, name: str) -> bool | None:
        if (id, name) not in self._toggles:
            said = (_toggle(style.find(f"{W}rPr"), name) for style in self._chain(id))
            self._toggles[id, name] = next((each for each in said if each is not None), None)
        return self._toggles[id, name]

    def _chain(self, id: str) -> Iterator[Any]:
        """A style and those that it is based on, the nearest first."""
        for _ in range(_DEEPEST):
            style = self.by_id.get(id)
            if style is None:
                return
            yield style
            id = _value(style, "basedOn")


def is_on(value: str | None, *, absent: bool = True) -> bool:
    """What the value of an on/off attribute means."""
    return absent if value is None else value not in _OFF


def _toggle(settings: Any, name: str) -> bool | None:
    found = settings.find(f"{W}{name}") if settings is not None else None
    return None if found is None else is_on(found.get(f"{W}val"))


def _value(element: Any, path: str) -> str:
    """The ``w:val`` of an element below another; '' where there is none."""
    found = element.find("/".join(f"{W}{name}" for name in path.split("/"))) if element is not None else None
    return (found.get(f"{W}val") or "") if found is not None else ""
