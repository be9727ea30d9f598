"""Comments of MDX, ``{/* … */}``, made such as Markdown knows them, every place unmoved."""

from __future__ import annotations

from linter.patterns import Pattern

OPEN = Pattern(r"\{\s{0,9}/\*")
CLOSE = Pattern(r"\s{0,9}\}")
_SHORTEST = len("<!--x-->")


def is_mdx(path: str) -> bool:
    return path.lower().endswith(".mdx")


def comments_masked(source: str) -> str:
    """``source`` with each comment of MDX as a comment of HTML of the same length, on one line.

    A blank line inside one would end the paragraph it stands in.
    """
    pieces: list[str] = []
    here = at = 0
    while (opened := OPEN.search(source, at)) is not None:
        star = source.find("*/", opened.end())
        if star < 0:
            break
        at = star + 2
        if (closed := CLOSE.match(source, at)) is not None:
            size = closed.end() - opened.start()
            filler = f"<!--{'x' * (size - 7)}-->" if size >= _SHORTEST else " " * size
            pieces += [source[here : opened.start()], filler]
            here = at = closed.end()
    return "".join([*pieces, source[here:]]) if pieces else source


def comment_text(raw: str) -> str | None:
    """What a comment of HTML or MDX says, without its marks; None for other markup that shows nothing."""
    if raw.startswith("{"):
        return raw[raw.index("*") + 1 : raw.rindex("*")]
    return raw[4:-1].removesuffix("--") if raw.startswith("<!--") else None
