"""Doses written so that they can be misread by a factor of ten."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.checks.numbers_scan import blocks, report, sentence_around
from linter.checks.safety_nutrients import is_of_food
from linter.checks.safety_undosed import is_lesson, is_nutrition_table, is_undosed
from linter.checks.view import View
from linter.patterns import AnyCase, Pattern
from linter.results import Finding
from linter.rulebook.rules import Rule

_DOSE = r"(?:mg|mcg|µg|ug|micrograms?|milligrams?|grams?|g|mL|ml|milliliters?|millilitres?|cc|units?|IU|international units|mEq|tablets?|capsules?|teaspoons?|tsp|drops?|puffs?|ng)"
# An amount per volume is a concentration (a lab value) unless the volume is a spoonful: 200 mg/5 mL.
_PER = r"(?!\s?(?:/|per)\s?(?:dL|dl|L|l|mL|ml|liter|litre|deciliter|mol|g\b|mm|cm|mmol|m3|m³|24)|\w|-\w|\s?%)"
_NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:\.\d{1,12})?"
_ZERO = Pattern(r"\.\d*?0+(?!\d)")
_TRAILING = Pattern(
    rf"(?<![\w.,])(?P<n>{_NUMBER})(?:\s?(?:-|–|to|or|and)\s?(?P<last>{_NUMBER}))?\s?-?(?P<unit>{_DOSE}){_PER}"
)
_DECIMAL = Pattern(r"(\.\d*?)0+(?!\d)")
_THOUSANDS = Pattern(r"(?<!\d)[1-9]\d{0,2}\.000(?!\d)")
"""'5.000 IU' is five thousand where points group digits; it is no 5."""
# A laboratory's or an instrument's reading keeps its zero: it says how exact the reading is.
_READING = AnyCase(
    r"\b(?:levels?|serum|plasma|blood (?:sugar|glucose|count)|creatinine|bilirubin|h(?:a)?emoglobin|albumin|urin\w*|excret\w*|proteinuria|concentration|lab(?:oratory)?|assays?|"
    r"results?|readings?|measur\w+|lesions?|tumou?rs?|nodules?|stones?|cysts?|mass(?:es)?|weigh\w*|weight of|birth ?weight|thyroid gland|prostate|specimens?|detection|"
    r"cutoff|cut-off|threshold|reference (?:range|interval)|catheter|gauge|french|mean|median|average|SD|standard deviation|±|range of normal|normal range|carbohydrates?|fib(?:er|re)|sugars?|protein|fat|sodium|calories|per serving|serving)\b"
)
_GIVEN = AnyCase(
    r"\b(?:how much|tak\w+|took|giv\w+|gave|dos(?:e|es|ed|age|ing)|prescri\w+|inject\w*|infus\w*|administ\w*|tablets?|capsules?|pills?|oral(?:ly)?|daily|twice|once|every \d+|by mouth|"
    r"intraven\w+|IV|start\w*|titrat\w*|adult dose|maximum|apply|medicines?|medications?|drugs?|hours)\b"
)


def trailing_zero(view: View, rule: Rule) -> Iterator[Finding]:
    """'5.0 mg', which is read as 50 mg when the point is missed."""
    for index, text in blocks(view, _ZERO):
        for match in _TRAILING.finditer(text):
            if not _ZERO.search(match.group()) or _THOUSANDS.search(match.group()):
                continue
            low, high = sentence_around(view, index, match.start(), match.end())
            sentence = text[low:high]
            shown = match.start("n") if _ZERO.search(match["n"]) else match.start("last")
            if (
                is_lesson(text, sentence, shown)
                or is_undosed(sentence)
                or is_nutrition_table(view, index)
                or is_of_food(view, index, sentence)
            ):
                continue
            sentence = _BY_WEIGHT.sub(" ", sentence)
            per_kilo = bool(_TAKEN.match(text[match.end() : match.end() + 16]))
            if not per_kilo and _READING.search(sentence) and not _is_dose(sentence, match["unit"]):
                continue
            if match["unit"] in ("g", "gram", "grams", "mL", "ml") and not _GIVEN.search(
                f"{sentence} {view.column_heads(index)}"
            ):
                continue
            start = match.start("n") if _ZERO.search(match["n"]) else match.start("last")
            found = text[start : match.end()]
            plain = _DECIMAL.sub(lambda m: m[1].rstrip("."), found)
            behind = not re.search(r"\.0+(?!\d)", found)
            yield report(
                view, rule, index, start, match.end(), expected=plain, suggestion=plain, other="a hundred" if behind else "ten"
            )  # fmt: skip


_BY_WEIGHT = AnyCase(
    r"\b(?:depend(?:ing|s)\s+(?:up)?on|according\s+to|based\s+on|adjusted\s+(?:for|to)|by)\s+(?:[\w'’]+\s+){0,2}?(?:body\s?)?weight\b"
)
"""'1.0 mg, depending on body weight': a dose, where a weight by itself is a reading."""
#: 'mg/kg', 'g in 24 hours': nothing but a dose is counted so.
_TAKEN = AnyCase(r"^/kg|^\s+(?:in 24 hours|a day|per day|daily|once|twice|every \d)")
_ANALYTE = AnyCase(
    r"\b(?:serum|plasma|fluid|urine|urinary|levels?|tit(?:re|er)s?|assay|laborator\w+|amylase|lipase|CK|CPK|creatine kinase|LDH|ALT|AST|ALP|GGT|b?-?hCG|FSH|LH|TSH|prolactin|rheumatoid factor|"
    r"troponin|ferritin|PSA|IgE|antibod(?:y|ies)|anti-(?:Xa|CCP|TPO|GBM|HBs|HCV|nuclear|streptolysin)|peaked|viral load)\b"
)


def is_laboratory(sentence: str) -> bool:
    """True where a sentence tells what was measured in a patient, not what is given."""
    return bool(_ANALYTE.search(sentence)) and not _DOSING.search(sentence)


_DOSING = AnyCase(
    r"\b(?:tak(?:e|es|en|ing)|took|giv(?:e|en|es|ing)|prescri\w+|inject\w*|administ\w*|tablets?|capsules?|pills?|oral(?:ly)?|once|twice|daily|by mouth|every \w+ hours|dos(?:e|es|ed|ing|age))\b"
)
_LAB = AnyCase(
    r"\b(?:serum|plasma|creatinine|bilirubin|h(?:a)?emoglobin|albumin|urin\w*|excret\w*|lab(?:oratory)?|lesions?|tumou?rs?|nodules?|stones?|weigh\w*|mean|median|average|±|carbohydrates?|fib(?:er|re)|sugars?|protein|serving)\b"
)


_SCORE = AnyCase(r"\b(?:thresholds?|scores?|scales?|index|values?)\b")


def _is_dose(sentence: str, unit: str) -> bool:
    """True where a sentence that speaks of a reading is about a dose all the same."""
    if unit.startswith("unit") and _SCORE.search(sentence):
        return False  # 'the threshold fell by 2.50 units after the injection'
    return bool(_DOSING.search(sentence)) and not _LAB.search(sentence) and unit not in ("g", "gram", "grams")


_AMOUNT = (
    r"(?:mg|mcg|µg|ug|micrograms?|milligrams?|grams?|g|kg|mL|ml|milliliters?|millilitres?|cc|units?|IU|mEq|mmol|mol|L|l|dL|liters?|litres?|cm|mm|m|inch(?:es)?|"
    r"tablets?|teaspoons?|tsp|drops?|puffs?|ng|oz|ounces?|lbs?|pounds?|%|percent|hours?|mm\s?Hg)"
)
_NAKED = Pattern(
    rf"(?:(?<=[\s(\[<>=≤≥~/–—-])|^)(?P<n>\.\d{{1,20}})(?P<more>\s?(?:-|–|to|or|and)\s?\d{{0,20}}\.?\d{{1,20}})?\s?-?(?P<unit>{_AMOUNT})(?![\w])"
)
_NOT_AMOUNT = Pattern(
    r"(?:\d\s?\.?|\b(?:p|P|alpha|α|β|beta|r|caliber|calibre|\.\d+)\s*[=<>≤≥]?\s*|\.\s?|[A-Za-z]\.)$"
)


def naked_decimal(view: View, rule: Rule) -> Iterator[Finding]:
    """'.5 mg', which is read as 5 mg when the point is missed."""
    for index, text in blocks(view, re.compile(r"(?:^|\D)\.\d")):
        for match in _NAKED.finditer(text):
            before = text[max(0, match.start() - 8) : match.start()]
            if (
                match.start()
                and _NOT_AMOUNT.search(before)
                and not re.search(r"\d\s?[-–/]$|\b\d+\s(?:to|or)\s$", before)
            ):
                continue
            if re.match(
                r"\s*(?:cal\b|calib|magnum|rifle|bullet|rounds?\b)",
                text[match.end() : match.end() + 12],
                re.IGNORECASE,
            ):
                continue
            low, high = sentence_around(view, index, match.start(), match.end())
            if is_lesson(text, text[low:high], match.start("n")):
                continue
            plain = text[match.start() : match.end()].replace(match["n"], "0" + match["n"], 1)
            yield report(view, rule, index, match.start(), match.end(), expected=plain, suggestion=plain)
