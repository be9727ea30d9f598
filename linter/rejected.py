"""Why a figure is bound to no fact: the fact that comes nearest, and what rules it out."""

from __future__ import annotations

from dataclasses import dataclass

from linter.binding.areas import Context
from linter.binding.bind import AGREE, CONFLICT, NEAR_CONFLICT, Binder
from linter.binding.contexts import ContextReader
from linter.binding.fit import Fit
from linter.binding.judge import compare
from linter.binding.key import FactKey
from linter.binding.refuted import is_refuted
from linter.binding.score import fit
from linter.language.figure import Figure

_NEAR = 0.2
"""Facts that fit worse than this have nothing to do with the figure."""
_MANY = 12
"""More figures than this in a sentence: nobody can tell which is whose."""

_CORE = 0.7
"""How near a conflict's figure has to stand to what is measured."""


@dataclass(frozen=True, slots=True)
class Rejection:
    """A fact that a figure might have stated, and what speaks against it, the most telling first."""

    fact: str
    score: float
    reasons: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.fact}: {'; '.join(self.reasons)}"


def nearest(
    binder: Binder, context: Context, reader: ContextReader, fact: str | None = None
) -> Rejection | None:
    """The fact that comes nearest to a figure without a fact; with ``fact``, that one, however far."""
    figure = context.figure
    if figure is None:
        return None
    keys = [binder.by_id[fact]] if fact else binder.candidates(context)
    found = [
        _judge(binder, context, reader, key, figure)
        for key in keys
        if key.figure is not None and (fact or _alike(figure, key.figure))
    ]
    best = min(found, key=lambda r: (-r.score, r.fact), default=None)
    return best if best is not None and (fact or best.score >= _NEAR) else None


def _alike(figure: Figure, other: Figure) -> bool:
    """True for figures of one kind. A fact whose figure is of another kind is hardly worth mention."""
    return (figure.role == "age") == (other.role == "age") and compare(figure, other) != "other"


def _judge(
    binder: Binder, context: Context, reader: ContextReader, key: FactKey, figure: Figure
) -> Rejection:
    found = fit(context, key, binder.lexicon)
    reasons = [*_of_figures(context, key, figure), *_of_slots(found)]
    if is_refuted(context, reader):
        reasons.insert(0, "refuted: the copy says that this is wrong")
    reasons += _of_words(found, figure, key)
    return Rejection(
        key.fact.id, found.score - found.extras, tuple(reasons) or ("another fact or figure fits better",)
    )


def _of_figures(context: Context, key: FactKey, figure: Figure) -> list[str]:
    """What the two figures alone rule out."""
    assert key.figure is not None
    reasons = []
    if not _alike(figure, key.figure):
        reasons.append(f"other kind: {figure.dimension} for {key.figure.dimension}")
    if figure.dimension == "proportion" and context.change != key.change:
        reasons.append("a change, the fact is a level" if context.change else "a level, the fact is a change")
    if context.crowd > _MANY:
        reasons.append(f"crowded: {context.crowd} figures in one sentence")
    return reasons


def _of_slots(found: Fit) -> list[str]:
    """What the copy says about whom, what and when, and the fact says otherwise."""
    reasons = [
        f"{label}: {', '.join(dict.fromkeys(slots))}"
        for label, slots in (
            ("contradicted", found.contradicted),
            ("something else in its place", found.blocked),
            ("measured instead", found.substituted),
            ("narrower", found.narrower),
        )
        if slots
    ]
    return [*reasons, *(["in a column about something else"] if found.other_column else [])]


def _of_words(found: Fit, figure: Figure, key: FactKey) -> list[str]:
    """What the copy does not say, and how far it falls short."""
    assert key.figure is not None
    agrees = compare(figure, key.figure, key.tolerance, key.threshold) == "agrees"
    needed = AGREE if agrees else CONFLICT
    score = found.score - found.extras
    reasons = []
    if not found.anchored:
        reasons.append("does not say what the fact is about")
    elif score < needed:
        reasons.append(f"fits {max(score, 0):.2f}, needs {needed:.2f}")
    elif not agrees and (found.near < NEAR_CONFLICT or found.core < _CORE):
        reasons.append("too little of it is said beside the figure")
    if reasons and found.missing:
        reasons.append(f"not said: {', '.join(dict.fromkeys(found.missing))}")
    return reasons
