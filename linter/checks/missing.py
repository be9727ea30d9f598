"""What a fact asks copy to say with it, and whether the copy does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatch

from linter.binding.areas import Context
from linter.binding.bind import Binding
from linter.binding.statements import Statement
from linter.checks.crediting import is_credited
from linter.checks.dating import dating
from linter.checks.figures import expected_text, found_text, span_of
from linter.checks.view import View, fold_space
from linter.language.lex import fold
from linter.language.text import STOP, root, tokenize
from linter.model import Caveat, Finding
from linter.patterns import linear
from linter.rules import Rule

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

    A paragraph that states a fact twice is judged at the first place.
    """
    seen: set[tuple[str, int]] = set()
    for b in view.bindings:
        where = (b.key.fact.id, b.context.block)
        if where in seen:
            continue
        seen.add(where)
        if (
            b.verdict == "agrees"
            and b.key.fact.status != "withdrawn"
            and dating(view, b).kind in ("none", "same")
        ):
            yield b


def missing_period(view: View, rule: Rule) -> Iterator[Finding]:
    for b in _rightly(view):
        key = b.key
        if "period" in key.fact.require and dating(view, b).kind == "none" and not _period_near(view, b):
            period = f"{key.period[0]}–{key.period[1]}" if key.period else ""
            variant = "" if period else "as_of"
            yield _at(view, rule, b, variant=variant, fact_period=period, as_of=str(key.as_of or ""))


def _period_near(view: View, b: Binding) -> bool:
    """The fact's years in the sentence or the next one, whatever their grammar."""
    text = fold(view.sentence_text(b.context, 1))
    years = [str(y) for y in (b.key.period or (b.key.as_of,)) if y]
    return bool(years) and all(y in text for y in years)


def missing_attribution(view: View, rule: Rule) -> Iterator[Finding]:
    for b in _rightly(view):
        if "attribution" in b.key.fact.require and not is_credited(view, b.context, b.key.fact.source, rule):
            yield _at(view, rule, b)


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
        found=found_text(view, b), expected=expected_text(b), why=b.fit.why, sentence=view.sentence_text(b.context), **fields,
    )  # fmt: skip


def missing_caveat(view: View, rule: Rule) -> Iterator[Finding]:
    """One finding for a caveat of a fact and draft: at the first place that lacks it."""
    seen: set[tuple[str, str]] = set()
    stated: list[Binding | Statement] = [
        *_rightly(view),
        *(s for s in view.statements if s.verdict == "agrees"),
    ]
    for b in stated:
        for caveat in b.key.fact.caveats:
            where = (b.key.fact.id, caveat.id)
            if (caveat.within == "document" and where in seen) or _says(view, b.context, caveat):
                continue
            seen.add(where)
            if isinstance(b, Statement):
                yield view.finding(rule, b.context.block, b.start, b.end, fact=b.key.fact, caveat=caveat.say, why=b.fit.why,
                                   expected=caveat.say, sentence=view.sentence_text(b.context))  # fmt: skip
            else:
                yield _at(view, rule, b, caveat=caveat.say)


def _says(view: View, context: Context, caveat: Caveat) -> bool:
    texts = list(_scope(view, context, caveat.within))
    whole = " \n ".join(fold_space(fold(t)) for t in texts)
    for phrase in caveat.any_of:
        if len(phrase) > 2 and phrase.startswith("/") and phrase.endswith("/"):
            if linear(fold(phrase[1:-1])).search(whole):
                return True
        elif fold_space(fold(phrase)).lower() in whole.lower():
            return True
    wanted = _content(caveat.say)
    return any(
        _share(wanted, _content(text)) >= _ENOUGH
        for text in texts
        for text in re.split(r"(?<=[.!?])\s", text)
    )


def _content(text: str) -> frozenset[str]:
    return frozenset(
        root(t.lemma) for t in tokenize(text) if t.lemma and t.lower not in STOP and t.lemma not in STOP
    )


def _share(wanted: frozenset[str], said: frozenset[str]) -> float:
    return len(wanted & said) / len(wanted) if wanted else 0.0


def _scope(view: View, context: Context, within: str) -> Iterator[str]:
    if within == "sentence":
        yield view.sentence_text(context)
        return
    block = view.block(context.block)
    for index, other in enumerate(view.document.blocks):
        near = index == context.block or (
            (block.kind == "cell" and other.table == block.table) or block.parent == index
            or (block.kind == "cell" and block.table is not None and index in (view.document.tables[block.table].intro, view.document.tables[block.table].caption))
        )  # fmt: skip
        if (
            within == "document"
            or near
            or (within == "section" and (other.heading == block.heading or index == block.heading))
        ):
            yield other.text


def missing_fact(view: View, rule: Rule) -> Iterator[Finding]:
    if view.binder is None or not view.document.blocks:
        return
    stated = {b.key.fact.id for b in view.bindings} | {s.key.fact.id for s in view.statements}
    path = view.document.path.replace("\\", "/")
    for key in view.binder.keys:
        globs = key.fact.appears_in
        if key.fact.id not in stated and any(fnmatch(path, g) or fnmatch(path, "*/" + g) for g in globs):
            at = view.document.title or 0
            end = len(view.text(at))
            yield view.finding(
                rule, at, 0, end, fact=key.fact, expected=key.fact.claim, sentence=key.fact.claim
            )
