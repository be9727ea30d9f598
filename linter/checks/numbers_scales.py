"""Scores that their scale does not have: a Glasgow coma score of 17, 33 out of 30."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from linter.patterns import AnyCase

_SCALES: tuple[tuple[str, int, int], ...] = (
    (r"Glasgow [Cc]oma (?:[Ss]cale|[Ss]core)|GCS", 3, 15),
    (r"Apgar", 0, 10),
    (r"PHQ-?9", 0, 27),
    (r"PHQ-?2", 0, 6),
    (r"GAD-?7", 0, 21),
    (r"MMSE|Mini-?Mental(?: State)?(?: Exam\w*)?", 0, 30),
    (r"MoCA|Montreal Cognitive Assessment", 0, 30),
    (r"NEWS-?2?|National Early Warning", 0, 20),
    (r"CHA2DS2-?VASc|CHA₂DS₂-?VASc", 0, 9),
    (r"HAS-?BLED", 0, 9),
    (r"CURB-?65", 0, 5),
    (r"Barthel(?: index)?", 0, 100),
    (r"NIHSS|NIH stroke scale", 0, 42),
    (r"modified Rankin(?: scale)?|mRS", 0, 6),
    (r"ECOG(?: performance status)?", 0, 5),
    (r"Karnofsky(?: performance status)?", 0, 100),
    (r"qSOFA", 0, 3),
    (r"SOFA", 0, 24),
    (r"AUDIT-?C", 0, 12),
    (r"AUDIT", 0, 40),
    (r"EPDS|Edinburgh Postnatal Depression", 0, 30),
    (r"Braden", 6, 23),
    (r"Child-Pugh", 5, 15),
    (r"HADS", 0, 42),
    (r"Epworth", 0, 24),
    (r"Bishop", 0, 13),
)
"""A score, its least and its most."""
_SAID = (
    r"(?:\s+(?:scale|total|index))*(?:\s+(?:scores?|ratings?))?"
    r"(?:(?:\s+(?:of|was|is|were|at|to|fell|rose|dropped|reached|about|only))+\s+|\s*[=:]\s*|(?<=score)\s+|(?<=GCS)\s+|(?<=Apgar)\s+|(?<=NEWS)\s+|(?<=NEWS2)\s+|(?<=MMSE)\s+|(?<=MoCA)\s+|(?<=PHQ-9)\s+|(?<=GAD-7)\s+|(?<=NIHSS)\s+|(?<=AUDIT)\s+|(?<=ECOG)\s+)"
)


@cache
def _named() -> tuple[tuple[re.Pattern[str], int, int], ...]:
    ends = r"(?P<n>\d{1,3})\b(?!\s*(?:%|to\b|and\b|[-–]\s*\d|/|out of|points?\s+(?:or|higher|lower)|th\b|days?|weeks?|months?|years?|[a-z]+s\b)|\.\d)"
    return tuple(
        (re.compile(rf"\b(?:{name}){_SAID}(?<![\d-]){ends}"), low, high) for name, low, high in _SCALES
    )


_OUT_OF = AnyCase(
    r"(?<![\d.,/])(?P<n>\d{1,3})\s*(?:out\s+of|/)\s*(?P<base>10|12|15|20|21|27|30|40|42|50|60|63|100)(?![\d/]|[.,]\d|\s*(?:%|mm\s?Hg|vision\b|hundred|thousand))"
)
_SCORED = AnyCase(
    r"\b(?:scor(?:e[ds]?|ing)|rat(?:e[ds]?|ing)|marks?|marked|MMSE|MoCA|points?|graded|quiz|result)\b[^.;]{0,30}$"
)
_SCORED_AFTER = AnyCase(
    r"^\s*(?:points?\b|(?:on|in)\s+(?:the|an?|his|her|this)\s+(?:[\w-]+\s+){0,3}(?:test|scale|score|exam\w*|MMSE|MoCA|quiz|questionnaire|checklist)\b)"
)
_SPLIT = 100
_IDIOM = AnyCase(
    r"\b(?:gives?|gave|giving|would|I'd|rose|fell|went|from|ratio|pressure|BP|vision|acuity|odds)\b"
)


@cache
def _turned() -> tuple[tuple[re.Pattern[str], int, int], ...]:
    """'16 on the Glasgow Coma Scale'."""
    lead = r"(?<![\d.,/-])(?P<n>\d{1,3})\s+(?:points\s+)?on\s+(?:the|his|her|their|an?)\s+"
    return tuple((re.compile(rf"{lead}(?:{name})\b"), low, high) for name, low, high in _SCALES)


_WITHIN = AnyCase(
    r"\b(?P<n>\d{1,3})\s+on\s+(?:the|a|an|our|this)\s+(?P<low>\d{1,2})\s?(?:-|–|to)\s?(?P<high>\d{1,3})\s+(?:[a-z-]+\s+){0,2}(?:scale|score)\b"
)
"""'A score of 5 on the 0–3 scale'."""


@cache
def _over() -> tuple[tuple[re.Pattern[str], int, int], ...]:
    """'Glasgow Coma Scale 16/15'."""
    ends = r"\s*(?:score\s*)?(?:of\s+|was\s+|is\s+|[:=]\s*)?(?P<n>\d{1,3})\s?(?:/|out\s+of)\s?(?P<base>\d{1,3})\b"
    return tuple((re.compile(rf"\b(?:{name}){ends}"), low, high) for name, low, high in _SCALES)


def odd_scores(text: str) -> Iterator[tuple[int, int]]:
    """Where ``text`` gives a score that its scale does not have."""
    for pattern, low, high in _turned():
        for match in pattern.finditer(text):
            if not low <= int(match["n"]) <= high:
                yield match.span()
    for pattern, low, high in _named():
        for match in pattern.finditer(text):
            if not low <= int(match["n"]) <= high:
                yield match.span()
    for match in _WITHIN.finditer(text):
        if not int(match["low"]) <= int(match["n"]) <= int(match["high"]):
            yield match.span()
    for pattern, _, high in _over():
        for match in pattern.finditer(text):
            if int(match["base"]) == high < int(match["n"]):
                yield match.span()
    for match in _OUT_OF.finditer(text):
        if not 1 < int(match["base"]) < int(match["n"]):
            continue
        if int(match["base"]) + int(match["n"]) == _SPLIT and "/" in match.group():
            continue  # 'a training and test rate of 80/20'
        before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() :]
        if (_SCORED.search(before) or _SCORED_AFTER.match(after)) and not _IDIOM.search(before):
            yield match.span()
