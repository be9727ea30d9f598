"""Ranges that run backwards: '70% to 55%'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from linter.checks.backwards_rows import turned_entries
from linter.checks.backwards_years import turned_years
from linter.checks.numbers_scan import Passage, passages, report
from linter.checks.view import View
from linter.language.figure import Figure
from linter.patterns import AnyCase, Pattern
from linter.results import Finding
from linter.rulebook.rules import Rule

_FALLING = AnyCase(
    r"\b(?:from|fell|fall\w*|drop\w*|declin\w*|decreas\w*|reduc\w*|taper\w*|wean\w*|lower\w*|cut\w*|shr[aiu]nk\w*|down|slid\w*|dwindl\w*|"
    r"los[est]\w*|went|gone|chang\w*|improv\w*|worsen\w*|versus|vs|score[sd]?|odds|ratio|pages?|pp?|vote[sd]?|countdown|halv\w*|cool(?:ed|ing|s| the| it| them)|slow\w*|"
    r"dim(?:s|med)?|fade[sd]?|drain\w*|switch\w*|correct\w*|revis\w*|renumber\w*|minus|subtract\w*|gradient|difference)\b"
)
#: Words after the range that make it a change: 'when stepping down', 'counts down', 'post procedure'.
_FALLING_AFTER = AnyCase(
    r"^[^.;:]{0,40}?\b(?:step(?:s|ped|ping)?[- ]?down|count(?:s|ed|ing)?[- ]?down|taper\w*|wean\w*|post\b|after\s+(?:surgery|treatment)|overnight|in an hour)"
)
_BETWEEN = AnyCase(r"\bbetween\s+(?:about\s+)?$|\banywhere\s+from\s+$")
_COUNTDOWN = AnyCase(r"^\s*(?:before|prior\s+to|ahead\s+of|beforehand|in\s+advance|earlier|ago|to\s+go)\b")
"""'6 to 4 hours before the test': a time that is counted down to."""
_LASTS = AnyCase(r"\b(?:for|every|lasts?|takes?|within|over)\s+(?:about\s+|around\s+)?$")
"""'watched for 5–2 minutes before the next dose': that long, and no countdown."""
_FOLLOWED = AnyCase(
    r"^\s*(?:ratio|reduction|decrease|drop|fall|decline|taper|split|loss|predominance|preponderance|majority|odds|male|female|gradient|difference)\b"
)
_SHARED_OUT = AnyCase(
    r"^\s*(?:in|for|at|among|with)\s+(?:the\s+)?[\w-]+\s+and\s+(?:the\s+)?[\w-]+|^[^.;]{0,60}\brespectively\b"
)
_MINUS = ("-", "−", "–", "—", "+", "±", "/", ":")
_RATIO = AnyCase(r"^\d+(?:\.\d+)?\s?-\s?to\s?-\s?\d+")
"""'A 3-to-1 majority': what is joined into one word is a ratio."""
_TOLD = AnyCase(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|can|may|will|should|must|takes?|taking|took|gives?|given|needs?|needed|lasts?|lasted|occurs?|occurred|affects?|affected|"
    r"heals?|prevents?|prevented|recruited|enrolled|between|aged?|ages|range[sd]?|ranging|vary|varies|varied|of|in|for|within|per|about|every|after|at|over|by|on|with|the|an?|most|some|many|few|half|it|they|you|we|that|which|who)\b"
)
"""The small words of a sentence. A log or a list has none: 'Hb 13.2 to 11.0', 'lanes 250–10 kDa'."""
_SMALL_WORDS = 2
"""How many of them make a sentence of copy."""
_SPANNED = AnyCase(
    r"\b(?:between|aged?|ages|rang(?:e|es|ed|ing)|interval|target|normal(?:ly)?|anywhere from)\b[^.;]{0,20}$"
)
"""What says outright that a range follows."""

_CHANGE_HEAD = AnyCase(
    r"\b(?:chang\w+|before(?!\s+(?:meals?|breakfast|lunch|dinner|supper|bed|food|eating|exercise|sleep))|fall\w*|drop\w*|taper\w*|step\w*|wean\w*|countdown|result|trend|course)\b"
)
_ADVISED = AnyCase(
    r"^\W*(?:allow|wash|rinse|brush|soak|boil|cook|chill|chew|breathe|press|massage|stay|stand|sit|lie|store|keep at|serve|bake|expect|wait|rest|use|apply|drink|eat|sleep|walk|swallow|add|keep|hold|plan)\s+(?:[\w']+\s+){0,4}$"
)
"""'Allow 50 to 30 minutes': an order is a sentence too."""


def reversed_range(view: View, rule: Rule) -> Iterator[Finding]:
    """'70% to 55%' as a range."""
    told: set[int] = set()
    for passage in passages(view):
        falling = [f for f in passage.figures if _falls(f) and not _TINY.search(passage.words(f))]
        if len(falling) > 1 and (
            _is_descending_list(passage, falling) or _IN_TURN.search(passage.text, passage.start, passage.end)
        ):
            continue  # 'minor 13–15, moderate 12–9, severe 8–3': told from the top down
        for figure in falling:
            if _is_backwards(view, passage, figure) and not _is_subtraction(passage, figure):
                words = passage.text[figure.start : figure.end]
                told.add(passage.index)
                yield report(view, rule, passage.index, figure.start, figure.end, other=_turned(words))
    for entry in turned_entries(view):
        if entry.block not in told:
            yield report(view, rule, entry.block, entry.start, entry.end, other=entry.turned)
    for years in turned_years(view):
        yield report(view, rule, years.block, years.start, years.end, other=years.turned)


def _falls(figure: Figure) -> bool:
    if not figure.is_range or figure.low is None or figure.high is None or figure.low <= figure.high:
        return False
    return (
        (figure.is_claim or figure.role in ("interval", "age"))
        and not figure.base
        and figure.dimension not in ("odds", "calendar")
    )


def _is_descending_list(passage: Passage, falling: list[Figure]) -> bool:
    """True where one range goes on where another ended: steps of a scale, or of a countdown."""
    ranges = [f for f in passage.figures if f.is_range]
    return any(
        a in falling and b in falling and a.low is not None and a.high is not None and b.low is not None
        and b.low <= a.high * a.size / (b.size or 1) and b.dimension == a.dimension
        for a, b in pairwise(ranges)
    )  # fmt: skip


_ENDS = Pattern(
    r"^(?P<low>[$£€]?\s?[\d.,]+)(?P<unit>[^\d]*?)(?P<sep>\s*(?:-|–|−|up to|to|and|through)\s*)(?P<high>[$£€]?\s?[\d.,]+)(?P<rest>[^\d]*)$"
)

#: Measures without a unit, whose bare numbers are a range all the same.
_INDEX = AnyCase(
    r"\b(?:INR|IQR|interquartile range|BMI|body mass index|range|interval|pH|T-scores?|A1C|HbA1c|eGFR|GFR|Apgar|ratio)(?:\s+(?:score|scores|of|is|between|at|level|target|range))*[\s:,]*$"
)


def _is_backwards(view: View, passage: Passage, figure: Figure) -> bool:
    words = passage.text[figure.start : figure.end]
    before, after = passage.text[passage.start : figure.start], passage.text[figure.end : passage.end]
    ends = _ENDS.match(words)
    if ends is None or (before.rstrip(" ")[-1:] in _MINUS and not before.endswith((" – ", ": "))):
        return False
    if "−" in words or "--" in words or _RATIO.match(words) or _NEGATIVE.search(words):
        return False
    if _AT_EACH.search(before) or (figure.dimension == "mass" and _is_of_two(before, ends["sep"])):
        return False
    low, high = (re.sub(r"\D", "", ends[k]) for k in ("low", "high"))
    unit = ends["unit"].strip(" -")
    named = (
        figure.role in ("interval", "age")
        or _ON_SCALE.match(after)
        or _OF_DAYS.match(after)
        or _INDEX.search(before)
        or _is_between(figure, before, after)
    )
    if not unit and not ends["rest"].strip() and not named and "," not in ends["low"].strip(","):
        return False  # bare numbers: scores, pages, '120-30' for 120 to 130
    short = len(high) == 1 and figure.dimension == "time"  # '14–7 days' leaves out nothing
    shortened = len(high) < len(low) and not unit and not short
    if shortened and figure.dimension not in _NEVER_SHORT and ends["sep"].strip() in ("-", "–", "−"):
        return False  # '120-30 mg' leaves out the hundred
    if figure.high == 0 and figure.role != "interval":
        return False  # counted down to nothing
    if figure.role == "interval":
        return True
    if not unit and not ends["rest"].strip() and _SHARED_OUT.match(after):
        return False  # 'a BMI of 31–26 in the US and EU': one each
    nearby = _LASTING.sub("", before[-90:])
    if (
        _FALLING.search(re.split(r"[;:]", nearby)[-1])
        or _FOLLOWED.match(after)
        or _FALLING_AFTER.match(after)
    ):
        return False
    if figure.dimension == "time" and _COUNTDOWN.match(after) and not _LASTS.search(before):
        return False
    if figure.dimension == "temperature" and re.search(r"\bminus|below\b", before[-30:]):
        return False
    if view.block(passage.index).kind == "cell" and not after.strip():
        # A cell that ends in a range gives one; a change would say so.
        return not _CHANGE_HEAD.search(f"{view.column_heads(passage.index)} {view.row_label(passage.index)}")
    if _SPANNED.search(before) or _ADVISED.search(before) or _is_entry(view, passage, before, after):
        return True
    return _is_prose(passage, figure)


_TINY = Pattern(r"\b(?:\w*illion|thousand|hundred|ten)ths\b|\d[ab]\s?[-–]\s?\d")
"""'400 to 700 billionths', 'segments 4b-5'."""
_NEGATIVE = Pattern(r"\d\s+[-–]\d")
"""'0.9463 -0.0058': the second of two numbers is below zero."""
_AT_EACH = AnyCase(r"\bfrom\s+(?:about\s+)?[\d.,]+[^.;:]{0,40}?\bat\s+$")
"""'From 0.83 turns at 7B to 4.90 turns at 72B': what each was seen at."""
_TWO_DRUGS = AnyCase(
    r"\b(?:augmentin|co-?amoxiclav|\w+[-/]clavulan\w+|clavulan\w+|co-?trimoxazole|bactrim|septra|\w+[-/]tazobactam|zosyn|unasyn|\w+[-/]sulbactam"
    r"|vicodin|norco|lortab|percocet|\w+codone[-/ ]\w+|co-?codamol|sinemet|\w+dopa[-/]\w+|hyzaar|\w+(?:artan|pril)[-/ ](?:HCTZ|hydrochlorothiazide|\w+pine)"
    r"|janumet|\w+gliptin[-/ ]metformin|combivent|\w+[-/](?:acetaminophen|paracetamol|naloxone|metformin|hydrochlorothiazide|trimethoprim))\b[^.;]*$"
)


def _is_of_two(before: str, sep: str) -> bool:
    """True for the strengths of two drugs in one tablet: 'amoxicillin-clavulanate 875-125 mg'."""
    return sep.strip() in ("-", "–") and bool(_TWO_DRUGS.search(before))


_IN_TURN = Pattern(
    r"\(\d[\d.]*\s?%?\s+to\s+\d[\d.]*\s?%?,?\s+(?:and|then|versus|vs\.?)\s+\d[\d.]*\s?%?\s+to\s+\d[\d.]*\s?%?\)"
)
"""'Far fewer (66% to 22%, and 37% to 11%)': two changes in brackets."""
_ON_SCALE = AnyCase(r"^\s+on\s+(?:the|a)\s+(?:[\w-]+\s+){0,3}?(?:scale|score)\b")
"""'aim for 14–11 on the Borg scale'."""
_OF_DAYS = AnyCase(r"^\s+(?:business|working|calendar|consecutive|school)\s+(?:days|weeks)\b")
"""'settled in 15–10 business days'."""
_CLOCK = 12


def _is_between(figure: Figure, before: str, after: str) -> bool:
    """True for 'between 40 and 30 people'; 'between 10 and 2 on weekdays' are hours."""
    hours = (figure.low or 0) <= _CLOCK and not re.match(
        r"\s+(?!on\b|in\b|at\b|daily\b|each\b|every\b)[a-z]{3,}", after
    )
    return bool(_BETWEEN.search(before)) and not hours


_NEVER_SHORT = ("temperature", "temperature-f", "mass/volume", "substance/volume", "pressure", "frequency")
"""What nobody shortens as he does pages: '40–5 °C' is not 40 to 45."""
_LABEL = Pattern(r"^[^.;,\d]{0,40}?(?:[:\n–—]\s*)?$")
_RANGE_LABEL = AnyCase(
    r"\b(?:temperatures?|range|target|aim|limits?|rates?|doses?|pressures?|levels?|speeds?|ages?|duration|weights?|humidity|intervals?)\s*(?:[:–—]|\n)\s*$"
)
"""'Operating temperature: 5–40 °C': the term of a list of what a device or a patient should keep to."""
_RANGES = AnyCase(r"\b(?:ranges?|intervals?|reference|normal|targets?|limits?|values?)\b")


def _is_entry(view: View, passage: Passage, before: str, after: str) -> bool:
    """True for 'Potassium: 5.3 to 3.5 mmol/L' in a list of ranges: under a heading, or a lead-in, that says so."""
    block = view.block(passage.index)
    over = (block.heading, block.parent)
    heads = " ".join(view.text(i) for i in over if i is not None and i != passage.index)
    if not _LABEL.match(before) or after.strip(" .;"):
        return False
    return bool(_RANGES.search(heads) or _RANGE_LABEL.search(before))


def _is_prose(passage: Passage, figure: Figure) -> bool:
    """True in a sentence of running copy, not in a note or a log, where 'A to B' is a change."""
    clause = re.split(r"[;:]\s", passage.text[passage.start : figure.start])[-1]
    clause += " " + re.split(r"[;:]\s", passage.text[figure.end : passage.end])[0]
    needed = 1 if figure.role == "age" else _SMALL_WORDS
    return len(_TOLD.findall(clause)) >= needed


def _is_subtraction(passage: Passage, figure: Figure) -> bool:
    """'The gradient was 1.3 g/dL (3.8 – 2.5 g/dL)': what is left stands beside it."""
    assert figure.low is not None
    assert figure.high is not None
    left = figure.low - figure.high
    grain = Fraction(1, 2 * 10**figure.decimals)
    near = [
        f.value
        for f in passage.figures
        if f.value is not None and not f.is_range and f.dimension in (figure.dimension, "count")
    ]
    if re.match(r"\s*\)?\s*=\s*\d", passage.text[figure.end : passage.end]):
        return True
    if _SPANNED.search(passage.text[passage.start : figure.start]):
        return False  # 'a median of 61 (range, 84–23)'
    stated = any(abs(value - left) < grain for value in near)
    return stated and bool(
        re.search(r"[-–−]", passage.words(figure)) and "to" not in passage.words(figure).split()
    )


_LASTING = AnyCase(
    r"\b(?:anywhere|aged?|ages|(?:lasts?|takes?|ranges?|var(?:y|ies)|runs?|continues?|goes on)(?: \w+){0,2}) from\b"
)
"""'Lasts from 12 to 8 weeks' is a span, where 'fell from 12 to 8' is a change."""


def _turned(words: str) -> str:
    ends = _ENDS.match(words)
    assert ends is not None
    unit = ends["unit"] if ends["unit"].strip() else ""
    return f"{ends['high']}{unit}{ends['sep']}{ends['low']}{ends['rest']}"
