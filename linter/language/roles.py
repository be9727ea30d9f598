"""What part a number plays: the figure of a claim, or a label, a horizon, a sample size, …

A role other than ``CLAIM`` says why the figure states nothing of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from linter.language.figure import CLAIM, Figure
from linter.language.lex import Lex

_LABELS = frozenset(
    "stage stages grade grades phase phases type types class classes category level figure figures table tables fig figs box chapter "
    "section sections sec part parts page pages pp step appendix group cohort arm day tier item question option extension ext number no. "
    "no nr nrs version issue volume vol unit suite room floor route road highway building line track clinic bay gate platform bus sheet "
    "leaflet form trial study protocol chromosome exon intron band subtype serotype genotype dose cycle reference references ref refs code id "
    "hpv covid sars hiv il cd c t n m q p omega interleukin vitamin b d factor tip myth fact rule reason nyha asa ecog who gleason birads "
    "bi-rads g1 week month year visit round wave score quarter trimester lesson module slide exhibit note footnote point "
    "equation equations eq claim claims compound compounds example examples embodiment formula panel zone ward "
    "vo spo sao pao paco co nh so nacl pm ca paragraph schedule annex article act rules lot batch apolipoprotein".split()
)
# These name something by its number only when nothing is counted behind it.
_WEAK_LABELS = frozenset(
    "day week month year dose score number no point unit part step line group level quarter visit c t n m q p b d factor study trial fact "
    "reason category form issue volume question option who id round month page claim example no co so ca act article rules".split()
)
_PEOPLE = frozenset(
    "people persons individuals adults patients participants women men children volunteers subjects students nurses doctors "
    "respondents readers cases adolescents teenagers babies infants mothers girls boys families hospitals practices couples survivors residents".split()
)
_SAMPLE_WORDS = frozenset(
    "study trial survey poll analysis cohort review group sample series enrolled enrolling recruited randomized randomised assigned interviewed surveyed "
    "involving involved tested followed included including registry participants replied".split()
)
_SAMPLED = frozenset({"enrolled", "randomized", "randomised", "recruited", "took", "replied", "participated"})
_INTERVAL = re.compile(
    r"(?:\bCI\b|confidence interval|credible interval|\bCrI\b|interquartile range|\bIQR\b)", re.IGNORECASE
)
_CONFIDENCE = re.compile(r"\s*(?:CI|CrI|confidence|credible|PI)\b")
_ORDINAL = frozenset({"st", "nd", "rd", "th"})
# 'Which one', 'one of them', 'one another': 'one' stands for a thing and counts nothing.
_PRONOUN_BEFORE = frozenset(
    "which this that the each every any another other new other's older younger same right".split()
)
_PRONOUN_AFTER = frozenset(
    "of another can may must should could would might has is was who that such or and with from in s day way thing where when needs cannot".split()
)
_MEASURED_OVER = frozenset(
    "survival relative overall disease progression event risk rate rates mortality incidence recurrence follow prevalence outcome outcomes "
    "probability cumulative death absolute metastasis local biochemical cancer failure fracture free cardiovascular bleeding stroke".split()
)
_JOINED = re.compile(r"\s*(?:,|,?\s*(?:and|or|to|through|&)|[–-])\s*")


@dataclass(slots=True)
class _Place:
    """A figure among the tokens: ``at`` is its first token, ``end`` the one after it."""

    figure: Figure
    tokens: Sequence[Lex]
    at: int
    end: int
    text: str

    def before(self, n: int = 1) -> str:
        return self.tokens[self.at - n].text if self.at >= n else ""

    def after(self, n: int = 0) -> str:
        return self.tokens[min(self.end + n, len(self.tokens) - 1)].text


def give_roles(figures: list[Figure], tokens: Sequence[Lex], text: str) -> list[Figure]:
    """``figures`` with the role of each; those that are no numbers at all (ordinals) are dropped."""
    starts = [t.start for t in tokens]
    result: list[Figure] = []
    for figure in figures:
        if figure.role == CLAIM:
            place = _Place(
                figure, tokens, bisect_left(starts, figure.start), bisect_left(starts, figure.end), text
            )
            role = _role(place)
            if role == CLAIM and result:
                role = (
                    "label"
                    if _continues(result[-1], place)
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


def _encloses(p: _Place, last: Figure) -> bool:
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


def _role(p: _Place) -> str:
    figure = p.figure
    if p.after() in _ORDINAL and p.tokens[p.end - 1].kind == "num":
        return "ordinal"
    if figure.dimension in ("count", "number"):
        role = _reference(p) or _statistic(p) or _stand_in(p) or _sample(p) or _age_bound(p)
        if role:
            return role
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


def _reference(p: _Place) -> str:
    """The role of a number that names something: a part of a name, a label, a place in a list."""
    tokens, at, end = p.tokens, p.at, p.end
    first = tokens[at]
    if at and first.glued and tokens[at - 1].kind == "word" and first.kind == "num":
        return "label" if tokens[at - 1].text.endswith(("table", "figure")) else "identifier"
    if (
        at > 1
        and p.before() in ("-", "/")
        and first.glued
        and tokens[at - 1].glued
        and tokens[at - 2].kind == "word"
    ):
        return "identifier"
    if tokens[end].glued and tokens[end].kind == "word" and tokens[end - 1].kind == "num":
        return "identifier"
    name = p.before()
    if (name in _LABELS or name.endswith(("table", "figure"))) and p.figure.qualifier == "exact":
        counted = tokens[end].kind == "word" and p.after() in _PEOPLE
        if name not in _WEAK_LABELS or not counted:
            return "label"
    if name == "." and p.before(2) in (
        "fig",
        "figs",
        "no",
        "nr",
        "eq",
        "sec",
        "ref",
        "refs",
        "vol",
        "p",
        "pp",
        "ext",
    ):
        return "label"
    if name == "#":
        return "label"
    if _is_named(p):
        return "label"
    if (
        p.after() == "-"
        and tokens[end].glued
        and (p.after(1) in ("dimensional", "d") or (len(p.after(1)) == 1 and tokens[end + 1].capital))
    ):
        return "label"
    value = p.figure.value
    if (
        p.after() == ")"
        and value is not None
        and value < 30
        and value.denominator == 1
        and first.kind == "num"
    ):
        opening = p.before(2) in (
            "",
            ":",
            ";",
            ",",
            ".",
            "and",
            "or",
            "are",
            "is",
            "were",
            "was",
            "include",
            "includes",
        )
        if at == 0 or (name == "(" and opening and tokens[end + 1].kind == "word"):
            return "list-number"
    return ""


_DISEASES = (
    "osis", "itis", "pathy", "trophy", "plasia", "emia", "syndrome", "disease", "disorder", "deficiency", "recessive",
    "dominant", "ataxia", "plegia", "isis", "oma", "omas", "connexin", "pontocerebellar", "linked", "susceptibility", "protein", "receptor", "ase",
)  # fmt: skip


def _is_named(p: _Place) -> bool:
    """'Nephronophthisis 9', 'ataxia, autosomal recessive 3': one of a numbered family of diseases."""
    value = p.figure.value
    if (
        value is None
        or not 0 < value < 100
        or value.denominator != 1
        or p.tokens[p.at].kind != "num"
        or p.figure.qualifier != "exact"
    ):
        return False
    return p.before().endswith(_DISEASES) and not (p.tokens[p.end].kind == "word" and p.after() in _PEOPLE)


def _statistic(p: _Place) -> str:
    """'n = 120', 'P < .001', 'p-value of 0.03'."""
    if p.before() in ("=", "<", ">", "≤", "≥"):
        name = p.before(2)
        if name == "n":
            return "sample-size"
        if name in ("p", "value", "pvalue", "ptrend") and (name != "value" or p.before(4) == "p"):
            return "p-value"
    if p.before() == "of" and p.before(2) == "value" and p.before(4) == "p":
        return "p-value"
    return ""


def _stand_in(p: _Place) -> str:
    """'One' where it is a pronoun or as good as 'a'."""
    first = p.tokens[p.at]
    if first.text != "one" or p.figure.value != 1 or p.end != p.at + 1 or p.after() in ("in", "out"):
        return ""
    alone = p.tokens[p.end].kind != "word" or p.after() in _PRONOUN_AFTER
    return "pronoun" if alone or p.before() in _PRONOUN_BEFORE else "article"


def _sample(p: _Place) -> str:
    if p.after() not in _PEOPLE and p.after(1) not in _PEOPLE:
        return ""
    near = {t.text for t in p.tokens[max(0, p.at - 6) : p.at] if t.kind == "word"}
    if near & _SAMPLE_WORDS and p.figure.qualifier in ("exact", "about", "over"):
        return "sample-size"
    if p.figure.qualifier == "exact" and {t.text for t in p.tokens[p.end + 1 : p.end + 6]} & _SAMPLED:
        return "sample-size"
    return ""


def _age_bound(p: _Place) -> str:
    if p.at >= 2 and p.before() in ("aged", "age", "ages"):
        return "age"
    if p.figure.qualifier != "exact":
        lead = p.text[p.figure.lead : p.figure.start].lower()
        if "age" in lead or "old" in lead or "younger" in lead:
            return "age"
    return ""


def _continues(last: Figure, p: _Place) -> bool:
    """'Tables 12 and 13', 'stages 3 or 4': the second is a label as well."""
    figure = p.figure
    if last.role != "label" or figure.dimension != "count" or figure.unit or figure.qualifier != "exact":
        return False
    if (
        figure.start - last.end > 8
        or p.tokens[p.at].kind != "num"
        or p.tokens[p.end].kind == "word"
        and p.after() in _PEOPLE
    ):
        return False
    return bool(_JOINED.fullmatch(p.text[last.end : figure.start]))


def _time_role(p: _Place) -> str:
    """'40 years old' is an age; '5-year' before a rate is what the rate is measured over."""
    if p.after() == "old" or (p.after() == "-" and p.after(1) in ("old", "olds")):
        return "age"
    if p.after() == "of" and p.after(1) == "age":
        return "age"
    if p.before() in ("aged", "ages", "age"):
        return "age"
    adjective = any(t.text == "-" for t in p.tokens[p.at : p.end]) and p.tokens[p.end - 1].text in (
        "year",
        "month",
        "week",
        "day",
    )
    if adjective and p.figure.qualifier == "exact" and p.after() in _MEASURED_OVER:
        return "horizon"
    return CLAIM
