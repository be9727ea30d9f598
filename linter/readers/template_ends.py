"""Where a tag of a template ends: strings and braces in it are passed over, and nothing is sought twice."""

from __future__ import annotations

from linter.patterns import Pattern

STRINGS = {
    '"': Pattern(r'(?:[^"\\]|\\.)*+"'),
    "'": Pattern(r"(?:[^'\\]|\\.)*+'"),
    "`": Pattern(r"(?:[^`\\]|\\.)*+`"),
}
"""What follows a quotation mark, up to the one that closes it."""

EMPTY_LINE = r"\n[ \t]*+\r?\n"
STOPS = {
    "}}": Pattern(rf"[\"'`{{}}]|{EMPTY_LINE}"),
    "%}": Pattern(rf"[\"']|%}}|{{%|{EMPTY_LINE}"),
    ">}}": Pattern(rf"[\"'`]|>}}}}|{{{{[<%]|{EMPTY_LINE}"),
    "%}}": Pattern(rf"[\"'`]|%}}}}|{{{{[<%]|{EMPTY_LINE}"),
    "%>": Pattern(r"%>|<%"),
}
"""What decides, by closing mark, about where a tag ends."""


class Ends:
    """Finds the ends of tags in one text; ``strict`` if none reaches over an empty line."""

    def __init__(self, source: str, *, strict: bool) -> None:
        self.source = source
        self.strict = strict
        self._unclosed = dict.fromkeys(STRINGS, len(source) + 1)
        """By quotation mark: from where on none closes another."""
        self.missing: dict[str, int] = {}
        """By closing mark: from where on there is none."""

    def string(self, at: int) -> int:
        """Where the string ends that the quotation mark at ``at`` opens; 0 if nothing closes it."""
        quote = self.source[at]
        if at >= self._unclosed[quote] or (at and self.source[at - 1].isalnum()):
            return 0  # an apostrophe opens nothing
        found = STRINGS[quote].match(self.source, at + 1)
        if found is None:
            self._unclosed[quote] = at
            return 0
        return found.end()

    def find(self, mark: str, at: int) -> int:
        """Where the next ``mark`` ends; 0 if there is none."""
        if at >= self.missing.get(mark, len(self.source) + 1):
            return 0
        found = self.source.find(mark, at)
        if found < 0:
            self.missing[mark] = at
            return 0
        return found + len(mark)

    def tag(self, closing: str, at: int) -> int:
        """Where the tag ends, the inside of which begins at ``at``; 0 if nothing closes it.

        Another opening mark in it says that the first was none.
        """
        depth, first, stops, source = 0, 0, STOPS[closing], self.source
        while (stop := stops.search(source, at)) is not None:
            sign, at = stop.group(), stop.end()
            if sign == closing:
                return at
            if sign in STRINGS:
                at = self.string(at - 1) or at
            elif sign[0] == "\n":
                if self.strict:
                    return first
                at -= 1
            elif sign == "{" and not source.startswith("{", at):
                depth += 1
            elif sign == "}":
                is_close = source.startswith("}", at)
                if is_close and not depth:
                    return at + 1
                first = first or (at + 1 if is_close else 0)
                depth -= depth > 0
            else:
                return first
        return first
