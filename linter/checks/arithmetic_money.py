"""What becomes of each pound or dollar: '72p goes on care, 18p on research and 15p on offices'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from linter.checks.numbers_scan import blocks, sentence_around
from linter.checks.view import View
from linter.patterns import AnyCase

_UNIT = AnyCase(
    r"\b(?:of|out\s+of|from|for|with)\s+(?:each|every)\s+(?P<whole>(?:[£$€]1(?:\.00)?|pound|dollar|euro)(?!\d|[.,]\d))"
)
_PART = AnyCase(r"(?<![\w.,£$€])(?P<n>\d{1,2})\s?(?P<unit>p|pence|c|¢|cents?)(?![\w/])")
_HUNDRED = 100
_OF_A_PART = AnyCase(
    r"\b(?:of\s+(?:that|which|this|these|it)|including|compared|last\s+year|than|was|instead|up\s+from|down\s+from)\b"
)
"""What makes a sum a part of another part, or another year's."""
_REST = AnyCase(r"\b(?:the\s+)?(?:remaining|rest|other|last)\b[^.;,\d]{0,20}$")


class Coins(NamedTuple):
    """The parts of one unit of money as the copy lists them."""

    listed: str
    """'72p, 18p and 15p'."""
    whole: str
    """The unit in the copy's own words: '£1'."""
    mark: str
    """What the parts are written with: 'p', ' cents'."""

    def sum_text(self, total: int) -> str:
        """``total`` hundredths as the copy writes them."""
        return f"{total}{self.mark}"


def hundredths(view: View) -> Iterator[tuple[int, int, int, Coins, int]]:
    """Sums of one pound that are more than it, or, with a remainder, not it: block, start, end, parts, total."""
    for index, text in blocks(view, _UNIT):
        for unit in _UNIT.finditer(text):
            low, high = sentence_around(view, index, unit.start(), unit.end())
            parts = list(_PART.finditer(text, unit.end(), high)) or list(
                _PART.finditer(text, low, unit.start())
            )
            if len(parts) < 2 or _OF_A_PART.search(text[parts[0].start() : high]):
                continue
            total = sum(int(part["n"]) for part in parts)
            closed = _REST.search(text[parts[-2].end() : parts[-1].start()])
            if total <= _HUNDRED and not (closed and total < _HUNDRED):
                continue
            words = [part.group() for part in parts]
            listed = ", ".join(words[:-1]) + f" and {words[-1]}"
            whole = unit["whole"] if "1" in unit["whole"] else f"a {unit['whole']}"
            coins = Coins(listed, whole, parts[-1].group()[len(parts[-1]["n"]) :])
            yield index, parts[0].start(), parts[-1].end(), coins, total
