"""Facts without a figure: one answer among several, a yes or a no, two names of one thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from linter.claims.answers import answer, aside, ranks_of
from linter.claims.areas import Area, Context
from linter.claims.brands import pairs
from linter.claims.compare import compare_claims
from linter.claims.comparison import Comparison
from linter.claims.inherit import ContextReader
from linter.claims.key import FactKey
from linter.claims.modality import is_refuted_sentence
from linter.claims.polarity import said_of_it, says_opposite
from linter.language.text import Sentence

if TYPE_CHECKING:
    from linter.claims.bind import Binder


@dataclass(frozen=True)
class Statement:
    """A sentence bound to a fact that has no figure; ``start`` and ``end`` are offsets in its block."""

    comparison: Comparison
    verdict: Literal["agrees", "category", "polarity", "name"]
    start: int
    end: int
    found: str = ""
    expected: str = ""

    @property
    def context(self) -> Context:
        return self.comparison.context

    @property
    def key(self) -> FactKey:
        return self.comparison.key

    @property
    def why(self) -> list[str]:
        return self.comparison.why


def sentence_contexts(index: int, reader: ContextReader) -> Iterator[Context]:
    """A context for each sentence of a block, its figures aside."""
    block = reader.reading.block(index)
    outer = reader.outer(index)
    for number, sentence in enumerate(block.sentences):
        own = Area("clause", 1.0, True, block, [(sentence.start, sentence.end)])
        around: list[Area] = []
        if number:
            before = block.sentences[number - 1]
            around.append(Area("sentence before", 0.6, False, block, [(before.start, before.end)]))
        if number > 1:
            around.append(
                Area(
                    "paragraph",
                    0.55,
                    False,
                    block,
                    [(block.sentences[0].start, block.sentences[number - 2].end)],
                )
            )
        yield Context(index, None, number, own, [own, *around, *outer])


def statements(reader: ContextReader, binder: Binder) -> Iterator[Statement]:
    """Every sentence of a draft that states one of the facts without a figure, rightly or wrongly."""
    limit = binder.weights.thresholds["statement"]
    names = {k.fact.pair[0].lower(): k for k in binder.statements if k.fact.pair}
    for told in may_state(reader, binder):
        if binder.weights.odds("statement", told.comparison.features) > limit:
            yield told
    for index, block in enumerate(reader.document.blocks):
        if names and block.kind not in ("title", "alt"):
            yield from _pairs(index, reader, names, binder)


def may_state(reader: ContextReader, binder: Binder) -> Iterator[Statement]:
    """Every sentence that would state such a fact if it made its claim: what the decision chooses from."""
    keys = [k for k in binder.statements if k.fact.pair is None]
    for index, block in enumerate(reader.document.blocks):
        if not keys or block.kind in ("title", "alt") or not block.text:
            continue
        for context in sentence_contexts(index, reader):
            sentence = context.own.reading.sentences[context.sentence]
            if sentence.tokens[-1].raw == "?":
                continue
            for key in keys:
                if not key.subject or key.subject & context.named or binder.parts_named(key, context):
                    told = (_answer if key.fact.among else _plain)(context, sentence, key, binder)
                    if told is not None and (told.verdict == "agrees" or not is_refuted_sentence(context, reader)):
                        yield told


def _answer(context: Context, sentence: Sentence, key: FactKey, binder: Binder) -> Statement | None:
    options, value = binder.options[key.fact.id], binder.answers[key.fact.id]
    given = answer(context, sentence, key, options, value)
    if given is None:
        return None
    own = context.own
    ranked = all(n.readings & (own.concepts.keys() if n.weak else own.strong) for n in ranks_of(key))
    if not given.right and not ranked:
        return None  # what spreads to the lungs too is not the most common site for that
    without = aside(sentence, options)
    rest = replace(key, needs=[n for n in key.needs if not n.readings & without.keys()])
    found = replace(compare_claims(context, rest, binder.lexicon), key=key)
    found.add("rank said", ranked and bool(ranks_of(key)))
    found.add("is an answer")
    verdict: Literal["agrees", "category"] = "agrees" if given.right else "category"
    return Statement(found, verdict, given.start, given.end, given.text, options[value] if value in options else value)


def _plain(context: Context, sentence: Sentence, key: FactKey, binder: Binder) -> Statement | None:
    said = said_of_it(context, key)
    if said < 0.3:
        return None
    opposite = says_opposite(context, sentence, key, binder.lexicon)
    if opposite is None:
        return None
    found = compare_claims(context, key, binder.lexicon)
    found.add("said of it", said)
    found.add("all said of it", said >= 0.99)
    return Statement(found, "polarity" if opposite else "agrees", sentence.start, sentence.end)


def _pairs(index: int, reader: ContextReader, names: dict[str, FactKey], binder: Binder) -> Iterator[Statement]:
    reading = reader.reading.block(index)
    for start, end, found, expected, key in pairs(reading.text, names, binder.lexicon):
        context = list(sentence_contexts(index, reader))[reading.sentence_at(start)]
        yield Statement(compare_claims(context, key, binder.lexicon), "name", start, end, found, expected)
