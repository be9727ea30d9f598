"""How what the copy's figure is of stands to what the claim's is of: its people, its things, its outcome.

Only what either says in so many words, right behind the figure, is compared.
"""

from __future__ import annotations

from collections.abc import Sequence

from linter.claims.comparison import Comparison
from linter.claims.needs import kind_of
from linter.claims.phrase import Phrase
from linter.claims.rarity import rarity
from linter.language.lexicon import Lexicon
from linter.language.text import STOP, Mention
from linter.patterns import AnyCase

_EVERYBODY = frozenset(
    "person|people|patient|participant|general population|members of the public|resident|family|case|mother|father|parent|sibling"
    "|sister|daughter|family member|spouse|worker|consumer".split("|")
)
"""Whom a figure of people may be of without restricting it, or as the sentence has it: the mothers of those who are born."""
_NOBODY = frozenset({"adult"})
"""Who is mostly left unsaid."""
_ALL = (frozenset({"man", "woman"}), frozenset({"adult", "child"}), frozenset({"woman", "child"}))
"""People who, named together, leave nobody out."""
_KINDS_OF_PEOPLE = frozenset("child adult woman man adolescent infant".split()) | {
    "older adult",
    "young adult",
}
"""What makes a word for people one of age or sex, which copy that drops it widens."""
_PEOPLE = frozenset({"population", "person", "age"})
_NO_THING = _PEOPLE | frozenset(
    "light|generic|relation|place|organisation|season|rank|professional|measure part".split("|")
)
HAD = frozenset({"condition", "symptom", "drug", "drug class", "procedure", "exposure"})
"""What restricts those who have it: '37% of adults with diabetes', of a claim about adults; and what makes others of those without it."""
_OUTCOMES = frozenset({"death", "recurrence", "hospitalization", "readmission"})
_EVENTS = frozenset({"death", "hospitalization", "emergency department visit", "doctor visit", "suicide"})
"""What happens to people, and to few of them or more than once: a share of it is no share of them."""
_MORTAL = frozenset({"death", "survival", "survivor"})
_DIES = AnyCase(
    r"\s*(?:who )?(?:will |would |may |can )?(?:eventually )?(?:die|dies|died|are killed|were killed|lost their lives)\b"
)
_POINTS = AnyCase(r"\b(?:this|that|these|those|such|them)\b")


def _groups(mentions: Sequence[Mention], lexicon: Lexicon) -> frozenset[str]:
    """The people named, but for those who may be anybody."""
    found = (r for m in mentions for r in m.readings[:1] if kind_of(r, lexicon) in _PEOPLE)
    groups = frozenset(found) - _EVERYBODY
    return frozenset() if any(groups >= all_of_them for all_of_them in _ALL) else groups


def add_phrases(result: Comparison, lexicon: Lexicon) -> None:
    """How what the copy's figure is of stands to what the claim's is of."""
    here, there = result.context.phrase, result.key.phrase
    if here is None or there is None:
        return
    _compare_people(result, here, there, result.named_near, lexicon)
    _compare_things(result, here, there, result.named_near, lexicon)


_GROWN = frozenset((age, None) for age in (18, 19, 20, 21))
"""Ages from which on all adults are meant: 'adults aged 18 years and older'."""


def _compare_people(
    result: Comparison, here: Phrase, there: Phrase, said: frozenset[str], lexicon: Lexicon
) -> None:
    key = result.key
    listed = any(result.context.own.strong >= group for group in _ALL)  # 'men, women and children'
    told = [] if listed else [m for m in here.all if not set(m.text.lower().split()) <= key.words]
    mine, theirs = _groups(told, lexicon), _groups(there.all, lexicon)
    implied = {g for g in mine if lexicon.implied.get(g, frozenset()) & key.concepts}
    new = mine - key.concepts - implied
    new = frozenset(g for g in new if not any(g in lexicon.ancestors(t) for t in theirs))
    lost = {
        t
        for t in theirs - _NOBODY
        if _KINDS_OF_PEOPLE & {t, *lexicon.ancestors(t)} and _is_unsaid(t, said, lexicon)
    }
    if new:
        result.elsewhere += [m.text for m in told if new.intersection(m.readings)]
    if new and lost:
        result.add("of other people")
    elif new - _NOBODY:
        result.add("of fewer people")
    elif lost and not here.ages and (here.head and _is_people(here, lexicon)):
        result.add("of more people")
    elif theirs and _groups(here.all, lexicon) & theirs:
        result.add("of the same people")
    grown = "adult" in key.concepts and here.ages <= _GROWN
    result.add("of people of an age", bool(here.ages) and not there.ages and not key.ages and not grown)
    result.add("of people of another age", bool(here.ages and there.ages) and not here.ages & there.ages)
    ageless = bool(there.ages) and not here.ages and not any(a.ages for a in result.near)
    result.add("of people of any age", ageless and not mine and _is_people(here, lexicon))


def _is_unsaid(group: str, said: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether people of an age or sex are named neither as such nor by a wider or narrower word for them."""
    wider = lexicon.ancestors(group) - _EVERYBODY - _NOBODY
    told = said & (wider | {group}) or any(group in lexicon.ancestors(s) for s in said)
    return not told and not lexicon.implied.get(group, frozenset()) & said


def _is_people(phrase: Phrase, lexicon: Lexicon) -> bool:
    return any(
        r in _EVERYBODY or kind_of(r, lexicon) in (*_PEOPLE, "place") for m in phrase.head for r in m.readings
    )


def _things(mentions: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """The names in a phrase that are no people, places or words that say little."""
    return [
        m
        for m in mentions
        if kind_of(m.readings[0], lexicon) not in _NO_THING
        and m.text.lower() not in STOP
        and not m.text[:1].isdigit()
    ]


def _compare_things(
    result: Comparison, here: Phrase, there: Phrase, said: frozenset[str], lexicon: Lexicon
) -> None:
    key = result.key
    mine, theirs = _things(here.all, lexicon), _things(there.all, lexicon)
    within = {r for m in theirs for r in m.readings}
    phrase = {r for m in mine for r in m.readings}
    new = [m for m in mine if not within & set(m.readings)]
    lost = [m for m in theirs if not phrase & set(m.readings)]
    alien = [m for m in new if not set(m.readings) & key.concepts and m.text.lower() not in key.words]
    gone = [m for m in lost if not said & set(m.readings)]
    beyond = [m for m in alien if m in here.rest and kind_of(m.readings[0], lexicon) in HAD and not m.weak]
    share = result.figure.dimension == "proportion"
    result.add("of those with another thing", share and bool(beyond))
    above = {a for m in lost for r in m.readings for a in lexicon.ancestors(r)}
    pointed = _POINTS.search(result.context.own.reading.text, here.start - 1, here.end)
    wider = [m.text for m in new if above & set(m.readings)] if not pointed else []
    result.elsewhere += wider
    result.add("of a wider thing", bool(wider))
    result.add("of a narrower thing", any(lexicon.ancestors(r) & within for m in alien for r in m.readings))
    mass, less = (sum(_tells(m, lexicon) for m in side) for side in (alien, gone))
    result.add("of what the claim does not say", min(mass, 2.0))
    result.add("not of what the claim says", min(less, 2.0))
    result.add("of one thing for another", min(mass, less, 1.0))
    events = {r for m in there.head for r in m.readings} & _EVENTS
    result.add("of people, not of events", bool(events) and not phrase & events and _is_people(here, lexicon))
    dies = _DIES.match(result.context.own.reading.text, here.end), _DIES.match(key.reading.text, there.end)
    mortal = _MORTAL & said, _MORTAL & key.concepts
    result.add("of another outcome", bool((_OUTCOMES & phrase) - key.concepts or (_OUTCOMES & within) - said))
    result.add("of another outcome", bool((dies[0] and not mortal[1]) or (dies[1] and not mortal[0])))
    result.add("of the same thing", bool(mine and theirs) and not new and not lost)


def _tells(mention: Mention, lexicon: Lexicon) -> float:
    """How much a name tells: by its rarity, and no less than half where it is known for what it is."""
    known = kind_of(mention.readings[0], lexicon) != "unknown" and not mention.weak
    return max(rarity(mention.readings[0]), 0.5 if known else 0.0)
