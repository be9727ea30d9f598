from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.plain import plain, whole_brackets


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("In most (83%) of them", "(83%", "(83%)"),
        ("In most (83%, in Spain) of them", "(83%", "83%"),
        ("In most (about 83%) of them", "83%)", "83%"),
        ("75 mg (twice a day)", "75 mg (twice a day", "75 mg (twice a day)"),
        ("75 mg (twice a day, with food)", "75 mg (twice a day", "75 mg (twice a day"),
        ("a hazard ratio [0.7]", "[0.7", "[0.7]"),
        ("of 15% (21–33)", "15% (21–33)", "15% (21–33)"),
        ("1) 83% of them", "1) 83%", "1) 83%"),
        ("a (b", "(", "("),
    ],
)
def test_brackets_are_kept_whole_or_left_out(text: str, part: str, expected: str) -> None:
    start = text.index(part)
    low, high = whole_brackets(text, start, start + len(part))
    assert text[low:high] == expected


@given(st.text("()[] a"), st.data())
def test_whole_brackets_do_not_change_again_and_reach_no_further_than_a_bracket(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    low, high = whole_brackets(text, start, end)
    assert start <= low <= max(high, low) <= len(text)
    assert set(text[end:high]) <= set(")]")
    assert set(text[start:low]) <= set("([")
    assert whole_brackets(text, low, high) == (low, high)


@given(st.text())
def test_plain_text_is_one_line_without_control_characters(text: str) -> None:
    shown = plain(text)
    assert len(shown.splitlines()) <= 1
    assert not any(char < " " or "\x7f" <= char < "\xa0" for char in shown)
    assert plain(shown) == shown
