"""What part a number plays: the figure of a claim, or a label, a horizon, a sample size, …

A role other than ``CLAIM`` says why the figure states nothing of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from linter.language.figure import CLAIM, Figure
from linter.language.labels import PEOPLE, Place, continues, names_something
from linter.language.lex import Lex, wordset
from linter.patterns import AnyCase, Pattern

_SAMPLE_WORDS = wordset(
    "study trial survey poll analysis cohort review group sample series enrolled enrolling recruited randomized randomised assigned interviewed surveyed ",
    "involving involved tested followed included including participants replied",
)
_SAMPLED = frozenset({"enrolled", "randomized", "randomised", "recruited", "took", "replied", "participated"})
_INTERVAL = AnyCase(r"(?:\bCI\b|confidence interval|credible interval|\bCrI\b|interquartile range|\bIQR\b)")
_CONFIDENCE = Pattern(r"\s*(?:CI|CrI|confidence|credible|PI)\b")
_ORDINAL = frozenset({"st", "nd", "rd", "th"})
# 'Which one', 'one of them', 'one another': 'one' stands for a thing and counts nothing.
_PRONOUN_BEFORE = wordset(
    "which this that the each every any another other new other's older younger same right"
)
_PRONOUN_AFTER = wordset(
    "of another can may must should could would might has is was who that such or and with from in s day way thing where when needs cannot"
)
_SCALES = wordset("dozen hundred thousand million billion trillion")
_SOME = wordset("several few many some couple of")
"""'Several hundred', 'a couple of dozen': nobody counted."""
_YOUNG = wordset("baby babies infant infants newborn newborns toddler toddlers child children")
_MEASURED_OVER = wordset(
    "survival relative overall disease progression event risk rate rates mortality incidence recurrence follow prevalence outcome outcomes ",
    "probability cumulative death absolute metastasis local biochemical cancer failure fracture free cardiovascular bleeding stroke",
)


def give_roles(figures: list[Figure], tokens: Sequence[Lex], text: str) -> list[Figure]:
    """``figures`` with the role of each; those that are no numbers at all (ordinals) are dropped."""
    starts = [t.start for t in tokens]
    result: list[Figure] = []
    for figure in figures:
        if figure.role == CLAIM:
            place = Place(
                figure, tokens, bisect_left(starts, figure.start), bisect_left(starts, figure.end), text
            )
            role = _role(place)
            if role == CLAIM and result:
                role = (
                    "label"
                    if continues(result[-1], place)
                    else "interval"
                    if _encloses(place, result[-1])
                    else role
                )
            if role == "ordinal":
                continue
            if role != CLAIM:
                figure = replace(figure, role=role)
                if role == "horizon" and result and _shares_horizon(result[-1], figure, text):
                    result[-1] = replace(result[-1], role=role)
        result.append(figure)
    return result


def _encloses(p: Place, last: Figure) -> bool:
    """'0.83 (0.61–0.94)', '15% [12–18%]': a range in brackets around the figure before it."""
    figure = p.figure
    if not figure.is_range or last.value is None or last.dimension != figure.dimension or last.role != CLAIM:
        return False
    low, high = figure.bounds
    return p.text[last.end : figure.lead].strip() in ("(", "[") and low <= last.value * last.size <= high


def _shares_horizon(last: Figure, figure: Figure, text: str) -> bool:
    """'5- or 10-year survival'."""
    return (
        last.dimension == "time"
        and last.role == CLAIM
        and bool(re.fullmatch(r"-\s*(?:or|and|,)\s*", text[last.end : figure.start]))
    )


def _role(p: Place) -> str:
    figure = p.figure
    if p.after() in _ORDINAL and p.tokens[p.end - 1].kind == "num":
        return "ordinal"
    if p.tokens[p.at].text in _SCALES and p.before() in _SOME:
        return "vague"
    in_plural = (
        p.after() == "s"
        and p.tokens[p.end].glued
        and figure.dimension == "count"
        and not p.tokens[p.end].capital
    )
    if in_plural and figure.value is not None and figure.value <= 120:
        return "age"  # 'the under 5s', 'in their 40s'
    if figure.dimension in ("count", "number"):
        role = names_something(p) or _statistic(p) or _stand_in(p) or _sample(p) or _age_bound(p)
        if role:
            return role
    if figure.second is not None and _RANGED.search(p.text, max(0, figure.start - 3), figure.start):
        return "vague"  # '120-129/80 mm Hg' is a range of pairs
    around = p.text[max(0, figure.start - 40) : figure.start]
    if figure.dimension == "proportion" and _CONFIDENCE.match(p.text[figure.end : figure.end + 14]):
        return "confidence-level"
    if _INTERVAL.search(_same_clause(around)) and (figure.is_range or "(" in around[-25:]):
        return "interval"
    if figure.dimension == "time":
        return _time_role(p)
    return CLAIM


def _same_clause(text: str) -> str:
    return re.split(r"[.;!?](?=\s)", text)[-1]


def _statistic(p: Place) -> str:
    """'n = 120', 'P < .001', 'p-value of 0.03', 'SD 1.1'."""
    if p.before() in ("sd", "sem", "se") and p.tokens[p.at - 1].capital:
        return "interval"
    if p.before() in ("=", "<", ">", "≤", "≥"):
        name = p.before(2)
        if name == "n":
            return "sample-size"
        if name in ("p", "value", "pvalue", "ptrend") and (name != "value" or p.before(4) == "p"):
            return "p-value"
    if p.before() == "of" and p.before(2) == "value" and p.before(4) == "p":
        return "p-value"
    return ""


_RANGED = Pattern(r"\d\s?[-–]\s?$")
_RATE = AnyCase(
    r"\s+(?:[\w-]+\s+){1,3}(?:(?:an?|per|each|every)\s+(?:day|night|week|month|year)|daily|weekly|nightly)\b"
)


def _stand_in(p: Place) -> str:
    """'One' where it is a pronoun or as good as 'a'."""
    first = p.tokens[p.at]
    if first.text == "one" and p.figure.qualifier == "at-least" and p.after() == "of":
        return "vague"  # 'one or more of these'
    if first.text != "one" or p.figure.value != 1 or p.end != p.at + 1 or p.after() in ("in", "out"):
        return ""
    if p.figure.side and _RATE.match(p.text[p.figure.end : p.figure.end + 40]):
        return ""  # 'no more than one drink a day' counts
    alone = p.tokens[p.end].kind != "word" or p.after() in _PRONOUN_AFTER
    return "pronoun" if alone or p.before() in _PRONOUN_BEFORE else "article"


def _sample(p: Place) -> str:
    if p.after() not in PEOPLE and p.after(1) not in PEOPLE:
        return ""
    near = {t.text for t in p.tokens[max(0, p.at - 6) : p.at] if t.kind == "word"}
    if near & _SAMPLE_WORDS and p.figure.qualifier in ("exact", "about", "over"):
        return "sample-size"
    if p.figure.qualifier == "exact" and {t.text for t in p.tokens[p.end + 1 : p.end + 6]} & _SAMPLED:
        return "sample-size"
    return ""


_OF_AGES = wordset("age aged ages old older younger")


def _age_bound(p: Place) -> str:
    lead = p.at - (p.before() in ("≥", "≤", ">", "<"))
    if lead >= 1 and p.tokens[lead - 1].text in ("aged", "age", "ages"):
        return "age"
    if lead >= 3 and [t.text for t in p.tokens[lead - 3 : lead]] == ["the", "age", "of"]:
        return "age"
    if p.figure.qualifier != "exact":
        said = p.text[p.figure.lead : p.figure.start].lower().split()
        if not _OF_AGES.isdisjoint(said):
            return "age"
    return ""


def _time_role(p: Place) -> str:
    """'40 years old' is an age; '5-year' before a rate is what the rate is measured over."""
    if p.after() == "old" or (p.after() == "-" and p.after(1) in ("old", "olds")):
        return "age"
    if p.after() == "of" and p.after(1) == "age":
        return "age"
    if {"old", "age"} & set(p.text[p.figure.start : p.figure.end].lower().split()):
        return "age"  # 10 years old or younger
    lead = p.at - (p.before() in ("≥", "≤", ">", "<"))
    if lead >= 1 and p.tokens[lead - 1].text in ("aged", "ages", "age"):
        return "age"
    if lead >= 2 and p.tokens[lead - 1].text == "of" and p.tokens[lead - 2].text == "age":
        return "age"
    young = p.text[: p.figure.lead].rsplit(None, 1)[-1:]
    if p.figure.qualifier in ("over", "under", "at-least") and young and young[0].lower() in _YOUNG:
        return "age"  # infants under 3 months
    adjective = any(t.text == "-" for t in p.tokens[p.at : p.end]) and p.tokens[p.end - 1].text in (
        "year",
        "month",
        "week",
        "day",
    )
    if adjective and p.figure.qualifier == "exact" and p.after() in _MEASURED_OVER:
        return "horizon"
    return CLAIM
