"""Write ``linter/language/sorts.txt``: everyday nouns for people and for things, from WordNet 3.0.

    python scripts/sorts.py [FOLDER]   # of WordNet's files; Debian's package wordnet-base has them

A noun is taken where its first sense is that of a person, or of a tool, building, vehicle, animal or food that
WordNet's own texts use, and where it is no likelier to be another part of speech.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from functools import cache
from pathlib import Path

TARGET = Path(__file__).parent.parent / "linter" / "language" / "sorts.txt"
FOLDER = Path("/usr/share/wordnet")
_PARTS = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}
_PERSON = "18"
_THINGS = {"05": "animal", "06": "artifact", "13": "food"}
"""Numbers of WordNet's lexicographer files."""
_PLAIN = re.compile(r"[a-z]{3,}")
_PRONOUNS = frozenset(("one", "other", "self", "who"))
_NOTICE = """\
# Everyday nouns by what they stand for; written by scripts/sorts.py from WordNet 3.0.
# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. Used under the WordNet licence:
# https://wordnet.princeton.edu/license-and-commercial-use
"""


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    uses, parts = _uses(folder)
    files = {
        line.split(" ", 2)[0]: line.split(" ", 2)[1] for line in _lines(folder / "data.noun")
    }  # offset: number of the file
    sorts: dict[str, list[str]] = {"person": [], "thing": []}
    for line in _lines(folder / "index.noun"):
        fields = line.split()
        lemma, first = fields[0], files[fields[-int(fields[2])]]
        if (
            not _PLAIN.fullmatch(lemma)
            or lemma in _PRONOUNS
            or any(n > parts[lemma, "noun"] for n in _others(lemma, parts))
        ):
            continue
        if first == _PERSON and lemma not in _capitals(folder):
            sorts["person"].append(lemma)
        elif first in _THINGS and uses[lemma, first]:
            sorts["thing"].append(lemma)
    text = _NOTICE + "".join(f"[{name}]\n{_wrapped(sorted(words))}" for name, words in sorts.items())
    TARGET.write_text(text, encoding="utf-8")


def _uses(folder: Path) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]:
    """How often WordNet's texts use a lemma in a file's sense, and as a part of speech."""
    uses: Counter[tuple[str, str]] = Counter()
    parts: Counter[tuple[str, str]] = Counter()
    for line in _lines(folder / "cntlist.rev"):
        key, _, count = line.split()
        lemma, sense = key.split("%")
        part, file = sense.split(":")[:2]
        uses[lemma, file] += int(count)
        parts[lemma, _PARTS[part]] += int(count)
    return uses, parts


def _others(lemma: str, parts: Counter[tuple[str, str]]) -> list[int]:
    return [parts[lemma, part] for part in ("verb", "adj", "adv")]


@cache
def _capitals(folder: Path) -> frozenset[str]:
    """Words that are written with a capital letter: 'Churchill', 'Briton'."""
    names: set[str] = set()
    for line in _lines(folder / "data.noun"):
        fields = line.split()
        words = fields[4 : 4 + 2 * int(fields[3], 16) : 2]
        names.update(w.lower() for w in words if w[:1].isupper())
    return frozenset(names)


def _lines(path: Path) -> list[str]:
    return [ln for ln in path.read_text(encoding="utf-8").splitlines() if not ln.startswith(" ")]


def _wrapped(words: list[str]) -> str:
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) > 110:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return "\n".join([*lines, line, ""])


if __name__ == "__main__":
    main()
