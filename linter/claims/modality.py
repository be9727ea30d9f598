"""Figures that the copy quotes or denies in order to correct them."""

from __future__ import annotations

import re

from linter.claims.areas import Context
from linter.claims.inherit import ContextReader
from linter.language.lex import fold
from linter.patterns import AnyCase, Pattern

_MYTH = AnyCase(
    r"\b(?:myths?|misconceptions?|misinformation|not true|isn't true|is untrue|untrue|false(?:ly)?(?![- ](?:positive|negative|alarm))|wrong(?:ly)?|incorrect(?:ly)?|mistaken(?:ly)?|"
    r"debunk\w*|no evidence|contrary to(?! (?:what|popular|common|general|public|widespread|expectations?)\b)|rumou?rs?|hoax|fiction|old wives|inaccurate|disprov\w*|refuted|discredited|no truth|not the case|no basis|not so\b|out of date|outdated|no longer true|exaggerat\w*|no support(?:s|ed)?)\b"
)
CLAIMED = AnyCase(
    r"\b(?:you may have (?:read|seen|heard)|online|on the internet|some websites|social media|the line that|advert\w*|claim(?:s|ed|ing)? that|(?:some|many|most) (?:people|patients|websites|sites|posts|papers|parents) (?:say|think|believe|will tell you)|people say|it(?: is|'s)(?: \w+)? (?:said|claimed|reported|thought|believed|assumed)|may say)\b"
)
_DENIED_BEFORE = AnyCase(
    r"(?:\bnot|n't|\brather than|\binstead of|\bnever|\bno longer|\bas opposed to|\bused to be|\bit isn't|\bno)\s+(?:the\s+|a\s+|an\s+|just\s+|only\s+|simply\s+|is\s+|be\s+|to\s+|keep\s+|ask\s+\w+\s+to\s+keep\s+to\s+|\w+\s+people\s+to\s+keep\s+to\s+)*$"
)
_UNABLE = AnyCase(
    r"\b(?:unable|not able|fails?|failed|too (?:ill|weak|frail|sick|tired)) to (?:\w+ ){1,2}$|\b(?:cannot|can't|can not|couldn't|could not) (?:do|perform|manage|reach|achieve|meet|complete|get) $"
)
"""'If you cannot do 150 minutes': what is out of reach, and no advice."""
_HELD = r"(?:true|correct|valid|accurate|recommended|advised|advises?|recommends?|current|up to date|believed|thought|considered|accepted|holds?|stands?|appl(?:y|ies)|right|the case|in use|used|given|offered|needed|counts?|supports?|shows?|so\b)"
"""What a figure that is denied no longer is or does; who is 'no longer vaping' denies nothing."""
_NO_LONGER = AnyCase(
    rf"\bno longer (?:\w+ly )?{_HELD}|\b(?:(?<!get )(?<!gets )(?<!got )(?<!be )(?<!are )(?<!is )(?<!getting )(?<!who )used to|once (?:thought|believed|advised)|formerly|in the past we)\b"
)
_SUPPOSED = AnyCase(
    r"\W*(?:(?:but|and|so) )?(?:suppose|supposing|what if|imagine if|if only)\b(?! \w+ (?:people|women|men|patients))(?:\s+\w+){0,2}\W*$"
)
"""'Suppose half of all strokes came from it'; 'suppose 100 people take it' begins a way of telling figures."""
_EXAMPLE = AnyCase(
    r"\W*(?:for (?:example|instance)|say|let's say|e\.g\.),? (?:if|with|when|where|take|imagine|suppose)\b"
)
"""'For example, if your LDL is 100 mg/dL': a figure to reckon with."""
_SAID_TO_BE = AnyCase(r'\bclaim(?:s|ed|ing)?(?: that\b[^".;:]{0,60})?,?\s*"')
_QUOTES = Pattern(r'"[^"]{3,400}"')


def is_refuted(context: Context, reader: ContextReader) -> bool:
    """True where the copy gives the figure as a wrong one: negated, or quoted beside a denial."""
    figure = context.figure
    if figure is None:
        return False
    block = reader.reading.block(context.block)
    text = fold(block.text)
    led = text[max(0, figure.lead - 50) : figure.lead]
    if _DENIED_BEFORE.search(led) or _UNABLE.search(led):
        return True
    sentence = block.sentences[context.sentence]
    if figure.dimension == "proportion" and _SUPPOSED.match(text[sentence.start : figure.lead]):
        return True
    if _EXAMPLE.match(text[sentence.start : figure.lead]) or is_refuted_sentence(context, reader):
        return True
    here = text[sentence.start : sentence.end]
    following = ""
    if context.sentence + 1 < len(block.sentences):
        after = block.sentences[context.sentence + 1]
        following = text[after.start : after.end]
    before = ""
    if context.sentence:
        previous = block.sentences[context.sentence - 1]
        before = text[previous.start : previous.end]
    if reader.document.blocks[context.block].kind == "heading" and text.rstrip().endswith("?"):
        answer = reader.document.blocks[context.block + 1 : context.block + 2]
        if any(_NO.match(fold(b.text)) for b in answer):
            return True
    quoted = any(m.start() <= figure.start < m.end() for m in _QUOTES.finditer(text))
    if quoted and (_MYTH.search(following) or _MYTH.search(before) or CLAIMED.search(here)):
        return True
    return bool(CLAIMED.search(here) and _MYTH.search(following)) or bool(
        re.search(r"^\s*myth\b", text, re.IGNORECASE)
    )


def is_refuted_sentence(context: Context, reader: ContextReader) -> bool:
    """True where the sentence itself says that what it tells is wrong or past."""
    block = reader.reading.block(context.block)
    sentence = block.sentences[context.sentence]
    here = fold(block.text[sentence.start : sentence.end])
    after = block.sentences[context.sentence + 1 : context.sentence + 2]
    following = fold(block.text[after[0].start : after[0].end]) if after else ""
    if _POINTED.match(following) and _MYTH.search(following):
        return True
    if (_BELIEVED.search(here) or _QUOTED.fullmatch(here.strip())) and _CONTRADICTED.match(following):
        return True
    return bool(_SAID_TO_BE.search(here) or _MYTH.search(here) or _NO_LONGER.search(here))


_NO = AnyCase(r"\W*(?:no|not (?:at all|quite|really|so)|never|wrong|false)\b[\s.,;:!]")
"""The answer to 'I read that nine in ten are infertile. Is that so?'"""
_POINTED = AnyCase(r"\W*this (?:claim|myth|idea|belief|theory|rumou?r)\b")
"""'Vaccines cause autism. This claim has been disproven.'"""
_QUOTED = Pattern(r'"[^"]+"')
"""A sentence that somebody says: '"I am immune for life." You are not.'"""
_BELIEVED = AnyCase(
    r"\b(?:reads?|hears?|heard|told|believes?|thinks?|thought|hopes?|assumes?|expects?|says?|wonders?|fears?|fearing|said|claim(?:s|ed|ing)?) (?:that|it)\b"
)
_CONTRADICTED = AnyCase(
    r"\W*(?:no[,.;]|not so|not true|wrong|nonsense|(?:that|this|it|which) (?:is|was|'s) (?:wrong|false|untrue|nonsense|incorrect|a myth)|there (?:isn't|is no|is not|are no|aren't)|(?:it|that|this|they|he|she|you|we) (?:isn't|is not|aren't|are not|doesn't|does not|don't|do not|won't|will not|can't|cannot|wasn't|haven't|have not|hasn't|has not|hadn't|didn't|did not|does nothing|did nothing|never)\b)"
)
"""'Families read that there is a cure. There isn't one.'"""
