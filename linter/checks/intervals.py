"""An estimate that lies outside the interval given with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from linter.checks.intervals_tables import CI_HEAD, estimates_in_tables
from linter.checks.intervals_told import told_findings
from linter.checks.numbers_scan import blocks, report
from linter.checks.view import View, fold_space
from linter.language.lex import number_value
from linter.patterns import AnyCase, Pattern
from linter.results import Finding
from linter.rulebook.rules import Rule

_SIGN = r"(?:(?<![\w.])[-−–])?"
# Every repetition is bounded: a number may stand anywhere, and all of it is optional.
_NUM = r"(?:\d{1,3}(?:,\d{3}){1,6}|\d{1,20})?(?:[.·]\d{1,20})?"
_WHOLE = r"(?:\d{1,3}+(?:,\d{3}){1,6}+|\d{1,20}+)?(?:[.·]\d{1,20}+)?"
_UNIT = r"(?:\s?%|\s?percent\b|\s(?:per\s?cent|percentage points?|months?|years?|weeks?|days?|hours?|minutes?|mg|kg|g|mcg|mL|points?|mm\s?Hg|kg/m2|(?:excess |extra |additional |new )?(?:cases|deaths|people|patients|events|infections|admissions))\b|-fold\b)?"
_NAME = (
    r"(?:(?P<level>\d{2}(?:\.\d{1,3})?)(?:\s?%|\s?per\s?cent)?\s*)?(?P<name>CI|CrI|UI|PI|confidence\s+intervals?|credible\s+intervals?|uncertainty\s+intervals?|confidence\s+limits|"
    r"interquartile\s+range|IQR|range)"
)
_TOLD = r"(?<=[%t])\s+(?:(?P<rate>effective|efficacious|protective|sensitive|specific|accurate|efficacy|effectiveness|sensitivity|specificity|accuracy)|(?P<apart>lower|higher|reduction|increase|decrease))\b"
"""'82.6% effective, with a confidence interval from …', '30% lower (95% CI, 12% to 25%)'."""
_RATE = r"\s+per\s+\d{1,3}(?:,\d{3}){0,3}(?:\s+[a-z-]+){0,2}"
"""'12.4 per 1,000 births (95% CI …)': the estimate is the 12.4."""
_INTERVAL = AnyCase(
    rf"(?P<estimate>{_SIGN}{_WHOLE})(?P<unit>{_UNIT})(?P<noun>(?:(?<=%)\s+of\s+(?:[a-z-]+\s+){{0,3}}?[a-z-]+|{_TOLD}|{_RATE})?)(?P<gap>\s{{0,2}}[,;:]?\s{{0,2}}[(\[]?\s{{0,2}}(?:with\s+an?\s+|and\s+an?\s+)?)"
    rf"{_NAME}(?:\s*\([A-Z]{{2,3}}\))?(?:\s?\(?9[059]\s?%\)?)?(?:\s+(?:of|was|from|between)|\s*[,:;=]|\s*[\[(])*\s*"
    rf"[£$€]?(?P<low>{_SIGN}{_NUM})(?P<unit2>{_UNIT})(?:\s*(?:to|and|through|[,;])\s*|\s?[-–−—]\s?)[£$€]?(?P<high>{_SIGN}{_NUM})(?P<unit3>{_UNIT})"
)
_SPREAD = AnyCase(
    rf"(?P<estimate>{_SIGN}\d{{1,6}}(?:[.·]\d{{1,6}})?)\s?(?P<unit>%|[A-Za-z][\w/²·-]{{0,14}})?(?P<gap>(?:\s+[A-Za-z][\w'’/-]*){{0,8}}?)\s*[(\[,;]\s*(?:(?P<level>\d{{2}}(?:\.\d)?)(?:\s?%|\s?per\s?cent)?\s*)?"
    rf"(?P<name>CI|CrI|UI|confidence\s+interval|credible\s+interval|confidence\s+limits)(?:\s?\(?9[059]\s?%\)?)?(?:\s+(?:of|was|from|between)|\s*[,:;=])*\s*"
    rf"[£$€]?(?P<low>{_SIGN}{_NUM})\s?(?P<unit2>%|[A-Za-z][\w/²·-]{{0,14}})??(?:\s*(?:to|and|through|[,;])\s*|\s?[-–−—]\s?)[£$€]?(?P<high>{_SIGN}{_NUM})\s?(?P<unit3>%|[A-Za-z][\w/²·-]{{0,14}})?\s*[)\],;.]"
)
"""'a gain of 18 m over placebo (95% CI, 2–15 m)': words between the estimate and its interval."""
_NO_ESTIMATE_FOR = AnyCase(
    r"\b(?:vs|versus|than|against|compared|of|in|among|from|for|at|after|over|within|to|stage|grade|aged?|and|or|per|n)\s+(?:the\s+|about\s+)?$|[=<>]\s*$"
)
_GAIN_OF = AnyCase(
    r"\b(?:gain|loss|difference|change|rise|fall|drop|reduction|increase|decrease|improvement|mean|median|average|ratio|rate|estimate|effect|benefit|sensitivity|specificity|value|survival|cost|score|prevalence|incidence|length|stay)s?(?:\s+(?:for|of|in|among|with)(?:\s+[a-z-]+){1,4}?)?\s+(?:of|was|is|at|by)\s+(?:about\s+)?[£$€]?$"
)
_COMPARED = AnyCase(
    r"^\s+(?:[a-z]+\s+)?(?:sooner|later|less|more|fewer|longer|shorter|faster|slower|earlier|higher|lower|better|worse|greater|smaller|lighter|heavier|over|above|below|than|from|with|on|in\s+favou?r|points?)\b"
)
_GLUED = ("–", "-", "/", ".", ",")
_LEVELS = ("90", "95", "99")
_TIMES = 6
"""An interval many times off is that of something else."""
_QUICK = Pattern(r"\b(?:CI|CrI|UI|PI|IQR)\b|\binterval|\brange\b|confidence limits")
_NOT_ESTIMATE = AnyCase(
    r"(?:\b[pn]\s*[=<>≤≥]\s*|\bper\s+|(?<!median )(?<!mean )(?<!average )\b(?:ages?|aged|stage|grade|phase|type)\s+|[\w)]-|\[|\^)$"
)
_HORIZON = AnyCase(r"\b(?:at|after|within|over|for|in|by|first)\s+(?:the\s+)?(?:first\s+)?$")
_COUNTED_IN = AnyCase(r"\b(?:in|among|of|from|for|with)\s+(?:the\s+|all\s+)?$")
_OUT_OF = Pattern(r"\d\s+(?:out\s+)?of\s+$|\d\s?/\s?$")
"""'40% (4 of 10; 95% CI 12 to 74)'."""
_NO_ESTIMATES_SIGN = ("±", "+/-", "+/−", "+-", "<", ">", "≤", "≥")
"""'A mean of 12.1 ± 2.7 years (range 5.6–16.8)', 'to score ≥ 7 (95% CI 1.05–4.32)': the spread, a threshold."""
_PEOPLE = Pattern(r"people|patients")
_TIME = Pattern(r"month|year|week|day|hour|minute")
_PERCENT = ("%", "percent", "per cent")


def _number(text: str) -> Fraction | None:
    digits = text.lstrip("-−–").strip()
    if not re.search(r"\d", digits):
        return None
    value = number_value(digits)
    if value is None:
        return None
    return -value if text[:1] in "-−–" else value


def _grain(text: str) -> Fraction:
    point = max(text.rfind("."), text.rfind("·"))
    return Fraction(1, 10 ** (len(text) - point - 1)) if point >= 0 else Fraction(1)


def estimate_outside_interval(view: View, rule: Rule) -> Iterator[Finding]:
    """'0.81 (95% CI, 0.52 to 0.78)', '9 days on average, with a range of 2 to 7 days'."""
    known = list(_marked(view, rule))
    yield from known
    yield from told_findings(view, rule, known)


def _marked(view: View, rule: Rule) -> Iterator[Finding]:
    for index, text in blocks(view, _QUICK):
        for match in _INTERVAL.finditer(text):
            if not _outside(match, text):
                continue
            low, high = match["low"] + match["unit2"], match["high"] + match["unit3"]
            start = match.start("estimate")
            yield report(
                view, rule, index, start, match.end(), found=match["estimate"] + match["unit"], other=f"{low.strip()} to {high.strip()}",
                variant="" if _is_interval(match) else "range",
            )  # fmt: skip
    for index, match in _apart(view):
        yield report(
            view, rule, index, match.start("estimate"), match.end("high"), found=match["estimate"] + ("%" if match["unit"] == "%" else ""),
            other=f"{match['low']} to {match['high']}",
        )  # fmt: skip
    for index, match in _ratios(view):
        yield report(
            view, rule, index, match.start("estimate"), match.end(), found=match["estimate"], other=f"{match['low']} to {match['high']}"
        )  # fmt: skip
    for index, cell in _cells(view):
        yield report(
            view, rule, index, cell.start("estimate"), cell.end(), found=cell["estimate"], other=f"{cell['low']} to {cell['high']}"
        )  # fmt: skip
    for index, figure, interval in estimates_in_tables(view):
        yield report(view, rule, index, figure.start, figure.end, other=fold_space(view.text(interval)))


def _apart(view: View) -> Iterator[tuple[int, re.Match[str]]]:
    """Estimates with other words between them and their interval, which they are outside of."""
    for index, text in blocks(view, _QUICK):
        for match in _SPREAD.finditer(text):
            unit, gap = match["unit"] or "", match["gap"]
            if _INTERVAL.match(text, match.start()) or not _is_beyond(match):
                continue
            before = text[max(0, match.start() - 50) : match.start()]
            led, compared = _GAIN_OF.search(before), _COMPARED.match(gap)
            if not (led or (compared and not _NO_ESTIMATE_FOR.search(before))) or before.endswith(_GLUED):
                continue
            units = {u.lower().rstrip("s") for u in (unit, match["unit2"], match["unit3"]) if u}
            spoken = (match["unit2"] or match["unit3"] or "").lower().rstrip("s")
            if spoken and spoken not in ("", unit.lower().rstrip("s")) and len(units) > 1:
                continue
            if _is_of_same_size(match) and not _is_of_pair(text, match):
                yield index, match


def _is_of_same_size(match: re.Match[str]) -> bool:
    """True where an estimate may be that of its interval, which shows in the size of both."""
    estimate, low, high = (_number(match[k]) or Fraction(0) for k in ("estimate", "low", "high"))
    if (low < 0) != (high < 0) or estimate < 0 or high < 0:
        return not (high < 0 < estimate and -high <= estimate <= -low) and abs(estimate) <= _TIMES * max(
            abs(low), abs(high)
        )
    return low / _TIMES <= estimate <= high * _TIMES


def _is_of_pair(text: str, match: re.Match[str]) -> bool:
    estimate, low, high = (_number(match[k]) or Fraction(0) for k in ("estimate", "low", "high"))
    return _is_of_difference(text[max(0, match.start() - 60) : match.start()], estimate, low, high)


_PAREN_RANGE = Pattern(
    rf"^\s*(?P<estimate>{_SIGN}{_NUM})\s?%?\s*\(\s*(?P<low>{_SIGN}{_NUM})\s?%?(?:\s*(?:to|,|;)\s*|\s?[-–−—]\s?)(?P<high>{_SIGN}{_NUM})\s?%?\s*\)\s*$"
)


_RATIO = Pattern(
    r"\b(?:[ac]?(?:HR|OR|IRR|RR)|(?:hazard|odds|risk|rate|prevalence) ratio|relative risk)(?:\s+(?:of|was|is))?\s*[:=,]?\s*"
    r"(?P<estimate>\d{1,3}\.\d{1,3})\s*[(\[]\s*(?P<low>\d{1,3}\.\d{1,3})(?:\s*(?:to|,|;)\s*|\s?[-–−—]\s?)(?P<high>\d{1,3}\.\d{1,3})\s*[)\]]"
)
"""'aHR: 0.5 [0.6–0.9]': what stands in brackets after a ratio is its interval."""


def _ratios(view: View) -> Iterator[tuple[int, re.Match[str]]]:
    for index, text in blocks(view, _RATIO):
        for match in _RATIO.finditer(text):
            if _is_beyond(match):
                yield index, match


def _is_beyond(match: re.Match[str]) -> bool:
    estimate, low, high = (_number(match[k]) for k in ("estimate", "low", "high"))
    if estimate is None or low is None or high is None or low > high:
        return False
    slack = max(_grain(match[k]) for k in ("estimate", "low", "high"))
    return not low - slack < estimate < high + slack


def _cells(view: View) -> Iterator[tuple[int, re.Match[str]]]:
    """Cells such as '1.9 (1.1–1.6)' under a heading that names an interval, with the estimate outside it."""
    for index, text in blocks(view, _PAREN_RANGE):
        match = _PAREN_RANGE.match(text)
        if match is None or not CI_HEAD.search(f"{view.column_heads(index)} {view.row_label(index)}"):
            continue
        if _is_beyond(match):
            yield index, match


def _is_interval(match: re.Match[str]) -> bool:
    return match["name"].lower() not in ("iqr", "range", "interquartile range")


def _outside(match: re.Match[str], text: str) -> bool:
    estimate, low, high = (_number(match[k]) for k in ("estimate", "low", "high"))
    if estimate is None or low is None or high is None or low > high:
        return False
    before = text[max(0, match.start() - 24) : match.start()]
    if (
        not match["level"]
        and match["unit"]
        and match["estimate"] in _LEVELS
        and match["name"][:4].lower() == "conf"
    ):
        return False  # '95 percent confidence interval'
    if _NOT_ESTIMATE.search(before) or before[-1:].isalnum() or before[-1:] in ".,·/":
        return False
    level = match["estimate"] in _LEVELS and ";" in match["gap"]  # 'p = 0.007; 95%; CI: 1.5–12.8'
    if level or _OUT_OF.search(before) or before.rstrip().endswith(_NO_ESTIMATES_SIGN):
        return False
    if _COUNTED_IN.search(before) and _PEOPLE.search(match["unit"]) and not match["unit3"]:
        return False  # '5 days shorter in 120 patients (95% CI 3 to 7)'
    if _TIME.search(match["unit"]) and _HORIZON.search(before):
        return False  # 'at 5 years (95% CI …)': the estimate stands elsewhere
    if match["name"].lower() == "range" and not _is_average(
        text[max(0, match.start() - 80) : match.start()], match["gap"]
    ):
        return False
    spread = match["name"].lower() in ("iqr", "interquartile range")
    if spread and re.search(
        r"\b(?:mean|average)\b", text[max(0, match.start() - 80) : match.start()], re.IGNORECASE
    ):
        return False  # a mean may lie outside the middle half
    if not _same_unit(match):
        return False
    slack = max(_grain(match[k]) for k in ("estimate", "low", "high"))
    if low - slack < estimate < high + slack:
        return False
    if _is_of_difference(
        text[max(0, match.start() - 60) : match.start()], estimate, low - slack, high + slack
    ):
        return False
    # A fall told as a positive number: 'lower by 2.3 (95% CI -3.1 to -1.5)'.
    return not (high <= 0 <= estimate and -high - slack < estimate < -low + slack) and not (
        estimate < 0 <= low and low - slack < -estimate < high + slack
    )


_AGAINST = AnyCase(
    r"(?P<first>\d{1,9}(?:\.\d{1,9})?)\s?(?:%|percent|per cent)?(?:\s+[\w'-]+){0,4}?\s*,?\s+(?:vs?\.?|versus|against|compared (?:with|to)|and|or|to)\s+(?:[a-z'-]+\s+){0,2}$"
)


def _is_of_difference(before: str, estimate: Fraction, low: Fraction, high: Fraction) -> bool:
    """'40% vs 28% (95% CI 5 to 19)': the interval is that of the difference, or of the ratio, of the two."""
    told = _AGAINST.search(before)
    first = _number(told["first"]) if told else None
    if first is None:
        return False
    apart = abs(first - estimate)
    ratios = [a / b for a, b in ((first, estimate), (estimate, first)) if b]
    return any(low < value < high for value in (apart, -apart, *ratios))


def _is_average(before: str, gap: str) -> bool:
    return bool(re.search(r"\b(?:mean|median|average)\b", before, re.IGNORECASE)) and "(" in gap + before[-1:]


def _same_unit(match: re.Match[str]) -> bool:
    def kind(text: str) -> str:
        plain = text.strip().lower()
        return "%" if plain in _PERCENT or plain.startswith("percentage") else plain.rstrip("s")

    mine, theirs = kind(match["unit"]), kind(match["unit3"]) or kind(match["unit2"])
    if match["apart"] and theirs != "%":
        return False  # '22% lower (95% CI, 0.66 to 0.92)': the interval is that of a ratio
    return not theirs or mine == theirs or (not mine and not theirs)
