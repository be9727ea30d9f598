"""How a report names the place of something in a draft."""

from __future__ import annotations

from typing import Any, Protocol

from linter.model import Spot
from linter.plain import plain
from linter.results import Finding, Related


class Placed(Protocol):
    """What has a place: a finding, a figure, a use of a fact."""

    @property
    def path(self) -> str: ...
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...
    @property
    def spot(self) -> Spot | None: ...


def where(each: Placed) -> str:
    """``draft.md:12:9``, or ``draft.docx: paragraph 12, under “Outlook”`` where there are no lines."""
    if each.spot is None:
        return f"{plain(each.path)}:{each.line}:{each.column}"
    if each.spot.paragraph is None:
        cell = f" ({called(each.spot)})" if each.spot.cell is not None else ""
        return f"{plain(each.path)}:{each.line}:{each.column}{cell}"
    return f"{plain(each.path)}: {called(each.spot)}"


def within(each: Placed) -> str:
    """The same for a reader who knows the draft: ``12:9``, ``paragraph 12, under “Outlook”``."""
    if each.spot is None or each.spot.paragraph is None:
        return f"{each.line}:{each.column}"
    return called(each.spot)


def called(spot: Spot) -> str:
    """A place by the names that people have for it, safe to print."""
    return plain(str(spot))


def told(finding: Finding) -> str:
    """The message, after the place where lines do not tell it all."""
    return _after_place(finding.message, finding.spot)


def placed(related: Related) -> str:
    """What stands at a second place, after the place where lines do not tell it all."""
    return _after_place(related.text, related.spot)


def _after_place(words: str, spot: Spot | None) -> str:
    return words if spot is None else f"{called(spot)}: {words}"


def named(each: Placed) -> str:
    """A place in a sentence: ``line 12``, ``line 45 (cell 3)``, ``paragraph 12, under “Outlook”``."""
    if each.spot is None:
        return f"line {each.line}"
    return f"line {each.line} ({called(each.spot)})" if has_lines(each.spot) else called(each.spot)


def has_lines(spot: Spot | None) -> bool:
    """Whether lines and columns are places in the file itself."""
    return spot is None or spot.paragraph is None


def keys(row: dict[str, Any], spot: Spot | None) -> dict[str, Any]:
    """A place in JSON's keys. Where a draft has no lines they are null, and its own places are added."""
    if spot is None:
        return row
    if not has_lines(spot):
        gone = ("line", "column", "end_line", "end_column", "start", "end")
        row = row | {name: None for name in gone if name in row}
        row |= {"paragraph": spot.paragraph, "part": spot.part}
    return row | {"heading": spot.heading, "cell": spot.cell}
