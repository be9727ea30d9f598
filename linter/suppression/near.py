"""Comments that look as if they were for medlint and are not, and what was meant by them."""

from __future__ import annotations

import re
from difflib import SequenceMatcher, get_close_matches

from linter.patterns import Pattern
from linter.rulebook.rules import Rules

UNUSED = "suppression-unused"
"""The rule whose phrases are what people write for each comment."""
_START = Pattern(
    r"[\s\-*!#]*(?P<tool>[A-Za-z]{3,12}(?:[-_ ]lint)?)(?P<gap>[\s_:-]+)(?P<rest>[A-Za-z].*)", re.DOTALL
)
_WORD = Pattern(r"[A-Za-z]{1,20}(?![A-Za-z])")
_RULE = Pattern(r"[\s:,-]*([A-Za-z-]{1,60})(?![A-Za-z-])")
_MOST = 3
"""Words in what a comment may be called: ignore-next-line."""
_CLOSE = 0.8
_TOOL = "medlint"
_MAX_GUESSES = 200
"""Different words in a draft that are compared with those that medlint knows."""


class NearMisses:
    """Knows what each comment is called, rightly and otherwise."""

    def __init__(self, rules: Rules) -> None:
        self.kinds = {form: kind for kind, forms in rules[UNUSED].phrases.items() for form in (*forms, kind)}
        self.rules = {name: name for name in rules.known}
        self.guesses: dict[tuple[bool, str], tuple[str, float]] = {}

    def meant(self, text: str) -> tuple[str, str] | None:
        """Of a comment's text: what stands for a comment of medlint there, and what it should be."""
        start = _START.match(text)
        if start is None:
            return None
        tool, gap, rest = start["tool"], start["gap"], start["rest"]
        exact = tool.casefold() == _TOOL
        if not exact and not _is_like_medlint(tool):
            return None
        ends = [end for size in range(_MOST, 0, -1) if (end := _end_of_words(rest, size))]
        likely = [(self._close("-".join(_WORD.findall(rest, 0, end)), rules=False), end) for end in ends]
        (kind, _), end = max(likely, key=lambda each: each[0][1], default=(("", 0.0), 0))
        after = rest[end:]
        # In prose ('medlint ignores this page') nothing follows that a comment would have.
        as_comment = gap.strip() or not after.strip() or after.lstrip().startswith(":")
        if kind and ((exact and as_comment) or self._names_rule(after)):
            return f"{tool}{gap}{rest[:end]}", " ".join(f"medlint-{kind}{after}".split())
        return None

    def _names_rule(self, text: str) -> bool:
        """Whether a rule or a group comes next, or what looks like one."""
        first = _RULE.match(text)
        return first is not None and bool(self._close(first[1], rules=True)[1])

    def _close(self, word: str, *, rules: bool) -> tuple[str, float]:
        """The name of a rule, or of a comment, that a word is like, and how like; 0 for none."""
        names, word = (self.rules if rules else self.kinds), word.casefold()
        if word in names or len(self.guesses) >= _MAX_GUESSES:
            return names.get(word, ""), float(word in names)
        if (rules, word) not in self.guesses:
            close = next(iter(get_close_matches(word, names, 1, _CLOSE)), None)
            found = (names[close], SequenceMatcher(None, close, word).ratio()) if close else ("", 0.0)
            self.guesses[rules, word] = found
        return self.guesses[rules, word]


def _is_like_medlint(tool: str) -> bool:
    return bool(get_close_matches(re.sub("[-_ ]", "", tool.casefold()), (_TOOL,), 1, _CLOSE))


def _end_of_words(text: str, count: int) -> int:
    """Where the first ``count`` words end, with one sign or blank between them; 0 if that is no end."""
    end = 0
    for number in range(count):
        if number and text[end : end + 1] not in ("-", "_", " "):
            return 0
        word = _WORD.match(text, end + 1 if number else 0)
        if word is None:
            return 0
        end = word.end()
    return 0 if text[end : end + 1] in ("-", "_") else end
