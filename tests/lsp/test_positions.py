"""Places as editors count them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position, Range
from pygls.workspace import PositionCodec

from linter.lsp.positions import Positions

UNITS = {name: PositionCodec(name).client_num_units for name in ("utf-8", "utf-16", "utf-32")}
TEXTS = st.text(st.sampled_from("aé€😀\u2028\x0c\n\r"), max_size=30)


@given(TEXTS, st.sampled_from(sorted(UNITS)))
def test_there_and_back(text: str, encoding: str) -> None:
    """Every place in a line is found again; the place counts as the editor's own encoding does."""
    positions = Positions(text, UNITS[encoding])
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert len(positions.starts) == len(lines)
    for number, line in enumerate(lines):
        for column in range(len(line) + 1):
            place = positions.position(positions.starts[number] + column)
            width = 4 if encoding == "utf-32" else 2 if encoding == "utf-16" else 1
            coded = line[:column].encode({1: "utf-8", 2: "utf-16-le", 4: "utf-32-le"}[width])
            assert place == Position(number, len(coded) // width)
            assert positions.offset(place) == positions.starts[number] + column


def test_a_place_beyond_the_text_is_its_end() -> None:
    positions = Positions("ab\r\n😀\n", UNITS["utf-16"])
    assert positions.offset(Position(0, 99)) == 2
    assert positions.offset(Position(9, 0)) == 6
    assert positions.offset(Position(1, 1)) == 4, "no place is inside a character"
    assert positions.position(3) == Position(0, 2)
    assert positions.word(0, 0) == Range(Position(0, 0), Position(0, 2))
    assert positions.word(99, 99) == Range(Position(2, 0), Position(2, 0))
