"""The marks in a Word draft that say which words a comment is about."""

from __future__ import annotations

from typing import Any

from linter.annotate.hosts import Host
from linter.readers.word_styles import W

_TRACKED = frozenset({f"{W}ins", f"{W}moveTo"})


class Marks:
    """Puts marks into the body; comments on the same words keep their order."""

    def __init__(self, body: Any) -> None:
        self._body = body
        self._made: set[Any] = set()

    def add(self, host: Host, id: int) -> None:
        """Mark what a comment is about."""
        start, end = self._mark("commentRangeStart", id), self._mark("commentRangeEnd", id)
        if host.first is None:
            self._at_top(start, end)
        else:
            host.first.addprevious(start)
            self._after(host.last, end)
        self._after(_outside_changes(end), self._reference(id))

    def _at_top(self, start: Any, end: Any) -> None:
        """A comment on no words, where the draft begins."""
        paragraph = next(self._body.iter(f"{W}p"), None)
        if paragraph is None:
            paragraph = self._body.makeelement(f"{W}p")
            self._body.insert(0, paragraph)
        at = int(len(paragraph) > 0 and paragraph[0].tag == f"{W}pPr")
        while at < len(paragraph) and paragraph[at] in self._made:
            at += 1
        paragraph.insert(at, start)
        start.addnext(end)

    def _after(self, element: Any, new: Any) -> None:
        while (following := element.getnext()) is not None and self._is_end(following):
            element = following
        element.addnext(new)

    def _is_end(self, element: Any) -> bool:
        return element in self._made and element.tag != f"{W}commentRangeStart"

    def _mark(self, name: str, id: int) -> Any:
        mark = self._body.makeelement(f"{W}{name}", {f"{W}id": str(id)})
        self._made.add(mark)
        return mark

    def _reference(self, id: int) -> Any:
        """The run that shows where the comment hangs."""
        run = self._body.makeelement(f"{W}r")
        self._made.add(run)
        settings = run.makeelement(f"{W}rPr")
        settings.append(run.makeelement(f"{W}rStyle", {f"{W}val": "CommentReference"}))
        run.append(settings)
        run.append(self._mark("commentReference", id))
        return run


def _outside_changes(element: Any) -> Any:
    """An element, or the tracked change around it: who rejects that shall not lose the comment."""
    outer = element
    for above in element.iterancestors():
        if above.tag == f"{W}p":
            break
        if above.tag in _TRACKED:
            outer = above
    return outer
