"""What a claim says that there is none of ('no safe level of X'), and whether a sentence says that there is one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from linter.claims.areas import ANCHORS
from linter.claims.needs import kind_of
from linter.language.lexicon import Lexicon
from linter.language.text import Sentence
from linter.language.tokens import Token

_BE = frozenset("is are was were be been being remains remain".split())
_AUXILIARIES = _BE | frozenset(
    "can could may might will would should must has have had do does did cannot".split()
)
_PREPOSITIONS = frozenset(
    "of for against to between with in on from by about at during after before within among".split()
)
_JOINTS = frozenset(
    "and or but that which who because if when while so though although unless until since where".split()
)
_STOPS = _AUXILIARIES | _PREPOSITIONS | _JOINTS
_ARTICLES = frozenset("a an the one some any another several many new two your".split())
_OWNS = frozenset("has have".split())
NOTS = frozenset("not n't never".split())
_FOUND = frozenset(
    "know find establish set develop exist identify discover prove show approve license agree define available"
    " demonstrate invent confirm report determine".split()
)
"""What has happened to a thing that there is: 'has been found', 'is available'."""
_GETS = _FOUND | frozenset(
    "get offer give receive take need ask have has had order book use recommend".split()
)
"""Verbs before a thing that there is: 'ask for the vaccine', 'experts have set a level'."""
_POSSIBLY = frozenset("may might could would will should if whether someday".split())
_ADVERBS = frozenset(
    "now currently also already still indeed in fact at present yet as even today always".split()
)
_SAYS_LITTLE = frozenset(
    "known current currently proven specific such single routine standard licensed approved available effective real"
    " good clear direct general simple definite definitive other true new".split()
)
"""Words before a denied thing without which it is still that thing."""
_LEFT_OPEN = frozenset(
    "cure treatment prevention way method means evidence proof doubt need reason cause risk chance sign symptom"
    " difference effect benefit drug medicine medication remedy people person one".split()
)
"""Denied things that copy states in too many ways: by a deed ('can be cured'), by what they are said to do."""
_ALIKE = tuple(
    frozenset(group.split())
    for group in (
        "level amount dose quantity limit threshold degree",
        "link association connection relationship correlation",
        "vaccine vaccination jab shot immunisation immunization",
        "safe harmless acceptable",
    )
)
_TELLS = {
    "test": frozenset("diagnose detect confirm find show identify reveal".split()),
    "scan": frozenset("diagnose detect confirm find show identify reveal".split()),
    "vaccine": frozenset("protect prevent guard".split()),
    "link": frozenset("link associate connect relate cause trigger increase raise".split()),
}
"""What a thing does that there is: 'a blood test can diagnose it'."""
_PHRASE = 6
"""How many words a noun and what stands before it have at most."""


@dataclass(frozen=True, slots=True)
class Denied:
    """``heads`` are lemmas that name the thing, ``qualities`` lists of lemmas one of each of which it must have."""

    heads: frozenset[str]
    qualities: tuple[frozenset[str], ...]

    def is_named(self, phrase: Sequence[Token], ahead: Sequence[Token] = ()) -> bool:
        """Whether a phrase that ends in one of the heads has all the qualities, or ``ahead`` has them."""
        said = {t.lemma for t in (*phrase, *ahead)}
        return all(said & quality for quality in self.qualities)


def denied_thing(sentence: Sentence) -> Denied | None:
    """The thing of which a claim says that there is none; None for a claim that denies something else."""
    tokens = sentence.tokens
    for k, token in enumerate(tokens):
        no, unsaid = token.lower == "no", token.lower in NOTS
        phrase: Sequence[Token] = ()
        if (no and (_opens_denial(tokens, k) or _owns(tokens, k))) or (
            (no or unsaid) and _there_is(tokens, k)
        ):
            phrase = tokens[k + 1 : _stop(tokens, k + 1)]
        elif unsaid and _is_found(tokens, k + 1):
            phrase = tokens[: _stop(tokens, 0)]
        if phrase:
            return _denied(phrase, tokens[tokens.index(phrase[-1]) + 1 :])
    return None


def _does(phrase: Sequence[Token]) -> int | None:
    """Where what a thing does that there is begins: 'protects' of 'no vaccine protects against it'."""
    return next(
        (
            k
            for k in range(1, len(phrase))
            if any(
                phrase[k].lemma in does and thing in _alike(phrase[k - 1].lemma)
                for thing, does in _TELLS.items()
            )
        ),
        None,
    )


def _denied(phrase: Sequence[Token], rest: Sequence[Token]) -> Denied | None:
    phrase = phrase[: _does(phrase)]
    words = [t for t in phrase if t.lemma and t.lower not in _ARTICLES and t.lower not in _ADVERBS]
    if not words or words[-1].lemma in _LEFT_OPEN:
        return None
    told = [t for t in words[:-1] if t.lower not in _SAYS_LITTLE]
    told += _predicated(rest)
    return Denied(_alike(words[-1].lemma), tuple(_alike(t.lemma) for t in told))


def _predicated(rest: Sequence[Token]) -> list[Token]:
    """What is said of a thing after 'is': the 'safe' of 'no level of exposure is safe'."""
    at = next((k for k, t in enumerate(rest) if t.lower in _BE), None)
    if at is None:
        return []
    said = [t for t in rest[at + 1 : at + 5] if t.lemma and t.lower not in _ADVERBS | _STOPS | {"to"}]
    return [t for t in said[:1] if t.lemma not in _FOUND and t.lower not in _SAYS_LITTLE]


def _alike(lemma: str) -> frozenset[str]:
    return next((group for group in _ALIKE if lemma in group), frozenset({lemma}))


def _opens_denial(tokens: Sequence[Token], k: int) -> bool:
    """Whether token ``k`` opens a clause that denies a thing: 'No vaccine exists', 'At present, no level is safe'.

    'No diet can cure it' denies what diets do, and that there is none of them is not said.
    """
    if k and tokens[k - 1].raw not in (",", ";", ":"):
        return False
    end = _stop(tokens, k + 1)
    if end < len(tokens) and tokens[end].lower in _PREPOSITIONS:
        end = next((i for i in range(end, len(tokens)) if _is_verb(tokens[i])), end)
    said = tokens[end : end + 3]
    return any(t.lower in _BE or t.lemma == "exist" for t in said) or _does(tokens[k + 1 : end]) is not None


def _is_verb(token: Token) -> bool:
    return token.lower in _AUXILIARIES or token.lemma == "exist"


def _there_is(tokens: Sequence[Token], k: int) -> bool:
    before = [t.lower for t in tokens[max(0, k - 4) : k] if t.lower not in _ADVERBS]
    return "there" in before[:-1] and (before[-1] in _BE or before[-1] in ("'s", "exist", "exists"))


def _owns(tokens: Sequence[Token], k: int) -> bool:
    """'Has no known threshold'; people who have no symptoms are people with none, and not a denial that there are any."""
    return k > 0 and tokens[k - 1].lower in _OWNS and k + 1 < len(tokens) and tokens[k + 1].lower == "known"


def _is_found(tokens: Sequence[Token], k: int) -> bool:
    """Whether 'exist', 'been found' or 'available' stands at token ``k`` or behind a helping verb there."""
    said = next((t for t in tokens[k : k + 4] if t.lower not in _AUXILIARIES - {"being"} | _ADVERBS), None)
    return said is not None and said.lemma in _FOUND


def _stop(tokens: Sequence[Token], first: int) -> int:
    """One past the noun phrase at ``first``."""
    i = first
    while (
        i < len(tokens)
        and tokens[i].lower not in _STOPS
        and _is_word(tokens[i])
        and tokens[i].lemma != "exist"
    ):
        i += 1
    return i


def _is_word(token: Token) -> bool:
    return bool(token.lemma) or token.raw == "-"


def affirms(sentence: Sentence, denied: Denied, claimed: frozenset[str], lexicon: Lexicon) -> bool:
    """True where a sentence says that there is the denied thing of what the claim is about (``claimed`` concepts).

    What the sentence says 'not' to is not asked here.
    """
    tokens = sentence.tokens
    return any(
        _is_of_it(sentence, first, head, claimed, lexicon) and _is_there(tokens, first, head, denied)
        for first, head in _named(tokens, denied)
    ) or _is_told(tokens, denied)


def _named(tokens: Sequence[Token], denied: Denied) -> Iterator[tuple[int, int]]:
    """The first and last token of each phrase that names the thing, its qualities aside."""
    for head, token in enumerate(tokens):
        if token.lemma in denied.heads and not (
            head + 1 < len(tokens) and tokens[head + 1].lemma in denied.heads
        ):
            first = head
            while (
                first
                and head - first < _PHRASE
                and _is_word(tokens[first - 1])
                and tokens[first - 1].lower not in _STOPS | _ARTICLES
            ):
                first -= 1
            yield first, head


def _is_there(tokens: Sequence[Token], first: int, head: int, denied: Denied) -> bool:
    """Whether the sentence says of the phrase that there is such a thing."""
    phrase, before = tokens[first : head + 1], tokens[max(0, first - 5) : first]
    if any(t.lower == "only" for t in (*before[-2:], *phrase)):
        return False  # 'the only safe level is none'
    named = denied.is_named(phrase)
    if named and any(t.lower == "there" for t in before):
        return True
    article = bool(before) and before[-1].lower in _ARTICLES
    if (
        named
        and article
        and before[-2:-1]
        and before[-2].lower in ("with", "by")
        and _is_done(before, denied)
    ):
        return True
    if named and article and any(t.lemma in _GETS and not t.lower.endswith("ing") for t in before[:-1]):
        return not any(t.lower in _POSSIBLY for t in before)
    after = tokens[
        head + 1 : next((k for k in range(head + 1, len(tokens)) if tokens[k].raw in ",;:()"), len(tokens))
    ]
    at = next((k for k, t in enumerate(after) if t.lower in _AUXILIARIES or t.lemma == "exist"), None)
    if named and any(
        t.lemma in doing for thing, doing in _TELLS.items() if thing in denied.heads for t in after[:3]
    ):
        return True
    if at is None:
        return False
    if named and _is_found(after, at) and not any(t.lower in _POSSIBLY for t in after[at:]):
        return True
    said = after[at + 1 : at + 5]
    to = next((k for k, t in enumerate(said) if t.lower == "to"), len(said))  # 'levels are safe to measure'
    return bool(denied.qualities) and not named and to == len(said) and denied.is_named(phrase, said[:3])


def _is_done(before: Sequence[Token], denied: Denied) -> bool:
    """'Can be prevented with a vaccine' says that there is one."""
    done = frozenset[str]().union(*(does for thing, does in _TELLS.items() if thing in denied.heads))
    return any(t.lemma in done for t in before) and not any(t.lower in _POSSIBLY for t in before)


def _is_told(tokens: Sequence[Token], denied: Denied) -> bool:
    """'Vaccines are linked to autism' says that there is a link."""
    if "link" not in denied.heads:
        return False
    return any(t.lemma in _TELLS["link"] and t.lower not in denied.heads for t in tokens)


def _is_of_it(sentence: Sentence, first: int, head: int, claimed: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether the phrase is of nothing but what the claim is about: no vaccine against something else."""
    tokens = sentence.tokens
    end = head + 1
    if end < len(tokens) and tokens[end].lower in _PREPOSITIONS:
        end += 1
        while (
            end < len(tokens)
            and (tokens[end].lower not in _STOPS or tokens[end].lower == "of")
            and tokens[end].lemma
        ):
            end += 1
    named = [m for m in sentence.mentions if first <= m.first and m.last < end and not m.weak]
    named = [m for m in named if kind_of(m.readings[0], lexicon) in ANCHORS]
    return not named or any(claimed.intersection((*m.readings, *lexicon.above(m.readings))) for m in named)
