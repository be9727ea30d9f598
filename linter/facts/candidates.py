"""What a draft claims and no fact covers: its figures, its statements, and its names for one drug."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from linter.checks.figures import span_of
from linter.checks.view import View, fold_space, years_of
from linter.claims.areas import Context
from linter.claims.key import FactKey, compile_fact
from linter.claims.statement import sentence_contexts
from linter.engine import Engine
from linter.facts.audit import audit
from linter.facts.statements import caution, is_statement, pairs
from linter.facts.subject import subject_span, subject_text
from linter.facts.wording import Credit, acronyms, worded
from linter.language.figure import Figure
from linter.language.lexicon import Lexicon, builtin
from linter.language.quantities import read_figures
from linter.language.text import STOP
from linter.model import Document, Fact, FactsFile, Source, Spot
from linter.patterns import AnyCase, Pattern

_WORDS = 3
"""How many things beside its subject an id names."""
_SHORTEST = 3
"""A sentence of fewer words is no claim."""
_NEAR = 3
"""Blocks: what stands no farther off is near."""
_YEAR = 31556952
_SHORTENED = AnyCase(r"\b\w*n[’']t\b|[’'](?:s|re|ve|ll|d|m)\b")
"""What is no word of its own: *don't*, the end of *children's*."""
_INITIALS = Pattern(r"\b(?:[A-Za-z]\.){2,}")


@dataclass(frozen=True, slots=True)
class Where:
    """A place of a draft, as it is told: ``guide.md:12``, ``guide.docx, paragraph 12, under “Outlook”``."""

    path: str
    line: int
    spot: Spot | None = None

    def __str__(self) -> str:
        if self.spot is None:
            return f"{self.path}:{self.line}"
        return f"{self.path}, {self.spot}"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim of a draft that might become a fact, and where it stands: block, and start of its figure there."""

    id: str
    claim: str
    value: str
    years: str
    """The years of its data, as ``period:`` or ``as_of:`` has them; empty where it tells none."""
    credit: Credit | None
    leans: bool
    pair: tuple[str, str] | None
    cautions: tuple[tuple[str, str], ...]
    """Sentences near by that limit it, each with its telling words."""
    at: Where
    block: int
    start: int
    said: str
    """The figure or the sentence, as the draft has it."""


@dataclass(frozen=True)
class Gleaned:
    """What one draft gives: its candidates, and the short forms that it introduces."""

    path: str
    candidates: tuple[Candidate, ...]
    terms: dict[str, str] = field(default_factory=dict)


def glean(engine: Engine, document: Document) -> Iterator[Gleaned]:
    """All that a desk might keep of ``document``, in one piece."""
    terms = {
        long: short
        for block in document.blocks
        for long, short in acronyms(block.text).items()
        if builtin().kinds.get(builtin().concept_of(long) or "") != "organisation"
    }
    base = engine.binder.lexicon if engine.binder else builtin()
    lexicon = base.extended({long: (short,) for long, short in terms.items()}, {})
    found = sorted(_Reader(engine.view(document), lexicon, terms).all(), key=lambda c: (c.block, c.start))
    yield Gleaned(document.path, tuple(found), terms)


class _Reader:
    def __init__(self, view: View, lexicon: Lexicon, terms: dict[str, str]) -> None:
        self.view = view
        self.lexicon = lexicon
        self.short = {long.lower(): short for long, short in terms.items()}
        self.told = {(s.context.block, s.context.sentence) for s in view.statements}
        self.cautions = list(self._cautions())

    def all(self) -> Iterator[Candidate]:
        for index, block in enumerate(self.view.document.blocks):
            if block.kind in ("title", "heading", "alt") or block.quoted:
                continue
            with_figure: set[int] = set()
            for context, value in self._claims(index):
                with_figure.add(context.sentence)
                if context.figure and (index, context.figure.start) not in self.view.bound:
                    yield from self._figure(index, context, value)
            for context in sentence_contexts(index, self.view.reader):
                sentence = self.view.sentence_text(context)
                if (index, context.sentence) not in self.told:
                    yield from self._pairs(index, context, sentence)
                    if context.sentence not in with_figure and block.kind != "cell":
                        yield from self._statement(index, context, sentence)

    def _claims(self, index: int) -> Iterator[tuple[Context, str]]:
        """The figures of a block that make a claim of their own, each with its words."""
        reading = self.view.reader.reading.block(index)
        spans = {slot.start for slot in reading.horizons}
        found = [c for c in self.view.reader.figures(index) if c.figure and c.figure.start not in spans]
        for context in found:
            figure = context.figure
            often = figure and next((s for s in reading.frequencies if s.start <= figure.start < s.end), None)
            if figure and not often:
                yield context, said_of(self.view.text(index), figure)
            elif often and not any(c.sentence == context.sentence for c in found if c is not context):
                yield context, fold_space(self.view.text(index)[often.start : often.end])

    def _figure(self, index: int, context: Context, value: str) -> Iterator[Candidate]:
        figure = context.figure
        assert figure is not None
        labels = [fold_space(a.text) for a in context.areas if a.name in ("row", "column", "caption")]
        said = worded(self.view.sentence_text(context))
        claim = ", ".join([*labels, said.claim])
        key = readable(claim, value, self.lexicon)
        if key is not None:
            yield self._candidate(key, index, figure.start, value, said.credit, said.leans and not labels)

    def _statement(self, index: int, context: Context, sentence: str) -> Iterator[Candidate]:
        said = worded(sentence)
        if said.leans or not is_statement(said.claim, credited=said.credit is not None) or caution(sentence):
            return
        key = compile_fact(Fact("candidate", said.claim, Source("to-do")), self.lexicon)
        if key.figure is None and key.subject:
            start = self.view.reader.reading.block(index).sentences[context.sentence].start
            yield self._candidate(key, index, start, fold_space(sentence), said.credit, False)

    def _pairs(self, index: int, context: Context, sentence: str) -> Iterator[Candidate]:
        start = self.view.reader.reading.block(index).sentences[context.sentence].start
        for generic, brand in pairs(sentence, self.lexicon):
            claim = f"{generic.capitalize()} is sold as {brand}."
            fact = Fact("candidate", claim, Source("to-do"), pair=(generic, brand))
            credit = worded(sentence).credit
            yield self._candidate(
                compile_fact(fact, self.lexicon), index, start, f"{generic} ({brand})", credit, False
            )

    def _candidate(
        self, key: FactKey, index: int, start: int, said: str, credit: Credit | None, leans: bool
    ) -> Candidate:
        fact = key.fact
        line, _ = self.view.document.place(self.view.block(index).span(start, start + 1)[0])
        id = f"{fact.pair[0]}-brand" if fact.pair else id_of(key, self.short)
        as_of = None if key.as_of and credit and str(key.as_of) == credit.year else key.as_of
        return Candidate(
            id, fact.claim, fact.value or "", years_of(key.period, as_of), credit, leans, fact.pair,
            tuple(self._near(index)) if key.figure else (),
            Where(self.view.document.path, line, self.view.document.spot(line)), index, start, said,
        )  # fmt: skip

    def _near(self, index: int) -> Iterator[tuple[str, str]]:
        """The cautions of the same section, not far from a block."""
        blocks = self.view.document.blocks
        for at, told in self.cautions:
            if abs(at - index) <= _NEAR and blocks[at].heading == blocks[index].heading:
                yield told

    def _cautions(self) -> Iterator[tuple[int, tuple[str, str]]]:
        for index, block in enumerate(self.view.document.blocks):
            for sentence in self.view.reader.reading.block(index).sentences if block.text else ():
                text = fold_space(block.text[sentence.start : sentence.end])
                if words := caution(text):
                    yield index, (worded(text).claim, words)


def said_of(text: str, figure: Figure) -> str:
    """A figure in its own words, and those of its bound unless a *not* turns that round."""
    said = fold_space(text[slice(*span_of(figure))])
    alone = read_figures(said)
    is_turned = not alone or alone[-1].qualifier != figure.qualifier
    return fold_space(text[figure.start : figure.end]) if is_turned else said


def readable(claim: str, value: str, lexicon: Lexicon) -> FactKey | None:
    """The claim, compiled, with ``value`` as its figure; None where no usable fact can be made of them."""
    if len(claim.split()) < _SHORTEST or claim.rstrip().endswith("?"):
        return None
    for said in (value, ""):
        fact = Fact("candidate", claim, Source("to-do"), value=said or None)
        if audit(FactsFile("facts.yaml", {fact.id: fact})):
            continue
        key = compile_fact(fact, lexicon)
        if key.figure is None or not key.needs:
            continue
        if said or value.endswith(claim[key.figure.start : key.figure.end]):
            return key
    return None


def id_of(key: FactKey, short: dict[str, str]) -> str:
    """What the claim is about, then what it says of it, in few words: sts-metastatic-relative-survival-5y."""
    low, high = subject_span(key) or (0, 0)
    needs = [n for n in key.needs if n.weight >= 1 and not n.weak and not low <= n.start < high]
    telling = sorted(needs, key=lambda n: (-n.weight, n.start))[:_WORDS]
    parts = [_short(subject_text(key), short)]
    parts += [_short(need.text, short) for need in sorted(telling, key=lambda n: n.start)]
    years = [int(h / _YEAR) for h in key.horizons if h % _YEAR == 0]
    return slug([*parts, *(f"{years[0]}y" for _ in years[:1])])


def _short(text: str, short: dict[str, str]) -> str:
    return short.get(text.lower(), text)


def slug(parts: Iterable[str]) -> str:
    """Words as an id: lower case, each once, without the small words."""
    whole = _INITIALS.sub(lambda found: found[0].replace(".", ""), _SHORTENED.sub(" ", " ".join(parts)))
    plain = unicodedata.normalize("NFKD", whole).encode("ascii", "ignore").decode().lower()
    words = dict.fromkeys(w for w in re.findall(r"[a-z0-9]+", plain) if w not in STOP)
    return "-".join(list(words)[: 2 * _WORDS]) or "fact"
