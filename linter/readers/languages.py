"""Which language a text is in: by what the draft says of itself, else by its small words and its script.

medlint reads English. What is in another language is left alone, and counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from linter.patterns import Pattern

ENGLISH = "en"
STRONG, WEAK = 2, 1
"""What a small word is worth that no English has, and one that English may have met."""
_ENOUGH = 5
"""What decides about a piece of a draft; a whole draft that says nothing else needs no more than a short sentence."""
_ENOUGH_IN_ALL = 3
_WORD = Pattern(r"[^\W\d_]+")
_CODE = Pattern(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)*(?:\.[A-Za-z0-9-]+)?")
_TELLS_NOTHING = frozenset({"la", "lat", "und", "mul", "mis", "zxx", "art"})
"""Latin is what species and bones are named in, whatever the draft is written in."""
_FIRST_SCRIPT = "\u0370"


@dataclass(frozen=True, slots=True)
class Script:
    """Characters of which ``letters`` say as much as a strong word; shorter runs than ``least`` say nothing."""

    code: str
    first: str
    last: str
    letters: int
    least: int


@dataclass(frozen=True)
class Languages:
    """What ``languages.txt`` holds."""

    names: dict[str, str] = field(default_factory=dict)
    """English name by code."""
    codes: dict[str, str] = field(default_factory=dict)
    """Code by any name, in lower case."""
    words: dict[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    """Of each small word: the languages that it speaks for, and its worth."""
    scripts: list[Script] = field(default_factory=list)


@cache
def languages() -> Languages:
    """The data, read once."""
    known = Languages()
    section = ""
    for line in (files("linter.readers") / "languages.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            section = line
            continue
        code, names, rest = (part.strip() for part in line.split(":"))
        for name in names.split(","):
            known.names.setdefault(code, name.strip())
            known.codes.setdefault(name.strip().lower(), code)
        if section == "[words]":
            for word in rest.split():
                worth = WEAK if word.endswith("?") else STRONG
                word = word.rstrip("?")
                known.words[word] = (*known.words.get(word, ()), (code, worth))
        else:
            first, last, letters, least = rest.split()
            known.scripts.append(
                Script(code, chr(int(first, 16)), chr(int(last, 16)), int(letters), int(least))
            )
    return known


def code_of(value: str) -> str:
    """The language that a ``lang`` attribute or a front matter key names; '' if it tells nothing."""
    value = value.strip().strip("\"'").strip()
    named = languages().codes.get(value.lower())
    if named is not None:
        return named
    found = _CODE.fullmatch(value)
    code = found.group(1).lower() if found else ""
    return "" if code in _TELLS_NOTHING else {"eng": ENGLISH}.get(code, code)


def name_of(code: str) -> str:
    """What to call a language; its code, if it is none of those known."""
    return languages().names.get(code, code)


@dataclass(slots=True)
class Evidence:
    """What the words of some text speak for."""

    worth: Counter[str] = field(default_factory=Counter)
    strong: dict[str, set[str]] = field(default_factory=dict)
    """By language: its different strong words that were met."""

    def add(self, text: str) -> None:
        """Count the small words of ``text``, and its letters of other scripts."""
        words = languages().words
        for word in _WORD.findall(text):
            if (says := words.get(word)) is not None:
                for code, worth in says:
                    self._count(code, worth, word)
            elif word[0] >= _FIRST_SCRIPT:
                self._letters(word)
            elif word[0].isupper() and word[1:].islower():
                # A capital may begin a name: Meer, Sur, Nie.
                for code, _ in words.get(word.lower(), ()):
                    self._count(code, WEAK, word)

    def join(self, other: Evidence) -> None:
        """Count what ``other`` has counted."""
        self.worth.update(other.worth)
        for code, words in other.strong.items():
            self.strong.setdefault(code, set()).update(words)

    def verdict(self, *, whole: bool = False) -> str:
        """The language, if that is plain enough for a piece of a draft, or for the ``whole`` of one; else ''."""
        english = self.worth[ENGLISH]
        best, worth = max(
            ((code, n) for code, n in self.worth.items() if code != ENGLISH and code in self.strong),
            key=lambda each: (each[1], each[0]),
            default=("", 0),
        )
        needed, words = (_ENOUGH_IN_ALL, 1) if whole else (_ENOUGH, 2)
        if worth >= max(needed, 2 * english) and len(self.strong[best]) >= words:
            return best
        return ENGLISH if english >= needed and english >= worth else ""

    def _count(self, code: str, worth: int, word: str) -> None:
        self.worth[code] += worth
        if worth == STRONG:
            self.strong.setdefault(code, set()).add(word)

    def _letters(self, run: str) -> None:
        for script in languages().scripts:
            if script.first <= run[0] <= script.last:
                if len(run) >= script.least:
                    self.worth[script.code] += max(STRONG * len(run) // script.letters, 1)
                    self.strong.setdefault(script.code, set()).add(run)
                return


def guess(texts: Iterable[str]) -> list[str]:
    """The language of each text: its own where that is plain, else that of all of them; '' if neither is."""
    each = []
    for text in texts:
        evidence = Evidence()
        evidence.add(text)
        each.append(evidence)
    verdicts = [evidence.verdict() for evidence in each]
    if all(verdicts):
        return verdicts
    whole = Evidence()
    for evidence in each:
        whole.join(evidence)
    rest = whole.verdict(whole=True)
    return [verdict or rest for verdict in verdicts]
