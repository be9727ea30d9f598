"""Which years the copy gives a claim, against those of the fact."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from linter.checks.view import View
from linter.claims.binding import Binding
from linter.claims.leaning import PRONOUN_FIRST
from linter.language.figure import Figure
from linter.language.lex import fold
from linter.patterns import AnyCase, Pattern

_SOURCE_YEAR_AFTER = AnyCase(
    r"^\W{0,2}\s*(?:\w+[ -]){0,3}?(?:article|study|report|survey|guidelines?|trial|analysis|review|paper|poll|census|meta-analysis|edition|publication|research|statement|update|recommendations?|document)\b"
)
_SOURCE_YEAR_BEFORE = AnyCase(
    r"(?:published|updated|revised|reviewed|approved|released|issued|accessed|launched|introduced|licensed|founded|study (?:from|in|of)|article (?:from|in)|report (?:from|in|of)|survey (?:from|in)|guidelines? (?:from|in)|review (?:from|in|of)|paper (?:from|in)|©|copyright)\W+(?:in\s+|by\s+|on\s+)?(?:\w+\s+)?(?:\w+\s+)?$"
)
_COMPARED = AnyCase(
    r"(?:up from|down from|compare[sd]? (?:with|to)|rose from|fell from|than in|than it was in|since|from [\d.,%]+(?: \w+){0,2} in|against [\d.,%]+ in|versus|vs\.?|more than in|fewer than in|higher than in|lower than in|as in|unlike in|before)\W(?:[^.;]|\.\d){0,40}$"
)
_FUTURE_BEFORE = AnyCase(r"\b(?:by|until|through|from now to)\s+(?:the (?:year|end of)\s+)?$")


@dataclass(frozen=True)
class Dating:
    """How the copy dates a bound figure.

    ``kind``: none (no year of its own), same (the fact's), stale (an earlier year or period), other
    (another period), compared (a year of comparison, which dates another figure).
    """

    kind: Literal["none", "same", "stale", "other", "compared"]
    figure: Figure | None = None
    block: int = -1


def dating(view: View, binding: Binding) -> Dating:
    """The years that the copy gives the claim of ``binding``."""
    key = binding.key
    if key.period is None and key.as_of is None:
        return Dating("none")
    for block, figures in _years(view, binding):
        text = fold(view.text(block))
        for figure in figures:
            ahead = int(figure.bounds[0]) > (key.as_of or (key.period or (0, 0))[1])
            if _names_source(text, figure) or (
                ahead and _FUTURE_BEFORE.search(text[max(0, figure.start - 30) : figure.start])
            ):
                continue
            if _COMPARED.search(text[max(0, figure.start - 60) : figure.start]):
                between = text[figure.start : binding.figure.start] if block == binding.context.block else ""
                if figure.role == "year" and not between.strip():
                    return (
                        Dating("compared", figure, block) if binding.verdict != "agrees" else Dating("none")
                    )
                continue
            return _judge(binding, figure, block)
    return Dating("none")


def _years(view: View, binding: Binding) -> list[tuple[int, list[Figure]]]:
    """Years near a figure, nearest block first: its clause, its sentence and the next, its row and caption."""
    context = binding.context
    block = view.reader.reading.block(context.block)
    at = binding.figure.start
    here = [
        f
        for a in context.areas
        if a.name in ("clause", "sentence", "cell")
        for f in a.figures
        if f.role in ("year", "period")
    ]
    here.sort(key=lambda f: (f.role != "period" and bool(binding.key.period), abs(f.start - at)))
    found = [(context.block, here)]
    if not here and context.sentence + 1 < len(block.sentences):
        after = block.sentences[context.sentence + 1]
        later = [
            f
            for f in block.figures
            if f.role == "period"
            and after.start <= f.start < after.end
            and not any(g.is_claim and after.start <= g.start < after.end for g in block.figures)
        ]
        found.append((context.block, later))
    if not here and context.sentence and PRONOUN_FIRST.match(context.own.text):
        before = block.sentences[context.sentence - 1]
        earlier = [f for f in block.figures if f.role == "period" and before.start <= f.start < before.end]
        found.append((context.block, earlier))
    source = view.block(context.block)
    if source.kind == "cell" and source.table is not None:
        table = view.document.tables[source.table]
        cells = [c for c in table.rows[source.row] if c not in (-1, context.block)]
        cells += [
            table.rows[r][c]
            for r in range(table.header_rows)
            for c in {0, source.column}
            if c < len(table.rows[r])
        ]
        cells += [c for c in (table.caption, table.intro) if c is not None]
        for cell in dict.fromkeys(c for c in cells if c >= 0):
            found.append((cell, _years_of_cell(view, cell)))
    return found


_LONE_YEAR = Pattern(r"\s*(?:19|20)\d\d\s*$")


def _years_of_cell(view: View, cell: int) -> list[Figure]:
    """The years and periods of a cell; a number by itself that may be a year is one."""
    figures = view.reader.reading.block(cell).figures
    if len(figures) == 1 and figures[0].role == "claim" and _LONE_YEAR.match(view.text(cell)):
        return [replace(figures[0], role="year")]
    return [f for f in figures if f.role in ("year", "period")]


def _names_source(text: str, figure: Figure) -> bool:
    return bool(
        _SOURCE_YEAR_AFTER.match(text[figure.end : figure.end + 50])
        or (
            figure.role == "year"  # 'a study of the years 1963 to 2012' says what its data cover
            and _SOURCE_YEAR_BEFORE.search(text[max(0, figure.start - 60) : figure.start])
        )
    )


def _judge(binding: Binding, figure: Figure, block: int) -> Dating:
    key = binding.key
    first, last = (int(b) for b in figure.bounds)
    if key.period is not None and (figure.role == "period" or key.as_of is None):
        begin, end = key.period
        if (first, last) == (begin, end) or (figure.role == "year" and begin <= first <= end):
            return Dating("same", figure, block)
        if last < begin:
            return Dating("stale", figure, block)
        return Dating("other", figure, block) if figure.role == "period" else Dating("none")
    assert key.as_of is not None
    if first <= key.as_of <= last:
        return Dating("same", figure, block)
    if last < key.as_of:
        return Dating("stale", figure, block)
    return Dating("other", figure, block) if figure.role == "year" else Dating("none")
