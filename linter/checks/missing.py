"""What a fact asks copy to say with it, and whether the copy does."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from linter.checks.crediting import is_credited
from linter.checks.dating import dating
from linter.checks.figures import WITHDRAWN, expected_text, found_text, span_of
from linter.checks.view import View, fold_space, years_of
from linter.claims.areas import Context
from linter.claims.binding import Binding
from linter.claims.statement import Statement
from linter.facts.drafts import is_named
from linter.language.lex import fold
from linter.language.text import STOP
from linter.language.tokens import tokenize
from linter.language.words import root
from linter.model import Caveat
from linter.patterns import AnyCase, linear
from linter.results import Finding
from linter.rulebook.rules import Rule

_ENOUGH = 0.6
"""The part of a caveat's words that a sentence must share to say it in other words."""


_OF_A_NUMBER = frozenset(
    (
        "about almost around near nearly roughly some close to up to just over just under as many as as few "
        "as as much as"
    ).split()
)
_NUMBER_AFTER = r"(?= +(?:\d|an?\b|one\b|two\b|half\b|\w+ty\b|\w+teen\b))"
"""'Some hospitals' and 'ask about it' hedge no number."""


def _rightly(view: View) -> Iterator[Binding]:
    """Bindings that state their fact rightly: the only ones that can lack something.

    A paragraph that states a fact twice is judged at the first place. What a draft says of itself (a
    description for search engines) has no room for more than the claim.
    """
    seen: set[tuple[str, int]] = set()
    for b in view.bindings:
        where = (b.key.fact.id, b.context.block)
        if where in seen:
            continue
        seen.add(where)
        if (
            b.verdict == "agrees"
            and b.key.fact.status != WITHDRAWN
            and view.block(b.context.block).kind != "metadata"
            and dating(view, b).kind in ("none", "same")
        ):
            yield b


def missing_period(view: View, rule: Rule) -> Iterator[Finding]:
    for b in _rightly(view):
        key = b.key
        if not key.period and not key.as_of:
            continue  # a mistake of the facts file, and told as such
        if "period" in key.fact.require and dating(view, b).kind == "none" and not _period_near(view, b):
            variant = "" if key.period else "as_of"
            years = years_of(key.period, key.as_of)
            yield _at(view, rule, b, variant=variant, fact_period=years, as_of=years)


def _period_near(view: View, b: Binding) -> bool:
    """The fact's years in the sentence or the next one, or in the words that lead to a list, whatever their grammar."""
    lead = view.block(b.context.block).parent
    text = fold(
        " ".join([view.sentence_text(b.context, 1), *([view.text(lead)] if lead is not None else [])])
    )
    years = [str(y) for y in (b.key.period or (b.key.as_of,)) if y]
    return bool(years) and all(y in text for y in years)


def missing_attribution(view: View, rule: Rule) -> Iterator[Finding]:
    for b in _rightly(view):
        if "attribution" in b.key.fact.require and not is_credited(view, b.context, rule):
            yield _at(view, rule, b)


_MAY = AnyCase(r"\b(?:may|might|could)\b")
"""What hedges a claim itself, and copy that tells it so."""


def missing_hedge(view: View, rule: Rule) -> Iterator[Finding]:
    hedges = re.compile(
        r"\b(?:"
        + "|".join(
            re.escape(p) + (_NUMBER_AFTER if p in _OF_A_NUMBER else "(?:s|d)?")
            for p in rule.phrases["hedges"]
        )
        + r")\b",
        re.IGNORECASE,
    )
    for b in _rightly(view):
        if "hedge" not in b.key.fact.require:
            continue
        figure = b.figure
        if _MAY.search(b.key.folded) and _MAY.search(view.sentence_text(b.context)):
            continue
        if (
            figure.qualifier == "exact"
            and not figure.hedged
            and not hedges.search(fold_space(view.sentence_text(b.context, 1)))
        ):
            yield _at(view, rule, b)


def _at(view: View, rule: Rule, b: Binding, variant: str = "", **fields: str) -> Finding:
    start, end = span_of(b.figure)
    return view.finding(
        rule, b.context.block, start, end, variant=variant, fact=b.key.fact,
        found=found_text(view, b), expected=expected_text(b), why=b.why, sentence=view.sentence_text(b.context), **fields,
    )  # fmt: skip


def missing_caveat(view: View, rule: Rule) -> Iterator[Finding]:
    """One finding for a caveat of a fact and draft: at the first place that lacks it."""
    seen: set[tuple[str, str]] = set()
    said: dict[str, _Said] = {}
    stated: list[Binding | Statement] = [
        *_rightly(view),
        *(s for s in view.statements if s.verdict == "agrees" and s.key.fact.status != WITHDRAWN),
    ]
    for b in stated:
        for caveat in b.key.fact.caveats:
            where = (b.key.fact.id, caveat.id)
            if caveat.within == "document" and where in seen:
                continue
            if caveat.within == "sentence":
                if _says(view.sentence_text(b.context), caveat):
                    continue
            else:
                if caveat.id not in said:
                    said[caveat.id] = _said(view, caveat)
                if said[caveat.id].near(view, b.context, caveat.within):
                    continue
            seen.add(where)
            if isinstance(b, Statement):
                yield view.finding(rule, b.context.block, b.start, b.end, fact=b.key.fact, caveat=caveat.say, why=b.why,
                                   expected=caveat.say, sentence=view.sentence_text(b.context))  # fmt: skip
            else:
                yield _at(view, rule, b, caveat=caveat.say)


@dataclass(frozen=True)
class _Said:
    """Where a draft says a caveat: its blocks, and the tables and headings that these belong to."""

    blocks: frozenset[int]
    tables: frozenset[int | None]
    headings: frozenset[int | None]

    def near(self, view: View, context: Context, within: str) -> bool:
        """Whether it is said within reach of a figure: in its paragraph, section or anywhere."""
        if within == "document":
            return bool(self.blocks)
        block = view.block(context.block)
        around = {context.block, block.parent}
        if block.kind == "cell" and block.table is not None:
            table = view.document.tables[block.table]
            around |= {table.intro, table.caption}
            if block.table in self.tables:
                return True
        if within == "section":
            around.add(block.heading)
            if block.heading in self.headings:
                return True
        return bool(around & self.blocks)


def _said(view: View, caveat: Caveat) -> _Said:
    """Where ``caveat`` is said. Each block is read once, however many figures ask for it."""
    blocks = view.document.blocks
    found = frozenset(i for i, block in enumerate(blocks) if _says(block.text, caveat))
    return _Said(
        found, frozenset(blocks[i].table for i in found), frozenset(blocks[i].heading for i in found)
    )


def _says(text: str, caveat: Caveat) -> bool:
    whole = fold_space(fold(text))
    for phrase in caveat.any_of:
        if len(phrase) > 2 and phrase.startswith("/") and phrase.endswith("/"):
            if linear(fold(phrase[1:-1])).search(whole):
                return True
        elif fold_space(fold(phrase)).lower() in whole.lower():
            return True
    wanted = _content(caveat.say)
    return any(_share(wanted, _content(text)) >= _ENOUGH for text in re.split(r"(?<=[.!?])\s", text))


@lru_cache(maxsize=256)
def _content(text: str) -> frozenset[str]:
    return frozenset(
        root(t.lemma) for t in tokenize(text) if t.lemma and t.lower not in STOP and t.lemma not in STOP
    )


def _share(wanted: frozenset[str], said: frozenset[str]) -> float:
    return len(wanted & said) / len(wanted) if wanted else 0.0


def missing_fact(view: View, rule: Rule) -> Iterator[Finding]:
    if view.binder is None or not view.document.blocks:
        return
    stated = {b.key.fact.id for b in view.bindings} | {s.key.fact.id for s in view.statements}
    path = os.path.abspath(view.document.path)
    for key in view.binder.keys:
        fact = key.fact
        if fact.id not in stated and fact.status != WITHDRAWN and is_named(path, fact.appears_in):
            at = view.document.title or 0
            end = len(view.text(at))
            yield view.finding(
                rule, at, 0, end, fact=key.fact, expected=key.fact.claim, sentence=key.fact.claim
            )
