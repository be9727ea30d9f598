"""Whether a rank of the copy is the rank of a claim: of the same holder, among the same, of the same people, there and then."""

from __future__ import annotations

from fractions import Fraction

from linter.claims.areas import Context
from linter.claims.comparison import OWN, SENTENCE, TOPIC, Comparison, level_of
from linter.claims.holders import holder
from linter.claims.key import FUTURE, FactKey, ranks_of
from linter.claims.needs import Need, kind_of
from linter.claims.rank_field import another_field, field_of, is_anchor, tells_more
from linter.language.lexicon import Lexicon
from linter.patterns import AnyCase

_OTHERWISE = (
    "restricted outcome own", "contrary outcome own", "contrary measure own",
    *(f"{what} {slot} {level}" for what in ("restricted", "contrary") for slot in ("age", "place") for level in (OWN, SENTENCE)),
    "dropped age", "lacks subject", "negation differs", "both outcome",
)  # fmt: skip
"""What makes it another rank: of another outcome, another age, another place."""
_NEAR = 40
"""Characters before a rank in which its verb stands."""
_SUPPOSED = AnyCase(r"\b(?:could|may|might|would|set to|on (?:track|course) to)\b")
_YOU_KNOW = AnyCase(r"\b(?:did|do) you know\b|\bknew\b")
_OF_SENTENCE = frozenset("own sentence before after aside base".split())
_CAUSE = AnyCase(r"\b(?:causes?|killers?)\b")
_BESIDE = ("said own, and more", "lost, and more", "disease beside")


def is_another(found: Comparison, lexicon: Lexicon) -> bool:
    """True where the rank is another one than the claim's, whatever the two numbers are.

    Where it is not, and its sentence names holder and field and no one else, what the sentence tells besides counts no longer.
    """
    key, context, rank = found.key, found.context, found.figure
    assert key.figure is not None
    if (
        any(map(found.of, _OTHERWISE))
        or _of_others(found, lexicon)
        or _is_not_told(found)
        or _is_elsewhere(found, lexicon)
    ):
        return True
    sentence = context.own.reading.sentences[context.sentence]
    theirs = key.reading.sentences[key.reading.sentence_at(key.figure.start)]
    claimed = holder(theirs, key.figure, lexicon, parts=True)
    own = holder(sentence, rank, lexicon)
    told = own or _pointed_at(found, lexicon)
    if told and claimed and not _may_be(told, claimed, lexicon):
        return True
    if not claimed and found.of("disease instead"):
        return True
    field = field_of(context.own.reading.text, sentence, rank, lexicon)
    asked = field_of(key.reading.text, theirs, key.figure, lexicon)
    if another_field(field, asked, found, lexicon):
        return True
    named = field.deaths or any(is_anchor(m, lexicon) for m in field.mentions)
    if named and own & claimed and not tells_more(field, sentence, rank, key.concepts, lexicon):
        _forget_besides(found)
    return False


def _is_not_told(found: Comparison) -> bool:
    """True for what is still to come, where the claim is not, and for what is asked."""
    context, rank = found.context, found.figure
    text, sentence = context.own.reading.text, context.own.reading.sentences[context.sentence]
    before = text[max(sentence.start, rank.start - _NEAR) : rank.start]
    if bool(FUTURE.search(before) or _SUPPOSED.search(before)) != found.key.forecast:
        return True
    return sentence.tokens[-1].raw == "?" and not _YOU_KNOW.search(text, sentence.start, rank.start)


_ANYBODY = frozenset({"adult", "people", "person", "patient"})


def _of_others(found: Comparison, lexicon: Lexicon) -> bool:
    """True where the sentence tells of people that the claim does not name."""
    ways = [f"{what} people {level}" for what in ("restricted", "contrary") for level in (OWN, SENTENCE)]
    people = (
        m
        for a in found.near
        for m in a.mentions
        if kind_of(m.readings[0], lexicon) == "population" and not m.weak
    )
    named = found.key.concepts | _ANYBODY
    return any(map(found.of, ways)) and any(not named.intersection(m.readings) for m in people)


def _is_elsewhere(found: Comparison, lexicon: Lexicon) -> bool:
    """True for a bare place ('ranks first with 39%') where nothing says the claim's place and other things head the sentence."""
    key, reading = found.key, found.context.own.reading
    if _CAUSE.search(reading.text, found.figure.start, reading.sentences[found.context.sentence].end):
        return False
    placed = any(kind_of(r, lexicon) == "place" for r in key.named)
    if not placed or any(kind_of(r, lexicon) == "place" for a in found.near for r in a.strong):
        return False
    over = [
        m for a in found.context.areas if level_of(a) == TOPIC for m in a.mentions if is_anchor(m, lexicon)
    ]
    return bool(over) and not any(key.concepts.intersection(m.readings) for m in over)


def _pointed_at(found: Comparison, lexicon: Lexicon) -> frozenset[str]:
    """What 'it' leans on: the first thing that the sentence before names, or all that the heading or title does."""
    before = next((a for a in found.context.areas if a.name == "sentence before"), None)
    named = [m for m in before.mentions if is_anchor(m, lexicon)] if before else []
    if named:
        return frozenset(named[0].readings)
    for area in found.context.areas:
        over = [m for m in area.mentions if level_of(area) == TOPIC and is_anchor(m, lexicon)]
        if over:
            return frozenset(r for m in over for r in m.readings)
    return frozenset()


def _may_be(told: frozenset[str], claimed: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether one thing is named by both, or the copy's is a wider name for it: 'the cancer'."""
    return bool(told & claimed) or bool(told & lexicon.above(claimed))


def _forget_besides(found: Comparison) -> None:
    """What heads the sentence goes on counting: 'rheumatoid arthritis' over 'heart disease ranks first'."""
    for name in list(found.features):
        if name in _BESIDE or (name.startswith("extra ") and name.rpartition(" ")[2] in _OF_SENTENCE):
            del found.features[name]


def gives_rank(context: Context, key: FactKey) -> bool:
    """True where the sentence gives the very rank, below the first, that the claim gives."""
    reading = context.own.reading
    told = (
        f for f in reading.others if f.role == "rank" and reading.sentence_at(f.start) == context.sentence
    )
    claimed = ranks_below(key)
    return any(f.bounds in claimed for f in told)


def ranks_below(key: FactKey) -> set[tuple[Fraction, Fraction]]:
    """The ranks below the first that a claim gives."""
    return {f.bounds for f in ranks_of(key) if f.value and f.value > 1}


def without_rank(key: FactKey) -> tuple[Need, ...]:
    """What the claim needs beside its rank, and beside what stands before it in the ranking: 'second, after smoking'."""
    rank = ranks_of(key)[0]
    end = _BEHIND.search(key.reading.text, rank.end)
    stop = end.start() if end else len(key.reading.text)
    return tuple(
        n
        for n in key.needs
        if n.start < stop and not rank.start <= n.start < rank.end and "~rank" not in n.readings
    )


_BEHIND = AnyCase(r"\b(?:behind|after|following)\b")
