"""docutils' parser of reStructuredText, made to read drafts whatever Sphinx extension they are written for.

Nothing is loaded, run or written: no file is included, no raw markup is passed on. A directive or role
that docutils does not know is read for the text in it.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, ClassVar

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Directive, Parser, directives, states
from docutils.utils import new_document, unescape

from linter.errors import DraftError
from linter.patterns import Pattern
from linter.readers.word_lists import words_of

_SILENT = 5
"""The level of messages above every one there is: nothing is printed, and nothing ends the reading."""
_PROSE = 3
"""An unknown directive's argument of so many words is one to read."""
_TARGET = Pattern(r"(.*?)\s*(?<!\\)<[^<>]*>$")
_CAPTION = Pattern(r"\s*:caption:\s+(\S.*)")
_NEW_ROLE = Pattern(r"\s*([\w.+-]+)\s*(?:\(\s*([\w.+-]+)\s*\))?")


def names(kind: str) -> frozenset[str]:
    """The directives, roles or fields that ``rst_names.txt`` lists under a heading."""
    return words_of("rst_names.txt")[kind]


def parse(source: str) -> nodes.document:
    """The tree of a draft, as the parser leaves it: no reference resolved, no number given."""
    settings = get_default_settings(Parser)
    settings.report_level = settings.halt_level = _SILENT
    settings.warning_stream = None
    settings.file_insertion_enabled = settings.raw_enabled = False
    settings.syntax_highlight = "none"
    document = new_document("draft", settings)
    parser = Parser(inliner=_Inliner())
    parser.state_classes = _STATES
    try:
        parser.parse(source, document)
    except RecursionError:
        raise DraftError("is nested too deep to be read: simplify its lists and quotations") from None
    # docutils has no one error for what it cannot parse; all of it means the same here.
    except Exception as error:
        said = " ".join(str(error).split())[:120] or type(error).__name__
        raise DraftError(
            f"cannot be read as reStructuredText ({said}): simplify what is unusual in it"
        ) from None
    for message in list(document.findall(nodes.system_message)):
        message.parent.remove(message)
    return document


class _AnyDirective(Directive):
    """A directive that docutils does not know: what it holds is text."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar[dict[str, Any]] = {"name": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        node = nodes.container()
        if self.arguments and self._is_prose(self.arguments[0]):
            text, messages = self.state.inline_text(self.arguments[0], self.lineno)
            title = nodes.paragraph(self.arguments[0], "", *text, *messages)
            title.line = self.lineno
            node += title
        self.state.nested_parse(self.content, self.content_offset, node)
        return [node]

    def _is_prose(self, argument: str) -> bool:
        name = self.name.lower()
        if name in names("titled directives"):
            return True
        is_path = "/" in argument.split()[0] or "=" in argument
        return ":" not in name and not is_path and len(argument.split()) >= _PROSE


def _caption(found: Any, line: int) -> nodes.caption:
    """What stands above a listing or a table of contents, and is read although they are not."""
    caption = nodes.caption(found[1], found[1])
    caption.line = line
    return caption


class _Inliner(states.Inliner):
    """Knows every role: its text is read, or is code, or a key that nobody sees."""

    def __init__(self) -> None:
        super().__init__()
        self.defined: dict[str, str] = {}
        """The roles that the draft defines, by what each is based on; under "" the role of those without."""

    def interpreted(self, rawsource: str, text: str, role: str, lineno: int) -> Any:
        name = (role or self.defined.get("", "")).lower().rpartition("!")[2]
        for _ in self.defined:
            name = self.defined.get(name, name)
        shown = unescape(text)
        if (found := _TARGET.match(shown)) is not None and found[1]:
            shown = found[1]
        elif name in names("key roles"):
            return [nodes.literal(rawsource, shown)], []
        if ":" in name or name in names("code roles"):
            return [nodes.literal(rawsource, shown)], []
        kind = nodes.superscript if name in names("raised roles") else nodes.inline
        return [kind(rawsource, shown)], []


for _name, _value in vars(states.Inliner).items():  # it makes its patterns of its class's own attributes
    if not _name.startswith("__") and _name not in vars(_Inliner):
        setattr(_Inliner, _name, _value)


class _Drafts:
    """What every state of the parser does otherwise."""

    nested_sm_cache: ClassVar[list[Any]] = []

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.nested_sm_kwargs = {"state_classes": _STATES, "initial_state": "Body"}

    def directive(self: Any, match: Any, **presets: Any) -> Any:
        """Run a directive, known or not; what holds no copy is passed over."""
        name = match.group(1)
        if name.lower() in names("unread directives"):
            self._note_role(name.lower(), match.string[match.end() :])
            line = self.state_machine.abs_line_number()
            block, *_, blank_finish = self.state_machine.get_first_known_indented(match.end(), strip_top=0)
            shown = [
                _caption(found, line + n) for n, each in enumerate(block) if (found := _CAPTION.match(each))
            ]
            return shown, blank_finish or self.state_machine.is_next_line_blank()
        known, _ = directives.directive(name, self.memo.language, self.document)
        return self.run_directive(known or _AnyDirective, match, name, presets)

    def _note_role(self: Any, directive: str, argument: str) -> None:
        """Remember a role that the draft defines by another, and what a role without a name is."""
        found = _NEW_ROLE.match(argument)
        if directive == "default-role":
            self.inliner.defined[""] = found[1] if found is not None else ""
        elif directive == "role" and found is not None:
            self.inliner.defined[found[1].lower()] = (found[2] or "").lower()

    def parse_extension_options(self: Any, option_spec: Any, datalines: Any) -> tuple[int, dict[str, Any]]:
        """A directive's options without those that docutils does not know, which would make it drop all."""
        node = nodes.field_list()
        self.nested_list_parse(datalines, 0, node, initial_state="ExtensionOptions", blank_finish=True)
        options: dict[str, Any] = {}
        for field in node.findall(nodes.field):
            name, value = field[0].astext().lower(), field[1].astext() or None
            if name in option_spec and name not in options:
                try:
                    options[name] = option_spec[name](value)
                except (ValueError, TypeError):
                    continue
        return 1, options


_CONSTRUCTS = [
    (_Drafts.directive if method is states.Body.directive else method, pattern)
    for method, pattern in states.Body.explicit.constructs
]
_EXPLICIT = SimpleNamespace(patterns=states.Body.explicit.patterns, constructs=_CONSTRUCTS)
_STATES: tuple[Any, ...] = tuple(
    type(state.__name__, (_Drafts, state), {"explicit": _EXPLICIT}) for state in states.state_classes
)
