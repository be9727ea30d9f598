"""A sentence of copy as a claim: whom it credits, and what it says without the credit and the way in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from linter.patterns import AnyCase, Pattern

_OPENERS = AnyCase(
    r"(?:in fact|however|overall|generally speaking|as such|still|today|in addition|for example|after all)\b,?\s+|(?:but|and|so)\s+"
)
_SAID_TO_BE = AnyCase(
    r"(?:it[’']?s|it is|it has been) (?:estimated|thought|believed|reported|known) that\s+"
    r"|(?:we know|note|remember) that\s+|it[’']?s (?:important|possible) to (?:note|know) that\s+"
)
_FIRST = AnyCase(r"according to (?P<who>[^,;]{2,120}?),\s+(?=\S)")
_LAST = AnyCase(r",? according to (?P<who>[^,;]{2,120}?)(?=[.!]?$)")
_WHO = (
    r"(?:an?|the|one|some)?\s?(?:[\w’'-]+ ){0,9}?"
    r"(?:study|studies|article|report|survey|review|trial|analysis|guidelines?|registry|paper|research|[A-Z][\w.-]+)"
)
_SAYS = (
    r"(?:estimates?|estimated|reports?|reported|says?|said|states?|stated|notes?|noted|found|finds|shows?|showed|"
    r"suggests?|suggested|projects?|recommends?|concluded|has found|have found)"
)
_SAYING = AnyCase(rf"(?P<who>{_WHO}(?: of [^,]{{1,80}}?)?) {_SAYS} that\s+")
_KIND = r"(?:study|article|report|survey|review|trial|analysis|guidelines?|registry|paper|census|poll)"
_STUDY = AnyCase(rf"(?P<year>(?:19|20)\d\d)?\s*(?:[\w-]+ ){{0,2}}?(?P<kind>{_KIND})\b")
_YEAR = Pattern(r"\b(?:19|20)\d\d\b")
_ACRONYM = Pattern(r"\s*\((?P<short>[A-Z][A-Za-z]{1,7})\)")
_ARTICLE = AnyCase(r"^(?:the|a|an)\s+")
_OF = AnyCase(r"\s+(?:of|in|with|on|from)\s")
_LEANS = AnyCase(
    r"\b(?:this|these|those|such|it|they|its|their|here|both|neither|the (?:rest|others?|former|latter))\b"
    r"|that(?:[’']s|\s+(?:is|was|means|makes|would|share|number|figure|rate|risk|group))\b"
    # "Of these, 60% …", "Most of those recover"; but "half of those who smoke" names them.
    r"|(?:[^,;:.]{1,40}? )??(?:of|among) (?:this|these|those|them)\b(?!\s+(?:who|whose|that|with|without|aged?|in|under|over|at|from|of)\b)"
    # "In the U.S., it affects …", "On average, they live …"; but "it is estimated that" says nothing of it.
    r"|(?:[^\s,;:]+ ){0,3}[^\s,;:]+, (?:this|these|those|it|they|its|their)\b(?!\s+(?:is|was|has been)\s+(?:\w+\s+){1,2}(?:that|to)\b)"
)
_LONGEST = 8
"""Words that a source's name in copy has at most."""


@dataclass(frozen=True, slots=True)
class Credit:
    """A source as the copy names it; ``publisher`` is empty where it is no organisation."""

    aka: str
    publisher: str = ""
    short: str = ""
    year: str = ""
    kind: str = ""

    @property
    def id(self) -> str:
        """``acs`` or ``study-2018``."""
        name = self.short or self.publisher or self.kind or self.aka
        slug = "-".join(re.findall(r"[a-z0-9]+", name.lower())[:4])
        return "-".join(part for part in (slug, self.year) if part) or "source"


@dataclass(frozen=True, slots=True)
class Worded:
    """A claim in its own words, and the credit that was taken off it."""

    claim: str
    credit: Credit | None
    leans: bool
    """True if its subject stands in a sentence before it."""


def worded(sentence: str) -> Worded:
    """``sentence`` without what only leads into it."""
    text = _opened(" ".join(sentence.split()))
    credit = None
    if found := _FIRST.match(text):
        credit, text = credit_of(found["who"]), _opened(text[found.end() :])
    elif found := _LAST.search(text):
        credit, text = credit_of(found["who"]), text[: found.start()] + text[found.end() :]
    elif found := _SAYING.match(text):
        credit = credit_of(found["who"])
        # "A study of 212 people with X found that the median was …": who they were is part of the claim.
        if " of " not in found["who"] and " with " not in found["who"]:
            text = text[found.end() :]
    text = text[:1].upper() + text[1:]
    return Worded(text, credit, bool(_LEANS.match(text)))


def _opened(text: str) -> str:
    """``text`` without the words that join it to the text before."""
    while found := _OPENERS.match(text) or _SAID_TO_BE.match(text):
        text = text[found.end() :]
    return text


def credit_of(who: str) -> Credit | None:
    """The source that copy calls ``who``; None where that names nobody ("research", "experts")."""
    short = ""
    if found := _ACRONYM.search(who):
        short = found["short"]
        who = (who[: found.start()] + who[found.end() :]).strip()
    year = found[0] if (found := _YEAR.search(who)) else ""
    study = _STUDY.search(who)
    if study is not None and (year or _ARTICLE.match(who)):
        named = " ".join(_OF.split(who)[0].split()[:_LONGEST])
        return Credit(named[:1].lower() + named[1:], "", short, year, study["kind"].lower())
    name = _ARTICLE.sub("", who)
    if not short and name.isupper():
        return Credit(name, "", name, year)
    return Credit(name, name, short, year) if name[:1].isupper() else None


def acronyms(text: str) -> dict[str, str]:
    """Long form to short form, of every "soft tissue sarcoma (STS)" in ``text``."""
    found: dict[str, str] = {}
    for match in _ACRONYM.finditer(text):
        short = match["short"]
        letters = short.rstrip("s")
        before = re.findall(r"[\w’'-]+", text[max(0, match.start() - 120) : match.start()])[-len(letters) :]
        if letters.isupper() and len(letters) > 1 and "".join(w[0] for w in before).upper() == letters:
            found[" ".join(before)] = short
    return found
