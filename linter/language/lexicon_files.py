"""The lexicon's data files, read line by line, with every slip in them.

Under ``[section]`` a line is an entry: ``head: part, part``, in contrast sets ``name: part | part``, and
under ``[broader]`` ``narrow < broad``. ``#`` begins a comment line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from linter.errors import InputError, Place, Problem

BROADER, BRAND, IMPLIED = "broader", "brand", "implied"
KINDS = (
    "condition", "symptom", "anatomy", "procedure", "measurement", "nutrient", "exposure", "lifestyle", "setting",
    "professional", "population", "age", "place", "season", "drug", "drug class", "organisation", "generic", "light",
    "measure", "measure part", "rank", "relation", "stage",
)  # fmt: skip
"""What concepts may be."""
GROUPS = ("scope", "people", "manner", "outcome", "measure")
"""What the members of a contrast set may be of."""
CONCEPT_SECTIONS: Mapping[str, str] = {**dict.fromkeys((*KINDS, BRAND), ","), BROADER: "<"}
CONTRAST_SECTIONS: Mapping[str, str] = dict.fromkeys((*GROUPS, IMPLIED), "|")
"""The sections that a file may have, and what parts an entry there."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: its section, its head and the parts after it, as written."""

    section: str
    head: str
    parts: tuple[str, ...]


def read_entries(paths: Mapping[Path, Mapping[str, str]]) -> list[tuple[Path, Entry]]:
    """The entries of each file, which may have the sections given for it, and the file of each.

    Raises:
        InputError: with every mistake in all of them.
    """
    problems: list[Problem] = []
    entries: list[tuple[Path, Entry]] = []
    for path, sections in paths.items():
        read = _File(path.name, sections, problems).entries(path.read_text(encoding="utf-8"))
        entries += [(path, entry) for entry in read]
    if problems:
        raise InputError(*problems)
    return entries


class _File:
    def __init__(self, name: str, sections: Mapping[str, str], problems: list[Problem]) -> None:
        self.name = name
        self.sections = sections
        self.problems = problems
        self.first: dict[tuple[str, ...], int] = {}
        """The line of each entry that may stand only once."""
        self.lost = False

    def entries(self, text: str) -> Iterator[Entry]:
        section: str | None = None
        for number, raw in enumerate(text.splitlines(), 1):
            line = raw.strip()
            if not line or line.startswith("#"):
                continue
            column = raw.index(line) + 1
            if line.startswith("["):
                self.lost = True  # what follows a section that is wrong is not wrong again
                section = self._section(line, Place(self.name, number, column))
            elif section is None:
                if not self.lost:
                    message = f"stands under no section: write one of {self._named()} above it"
                    self._wrong(Place(self.name, number, column), message)
                self.lost = True
            elif (entry := self._entry(section, line, Place(self.name, number, column))) is not None:
                yield entry

    def _wrong(self, place: Place, message: str) -> None:
        self.problems.append(Problem(place, message))

    def _named(self) -> str:
        return ", ".join(f"[{name}]" for name in self.sections)

    def _section(self, line: str, place: Place) -> str | None:
        name = line.removeprefix("[").removesuffix("]")
        if line.endswith("]") and name in self.sections:
            return name
        close = get_close_matches(name, self.sections, 1)
        hint = f"did you mean [{close[0]}]?" if close else f"it may be {self._named()}"
        self._wrong(place, f"there is no section {line}; {hint}")
        return None

    def _entry(self, section: str, line: str, place: Place) -> Entry | None:
        between = self.sections[section]
        head, mark, rest = line.partition("<" if between == "<" else ":")
        head = head.strip()
        parts = tuple(part.strip() for part in rest.split(between)) if rest.strip() else ()
        if message := _SLIPS[between](head, mark, parts):
            self._wrong(place, message)
            return None
        if section == BRAND and len(parts) != 1:
            self._wrong(place, "must be a brand, a colon and its one generic name")
            return None
        kind = "concept" if section in KINDS else section
        once = (kind, head.lower(), *(parts if between == "<" else ()))
        if (first := self.first.setdefault(once, place.line)) != place.line:
            message = f'"{head}" stands here a second time (first in line {first}): make one line of them'
            self._wrong(place, message)
            return None
        return Entry(section, head, parts)


def _concept_slip(head: str, mark: str, parts: tuple[str, ...]) -> str:
    """What is wrong with a concept and its other forms, or nothing."""
    if not mark:
        return 'has no colon: write the concept, a colon and its other forms ("lung: lungs, pulmonary")'
    if not head:
        return "begins with a colon: write the concept before it"
    return _part_slip([head, *(part.rstrip("?") for part in parts)])


def _set_slip(head: str, mark: str, parts: tuple[str, ...]) -> str:
    """The same of a contrast set, or of what a concept implies."""
    if not (head and mark and parts):
        return 'is no set: write a name, a colon and members with | between them ("sex: man | woman")'
    return _part_slip(parts)


def _broader_slip(head: str, mark: str, parts: tuple[str, ...]) -> str:
    """The same of a concept and a broader one."""
    whole = head and mark and len(parts) == 1 and parts[0]
    return "" if whole else "must be a concept, < and a broader one: hip fracture < fracture"


def _part_slip(parts: Sequence[str]) -> str:
    if "" in parts:
        return "has nothing between two signs, or after the last: take a sign out"
    twice = next((part for part, times in Counter(parts).items() if times > 1), None)
    return f'says "{twice}" twice: take one out' if twice else ""


_SLIPS: Mapping[str, Callable[[str, str, tuple[str, ...]], str]] = {
    ",": _concept_slip,
    "|": _set_slip,
    "<": _broader_slip,
}
