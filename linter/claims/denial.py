"""How often a sentence says 'not', and whether its clause denies what it tells."""

from __future__ import annotations

from itertools import pairwise

from linter.claims.denied import NOTS
from linter.language.lex import fold
from linter.language.text import Mention
from linter.language.tokens import Token
from linter.patterns import AnyCase

NEGATORS = frozenset(
    "no not n't never none nobody nothing without mistake unwise cannot neither nor cant unable nowhere hardly"
    " incurable uncurable unpreventable untreatable irreversible ineffective useless".split()
)
"""The last of these say what a thing is not: 'useless', 'incurable'."""


QUALITIES = "curable|contagious|infectious|hereditary|inherited|heritable|preventable"
"""Words that say of a disease what may be denied of it, as alternatives of a pattern."""
_NON = AnyCase(
    rf"non-?(?:{QUALITIES}|communicable|transmissible|genetic|treatable|fatal|lethal|addictive|effective)"
)


def negations(tokens: list[Token]) -> int:
    """How many times the tokens say 'not', what they compare with aside: 'than people who don't'."""
    than = next((k for k in range(1, len(tokens)) if _compares(tokens, k)), len(tokens))
    return sum(
        (t.lower in NEGATORS and not is_untreated(tokens, k) and not _goes_on(tokens, k))
        or _NON.fullmatch(t.lower) is not None
        or t.lemma == "fail"
        or (t.lemma == "lack" and not _is(tokens, k + 1, "of"))  # 'a lack of the enzyme' denies nothing
        or (t.lower == "yet" and _is(tokens, k + 1, "to"))
        or (
            t.lower == "little"
            and not _is(tokens, k - 1, "a")
            and k + 1 < len(tokens)
            and tokens[k + 1].lemma in _SLIGHT
        )
        for k, t in enumerate(tokens[:than])
    )


_SLIGHT = frozenset("risk danger threat effect evidence chance benefit role harm need value".split())
"""What there is 'little' of is denied as good as quite."""


def _goes_on(tokens: list[Token], k: int) -> bool:
    """True for the second 'no' of 'there is no cure and there are no treatments', which denies no denial."""
    near = tokens[max(0, k - 4) : k]
    joined = next((i for i, t in enumerate(near) if t.lower in ("and", "or")), None)
    return tokens[k].lower == "no" and joined is not None and any(t.lower == "no" for t in tokens[:k])


_IFS = frozenset("if when unless who that those left".split())


def is_untreated(tokens: list[Token], k: int) -> bool:
    """True for the 'without' of 'without treatment' and the 'not' of 'if it is not treated', which only say when."""
    following = tokens[k + 1 : k + 4]
    if tokens[k].lower == "without":
        return any(t.lemma in ("treat", "treatment", "therapy") for t in following)
    told = any(t.lower == "treated" for t in following)
    return told and any(t.lower in _IFS for t in tokens[max(0, k - 4) : k])


_OTHERS = frozenset("people those patients women men adults anyone others not without if when".split())


def _compares(tokens: list[Token], k: int) -> bool:
    """'Than people who do not', 'than tumors not linked to it', 'compared with those who do not': of the others."""
    before = tokens[k - 1].lower
    if before == "than":
        return tokens[k].lower in _OTHERS or any(t.lower in _LINKS for t in tokens[k + 1 : k + 3])
    return before in ("with", "to") and k > 1 and tokens[k - 2].lower == "compared"


_LINKS = frozenset(("not", "without", "who"))


def _is(tokens: list[Token], k: int, word: str) -> bool:
    return k < len(tokens) and tokens[k].lower == word


def is_denied(tokens: list[Token]) -> bool:
    """True where the tokens deny what they tell: by an odd number of 'not's, or in one of several clauses."""
    if answers_no(tokens):
        return True
    joints = [k for k in range(len(tokens)) if parts(tokens, k)]
    count = negations(tokens)
    if count < 2 or not joints:
        return count % 2 == 1
    return any(negations(tokens[a:b]) % 2 == 1 for a, b in pairwise([0, *joints, len(tokens)]))


def answers_no(tokens: list[Token]) -> bool:
    """True for a label with the answer no: 'Passed on by blood transfusion: no'."""
    words = [t for t in tokens if t.raw not in (".", "!")]
    return (
        len(words) > 2 and words[-2].raw in (":", "–", "—", "|", "?") and words[-1].lower in ("no", "never")
    )


def parts(tokens: list[Token], i: int) -> bool:
    return tokens[i].raw in (";", ":", "—", "–") or (
        tokens[i].raw == ","
        and i + 1 < len(tokens)
        and tokens[i + 1].lower in ("but", "even", "although", "though", "and", "so", "while", "nor")
    )


_WITHOUT = AnyCase(
    r"\b(?:without|lacking|in the absence of|free (?:of|from)|never (?:had|have|has|gets?|got|feels?|felt|notices?|noticed|develops?|developed)|(?:feels?|felt|notices?|noticed) no|no (?:history|sign|signs|evidence|return|trace) of|(?:with|have|had|has|where|if|when|and) no"
    r"|(?:do|does|did) ?(?:n[o']t|not) (?:have|carry|get|involve|feel|notice|develop)|(?:no ?(?:one|body)) (?:does|did|do|gives|gave|has|had|starts|started|performs)|put a stop to|puts a stop to|^not|[.;:] not|can(?:'t|not| not)|could(?:n't| not)|unable to|not able to|(?:is|are|was|were) ?n[o']t|never|outside|excluding)"
    r"\s+(?:(?:any|a|an|the|known|diagnosed|previous|prior|active|further|more)\s+)*$|\bnon-?$"
)
_FREE = AnyCase(
    r"[- ]free\b|-negative\b"
    r"|\s+(?:(?:had|have|has) )?(?:ceased?|stopped(?! (?:\w+ )?\d)|disappear(?:s|ed)?|vanish(?:es|ed)?|went away|goes? away|(?:was|were|is|are) gone)\b"
)
_COMPOUND = AnyCase(r"-\w")
"""'Non-muscle-invasive': what is denied is not the muscle."""
_REACH = 48


def is_lacking(text: str, mention: Mention) -> bool:
    """True where the words before a mention, or a 'free' or 'ceased' behind it, say that it is not there."""
    if _FREE.match(text, mention.end):
        return True
    before = fold(text[max(0, mention.start - _REACH) : mention.start])
    return bool(_WITHOUT.search(before)) and not (before.endswith("-") and _COMPOUND.match(text, mention.end))


_AGAINST = AnyCase(
    r"\b(?:than|compared (?:with|to)|versus|as (?:those|people|children|women|men|adults|someone|others|patients|nonsmokers))\b"
)
"""What comes after is whom the claim's people are compared with."""


_AVERTED = AnyCase(r"\b(?:prevent(?:s|ing|ion of)?|protects? against|to avoid)\s+(?:(?:a|an|the|any)\s+)?$")
"""What comes after is what those who are spoken of do not have yet: 'for the prevention of heart disease'."""


def lacking_things(text: str, mentions: list[Mention]) -> dict[str, bool]:
    """What a claim names in one way, and whether only to say that it is not there: 'people without hypertension'."""
    against = _AGAINST.search(text)
    found: dict[str, set[bool]] = {}
    for m in mentions:
        if _AVERTED.search(text[max(0, m.start - _REACH) : m.start]):
            continue
        if not m.weak and (against is None or m.end <= against.start()):
            for r in m.readings:
                found.setdefault(r, set()).add(is_lacking(text, m))
    return {r: True in ways for r, ways in found.items() if len(ways) == 1}


_UNABLE = AnyCase(
    r"\b(?:can ?not|ca ?n['’]t|could ?(?:not|n['’]t)|unable to|fails? to)\s+(?:(?:be|even|yet|fully|completely|always)\s+)*$"
)


def is_impossible(text: str, mention: Mention) -> bool:
    """True where the words before a mention say that it cannot be: 'cannot be controlled'."""
    return bool(_UNABLE.search(text[max(0, mention.start - _REACH) : mention.start]))


_HAVE = frozenset("have has had having carry carries carried".split())
_MOST = frozenset({"most", "majority"})
_FEW = frozenset("some few several many number minority small".split())
_AT_TIMES = frozenset("sometimes occasionally rarely".split())


def is_of_a_few(copy: list[Token], claim: list[Token]) -> bool:
    """Whether copy tells of some what the claim denies of most: both are true."""
    said = {t.lower for t in copy}
    if not _MOST & {t.lower for t in claim}:
        return False
    return bool(_AT_TIMES & said) or (bool(_FEW & said) and not _MOST & said)


def lacks_having(copy: list[Token], claim: list[Token]) -> bool:
    """Whether copy tells of what the claim says that its subject does 'not have', and not who has it."""
    words = [t.lower for t in claim]
    not_having = (w in NOTS and "have" in words[k + 1 : k + 3] for k, w in enumerate(words))
    return _HAVE.isdisjoint(t.lower for t in copy) and any(not_having)
