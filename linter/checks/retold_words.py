"""Words by which two tellings of one thing are known: their roots, without those that tell nothing."""

from __future__ import annotations

import re
from functools import lru_cache

from linter.language.words import lemma, root
from linter.patterns import Pattern

_NOTHING = frozenset(
    """
a an the this that these those it its they them their we us our you your he his she her i my me who whom which what there here
is are was were be been being am has have had having do does did done will would shall should can could may might must
of in on at to for from by with within without as into onto per than then so and or but nor if not no yes also too only just
about around roughly some any each every all both most more less least few other another such same own very still yet now today
when where while because since until up down out off over under again once how why please note remember usual usually normally
generally typically often always never ever exactly total altogether overall whole in-all combined everyone someone anyone people person one two
take takes took taken taking give gives gave given giving get gets got use uses used using run runs ran make makes made making
need needs needed keep keeps kept put puts go goes went gone come comes came let lets see seen say says said tell told ask asked
answer answered work works worked carry carried contain contains contained include includes included including hold holds held
last lasts lasted cost costs charge charges charged pay pays paid offer offers offered provide provides provided serve served receive receives received
year month week day hour minute hours minutes days weeks months years time times wait waits amount number figure figures rate count
percent percentage dose doses dosage limit daily weekly monthly nightly hourly annual annually currently approximately least
patient patients full fully away after before today value item result choice step
""".split()
)
_SIDES = Pattern(r"\b(?:before|after|since|until)\b", re.IGNORECASE)
_KINDS = frozenset(
    "type kind way reason form part stage phase sign symptom question option group point tip rule page section chapter example version item thing case sort set level author feature category".split()
)
"""What texts count off, each its own."""
_STEPS = Pattern(
    r"\b(?:first|second|third|fourth|next|then|later|final|initial|initially|afterwards|follow-up|further|extra|additional|another|repeat|new|old)\b",
    re.IGNORECASE,
)
"""Words that tell one turn from another."""
_MOSTS = frozenset({"highest", "maximum", "max", "maximal", "ceiling", "exceed", "limit", "limits"})
_SAME = {
    "employee": "staff", "colleague": "staff", "worker": "staff", "personnel": "staff", "workforce": "staff", "participant": "people", "volunteer": "volunteer",
    "study": "trial", "rct": "trial", "er": "emergency", "a&e": "emergency", "location": "site", "center": "site", "infant": "baby", "newborn": "baby",
    "physician": "doctor", "phone": "telephone", "ring": "telephone", "call": "telephone", "bin": "discard", "throw": "discard", "dispose": "discard",
    "fee": "price", "copayment": "copay", "co-pay": "copay", "wheelchair": "wheelchair", "deadline": "deadline", "litre": "liter",
}  # fmt: skip
"""Other words for one thing."""
_LASTS = frozenset({"lasts", "lasted", "life", "lifetime", "duration", "runtime"})
_WORD = Pattern(r"[A-Za-z][A-Za-z'’]*(?:&[a-z])?")
_MOST = Pattern(
    r"\b(?:highest|maximum|max\.?|ceiling|the most|no more than|not (?:take |give |use |drink )?(?:more than|exceed)|never (?:take |give )?more than|at most|up to|must not exceed|limit(?: of| is)?)\b",
    re.IGNORECASE,
)


ENROL = frozenset({"randomiz", "enrol", "enroll", "recruit"})
"""What a study does with all who take part."""
CONTAINERS = frozenset(
    stem
    for word in "card box sheet poster fridge wallet pocket wall door handover checklist recap nutshell panel sticker".split()
    for stem in (word, root(word))
)
"""What a page's own figures are told again on: 'A card for the fridge'."""
RESTRICTS = frozenset(
    {
        "population", "stage", "age", "season", "place", "condition", "symptom", "drug", "drug class", "procedure",
        "anatomy", "nutrient",
    }
)  # fmt: skip
"""Kinds of concept that say of whom, where or for what something is told."""
GROUPS = RESTRICTS - {"place", "procedure", "anatomy", "nutrient"}
CARERS = frozenset(
    {"parent", "carer", "caregiver", "family", "staff", "nurse", "doctor", "patient", "people"}
)
"""Who does what is told, whoever it is."""


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The root that a word shares with its other forms; empty for one that tells nothing."""
    plain = word.lower().replace("’", "'").removesuffix("'s").strip("'")
    if plain in _LASTS:
        return "durat"
    if plain in _NOTHING or len(plain) < 2 or plain in _MOSTS:
        return ""
    base = lemma(plain)
    if base in _NOTHING:
        return ""
    return _SAME.get(plain) or _SAME.get(base) or root(base)


def words(text: str) -> list[str]:
    """The telling words of ``text`` as their roots, in order."""
    return [s for w in _WORD.findall(text) if (s := stem(w))]


def names(text: str) -> frozenset[str]:
    """The roots of words with a capital that no sentence begins with."""
    found = re.finditer(r"(?<=[a-z,;] )[A-Z][A-Za-z'’-]+|\b[A-Z]{2,}[A-Za-z0-9-]*", text)
    return frozenset(s for m in found for w in re.split("-", m.group()) if (s := stem(w)))


def is_most(text: str) -> bool:
    """True for words that set a limit."""
    return _MOST.search(text) is not None


def is_kind(thing: str) -> bool:
    """True for what every text counts off anew: 'two types', 'three steps'."""
    return thing in _KINDS or any(root(k) == thing for k in _KINDS)


def steps(text: str) -> frozenset[str]:
    """Which turn a sentence tells of: 'second', 'later', 'extra'."""
    return frozenset(w.lower() for w in _STEPS.findall(text))


def sides(text: str) -> frozenset[str]:
    """Whether a sentence tells of before or after something."""
    return frozenset(w.lower() for w in _SIDES.findall(text))
