"""Changes: 'by 20%', 'a fifth lower', 'adds 11 months', and which way they go."""

from __future__ import annotations

from linter.language.figure import Figure
from linter.language.text import Mention
from linter.patterns import AnyCase

_CHANGE_AFTER = AnyCase(
    r"^\s*(?:-|relative |absolute |overall |average |further |a |the )*\s*(?:lower|less|more|higher|greater|fewer|smaller|reduction|increase|decrease|drop|rise|fall|decline|cut|jump|longer|shorter|likelier|rarer|commoner|improvement|gain|growth|better|worse|faster|slower)\b"
    r"|^\s*(?:earlier|later|sooner|younger|older)\s+than\b"
    r"|^\s*(?:below|above|under|over)\s+(?:that|those|the\s+(?:rate|level|figure|number|average|incidence))\b"
)
_FALLS = AnyCase(
    r"^\s+(?:fall|drop|rise|gain|cut|jump|increase|decrease|decline)\s+(?:in|into|within|under|among|outside|between|on)\s+"
    r"(?!(?:the\s+|their\s+|its\s+|new\s+|overall\s+|annual\s+)*(?:number|rate|risk|death|case|incidence|mortality|prevalence|odds|chance|use|cost|new|admission|hospital|diagnos|event|attack|score|level|relapse|symptom|survival)\w*)"
)
_ARTICLE = AnyCase(r"\b(?:an?|the|this|that|its|their|another|with|saw|of|by)\s+(?:\w+\s+)?$")
_CHANGE_BEFORE = AnyCase(
    r"(?:\bby|\b(?:dropped|fell|fallen|rose|risen|climbed|jumped|grew|shrank|slipped|declined)|\b(?:reduction|increase|decrease|drop|rise|fall|decline|cut|jump|improvement|gain|loss)(?: in (?:[\w-]+ ){1,5}?)? ?(?:of|is|was)|\b(?:adds?|adding|added|lengthens?|lengthened|gained|gains?))\s*(?:a |an |about |around |some |nearly |up to |more than |at least |almost |roughly |over )*$"
)


def is_change(text: str, figure: Figure) -> bool:
    """True where a figure says how much something changes, not how much there is."""
    after = text[figure.end : figure.end + 40]
    if _FALLS.match(text[figure.end : figure.end + 60]) and not _ARTICLE.search(
        text[max(0, figure.lead - 20) : figure.lead]
    ):
        return False  # 'of the deaths, 94% fall in poorer countries'
    if _CHANGE_AFTER.match(after):
        return True
    if _OF_SOME.match(after):
        return False  # 'found by 20% of them'
    return any(_CHANGE_BEFORE.search(text[max(0, at - 40) : at]) for at in (figure.lead, figure.start))


_SPAN = AnyCase(r"\b(?:over|in|during|for|within)\s+the\s+(?:past|last|previous)\s+$")


def is_trend(text: str, figure: Figure) -> bool:
    """True for the years over which something has risen or fallen: 'over the past 30 years'."""
    return figure.dimension == "time" and bool(_SPAN.search(text[max(0, figure.lead - 28) : figure.lead]))


_OF_SOME = AnyCase(
    r"\s+of\s+(?:all\s+|the\s+|these\s+)?(?:[\w-]+\s+){0,2}(?:them|those|people|patients|women|men|adults|children|cases|students|teens|mothers|girls|boys|infants|babies|respondents|participants|americans)\b"
)
_UP = AnyCase(
    r"^[^\w.;!?]*(?:\w+\s+){0,2}?(?:more|higher|greater|increase|rise|jump|longer|likelier|gain|growth|improvement|better|faster|commoner)\b|^\s*above\s+th"
)
_DOWN = AnyCase(
    r"^[^\w.;!?]*(?:\w+\s+){0,2}?(?:less|lower|fewer|smaller|reduction|decrease|drop|fall|decline|cut|shorter|slower|rarer)\b|^\s*(?:below|under)\s+th"
)


_BOUND = AnyCase(r"(?:up|down) to\b|\w+ risk\b(?! (?:of|by|for)\b)")
"""'Children aged up to five', 'women at higher risk': no rise."""
_OR = AnyCase(r"\bor\s+$")
"""'SPF 15 or higher'."""


_TRANSITIVE = AnyCase(r"\s+(?:the|its|their|a person's|people's)\s")
"""What follows a verb, and no adjective: a statin 'raised the risk', under 'raised cholesterol'."""


def direction(mentions: list[Mention], text: str, figure: Figure) -> int:
    """Which way a change goes: told by the words after the figure, else by the nearest verb before it."""
    after = text[figure.end : figure.end + 40]
    up, down = _UP.match(after), _DOWN.match(after)
    if up or down:
        return -1 if down and (not up or down.end() <= up.end()) else 1
    before = [
        m
        for m in mentions
        if m.end <= figure.lead
        and {"increase", "decrease"} & set(m.readings)
        and not _BOUND.match(text, m.start)
        and not _OR.search(text[max(0, m.start - 4) : m.start])
    ]
    if not before:
        before = [
            m
            for m in mentions
            if m.start >= figure.end and not m.weak and {"increase", "decrease"} & set(m.readings)
        ][:1]
    if not before:
        return 0
    strong = [m for m in before if not m.weak or _TRANSITIVE.match(text, m.end)] or before
    return -1 if "decrease" in strong[-1].readings else 1
