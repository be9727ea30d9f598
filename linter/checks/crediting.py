"""Whom the copy credits with a claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from linter.binding.areas import Context
from linter.binding.bind import Binding
from linter.checks.view import View, describe
from linter.language.lex import fold
from linter.language.lexicon import Lexicon
from linter.model import Finding, Source
from linter.patterns import Pattern
from linter.rules import Rule

_SAYING = (
    r"(?:says?|said|states?|stated|reports?|reported|estimates?|estimated|projects?|projected|expects?|puts?|notes?|noted|finds?|found|shows?|showed|"
    r"shown|suggests?|advises?|recommends?|counts?|counted|records?|recorded|lists?|gives?|cites?|calculates?|calculated|predicts?|forecasts?|warns?|explains?|concludes?|"
    r"data|figures?|statistics|numbers|estimate|survey|report|review|study|analysis|guidelines?|researchers|experts|scientists|studied|tracked|followed|pooled)"
)
_BEFORE_NAME = Pattern(r"(?:according to|data from|figures from|statistics from|estimates? (?:from|by)|reported by|published by|published in|source:?|by|from|per|cited by|courtesy of)\s+(?:the\s+|a\s+|an\s+)?(?:us\s+|u\.s\.\s+)?$", re.IGNORECASE)
_AFTER_NAME = Pattern(rf"^(?:'s)?(?:\s*\([^)]*\))?,?\s+(?:\w+\s+){{0,2}}?{_SAYING}\b|^\s*[).]|^\s+(?:\w+ )?(?:data|figures|statistics)", re.IGNORECASE)
_NEW_NAME = Pattern(r"\b(?P<year>(?:18|19|20|21)\d\d)\s+(?:\w+[ -]){0,2}?(?:article|study|report|survey|guidelines?|trial|analysis|review|paper|poll|meta-analysis|census)\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _pattern(name: str) -> re.Pattern[str]:
    flags = 0 if name.isupper() and len(name) <= 8 else re.IGNORECASE
    return re.compile(rf"(?<![\w]){re.escape(fold(name))}(?![\w])".replace(r"\ ", r"\s+"), flags)


def names(source: Source, lexicon: Lexicon) -> set[str]:
    """Every name that copy may use for a source."""
    found = {source.publisher, *source.aka} - {""}
    if len(source.title.split()) >= 6:
        found.add(source.title)
    for name in list(found):
        concept = lexicon.concept_of(name)
        if concept and lexicon.kinds.get(concept) in ("organisation", "term"):
            found |= _forms(concept, lexicon)
    return found


def _forms(concept: str, lexicon: Lexicon) -> set[str]:
    forms = {e[2] for entries in lexicon.forms.values() for e in entries if e[1] == concept and e[2]}
    return {f for f in (concept, *forms) if len(f) > 1}


class Crediting:
    """The sources of a facts file by the names that copy gives them."""

    def __init__(self, sources: dict[str, Source], lexicon: Lexicon) -> None:
        self.names = {s.id: names(s, lexicon) for s in sources.values()}

    def named(self, text: str, at_credit: bool = True) -> list[tuple[int, int, str]]:
        """Sources named in ``text``: start, end and id; with ``at_credit`` only where they are credited."""
        plain = fold(text)
        found = []
        for source, forms in self.names.items():
            for form in sorted(forms):
                for m in _pattern(form).finditer(plain):
                    if not at_credit or _BEFORE_NAME.search(plain[max(0, m.start() - 40) : m.start()]) or _AFTER_NAME.match(plain[m.end() : m.end() + 60]):
                        found.append((m.start(), m.end(), source))
        return found


def crediting(view: View) -> Crediting:
    assert view.binder is not None
    made = getattr(view.binder, "_crediting", None)
    if made is None:
        made = Crediting(view.binder.sources, view.binder.lexicon)
        view.binder._crediting = made  # type: ignore[attr-defined]
    return made  # type: ignore[no-any-return]


def is_credited(view: View, context: Context, source: Source, rule: Rule) -> bool:
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
        if follower < len(view.document.blocks) and view.block(follower).kind in ("paragraph", "caption", "note"):
            around.add(follower)
        texts += [view.text(i) for i in sorted(around)]
    if block.parent is not None:
        texts.append(view.text(block.parent))
    whole = fold(" ".join(texts))
    if any(source_id for _, _, source_id in crediting(view).named(whole, at_credit=False)):
        return True
    return any(_phrase(p).search(whole) for p in rule.phrases["attribution"] if p not in ("say", "source", "note that")) or bool(_NEW_NAME.search(whole))


@lru_cache(maxsize=512)
def _phrase(phrase: str) -> re.Pattern[str]:
    """A phrase with its verb in any form."""
    words = []
    for word in phrase.split():
        stem = re.escape(word.removesuffix("e") if len(word) > 3 else word)
        words.append(rf"{stem}\w{{0,3}}" if word not in ("to", "in", "by", "from", "on", "of", "that", "a", "as") else word)
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
        named = _nearest(crediting(view).named(text), b, sentence.start)
        if any(s == fact.source.id for _, _, s in named):
            continue
        others = [n for n in named if not _covered(n, named)]
        if others and b.verdict == "agrees":
            start, end, other = others[0]
            low, high = sentence.start + start, sentence.start + end
            yield view.finding(
                rule, b.context.block, low, high, fact=fact, found=text[start:end], expected=describe(fact.source),
                why=b.fit.why, suggestion=describe(fact.source), sentence=view.sentence_text(b.context), source=describe(fact.source),
            )  # fmt: skip
            continue
        year = _NEW_NAME.search(fold(text))
        if year and fact.source.year and int(year["year"]) != fact.source.year and not others and b.verdict == "agrees" and not named:
            low, high = sentence.start + year.start(), sentence.start + year.end()
            yield view.finding(
                rule, b.context.block, low, high, variant="year", fact=fact, found=year["year"], expected=str(fact.source.year), why=b.fit.why,
                suggestion=str(fact.source.year), sentence=view.sentence_text(b.context), source=describe(fact.source),
            )  # fmt: skip


def _nearest(named: list[tuple[int, int, str]], binding: Binding, start: int) -> list[tuple[int, int, str]]:
    """The credits of the figure's own clause, where it has any: 'A says 80%, and B 40%'."""
    own = [n for n in named if binding.context.own.covers(start + n[0], start + n[1])]
    return own or named


def _covered(name: tuple[int, int, str], names: list[tuple[int, int, str]]) -> bool:
    return any(n is not name and n[0] <= name[0] and name[1] <= n[1] and (n[1] - n[0]) > (name[1] - name[0]) for n in names)


