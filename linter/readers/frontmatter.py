"""The metadata block at the head of a draft, in YAML, TOML or JSON: its prose, and the language it names."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from linter.patterns import Pattern
from linter.readers.build import Builder
from linter.readers.languages import code_of
from linter.readers.metadata import Metadata
from linter.readers.paragraphs import paragraphs
from linter.readers.tree import Node, Pairs, Scalar, Style, TreeError, comments

FENCED = Pattern(
    r"\ufeff?(---|\+\+\+|;;;)(?:(js|javascript)[ \t]*\r?\n|"
    r"(?:ya?ml|toml|json)?[ \t]*\r?\n(?=\s*(?:[\w\"'.-]+\s*[:=]|[#{\[])))"
    r"((?:(?!(?:---|\+\+\+|;;;|\.\.\.)[ \t]*\r?(?:\n|\Z)).*+\n)*+)(?:---|\+\+\+|;;;|\.\.\.)[ \t]*+\r?(?:\n|\Z)"
)
BARE_JSON = Pattern(r"\ufeff?(?=\{\s*\")")
LINE = Pattern(r"^[\"']?([\w.:-]+)[\"']?[ \t]*+[:=][ \t]*+(.*)$", re.MULTILINE)
SCRIPT_LINE = re.compile(
    r"^[ \t]*(?:(?:const|let|var)[ \t]+)?([\"']?)([\w:-]+)\1[ \t]*[:=][ \t]*"
    r"([\"'`])((?:(?!\3)[^\\\n]|\\.)*)\3",
    re.MULTILINE,
)
"""``title: "Pain",`` and ``const title = 'Pain';``, the front matter of Eleventy in JavaScript."""
WHOLE_LINE = Pattern(
    r"\s*+(?:#.*)?$|[\"']?[\w.:-]+[\"']?[ \t]*+[:=][ \t]*+(?:$|[^\s\"'\[{|>&*].*$|\"[^\"]*\".*$|'[^']*'.*$)"
)
"""A line of which :data:`LINE` leaves nothing out: its value neither goes on below it nor is a list or a map."""
TEMPLATE = Pattern(r"\{\{|\{%|<%")
LANGUAGES = frozenset({"lang", "language", "locale"})
COMMENT = Pattern(r"(?:^|\s)#.*$")


@dataclass(frozen=True, slots=True)
class Head:
    """Where the block's values stand, and where the draft itself begins."""

    inner: tuple[int, int] = (0, 0)
    body: int = 0
    tree: Node | None = None
    unread: str = ""
    """Why not all of it can be read: a sentence that lacks its subject, the draft."""


def find(source: str) -> Head:
    """The metadata block of a draft. One that is neither YAML, TOML nor JSON is read line by line."""
    found = FENCED.match(source)
    if found is None:
        return _bare_json(source)
    inner = found.span(3)
    if found[2]:
        return Head(inner, found.end(), _script(source, *inner))
    try:
        return Head(inner, found.end(), _tree(source, *inner, found[1]))
    except TreeError as error:
        unread = "" if _is_read_by_lines(source, *inner) else _told(source, inner[0], found[1], str(error))
        return Head(inner, found.end(), _lines(source, *inner), unread)


def _bare_json(source: str) -> Head:
    """JSON without a fence, as Hugo has it."""
    body = int(source.startswith("\ufeff"))
    if BARE_JSON.match(source) is not None:
        from linter.readers.tree_json import read_json

        tree, end = read_json(source, body, len(source))
        if end > body and source[end : end + 2].strip(" \r")[:1] in ("", "\n"):
            return Head((body, end), end, tree)
    return Head(body=body)


def _tree(source: str, start: int, end: int, fence: str) -> Node | None:
    if source[start:end].lstrip()[:1] == "{":
        from linter.readers.tree_json import read_json

        tree, stop = read_json(source, start, end)
        if stop == start:
            raise TreeError("not whole")
        return tree
    if fence == "+++":
        from linter.readers.tree_toml import read_toml

        return read_toml(source, start, end)
    from linter.readers.tree_yaml import read_yaml

    documents = read_yaml(source, start, end)
    return documents[0] if documents else None


def _lines(source: str, start: int, end: int) -> Pairs:
    """What stands on lines of their own as ``key: value``: a template's braces need not be YAML."""
    pairs = Pairs()
    for line in LINE.finditer(source, start, end):
        low, high = line.span(2)
        value = COMMENT.sub("", source[low:high]).rstrip()
        if value[:1] in ("'", '"') and len(value) > 1 and value[-1] == value[0]:
            style: Style = "single" if value[0] == "'" else "double"
            pairs.values[line.group(1)] = Scalar(low + 1, low + len(value) - 1, style)
        elif value:
            pairs.values[line.group(1)] = Scalar(low, low + len(value))
    return pairs


def _is_read_by_lines(source: str, start: int, end: int) -> bool:
    """Whether line by line nothing is lost: each is a key with a whole value. A template's lines need not be."""
    block = source[start:end]
    return TEMPLATE.search(block) is not None or all(WHOLE_LINE.match(line) for line in block.splitlines())


def _told(source: str, start: int, fence: str, error: str) -> str:
    first = source[start:].lstrip()[:1]
    kind = "JSON" if first == "{" else "TOML" if fence == "+++" else "YAML"
    where = error if error.startswith("line ") else f"from line {source.count(chr(10), 0, start) + 1} on"
    return f"has front matter that is not valid {kind} ({where}): mend it; the rest is checked"


def _script(source: str, start: int, end: int) -> Pairs:
    """The strings that lines of JavaScript name."""
    pairs = Pairs()
    for line in SCRIPT_LINE.finditer(source, start, end):
        if line[4]:
            pairs.values[line[2]] = Scalar(*line.span(4), "double")
    return pairs


def read_head(builder: Builder, head: Head, more: Collection[str] = ()) -> int | None:
    """Add the block's prose, and the language it names, to a builder; the index of the title, if it has one."""
    tree, title = head.tree, None
    builder.unread = head.unread
    builder.comments += comments(builder.source, *head.inner, [tree] if tree is not None else [])
    if not isinstance(tree, Pairs):
        return None
    metadata = Metadata(builder, more)
    for key, value in list(tree.values.items()):
        if not isinstance(value, Scalar):
            continue
        if key.lower() in LANGUAGES:
            builder.language = code_of(builder.source[value.start : value.end])
        elif key.lower() == "title" and title is None:
            title = builder.add(next(paragraphs(builder, value)), "title")
            metadata.taken.add(value.start)
            del tree.values[key]
    metadata.read(tree)
    return title
