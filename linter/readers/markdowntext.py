"""The text of one Markdown block: words, marks, links, images and inline HTML."""

from __future__ import annotations

from typing import Any

from linter.patterns import Pattern
from linter.readers.build import Builder
from linter.readers.inline import CODE, Inline, Mark
from linter.readers.markup import Token, attributes, entities, tokens

UNDEFINED_NOTE = Pattern(r"\[\^([^\]\s]{1,99})\]")


class MarkdownText:
    """Answers the inline events; each gets the event's value and its place in the source."""

    def __init__(self, builder: Builder, source: str) -> None:
        self.builder = builder
        self.source = source
        """What is read: the builder's source, or that with some of it masked."""
        self.inline: Inline | None = None
        self.titles: list[str] = []
        """What each open image has for its title."""
        self.outer: list[Inline | None] = []
        """Text around an image whose words are being read."""
        self.html: list[tuple[int, str]] = []
        """Raw HTML not read yet, and where it stands."""
        self.sup: list[tuple[Inline, Mark]] = []
        self.struck = 0
        self.in_code = False
        self.emphasis = 0
        self.is_emphasised = True
        self.skip_to = 0
        """Text before this offset has been dealt with."""

    def _writer(self) -> Inline:
        if self.inline is None:
            self.inline = self.builder.inline()
            self.is_emphasised = True
        return self.inline

    def on_text(self, text: str, start: int, end: int) -> None:
        if self.in_code:
            # A blank line and an indent make code of a table's rows, to Markdown's eye.
            if self.html and text.startswith("<"):
                self.html.append((start, text))
            return
        if start < self.skip_to < end:
            text, start = text[self.skip_to - start :], self.skip_to
        if not text or self.struck or start < self.skip_to:
            return
        inline = self._writer()
        if text[0] == " " and inline.is_blank_at_end():
            # Whatever stood between two blanks has vanished.
            text, start = text[1:], start + 1
            if not text:
                return
        if text[0] == "^" and self._undefined_note(inline, start):
            return
        if self.is_emphasised and not self.emphasis and not text.isspace():
            self.is_emphasised = False
        if end - start == len(text) and self.source.startswith(text, start):
            inline.plain(text, start)
        else:
            inline.whole(text, start, end)

    def _undefined_note(self, inline: Inline, start: int) -> bool:
        """A reference to a note that is not there comes as text; its number is no figure."""
        found = UNDEFINED_NOTE.match(self.source, start - 1) if start else None
        if found is None or not inline.parts or inline.parts[-1] != "[":
            return False
        inline.back(Mark(len(inline) - 1, len(inline.parts) - 1))
        inline.note("#note-" + found.group(1))
        self.skip_to = found.end()
        return True

    def on_break(self, _: Any, start: int, end: int) -> None:
        if self.inline is not None and not self.struck:
            self.inline.space("\n", start, end)

    def on_code(self, _: Any, start: int, end: int) -> None:
        if not self.struck:
            self._writer().whole(CODE, start, end)

    def on_reference(self, label: str, start: int, end: int) -> None:
        self._writer().note("#note-" + label)

    def on_open_link(self, link: dict[str, Any], start: int, end: int) -> None:
        self._writer().open_link(link["dest_url"])

    def on_close_link(self, _: Any, start: int, end: int) -> None:
        self._writer().close_link()

    def on_open_image(self, image: dict[str, Any], start: int, end: int) -> None:
        self.outer.append(self.inline)
        self.inline = self.builder.inline()
        self.titles.append(image.get("title") or "")

    def on_close_image(self, _: Any, start: int, end: int) -> None:
        if self.inline is not None:
            self.builder.alts.append(self.inline)
        self.inline = self.outer.pop()
        title = self.titles.pop()
        at = self.source.rfind(title, start, end) if title else -1
        if at >= 0:  # else it stands in a definition elsewhere, or holds escapes
            said = self.builder.inline()
            said.plain(title, at)
            self.builder.alts.append(said)

    def on_open_emphasis(self, _: Any, start: int, end: int) -> None:
        self._writer()
        self.emphasis += 1

    def on_close_emphasis(self, _: Any, start: int, end: int) -> None:
        self.emphasis -= 1

    def on_open_struck(self, _: Any, start: int, end: int) -> None:
        self.struck += 1

    def on_close_struck(self, _: Any, start: int, end: int) -> None:
        self.struck -= 1

    def on_tag(self, text: str, start: int, end: int) -> None:
        """An inline tag: most vanish."""
        for token in tokens(text):
            if token.kind == "comment":
                self.builder.add_comment(start, end, text)
            elif token.kind == "start":
                self._open_tag(text, token, start)
            elif token.kind == "end":
                self._close_tag(token.name, end)

    def _open_tag(self, text: str, token: Token, start: int) -> None:
        inline = self._writer()
        if token.name == "br":
            inline.space("\n", start, start + token.end)
        elif token.name == "sup":
            self.sup.append((inline, inline.mark()))
        elif token.name in ("del", "s", "strike"):
            self.struck += 1
        elif token.name == "a":
            a, b = attributes(text, token).get("href", (0, 0))
            inline.open_link(text[a:b])
        elif token.name == "img":
            self._alt(text, token, start)

    def _close_tag(self, name: str, end: int) -> None:
        inline = self._writer()
        if name == "sup" and self.sup:
            opened, mark = self.sup.pop()
            if opened is inline:
                inline.raise_since(mark, self.source[end : end + 1])
        elif name == "a":
            inline.close_link()
        elif name in ("del", "s", "strike") and self.struck:
            self.struck -= 1

    def _alt(self, text: str, token: Token, start: int) -> None:
        a, b = attributes(text, token).get("alt", (0, 0))
        alt = self.builder.inline()
        for here, stop, chars in entities(text, a, b):
            if chars is None:
                alt.plain(text[here:stop], start + here)
            else:
                alt.whole(chars, start + here, start + stop)
        self.builder.alts.append(alt)
