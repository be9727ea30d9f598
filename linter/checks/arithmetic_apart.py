"""Parts that running prose says nobody is in two of, so that they are at most all: 'each tested one kind only'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from linter.checks.numbers_scan import Passage
from linter.language.figure import Figure
from linter.patterns import AnyCase, Pattern

_ONE_EACH = AnyCase(
    r"\beach\b[^.;:]{0,40}\b(?:only one|just one|one\b[^.;:]{0,25}\bonly|exactly one|a single|counted (?:only )?once)\b"
    r"|\b(?:none|no one|nobody|no \w+)\b[^.;:]{0,40}\b(?:in more than one|more than one|in two|twice)\b"
    r"|\bmutually exclusive\b|\b(?:without|no) overlap\b|\bsingle[- ]choice\b"
    r"|\bone\s+(?:vote|answer|choice|job|place|reply|main\s+\w+)\s+(?:for\s+)?each\b|\beach\s+(?:of\s+\w+\s+)?(?:\w+\s+)?(?:has|had|have|does|did|gave|cast|chose|picked|named|could\s+\w+)\s+(?:only\s+)?one\b"
)
"""'each tested one kind only', 'one vote for each member', 'each has one job', 'none had more than one', 'the groups are mutually exclusive'."""
_BACK = 200
"""Characters before a sentence in which it may be said that each is in one part."""
_LACKS = AnyCase(
    r"^\s+(?:(?:people|patients)\s+)?(?:(?:had|have|has|with|showed|reported)\s+)?no\s+(?P<what>[a-z]+)\b"
)
_GRADES = r"(?:mild|moderate|severe|superficial|deep|shallow|small|medium|large|minor|major|slight|partial|complete|full|low|high|early|late|single|multiple)"
_CATCH_ALL = AnyCase(
    r"^\s+(?:(?:are|were|is|was)\s+)?(?:[\w-]+\s+){0,4}?(?:or|and)\s+others?(?:\s+(?:types?|kinds?|forms?))?\s*(?:[.;)]|$)"
    r"|^\s+(?:(?:are|were|is|was)\s+)?(?:(?:an?\s+)?others?(?:\s+(?:types?|kinds?|forms?))?|unknown|unclassified|unspecified|not\s+known)\s*(?:[.;)]|$)"
)  # fmt: skip
"""'25% large cell or other.', '12% others', '5% unknown': whatever is none of those before."""
_IS = AnyCase(r"^\s+(?:of\s+(?:them|all|the\s+\w+|\w+)\s+)?(?:are|were|is|was)\s+")
_VERB = AnyCase(r"^\s+(?:had|have|has|reported|used|took|felt|said|got|did|suffer\w*|develop\w*)\b")
_LISTED = Pattern(r",\s*$")
_LAST = AnyCase(r"\band\s+(?:the\s+)?$")


def is_list(passage: Passage, parts: Sequence[Figure]) -> bool:
    """True for 'a …, b … and c …' within one clause."""
    gaps = [passage.text[a.end : b.lead] for a, b in pairwise(parts)]
    if not gaps or any(re.search(r"[;:]|\.\s", gap) for gap in gaps):
        return False
    return bool(_LAST.search(gaps[-1])) and all(_LISTED.search(gap) for gap in gaps[:-1])


def one_each(passage: Passage, parts: Sequence[Figure]) -> bool:
    """'39 tested balance training, 11 tai chi and 14 resistance work; each tested one kind only.'

    The sentences before may say so too: 'I ran a poll, one vote for each member.'
    """
    before = passage.text[max(0, passage.start - _BACK) : parts[0].lead]
    return bool(_ONE_EACH.search(passage.text[parts[-1].end : passage.end]) or _ONE_EACH.search(before))


def graded(passage: Passage, parts: Sequence[Figure]) -> bool:
    """'210 had no ulcer, 150 had a superficial ulcer and 140 had a deep one': none, or one grade of it."""
    after = [passage.text[part.end : part.end + 70] for part in parts]
    lacks = [match for match in map(_LACKS.match, after) if match]
    if len(lacks) != 1 or len(parts) < 3:
        return False
    what = re.escape(lacks[0]["what"])
    grade = re.compile(
        rf"^\s+(?:(?:had|have|has|with|showed|reported)\s+)?(?:an?\s+)?(?P<grade>{_GRADES})\s+(?:{what}|ones?)\b"
        rf"|^\s+(?:(?:had|have|has)\s+)?(?:an?\s+)?{what}\s+that\s+(?:was|were)\s+(?P<told>{_GRADES})\b",
        re.IGNORECASE,
    )
    found = [match for match in map(grade.match, after) if match]
    grades = {(match["grade"] or match["told"]).lower() for match in found}
    return len(found) == len(grades) == len(parts) - 1


def all_kinds(passage: Passage, parts: Sequence[Figure]) -> bool:
    """'Of all tumours, 50% are adenocarcinoma, 35% squamous cell carcinoma and 25% large cell or other.'"""
    after = [passage.text[part.end : part.end + 90] for part in parts]
    if len(parts) < 3 or not _IS.match(after[0]) or any(_VERB.match(words) for words in after):
        return False
    return _CATCH_ALL.match(after[-1]) is not None
