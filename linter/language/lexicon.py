"""The lexicon: which words name one concept, and which concepts exclude each other.

The data are text files beside this module (``lexicon/``), laid out as ``lexicon_files`` says:
``[kind]`` names what the concepts under it are, and ``[brand]`` holds ``brand: generic``.
``contrasts.txt`` holds the contrast sets and what a disease implies.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from linter.cache import cached
from linter.language import lex, lexicon_files, words
from linter.language.lex import fold
from linter.language.lexicon_files import BRAND, BROADER, CONCEPT_SECTIONS, CONTRAST_SECTIONS, IMPLIED, Entry
from linter.language.words import lemma
from linter.patterns import Pattern

_FILES = ("statistics", "conditions", "anatomy", "care", "people", "drugs", "organisations")
SKIPPED = frozenset(
    "the a an of in to for with by on at from 's their his her its our your one's any as".split()
)
"""Words that a form matches with or without."""


Form = tuple[tuple[str, ...], str, str, bool]
"""One way to write one concept: the lemmas after the first, the concept, the spelling that a match
must have ('' for any), and whether it is weak evidence."""


@dataclass
class Lexicon:
    """Concepts by their forms, kinds, broader concepts and contrast sets."""

    forms: dict[str, list[Form]] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    broader: dict[str, set[str]] = field(default_factory=dict)
    brands: dict[str, str] = field(default_factory=dict)
    """Brand name in lower case to generic name."""
    contrasts: dict[str, tuple[str, str, tuple[str, ...]]] = field(default_factory=dict)
    """Name to group (one of ``lexicon_files.GROUPS``), name, members."""
    sets_of: dict[str, list[str]] = field(default_factory=dict)
    """Concept to the names of the contrast sets it is a member of."""

    implied: dict[str, frozenset[str]] = field(default_factory=dict)
    """Concept to the concepts that go without saying it: 'man' to 'prostate cancer'."""

    _ancestors: dict[str, frozenset[str]] = field(default_factory=dict)
    _above: dict[frozenset[str], frozenset[str]] = field(default_factory=dict)

    def add(self, concept: str, form: str, kind: str = "") -> None:
        """Let ``form`` name ``concept``. A question mark behind the form makes it weak evidence."""
        weak = form.endswith("?")
        form = fold(form.rstrip("?").strip())
        lemmas = words_of(form)
        if not lemmas:
            return
        exact = form if len(form) <= 8 and form.isupper() and any(c.isalpha() for c in form) else ""
        entries = self.forms.get(lemmas[0], [])
        rest = tuple(lemmas[1:])
        if all(e[0] != rest or e[1] != concept for e in entries):
            self.forms[lemmas[0]] = [*entries, (rest, concept, exact, weak)]
        self.kinds.setdefault(concept, kind or "unknown")

    def finish(self) -> None:
        """Index the contrast sets; called once after the last ``add``."""
        for name, (_, _, members) in self.contrasts.items():
            for member in members:
                sets = self.sets_of.setdefault(member, [])
                if name not in sets:
                    sets.append(name)

    def ancestors(self, concept: str) -> frozenset[str]:
        """Every concept broader than ``concept``."""
        known = self._ancestors.get(concept)
        if known is None:
            found: set[str] = set()
            queue = [concept]
            while queue:
                for above in self.broader.get(queue.pop(), ()):
                    if above not in found:
                        found.add(above)
                        queue.append(above)
            known = self._ancestors[concept] = frozenset(found)
        return known

    def above(self, concepts: Iterable[str]) -> frozenset[str]:
        """Every concept broader than any of these."""
        asked = frozenset(concepts)
        known = self._above.get(asked)
        if known is None:
            known = self._above[asked] = frozenset().union(*map(self.ancestors, asked))
        return known

    def extended(
        self,
        terms: Mapping[str, Iterable[str]],
        contrasts: Mapping[str, Iterable[str]],
        names: Iterable[str] = (),
    ) -> Lexicon:
        """A copy with a desk's own terms and contrasts on top, and ``names`` as concepts if they are none."""
        copy = Lexicon(
            dict(self.forms), dict(self.kinds), self.broader, self.brands, dict(self.contrasts), implied=self.implied,
        )  # fmt: skip
        for head, others in terms.items():
            concept = copy.concept_of(head) or head.lower()
            above = copy.staged(head) if concept == head.lower() else set()
            if above:
                copy.broader = {**copy.broader, concept: above}
            for form in (head, *others):
                for same in (form, *_same_deed(form)):
                    copy.add(concept, same, "condition" if above else "term")
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

    def staged(self, name: str) -> set[str]:
        """The stage and the disease that a name is made of: 'distant melanoma'; empty for any other."""
        first, _, rest = name.partition(" ")
        parts = [self.concept_of(first), self.concept_of(rest)] if rest else []
        kinds = [self.kinds.get(p) for p in parts if p]
        return {p for p in parts if p} if kinds == ["stage", "condition"] else set()

    def concept_of(self, form: str) -> str | None:
        """The concept that ``form`` as a whole names, the strongest reading first."""
        lemmas = words_of(fold(form))
        if not lemmas:
            return None
        found = [
            e
            for e in self.forms.get(lemmas[0], ())
            if e[0] == tuple(lemmas[1:]) and (not e[2] or e[2] == form)
        ]
        found.sort(key=lambda e: (e[3], self.kinds.get(e[1]) == "light"))
        return found[0][1] if found else None


_DEEDS = (
    ("surgery", "operation", "procedure"),
    ("removal", "removed"),
    ("jab", "vaccine", "vaccination", "shot"),
)


def _same_deed(form: str) -> list[str]:
    """'Keyhole gallbladder operation' for the desk's 'keyhole gallbladder surgery'."""
    rest, _, last = form.rpartition(" ")
    deeds = next((group for group in _DEEDS if last.lower() in group), ()) if rest else ()
    return [f"{rest} {deed}" for deed in deeds if deed != last.lower()]


_LETTER = Pattern(r"(?<=\w)[ (]([A-Z])\b\)?")
"""The letter of a name, 'hepatitis A', which is no article."""
_ARTICLES = frozenset("the a an 's their his her its our your one's any".split())


def words_of(form: str) -> list[str]:
    """The lemmas of a form, small words and hyphens left out.

    A phrasal verb keeps its particle: 'live with' is not 'live', 'go on' is not 'go'.
    """
    plain = (
        _LETTER.sub(r" \1~", form)
        .lower()
        .replace("-", " ")
        .replace("/", " ")
        .replace("(", " ")
        .replace(")", " ")
        .replace(".", "")
    )
    parts = [w.rstrip("~") for w in ([w for w in plain.split() if w not in _ARTICLES] or plain.split())]
    kept = [w for w in parts if w not in SKIPPED or w == "a" or "…" in parts]
    return [lemma(w) for w in (kept if len(kept) > 1 or len(parts) == 1 else parts)]


@cache
def builtin() -> Lexicon:
    """The lexicon that ships with medlint.

    Raises:
        InputError: with every slip in its files.
    """
    folder = Path(__file__).parent / "lexicon"
    paths = {folder / f"{name}.txt": CONCEPT_SECTIONS for name in _FILES}
    contrasts = {folder / "contrasts.txt": CONTRAST_SECTIONS}
    modules = (__file__, lex.__file__, lexicon_files.__file__, words.__file__)

    def compile_files() -> Any:
        return _frozen(compiled(paths, contrasts))

    return cached("lexicon", (*paths, *contrasts, *map(Path, modules)), compile_files, _thawed)


def compiled(paths: Mapping[Path, Mapping[str, str]], contrasts: Mapping[Path, Mapping[str, str]]) -> Lexicon:
    """The lexicon that these files make, each with the sections it may have; InputError for slips."""
    lexicon = Lexicon()
    entries = lexicon_files.read_entries({**paths, **contrasts})
    for path, entry in entries:
        if path in contrasts:
            _add_set(lexicon, entry)
        else:
            _add(lexicon, entry)
    lexicon.finish()
    return lexicon


def _add(lexicon: Lexicon, entry: Entry) -> None:
    concept = entry.head.lower()
    if entry.section == BROADER:
        lexicon.broader.setdefault(concept, set()).add(entry.parts[0].lower())
    elif entry.section == BRAND:
        generic = entry.parts[0].lower()
        lexicon.brands[concept] = generic
        lexicon.add(generic, entry.head, "drug")
    else:
        for form in (entry.head, *entry.parts):
            lexicon.add(concept, form, entry.section)


def _add_set(lexicon: Lexicon, entry: Entry) -> None:
    members = tuple(part.lower() for part in entry.parts)
    if entry.section == IMPLIED:
        lexicon.implied[entry.head] = frozenset(members)
    else:
        lexicon.contrasts[entry.head] = (entry.section, entry.head, members)


def _frozen(lexicon: Lexicon) -> list[Any]:
    """A lexicon as JSON has it: what :func:`_thawed` reads."""
    listed = [
        {key: sorted(value) for key, value in part.items()} for part in (lexicon.broader, lexicon.implied)
    ]
    return [lexicon.forms, lexicon.kinds, listed[0], lexicon.brands, lexicon.contrasts, listed[1]]


def _thawed(value: Any) -> Lexicon:
    forms, kinds, broader, brands, contrasts, implied = value
    lexicon = Lexicon(
        {first: [(tuple(rest), *of) for rest, *of in entries] for first, entries in forms.items()},
        dict(kinds),
        {concept: set(above) for concept, above in broader.items()},
        dict(brands),
        {name: (group, shown, tuple(members)) for name, (group, shown, members) in contrasts.items()},
        implied={concept: frozenset(others) for concept, others in implied.items()},
    )
    lexicon.finish()
    return lexicon
