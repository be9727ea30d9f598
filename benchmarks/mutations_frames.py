"""Facts with a scope or data years added, as few real sentences have one, and drafts that contradict them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mutations_facts import Case
from mutations_right import lowered

_PEOPLE = re.compile(
    r"\b(?:women|men|males?|females?|boys|girls|adults?|adolescents|child\w*|newborns?|infants?|bab(?:y|ies)|births?|famil(?:y|ies)|pregnan\w*|mothers?|fathers?|parents?|sisters?|brothers?|elderly|older|young\w*|age[ds]?)\b",
    re.I,
)
_PLACES = re.compile(
    r"\b(?:worldwide|world|United States|U\.?S\.?|Americans?|Japan\w*|Europe\w*|African|Asian?|countr\w+|population\w*|global\w*|Canad\w*|Finland|Quebec|ancestry|descent|Caucasian\w*|white|black|Jew\w+|Israel\w*|North|South|tropic\w*|literature)\b"
)
_PAIRS = (
    (_PEOPLE, "Among women", "Among men", "In female patients"),
    (_PLACES, "In the United States", "Worldwide", "In the US"),
    (_PEOPLE, "Among adults", "Among children", "In grown-ups"),
    (_PLACES, "In France", "In Germany", "Across France"),
    (_PEOPLE, "Among people over 65", "Among people under 40", "In those older than 65"),
)


@dataclass(frozen=True)
class Framed:
    """A fact with something added, and the drafts: demand, kind, marked sentence."""

    case: Case
    drafts: tuple[tuple[str, str, str], ...]


def _with(frame: str, text: str) -> str:
    return f"{frame}, {lowered(text)}"


def scoped(case: Case, number: int, changed: str | None) -> Framed | None:
    """The fact told of a population or a place; the drafts tell it of another."""
    if case.kind not in ("percent", "ratio", "count") or re.match(
        r"(?:In|Among|For|Of|At|Within|After|Since)\b", case.sentence
    ):
        return None
    busy, here, there, again = _PAIRS[number % len(_PAIRS)]
    if busy.search(case.sentence) or busy.search(case.title):
        return None
    drafts = [("silence", "added scope, kept", _with(here, case.sentence)), ("silence", "added scope, in other words", _with(again, case.sentence)), ("finding", "added scope", _with(there, case.sentence))]  # fmt: skip
    if changed is not None:
        drafts.append(("silence", "other added scope with its own figure", _with(there, changed)))
        drafts.append(("finding", "figure", _with(here, changed)))
    return Framed(replace(case, claim=_with(here, case.claim)), tuple(drafts))


def dated(case: Case, number: int) -> Framed | None:
    """The fact given the years of its data, and drafts that date it, rightly or earlier."""
    if (
        case.kind not in ("percent", "ratio", "count")
        or re.search(r"\b(?:19|20)\d\d\b", case.sentence)
        or re.match(r"(?:In|As|Since)\b", case.sentence)
    ):
        return None
    if number % 2:
        frames = (("silence", "dated rightly", "In 2019"), ("silence", "dated rightly", "According to 2019 data"), ("finding", "year", "In 2012"), ("finding", "year", "As of 2009"))  # fmt: skip
        changed = replace(case, as_of="2019")
    else:
        frames = (("silence", "dated rightly", "From 2010 to 2016"), ("silence", "dated rightly", "Between 2010 and 2016"), ("finding", "year", "Between 2001 and 2007"), ("finding", "year", "From 2003 to 2009"))  # fmt: skip
        changed = replace(case, period="2010–2016")
    return Framed(changed, tuple((d, k, _with(f, case.sentence)) for d, k, f in frames))


def framed(cases: list[Case], changed: list[str | None]) -> Iterator[tuple[int, Framed]]:
    """Each case with a scope or with years, in turn."""
    for k, case in enumerate(cases):
        made = scoped(case, k // 2, changed[k]) if k % 2 else None
        made = made or dated(case, k // 2)
        if made is not None:
            yield k, made
