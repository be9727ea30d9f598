"""The grammar of figures: text in, ``Figure`` values out, in order, none overlapping."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from linter.language import qualifiers
from linter.language.amounts import Amount, amount
from linter.language.calendar import MONTHS, read_calendar
from linter.language.figure import Figure
from linter.language.lex import Lex, fold, lex
from linter.language.numerals import START_WORDS
from linter.language.roles import give_roles

# What holds digits and is no figure at all. Order matters: the longest reading first.
_OPAQUE = re.compile(
    r"""(?P<url>(?:https?://|www\.)[^\s<>"')\]]+ | \b[\w.+-]+@[\w-]+\.[\w.-]+ | \b10\.\d{4,9}/[^\s<>"']+)
      | (?P<phone>(?<![\w.,$£€])\+?\d{1,3}[ -.]?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b | (?<![\w.,$£€])\(?\d{3}\)?[ .-]\d{3}-\d{4}\b
          | (?<![\w.,$£€])0\d{2,4}[ ]\d{3,4}[ ]\d{3,4}\b | (?<![\w.,$£€])1-8\d\d-[\w-]+ )
      | (?P<time>\b\d{1,2}(?::\d{2})?[ ]?[ap]\.?m\b\.? | (?<![\d:/])\d{1,2}:[0-5]\d(?::[0-5]\d)?(?![\d:]) )
      | (?P<citation>\[\d{1,3}(?:[ ]?[,–-][ ]?\d{1,3})*\])
      | (?P<identifier>\b(?:PMID|PMCID|DOI|ISBN|ISSN|NCT|ISRCTN|RRID|ICD-10|ICD-9|ICD)[: ]?[\w./-]*\d[\w./-]*
          | \b[A-Za-z]\w*(?:[-–]\w+)*?[-–](?<=[A-Z0-9][-–])\d+\w*(?:[-–/]\w+)* | \b(?:[A-Z]{2,}\d+|[A-Za-z]\d+)[\w/-]*\b
          | \bv\d+(?:\.\d+)+ | \b\d+(?:\.\d+){2,}\b | \b\d+[A-Z]\d\w*\b | \b\w+\.(?:pdf|docx?|xlsx?|jpe?g|png|html?|csv)\b)""",
    re.VERBOSE,
)


def _opaque(text: str) -> list[tuple[int, int, str]]:
    return [(m.start(), m.end(), m.lastgroup or "") for m in _OPAQUE.finditer(fold(text))]


def read_figures(text: str) -> list[Figure]:
    """Every figure in ``text``, in order. Linear in the length of ``text``.

    Years, dates, labels, phone numbers and the like are figures too, with a role that says so.
    """
    if not may_hold_figures(text):
        return []
    tokens = lex(text)
    opaque = _opaque(text)
    found: list[Figure] = []
    i = skip = 0
    floor = 0
    while i < len(tokens):
        token = tokens[i]
        while skip < len(opaque) and opaque[skip][1] <= token.start:
            skip += 1
        if skip < len(opaque) and opaque[skip][0] <= token.start < opaque[skip][1]:
            start, end, role = opaque[skip]
            found.append(Figure(start, end, "number", "none", lead=start, role=role))
            while i < len(tokens) and tokens[i].start < end:
                i += 1
            floor = i
            continue
        if token.kind == "sym" or (token.kind == "word" and token.text not in _STARTS):
            i += 1
            continue
        read = read_calendar(tokens, i) or _quantity(tokens, i, text, floor)
        if read is None:
            i += 1
            continue
        found.append(read[0])
        floor = i = read[1]
    found = _share_units(found, tokens, text)
    return give_roles(_distribute(found, text), tokens, text)



_MULTIPLES = {"twice": 2, "thrice": 3, "double": 2, "triple": 3, "twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5,
              "sixfold": 6, "tenfold": 10, "doubled": 2, "tripled": 3, "doubles": 2, "triples": 3, "doubling": 2, "tripling": 3,
              "quadruple": 4, "quadrupled": 4, "halved": Fraction(1, 2), "once": 1}  # fmt: skip
_STARTS = START_WORDS | frozenset(MONTHS) | frozenset(_MULTIPLES) | frozenset({"one", "halves"})
_QUICK = re.compile(r"\d|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒]")
_WORD = re.compile(r"[^\W\d_]+")


def may_hold_figures(text: str) -> bool:
    """A cheap test: False only where ``read_figures`` would find nothing."""
    return bool(_QUICK.search(text)) or any(w.lower() in _STARTS for w in _WORD.findall(text))


def _quantity(tokens: Sequence[Lex], i: int, text: str, floor: int) -> tuple[Figure, int] | None:
    token = tokens[i]
    if token.kind == "word" and token.text in _MULTIPLES:
        return _multiple(tokens, i)
    first = amount(tokens, i, text)
    if first is None:
        return None
    second = _range_end(tokens, first, i, text)
    start = first.start
    if second is not None:
        figure, j = _joined(first, second), second.end_index
    else:
        figure, j = _single(first), first.end_index
    at = next(k for k in range(i, -1, -1) if tokens[k].start <= start)
    name, hedged, lead = qualifiers.before(tokens[floor:at], at - floor)
    if second is not None and lead + floor > 0 and tokens[lead + floor - 1].text in ("between", "from") and lead + floor > floor:
        lead -= 1
    after_name, k = qualifiers.after(tokens, j)
    if after_name != "exact" and name in ("exact", "about"):
        name, j = after_name, k
        hedged |= after_name == "about"
    end = tokens[k - 1].end if after_name != "exact" else figure.end
    lead_at = tokens[floor + lead].start if floor + lead < len(tokens) else start
    return replace(figure, qualifier=name, hedged=hedged, lead=min(lead_at, figure.start), end=max(figure.end, end)), j




def _single(part: Amount) -> Figure:
    return Figure(
        part.start, part.end, part.kind, part.dimension, part.value, None, None, part.unit, part.size,
        base=part.base, second=part.second, decimals=part.decimals,
    )  # fmt: skip


def _joined(first: Amount, second: Amount) -> Figure:
    unit = second if second.unit or second.dimension != "count" else first
    low = first.value * first.size / unit.size if first.unit and first.dimension == unit.dimension else first.value
    return Figure(
        first.start, second.end, "range", unit.dimension, None, low, second.value, unit.unit, unit.size,
        base=unit.base, decimals=max(first.decimals, second.decimals),
    )  # fmt: skip


_CHANGE = frozenset(
    "rose rise rises risen rising fell fall falls fallen falling grew grow grown growing climbed climb climbing dropped drop drops "
    "dropping increased increase increases increasing decreased decrease decreases decreasing declined decline declining went go gone "
    "improved improve improving reduced reduce reduces reducing reduction cut cuts cutting lowered lower lowers raised raise raises jumped jump "
    "jumping shrank shrink slipped doubled halved tripled up down changed change changing moved soared surged edged slid worsened brought".split()
)


def _range_end(tokens: Sequence[Lex], first: Amount, i: int, text: str) -> Amount | None:
    """The upper end of a range whose lower end is ``first``, if there is one."""
    j = first.end_index
    if j + 1 >= len(tokens):
        return None
    sign = tokens[j].text
    opener = _opener(tokens, i)
    if sign in ("–", "-", "−", "—", "~"):
        if sign in ("—", "~") and not tokens[j].glued:
            return None
    elif sign == "to" or sign == "through":
        if opener == "from" and _changes(tokens, i):
            return None
    elif sign == "and":
        if opener not in ("between", "both"):
            return None
        if opener == "both":
            return None
    else:
        return None
    second = amount(tokens, j + 1, text)
    if second is None:
        return None
    if second.value is None or first.value is None or first.second is not None or second.second is not None:
        return None
    same = first.dimension == second.dimension or (not first.unit and first.dimension == "count")
    late = not second.unit and second.dimension == "count" and first.unit == ""
    if not same and not late:
        return None
    if sign == "-" and first.dimension != "count" and second.dimension == "time" and not tokens[j].glued:
        return None
    return second


def _opener(tokens: Sequence[Lex], i: int) -> str:
    """'between' or 'from' just before the number, hedges aside."""
    k = i - 1
    while k >= 0 and k > i - 4 and tokens[k].text in ("about", "around", "roughly", "approximately", "$", "£", "€", "ages", "age", "an", "estimated"):
        k -= 1
    return tokens[k].text if k >= 0 else ""


def _changes(tokens: Sequence[Lex], i: int) -> bool:
    """True where a verb of change governs 'from A to B': two figures of one thing, not a range."""
    return any(t.text in _CHANGE for t in tokens[max(0, i - 9) : i] if t.kind == "word")


def _multiple(tokens: Sequence[Lex], i: int) -> tuple[Figure, int] | None:
    """'twice as likely', 'threefold'. 'Twice a day' is a frequency, not a figure."""
    word = tokens[i].text
    following = tokens[i + 1].text if i + 1 < len(tokens) else ""
    if word in ("once", "thrice") or following in (
        "a", "an", "daily", "weekly", "monthly", "yearly", "per", "each", "every", "blind", "check", "dose", "vision", "-", "in",
    ):  # fmt: skip
        return None
    value = Fraction(_MULTIPLES[word])
    name, hedged, lead = qualifiers.before(tokens[max(0, i - 6) : i], min(i, 6))
    start = tokens[i].start
    figure = Figure(start, tokens[i].end, "number", "multiple", value, unit="×", qualifier=name, hedged=hedged,
                    lead=tokens[max(0, i - 6) + lead].start)  # fmt: skip
    return figure, i + 1


_LISTING = re.compile(r"^\s*(?:,|,?\s*(?:and|or|to))\s*$")


def _share_units(found: list[Figure], tokens: Sequence[Lex], text: str) -> list[Figure]:
    """'10, 15 and 20 mg': the unit of the last belongs to all."""
    for k in range(len(found) - 2, -1, -1):
        this, following = found[k], found[k + 1]
        if this.dimension == "count" and this.kind in ("count", "number") and not this.unit and following.unit and following.kind != "range":
            if this.is_claim and following.is_claim and _LISTING.match(text[this.end : following.lead]):
                if following.dimension in ("calendar", "count", "multiple", "money") or following.base:
                    continue
                found[k] = replace(this, kind=following.kind, dimension=following.dimension, unit=following.unit, size=following.size)
    return found




_EVERY = re.compile(r"\b(?:of|in|for|among|from|out of)\s+(?:every|each|any)\s+$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?;](?:\s|$)")


def _distribute(found: list[Figure], text: str) -> list[Figure]:
    """'Of every 100 people, 8 …' and 'for every 1,000 babies … 3': the later count is 8 in 100."""
    result: list[Figure] = []
    base: Figure | None = None
    for figure in found:
        plain = figure.kind == "count" and not figure.unit and figure.is_claim and figure.value is not None
        if plain and figure.value in _ROUND and _EVERY.search(text[max(0, figure.start - 20) : figure.start]):
            base = figure
            result.append(replace(figure, role="denominator"))
            continue
        if base is not None and _SENTENCE_END.search(text[base.end : figure.start]):
            base = None
        if plain and base is not None and base.value and figure.value is not None and figure.value < base.value:
            whole = int(base.value)
            figure = replace(figure, kind="ratio", dimension="proportion", unit=f"in {whole}", size=Fraction(1, whole), base=whole)
        result.append(figure)
    return result


_ROUND = frozenset(Fraction(n) for n in (10, 20, 50, 100, 200, 500, 1000, 10000, 100000, 1000000))
