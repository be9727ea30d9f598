"""YAML read as a tree of places, through the parser's own marks."""

from __future__ import annotations

from typing import Any

from linter.patterns import Pattern
from linter.readers.tree import Grower, Items, Node, Pairs, Scalar, Style, TreeError

PROPERTIES = Pattern(r"(?:[&!]\S*+\s++)+")
"""The name and the type that may stand before a value: ``&name !!str words``."""
_STYLES: dict[str | None, Style] = {"'": "single", '"': "double", "|": "block", ">": "block"}


def read_yaml(source: str, start: int, end: int) -> Node | None:
    """The value that ``source[start:end]`` holds. Raises TreeError where it is not YAML."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    grower = Grower()
    event: Any
    try:
        for event in yaml.parse(source[start:end], Loader=loader):
            kind = type(event)
            if kind is yaml.ScalarEvent:
                _scalar(grower, event, source, start)
            elif kind is yaml.MappingStartEvent:
                grower.open(Pairs())
            elif kind is yaml.SequenceStartEvent:
                grower.open(Items())
            elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
                grower.close()
            elif kind is yaml.AliasEvent:
                # What it names was read where it stands.
                grower.put(Items())
    except (yaml.YAMLError, ValueError) as error:
        raise TreeError from error
    return grower.root


def _scalar(grower: Grower, event: Any, source: str, shift: int) -> None:
    if grower.wants_key():
        grower.key(event.value)
        return
    style = _STYLES.get(event.style, "plain")
    low, high = event.start_mark.index + shift, event.end_mark.index + shift
    if (event.anchor or event.tag) and (names := PROPERTIES.match(source, low, high)) is not None:
        low = names.end()
    if style in ("single", "double"):
        low, high = low + 1, high - 1
    grower.put(Scalar(low, high, style))
