"""Wholes whose parts are listed: 'Of 300 randomised, 120 …', '58% were men and 52% were women', tables with a total."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from linter.checks.arithmetic_apart import graded, one_each
from linter.checks.numbers_scan import Passage, grain, ulp
from linter.language.change import is_change
from linter.language.figure import Figure
from linter.patterns import AnyCase, Pattern

#: What all of a group are given one of, so that its parts are the whole of it.
_ALLOTTED = AnyCase(r"\b(?:randomi[sz]ed|randomly assigned|assigned|allocated|allotted|divided|split)\b")
_OF = AnyCase(r"^\s*(?:of|among|out of)\s+(?:the\s+|all\s+|these\s+|our\s+|a\s+total\s+of\s+)*$")
_COMPRISE = AnyCase(
    r"^[^.;:,\d]{0,50}\b(?:comprise[sd]?|comprising|consist(?:s|ed|ing)? of|(?:is|are|was|were) (?:made up of|(?:split|divided) (?:into|between|among))|br(?:eak|eaks|oke) down (?:into|as))\b[\s:]*(?:of\s+)?$"
)
_NAMELY = Pattern(r"^[^.;:,\d]{0,50}:\s*$")
_PART_OF_PART = AnyCase(
    r"\b(?:of (?:these|those|them|whom|which)|including|in turn|overlap|both|some of|twice)\b"
)
_BROKEN_DOWN = AnyCase(
    r"^\s+(?:adults|people|patients|children|participants|volunteers|babies|students)\s*(?:[:(—–]|,\s*(?:of whom|comprising))\s*$"
)
"""'218 adults: 112 women and 96 men'."""
_HAVE = AnyCase(
    r"^\s+(?:(?:had|have|has|with|reported|felt|took|used|suffer\w*)\b|(?:were|was|are)\s+(?:over|under|aged|also)\b)"
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
_RATES = AnyCase(
    r"\b(?:surviv\w*|rates?|risk|respon\w*|cured?|chance|likel\w*|mortality|died|alive|effective)\b"
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
    if not (allotted or listed or named or apart) or _PART_OF_PART.search(text[whole.end : passage.end]):
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


_JUST_ALLOTTED = AnyCase(rf"(?:{_ALLOTTED.pattern})\s+(?:a\s+total\s+of\s+|all\s+)?$")

_TO_ARM = AnyCase(
    r"^\s+(?:people\s+|patients\s+|participants\s+)?(?:to\b|into\b|on\b|received\b|took\b|got\b|placebo\b|controls?\b|(?:in|for)\s+(?:the|each)\b|(?:were\s+)?(?:given|assigned|allocated|allotted)\b)"
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


_ARM = AnyCase(
    r"^\s+(?:of them\s+|people\s+|patients\s+|participants\s+)?(?:(?:had|have|got|took|received|used|entered|joined|formed|made up)\b|(?:were|was)\s+(?:\w+ly\s+)?(?:given|assigned|allocated|allotted|randomi[sz]ed|put|placed)\b"
    r"|to\b|in\b|on\b|into\b|for\b|the\b|an?\b|placebo\b|controls?\b|by\b)"
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
    told = (f for f in passage.figures if f.kind == "percent" and f.is_claim and f.value is not None)
    shares = [f for f in told if not is_change(passage.text, f)]  # 'by 94% in girls and by 83% in boys'
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
