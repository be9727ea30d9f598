"""Bind each figure of a draft to the fact that it states, rightly or wrongly, or to none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from functools import cached_property

from linter.claims.analyte import as_level
from linter.claims.areas import Context
from linter.claims.binding import Binding, settle
from linter.claims.claim_figure import is_rank
from linter.claims.compare import compare_if_near
from linter.claims.comparison import Comparison
from linter.claims.credits import Credits
from linter.claims.decide import Decision, Weights, builtin_weights, decide
from linter.claims.inherit import ContextReader
from linter.claims.key import FactKey, answer_names, as_rank, compile_fact, is_study_size, ranks_of, weighed
from linter.claims.modality import is_refuted
from linter.claims.names import names_in, short_names
from linter.claims.needs import Need, subject_of
from linter.claims.quantity import (
    add_figures,
    as_ages,
    is_recurring,
    narrows_share,
    verdict_of,
)
from linter.claims.rank_told import is_another
from linter.claims.ranking import Ranking, other_holder, ranking
from linter.claims.ranks import add_ranks
from linter.claims.reading import DocumentReading
from linter.language.lexicon import Lexicon, builtin
from linter.model import Document, FactsFile

_CANDIDATES = 40
"""How many facts a figure is compared with at most: those that share most with what stands around it."""

_LEAST = 0.2
"""The least part of a claim, by weight, that copy around a figure says of it. One figure in 200 that states a fact says less."""

_NEAR = -8.0
"""Log odds below which a fact has nothing to do with a figure."""


def _telling(needs: Sequence[Need]) -> list[Need]:
    """The needs that a claim is looked up by: all that tell much, or all where hardly any does ('the body has 5 litres of blood')."""
    telling = [n for n in needs if n.weight >= _TELLING]
    return telling if len(telling) > 1 else [n for n in needs if n.kind != "light"]


_TELLING = 0.5
_LEAD = 40
"""Characters before a figure that its verdict may need: 'from the age of'."""


class Binder:
    """The facts of one file, compiled and indexed."""

    def __init__(self, facts: FactsFile, weights: Weights | None = None) -> None:
        self.weights = weights or builtin_weights()
        self.lexicon: Lexicon = builtin().extended(short_names(facts), facts.contrasts, names_in(facts))
        self.keys = weighed([compile_fact(f, self.lexicon) for f in facts.facts.values()])
        self._studies = {k.fact.id for k in self.keys if is_study_size(k)}
        ages = any(k.figure is not None and k.figure.role == "age" for k in self.keys)
        ranks = any(k.figure is None and not k.fact.pair and ranks_of(k) for k in self.keys)
        told = {
            "age": ages,
            "sample-size": bool(self._studies),
            "rank": ranks,
            "rhythm": bool(self._recurring()),
        }
        self._roles = [role for role, here in told.items() if here]
        self.sources = facts.sources
        self.options: dict[str, dict[str, str]] = {}
        """Of a fact with answers: concept to the name of each."""
        self.answers: dict[str, str] = {}
        self.keys = [self._opened(key) for key in self.keys]
        self.statements = [k for k in self.keys if k.figure is None]
        self.by_id = {k.fact.id: k for k in self.keys}
        self._index: dict[str, list[int]] = {}
        for number, key in enumerate(self.keys):
            for concept in sorted({r for n in _telling(key.needs) for r in n.readings | n.parts}):
                self._index.setdefault(concept, []).append(number)

    def _recurring(self) -> list[FactKey]:
        """The facts about how often something is done, told as what lies between two times: 'every 3 years'."""
        return [
            k
            for k in self.keys
            if k.figure and k.figure.dimension == "time" and is_recurring(k.reading, k.figure)
        ]

    def _opened(self, key: FactKey) -> FactKey:
        """A claim with several possible answers asks copy for everything but the answer."""
        if not key.fact.among or is_rank(key.fact):
            return key
        named = {self.lexicon.concept_of(a) or a.lower(): a for a in key.fact.among}
        self.options[key.fact.id] = named
        value = key.fact.value or ""
        self.answers[key.fact.id] = self.lexicon.concept_of(value) or value.lower()
        names = answer_names(key, named)
        needs = tuple(n for n in key.needs if not n.readings & names)
        return replace(key, needs=needs, subject=subject_of(needs, self.lexicon))

    @cached_property
    def credits(self) -> Credits:
        """The sources by the names that copy gives them."""
        return Credits(self.sources, self.lexicon)

    def bind(self, document: Document) -> tuple[list[Binding], ContextReader]:
        """Every binding of the document's figures, and the reader of its contexts."""
        reader = ContextReader(DocumentReading(document, self.lexicon))
        comparisons = self.ranked(reader)
        return settle(self._choose(comparisons, reader.reading)), reader

    def nearest(self, reader: ContextReader) -> dict[tuple[int, int], Comparison]:
        """Of each figure, by block and start, the fact whose words fit it best, if any fits at all."""
        best: dict[tuple[int, int], Comparison] = {}
        for c in self.ranked(reader, denied=True):
            held = best.get(c.place)
            if c.related > _NEAR and (held is None or c.related > held.related):
                best[c.place] = c
        return best

    def ranked(self, reader: ContextReader, denied: bool = False) -> list[Comparison]:
        """Every figure against every fact, with where each stands among its rivals."""
        comparisons = self.compare(reader, denied)
        for c in comparisons:
            c.related = self.weights.odds("related", c.features)
        add_ranks(comparisons)
        return comparisons

    def compare(self, reader: ContextReader, denied: bool = False) -> list[Comparison]:
        """Every figure of a draft against every fact that it may state.

        Those that the copy denies are left out, unless ``denied`` asks for them.
        """
        comparisons: list[Comparison] = []
        for index, block in enumerate(reader.document.blocks):
            for context in reader.figures(index, self._roles) if block.text else ():
                refuted = is_refuted(context, reader)
                if refuted and not denied:
                    continue
                for c in self.compared(context):
                    c.refuted = refuted
                    comparisons.append(c)
        return comparisons

    def compared(self, context: Context) -> Iterator[Comparison]:
        """One figure against every fact that it may state. A figure of another kind of quantity states none."""
        ranked = context.figure is not None and context.figure.role == "rank"
        for key in self._ranking() if ranked else self.candidates(context):
            told: Context | None = context
            if ranked and self._ranks_another(context, key):
                continue
            if key.figure is None or context.figure is None:
                continue
            if (context.figure.role == "age") != (key.figure.role == "age"):
                told = as_ages(context, key)
            if context.figure.role == "sample-size" and key.fact.id not in self._studies:
                continue
            if context.figure.role == "rhythm" and not is_recurring(key.reading, key.figure):
                continue
            if told is None:
                continue
            told = as_level(told, key)
            if told.figure is None:
                continue
            verdict, was = verdict_of(
                told.figure,
                key,
                told.own.name == "cell",
                told.own.reading.text[max(0, told.figure.lead - _LEAD) : told.figure.lead],
                told.own.text,
                told.own.reading.text[told.figure.end : told.figure.end + _LEAD],
            )
            if verdict == "conflicts" and told.figure.role == "age" and narrows_share(told):
                continue
            if verdict == "other" or (ranked and verdict == "agrees" and key.fact.id in self.options):
                continue
            found = compare_if_near(told, key, self.lexicon, _LEAST)
            if found is None:
                continue
            found.verdict, found.was = verdict, was
            add_figures(found, self.lexicon)
            if not (ranked and is_another(found, self.lexicon)):
                yield found

    @cached_property
    def _as_ranks(self) -> dict[str, FactKey | None]:
        return {}

    def _ranking(self) -> Iterator[FactKey]:
        """The statements that rank something, each as a claim whose figure is the rank."""
        for key in self.statements:
            held = self._ranked(key)
            if held is not None:
                yield replace(held, fact=key.fact)

    def _ranks_another(self, context: Context, key: FactKey) -> bool:
        """Whether the sentence gives the first place to something else than the claim does."""
        claimed = self.ranking(key)
        told = ranking(context.own.reading.sentences[context.sentence], self.lexicon) if claimed else None
        return told is not None and claimed is not None and other_holder(told, claimed, self.lexicon)

    def _ranked(self, key: FactKey) -> FactKey | None:
        claim = key.fact.claim
        if claim not in self._as_ranks:
            self._as_ranks[claim] = as_rank(key, self.lexicon)
        return self._as_ranks[claim]

    def ranking(self, key: FactKey) -> Ranking | None:
        """What a statement ranks first, and among what; None where it ranks nothing so."""
        held = self._rankings.get(key.fact.id)
        return held[0] if held else None

    def field(self, key: FactKey) -> FactKey:
        """A statement that ranks one thing first without that thing; any other as it is."""
        held = self._rankings.get(key.fact.id)
        return held[1] if held else key

    @cached_property
    def _rankings(self) -> dict[str, tuple[Ranking, FactKey]]:
        found = {}
        for key in self.statements:
            told = ranking(key.reading.sentences[0], self.lexicon) if key.reading.sentences else None
            if told is not None and not key.fact.pair:
                needs = tuple(n for n in key.needs if not n.readings & set(told.holder.readings))
                found[key.fact.id] = told, replace(key, needs=needs, subject=subject_of(needs, self.lexicon))
        return found

    def is_ranking(self, key: FactKey) -> bool:
        """True for a statement whose rank is compared as a figure."""
        return self._ranked(key) is not None

    def candidates(self, context: Context) -> list[FactKey]:
        """The facts worth comparing, by the concepts that the context shares with them."""
        shares: dict[int, float] = {}
        for area in context.areas:
            for concept in area.concepts:
                for number in self._index.get(concept, ()):
                    shares[number] = shares.get(number, 0.0) + area.weight
        best = sorted(shares, key=lambda n: (-shares[n], n))[:_CANDIDATES]
        return [self.keys[n] for n in best]

    @staticmethod
    def is_named(key: FactKey, named: Set[str]) -> bool:
        """Whether what a claim is about is among these names, or all parts of its name: 'a tumor of the cervix'."""
        return bool(key.subject & named) or any(
            n.parts and n.parts <= named for n in key.needs if n.readings == key.subject
        )

    def _choose(self, comparisons: list[Comparison], reading: DocumentReading) -> list[Binding]:
        """The surest decision on each figure. A withdrawn fact is stated only where no other can be.

        Another figure of what a draft names nowhere contradicts nothing.
        """
        best: dict[tuple[int, int], tuple[bool, float, str, Decision]] = {}
        for c in comparisons:
            decision = decide(c, self.weights)
            if decision is None:
                continue
            if not c.agrees and c.of("lacks subject") and not self.is_named(c.key, reading.named):
                continue
            rank = (c.key.fact.status != "withdrawn", decision.margin, c.key.fact.id, decision)
            held = best.get(c.place)
            if held is None or rank[:3] > held[:3]:
                best[c.place] = rank
        return [Binding(d.comparison, d.outcome) for *_, d in best.values()]
