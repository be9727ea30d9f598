"""A facts file as plain data, and back: what the cache of a big library keeps."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

from linter.errors import Place
from linter.model import Caveat, Examples, Fact, FactsFile, Retraction, Source, Superseded

_SPECIAL = frozenset({"place", "key_places", "source", "caveats", "superseded", "examples", "retraction"})
_DATES = frozenset({"review_by", "valid_until"})
_FACT = tuple(f.name for f in fields(Fact) if f.name not in _SPECIAL)
_SOURCE = tuple(f.name for f in fields(Source) if f.name not in _SPECIAL)


def freeze(facts: FactsFile) -> dict[str, Any]:
    """Lists, maps, texts and numbers alone."""
    files = {name: number for number, name in enumerate(facts.files)}

    def at(place: Place) -> list[int]:
        return [files[place.path], place.line, place.column]

    return {
        "path": facts.path,
        "files": list(facts.files),
        "terms": {name: list(words) for name, words in facts.terms.items()},
        "contrasts": {name: list(words) for name, words in facts.contrasts.items()},
        "sources": [
            [[getattr(s, name) for name in _SOURCE], _retraction(s.retraction), at(s.place)]
            for s in facts.sources.values()
        ],
        "caveats": [[c.id, c.say, c.any_of, c.within, at(c.place)] for c in facts.caveats.values()],
        "facts": [
            [
                [_plain(getattr(f, name)) for name in _FACT],
                f.source.id,
                [c.id for c in f.caveats],
                [[o.value, o.as_of, _plain(o.until)] for o in f.superseded],
                [f.examples.agrees, f.examples.conflicts, f.examples.silent],
                at(f.place),
                {name: at(place) for name, place in f.key_places.items()},
            ]
            for f in facts.facts.values()
        ],
    }


def thaw(data: dict[str, Any]) -> FactsFile:
    """What :func:`freeze` was given."""
    files = tuple(data["files"])

    def place(at: list[int]) -> Place:
        return Place(files[at[0]], at[1], at[2])

    sources = {}
    for values, seen, at in data["sources"]:
        known = {name: _tuple(value) for name, value in zip(_SOURCE, values, strict=True)}
        retraction = None if seen is None else Retraction(seen[0], _date(seen[1]))
        sources[known["id"]] = Source(**known, retraction=retraction, place=place(at))
    caveats = {
        id: Caveat(id, say, tuple(any_of), within, place(at))
        for id, say, any_of, within, at in data["caveats"]
    }
    facts = {}
    for values, ref, listed, superseded, examples, at, keys in data["facts"]:
        known = {name: _tuple(value) for name, value in zip(_FACT, values, strict=True)}
        for name in _DATES:
            known[name] = _date(known[name])
        facts[known["id"]] = Fact(
            **known,
            source=sources[ref],
            caveats=tuple(caveats[id] for id in listed),
            superseded=tuple(Superseded(value, as_of, _date(until)) for value, as_of, until in superseded),
            examples=Examples(*map(tuple, examples)),
            place=place(at),
            key_places={name: place(where) for name, where in keys.items()},
        )
    terms, contrasts = (
        {name: tuple(words) for name, words in data[section].items()} for section in ("terms", "contrasts")
    )
    return FactsFile(data["path"], facts, sources, caveats, terms, contrasts, files)


def _retraction(seen: Retraction | None) -> list[str | None] | None:
    return None if seen is None else [seen.status, _plain(seen.checked)]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
