"""Whether a rank of the copy is the rank of a claim: of the same holder, among the same, of the same people, there and then."""

from __future__ import annotations

from linter.claims.areas import ANCHORS, Context
from linter.claims.comparison import FAR, OWN, SENTENCE, Comparison, level_of
from linter.claims.holders import holder
from linter.claims.key import FUTURE, FactKey, ranks_of
from linter.claims.needs import Need, kind_of
from linter.language.figure import Figure
from linter.language.lexicon import Lexicon
from linter.language.text import Mention, Sentence
from linter.patterns import AnyCase

_OTHERWISE = (
    *(f"{what} {slot} own" for what in ("restricted", "contrary") for slot in ("outcome", "measure")),
    *(f"{what} {slot} {level}" for what in ("restricted", "contrary") for slot in ("age", "place") for level in ("own", "sentence")),
    "dropped age", "lacks subject", "negation differs", "both outcome",
)  # fmt: skip
"""What makes it another rank: of another outcome, other people, another place."""
_DEATH = frozenset({"death", "deadliest", "mortality rate"})
_DEADLY = AnyCase(r"\b(?:killers?|deadl\w+|lethal|fatal)\b")
_ENDS = AnyCase(
    r"[,;:().—–]|\b(?:but|while|whereas|because|since|when|which|that|who|behind|after|following|followed|and (?:has|is|was|the|a|an)|is|are|was|and (?:[\w#.-]+ ){0,3}?(?:leading|main|major|top|most|biggest|cause|killer))\b"
)
"""Where what it is ranked among ends: 'the third leading cause of death | behind cancer'."""
_NO_FIELD = frozenset(
    "light relation rank place population person age season stage generic setting organisation".split()
)
_LISTED = frozenset("~list ~spot ~past ~decad ~recent ~rank ~row ~total ~overal ~annual ~general ~nationwid".split())
"""Words that name nothing to be ranked among: 'on the list', 'in the past decade'."""
_NARROWED = AnyCase(
    r"^\W*(?P<kind>(?:[\w-]+ ){0,2})(?:cause|killer|reason)\b(?: (?:of|for) (?:all |the )?(?P<of>(?:[\w-]+ ){0,2}?)(?:deaths?|mortality)\b)?"
)
_NAMED_ANYWAY = frozenset("known overall single leading most common".split())


def is_another(found: Comparison, lexicon: Lexicon) -> bool:
    """True where the rank is another one than the claim's, whatever the two numbers are."""
    key, context = found.key, found.context
    assert key.figure is not None
    text, rank = context.own.reading.text, found.figure
    sentence = context.own.reading.sentences[context.sentence]
    before = text[max(sentence.start, rank.start - _NEAR) : rank.start]
    to_come = bool(FUTURE.search(before) or _SUPPOSED.search(before))
    if any(map(found.of, _OTHERWISE)) or _of_others(found, lexicon) or to_come != key.forecast:
        return True
    if sentence.tokens[-1].raw == "?" and not _YOU_KNOW.search(text, sentence.start, rank.start):
        return True
    theirs = key.reading.sentences[key.reading.sentence_at(key.figure.start)]
    claimed = holder(theirs, key.figure, lexicon, parts=True)
    told = holder(sentence, rank, lexicon)
    if not claimed and found.of("disease instead"):
        return True
    told = told or _pointed_at(found, lexicon)
    if told and claimed and not _may_be(told, claimed, lexicon):
        return True
    return _another_field(found, sentence, theirs, claimed, lexicon)


_NEAR = 40
"""Characters before a rank in which its verb stands."""
_SUPPOSED = AnyCase(r"\b(?:could|may|might|would|set to|on (?:track|course) to)\b")
_YOU_KNOW = AnyCase(r"\b(?:did|do) you know\b|\bknew\b")


_ANYBODY = frozenset({"adult", "people", "person", "patient"})


def _of_others(found: Comparison, lexicon: Lexicon) -> bool:
    """True where the sentence tells of people that the claim does not name."""
    if not any(found.of(f"{what} people {level}") for what in ("restricted", "contrary") for level in (OWN, SENTENCE)):
        return False
    people = (m for a in found.near for m in a.mentions if not m.weak and kind_of(m.readings[0], lexicon) == "population")
    return any(not (found.key.concepts | _ANYBODY).intersection(m.readings) for m in people)


def gives_rank(context: Context, key: FactKey) -> bool:
    """True where the sentence gives the very rank, below the first, that the claim gives."""
    number = context.sentence
    told = [f for f in context.own.reading.others if f.role == "rank" and context.own.reading.sentence_at(f.start) == number]
    claimed = {f.bounds for f in ranks_of(key) if f.value and f.value > 1}
    return any(f.bounds in claimed for f in told)


def without_rank(key: FactKey) -> tuple[Need, ...]:
    """What the claim needs beside its rank, and beside what stands before it in the ranking: 'second, after smoking'."""
    rank = ranks_of(key)[0]
    end = _BEHIND.search(key.reading.text, rank.end)
    stop = end.start() if end else len(key.reading.text)
    return tuple(
        n for n in key.needs if not (rank.start <= n.start < rank.end or n.start >= stop or "~rank" in n.readings)
    )


_BEHIND = AnyCase(r"\b(?:behind|after|following)\b")


def _pointed_at(found: Comparison, lexicon: Lexicon) -> frozenset[str]:
    """What 'it' leans on: the first thing that the sentence before names."""
    before = next((a for a in found.context.areas if a.name == "sentence before"), None)
    named = [m for m in before.mentions if _is_anchor(m, lexicon)] if before else []
    return frozenset(named[0].readings) if named else frozenset()


def _may_be(told: frozenset[str], claimed: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether one thing is named by both, or the copy's is a wider name for it: 'the cancer'."""
    return bool(told & claimed) or bool(told & lexicon.above(claimed))


def _another_field(
    found: Comparison, sentence: Sentence, theirs: Sentence, claimed: frozenset[str], lexicon: Lexicon
) -> bool:
    key, rank = found.key, found.figure
    assert key.figure is not None
    text = found.context.own.reading.text
    field = _field(text, sentence, rank)
    deadly = bool(_DEADLY.search(text, rank.start, rank.end + 24))
    death = deadly or any(_DEATH.intersection(m.readings) for m in field)
    told = [m for m in field if kind_of(m.readings[0], lexicon) not in _NO_FIELD and m.readings[0] not in _LISTED]
    if not death and told and _of_deaths(key):
        return True
    if death and not _of_deaths(key):
        return True
    if _of_deaths(key) and not death and not _near_death(found):
        return True
    if any(_is_anchor(m, lexicon) and not key.concepts.intersection(m.readings) for m in told):
        return True
    if not death:
        return False
    mine = _narrowed(text[rank.end : sentence.end])
    asked = _narrowed(key.reading.text[key.figure.end :])
    if mine is not None and asked is not None and mine != asked:
        return True
    said = frozenset(r for m in field for r in m.readings)
    wanted = [m for m in _field(key.reading.text, theirs, key.figure) if _is_anchor(m, lexicon)]
    return any(not said & set(m.readings) and not claimed & set(m.readings) for m in wanted)


def _field(text: str, sentence: Sentence, rank: Figure) -> list[Mention]:
    """What is named where the copy says among what the rank is."""
    end = _ENDS.search(text, rank.end, sentence.end)
    stop = end.start() if end else sentence.end
    return [m for m in sentence.mentions if rank.end <= m.start and m.end <= stop]


def _is_anchor(mention: Mention, lexicon: Lexicon) -> bool:
    return not mention.weak and kind_of(mention.readings[0], lexicon) in ANCHORS


def _of_deaths(key: FactKey) -> bool:
    return any("death" in m.readings for m in key.reading.mentions) or bool(_DEADLY.search(key.reading.text))


def _near_death(found: Comparison) -> bool:
    return any(_DEATH & area.concepts.keys() for area in found.context.areas if level_of(area) != FAR)


def _narrowed(after: str) -> frozenset[str] | None:
    """What narrows the causes or the deaths behind a rank: 'preventable' of 'cause of preventable death'; None where none are told."""
    told = _NARROWED.match(after)
    if told is None:
        return None
    return frozenset(f"{told['kind']} {told['of'] or ''}".lower().split()) - _NAMED_ANYWAY
