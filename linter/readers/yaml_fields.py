"""Fields of a YAML file, found by the parser's events, with the place of each of their characters."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from linter.errors import DraftError
from linter.model import Comment
from linter.patterns import Pattern
from linter.readers.content import Fields, Scalar, is_no_text
from linter.readers.field_paths import Matcher, Step
from linter.readers.sifted import Sifted

MOST_NESTED = 100
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COMMENT = Pattern(r"(?:^\ufeff?|(?<=\s))(#([^\r\n]*+))", re.MULTILINE)
_PROPERTIES = Pattern(r"(?:[&!]\S*+\s++)++")
"""An anchor or a tag before a scalar."""
_UNTOLD = frozenset({"", "~", "null", "Null", "NULL", "true", "True", "TRUE", "false", "False", "FALSE"})
"""Plain scalars that are no text."""
_ESCAPE = Pattern(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\r?\n[ \t]*|.)", re.DOTALL)
_SPACES = Pattern(r"\s++")
_BREAK = Pattern(r"\r\n|[\r\n\x85\u2028\u2029]")


def yaml_fields(source: str, matcher: Matcher) -> Fields:
    """The texts that the patterns name, in the order of the file."""
    walk = _Walk(matcher, source)
    try:
        walk.run(yaml.parse(source.removeprefix("\ufeff"), Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark or error.context_mark
        where = f" (line {mark.line + 1}, column {mark.column + 1}: {error.problem})" if mark else ""
        raise DraftError(f"is not valid YAML{where}: mend it, or leave it out") from None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise DraftError(f"is not valid YAML ({' '.join(str(error).split())[:120]}): mend it") from None
    return Fields(tuple(walk.found), tuple(_comments(source, walk.spans)))


@dataclass(slots=True)
class _Level:
    """An open list or map, and where in it we are."""

    is_map: bool
    states: frozenset[tuple[int, int]]
    key: str | None = None
    count: int = 0
    awaits_value: bool = False


@dataclass
class _Walk:
    matcher: Matcher
    source: str
    found: list[Scalar] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    """Where every scalar stands, in order."""
    levels: list[_Level] = field(default_factory=list)
    named: dict[str, Any] = field(default_factory=dict)
    """The scalars that have an anchor."""
    taken: set[int] = field(default_factory=set)
    """Where texts begin that were read: an alias reads none twice."""
    documents: int = 0

    def run(self, events: Iterator[Any]) -> None:
        self.shift = int(self.source.startswith("\ufeff"))
        for event in events:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                start, end = event.start_mark.index + self.shift, event.end_mark.index + self.shift
                self.spans.append((start, end))
                if event.anchor:
                    self.named[event.anchor] = event
                self._scalar(event)
            elif kind is yaml.AliasEvent:
                self._scalar(self.named.get(event.anchor))
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._open(event, kind is yaml.MappingStartEvent)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self.levels.pop()
                self._close_value()

    def _open(self, event: Any, is_map: bool) -> None:
        line = event.start_mark.line + 1
        if len(self.levels) >= MOST_NESTED:
            raise DraftError(f"is nested more than {MOST_NESTED} levels deep, on line {line}: simplify it")
        states = self._states()
        if (pattern := self.matcher.ended(states)) is not None:
            raise is_no_text(pattern.text, self._path(), "map" if is_map else "list", line)
        self.levels.append(_Level(is_map, states))

    def _scalar(self, event: Any) -> None:
        """A key of the open map, or a value."""
        level = self.levels[-1] if self.levels else None
        if level is not None and level.is_map and not level.awaits_value:
            level.key, level.awaits_value = (event.value if event is not None else ""), True
            return
        if event is not None and self.matcher.ended(self._states()) is not None:
            start = event.start_mark.index + self.shift
            is_text = event.style not in (None, "") or event.value not in _UNTOLD
            if is_text and event.value.strip() and start not in self.taken:
                self.taken.add(start)
                end = event.end_mark.index + self.shift
                if (event.anchor or event.tag) and (named := _PROPERTIES.match(self.source, start, end)):
                    start = named.end()
                self.found.append(
                    Scalar(self._path(), embedded(self.source, event.value, event.style, start, end))
                )
        self._close_value()

    def _close_value(self) -> None:
        if self.levels:
            level = self.levels[-1]
            if level.is_map and not level.awaits_value:  # a list or a map was the key
                level.key, level.awaits_value = "", True
                return
            level.count += 1
            level.awaits_value = False

    def _states(self) -> frozenset[tuple[int, int]]:
        """Where the patterns stand at the value that comes now."""
        if not self.levels:
            return self.matcher.start
        level = self.levels[-1]
        if level.is_map and not level.awaits_value:
            return frozenset()
        return self.matcher.follow(level.states, (level.key or "") if level.is_map else level.count)

    def _path(self) -> tuple[Step, ...]:
        return tuple((level.key or "") if level.is_map else level.count for level in self.levels)


def embedded(source: str, value: str, style: str | None, start: int, end: int) -> Sifted:
    """A scalar's value with the place of each character, which stands in ``source[start:end]``.

    White space that folds has the place of all the white space it stands for; of all other characters
    the source's is the same, or an escape.
    """
    starts, ends = array("I"), array("I")
    at, here = _body(source, style, start, end), 0
    while here < len(value) and at < end:
        size, count = _step(source, value, style, at, here)
        if count:
            _put(starts, ends, count, at, at + size)
        elif not size:
            break  # a form of YAML that is not foreseen
        at, here = at + size, here + count
    _put(starts, ends, len(value) - here, start, end)
    return Sifted(value, starts, ends)


def _step(source: str, value: str, style: str | None, at: int, here: int) -> tuple[int, int]:
    """How many characters of the source stand for how many of the value that comes next."""
    if style == '"' and source[at] == "\\" and (escape := _ESCAPE.match(source, at)) is not None:
        return len(escape[0]), int("\n" not in escape[0])
    if style == "'" and source.startswith("''", at):
        return 2, 1
    if (gap := _SPACES.match(source, at)) is None:
        return (1, 1) if source[at] == value[here] else (0, 0)
    blank = _SPACES.match(value, here)
    if style in ("|", ">"):
        return len(gap[0]), len(blank[0]) if blank else 0
    breaks = len(_BREAK.findall(gap[0]))
    if not breaks:
        return (1, 1) if source[at] == value[here] else (0, 0)
    return len(gap[0]), min(max(breaks - 1, 1), len(blank[0]) if blank else 0)


def _put(starts: array[int], ends: array[int], count: int, start: int, end: int) -> None:
    starts.extend([start] * count)
    ends.extend([end] * count)


def _body(source: str, style: str | None, start: int, end: int) -> int:
    """Where a scalar's text begins: after its quotation mark, or on the line below its | or >."""
    if style in ('"', "'"):
        return source.index(style, start, end) + 1
    if style in ("|", ">"):
        line = source.find("\n", start, end)
        return line + 1 if line >= 0 else end
    return start


def _comments(source: str, spans: list[tuple[int, int]]) -> Iterator[Comment]:
    """The comments that are for medlint; a # inside a text is none."""
    begins = [start for start, _ in spans]
    here = 0
    while (found := _COMMENT.search(source, here)) is not None:
        at = bisect_right(begins, found.start(1)) - 1
        is_inside = at >= 0 and found.start(1) < spans[at][1]
        if not is_inside and "medlint" in found[2]:
            yield Comment(found.start(1), found.end(), found[2])
        here = spans[at][1] if is_inside else found.end()
