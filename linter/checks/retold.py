"""A figure with the words that it is told in, by which the same telling with another figure is found."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from linter.checks.placed import Placed

Bounds = tuple[Fraction, Fraction]


@dataclass(frozen=True, slots=True)
class Over:
    """What stands over a figure: labels, lead-ins and headings, those of the page itself aside."""

    words: frozenset[str]
    telling: frozenset[str]
    """Those that name more than a part of any page, 'storage', 'summary'."""
    scopes: frozenset[str]
    """Words that say of whom, where, for what."""
    groups: frozenset[str]
    """Those of the scopes that say of whom, or for which disease or drug."""
    marks: frozenset[str]
    """Its numbers."""
    turns: frozenset[str]
    """What makes it one of several: 'week 4', 'B', 'June'."""
    labelled: frozenset[str]
    """Those of its label, or of the term that it explains, without those of headings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told(Placed):
    """A figure with the words it is told in. Sets of words hold their roots, see ``retold_words``."""

    bounds: Bounds
    """Those of its figure."""
    size: float
    """The middle of them."""
    thing: str
    """What is counted: 'station' of '24 dialysis stations'."""
    core: frozenset[str]
    """The words of its own statement; of a cell, those of the cell and of its row's label."""
    said: frozenset[str]
    """Those of its whole sentence, or row."""
    title: frozenset[str]
    """Those of the page's title and first heading."""
    title_kinds: frozenset[tuple[str, str]]
    """Those of the title that say of whom, where, for what, each with which of these."""
    title_turns: frozenset[str]
    """What makes its page one of several: 'b' of 'Hospital B'."""
    names: frozenset[str]
    """Those of its sentence that are written with a capital."""
    opening: frozenset[str]
    """What its sentence opens with, up to a comma, sides included: 'After a hip replacement, …'."""
    conditional: bool
    """True where that is a condition: 'If it is taken out, …'."""
    restricts: frozenset[str]
    """Words of its sentence that say of whom, where, for what."""
    over: Over
    lead: frozenset[str]
    """The first word of its paragraph and the numbers beside that, where it stands in a later sentence: 'Ligation repeats … It …'."""
    section: int
    """Which heading of the page it stands under, counted."""
    near: frozenset[tuple[str, Bounds]]
    """The other figures of its sentence, with their dimension."""
    companions: frozenset[tuple[str, Bounds]]
    """Those of its own statement."""
    beside: frozenset[Bounds]
    """Every other figure of its sentence, or of its row."""
    paragraph: frozenset[Bounds]
    """Every figure of its block."""
    years: frozenset[int]
    steps: frozenset[str]
    """Which turn it tells of: 'second', 'extra'."""
    sides: frozenset[str]
    """'before', 'after'."""
    studies: frozenset[str]
    """Names in capitals, AURORA-HF, of its paragraph and its page."""
    kinds: frozenset[tuple[str, str]]
    """What its sentence and labels name, each with what sort of thing it is: ('anatomy', 'knee')."""
    asks: frozenset[str]
    """Which questions it answers, see ``asked.txt``."""
    private: bool
    """True for what every text has its own of: one person's age, the number of a record, 'the past two weeks', what somebody says."""
    labels: frozenset[str]
    """The numbers that name something in its statement: '4' of 'ward 4'."""
    aimed: bool
    """True for what is hoped for, not so."""
    negated: bool
    most: bool
    """True where it is a limit."""
    siblings: tuple[object, ...]
    """The same for the items of one list and the cells of one table."""
    row: bool
    """True for a cell of a table."""
    wording: tuple[str, ...]
    """All words of its own statement, sorted."""
    fragment: bool
    """True for a line of notes, which is no sentence."""
    drugs: frozenset[str]
    period: str
    """Over what a limit holds: 'day', 'week'."""
