"""TOML read as a tree of places: the standard library's parser keeps none."""

from __future__ import annotations

from collections.abc import Sequence

from linter.patterns import Pattern
from linter.readers.tree import MAX_DEPTH, Grower, Items, Node, Pairs, Scalar, Style, TreeError

TOKEN = Pattern(
    r"[ \t\r]*+(?:\#[^\n]*+)?(?:"
    r'"""(?P<long>(?:[^"\\]|\\[\s\S]|"(?!""))*+)"""'
    r"|'''(?P<longraw>(?:[^']|'(?!''))*+)'''"
    r'|"(?P<text>(?:[^"\\\n]|\\.)*+)"'
    r"|'(?P<raw>[^'\n]*+)'"
    r"|(?P<mark>\[\[|\]\]|[\[\]{}=,.\n])"
    r"|(?P<bare>[^\s\"'\[\]{}=,.\#]++))"
)
_STYLES: dict[str, Style] = {"long": "double", "text": "double", "longraw": "raw", "raw": "raw"}


def read_toml(source: str, start: int, end: int) -> Node:
    """The table that ``source[start:end]`` holds. Raises TreeError where it is not TOML."""
    reader = _Reader(source)
    here = start
    while (token := TOKEN.match(source, here, end)) is not None:
        here = token.end()
        kind = token.lastgroup or ""
        reader.take(kind, *token.span(kind))
    if source[here:end].strip() and not source[here:end].lstrip().startswith("#"):
        raise TreeError("not TOML")
    if reader.value is not None and reader.value.stack:
        raise TreeError("not TOML")  # a list or a table that nothing closes
    return reader.root


class _Reader:
    """Takes tokens: headers and keys here, values through a Grower."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.root = Pairs()
        self.table = self.root
        self.name: list[str] = []
        """The words of the key or header being read."""
        self.header = 0
        """1 within [a header], 2 within [[one of a list]]."""
        self.value: Grower | None = None

    def take(self, kind: str, start: int, end: int) -> None:
        """The next token; ``kind`` names its group in the pattern."""
        text = self.source[start:end]
        if self.value is not None:
            self._in_value(self.value, kind, start, end)
        elif kind != "mark":
            self.name.append(text)
        elif text in ("[", "[[") and not self.name:
            self.header = len(text)
        elif text in ("]", "]]") and self.header:
            self.table = self._open(self.name, in_list=self.header == 2)
            self.name, self.header = [], 0
        elif text == "=" and self.name:
            self.value = Grower()
        elif text == "\n":
            self.name, self.header = [], 0
        elif text != ".":
            raise TreeError("not TOML")

    def _in_value(self, value: Grower, kind: str, start: int, end: int) -> None:
        text = self.source[start:end]
        if kind != "mark":
            if value.wants_key():
                value.key(text)
            else:  # of what comes in pieces (1979-05-27 07:32:00) the first counts
                value.put(Scalar(start, end, _STYLES.get(kind, "plain")))
        elif text == "\n" and not value.stack:
            if value.root is not None:
                self._open(self.name[:-1]).values[self.name[-1]] = value.root
            self.name, self.value = [], None
        elif text in ("[", "[[", "{"):
            for _ in text:
                value.open(Pairs(start) if text == "{" else Items(start))
        elif text in ("]", "]]", "}"):
            for _ in text:
                value.close()

    def _open(self, names: Sequence[str], in_list: bool = False) -> Pairs:
        """The table of that name, below the root for a header and below the open table for a key."""
        if len(names) > MAX_DEPTH:
            raise TreeError("not TOML")
        here = self.root if self.header else self.table
        for at, name in enumerate(names):
            node = here.values.get(name)
            if isinstance(node, Items) and not (in_list and at == len(names) - 1):
                node = node.items[-1] if node.items else None
            elif in_list and at == len(names) - 1:
                if not isinstance(node, Items):
                    node = here.values[name] = Items()
                node.items.append(Pairs())
                node = node.items[-1]
            if not isinstance(node, Pairs):
                node = here.values[name] = Pairs()
            here = node
        return here
