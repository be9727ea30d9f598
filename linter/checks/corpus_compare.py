"""Whether two figures are told of one thing: every slot the same or silent, and nothing that either says left over.

What a sentence says is accounted for by another that says it, or that stands where it is said: under a
label, a heading or a title. What labels, headings and titles say may be left over on one side, for a page
tells a thing under one heading and again under none; left over on both sides it tells siblings apart.
"""

from __future__ import annotations

from linter.checks.corpus_claims import Claim
from linter.checks.corpus_figures import (
    are_both_sides,
    are_of_two_wholes,
    are_own_counts,
    contradict,
    graded_apart,
    is_small_count,
    overlap,
)
from linter.checks.corpus_items import PARTS, Item
from linter.checks.retold_person import are_man_and_woman
from linter.claims.areas import ANCHORS
from linter.language.lexicon import Lexicon

_LEFT_OVER, _SIDE_BY_SIDE = 0.3, 0.0
"""What either may say that the other does not, in all: a weak word or two, but no name."""
_NEIGHBOURS = 3
"""Within so many blocks, the difference of a word is a contrast."""
_WITHIN, _ACROSS, _COUNTED = 1.4, 2.4, 3.0
"""The weight of what both say: two telling words, three in two drafts."""
_SCOPES = frozenset(
    {"population", "stage", "age", "place", "season", "condition", "drug", "drug class", "procedure"}
)
"""Kinds that over one of two figures alone make another claim of it."""
_WHOSE = frozenset({"population", "stage", "age", "place", "season"})
_DISEASES = frozenset({"condition", "symptom", "term"})
_STAND_INS = frozenset({"disease", "medication", "treatment", "symptom"})
"""'This condition', 'the medicine': what it is, only the title says."""
_SURVIVALS = frozenset({"survival", "relative survival", "overall survival"})
"""Which of them is meant is a slot of its own."""
_NO_SUBJECT = frozenset(
    {"generic", "population", "relation", "measure", "rank", "place", "age", "season", "stage"}
)
"""Kinds that do not say what a claim is about."""


def are_rivals(one: Claim, other: Claim, lexicon: Lexicon, *, across: bool) -> bool:
    """True for two figures of one thing that cannot both be right."""
    if are_of_two_wholes(one.figure, other.figure, one.sentence, other.sentence):
        return False
    if are_both_sides(one.figure, other.figure, one.sentence, other.sentence):
        return False
    if across == (one.path == other.path) or (
        not across
        and (((one.leans or other.leans) and not _worded_alike(one, other)) or _are_siblings(one, other))
    ):
        return False
    ranges = not across and overlap(one.figure, other.figure) and _says_the_same(one, other, lexicon)
    if not (ranges or contradict(one.figure, other.figure)) or dated_apart(one, other):
        return False
    if across and (one.figure.dimension == "number" or not _have_subject(one, other)):
        return False
    if across and are_own_counts(one.figure, other.figure, one.found, other.found):
        return False
    if graded_apart(one.sentence, other.sentence) or are_man_and_woman(one.sentence, other.sentence):
        return False
    if one.figure.bounds in other.paragraph and other.figure.bounds in one.paragraph:
        return False  # each tells both: of two groups, in the same order
    if one.figure.bounds in other.beside or other.figure.bounds in one.beside:
        return False
    if across and not (one.is_limit and other.is_limit):
        return False  # doses differ by age, by aim and by course, in words that a leaflet leaves out
    return are_one_claim(one, other, lexicon, across=across)


def _have_subject(one: Claim, other: Claim) -> bool:
    """True where two drafts speak of one thing by name: a disease, a drug, what both titles say, a name in capitals."""
    if one.titled & other.titled or any(
        i.kind in ANCHORS or i.kind in _DISEASES for i in _shared(one, other)
    ):
        return True
    names = [{w.strip(".,;:()'’\"") for w in c.sentence.split()[1:] if w[:1].isupper()} for c in (one, other)]
    return bool(names[0] & names[1])


def are_one_claim(one: Claim, other: Claim, lexicon: Lexicon, *, across: bool) -> bool:
    """True where two figures, whatever they are, are told of one thing."""
    if not _slots_agree(one, other):
        return False
    shared = _shared(one, other)
    in_full = not across and shared and len(shared[0].parts) > 1 and _says_the_same(one, other, lexicon)
    met = len(shared) > 1 or in_full
    if not met or not _leave_nothing(one, other, shared, lexicon, across=across):
        heads = _over(one, other, lexicon, across) or _over(other, one, lexicon, across)
        if across or heads or not _worded_alike(one, other):
            return False
    if not across and _told_apart(one, other, lexicon):
        return False
    if _are_contrasted(one, other, lexicon) or _parted_by_scope(one, other, lexicon, across=across):
        return False
    return not across or not _parted_by_title(one, other, shared, lexicon)


def _leave_nothing(one: Claim, other: Claim, shared: list[Item], lexicon: Lexicon, *, across: bool) -> bool:
    """True where either sentence accounts for what the other says, and both say enough."""
    close = not across and abs(one.block - other.block) <= _NEIGHBOURS
    budget = _SIDE_BY_SIDE if close else _LEFT_OVER
    left = _left(one.own, other, lexicon), _left(other.own, one, lexicon)
    if max(left) > budget:
        return False
    strong = [i for i in shared if i.weight >= 1]
    if (
        across
        and len(strong) < 2
        and {i.text.lower() for i in one.own} != {i.text.lower() for i in other.own}
    ):
        return False
    least = _COUNTED if is_small_count(one.figure) else _ACROSS if across and max(left) else _WITHIN
    return _weight(shared) >= least


def _told_apart(one: Claim, other: Claim, lexicon: Lexicon) -> bool:
    """True where each says what the other leaves to the title: 'mild' and 'severe' on a page on both."""
    mine, theirs = _left(one.own, other, lexicon, titled=False), _left(other.own, one, lexicon, titled=False)
    return min(mine, theirs) >= PARTS


_ALIKE = 3
"""So many words at least make a statement of its own."""
_AT_LENGTH = 6
"""So many words told twice mean one thing under a heading and under none."""


def _worded_alike(one: Claim, other: Claim, least: int = _ALIKE) -> bool:
    """True for two statements that are one but for the figure, of ``least`` words and something that has a name."""
    named = any(i.weight >= 1 and i.kind != "generic" for i in one.own)
    if one.siblings and other.siblings and one.siblings[:2] == other.siblings[:2]:
        return False  # in one list, under two of its terms
    return named and one.wording == other.wording and len(one.wording) >= least


def _says_the_same(one: Claim, other: Claim, lexicon: Lexicon) -> bool:
    """True where nothing at all that either says is left over by the other."""
    return not _left(one.own, other, lexicon) and not _left(other.own, one, lexicon)


def dated_apart(one: Claim, other: Claim) -> bool:
    """True for figures of different years: both may be right."""
    return bool(one.years and other.years and not set(one.years) & set(other.years))


def _are_siblings(one: Claim, other: Claim) -> bool:
    """True for figures of one paragraph, list or table: side by side they are of different things."""
    return one.block == other.block or (one.siblings is not None and one.siblings == other.siblings)


def _slots_agree(one: Claim, other: Claim) -> bool:
    a, b = one.slots, other.slots
    if (a.negated, a.is_change, a.order) != (b.negated, b.is_change, b.order):
        return False
    if a.survival and b.survival and a.survival != b.survival:
        return False
    if (a.horizons, a.ages, a.rhythms) != (b.horizons, b.ages, b.rhythms):
        return False
    if (a.companions, a.marks) != (b.companions, b.marks):
        return False
    return not (one.scope_marks and other.scope_marks and one.scope_marks != other.scope_marks)


def _are_contrasted(one: Claim, other: Claim, lexicon: Lexicon) -> bool:
    """True where what stands around two figures stands against each other: men and women."""
    mine, theirs = one.scene | one.said | one.titled, other.scene | other.said | other.titled
    for group, _, members in lexicon.contrasts.values():
        here, there = mine.intersection(members), theirs.intersection(members)
        if group == "scope" and here and there and not here & there:
            return True
    return False


def _left(items: tuple[Item, ...], other: Claim, lexicon: Lexicon, *, titled: bool = True) -> float:
    """The cost of the items that the other claim and its surroundings, the title too, do not account for."""
    around = other.scene | other.titled if titled else other.scene
    return sum(i.cost for i in items if not _accounts(other, around, i, lexicon))


def _accounts(claim: Claim, around: frozenset[str], item: Item, lexicon: Lexicon) -> bool:
    """True where a claim itself, or words that mean ``around``, say what the item says."""
    meant = claim.said | claim.inner | around
    if item.readings & meant or _says(claim, item):
        return True
    if any(lexicon.implied.get(r, frozenset()) & meant for r in item.readings):
        return True
    if item.kind in ("generic", "condition", "drug class"):
        return any(item.readings & lexicon.ancestors(r) for r in claim.said)
    return item.kind == "unknown" and any(
        _akin(r, s) for r in item.readings for s in claim.said if s[0] == "~"
    )


def _akin(a: str, b: str) -> bool:
    """True for 'play' and 'player', which the lexicon does not know."""
    short, long = sorted((a, b), key=len)
    return len(short) > 4 and long.startswith(short) and len(long) <= len(short) + 3


def _shared(one: Claim, other: Claim) -> list[Item]:
    """What both say in their own words, as the one that names more has it."""
    met = [[i for i in a.own if _says(b, i)] for a, b in ((one, other), (other, one))]
    return max(met, key=lambda items: (len(items), _weight(items)))


def _says(claim: Claim, item: Item) -> bool:
    """True where a claim says in its own words what the item says."""
    if item.readings & (claim.said | claim.inner) or (item.parts and all(p & claim.said for p in item.parts)):
        return True
    return bool(item.readings & _SURVIVALS and claim.said & _SURVIVALS)


def _weight(items: list[Item]) -> float:
    return sum(i.weight for i in items)


def _parted_by_scope(one: Claim, other: Claim, lexicon: Lexicon, *, across: bool) -> bool:
    """True where labels and headings tell two claims apart."""
    mine, theirs = _over(one, other, lexicon, across), _over(other, one, lexicon, across)
    if (mine and theirs) or any(i.kind in _SCOPES for i in (*mine, *theirs)):
        return True
    if not across and _worded_alike(one, other, _AT_LENGTH):
        return False
    in_sections = one.section is not None and other.section is not None and one.section != other.section
    return not across and bool(mine or theirs) and in_sections and bool(one.scope and other.scope)


def _over(claim: Claim, other: Claim, lexicon: Lexicon, across: bool) -> list[Item]:
    """What stands over a claim and is not said by the other, nor over it; what stands over both tells nothing."""
    mine, theirs = claim.scope, () if across else other.scope
    shared = {at for at, _ in mine} & {at for at, _ in theirs}
    around = other.scene | other.titled
    if not across:
        heads = [i for at, items in theirs if at not in shared for i in items]
        around = frozenset(r for i in heads for r in i.readings.union(*i.parts))
    both = frozenset(f"~{w}" for w in claim.wording) & frozenset(f"~{w}" for w in other.wording)
    items = [i for at, items in mine if at not in shared for i in items if not i.readings & both]
    return [i for i in items if not _accounts(other, around, i, lexicon)]


def _parted_by_title(one: Claim, other: Claim, shared: list[Item], lexicon: Lexicon) -> bool:
    """True where the titles of two drafts make two claims of one wording: a drug's page and another's."""
    mine, theirs = _of_title(one, other, lexicon), _of_title(other, one, lexicon)
    leaning = any(i.kind == "generic" and i.readings & _STAND_INS for i in shared) or all(
        i.kind in _NO_SUBJECT for i in shared
    )
    if leaning:
        return bool(mine or theirs) or not (one.title and other.title)
    if any(i.kind in _WHOSE for i in (*mine, *theirs)):
        return True
    if mine and theirs and not any(i.kind in ANCHORS for i in shared):
        return True
    strange = [bool(left) and len(left) == len(c.title) for left, c in ((mine, one), (theirs, other))]
    if all(strange):
        return True
    stands = any(i.kind in _DISEASES for i in shared) or len(shared) > 3
    if (strange[0] and not other.title) or (strange[1] and not one.title):
        return not stands
    telling = [any(i.kind in ANCHORS or i.kind == "anatomy" for i in left) for left in (mine, theirs)]
    return all(telling) and not stands


def _of_title(claim: Claim, other: Claim, lexicon: Lexicon) -> list[Item]:
    """What the title of a claim says that the other draft does not say around its own."""
    return [i for i in claim.title if not _accounts(other, other.scene | other.titled, i, lexicon)]
