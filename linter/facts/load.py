"""Facts files, with what they include, as the values the rest of medlint works on.

Everything that is wrong with them is reported in one run, in file order.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from linter.errors import InputError, Place, Problem
from linter.facts.includes import matches
from linter.facts.keys import FACT, FILE
from linter.facts.kinds import did_you_mean, is_null, report
from linter.located_yaml import load_yaml, parse_yaml
from linter.located_yaml.values import Map, Node, Seq, Text, texts_of
from linter.model import Caveat, Examples, Fact, FactsFile, Retraction, Source, Superseded

_SECTIONS = {
    "sources": "source",
    "caveats": "caveat",
    "facts": "fact",
    "terms": "term",
    "contrasts": "contrast",
}
_NO_FACTS = 'has no facts: write "facts:" and under it an id with a claim and a source'
_JUDGED = ("claim", "value", "period", "as_of", "superseded", "among", "pair")
"""What of a fact is held against the rest of it."""
_MAX_GUESSES = 100
"""Dangling ids that get a suggestion: each costs a look at every id, and more than these nobody reads."""


def load(path: str) -> FactsFile:
    """The facts file at ``path`` and all that it includes.

    Raises:
        InputError: with every mistake in them, in file order.
    """
    library = _Library(path)
    library.add(library.read(path, _NO_FACTS), path)
    return library.finish()


@dataclass(frozen=True)
class Survey:
    """A facts file as far as it could be read, with every mistake of reading it, in file order."""

    facts: FactsFile
    sound: FactsFile
    """The same without the facts that were read in part: what may be judged further."""
    problems: tuple[Problem, ...]
    mentioned: frozenset[str] | None = frozenset()
    """What stands in facts that could be read in part only, and may be an id; None if others could not be read at all."""


def survey(path: str, texts: Mapping[str, str] | None = None) -> Survey:
    """Like :func:`load`, for whoever wants to know all that is wrong, and not only the first kind of it.

    ``texts`` are read in place of the files at these paths, which are real ones.
    """
    library = _Library(path, texts)
    library.add(library.read(path, _NO_FACTS), path)
    return library.survey()


def in_order(problems: Iterable[Problem], files: Sequence[str]) -> list[Problem]:
    """Problems by file, in the order in which the files were read, then by place."""
    order = {name: number for number, name in enumerate(files)}
    return sorted(problems, key=lambda p: (order.get(p.place.path, 0), p.place.line, p.place.column))


def load_text(source: str, path: str = "facts.yaml") -> FactsFile:
    """Like :func:`load`, of a text that is at hand; ``path`` is where it counts as standing."""
    library = _Library(path)
    library.add(parse_yaml(source, path, library.problems, _NO_FACTS), path)
    return library.finish()


class _Library:
    """All files of one run while they are read: what is defined, where, and what is wrong."""

    def __init__(self, path: str, texts: Mapping[str, str] | None = None) -> None:
        self.path = path
        self.texts = texts or {}
        self.problems: list[Problem] = []
        self.files: list[str] = []
        self.seen: set[str] = set()
        self.sections: dict[str, dict[str, Any]] = {name: {} for name in _SECTIONS}
        self.keys: dict[str, dict[str, Text]] = {name: {} for name in _SECTIONS}
        """The located id of everything that was begun, right or wrong."""
        self.nodes: dict[str, Node] = {}
        """Of each fact: the located map it was read from."""
        self.begun: list[Node] = []
        """What stands below each id of a fact, right or wrong."""
        self.unread = False
        """True if facts may stand in something that could not be read."""
        self.guesses: dict[tuple[str, str], str] = {}

    # -- reading

    def read(self, path: str, empty: str) -> Map | None:
        text = self.texts.get(os.path.realpath(path)) if self.texts else None
        if text is not None:
            return parse_yaml(text, path, self.problems, empty)
        return load_yaml(path, self.problems, empty)

    def add(self, root: Map | None, path: str) -> None:
        self.files.append(path)
        self.seen.add(os.path.realpath(path))
        if root is None:
            self.unread = True
            return
        read = FILE.read(root, self.problems, ()) or {}
        for section, noun in _SECTIONS.items():
            node = root.values.get(section)
            if isinstance(node, Map):
                self.define(section, noun, node, read.get(section, {}))
            elif section == "facts" and node is not None and not is_null(node):
                self.unread = True
        patterns = root.values.get("include")
        if isinstance(patterns, Seq):
            for item in patterns.items:
                if isinstance(item, Text) and item.text.strip() and item.tag == "str":
                    self.include(item, path)

    def define(self, section: str, noun: str, node: Map, read: dict[str, Any]) -> None:
        known = self.keys[section]
        for key, item in node.items():
            if section == "facts":
                self.begun.append(item)
            if key.text in known:
                first = known[key.text].place
                message = f"is also in {first}: delete one or give it another id"
                report(self.problems, key, (f"{noun} {key.text}",), message)
                continue
            known[key.text] = key
            if section == "sources" and isinstance(item, Map) and not item.keys:
                report(self.problems, key, (f"{noun} {key.text}",), "says nothing: give at least a title")
            if key.text in read:
                self.sections[section][key.text] = read[key.text]
                if section == "facts":
                    self.nodes[key.text] = item

    def include(self, item: Text, path: str) -> None:
        pattern = item.text.strip()
        folder = os.path.dirname(path)
        try:
            found = matches(pattern, folder)
        except (ValueError, NotImplementedError, OSError, RecursionError) as error:
            message = f'"{pattern}" cannot be used ({error}): write a path or a glob such as facts/*.yaml'
            report(self.problems, item, ("include",), message)
            return
        own = os.path.realpath(path)
        if not any(os.path.realpath(name) != own for name in found):
            wrong = "is this very file" if found else f"matches no file in {folder or 'this folder'}"
            report(self.problems, item, ("include",), f'"{pattern}" {wrong}: correct or delete it')
        for name in found:
            # A file that was met before is not read again: includes may name each other in a circle.
            if os.path.realpath(name) not in self.seen:
                self.seen.add(os.path.realpath(name))
                self.add(self.read(name, "is empty: write facts into it or delete it"), name)

    # -- what the keys of one entry cannot know

    def finish(self) -> FactsFile:
        found = self.survey()
        if found.problems:
            raise InputError(*found.problems)
        return found.facts

    def survey(self) -> Survey:
        if not self.keys["facts"] and not self.unread:
            self.problems.append(Problem(Place(self.path), _NO_FACTS))
        read, keys = self.sections, self.keys
        sources = {name: _source(name, r, keys["sources"][name].place) for name, r in read["sources"].items()}
        caveats = {name: _caveat(name, r, keys["caveats"][name].place) for name, r in read["caveats"].items()}
        facts: dict[str, Fact] = {}
        for name, each in read["facts"].items():
            self.check(name, each)
            fact = self.fact(name, each, sources, caveats)
            if fact is not None:
                facts[name] = fact
        terms, contrasts = self.sections["terms"], self.sections["contrasts"]
        whole = FactsFile(self.path, facts, sources, caveats, terms, contrasts, tuple(self.files))
        sound = {name: fact for name, fact in facts.items() if self.is_sound(name)}
        problems = tuple(in_order(self.problems, self.files))
        return Survey(
            whole, replace(whole, facts=sound), problems, self.mentioned() if problems else frozenset()
        )

    def mentioned(self) -> frozenset[str] | None:
        return None if self.unread else frozenset(text for node in self.begun for text in texts_of(node))

    def is_sound(self, name: str) -> bool:
        """True where all is read that a fact is judged by: no key of these is wrong, or misspelt."""
        node, read = self.nodes[name], self.sections["facts"][name]
        assert isinstance(node, Map)
        source = node.values.get("source")
        if isinstance(source, Map) and "quote" in source.values and "quote" not in read["source"]:
            return False
        unread = [key for key, item in node.values.items() if key not in read and not _may_be_null(key, item)]
        return not any(key in _JUDGED or did_you_mean(key, _JUDGED) for key in unread)

    def check(self, name: str, read: dict[str, Any]) -> None:
        """Report the ids that ``read`` refers to and nothing defines, and a value that is no option."""
        node = self.nodes[name]
        assert isinstance(node, Map)
        if ref := read.get("source", {}).get("ref"):
            place = node.values["source"]
            self.refer("sources", ref, place.values["ref"] if isinstance(place, Map) else place, name)
        listed = node.values.get("caveats")
        for item in listed.items if isinstance(listed, Seq) else ():
            if isinstance(item, Text) and item.text.strip() in read.get("caveats", ()):
                self.refer("caveats", item.text.strip(), item, name)
        value, among = read.get("value"), read.get("among")
        if value and among and value.casefold() not in {option.casefold() for option in among}:
            guess = did_you_mean(value, among) or "add it, or correct the value"
            message = f'"{value}" is not among {", ".join(among)}: {guess}'
            report(self.problems, node.values["value"], (f"fact {name}", "value"), message)

    def refer(self, section: str, ref: str, node: Node, name: str) -> None:
        known = self.keys[section]
        if ref in known:
            return
        noun = _SECTIONS[section]
        guess = self.guesses.get((section, ref), "")
        if not guess and len(self.guesses) < _MAX_GUESSES:
            guess = self.guesses[section, ref] = did_you_mean(ref, known)
        advice = guess or f"define it under {section}:"
        report(self.problems, node, (f"fact {name}",), f'there is no {noun} "{ref}": {advice}')

    def fact(
        self, name: str, read: dict[str, Any], sources: dict[str, Source], caveats: dict[str, Caveat]
    ) -> Fact | None:
        citation = read.get("source", {})
        if "ref" not in citation or "claim" not in read:
            return None  # reported where it was found
        # A source that is not there is a mistake of its own: the rest of the fact can be judged all the same.
        source = sources.get(citation["ref"]) or Source(citation["ref"])
        key, node = self.keys["facts"][name], self.nodes[name]
        if "value" in read and "among" not in read:
            from linter.facts.values import whole_value

            read = {**read, "value": whole_value(read["value"], read["claim"])}
        kept = {k: v for k, v in read.items() if k not in ("source", "caveats", "superseded", "examples")}
        return Fact(
            id=name,
            source=source,
            quote=citation.get("quote", ""),
            locator=citation.get("locator", ""),
            caveats=tuple(caveats[ref] for ref in dict.fromkeys(read.get("caveats", ())) if ref in caveats),
            superseded=tuple(Superseded(**old) for old in read.get("superseded", ()) if "value" in old),
            examples=Examples(**read.get("examples", {})),
            place=key.place,
            key_places=dict(_key_places(node)),
            **kept,
        )


def _may_be_null(key: str, item: Node) -> bool:
    return is_null(item) and key in FACT.by_name and FACT.by_name[key].kind.may_be_empty


def _source(name: str, read: dict[str, Any], place: Place) -> Source:
    retraction = read.get("retraction")
    rest = {key: value for key, value in read.items() if key != "retraction"}
    seen = None if retraction is None else Retraction(**retraction)
    return Source(name, **rest, retraction=seen, place=place)


def _caveat(name: str, read: dict[str, Any], place: Place) -> Caveat:
    return Caveat(name, read.get("say", ""), read.get("any_of", ()), read.get("within", "document"), place)


def _key_places(node: Node) -> Iterator[tuple[str, Place]]:
    """Places by key, and inside lists and maps by a dotted name: superseded.0, examples.agrees.1."""
    if not isinstance(node, Map):
        return
    for key, item in node.items():
        yield key.text, key.place
        if isinstance(item, Seq):
            for number, entry in enumerate(item.items):
                yield f"{key.text}.{number}", entry.place
        elif isinstance(item, Map):
            for name, place in _key_places(item):
                yield f"{key.text}.{name}", place
