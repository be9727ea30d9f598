"""Other spellings of doses and numbers, where only one can be meant."""

from __future__ import annotations

from linter.fixes.find import Edit
from linter.patterns import Pattern

SURE = frozenset("qd q1d qday qod tiw iu u µg cc mso4 mgso4 peros".split())
"""Abbreviations for which the same words stand wherever they are used, by their letters and digits.

SC is not among them: it is *subcutaneously* after a dose and *subcutaneous* before an injection.
"""
_COUNTED = {"units": "unit", "micrograms": "microgram"}
_UNIT_OF_ONE = Pattern(r"(?:^|[^\d.,])1\s?$|-$")
"""What stands before a unit in the singular: '1 U', '10-U'."""
_ONE_OF_MANY = Pattern(r"1\s?-?[a-z]{3,}s$")
"""'1 grams', which 1.0 grams would become."""
_MIXED = Pattern(r"(?P<whole>\d{1,3}(?:\.\d{3})+),(?P<rest>\d+)")
_LETTERS = Pattern(r"(?P<lead>[lI]?)(?P<body>[\dOo]+)(?P<unit>\s?[A-Za-z]+)")
_TWICE = Pattern(r"(?P<n>\d+(?:\.\d+)?)(?P<gap>\s?)%%")
_TURNED = Pattern(r"%(?P<n>\d+(?:\.\d+)?)")


def respelled(check: str, text: str, start: int, end: int, suggestion: str) -> Edit | None:
    """What to change in ``text[start:end]``; None if that is not sure.

    ``suggestion`` is what the check would write there, "" if it does not say.
    """
    old = text[start:end]
    if check == "malformed_number":
        new = _well_formed(old)
        return None if new is None else _least(start, old, new)
    if not suggestion:
        return None
    if check == "error_prone_abbreviation":
        return _spelled_out(text, start, end, suggestion)
    if len(old) != len(" ".join(old.split())) or _ONE_OF_MANY.fullmatch(suggestion):
        return None
    return _least(start, " ".join(old.split()), suggestion)


def _least(start: int, old: str, new: str) -> Edit:
    """The shortest edit that turns ``old``, which begins at ``start``, into ``new``."""
    most = min(len(old), len(new))
    head = next((i for i in range(most) if old[i] != new[i]), most)
    tail = next((i for i in range(most - head) if old[-1 - i] != new[-1 - i]), most - head)
    return start + head, start + len(old) - tail, new[head : len(new) - tail]


def _spelled_out(text: str, start: int, end: int, suggestion: str) -> Edit | None:
    old = text[start:end]
    if "".join(char for char in old.lower() if char.isalnum()) not in SURE:
        return None
    before, after = text[:start], text[end:]
    new = suggestion
    if _UNIT_OF_ONE.search(before[-4:]):
        new = _COUNTED.get(new, new)
    if before[-1:].isdigit():
        new = f" {new}"
    if old.endswith(".") and (not after.strip() or after.lstrip()[:1].isupper()):
        new += "."  # the sentence's own
    return start, end, new


def _well_formed(old: str) -> str | None:
    """A number as it was meant, where the slip leaves no doubt.

    >>> _well_formed("10.000,5"), _well_formed("1O mg"), _well_formed("5%%"), _well_formed("1,3590")
    ('10,000.5', '10 mg', '5%', None)
    """
    if match := _MIXED.fullmatch(old):
        return f"{match['whole'].replace('.', ',')}.{match['rest']}"
    if match := _LETTERS.fullmatch(old):
        digits = ("1" if match["lead"] else "") + match["body"].replace("O", "0").replace("o", "0")
        return digits + match["unit"] if digits[0] != "0" else None
    if match := _TWICE.fullmatch(old):
        return f"{match['n']}{match['gap']}%"
    if match := _TURNED.fullmatch(old):
        return f"{match['n']}%"
    return None
