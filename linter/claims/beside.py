"""What copy says of a figure that the claim does not account for, known words and unknown alike."""

from __future__ import annotations

from itertools import zip_longest

from linter.claims.areas import ANCHORS, Area, Context
from linter.claims.comparison import OWN, SENTENCE, TOPIC, Comparison, level_of, slot_of
from linter.claims.edits import CAUSES, SAYING
from linter.claims.key import FactKey
from linter.claims.match import find_need
from linter.claims.needs import DRUGS, kind_of
from linter.claims.rarity import rarity
from linter.language.lexicon import Lexicon
from linter.language.sorts import sort_of
from linter.language.text import STOP, Mention
from linter.patterns import AnyCase, Pattern


def accounted(mention: Mention, key: FactKey, lexicon: Lexicon) -> str:
    """same, narrower or '' (unaccounted): what the claim makes of a word of the copy."""
    if mention.readings[0] in CAUSES:
        return "same"
    if any(r in key.concepts for r in mention.readings) or set(mention.text.lower().split()) <= key.words:
        return "same"
    if any(lexicon.ancestors(r) & key.named for r in mention.readings):
        return "narrower"
    if "treatment" in key.concepts and kind_of(mention.readings[0], lexicon) in DRUGS and not key.names_drug:
        return "same"  # 'with the right treatment' is with the right drug
    if any(lexicon.implied.get(r, frozenset()) & key.concepts for r in mention.readings):
        return "same"
    return ""


_OF = AnyCase(r"\s*(?:(?:out )?of|among|in|for)\s")
_BASE_REACH = 60


def is_aside(area: Area, mention: Mention, context: Context) -> bool:
    """True for what stands behind the figure in a bracket, or in a clause that tells more of the same thing."""
    figure = context.figure
    return (
        figure is not None
        and mention.start >= figure.end
        and bool(_ASIDE.search(area.reading.text, figure.end, mention.start))
    )


def _position(area: Area, mention: Mention, context: Context) -> str:
    figure = context.figure
    if level_of(area) == SENTENCE:
        return "sentence"
    if area.name in ("row", "row, other label"):
        return "row"
    if area.name == "column":
        return "column"
    if figure is None:
        return "own"
    if mention.start >= figure.end:
        near = mention.start - figure.end <= _BASE_REACH
        if (
            near
            and _OF.match(area.reading.text, figure.end)
            and not _BREAK.search(area.reading.text, figure.end + 4, mention.start)
        ):
            return "base"
        return "aside" if is_aside(area, mention, context) else "after"
    return "before"


_ASIDE = Pattern(
    r"[,;(]|\b(?:because|since|so that|as (?:it|they|this|there|these|the))\b|\b(?:and|but)\s+(?:\w+ly\s+)?(?:may|might|can|could|will|would|is|are|was|were|has|have|had|includes?|lasts?|causes?|often|usually|also|then|typically|tends?)\b"
)
"""What parts a figure from words that tell more of it, and restrict nothing: ', composed of waste and water'."""
_BREAK = AnyCase(
    r"[,;:()]|\b(?:is|are|was|were|have|has|had|will|would|can|could|may|who|that|which|do|does|did)\b"
)


_COMMENTS = Pattern(r"[A-Z][a-z]+ly,")
"""A word that opens a sentence and says what its writer thinks of it."""
_CLASSES = frozenset({"condition", "symptom", "term", "generic"})
_DEFINES = Pattern(
    r"\b(?:is|are) (?:an?|the|one of the) (?:(?!(?:of|in|for|to|with|among|by|on|at|from) )[a-z-]+ ){0,4}$"
)
"""What stands before the class of a thing, which restricts nothing that is said of it."""
EVERYONE = frozenset({"man", "woman"})
"""People who, named together, leave nobody out."""
_COMMON_PEOPLE = 0.5
"""How much the people tell that a share is said to be of, however common their word: '45% of men'."""


def _names_a_kind(area: Area, mention: Mention, following: Mention | None, key: FactKey) -> bool:
    """True for a word right before one that the claim has, whose kind it names: 'first-time caesareans', 'cancer deaths'."""
    text = area.reading.text
    return (
        following is not None
        and not following.weak
        and not text[mention.end : following.start].strip(" -")
        and any(r in key.concepts for r in following.readings)
    )


_PEOPLE = AnyCase(
    r"\b(?:people|persons?|patients?|adults?|children|wom[ae]n|m[ae]n|boys|girls|babies|infants|newborns|those|anyone|individuals|mothers|families|users|workers)"
    r"\s+(?:with|without|whose|who (?:have|had|carry|carried|inherit|take|took|are|were|use|used|get|got|do|did)|carrying|having|taking|using|on|born|exposed|treated|infected)\s+"
)


def restricts_people(area: Area, mention: Mention) -> bool:
    """True for what says of which people copy speaks: 'women with a faulty BRCA gene'."""
    text = area.reading.text
    return any(
        not _BREAK.search(text, m.end(), mention.start)
        for m in _PEOPLE.finditer(text, max(0, mention.start - _BASE_REACH), mention.start)
    )


def add_extras(result: Comparison, lexicon: Lexicon) -> None:
    key, context = result.key, result.context
    found_kinds: dict[str, set[str]] = {}
    other_base = False
    names_source = any(slot_of(n.kind) == "source" for n in key.needs)
    for area in context.areas:
        level = level_of(area)
        if level == OWN or area.name == "sentence":
            all_people = area.strong >= EVERYONE
            for mention, following in zip_longest(area.tops, area.tops[1:]):
                if all_people and EVERYONE.intersection(mention.readings):
                    continue  # 'men and women'
                relation = accounted(mention, key, lexicon)
                if relation == "same":
                    continue
                kind = kind_of(mention.readings[0], lexicon)
                if kind == "unknown":
                    kind = sort_of(mention.text) or kind
                if kind in _CLASSES and _DEFINES.search(
                    area.reading.text, max(0, mention.start - 60), mention.start
                ):
                    continue  # 'Ataxia is a rare disorder that …'
                if kind == "person" and SAYING.match(area.reading.text, mention.end + 1):
                    continue  # 'experts say'
                if kind == "unknown" and _COMMENTS.match(area.reading.text, mention.start):
                    continue  # 'Luckily, …'
                slot = slot_of(kind)
                if slot == "minor" or (kind == "unknown" and mention.text.lower() in STOP):
                    continue
                if slot == "source" and not names_source:
                    continue  # who says so restricts nothing
                weight = rarity(mention.readings[0]) * (
                    0.5 if mention.weak or len(mention.readings) > 1 else 1.0
                )
                position = _position(area, mention, context)
                rare = weight
                if slot == "population" and position == "base":
                    weight = max(weight, _COMMON_PEOPLE)
                if relation == "narrower":
                    result.add(f"narrower {slot} {position}", weight)
                    result.add("narrower place own", slot == "place" and level == OWN and not mention.weak)
                    continue
                result.add(f"extra {slot} {position}", weight)
                if _names_a_kind(area, mention, following, key):
                    result.add("extra before a name", max(weight, _COMMON_PEOPLE if kind in ANCHORS else 0.0))
                result.add("extra of people", weight if restricts_people(area, mention) else 0.0)
                result.add("extra own", weight if level == OWN else 0.0)
                found_kinds.setdefault(slot + ":" + kind, set()).add(mention.readings[0])
                other_base |= (
                    position == "base" and kind in ("condition", "symptom", "term") and not mention.weak
                )
                if rare > 0.4:
                    result.extra.append(mention.text)
        elif level == TOPIC:
            for mention in area.tops:
                kind = kind_of(mention.readings[0], lexicon)
                if kind in ANCHORS and not mention.weak and not accounted(mention, key, lexicon):
                    result.add(f"extra topic {area.name}", rarity(mention.readings[0]))
    _rivals(result, lexicon, found_kinds)
    _nearest_disease(result, lexicon)
    result.add("another of its kind", _is_of_another_make(result, lexicon))
    result.add("of another disease", other_base and _names_no_disease(result, lexicon))
    for name in [n for n in result.features if n.startswith(("extra ", "narrower "))]:
        result.features[name] = min(result.features[name], 3.0)


_KINDS = {
    "condition": "disease", "symptom": "disease", "term": "disease", "drug": "drug", "drug class": "drug", "nutrient": "drug",
    "anatomy": "site", "procedure": "procedure", "measure": "measure", "population": "population", "place": "place", "measurement": "measurement",
}  # fmt: skip


def _is_of_another_make(result: Comparison, lexicon: Lexicon) -> bool:
    """True where the figure's sentence names one make of a vaccine and the claim another."""
    makes = {
        n.text.lower() for n in result.key.needs if n.kind == "procedure" and n.text.lower() in lexicon.brands
    }
    if not makes:
        return False
    for area in result.near:
        named = [m.text.lower() for m in area.mentions if m.text.lower() in lexicon.brands]
        if named:
            generic = {lexicon.brands[make] for make in makes}
            return not makes & set(named) and any(lexicon.brands[n] in generic for n in named)
    return False


def _nearest_disease(result: Comparison, lexicon: Lexicon) -> None:
    """Whether what names a disease first, going out from the figure, names none of the claim's: another, or one kind of it."""
    wanted = [n for n in result.key.needs if _KINDS.get(n.kind) == "disease" and not n.weak]
    if not wanted:
        return
    for area in result.context.areas:
        named = [
            m for m in area.tops if kind_of(m.readings[0], lexicon) in ("condition", "term") and not m.weak
        ]
        if not named:
            continue
        if any(n.readings & area.concepts.keys() for n in wanted):
            return
        told = {accounted(m, result.key, lexicon) for m in named}
        if "same" not in told:
            result.add("kind of the disease nearer" if "narrower" in told else "another disease nearer")
        return


def _names_no_disease(result: Comparison, lexicon: Lexicon) -> bool:
    """True where the sentence leaves a disease of the claim unsaid."""
    diseases = [n for n in result.key.needs if _KINDS.get(n.kind) == "disease" and not n.weak]
    return any(find_need(n, result.near, lexicon)[0] < 0.6 for n in diseases)


def _rivals(result: Comparison, lexicon: Lexicon, found: dict[str, set[str]]) -> None:
    """Something of a kind that the claim names too: in the place of one that the sentence lacks, beside them otherwise."""
    key = result.key
    kinds = {_KINDS[k.partition(":")[2]] for k in found if k.partition(":")[2] in _KINDS}
    for kind in sorted(kinds):
        needs = [n for n in key.needs if _KINDS.get(n.kind) == kind and not n.weak]
        if not needs:
            result.add(f"new {kind}")
            continue
        said = all(find_need(n, result.near, lexicon)[0] >= 0.6 for n in needs)
        result.add(f"{kind} beside" if said else f"{kind} instead")
