"""How risks are told: relative without absolute, and denominators that cannot be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from linter.checks.numbers_scan import Passage, passages, report
from linter.checks.view import View
from linter.language.change import is_change
from linter.language.figure import Figure
from linter.language.lex import fold
from linter.patterns import AnyCase, Pattern
from linter.results import Finding
from linter.rulebook.rules import Rule

_RISK = AnyCase(
    r"\b(?:risks?|chances?|odds|likelihood|likely|probability|danger|incidence|mortality|deaths?|dying|die|relapses?|recurrence|heart attacks?|strokes?|fractures?|infections?|cases|cancers?|diabetes|rates? of)\b"
)
_TIMES_AS = AnyCase(
    r"^\s*(?:times\s+)?(?:as|more|less|higher|greater|the (?:risk|odds|chance|rate)|likelier|increased?|elevated)\b"
)
_DOUBLING = AnyCase(r"^(?:doubl|tripl|quadrupl|halv)")
_EXPLAINS = Pattern(r"(?:%|percent)\s*\(\s*(?:or\s+|about\s+)?$")
"""A rate that only restates a percentage: '25% (1 in 4)'."""
_FROM_TO = AnyCase(r"\bfrom\s+\S+(?:\s+\S+){0,3}\s+to\s+\S*\d")


def relative_without_absolute(view: View, rule: Rule) -> Iterator[Finding]:
    """'cut the risk by 26%', with no word of how high the risk is."""
    told: set[int] = set()
    for passage in passages(view):
        if passage.index in told or view.block(passage.index).kind not in ("paragraph", "item", "caption"):
            continue
        relative = next((f for f in passage.figures if _is_relative(passage, f)), None)
        if relative is None or _has_absolute(view, passage):
            continue
        told.add(passage.index)
        yield report(view, rule, passage.index, relative.start, relative.end)


def _is_relative(passage: Passage, figure: Figure) -> bool:
    """True for the size of a change of risk."""
    if not figure.is_claim or (figure.value is None and not figure.is_range):
        return False
    around = passage.text[max(passage.start, figure.start - 70) : min(passage.end, figure.end + 70)]
    if not _RISK.search(around):
        return False
    if figure.dimension == "proportion" and figure.kind in ("percent", "range") and figure.unit == "%":
        return is_change(passage.text, figure)
    if figure.dimension == "multiple":
        words, after = passage.text[figure.start : figure.end], passage.text[figure.end : figure.end + 24]
        return bool(_TIMES_AS.match(after)) or (
            bool(_DOUBLING.match(words))
            and bool(
                re.search(
                    r"\b(?:risk|chance|odds|likelihood|rate)",
                    after + passage.text[figure.end : figure.end + 40],
                )
            )
        )
    return False


def _has_absolute(view: View, passage: Passage) -> bool:
    """True where the paragraph, or the list or table it belongs to, says how high a risk is."""
    index = passage.index
    around = [
        index,
        *(
            i
            for i in (index - 1, index + 1)
            if 0 <= i < len(view.document.blocks) and view.block(i).heading == view.block(index).heading
        ),
    ]
    for at in around:
        reading = view.reader.reading.block(at)
        if _FROM_TO.search(fold(reading.text)):
            return True
        for figure in reading.figures:
            if not figure.is_claim:
                continue
            if (
                figure.dimension == "points"
                or figure.dimension == "rate"
                or (figure.dimension == "proportion" and figure.base > 2 and figure.unit)
            ):
                return True
            if (
                figure.dimension == "proportion"
                and figure.unit == "%"
                and not is_change(reading.text, figure)
            ):
                return True
    return False


def mixed_denominators(view: View, rule: Rule) -> Iterator[Finding]:
    """'1 in 8 … and 3 in 1,000', side by side."""
    for passage in passages(view, least=2):
        rates = [f for f in passage.figures if _is_rate(passage, f)]
        for first, second in pairwise(rates):
            if (
                first.base != second.base
                and not _same(first, second)
                and not _restates(passage, first, second)
            ):
                yield report(
                    view, rule, passage.index, first.start, second.end, found=passage.words(first), other=passage.words(second),
                )  # fmt: skip
                break


def _is_rate(passage: Passage, figure: Figure) -> bool:
    return (
        figure.is_claim
        and figure.kind == "ratio"
        and figure.dimension in ("proportion", "rate")
        and figure.base > 1
        and bool(figure.unit)
        and "/" not in passage.words(figure)
        and not _EXPLAINS.search(passage.text[: figure.start][-20:])
    )


def _same(first: Figure, second: Figure) -> bool:
    """True for one share in two forms: 1 in 4 (25 in 100)."""
    a, b = first.bounds[0], second.bounds[0]
    return a == b or abs(a - b) * 20 <= max(a, b)


def _restates(passage: Passage, first: Figure, second: Figure) -> bool:
    return (
        bool(re.fullmatch(r"\s*(?:to|-|–|or|and|,)\s*", passage.text[first.end : second.start]))
        and first.value == second.value
    )
