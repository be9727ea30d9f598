"""Authorities that no reader can look up: 'studies show', 'experts say'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from linter.checks.crediting import _NEW_NAME
from linter.checks.numbers_scan import blocks, report, sentence_around
from linter.checks.own_dates import without_own_dates
from linter.checks.sourced import cites
from linter.checks.sourcing import NAMED
from linter.checks.stale import any_phrase
from linter.checks.view import View
from linter.patterns import AnyCase, Pattern
from linter.results import Finding
from linter.rulebook.rules import Rule

_YEAR = Pattern(r"(?<![\d,.])(?:19|20)\d\d(?![\d,.]*\d)")
_HOWEVER = AnyCase(
    r"\b(?:no|few|not enough|further|future|more|ongoing|need\w*|if|when|once|whether|until|some day|which|what|how|not all|help|let|allow)\s+(?:\w+\s+)?$"
)
_COLLEAGUES = Pattern(
    r"\b[A-Z][\w'’-]+(?:\s+and|,)\s+(?:(?:her|his|their)\s+)?(?:colleagues|co-workers|team)\b"
)
_REFERENCE = Pattern(r"\[\d+(?:[,–-]\s?\d+)*\]|\bet al\b|\(\w+,? (?:19|20)\d\d\)")


@lru_cache(maxsize=16)
def _pattern(who: tuple[str, ...], says: tuple[str, ...], one: tuple[str, ...] = ()) -> re.Pattern[str]:
    """'(many) studies (have) show(n) …' of the rule's words."""
    people = "|".join(re.escape(w) for w in sorted(who, key=len, reverse=True))
    verbs = "|".join(re.escape(w) for w in sorted(says, key=len, reverse=True))
    kinds = rf"(?:(?:{_WHICH})\s+){{0,6}}"
    singular = "|".join(re.escape(w) for w in one)
    named = rf"{kinds}(?:{people})" + (rf"|(?:an?|one|another)\s+{kinds}(?:{singular})" if one else "")
    return re.compile(
        rf"\b(?:{named})\s+(?:(?:{_HOW})\s+){{0,3}}(?:{verbs})\b(?!\s+nothing\b)", re.IGNORECASE
    )


_WHICH = (
    "many|several|numerous|some|most|recent|new|other|various|multiple|a number of|countless|scientific|medical|clinical"
    "|health|leading|top|early|large|small|growing"
)
_HOW = "now|also|generally|often|widely|consistently|repeatedly|clearly|already|have|has|had|long|all"
_BACK = AnyCase(r"\b(?:the|these|those|this|both|all|its|their|our|same)\s+(?:\w+\s+)?$")
_TOLD = AnyCase(r"(?:ed|own|en|found)$")
"""'Researchers found' tells of the study that was named; 'research suggests' of whatever research there is."""
_OWN = AnyCase(r"\b(?:your|my|his|her|our|their|the|these|those|what|as|how|some of)\s+(?:\w+\s+)?$")


def anonymous_source(view: View, rule: Rule) -> Iterator[Finding]:
    """'Studies show that …' with no name or year near by, and no reference or link in the paragraph."""
    studies = _pattern(rule.phrases["who"], rule.phrases["says"], rule.phrases["one_of_many"])
    callings = _pattern(rule.phrases["callings"], rule.phrases["say_that"])
    wisdom = any_phrase(rule.phrases["wisdom"])
    patterns = (studies, callings, wisdom)
    for index, text in blocks(view, re.compile("|".join(p.pattern for p in patterns), re.IGNORECASE)):
        block = view.block(index)
        text = without_own_dates(text)
        if block.kind not in ("paragraph", "item") or block.links or _REFERENCE.search(text) or cites(text):
            continue
        found = [m for m in studies.finditer(text) if not _is_credited(view, index, text, m)]
        found += [
            m
            for m in callings.finditer(text)
            if not _OWN.search(text[: m.start()]) and not _is_credited(view, index, text, m)
        ]
        found += [m for m in wisdom.finditer(text) if not _is_credited(view, index, text, m)]
        match = min(found, key=lambda m: m.start(), default=None)
        if match is None:
            continue
        low, high = sentence_around(view, index, match.start(), match.end())
        if text[low:high].rstrip().endswith("?"):
            continue
        yield report(view, rule, index, match.start(), match.end())


def _is_credited(view: View, index: int, text: str, match: re.Match[str]) -> bool:
    """True for what is still open, and where a name or a year is near enough to be that of the authority."""
    before = text[max(0, match.start() - 30) : match.start()]
    if _HOWEVER.search(before):
        return True
    near = dated = text
    if not _BACK.search(before) and not _TOLD.search(match.group()):
        reading = view.reader.reading.block(index)
        own = reading.sentence_at(match.start())
        beside = reading.sentences[max(0, own - 1) : own + 2]
        near = text[beside[0].start : beside[-1].end]
        # A year in the next sentence is that of what it tells.
        dated = text[beside[0].start : reading.sentences[own].end]
    return bool(
        NAMED.search(near) or _COLLEAGUES.search(near) or _NEW_NAME.search(near) or _YEAR.search(dated)
    )
