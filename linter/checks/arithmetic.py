"""The arithmetic of change: what a figure that went from A to B has changed by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from linter.checks.numbers_scan import Passage, grain, number_text, passages, report
from linter.checks.view import View
from linter.language.figure import Figure
from linter.model import Finding
from linter.rules import Rule

_RISE = r"(?:rises?|rose|risen|rising|increase[sd]?|increasing|grew|grows?|grown|growth|growing|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|gain(?:s|ed)?|upturn|went up|up|soared|surged|raised?)"
_FALL = r"(?:falls?|fell|fallen|falling|decrease[sd]?|decreasing|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|reduc(?:tion|tions|ed|es|e|ing)|cuts?|cutting|lower(?:ed|s|ing)?|shr[aiu]nk|loss|lost|went down|down|dip(?:s|ped)?|slump(?:s|ed)?|plunged?)"
_ANY = rf"(?:{_RISE}|{_FALL}|change[sd]?|difference|improvement|improved)"
_KIND = r"(?:relative|overall|total|further|absolute|proportional|statistically|significant|significantly|striking|whopping|mere|net|sharp|steep|modest|risk|rate|a|an|the|or|of|about|around|roughly|nearly|almost|some|more than|over|just|only)"
_AFTER = re.compile(rf"^\s*(?:-\s*)?(?:{_KIND}\s+){{0,3}}(?:in\s+)?(?P<verb>{_ANY})\b", re.IGNORECASE)
_BEFORE = re.compile(rf"\b(?P<verb>{_ANY})\s+(?:of|by)\s+(?:{_KIND}\s+){{0,3}}$|\b(?P<bare>{_ANY})\s+(?:{_KIND}\s+){{0,2}}$", re.IGNORECASE)
_TO = re.compile(r"^\s*(?:\((?:in\s+)?(?:19|20)\d\d\)\s*)?(?:(?:in|during|at|of)\s+(?:the\s+)?[\w' -]{1,30}\s+)?to\s+$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:about|around|roughly|nearly|almost|some|an estimated|just|over|under|only)?\s*$", re.IGNORECASE)
# What such a figure says is not B against A as they stand in the text.
_OTHERWISE = re.compile(
    r"\b(?:adjust(?:ed|ing)|hazard|odds|HR|OR|aOR|aHR|RR|kaplan|per year|a year|each year|annual(?:ly|i[sz]ed)?|yearly|per decade|average annual|"
    r"standardi[sz]ed|relative to|compared with placebo|versus placebo|among those|model\w*|inflation|compound)\b",
)
_JOINT = re.compile(r"^[\s,;(—–-]*(?:(?:or|and|which is|which was|which means|that is|that's|this is|it was|amounting to|equal to|equivalent to|i\.?e\.?,?|making|for|with|representing|meaning|as|marking|giving|a|an|the)\s+)*$", re.IGNORECASE)

_OR_BY = re.compile(r"^\s*,?\s*(?:or|i\.e\.|that is,?|thus|so)?\s*by\s+$", re.IGNORECASE)
_LED = re.compile(rf"\b(?P<verb>{_ANY})\b[^.;]{{0,30}}?\bfrom\s+\D{{0,20}}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Change:
    """'from A to B', and what the copy says the change was. ``stated`` is None for 'doubled'."""

    first: Figure
    second: Figure
    stated: Figure
    verb: str


def _ends(passage: Passage) -> Iterator[tuple[Figure, Figure]]:
    """The two ends of each 'from A to B' of a sentence."""
    figures = passage.figures
    for k, figure in enumerate(figures):
        if not figure.is_claim and figure.role != "sample-size":
            continue
        if not _FROM.search(passage.text[max(passage.start, figure.lead - 24) : figure.start]):
            continue
        if figure.is_range and not figure.base:
            yield _split(figure)
            continue
        for later in figures[k + 1 : k + 3]:
            if later.role in ("year", "date", "period"):
                continue
            gap = passage.text[figure.end : later.lead]
            if _TO.match(gap) and _alike(figure, later):
                yield figure, later
            break


def _split(figure: Figure) -> tuple[Figure, Figure]:
    """A range read as one figure, as its two ends."""
    from dataclasses import replace

    low = replace(figure, value=figure.low, low=None, high=None)
    return low, replace(figure, value=figure.high, low=None, high=None)


def _alike(first: Figure, second: Figure) -> bool:
    same = first.dimension == second.dimension and first.size == second.size
    return same and first.value is not None and second.value is not None and not second.is_range


def _changes(passage: Passage) -> Iterator[Change]:
    """Each change of a sentence with the size that the copy gives it."""
    for first, second in _ends(passage):
        if not first.value or first.dimension in ("calendar", "none", "temperature", "temperature-f"):
            continue
        if first.dimension == "time" and first.role != "claim":
            continue
        after = [f for f in passage.figures if f.start >= second.end][:1]
        before = [f for f in passage.figures if f.end <= first.start][-1:]
        for figure in (*after, *before):
            if not figure.is_claim or figure.value is None or figure.is_range:
                continue
            if figure.dimension not in ("proportion", "points", "multiple") or figure.kind == "ratio" and figure.unit:
                continue
            verb = _verb(passage, first, second, figure)
            if verb:
                yield Change(first, second, figure, verb)
                break


def _verb(passage: Passage, first: Figure, second: Figure, stated: Figure) -> str:
    """The word that makes ``stated`` the size of this change; empty if it is something else."""
    text = passage.text
    if stated.start >= second.end:
        if _OR_BY.match(text[second.end : stated.lead]):
            led = _LED.search(text[passage.start : first.start])
            return led["verb"].lower() if led else ""
        gap = text[second.end : stated.lead]
        gap = re.split(rf"\b{_ANY}\b", gap, maxsplit=1, flags=re.IGNORECASE)[0] if stated.dimension != "multiple" else gap
        gap = re.sub(rf"\b(?:{_KIND})\b\s*$", "", gap.rstrip(), flags=re.IGNORECASE)
        gap = re.sub(r"\b(?:in|by|over|during|between)\s+(?:the\s+)?[\w ,-]{0,30}$", " ", gap)
        if not _JOINT.match(re.sub(rf"\b{_KIND}\b", "", gap, flags=re.IGNORECASE)):
            return ""
        if not re.search(r"[,;(—–-]|\bor\b|\bwhich\b", text[second.end : stated.start]):
            return ""
    else:
        gap = text[stated.end : first.lead]
        if stated.dimension == "multiple" and re.match(r"^[\s,(]*(?:\w+\s+){0,4}from\s+\D{0,20}$", gap):
            return text[stated.start : stated.end].lower()
        own = _AFTER.match(gap)
        rest = gap[own.end() :] if own else gap
        if not re.match(r"^(?:\s+(?:in|of)\s+[\w' -]{1,50})?[\s,;(—–:]*\bfrom\s+\D{0,20}$", rest, re.IGNORECASE):
            return ""
        if not own:
            match = _BEFORE.search(text[max(passage.start, stated.lead - 40) : stated.lead])
            return (match["verb"] or match["bare"]).lower() if match else ""
    if stated.dimension == "multiple":
        match = _AFTER.match(text[stated.end : stated.end + 30])
        return (match["verb"] if match else text[stated.start : stated.end]).lower()
    match = _AFTER.match(text[stated.end : stated.end + 45]) or _BEFORE.search(text[max(second.end if stated.start >= second.end else passage.start, stated.lead - 45) : stated.lead])
    if match is None:
        return ""
    groups = match.groupdict()
    return str(groups.get("verb") or groups.get("bare") or "").lower()


def _relative(first: Figure, second: Figure) -> tuple[Fraction, Fraction, Fraction]:
    """The relative change from A to B: exact, and its lowest and highest within their rounding."""
    a, b = first.value or Fraction(0), second.value or Fraction(0)
    slack_a, slack_b = grain(first), grain(second)
    exact = abs(b - a) / a
    ends = [
        abs((b + sb) / (a + sa) - 1)
        for sa in (-slack_a, slack_a)
        for sb in (-slack_b, slack_b)
        if a + sa > 0
    ]  # fmt: skip
    return exact, min([*ends, exact]), max([*ends, exact])


def _slack(stated: Figure) -> Fraction:
    """How far the truth may be from a stated share of change, as a share."""
    assert stated.value is not None
    own = stated.value * stated.size
    hedged = stated.hedged or stated.qualifier != "exact"
    if not stated.unit:  # in words: by a third
        return Fraction(6 if hedged else 4, 100)
    slack = Fraction(6, 10) / 10**stated.decimals / 100
    return max(slack, own * Fraction(12, 100), Fraction(2, 100)) if hedged else slack


def _points(change: Change) -> Fraction | None:
    """The difference in percentage points, as a share, or None where A and B are no shares."""
    if change.first.dimension != "proportion" or change.first.value is None or change.second.value is None:
        return None
    return abs(change.second.value * change.second.size - change.first.value * change.first.size)


def _bound_holds(stated: Figure, low: Fraction, high: Fraction) -> bool:
    value = (stated.value or Fraction(0)) * stated.size
    if stated.qualifier in ("over", "at-least"):
        return value <= high <= value + Fraction(1, 4)
    if stated.qualifier in ("under", "at-most"):
        return low <= value <= low + Fraction(1, 4)
    return False


def _holds(change: Change) -> bool:
    """True where the stated relative change is what A and B give."""
    stated = change.stated
    _, low, high = _relative(change.first, change.second)
    if _bound_holds(stated, low, high):
        return True
    value, slack = (stated.value or Fraction(0)) * stated.size, _slack(stated)
    return low - slack <= value <= high + slack


def _is_difference(change: Change) -> bool:
    points = _points(change)
    if points is None:
        return False
    slack = grain(change.first) * change.first.size + grain(change.second) * change.second.size
    value = (change.stated.value or Fraction(0)) * change.stated.size
    return abs(points - value) <= min(slack, Fraction(1, 100))


def _percent_changes(view: View) -> Iterator[tuple[Passage, Change]]:
    for passage in passages(view, least=2):
        if not _OTHERWISE.search(passage.sentence):
            for change in _changes(passage):
                yield passage, change


def percentage_points(view: View, rule: Rule) -> Iterator[Finding]:
    """'rose from 14% to 21%, a 7% increase': that is 7 percentage points."""
    for passage, change in _percent_changes(view):
        stated = change.stated
        if stated.dimension != "proportion" or stated.kind != "percent" or not _is_difference(change):
            continue
        exact, _, _ = _relative(change.first, change.second)
        # Rounding could let 10% stand for from 90% to 80% (11%); who writes so means the points.
        if abs((stated.value or Fraction(0)) * stated.size - exact) <= _slack(stated):
            continue
        yield _report(view, rule, passage, change, expected=f"{number_text(stated.value or Fraction(0))} percentage points", other=_share(exact))


def change_arithmetic(view: View, rule: Rule) -> Iterator[Finding]:
    """'from 30% to 24%, a relative drop of 35%', 'doubled from 10 to 30', 'rose from 30% to 24%'."""
    for passage, change in _percent_changes(view):
        stated = change.stated
        if stated.dimension == "multiple":
            continue
        exact, _, _ = _relative(change.first, change.second)
        if stated.dimension == "points":
            points = _points(change)
            if points is not None and not _is_difference(change) and not _is_loose(change, points):
                yield _report(view, rule, passage, change, expected=f"{number_text(points * 100)} percentage points")
        elif not _holds(change) and not _is_difference(change):
            yield _report(view, rule, passage, change, expected=_share(exact))
    yield from _multiples(view, rule)
    yield from _directions(view, rule)


def _is_loose(change: Change, points: Fraction) -> bool:
    """True where a hedge or a bound makes the stated difference right enough."""
    value = (change.stated.value or Fraction(0)) * change.stated.size
    if change.stated.qualifier == "exact" and not change.stated.hedged:
        return False
    return _bound_holds(change.stated, points, points) or abs(value - points) <= points * Fraction(15, 100)


_TIMES = {"half": Fraction(1, 2), "doubl": Fraction(2), "tripl": Fraction(3), "quadrupl": Fraction(4), "halv": Fraction(1, 2)}


def _multiples(view: View, rule: Rule) -> Iterator[Finding]:
    """'doubled from 10 to 30', 'a threefold rise, from 5 to 10'."""
    for passage in passages(view, least=2):
        if _OTHERWISE.search(passage.sentence):
            continue
        for change in _changes(passage):
            stated = change.stated
            if stated.dimension != "multiple" or stated.value is None or not change.first.value or change.second.value is None:
                continue
            factor = change.second.value / change.first.value
            wanted = stated.value
            if re.match(_FALL, change.verb, re.IGNORECASE) and wanted > 1:
                wanted = 1 / wanted
            if not _about(factor, wanted, stated) and not (wanted > 1 and "fold" in passage.words(stated) and _about(factor, wanted + 1, stated)):
                yield _report(view, rule, passage, change, variant="times", expected=f"{number_text(Fraction(round(float(factor), 1)).limit_denominator(100))} times")


def _about(factor: Fraction, wanted: Fraction, stated: Figure) -> bool:
    if stated.qualifier in ("over", "at-least"):
        return wanted * Fraction(97, 100) <= factor <= wanted * Fraction(3, 2) or wanted < 1 and factor <= wanted
    if stated.qualifier in ("under", "at-most"):
        return factor <= wanted * Fraction(103, 100)
    slack = Fraction(22, 100) if stated.hedged else Fraction(17, 100)
    return wanted * (1 - slack) <= factor <= wanted * (1 + slack)


_UP = re.compile(r"\b(?:rose|increased|climbed|grew|jumped|went up|an? (?:increase|rise|jump))\s+(?:\w+ly\s+)?from\s+(?:about\s+|around\s+)?$", re.IGNORECASE)
_DOWN = re.compile(r"\b(?:fell|decreased|dropped|declined|went down|an? (?:decrease|drop|fall|decline|reduction))\s+(?:\w+ly\s+)?from\s+(?:about\s+|around\s+)?$", re.IGNORECASE)


def _directions(view: View, rule: Rule) -> Iterator[Finding]:
    """'rose from 30% to 24%'."""
    for passage in passages(view):
        for first, second in _ends(passage):
            if first.base or second.base or first.unit != second.unit or first.dimension in ("calendar", "time", "none") or not first.is_claim:
                continue
            before = passage.text[max(passage.start, first.start - 40) : first.start]
            a, b = first.value or Fraction(0), second.value or Fraction(0)
            if "-" in before[-2:] or "−" in passage.text[first.start - 2 : second.end]:
                continue
            up, down = _UP.search(before), _DOWN.search(before)
            if (up and b < a) or (down and b > a):
                match = up or down
                assert match is not None
                start = max(passage.start, first.start - 40) + match.start()
                end = second.end
                yield report(view, rule, passage.index, start, end, variant="direction", other="fall" if up else "rise")


def _share(share: Fraction) -> str:
    value = float(share * 100)
    return f"{value:.0f}%" if value >= 9.5 or abs(value - round(value)) < 0.05 else f"{value:.1f}%"


def _report(view: View, rule: Rule, passage: Passage, change: Change, variant: str = "", **more: str) -> Finding:
    first, second, stated = change.first, change.second, change.stated
    start, end = min(first.start, stated.start), max(second.end, stated.end)
    found = passage.words(stated)
    if first.start == second.start:  # one range figure
        ends = " ".join(passage.text[first.start : first.end].split())
    else:
        ends = f"{passage.words(first)} to {passage.words(second)}"
    return report(view, rule, passage.index, start, end, variant=variant, found=found, year=ends, **more)
