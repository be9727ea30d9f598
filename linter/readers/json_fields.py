"""Fields of a JSON file, with the place of each of their characters."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

from linter.errors import DraftError
from linter.patterns import Pattern
from linter.readers.content import Fields, Scalar, is_no_text
from linter.readers.field_paths import Matcher, Step
from linter.readers.sifted import Sifted

MOST_NESTED = 200
_TOKEN = Pattern(r'"(?:[^"\\]++|\\.)*+"|[\[\]{},:]|[^\s\[\]{},:"]++')
_ESCAPE = Pattern(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)")
_UNTOLD = frozenset({"null", "true", "false"})


@dataclass(slots=True)
class _Level:
    """An open list or object, and where in it we are."""

    is_map: bool
    states: frozenset[tuple[int, int]]
    key: str = ""
    count: int = 0
    awaits_value: bool = False


@dataclass
class _Walk:
    matcher: Matcher
    source: str
    texts_only: bool
    found: list[Scalar] = field(default_factory=list)
    levels: list[_Level] = field(default_factory=list)

    def run(self, start: int) -> None:
        """Read the tokens of JSON that is known to be valid."""
        for token in _TOKEN.finditer(self.source, start):
            text, at = token[0], token.start()
            if text in "{[":
                self._open(text == "{", at)
            elif text in "}]":
                self.levels.pop()
            elif text == ",":
                level = self.levels[-1]
                level.count += 1
                level.awaits_value = False
            elif text != ":":
                self._scalar(text, at)
            else:
                self.levels[-1].awaits_value = True

    def _open(self, is_map: bool, at: int) -> None:
        line = self.source.count("\n", 0, at) + 1 if len(self.levels) >= MOST_NESTED else 0
        if line:
            raise DraftError(f"is nested more than {MOST_NESTED} levels deep, on line {line}: simplify it")
        states = self._states()
        if self.texts_only and (pattern := self.matcher.ended(states)) is not None:
            line = self.source.count("\n", 0, at) + 1
            raise is_no_text(pattern.text, self._path(), "map" if is_map else "list", line)
        self.levels.append(_Level(is_map, states))

    def _scalar(self, text: str, at: int) -> None:
        level = self.levels[-1] if self.levels else None
        if level is not None and level.is_map and not level.awaits_value:
            level.key = json.loads(text, strict=False)
        elif text not in _UNTOLD and self.matcher.ended(self._states()) is not None:
            self.found.append(Scalar(self._path(), embedded(text, at)))

    def _states(self) -> frozenset[tuple[int, int]]:
        if not self.levels:
            return self.matcher.start
        level = self.levels[-1]
        return self.matcher.follow(level.states, level.key if level.is_map else level.count)

    def _path(self) -> tuple[Step, ...]:
        return tuple(level.key if level.is_map else level.count for level in self.levels)


def json_fields(source: str, matcher: Matcher, *, texts_only: bool = True) -> Fields:
    """The texts that the patterns name, in the order of the file.

    With ``texts_only`` a pattern that names a list or an object raises DraftError.
    """
    start = int(source.startswith("\ufeff"))
    hold_to_json(source[start:])
    walk = _Walk(matcher, source, texts_only)
    walk.run(start)
    return Fields(tuple(walk.found))


def hold_to_json(text: str) -> None:
    """Raise DraftError unless ``text`` is JSON."""
    try:
        json.loads(text, strict=False, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}: {error.msg}"
        raise DraftError(f"is not valid JSON ({where}): mend it, or leave it out") from None
    except RecursionError:
        raise DraftError("is not valid JSON (nested too deep): simplify it, or leave it out") from None


def embedded(token: str, at: int) -> Sifted:
    """The text of a JSON token that begins at offset ``at``: a string, or a number as it is written."""
    if not token.startswith('"'):
        return Sifted(token, array("I", range(at, at + len(token))), array("I", range(at + 1, at + len(token) + 1)))  # fmt: skip
    parts: list[str] = []
    starts, ends = array("I"), array("I")
    for text, start, end in _pieces(token):
        parts.append(text)
        if end - start == len(text):
            starts.extend(range(at + start, at + end))
            ends.extend(range(at + start + 1, at + end + 1))
        else:
            starts.extend([at + start] * len(text))
            ends.extend([at + end] * len(text))
    return Sifted("".join(parts), starts, ends)


def _pieces(token: str) -> Iterator[tuple[str, int, int]]:
    """The parts of a string's token: what it says, and where in the token."""
    here, last = 1, len(token) - 1
    for escape in _ESCAPE.finditer(token, 1, last):
        if escape.start() > here:
            yield token[here : escape.start()], here, escape.start()
        said = json.loads(f'"{escape[0]}"')
        # Half of a pair of surrogates is no character, and could not be printed.
        yield said if not "\ud800" <= said <= "\udfff" else "\ufffd", escape.start(), escape.end()
        here = escape.end()
    if here < last:
        yield token[here:last], here, last
