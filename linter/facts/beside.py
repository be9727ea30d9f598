"""Two files of one name that differ in .yaml and .yml: which is meant, medlint does not guess."""

from __future__ import annotations

import os

from linter.errors import Place, Problem


def beside(path: str) -> Problem | None:
    """What is wrong if ``path``, found under its usual name, has a twin with the other ending; else None."""
    stem, ending = os.path.splitext(path)
    other = stem + {".yaml": ".yml", ".yml": ".yaml"}.get(ending, ending)
    if other == path or not os.path.isfile(other):
        return None
    second, first = sorted((path, other), reverse=True)
    name = os.path.basename(first)
    return Problem(
        Place(second), f"stands beside {name}, and only one of them can be read: join them in {name}"
    )
