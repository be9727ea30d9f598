"""What the features of the decision say, in words: a line for each in the file of weights."""

from __future__ import annotations

from pathlib import Path

_WORDS = Path(__file__).with_name("meanings.txt")
_LEVELS = {
    "own": "in its own words", "sentence": "in its sentence", "near": "near by", "topic": "in heading or title",
    "far": "far away", "absent": "nowhere", "instead": "another one in its place", "beside": "another one beside it",
}  # fmt: skip
_FIRST = {
    "lacks": "the claim's {} is said nowhere", "contrary": "another {} than the claim's", "same": "the claim's own {}",
    "restricted": "a {} that the claim does not have", "dropped": "the claim's {} is said nowhere",
    "extra": "a {} that the claim does not account for, by rarity", "narrower": "a narrower {} than the claim's",
    "new": "a {}, and the claim names none", "swap": "the claim's {} is lost, and another stands there",
    "both": "several members of one set: {}",
}  # fmt: skip
_EDITS = {
    "put in": "between the claim's words: a {}", "left out": "of the claim's words left out: its {}",
    "exchanged": "a {} in the place of the claim's words",
}  # fmt: skip


def _whole() -> dict[str, str]:
    """The meanings that are written out, from lines of a name, a bar and the meaning."""
    lines = (x for x in _WORDS.read_text("utf-8").splitlines() if x and not x.startswith("#"))
    return {name.strip(): words.strip() for name, words in (x.split("|") for x in lines)}


_WHOLE = _whole()


def meaning(name: str) -> str:
    """A feature in words.

    Raises:
        LookupError: the feature has a name of no known form, and no line in the file of meanings.
    """
    if (name or "constant") in _WHOLE:
        return _WHOLE[name or "constant"]
    slot, _, level = name.rpartition(" ")
    if slot in _EDITS:
        return _EDITS[slot].format(level)
    first, _, rest = name.partition(" ")
    if first in _FIRST and rest:
        thing, _, level = rest.rpartition(" ")
        if thing and level in _LEVELS:
            return f"{_FIRST[first].format(thing)}, {_LEVELS[level]}"
        return _FIRST[first].format(rest)
    if not slot or level not in _LEVELS:
        raise LookupError(f"{name!r} has no meaning in {_WORDS}")
    return f"the part of the claim that is its {slot}: {_LEVELS[level]}"
