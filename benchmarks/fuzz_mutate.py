"""Ways of spoiling a text."""

from __future__ import annotations

import re
from random import Random

DIGITS = "9" * 400
# Bits that readers, parsers and grammars have rules about.
TOKENS = (
    DIGITS, "9" * 5000, "0." + "0" * 400 + "1", "1e400", "10^400", "10^-40", "1 in " + DIGITS, "0 in 0", "1/0", "0%", "-1%",
    "²", "٣", "½", "𝟘", "1:20", "0x1F", "0b1", "1_000", ".inf", ".nan", "~", "null", "no", "2026-13-45", "0000-00-00",
    "9999-12-31", "0001-01-01", "!!python/object:os.system", "!!int abc", "!!timestamp x", "!!binary x", "!!set {a}", "!tag ",
    "&a ", "*a", "<<: *a", "? [a, b]\n: c", "? {a: b}\n: c", "- ", "[", "]", "{", "}", "{}", "[]", '"', "'", "|\n", ">\n", "#", "---\n",
    "...\n", "%YAML 9.9\n", "\t", "\r\n", "\r", "\0", "\x01", "\x85", "\u2028", "\u2029", "\ufeff", "\ufffe", "\u200f", "\u00ad",
    "\ud800", '"\\0"', '"\\x1b[2J"', '"\\ud800"', '"!"', '"[z-a]"', '"{a"', '""', '"/"', '"."', "'?'", "'…'", "é", "😀", "{found}", "{found!r}", "{found.x}", "{0}", "{{", "%s", "/(/", "/a|/", "/(a+)+/", "/\\/", "**", "!", "\\",
    "<!--", "-->", "<!-- medlint-ignore: r -->", "<!-- medlint-off -->", "<!-- medlint-on x[y=z] -->", "{/*", "*/}", "<table>", "<td rowspan=99999>",
    "</p>", "<p", "<script>", "<title>", "<sup>", "&#x110000;", "&#0;", "&#xD800;", "&#99999999999;", "&nbsp;", "[^1]", "[^1]: a", "|---|",
    "| a | b |", "~~", "```", "$", "![](", "](", "> ", "# ", "* * *", "<br>", "± ", "–", "—", "%", "per 100,000", "95% CI", "(95% CI ", "p < ",
    "mg", "years", "out of", "to", "between", "half", "one", "million", "twice", "mm Hg", "120/80", "in 2020", "respectively", "up from",
)  # fmt: skip
_WORD = re.compile(r"\w+|[^\w\s]")
_MOST = 60_000
"""Characters of a spoilt text: a case should take no longer than it must."""


def mutated(text: str, chance: Random) -> bytes:
    """``text`` spoilt in one to six ways, as bytes that may be no text at all."""
    for _ in range(chance.randint(1, 6)):
        text = chance.choice(_WAYS)(text, chance)[:_MOST]
    data = text.encode("utf-8", "surrogatepass")
    if chance.random() < 0.05 and data:
        spoilt = bytearray(data)
        for _ in range(chance.randint(1, 5)):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        data = bytes(spoilt)
    return data


def _span(text: str, chance: Random, longest: int = 80) -> tuple[int, int]:
    start = chance.randint(0, len(text))
    return start, min(len(text), start + chance.randint(0, longest))


def _word(text: str, chance: Random) -> tuple[int, int]:
    """The place of some word or sign."""
    found = _WORD.search(text, chance.randint(0, len(text)))
    return found.span() if found else (len(text), len(text))


def _delete(text: str, chance: Random) -> str:
    start, end = _span(text, chance)
    return text[:start] + text[end:]


def _cut(text: str, chance: Random) -> str:
    return text[: chance.randint(0, len(text))]


def _insert(text: str, chance: Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(TOKENS) + text[at:]


def _replace(text: str, chance: Random) -> str:
    start, end = _word(text, chance)
    return text[:start] + chance.choice(TOKENS) + text[end:]


def _replace_value(text: str, chance: Random) -> str:
    """Something else behind a colon or an equals sign."""
    at = chance.randint(0, len(text))
    found = re.compile(r"(?<=[:=]) ?[^\n]*").search(text, at)
    return text if found is None else f"{text[: found.start()]} {chance.choice(TOKENS)}{text[found.end() :]}"


def _repeat(text: str, chance: Random) -> str:
    start, end = _span(text, chance)
    return text[:end] + text[start:end] * chance.choice((1, 2, 50)) + text[end:]


def _move(text: str, chance: Random) -> str:
    start, end = _span(text, chance)
    rest = text[:start] + text[end:]
    at = chance.randint(0, len(rest))
    return rest[:at] + text[start:end] + rest[at:]


def _lines(text: str, chance: Random) -> str:
    """A line taken out, put elsewhere, or indented."""
    lines = text.splitlines(keepends=True) or [""]
    line = lines.pop(chance.randrange(len(lines)))
    way = chance.randrange(3)
    if way:
        at = chance.randint(0, len(lines))
        lines.insert(at, ("  " if way == 1 else "") + line)
    return "".join(lines)


def _number(text: str, chance: Random) -> str:
    """Another number for some number."""
    found = re.compile(r"\d+").search(text, chance.randint(0, len(text)))
    if found is None:
        return text
    other = chance.choice(
        ("0", "1", "00", "100", "101", "1900", "3000", "1.5", "1,2", DIGITS, "1–2", "-5", "1 000", "½")
    )
    return text[: found.start()] + other + text[found.end() :]


_WAYS = (
    _delete,
    _cut,
    _insert,
    _insert,
    _replace,
    _replace,
    _replace_value,
    _repeat,
    _move,
    _lines,
    _lines,
    _number,
    _number,
)
