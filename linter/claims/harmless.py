"""Copy that calls a thing safe of which a claim says that no amount is: 'a little does no harm'."""

from __future__ import annotations

from linter.claims.areas import Context
from linter.claims.denied import Denied
from linter.claims.key import FactKey
from linter.language.lex import fold
from linter.language.lexicon import Lexicon
from linter.language.text import Sentence
from linter.patterns import AnyCase

_BE = r"\b(?:is|are|was|were|be|seems?|appears?)\s+(?:\w+ly\s+|quite\s+|considered\s+|thought to be\s+|known to be\s+|likely to be\s+|still\s+|also\s+|now\s+)*"
_SAFE = AnyCase(
    rf"{_BE}(?:safe|harmless|risk-free|ok|okay|fine|all right|acceptable|not (?:harmful|dangerous|a (?:risk|danger|problem|concern)|risky|unsafe)|no (?:danger|risk|problem)|without (?:risk|harm|danger))\b"
)
_NO_HARM = AnyCase(
    r"\b(?:(?:does|do|did|causes?|poses?|carries|carry|brings?|has|have)\s+(?:\w+\s+){0,3}?no\s+(?:\w+\s+)?(?:harm|damage|risks?|danger)|"
    r"(?:will not|won't|does not|doesn't|do not|don't|cannot|can't|is unlikely to)\s+(?:harm|hurt|damage|be harmful))\b"
)
_LITTLE = AnyCase(
    r"\b(?:little|small|low|light|moderate|moderation|brief|occasional(?:ly)?|some|short|minimal|modest|limited|few|now and (?:then|again)|"
    r"once in a while|a (?:glass|sip|bit|drink|cup|whiff|puff|touch|trace)|one (?:glass|drink|cup)|(?:any|every) (?:level|amount|dose))\b"
)
_AT_LITTLE = AnyCase(
    r"\s+(?:at|in)\s+(?:low|small|moderate|tiny|limited)\s+(?:levels?|amounts?|doses?|quantit\w+)\b"
)
"""'Is safe in small amounts'."""
_REFUSED = AnyCase(
    r"\b(?:no|not|none|never|nothing|nobody|neither|nor|without|avoid\w*|only|zero|free|if|unless|until|whether|than|instead|may|might|would|could|should|think\w*|thought|believe\w*|claim\w*|sa(?:y|ys|id)|stop\w*|quit\w*|cut\w*|protect\w*)\b|n't\b"
)
"""Words before 'is safe' that take it back, or say it of something else: 'avoiding it is safe'."""
SAFE = "safe"


def is_called_harmless(
    context: Context, sentence: Sentence, key: FactKey, denied: Denied, lexicon: Lexicon
) -> bool:
    """True where a sentence calls a little of a thing safe, of which the claim says that there is no safe amount."""
    if not any(SAFE in quality for quality in denied.qualities):
        return False
    text = fold(context.own.reading.text[sentence.start : sentence.end])
    found = _SAFE.search(text) or _NO_HARM.search(text)
    if found is None or _REFUSED.search(text[: found.start()]):
        return False
    if not _LITTLE.search(text[: found.start()]) and not _AT_LITTLE.match(text[found.end() :]):
        return False
    named = context.own.concepts.keys() | lexicon.above(context.own.concepts)
    return all(n.readings & named for n in key.needs if n.anchor)
