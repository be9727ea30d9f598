"""Where copy tells a change: from A to B, and by how much it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from linter.checks.numbers_scan import Passage
from linter.language.figure import Figure
from linter.language.words import root
from linter.patterns import AnyCase, Pattern

RISE = r"(?:rises?|rose|risen|rising|increase[sd]?|increasing|grew|grows?|grown|growth|growing|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|gain(?:s|ed)?|upturn|went up|up|soared|surged|raise[sd]?)"
FALL = r"(?:falls?|fell|fallen|falling|decrease[sd]?|decreasing|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|reduc(?:tion|tions|ed|es|e|ing)|cuts?|cutting|lower(?:ed|s|ing)?|shr[aiu]nk|loss|lost|went down|down|dip(?:s|ped)?|slump(?:s|ed)?|plunged?|sav(?:ed|es|ing)|shed)"
_ANY = rf"(?:{RISE}|{FALL}|change[sd]?|difference|improvement|improved)"
_KIND = r"(?:relative|overall|total|further|absolute|proportional|statistically|significant|significantly|striking|whopping|mere|net|sharp|steep|modest|risk|rate|a|an|the|or|of|about|around|roughly|nearly|almost|some|more than|over|just|only)"
_MORE = r"(?:less|fewer|lower|shorter|more|higher|longer)(?=\s*(?:[.,;:)]|$)|\s+than\s+(?:before|it\s+was|in|at|last)\b|\s+by\s+(?:my|our|her|his|their)\b)"
_AFTER = AnyCase(rf"^\s*(?:-\s*)?(?:{_KIND}\s+){{0,3}}(?:in\s+)?(?P<verb>{_ANY}\b|{_MORE})")
_BEFORE = AnyCase(
    rf"\b(?P<verb>{_ANY})\s+(?:of|by)\s+(?:{_KIND}\s+){{0,3}}$|\b(?P<bare>{_ANY})\s+(?:{_KIND}\s+){{0,2}}$"
)
_TO = AnyCase(r"^\s*(?:\((?:in\s+)?(?:19|20)\d\d\)\s*)?(?:[\w'’ –-]{1,60}\s)?to\s+$")
_FROM = AnyCase(
    r"\bfrom\s+(?:about|around|roughly|nearly|almost|some|an estimated|just|over|under|only)?\s*$"
)
# What such a figure says is not B against A as they stand in the text.
OTHERWISE = Pattern(
    r"\b(?:adjust(?:ed|ing)|hazard|odds|HR|OR|aOR|aHR|RR|kaplan|annual(?:ly|i[sz]ed)?|yearly|average annual|"
    r"standardi[sz]ed|relative to|compared with placebo|versus placebo|among those|model\w*|inflation|compound)\b"
)
_JOINT = AnyCase(
    r"^[\s,;(—–-]*(?:(?:or|and|is|was|means|which is|which was|which means|that is|that's|this is|it was|amounting to|equal to|equivalent to|i\.?e\.?,?|making|for|with|representing|meaning|as|marking|giving|a|an|the)(?:\s+|$))*$"
)

#: 'to 41% with them, a 13% increase': words that still belong to the second figure.
_TAIL = AnyCase(
    r"^\s+(?:with|without|in|among|for|after|at|on|during|by|of|over|across|when|since|within|under)\s+[\w'’ -]{1,60}(?=[,;—–(])"
)
_RATE_TAIL = AnyCase(
    r"^\s+(?:(?:a|per|each|every|last|this|next|that)\s+(?:year|month|week|day|quarter|winter|summer)|overnight|since then|since)(?=[,;—–(])"
)
"""'to 52 a week, up 4%', 'to £3 million last year, up 20%'."""
#: '5% a year' is no change from one end to the other.
YEARLY = AnyCase(r"^\s*(?:a|per|each|every)\s+(?:year|month|week|decade|day)\b")
_OR_BY = AnyCase(r"^\s*,?\s*(?:or|i\.e\.|that is,?|thus|so)?\s*by\s+$")
_ASIDE = AnyCase(
    r"^\s*\(\s*(?:(?P<sign>[−+–-])|(?:or\s+|by\s+|an?\s+)?(?P<word>[a-z]+)?(?:\s+(?:of|by))?)\s*$"
)
_ASIDE_CLOSES = Pattern(r"^\s*\)")
"""'A decrease from 3,000 to 2,400 (15%)': the size in brackets, and no more."""
_GOING = AnyCase(
    r"^,?\s*(?:going|falling|dropping|rising|climbing|moving|up|down)\s+(?=from\b)|^,?\s*(?=\(?from\b)"
)
_SIZE_ENDS = AnyCase(r"^\s*(?:points?\b|more\b|fewer\b|[.,;)]|$)")
_LED = AnyCase(rf"\b(?P<verb>{_ANY})\b[^.;]{{0,30}}?\bfrom\s+\D{{0,20}}$")

_THEN_FROM = AnyCase(r"^[\s,(]*(?:\w+[,\s]+){0,4}from\s+\D{0,20}$")
OF_OTHERS = AnyCase(r"\b(?:when|once|if|who|whom|whose|aged?|dos(?:e|es|age))\b")
"""'Side effects halved when the dose was cut from 40 to 10 mg', 'doubled in people aged from 20 to 30'."""
_OTHER_DEED = rf"(?:{_ANY}|who|whom|whose|which|that|when|where|while|as|if|once|because|but|and|mov\w+|switch\w*|went|dose|aged)"
_LATER_FROM = AnyCase(
    rf"^\s+(?:in|over|within|during|after|at|for|among|across|since|by|between)(?:\s+(?!{_OTHER_DEED}\b)[\w'’]+(?:-[\w'’]+)?){{1,12}}"
    r"(?:,|\s[—–-])\s*from\s+\D{0,20}$"
)
"""'Halved in the first three months of treatment, from 9 to 3': when, where and among whom; not what else was changed."""


@dataclass(frozen=True, slots=True)
class Change:
    """'from A to B', and what the copy says the change was. ``verb`` is its own word for it."""

    first: Figure
    second: Figure
    stated: Figure
    verb: str
    trust: Fraction = Fraction(1)
    """How much of the rounding that their zeros allow both ends are given."""


def ends(passage: Passage) -> Iterator[tuple[Figure, Figure]]:
    """The two ends of each 'from A to B' of a sentence."""
    figures = passage.figures
    for k, figure in enumerate(figures):
        if not figure.is_claim and figure.role != "sample-size":
            continue
        arrow = _ARROW.match(passage.text, figure.end, passage.end)
        marked = figure.is_range and _MARKED.match(passage.text[figure.end : figure.end + 24])
        before = passage.text[max(passage.start, figure.lead - 24) : figure.start]
        if not (arrow or marked or _FROM.search(before)):
            continue
        if figure.is_range and not figure.base:
            if not _DASHED_THEN_TO.match(passage.text, figure.start, passage.end):
                yield _split(figure)
            continue
        for later in figures[k + 1 : k + 3]:
            if later.role in ("year", "date", "period", "age"):
                continue
            gap = passage.text[figure.end : later.lead]
            figure, later = with_unit(figure, later)
            if (_TO.match(gap) or _ARROW.fullmatch(gap)) and _alike(figure, later):
                yield figure, later
            break


_DASHED_THEN_TO = AnyCase(r"\d+(?:\.\d+)?\s?[-–—]\s?\d+(?:\.\d+)?[^.;,\d]{0,40}\bto\b")
"""'From 10–20 times higher to negligible': a range with a dash is one end."""
_ARROW = Pattern(r"\s*(?:→|⇒|->|=>)\s*")
_MARKED = AnyCase(r"^\s*\((?:up|down|[+−–-])\s?(?:by\s+)?\d")
"""'6.2 to 4.8 mmol/L (down 23%)': the brackets say that it is a change, and no range."""


def with_unit(first: Figure, second: Figure) -> tuple[Figure, Figure]:
    """Both ends with the unit that only one of them is written with: 'from 84 days to 52'."""
    if first.dimension == "count" != second.dimension and second.kind == "quantity":
        return replace(first, dimension=second.dimension, size=second.size, unit=second.unit), second
    if second.dimension == "count" != first.dimension and first.kind in ("quantity", "duration"):
        return first, replace(second, dimension=first.dimension, size=first.size, unit=first.unit)
    return first, second


def _split(figure: Figure) -> tuple[Figure, Figure]:
    """A range read as one figure, as its two ends."""
    low = replace(figure, value=figure.low, low=None, high=None)
    return low, replace(figure, value=figure.high, low=None, high=None)


def _alike(first: Figure, second: Figure) -> bool:
    same = first.dimension == second.dimension and first.size == second.size
    return same and first.value is not None and second.value is not None and not second.is_range


def changes(passage: Passage) -> Iterator[Change]:
    """Each change of a sentence with the size that the copy gives it."""
    for first, second in ends(passage):
        if not first.value or first.dimension in ("calendar", "none", "temperature", "temperature-f"):
            continue
        if first.dimension == "time" and first.role != "claim":
            continue
        own = first.dimension if first.dimension != "count" else ""
        sizes = [
            as_size(passage, first, f)
            for f in passage.figures
            if f.is_claim and (f.dimension == own or f.dimension not in ("time", "calendar"))
        ]
        after = [f for f in sizes if f.start >= second.end][: 2 if own else 1]
        before = [f for f in sizes if f.end <= first.start][-1:]
        for figure in (*after, *before):
            if not figure.is_claim or figure.value is None or figure.is_range:
                continue
            if YEARLY.match(passage.text[figure.end : figure.end + 24]):
                continue
            counted = first.dimension == figure.dimension == "count" and _is_size(passage, second, figure)
            if not counted and (
                figure.dimension not in ("proportion", "points", "multiple", own)
                or (figure.kind == "ratio" and figure.unit)
            ):
                continue
            verb = _verb(passage, first, second, figure)
            if verb:
                yield Change(first, second, figure, verb)
                break


_POINTS = AnyCase(r"\s*points?\b")


def as_size(passage: Passage, end: Figure, size: Figure) -> Figure:
    """What a change is told to be: '11 points' of shares as percentage points, '−31%' without its sign."""
    if size.value is None:
        return size
    points = _POINTS.match(passage.text, size.end)
    if size.dimension == "count" and end.dimension == "proportion" and points:
        return replace(
            size, end=points.end(), dimension="points", size=Fraction(1, 100), unit="percentage points"
        )
    return replace(size, value=abs(size.value))


def _is_size(passage: Passage, second: Figure, size: Figure) -> bool:
    """True for a number that counts what the ends count: 'from 18 to 23, a gain of 6 points'."""
    after = passage.text[size.end : passage.end]
    noun = re.match(r"\s+([a-z]{3,})\b", after)
    same = noun is not None and re.match(rf"\s+{re.escape(noun[1])}\b", passage.text[second.end :])
    return bool(same or _SIZE_ENDS.match(after))


_OF_ITS_OWN = AnyCase(
    r"\s*(?:\w+\s+)?(?:drop|fall|rise|cut|reduction|increase|decrease|jump|decline|improvement)\s+in\s+"
    r"(?:(?:the|their|its)\s+)?(?:(?:number|rate|risk|share|proportion|use)s?\s+of\s+)?(?P<word>[a-z]{4,})"
)


_EACH = AnyCase(r"^\s+(?:a|per|each|every)\s+[\w,]+(?=\s*\()")


def _since(gap: str) -> str:
    """What stands between the second end and its change, without 'a month', 'per 1,000'."""
    return _EACH.sub("", gap)


def _is_of_another(text: str, stated: Figure) -> bool:
    """True for 'cut from 12 days to 9, with a 4% drop in readmissions': of something not named before."""
    own = _OF_ITS_OWN.match(text, stated.end)
    return own is not None and root(own["word"].lower()) not in {
        root(w) for w in re.findall(r"[a-z]{4,}", text[: stated.start].lower())
    }


def _is_left(first: Figure, second: Figure, stated: Figure) -> bool:
    """True for 'fell from 200 to 150 (75%)': what is left of it, not what it fell by."""
    assert first.value
    assert second.value is not None
    assert stated.value is not None
    share = second.value / first.value * (1 if first.dimension != "proportion" else first.size)
    return abs(share - stated.value * stated.size) < Fraction(1, 100)


def _verb(passage: Passage, first: Figure, second: Figure, stated: Figure) -> str:
    """The word that makes ``stated`` the size of this change; empty if it is something else."""
    text = passage.text
    if stated.start >= second.end:
        if _is_of_another(text, stated):
            return ""
        aside = _ASIDE.match(_since(text[second.end : stated.start]))
        aside = aside if aside and _ASIDE_CLOSES.match(text[stated.end :]) else None
        if aside and aside["word"] and not re.fullmatch(_ANY, aside["word"], re.IGNORECASE):
            aside = None
        if aside and text[stated.start] in "+−–-":
            return text[stated.start]
        if aside and (aside["sign"] or aside["word"]):
            return aside["sign"] or aside["word"].lower()
        if aside and _is_left(first, second, stated):
            return ""
        if aside or _OR_BY.match(text[second.end : stated.lead]):
            led = _LED.search(text[passage.start : first.start])
            return led["verb"].lower() if led else ""
        gap = _TAIL.sub("", _RATE_TAIL.sub("", text[second.end : stated.lead]))
        gap = (
            re.split(rf"\b{_ANY}\b", gap, maxsplit=1, flags=re.IGNORECASE)[0]
            if stated.dimension != "multiple"
            else gap
        )
        gap = re.sub(rf"\b(?:{_KIND})\b\s*$", "", gap.rstrip(), flags=re.IGNORECASE)
        gap = re.sub(r"\b(?:in|by|over|during|between)\s+(?:the\s+)?[\w ,-]{0,30}$", " ", gap)
        if not _JOINT.match(re.sub(rf"\b{_KIND}\b", "", gap, flags=re.IGNORECASE)):
            return ""
        if not re.search(
            r"[,;(—–-]|\bor\b|\bwhich\b|\bis\b|\bwas\b|\bmeans\b", text[second.end : stated.start]
        ):
            return ""
    else:
        gap = text[stated.end : first.start]
        if stated.dimension == "multiple" and (_THEN_FROM.match(gap) or _LATER_FROM.match(gap)):
            return "" if OF_OTHERS.search(gap) else text[stated.start : stated.end].lower()
        gap = re.sub(r"^\s+(?:between|from)\s+(?:19|20)\d\d\s+(?:and|to)\s+(?:19|20)\d\d(?=,)", "", gap)
        gap = _GOING.sub(" ", gap)
        own = _AFTER.match(gap)
        rest = gap[own.end() :] if own else gap
        if not re.match(r"^(?:\s+[\w'’ -]{1,60})?[\s,(—–:]*\bfrom\s+\D{0,20}$", rest, re.IGNORECASE):
            return ""
        if not own:
            match = _BEFORE.search(text[max(passage.start, stated.lead - 40) : stated.lead])
            return (match["verb"] or match["bare"]).lower() if match else ""
    if stated.dimension == "multiple":
        match = _AFTER.match(text[stated.end : stated.end + 30])
        return (match["verb"] if match else text[stated.start : stated.end]).lower()
    match = _AFTER.match(text[stated.end : stated.end + 45]) or _BEFORE.search(
        text[max(second.end if stated.start >= second.end else passage.start, stated.lead - 45) : stated.lead]
    )
    if match is None:
        return ""
    groups = match.groupdict()
    return str(groups.get("verb") or groups.get("bare") or "").lower()
