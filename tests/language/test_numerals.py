"""Numbers in words: what is said and read again is the same number."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.language.cardinals import DENOMINATORS, TENS, UNITS
from linter.language.lex import padded
from linter.language.numerals import number

_ONES = {v: w for w, v in UNITS.items()}
_TENS = {v: w for w, v in TENS.items()}
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))


def small(n: int, hyphen: str, british: bool) -> str:
    if n < 20:
        return _ONES[n]
    if n < 100:
        return _TENS[n // 10 * 10] + (hyphen + _ONES[n % 10] if n % 10 else "")
    rest = small(n % 100, hyphen, british) if n % 100 else ""
    return _ONES[n // 100] + " hundred" + ((" and " if british else " ") + rest if rest else "")


def say(n: int, hyphen: str = "-", british: bool = True) -> str:
    parts = []
    for size, name in _SCALES:
        if n >= size:
            parts.append(f"{small(n // size, hyphen, british)} {name}")
            n %= size
    if n or not parts:
        parts.append(("and " if parts and british and n < 100 else "") + small(n, hyphen, british))
    return " ".join(parts)


def read(text: str) -> Fraction | None:
    tokens = padded(text)
    found = number(tokens, 0)
    return found.value if found and tokens[found.end].kind == "end" else None


@settings(max_examples=300)
@given(st.integers(0, 10**13), st.sampled_from(["-", " "]), st.booleans(), st.booleans())
def test_cardinals_in_words(n: int, hyphen: str, british: bool, capital: bool) -> None:
    text = say(n, hyphen, british)
    assert read(text.capitalize() if capital else text) == n


@settings(max_examples=200)
@given(st.integers(0, 10**15 - 1))
def test_cardinals_in_digits_with_any_separator(n: int) -> None:
    grouped = f"{n:,}"
    assert (
        read(grouped)
        == read(grouped.replace(",", "\u202f"))
        == read(grouped.replace(",", "\u00a0"))
        == read(str(n))
        == n
    )


@settings(max_examples=100)
@given(
    st.integers(0, 10**6),
    st.integers(0, 10**6 - 1),
    st.sampled_from(["", " million", " billion", " thousand"]),
)
def test_decimals(whole: int, part: int, scale: str) -> None:
    factor = {"": 1, " thousand": 1000, " million": 10**6, " billion": 10**9}[scale]
    assert read(f"{whole}.{part:06d}{scale}") == (whole + Fraction(part, 10**6)) * factor


@settings(max_examples=100)
@given(st.integers(2, 19), st.sampled_from(sorted(w for w, v in DENOMINATORS.items() if 2 < v < 100)))
def test_fractions_in_words(top: int, denominator: str) -> None:
    assert read(f"{say(top)} {denominator}s") == Fraction(top, DENOMINATORS[denominator])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("half", Fraction(1, 2)),
        ("two and a half", Fraction(5, 2)),
        ("2 1/2", Fraction(5, 2)),
        ("1 and 1/4", Fraction(5, 4)),
        ("3 crore 12 lakh", 31_200_000),
        ("4 thousand 3 hundred and twenty-one", 4321),
        ("two hundred point zero three", Fraction("200.03")),
        ("three point five million", 3_500_000),
        ("one hundred and three quarters", Fraction(403, 4)),
        ("one hundred and thirty fifths", 26),
        ("one hundred and thirty-two fifths", Fraction(132, 5)),
        ("one hundred and thirty and two fifths", Fraction(652, 5)),
        ("two million and one half", 2_500_000),
        ("five - eighths", Fraction(5, 8)),
        ("6 crore and two hundred", 60_000_200),
        ("five dozs", 60),
        ("twenty-one fifths", Fraction(21, 5)),
        ("one hundred thirty-fifths", Fraction(100, 35)),
        ("one one-hundredth", Fraction(1, 100)),
        ("one-hundred-and-seven", 107),
        ("two thousand, three hundred", 2300),
        ("10^6", 10**6),
        ("10⁻³", Fraction(1, 1000)),
        ("1.2 x 10^-3", Fraction("0.0012")),
        ("4e-5", Fraction("0.00004")),
        ("0,5", Fraction(1, 2)),
        ("1.234.567", 1_234_567),
        ("١٢", 12),
    ],
)
def test_other_forms(text: str, value: Fraction | int) -> None:
    assert read(text) == value


@pytest.mark.parametrize("text", ["a", "an", "and", "point", "hundreds of", "million-dollar baby", "second"])
def test_no_number(text: str) -> None:
    assert read(text) is None
