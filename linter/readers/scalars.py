"""The text of one value of YAML, TOML or JSON: escapes resolved, white space folded, every place kept."""

from __future__ import annotations

from array import array
from collections.abc import Iterator

from linter.patterns import Pattern
from linter.readers.sifted import Sifted
from linter.readers.tree import Scalar

ESCAPE = Pattern(
    r"\\(?:x[0-9a-fA-F]{2}|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r?\n[ \t]*+|.)"
)
_NAMED = {"n": "\n", "t": "\t", "r": "\r", "b": "", "f": "", "0": "", "a": "", "v": "", "e": "",
          "_": "\xa0", "N": "\n", "L": "\n", "P": "\n"}  # fmt: skip
DOUBLED = Pattern("''")
_SPACES = Pattern(r"\s++")
_BREAK = Pattern(r"\r\n|[\r\n\x85\u2028\u2029]")


def text_of(source: str, scalar: Scalar) -> Sifted:
    """The value with the place in ``source`` of each of its characters."""
    parts: list[str] = []
    starts, ends = array("I"), array("I")
    pieces = _unescaped(source, scalar) if scalar.value is None else _aligned(source, scalar, scalar.value)
    for text, start, end in pieces:
        parts.append(text)
        if end - start == len(text):
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
        else:
            starts.extend([start] * len(text))
            ends.extend([end] * len(text))
    return Sifted("".join(parts), starts, ends)


# -- TOML and JSON ----------------------------------------------------------------------------


def unescaped(text: str) -> str:
    """What stands between quotation marks in which a backslash escapes."""
    return ESCAPE.sub(lambda match: _meant(match[0]), text) if "\\" in text else text


def _unescaped(source: str, scalar: Scalar) -> Iterator[tuple[str, int, int]]:
    """The value cut at its escapes: text, and its place."""
    here, end = scalar.start, scalar.end
    escape = {"double": ESCAPE, "single": DOUBLED}.get(scalar.style)
    for match in escape.finditer(source, here, end) if escape is not None else ():
        yield source[here : match.start()], here, match.start()
        here = match.end()
        yield _meant(match[0]), match.start(), here
    yield source[here:end], here, end


def _meant(escape: str) -> str:
    """What an escape stands for; '' for what shows nothing."""
    if escape == "''":
        return "'"
    kind = escape[1]
    if kind in "xuU" and len(escape) > 3:
        first, *rest = (int(code, 16) for code in escape[2:].split("\\u"))
        code = 0x10000 + ((first - 0xD800) << 10) + rest[0] - 0xDC00 if rest else first
        return "�" if code > 0x10FFFF or 0xD800 <= code < 0xE000 else chr(code)
    return "" if kind in "\r\n" else _NAMED.get(kind, kind)


# -- YAML -------------------------------------------------------------------------------------


def _aligned(source: str, scalar: Scalar, value: str) -> Iterator[tuple[str, int, int]]:
    """What the parser read, cut where it differs from the source: text, and its place.

    White space that folds has the place of all the white space it stands for; of all other characters
    the source's is the same, or an escape.
    """
    at, here, end = scalar.start, 0, scalar.end
    since = at, here
    while here < len(value) and at < end:
        if source[at] == value[here] and not (value[here].isspace() or value[here] in "\\'"):
            at, here = at + 1, here + 1
            continue
        yield value[since[1] : here], since[0], at
        size, count = _step(source, value, scalar.style, at, here)
        if not size and not count:
            since = at, here
            break  # a form of YAML that is not foreseen
        yield value[here : here + count], at, at + size
        at, here = at + size, here + count
        since = at, here
    else:
        yield value[since[1] : here], since[0], at
    yield value[here:], scalar.start, end


def _step(source: str, value: str, style: str, at: int, here: int) -> tuple[int, int]:
    """How many characters of the source stand for how many of the value that comes next."""
    if style == "double" and (escape := ESCAPE.match(source, at)) is not None:
        return len(escape[0]), int("\n" not in escape[0])
    if style == "single" and source.startswith("''", at):
        return 2, 1
    if (gap := _SPACES.match(source, at)) is None:
        return (1, 1) if source[at] == value[here] else (0, 0)
    blank = _SPACES.match(value, here)
    if style in ("literal", "folded"):
        return len(gap[0]), len(blank[0]) if blank else 0
    breaks = len(_BREAK.findall(gap[0]))
    if not breaks:
        return (1, 1) if source[at] == value[here] else (0, 0)
    return len(gap[0]), min(max(breaks - 1, 1), len(blank[0]) if blank else 0)
