"""Numbers that are mistyped: 1,3590, 10.000,5, 5..2."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.checks.numbers_scan import blocks, report
from linter.checks.view import View
from linter.patterns import AnyCase, Pattern
from linter.results import Finding
from linter.rulebook.rules import Rule

_MEASURE = r"(?:mg|mcg|µg|g|kg|mL|ml|L|l|dL|cm|mm|km|m|lb|lbs|oz|mmol|mEq|IU|units?|%|percent|per cent|patients|people|adults|children|women|men|cases|deaths|participants|readers|visits|visitors|views|calls|callers|claims|beds|nurses|doctors|members|users|residents|students|carers|families|households|births|babies|samples|doses|tablets|kcal|calories|million|billion|hours?|days?|weeks?|months?|years?)(?![\w/-])"
_COUNTED = r"(?:patients|people|adults|children|women|men|cases|deaths|participants|visits|visitors|births|babies|nurses|doctors|residents|students|users|members|infections|operations|admissions)\b"
_START = r"(?<![\w.,:/$£€₹§#^\[(-])"
_MONEY = r"(?<![\w.,:/])"
_MALFORMED: tuple[tuple[str, re.Pattern[str]], ...] = (
    # 1,3590 and 12,34567: a comma, then a group that is too long
    ("group", re.compile(rf"{_MONEY}\d{{1,3}}(?:,\d{{3}})*,\d{{4,6}}(?![\d/-]|[.,]\d|\s*[;\])])")),
    # 1,045,32: a last group that is too short
    ("group", re.compile(rf"{_MONEY}\d{{1,3}}(?:,\d{{3}})+,\d{{1,2}}(?![\d,./-]|\s*[;\])])")),
    # 1234,567: too many digits before the comma. Four digits and four are years.
    ("group", re.compile(rf"{_MONEY}\d{{4,6}}(?:,\d{{3}})+(?![\d,/-])")),
    # 12,50,0 readers: groups that are neither thousands nor lakhs
    ("groups", re.compile(rf"{_MONEY}[$£€]?\d{{1,3}}(?:,\d{{1,4}}){{2,}}(?=\s[a-z]{{3,}})")),
    # 1,40,2 as the one value that a sentence ends with
    (
        "groups",
        re.compile(
            r"\b(?:is|was|of|to|about|around|nearly|almost|some|over|only|just|reached|totall?ed|year|month|week),?\s"
            r"(?P<n>\d{1,3}(?:,\d{1,3})+,\d{1,2})(?=[.;]?\s*\Z|[.;]\s+[A-Z])"
        ),
    ),
    # 9,99.9 mL: a group that is too short before the point
    (
        "group",
        re.compile(rf"{_MONEY}\d{{1,3}}(?:,\d{{3}})*,\d{{2}}\.\d{{1,3}}\s?{_MEASURE}(?!\s(?:and|or|to)\b)"),
    ),
    # £1,25,000.00.5
    ("points", re.compile(r"(?<![\w.,])[$£€]\s?\d[\d,]*\.\d+\.\d+(?![\d.])")),
    # 10.000,5
    ("mixed", re.compile(rf"{_MONEY}\d{{1,3}}(?:\.\d{{3}})+,\d+(?![\d,])")),
    # 1,000.5.2 with a unit, 1.2.5 mg
    ("points", re.compile(rf"{_START}\d+\.\d+\.\d+\s?(?:mg|mcg|µg|g|kg|mL|ml|mmol|%)(?![\w/])")),
    # 3.7.5 W, 12.5.0 cm; at the beginning of a block it may be a section
    (
        "points",
        re.compile(
            rf"{_START}(?!\A(?!.{{0,16}}\Z))\d+\.\d+\.\d+\s?(?:[kMm]?[WV]|[kM]?Hz|cm|mm|km|m|L|dL|kPa|mmHg|mm\sHg|°C|°F|IU|units?|kcal|kJ|hours?|minutes?|days?|weeks?)(?=\s*(?:[.,;)]|\Z)|\s(?!and\b|to\b)[a-z])"
        ),
    ),
    ("points", re.compile(rf"{_MONEY}\d{{1,9}}(?:,\d{{3}}){{0,4}}(?:\.\.|,,|\.,|,\.)\d+(?![\w.])")),
    # 1,23 mg and 0,5 mg
    ("comma", re.compile(rf"{_START}\d{{1,3}},\d{{1,2}}\s?{_MEASURE}")),
    # 597,00 deaths: nobody counts people in hundredths, whatever the house style
    ("short", re.compile(rf"{_START}[1-9]\d{{2}},\d{{2}}\s{_COUNTED}")),
    # $4,50 beside $3,000 or $4.20
    ("money", re.compile(r"(?<![\w.,])[$£€]\s?\d{1,3}(?:,\d{3})*,\d{2}(?![\d/-]|[.,]\d|\s+(?:and|or)\s+\d)")),
    # l0 mg, 1O0 mg: letters that look like digits
    ("letter", re.compile(r"(?<![\w.,-])(?:[lI]\d+|\d+[OolI]+\d*|[lI][Oo]\d*)\s?(?:mg|mcg|mL|ml|kg)\b")),
    ("percent", re.compile(rf"{_MONEY}\d+(?:\.\d+)?\s?%%|{_MONEY}%\d+(?:\.\d+)?(?![\w%])(?=\s+(?:of|in)\b)")),
)
_QUICK = Pattern(r"\d[.,][.,]?\d|[lI]\d|\d[OolI]|%%|%\d|[lI][Oo]\d")
_LISTS_ON = AnyCase(r"^\s(?:and|or|to|through|with|mg|mcg|ml|were|was|are|is)\b")


_SO_MANY = 4
"""More groups than this are values one after the other: '10,22,7,10,4'."""
_SPAN = Pattern(
    r"(\d{1,3})\.\.(\d{1,3})(?!\s?(?:mg|mcg|g|kg|mL|ml|%|mmol|mm|cm|hours?|days?|weeks?|months?|years?)\b)"
)


def _is_span(text: str, start: int) -> bool:
    """True for '0..30', which programs and forms write for 0 to 30."""
    match = _SPAN.match(text, start)
    return match is not None and int(match[1]) < int(match[2])


def _may_be_list(digits: str, after: str) -> bool:
    """True for '1,8,15 and 22', for steps up or down, and for well-formed thousands and lakhs."""
    groups = digits.lstrip("$£€").split(",")
    if len(groups) > _SO_MANY:
        return True
    if all(len(g) == 3 for g in groups[1:]) or (
        len(groups[-1]) == 3 and all(len(g) == 2 for g in groups[1:-1])
    ):
        return True
    if any(len(g) > 1 and g.startswith("0") for g in groups[1:]):
        return False
    numbers = [int(g) for g in groups]
    return numbers in (sorted(numbers), sorted(numbers, reverse=True)) or bool(_LISTS_ON.match(after))


_COMMA_DECIMAL = Pattern(rf"{_START}\d{{1,3}},\d{{1,2}}(?!\d|,\d)(?:\s?{_MEASURE})?")
_COMMA_GROUP = Pattern(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?![\d,])")
_POINT_DECIMAL = Pattern(r"(?<![\w.,])\d+\.\d{1,2}(?![\d.])")


def malformed_number(view: View, rule: Rule) -> Iterator[Finding]:
    """'1,3590', '10.000,5', '5..2', '1,23 mg', '$4,50', '1O mg'."""
    european: bool | None = None
    for index, text in blocks(view, _QUICK):
        taken: list[tuple[int, int]] = []
        for name, pattern in _MALFORMED:
            for match in pattern.finditer(text):
                start, end = match.span("n" if "n" in pattern.groupindex else 0)
                if any(a < end and start < b for a, b in taken) or is_identifier(text, start, end):
                    continue
                if name in ("comma", "mixed"):
                    if european is None:
                        european = _uses_decimal_commas(view)
                    if european:
                        continue
                if name == "groups" and _may_be_list(text[start:end], text[end:]):
                    continue
                if name == "points" and _is_span(text, start):
                    continue
                if name == "money" and not _is_odd_sum(view, match.group()):
                    continue
                taken.append((start, end))
                variant = "comma" if name in ("comma", "money", "short") else ""
                yield report(view, rule, index, start, end, variant=variant)


_ID_BEFORE = AnyCase(
    r"(?:\b(?:doi|pmid|pmc|isbn|version|ver|section|no|number|nos|refs?|references?|id|chr|chromosome|position|page|pp?|fig|figure|table|release|patent|grant|lot|code|icd|cas|ip|ec|carbons?)\.?:?\s*#?|https?://\S*|[A-Za-z]-|\d;\s?|\d,\s?)$"
)


_CALL = Pattern(r"[A-Za-z_]\w*\([^()\s]*$")


def is_identifier(text: str, start: int, end: int) -> bool:
    """True for digits of a DOI, a version, a section, a product's code."""
    before = text[max(0, start - 30) : start]
    if before[-1:] in ('"', "“"):
        return True  # the copy shows how something is written
    after = text[end : end + 3]
    if _CALL.search(before):
        return True  # arguments of a function: 'rnorm(100,,5)'
    return (
        bool(_ID_BEFORE.search(before))
        or "://" in before
        or after[:1] in ("@", "_")
        or bool(re.match(r"-[A-Za-z]", after))
    )


def _uses_decimal_commas(view: View) -> bool:
    """True for a draft that writes its decimals with commas throughout: a house style, not a slip."""
    whole = "\n".join(block.text for block in view.document.blocks)
    commas = len(_COMMA_DECIMAL.findall(whole))
    return commas >= 2 and not _COMMA_GROUP.search(whole) and len(_POINT_DECIMAL.findall(whole)) < commas


def _is_odd_sum(view: View, found: str) -> bool:
    """True where the draft writes other sums of the currency of ``found`` with points or with full groups."""
    whole = "\n".join(block.text for block in view.document.blocks)
    sign = re.escape(found[0])
    usual = len(re.findall(rf"{sign}\s?\d{{1,9}}(?:(?:,\d{{3}})+|(?:,\d{{3}})*\.\d{{2}})(?![\d,]*\d)", whole))
    commas = len(re.findall(rf"{sign}\s?\d{{1,9}}(?:\.\d{{3}})*,\d{{2}}(?!\d)", whole))
    return usual > commas or (usual == commas == 1)
