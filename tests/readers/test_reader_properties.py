"""What holds of any text whatever, and of figures dressed in any markup."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reader_shown import check_places, source_of

from linter.readers import read

PIECES = [
    "# ",
    "*",
    "**",
    "_",
    "`",
    "``` ",
    "~~",
    "[",
    "](u)",
    "![",
    "[^1]",
    "[^1]: ",
    "> ",
    "- ",
    "1. ",
    "  ",
    "    ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "---\n",
    "---\n",
    "===\n",
    "&amp;",
    "&#37;",
    "&lt",
    "&",
    "\\",
    "<",
    ">",
    "</",
    "<!--",
    "-->",
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<br>",
    "<sup>",
    "</sup>",
    "<ul>",
    "<li>",
    "</li>",
    "</ul>",
    "<table>",
    "<tr>",
    "<td>",
    "<td colspan=3 rowspan=2>",
    "<th>",
    "</td>",
    "</tr>",
    "</table>",
    "<caption>",
    "</caption>",
    "<figure>",
    "<figcaption>",
    "</figure>",
    "<div hidden>",
    "</div>",
    "<main>",
    "</main>",
    "<title>",
    "</title>",
    "<code>",
    "</code>",
    "<a href='x'>",
    "</a>",
    "<del>",
    "</del>",
    "<img alt='a 1'>",
    "<script>",
    "</script>",
    "<blockquote>",
    "</blockquote>",
    "<dl>",
    "<dt>",
    "<dd>",
    "</dl>",
    "83%",
    "a",
    "Table 1. ",
    "title: x\n",
    "description: x y\n",
    "faq: [{q: 'a ?', a: \"b 5%\"}]\n",
    "stats: {value: 5%, label: of a}\n",
    "text: |\n",
    "[[faq]]\n",
    "q = 'x'\n",
    '{"description": "a b"',
    "<script type='application/ld+json'>",
    "<meta name=description content='a 5% &amp;'>",
    "<svg>",
    "</svg>",
    "<text>",
    "<desc>",
    "<div>",
    "<div><p>83%</p><p>of it</p></div>",
    "<h4>1 in 7</h4>",
    "<p>of it</p>",
    "<span>",
    "</span>",
    "<q>",
    "</q>",
    "<button>",
    "</button>",
    "<details><summary>",
    "</details>",
    "<p title='a b' aria-label='5% c'>",
    "<div lang=fr>",
    "é",
    "\u2009",
    "\xad",
    "𝒳",
    "•",
    "word ",
    "Word. ",
    "WORDS ",
    "A line\n",
    "+++\n",
    ": x\n",
    "|",
    "| a | b |\n|--|--|\n",
    "\ufeff",
]

texts = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
)


@pytest.mark.parametrize("suffix", [".md", ".html", ".txt"])
@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=texts)
def test_any_text(suffix: str, text: str) -> None:
    document = read("draft" + suffix, text.encode())
    assert document.source == text
    check_places(document)


@st.composite
def figures(draw: st.DrawFn) -> tuple[str, str]:
    """A number, and the same number with marks around some of its digits."""
    number = draw(st.from_regex(r"[1-9][0-9]{0,3}(\.[0-9]{1,2})?", fullmatch=True))
    cut = draw(st.integers(0, len(number)))
    # Markdown itself reads no emphasis in **1.**5.
    cut -= number[:cut].endswith(".")
    head, tail = number[:cut], number[cut:]
    if draw(st.booleans()) and tail:
        tail = f"&#{ord(tail[0])};" + tail[1:]
    if head:
        around = draw(st.sampled_from(["{}", "**{}**", "<b>{}</b>", "[{}](http://x.y/9)", "<!-- x -->{}"]))
        head = around.format(head)
    return number, head + tail


FRAMES = [
    "{}",
    "# Heading\n\nIn {} of cases.\n",
    "Lead\n\n- é item {}\n",
    "> quoted {} so\n",
    "| a | b |\n|---|---|\n| é | {} |\n",
    "Text[^1].\n\n[^1]: Note {} here.\n",
    "---\ntitle: x\n---\n\né {}.\n",
]


@settings(max_examples=200, deadline=None)
@given(figure=figures(), frame=st.sampled_from(FRAMES))
def test_the_place_of_a_figure_covers_its_digits(figure: tuple[str, str], frame: str) -> None:
    number, dressed = figure
    source = frame.format(f"about {dressed}% yes")
    place = source_of(read("draft.md", source.encode()), number + "%")
    assert place in dressed + "%"
    inner = dressed[dressed.index(place[:-1]) :]
    assert inner == place[:-1]
    before = dressed[: len(dressed) - len(inner)]
    assert before in ("", "**", "<b>", "[", "<!-- x -->")
