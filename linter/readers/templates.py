"""Tags, expressions and comments of template languages, each of which becomes an edit of the source.

``{{ }}``, ``{% %}`` and ``{# #}`` of Jinja, Nunjucks, Twig, Liquid, Handlebars and Go, the shortcodes
``{{< >}}`` and ``{{% %}}`` of Hugo and Quarto, and ``<% %>`` of ERB and EJS.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from linter.model import Comment
from linter.patterns import Pattern
from linter.readers.sifted import Edit, Kind, Spoken
from linter.readers.spoken import parts_of, reads_like_prose, spoken
from linter.readers.template_ends import Ends
from linter.readers.template_words import folded, template_words

COMMENTS = (  # how it begins, and how it ends
    (Pattern(r"\{\{~?!--"), r"--~?\}\}"),
    (Pattern(r"\{\{~?!"), r"~?\}\}"),
    (Pattern(r"\{\{-?\s{0,9}/\*"), r"\*/\s{0,9}-?\}\}"),
    (Pattern(r"\{#[-~+]?"), r"[-~+]?#\}"),
    (Pattern(r"<%--"), r"--%>"),
    (Pattern(r"<%[-=]?\s{0,9}#"), r"-?%>"),
    (Pattern(r"\{%-?\s{0,9}#"), r"-?%\}"),
)
IDENTIFIER = Pattern(r"\{#[\w:.-]+(?:[ \t]+[^{}\n#]*)?\}")
"""``{#survival .wide}`` names a heading, and is no comment."""
TAG_NAME = Pattern(r"\{%[-+~]?\s{0,20}([A-Za-z_][\w.-]*)")
SHORTCODE = Pattern(r"\{\{[<%]\s{0,20}(/?)\s{0,20}([A-Za-z_][\w./-]*)")
SHOWN_SHORTCODE = Pattern(r"\{\{[<%]\s{0,9}/\*")
EXPRESSION = Pattern(r"\{\{[{~&-]?\s{0,20}(?:([#/^>])\s{0,9})?([A-Za-z_][\w-]*)?")
ERB = Pattern(r"<%[-=%]?(?:\s{0,20}([A-Za-z_]\w*))?")
SAID = Pattern(
    r"\s{0,99}(?:_|gettext|ngettext|t|trans|translate|raw|safe|html_safe)?\s{0,9}\(?\s{0,9}(?=[\"'`])"
)
TEX = Pattern(r"(?:[_^\\]|\\[A-Za-z]{1,20})$")
ESCAPED = Pattern(r"(?<!\\)(?:\\\\){0,4}\\$")
"""What ends in a backslash that stands for no backslash itself."""
OPEN_TAG = Pattern(r"<[/A-Za-z!][^<>]*$")
ELEMENT_NAME = Pattern(r"</?$")
DIGITS = Pattern(r"\d[\d.,]*+%?")
DIGITS_BEFORE = Pattern(r"\d[\d.,]*$")
_LOOK_BACK = 1000


@cache
def _compiled(signs: str) -> re.Pattern[str]:
    return re.compile(signs, re.MULTILINE)


class Templates:
    """Reads tags of one source, adding to ``edits`` and ``comments``; each method gives where to go on.

    What nothing closes is text, and 0 is given.
    """

    signs = r"<!--|\{[{%#]"
    """Where something may begin."""

    def __init__(self, source: str, *, strict: bool, names: Collection[str] = ()) -> None:
        self.source = source
        self.strict = strict
        self.names = frozenset(map(folded, names))
        self.ends = Ends(source, strict=strict)
        self.edits: list[Edit] = []
        self.comments: list[Comment] = []
        self.words = template_words()

    def run(self, start: int, more_signs: str = "") -> None:
        """Read the source from ``start`` on."""
        search = _compiled(self.signs + more_signs).search
        at = start
        while (found := search(self.source, at)) is not None:
            start = found.start()
            is_escaped = self.source.endswith("\\", 0, start) and ESCAPED.search(
                self.source, max(0, start - 9), start
            )
            at = (0 if is_escaped else self.read(found.group(), start)) or start + 1
        self.edits.sort(key=lambda edit: edit[:2])

    def read(self, sign: str, at: int) -> int:
        """Read what may begin with ``sign`` at ``at``; of templates a tag, expression or comment."""
        source = self.source
        if sign == "<!--":
            return self.ends.find("-->", at + 4) or at + 4
        if end := self._comment(at):
            return end
        if source.startswith("{%", at):
            return self._tag(at)
        if source.startswith("<%", at):
            return self._erb(at)
        if source.startswith(("{{<", "{{%"), at):
            return self._shortcode(at)
        return self._expression(at) if source.startswith("{{", at) else 0

    def edit(self, start: int, end: int, kind: Kind, said: tuple[Spoken, ...] = (), text: str = "") -> int:
        """Add an edit; within the tag of an element nothing is said."""
        if said and self.is_in_tag(start):
            said, kind = (), "word" if kind == "flow" else kind
        self.edits.append(Edit(start, end, kind, said, text))
        return end

    def is_in_tag(self, at: int) -> bool:
        """Whether the tag of an element is open at ``at``."""
        low = max(self.source.rfind("<", max(0, at - _LOOK_BACK), at), 0)
        return OPEN_TAG.search(self.source, low, at) is not None

    def comment(self, start: int, low: int, high: int, end: int) -> int:
        """Take out a comment, ``source[low:high]`` of which is what it says."""
        self.comments.append(Comment(start, end, self.source[low:high]))
        return self.edit(start, end, "gone")

    # -- comments -----------------------------------------------------------------------------

    def _comment(self, at: int) -> int:
        for opening, closing in COMMENTS:
            opened = opening.match(self.source, at)
            if opened is None or IDENTIFIER.match(self.source, at):
                continue
            if (closed := self._closing(closing, opened.end())) is not None:
                return self.comment(at, opened.end(), closed.start(), closed.end())
        return 0

    def _enclosed(self, start: int, inside: int, closing: str, *, is_comment: bool) -> int:
        """Take out a pair of tags with what is between; 0 if the second is missing."""
        mark = self._closing(closing, inside)
        if mark is None:
            return 0
        if is_comment:
            return self.comment(start, inside, mark.start(), mark.end())
        return self.edit(start, mark.end(), "block")

    def _closing(self, pattern: str, at: int) -> re.Match[str] | None:
        if at >= self.ends.missing.get(pattern, len(self.source) + 1):
            return None
        found = re.compile(pattern).search(self.source, at)
        if found is None:
            self.ends.missing[pattern] = at
        return found

    # -- tags ---------------------------------------------------------------------------------

    def _tag(self, at: int) -> int:
        """``{% … %}``."""
        name = TAG_NAME.match(self.source, at)
        end = self.ends.tag("%}", name.end()) if name is not None else 0
        if name is None or not end or (self.strict and self.source[end - 3].isdigit()):
            return 0  # {% of people: 50%} is no tag
        word = folded(name[1])
        closing = rf"\{{%[-+~]?\s{{0,20}}end{re.escape(name[1])}\s{{0,20}}[-+~]?%\}}"
        if word in self.words["verbatim"]:
            return self._verbatim(at, end, closing)
        is_comment = word in self.words["comments"]
        if (is_comment or word in self.words["code"]) and (
            after := self._enclosed(at, end, closing, is_comment=is_comment)
        ):
            return after
        bare = word not in self.words["steering"]
        said = spoken(self.source, name.end(), end - 2, self.names, bare=bare)
        return self.edit(at, end, self._kind(word), said)

    def _kind(self, word: str) -> Kind:
        """What a tag leaves by its name."""
        if word in self.words["branches"]:
            return "branch"
        return "gone" if word in self.words["steering"] else "block"

    def _verbatim(self, at: int, end: int, closing: str) -> int:
        self.edit(at, end, "gone")
        mark = self._closing(closing, end)
        return self.edit(*mark.span(), "gone") if mark is not None else end

    def _shortcode(self, at: int) -> int:
        """``{{< … >}}`` or ``{{% … %}}``."""
        source = self.source
        mark = ">}}" if source[at + 2] == "<" else "%}}"
        if SHOWN_SHORTCODE.match(source, at):
            end = self.ends.find(mark, at)
            return self.edit(at, end, "word") if end else 0
        name = SHORTCODE.match(source, at)
        end = self.ends.tag(mark, name.end()) if name is not None else 0
        if name is None or not end:
            return 0
        word = folded(name[2])
        is_comment = word in self.words["comments"]
        closing = rf"\{{\{{[<%]\s{{0,20}}/\s{{0,20}}{re.escape(name[2])}\s{{0,20}}[>%]\}}\}}"
        if (is_comment or word in self.words["code"]) and (
            after := self._enclosed(at, end, closing, is_comment=is_comment)
        ):
            return after
        if word in self.words["printed"] or source.startswith("](", at - 2):
            return self.edit(at, end, "word")
        return self.edit(at, end, "block", spoken(source, name.end(), end - 3, self.names, bare=True))

    def _expression(self, at: int) -> int:
        """``{{ … }}``: it prints something, says something, or steers."""
        source = self.source
        if self.strict and TEX.search(source, max(0, at - 22), at):
            return 0  # x_{{a}} is TeX
        name = EXPRESSION.match(source, at)
        end = self.ends.tag("}}", at + 2)
        if name is None or not end:
            return 0
        if source.startswith("}", end) and source.startswith("{{{", at):
            end += 1
        word = folded(name[2] or "")
        if word in self.words["branches"]:
            return self.edit(at, end, "branch")
        if name[1] or word in self.words["steering"]:
            said = spoken(source, name.end(), end - 2, self.names, bare=False)
            return self.edit(at, end, "block" if name[1] == ">" else "gone", said)
        return self._printed(at, at + 2, end - 2, end)

    def _printed(self, at: int, low: int, high: int, end: int) -> int:
        """An expression between ``low`` and ``high``: a string, or a call that is given prose."""
        source = self.source
        said = SAID.match(source, low, high)
        if said is not None and (close := self.ends.string(said.end())) and close <= high:
            inside = (said.end() + 1, close - 1)
            is_all = not said.group().strip() and not source[close:high].strip(" \t\r\n-~}")
            if is_all and not source[slice(*inside)].strip():
                return self.edit(at, end, "text", text=" ")
            if is_all or reads_like_prose(source, *inside):
                return self.edit(at, end, "flow", (Spoken(parts_of(source, *inside)),))
        if told := spoken(source, low, high, self.names, bare=True):
            return self.edit(at, end, "block", told)
        if ELEMENT_NAME.search(source, max(0, at - 2), at):
            return self.edit(at, end, "text", text="x")  # <{{ tag }}> is some element
        # Of 1{{ n }}5% nobody knows the figure.
        before = DIGITS_BEFORE.search(source, max(0, at - 20, self.edits[-1].end if self.edits else 0), at)
        after = DIGITS.match(source, end)
        return self.edit(before.start() if before else at, after.end() if after else end, "word")

    def _erb(self, at: int) -> int:
        """``<% … %>`` and ``<%= … %>``."""
        name = ERB.match(self.source, at)
        end = self.ends.tag("%>", at + 2)
        if name is None or not end:
            return 0
        word = name[1] or ""
        is_dash = self.source.startswith("<%-", at)  # prints in EJS, and in ERB trims
        if self.source.startswith("<%=", at) or (is_dash and word not in self.words["steering"]):
            return self._printed(at, at + 3, end - 2, end)
        return self.edit(at, end, "branch" if word in self.words["branches"] else "gone")
