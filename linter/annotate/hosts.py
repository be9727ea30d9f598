"""Where in the running text of a Word draft a comment on some of its words can stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from linter.annotate.runs import Stretch
from linter.readers.word_styles import W
from linter.readers.word_text import MC, M

_WORDS = frozenset({f"{W}t", f"{W}sym", f"{W}noBreakHyphen", f"{M}oMath", f"{M}oMathPara"})
"""What holds copy; any other element only describes it, as a picture's alternative text does."""
_BOX = f"{W}txbxContent"
_NOTES = {f"{W}footnote": f"{W}footnoteReference", f"{W}endnote": f"{W}endnoteReference"}
_CLOSED = frozenset({f"{MC}AlternateContent", f"{M}oMathPara", f"{M}oMath"})
"""Elements inside of which Word expects no marks of comments."""


@dataclass(frozen=True)
class Host:
    """The elements of a paragraph that a comment is put around; None for the top of the draft."""

    first: Any = None
    last: Any = None
    is_exact: bool = False
    """Whether these hold the very words that the comment is about."""


class Hosts:
    """Knows where comments can stand: in the body, and not in headers, footers, notes and text boxes."""

    def __init__(self, body: Any) -> None:
        self._body = body
        self._references: dict[tuple[str, str], Any] = {}
        for tag in _NOTES.values():
            for reference in body.iter(tag):
                self._references.setdefault((tag, reference.get(f"{W}id", "")), reference)

    def of(self, stretches: Sequence[Stretch]) -> Host:
        """Where a comment on some stretches of one piece of copy stands.

        On words of a text box it is put on the box; of a note, on its number; of a picture's description, on
        the picture; and of a header or footer, at the top of the draft.
        """
        found = [host for each in stretches if (host := self._host(each.element)).first is not None]
        if not found:
            return Host()
        if not found[0].is_exact:
            return found[0]
        exact = [host for host in found if host.is_exact]
        return Host(exact[0].first, exact[-1].last, is_exact=True)

    def near(self, stretch: Stretch | None) -> Host:
        """Where a comment stands that is about what no element holds, such as the blank that a tab is."""
        return Host() if stretch is None else replace(self._host(stretch.element), is_exact=False)

    def _host(self, element: Any) -> Host:
        """What a comment on the words of one element is put around."""
        unit, is_exact, is_whole = None, element.tag in _WORDS, False
        for each in (element, *element.iterancestors()):
            if each is self._body:
                return Host(unit, unit, is_exact)
            if each.tag in _NOTES:
                reference = self._references.get((_NOTES[each.tag], each.get(f"{W}id", "")))
                return Host() if reference is None else replace(self._host(reference), is_exact=False)
            if each.tag == _BOX:
                unit, is_exact, is_whole = None, False, False
            elif each.tag == f"{W}p":
                is_whole = True
            elif not is_whole and (each.tag == f"{W}r" or _is_closed(each)):
                unit = each
        return Host()


def _is_closed(element: Any) -> bool:
    """Whether marks of comments can stand around an element only, and not in it."""
    if element.tag == f"{W}sdt":
        return element.find(f"{W}sdtPr/{W}text") is not None  # a control that holds plain text
    return element.tag in _CLOSED
