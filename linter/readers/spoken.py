"""What the arguments and attributes of a tag show the reader of the page."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal, NamedTuple

from linter.patterns import Pattern
from linter.readers.sifted import Part, Spoken
from linter.readers.template_words import folded, template_words

STRING = Pattern(r"(?<!\w)(?:\"((?:[^\"\\]|\\.)*+)\"|'((?:[^'\\]|\\.)*+)'|`((?:[^`\\]|\\.)*+)`)")
"""A string; the mark before a quotation mark that is an apostrophe is a letter."""
_KEY = r"([A-Za-z][\w.:-]{0,60})[\"']?\s{0,9}(?:=>|[=:])\s{0,9}\{?\s{0,9}"
KEY = Pattern(rf"{_KEY}$")
""" ``caption=`` before a value, also ``caption:``, ``"caption":``, ``caption={`` and ``caption =>``. """
LIST = Pattern(rf"{_KEY}\[\s{{0,9}}$")
""" ``points={[`` before the first text of a list. """
COMMA = Pattern(r"\s*+,\s*+")
OPERATOR = frozenset("=<>!+~&|:?*/")
ESCAPE = Pattern(r"\\(.)")
WORDS = Pattern(r"\S\s+\S+\s+\S")
FIGURE = Pattern(r"\s*[<>≤≥~≈]?\s*\d[\d.,–-]{0,12}\s?(?:%|[A-Za-z]{1,10}(?:\s\d[\d,.]{0,9})?)?\s*")
"""60%, 2.5 mg, 1 in 7."""
SMALL_WORD = Pattern(r"(?<!\S)[a-z]{2,}(?![A-Za-z])")
DATE_FORM = Pattern(r"%[-A-Za-z]")
NUMBER = Pattern(r"\d[\d.,]*")
_BEFORE = 90


class _Value(NamedTuple):
    role: Literal["prose", "figure"]
    start: int
    end: int
    is_html: bool = False


def spoken(source: str, start: int, end: int, names: Collection[str], *, bare: bool) -> tuple[Spoken, ...]:
    """What ``source[start:end]``, the inside of a tag, says; a figure with the text beside it.

    ``names`` are further attributes that hold prose; with ``bare``, strings without a name count
    if they read like prose.
    """
    said: list[Spoken] = []
    waiting: _Value | None = None
    open_end = False
    for value in _values(source, start, end, names, bare):
        if value.role == "figure":
            if open_end and not _repeats(source, value, said[-1].parts[-1]):
                said[-1] = Spoken(
                    (
                        *said[-1].parts,
                        *_gap(said[-1].parts[-1][1], value.start),
                        (value.start, value.end, None),
                    )
                )
                open_end = False
            else:
                waiting = value
            continue
        parts = parts_of(source, value.start, value.end)
        if waiting is not None and not _repeats(source, waiting, parts[-1]):
            parts = ((waiting.start, waiting.end, None), *_gap(waiting.end, value.start), *parts)
        open_end, waiting = waiting is None and not value.is_html, None
        said.append(Spoken(parts, value.is_html))
    return tuple(said)


def _repeats(source: str, figure: _Value, prose: Part) -> bool:
    """Whether a figure is in the text beside it already, of which it may be the key."""
    number = NUMBER.search(source, figure.start, figure.end)
    return number is not None and source.find(number.group(), prose[0], prose[1]) >= 0


def _gap(start: int, end: int) -> tuple[Part, ...]:
    return ((start, max(end, start + 1), " "),)


def parts_of(source: str, start: int, end: int) -> tuple[Part, ...]:
    """The inside of a string, what is escaped as what it stands for."""
    parts: list[Part] = []
    for escape in ESCAPE.finditer(source, start, end) if source.find("\\", start, end) >= 0 else ():
        char = escape[1]
        parts += [(start, escape.start(), None), (*escape.span(), " " if char in "nrt" else char)]
        start = escape.end()
    return (*parts, (start, end, None))


def _values(source: str, start: int, end: int, names: Collection[str], bare: bool) -> Iterator[_Value]:
    words = template_words()
    listed, last = "", start
    for string in STRING.finditer(source, start, end):
        low, high = string.span(string.lastindex or 1)
        before = source[max(start, low - 1 - _BEFORE) : low - 1]
        key = KEY.search(before)
        if (opened := LIST.search(before)) is not None:
            listed = _name(opened[1])
        elif not COMMA.fullmatch(source, last, low - 1):
            listed = ""
        last = string.end()
        if not source[low:high].strip():
            continue
        name = listed if key is None else _name(key[1])
        if name in words["prose"] or name in names:
            yield _Value("prose", low, high, name in words["markup"])
        elif key is not None:
            if name in words["figure"] and FIGURE.fullmatch(source, low, high):
                yield _Value("figure", low, high)
        elif listed in words["lists"]:
            if reads_like_prose(source, low, high):
                yield _Value("prose", low, high)
        elif bare and before.rstrip()[-1:] not in OPERATOR:
            if FIGURE.fullmatch(source, low, high):
                yield _Value("figure", low, high)
            elif reads_like_prose(source, low, high):
                yield _Value("prose", low, high)


def _name(written: str) -> str:
    return folded(written.rpartition(":")[2] or written)


def reads_like_prose(source: str, start: int, end: int) -> bool:
    """Whether a string that nothing names holds words for readers, and no path or form of a date."""
    if DATE_FORM.search(source, start, end) or not WORDS.search(source, start, end):
        return False
    return len(SMALL_WORD.findall(source, start, end)) > 1
