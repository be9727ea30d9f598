"""What figures say of each other: a shared unit, the base of a frequency, two bounds of one range."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from linter.language.figure import CLAIM, Figure
from linter.language.numerals import SCALES
from linter.patterns import AnyCase, Pattern

_LISTING = AnyCase(r"\s*(?:-\s*)?(?:,|,?\s*(?:and|or|to|vs\.?|versus|compared with|&))\s*")
_TWO_SIDED = AnyCase(r"\s*(?:,?\s*(?:and|but|to))?\s*")
_EVERY = AnyCase(r"\b(?:of|in|for|among|from|out of)\s+(?:every|each|any)\s+$")
_GROUP = AnyCase(
    r"(?:\bout of|\bgroup of|\b(?:imagine|picture|gather(?:ed)?|take|took|put|line up|lined up|(?:test|screen|treat|vaccinat)(?:e|ing)?|if|when)|(?:^|[.:;]\s*)(?:in|of|for|among))\s+$"
)
_MEMBERS = AnyCase(
    r"\s+(?:people|women|men|patients|children|adults|babies|births|pregnancies|users|smokers|donors|travell?ers|workers|students|nurses|doctors|drivers|operations|procedures|of (?:them|those|these))\b"
)
_SENTENCE_END = Pattern(r"[.!?;](?:\s|$)")
_ROUND = frozenset(Fraction(n) for n in (10, 20, 50, 100, 200, 500, 1000, 10000, 100000, 1000000))
_UPWARD = ("over", "at-least")
_DOWNWARD = ("under", "at-most")


def gather(found: list[Figure], text: str) -> list[Figure]:
    """``found`` with what neighbours tell of one another."""
    found = _share_units(_share_scale(_two_sided(found, text), text), text)
    return _distribute(_carry_units(_share_bounds(found, text), text), text)


def _two_sided(found: list[Figure], text: str) -> list[Figure]:
    """'More than 10 but less than 40': one range. Falling bounds are two figures."""
    result: list[Figure] = []
    for figure in found:
        last = result[-1] if result else None
        if (
            last is not None
            and last.qualifier in _UPWARD
            and figure.qualifier in _DOWNWARD
            and _between(last, figure, text)
        ):
            figure = replace(
                figure, start=last.start, lead=last.lead, kind="range", value=None, low=last.value, high=figure.value,
                qualifier="exact", hedged=last.hedged or figure.hedged,
            )  # fmt: skip
            result[-1] = figure
        else:
            result.append(figure)
    return result


def _between(last: Figure, figure: Figure, text: str) -> bool:
    if last.value is None or figure.value is None or not last.value < figure.value:
        return False
    if figure.dimension != last.dimension and not (last.dimension in ("count", "number") and not last.unit):
        return False
    return bool(figure.lead - last.end < 12 and _TWO_SIDED.fullmatch(text[last.end : figure.lead]))


_SCALED = Pattern(r"[\d.,]+ (hundred|thousand|million|billion|trillion)")


def _share_scale(found: list[Figure], text: str) -> list[Figure]:
    """'Rose from 1.2 to 1.5 million': both are millions."""
    for k in range(len(found) - 2, -1, -1):
        this, following = found[k], found[k + 1]
        if (
            not (this.dimension in ("count", "number") and following.dimension == "count")
            or this.is_range
            or following.is_range
        ):
            continue
        said = _SCALED.fullmatch(text[following.start : following.end])
        if (
            said is None
            or this.value is None
            or following.value is None
            or not 0 < this.value < 1000
            or not this.is_claim
            or not text[this.end - 1].isdigit()  # '3 hundred and 2 hundred'
        ):
            continue
        if following.lead - this.end < 12 and _LISTING.fullmatch(text[this.end : following.lead]):
            found[k] = replace(this, kind="count", dimension="count", value=this.value * SCALES[said[1]])
    return found


def _share_units(found: list[Figure], text: str) -> list[Figure]:
    """'10, 15 and 20 mg', '2.7 versus 7.0 months': the unit of the last belongs to all."""
    for k in range(len(found) - 2, -1, -1):
        this, following = found[k], found[k + 1]
        if this.dimension not in ("count", "number") or this.unit or this.is_range or this.value is None:
            continue
        if not following.unit or following.is_range or not (this.is_claim and following.is_claim):
            continue
        if (
            following.dimension in ("calendar", "count", "multiple", "money")
            or following.base
            or following.second is not None
        ):
            continue
        if (
            k
            and found[k - 1].unit == following.unit
            and not _LISTING.fullmatch(text[found[k - 1].end : this.lead])
        ):
            continue  # '20% for women under 35 and 5% over 40'
        if (
            following.lead == following.start
            and following.start - this.end < 20
            and _LISTING.fullmatch(text[this.end : following.start])
        ):
            found[k] = replace(
                this,
                kind=following.kind,
                dimension=following.dimension,
                unit=following.unit,
                size=following.size,
            )
    return found


_OPENED = Pattern(r"\s*,?\s*[(\[]\s*(?:or\s+)?")
_BOUND_AFTER = AnyCase(
    r"\s*[)\]]\s*(?:or|and)\s+(?:(?P<up>more|higher|above|over|greater|longer|heavier)|(?:less|fewer|lower|below|under|shorter|lighter))\b(?!\s+(?:than|likely))"
)


def _share_bounds(found: list[Figure], text: str) -> list[Figure]:
    """'126 mg/dL (7.0 mmol/L) or higher', 'under 2.5 kg (5 lb 8 oz)': the bound holds for both."""
    for k in range(len(found) - 1):
        this, converted = found[k], found[k + 1]
        if not _converts(this, converted) or not _OPENED.fullmatch(text[this.end : converted.lead]):
            continue
        after = _BOUND_AFTER.match(text, converted.end)
        if after and this.qualifier in ("exact", "about"):
            name = "at-least" if after["up"] else "at-most"
            found[k : k + 2] = replace(this, qualifier=name), replace(converted, qualifier=name)
        elif this.qualifier not in ("exact", "about") and converted.qualifier in ("exact", "about"):
            found[k + 1] = replace(converted, qualifier=this.qualifier)
    return found


def _converts(this: Figure, other: Figure) -> bool:
    """True where ``other`` may be ``this`` in another unit."""
    if not (this.unit and other.unit) or this.unit == other.unit or this.is_range or other.is_range:
        return False
    if this.dimension == other.dimension:
        return this.dimension not in ("time", "proportion", "money", "rate")
    mixed = {this.dimension, other.dimension}
    return (
        mixed == {"temperature", "temperature-f"}
        or mixed == {"mass/volume", "substance/volume"}
        or (this.unit, other.unit) in (("mmol/mol", "%"), ("%", "mmol/mol"))
    )


_AGAINST = AnyCase(r"[^.;!?]{0,60}?\b(?:against|versus|vs\.?|compared (?:with|to)|rather than|every)\s+")
_PLACED = AnyCase(r"\s+(in|among|for|at|with|on)\s")
_JOINED = AnyCase(
    r"\s+(?:in|among|for|at|with|on)\s[^.;!?,]{1,40},?\s+(?:and|but|against|versus|vs\.?|compared with)\s+"
)
_LISTED = AnyCase(r"\s+(?:in|among|for|at|with|on)\s[^.;!?,]{1,40},\s+(?:and\s+)?")
"""'7-9 hours for most adults, 8-10 for teenagers': the places one after another, with commas."""
_CLAUSE_END = Pattern(r"\s*(?:[.,;:)]|$)")


def _carry_units(found: list[Figure], text: str) -> list[Figure]:
    """'15 per 100,000 in women and 22 in men', '4.3 mmol/L against 6.1', '7-9 hours for adults, 8-10 for teenagers': the first unit goes on."""
    for k in range(1, len(found)):
        this, last = found[k], found[k - 1]
        if this.dimension not in ("count", "number") or this.unit or not this.is_claim:
            continue
        if not last.unit or not last.is_claim or last.second is not None or this.is_range != last.is_range:
            continue
        if last.dimension in ("calendar", "count", "multiple", "money"):
            continue
        between, placed = text[last.end : this.lead], _PLACED.match(text, this.end)
        same = placed and (first := _PLACED.match(text, last.end)) and first[1] == placed[1]
        listed = same and (_JOINED.fullmatch(between) or _LISTED.fullmatch(between))
        against = _AGAINST.fullmatch(between) and (_CLAUSE_END.match(text, this.end) or placed)
        if listed or (against and not this.is_range):
            kind = this.kind if this.is_range else last.kind
            found[k] = replace(
                this, kind=kind, dimension=last.dimension, unit=last.unit, size=last.size, base=last.base
            )
    return found


def _is_base(figure: Figure, text: str) -> bool:
    """True after 'of every', and in 'out of 100 women' where people are counted."""
    before = text[max(0, figure.start - 20) : figure.start]
    if _EVERY.search(before):
        return True
    return bool(
        figure.value
        and figure.value >= 100
        and _GROUP.search(before)
        and _MEMBERS.match(text[figure.end : figure.end + 20])
    )


_GOES_ON = AnyCase(
    r"^[^.!?]*[.!?;]\s[^.!?]{0,60}\b(?:number|figure|it)\s+(?:is|was|were|becomes|rises to|falls to|drops to|goes up to)\s+$"
)
"""'With BRCA2, the number is 59': of as many as before."""


_PER = AnyCase(r"\bper\s+$")
"""'The number of deaths per 100 000 people has fallen': what a rate is of, wherever the rate itself stands."""
_AGED = AnyCase(r"\b(?:aged?|ages)\s+$")
"""'Of 1,000 women aged 50–59': an age is no part of them."""


_SMALL = frozenset(Fraction(n) for n in range(2, 10))
_OF_EVERY = AnyCase(r"\bof every\s+$")
_AFTER_COMMA = Pattern(r",\s+$")
"""'Of every three people who die, one had it': no pronoun."""


def _distribute(found: list[Figure], text: str) -> list[Figure]:
    """'Of every 100 people, 8 …' and 'for every 1,000 babies … 3': the later count is 8 in 100."""
    result: list[Figure] = []
    base: Figure | None = None
    last = 0
    for figure in found:
        if base is not None and _SENTENCE_END.search(text[last : figure.start]):
            base = base if _GOES_ON.search(text[last : figure.lead]) else None
        last = figure.end
        bare = figure.dimension == "count" and not figure.unit and figure.is_claim
        plain = bare and figure.kind == "count" and figure.value is not None
        few = (
            plain
            and figure.value in _SMALL
            and _OF_EVERY.search(text[max(0, figure.start - 16) : figure.start])
        )
        part = figure.kind == "number" and figure.decimals > 0 and not figure.unit and figure.is_claim
        one = (
            base is not None
            and figure.role == "article"
            and _AFTER_COMMA.search(text[max(0, figure.start - 3) : figure.start])
        )
        if one:
            figure, bare, plain = replace(figure, role=CLAIM), True, True
        if few or (plain and figure.value in _ROUND and _is_base(figure, text)):
            base = figure
            result.append(replace(figure, role="denominator"))
            continue
        if plain and figure.value in _ROUND and _PER.search(text[max(0, figure.lead - 6) : figure.lead]):
            result.append(replace(figure, role="denominator"))
            continue
        if (
            (plain or part or (bare and figure.is_range))
            and base is not None
            and base.value
            and figure.bounds[1] < base.value
            and not _AGED.search(text[max(0, figure.lead - 10) : figure.lead])
        ):
            whole = int(base.value)
            figure = replace(
                figure,
                kind="range" if figure.is_range else "ratio",
                dimension="proportion",
                unit=f"in {whole}",
                size=Fraction(1, whole),
                base=whole,
            )
        result.append(figure)
    return result
