"""Wrong drafts for the mutation benchmark: one thing of a sentence changed so that its fact forbids it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

from mutations_facts import CLOSE, NUMBER_WORDS, OPEN, Case, number

FAMILY = {
    "figure": {"value-conflict", "unit-conflict", "superseded-value"},
    "unit": {"value-conflict", "unit-conflict"},
    "superseded": {"superseded-value"},
    "scope": {"scope-conflict"},
    "scope, newborns to adults": {"scope-conflict"},
    "added scope": {"scope-conflict"},
    "year": {"stale-year", "period-conflict"},
    "direction": {"value-conflict", "scope-conflict", "polarity-conflict"},
    "polarity": {"polarity-conflict", "category-conflict"},
}
"""The rules that are right for each kind of change."""

_LOOSE = ("direction", "scope", "scope, newborns to adults", "added scope", "year", "polarity")
"""Changes whose finding may stand anywhere in the sentence: at the word or at the figure."""


def anywhere(kind: str) -> bool:
    return kind in _LOOSE


def written(value: float, like: str) -> str:
    """``value`` as ``like`` is written: in words, with thousands separators, with as many decimals."""
    if like.lower() in NUMBER_WORDS and value == int(value) and 1 <= value <= 12:
        return list(NUMBER_WORDS)[int(value) - 1]
    decimals = len(like.split(".")[1]) if "." in like else 0 if value == int(value) else 1
    text = f"{value:,.{decimals}f}"
    return text if "," in like or len(like.replace(",", "")) < 4 else text.replace(",", "")


def figure(case: Case, rng: Random) -> str | None:
    """The figure clearly other, on the side of a bound that the fact refutes."""
    inner = case.value
    new: tuple[float, ...]
    if case.kind == "percent":
        new = _percents(case, rng)
    else:
        up = case.bound == "over" or (not case.bound and rng.random() < 0.5)
        if case.kind == "ratio":
            up = not up  # 1 in 500 is more than 1 in 1,000
        factors = (1.6, 2, 3) if up else (0.25, 0.4, 0.5)
        factor = rng.choice(factors)
        small = max(case.numbers) < 10
        new = tuple(_rounded(n * factor, whole=small or case.kind == "count") for n in case.numbers)
        if small:
            new = tuple(n + (3 if up else -2) for n in case.numbers)
    if not new or min(new) <= 0 or len(set(new)) < len(new) or new == case.numbers:
        return None
    least = number(re.match(r"\w+", inner)[0]) if case.kind == "ratio" else 0  # type: ignore[index]
    if case.kind == "ratio" and min(new) < max(2, least + 1):
        return None
    return _replaced(case, inner, new)


def _percents(case: Case, rng: Random) -> tuple[float, ...]:
    steps = (2, 3, 5, 9) if max(case.numbers) < 8 else (-40, -25, -15, -8, 8, 15, 25, 40)
    shift = [s for s in steps if all(0 < n + s < 100 for n in case.numbers)]
    if case.bound == "over":
        shift = [s for s in shift if s > 0]
    elif case.bound == "under":
        shift = [s for s in shift if s < 0]
    return tuple(n + s for n in case.numbers) if shift and (s := rng.choice(shift)) else ()


def _rounded(value: float, whole: bool) -> float:
    if whole or value >= 100:
        digits = max(0, len(str(int(value))) - 2)
        return float(round(value / 10**digits) * 10**digits)
    return float(round(value))


def _replaced(case: Case, inner: str, new: tuple[float, ...]) -> str:
    """The sentence with the numbers of its figure replaced."""
    for (start, end), value in reversed(list(zip(case.spots, new, strict=True))):
        inner = inner[:start] + written(value, inner[start:end]) + inner[end:]
    return case.sentence.replace(OPEN + case.value + CLOSE, OPEN + inner + CLOSE)


_SMALLER = {"years": "months", "months": "weeks", "weeks": "days", "days": "hours", "hours": "minutes", "mg": "mcg", "milligrams": "micrograms", "grams": "milligrams", "million": "thousand", "billion": "million"}  # fmt: skip
_LARGER = {small: large for large, small in _SMALLER.items()}


def unit(case: Case, rng: Random) -> str | None:
    """The digits kept, the unit another; towards the side that a bound refutes."""
    inner = case.value
    if case.kind == "percent":
        if case.bound == "over":
            return None
        per = re.sub(r"\s?(?:%|percent)$", " per 1,000", inner)
        per = re.sub(r"\s?(?:%|percent)", "", per)
        return case.sentence.replace(OPEN + inner + CLOSE, OPEN + per + CLOSE).replace(
            CLOSE + " of ", CLOSE + " "
        )
    if case.kind == "ratio":
        return None
    tables = [
        t for t, bound in ((_SMALLER, "under"), (_LARGER, "over")) if not case.bound or case.bound == bound
    ]
    options = [t[case.unit] for t in tables if case.unit in t]
    if not options:
        return None
    return case.sentence.replace(
        OPEN + inner + CLOSE, OPEN + inner.replace(case.unit, rng.choice(options)) + CLOSE
    )


_ONE_WAY = ("newborns", "infants")
SCOPES = (
    ("adults", "children"), ("women", "men"), ("females", "males"), ("boys", "girls"), ("girls", "boys"),
    ("in the United States", "worldwide"), ("of Americans", "of people worldwide"), ("in Japan", "in Germany"), ("in Europe", "in Asia"),
    ("worldwide", "in Japan"), ("type 1", "type 2"), ("type I", "type II"), ("localized", "metastatic"),
    ("premenopausal", "postmenopausal"), ("early-onset", "late-onset"), ("acute", "chronic"), ("severe", "mild"),
    ("benign", "malignant"), ("newborns", "adults"), ("infants", "adults"), ("5-year", "1-year"), ("5 years", "1 year"),
    ("first trimester", "third trimester"), ("stage I", "stage III"), ("low-risk", "high-risk"), ("dominant", "recessive"),
    ("primary", "secondary"), ("heterozygous", "homozygous"), ("congenital", "acquired"), ("hereditary", "sporadic"),
)  # fmt: skip


def scope(case: Case, rng: Random) -> str | None:
    """The fact's figure given to others: the first of the pairs that the sentence names one side of."""
    before, rest = case.sentence.split(OPEN)
    inside, after = rest.split(CLOSE)
    around = f"{before}{OPEN}{CLOSE}{after}"
    for pair in SCOPES:
        for old, new in (pair, pair[::-1]) if pair[0] not in _ONE_WAY else (pair,):
            wanted = rf"(?<![\w-])(?<!young )(?<!premature ){re.escape(old)}(?![\w-])"
            if old in case.title.lower():
                continue
            others = rf"(?<![\w-]){re.escape(new)}(?![\w-])|{re.escape(old)} and "
            if len(re.findall(wanted, around, re.I)) == 1 and not re.search(others, around, re.I):
                text = re.sub(
                    wanted, lambda m, n=new: n.capitalize() if m[0][0].isupper() else n, around, flags=re.I
                )  # type: ignore[misc]
                return text.replace(OPEN, OPEN + inside)
    return None


_DIRECTIONS = (
    ("increases", "reduces"), ("increase", "reduce"), ("increased", "reduced"), ("raises", "lowers"), ("raise", "lower(?= (?:the|your|a)\\b)"), ("higher", "lower"), ("more often", "less often"),
    ("more common", "less common"), ("more likely", "less likely"), ("rises", "falls"), ("greater", "smaller"), ("improves", "worsens"),
    ("decreases", "increases"), ("decreased", "increased"), ("decrease", "increase"), ("longer", "shorter"),
)  # fmt: skip


def direction(case: Case, rng: Random) -> str | None:
    """A rise for a fall, more for less: only where the figure itself is the change."""
    if not re.search(
        rf"{CLOSE} (?:more|less|higher|lower|greater|increase|decrease|reduction)|(?:by|times) (?:\w+ )?{OPEN}",
        case.sentence,
    ):
        return None
    return _turned(case.sentence)


def _turned(text: str) -> str | None:
    for pair in _DIRECTIONS:
        for old, new in (pair, pair[::-1]):
            if len(found := re.findall(rf"\b{old}\b(?! than \d)", text)) == 1 and found:
                return re.sub(rf"\b{old}\b", new.split("(")[0], text)
    return None


_NEGATIONS = (
    (r"\bno known cure\b", "a known cure"), (r"\bno cure\b", "a cure"), (r"\b(is|are) not (contagious|curable|inherited|hereditary)\b", r"\1 \2"),
    (r"\b(is|are) (contagious|curable|inherited)\b", r"\1 not \2"), (r"\bcannot be (cured|prevented)\b", r"can be \1"),
    (r"\bdoes not (lower|raise) the\b", r"\1s the"),
)  # fmt: skip


def polarity(case: Case, rng: Random) -> str | None:
    """A statement turned into its opposite."""
    for old, new in _NEGATIONS:
        if len(re.findall(old, case.sentence)) == 1:
            return re.sub(old, new, case.sentence)
    return _turned(case.sentence)


_FIGURES: dict[str, Callable[[Case, Random], str | None]] = {
    "figure": figure, "unit": unit, "scope": scope, "direction": direction,
}  # fmt: skip


def wrong(case: Case, rng: Random) -> Iterator[tuple[str, str]]:
    """Each kind of change and the marked sentence, where it can be made."""
    if case.kind == "statement":
        if (text := polarity(case, rng)) is not None:
            yield "polarity", text
        return
    for kind, change in _FIGURES.items():
        if (text := change(case, rng)) is not None and text != case.sentence:
            yield (
                "scope, newborns to adults"
                if kind == "scope"
                and ("newborns" in _lost(case.sentence, text) or "infants" in _lost(case.sentence, text))
                else kind,
                text,
            )


def _lost(before: str, after: str) -> set[str]:
    """The words that a change took away."""
    return set(re.findall(r"\w+", before)) - set(re.findall(r"\w+", after))


def others(case: Case, rng: Random) -> Iterator[tuple[str, str]]:
    """Drafts with a wrong figure that state another claim, or deny it: silence is right."""
    if case.kind == "statement":
        return
    changed = figure(case, rng)
    if changed is None:
        return
    bare = changed.replace(OPEN, "").replace(CLOSE, "")
    lower = bare if re.match(r"[A-Z]{2}|[A-Z]\w+ (?:syndrome|disease)", bare) else bare[0].lower() + bare[1:]
    yield "refuted", f"It is a myth that {lower}"
    other = scope(replace(case, sentence=changed), rng)
    if other is not None:
        yield "other scope with its own figure", other
