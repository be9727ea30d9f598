"""Which fields of a YAML or JSON file hold copy: ``faq[].answer``, ``cards.*.text``, ``**.summary``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from linter.patterns import Pattern

ADVICE = 'is not the path of a field: write one such as title, faq[].answer, cards.*.text or "**.summary"'

Step = str | int
"""A key, or the number of an item in a list."""
ITEM, ANY, DEEP = "[]", "*", "**"

_STEP = Pattern(r'"([^"]+)"|(\*\*?(?![^.\[]))|(\[\])|([^.\[\]"*]+)')


@dataclass(frozen=True)
class FieldPath:
    """A path pattern in steps. A key is ``=name``, so that no key is taken for ``*``."""

    text: str
    steps: tuple[str, ...]


def field_path(text: str) -> FieldPath | None:
    """The pattern that ``text`` writes, or None if it is none."""
    steps: list[str] = []
    at = 0
    while at < len(text):
        found = _STEP.match(text, at)
        is_item = found is not None and found[3] is not None
        if at and not is_item:
            if text[at] != "." or (found := _STEP.match(text, at + 1)) is None or found[3] is not None:
                return None
        elif found is None:
            return None
        quoted, star, item, name = found.groups()
        steps.append(star or item or f"={(quoted or name).strip()}")
        at = found.end()
    return FieldPath(text, tuple(steps)) if steps and steps[-1] != DEEP else None


class Matcher:
    """Follows several patterns at once into a file, step by step."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self.paths = tuple(path for pattern in patterns if (path := field_path(pattern)) is not None)

    @property
    def start(self) -> frozenset[tuple[int, int]]:
        """Where every pattern stands before the first step: pairs of a pattern and its next step."""
        return self._opened((n, 0) for n in range(len(self.paths)))

    def follow(self, states: frozenset[tuple[int, int]], step: Step) -> frozenset[tuple[int, int]]:
        """Where the patterns stand one step deeper."""
        if not states:
            return states
        after: list[tuple[int, int]] = []
        for n, at in states:
            steps = self.paths[n].steps
            if at == len(steps):
                continue
            if steps[at] == DEEP:
                after.append((n, at))
            elif steps[at] == ANY or steps[at] == (ITEM if isinstance(step, int) else f"={step}"):
                after.append((n, at + 1))
        return self._opened(after)

    def ended(self, states: Iterable[tuple[int, int]]) -> FieldPath | None:
        """The pattern that names what stands here, if one does."""
        return next((self.paths[n] for n, at in sorted(states) if at == len(self.paths[n].steps)), None)

    def _opened(self, states: Iterable[tuple[int, int]]) -> frozenset[tuple[int, int]]:
        """``**`` stands for no step as well."""
        found = set(states)
        for n, at in list(found):
            while at < len(self.paths[n].steps) and self.paths[n].steps[at] == DEEP:
                at += 1
                found.add((n, at))
        return frozenset(found)


def shown(path: Sequence[Step]) -> str:
    """``faq[2].answer``, items counted from 1 as people do."""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f"{'.' if text else ''}{step}"
    return text or "the whole file"
