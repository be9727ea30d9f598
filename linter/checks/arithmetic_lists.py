"""Wholes whose parts are listed: 'Of 300 randomised, 120 …', '58% were men and 52% were women', tables with a total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from linter.checks.arithmetic_apart import graded, one_each
from linter.checks.numbers_scan import Passage, grain, ulp
from linter.checks.view import View
from linter.language.figure import Figure
from linter.language.lex import fold
from linter.model import Table
from linter.patterns import Pattern

#: What all of a group are given one of, so that its parts are the whole of it.
_ALLOTTED = Pattern(
    r"\b(?:randomi[sz]ed|randomly assigned|assigned|allocated|allotted|divided|split)\b", re.IGNORECASE
)
_OF = Pattern(
    r"^\s*(?:of|among|out of)\s+(?:the\s+|all\s+|these\s+|our\s+|a\s+total\s+of\s+)*$", re.IGNORECASE
)
_COMPRISE = Pattern(
    r"^[^.;:,\d]{0,50}\b(?:comprise[sd]?|comprising|consist(?:s|ed|ing)? of|(?:is|are|was|were) (?:made up of|(?:split|divided) (?:into|between|among))|br(?:eak|eaks|oke) down (?:into|as))\b[\s:]*(?:of\s+)?$",
    re.IGNORECASE,
)
_NAMELY = Pattern(r"^[^.;:,\d]{0,50}:\s*$")
_PART_OF_PART = Pattern(
    r"\b(?:of (?:these|those|them|whom|which)|including|in turn|overlap|both|some of|twice)\b", re.IGNORECASE
)
_BROKEN_DOWN = Pattern(
    r"^\s+(?:adults|people|patients|children|participants|volunteers|babies|students)\s*(?:[:(—–]|,\s*(?:of whom|comprising))\s*$",
    re.IGNORECASE,
)
"""'218 adults: 112 women and 96 men'."""
_HAVE = Pattern(
    r"^\s+(?:(?:had|have|has|with|reported|felt|took|used|suffer\w*)\b|(?:were|was|are)\s+(?:over|under|aged|also)\b)",
    re.IGNORECASE,
)
"""'60 children: 20 with asthma and 50 with eczema': what one person may have more than one of."""
_MOST = 8

_EXCLUSIVE: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        r"(?:were|are|was|is|on|in|for|from|by|among|to)?\s*(?:the\s+)?",
        (r"(?:men|males?|boys)\b", r"(?:women|females?|girls)\b"),
    ),
    (
        r"(?:were|are|was|is|had|have|has|presented with|were diagnosed with)?\s*(?:at\s+|in\s+)?",
        tuple(rf"stage\s+(?:{r}|{n})\b" for n, r in enumerate(("0", "I", "II", "III", "IV"))),
    ),
    (r"(?:were|are|was|is|had|have|has)?\s*(?:a\s+)?", (r"mild\b", r"moderate(?!ly| to)\b", r"severe\b")),
    (
        r"(?:were|are|was|is|had|have|has)?\s*",
        (r"locali[sz]ed\b", r"regional\b", r"(?:distant|metastatic)\b"),
    ),
    (
        r"(?:were|are|was|is)?\s*",
        (r"current smokers\b", r"(?:former|ex-?)\s*smokers\b", r"never[- ]smokers\b"),
    ),
)
"""What stands between a share and its group, and groups that nobody is in two of."""
_RATES = Pattern(
    r"\b(?:surviv\w*|rates?|risk|respon\w*|cured?|chance|likel\w*|mortality|died|alive|effective)\b",
    re.IGNORECASE,
)


def counted_parts(passage: Passage, counts: list[Figure]) -> tuple[Figure, list[Figure]] | None:
    """A count and the counts that it is said to be made of, where they are not that many."""
    text = passage.text
    randomised = _allotted_whole(passage, counts)
    counts = counts[randomised or 0 :]
    if not 3 <= len(counts) <= _MOST:
        return None
    whole, parts = counts[0], counts[1:]
    gap = text[whole.end : parts[0].lead]
    opened = _OF.match(text[passage.start : whole.lead])
    if opened and (exclusive := _at_most_all(passage, whole, parts)):
        return whole, exclusive
    assigned = _ALLOTTED.search(text, whole.end, parts[-1].lead) if opened else _ALLOTTED.search(gap)
    allotted = assigned and (opened or re.search(r":\s*$", gap))
    listed = _COMPRISE.match(gap)
    named = _NAMELY.match(gap)
    apart = (opened or named or _BROKEN_DOWN.match(gap)) and _are_exclusive(passage, parts)
    if randomised is not None and not _TO_ARM.match(text[parts[0].end : parts[0].end + 40]):
        return None  # 'randomised 612: 400 had diabetes and 314 had gout'
    if not (allotted or listed or named or apart) or _PART_OF_PART.search(text[parts[0].start : passage.end]):
        return None
    if any(f.qualifier != "exact" or f.hedged for f in (whole, *parts)) or not _joined(passage, parts):
        return None
    total = sum((f.value or Fraction(0) for f in parts), Fraction(0))
    slack = sum((grain(f) - Fraction(1, 2) for f in counts if grain(f) > 1), Fraction(0))
    off = total - (whole.value or Fraction(0))
    if named and not (allotted or apart) and _HAVE.match(text[parts[0].end : parts[0].end + 30]):
        # Of three kinds and more that are nearly the whole it was meant that everyone has one.
        named = named if len(parts) > 2 and 0 < off <= (whole.value or Fraction(0)) / 10 else None
        if named is None:
            return None
    if allotted and opened and apart != "all" and not _are_arms(passage, parts):
        return None  # 'of the 2,022 randomised, 268 were … and 819 were …': not said to be all
    partial = (named and not allotted and randomised is None and apart != "all") or (
        apart and not allotted and apart != "all"
    )
    return (whole, parts) if (off > slack if partial else abs(off) > slack) else None


_JUST_ALLOTTED = Pattern(rf"(?:{_ALLOTTED.pattern})\s+(?:a\s+total\s+of\s+|all\s+)?$", re.IGNORECASE)

_TO_ARM = Pattern(
    r"^\s+(?:people\s+|patients\s+|participants\s+)?(?:to\b|into\b|on\b|received\b|took\b|got\b|placebo\b|controls?\b|(?:in|for)\s+(?:the|each)\b|(?:were\s+)?(?:given|assigned|allocated|allotted)\b)",
    re.IGNORECASE,
)


def _allotted_whole(passage: Passage, counts: Sequence[Figure]) -> int | None:
    """Which count is the whole of 'We screened 940 people and randomised 612: 308 to … and 314 to …'."""
    for k, (count, following) in enumerate(pairwise(counts)):
        gap = passage.text[count.end : following.lead]
        if _NAMELY.match(gap) and _JUST_ALLOTTED.search(passage.text[passage.start : count.lead]):
            return k
    return None


def _at_most_all(passage: Passage, whole: Figure, figures: Sequence[Figure]) -> list[Figure]:
    """Counts of which nobody is in two and which are more than ``whole``; empty where they are not."""
    parts = [f for f in figures if f.role not in ("article", "pronoun")]
    if len(parts) < 2 or any(f.qualifier != "exact" or f.hedged for f in (whole, *parts)):
        return []
    if not _joined(passage, parts) or not (one_each(passage, parts) or graded(passage, parts)):
        return []
    total = sum((f.value or Fraction(0) for f in parts), Fraction(0))
    slack = sum((grain(f) - Fraction(1, 2) for f in (whole, *parts) if grain(f) > 1), Fraction(0))
    return parts if total > (whole.value or Fraction(0)) + slack else []


_ARM = Pattern(
    r"^\s+(?:of them\s+|people\s+|patients\s+|participants\s+)?(?:(?:had|have|got|took|received|used|entered|joined|formed|made up)\b|(?:were|was)\s+(?:\w+ly\s+)?(?:given|assigned|allocated|allotted|randomi[sz]ed|put|placed)\b"
    r"|to\b|in\b|on\b|into\b|for\b|the\b|an?\b|placebo\b|controls?\b|by\b)",
    re.IGNORECASE,
)
"""What says which arm a part was allotted to; the last of a list may say it for all."""


def _are_arms(passage: Passage, parts: Sequence[Figure]) -> bool:
    return any(_ARM.match(passage.text[part.end : part.end + 60]) for part in parts[:1])


def _are_exclusive(passage: Passage, parts: Sequence[Figure]) -> str:
    """'all' for counts of men and of women, 'some' for other groups that exclude each other, else nothing."""
    for k, (link, groups) in enumerate(_EXCLUSIVE):
        held = {
            n
            for part in parts
            for n, group in enumerate(groups)
            if re.match(
                rf"\s+(?:of them\s+)?{link}{group}", passage.text[part.end : part.end + 50], re.IGNORECASE
            )
        }
        if len(held) == len(parts):
            return "all" if k == 0 and len(held) == len(groups) else "some"
    return ""


def is_counted(figure: Figure) -> bool:
    return (
        figure.dimension == "count"
        and figure.kind == "count"
        and figure.value is not None
        and not figure.is_range
        and (figure.is_claim or figure.role in ("sample-size", "article", "pronoun"))
    )


def _joined(passage: Passage, parts: Sequence[Figure]) -> bool:
    """True for a list whose last part is joined with 'and' and whose others with commas."""
    gaps = [passage.text[a.end : b.lead] for a, b in pairwise(parts)]
    if not gaps or any(re.search(r"[.;:]", g) for g in gaps):
        return False
    return bool(re.search(r"\band\s*(?:the\s+other\s+)?$", gaps[-1])) and all(
        re.search(r",\s*$", g) for g in gaps[:-1]
    )


def exclusive_parts(passage: Passage) -> list[Figure]:
    """Shares of groups that exclude each other and are more than the whole: '58% were men and 52% were women'."""
    if _RATES.search(passage.sentence):
        return []
    shares = [f for f in passage.figures if f.kind == "percent" and f.is_claim and f.value is not None]
    if len(shares) < 2:
        return []
    for link, groups in _EXCLUSIVE:
        held: dict[int, Figure] = {}
        for share in shares:
            after = passage.text[share.end : share.end + 50]
            for number, group in enumerate(groups):
                if number not in held and re.match(rf"\s+(?:of them\s+)?{link}{group}", after, re.IGNORECASE):
                    held[number] = share
        total = sum((f.value or Fraction(0) for f in held.values()), Fraction(0))
        slack = sum((ulp(f) / 2 for f in held.values()), Fraction(0))
        if len(held) >= 2 and total > 100 + slack:
            return sorted(held.values(), key=lambda f: f.start)
    return []


_TOTAL = Pattern(r"^\W*(?:grand\s+)?(?:total|sum|all together|altogether)\W*$", re.IGNORECASE)
_ALL = Pattern(r"^\W*(?:all|overall)\W*$", re.IGNORECASE)
"""A row that may be the sum of those above it, or of more than the table shows: one column must be."""


def table_totals(view: View) -> Iterator[tuple[int, Figure, Fraction]]:
    """Cells of a row of totals that are not the sum of their column: the block, its figure, the sum."""
    for table in view.document.tables:
        rows = [row for row in table.rows[table.header_rows :] if row and row[0] >= 0]
        label = fold(view.text(rows[-1][0])) if len(rows) >= 3 else ""
        if not _TOTAL.match(label) and not _ALL.match(label):
            continue
        odd, sums = [], 0
        for column in range(1, len(rows[-1])):
            cells = [_cell(view, row, column) for row in rows]
            whole, parts = cells[-1], cells[:-1]
            if whole is None or any(c is None for c in parts):
                continue
            figures = [c for c in parts if c is not None]
            if any((f.dimension, f.size) != (whole.dimension, whole.size) for f in figures):
                continue
            total = sum((f.value or Fraction(0) for f in figures), Fraction(0))
            if _is_mean(figures, whole, total):
                continue
            slack = (
                sum((ulp(f) / 2 for f in (*figures, whole)), Fraction(0))
                if _is_rounded(whole)
                else Fraction(0)
            )
            if abs(total - (whole.value or Fraction(0))) > slack:
                odd.append((rows[-1][column], whole, total))
            else:
                sums += whole.dimension == "count"
        if sums or _TOTAL.match(label):
            yield from odd


def _is_mean(figures: Sequence[Figure], whole: Figure, total: Fraction) -> bool:
    """True for a column of rates or averages, whose row of totals tells the overall one: 2%, 3%, in all 2.3%."""
    value, parts = whole.value or Fraction(0), [f.value or Fraction(0) for f in figures]
    near = (Fraction(90), Fraction(110))
    shares = whole.dimension == "proportion" and not (
        near[0] <= value <= near[1] or near[0] <= total <= near[1]
    )
    return shares or min(parts) <= value <= max(parts) < total


def _is_rounded(figure: Figure) -> bool:
    return figure.dimension != "count" or bool(figure.decimals)


def _cell(view: View, row: Sequence[int], column: int) -> Figure | None:
    """The one figure that a cell is, if it is no more than that."""
    if column >= len(row) or row[column] < 0:
        return None
    figures = view.reader.reading.block(row[column]).figures
    if len(figures) != 1 or figures[0].is_range or figures[0].value is None or not figures[0].is_claim:
        return None
    figure = figures[0]
    rest = view.text(row[column])[: figure.start] + view.text(row[column])[figure.end :]
    plain = not re.search(r"\w", rest) and figure.qualifier == "exact"
    return figure if plain and figure.dimension in ("count", "proportion", "money") else None


def table_changes(view: View) -> Iterator[tuple[int, Figure, Figure, Figure]]:
    """Cells of a column of changes with the two cells before them: the block, the ends, the stated change."""
    for table in view.document.tables:
        column = _change_column(view, table)
        if column < 2:
            continue
        for row in table.rows[table.header_rows :]:
            first, second = _cell(view, row, column - 2), _cell(view, row, column - 1)
            figures = view.reader.reading.block(row[column]).figures if row[column] >= 0 else []
            if first and second and len(figures) == 1 and figures[0].kind == "percent":
                yield row[column], first, second, figures[0]


def _change_column(view: View, table: Table) -> int:
    if not table.header_rows:
        return 0
    head = table.rows[table.header_rows - 1]
    return next(
        (
            k
            for k, cell in enumerate(head)
            if cell >= 0 and re.match(r"^\W*(?:%\s*)?(?:change|difference)\b", view.text(cell), re.IGNORECASE)
        ),
        0,
    )
