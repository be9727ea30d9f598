"""Units of measurement: one table, exact factors, compound units such as mg/kg/day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files

from linter.language.lex import Lex, lex, padded

_DAY = Fraction(86400)
_FREQUENT = frozenset({"mass", "volume", "activity", "energy", "substance", "length", "count", "equivalent"})
"""What is taken or done so much a day: the day is the frequency of a dose, no part of its unit."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: ``size`` base units of its ``dimension``. Dimensions of compounds look like 'mass/volume'."""

    name: str
    dimension: str
    size: Fraction

    def per(self, other: Unit) -> Unit:
        """The compound 'this per other'."""
        return Unit(
            f"{self.name}/{other.name}", f"{self.dimension}/{other.dimension}", self.size / other.size
        )

    def times(self, other: Unit) -> Unit:
        """The compound 'this times other'."""
        return Unit(
            f"{self.name}·{other.name}", f"{self.dimension}·{other.dimension}", self.size * other.size
        )


class UnitTable:
    """Looks up the longest unit that starts at a token."""

    def __init__(self) -> None:
        self.units: dict[str, Unit] = {}
        self._forms: dict[str, list[tuple[tuple[str, ...], str, Unit]]] = {}
        text = (files("linter.language") / "units.txt").read_text(encoding="utf-8")
        for line in text.splitlines():
            if line and not line.startswith("#"):
                dimension, name, size, forms = (part.strip() for part in line.split("|"))
                unit = Unit(name, dimension, Fraction(size))
                self.units[name] = unit
                for form in forms.split(","):
                    self._add(form.strip(), unit)
        for entries in self._forms.values():
            entries.sort(key=lambda entry: (-len(entry[0]), not entry[1]))

    def _add(self, form: str, unit: Unit) -> None:
        words = tuple(token.text for token in lex(form))
        exact = form if form != form.lower() else ""
        self._forms.setdefault(words[0], []).append((words, exact, unit))

    def match(self, tokens: Sequence[Lex], i: int, text: str) -> tuple[Unit, int] | None:
        """The simple unit at token ``i`` and the index after it. ``text`` is what was lexed."""
        if i >= len(tokens):
            return None
        for words, exact, unit in self._forms.get(tokens[i].text, ()):
            j = i + len(words)
            if j > len(tokens) or any(tokens[i + k].text != words[k] for k in range(1, len(words))):
                continue
            raw = text[tokens[i].start : tokens[j - 1].end]
            if exact and raw.replace(" ", "") != exact.replace(" ", ""):
                continue
            if not exact and len(raw) == 1 and raw != raw.lower() and raw != "°":
                continue  # 'M', 'S' and 'D' after a number are not metres, seconds and days
            if not exact and unit.dimension == "time" and len(raw) <= 3 and raw.isupper() and raw != "DAY":
                continue  # multiple sclerosis is no millisecond, a hazard ratio no hour
            return unit, j
        return None


@cache
def unit_table() -> UnitTable:
    return UnitTable()


def read_unit(tokens: Sequence[Lex], i: int, text: str) -> tuple[Unit, int] | None:
    """The unit at token ``i``, simple or compound: mg/kg/day, ml·kg⁻¹·min⁻¹, mL per minute.

    A day, week or month under a plain amount stays outside: '10 mg per day' is 10 mg, so often.
    """
    found = unit_table().match(tokens, i, text)
    if found is None:
        return None
    unit, k = found
    if (
        tokens[k].kind in ("num", "word")
        and tokens[k].text in ("2", "3", "²", "³")
        and tokens[k].glued
        and unit.dimension == "length"
    ):
        power = 2 if tokens[k].text in ("2", "²") else 3
        unit, k = (
            Unit(f"{unit.name}{'²³'[power - 2]}", ("area", "volume")[power - 2], _powered(unit, power)),
            k + 1,
        )
    down = _under(tokens, k)  # '0.3 days −1'
    if down:
        unit, k = Unit("1", "none", Fraction(1)).per(unit), down
    for _ in range(3):
        part = _factor(tokens, k, text, unit)
        if part is None:
            break
        other, k, above = part
        unit = unit.times(other) if above else unit.per(other)
    return unit, k


def _powered(unit: Unit, power: int) -> Fraction:
    litres = 1000 if power == 3 else 1  # the base unit of volume is the litre
    return unit.size**power * litres


def _under(tokens: Sequence[Lex], k: int) -> int:
    """The index after an exponent of minus one at ``k``, or 0."""
    sign, one = tokens[k], tokens[k + 1]
    if sign.text == "^":
        sign, one, k = tokens[k + 1], tokens[k + 2], k + 1
    if sign.text in ("−", "⁻", "–", "-") and one.glued and one.text in ("1", "¹"):
        if sign.text == "-" and not (sign.glued and tokens[k + 2].kind != "word"):
            return 0
        return k + 2
    return 0


def _factor(tokens: Sequence[Lex], k: int, text: str, unit: Unit) -> tuple[Unit, int, bool] | None:
    """What follows a unit: the next unit, the index after it, and whether it multiplies."""
    table = unit_table()
    if tokens[k].text == "of":
        end = next(
            (
                j
                for j in (k + 2, k + 3)
                if all(t.kind == "word" for t in tokens[k:j]) and tokens[j].text == "per"
            ),
            0,
        )
        found = table.match(tokens, end + 1, text) if end else None  # '30 mL of crystalloid fluid per kg'
        return (*found, False) if found and found[0].dimension == "mass" else None
    sign = tokens[k].text
    if sign in ("/", "per"):
        found = _scaled_unit(tokens, k + 1, text)
        if found is None:
            return None
        below, end = found
        if below.dimension == "time" and below.size >= _DAY and unit.dimension in _FREQUENT:
            return None
        if below.dimension == "count" or (sign == "per" and not tokens[k + 1].kind):
            return None
        if below.dimension == unit.dimension and tokens[k + 1].kind == "num":
            return None  # '500 mg/125 mg' are two strengths
        return below, end, False
    if sign == "for" and tokens[k + 1].text in ("each", "every"):
        found = table.match(tokens, k + 2, text)  # '2 mg for each kilogram of body weight'
        return (*found, False) if found and found[0].dimension == "mass" else None
    j = k + 1 if sign in ("·", ".", "*", "á") and tokens[k + 1].kind == "word" else k
    if j == k and tokens[j].kind != "word":
        return None
    found = table.match(tokens, j, text)
    if found is None:
        return None
    other, end = found
    down = _under(tokens, end)
    if down:
        return other, down, False
    return (other, end, True) if sign == "·" and tokens[k].glued and tokens[j].glued else None


def _scaled_unit(tokens: Sequence[Lex], k: int, text: str) -> tuple[Unit, int] | None:
    """A unit that may have a number before it and a power after it: '1.73 m²', '100 mL', 'kg'."""
    token = tokens[k]
    scale = token.value if token.kind == "num" and token.value else None
    found = unit_table().match(tokens, k + 1 if scale else k, text)
    if found is None:
        return None
    unit, end = found
    if unit.dimension == "length" and tokens[end].glued and tokens[end].text in ("2", "²", "3", "³"):
        power = 2 if tokens[end].text in ("2", "²") else 3
        unit, end = (
            Unit(f"{unit.name}{'²³'[power - 2]}", ("area", "volume")[power - 2], _powered(unit, power)),
            end + 1,
        )
    if scale and scale != 1:
        unit = Unit(f"{token.text} {unit.name}", unit.dimension, unit.size * scale)
    return unit, end


@cache
def unit_named(name: str) -> Unit | None:
    """The unit whose symbol is ``name`` or that copy writes so, simple or compound, or None."""
    known = unit_table().units.get(name)
    if known:
        return known
    tokens = padded(name)
    found = read_unit(tokens, 0, name) if tokens[0].kind != "end" else None
    return found[0] if found and tokens[found[1]].kind == "end" else None


# The zero of each scale and the size of its degree, in kelvins.
_SCALES_OF_HEAT = {
    "temperature": (Fraction("273.15"), Fraction(1)),
    "temperature-f": (Fraction("273.15") - 32 * Fraction(5, 9), Fraction(5, 9)),
    "temperature-k": (Fraction(0), Fraction(1)),
}


def convert(value: Fraction, unit: Unit, target: Unit) -> Fraction | None:
    """``value`` of ``unit`` in ``target`` units, or None where the dimensions differ.

    Celsius, Fahrenheit and kelvin are points on scales, not amounts. Moles and grams convert only
    for a named substance: see ``analytes``.
    """
    if unit.dimension in _SCALES_OF_HEAT and target.dimension in _SCALES_OF_HEAT:
        zero, degree = _SCALES_OF_HEAT[unit.dimension]
        other, step = _SCALES_OF_HEAT[target.dimension]
        return (zero + value * degree - other) / step
    if unit.dimension != target.dimension:
        return None
    return value * unit.size / target.size
