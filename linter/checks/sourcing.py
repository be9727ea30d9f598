"""Figures that say nothing of where they come from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.checks.crediting import _NEW_NAME, _phrase
from linter.checks.sourced import cites, is_norm, sourced_sections
from linter.checks.stale import any_phrase
from linter.checks.told_past import JOURNAL
from linter.checks.view import View, fold_space
from linter.claims.reading import BlockReading
from linter.language.figure import Figure
from linter.language.lex import fold
from linter.patterns import AnyCase, Pattern
from linter.results import Finding
from linter.rulebook.rules import Rule

NAMED = Pattern(
    r"\b(?:[A-Z][a-z]+ (?:of|for|and) [A-Z]|[A-Z][\w-]+ (?:Society|Institute|Association|Foundation|Organi[sz]ation|University|Survey|Registry|College|Agency|Council|Center|Centre))|\b(?:CDC|WHO|NHS|FDA|NIH|ACS|NICE)\b"
)


_MARK = Pattern(
    r"\[(?:\d{1,3}|[a-z]|note \d+|citation needed)(?:\s?[,–-]\s?\d{1,3})*\]|[¹²³⁴⁵⁶⁷⁸⁹]|\(\d{1,2}(?:\s?[,–-]\s?\d{1,2})*\)(?=[.,;]|\s*$)|[a-z)%][.,;]\d{1,3}(?:[,–-]\d{1,3})*(?=\s+[A-Z]|\s*$)"
    r"|\bet al\b|\(ref(?:erence|s)?\.? \d|\{\{cite|\[@\w"
)
"""A reference as content systems leave it: [1], ¹, 'stones.1 Kidney', (3)., [@key]."""
_LIST = AnyCase(
    r"^\W*(?:\d+[.)]?\s*)?(?:references?|sources?|bibliography|citations?|footnotes|endnotes|notes and references|works cited|further reading|evidence)(?:\s+(?:list|and\s+(?:notes|sources|further reading|references|citations)))?\W*$"
)


ENTRY_YEAR = Pattern(r"(?<![\d;:/–-])(?P<year>(?:19|20)\d\d)(?=[a-z]?\s?(?:[;:,.)]|$))")


def is_reference_list(view: View, index: int) -> bool:
    """True for an entry of a list of references: a note, or what stands under a heading that says so."""
    block = view.block(index)
    if block.kind == "note" or JOURNAL.search(fold(block.text)):
        return True
    above = [i for i in (block.heading, block.parent) if i is not None]
    return any(_LIST.match(view.text(i)) for i in above)


def has_references(view: View) -> bool:
    """True for a page that lists what it rests on, at its end."""
    return any(
        block.kind in ("item", "paragraph", "note") and bool(block.text) and is_reference_list(view, index)
        for index, block in enumerate(view.document.blocks)
    )


def _is_statistic(reading: BlockReading, figure: Figure, people: re.Pattern[str]) -> bool:
    """True for a figure about people's health, not about a cell count or the width of a chest, and no norm."""
    sentence = reading.sentences[reading.sentence_at(figure.start)]
    said = fold(reading.text[sentence.start : sentence.end])
    if not people.search(said):
        return False
    share = figure.bounds[1].numerator, figure.bounds[1].denominator
    return not is_norm(said, said[: figure.start - sentence.start], share)


def unsourced_figure(view: View, rule: Rule) -> Iterator[Finding]:
    """A statistic in a paragraph that credits no one and links to nothing, and that no fact backs."""
    sections = sourced_sections(view)
    if has_references(view) or sections is None:
        return
    people = any_phrase(rule.phrases["statistics"])
    phrases = [_phrase(p) for p in rule.phrases.get("attribution", ()) if p not in ("say", "source")]
    for index, block in enumerate(view.document.blocks):
        if block.kind not in ("paragraph", "item") or block.links or block.heading in sections:
            continue
        reading = view.reader.reading.block(index)
        figures = [
            f for f in reading.figures
            if f.is_claim and f.bounds[1] != 1 and "/" not in block.text[f.start : f.end] and (f.dimension == "proportion" and f.kind in ("percent", "ratio", "range")) and (index, f.start) not in view.bound
        ]  # fmt: skip
        if not figures:
            continue
        text = fold(block.text)
        if (
            _MARK.search(text)
            or cites(text)
            or NAMED.search(text)
            or _NEW_NAME.search(text)
            or any(p.search(text) for p in phrases)
        ):
            continue
        figure = next((f for f in figures if _is_statistic(reading, f, people)), None)
        if figure is None:
            continue
        sentence = reading.sentences[reading.sentence_at(figure.start)]
        yield view.finding(
            rule, index, figure.start, figure.end,
            found=fold_space(block.text[figure.start : figure.end]), sentence=block.text[sentence.start : sentence.end],
        )  # fmt: skip
