"""YAML whose every text, map and list knows where it stands.

Nothing is turned into a number, a date or a truth value here: a scalar stays the text that was typed,
with the tag YAML would give it, so that each key can judge its own values (`0.50` keeps its zero).
"""

from __future__ import annotations

from typing import Any

import yaml

from linter.errors import Place, Problem
from linter.located_yaml.causes import explain
from linter.located_yaml.compose import MAX_DEPTH, NESTED, NOT_TEXT, Composer, TooMuchError
from linter.located_yaml.values import Map, Seq, Text
from linter.patterns import Pattern

MISSING = "does not exist: check the name and the folder"
MAX_BYTES = 32_000_000
_BRACKET = Pattern(r"[\[\]{}]")


def read_text(path: str, problems: list[Problem]) -> str | None:
    """The file's text, without a byte order mark; None, and a problem, if it cannot be had."""
    try:
        with open(path, "rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except IsADirectoryError:
        problems.append(Problem(Place(path), "is a folder: name a file"))
        return None
    except FileNotFoundError:
        problems.append(Problem(Place(path), MISSING))
        return None
    except (OSError, ValueError) as error:
        cause = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        problems.append(Problem(Place(path), f"cannot be read: {cause}"))
        return None
    if len(raw) > MAX_BYTES:
        size = MAX_BYTES // 1_000_000
        problems.append(Problem(Place(path), f"is larger than {size} MB: split it into several files"))
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig", "replace")
        message = "is not UTF-8 text: save the file with the encoding UTF-8"
        problems.append(Problem(_place_at(path, before, len(before)), message))
        return None


def load_yaml(path: str, problems: list[Problem], empty: str | None = None) -> Map | None:
    """The mapping that the file at ``path`` holds; see :func:`parse_yaml`."""
    source = read_text(path, problems)
    return None if source is None else parse_yaml(source, path, problems, empty)


def parse_yaml(source: str, path: str, problems: list[Problem], empty: str | None = None) -> Map | None:
    """The mapping that ``source`` holds; None, and a problem, where it cannot be read as one.

    A text with nothing in it is a problem with the message ``empty``, or an empty mapping without one.
    """
    source = source.removeprefix("\ufeff")
    if wrong := NOT_TEXT.search(source):
        message = f"holds the control character U+{ord(wrong[0]):04X}: delete it, or save the file as text"
        problems.append(Problem(_place_at(path, source, wrong.start()), message))
        return None
    try:
        value = Composer(source, path, problems).document()
    except TooMuchError as stop:
        problems.append(stop.problem)
        return None
    except yaml.MarkedYAMLError as error:
        problems.append(_too_deep(source, path) or explain(error, source, path))
        return None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        cause = " ".join(str(error).split())
        problems.append(Problem(Place(path), f"cannot be read as YAML ({cause}): simplify it"))
        return None
    if value is None or (isinstance(value, Text) and value.tag == "null"):
        if empty is None:
            return Map(path, 1, 1)
        problems.append(Problem(Place(path), empty))
        return None
    if not isinstance(value, Map):
        kind = "a list" if isinstance(value, Seq) else "one text"
        message = f'holds {kind}, not keys: begin with a key and a colon, such as "facts:"'
        problems.append(Problem(value.place, message))
        return None
    return value


def _place_at(path: str, source: str, offset: int) -> Place:
    line = source.count("\n", 0, offset) + 1
    return Place(path, line, offset - source.rfind("\n", 0, offset))


def _too_deep(source: str, path: str) -> Problem | None:
    """Where YAML that the library gave up on is nested too deep; None if that is not what is wrong.

    libyaml scans up to 1,024 characters ahead for a colon, and may refuse the thousandth bracket before it has
    reported the first. Its Python twin, slower by far, has no such limit.
    """
    depth = 0
    for bracket in _BRACKET.finditer(source):
        depth = max(depth + (1 if bracket[0] in "[{" else -1), 0)
        if depth > MAX_DEPTH:
            break
    else:
        return None
    depth = 0
    try:
        event: Any
        for event in yaml.parse(source, Loader=yaml.SafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                mark = event.start_mark
                return Problem(Place(path, mark.line + 1, mark.column + 1), NESTED)
    except yaml.YAMLError:
        pass
    return None
