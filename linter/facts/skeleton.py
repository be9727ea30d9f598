"""Proposed facts as a facts file that an editor completes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from linter.facts.gather import Proposal, Proposed
from linter.model import Caveat, Source

_HEAD = """\
# Proposed by `medlint facts extract`: what the drafts say, not what is known. Of each fact: find the source, complete
# it under `sources:` (until then its title begins with TODO), give the source's own words as
# `source: {ref: …, quote: "…"}`, correct the claim by them, and take away `status: draft`. Delete what is no fact.
version: 1
"""


def facts_file(proposed: Proposed) -> str:
    """The text of a facts file; empty where nothing is proposed."""
    if not proposed.proposals:
        return ""
    caveats = {c.id: c for p in proposed.proposals for c in p.fact.caveats}
    lines = []
    if proposed.terms:
        lines += ["", "terms:"]
        lines += [
            f"  {scalar(long)}: [{', '.join(map(scalar, short))}]" for long, short in proposed.terms.items()
        ]
    lines += ["", "sources:", *(line for s in _used(proposed) for line in _source(s))]
    if caveats:
        lines += ["", "caveats:", *(line for c in caveats.values() for line in _caveat(c))]
    lines += ["", "facts:", *(line for p in proposed.proposals for line in _fact(p))]
    return _HEAD + "".join(f"{line}\n" for line in lines)


def _used(proposed: Proposed) -> Iterable[Source]:
    return [s for s in proposed.sources.values() if any(p.fact.source.id == s.id for p in proposed.proposals)]


def _source(source: Source) -> Iterator[str]:
    yield f"  {source.id}:"
    yield f"    title: {scalar(source.title)}"
    if source.publisher:
        yield f"    publisher: {scalar(source.publisher)}"
    if source.published:
        yield f"    published: {source.published}"
    if source.aka:
        yield f"    aka: [{', '.join(map(scalar, source.aka))}]"


def _caveat(caveat: Caveat) -> Iterator[str]:
    yield f"  {caveat.id}:"
    yield f"    say: {scalar(caveat.say)}"
    yield f"    any_of: [{', '.join(map(scalar, caveat.any_of))}]"


def _fact(proposal: Proposal) -> Iterator[str]:
    fact = proposal.fact
    first, *others = proposal.places
    yield f"  {fact.id}:  # {first}" + (f"; also {', '.join(map(str, others))}" if others else "")
    for dispute in proposal.disputes:
        yield f"    # disagrees: {dispute}"
    if proposal.leans:
        yield "    # has a word for what stands before it: name that instead"
    for caveat in proposal.beside:
        yield f"    # near it in some drafts only: {' '.join(caveat.say.split())}"
    yield f"    claim: {scalar(fact.claim)}"
    if fact.value:
        yield f"    value: {scalar(fact.value, quoted=True)}"
    if fact.pair:
        yield f"    pair: [{', '.join(map(scalar, fact.pair))}]"
    if proposal.years:
        yield f"    {'period' if '–' in proposal.years else 'as_of'}: {proposal.years}"
    yield f"    source: {fact.source.id}"
    if fact.caveats:
        yield f"    caveats: [{', '.join(c.id for c in fact.caveats)}]"
    yield "    status: draft"


def scalar(text: str, *, quoted: bool = False) -> str:
    """A string on one line, in quotes where YAML (in brackets, too) needs them, or always."""
    import yaml

    options: Mapping[str, Any] = {"width": float("inf"), "allow_unicode": True}
    style = '"' if quoted or any(char in text for char in ",[]{}#&*!|>%@`\"'") else None
    return str(yaml.safe_dump(text, default_style=style, **options)).removesuffix("\n").removesuffix("\n...")
