"""Authorities that no reader can look up: 'studies show', 'experts say'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from linter.checks.crediting import _NEW_NAME
from linter.checks.numbers_scan import blocks, report, sentence_around
from linter.checks.sourcing import NAMED
from linter.checks.view import View
from linter.model import Finding
from linter.patterns import Pattern
from linter.rules import Rule

_YEAR = Pattern(r"(?<![\d,.])(?:19|20)\d\d(?![\d,.]*\d)")
_HOWEVER = Pattern(
    r"\b(?:no|few|not enough|further|future|more|ongoing|need\w*|if|when|once|whether|until|some day|which|not all|help|let|allow)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_REFERENCE = Pattern(r"\[\d+(?:[,–-]\s?\d+)*\]|\bet al\b|\(\w+,? (?:19|20)\d\d\)")


@lru_cache(maxsize=16)
def _pattern(who: tuple[str, ...], says: tuple[str, ...]) -> re.Pattern[str]:
    """'(many) studies (have) show(n) …' of the rule's words."""
    people = "|".join(re.escape(w) for w in sorted(who, key=len, reverse=True))
    verbs = "|".join(re.escape(w) for w in sorted(says, key=len, reverse=True))
    return re.compile(
        rf"\b(?:(?:many|several|numerous|some|most|recent|new|other|various|multiple|a number of|countless|scientific|medical|clinical|health|leading|early)\s+){{0,6}}(?:{people})\s+(?:(?:now|also|generally|often|widely|consistently|have|has|had|long|all)\s+){{0,2}}(?:{verbs})\b",
        re.IGNORECASE,
    )


def anonymous_source(view: View, rule: Rule) -> Iterator[Finding]:
    """'Studies show that …' in a paragraph with no name, year or link."""
    pattern = _pattern(rule.phrases["who"], rule.phrases["says"])
    for index, text in blocks(view, pattern):
        block = view.block(index)
        if (
            block.kind not in ("paragraph", "item")
            or block.links
            or NAMED.search(text)
            or _NEW_NAME.search(text)
            or _YEAR.search(text)
            or _REFERENCE.search(text)
        ):
            continue
        match = next(
            (
                m
                for m in pattern.finditer(text)
                if not _HOWEVER.search(text[max(0, m.start() - 30) : m.start()])
            ),
            None,
        )
        if match is None:
            continue
        low, high = sentence_around(view, index, match.start(), match.end())
        if text[low:high].rstrip().endswith("?"):
            continue
        yield report(view, rule, index, match.start(), match.end())
