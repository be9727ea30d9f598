"""Units of measurement: one table, exact factors, compound units such as mg/kg/day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files

from linter.language.lex import Lex, lex


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: ``size`` base units of its ``dimension``. Dimensions of compounds look like 'mass/volume'."""

    name: str
    dimension: str
    size: Fraction

    def per(self, other: Unit) -> Unit:
        """The compound 'this per other'."""
        return Unit(f"{self.name}/{other.name}", f"{self.dimension}/{other.dimension}", self.size / other.size)


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
            entries.sort(key=lambda entry: -len(entry[0]))

    def _add(self, form: str, unit: Unit) -> None:
        words = tuple(token.text for token in lex(form))
        exact = form if form != form.lower() else ""
        self._forms.setdefault(words[0], []).append((words, exact, unit))

    def match(self, tokens: Sequence[Lex], i: int, text: str) -> tuple[Unit, int] | None:
        """The simple unit at token ``i`` and the index after it. ``text`` is what was lexed."""
        if i >= len(tokens):
            return None
        folded = None
        for words, exact, unit in self._forms.get(tokens[i].text, ()):
            j = i + len(words)
            if j > len(tokens) or any(tokens[i + k].text != words[k] for k in range(1, len(words))):
                continue
            raw = text[tokens[i].start : tokens[j - 1].end]
            if exact and raw != exact:
                continue
            if not exact and len(raw) == 1 and raw != raw.lower() and raw not in "°":
                continue  # 'M', 'S' and 'D' after a number are not metres, seconds and days
            folded = (unit, j)
            break
        return folded


@cache
def unit_table() -> UnitTable:
    return UnitTable()


def convert(value: Fraction, unit: Unit, target: Unit) -> Fraction | None:
    """``value`` of ``unit`` in ``target`` units, or None where the dimensions differ.

    Celsius and Fahrenheit are points on a scale, not amounts; both count from their own zero.
    """
    if unit.dimension == "temperature-f" and target.dimension == "temperature":
        return ((value - 32) * 5 / 9) / target.size
    if unit.dimension == "temperature" and target.dimension == "temperature-f":
        return value * unit.size * 9 / 5 + 32
    if unit.dimension != target.dimension:
        return None
    return value * unit.size / target.size
