"""How copy tells a figure: denied, forecast, of one's own patients, a change, a share of another base, one of a crowd."""

from __future__ import annotations

from functools import lru_cache

from linter.claims.areas import Context
from linter.claims.bases import counts_of_another, is_converse
from linter.claims.beside import is_aside
from linter.claims.claim_figure import counted_noun, share_of_patients
from linter.claims.comparands import COMPARING, comparands, is_less
from linter.claims.comparison import Comparison
from linter.claims.key import FUTURE, FactKey
from linter.claims.match import NAMED, is_another
from linter.claims.needs import kind_of
from linter.claims.share_base import base_relation
from linter.language.change import direction
from linter.language.figure import Figure
from linter.language.lex import fold
from linter.language.lexicon import Lexicon
from linter.patterns import AnyCase

_NOT = AnyCase(
    r"\b(?:not|never|without|neither|nor|cannot|no(?!\. ?\d))\b(?!\s+(?:only|just|more|less|fewer|yet|longer|one\b|doubt|matter))|n't\b(?!\s+(?:only|just))"
)
_OURS = AnyCase(
    r"\b(?:our|my) own (?!(?:li[fv]e|home|bod|heart|mind|words|health))|\b(?:our|my|his|her|their) (?:patients|readers|clients|hospital|clinic|practice|trust|ward|cent(?:er|re)|unit|team|poll|survey|audit|figures?|rates?)\b|\blocally\b|\b(?:she|he|I) (?:was|had been|were) told\b|\bin (?:this|one) (?:hospital|clinic|practice|ward|unit)\b"
)
_OTHER = AnyCase(
    r"\b(?:another|other(?! words\b)|others|different(?! (?:types?|kinds?|forms?|sorts?|subtypes?|varieties|ways|conditions|diseases)\b))\b"
)
"""'More than 50 different types' are of no other thing."""
_REST = AnyCase(r"\bthe (?:remaining|other|rest,?)\s+$")
"""'The remaining 80%': those of whom the claim's figure is not."""
_SOME = AnyCase(r"\b(?:some|a few|others)\b")
_STUDY = AnyCase(
    r"\b(?:stud(?:y|ies)|trials?|t(?:ook|aking|aken) part|participants|enrolled|recruited|volunteers|surveyed|respondents|survey|poll|randomi[sz]ed)\b"
)
_ALL = AnyCase(
    r"\b(?:overall|in general|altogether|all (?:patients|people|cases|cancers|types|forms|kinds|stages|ages)|everyone|regardless|of any kind|whole|entire)\b"
)
_RISK = AnyCase(r"\b(?:risks?|chances?|odds|likelihood|probability)\b")
_HAPPENS = AnyCase(
    r"\b(?:risks?|chances?|odds|likel\w+|probab\w+|lifetime|develop\w*|get|have|has|had|will|die[sd]?|dying|surviv\w*|alive|affect\w*|inciden\w+|prevalen\w+|recur\w*|return\w*|inherit\w*|infect\w*|catch\w*)\b"
)
"""What a share may be of that is, told otherwise, a risk."""
_COMPARED = AnyCase(r"\b(?:compared|versus|vs|against|than|from|down from|up from)\b")


_MANNERS = {
    "negation": _NOT,
    "forecast": FUTURE,
    "study": _STUDY,
    "of all": _ALL,
    "some": _SOME,
    "other": _OTHER,
}


@lru_cache(maxsize=1024)  # the same words are held against one fact after the other
def _manners(text: str) -> frozenset[str]:
    """The manners of speaking that some words have."""
    return frozenset(name for name, pattern in _MANNERS.items() if pattern.search(text))


def add_manner(result: Comparison, lexicon: Lexicon) -> None:
    key, context = result.key, result.context
    figure, fact = context.figure, key.figure
    if figure is None or fact is None:
        return
    text, claim = fold(context.own.text), key.folded
    here, there = _manners(text), _manners(claim)
    result.add("negation differs", "negation" in here ^ there)
    for name in sorted((here ^ there) - {"negation"}):
        result.add(f"{name} only in copy", name in here)
        result.add(f"{name} only in claim", name in there)
    share = fact.dimension == "proportion" and not _HAPPENS.search(claim)
    result.add("risk for share", share and bool(_RISK.search(text)))
    result.add("another of its kind", _speaks_of_another(result, lexicon))
    result.add("observed for relative", _observed_for_relative(result))
    result.add("another base", is_converse(context, key) or counts_of_another(context, key, lexicon))
    result.add("told of all", _told_of_all(result, lexicon))
    result.add(
        "of the rest",
        bool(_REST.search(fold(context.own.reading.text[max(0, figure.lead - 24) : figure.lead]))),
    )
    result.add("own data", bool(_OURS.search(text)))
    before = text[: max(0, figure.lead - context.own.spans[0][0])] if context.own.spans else ""
    result.add("compared with", bool(_COMPARED.search(before[-24:])) and not key.change)
    result.add("change differs", context.change != key.change and not _may_be_either(context, key))
    _add_directions(result, figure, fact, lexicon)
    if figure.dimension == "count" and key.counted:
        noun = counted_noun(context.own.reading, figure, lexicon)
        if noun:
            result.add("counts same" if noun == key.counted else "counts other")
        dead = noun == "death" or "death" in context.own.concepts, "death" in (key.counted, *key.concepts)
        result.add("deaths for people", bool(noun) and dead[0] != dead[1])
    if figure.dimension == "proportion":
        result.add("base differs", share_of_patients(context.own.reading.text, figure) != key.base)
        relation = base_relation(context, key, lexicon)
        result.add(f"base {relation}", relation is not None)
    result.add("crowd", min(context.crowd, 12) / 6 if context.crowd > 2 else 0.0)
    result.add("cell", context.own.name == "cell")


_PREVENTS = AnyCase(
    r"\b(?:prevent(?:s|ed|ing)?|avert(?:s|ed|ing)?|avoid(?:s|ed|ing)?|effective|efficacy|effectiveness|protect(?:s|ion|ive|ing)?)\b"
)
"""What 97% effective is, 97% fewer cases are: a level and a change at once."""


def _may_be_either(context: Context, key: FactKey) -> bool:
    """True for what is told as a level or as a change alike: twice as many are twice more, what prevents 20% lowers by 20%."""
    figure = context.figure
    multiple = figure is not None and figure.dimension == "multiple"
    return multiple or bool(_PREVENTS.search(context.own.text) or _PREVENTS.search(key.fact.claim))


def _add_directions(result: Comparison, figure: Figure, fact: Figure, lexicon: Lexicon) -> None:
    """Which way a change goes, and who is the greater of two; a question whether they are exchanged tells neither."""
    key, context = result.key, result.context
    told = comparands(context.own.reading, figure) if figure.dimension in COMPARING else None
    exchanged = key.compared.turned(told, lexicon) if key.compared and told else None
    if key.direction:
        turned = key.direction * direction(context.own.mentions, context.own.reading.text, figure)
        converse = exchanged is False and figure.dimension == "multiple"  # '4 times less likely' of the other
        result.add("direction turned", turned < 0 and not converse)
        result.add("direction same", turned > 0)
    result.add("direction turned", _ends_exchanged(context, figure, key, fact))
    if figure.dimension == fact.dimension == "multiple" and not told:
        lesser = is_less(context.own.reading, figure), is_less(key.reading, fact)
        result.add("direction turned", not key.direction and lesser[0] != lesser[1])
    if key.compared and told:
        asked = context.own.text.rstrip().endswith("?")
        result.add("direction turned", exchanged is True and not asked)
        result.add("another of its kind", key.compared.beaten(told, lexicon) or (exchanged is True and asked))


_OTHERS = r"(?:(?:the )?same age|any ?one else|every ?one else|other people|never|(?:of )?their (?:own )?age|general population|in general|do not|don['’]t|does not|doesn['’]t|without)\b"
_AS_LIKELY = AnyCase(
    rf"\bas likely (?:as|to)\b.{{0,80}}\b{_OTHERS}|\b(?:compared|measured|set) (?:with|to|against)\b.{{0,60}}\b{_OTHERS}"
    r"|\bother causes of death\b"
)
"""'91% as likely as people who do not have it to be alive': what a relative rate means."""
_OBSERVED = frozenset({"alive", "live", "survive", "survivor", "living", "lived", "lives", "survived"})


def _observed_for_relative(result: Comparison) -> bool:
    """True for a relative rate given as the part of people who are alive: 'relative' is part of what it means."""
    if "relative survival" not in {r for n in result.key.needs for r in n.readings}:
        return False
    if any(_AS_LIKELY.search(a.text) for a in result.near):
        return False
    if any("relative survival" in a.concepts for a in result.near):
        return False
    words = [a.concepts["survival"].text.lower().split() for a in result.near if "survival" in a.concepts]
    return any(w[0] in _OBSERVED or w[-1] in _OBSERVED for w in words)


_ALL_AGES = AnyCase(r"\b(?:of all ages|of any age|at any age|all age groups)\b")
_STAGES = frozenset({"extent", "stage", "severity", "grade", "malignancy", "course"})


def _told_of_all(result: Comparison, lexicon: Lexicon) -> bool:
    """True where the sentence names all that the claim is about but its stage, or says that age does not matter."""
    key, context = result.key, result.context
    if key.ages and _ALL_AGES.search(context.own.text) and not any(a.ages for a in context.areas[:2]):
        return True
    anchors = [n for n in key.needs if n.anchor]
    if not anchors or not all(any(n.readings & a.concepts.keys() for a in result.near) for n in anchors):
        return False
    staged = {r for name, wanted in key.contrasts.items() if name in _STAGES for r in wanted}
    told = context.named | {c for a in result.near for c in a.implied(lexicon)}
    return bool(staged) and not staged & told


def _speaks_of_another(result: Comparison, lexicon: Lexicon) -> bool:
    """True for 'another fever' and 'other cancers', which stand for nothing that was named.

    The '300 different conditions' that are counted do, and so does what the claim calls 'another' as well.
    """
    own, figure = result.context.own, result.figure
    both = bool(_OTHER.search(result.key.folded))
    return any(
        is_another(own, m)
        and kind_of(m.readings[0], lexicon) in NAMED
        and not is_aside(own, m, result.context)
        and not (both and set(m.readings) & result.key.concepts)
        and not (figure.dimension == "count" and _COUNTED.match(own.reading.text, figure.end, m.start))
        for m in own.mentions
    )


_POSITIONS = (AnyCase(r"\b(?:first|initial|opening)\s+$"), AnyCase(r"\b(?:last|final|closing)\s+$"))


def _ends_exchanged(context: Context, figure: Figure, key: FactKey, fact: Figure) -> bool:
    """'The first 3 months of pregnancy' for the last 3."""
    here, there = (
        [bool(p.search(text[max(0, f.lead - 12) : f.start])) for p in _POSITIONS]
        for text, f in ((context.own.reading.text, figure), (key.reading.text, fact))
    )
    return here != there and any(here) and any(there)


_COUNTED = AnyCase(r"\s(?:different|other|various|several|many|separate|distinct|known)\s(?:\w+\s)?$")
