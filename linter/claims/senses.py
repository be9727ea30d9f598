"""What a sentence says of a thing, by sense: that it is allowed or not, causes or prevents, can be cured, spreads, is inherited …

Two sentences about the same things of which one says in any words what the other denies contradict each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from linter.claims.denial import QUALITIES
from linter.language.lex import fold
from linter.patterns import AnyCase, Pattern

_NEGATOR = AnyCase(
    rf"\b(?:no|not|never|cannot|without|nothing|none|neither|nor|nobody|rarely|seldom|hardly|scarcely|unable|unlikely|non(?=-?(?:{QUALITIES}))|(?<!a )little|(?<!a )few|yet to|fail\w*)\b(?! (?:only|just|least|doubt)\b)"
)
_NONE = AnyCase(r"\s+(?:no|neither|none)\b(?! (?:more|less|fewer|longer|doubt|matter|one)\b)")
"""Behind a verb: 'causes no pain'."""
_BOTH = AnyCase(
    rf"\b(?P<a>{QUALITIES}) (?:and|or) non-?(?P=a)\b|\bnon-?(?P<b>{QUALITIES}) (?:and|or) (?P=b)\b"
)
"""'In heritable and nonheritable forms' says neither."""
_CLAUSE = AnyCase(
    r"[;:—–(),]|\b(?:but|and|so|because|while|although|though|if|when|unless|who|which|whereas|since)\b"
)
"""Where a clause begins, beyond which a 'not' is another's."""
_GAP = r"(?:[\w'’-]+\s+){0,4}?"
_OBJECT = AnyCase(r"\s+(?:(?:you|people|someone|them|patients|a|an|the|any)\s+)+")
"""Between a verb and its object, which one 'not' denies: 'we cannot give people a cure'."""
_NOT = AnyCase(r"n't\b")
_CANNOT = AnyCase(r"\bcan ?not\b|\bca not\b")
_WHICH = AnyCase(
    r"\b(?:for|in|of|with|to|by|from|on|among|at) (?:[\w-]+ ){0,2}[\w-]+\s(?P<which>(?:that|who)\b(?! (?:it|they|he|she|the|this|these|a|an|there)\b)[^,;:.()]*)"
)
"""Which ones are spoken of: 'for hemangiomas that have not gone away'."""
_IS_A = AnyCase(
    r"\b(?:is|are|was|were|be|says?|said|show\w*|finds?|found|means?|believed?|thinks?|knows?|known|fact|thought|suggest\w*)\s"
)
"""Before a 'that' which tells what is so: 'is a disease that cannot be cured', 'studies show that'."""
_SUBJECT = AnyCase(
    r"^(?:the|an?)\s(?:[\w-]+\s){1,3}(?P<which>(?:that|which|who)\s[\w-]+\s[^,.;:()]{2,40}?\s)(?=(?:does|do|did|is|are|was|were|can|cannot|will|may|has|have|gets?|should|must|never)\b)"
)
"""What opens a sentence: 'the injury that causes it | does not get worse'."""
_SENSES = Path(__file__).with_name("senses.txt")
_AGAINST: dict[tuple[str, int], tuple[tuple[str, int], ...]] = {
    ("cause", 1): (("prevent", 1), ("lower", 1)),
    ("prevent", 1): (("cause", 1), ("lower", -1)),
    ("lower", 1): (("cause", 1),),
    ("lower", -1): (("prevent", 1),),
}
"""What a claim's sense rules out of other senses: what prevents a thing lowers its risk, and does not cause it.

What lowers the risk need not prevent, so a claim that nothing prevents rules out none.
"""
_IMPLIED = {("prevent", -1): ("lower", -1), ("lower", 1): ("prevent", 1)}
"""What a claim's sense follows from."""


@dataclass(frozen=True, slots=True)
class Row:
    """Words that say a sense, or deny it. ``denies`` is true where a 'not' is one of those words."""

    sense: str
    sign: int
    pattern: Pattern
    denies: bool
    example: str


@dataclass(frozen=True, slots=True)
class Said:
    """A sense that a text says, 1, or denies, -1, and the words that do."""

    sense: str
    sign: int
    words: str


@cache
def rows() -> tuple[Row, ...]:
    """The rows of ``senses.txt``."""
    lines = _SENSES.read_text(encoding="utf-8").splitlines()
    return tuple(_row(line) for line in lines if line.strip() and not line.startswith("#"))


def _row(line: str) -> Row:
    sense, sign, words, example = (part.strip() for part in line.split(" | "))
    return Row(sense, 1 if sign == "+" else -1, as_pattern(words), bool(_NEGATOR.search(words)), example)


def as_pattern(words: str) -> Pattern:
    """The pattern of a row's words: ``(a|b)`` one of them, ``end*`` any ending, ``...`` up to four words, ``!of`` no 'of' behind."""
    told = words.replace("*", r"\w*").replace("(", "(?:").replace(" ... ", " …")
    told = re.sub(r" !(\w+)", r"(?!\\s+\1)", told).replace(" ", r"\s+")
    return AnyCase(rf"\b{told.replace('…', _GAP)}(?!\w)")


@lru_cache(maxsize=4096)
def senses(text: str) -> dict[str, Said]:
    """The senses of a sentence. Of one that it both says and denies nothing is told."""
    plain = _plain(text)
    matches = [(row, m) for row in rows() for m in row.pattern.finditer(plain)]
    matches = [(row, m) for row, m in matches if not any(_holds(o, m) for _, o in matches)]
    found: dict[str, list[tuple[int, Said]]] = {}
    for row, m in matches:
        # A 'not' before other words that say something is theirs: 'is not recommended without symptoms'.
        earlier = (o.end() for _, o in matches if o.end() <= m.start())
        begin = max((at for at in earlier if not _OBJECT.fullmatch(plain, at, m.start())), default=0)
        count = _negations(plain, begin, m.start() if row.denies else m.end())
        count += not row.denies and _NONE.match(plain, m.end()) is not None
        said = Said(row.sense, row.sign * (-1) ** count, m.group())
        found.setdefault(row.sense, []).append((m.end() - m.start(), said))
    told = {sense: _one(several) for sense, several in found.items()}
    return {sense: said for sense, said in told.items() if said is not None}


def without_which(text: str) -> str:
    """A sentence without the clause that tells which ones are spoken of."""
    subject = _SUBJECT.search(text)
    if subject is not None:
        return text[: subject.start("which")] + text[subject.end("which") :]
    which = _WHICH.search(text)
    if which is None or _IS_A.search(text, 0, which.start()):
        return text
    return text[: which.start("which")] + text[which.end() :]


def turned(copy: dict[str, Said], claim: dict[str, Said], objects: bool) -> bool | None:
    """Whether copy says the opposite of a claim in an odd number of the senses that both have; None where they share none.

    With ``objects``, the claim says of one thing what it does to another, and other senses may rule that out.
    """
    shared = [copy[s].sign != claim[s].sign for s in claim if s in copy]
    for said in claim.values() if objects and not shared else ():
        ruled_out = _AGAINST.get((said.sense, said.sign), ())
        shared += [copy[sense].sign == sign for sense, sign in ruled_out if sense in copy]
        other, way = _IMPLIED.get((said.sense, said.sign), ("", 0))
        shared += [False] if other in copy and copy[other].sign == way else []
    return sum(shared) % 2 == 1 if shared else None


def _holds(longer: re.Match[str], m: re.Match[str]) -> bool:
    """Whether words stand within longer ones that say something else: the 'causes' of 'causes no symptoms'."""
    return longer.start() <= m.start() and m.end() <= longer.end() and len(longer.group()) > len(m.group())


def _one(several: list[tuple[int, Said]]) -> Said | None:
    """The sense that all say; of two that differ, that of the longest words, as 'advise against' has 'advise' in it."""
    longest = max(length for length, _ in several)
    told = {said.sign for length, said in several if length == longest}
    best = max(several, key=lambda found: found[0])[1]
    return best if len(told) == 1 else None


def _plain(text: str) -> str:
    """'Cannot' and "can't" as 'can not'."""
    plain = _BOTH.sub(" ", _NOT.sub(" not", fold(text)))
    return _CANNOT.sub("can not", plain)


def _negations(text: str, begin: int, end: int) -> int:
    """How many times the clause says 'not' between ``begin`` and ``end``."""
    opens = [m.end() for m in _CLAUSE.finditer(text, begin, end)]
    return len(_NEGATOR.findall(text[opens[-1] if opens else begin : end]))
