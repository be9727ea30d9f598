"""Brand and generic names put side by side, against the facts that pair them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from linter.claims.key import FactKey
from linter.language.lex import fold
from linter.language.lexicon import Lexicon
from linter.patterns import AnyCase, Pattern

_PAREN = Pattern(
    r"\s*(?:\(|,? (?:which is )?(?:sold|marketed|available|known|branded|prescribed)(?: \w+){0,4}? (?:as|under the (?:brand )?names?(?: of)?) |,? (?:brand|trade) names?:? )(?:called |named |brand names? |also known as |sold as |as |eg,? |such as )*(?P<name>[\"']?[A-Z][\w-]+)",
    re.DOTALL,
)


_OR = Pattern(
    r",? or (?P<name>[A-Z][\w-]{3,})(?=,? as (?:it's|it is) (?:often |usually |better |commonly )?(?:known|called|sold|marketed)\b)"
)
"""'Baclofen, or Zanaflex as it's known'."""


def pairs(
    text: str, names: dict[str, FactKey], lexicon: Lexicon
) -> Iterator[tuple[int, int, str, str, FactKey]]:
    """Brand and generic names that ``text`` puts together wrongly: span, found, expected, the fact.

    ``names`` maps each generic name, lower case, to its fact.
    """
    plain = fold(text)
    lower = plain.lower()
    for generic, key in names.items():
        assert key.fact.pair is not None
        _, brand = key.fact.pair
        for m in re.finditer(rf"(?<![\w/-]){re.escape(generic)}(?![\w/-])", lower):
            beside = _PAREN.match(plain, m.end()) or _OR.match(plain, m.end())
            named = beside or _named(plain, m.end(), generic, lexicon)
            if named is None:
                continue
            name = named["name"].strip("\"'")
            if name.lower() == brand.lower() or name.lower() == generic:
                continue
            known = lexicon.brands.get(name.lower())
            told = beside is not None and (beside.re is _OR.compiled or _brandlike(name, plain, beside.end()))
            if known == generic or (known is None and not told):
                continue
            yield (
                m.start(),
                named.end(),
                f"{plain[m.start() : m.end()]} ({name})",
                f"{key.fact.pair[0]} ({brand})",
                key,
            )
    yield from _turned(plain, names, lexicon)


_REACH = 120
_NAMING = Pattern(
    r"\b(?:sold|sells?|market\w*|brand\w*|trade|knows?|known|see|seen|find|goes|go|called|named?|label\w*|box|packet)\b[^.;:()]{0,40}?(?<!as well )\b(?:as|of|is|called|named|names?)\s+(?P<name>[\"']?[A-Z][\w-]{3,})"
)
"""'You may know it as', 'goes by the name of', 'which the maker sells as': what follows is a name of what is spoken of."""
_SENTENCE_END = Pattern(r"[.!?]\s")
_OTHERS = AnyCase(r"\b(?:others?|another|unlike|than)\b")
_OF_IT = AnyCase(r"\bit\b")


def _named(text: str, end: int, generic: str, lexicon: Lexicon) -> re.Match[str] | None:
    """Where a sentence, or the next about 'it', tells the name of the drug that ends at ``end``; no other drug between."""
    found = _NAMING.search(text, end, end + _REACH)
    if found is None:
        return None
    between = text[end : found.start("name")]
    breaks = len(_SENTENCE_END.findall(between))
    if breaks > 1 or (breaks and not _OF_IT.search(between, between.rindex(". ") if ". " in between else 0)):
        return None
    if _OTHERS.search(between):
        return None
    others = (lexicon.concept_of(w) for w in re.findall(r"[A-Za-z-]{5,}", between))
    return None if any(c != generic and lexicon.kinds.get(c or "") == "drug" for c in others) else found


_BRAND_OF = r",?\s+(?:\(|which is |is |a |the |an |our )*(?:brand|trade|proprietary|commercial)(?:ed)?(?:\s+(?:name|version))?\s+(?:of|for)\s+"
"""'Tysabri, the brand name of': what follows is the generic."""


_STEM = Pattern(
    r"(?:mab|nib|lisib|ciclib|parib|rafenib|gest|manid|quiline|floxacin|cillin|cycline|mycin|micin|penem|azole|pril|sartan|olol|statin|gliptin|gliflozin|glutide|glitazone|gliclazide|setron|triptan|gepant|lukast|terol|tropium|tidine|oxetine|triptyline|vir|xaban|gatran|parin|platin|taxel|rubicin|limus|dronate|dopa|caine|zepam|zolam|profen|coxib|sone|solone|onide|afil|osin|steride|relix|relin|tocin|fibrate|thiazide|semide|kinra|cept|leukin|stim|poetin|racetam|gabalin|pine|pidem|done)$"
)
"""Stems that the World Health Organization gives nonproprietary names, for drugs that the lexicon lacks."""


def _turned(
    plain: str, names: dict[str, FactKey], lexicon: Lexicon
) -> Iterator[tuple[int, int, str, str, FactKey]]:
    """A fact's brand beside another drug's name: 'etanercept (Humira)', 'Humira (etanercept)'."""
    for generic, key in names.items():
        assert key.fact.pair is not None
        brand = re.escape(key.fact.pair[1])
        beside = re.finditer(
            rf"\b(?P<a>[A-Za-z][\w-]+)\s+\({brand}\b|\b{brand}\s+\((?P<b>[A-Za-z][\w-]+)",
            plain,
            re.IGNORECASE,
        )
        named = re.finditer(rf"\b{brand}\b{_BRAND_OF}(?P<a>)(?P<b>[A-Za-z][\w-]+)", plain, re.IGNORECASE)
        for m in chain(beside, named):
            name = m["a"] or m["b"]
            concept = lexicon.concept_of(name)
            if name.lower() in generic:
                continue  # valsartan, of sacubitril/valsartan
            unknown = concept is None and bool(_STEM.search(name)) and name.islower()
            if concept == generic or not (unknown or lexicon.kinds.get(concept or "") == "drug"):
                continue
            told = m["a"] and name.lower() in names  # by that generic's own fact
            if told or lexicon.concept_of(key.fact.pair[0]) == concept:
                continue
            found = f"{name} ({key.fact.pair[1]})"
            yield (
                m.start("a") if m["a"] else m.start(),
                m.end(),
                found,
                f"{key.fact.pair[0]} ({key.fact.pair[1]})",
                key,
            )


def _brandlike(name: str, text: str, end: int) -> bool:
    """A lone capitalised word in brackets, not an abbreviation."""
    return not name.isupper() and text[end : end + 1] in (")", ",", ".", "") and len(name) > 4
