"""Candidate facts as YAML that an editor completes: everything but the source."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from linter.facts.uses import Candidate

_LONGEST = 6
"""Words of an id at most."""
_HEAD = """\
# Candidate facts: not verified. Check each, give its source under `sources`, name it in place of `todo`,
# and delete what is no fact of its own.
version: 1
sources:
  # a-source: {title: …, publisher: …, published: …, url: …}
facts:
"""


def skeletons(found: Iterable[Candidate], taken: Iterable[str] = ()) -> str:
    """The facts file that the candidates would make, each claim once, with ids that are not ``taken``."""
    ids = set(taken)
    seen: set[tuple[str, str]] = set()
    lines = []
    for candidate in found:
        if (candidate.claim, candidate.value) in seen:
            continue
        seen.add((candidate.claim, candidate.value))
        id = _free(_slug(candidate.words), ids)
        ids.add(id)
        lines += [f"  {id}:  # {candidate.path}:{candidate.line}", *_keys(candidate)]
    return _HEAD + "".join(f"{line}\n" for line in lines) if lines else ""


def _keys(candidate: Candidate) -> list[str]:
    keys = {"claim": candidate.claim, "value": candidate.value, "source": "todo"}
    return [f"    {key}: {_scalar(key, value)}" for key, value in keys.items() if value]


def _scalar(key: str, text: str) -> str:
    """A string on one line, in quotes where YAML needs them; a value always."""
    import yaml

    options: Mapping[str, Any] = {"width": float("inf"), "allow_unicode": True}
    style = '"' if key == "value" else None
    return str(yaml.safe_dump(text, default_style=style, **options)).removesuffix("\n").removesuffix("\n...")


def _slug(words: Iterable[str]) -> str:
    plain = unicodedata.normalize("NFKD", " ".join(words)).encode("ascii", "ignore").decode().lower()
    parts = dict.fromkeys(re.findall(r"[a-z0-9]+", plain))
    return "-".join(list(parts)[:_LONGEST]) or "fact"


def _free(id: str, taken: set[str]) -> str:
    number = 2
    free = id
    while free in taken:
        free, number = f"{id}-{number}", number + 1
    return free
