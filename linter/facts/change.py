"""Changes of facts in place: another value, a withdrawal, another id, a draft that moved.

Each gives the new text of one file. Before it counts, the text is read again: nothing may be wrong
that was not wrong before, and no other fact may have changed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import yaml

from linter.claims.claim_figure import figure_for, rank_of, read_value
from linter.errors import InputError, Place, Problem
from linter.facts.audit import audit
from linter.facts.load import Survey, survey
from linter.facts.sheet import Sheet, quoted
from linter.facts.values import value_text
from linter.language.figure import Figure
from linter.language.ordinals import read_rank
from linter.language.quantities import read_figures
from linter.model import Fact, FactsFile, Source
from linter.patterns import AnyCase, Pattern
from linter.whole_file import read_whole, write_whole

_SIGNS = {"<": "less than ", ">": "more than ", "≤": "at most ", "≥": "at least "}
_BEHIND = ("claim", "value", "period", "as_of")
_ID = Pattern(r"[^\W_][\w./+-]*")


@dataclass(frozen=True)
class Rewriting:
    """A facts file as it was read, and as it is to be."""

    path: str
    old: bytes
    new: bytes
    after: Survey
    """The facts as they will be read, this file's new text included."""

    def save(self) -> None:
        """Write it. InputError, and nothing is written, if the file is not what was read any more."""
        write_whole(self.path, self.new, instead_of=self.old)


@dataclass(frozen=True)
class NewValue:
    """What ``set`` was told."""

    value: str
    source: str
    as_of: int | None = None
    period: str = ""
    quote: str = ""
    locator: str = ""


def set_value(facts: FactsFile, fact: Fact, new: NewValue, today: date) -> Rewriting:
    """The fact with another figure or answer; the old one goes to ``superseded``.

    Raises:
        InputError: the fact has no such value, or the source is not there.
    """
    if new.source not in facts.sources:
        raise _refused(fact, f'there is no source "{new.source}": add it under sources: first')
    old = value_text(fact)
    if fact.pair or (not fact.among and figure_for(fact, old) is None):
        raise _refused(fact, "has no value that could change: withdraw it, and write a new fact")
    if old.casefold() == new.value.casefold():
        raise _refused(fact, f'has the value "{old}" already')
    claim = _answered(fact, old, new.value) if fact.among else _figured(fact, old, new.value)

    def edit(sheet: Sheet) -> None:
        at = ("facts", fact.id)
        _write_claim(sheet, fact, claim, at)
        if sheet.has(*at, "value"):
            sheet.write(new.value, *at, "value", quoted=True)
        elif not fact.among and len([f for f in read_figures(claim) if f.is_claim]) > 1:
            sheet.add(quoted(new.value), *at, "value", after=("claim",))
        for key, value in (("as_of", new.as_of and str(new.as_of)), ("period", new.period)):
            if value and sheet.has(*at, key):
                sheet.put(value, *at, key)
            elif value:
                sheet.add(value, *at, key, after=_BEHIND)
        _write_source(sheet, fact, new, at)
        year = fact.as_of or (fact.period[1] if fact.period else None)
        kept = [f"value: {quoted(old)}", *([f"as_of: {year}"] if year else []), f"until: {today}"]
        sheet.append(f"{{{', '.join(kept)}}}", *at, "superseded", after=(*_BEHIND, "source"))

    changed = _rewriting(facts, fact.place.path, edit, but=fact.id)
    held = changed.after.facts.facts.get(fact.id)
    if held is None or held.claim != claim:
        raise _refused(fact, "is written in a way that medlint cannot change: correct it by hand")
    return changed


def retire(facts: FactsFile, fact: Fact, why: str) -> Rewriting:
    """The fact, withdrawn, with the reason."""
    if fact.status == "withdrawn":
        raise _refused(fact, "is withdrawn already")

    def edit(sheet: Sheet) -> None:
        at = ("facts", fact.id)
        for key, value in (("status", "withdrawn"), ("why", why)):
            if sheet.has(*at, key):
                sheet.write(value, *at, key)
            else:
                text = value if key == "status" else quoted(value)
                sheet.add(text, *at, key, after=(*_BEHIND, "source", "status"))

    return _rewriting(facts, fact.place.path, edit, but=fact.id)


def rename(facts: FactsFile, fact: Fact, new: str) -> Rewriting:
    """The fact under another id."""
    if not _ID.fullmatch(new):
        raise _refused(fact, f'"{new}" is no id: write letters, digits and hyphens, with no spaces')
    if new in facts.facts:
        raise _refused(fact, f"there is a fact {new} already ({facts.facts[new].place})")
    return _rewriting(
        facts, fact.place.path, lambda sheet: sheet.rename(new, "facts", fact.id), but=fact.id, new=new
    )


def move_draft(facts: FactsFile, old: str, new: str) -> list[Rewriting]:
    """Every facts file that names the draft ``old`` in an ``appears_in``, with ``new`` there."""
    changed = []
    for path in facts.files:
        here = [f for f in facts.facts.values() if f.place.path == path and old in f.appears_in]
        if here:

            def edit(sheet: Sheet, here: list[Fact] = here) -> None:
                for fact in here:
                    at = ("facts", fact.id, "appears_in")
                    for number, item in enumerate(sheet.items(*at)):
                        if item == old:
                            sheet.write_item(number, new, *at)

            changed.append(_rewriting(facts, path, edit, drafts=True))
    return changed


def pin(facts: FactsFile, path: str, digests: dict[str, str]) -> Rewriting:
    """A facts file with the digests of its sources' copies, by id."""

    def edit(sheet: Sheet) -> None:
        for id, digest in digests.items():
            if sheet.has("sources", id, "sha256"):
                sheet.write(digest, "sources", id, "sha256")
            else:
                sheet.add(digest, "sources", id, "sha256", after=("file",))

    return _rewriting(facts, path, edit)


def _rewriting(
    facts: FactsFile, path: str, edit: Callable[[Sheet], None], but: str = "", new: str = "", drafts: bool = False
) -> Rewriting:  # fmt: skip
    """The file with an edit, read again and found sound. ``but`` may change, and becomes ``new`` if given."""
    old = read_whole(path)
    text = old.decode("utf-8")
    try:
        sheet = Sheet(text)
        edit(sheet)
        edited = sheet.edited()
    except (yaml.YAMLError, ValueError) as error:
        raise InputError(Problem(Place(path), f"cannot be edited: {' '.join(str(error).split())}")) from None
    after = survey(facts.path, {os.path.realpath(path): edited})
    wrong = {p.message for p in (*after.problems, *audit(after.sound))}
    before = survey(facts.path, {os.path.realpath(path): text})
    wrong -= {p.message for p in (*before.problems, *audit(before.sound))}
    if wrong:
        raise InputError(
            *(Problem(Place(path), f"nothing is written: {message}") for message in sorted(wrong))
        )
    if _others(before, {but}, drafts) != _others(after, {but, new}, drafts):
        message = "cannot be edited without changing another fact: correct it by hand"
        raise InputError(Problem(Place(path), message))
    return Rewriting(path, old, edited.encode("utf-8"), after)


def _others(found: Survey, but: set[str], drafts: bool) -> dict[str, Fact]:
    """All facts but these, without where they stand."""
    return {
        id: replace(
            fact, source=_unpinned(fact.source), place=Place(""), appears_in=() if drafts else fact.appears_in
        )
        for id, fact in found.facts.facts.items()
        if id not in but
    }


def _unpinned(source: Source) -> Source:
    return replace(source, sha256="")


def _refused(fact: Fact, message: str) -> InputError:
    return InputError(Problem(fact.place, f"fact {fact.id}: {message}"))


def _figured(fact: Fact, old: str, new: str) -> str:
    """The claim with the new figure in the place of the old one."""
    rank = rank_of(fact)
    if rank is not None:
        return _ranked(fact, rank, new)
    was, becomes = read_value(old), read_value(new)
    assert was is not None
    if becomes is None:
        raise _refused(fact, f'"{new}" is no figure: write one such as "{old}"')
    if becomes.dimension != was.dimension:
        raise _refused(fact, f'"{new}" is another kind of quantity than "{old}": write it like that')
    for figure in read_figures(fact.claim):
        if (figure.dimension, figure.bounds) == (was.dimension, was.bounds):
            start = figure.lead if was.qualifier in ("over", "under", "at-least", "at-most") else figure.start
            return fact.claim[:start] + _in_words(new, fact.claim[:start]) + fact.claim[figure.end :]
    return fact.claim  # the value is in the quote alone


def _ranked(fact: Fact, rank: Figure, new: str) -> str:
    """The claim with the new rank in the place of the old one: 'third' for the fourth of 'fourth leading' as well."""
    if read_rank(new) is None:
        raise _refused(fact, f'"{new}" is no rank: write one such as "5th"')
    told = fact.claim[rank.start : rank.end]
    number = _NUMBER.match(told)
    kept = told[number.end() :] if number and _NUMBER.fullmatch(new) else ""
    return fact.claim[: rank.start] + new + kept + fact.claim[rank.end :]


_NUMBER = AnyCase(r"(?:#|no\.? ?|number[ -])?[^\W_]+")


def _in_words(value: str, before: str) -> str:
    """``>50`` as a sentence has it: more than 50."""
    word = _SIGNS.get(value[:1], "")
    text = word + value[1:].lstrip() if word else value
    return text if before.strip() else text[:1].upper() + text[1:]


def _answered(fact: Fact, old: str, new: str) -> str:
    """The claim with the new answer in the place of the old one."""
    if new.casefold() not in {answer.casefold() for answer in fact.among}:
        raise _refused(fact, f'"{new}" is not among {", ".join(fact.among)}: add it there first')
    found = list(re.finditer(rf"(?i)(?<!\w){re.escape(old)}(?!\w)", fact.claim))
    if len(found) != 1:
        return fact.claim
    start, end = found[0].span()
    word = new[:1].upper() + new[1:] if fact.claim[start].isupper() else new
    return fact.claim[:start] + word + fact.claim[end:]


def _write_claim(sheet: Sheet, fact: Fact, claim: str, at: tuple[str, ...]) -> None:
    """The new claim: only what is other about it, where that is written on one line."""
    if claim == fact.claim:
        return
    start = next(i for i, (a, b) in enumerate(zip(fact.claim, claim, strict=False)) if a != b)
    tail = 0
    while tail < min(len(claim), len(fact.claim)) - start and claim[-1 - tail] == fact.claim[-1 - tail]:
        tail += 1
    # Whole words, so that what is exchanged is met once.
    start = fact.claim.rfind(" ", 0, start) + 1
    stop = fact.claim.find(" ", len(fact.claim) - tail)
    tail = len(fact.claim) - stop if stop >= 0 else 0
    old, new = fact.claim[start : len(fact.claim) - tail], claim[start : len(claim) - tail]
    if not sheet.exchange(old, new, *at, "claim"):
        sheet.write(claim, *at, "claim")


def _write_source(sheet: Sheet, fact: Fact, new: NewValue, at: tuple[str, ...]) -> None:
    """The source, and its words: those of another source, or of an older figure, are not this one's."""
    told = {"quote": new.quote, "locator": new.locator}
    if not sheet.is_map(*at, "source"):
        keys = [f"{key}: {quoted(text)}" for key, text in told.items() if text]
        if keys:
            sheet.put(f"{{{', '.join([f'ref: {new.source}', *keys])}}}", *at, "source")
        elif new.source != fact.source.id:
            sheet.write(new.source, *at, "source")
        return
    if new.source != fact.source.id:
        sheet.write(new.source, *at, "source", "ref")
    for key, text in told.items():
        there = sheet.has(*at, "source", key)
        if text and there:
            sheet.write(text, *at, "source", key, quoted=True)
        elif text:
            sheet.add(quoted(text), *at, "source", key, after=("ref", "quote"))
        elif there and new.source != fact.source.id:
            sheet.drop(*at, "source", key)
