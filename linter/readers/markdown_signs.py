"""Signs that flavours of Markdown add to it: Obsidian's, Pandoc's, Quarto's, kramdown's, of containers.

Each method reads the sign that begins at a place, adds to the edits, and gives where to go on; 0 if it
is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from linter.patterns import Pattern
from linter.readers.myst import FIRST_SIGNS as MYST_SIGNS
from linter.readers.myst import Myst
from linter.readers.sifted import Edit, Spoken
from linter.readers.spoken import parts_of, spoken
from linter.readers.template_words import folded
from linter.readers.templates import Templates

FENCE = Pattern(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}+|~{3,}+)([^\n]*+)")
TICKS = Pattern(r"`++")
EMPTY_LINE = Pattern(r"\n[ \t>]*+\r?\n")
CHUNK_OPTION = Pattern(r"[ \t>]*#\|[ \t]*([\w.-]{1,40}):[ \t]*([\"']?)([^\n]*?)\2[ \t]*\r?(?:\n|\Z)")
"""``#| fig-cap: "Survival by stage"`` at the head of a chunk of Quarto."""
MATH = Pattern(r"\$\$(?:[^$]|\\\$)+?\$\$|\$(?=[^\s$])[^$\n]*?[\\^_][^$\n]*?(?<=[^\s\\])\$(?!\d)")
OBSIDIAN = Pattern(r"%%(?![\d%])")
MARKED = Pattern(r"==(?=[^\s=])([^=\n]{1,2000}?)(?<=[^\s=])==(?![\w=])")
WIKILINK = Pattern(r"(!?)\[\[([^\[\]|\n]{1,300}?)(?:(\\?\|)([^\[\]\n]{1,300}))?\]\](?!\()")
CONTAINER = Pattern(r"[ \t>]*(:{3,})[ \t]*([^\n]*?)[ \t]*:*\r?(?=\n|\Z)")
LEAF = Pattern(r"[ \t>]*::([A-Za-z][\w-]*)([\[{][^\n]*?)[ \t]*\r?(?=\n|\Z)")
CONTAINER_NAME = Pattern(r"(?:\{?[A-Za-z][\w-]*\}?)?")
LABEL = Pattern(r"[ \t]*\[([^\]\n]*)\]")
BRACED = Pattern(r"[ \t]*\{[^{}\n]*\}")
IDENTIFIED = Pattern(r"\{:?[ \t]*[.#][\w-][^{}\n]*\}")
"""``{#id .class width=50%}``, with a colon in kramdown."""
ATTRIBUTED = Pattern(r"\{:?[ \t]*[\w-]{1,40}[ \t]*=[^{}\n]*\}")
KRAMDOWN_COMMENT = Pattern(r"\{::comment[ \t]*\}")
KRAMDOWN_COMMENT_END = r"\{:/(?:comment)?[ \t]*\}"
REFERENCE = Pattern(
    r" {0,3}\[(?://|comment|_+|\^_\^|#|hidden)\]:[ \t]*(?:#|<>)[ \t]*"
    r"(?:\(((?:[^\n]*\n(?=[ \t]*\S)){0,20}?[^\n]*?)\)|\"([^\n]*)\"|'([^\n]*)')[ \t]*\r?(?=\n|\Z)"
)
"""``[//]: # (words)``: the definition of a link that nothing uses, in place of a comment."""


FIRST_SIGNS = (
    r"^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:`{3}|~{3})",
    r"^[ \t>]*::",
    r"^ {0,3}\[(?://|comment|_+|\^_\^|#|hidden)\]:",
)
SIGNS = ("`", "%%", "==", r"!?\[\[", r"\{", r"(?<=[.!?:)\]”\"]) \^[A-Za-z0-9-]{3,40}[ \t]*$")


class MarkdownSigns(Myst):
    """Reads what stands in Markdown besides the tags of templates."""

    signs = "|".join((*FIRST_SIGNS, *MYST_SIGNS, Templates.signs, *SIGNS))

    def read(self, sign: str, at: int) -> int:
        """Read what may begin with ``sign`` at ``at``."""
        bare = sign.lstrip(" \t>")
        if bare.startswith("::"):
            return self.container(at)
        if bare.startswith("[") and bare.endswith(":"):
            return self.reference(at)
        if sign.endswith(("```", "~~~")):
            return self.fence(at)
        if sign == "%":
            return self.percent_comment(at)
        if sign.startswith("+++"):  # between two cells
            return self.edit(at, at + len(sign.rstrip()), "block")
        if sign[0] == "(":  # the target of links
            return self.edit(at, at + len(sign.rstrip()), "gone")
        if sign.startswith(" ^"):  # the name of a block of Obsidian
            return self.edit(at, at + len(sign), "gone")
        if sign[0] in "{<" and sign != "{" and (end := super().read(sign, at)):
            return end
        return _BY_SIGN[sign[0]](self, at) if sign[0] in _BY_SIGN else 0

    # -- code ---------------------------------------------------------------------------------

    def fence(self, at: int) -> int:
        """Pass over a fenced block; a chunk's captions are shown, though the chunk is not."""
        opened = FENCE.match(self.source, at)
        if opened is None or (opened[1][0] == "`" and "`" in opened[2]):
            return 0
        if at in self.closings:
            return self.edit(opened.start(1), opened.end(), "block")
        mark = opened[1]
        closing = self._closing(rf"(?m)^[ \t>]*{re.escape(mark[0])}{{{len(mark)},}}[ \t]*\r?$", opened.end())
        end = closing.end() if closing is not None else len(self.source)
        if opened[2].lstrip().startswith("{"):
            inside = self.directive(opened.start(1), opened.start(2), closing and closing.start())
            if inside:
                return inside
            self._chunk(at, opened.start(2), opened.end(), end)
        return end

    def _chunk(self, at: int, low: int, high: int, end: int) -> None:
        said = list(spoken(self.source, low, high, self.names, bare=False))
        here = high + 1
        while (option := CHUNK_OPTION.match(self.source, here, end)) is not None:
            if folded(option[1]) in self.words["prose"] | self.names:
                said.append(Spoken(parts_of(self.source, *option.span(3))))
            here = option.end()
        if said:
            self.edits.append(Edit(at, at, "block", tuple(said)))

    def ticks(self, at: int) -> int:
        """Pass over code within a line."""
        opened = TICKS.match(self.source, at)
        assert opened is not None
        size = len(opened.group())
        closing = self._closing(rf"(?<!`)`{{{size}}}(?!`)", opened.end())
        if closing is None or EMPTY_LINE.search(self.source, opened.end(), closing.start()):
            return opened.end()
        return closing.end()

    def math(self, at: int) -> int:
        """Pass over a formula."""
        found = MATH.match(self.source, at)
        return found.end() if found is not None else at + 1

    # -- comments -----------------------------------------------------------------------------

    def obsidian(self, at: int) -> int:
        """``%% … %%``; in prose two signs of per cent are none."""
        source = self.source
        line = source.rfind("\n", 0, at) + 1
        before = source[max(line, at - 12) : at]
        if not OBSIDIAN.match(source, at) or (
            before.rstrip()[-1:].isalnum() and (before[-1:] != " " or before.rstrip()[-1].isdigit())
        ):
            return 0
        end = self.ends.find("%%", at + 2)
        if not end or (before.strip() and EMPTY_LINE.search(source, at, end)):
            return 0
        return self.comment(at, at + 2, end - 2, end)

    def reference(self, at: int) -> int:
        """``[//]: # (words)``."""
        found = REFERENCE.match(self.source, at)
        if found is None:
            return 0
        return self.comment(found.start(), *found.span(found.lastindex or 0), found.end())

    # -- words --------------------------------------------------------------------------------

    def marked(self, at: int) -> int:
        """``==words==``: the words."""
        found = MARKED.match(self.source, at)
        if found is None or self.source[at - 1 : at].isalnum() or self.source[at - 1 : at] == "=":
            return 0
        self.edit(at, at + 2, "gone")
        return self.edit(found.end() - 2, found.end(), "gone")

    def wikilink(self, at: int) -> int:
        """``[[page|words]]``: the words; of an embedded file nothing."""
        found = WIKILINK.match(self.source, at)
        if found is None:
            return 0
        if found[1]:
            return self.edit(at, found.end(), "word")
        if found[3]:
            self.edit(at, found.start(4), "gone")
        else:
            self.edit(at, at + 2, "gone")
        return self.edit(found.end() - 2, found.end(), "gone")

    # -- attributes and containers ------------------------------------------------------------

    def braced(self, at: int) -> int:
        """A list of attributes in braces, or a comment of kramdown."""
        opened = KRAMDOWN_COMMENT.match(self.source, at)
        if opened is not None and (closed := self._closing(KRAMDOWN_COMMENT_END, opened.end())) is not None:
            return self.comment(at, opened.end(), closed.start(), closed.end())
        found = IDENTIFIED.match(self.source, at)
        if found is None and self.source[at - 1 : at] in ("]", ")", "`"):
            found = ATTRIBUTED.match(self.source, at)
        if found is None:
            return 0
        return self.edit(
            at, found.end(), "gone", spoken(self.source, at + 1, found.end() - 1, self.names, bare=False)
        )

    def container(self, at: int) -> int:
        """A line of colons, with a name, a title and attributes if it begins something."""
        found = CONTAINER.match(self.source, at) or LEAF.match(self.source, at)
        if found is None:
            return 0
        rest, end = found.span(2)
        name = CONTAINER_NAME.match(self.source, rest, end) if found[1][0] == ":" else None
        here = name.end() if name is not None else rest
        said: tuple[Spoken, ...] = ()
        while here < end:
            if (label := LABEL.match(self.source, here, end)) is not None:
                said += (Spoken(parts_of(self.source, *label.span(1))),)
                here = label.end()
            elif (braces := BRACED.match(self.source, here, end)) is not None:
                said += spoken(self.source, *braces.span(), self.names, bare=False)
                here = braces.end()
            else:
                title = self.source[here:end]
                if any(map(str.isalnum, title)):
                    said += (Spoken(parts_of(self.source, here + len(title) - len(title.lstrip()), end)),)
                break
        first = found.start(1)
        return self.edit(first, end, "block", said)


_BY_SIGN: dict[str, Callable[[MarkdownSigns, int], int]] = {
    "`": MarkdownSigns.ticks,
    "%": MarkdownSigns.obsidian,
    "=": MarkdownSigns.marked,
    "!": MarkdownSigns.wikilink,
    "[": MarkdownSigns.wikilink,
    "{": MarkdownSigns.braced,
}
