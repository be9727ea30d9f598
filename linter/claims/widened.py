"""How copy gives a figure to more than its claim does, or to a part of it, in so many words: all of them, another place.

Each is said in words of its own, so that copy which merely tells the claim otherwise has none of them.
"""

from __future__ import annotations

from linter.claims.areas import ANCHORS, Area
from linter.claims.beside import EVERYONE, is_aside
from linter.claims.comparison import OWN, SENTENCE, Comparison, level_of
from linter.claims.needs import EVERYWHERE, kind_of
from linter.claims.phrase import Phrase
from linter.language.lexicon import Lexicon
from linter.language.text import STOP
from linter.patterns import AnyCase

_ALL = AnyCase(
    r"\s*(?:(?:all|any|every)\b(?! \d| (?:ten|hundred|thousand)\b)|(?:everyone|everybody|anyone)\b(?! else\b))"
)
_NO_MATTER = AnyCase(
    r"\b(?:whatever|regardless of|irrespective of|no matter)\s+(?:\S+\s+){0,3}?(?:age|sex|gender|stage|type|race)\b"
    r"|\b(?:of|at) (?:all|any) ages?\b|\b(?:men and women|women and men|adults and children|children and adults) (?:alike|together|combined)\b"
)
"""'Whatever the patient's age', 'men and women alike'."""
_NARROWING = frozenset({"population", "person", "stage"})
_WHO = AnyCase(r"\s*(?:who|that)\s+((?:[\w'’-]+\s+){1,4})")
"""The clause that says of whom a share is: 'of the adults who could benefit'."""
_PLAIN = frozenset(
    "have has had having are were is be been get gets live lives with could can may might would should will also currently still who that"
    " not never ever already".split()
)
"""Words of such a clause that say nothing by themselves."""
_NUMBERED = AnyCase(r"\b(?:sub|geno|sero)?(?:types?|strains?|variants?)\s+(?:\d|[IV]+\b)")
"""'HPV types 16 and 18' are some of what a claim about HPV is about."""
_CLOSE = 90
"""Characters from a figure within which a place says where it holds."""


def add_widened(result: Comparison, lexicon: Lexicon) -> None:
    """What gives the claim's figure to more than the claim does, or to a part of it."""
    if result.context.figure is None:
        return
    here, there = result.context.phrase, result.key.phrase
    result.add("told of all", _tells_all(result, here, there, lexicon))
    result.add("told of some", _tells_some(result, lexicon))
    result.add("a place for the world", _is_elsewhere(result, lexicon))
    result.add("clause of the base unsaid", _drops_clause(result, there))
    own = result.context.own.text
    result.add("of numbered kinds", bool(_NUMBERED.search(own)) and not _NUMBERED.search(result.key.folded))
    result.add("another organisation", _is_of_another_body(result, lexicon))


def _narrowing(phrase: Phrase, lexicon: Lexicon) -> frozenset[str]:
    """The people and stages that a phrase narrows its figure to."""
    return frozenset(
        r for m in phrase.all for r in m.readings if kind_of(r, lexicon) in _NARROWING and not m.weak
    )


def _tells_all(result: Comparison, here: Phrase | None, there: Phrase | None, lexicon: Lexicon) -> bool:
    """True for 'all leukaemias' where the claim tells of those in adults, and for 'men and women alike'."""
    key, own = result.key, result.context.own
    people = any(n.kind in _NARROWING and n.readings & _OF_AGE_OR_SEX for n in key.needs)
    matter = _NO_MATTER.search(own.text) if people or key.ages else None
    if matter is not None and not _NO_MATTER.search(key.folded):
        result.elsewhere.append(matter.group())
        return True
    if here is None or there is None or not _ALL.match(own.reading.text, here.start):
        return False
    if _ALL.match(key.reading.text, there.start):
        return False
    lost = _narrowing(there, lexicon) & _OF_AGE_OR_SEX
    told = {r for m in here.all for r in m.readings}
    if any(not told & {g, *lexicon.ancestors(g)} and not _named(g, told, lexicon) for g in lost):
        return True
    if any(
        not set(m.readings) & key.concepts for m in here.all if kind_of(m.readings[0], lexicon) in ANCHORS
    ):
        return False
    held = (n for n in key.needs if there.start <= n.start < there.end and n.anchor and not n.weak)
    return any(n.readings in result.absent for n in held)


_OF_AGE_OR_SEX = frozenset("adult child woman man infant adolescent newborn boy girl".split()) | {
    "older adult",
    "young adult",
    "childhood",
}


_IN = AnyCase(r"\b(?:in|among|for)\s+(?:\w+\s+)?$")
_LEAD = 20


def _tells_some(result: Comparison, lexicon: Lexicon) -> bool:
    """True for 'in children, attacks last 2 hours' where the claim is of everyone."""
    key, own = result.key, result.context.own
    claimed = (r for m in key.reading.mentions for r in m.readings)
    if (
        key.ages
        or result.figure.role == "age"
        or not _OF_AGE_OR_SEX.isdisjoint(claimed)
        or own.strong >= EVERYONE
    ):
        return False
    told = [
        m
        for m in own.tops
        if _OF_AGE_OR_SEX.intersection(m.readings) - {"adult"}
        and _IN.search(own.reading.text, max(0, m.start - _LEAD), m.start)
        and not is_aside(own, m, result.context)
    ]
    return bool(told) and not any(
        lexicon.implied.get(r, frozenset()) & key.concepts for m in told for r in m.readings
    )


def _named(group: str, told: set[str], lexicon: Lexicon) -> bool:
    return any(group in lexicon.ancestors(t) or group in lexicon.implied.get(t, frozenset()) for t in told)


def _is_elsewhere(result: Comparison, lexicon: Lexicon) -> bool:
    """True where the claim is of the world, and the figure's own words name a place, but not the world."""
    key, figure = result.key, result.figure
    if EVERYWHERE not in key.concepts:
        return False
    near = [a for a in result.context.areas if level_of(a) in (OWN, SENTENCE)]
    if any(EVERYWHERE in a.concepts for a in near):
        return False
    places = [m for a in near if level_of(a) == OWN for m in _places(a, figure.start, result, lexicon)]
    result.elsewhere += places
    return bool(places)


def _places(area: Area, at: int, result: Comparison, lexicon: Lexicon) -> list[str]:
    return [
        m.text
        for m in area.tops
        if not m.weak
        and kind_of(m.readings[0], lexicon) == "place"
        and abs(m.start - at) <= _CLOSE
        and not result.key.concepts.intersection(m.readings)
    ]


def _drops_clause(result: Comparison, there: Phrase | None) -> bool:
    """True where the claim's share is of those who need or could have something, and the copy nowhere near says so."""
    if there is None:
        return False
    reading = result.key.reading
    clause = _WHO.search(reading.text, there.start, there.end + 1)
    if clause is None:
        return False
    asked = {
        t.lemma
        for s in reading.sentences
        for t in s.tokens
        if clause.start(1) <= t.start < clause.end(1)
        and t.lemma
        and t.lower not in _PLAIN
        and t.lower not in STOP
    }
    told = {t.lemma for t in result.context.own.reading.sentences[result.context.sentence].tokens}
    met = any(
        n.readings & result.named_near for n in result.key.needs if clause.start(1) <= n.start < clause.end(1)
    )
    return bool(asked) and not asked & told and not met


def _is_of_another_body(result: Comparison, lexicon: Lexicon) -> bool:
    """True where the claim is what one organisation says, and the copy tells what another one does."""
    claimed = {r for n in result.key.needs if n.kind == "organisation" for r in n.readings}
    if not claimed:
        return False
    near = [
        a
        for a in result.context.areas
        if level_of(a) in (OWN, SENTENCE) or a.name in ("lead-in", "row heading")
    ]
    told = {c for a in near for c in a.strong if kind_of(c, lexicon) == "organisation"}
    return bool(told) and not told & claimed
