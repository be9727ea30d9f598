"""Among what a rank is one: causes of death, of preventable death, of blindness, cancers in women."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from linter.claims.areas import ANCHORS
from linter.claims.comparison import FAR, Comparison, level_of
from linter.claims.key import FactKey
from linter.claims.needs import kind_of
from linter.language.figure import Figure
from linter.language.lexicon import Lexicon
from linter.language.text import Mention, Sentence
from linter.patterns import AnyCase

_DEATH = frozenset({"death", "deadliest", "mortality rate"})
_DEADLY = AnyCase(r"\b(?:killers?|deadl\w+|lethal|fatal)\b")
_REACH = 24
"""Characters behind a rank in which the killer of 'the third biggest cancer killer' stands."""
_ENDS = AnyCase(
    r"[,;:().—–]|\b(?:but|while|whereas|because|since|when|which|that|who|behind|after|following|followed|is|are|was"
    r"|and (?:has|is|was|the|a|an)|and (?:[\w#.-]+ ){0,3}?(?:leading|main|major|top|most|biggest|cause|killer)|\w+ing (?:to|with|from|that|the|about|nearly|over|more))\b"
)
"""Where what it is ranked among ends: 'the third leading cause of death | behind cancer'."""
_STARTS = AnyCase(r"\b(?:as|among|for|in)\b")
"""Where it starts behind what stands before it in the ranking: 'second only to stroke | among causes of death'."""
_NO_FIELD = frozenset(
    "light relation rank place population person age season stage generic setting organisation".split()
)
_LISTED = frozenset(
    "~list ~spot ~past ~decad ~recent ~rank ~row ~total ~overal ~annual ~general ~nationwid".split()
)
"""Words that name nothing to be ranked among: 'on the list', 'in the past decade'."""
_SAYS_LITTLE = frozenset(
    "the all a an its ' 's ’s - any known overall single leading most common cases new other".split()
)
"""Words before a cause, or before what it is the cause of, that narrow nothing."""
_JOINTS = frozenset("of for in among by to from on".split())
_CAUSES = frozenset("cause reason source killer".split())


@dataclass(frozen=True, slots=True)
class Field:
    """``mentions`` are what is named in it; ``deaths`` tells that they are deaths, or causes of such.

    ``narrowed`` are the words that narrow a cause, or what it is the cause of ('irreversible' of 'cause of irreversible
    blindness'); None where nothing is said to be caused.
    """

    mentions: tuple[Mention, ...]
    deaths: bool
    narrowed: frozenset[str] | None


def field_of(text: str, sentence: Sentence, rank: Figure, lexicon: Lexicon) -> Field:
    """What stands behind a rank and says among what it is one."""
    start = rank.end
    if text[rank.start : rank.end].lower().endswith("only to"):
        begun = _STARTS.search(text, rank.end, sentence.end)
        start = begun.start() if begun else sentence.end
    end = _ENDS.search(text, start, sentence.end)
    stop = end.start() if end else sentence.end
    mentions = tuple(m for m in sentence.mentions if start <= m.start and m.end <= stop)
    deadly = bool(_DEADLY.search(text, rank.start, min(stop, rank.end + _REACH)))
    deaths = deadly or any(_DEATH.intersection(m.readings) for m in mentions)
    return Field(mentions, deaths, _narrowed(sentence, rank, mentions, lexicon))


def another_field(told: Field, asked: Field, found: Comparison, lexicon: Lexicon) -> bool:
    """True where the copy ranks among other things than the claim."""
    key = found.key
    of_deaths = asked.deaths or any("death" in m.readings for m in key.reading.mentions)
    named = [m for m in told.mentions if _is_field(m, lexicon)]
    if told.deaths != of_deaths and (told.deaths or named or not _near_death(found)):
        return True
    if any(is_anchor(m, lexicon) and not key.concepts.intersection(m.readings) for m in named):
        return True
    if _is_strange(told, key, lexicon) or _has_no_part(told, asked, lexicon):
        return True
    if None not in (told.narrowed, asked.narrowed) and told.narrowed != asked.narrowed:
        return True
    if not told.deaths:
        return False
    said = frozenset(r for m in told.mentions for r in m.readings)
    if "disease" in said and "disease" not in key.words:
        return True  # 'the third leading cause of death by disease'
    return any(is_anchor(m, lexicon) and not said & set(m.readings) for m in asked.mentions)


def _is_strange(told: Field, key: FactKey, lexicon: Lexicon) -> bool:
    """True where a place stands in the field that the claim does not name, or a name that the lexicon does not know."""
    places = (m for m in told.mentions if kind_of(m.readings[0], lexicon) == "place" and not m.weak)
    unknown = (m for m in told.mentions if m.readings[0].startswith("~") and m.text[:1].isupper())
    return any(m.text.lower() not in key.words for m in unknown) or any(
        not (key.concepts | _ANYWHERE).intersection(m.readings) for m in places
    )


_ANYWHERE = frozenset({"world", "this country"})


def _has_no_part(told: Field, asked: Field, lexicon: Lexicon) -> bool:
    """True where all that is named behind the rank, but for places, is nothing of what the claim ranks among: 'the largest organ'."""
    here, there = (
        [m for m in field.mentions if kind_of(m.readings[0], lexicon) != "place"] for field in (told, asked)
    )
    said = [m for m in here if not m.weak and m.readings[0] not in _LISTED]
    mine = frozenset(r for m in there for r in m.readings)
    return bool(mine and said) and not any(mine.intersection(m.readings) for m in here) and not told.deaths


def is_anchor(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a mention surely names a disease, a drug, an exposure and the like."""
    return not mention.weak and kind_of(mention.readings[0], lexicon) in ANCHORS


def tells_more(
    told: Field, sentence: Sentence, rank: Figure, known: frozenset[str], lexicon: Lexicon
) -> bool:
    """True where more than ``known`` is named before the rank (a thing, a place, people), or in its field (any word)."""

    def is_new(mention: Mention) -> bool:
        kinds = {kind_of(r, lexicon) for r in mention.readings}
        return not mention.weak and not known.intersection(mention.readings) and not kinds & _EMPTY

    before = [m for m in sentence.mentions if m.end <= rank.start]
    if any(is_new(m) and kind_of(m.readings[0], lexicon) in _NARROWING for m in before):
        return True
    return any(is_new(m) and m.readings[0] not in _LISTED for m in told.mentions)


_EMPTY = frozenset(("light", "relation", "rank"))
_NARROWING = ANCHORS | {"population", "setting", "stage", "place"}


def _is_field(mention: Mention, lexicon: Lexicon) -> bool:
    return kind_of(mention.readings[0], lexicon) not in _NO_FIELD and mention.readings[0] not in _LISTED


def _near_death(found: Comparison) -> bool:
    return any(_DEATH & area.concepts.keys() for area in found.context.areas if level_of(area) != FAR)


def _narrowed(
    sentence: Sentence, rank: Figure, mentions: Sequence[Mention], lexicon: Lexicon
) -> frozenset[str] | None:
    of = [m for m in mentions if is_anchor(m, lexicon) or _DEATH.intersection(m.readings)]
    if not of:
        return None
    words = [t.lower for t in sentence.tokens if rank.end <= t.start and t.end <= of[0].start]
    joints = [k for k, word in enumerate(words) if word in _JOINTS]
    cause = next((k for k, word in enumerate(words) if word in _CAUSES), 0)
    head = words[:cause] if not joints or cause < joints[0] else []
    tail = words[joints[-1] + 1 :] if joints else []
    return frozenset((*head, *tail)) - _SAYS_LITTLE
