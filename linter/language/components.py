"""A spaCy component that marks figures: ``nlp.add_pipe("medlint_quantities")``.

The grammar itself needs no spaCy; import this module only where a pipeline is wanted.
"""

# No "from __future__ import annotations" here: spaCy before 3.8.13 reads the types of a factory's arguments,
# and cannot read them where they are text.

from spacy.language import Language
from spacy.tokens import Doc, Span

from linter.language.figure import CLAIM
from linter.language.quantities import read_figures

SPANS = "medlint_quantities"
"""The key under which the spans stand in ``doc.spans``."""


class Quantities:
    """Writes the figures of a text to ``doc.spans["medlint_quantities"]``.

    A span covers whole tokens; ``span._.figure`` is the ``Figure`` with the exact characters, and
    ``span.label_`` is its kind.
    """

    def __init__(self, claims_only: bool = False) -> None:
        self.claims_only = claims_only
        if not Span.has_extension("figure"):
            Span.set_extension("figure", default=None)

    def __call__(self, doc: Doc) -> Doc:
        spans = []
        for figure in read_figures(doc.text):
            if self.claims_only and figure.role != CLAIM:
                continue
            span = doc.char_span(figure.start, figure.end, label=figure.kind, alignment_mode="expand")
            if span is not None:
                span._.figure = figure
                spans.append(span)
        doc.spans[SPANS] = spans
        return doc


@Language.factory(
    "medlint_quantities", assigns=["doc.spans"], default_config={"claims_only": False}, retokenizes=False
)
def make_quantities(nlp: Language, name: str, claims_only: bool) -> Quantities:
    """Called by spaCy; ``claims_only`` leaves out labels, years, citations and the like."""
    return Quantities(claims_only)
