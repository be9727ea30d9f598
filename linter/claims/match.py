"""Where a context meets a need of a claim: in its words, in parts, or by a word that stands for it."""

from __future__ import annotations

from linter.claims.areas import ANCHORS, Area
from linter.claims.needs import Need, kind_of
from linter.claims.reading import BlockReading
from linter.language.lexicon import Lexicon
from linter.language.text import Mention
from linter.patterns import AnyCase


def find_need(need: Need, areas: list[Area], lexicon: Lexicon) -> tuple[float, str, str]:
    """The best level at which a need is met, the area's name and the words there."""
    best = (0.0, "", "")
    for area in areas:
        if area.weight <= best[0] or (area.name == "opening elsewhere" and not need.anchor):
            continue
        named = need.readings & area.strong or need.readings & area.concepts.keys()
        reading = min(named, default="")
        mention = area.concepts.get(reading)
        factor = 1.0
        if mention is None and need.parts and (parts := _parts_in(need, area)):
            mention, factor = parts[0], 0.95
        if mention is None:
            mention, factor = _related(need, area, lexicon), 0.7
        if mention is not None:
            weak = reading in mention.weak_readings if reading else mention.weak
            level = area.weight * factor * (0.8 if weak and not need.weak else 1.0)
            if level > best[0]:
                best = (level, area.name, mention.text)
    if need.parts and best[0] < 0.8:
        best = max(best, _assembled(need, areas))
    if need.anchor and 0 < best[0] < 0.8:
        best = max(best, _anaphor(need, areas, lexicon))
    return best


def _parts_in(need: Need, area: Area) -> list[Mention]:
    """The mentions of all the parts of a need, in one area: 'a tumor of the cervix' for cervical cancer."""
    named = [_part(p, area) for p in sorted(need.parts)]
    return [m for m in named if m is not None] if all(named) else []


def _part(part: str, area: Area) -> Mention | None:
    return area.concepts.get(part) or (area.concepts.get("tumor") if part == "cancer" else None)


def _assembled(need: Need, areas: list[Area]) -> tuple[float, str, str]:
    """The parts of a need found apart: 'a broken bone' under a heading about osteoporosis."""
    levels = []
    for part in sorted(need.parts):
        level, name, text = max(
            ((a.weight, a.name, m.text) for a in areas if (m := _part(part, a))), default=(0.0, "", "")
        )
        levels.append((level, name, text))
    weakest = min(levels)
    return (weakest[0] * 0.5 + max(levels)[0] * 0.4, weakest[1], weakest[2]) if weakest[0] else (0.0, "", "")


def _related(need: Need, area: Area, lexicon: Lexicon) -> Mention | None:
    """A mention of a narrower or broader concept than the one needed."""
    if need.anchor:
        return None
    narrower = area.narrower(lexicon)
    if found := [narrower[r] for r in need.readings if r in narrower]:
        return area.concepts[min(found)]
    broader = (area.strong & lexicon.above(need.readings)) - need.apart
    if need.kind == "stage":  # 'the disease' is no metastatic disease
        broader = frozenset(c for c in broader if kind_of(c, lexicon) == "stage")
    return area.concepts[min(broader)] if broader else None


def _anaphor(need: Need, areas: list[Area], lexicon: Lexicon) -> tuple[float, str, str]:
    """'This cancer', 'the drug': a broader word near, for what a farther area names."""
    if _other_topic(need, areas, lexicon) or _own_name(need, areas[0].reading, lexicon):
        return 0.0, "", ""
    above = lexicon.above(need.readings) | _STAND_INS.get(need.kind, frozenset())
    above -= need.apart
    if "cancer" in need.readings:
        above -= {"tumor"}  # 'tumors shrank' is about a cancer, not about cancers
    for area in areas:
        if area.weight < 0.6:
            continue
        for concept in area.concepts:
            if concept not in above or is_another(area, area.concepts[concept]):
                continue
            if need.kind != "procedure" or _is_pointed_at(area, area.concepts[concept]):
                return area.weight * 0.85, area.name, area.concepts[concept].text
    return 0.0, "", ""


_DETERMINER = AnyCase(r"\b(?:the|this|that|these|those|such|each|your)\s+(?:\w+\s+)?$")


def _is_pointed_at(area: Area, mention: Mention) -> bool:
    """True for 'the test'; 'patients were tested' points at no test."""
    return bool(_DETERMINER.search(area.reading.text[max(0, mention.start - 30) : mention.start]))


_RUN_IN = 4
"""How many words a name that opens a paragraph and stands for a heading has at most."""


def _own_name(need: Need, reading: BlockReading, lexicon: Lexicon) -> bool:
    """True where the paragraph opens with a name of its own, and not the one that is needed.

    'Epithelioid hemangioendothelioma. … In a third of cases, the tumor spreads': that tumor.
    """
    if need.kind not in _DISEASES or len(reading.sentences) < 2:
        return False
    first = reading.sentences[0]
    words = [t for t in first.tokens if t.lemma]
    if not 1 <= len(words) <= _RUN_IN or first.tokens[-1].raw != ".":
        return False
    named = {r for m in first.mentions for r in m.readings}
    akin = named & need.readings or any(lexicon.ancestors(r) & need.readings for r in named)
    return not akin and len(words) > 1 and all(kind_of(r, lexicon) == "unknown" for r in named)


NAMED = ANCHORS | {"generic"}


def is_another(area: Area, mention: Mention) -> bool:
    """'Another fever' and 'other cancers' stand for nothing named before."""
    before = area.reading.text[max(0, mention.start - 24) : mention.start].lower().split()
    if area.name in _TOPICS and before and before[-1].isalpha() and before[-1] not in _POINTING:
        return True  # under 'Glomerular diseases', 'the disease' is one of those
    if before[-2:] in (["how", "many"], ["no", "other"], ["and", "other"]):
        return False  # 'heatstroke and other heat-related causes' are all of those
    if len(before) > 1 and before[-1] == "another" and before[-2] in _ONCE_MORE:
        return False  # 'you will have another scan'
    return bool(before) and before[-1] in ("another", "other", "different", "many", "several")


_ONCE_MORE = frozenset("have has had get gets need needs take takes receive give given for".split())
_POINTING = frozenset(
    "the this that these those such your their his her its my our a an about with of and or for from living what why how".split()
)
_TOPICS = ("heading", "title", "caption")
_DISEASES = frozenset({"condition", "symptom", "term"})


def _other_topic(need: Need, areas: list[Area], lexicon: Lexicon) -> bool:
    """True where headings and title name a disease, and not the one that is needed."""
    if need.kind not in _DISEASES:
        return False
    topics = {
        c
        for a in areas
        if a.name in _TOPICS
        for c in a.strong
        if kind_of(c, lexicon) in ("condition", "term")
    }
    same = any(
        t in need.readings or lexicon.ancestors(t) & need.readings or t in lexicon.above(need.readings)
        for t in topics
    )
    return bool(topics) and not same


_STAND_INS = {
    **dict.fromkeys(("condition", "symptom", "term"), frozenset({"disease", "case"})),
    **dict.fromkeys(("drug", "drug class"), frozenset({"medication", "treatment"})),
    "procedure": frozenset({"test", "treatment"}),
}
