"""Facts without a figure: one answer among several, a yes or a no, two names of one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from linter.binding.areas import Area, Context
from linter.binding.contexts import ContextReader
from linter.binding.fit import Fit
from linter.binding.key import FactKey, Need, kind_of
from linter.binding.objects import has_other_object
from linter.binding.refuted import is_refuted_sentence
from linter.binding.rivals import akin
from linter.binding.score import fit, may_fit
from linter.binding.sense import sense
from linter.language.lex import fold
from linter.language.lexicon import Lexicon
from linter.language.text import Mention, Sentence, Token
from linter.patterns import Pattern

CATEGORY = 0.6
POLARITY = 0.72
_NEGATORS = frozenset(
    "no not n't never none nobody nothing without mistake unwise cannot neither nor cant unable fail lack nowhere hardly".split()
)


@dataclass(frozen=True)
class Statement:
    """A sentence bound to a fact that has no figure."""

    context: Context
    fit: Fit
    verdict: Literal["agrees", "category", "polarity", "name"]
    start: int
    end: int
    found: str = ""
    expected: str = ""

    @property
    def key(self) -> FactKey:
        return self.fit.key


def sentence_contexts(index: int, reader: ContextReader) -> Iterator[Context]:
    """A context for each sentence of a block, its figures aside."""
    block = reader.reading.block(index)
    outer = reader.outer(index)
    for number, sentence in enumerate(block.sentences):
        own = Area("sentence", 1.0, True, block, [(sentence.start, sentence.end)])
        around: list[Area] = []
        if number:
            before = block.sentences[number - 1]
            around.append(Area("sentence before", 0.6, False, block, [(before.start, before.end)]))
        if number > 1:
            around.append(
                Area(
                    "paragraph",
                    0.55,
                    False,
                    block,
                    [(block.sentences[0].start, block.sentences[number - 2].end)],
                )
            )
        yield Context(index, None, number, own, [own, *around, *outer])


def negations(tokens: list[Token]) -> int:
    """How many times the tokens say 'not', what they compare with aside: 'than people who don't'."""
    than = next((k for k in range(1, len(tokens)) if _compares(tokens, k)), len(tokens))
    return sum(
        t.lower in _NEGATORS or t.lemma in ("fail", "lack") or (t.lower == "yet" and _is_to(tokens, k + 1))
        for k, t in enumerate(tokens[:than])
    )


_OTHERS = frozenset("people those patients women men adults anyone others not without if when".split())


def _compares(tokens: list[Token], k: int) -> bool:
    return tokens[k - 1].lower == "than" and tokens[k].lower in _OTHERS


def _is_to(tokens: list[Token], k: int) -> bool:
    return k < len(tokens) and tokens[k].lower == "to"


def _is_denied(tokens: list[Token]) -> bool:
    """True where the tokens deny what they tell: by an odd number of 'not's, or in one of several clauses."""
    joints = [k for k in range(len(tokens)) if _parts(tokens, k)]
    count = negations(tokens)
    if count < 2 or not joints:
        return count % 2 == 1
    return any(negations(tokens[a:b]) % 2 == 1 for a, b in pairwise([0, *joints, len(tokens)]))


def is_question(sentence: Sentence) -> bool:
    return sentence.tokens[-1].raw == "?"


def category(
    context: Context,
    sentence: Sentence,
    key: FactKey,
    options: dict[str, str],
    value: str,
    lexicon: Lexicon,
    reader: ContextReader,
) -> Statement | None:
    """Judge a sentence against a fact whose value is one of ``among``; ``options`` maps concept to name."""
    mentions = [m for m in sentence.mentions if any(r in options for r in m.readings)]
    if not mentions or is_question(sentence):
        return None
    if not may_fit(context, key, _aside(sentence, options)):
        return None
    found = fit(context, key, lexicon, _aside(sentence, options))
    ranks = [n for n in key.needs if n.kind == "rank" or "first-line" in n.readings]
    held = [_mention(n.readings, context.own) for n in ranks]
    if (
        not found.anchored
        or found.score < CATEGORY
        or found.blocked
        or (
            ranks
            and not all(
                n.readings & (context.own.concepts.keys() if n.weak else context.own.strong) for n in ranks
            )
        )
        or found.contradicted
        or any(
            n.kind in ("stage", "measure") and not n.weak and n.readings in found.absent for n in key.needs
        )
    ):
        return None
    centre = held[0] if held and held[0] else None
    best = _subject(mentions, centre, sentence)
    concept = next(r for r in best.readings if r in options)
    named = {r for m in mentions for r in m.readings if r in options}
    if value in best.readings:
        return Statement(context, found, "agrees", best.start, best.end, best.text, options[value])
    if (
        (value in named and not _outranked(mentions, best, value, sentence))
        or negations(sentence.tokens)
        or is_refuted_sentence(context, reader)
    ):
        return None
    if _lesser(sentence, centre):
        return None
    return Statement(context, found, "category", best.start, best.end, best.text, options.get(value, concept))


def _aside(sentence: Sentence, options: dict[str, str]) -> dict[str, str]:
    """The answers, with every longer name that holds one: 'follicular' and 'follicular thyroid cancer'."""
    held = [m for m in sentence.mentions if any(r in options for r in m.readings)]
    longer = [m for m in sentence.mentions if any(m.first <= h.first and h.last <= m.last for h in held)]
    return {**dict.fromkeys((r for m in longer for r in m.readings), ""), **options}


_BEATS = frozenset(
    "ahead over above than before beating followed outranking then outstripping rather behind".split()
)


def _outranked(mentions: list[Mention], best: Mention, value: str, sentence: Sentence) -> bool:
    """True where the fact's own answer stands after the copy's, as the lesser one: 'hormones, ahead of stress'."""
    other = next(m for m in mentions if value in m.readings)
    return other.first > best.last and any(
        t.lower in _BEATS for t in sentence.tokens[best.last + 1 : other.first]
    )


_LESSER = frozenset(
    ["second", "third", "fourth", "next", "less", "other", "after", "least", "another", "also"]
)


def _lesser(sentence: Sentence, centre: Mention | None) -> bool:
    if centre is None:
        return False
    near = sentence.tokens[max(0, centre.first - 3) : centre.first]
    return any(t.lower in _LESSER for t in near) or bool(
        sentence.tokens and sentence.tokens[0].lower == "after"
    )


def _mention(readings: frozenset[str], where: Area) -> Mention | None:
    return next((where.concepts[r] for r in sorted(readings) if r in where.concepts), None)


def _subject(mentions: list[Mention], centre: Mention | None, sentence: Sentence) -> Mention:
    """The option that the ranking is about: the nearest before it, or else the nearest."""
    if centre is None:
        return mentions[0]
    return min(
        mentions, key=lambda m: (abs(m.start - centre.start) - (30 if m.start < centre.start else 0), m.start)
    )


_HYPOTHETICAL = Pattern(
    r"\b(?:if(?! (?:you|your|they|people|someone|a person|patients|she|he)\b)|whether|unless|could it|would|look(?:s|ed|ing)? for|search(?:es|ing)? for|seek(?:s|ing)?|hop(?:e|es|ing)|in pursuit of|quest for|working (?:on|towards?)|aim(?:s|ed|ing)?|finding (?:new )?ways|(?:stud|explor|test|develop|discover|investigat|identif|trying)\w* (?:\w+ ){0,3}ways|research(?:ers)? into)\b",
    re.IGNORECASE,
)


_WAYS = {"increase": "decrease", "decrease": "increase"}


_ENDS = frozenset(
    {"stop", "discontinuation", "smoking cessation", "prevent", "replace", "limit", "untreated"}
)


def _is_ended(context: Context, key: FactKey) -> bool:
    """True where something is stopped or prevented that the claim does not stop; 'hard to keep up' limits nothing."""
    ended = context.own.strong & _ENDS | context.own.concepts.keys() & (_ENDS - {"limit"})
    return bool(ended - key.concepts)


def _turned(context: Context, key: FactKey, predicate: list[Need]) -> list[Need]:
    """Needs for a rise where the sentence tells of a fall, or the other way about, of all the same things."""
    said, strong = context.own.concepts.keys(), context.own.strong
    if _is_ended(context, key):
        return []  # 'quitting smoking lowers the risk' is no turn of 'smoking raises it'
    if any(n.anchor and n.readings != key.subject and not n.readings & said for n in key.needs):
        return []
    return [
        n
        for n in predicate
        for way in sorted(n.readings & _WAYS.keys())
        if len(n.readings & _WAYS.keys()) == 1
        and _WAYS[way] in said
        and (
            way not in said or (_WAYS[way] in strong and way not in strong and _WAYS[way] not in key.concepts)
        )
    ]


_RISKY = _WAYS.keys() | {"risk"}
_TAKING = frozenset({"use", "receive", "contain"})
"""What one does with a thing, which copy that names the thing leaves out."""


def _ways(context: Context, key: FactKey, sentence: Sentence) -> int:
    """1 where sentence and claim say that a risk goes the same way, -1 where opposite ways, 0 where not both say."""
    if _is_ended(context, key):
        return 0
    return sense(key.reading.text) * sense(fold(context.own.reading.text[sentence.start : sentence.end]))


def _clause(context: Context, key: FactKey, sentence: Sentence) -> list[Token]:
    """The tokens of the clause that makes the claim: a 'not' beyond a colon or a 'but' is another's."""
    named = [
        context.own.concepts[r]
        for n in key.needs
        if n.weight >= 0.5
        for r in n.readings
        if r in context.own.concepts
    ]
    first, last = (
        min((m.first for m in named), default=0),
        max((m.last for m in named), default=len(sentence.tokens) - 1),
    )
    tokens = sentence.tokens
    while first > 0 and not _parts(tokens, first - 1):
        first -= 1
    while last + 1 < len(tokens) and not _parts(tokens, last + 1):
        last += 1
    return tokens[first : last + 1]


def _parts(tokens: list[Token], i: int) -> bool:
    return tokens[i].raw in (";", ":", "—", "–") or (
        tokens[i].raw == ","
        and i + 1 < len(tokens)
        and tokens[i + 1].lower in ("but", "even", "although", "though", "and", "so", "while", "nor")
    )


def _is_supposed(context: Context, key: FactKey, sentence: Sentence) -> bool:
    """True where what the sentence says hangs on an 'if' before it."""
    named = [
        context.own.concepts[r].start
        for n in key.needs
        if n.weight >= 0.5
        for r in n.readings
        if r in context.own.concepts
    ]
    first = min(named, default=sentence.start)
    return bool(_HYPOTHETICAL.search(context.own.reading.text[sentence.start : first]))


_AGENTS = frozenset({"drug", "drug class", "procedure", "exposure", "lifestyle", "nutrient"})


def _has_other_agent(context: Context, key: FactKey, predicate: list[Need], lexicon: Lexicon) -> bool:
    """True where only a heading names what the claim is about, and the sentence says it of something else."""
    own = context.own
    agents = [n.readings for n in key.needs if n.kind in _AGENTS]
    if not agents or any(a & own.concepts.keys() for a in agents):
        return False
    said = [own.concepts[r].start for n in predicate for r in n.readings if r in own.concepts]
    return any(
        kind_of(c, lexicon) in _AGENTS | {"condition"}
        and own.concepts[c].start < min(said, default=0)
        and not akin(c, own, key, lexicon)
        for c in own.sorted_strong
    )


def polarity(
    context: Context, sentence: Sentence, key: FactKey, lexicon: Lexicon, reader: ContextReader
) -> Statement | None:
    """Judge a sentence against a plain statement: the same claim with or without its 'not'."""
    predicate = [n for n in key.needs if not n.anchor and n.weight >= 0.5]
    total = sum(n.weight for n in predicate)
    named = context.own.concepts.keys()
    said = [
        n for n in predicate if n.readings & (named if n.weak or n.kind == "stage" else context.own.strong)
    ]
    ways = _ways(context, key, sentence)
    if ways < 0:
        turned = [n for n in key.needs if n.readings & _WAYS.keys()]
    else:
        turned = [] if ways else _turned(context, key, predicate)
    if ways:
        said += [n for n in predicate if n not in said and n.readings & _RISKY]
    said += [n for n in turned if n not in said]
    stated = sum(n.weight for n in said)
    if any(
        n.kind in ("relation", "measure", "rank")
        and not n.weak
        and n not in said
        and not n.readings & _TAKING
        for n in predicate
    ):
        return None
    if (total and stated < 0.7 * total) or not may_fit(context, key):
        return None
    found = fit(context, key, lexicon)
    if found.blocked:
        return None
    score = min(
        1.0, found.score + sum(n.weight for n in turned if n.readings in found.absent) / (key.total or 1)
    )
    if (
        not found.anchored
        or score - 0.5 * found.extras < POLARITY
        or found.near < 0.5
        or is_question(sentence)
    ):
        return None
    claim_tokens = [t for s in key.reading.sentences for t in s.tokens]
    denied = _is_denied(_clause(context, key, sentence)) != _is_denied(claim_tokens)
    if denied == bool(turned):
        return (
            Statement(context, found, "agrees", sentence.start, sentence.end)
            if not found.contradicted
            else None
        )
    if found.contradicted or is_refuted_sentence(context, reader) or _is_supposed(context, key, sentence):
        return None
    if has_other_object(sentence, key, lexicon) or _has_other_agent(context, key, predicate, lexicon):
        return None
    return Statement(context, found, "polarity", sentence.start, sentence.end)
