"""Text gathered piece by piece, with the source place of each character."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate, chain

from linter.model import Link
from linter.patterns import Pattern

INVISIBLE = Pattern("[\u00ad\u200b\u2060\ufeff]+")
"""Soft hyphens, zero-width spaces and joiners: a reader sees nothing there, so neither do we."""

WIDE = Pattern(r"(?<=\s\s)\s++")
"""White space past the second character: no reader sees its width, and patterns search it slowly."""

CODE = "\ufffc"
"""Stands in the text for a piece of inline code."""

CITATION = Pattern(
    r"\s*[\[(]?\s*(?:\d{1,3}|[a-h*†‡§¶#])(?:\s*[,;–—-]\s*(?:\d{1,3}|[a-h*†‡§¶#]))*\s*[\])]?\s*"
)
EXPONENT_OF = Pattern(r"(?:(?:^|[^\d.,])10|(?:^|[^A-Za-z])(?:k?g/)?[cdkmµμ]?m|(?:^|[^A-Za-z])[A-Za-zχ])$")
RAISED = Pattern(r"[-+−]?\d*[-+−]?")
SUPERSCRIPTS = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")


@dataclass(frozen=True, slots=True)
class Prose:
    """Finished text: no white space at its ends, one place for each character."""

    text: str
    starts: array[int]
    ends: array[int]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A point in an :class:`Inline` that one can come back to."""

    length: int
    parts: int
    links: int = 0


class Inline:
    """Collects the text of one block.

    ``begins`` and ``stops`` hold the place in the source of each character that is read: a plain
    run's places are slices of them, which costs far less than counting character by character.
    """

    __slots__ = ("begins", "ends", "links", "open", "parts", "starts", "stops")

    def __init__(self, begins: array[int], stops: array[int]) -> None:
        self.begins = begins
        self.stops = stops
        self.parts: list[str] = []
        self.starts = array("I")
        self.ends = array("I")
        self.links: list[Link] = []
        self.open: list[tuple[int, str]] = []

    def __len__(self) -> int:
        return len(self.starts)

    def plain(self, text: str, at: int) -> None:
        """Add text that stands in what is read as it is, from offset ``at``."""
        if not text.isascii() and INVISIBLE.search(text):
            here = 0
            for gap in INVISIBLE.finditer(text):
                self._run(text[here : gap.start()], at + here)
                here = gap.end()
            self._run(text[here:], at + here)
        else:
            self._run(text, at)

    def _run(self, text: str, at: int) -> None:
        if text:
            end = at + len(text)
            self.parts.append(text)
            self.starts.extend(self.begins[at:end])
            self.ends.extend(self.stops[at:end])

    def whole(self, text: str, start: int, end: int) -> None:
        """Add text of which each character stands for all that is read from ``start`` to ``end``."""
        text = INVISIBLE.sub("", text)
        if text:
            self.parts.append(text)
            self.starts.extend([self.begins[start]] * len(text))
            self.ends.extend([self.stops[end - 1]] * len(text))

    def copy(self, other: Inline, text: str, start: int, end: int) -> None:
        """Add ``text[start:end]`` of another collector, whose whole text is ``text``."""
        if start < end:
            self.parts.append(text[start:end])
            self.starts.extend(other.starts[start:end])
            self.ends.extend(other.ends[start:end])

    def is_blank_at_end(self) -> bool:
        """Whether more white space would not show."""
        return not self.parts or self.parts[-1][-1] in " \n"

    def space(self, char: str, start: int, end: int) -> None:
        """Add white space; next to other white space only one stays, a line break before a blank."""
        if not self.parts:
            return
        last = self.parts[-1]
        if last[-1] in " \n":
            if char == " " or last[-1] == "\n":
                return
            self.parts[-1] = last[:-1]
            del self.starts[-1:], self.ends[-1:]
            if not self.parts[-1]:
                self.parts.pop()
        self.whole(char, start, end)

    def mark(self) -> Mark:
        """Where we are now."""
        return Mark(len(self), len(self.parts), len(self.links))

    def back(self, mark: Mark) -> None:
        """Forget what was added after ``mark``."""
        del self.parts[mark.parts :], self.starts[mark.length :], self.ends[mark.length :]

    def note(self, target: str) -> None:
        """Record a mark that has a target but no text."""
        self.links.append(Link(len(self), len(self), target))

    def open_link(self, target: str) -> None:
        """What follows is the text of a link."""
        self.open.append((len(self), target))

    def close_link(self) -> None:
        """End the innermost open link; one without text or target is not recorded."""
        if self.open:
            start, target = self.open.pop()
            if target and start < len(self):
                self.links.append(Link(start, len(self), target))

    def raise_since(self, mark: Mark, after: str) -> None:
        """Finish a superscript that began at ``mark``; ``after`` is the source that follows it.

        A footnote mark or citation number leaves the text and becomes a link without text: glued
        to the figure before it, it would change the figure. Other digits become superscripts.
        """
        if mark.parts > len(self.parts):
            return
        text = "".join(self.parts[mark.parts :])
        target = self._link_since(mark)
        before = "".join(self.parts[max(0, mark.parts - 3) : mark.parts])[-12:]
        if CITATION.fullmatch(text) and (target or _is_citation(text, before, after)):
            self.back(mark)
            del self.links[mark.links :]
            self.note(target or "#note-" + text.strip(" []()\n"))
        elif RAISED.fullmatch(text):
            self.parts[mark.parts :] = [text.translate(SUPERSCRIPTS)] if text else []

    def _link_since(self, mark: Mark) -> str:
        """Target of a link that holds nothing but what came after ``mark``."""
        if len(self.links) > mark.links:
            return self.links[-1].target
        if self.open and self.open[-1][0] == mark.length:
            return self.open[-1][1]
        return ""

    def drop_site_name(self) -> None:
        """Cut ' | Site' or ' – Site' from the title of a page."""
        text = "".join(self.parts)
        cut = text.find(" | ")
        if cut < 0:
            cut = max(text.rfind(" – "), text.rfind(" — "))
        if text[: max(cut, 0)].strip():
            del self.starts[cut:], self.ends[cut:]
            self.parts = [text[:cut]]

    def _narrow(self) -> None:
        """Leave no more than two characters of any run of white space."""
        text = "".join(self.parts)
        gaps = [gap.span() for gap in WIDE.finditer(text)]
        if not gaps:
            return
        bounds = [0, *(edge for gap in gaps for edge in gap), len(text)]
        kept = list(zip(bounds[::2], bounds[1::2], strict=True))
        self.parts = [text[low:high] for low, high in kept if low < high]
        self.starts, self.ends = (
            array("I", chain.from_iterable(places[low:high] for low, high in kept))
            for places in (self.starts, self.ends)
        )
        lost = list(accumulate((high - low for low, high in gaps), initial=0))
        lows = [low for low, _ in gaps]

        def moved(offset: int) -> int:
            before = bisect_left(lows, offset)
            return offset - lost[before] + (max(0, gaps[before - 1][1] - offset) if before else 0)

        self.links = [Link(moved(link.start), moved(link.end), link.target) for link in self.links]

    def finish(self) -> Prose | None:
        """The text without white space at its ends, or None when there is nothing to read."""
        while self.open:
            self.close_link()
        self._narrow()
        text = "".join(self.parts)
        body = text.strip()
        if not body.strip(CODE + " \n"):
            return None
        lead = len(text) - len(text.lstrip())
        size = len(body)
        starts, ends = self.starts, self.ends
        if size != len(text):
            starts, ends = starts[lead : lead + size], ends[lead : lead + size]
        return Prose(body, starts, ends, _shifted(self.links, lead, size) if self.links else ())


def _is_citation(text: str, before: str, after: str) -> bool:
    """Whether raised ``text`` that has no link is a note's mark, not an exponent or an isotope."""
    if text.strip()[0] in "[(":
        return True
    if text.strip().isdigit() and before and EXPONENT_OF.search(before):
        return before.endswith("m") and text.strip() not in ("2", "3")
    isotope = text.isdigit() and len(text) > 1 and after[:1].isalpha()
    return bool(before.strip()) and not isotope


def _shifted(links: list[Link], lead: int, size: int) -> tuple[Link, ...]:
    """The links as they lie after trimming, in order."""
    kept = []
    for link in links:
        start = min(max(link.start - lead, 0), size)
        end = min(max(link.end - lead, 0), size)
        if start < end or link.start == link.end:
            kept.append(Link(start, end, link.target))
    return tuple(sorted(kept, key=lambda link: (link.start, link.end)))
