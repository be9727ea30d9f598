"""Three readers of quantities behind one interface, and the annotations in the same form."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from typing import Any

from linter.language.quantities import read_figures
from linter.language.units import Unit, unit_named


@dataclass(frozen=True)
class Found:
    """A quantity: its place, a point or the ends of a range (None where open), its unit, its kind."""

    start: int
    end: int
    values: tuple[float | None, ...]
    unit: str = ""
    kind: str = "number"
    scale: float = 1.0
    """What turns the value into a plain number: 0.01 for a percentage, 1/7 for '1 in 7'."""


Reader = Callable[[dict[str, Any]], list[Found]]

# Roles that say 'this is no quantity'. Sets that annotate every number count the first four all the same.
_NUMBERS = {"label", "list-number", "citation", "identifier", "time", "phone", "url", "pronoun"}
_WHOLE = {"url", "phone", "time", "citation", "identifier", "pronoun"}


@cache
def _unit(name: str) -> Unit | None:
    return unit_named(name) or unit_named(name.lower())


def _close(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= 1e-6 * max(1e-9, abs(a), abs(b))


def _ends(item: Found) -> tuple[float, ...]:
    ends = tuple(v for v in item.values if v is not None)
    return ends[:1] if len(ends) == 2 and ends[0] == ends[1] else ends  # 'equal to 20' is a point


def equal(gold: Found, found: Found) -> bool:
    """The same numbers, or the same amounts in units that convert; an open range matches its end."""
    wanted, got = _ends(gold), _ends(found)
    if len(wanted) != len(got):
        return False
    if all(_close(a, b) for a, b in zip(wanted, got, strict=True)):
        return True
    if all(_close(a, b * found.scale) for a, b in zip(wanted, got, strict=True)):
        return True
    ours, theirs = _unit(found.unit), _unit(gold.unit)
    if ours is None or theirs is None or ours.dimension != theirs.dimension:
        return False
    factor = float(ours.size / theirs.size)
    # Sets that count 30 days to a month and 365 to a year may do so.
    near = 0.02 if ours.dimension == "time" else 1e-6
    return all(abs(a - b * factor) <= near * max(1e-9, abs(a)) for a, b in zip(wanted, got, strict=True))


def gold_items(row: dict[str, Any]) -> list[Found]:
    """The annotations. A list is its members; a date and 'several weeks' have no value."""
    items = []
    for q in row["quantities"]:
        place, unit, kind = (q["start"], q["end"]), q.get("unit") or "", q["kind"]
        if kind in ("date", "daterange"):
            items.append(Found(*place, (), unit, "date"))
        elif q.get("values"):
            items.extend(Found(*place, (v,), unit, kind) for v in q["values"])
        elif "low" in q:
            items.append(
                Found(
                    *place, (q["low"], q["high"]) if (q["low"], q["high"]) != (None, None) else (), unit, kind
                )
            )
        else:
            value = q.get("value")
            items.append(Found(*place, () if value is None else (float(value),), unit, kind))
    return items


def read_medlint(row: dict[str, Any]) -> list[Found]:
    """medlint's figures. Roles that are no quantities are left out, but for the sets of all numbers."""
    skipped = _WHOLE if row["source"] == "recognizers-number" else _NUMBERS
    found = []
    for f in read_figures(row["text"]):
        if f.role in skipped or (f.value is None and f.low is None and f.dimension != "calendar"):
            continue
        open_low, open_high = f.qualifier in ("over", "at-least"), f.qualifier in ("under", "at-most")
        if f.low is not None and f.high is not None:
            values: tuple[float | None, ...] = (float(f.low), float(f.high))
        else:
            values = () if f.value is None else (float(f.value),)
        bounded = f.low is not None or open_low or open_high
        kind = "range" if bounded and row["source"] == "recognizers-range" else _kind(f, bounded)
        if f.is_range and row["source"] == "recognizers-number" and f.dimension != "calendar":
            found.extend(Found(f.start, f.end, (v,), "", "number") for v in values)  # it annotates both ends
            continue
        # 'Less than 5' is one annotation with its qualifier in some sets and without it in others.
        start = f.lead if row["source"] in ("recognizers-range", "duckling") and bounded else f.start
        found.append(
            Found(start, f.end, values, "" if f.dimension == "proportion" else f.unit, kind, float(f.size))
        )
    return found


def _kind(f: Any, bounded: bool) -> str:
    if f.dimension == "calendar":
        return "date"
    if f.role == "age":
        return "age"
    named = {"money": "currency", "time": "duration", "temperature": "temperature", "temperature-f": "temperature",
             "count": "number", "number": "number", "multiple": "number"}  # fmt: skip
    if f.dimension in ("proportion", "points"):
        return "percent" if f.unit in ("%", "points") else "number"
    if bounded and f.dimension in ("count", "number"):
        return "range"
    return named.get(f.dimension, "dimension")


def _quantulum3() -> Reader:
    from quantulum3 import parser

    kinds = {
        "time": "duration",
        "currency": "currency",
        "temperature": "temperature",
        "dimensionless": "number",
    }

    def read(row: dict[str, Any]) -> list[Found]:
        try:
            quantities = parser.parse(row["text"])
        except Exception:  # it raises on some texts: nothing read there
            return []
        found = []
        for q in quantities:
            kind = "percent" if q.unit.name == "percentage" else kinds.get(q.unit.entity.name, "dimension")
            found.append(Found(*q.span, (q.value,), q.unit.name, kind))
        return found

    return read


def _recognizers() -> Reader:
    import recognizers_date_time as dated
    import recognizers_number as number
    import recognizers_number_with_unit as measured

    english = number.Culture.English
    models: dict[str, Callable[..., Any]] = {
        "percent": number.recognize_percentage, "dimension": measured.recognize_dimension,
        "age": measured.recognize_age, "temperature": measured.recognize_temperature,
        "currency": measured.recognize_currency, "duration": dated.recognize_datetime,
        "number": number.recognize_number,
    }  # fmt: skip
    wanted = {
        "recognizers-number": ["number"],
        "recognizers-range": ["number"],
        "recognizers-datetime": ["duration"],
    }

    def read(row: dict[str, Any]) -> list[Found]:
        source = row["source"]
        names = wanted.get(source) or ([source[12:]] if source.startswith("recognizers-") else list(models))
        found: list[Found] = []
        for name in names:
            try:
                results = models[name](row["text"], english)
            except Exception:  # it raises on some texts: nothing read there
                continue
            for r in results:
                item = _resolved(r, name)
                if item and not any(item.start < f.end and f.start < item.end for f in found):
                    found.append(item)
        return found

    return read


def _resolved(result: Any, name: str) -> Found | None:
    resolution = result.resolution or {}
    unit = resolution.get("unit") or ""
    if name == "duration":
        entry = (resolution.get("values") or [{}])[0]
        if entry.get("type") != "duration":
            return Found(result.start, result.end + 1, (), "", "date")
        resolution, unit = entry, "second"
    try:
        value = float(str(resolution.get("value")).rstrip("%"))
    except ValueError:
        return None
    return Found(result.start, result.end + 1, (value,), unit, name)


def readers(peers: bool) -> dict[str, Reader]:
    """The readers that are installed, by name and version."""
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    tools: dict[str, Reader] = {f"medlint {metadata.version('medlint')}": read_medlint}
    for name, package, make in (
        ("quantulum3", "quantulum3", _quantulum3),
        ("Recognizers-Text", "recognizers-text-number", _recognizers),
    ):
        if peers:
            try:
                tools[f"{name} {metadata.version(package)}"] = make()
            except (ImportError, metadata.PackageNotFoundError) as error:
                print(f"{name} is not measured: {error}")
    return tools
