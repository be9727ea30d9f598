"""What the usual hygiene hooks look for, without fetching them. Files are named, never changed.

python scripts/hygiene.py FILES…
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

LARGEST = 1_000_000
_CONFLICT = re.compile(rb"^(<{7} |>{7} |={7}$)", re.MULTILINE)
_TRAILING = re.compile(rb"[ \t]+$", re.MULTILINE)


def problems(path: Path) -> Iterator[str]:
    data = path.read_bytes()
    if len(data) > LARGEST:
        yield f"{path}: is larger than {LARGEST:,} bytes"
    if b"\r" in data:
        yield f"{path}: has Windows line ends"
    if data and not data.endswith(b"\n"):
        yield f"{path}: has no line break at its end"
    if data.endswith(b"\n\n"):
        yield f"{path}: ends in blank lines"
    for pattern, what in ((_TRAILING, "trailing space"), (_CONFLICT, "a merge conflict's mark")):
        if found := pattern.search(data):
            line = data.count(b"\n", 0, found.start()) + 1
            yield f"{path}:{line}: {what}"
    if path.suffix in (".yaml", ".yml"):
        try:
            list(yaml.safe_load_all(data))
        except yaml.YAMLError as error:
            yield f"{path}: is not YAML: {error}"


def main(names: list[str]) -> int:
    found = [problem for name in names for problem in problems(Path(name))]
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
