"""What MyST adds to Markdown: directives in fences, comments of ``%``, and targets."""

from __future__ import annotations

from linter.patterns import Pattern
from linter.readers.sifted import Spoken
from linter.readers.spoken import parts_of
from linter.readers.template_words import folded
from linter.readers.templates import Templates
from linter.readers.word_lists import words_of

DIRECTIVE = Pattern(r"[ \t]*\{([A-Za-z][\w-]*)\}[ \t]*([^\n]*?)[ \t]*\r?(?=\n|\Z)")
OPTION = Pattern(r"\n[ \t>]*:([\w-]{1,40}):(?:[ \t]+([^\n]*?))?[ \t]*\r?(?=\n|\Z)")
OPTIONS_IN_YAML = Pattern(r"\n[ \t>]*---[ \t]*\r?(?:\n[^\n]*){0,40}?\n[ \t>]*---[ \t]*\r?(?=\n|\Z)")
COMMENT = Pattern(r"%[ \t]+([^\n]*?)[ \t]*\r?(?=\n|\Z)")

FIRST_SIGNS = (r"^%(?=[ \t])", r"^\+\+\+[ \t]+\{[^\n]*\}[ \t]*\r?$", r"^\([\w.:-]{1,100}\)=[ \t]*\r?$")


class Myst(Templates):
    """Reads directives, of which a fence is no code, and what MyST does not show."""

    closings: frozenset[int] = frozenset()
    """Where the lines begin that close the directives that are open."""

    def directive(self, mark: int, after: int, closing: int | None) -> int:
        """Read the head of ```` ```{note} Title ````, whose fence begins at ``mark`` and ends at ``after``.

        0 if it is code. Its content is Markdown, up to the line that begins at ``closing``.
        """
        opened = DIRECTIVE.match(self.source, after)
        if opened is None:
            return 0
        words = words_of("rst_names.txt")
        name = opened[1].lower()
        if name not in words["titled directives"] | words["fenced directives"]:
            return 0
        said: list[Spoken] = []
        if opened[2] and name in words["titled directives"]:
            said.append(Spoken(parts_of(self.source, *opened.span(2))))
        here = opened.end()
        if (block := OPTIONS_IN_YAML.match(self.source, here)) is not None:
            here = block.end()
        while (option := OPTION.match(self.source, here)) is not None:
            if option[2] and folded(option[1]) in self.words["prose"] | self.names:
                said.append(Spoken(parts_of(self.source, *option.span(2))))
            here = option.end()
        if closing is not None:
            self.closings = frozenset((closing, *(each for each in self.closings if each > mark)))
        return self.edit(mark, here, "block", tuple(said))

    def percent_comment(self, at: int) -> int:
        """``% words`` on a line of its own, where no paragraph goes on; the first line of a file is Pandoc's title."""
        line = self.source.rfind("\n", 0, max(at - 1, 0)) + 1
        before = self.source[line:at] if at else "title"
        follows = bool(self.edits) and self.edits[-1].end in (at - 1, at - 2) and before.startswith("%")
        found = COMMENT.match(self.source, at)
        if found is None or (before.strip() not in ("", "---") and not follows):
            return 0
        return self.comment(at, *found.span(1), found.end())
