"""Whether two figures are told of one thing: every slot the same or silent, and nothing that either says left over.

What a sentence says is accounted for by another that says it, or that stands where it is said: under a
label, a heading or a title. What labels, headings and titles say may be left over on one side, for a page
tells a thing under one heading and again under none; left over on both sides it tells siblings apart.
"""

from __future__ import annotations

from linter.checks.corpus_claims import Claim
from linter.checks.corpus_figures import contradict, is_small_count
from linter.checks.corpus_items import Item
from linter.claims.areas import ANCHORS
from linter.language.lexicon import Lexicon

_LEFT_OVER, _SIDE_BY_SIDE = 0.45, 0.0
"""What either may say that the other does not, in all: a weak word or two, but no name."""
_NEIGHBOURS = 3
"""Within so many blocks, the difference of a word is a contrast."""
_WITHIN, _ACROSS, _COUNTED = 1.6, 2.6, 3.0
"""The weight of what both say: two telling words, three in two drafts."""
_SCOPES = frozenset({"population", "stage", "age", "place", "season", "condition", "drug", "drug class", "procedure"})
"""Kinds that over one of two figures alone make another claim of it."""
_WHOSE = frozenset({"population", "stage", "age", "place", "season"})
_DISEASES = frozenset({"condition", "symptom", "term"})


def are_rivals(one: Claim, other: Claim, lexicon: Lexicon, *, across: bool) -> bool:
    """True for two figures of one thing that cannot both be right."""
    if across == (one.path == other.path) or (not across and _are_siblings(one, other)):
        return False
    if not contradict(one.figure, other.figure) or dated_apart(one, other):
        return False
    if one.figure.bounds in other.beside or other.figure.bounds in one.beside:
        return False
    if not (one.is_limit and other.is_limit) and across:
        return False  # doses differ by age, by aim and by course, in words that a leaflet leaves out
    return are_one_claim(one, other, lexicon, across=across)


def are_one_claim(one: Claim, other: Claim, lexicon: Lexicon, *, across: bool) -> bool:
    """True where two figures, whatever they are, are told of one thing."""
    if not _slots_agree(one, other) or _are_contrasted(one, other, lexicon):
        return False
    close = not across and abs(one.block - other.block) <= _NEIGHBOURS
    budget = _SIDE_BY_SIDE if close else _LEFT_OVER
    if _left(one.own, other, lexicon) > budget or _left(other.own, one, lexicon) > budget:
        return False
    shared = _shared(one, other)
    least = _COUNTED if is_small_count(one.figure) else _ACROSS if across else _WITHIN
    if sum(i.weight for i in shared) < least or len(shared) < 2:
        return False
    stands = any(i.kind in _DISEASES for i in shared) or len(shared) > 3
    return not _parted_above(one, other, lexicon, across=across, stands=stands)


def dated_apart(one: Claim, other: Claim) -> bool:
    """True for figures of different years: both may be right."""
    return bool(one.years and other.years and not set(one.years) & set(other.years))


def _are_siblings(one: Claim, other: Claim) -> bool:
    """True for figures of one paragraph, list or table: side by side they are of different things."""
    return one.block == other.block or (one.siblings is not None and one.siblings == other.siblings)


def _slots_agree(one: Claim, other: Claim) -> bool:
    a, b = one.slots, other.slots
    if (a.negated, a.is_change, a.is_span, a.order) != (b.negated, b.is_change, b.is_span, b.order):
        return False
    if a.survival and b.survival and a.survival != b.survival:
        return False
    if (a.horizons, a.ages, a.rhythms, a.companions, a.marks) != (
        b.horizons, b.ages, b.rhythms, b.companions, b.marks,
    ):  # fmt: skip
        return False
    return not (one.scope_marks and other.scope_marks and one.scope_marks != other.scope_marks)


def _are_contrasted(one: Claim, other: Claim, lexicon: Lexicon) -> bool:
    """True where what stands around two figures stands against each other: men and women."""
    mine, theirs = one.scene | one.said, other.scene | other.said
    for group, _, members in lexicon.contrasts.values():
        here, there = mine.intersection(members), theirs.intersection(members)
        if group == "scope" and here and there and not here & there:
            return True
    return False


def _left(items: tuple[Item, ...], other: Claim, lexicon: Lexicon) -> float:
    """The cost of the items that the other claim and its surroundings do not account for."""
    return sum(i.cost for i in items if not _accounts(other, i, lexicon))


def _accounts(claim: Claim, item: Item, lexicon: Lexicon) -> bool:
    around = claim.scene | claim.said
    if item.readings & around:
        return True
    if item.parts and all(part & around for part in item.parts):
        return True
    if any(lexicon.implied.get(r, frozenset()) & around for r in item.readings):
        return True
    broad = item.kind in ("generic", "condition", "drug class")
    return broad and any(item.readings & lexicon.ancestors(r) for r in claim.said)


def _shared(one: Claim, other: Claim) -> list[Item]:
    """What both say in their own words."""
    return [i for i in one.own if i.readings & other.said or (i.parts and all(p & other.said for p in i.parts))]


def _parted_above(one: Claim, other: Claim, lexicon: Lexicon, *, across: bool, stands: bool) -> bool:
    """True where labels, headings or titles tell two claims apart; ``stands`` if the sentences name their subject."""
    mine = [i for i in one.scope if not _accounts(other, i, lexicon)]
    theirs = [i for i in other.scope if not _accounts(one, i, lexicon)]
    if mine and theirs:
        return True
    alone = mine or theirs
    if any(i.kind in _SCOPES for i in alone):
        return True
    if not across:
        in_sections = one.section is not None and other.section is not None and one.section != other.section
        return bool(alone) and in_sections and bool(one.scope and other.scope)
    mine = [i for i in one.title if not _accounts(other, i, lexicon)]
    theirs = [i for i in other.title if not _accounts(one, i, lexicon)]
    if any(i.kind in _WHOSE for i in (*mine, *theirs)):
        return True
    strange = bool(mine) and len(mine) == len(one.title), bool(theirs) and len(theirs) == len(other.title)
    if all(strange):
        return True
    if (strange[0] and not other.title) or (strange[1] and not one.title):
        return not stands
    telling = [any(i.kind in ANCHORS or i.kind == "anatomy" for i in left) for left in (mine, theirs)]
    return all(telling) and not stands


