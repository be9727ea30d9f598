"""Whether a rank of the copy is the rank of a claim: of the same holder, among the same, of the same people, there and then."""

from __future__ import annotations

from collections.abc import Sequence

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
    "restricted outcome own", "contrary outcome own", "contrary measure own",
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
_SAYS_LITTLE = frozenset("the all a an its ' 's ’s - any known overall single leading most common cases new other".split())
"""Words before a cause, or before what it is the cause of, that narrow nothing."""
_JOINTS = frozenset("of for in among by to from on".split())
_CAUSES = frozenset("cause reason source killer".split())
_STARTS = AnyCase(r"\b(?:as|among|for|in)\b")


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
    return _another_field(found, sentence, theirs, lexicon)


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
    found: Comparison, sentence: Sentence, theirs: Sentence, lexicon: Lexicon
) -> bool:
    key, rank = found.key, found.figure
    assert key.figure is not None
    text = found.context.own.reading.text
    field = _field(text, sentence, rank)
    deadly = bool(_DEADLY.search(text, rank.start, rank.end + 24))
    death = deadly or any(_DEATH.intersection(m.readings) for m in field)
    asked = _field(key.reading.text, theirs, key.figure)
    told = [m for m in field if kind_of(m.readings[0], lexicon) not in _NO_FIELD and m.readings[0] not in _LISTED]
    if not death and told and _of_deaths(key):
        return True
    if death and not _of_deaths(key):
        return True
    if _of_deaths(key) and not death and not _near_death(found):
        return True
    if any(_is_anchor(m, lexicon) and not key.concepts.intersection(m.readings) for m in told):
        return True
    narrowed = _narrowed(sentence, rank, field, lexicon), _narrowed(theirs, key.figure, asked, lexicon)
    if None not in narrowed and narrowed[0] != narrowed[1]:
        return True
    if not death:
        return False
    said = frozenset(r for m in field for r in m.readings)
    if "disease" in said and "disease" not in key.words:
        return True  # 'the third leading cause of death by disease'
    return any(_is_anchor(m, lexicon) and not said & set(m.readings) for m in asked)


def _field(text: str, sentence: Sentence, rank: Figure) -> list[Mention]:
    """What is named where the copy says among what the rank is."""
    start = rank.end
    if text[rank.start : rank.end].lower().endswith("only to"):
        begun = _STARTS.search(text, rank.end, sentence.end)
        start = begun.start() if begun else sentence.end  # 'second only to stroke | among causes of death'
    end = _ENDS.search(text, start, sentence.end)
    stop = end.start() if end else sentence.end
    return [m for m in sentence.mentions if start <= m.start and m.end <= stop]


def _is_anchor(mention: Mention, lexicon: Lexicon) -> bool:
    return not mention.weak and kind_of(mention.readings[0], lexicon) in ANCHORS


def _of_deaths(key: FactKey) -> bool:
    return any("death" in m.readings for m in key.reading.mentions) or bool(_DEADLY.search(key.reading.text))


def _near_death(found: Comparison) -> bool:
    return any(_DEATH & area.concepts.keys() for area in found.context.areas if level_of(area) != FAR)


def _narrowed(
    sentence: Sentence, rank: Figure, field: Sequence[Mention], lexicon: Lexicon
) -> frozenset[str] | None:
    """What narrows a cause, or what it is the cause of: 'irreversible' of 'cause of irreversible blindness'.

    None where nothing is said to be caused.
    """
    of = [m for m in field if _is_anchor(m, lexicon) or _DEATH.intersection(m.readings)]
    if not of:
        return None
    words = [t.lower for t in sentence.tokens if rank.end <= t.start and t.end <= of[0].start]
    joints = [k for k, word in enumerate(words) if word in _JOINTS]
    cause = next((k for k, word in enumerate(words) if word in _CAUSES), 0)
    head = words[:cause] if not joints or cause < joints[0] else []
    tail = words[joints[-1] + 1 :] if joints else []
    return frozenset((*head, *tail)) - _SAYS_LITTLE
