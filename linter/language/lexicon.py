"""The lexicon: which words name one concept, and which concepts exclude each other.

The data are text files beside this module (see ``lexicon/``): a line ``head: form, form`` is a
concept; ``[kind]`` names what the concepts under it are; ``[broader]`` holds ``narrow < broad``
lines and ``[brand]`` holds ``brand: generic``. ``contrasts.txt`` holds the contrast sets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from linter.language.lex import fold
from linter.language.words import lemma

_FILES = ("statistics", "conditions", "anatomy", "care", "people", "drugs", "organisations")
SKIPPED = frozenset("the a an of in to for with by on at from 's their his her its our your one's any as".split())
"""Words that a form matches with or without."""


@dataclass(slots=True)
class Entry:
    """One way to write one concept: the lemmas after the first, and what the match requires."""

    rest: tuple[str, ...]
    concept: str
    exact: str = ""
    weak: bool = False


@dataclass
class Lexicon:
    """Concepts by their forms, kinds, broader concepts and contrast sets."""

    forms: dict[str, list[Entry]] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    broader: dict[str, set[str]] = field(default_factory=dict)
    brands: dict[str, str] = field(default_factory=dict)
    """Brand name in lower case to generic name."""
    contrasts: dict[str, tuple[str, str, tuple[str, ...]]] = field(default_factory=dict)
    """Name to group ('scope' or 'measure'), name, members."""
    sets_of: dict[str, list[str]] = field(default_factory=dict)
    """Concept to the names of the contrast sets it is a member of."""

    def add(self, concept: str, form: str, kind: str = "") -> None:
        """Let ``form`` name ``concept``. A question mark behind the form makes it weak evidence."""
        weak = form.endswith("?")
        form = fold(form.rstrip("?").strip())
        words = words_of(form)
        if not words:
            return
        exact = form if len(form) <= 8 and form.isupper() and any(c.isalpha() for c in form) else ""
        entries = self.forms.setdefault(words[0], [])
        rest = tuple(words[1:])
        if all(e.rest != rest or e.concept != concept for e in entries):
            entries.append(Entry(rest, concept, exact, weak))
        self.kinds.setdefault(concept, kind or "unknown")

    def finish(self) -> None:
        """Put longer forms first; called once after the last ``add``."""
        for entries in self.forms.values():
            entries.sort(key=lambda e: -len(e.rest))
        for name, (_, _, members) in self.contrasts.items():
            for member in members:
                sets = self.sets_of.setdefault(member, [])
                if name not in sets:
                    sets.append(name)

    def ancestors(self, concept: str) -> set[str]:
        """Every concept broader than ``concept``."""
        found: set[str] = set()
        queue = [concept]
        while queue:
            for above in self.broader.get(queue.pop(), ()):
                if above not in found:
                    found.add(above)
                    queue.append(above)
        return found

    def extended(
        self, terms: Mapping[str, Iterable[str]], contrasts: Mapping[str, Iterable[str]], names: Iterable[str] = ()
    ) -> Lexicon:
        """A copy with a desk's own terms and contrasts on top, and ``names`` as concepts if they are none."""
        copy = Lexicon(
            {word: list(entries) for word, entries in self.forms.items()},
            dict(self.kinds), {c: set(b) for c, b in self.broader.items()}, dict(self.brands), dict(self.contrasts),
        )  # fmt: skip
        for head, names in terms.items():
            concept = copy.concept_of(head) or head.lower()
            for form in (head, *names):
                copy.add(concept, form, "term")
        for form in names:
            if copy.concept_of(form) is None:
                copy.add(form.lower(), form, "term" if len(form.split()) > 1 else "")
        for name, members in contrasts.items():
            heads = []
            for member in members:
                concept = copy.concept_of(member) or member.lower()
                copy.add(concept, member, "term")
                heads.append(concept)
            copy.contrasts["desk:" + name] = ("scope", name, tuple(heads))
        copy.finish()
        return copy

    def concept_of(self, form: str) -> str | None:
        """The concept that ``form`` as a whole names, the strongest reading first."""
        words = words_of(fold(form))
        if not words:
            return None
        found = [e for e in self.forms.get(words[0], ()) if e.rest == tuple(words[1:]) and (not e.exact or e.exact == form)]
        found.sort(key=lambda e: (e.weak, self.kinds.get(e.concept) == "light"))
        return found[0].concept if found else None


_LETTER = re.compile(r"(?<=\w)[ (]([A-Z])\b\)?")
"""The letter of a name, 'hepatitis A', which is no article."""
_ARTICLES = frozenset("the a an 's their his her its our your one's any".split())


def words_of(form: str) -> list[str]:
    """The lemmas of a form, small words and hyphens left out.

    A phrasal verb keeps its particle: 'live with' is not 'live', 'go on' is not 'go'.
    """
    plain = _LETTER.sub(r" \1~", form).lower().replace("-", " ").replace("/", " ").replace("(", " ").replace(")", " ").replace(".", "")
    words = [w for w in plain.split() if w not in _ARTICLES] or plain.split()
    words = [w.rstrip("~") for w in words]
    kept = [w for w in words if w not in SKIPPED or w == "a"]
    return [lemma(w) for w in (kept if len(kept) > 1 or len(words) == 1 else words)]


@cache
def builtin() -> Lexicon:
    """The lexicon that ships with medlint."""
    lexicon = Lexicon()
    folder = files("linter.language") / "lexicon"
    for name in _FILES:
        path = folder / f"{name}.txt"
        if path.is_file():
            _read(path.read_text(encoding="utf-8"), lexicon)
    _read_contrasts((folder / "contrasts.txt").read_text(encoding="utf-8"), lexicon)
    lexicon.finish()
    return lexicon


def _read(text: str, lexicon: Lexicon) -> None:
    kind = ""
    for line in text.splitlines():
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            kind = line[1:-1]
        elif kind == "broader":
            narrow, _, broad = line.partition("<")
            lexicon.broader.setdefault(narrow.strip().lower(), set()).add(broad.strip().lower())
        else:
            head, _, forms = line.partition(":")
            _entry(lexicon, kind, head.strip(), [f.strip() for f in forms.split(",") if f.strip()])


def _entry(lexicon: Lexicon, kind: str, head: str, forms: list[str]) -> None:
    concept = head.lower()
    if kind == "brand":
        generic = forms[0].lower() if forms else ""
        lexicon.brands[concept] = generic
        lexicon.add(generic, head, "drug")
        return
    lexicon.add(concept, head, kind)
    for form in forms:
        lexicon.add(concept, form, kind)


def _read_contrasts(text: str, lexicon: Lexicon) -> None:
    group = ""
    for line in text.splitlines():
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            group = line[1:-1]
            continue
        name, _, members = line.partition(":")
        lexicon.contrasts[name] = (group, name, tuple(m.strip().lower() for m in members.split("|")))
