"""YAML read as trees of places, through the parser's own marks."""

from __future__ import annotations

from typing import Any

from linter.patterns import Pattern
from linter.readers.tree import Grower, Items, Node, Pairs, Scalar, Style, TreeError

PROPERTIES = Pattern(r"(?:[&!]\S*+\s++)+")
"""The name and the type that may stand before a value: ``&name !!str words``."""
_STYLES: dict[str | None, Style] = {"'": "single", '"': "double", "|": "literal", ">": "folded"}


def read_yaml(source: str, start: int, end: int) -> list[Node]:
    """The documents that ``source[start:end]`` holds. Raises TreeError where it is not YAML.

    A value that is named in several places stands in each of them; a list or a map only in the first.
    """
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    grower = Grower()
    named: dict[str, Scalar] = {}
    event: Any
    try:
        for event in yaml.parse(source[start:end], Loader=loader):
            kind = type(event)
            if kind is yaml.ScalarEvent:
                _scalar(grower, event, source, start, named)
            elif kind is yaml.MappingStartEvent:
                grower.open(Pairs(event.start_mark.index + start))
            elif kind is yaml.SequenceStartEvent:
                grower.open(Items(event.start_mark.index + start))
            elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
                grower.close()
            elif kind is yaml.AliasEvent:
                at = event.start_mark.index + start
                grower.put(named.get(event.anchor, Scalar(at, at, value="")))
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark or error.context_mark
        line = source.count("\n", 0, start) + 1
        where = f"line {line + mark.line}, column {mark.column + 1}: " if mark else ""
        raise TreeError(f"{where}{error.problem}") from None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise TreeError(" ".join(str(error).split())[:120]) from None
    return grower.documents


def _scalar(grower: Grower, event: Any, source: str, shift: int, named: dict[str, Scalar]) -> None:
    style = _STYLES.get(event.style, "plain")
    low, high = event.start_mark.index + shift, event.end_mark.index + shift
    if (event.anchor or event.tag) and (names := PROPERTIES.match(source, low, high)) is not None:
        low = names.end()
    if style in ("single", "double"):
        low, high = low + 1, high - 1
    elif style in ("literal", "folded"):
        low = source.find("\n", low, high) + 1 or high
    scalar = Scalar(low, high, style, event.value)
    if event.anchor:
        named[event.anchor] = scalar
    if grower.wants_key():
        grower.key(event.value)
    else:
        grower.put(scalar)
