"""The one decision: does a figure of the copy state a fact, rightly, wrongly, of something else, or not at all.

Five sums of weighted features, each a log odds: ``related`` (from words and slots alone: the copy makes the
claim, or a garbled version of it), ``conflict`` (the claim is made with another figure), ``same`` (the claim or
a garbled version of it is made with the fact's figure) and ``scope`` (garbled rather than faithful)
and ``statement`` (a sentence without the fact's figure makes the claim, or turns it round). Where features say
something only together, small trees add to the sum. Weights and thresholds stand in ``weights.txt``, trees in
``trees.txt``, both written by ``scripts/train.py``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from math import fsum
from pathlib import Path
from typing import Literal

from linter.claims.comparison import SLOTS, Comparison
from linter.claims.ranks import EXCHANGED
from linter.claims.trees import Tree, read_trees, total
from linter.language.lexicon_files import GROUPS

HEADS = ("related", "conflict", "same", "scope", "statement")
Outcome = Literal["agrees", "value", "unit", "superseded", "frequency", "direction", "scope"]


_HOPELESS = -2.0
"""The log odds from weights alone below which no trees are asked: nearly all pairs of figure and fact."""


@dataclass(frozen=True)
class Weights:
    """``heads[head][feature]`` is a weight; "" is the constant. ``thresholds`` are log odds. ``trees`` add to a head."""

    heads: dict[str, dict[str, float]]
    thresholds: dict[str, float]
    trees: dict[str, tuple[Tree, ...]] = field(default_factory=dict)

    def odds(self, head: str, features: dict[str, float]) -> float:
        """The log odds of one question; the same to the last digit in whatever order features come."""
        weights = self.heads[head]
        told = fsum([weights[""], *(weights[n] * v for n, v in features.items() if n in weights)])
        trees = self.trees.get(head, ())
        return told if told < _HOPELESS or not trees else fsum([told, *total(trees, features)])


@cache
def builtin_weights() -> Weights:
    """The weights that ship with medlint."""
    here = Path(__file__).parent
    texts = ((here / name).read_text(encoding="utf-8") for name in ("weights.txt", "trees.txt"))
    return read_weights(*texts)


def read_weights(text: str, trees: str = "") -> Weights:
    """Weights from their file: ``limit | name | number`` and ``feature | a weight for each head | meaning`` lines.

    ``trees`` is the text of the file of trees.
    """
    heads: dict[str, dict[str, float]] = {head: {} for head in HEADS}
    thresholds: dict[str, float] = {}
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        name, *rest = (part.strip() for part in line.split("|"))
        if name == "limit":
            thresholds[rest[0]] = float(rest[1])
            continue
        for head, weight in zip(HEADS, rest, strict=False):
            if weight:
                heads[head]["" if name == "constant" else name] = float(weight)
    return Weights(heads, thresholds, read_trees(trees))


@dataclass(frozen=True)
class Decision:
    """What a figure does with a fact, and by how much its log odds pass the threshold."""

    comparison: Comparison
    outcome: Outcome
    margin: float


_CONTRADICTED = tuple(f"contrary {slot} own" for slot in (*GROUPS, "place", "desk", "age", "horizon"))
_ANOTHER = (
    *_CONTRADICTED,
    *(f"contrary desk {level}" for level in ("sentence", "near", "topic")),
    "contrary scope topic",
    "contrary place sentence",
    "contrary place topic",
    "contrary place far",
    "restricted age own",
    "restricted extent own",
    "narrower population base",
    "narrower place own",
    "extra population base",
    "of another disease",
    "base other",
    "base narrower",
    "base wider",
    "risk for share",
    "told of all",
    "of more people",
    "of people of an age",
    "of numbered kinds",
    "of another amount",
    "of other people",
    "another organisation",
    "turned need own",
    "another thing said of it",
    "base and predicate exchanged",
    "told of some",
)
"""Slots in which the figure's own words, or the heading over it, contradict the claim, narrow it or widen it, another place that
the copy around it names, and what the desk itself holds apart. With a figure of its own that is another claim."""
_NO_STATEMENT = (
    "own data", "claim says it too", "of the rest", "so many each time", "a point for a span", "a span for a bound", "norm unsaid",
    "norm only in copy", "class unsaid", "aim differs", "a degree of the class", "what is done",
    "joined with another", "said to be there", "a point for a limit", "strength of one", "another norm agrees", "of those with another thing", "restricted by a lack",
)  # fmt: skip
"""A clinic's own figure, what the claim says of something else, 'the remaining 80%', how many in another span of time, how
long before something, a span where the claim sets a bound, and a limit not said to be that of the normal, or said to be just that
where the claim's is another, or of a class of which the copy does not speak, or of a degree of it, contradict no fact; nor do what
people do where the claim says what they should, what one tablet holds, a norm that another fact tells, the share of two things
together, of what is in a place, and of those who have, or lack, what the claim does not name."""
_OF_ANOTHER_CLASS = ("another disease nearer", "disease instead", "subject of another figure")
"""What makes a limit that of another class, 25 is where overweight begins, and 30 where obesity does, or any figure where the
claim's subject is named nowhere as well."""
_DOUBTFUL = (
    "restricted outcome own", "deaths for people", "range for point", "restricted place own", "extra place after",
    "contrary place near", "horizon differs", "extra words base", "extra topic after",
)  # fmt: skip
"""What makes it likely that the figure is of another outcome, place or thing. Another figure of the draft
that fits the claim better does so too, but where two have changed places."""
_APART = 0.5
"""From how many powers of ten between two counts or shares one is hardly a slip for the other."""
_SWAPPED = 4.0
"""From how many log odds gained two figures that each state the other's fact have changed places."""
_SEEN, _BARELY = 1.0, 0.01
"""The margins of the two cells of a table whose figures are exchanged: what a cell should say, and where else it stands."""
_IDENTICAL = 0.95
"""The part of a claim's words that makes copy the claim itself."""
_DISTINCT = 0.5
"""From how telling digits on a figure hardly stands there by chance: 6.9%, not 10%."""
_COUNTED_OUT = 1.0
"""From how telling digits on a count is known by itself, whatever it counts: 487,000."""
_NEARLY = 0.7
"""The part of a claim's words from which a round figure is the claim's though its subject is another."""
_HALF = 0.5
"""The part of a claim of which less makes a figure hardly that claim's."""
_HARDLY = 0.4
"""Up to what part of a claim a round figure says nothing of it."""
_OF_OTHERS = ("of fewer people", "of other people", "of people of another age", "of people of an age")
"""Of whom the figure is told in so many words, where those are not the claim's people."""
_ELSEWHERE = ("base other", "base wider", "wider place own", "another base", "turned need own")
"""What makes the fact's figure that of something else: 'of those with ulcers, 84% have the germ' for 84% of those with the germ."""
_WIDENED = ("observed for relative", "told of all", "relation turned", "other comparator")
"""What makes of a claim one that was not made, whatever else is the same."""
_NAMED = (
    *_CONTRADICTED,
    "of a wider thing",
    "of another outcome",
    "a place for the world",
    "contrary companion",
)
"""What can be named that the copy gives the figure to; where nothing can, more has to speak for it."""
_WHEN = ("contrary age own", "contrary horizon own")
"""What no word-for-word telling of a claim changes and still tells it."""
_PUT_IN = tuple(f"put in {slot}" for slot in (*SLOTS, "predicate"))
Ruling = Literal["conflict", "agrees", "scope", "direction", "frequency"]


def decide(c: Comparison, weights: Weights) -> Decision | None:
    """What the figure does with the fact; None for nothing that can be told."""
    ruled = rule(c.features, c.agrees, weights)
    if ruled is None:
        return None
    ruling, margin = ruled
    if ruling != "conflict":
        return Decision(c, ruling, margin)
    return Decision(c, "superseded" if c.was else "unit" if c.verdict == "unit" else "value", margin)


def rule(features: dict[str, float], agrees: bool, weights: Weights) -> tuple[Ruling, float] | None:
    """The decision from named numbers alone, with its margin in log odds; ``agrees`` is of the two figures.

    What stands before the weights are rows of the contract, not evidence: another scope with its own figure is
    another claim, a change is no level, a clinic's own figure is true beside any fact, what the claim says of
    something else it says itself; a relative rate told as people alive, or given to all stages or ages in so
    many words, is not, and a claim told word for word with 'before' for 'after' is turned.
    """
    of = features.get
    if of("another of its kind") or (of("change differs") and (of("is proportion") or of("is mass"))):
        return None
    crowded = of("crowd", 0.0) > 1.0
    if agrees:
        return _stated(features, weights, crowded)
    if of(EXCHANGED) and not any(map(of, _CONTRADICTED)):
        return "conflict", max(_SEEN, weights.odds("conflict", features))
    if crowded or of("another base") or any(of(name) for name in (*_NO_STATEMENT, *_ANOTHER)):
        return None
    if of("dated otherwise, beside one that agrees") and (of("compared with") or not of("was the fact's")):
        return None
    if of("was the fact's") and of("compared with"):
        return None  # 'up from 1.1 million in 2016': the old figure, told as old
    if of("other side of the threshold") and (of("negation differs") or of("other only in copy")):
        return None
    if of("the rest of the whole") and (of("negation differs") or of("turned need own")):
        return None  # 10% have a known cause, 90% have none
    swapped = of("crossed", 0.0) > _SWAPPED
    limit = weights.thresholds["conflict, swapped" if swapped else "conflict"]
    margin = weights.odds("conflict", features) - limit
    if of("subject out of sight") and margin < weights.thresholds["conflict, out of sight"]:
        return None
    nearer = of("another disease nearer") and not of("subject own")
    of_another = any(map(of, _OF_ANOTHER_CLASS)) and (of("threshold") or of("lacks subject"))
    counted = of("is count") or of("is proportion")
    unlike = counted and of("apart", 0.0) > _APART and not of("decimal point shifted")
    outdone = of("outdone in the draft") and not swapped
    doubtful = nearer or of_another or unlike or outdone or any(map(of, _DOUBTFUL))
    if doubtful and margin < weights.thresholds["conflict, doubtful"]:
        return None
    return ("conflict", margin) if margin > 0 else None


def _stated(features: dict[str, float], weights: Weights, crowded: bool) -> tuple[Ruling, float] | None:
    limit, of = weights.thresholds, features.get
    if of(EXCHANGED):
        return ("scope", _BARELY) if of("equal") and not of("is rank") else None
    same, scope = weights.odds("same", features), weights.odds("scope", features)
    unturned = not any(map(of, ("direction turned", *_PUT_IN, *_WHEN)))
    if of("verbatim") and of("word for word", 0.0) > _IDENTICAL and of("equal") and unturned:
        return "agrees", same - limit["same"]
    if of("another base") and of("equal and distinct", 0.0) < _DISTINCT:
        return None  # one in five of those who have it had a stroke, and it is behind one in five strokes
    turned: Ruling | None = (
        "direction"
        if of("direction turned") or of("impossible in copy")
        else "frequency"
        if of("contrary rhythm")
        else None
    )
    if turned == "frequency" and of("restricted manner own"):
        return None  # 500 mg once a day, of the extended-release tablet
    if turned is not None:
        return (turned, same - limit["turned"]) if same > limit["turned"] else None
    changed = of("nearly verbatim, a thing changed") and scope > limit["changed"]
    others = any(map(of, _OF_OTHERS))
    elsewhere = others or any(map(of, _ELSEWHERE))
    widened = changed or others or any(map(of, _WIDENED))
    if (
        of("equal")
        and not crowded
        and not of("is rank")
        and (scope > limit["scope"] or ((widened or elsewhere) and same > limit["widened"]))
    ):
        if not (widened or elsewhere or any(map(of, _NAMED))) and scope < limit["scope, unnamed"]:
            return None
        sure = same > limit["same"] and (widened or _is_told_enough(features, same + scope, limit))
        return ("scope", same - limit["same"]) if sure else None
    if same < limit["same"] or scope > limit["doubt"] or elsewhere:
        return None
    if any(map(of, _WHEN if of("verbatim") else _CONTRADICTED)):
        told = of("equal") and of("equal and distinct", 0.0) >= _DISTINCT
        return ("scope", same - limit["same"]) if told else None
    if of("subject out of sight") and same < limit["same, out of sight"]:
        return None
    if of("said anywhere", 0.0) < _HALF and same < limit["same, hardly said"]:
        return None
    return "agrees", same - limit["same"]


def _is_told_enough(features: dict[str, float], odds: float, limit: dict[str, float]) -> bool:
    """Whether a figure given to something else is the fact's, and does not stand there by chance."""
    telling = features.get("equal and distinct", 0.0)
    if features.get("word for word", 0.0) >= _NEARLY:
        return odds > limit["same and scope, distinct"]
    if telling < _COUNTED_OUT and features.get("counts other"):
        return False  # two types are no two doses
    if telling < _DISTINCT and features.get("disease instead"):
        return False  # any such disease may be passed on in half of all children
    if telling < _DISTINCT and features.get("lacks subject"):
        return False
    if features.get("threshold") and not any(map(features.get, _CONTRADICTED)):
        # The same limit for some of those it is for is no error.
        return odds > limit["same and scope, a norm"]
    if telling >= _DISTINCT:
        return odds > limit["same and scope, distinct"]
    return odds > limit["same and scope"] and features.get("said anywhere", 0.0) > _HARDLY
