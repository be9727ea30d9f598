"""Edits of a YAML file at the places of its values: all that is not edited stays as it is, to the byte."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BOM = "\ufeff"


@dataclass
class Sheet:
    """A text of YAML, and the edits to make of it. Paths are the keys from the top: ("facts", "an-id", "value")."""

    text: str
    edits: list[tuple[int, int, str]] = field(default_factory=list)
    """Start, end and what to put there; they may not overlap."""

    def __post_init__(self) -> None:
        self._mark = len(self.text) - len(self.text.removeprefix(_BOM))
        self._body = self.text[self._mark :]
        self._root: Any = yaml.compose(self._body, Loader=_Loader)
        self._newline = "\r\n" if "\r\n" in self._body else "\n"

    def edited(self) -> str:
        """The text with all edits made."""
        parts, at = [self.text[: self._mark]], 0
        for start, end, new in sorted(self.edits):
            parts += [self._body[at:start], new]
            at = end
        return "".join([*parts, self._body[at:]])

    # -- looking

    def has(self, *path: str) -> bool:
        return self._pair(path) is not None

    def is_map(self, *path: str) -> bool:
        pair = self._pair(path)
        return pair is not None and isinstance(pair[1], yaml.MappingNode)

    def items(self, *path: str) -> list[str]:
        """The texts of a list."""
        pair = self._pair(path)
        if pair is None or not isinstance(pair[1], yaml.SequenceNode):
            return []
        return [item.value for item in pair[1].value if isinstance(item, yaml.ScalarNode)]

    def _pair(self, path: tuple[str, ...]) -> tuple[Any, Any] | None:
        """The nodes of the last key of ``path`` and of its value."""
        node, pair = self._root, None
        for key in path:
            if not isinstance(node, yaml.MappingNode):
                return None
            pair = next(((k, v) for k, v in node.value if k.value == key), None)
            if pair is None:
                return None
            node = pair[1]
        return pair

    def _value(self, path: tuple[str, ...]) -> Any:
        pair = self._pair(path)
        assert pair is not None, path
        key, value = pair
        if value.start_mark.index < key.start_mark.index:
            raise ValueError(
                f'"{key.value}" repeats a value from above by an alias (*): write it out, then run this again'
            )
        return value

    # -- editing

    def rename(self, new: str, *path: str) -> None:
        """Give the last key of ``path`` another name."""
        pair = self._pair(path)
        assert pair is not None, path
        self._replace(pair[0], _scalar(new, None))

    def write(self, new: str, *path: str, quoted: bool = False) -> None:
        """Write a text as the value of a key that is there, in the quotes that it has."""
        node = self._value(path)
        if isinstance(node, yaml.ScalarNode):
            style = node.style if node.style in ("'", '"') else None
            self._replace(
                node, _scalar(new, style or ('"' if quoted else None)), whole_lines=node.style in ("|", ">")
            )
        else:
            self.edits.append((node.start_mark.index, _end(node), _scalar(new, '"' if quoted else None)))

    def exchange(self, old: str, new: str, *path: str) -> bool:
        """Exchange the one ``old`` in a text for ``new``, as it is written; False if there is not just one."""
        node = self._value(path)
        start, end = node.start_mark.index, node.end_mark.index
        raw = self._body[start:end]
        if raw.count(old) != 1 or (node.style == '"' and "\\" in new) or (node.style == "'" and "'" in new):
            return False
        at = start + raw.index(old)
        self.edits.append((at, at + len(old), new))
        return True

    def put(self, rendered: str, *path: str) -> None:
        """Put YAML, on one line, in the place of the value of a key."""
        node = self._value(path)
        self.edits.append((node.start_mark.index, _end(node), rendered))

    def write_item(self, number: int, new: str, *path: str) -> None:
        """Write a text as an entry of a list."""
        item = self._value(path).value[number]
        style = item.style if item.style in ("'", '"') else None
        self._replace(item, _scalar(new, style))

    def add(self, rendered: str, *path: str, after: tuple[str, ...] = ()) -> None:
        """Add a key with a value that is YAML, on one line; behind the last of ``after`` that is there."""
        *above, key = path
        node = self._value(tuple(above)) if above else self._root
        names = [k.value for k, _ in node.value]
        place = max((names.index(name) for name in after if name in names), default=len(names) - 1)
        self._insert(node, place, f"{key}: {rendered}", node.value[place][0].start_mark.column)

    def append(self, rendered: str, *path: str, after: tuple[str, ...] = ()) -> None:
        """Add an entry, which is YAML on one line, to a list; the list, too, if there is none."""
        pair = self._pair(path)
        if pair is None:
            self.add(f"[{rendered}]", *path, after=after)
            return
        node = self._value(path)
        if not isinstance(node, yaml.SequenceNode):  # the key stands there with nothing under it
            colon = self._body.index(":", pair[0].end_mark.index) + 1
            self.edits.append((colon, colon, f" [{rendered}]"))
        elif not node.value:
            self.edits.append((node.end_mark.index - 1, node.end_mark.index - 1, rendered))
        elif node.flow_style:
            end = _end(node.value[-1])
            self.edits.append((end, end, f", {rendered}"))
        else:
            self._line_after(_end(node.value[-1]), f"- {rendered}", node.start_mark.column)

    def drop(self, *path: str) -> None:
        """Take a key and its value away."""
        *above, name = path
        node = self._value(tuple(above))
        number = [k.value for k, _ in node.value].index(name)
        key, value = node.value[number]
        start, end = key.start_mark.index, _end(value)
        if node.flow_style:
            if number:
                start = _end(node.value[number - 1][1])
            elif len(node.value) > 1:
                end = node.value[1][0].start_mark.index
        else:
            start = self._body.rfind("\n", 0, start) + 1
            end = self._line_end(end)
            end += len(self._newline) if end < len(self._body) else 0
        self.edits.append((start, end, ""))

    def _replace(self, node: Any, new: str, whole_lines: bool = False) -> None:
        end = node.end_mark.index
        self.edits.append((node.start_mark.index, end, new + (self._newline if whole_lines else "")))

    def _insert(self, node: Any, place: int, text: str, column: int) -> None:
        end = _end(node.value[place][1])
        if node.flow_style:
            self.edits.append((end, end, f", {text}"))
        else:
            self._line_after(end, text, column)

    def _line_after(self, at: int, text: str, column: int) -> None:
        """A line of its own below the one that holds the character before ``at``."""
        at = len(self._body[:at].rstrip())
        end = self._line_end(at)
        self.edits.append((end, end, f"{self._newline}{' ' * column}{text}"))

    def _line_end(self, at: int) -> int:
        end = self._body.find("\n", at)
        if end < 0:
            return len(self._body)
        return end - 1 if self._body[end - 1 : end] == "\r" else end


def _end(node: Any) -> int:
    """Where the last character of a node is; what follows a block list or map (comments) is not part of it."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(last[1] if isinstance(node, yaml.MappingNode) else last)


def quoted(text: str) -> str:
    """A text in double quotes, on one line."""
    return json.dumps(text, ensure_ascii=False)


def _scalar(text: str, style: str | None) -> str:
    """A text in the quotes wanted, or without any if YAML then still reads it as this text."""
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    if style == '"':
        return quoted(text)
    try:
        plain = yaml.safe_load(f"{{k: {text}}}") == {"k": text} and "\n" not in text
    except yaml.YAMLError:
        plain = False
    return text if plain else quoted(text)
