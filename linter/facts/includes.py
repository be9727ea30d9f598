"""Which files a facts file includes."""

from __future__ import annotations

import os
from pathlib import Path

from linter.located_yaml import parse_yaml
from linter.located_yaml.values import Seq, Text
from linter.patterns import Pattern

_INCLUDE = Pattern(r"(?m)^(?:include|\"include\"|'include')[ \t]*:")
_NEXT = Pattern(r"(?m)^[^\s#-]")


def matches(pattern: str, folder: str) -> list[str]:
    """The files a path or glob names, sorted. Hidden files count only where the pattern names them."""
    if not any(char in pattern for char in "*?["):
        name = os.path.join(folder, pattern)
        return [name] if os.path.isfile(name) else []
    if os.path.isabs(pattern):
        base, pattern = "/", pattern.lstrip("/")
    else:
        base = folder or "."
    hidden = any(part.startswith(".") and part not in (".", "..") for part in pattern.split("/"))
    names = (str(found) for found in Path(base).glob(pattern) if found.is_file())
    return sorted(name for name in names if hidden or not os.path.basename(name).startswith("."))


def files_of(path: str) -> list[str] | None:
    """The facts files that ``path`` leads to, found without reading them as YAML; None where that cannot be told."""
    files, seen = [path], {os.path.realpath(path)}
    for name in files:
        try:
            text = Path(name).read_bytes().decode("utf-8-sig", "replace")
        except OSError:
            return None
        patterns = included(text)
        if patterns is None:
            return None
        for found in (f for pattern in patterns for f in matches(pattern, os.path.dirname(name))):
            if os.path.realpath(found) not in seen:
                seen.add(os.path.realpath(found))
                files.append(found)
    return files


def included(text: str) -> list[str] | None:
    """The patterns of ``include:``, which stands at the margin in a file that is written in lines."""
    if text.lstrip()[:1] in ("{", "%", "-"):
        return None
    found = _INCLUDE.search(text)
    if found is None:
        return []
    after = _NEXT.search(text, found.end())
    root = parse_yaml(text[found.start() : after.start() if after else len(text)], "", [])
    node = root.values.get("include") if root else None
    if not isinstance(node, Seq):
        return None
    return [item.text.strip() for item in node.items if isinstance(item, Text)]
