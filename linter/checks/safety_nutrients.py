"""Amounts of nutrients that are no doses: what food holds, what tables say that a body needs, what a trial gave."""

from __future__ import annotations

from linter.checks.view import View
from linter.patterns import AnyCase, Pattern

_FOOD_HEAD = AnyCase(
    r"(?:^|; )\W*(?:foods?|food (?:sources?|items?|groups?)|(?:dietary|natural|best|top|good|rich|common) sources?|servings?(?: size)?|portions?(?: size)?)\W*(?:;|$)"
)
"""What heads a column of foods or of what is eaten; 'with food?' heads one of medicines."""
_FOODS = AnyCase(
    r"\b(?:(?:food|dietary|natural) sources?|(?:best|top|good|rich|common) (?:food )?sources?|foods (?:that|high|rich|with|containing))\b"
)
_SERVED = AnyCase(
    r"\b(?:per|each)\s+(?:cup|serving|portion|slice|egg|filet|fillet|100\s?g)\b|/\s?(?:cup|serving|egg|slice|[\w ]{0,10}fill?et|100\s?g)\b"
    r"|\b(?:milk|eggs|fatty fish|salmon|sardines?|mushrooms?|yogh?urt|cheese|cereals?|bread|beef|beans)\b[^.;]{0,40}\b(?:contains?|provides?|supplies|supply|holds?)\b"
)
_INTAKE = Pattern(r"\b(?:AI|RDA|UL|EAR|RDI|RNI|DRI|DV|EFSA|IOM)\b")
_INTAKES = AnyCase(
    r"\b(?:recommended (?:dietary |daily )?(?:intakes?|allowances?)|adequate intakes?|upper (?:intake )?(?:levels?|limits?)|reference intakes?|daily (?:value|requirement)s?|toxicity)\b"
)


def _heads(view: View, index: int) -> str:
    """What heads the columns of a cell's table, in words; empty for any other block."""
    block = view.block(index)
    if block.kind != "cell" or block.table is None:
        return ""
    table = view.document.tables[block.table]
    return "; ".join(view.text(i) for row in table.rows[: max(1, table.header_rows)] for i in row if i >= 0)


def is_of_food(view: View, index: int, sentence: str) -> bool:
    """True for what food holds: 'Milk (124 IU/cup)', a row under 'Food sources'."""
    if _FOOD_HEAD.search(_heads(view, index)) or _SERVED.search(sentence):
        return True
    return view.block(index).kind in ("cell", "item") and bool(_FOODS.search(view.heading(index)))


def is_reference_intake(view: View, index: int) -> bool:
    """True in a table of what a body needs, or may have, of a nutrient."""
    heads = _heads(view, index)
    told = f"{heads}; {view.heading(index)}"
    return bool(heads) and bool(
        _INTAKES.search(told) or _INTAKE.search(heads) or _INTAKE.search(view.text(index))
    )


_VITAMIN = AnyCase(
    r"\b(?:vitamins?|vit\.?|cholecalciferol|ergocalciferol|retinol|tocopherol|25\(OH\)D|25-hydroxyvitamin)\b|\b[AD][23]\b"
)
_TOLD_TO = AnyCase(
    r"\b(?:take|taking|give|giving|prescribe[sd]?|should|must|recommend(?:ed|s)?|advised?|start(?:ing)?|dos(?:e|es|ing)|supplement with|need|aim for)\b|\bIU\s*(?:(?:/|a|per|each|every)\s*(?:d|day|week|month)|daily|weekly)\b"
)
_TRIED = AnyCase(
    r"\b(?:received|assigned|randomi[sz]ed|trials?|stud(?:y|ies)|placebo|participants|subjects|groups?|RCT|compared?|efficacy|equivalent|equal to|(?:rais|increas|decreas|reduc|lower)e?(?:s|d|ed)|did not)\b"
)


def is_vitamin_told_of(view: View, sentence: str) -> bool:
    """True where the units of a vitamin are those of a label or a trial, and nobody is told to take them."""
    named = _VITAMIN.search(sentence) or any(_VITAMIN.search(b.text) for b in view.document.blocks[:3])
    return bool(named) and (not _TOLD_TO.search(sentence) or bool(_TRIED.search(sentence)))
