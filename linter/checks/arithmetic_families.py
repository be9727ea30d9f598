"""Parts that exclude each other by what they are called: granted, refused, withdrawn; the study drug, standard care."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from linter.checks.arithmetic_opposites import are_opposites
from linter.checks.numbers_scan import Passage, grain, ulp
from linter.language.figure import Figure
from linter.patterns import AnyCase, Pattern
from linter.rulebook.rules import Rule

_OVERLAP = AnyCase(
    r"\b(?:both|either|some of|more than one|as well|also|overlap\w*|including|of (?:these|those|them)|in turn|respectively)\b"
)
_WHOLE_OF = AnyCase(
    r"^[^.;:\d]{0,60}?(?::|,?\s+of\s+(?:which|whom|them|these)|,?\s+in\s+(?:all|total),?|\s[—–]|\s?\(|,\s+with|\s(?:is|are|was|were)\s+(?:split|divided)(?:\s+up)?\s+(?:into|between|among))\s*(?:only\s+|just\s+)?$"
)
"""Between a whole and its first part: '500 claims, of which'."""
_OF_FIRST = AnyCase(r"^\W*(?:of|out of|among)\s+(?:the\s+|all\s+|our\s+|these\s+|those\s+)*$")
_OF_OTHERS = AnyCase(r"^\s+(?:of|among)\s+(?!(?:them|all|those|these|whom)\b)")
_GROUP = AnyCase(
    r"\b(?:on|with|in|among|at|after|during|for|by)\s+(?:the\s+)?(?:\w+\s+)?(?:drug|placebo|groups?|arms?|controls?|men|women|boys|girls|(?:19|20)\d\d)\b"
)
"""'60% improved on the drug and 50% got worse on placebo': shares of two wholes, as '70% of adults and 50% of children' are."""
_ENROLLED = AnyCase(
    r"\b(?:took part|participated|enrol\w+|randomi[sz]ed|recruited|assigned|allocated|people|patients|adults|children|women|men|participants|volunteers|babies)\b"
)
_STATES = ("health", "vaccinations", "opposites")
"""Families that are groups as well as what becomes of them: shares of them are parts only where they are subjects."""
_OF_GROUP = AnyCase(
    r"^\s+(?:in|on|for|with|without|among|at|to|by|of\s+(?:those|the|all))\b|\b(?:who|whose|that|those)\b"
)
_TO_GROUP = AnyCase(r"\b(?:in|on|for|with|among|at|to|by|from|of)\s+$")
_ALL_OF_THEM = ("arms", "groups")
"""Families that leave nobody out."""
_MOST = 8
_N = Pattern(r"\b[nN]\s?=\s?(?P<n>\d{1,3}(?:,\d{3})+|\d+)\b")
_TO_ARMS = AnyCase(r"\b(?:randomi[sz]ed|randomly assigned|assigned|allocated|allotted|divided|split)\b")
_LEFT_OUT = AnyCase(r"\b(?:exclud\w+|lost|withdr\w+|dropp\w+|complet\w+|analy[sz]ed|declin\w+|remain\w+)\b")


@lru_cache(maxsize=32)
def _members(family: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Each member of a family, told in any of its ways: 'unchanged | stayed the same'."""
    told = (" ".join(member.split()).split(" | ") for member in family)
    return tuple(re.compile(rf"\b(?:{'|'.join(map(re.escape, ways))})\b", re.IGNORECASE) for ways in told)


def _each_of_one(rule: Rule, passage: Passage, parts: Sequence[Figure]) -> str:
    """The family whose members the parts are, each another; empty if there is none."""
    starts = [p.lead if p.lead >= 0 else p.start for p in parts[1:]]
    said = [
        passage.text[p.end : min(end, p.end + 60)]
        for p, end in zip(parts, [*starts, passage.end], strict=True)
    ]
    said[-1] = re.split(r"[.;:(]|,\s+(?:and|but|which|while|so)\b", said[-1])[0]
    for name, family in rule.phrases.items():
        held = [
            [k for k, member in enumerate(_members(tuple(family))) if member.search(words)] for words in said
        ]
        if all(len(h) == 1 for h in held) and len({h[0] for h in held}) == len(parts):
            return name
    return "opposites" if are_opposites(said) else ""


def _listed(passage: Passage, parts: Sequence[Figure]) -> bool:
    gaps = [passage.text[a.end : b.lead] for a, b in pairwise(parts)]
    if not gaps or any(re.search(r"[.;:]", g) for g in gaps):
        return False
    last = bool(re.search(r"\b(?:and|or|but|while|whereas)\s*(?:the\s+other\s+|another\s+)?$", gaps[-1]))
    return last and all(re.search(r",\s*$", g) for g in gaps[:-1])


def named_counts(
    rule: Rule, passage: Passage, counts: Sequence[Figure]
) -> tuple[Figure, list[Figure]] | None:
    """A count and the parts of it that exclude each other, where they cannot be its parts."""
    return next((found for k in range(len(counts) - 2) if (found := _named(rule, passage, counts[k:]))), None)


def _named(rule: Rule, passage: Passage, counts: Sequence[Figure]) -> tuple[Figure, list[Figure]] | None:
    """The first of ``counts`` and the others, if they are its parts by name and cannot be by number."""
    if not 3 <= len(counts) <= _MOST or _OVERLAP.search(passage.text[counts[1].start : passage.end]):
        return None
    whole, parts = counts[0], list(counts[1:])
    gap = passage.text[whole.end : parts[0].lead]
    opened = _OF_FIRST.match(re.split(r"[:;]\s", passage.text[passage.start : whole.lead])[-1])
    allotted = _TO_ARMS.search(passage.text[passage.start : whole.lead]) and re.match(
        r"^[^.;:\d]{0,40},\s*$", gap
    )
    if not (opened or allotted or _WHOLE_OF.match(gap)) or not _listed(passage, parts):
        return None
    if any(f.qualifier != "exact" or f.hedged for f in (whole, *parts)):
        return None
    name = _each_of_one(rule, passage, parts)
    if not name:
        return None
    off = sum((f.value or Fraction(0) for f in parts), Fraction(0)) - (whole.value or Fraction(0))
    slack = sum((grain(f) - Fraction(1, 2) for f in counts if grain(f) > 1), Fraction(0))
    enrolled = (
        name in _ALL_OF_THEM and not opened and _ENROLLED.search(passage.text[passage.start : parts[0].start])
    )
    return (whole, parts) if off > slack or (enrolled and abs(off) > slack) else None


def _are_subjects(passage: Passage, shares: Sequence[Figure]) -> bool:
    """True for '64% fell ill and 46% did not'; not for 'found in 60% with asthma and 50% without'."""
    ends = [*(f.lead for f in shares[1:]), passage.end]
    return not any(
        _OF_GROUP.search(passage.text[share.end : end]) or _TO_GROUP.search(passage.text[passage.start : share.lead])
        for share, end in zip(shares, ends, strict=True)
    )  # fmt: skip


def named_shares(rule: Rule, passage: Passage, shares: Sequence[Figure]) -> list[Figure]:
    """Shares that exclude each other and are more than the whole: 'half were mild, 40% moderate and 20% severe'."""
    if not 2 <= len(shares) <= _MOST or not _listed(passage, shares):
        return []
    if _OVERLAP.search(passage.sentence) or _GROUP.search(passage.text[shares[0].end : passage.end]):
        return []
    if any(_OF_OTHERS.match(passage.text[f.end : f.end + 20]) for f in shares[1:]):
        return []
    name = _each_of_one(rule, passage, shares)
    if not name or name == "arms" or (name in _STATES and not _are_subjects(passage, shares)):
        return []
    total = sum(((f.value or Fraction(0)) * f.size for f in shares), Fraction(0))
    slack = sum((ulp(f) / 200 if f.unit else Fraction(3, 100) for f in shares), Fraction(1, 100))
    return list(shares) if total > 1 + slack else []


def allotted_sizes(passage: Passage, counts: Sequence[Figure]) -> tuple[int, int, int, int] | None:
    """Where 'participants (n = 60) were assigned to exercise (n = 30) or rest (n = 32)' stands, the sum and the whole."""
    found = list(_N.finditer(passage.text, passage.start, passage.end))
    allotted = _TO_ARMS.search(passage.text, passage.start, passage.end)
    if len(found) < 2 or allotted is None or _LEFT_OUT.search(passage.sentence):
        return None
    sizes = [int(m["n"].replace(",", "")) for m in found]
    start, whole, parts = found[0].start(), sizes[0], sizes[1:]
    if found[0].start() > allotted.start():
        before = [f for f in counts if f.end <= allotted.start()]
        if len(before) != 1 or before[0].value is None or before[0].value <= len(sizes):
            return None  # 'Two experiments (n = 804 and n = 800)'
        start, whole, parts = before[0].start, int(before[0].value), sizes
    elif found[1].start() < allotted.start():
        return None
    return (start, found[-1].end(), sum(parts), whole) if len(parts) > 1 and sum(parts) != whole else None
