"""What stands over a figure, as the roots of its words."""

from __future__ import annotations

from linter.checks.corpus_scope import scope_areas
from linter.checks.corpus_words import ASPECTS
from linter.checks.retold import Over
from linter.checks.retold_statement import without
from linter.checks.retold_words import CARERS, GROUPS, RESTRICTS, names, words
from linter.checks.view import View
from linter.claims.areas import Area
from linter.claims.needs import kind_of
from linter.language.calendar import MONTH_NAMES
from linter.language.lex import fold
from linter.language.text import Mention
from linter.patterns import AnyCase, Pattern

_LABEL = 4
"""Of more words than this, what opens a paragraph is no label."""
_STUDY = Pattern(r"\b[A-Z]{4,}(?:-[A-Z0-9]+)?\b")
_NUMBER = Pattern(r"\d+(?:[-./:]\d+)*[a-z]?")
_MONTHS = "|".join(MONTH_NAMES)
_TURN = Pattern(
    rf"(?<![\w'’])(?:[B-HJ-PR-Z](?![\w'’])|(?<!\S)A(?=\s*(?:$|[,.(–—])))|\b(?:{_MONTHS}|Spring|Summer|Autumn|Winter)\b"
    r"|\b(?:[Ww]eekday|[Ww]eekend|[Mm]orning|[Aa]fternoon|[Ee]vening|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s?\b"
    r"|\b(?:[Ww]eek|[Pp]hase|[Dd]ay|[Mm]onth|[Ss]tage|[Ss]tep|[Mm]odule|[Vv]ersion|[Rr]ound|[Vv]isit|[Gg]rade|[Cc]ycle)s?\s\d+"
)
"""'Hospital B', 'the June meeting', 'week 4': what tells two headings or two pages apart."""
_NAMED = 3
"""An opening that names more than so much is about several things."""
_YEAR = Pattern(r"\b(?:19|20)\d\d\b|\b\d{1,2}\s?(?:[-–]|to|and)\s?\d{1,2}\b")
"""'2024', '25 to 49'."""
_NUMBERING = AnyCase(r"^\W*(?:section |chapter )?\d+(?:\.\d+)*\.?\s")


class OverReader:
    """Reads labels, lead-ins and headings. The title and the first heading stand over everything, and tell nothing apart."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.lexicon = view.reader.reading.lexicon
        blocks = view.document.blocks
        first = next((i for i, b in enumerate(blocks) if b.kind == "heading"), None)
        self.heads = [i for i in dict.fromkeys((view.document.title, first)) if i is not None]
        said = " . ".join(fold(view.text(i)) for i in self.heads)
        self.title = frozenset(words(said))
        opening = next((i for i, b in enumerate(blocks) if b.kind == "paragraph" and b.text), None)
        self.title |= frozenset(w for b in blocks if b.kind == "title" for w in words(fold(b.text)))
        if opening is not None:
            figures = view.reader.reading.block(opening).figures
            named = names(without(fold(view.text(opening)), figures, 0))
            self.title |= (
                named if len(named) <= _NAMED else frozenset()
            )  # whose page it is: 'the Silver plan'
        self.title_kinds = frozenset(
            (kind, word)
            for m in self.title_mentions()
            if (kind := kind_of(m.readings[0], self.lexicon)) in RESTRICTS
            for word in words(m.text)
        )
        self.title_turns = frozenset(w.lower() for p in (_TURN, _YEAR) for w in p.findall(said))
        self._studies = frozenset(_STUDY.findall(said))
        headings = [i for i, b in enumerate(blocks) if b.kind == "heading"]
        self._sections = {at: number for number, at in enumerate(headings, 1)}
        self._known: dict[tuple[int, ...], tuple[Over, list[Mention]]] = {}

    def studies(self, text: str) -> frozenset[str]:
        """The names in capitals of a paragraph and of the page."""
        return self._studies.union(_STUDY.findall(text))

    def section(self, index: int) -> int:
        """Which heading a block stands under, counted from 1; 0 for none."""
        return self._sections.get(self.view.block(index).heading or 0, 0)

    def title_mentions(self) -> list[Mention]:
        """What the title and the first heading name."""
        return [m for i in self.heads for m in self.view.reader.reading.block(i).mentions]

    def question(self, index: int, start: int) -> str:
        """What is asked right over a figure: 'How long does it last?'"""
        for at, area in scope_areas(self.view.reader, index, start):
            said = area_text(area)
            if said.rstrip().endswith("?") and at not in self.heads:
                return said
        return ""

    def read(self, index: int, start: int) -> tuple[Over, list[Mention]]:
        """What stands over a figure of a block, and what that names."""
        areas = [
            (at, area)
            for at, area in scope_areas(self.view.reader, index, start)
            if at not in self.heads and (at != index or _is_label(area_text(area)))
        ]
        key = tuple(at for at, _ in areas)
        if index in key:
            return self._over([a for _, a in areas])
        if key not in self._known:
            self._known[key] = self._over([a for _, a in areas])
        return self._known[key]

    def _over(self, areas: list[Area]) -> tuple[Over, list[Mention]]:
        texts = [area_text(a) for a in areas]
        said = " . ".join(texts)
        mentions = [m for a in areas for m in a.mentions]
        marks = [frozenset(_NUMBER.findall(_NUMBERING.sub("", text))) for text in texts]
        labels = [m for a, m in zip(areas, marks, strict=True) if a.name != "heading"]
        return Over(
            frozenset(words(said)),
            frozenset(w for w in words(said) if w not in ASPECTS),
            self._of_kinds(mentions, RESTRICTS) | names(said if said != said.upper() else ""),
            self._of_kinds(mentions, GROUPS),
            frozenset().union(*marks),
            frozenset(w.lower() for text in texts for w in _TURN.findall(text)),
            frozenset().union(*labels),
        ), mentions

    def _of_kinds(self, mentions: list[Mention], kinds: frozenset[str]) -> frozenset[str]:
        told = (m for m in mentions if kind_of(m.readings[0], self.lexicon) in kinds)
        return frozenset(w for m in told for w in words(m.text)) - CARERS


def area_text(area: Area) -> str:
    """The words of an area, look-alike characters folded."""
    text = fold(area.reading.text)
    return " ".join(text[a:b] for a, b in area.spans) if area.spans else text


def _is_label(text: str) -> bool:
    """True for what may head a paragraph within it; no number of a section, no sentence."""
    return len(text.split()) <= _LABEL and not _NUMBER.fullmatch(text.strip(" .:"))
