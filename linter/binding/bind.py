"""Bind each figure of a draft to the fact that it states, rightly or wrongly, or to none."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from linter.binding.areas import Context
from linter.binding.bases import has_other_base, is_complement, is_of_unaffected
from linter.binding.contexts import CROWD, ContextReader
from linter.binding.contrasting import frequency_differs
from linter.binding.credits import Credits
from linter.binding.fit import Fit
from linter.binding.grounds import (
    BOUNDS,
    as_ages,
    counts_alike,
    heads_another,
    is_distinct,
    is_horizon,
    is_out_of_scale,
    is_recurring,
    is_strength,
    lacks_exposure,
    lacks_scope,
    names_subject,
    side,
    widens,
)
from linter.binding.judge import Verdict, comparable, compare, same_digits
from linter.binding.key import (
    FactKey,
    answer_names,
    compile_fact,
    is_forecast,
    subject_of,
    weigh,
)
from linter.binding.reading import DocumentReading
from linter.binding.refuted import is_refuted
from linter.binding.score import fit, may_fit
from linter.language.change import direction
from linter.language.figure import Figure
from linter.language.lexicon import Lexicon, builtin
from linter.language.text import STOP
from linter.language.words import lemma
from linter.model import Document, FactsFile
from linter.patterns import Pattern

AGREE = 0.4
CONFLICT = 0.60
NEAR_CONFLICT = 0.30
_IN_SIGHT = 0.52
"""Below this level an organ was named only earlier in the paragraph, of something else as likely as not."""
SCOPE = 0.62
_SURE = 0.8


Conflicting = tuple[Fit, Literal["value", "unit", "superseded", "frequency", "direction"]]
"""A fit whose figure contradicts the fact, and how."""


@dataclass
class Binding:
    """A figure, the fact it is bound to, and how it stands to it.

    ``verdict`` is agrees, value (another figure), unit (same digits, other unit), superseded,
    frequency (the dose's rhythm), direction (a rise for a fall) or scope (the fact's figure given to something else).
    """

    context: Context
    fit: Fit
    verdict: Literal["agrees", "value", "unit", "superseded", "frequency", "direction", "scope"]
    others: list[str] = field(default_factory=list)

    @property
    def key(self) -> FactKey:
        return self.fit.key

    @property
    def figure(self) -> Figure:
        assert self.context.figure is not None
        return self.context.figure


_OWN_DATA = Pattern(
    r"\b(?:our|my|their|its|her|his) own (?:[\w-]+ )?(?:clinics?|hospital|ward|practice|team|trust|unit|cent(?:er|re)|research|stud(?:y|ies)|polls?|figures?|data|records?|audits?|surveys?|counts?|rates?|patients|experience)\b|\b(?:my|his|her|their) (?:patients|readers|clients)\b|\bour (?:hospital|clinic|practice|trust|ward|cent(?:er|re)|unit|team|poll|survey|audit|figures?|rates?|readers?|patients)\b|\bin (?:our|this|one) (?:hospital|clinic|practice|ward|unit)\b|\blocally\b(?! (?:advanced|recurrent|invasive|spread))",
    re.IGNORECASE,
)
"""Figures that a clinic, a ward or a desk gives as its own: true beside any fact."""
_ELSE = Pattern(r"\b(?:is|are) (?:another|a different|quite another) (?:matter|story|thing)\b", re.IGNORECASE)
_SOME = Pattern(
    r"\b(?:some|a few|others)(?:\s+(?:people|patients|women|men|children|of them|of us))?\s+(?:can\s+|may\s+|even\s+|do\s+)?(?:live|survive|last|take|need|wait|go on|manage)\b",
    re.IGNORECASE,
)
"""'Some live for 20 years' goes beyond an average and does not contradict it."""
_BROAD = Pattern(
    r"\b(?P<name>[A-Za-z][a-z]{3,})[ -](?P<head>fever|palsy|disease|syndrome|virus|disorder|flu|anemia|dystrophy)\b"
)


def names_in(facts: FactsFile) -> list[str]:
    """Names that the facts use and the lexicon may lack: answers, brands, diseases with a name of their own.

    'Yarrow fever' is one name: any other fever is another disease.
    """
    forms = builtin().forms
    found = []
    for fact in facts.facts.values():
        found += [*fact.among, *(fact.pair or ())]
        for match in _BROAD.finditer(fact.claim):
            word = match["name"].lower()
            if word not in STOP and lemma(word) not in forms and word not in forms:
                found.append(match.group())
    return found


class Binder:
    """The facts of one file, compiled and indexed."""

    def __init__(self, facts: FactsFile) -> None:
        self.lexicon: Lexicon = builtin().extended(
            facts.terms,
            facts.contrasts,
            names_in(facts),
        )
        self.keys = [compile_fact(f, self.lexicon) for f in facts.facts.values()]
        weigh(self.keys)
        self._labels = {label for _, label, _ in self.lexicon.contrasts.values()} | {"age", "horizon"}
        self._ages = any(k.figure is not None and k.figure.role == "age" for k in self.keys)
        self.sources = facts.sources
        self.options: dict[str, dict[str, str]] = {}
        """Of a fact with answers: concept to the name of each."""
        self.answers: dict[str, str] = {}
        for key in self.keys:
            if key.fact.among:
                named = {self.lexicon.concept_of(a) or a.lower(): a for a in key.fact.among}
                self.options[key.fact.id] = named
                value = key.fact.value or ""
                self.answers[key.fact.id] = self.lexicon.concept_of(value) or value.lower()
                key.needs = [n for n in key.needs if not n.readings & answer_names(key, named)]
                key.subject = subject_of(key.needs, self.lexicon)
        self.statements = [k for k in self.keys if k.figure is None]
        self.by_id = {k.fact.id: k for k in self.keys}
        self._index: dict[str, list[int]] = {}
        for number, key in enumerate(self.keys):
            for concept in sorted({r for n in key.needs for r in n.readings | n.parts if n.weight >= 0.5}):
                self._index.setdefault(concept, []).append(number)

    @cached_property
    def credits(self) -> Credits:
        """The sources by the names that copy gives them."""
        return Credits(self.sources, self.lexicon)

    def bind(self, document: Document) -> tuple[list[Binding], ContextReader, int]:
        """Every binding of the document's figures, the reader of its contexts, and the number of figures."""
        reading = DocumentReading(document, self.lexicon)
        reader = ContextReader(reading)
        bindings: list[Binding] = []
        count = 0
        for index in range(len(document.blocks)):
            contexts = reader.figures(index, self._ages) if document.blocks[index].text else []
            count += len(contexts)
            bindings += _settle([b for c in contexts if (b := self._bind(c, reader)) is not None])
        return bindings, reader, count

    def candidates(self, context: Context) -> list[FactKey]:
        """The facts worth fitting, by the concepts that the context shares with them."""
        shares: dict[int, float] = {}
        for area in context.areas:
            for concept in area.concepts:
                for number in self._index.get(concept, ()):
                    shares[number] = shares.get(number, 0.0) + area.weight
        best = sorted(shares, key=lambda n: (-shares[n], n))[:40]
        return [self.keys[n] for n in best]

    def _bind(self, context: Context, reader: ContextReader) -> Binding | None:
        figure = context.figure
        if figure is None or is_refuted(context, reader):
            return None
        agreeing: list[Fit] = []
        conflicting: list[Conflicting] = []
        scoped: list[Fit] = []
        told = context
        for key in self.candidates(told):
            context, figure = told, told.figure
            if key.figure is None or figure is None:
                continue
            if (figure.role == "age") != (key.figure.role == "age"):
                aged = as_ages(context, key)
                if aged is None:
                    continue
                context, figure = aged, aged.figure
                assert figure is not None
            verdict = compare(figure, key.figure, key.tolerance, key.threshold, context.own.name == "cell")
            if verdict == "other":
                continue
            if figure.dimension == "proportion" and context.change != key.change:
                continue
            if figure.dimension == "count" and not counts_alike(figure, key, context, self.lexicon):
                continue
            if not may_fit(context, key):
                continue
            found = fit(context, key, self.lexicon)
            if not found.anchored:
                continue
            self._sort(context, key, found, verdict, agreeing, conflicting, scoped, reader)
        return _choose(told, agreeing, conflicting, scoped)

    def _sort(
        self, context: Context, key: FactKey, found: Fit, verdict: Verdict, agreeing: list[Fit],
        conflicting: list[Conflicting], scoped: list[Fit], reader: ContextReader,
    ) -> None:  # fmt: skip
        """Put a fit where it belongs: the figure agrees, conflicts, is given to something else, or none of it."""
        figure = context.figure
        assert figure is not None
        assert key.figure is not None
        if found.blocked:
            return
        text = reader.reading.block(context.block).text
        turned = bool(key.direction) and key.direction * direction(context.own.mentions, text, figure) < 0
        if verdict == "agrees":
            self._sort_agreeing(context, key, found, turned, agreeing, conflicting, scoped)
            return
        was = next(
            (
                old
                for old, _ in key.superseded
                if compare(figure, old, None) == "agrees"
                and figure.qualifier in ("exact", "about", key.figure.qualifier)
            ),
            None,
        )
        threshold = CONFLICT - (0.1 if was else 0.08 if verdict == "unit" else 0.0)
        if (
            context.crowd > CROWD
            or found.core < (0.55 if was or verdict == "unit" else 0.7)
            or (found.own < 0.12 and not (verdict == "unit" and found.near >= 0.5))
            or 0 < found.site < _IN_SIGHT
            or not found.outcome
            or (found.afar and not (was or verdict == "unit"))
            or lacks_exposure(key, found)
            or key.change != context.change
            or is_out_of_scale(figure, key.figure)
        ):
            return
        stated = [f for f in key.reading.figures if f.bounds != key.figure.bounds]
        if any(f.bounds == figure.bounds and f.dimension == figure.dimension for f in stated):
            return  # the claim says this too, of something else
        if found.dropped and names_subject(context, key):
            return  # a figure of all stages is no figure of one
        if found.absent and heads_another(key, found, reader.elsewhere(context.block)):
            return
        narrower = set(found.narrower) - ({"place"} if was or verdict == "unit" else set())
        if verdict == "unit" and found.score >= _SURE:
            narrower &= self._labels  # the same number with another unit is no chance, whatever else is named
        if (
            found.contradicted
            or narrower
            or turned
            or found.score - found.extras < threshold
            or found.near < NEAR_CONFLICT
        ):
            return
        opposite = side(figure) == -side(key.figure) and figure.bounds == key.figure.bounds
        if key.figure.qualifier in BOUNDS and (
            figure.is_range or (key.threshold and side(figure) != side(key.figure) and not opposite)
        ):
            return
        if (
            found.other_column
            or found.substituted
            or has_other_base(context, key)
            or (is_forecast(context.own.text, figure) and not key.forecast)
            or _OWN_DATA.search(context.own.text)
            or _SOME.search(context.own.text)
            or _ELSE.search(_sentence(context))
            or is_of_unaffected(context, key)
            or is_strength(context, key)
            or is_complement(context, key)
        ):
            return
        bounded = key.figure.qualifier in BOUNDS and figure.qualifier in BOUNDS
        in_prose = figure.dimension == "time" and context.own.name != "cell"
        often = {is_recurring(context.own.reading, figure), is_recurring(key.reading, key.figure)}
        if in_prose and often == {True, False}:
            return
        if (
            in_prose
            and is_horizon(context.own.reading, figure) != is_horizon(key.reading, key.figure)
            and not bounded
        ):
            return
        conflicting.append((found, "superseded" if was else "unit" if verdict == "unit" else "value"))

    def _sort_agreeing(
        self, context: Context, key: FactKey, found: Fit, turned: bool, agreeing: list[Fit],
        conflicting: list[Conflicting], scoped: list[Fit],
    ) -> None:  # fmt: skip
        """Sort a fit whose figure is the fact's, or one that the fact implies."""
        figure = context.figure
        assert figure is not None
        assert key.figure is not None
        equal = figure.bounds == key.figure.bounds and figure.qualifier in (
            "exact",
            "about",
            key.figure.qualifier,
        )
        if not found.contradicted:
            implied = figure.bounds != key.figure.bounds and figure.qualifier in BOUNDS
            if found.score - 0.4 * found.extras < (CONFLICT if implied else AGREE) or (
                implied and (found.own < 0.25 or is_out_of_scale(figure, key.figure))
            ):
                return
            if turned:
                if found.score - found.extras >= CONFLICT and found.own >= 0.35:
                    conflicting.append((found, "direction"))
            elif frequency_differs(key, context):
                conflicting.append((found, "frequency"))
            elif (equal and found.substituted and found.score >= (0.5 if is_distinct(figure) else SCOPE)) or (
                equal
                and found.score >= 0.5
                and ((found.dropped and names_subject(context, key)) or widens(context, found))
            ):
                scoped.append(found)
            else:
                agreeing.append(found)
        elif (
            len(set(found.contradicted)) <= (2 if is_distinct(figure) or found.score >= 0.8 else 1)
            and equal
            and not (set(found.narrower) - {"place"})
            and found.extras < 0.2
            and not has_other_base(context, key)
        ):
            distinct = is_distinct(figure) or found.slipped
            if found.score >= (0.5 if distinct else SCOPE) and found.near >= (0.05 if distinct else 0.4):
                scoped.append(found)


def _sentence(context: Context) -> str:
    sentence = context.own.reading.sentences[context.sentence]
    return context.own.reading.text[sentence.start : sentence.end]


def _choose(
    context: Context, agreeing: list[Fit], conflicting: list[Conflicting], scoped: list[Fit]
) -> Binding | None:
    """The best reading of a figure: one that agrees wins over any that conflicts."""
    figure = context.figure
    assert figure is not None

    def order(f: Fit) -> tuple[float, str]:
        same = f.key.figure is not None and f.key.figure.bounds == figure.bounds
        return -(f.score - f.extras + 0.25 * same + 0.2 * f.own), f.key.fact.id

    best_conflict = min(
        conflicting,
        key=lambda c: (order(c[0])[0] - 0.25 * (c[1] in ("superseded", "unit")), c[0].key.fact.id),
        default=None,
    )
    if agreeing:
        best = min(agreeing, key=order)
        unscoped = (
            best_conflict is not None
            and lacks_scope(best)
            and not lacks_scope(best_conflict[0])
            and best_conflict[0].score >= best.score
        )
        if unscoped:
            pass  # the figure of a narrower fact, given to all that the wider one is about
        elif best_conflict is None or best_conflict[0].score - best.score < 0.25 or best.score > 0.6:
            return Binding(context, best, "agrees")
    best_scope = min(scoped, key=order, default=None)
    if best_scope is not None and (
        best_conflict is None
        or lacks_scope(best_conflict[0])
        or best_scope.score >= best_conflict[0].score + 0.05
    ):
        return Binding(context, best_scope, "scope")
    if best_conflict is not None:
        found, verdict = best_conflict
        return Binding(context, found, verdict)
    return None


def _settle(bindings: list[Binding]) -> list[Binding]:
    """Within a sentence one figure states a fact: an agreeing one, or else the one that fits best."""
    kept = []
    for binding in bindings:
        rivals = [
            b
            for b in bindings
            if b is not binding and b.key is binding.key and b.context.sentence == binding.context.sentence
        ]
        if binding.verdict != "agrees" and any(
            _outweighs(b, binding) if b.verdict == "agrees" else _better(b, binding) for b in rivals
        ):
            continue
        kept.append(binding)
    return kept


def _outweighs(agreeing: Binding, other: Binding) -> bool:
    """True unless the other figure stands with the claim's own words, and the agreeing one only near them."""
    return other.fit.own < 0.7 or agreeing.fit.own > other.fit.own - 0.35


def _better(a: Binding, b: Binding) -> bool:
    left, right = a.fit.score - a.fit.extras, b.fit.score - b.fit.extras
    return (left, -a.figure.start) > (right, -b.figure.start)


__all__ = ["Binder", "Binding", "comparable", "same_digits"]
