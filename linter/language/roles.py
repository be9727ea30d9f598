"""What part a number plays: the figure of a claim, or a label, a horizon, a sample size, …"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from linter.language.figure import CLAIM, Figure
from linter.language.lex import Lex

_LABELS = frozenset(
    "stage stages grade grades phase phases type types class classes category level figure table fig box chapter section part page pages step "
    "appendix group cohort arm day tier item question option extension ext number no. no version issue volume vol unit suite room "
    "floor route road highway building line track clinic bay gate platform bus sheet leaflet form trial study protocol chromosome "
    "exon band subtype serotype genotype dose cycle reference ref code id hpv covid sars hiv il cd c t n m q p "
    "omega interleukin vitamin b d factor tip myth fact rule reason nyha asa ecog who gleason category birads bi-rads "
    "g1 week month year visit round wave score quarter trimester lesson module unit slide exhibit note footnote point".split()
)
# These name something by its number only when nothing is counted behind it.
_WEAK_LABELS = frozenset(
    "day week month year dose score number no point unit part step line group level quarter visit c t n m q p b d factor study trial fact "
    "reason category form issue volume question option who id round month page".split()
)
_PEOPLE = frozenset(
    "people persons individuals adults patients participants women men children volunteers subjects students nurses doctors "
    "respondents readers cases adolescents teenagers babies infants mothers girls boys families hospitals practices couples survivors residents".split()
)
_SAMPLE_WORDS = frozenset(
    "study trial survey poll analysis cohort review group sample series enrolled enrolling recruited randomized randomised assigned interviewed surveyed "
    "involving involved tested followed included including registry participants replied".split()
)
_INTERVAL = re.compile(r"(?:\bCI\b|confidence interval|credible interval|\bCrI\b|interquartile range|\bIQR\b)", re.IGNORECASE)
_ORDINAL = frozenset({"st", "nd", "rd", "th"})
_CLAUSE_END = re.compile(r"[.;:!?]")


def give_roles(figures: list[Figure], tokens: Sequence[Lex], text: str) -> list[Figure]:
    """``figures`` with the role of each; those that are no numbers at all (ordinals) are dropped."""
    starts = [t.start for t in tokens]
    result = []
    for k, figure in enumerate(figures):
        if figure.role == CLAIM:
            at = bisect_left(starts, figure.start)
            end = bisect_left(starts, figure.end)
            role = _role(figure, tokens, at, end, text, figures, k)
            if role == "ordinal":
                continue
            if role != CLAIM:
                figure = replace(figure, role=role)
        result.append(figure)
    return result


def _role(
    figure: Figure, tokens: Sequence[Lex], at: int, end: int, text: str, figures: Sequence[Figure], k: int
) -> str:
    before = tokens[at - 1].text if at else ""
    following = tokens[end].text if end < len(tokens) else ""
    if following in _ORDINAL and end < len(tokens) and tokens[end].glued:
        return "ordinal"
    if figure.dimension in ("count", "number"):
        role = _bare_role(figure, tokens, at, end, before, following, text)
        if role != CLAIM:
            return role
    around = text[max(0, figure.start - 40) : figure.start]
    if figure.dimension == "proportion" and re.match(r"\s*(?:CI|CrI|confidence|credible|PI)\b", text[figure.end : figure.end + 14]):
        return "confidence-level"
    if _INTERVAL.search(_same_clause(around)) and (figure.is_range or figure.role == CLAIM and "(" in around[-25:]):
        return "interval"
    if figure.dimension == "time":
        return _time_role(figure, tokens, at, end, before, following)
    return CLAIM


def _same_clause(text: str) -> str:
    return re.split(r"[.;!?](?=\s)", text)[-1]


def _bare_role(
    figure: Figure, tokens: Sequence[Lex], at: int, end: int, before: str, following: str, text: str
) -> str:
    if at and tokens[at].glued and tokens[at - 1].kind == "word" and tokens[at].kind == "num":
        return "identifier"
    if at > 1 and before in ("-", "/") and tokens[at].glued and tokens[at - 1].glued and tokens[at - 2].kind == "word":
        return "identifier"
    if end < len(tokens) and tokens[end].glued and tokens[end].kind == "word" and tokens[end - 1].kind == "num":
        return "identifier"
    if before in _LABELS and figure.qualifier == "exact":
        counted = end < len(tokens) and tokens[end].kind == "word" and following in _PEOPLE
        if before not in _WEAK_LABELS or not counted:
            return "label"
    if before == "=" and at > 1 and tokens[at - 2].text == "n":
        return "sample-size"
    if before in ("=", "<", ">", "≤") and at > 1 and tokens[at - 2].text == "p":
        return "p-value"
    if before in ("(", "#") and following in (")",) and figure.value is not None and figure.value < 100 and before == "#":
        return "label"
    if at == 0 and following in (")",):
        return "list-number"
    if tokens[at].kind == "word" and tokens[at].text == "one" and figure.value == 1 and end == at + 1:
        return "pronoun" if following not in ("in", "out") else CLAIM
    if following in _PEOPLE or (end + 1 < len(tokens) and tokens[end + 1].text in _PEOPLE):
        window = tokens[max(0, at - 6) : at]
        near = {t.text for t in window if t.kind == "word"}
        if near & _SAMPLE_WORDS and figure.qualifier in ("exact", "about", "over"):
            return "sample-size"
        if figure.qualifier == "exact" and {t.text for t in tokens[end + 1 : end + 6]} & {"enrolled", "randomized", "randomised", "recruited", "took", "replied", "participated"}:
            return "sample-size"
    if at >= 2 and before in ("aged", "age", "ages"):
        return "age"
    if figure.qualifier != "exact":
        lead = text[figure.lead : figure.start].lower()
        if "age" in lead or "old" in lead or "younger" in lead:
            return "age"
    return CLAIM


_AFTER_AGE = frozenset({"old", "-", "of", "and"})


def _time_role(figure: Figure, tokens: Sequence[Lex], at: int, end: int, before: str, following: str) -> str:
    if following == "old" or (following == "-" and end + 1 < len(tokens) and tokens[end + 1].text == "old"):
        return "age"
    if following == "of" and end + 1 < len(tokens) and tokens[end + 1].text == "age":
        return "age"
    if before in ("aged", "ages", "age"):
        return "age"
    return CLAIM
