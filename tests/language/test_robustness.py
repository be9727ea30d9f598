"""Any text is read without an error, in order, and in time that grows with its length."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.language.quantities import may_hold_figures, read_figures

PIECES = re.split(
    r" ",
    "1 2 10 100 2020 1,234 0.5 ½ one two hundred million half a an third quarter dozen in of per out every to and between "
    "from – - − — ± % percent ( ) [ ] / : . , + < > ≥ ~ $ £ mg kg /kg /day year years week days old aged stage type "
    "CI p = n HR × 10⁹ ^ e x twice about at least up more than less or May 3 ‰ ° C F point minus 1/2 over \u200f \u00a0 ٣",
)
texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
)


@settings(max_examples=600)
@given(texts)
def test_spans_are_within_the_text_in_order_and_apart(text: str) -> None:
    last = 0
    for figure in read_figures(text):
        assert last <= figure.start < figure.end <= len(text)
        assert 0 <= figure.lead <= figure.start
        assert (figure.low is None) == (figure.high is None)
        assert figure.low is None or figure.value is None
        assert figure.size > 0
        last = figure.end


@settings(max_examples=200)
@given(texts)
def test_the_cheap_test_misses_nothing(text: str) -> None:
    assert may_hold_figures(text) or not read_figures(text)


@settings(max_examples=200)
@given(texts)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read_figures(text) == read_figures(text)


DIGITS = "".join(c for c in map(chr, range(0x110000)) if c.isdecimal())
DASHES = "‐‑‒–—―−⁃﹘﹣－"


def test_every_unicode_digit_and_dash() -> None:
    for digit in DIGITS:
        for dash in DASHES:
            figures = read_figures(f"about {digit}{dash}{digit}% of them")
            assert figures
    assert [f.value for f in read_figures("٨٣%")] == [83]


def test_reading_directions_are_not_seen() -> None:
    assert [(f.value, f.unit) for f in read_figures("\u200f83\u200e%")] == [(83, "%")]


GROWING: dict[str, Callable[[int], str]] = {
    "digits": lambda n: "7" * n,
    "groups of digits": lambda n: "111 " * n,
    "commas": lambda n: "111," * n,
    "points": lambda n: "1." * n,
    "nested ranges": lambda n: "(" * n + "1-2-" * n + ")" * n,
    "ranges": lambda n: "1 to " * n,
    "million": lambda n: "million " * n,
    "and": lambda n: "one and " * n,
    "one hundred": lambda n: "one hundred and " * n,
    "1 hundred": lambda n: "1 hundred and " * n,
    "every": lambda n: "of every 100 people, " + "8 " * n,
    "in": lambda n: "1 in " * n,
    "units": lambda n: "5 mg/kg/" * n,
    "hyphens": lambda n: "A1-" * n,
    "dotted words": lambda n: "a." * n,
    "addresses": lambda n: "a@" * n,
    "brackets": lambda n: "[1," * n,
    "hedges": lambda n: "about " * n + "5",
    "half a": lambda n: "half a " * n,
    "phones": lambda n: "123-" * n,
    "marks": lambda n: "8\u200f" * n,
}


def operations(text: str) -> int:
    """How many calls and lines reading ``text`` takes."""
    count = 0

    def trace(frame: object, event: str, arg: object) -> object:
        nonlocal count
        count += 1
        return trace

    sys.settrace(trace)  # type: ignore[arg-type]
    try:
        read_figures(text)
    finally:
        sys.settrace(None)
    return count


@pytest.mark.parametrize("name", GROWING)
def test_the_work_grows_with_the_length(name: str) -> None:
    make = GROWING[name]
    short, long = operations(make(60)), operations(make(240))
    assert long <= 4.6 * short + 2000


def test_a_number_too_long_to_mean_anything_is_left_alone() -> None:
    assert read_figures("7" * 100_000) == []


@pytest.mark.parametrize(
    "text",
    [
        "9" * 40 + " trillion trillion trillion",
        "9" * 40 + " × 10^40 trillion",
        "9999^40",
        "0." + "0" * 37 + "1 × 10^-40",
        "1 in " + "9" * 40,
        "9999.99^-40%",
        "9" * 41 + "%",
        "0." + "0" * 400 + "1%",
        "10^400",
    ],
)
def test_no_value_is_too_large_or_small_for_a_float(text: str) -> None:
    """Their products and quotients are not either."""
    for figure in read_figures(text):
        for value in (figure.value, figure.low, figure.high):
            size = abs(value * figure.size) if value else 1
            assert 1e-140 < float(size) < 1e140
