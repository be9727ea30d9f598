"""What a claim needs copy to say, and how much each of it tells: its words, by what they name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log

from linter.claims.areas import ANCHORS
from linter.language.lexicon import Lexicon
from linter.language.text import Mention
from linter.patterns import AnyCase

_WEIGHTS = {
    **dict.fromkeys(ANCHORS, 3.0), **dict.fromkeys(("procedure", "symptom", "exposure", "lifestyle"), 2.0), "measure": 2.0, "rank": 2.0, "relation": 1.2, "stage": 2.0, "population": 2.0, "place": 1.5,
    "anatomy": 2.0, "light": 0.25, "generic": 0.4, "measure part": 1.0, "organisation": 0.5, "setting": 1.2, "professional": 1.0, "unknown": 1.3,
}  # fmt: skip
_WEAK = 0.5


def weight_of(kind: str) -> float:
    """How much a concept of a kind says of what a claim is about, before rarity."""
    return _WEIGHTS.get(kind, 1.3)


@dataclass(frozen=True, slots=True)
class Need:
    """Something the claim says: any of ``readings`` will do, or all of ``parts``."""

    readings: frozenset[str]
    text: str
    weight: float
    kind: str
    parts: frozenset[str] = frozenset()
    start: int = 0
    weak: bool = False
    apart: frozenset[str] = frozenset()
    """Broader things that the claim names beside this one, and which so do not stand for it."""

    @property
    def anchor(self) -> bool:
        return self.kind in ANCHORS


def kind_of(concept: str, lexicon: Lexicon) -> str:
    """What a concept is, by its section of the lexicon; ``unknown`` for a word that is none."""
    if concept.startswith("~"):
        return "unknown"
    return lexicon.kinds.get(concept, "unknown")


_LEVEL = " level"
"""'Potassium in the blood' tells of the potassium level."""
_DISEASED = frozenset({"infected", "affected", "diseased"})
_DENIALS = frozenset({"cannot", "never", "nobody", "nothing", "none", "hardly", "unable"})
"""Words that turn a claim round and name nothing in it."""
EVERYWHERE = "world"
_PREFIXED = AnyCase(r"\b(?:post|pre|non|anti)-$")


def needs_of(mentions: list[Mention], lexicon: Lexicon, text: str) -> list[Need]:
    """What a claim names, in the order of its ``text``; of names within a name the longest."""
    needs: list[Need] = []
    reach = -1
    seen: set[frozenset[str]] = set()
    for i, mention in enumerate(mentions):
        if mention.start < reach or _is_staged(mention, lexicon) or mention.text.lower() in _DENIALS:
            continue
        if text[mention.start - 1 : mention.start] == "(" and mention.text.isupper():
            continue  # 'brain swelling (ARIA-E)': another name for what was named
        reach = mention.end
        inner = [m for m in mentions[i + 1 :] if m.start >= mention.start and m.end <= mention.end]
        inner = [m for k, m in enumerate(inner) if not any(_crosses(m, other) for other in inner[:k])]
        parts = frozenset(m.readings[0] for m in inner) if len(inner) > 1 else frozenset()
        readings = frozenset(mention.readings)
        readings |= {r.removesuffix(_LEVEL) for r in readings if r.removesuffix(_LEVEL) in lexicon.kinds}
        if readings in seen:
            continue
        seen.add(readings)
        kind = _kind(mention, lexicon)
        if kind in ANCHORS and _PREFIXED.search(text[max(0, mention.start - 6) : mention.start]):
            kind = "setting"  # 'post-bronchodilator' says when
        if kind == "unknown" and mention.text[:1].isupper() and mention.start > 0:
            kind = "unknown name"
        if mention.text.lower() in _DISEASED:
            kind = "generic"  # an infected mosquito is about no infection
        if EVERYWHERE in readings:
            kind = "light"  # copy that names no place is about the world
        weight = weight_of(kind)
        weak = mention.weak and not any(
            m.first <= mention.first and mention.last <= m.last and _is_staged(m, lexicon) for m in mentions
        )
        if weak:
            weight = min(weight, _WEAK)
        needs.append(Need(readings, mention.text, weight, kind, parts, mention.start, weak))
        needs += _within(mention, kind, inner, lexicon)
    named = frozenset(r for n in needs for r in n.readings)
    return [replace(n, apart=named & lexicon.above(n.readings) - n.readings) for n in needs]


def _within(mention: Mention, kind: str, inner: list[Mention], lexicon: Lexicon) -> list[Need]:
    """What stands between the words of a longer form and is no part of it: the 'eczema' of 'catch eczema from another'."""
    found = []
    for m in inner:
        own = _kind(m, lexicon)
        if kind not in ANCHORS and own in _THINGS and mention.first < m.first and m.last < mention.last:
            found.append(Need(frozenset(m.readings), m.text, weight_of(own), own, start=m.start))
    return found


DRUGS = frozenset({"drug", "drug class"})
_THINGS = DRUGS | {"condition", "procedure"}


def _crosses(mention: Mention, earlier: Mention) -> bool:
    """True where two names share a word that ends one and begins the other: 'lung cancer', 'cancer screening'."""
    return earlier.first < mention.first <= earlier.last < mention.last


def _is_staged(mention: Mention, lexicon: Lexicon) -> bool:
    """True for a disease at a stage ('metastatic melanoma'), which its claim needs as two things."""
    above = lexicon.above(mention.readings)
    return mention.first != mention.last and {"stage", "condition"} <= {kind_of(a, lexicon) for a in above}


def _kind(mention: Mention, lexicon: Lexicon) -> str:
    """What kind of need a mention makes: of several readings the one that asks for least."""
    kinds = [kind_of(r, lexicon) for r in mention.readings]
    if "light" in kinds:
        return "light"
    plain = [k for k in kinds if k not in ANCHORS]
    if "generic" in kinds:
        return "generic"
    if plain:
        return min(plain, key=weight_of)
    return kinds[0]


_SUBJECTS = (
    DRUGS,
    frozenset({"condition", "term", "symptom", "unknown name"}),
    ANCHORS,
)


def subject_of(needs: Sequence[Need], lexicon: Lexicon) -> frozenset[str]:
    """What the claim is about: its first drug, or else its first disease, or else its first anchor."""
    for kinds in _SUBJECTS:
        held = [n for n in needs if n.kind in kinds and not n.weak]
        above = lexicon.above(r for n in held for r in n.readings)
        specific = [n for n in held if not n.readings & above] or held
        if specific:
            return specific[0].readings
    return frozenset()


def telling(df: int, total: int) -> float:
    """How telling a concept is that ``df`` of ``total`` facts name, about 1."""
    return 0.55 + 0.65 * log((1 + total) / (0.5 + df)) / log(2 + total)
