"""Numbers that name something: stage 4, Table 2, type 2, an item of a list, part of an identifier."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from linter.language.figure import Figure
from linter.language.lex import Lex, wordset
from linter.patterns import Pattern

_LABELS = wordset(
    "stage stages grade grades phase phases type types class classes category level figure figures table tables fig figs box chapter ",
    "section sections sec part parts page pages pp step appendix group cohort arm day tier item question option extension ext number no. ",
    "no nr nrs version issue volume vol unit suite room floor route road highway building line track clinic bay gate platform bus sheet ",
    "leaflet form trial study protocol chromosome exon intron band subtype serotype genotype dose cycle reference references ref refs code id ",
    "hpv covid sars hiv il cd c t n m q p omega interleukin vitamin b d factor tip myth fact rule reason nyha asa ecog who gleason birads ",
    "bi-rads g1 week month year visit round wave score quarter trimester lesson module slide exhibit note footnote point ",
    "equation equations eq claim claims compound compounds example examples embodiment formula panel zone ward ",
    "chromosomes exons introns station stations objective objectives kpi ",
    "spf days weeks vo spo sao pao paco co nh so nacl pm ca paragraph schedule annex article act rules lot batch apolipoprotein",
)
# These name something by its number only when nothing is counted behind it.
_WEAK_LABELS = wordset(
    "days weeks day week month year dose score number no point unit part step line group level quarter visit c t n m q p b d factor study trial fact ",
    "reason category form issue volume question option who id round month page claim example no co so ca act article rules",
)
_EACH = wordset("each every a per this that last")
"""'Each year 476,000 are told': nothing is numbered so."""
_STANDARDS = wordset(
    "wcag iso iec fhir dicom ieee ansi nfpa html css python ios android windows rfc din en bs htm icd dsm medra meddra snomed gdpr ifu"
)
"""What has editions: 'WCAG 2.2', 'ISO 13485'. Written with capitals; 'iso 2%' is an anaesthetic."""
PEOPLE = wordset(
    "people persons individuals adults patients participants women men children volunteers subjects students nurses doctors ",
    "respondents readers cases adolescents teenagers babies infants mothers girls boys families hospitals practices couples survivors residents",
)
_JOINED = Pattern(r"\s*(?:,|,?\s*(?:and|or|to|through|&)|[–-])\s*")


_SHORTENED = wordset("fig figs no nr eq sec ref refs vol p pp ext")
_BEFORE_LIST = wordset(": ; , . and or are is were was include includes") | {""}


@dataclass(slots=True)
class Place:
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


def names_something(p: Place) -> str:
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
        counted = tokens[end].kind == "word" and p.after() in PEOPLE
        counted = counted or p.before(2) in _EACH or "," in p.text[p.figure.start : p.figure.end]
        if name not in _WEAK_LABELS or not counted:
            return "label"
    if name == "." and p.before(2) in _SHORTENED:
        return "label"
    if name == "#" or (name in _STANDARDS and tokens[at - 1].capital):
        return "label"
    if _is_named(p):
        return "label"
    if (
        p.after() == "-"
        and tokens[end].glued
        and (
            p.after(1) in ("dimensional", "d", "point") or (len(p.after(1)) == 1 and tokens[end + 1].capital)
        )
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
        opening = p.before(2) in _BEFORE_LIST
        if at == 0 or (name == "(" and opening and tokens[end + 1].kind == "word"):
            return "list-number"
        if name in (":", ";", ",", ".", "and", "or") and _goes_on_counting(p, int(value)):
            return "list-number"
    return ""


def _goes_on_counting(p: Place, number: int) -> bool:
    """'Three checks: 1) two names, 2) a date, 3) …': a number and a bracket that was never opened, and its neighbour."""
    near = p.text[max(0, p.figure.start - 400) : p.figure.start]
    if near.count("(") > near.count(")"):
        return False
    around = near + p.text[p.figure.start : p.figure.end + 400]
    return any(re.search(rf"(?<![\d.,(]){n}\)\s", around) for n in (number - 1, number + 1) if n)


_DISEASES = (
    "osis", "itis", "pathy", "trophy", "plasia", "emia", "syndrome", "disease", "disorder", "deficiency", "recessive",
    "dominant", "ataxia", "plegia", "isis", "oma", "omas", "connexin", "pontocerebellar", "linked", "susceptibility", "protein", "receptor", "ase",
)  # fmt: skip


def _is_named(p: Place) -> bool:
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
    return p.before().endswith(_DISEASES) and not (p.tokens[p.end].kind == "word" and p.after() in PEOPLE)


def continues(last: Figure, p: Place) -> bool:
    """'Tables 12 and 13', 'stages 3 or 4': the second is a label as well."""
    figure = p.figure
    if last.role != "label" or figure.dimension != "count" or figure.unit or figure.qualifier != "exact":
        return False
    if (
        figure.start - last.end > 8
        or p.tokens[p.at].kind != "num"
        or (p.tokens[p.end].kind == "word" and p.after() in PEOPLE)
    ):
        return False
    return bool(_JOINED.fullmatch(p.text[last.end : figure.start]))
