"""Words, their lemmas and their roots."""

from __future__ import annotations

import gzip
import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from linter.cache import cached

# Where the lookup table picks a rare reading over the one of medical copy, or has none.
_PATCHES = {
    "dying": "die", "dies": "die", "died": "die", "dead": "dead", "worse": "worse", "better": "better", "best": "best",
    "worst": "worst", "left": "leave", "leaves": "leave", "lives": "live", "living": "live", "lay": "lie", "lying": "lie",
    "metastases": "metastasis", "diagnoses": "diagnosis", "metastasizes": "metastasize", "metastasized": "metastasize",
    "metastasises": "metastasize", "metastasised": "metastasize", "metastasise": "metastasize", "prognoses": "prognosis",
    "vertebrae": "vertebra", "bacteria": "bacterium", "viruses": "virus", "biopsies": "biopsy", "ovaries": "ovary",
    "children": "child", "women": "woman", "men": "man", "people": "people", "persons": "people", "person": "people",
    "data": "data", "found": "find", "wound": "wound", "fewer": "few", "less": "less", "more": "more", "most": "most",
    "least": "least", "further": "further", "fatter": "fat", "was": "be", "is": "be", "are": "be", "were": "be", "been": "be",
    "being": "be", "inside": "in", "am": "be", "'s": "'s", "has": "have", "had": "have", "having": "have", "does": "do", "did": "do",
    "done": "do", "cancers": "cancer", "older": "older", "younger": "younger", "elderly": "elderly", "born": "born", "births": "birth",
    "bleeding": "bleeding", "swelling": "swelling", "screening": "screening", "testing": "test", "tests": "test",
    "developed": "develop", "developing": "develop", "masses": "mass", "crosses": "cross", "attaches": "attach", "neurones": "neuron", "liver": "liver", "livers": "liver", "first": "first", "second": "second", "third": "third", "those": "those", "them": "them", "these": "these", "went": "go", "meaning": "mean", "means": "mean", "ageing": "aging", "aging": "aging", "sarcomata": "sarcoma", "carcinomata": "carcinoma",
    "breastfeeding": "breastfeeding", "smoking": "smoking", "drinking": "drink", "setting": "setting", "spread": "spread",
    "spreads": "spread", "spreading": "spread", "americas": "americas", "hers": "her", "us": "us", "pus": "pus", "axes": "axis", "falls": "fall", "fallen": "fall",
    "fell": "fall", "felt": "feel", "rose": "rise", "saw": "see", "taken": "take", "took": "take", "bore": "bear",
    "broken": "break", "broke": "break", "breaks": "break", "breaking": "break", "lost": "lose", "losing": "lose",
    "stroke": "stroke", "strokes": "stroke", "commonest": "commonest", "biggest": "biggest", "largest": "largest", "leading": "leading",
}  # fmt: skip


@cache
def _table() -> dict[str, str]:
    package = find_spec("spacy_lookups_data")
    assert package is not None
    assert package.origin is not None
    path = Path(package.origin).parent / "data" / "en_lemma_lookup.json.gz"

    def read() -> dict[str, str]:
        table: dict[str, str] = json.loads(gzip.decompress(path.read_bytes()))
        return table

    return cached("lemmas", (path,), read, dict)


@cache
def lemma(word: str) -> str:
    """The dictionary form of ``word`` (lower case), spelled the American way where only that differs."""
    found = _PATCHES.get(word)
    if found is not None:
        return found
    found = _table().get(word)
    if found is None:
        found = _regular(word)
    return _spelling(found)


def _regular(word: str) -> str:
    """Inflections that the table lacks: drug names, new words."""
    if len(word) < 4 or not word.isascii():
        return word
    if word.endswith("'s"):
        return lemma(word[:-2])
    for ending, replacement in (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + replacement
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    for ending in ("ing", "ed"):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 3 and any(c in "aeiouy" for c in stem):
            if stem[-1] == stem[-2] and stem[-1] not in "lsz":
                return stem[:-1]
            if stem.endswith(("iz", "at", "is", "us", "ut", "iv", "ag", "uc", "os")):
                return stem + "e"
            return stem
    return word


def _spelling(word: str) -> str:
    """One spelling for both sides of the Atlantic."""
    if len(word) < 5:
        return word
    for british, american in _SPELLINGS:
        if word.endswith(british):
            return word[: -len(british)] + american
    for british, american in _INSIDE:
        if british in word:
            word = word.replace(british, american)
    return word


_SPELLINGS = (
    ("ise", "ize"), ("isation", "ization"), ("yse", "yze"), ("tumour", "tumor"), ("colour", "color"), ("labour", "labor"),
    ("favour", "favor"), ("behaviour", "behavior"), ("harbour", "harbor"), ("neighbour", "neighbor"), ("litre", "liter"),
    ("metre", "meter"), ("fibre", "fiber"), ("centre", "center"), ("programme", "program"),
)  # fmt: skip
_INSIDE = (
    ("aemia", "emia"), ("aemic", "emic"), ("haem", "hem"), ("oedema", "edema"), ("oesoph", "esoph"), ("oestr", "estr"),
    ("paed", "ped"), ("gynaec", "gynec"), ("orthopaed", "orthoped"), ("anaesth", "anesth"), ("diarrhoea", "diarrhea"),
    ("foet", "fet"), ("caes", "ces"), ("leuk", "leuk"), ("ischaem", "ischem"), ("glycaem", "glycem"), ("tumour", "tumor"),
    ("coeliac", "celiac"), ("faec", "fec"), ("sulph", "sulf"),
)  # fmt: skip


_SUFFIXES = (
    "ization", "ational", "ousness", "iveness", "ically", "ations", "ation", "ition", "ments", "ment", "ities", "ity", "ness", "able", "ible",
    "ance", "ence", "ally", "ate", "ical", "ious", "ion", "ive", "ous", "ism", "ist", "ful", "ant", "ent", "ial", "ery", "ing", "ed", "er", "or", "al", "ic", "ly", "y", "e",
)  # fmt: skip


@cache
def root(word: str) -> str:
    """What derivations of one word share, for words the lexicon lacks: 'prescriber', 'prescription'.

    Crude on purpose: it only ever adds a little evidence.
    """
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 5:
            stem = word[: -len(suffix)]
            return root(stem) if suffix == "ly" else stem  # 'exclusively' is of 'exclusive'
    return word
