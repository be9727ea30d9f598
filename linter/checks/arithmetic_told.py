"""Parts that prose or a list tells of a whole it has named: '74 stopped early: 31 …, 22 … and 11 …', 'Of these, …'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from linter.checks.arithmetic_apart import one_each
from linter.checks.arithmetic_lists import is_counted
from linter.checks.arithmetic_shared import is_of_some
from linter.checks.numbers_scan import Passage
from linter.checks.view import View
from linter.language.figure import Figure
from linter.language.lex import fold
from linter.patterns import AnyCase, Pattern

_OPENS = Pattern(r"^[^.;:()\d]{0,80}?(?:(?P<colon>[:—–])|\s-\s|(?P<bracket>\())\s*(?:[a-z-]+\s+){0,3}$")
"""Between a whole and its first part: '74 stopped treatment early: 31'."""
_OF = AnyCase(r"^\W*(?:(?:of|among|out of|in)\s+(?:the\s+|all\s+|our\s+|every\s+|a\s+total\s+of\s+)*)$")
_OF_THESE = AnyCase(r"^\W*(?:of|among)\s+(?:these|those|them)\b[^.;:,\d]{0,40}[,:]?\s*$")
_NOT_ALL = AnyCase(
    r"\b(?:includ\w+|mainly|mostly|chiefly|most|among\s+(?:them|others)|e\.?g\.?|such\s+as|for\s+(?:example|instance)|commonest|top|largest|"
    r"overlap\w*|both|either|more\s+than\s+one|some\s+of|as\s+well|also|tick\w*|at\s+least|other|others|rest|remaining|remainder|twice|respectively|"
    r"several|in\s+turn|whom|which|up\s+from|down\s+from|compared|than|last\s+year|per|every|each\s+(?:day|week|month|year))\b|%|\.{3}|…"
)
"""What makes a list of parts no list of all, or lets one thing be in two of them."""
_HAD = AnyCase(
    r"^\s+(?:[a-z]+\s+){0,2}?(?:had|have|has|with|reported|felt|took|used|suffer\w*|complained|needed|wanted|liked|smoked|drank|mentioned|named|cited|said)\b"
)
"""What one person may have more than one of."""
_ONE_WAY = AnyCase(
    r"^\s+(?:[a-z-]+\s+){0,3}?(?:happened|occurred|took\s+place|came|arrived|lived?|died|chose|went|stayed|left|(?:was|were|is|are)\s+(?:\w+ly\s+)?(?:sent|discharged|admitted|transferred|referred|moved|seen|in|at|on|from|lost|"
    r"red|amber|green|under|aged|graded|rated|classed|coded))\b|^\s+(?:at|in|on|from)\s+(?:the|an?|our)\b"
)
_EVERY = AnyCase(r"\bevery\s+$")
_SINGLE = AnyCase(r"\b(?:single|only\s+one|one\s+each|final|main|primary|sole)\b")
_NONE = AnyCase(
    r"^\s+(?:(?:gave|had|have|with|reported)\s+no\b|did\s+not\b|didn't\b|declined\b|withdrew\b|refused\b)"
)
_NEAR, _FAR, _SHORT = Fraction(8, 100), Fraction(30, 100), Fraction(20, 100)
"""How much more than the whole, as a share, parts may be that look like all of it; and how much less."""
_LEAST = 10


class Told(NamedTuple):
    """A whole and its parts, which are not as many."""

    whole: Figure
    parts: Sequence[Figure]


_OF_GROUP = AnyCase(r"\b(?:arm|group|cohort)\s+$")


def _is_part(passage: Passage, figure: Figure) -> bool:
    """True for a number of things; in 'in the placebo arm 74 stopped' it looks like that of the arm."""
    if figure.role in ("article", "pronoun"):
        return False
    named = figure.role == "label" and figure.kind == "count" and (figure.value or 0) >= _LEAST
    return is_counted(figure) or bool(
        named and _OF_GROUP.search(passage.text, max(0, figure.start - 10), figure.start)
    )


def told_parts(passage: Passage, earlier: Sequence[Passage]) -> Told | None:
    """The whole that a sentence, or the one before, names, and parts of it that are more, or fewer, than it."""
    counts = [f for f in passage.figures if _is_part(passage, f)]
    if len(counts) < 2 or any(f.qualifier != "exact" or f.hedged for f in counts):
        return None
    for k in range(len(counts) - 2):
        gap = passage.text[counts[k].end : counts[k + 1].lead]
        opened = _OPENS.match(gap)
        if opened and (told := _listed(passage, counts[k], counts[k + 1 :], bool(opened["bracket"]))):
            return told
    if _OF.match(passage.text[passage.start : counts[0].lead]):
        return _some(passage, counts[0], counts[1:])
    if earlier and (
        _OF_THESE.match(passage.text[passage.start : counts[0].lead]) or one_each(passage, counts)
    ):
        before = [f for f in earlier[-1].figures if is_counted(f) and f.role not in ("article", "pronoun")]
        if len(before) == 1 and before[0].qualifier == "exact" and not before[0].hedged:
            return _some(passage, before[0], counts)
    return None


def _are_only(passage: Passage, parts: Sequence[Figure], end: int) -> bool:
    """True where a list holds no other figures than its parts."""
    held = [
        f for f in passage.figures if parts[0].start <= f.start < end and f.role not in ("article", "pronoun")
    ]
    return [f for f in held if f not in parts] == []


def _joined(passage: Passage, parts: Sequence[Figure], *, commas: bool) -> bool:
    gaps = [passage.text[a.end : b.lead] for a, b in pairwise(parts)]
    if any(re.search(r"[.;:()]|,\s+\S[^,]*,", g) for g in gaps):
        return False
    last = re.search(r"\band\s+(?:the\s+)?(?:[a-z]+\s+){0,2}$", gaps[-1])
    return bool(last or (commas and re.search(r",\s*(?:[a-z-]+\s+){0,2}$", gaps[-1]))) and all(
        re.search(r",\s*(?:[a-z-]+\s+){0,2}$", g) for g in gaps[:-1]
    )


def _sum(parts: Sequence[Figure]) -> Fraction:
    return sum((p.value or Fraction(0) for p in parts), Fraction(0))


def _listed(passage: Passage, whole: Figure, parts: Sequence[Figure], bracket: bool) -> Told | None:
    """Parts behind a colon or in brackets: all of the whole, if nothing says otherwise."""
    stop = passage.text.find(")", parts[0].start) if bracket else passage.end
    parts = [p for p in parts if p.start < stop]
    if not 3 <= len(parts) <= 8 or stop < 0 or not _are_only(passage, parts, stop):
        return None
    told = passage.text[whole.start : stop]
    if (
        _NOT_ALL.search(told)
        or not _joined(passage, parts, commas=True)
        or len(passage.text[parts[-1].end : stop].split()) > 12
    ):
        return None
    size, total = whole.value or Fraction(0), _sum(parts)
    had = sum(bool(_HAD.match(passage.text[p.end : p.end + 40])) for p in parts) > len(parts) // 2
    if size < _LEAST or had or total == size or is_of_some(total, size):
        return None
    return Told(whole, parts) if -_SHORT <= total / size - 1 <= _FAR else None


def _some(passage: Passage, whole: Figure, parts: Sequence[Figure]) -> Told | None:
    """'Of the 212, 118 …, 61 … and 43 …': more than there are, and no sign that one may be in two."""
    if (
        not 2 <= len(parts) <= 8
        or not _are_only(passage, parts, passage.end)
        or not _joined(passage, parts, commas=False)
    ):
        return None
    if _NOT_ALL.search(passage.text[parts[0].start : passage.end]):
        return None
    after = [passage.text[p.end : p.end + 60] for p in parts]
    size, total = whole.value or Fraction(0), _sum(parts)
    if size < _LEAST or total <= size or max(p.value or Fraction(0) for p in parts) > size:
        return None
    one_way = bool(_ONE_WAY.match(after[0])) and not any(map(_HAD.match, after))
    every = _EVERY.search(passage.text[passage.start : whole.lead]) if whole in passage.figures else None
    sure = one_way or every or _SINGLE.search(passage.text[parts[-1].end : passage.end])
    near = len(parts) > 2 and (any(map(_NONE.match, after)) or not any(map(_HAD.match, after)))
    most = _FAR if sure else _NEAR if near else Fraction(0)
    return Told(whole, parts) if total / size - 1 <= most else None


_ITEM = Pattern(
    r"^\s*(?:(?P<first>\d{1,3}(?:,\d{3})+|\d+)\b(?!\s?%|[.:)/-]|\s+(?:of|to|per|in)\b)|[^\d:]{2,50}[:–—]\s*(?P<last>\d{1,3}(?:,\d{3})+|\d+)\s*[.;,]?\s*$)"
)
_LEAD = Pattern(r"(?<![\d.,£$€-])(?P<n>\d{1,3}(?:,\d{3})+|\d{2,7})(?![\d.,]*\d|\s?%)\s+[^.\d]{3,80}:\s*$")


def listed_parts(view: View) -> Iterator[tuple[int, int, int, str, Fraction, list[Fraction]]]:
    """Lists whose items are the parts of a number in their lead-in: block, start, end, whole, sum, parts."""
    items: dict[int, list[int]] = {}
    for index, block in enumerate(view.document.blocks):
        if block.kind == "item" and block.parent is not None and block.text:
            items.setdefault(block.parent, []).append(index)
    for parent, under in items.items():
        lead = _LEAD.search(fold(view.text(parent)))
        if lead is None or len(under) < 3 or _NOT_ALL.search(lead.group()):
            continue
        texts = [fold(view.text(i)) for i in under]
        matches = [_ITEM.match(t) for t in texts]
        if not all(matches) or any(_NOT_ALL.search(t) for t in texts):
            continue
        parts = [Fraction((m["first"] or m["last"]).replace(",", "")) for m in matches if m]
        whole, total = Fraction(lead["n"].replace(",", "")), sum(parts, Fraction(0))
        if 1900 <= whole <= 2100 and "," not in lead["n"]:
            continue
        if (
            whole >= _LEAST
            and total != whole
            and not is_of_some(total, whole)
            and -_SHORT <= total / whole - 1 <= _FAR
        ):
            yield parent, *lead.span("n"), lead["n"], total, parts
