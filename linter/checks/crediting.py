"""Whom the copy credits with a claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from linter.checks.view import View, describe
from linter.claims.areas import Context
from linter.claims.binding import Binding
from linter.claims.credits import Credits
from linter.language.lex import fold
from linter.model import Fact
from linter.patterns import AnyCase
from linter.results import Finding
from linter.rulebook.rules import Rule

_NEW_NAME = AnyCase(
    r"\b(?P<year>(?:18|19|20|21)\d\d)\s+(?:\w+[ -]){0,2}?(?:article|study|report|survey|guidelines?|trial|analysis|review|paper|poll|meta-analysis|census)\b"
)


def _credits(view: View) -> Credits:
    assert view.binder is not None
    return view.binder.credits


def is_credited(view: View, context: Context, rule: Rule) -> bool:
    """True where the paragraph around a figure names a source, in whatever words, or links to one."""
    block = view.block(context.block)
    texts = [block.text]
    if block.links:
        return True
    if block.kind == "cell" and block.table is not None:
        table = view.document.tables[block.table]
        around = {i for i in (table.caption, table.intro) if i is not None}
        around |= {i for row in table.rows for i in row if i >= 0}
        last = max(around)
        follower = last + 1
        if follower < len(view.document.blocks) and view.block(follower).kind in (
            "paragraph",
            "caption",
            "note",
        ):
            around.add(follower)
        texts += [view.text(i) for i in sorted(around)]
    if block.parent is not None:
        texts.append(view.text(block.parent))
    whole = fold(" ".join(texts))
    if any(source_id for _, _, source_id in _credits(view).named(whole, at_credit=False)):
        return True
    return credits_someone(whole, rule)


def credits_someone(text: str, rule: Rule) -> bool:
    """True where a text says that somebody says so, whoever that is. ``rule`` has the phrases."""
    return any(
        _phrase(p).search(text)
        for p in rule.phrases["attribution"]
        if p not in ("say", "source", "note that")
    ) or bool(_NEW_NAME.search(text))


@lru_cache(maxsize=512)
def _phrase(phrase: str) -> re.Pattern[str]:
    """A phrase with its verb in any form."""
    words = []
    for word in phrase.split():
        stem = re.escape(word.removesuffix("e") if len(word) > 3 else word)
        words.append(
            rf"{stem}\w{{0,3}}"
            if word not in ("to", "in", "by", "from", "on", "of", "that", "a", "as")
            else word
        )
    return re.compile(r"\b" + r"\s+".join(words) + r"\b", re.IGNORECASE)


def source_conflict(view: View, rule: Rule) -> Iterator[Finding]:
    """The sentence credits a known source that is not the fact's, or a year that is not its source's."""
    if view.binder is None:
        return
    for b in view.bindings:
        fact = b.key.fact
        if b.verdict not in ("agrees", "value") or fact.status == "withdrawn":
            continue
        sentence = view.reader.reading.block(b.context.block).sentences[b.context.sentence]
        text = view.text(b.context.block)[sentence.start : sentence.end]
        named = _nearest(_credits(view).named(text), b, sentence.start)
        rightly = [n for n in named if n[2] == fact.source.id]
        others = (
            [] if rightly else [n for n in named if not _covered(n, named) and not _is_akin(view, n[2], fact)]
        )
        if others and b.verdict == "agrees":
            start, end, _ = others[0]
            low, high = sentence.start + start, sentence.start + end
            yield view.finding(
                rule, b.context.block, low, high, fact=fact, found=text[start:end], expected=describe(fact.source),
                why=b.why, suggestion=describe(fact.source), sentence=view.sentence_text(b.context), source=describe(fact.source),
            )  # fmt: skip
            continue
        year = _NEW_NAME.search(fold(text))
        if (
            year
            and fact.source.year
            and int(year["year"]) != fact.source.year
            and not others
            and b.verdict == "agrees"
            and not any(start <= year.start() < end for start, end, _ in rightly)
            and fold(year.group()).lower() not in fold(fact.source.title).lower()
            and not fold(text)[: year.start()].endswith(f"{fact.source.year}-")
        ):
            low, high = sentence.start + year.start(), sentence.start + year.end()
            yield view.finding(
                rule, b.context.block, low, high, variant="year", fact=fact, found=year["year"], expected=str(fact.source.year), why=b.why,
                suggestion=str(fact.source.year), sentence=view.sentence_text(b.context), source=describe(fact.source),
            )  # fmt: skip


def _is_akin(view: View, source_id: str, fact: Fact) -> bool:
    """Whether a source's publisher is part of that of the fact's: the NIH, and its Office of Dietary Supplements."""
    assert view.binder is not None
    names = [name.lower() for name in _credits(view).names[source_id]]
    publisher = fact.source.publisher.lower()
    forms = {publisher, *(name.lower() for name in fact.source.aka)}
    return any(f"{name} " in f"{form} " for form in forms for name in names if len(name) > 2)


def _nearest(named: list[tuple[int, int, str]], binding: Binding, start: int) -> list[tuple[int, int, str]]:
    """The credits of the figure's own clause, where it has any: 'A says 80%, and B 40%'."""
    own = [n for n in named if binding.context.own.covers(start + n[0], start + n[1])]
    return own or named


def _covered(name: tuple[int, int, str], names: list[tuple[int, int, str]]) -> bool:
    return any(
        n is not name and n[0] <= name[0] and name[1] <= n[1] and (n[1] - n[0]) > (name[1] - name[0])
        for n in names
    )
