"""The text of HTML: white space folded, character references resolved."""

from __future__ import annotations

from linter.patterns import Pattern
from linter.readers.build import Builder
from linter.readers.html_tables import HtmlTables
from linter.readers.inline import Inline
from linter.readers.markup import Token, entities

PARTED = frozenset({"span", "b", "strong", "em", "i", "small", "big", "a", "data"})
FIGURE_END = Pattern(r"[\d%]\+?$")
LABEL_START = Pattern(r"(?!(?:st|nd|rd|th)\b)[a-zA-Z]")
LABEL_END = Pattern(r"[a-z]{3}$")
NUMBER_START = Pattern(r"\d")
SPACES = Pattern(r"[ \t\n\f\r]{2,}|[\t\n\f\r]")


class HtmlText(HtmlTables):
    """Writes what stands between the tags; ``shift`` is where the HTML begins in the source."""

    def __init__(self, builder: Builder, text: str, shift: int, root: str, fragment: bool) -> None:
        super().__init__(builder, text, root, fragment)
        self.shift = shift

    def writer(self) -> Inline:
        if self.inline is None:
            self.inline = self.builder.inline()
        return self.inline

    def part(self, ended: Token, started: Token, token: Token) -> None:
        """Part a figure from its label where only two tags stand between: ``<b>60%</b><span>of people``."""
        if ended.kind != "end" or started.kind != "start" or self.inline is None or not self.inline.parts:
            return
        if ended.name not in PARTED or started.name not in PARTED:
            return
        last, at = self.inline.parts[-1][-4:], token.start
        is_labelled = FIGURE_END.search(last) and LABEL_START.match(self.text, at)
        if is_labelled or (LABEL_END.search(last) and NUMBER_START.match(self.text, at)):
            self.inline.space(" ", ended.start + self.shift, started.end + self.shift)

    def write(self, inline: Inline, start: int, end: int) -> None:
        """Add text in which characters may be referred to by name or number."""
        if self.text.find("&", start, end) < 0:
            self._words(inline, start, end)
            return
        for here, stop, chars in entities(self.text, start, end):
            if chars is None:
                self._words(inline, here, stop)
            elif chars in " \t\n\f\r":
                inline.space(" ", here + self.shift, stop + self.shift)
            else:
                inline.whole(chars, here + self.shift, stop + self.shift)

    def _words(self, inline: Inline, start: int, end: int) -> None:
        """Add plain text, each run of white space as one blank."""
        text, shift, here = self.text[start:end], self.shift + start, 0
        if text[0] == " " and inline.is_blank_at_end():
            here = 1
        for gap in SPACES.finditer(text, here):
            if gap.start() > here:
                inline.plain(text[here : gap.start()], here + shift)
            inline.space(" ", gap.start() + shift, gap.end() + shift)
            here = gap.end()
        if here < len(text):
            inline.plain(text[here:] if here else text, here + shift)
