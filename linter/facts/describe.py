"""How a fact was read, in an editor's words."""

from __future__ import annotations

from fractions import Fraction

from linter.checks.view import years_of
from linter.claims.areas import ANCHORS
from linter.claims.claim_figure import rank_of
from linter.claims.key import FactKey
from linter.language.figure import show, with_unit
from linter.language.lexicon import Lexicon

_QUALIFIERS = {
    "over": "more than ",
    "under": "less than ",
    "at-least": "at least ",
    "at-most": "at most ",
    "about": "about ",
    "exact": "",
}


def describe_key(key: FactKey, lexicon: Lexicon) -> str:
    """The slots of a fact's key, a line each."""
    lines = slots_of(key, lexicon)
    width = max(len(label) for label, _ in lines)
    return "\n".join(f"{label:<{width}}  {text}" for label, text in lines)


def slots_of(key: FactKey, lexicon: Lexicon) -> list[tuple[str, str]]:
    """What was read of a claim: the name of each slot, and what is in it."""
    lines = []
    figure = key.figure
    if figure is not None:
        number = f"{show(figure.low)}–{show(figure.high)}" if figure.is_range else show(figure.value)
        kind = "a change" if key.change else "a requirement" if key.threshold else figure.kind
        amount = with_unit(number, figure.unit)
        lines.append(("figure", f"{_QUALIFIERS[figure.qualifier]}{amount} ({kind})"))
    elif key.fact.pair:
        lines.append(("names", " = ".join(key.fact.pair)))
    elif key.fact.among:
        lines.append(("answer", f"{key.fact.value}, among {', '.join(key.fact.among)}"))
    elif (rank := rank_of(key.fact)) is not None:
        lines.append(("rank", f"{show(rank.value)}: another one is a conflict"))
    else:
        lines.append(("statement", "no figure: only the opposite is a conflict"))
    for label, kinds in _GROUPS:
        named = [_need(n.text, sorted(n.readings)) for n in key.needs if n.kind in kinds]
        if named:
            lines.append((label, ", ".join(dict.fromkeys(named))))
    if key.ages:
        lines.append(("age", ", ".join(_band(*band) for band in sorted(key.ages, key=str))))
    if key.horizons:
        lines.append(("time span", ", ".join(map(_span, key.horizons))))
    if key.frequency is not None:
        lines.append(("how often", _often(key.frequency)))
    if key.period:
        lines.append(("data years", years_of(key.period)))
    if key.as_of:
        lines.append(("as of", str(key.as_of)))
    ruled_out = [
        f"{m}"
        for name, held in sorted(key.contrasts.items())
        for m in lexicon.contrasts[name][2]
        if m not in held
    ]
    if ruled_out:
        lines.append(("not about", ", ".join(dict.fromkeys(ruled_out))))
    return lines


_YEAR = Fraction(365.2425)
_PERIODS = {"day": Fraction(1), "week": Fraction(7), "month": _YEAR / 12, "year": _YEAR}
"""In days."""
_TIMES = {1: "once", 2: "twice"}
_NEARLY = Fraction(1, 100)


def _often(daily: Fraction) -> str:
    """``3 times a day``, ``once a month``, ``every 8 days``: a number of times a day as people say it."""
    for period, days in _PERIODS.items():
        times = daily * days
        if (whole := round(times)) and abs(times - whole) <= _NEARLY * whole:
            return f"{_TIMES.get(whole, f'{whole} times')} a {period}"
    return f"{float(daily):.3g} times a day" if daily > 1 else f"every {float(1 / daily):.3g} days"


_GROUPS = (
    ("about", ANCHORS),
    ("measure", frozenset({"measure", "measure part", "relation", "rank"})),
    ("scope", frozenset({"stage", "population", "place", "anatomy", "setting", "professional"})),
    ("also", frozenset({"unknown", "organisation"})),
)


def _need(text: str, readings: list[str]) -> str:
    names = [r for r in readings if not r.startswith("~") and r != text.lower()]
    return f"{text} ({'/'.join(names)})" if names else text


_UNITS = (("year", 31556952), ("month", 2629746), ("week", 604800), ("day", 86400), ("hour", 3600))


def _span(seconds: Fraction) -> str:
    """A span of time in the largest unit that divides it."""
    name, size = next(((n, s) for n, s in _UNITS if seconds % s == 0), ("second", 1))
    return with_unit(show(seconds / size), name)


def _band(low: int | None, high: int | None) -> str:
    if low == high:
        return f"{low}"
    if high is None:
        return f"{low} and over"
    return f"under {high}" if low is None else f"{low} to {high}"
