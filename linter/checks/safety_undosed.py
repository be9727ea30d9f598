"""Amounts that nobody takes: of a nutrition table, a laboratory's bench, soil, a lesson in writing decimals."""

from __future__ import annotations

from linter.checks.view import View
from linter.patterns import AnyCase, Pattern

_LESSON = AnyCase(
    r"\b(?:trailing|leading|terminal|unnecessary)\s+zero(?:e?s)?\b|\bzero\s+(?:before|after|in\s+front\s+of)\s+(?:the|a)\s+decimal\b|\bnaked\s+decimals?\b"
)
_NOT_SO = AnyCase(
    r"\b(?:never|not|n't|avoid(?:ing)?|instead\s+of|rather\s+than|misread\s+as|mistaken\s+for)\s+(?:(?:writ|us|writt)\w*\s+|as\s+)?[\"'“‘`]?$|[\"'“‘`]$"
)
_SO_INSTEAD = AnyCase(
    r"\d\s?[a-zA-Z%]+[\s,;(–—-]+(?:(?:and|but)\s+)?$|\b(?:writ\w*|us\w*|as)\s+[\"'“‘`]?$|[\"'“‘`]$"
)


def is_lesson(text: str, sentence: str, start: int) -> bool:
    """True for a spelling that the copy shows: 'never write "1.0 mg"', '0.5 mg, not .5 mg'."""
    if _LESSON.search(sentence):
        return True
    before = text[max(0, start - 40) : start]
    match = _NOT_SO.search(before)
    # 'was not 5.0 mg' tells of a dose; 'write 5 mg, not 5.0 mg' of its spelling.
    return match is not None and (
        match.group().strip().lower() != "not" or bool(_SO_INSTEAD.search(before[: match.start()]))
    )


_BENCH = Pattern(
    r"\b(?:[cm]?DNA|RNA|m?iRNA|plasmids?|on\s+(?:a|the)\s+gel|blots?|lysates?|homogenates?|in\s+vitro|cell\s+(?:cultures?|lines?)|cultured|cells\s+were|(?:were|was)\s+(?:incubated|transfected|loaded|pipetted|centrifuged|resuspended)|"
    r"transfect\w+|pipett?\w*|centrifug\w*|supernatants?|rats?|mice|mouse|murine|rabbits?|guinea\s+pigs?|zebrafish|preclinical|experimental\s+(?:protocol|dose|animals?)|LPS|streptozotocin|hind\s+paw|minipumps?|i\.p\.)(?!\w)"
)
_GROUND = AnyCase(
    r"\b(?:soils?|topsoil|sediments?|sludge|crops?|fish\s+tissue|seafood|lead[- ](?:based\s+)?paint|groundwater|residues?|contaminat\w+|pollut\w+|emissions?|EPA\s+criterion)\b"
)
_URINE = AnyCase(r"\b(?:urin\w+|proteinuria|albuminuria|excret\w+|stool\s+fat)\b")


def is_undosed(sentence: str) -> bool:
    """True where a sentence tells of a bench, an animal, the ground or what is excreted: no dose for a reader."""
    return bool(_BENCH.search(sentence) or _GROUND.search(sentence) or _URINE.search(sentence))


_ANIMALS = Pattern(
    r"\b(?:Wistar|Sprague[- ]Dawley|C57BL\w*|(?:rats|mice|rabbits|piglets|animals)\s+(?:were|received|underwent)|(?:in|of|male|female)\s+(?:\w+\s+)?(?:rats|mice))\b"
)
_MANY_ANIMALS = 2


def is_animal_study(view: View) -> bool:
    """True for a draft that tells of experiments on animals."""
    met = 0
    for block in view.document.blocks:
        met += len(_ANIMALS.findall(block.text)) if block.text else 0
        if met >= _MANY_ANIMALS:
            return True
    return False


_NUTRIENT = AnyCase(
    r"\W*(?:(?:total|dietary|saturated|added|trans|of which)\s+)?(?:nutrients?|calories|kcal|energy|protein|carb(?:ohydrate)?s?|fat|saturates|fib(?:er|re)|sugars?|sodium|salt|cholesterol)\W*(?:\(.*)?$"
)
"""A whole label: 'sodium', not 'sodium valproate'."""
_ENOUGH_NUTRIENTS = 2
"""So many of a table's labels are nutrients where it tells what food holds."""


def is_nutrition_table(view: View, index: int) -> bool:
    """True for a cell of a table of what food holds: 'Sodium | 150.0 mg'."""
    block = view.block(index)
    if block.kind != "cell" or block.table is None:
        return False
    rows = view.document.tables[block.table].rows
    labels = {*(row[0] for row in rows if row), *(rows[0] if rows else ())}
    named = sum(bool(_NUTRIENT.match(view.text(i))) for i in labels if i >= 0)
    return named >= _ENOUGH_NUTRIENTS
