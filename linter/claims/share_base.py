"""What a share is of, and whether copy and claim take it of the same: of all muscular dystrophy, or of the congenital ones."""

from __future__ import annotations

from typing import Literal

from linter.claims.areas import ANCHORS, Context
from linter.claims.key import FactKey
from linter.claims.needs import kind_of
from linter.claims.rarity import rarity
from linter.claims.reading import BlockReading
from linter.language.figure import Figure
from linter.language.lexicon import Lexicon
from linter.language.text import Mention
from linter.patterns import AnyCase

Relation = Literal["same", "wider", "narrower", "other"]

_OF = AnyCase(
    r"\s*(?:out )?(?:of|among|in)\s+(?:(?:all|the|total|new|known|recogni[sz]ed|confirmed|recorded|documented|reported|diagnosed|every|patients'?)\s+)*"
)
_HOLDERS = AnyCase(
    r"(?:[\w-]+\s+){0,2}?(?:cases?|deaths?|people|patients?|adults|children|women|men|boys|girls|individuals|persons|those|babies|infants"
    r"|newborns|sufferers|survivors|families|adolescents|teenagers)\s+"
    r"(?:of|from|with|who (?:have|had|get|develop)|living with|diagnosed with|affected by|affected with|due to|suffering from)\s+(?:(?:an?|the|all)\s+)?"
)
"""Who or what has the disease that a share is of: 'total cases of', 'adults living with'."""
_POINTS = AnyCase(r"\b(?:this|that|these|those|such)\s+(?:\w+\s+)?$")


def share_base(reading: BlockReading, figure: Figure, lexicon: Lexicon) -> list[Mention]:
    """The names of the disease, drug or the like that a share is of, with what narrows it; empty where none is told."""
    if figure.dimension != "proportion":
        return []
    start = _OF.match(reading.text, figure.end)
    if start is None:
        return []
    held = _HOLDERS.match(reading.text, start.end())
    return _phrase(reading, held.end() if held else start.end(), lexicon)


CLASSES = frozenset(
    "syndrome disease disorder tumor tumors tumour tumours cancer cancers carcinoma infection infections".split()
)
"""What may stand behind a name and belong to it: 'Wilms tumor'."""
_NO_NAMES = frozenset({"light", "relation", "measure"})
"""Kinds of words that name nothing a share can be of: 'develop', 'have'."""


_TAILS = frozenset("population patients patient people cases sufferers community diagnoses".split())
"""Who or what has the disease, where it stands behind its name: 'the MS population'."""


def _phrase(reading: BlockReading, start: int, lexicon: Lexicon) -> list[Mention]:
    """The names that follow one another from ``start`` on, up to the last that says what it is about."""
    found: list[Mention] = []
    at = start
    for mention in reading.mentions:
        if mention.start < at:
            continue
        if reading.text[at : mention.start].strip(" -") or kind_of(mention.readings[0], lexicon) in _NO_NAMES:
            break
        if (
            found
            and kind_of(found[-1].readings[0], lexicon) in ANCHORS
            and mention.text.lower() not in CLASSES
        ):
            break  # 'people with that syndrome lose hearing'
        found.append(mention)
        at = mention.end
    while found and (
        kind_of(found[-1].readings[0], lexicon) not in ANCHORS
        or (len(found) > 1 and found[-1].text.lower() in _TAILS)
    ):
        found.pop()
    return found if not _POINTS.search(reading.text[max(0, start - 12) : start]) else []


def base_relation(context: Context, key: FactKey, lexicon: Lexicon) -> Relation | None:
    """What the base of the copy's share is to that of the claim's; None where either tells none."""
    figure, fact = context.figure, key.figure
    if figure is None or fact is None:
        return None
    here, there = share_base(context.own.reading, figure, lexicon), share_base(key.reading, fact, lexicon)
    if here and not there and _AT_LARGE.match(key.reading.text, fact.end):
        got = {r for m in here for r in m.readings}
        return "narrower" if any(got & n.readings for n in key.needs if n.kind in _DISEASES) else None
    if not here or not there:
        return None
    mine, theirs = frozenset(here[-1].readings), frozenset(there[-1].readings)
    if mine & theirs:
        names, others = _unknown_names(here, lexicon), _unknown_names(there, lexicon)
        if names and others and not names & others:
            return "other"  # 'AEC syndrome' and 'EEC syndrome'
        return _narrowed(here, there, context, key, lexicon)
    if any(lexicon.ancestors(r) & mine for r in theirs):
        return "other" if _is_narrowed(here, key.concepts, lexicon) else "wider"
    return "narrower" if any(lexicon.ancestors(r) & theirs for r in mine) else "other"


_DISEASES = frozenset({"condition", "symptom", "term"})
_AT_LARGE = AnyCase(
    r"\s*(?:(?:out )?of )?(?:all |the |[A-Z][\w.]+ ){0,2}(?:people|persons|adults|children|women|men|babies|newborns|americans|population)\s+"
    r"(?:(?:aged|over|under|in) [\w ]{1,24}? )?(?:will |may |can )?(?:get|gets|have|has|had|develop|catch|are|is|suffer|experience|live|will)\b"
)
"""'1 in 3 people get': those of whom the claim says that they get it are no part of those who have it."""


def _unknown_names(names: list[Mention], lexicon: Lexicon) -> frozenset[str]:
    """What stands before the class of a disease with a capital letter, and is in no lexicon."""
    held = [m for m in names[:-1] if m.text[:1].isupper() and kind_of(m.readings[0], lexicon) == "unknown"]
    return frozenset(r for m in held for r in m.readings)


def _narrows(mention: Mention, lexicon: Lexicon) -> bool:
    """True for a known name and for a rare word: 'tracheobronchial tumors'."""
    kind = kind_of(mention.readings[0], lexicon)
    return kind in _NARROWING or (kind == "unknown" and rarity(mention.readings[0]) >= _RARE)


_RARE = 0.8
_NARROWING = ANCHORS | {"stage", "population", "anatomy"}


def _narrowed(
    here: list[Mention], there: list[Mention], context: Context, key: FactKey, lexicon: Lexicon
) -> Relation:
    """Of one disease: whether either side narrows it by a word that the other has nowhere near."""
    if _is_narrowed(there, context.named, lexicon):
        return "wider"
    return "narrower" if _is_narrowed(here, key.concepts, lexicon) else "same"


def _is_narrowed(names: list[Mention], said: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether a word before the last of these names narrows it, and is not among what the other side says."""
    return any(_narrows(m, lexicon) and not m.weak and not said.intersection(m.readings) for m in names[:-1])
