"""Text that is safe to print: on one line, with nothing in it that moves a cursor or turns a line round."""

from __future__ import annotations

from unicodedata import bidirectional, category, east_asian_width

_TURNS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def cell(char: str) -> tuple[str, int]:
    """A character as it may be shown, and the columns that it takes. Not for tabs.

    Control characters could move the cursor, recolour the screen or turn the line round, so they
    show as a dot.
    """
    kind = category(char)
    if kind in ("Cc", "Cs", "Zl", "Zp") or bidirectional(char) in _TURNS:
        return "·", 1
    if kind in ("Mn", "Me", "Cf"):
        return char, 0
    return char, 2 if east_asian_width(char) in "WF" else 1


def plain(text: str) -> str:
    """Text on one line, safe to print."""
    folded = " ".join(text.split())
    if folded.isascii() and folded.isprintable():
        return folded
    return "".join(cell(char)[0] for char in folded)


_PAIRS = {"(": ")", "[": "]"}


def whole_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """``text[start:end]`` without half a pair of brackets at its ends, or with the other half.

    A bracket that opens within the span and closes just after it is taken in; one at an end whose
    other half is further off is left out.
    """
    while (trimmed := _trimmed(text, start, end)) != (start, end):
        start, end = trimmed
    return start, end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    opened: list[str] = []
    for char in text[start:end]:
        if char in _PAIRS:
            opened.append(_PAIRS[char])
        elif opened and char == opened[-1]:
            opened.pop()
    while opened and end - start > 1:
        if text[end : end + 1] == opened[-1]:
            end += 1
            opened.pop()
        elif _PAIRS.get(text[start]) == opened[0]:
            start += 1
            del opened[0]
        else:
            break
    spare = sum(text.count(c, start, end) for c in ")]") - sum(text.count(c, start, end) for c in "([")
    while spare > 0 and end - start > 1 and text[end - 1] in ")]":
        end -= 1
        spare -= 1
    return start, end
