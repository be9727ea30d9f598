"""A figure of a draft with its place: what can be told of it when another, here or elsewhere, contradicts it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from linter.checks.view import View, fold_space
from linter.language.figure import Figure
from linter.language.text import Sentence
from linter.model import Spot, called
from linter.results import Finding, Related
from linter.rulebook.rules import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A figure and where it stands; a small value that can be sent between processes."""

    path: str
    block: int
    place: tuple[int, int, int, int, int, int]
    """Offsets, line and column, end line and end column in the file."""
    spot: Spot | None
    """What people call the line, where they do not count lines."""
    found: str
    sentence: str
    lines: tuple[str, ...]
    figure: Figure

    @property
    def at(self) -> tuple[str, int]:
        """The draft, and the offset there."""
        return self.path, self.place[0]


def place_of(view: View, index: int, text: str, sentence: Sentence, figure: Figure) -> dict[str, Any]:
    """The fields of ``Placed`` for a figure of a block, whose words are taken from ``text``."""
    document = view.document
    low, high = view.block(index).span(figure.start, figure.end)
    (line, column), (last, last_column) = document.place(low), document.place(high)
    return {
        "path": document.path,
        "block": index,
        "place": (low, high, line, column, last, last_column),
        "spot": document.spot(line),
        "found": fold_space(text[figure.lead : figure.end]),
        "sentence": fold_space(text[sentence.start : sentence.end]),
        "lines": tuple(document.line_text(n) for n in range(line, last + 1)),
        "figure": figure,
    }


def contradiction(
    here: Placed, there: Placed, rule: Rule, *, variant: str = "", year: str = "", why: Sequence[str] = (),
    sure: bool = True,
) -> Finding:  # fmt: skip
    """What to tell of two figures: at the place of the one, with the other in words; as information if not ``sure``."""
    where = called(there.place[2], there.spot)
    template = rule.variants[variant] if variant else rule.message
    message = template.format(
        found=here.found, expected=there.found, source=where if here.path == there.path else f"{there.path}, {where}",
        other=shortened(there.sentence), year=year,
    )  # fmt: skip
    return Finding(
        here.path, *here.place, rule.name, rule.group, rule.severity if sure else "info", message, here.found, there.found,
        why=tuple(why), sentence=here.sentence, lines=here.lines, spot=here.spot,
        related=(Related(there.path, *there.place[2:], there.found, there.spot),),
    )  # fmt: skip


def shortened(sentence: str, limit: int = 160) -> str:
    return sentence if len(sentence) <= limit else sentence[: limit - 1].rsplit(" ", 1)[0] + "…"
