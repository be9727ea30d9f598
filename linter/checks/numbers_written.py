"""Values that nothing can have."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from functools import cache, partial

from linter.checks.numbers_body import DAYS_OF_MONTH, MONTHLY, mixed_degrees, odd_clocks
from linter.checks.numbers_limits import IDIOM, more_than_all, odd_measures, table_shares, told_shares
from linter.checks.numbers_malformed import is_identifier
from linter.checks.numbers_people import correlations, shares_of_people
from linter.checks.numbers_scales import odd_scores
from linter.checks.numbers_scan import blocks, report, sentence_around
from linter.checks.numbers_tables import p_values
from linter.checks.view import View
from linter.language.calendar import MONTH_NAMES, MONTHS
from linter.patterns import AnyCase, Pattern
from linter.results import Finding
from linter.rulebook.rules import Rule

_PEOPLE = (
    r"(?:patients|people|persons|adults|children|women|men|participants|cases|babies|infants|newborns|teens|teenagers|adolescents|girls|boys|"
    r"individuals|nurses|doctors|physicians|volunteers|users|carers|caregivers|readers|employees|teachers|workers|residents|households|families|hospitals|respondents|subjects|survivors|smokers|Americans|deaths|pregnancies|births|mothers|students|tumou?rs|cancers|diagnoses|infections)"
)
_MONTH = "|".join(
    [
        *MONTH_NAMES,
        *(m[:3] + r"\." for m in MONTH_NAMES),
        *(m[:3] for m in MONTH_NAMES if m != "March" and m != "May"),
        r"Sept\.?",
    ]
)
_GLUED = frozenset(",.-–/$")
"""What makes a number before a month more than the day of it."""
_DATE = Pattern(
    rf"\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{_MONTH})(?![A-Za-z])(?:,?\s+(?P<y1>(?:19|20)\d\d)\b)?"
    rf"|\b(?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:%/-]|[.,]\d)(?:,?\s+(?P<y2>(?:19|20)\d\d)\b)?"
    r"|\b(?P<y3>(?:19|20)\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)\b"
)
_AFTER_DATE = Pattern(
    r"^\s*(?:$|[,.;:!?)–—-]|(?:and|to|until|through|at|in|on|or|as|is|was|for|when|with|the|of|by|we|you|until|before|after)\b)"
)


_AT = (
    r"(?:\s*[:=(]|\s+(?:(?:rose|fell|dropped|climbed)\s+to|levels?|readings?|targets?|ranges?|of|at|is|was|were|are|be|should|must|may|can|stay(?:s|ed)?|kept|remain(?:s|ed)?|reached|reads?"
    r"|between|from|about|above|below|over|under|around|normal(?:ly)?|usually|the|an?))*\s*"
)
"""What stands between the name of a measure and its value: 'should stay between'."""
_P_BEFORE = AnyCase(
    r"(?:^|[(\[;,:]|\b(?:and|or|with|at|trend|interaction|groups?|significan\w*|differ\w*|test))\s*$"
)
_P_SAID = AnyCase(
    r"\b(?:signific\w+|p[- ]values?|confidence|CI|trend|interaction|chi-square\w*|t-test|test(?:ed|s)?|differ\w*|compared|versus|vs|groups?|correlat\w+|associat\w+|trial|hypothesis)\b"
)

_P_TEST = AnyCase(r"\b(?:significan\w+|confidence|CI|chi-square\w*|t-test|hypothesis)\b")


def _is_no_p(match: re.Match[str], text: str) -> bool:
    """True for a P value that is none. P may as well be phosphate, pressure or a plate: the sentence must say which."""
    number = match["n"].replace("−", "-").replace("–", "-")
    if 0 <= float(number) <= 1:
        return False
    if "value" in match["name"]:
        return True
    before = text[max(0, match.start() - 60) : match.start()]
    if re.search(r"[×*x+/·]\s*$", before):
        return False  # 'Ca × P'
    around = before + text[match.end() : match.end() + 60]
    if re.search(r"\b(?:impossible|cannot be|can't be|typo|mistake)\b", around):
        return False  # the copy says so itself
    if re.search(r"\b(?:of|was|is)\b", match.group()):
        return match["name"] == "P" and bool(_P_TEST.search(around))
    return bool(_P_BEFORE.search(before) and (float(number) < 0 or _P_SAID.search(around)))


_EQUATION = Pattern(r"\(\d{1,2}$")


def _is_no_probability(match: re.Match[str], text: str) -> bool:
    """True for more than 1; not for the number of an equation, 'the log-likelihood (4)'."""
    return float(match["n"].replace(",", "")) > 1 and not _EQUATION.search(match.group())


_TITRE = AnyCase(
    r"\b(?:odds|ratio|tit(?:re|er)s?|dilut\w*|RPR|VDRL|ANA|LR\+?|likelihood|adrenaline|epinephrine|bleach|strength|scale|mix\w*|I:E)\b|(?<!\d)1:\d{2,}\b.{0,30}(?<!\d)1:\d"
)


def _is_no_time(match: re.Match[str], text: str) -> bool:
    """True for '25:30' and '9:75'; not for a dilution or odds, '1:64'."""
    hour, minute = int(match["n"]), int(match["min"])
    if hour <= 24 and minute <= 59 and not (hour == 24 and minute):
        return False
    near = text[max(0, match.start() - 60) : match.end() + 40]
    return not (hour == 1 or _TITRE.search(near))


_CHANGE_OF = AnyCase(r"\b(?:change|difference|net|balance|gap|down|versus|vs|by)\b[^.;]{0,25}$|\n\s*$")


def _is_no_count(match: re.Match[str], text: str) -> bool:
    """True for people below zero; not for a change in their number, nor a hyphen that opens a line of notes."""
    before = text[: match.start()]
    return bool(before.strip()) and "-" not in before[-2:] and not _CHANGE_OF.search(before[-50:])


_EXPOSURE = AnyCase(r"^\W{0,3}[^.;]{0,40}\b(?:times|fold|ratio|mg|ng|hours?|h)\b")
"""After an AUC that is a drug's exposure or a ratio of two, no area under an ROC curve."""


def _rx(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


@cache
def _impossible() -> tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str], str], bool]], ...]:
    """What cannot be: the wording of the finding, where to look, and whether it is so there."""
    number = r"(?P<n>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)"
    low = r"(?:between\s+\d+(?:\.\d+)?\s?%?\s+and\s+|\d+(?:\.\d+)?\s?%?\s*(?:to\s+|[-–—]\s*))?"
    be = r"(?:\s+(?:is|was|of|were|be|been|reached|at|=|equals|rate|about|around|nearly|up to|as high as|has|have|over|more than|to|reading|reads?|showed|shows|level|value|rose|fell|dropped|remained|stayed|above|measured))*\s*[=:(]?\s*"

    def over(limit: float) -> Callable[[re.Match[str], str], bool]:
        return lambda m, text: float(m["n"].replace(",", "")) > limit

    return (
        ("share", _rx(rf"(?<![\d.,-]){number}\s?(?:%|percent|per cent)\s+of\s+(?:(?:the|all|these|those|our|its|their|\d[\d,]*)\s+)*(?:(?!their\b|normal\b|expected\b)[a-z-]+\s+){{0,2}}?{_PEOPLE}\b(?!['’])"), over(100)),
        ("share", _rx(rf"(?<![\d.,-]){number}\s?(?:%|percent|per cent)\s+(?:survival|response|cure|remission|fatality|mortality|sensitivity|specificity|accuracy|adherence|attendance|concordance|oxygen\s+saturation)(?:\s+rate)?\b"), over(100)),
        ("share", _rx(rf"\b(?:survival|response|cure|remission|fatality|mortality|success)\s+rates?(?:\s+(?:for|in|among|with|at)\s+(?:[\w-]+\s+){{1,5}}?)?{be}{low}{number}\s?(?:%|percent\b|per cent\b)(?!\s*(?:higher|lower|more|less|greater|increase|rise|of (?:normal|expected|predicted)))"), over(100)),
        ("share", _rx(rf"\b(?:sensitivity|specificity|accuracy|efficacy|effectiveness|(?:oxygen |O2 )?saturations?|(?:blood )?oxygen levels?|SpO2|SaO2|O2 sats?|negative predictive value|positive predictive value)(?:\s+on\s+(?:room\s+air|air|oxygen))?{be}{low}{number}\s?(?:%|percent\b|per cent\b)(?!\s*(?:higher|lower|more|less|greater|increase|rise|of (?:normal|predicted)))"), over(100)),
        ("negative", _rx(rf"(?:(?<=\s)|(?<=\()|^)(?P<n>(?:−|minus\s)\d+(?:\.\d+)?|(?<=\s)-\d+(?:\.\d+)?)\s?(?:(?:%|percent)\s+of\s+(?:the\s+|all\s+)?)?{_PEOPLE}\b"), _is_no_count),
        ("probability", _rx(rf"\b(?:probability|likelihood)(?:\s+(?:of|that)\s+(?:an?\s+|the\s+)?[a-z-]+(?:\s+[a-z0-9-]+){{0,5}}?\s+(?:is|was|were|be|=))?{be}{number}(?![\d%]|,\d|\.\d|\s*(?:%|percent|per cent|in\b|out\b|to\b|of\b|times|x\b))(?!-)(?:(?<=\.\d)|(?<=\.\d\d)|(?!\s+[a-z]))"), _is_no_probability),
        ("p", re.compile(r"(?<![\w.])(?P<name>[pP](?:[- ]values?)?)\s*(?:[=<>≤≥]|\bof\b|\bwas\b|\bis\b)\s*(?P<n>[-−–]?\d+(?:\.\d+)?)(?![\d,%]|\.\d|\s*[×x*·]\s*10|\s?\^|(?<=10)\s?[-−–]\s?\d|\s*(?:mg|mm|kPa|Pa|bar|[eE]-))"), _is_no_p),
        ("correlation", re.compile(rf"(?:(?:(?<=\()|(?<=, )|(?<=; )|\bPearson(?:'s)?\s+|\bSpearman(?:'s)?\s+)r\s*=|[Cc]orrelations?(?:\s+coefficient)?\s*[,(:]?\s*(?:of\s+)?r\s*=\s*|[Cc]orrelation(?:\s+coefficient)?{be}|\b[Kk]appa{be}|\b[Cc][- ]statistic{be}|\b(?:AUROC|AUC|area under the (?:ROC |receiver[- ]operating(?: characteristic)? )?curve){be}(?=\d\.\d+\b(?!\s*[a-zµ])))\s*[-−–]?(?P<n>\d+\.\d+)(?![\d%]|,\d|\s?\([^()%]{{1,30}}%?[^()%]{{1,20}}\d%\))"), over(1)),
        ("level", re.compile(r"(?<![\w.,])(?P<n>\d+(?:\.\d+)?)\s?%\s*(?:CI|CrI|confidence\s+intervals?|credible\s+intervals?)\b"), lambda m, text: float(m["n"]) >= 100 or float(m["n"]) < 50),
        ("outof", _rx(rf"(?<![\d.,/])(?P<n>\d{{1,6}})\s+(?:out\s+of|in|of)\s+(?:every\s+|the\s+)?(?P<base>\d{{1,6}})\s+(?!(?:hundred|thousand|million|billion)\b)(?:[a-z-]+\s+)?{_PEOPLE}\b"), lambda m, text: int(m["n"]) > int(m["base"]) and not 1900 <= int(m["n"]) <= 2100 and int(m["base"]) > 0),
        ("outof", _rx(r"(?<!day )(?<!week )(?<!page )(?<!chapter )(?<!step )(?<!item )(?<!question )(?<!level )(?<![\d.,/$£€])(?P<n>\d{1,6})\s+(?:out\s+)?of\s+(?:the|our|these|those)\s+(?P<base>\d{1,6})\s+[a-z]{4,}"), lambda m, text: int(m["n"]) > int(m["base"]) > 1 and not 1900 <= int(m["n"]) <= 2100),
        ("outof", _rx(r"(?<![\d.,/])(?P<n>\d{1,6})\s+out\s+of\s+(?:every\s+)?(?P<base>\d{1,6})\s+(?:have|had|get|got)\b"), lambda m, text: int(m["n"]) > int(m["base"]) > 0),
        ("time", re.compile(r"(?<![\d:.])(?:(?<=at )|(?<=by )|(?<=until )|(?<=before )|(?<=after )|(?<=from ))(?P<n>\d{1,2}):(?P<min>\d\d)(?![\d:])(?!\s*(?:min|sec|ratio|odds))"), _is_no_time),
        ("time", re.compile(r"(?<![\d:.])(?P<n>\d{1,2})(?::(?P<min>\d\d))?\s?(?:a\.?m\.?|p\.?m\.?)(?![\w])"), lambda m, text: ":" in m.group() and (int(m["n"]) > 23 or int(m["min"] or 0) > 59)),
        ("time", re.compile(r"(?<![\d:.])(?P<n>\d{1,2}):(?P<min>\d\d)\s+(?:hours|hrs|h)\b"), lambda m, text: int(m["n"]) > 24 or int(m["min"]) > 59),
        ("day", _rx(r"(?<![\d.,-])(?P<n>\d{1,3})\s+hours\s+(?:a|per|each|every)\s+day\b"), over(24)),
        ("week", _rx(r"(?<![\d.,-])(?P<n>\d{1,2})\s+(?:days|nights)\s+(?:a|per|each|every)\s+week\b"), over(7)),
        ("month", _rx(MONTHLY), over(DAYS_OF_MONTH)),
        ("pressure", re.compile(r"(?<![\d/.])(?P<n>\d{2,3})/(?P<low>\d{2,3})\s?mm\s?Hg\b"), lambda m, text: int(m["n"]) <= int(m["low"])),
        ("temperature", _rx(r"\b(?:fever|temperature)\s+(?:(?:of|is|was|reached|over|above|up to|at)\s+)*(?P<n>3[4-9]\d|4[0-3]\d)\s?°?\s?C\b"), lambda m, text: True),
        ("temperature", _rx(r"\b(?:fever|body temperature)\s+(?:(?:of|is|was|reached|over|above|up to|at)\s+)*(?P<n>\d{2}(?:\.\d)?)\s?°?\s?C\b"), over(46)),
        ("ph", re.compile(r"\bpH\s*(?:of\s+(?:the|her|his|their|a)\s+\w+\s+(?:is|was)|of|is|was|=|level of|value of|around|about)?\s*(?P<n>\d{1,2}(?:\.\d+)?)(?!\d|\.\d|\s*(?:to|-|–)\s*\d)"), over(14)),
        ("share", _rx(rf"\b(?:prevalence|coverage|uptake|positivity|ejection fraction|LVEF|ha?ematocrit|humidity)(?:\s+(?:of|for|in|among)\s+(?!\d)(?:[\w-]+\s+){{1,4}}?)?{be}{low}{number}\s?(?:%|percent\b|per cent\b)(?!\s*(?:higher|lower|more|less|greater|increase|rise|of (?:normal|expected|predicted|the)))"), over(100)),
        ("share", _rx(rf"\b(?:adherence|attendance|concordance)(?:\s+(?:to|for|in|among|with|at)\s+(?!\d)(?:[\w-]+\s+){{1,4}}?)?{be}{low}{number}\s?(?:%|percent\b|per cent\b)(?!\s*(?:higher|lower|more|less|greater|up|of\b|by\b))"), over(100)),
        ("share", _rx(rf"(?<![\d.,-]){number}\s?(?:%|percent|per cent)\s+(?:had|have|reported|said|agreed|died|survived|recovered|responded|replied)\b"), over(100)),
        ("fall", _rx(rf"\b(?:fell|falls|dropped|drops|shrank|declined|decreased|decreases|reduced|reduces|cut|cuts|lowered|lowers|(?:reduction|decrease|drop|fall|decline)\s+of)\s+(?:[\w' ]{{0,40}}?\bby\s+)?(?:about\s+|around\s+|over\s+|almost\s+|nearly\s+)?{number}\s?(?:%|percent\b|per cent\b)|(?<![\d.,-])(?P<m>\d{{3}})\s?%\s+(?:reduction|decrease|drop|decline)\b"), lambda m, text: float((m["n"] or m["m"]).replace(",", "")) > 100),
        ("share", _rx(rf"(?<![\d.,-]){number}\s?(?:%|percent|per cent)\s+(?:female|male|women|men)\b(?!\s+(?:more|higher))"), over(100)),
        ("outof", _rx(rf"\bof\s+(?:the\s+|all\s+|our\s+|these\s+)*(?P<base>\d{{1,6}})\s+(?:[a-z-]+\s+)?{_PEOPLE},\s+(?P<n>\d{{1,6}})\s+(?:had|were|was|recovered|died|improved|needed|took|gave|got|said|dropped|left|finished|completed|returned|reported|developed)\b"), lambda m, text: int(m["n"]) > int(m["base"])),
        ("outof", _rx(rf"\bof\s+(?:the|all|our|these)\s+(?:the\s+)?(?P<base>\d{{1,6}})\s+(?:[a-z-]+\s+)?{_PEOPLE}\s+(?:who|that|whom|we|invited|asked|seen|treated|tested|in|at|on|from|with|aged)\b(?![^.]*\b(?:each|every|per)\b)[^.;:,()\d]{{2,60}},\s+(?P<n>\d{{1,6}})\s+(?:had|have|were|was|recovered|died|improved|needed|took|gave|got|said|felt|told|dropped|left|finished|completed|returned|reported|developed)\b"), lambda m, text: int(m["n"]) > int(m["base"])),
        ("share", _rx(rf"(?<!dissolved )\b(?:oxygen\s+saturations?|SpO2|SaO2|O2\s+sats?|sats){_AT}(?:\d{{2,3}}(?:\.\d+)?\s?%?\s*(?:-|–|to|and)\s*)?(?<![\d.,]){number}\s?(?:%|percent\b|per cent\b)(?!\s+(?:of|higher|lower)\b)"), over(100)),
        ("age", _rx(r"\b(?:he|she|patient|man|woman|mother|father|child|aged)\s+(?:(?:is|was|are|now|turned|about)\s+)*(?P<n>\d{3})\s+years(?:\s+old|\s+of\s+age)?\s*(?=[.,;)]|$|when\b|and\b|at\b)"), over(125)),
        ("gestation", _rx(r"(?<![\d.,-])(?P<n>\d{2})(?:\s+|-)(?:completed\s+)?weeks?[’']?(?:\s+of)?\s+(?:gestation|pregnan\w+)\b"), over(45)),
        ("percentile", _rx(r"(?<![\d.,-])(?P<n>\d{3})(?:st|nd|rd|th)\s+(?:per)?centile\b"), over(100)),
        ("year", _rx(r"(?<![\d.,-])(?P<n>\d{3})\s+(?:days|nights)\s+(?:a|per|each|every)\s+year\b"), over(366)),
        ("age", _rx(r"(?<![\d.,-])(?P<n>\d{3})[- ]years?[- ]old\s+(?:\w+\s+)?(?:man|woman|boy|girl|patient|child|infant|father|mother|smoker|athlete)\b"), over(125)),
    )  # fmt: skip


def impossible_value(view: View, rule: Rule) -> Iterator[Finding]:
    """'110% of patients', '31 June', 'a probability of 1.4', 'p = 1.2', 'at 25:00'."""
    told: set[tuple[int, int]] = set()
    for index, text in blocks(view, re.compile(r"\d")):
        seen: set[int] = set()
        for name, pattern, holds in _impossible():
            for match in pattern.finditer(text):
                if match.start() in seen or not holds(match, text):
                    continue
                if "AUC" in match.group() and _EXPOSURE.match(text[match.end() : match.end() + 60]):
                    continue
                if name == "share" and IDIOM.search(text[max(0, match.start() - 40) : match.end() + 30]):
                    continue
                seen.update(range(match.start(), match.end()))
                told.update((index, at) for at in range(match.start(), match.end()))
                yield report(view, rule, index, match.start(), match.end(), variant=name)
        for start, end in mixed_degrees(text, partial(sentence_around, view, index)):
            if not seen & {start}:
                yield report(view, rule, index, start, end, variant="unit")
        for start, end in odd_clocks(text, f"{view.column_heads(index)} {view.row_label(index)}"):
            if not seen & {start}:
                yield report(view, rule, index, start, end, variant="time")
        for start, end in odd_scores(text):
            yield report(view, rule, index, start, end, variant="scale")
        yield from _dates(view, rule, index, text)
    for index, start, end in correlations(view):
        if (index, start) not in told:
            yield report(view, rule, index, start, end, variant="correlation")
    for index, start, end in (*table_shares(view), *told_shares(view), *shares_of_people(view)):
        if (index, start) not in told:
            yield report(view, rule, index, start, end, variant="share")
    for index, start, end in more_than_all(view):
        if (index, start) not in told:
            yield report(view, rule, index, start, end, variant="outof")
    for index, start, end in odd_measures(view):
        if (index, start) not in told:
            yield report(view, rule, index, start, end, variant="measure")
    for index, match in p_values(view):
        yield report(view, rule, index, match.start("n"), match.end("n"), variant="p")


_WRITTEN_DATE = Pattern(
    r"(?<![\w./-])(?P<a>[0-3]?\d)(?P<mark>[./-])(?P<b>[0-3]?\d)(?P=mark)(?P<y>(?:19|20)\d\d)(?![\w/-]|\.\d)"
)
"""31.02.2024, 02/30/2024: day and month in either order."""


def _is_day(day: int, month: int, year: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _dates(view: View, rule: Rule, index: int, text: str) -> Iterator[Finding]:
    for match in _WRITTEN_DATE.finditer(text):
        a, b, year = int(match["a"]), int(match["b"]), int(match["y"])
        if not _is_day(a, b, year) and not _is_day(b, a, year) and not is_identifier(text, *match.span()):
            yield report(view, rule, index, match.start(), match.end(), variant="date")
    for match in _DATE.finditer(text):
        if match["m3"]:
            day, month, year = int(match["d3"]), int(match["m3"]), int(match["y3"])
        else:
            month = MONTHS[(match["m1"] or match["m2"])[:3].lower()]
            day = int(match["d1"] or match["d2"])
            year = int(match["y1"] or match["y2"] or 2000)  # a leap year: 29 February may be
            if match["m1"] and text[max(0, match.start() - 1) : match.start()] in _GLUED:
                continue
            if (
                match["d2"]
                and not match["y2"]
                and not _AFTER_DATE.match(text[match.end() : match.end() + 12])
            ):
                continue
            if (
                match["d1"]
                and not match["y1"]
                and (
                    day > 39
                    or re.search(
                        r"\b(?:to|age|aged|stage|section|article|rule|clause|paragraph|para|chapter|psalm)\s*$",
                        text[max(0, match.start() - 12) : match.start()],
                        re.IGNORECASE,
                    )
                )
            ):
                continue
        if day == 0 and not match["m3"]:
            continue
        if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
            yield report(view, rule, index, match.start(), match.end(), variant="date")
