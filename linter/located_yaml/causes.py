"""What a YAML syntax error usually means to someone who has just typed it."""

from __future__ import annotations

import re

import yaml

from linter.errors import Place, Problem

_COLON = 'put quotes around a text that holds a colon and a space, as in claim: "Note: …"'
_BRACKET = "close every bracket, and put quotes around a text that holds a comma, a colon or a bracket"
_INDENT = "line up the keys that belong together, and write each as key, colon, space, value"
_FIRST = "put quotes around a text that begins with a special character, as in \">50\" or '*.md'"
_MENDING = (
    ("mapping values are not allowed", _COLON),
    (
        "block sequence entries are not allowed",
        'put each "- " entry on a line of its own, or quotes around a text',
    ),
    ("expected ',' or", _BRACKET),
    ("escape", "use single quotes around a text that holds a backslash, or write two backslashes"),
    (
        "a single document",
        'keep one document a file: delete the line "---", or move the rest to another file',
    ),
    ("<document start>", _INDENT),
    ("document separator", 'close the quotation mark before the line "---"'),
    ("unexpected end of stream", "close the quotation mark or the bracket that is open here"),
    ("tab", "indent with spaces, not tabs"),
    ("undefined tag handle", "put quotes around a text that begins with !"),
    ("cannot start any token", _FIRST),
    ("expected comment or line break", _FIRST),
    ("alphabetic or numeric", _FIRST),
    ("directive", _FIRST),
    ("indentation indicator", _FIRST),
    ("tag", _FIRST),
    ("could not find expected ':'", _INDENT + ", or close the quotation mark or bracket above"),
    ("expected key", _INDENT),
    ("expected '-' indicator", "line up the entries of the list, each with its own hyphen"),
    ("nest", "take out some of the brackets"),
)


def explain(error: yaml.MarkedYAMLError, source: str, path: str) -> Problem:
    """The parser's cause, where it is, and the mending it most often needs."""
    mark = error.problem_mark or error.context_mark
    cause = " ".join((error.problem or error.context or "cannot be read").split())
    unclosed = "end of stream" in cause or "document separator" in cause
    if unclosed and error.context_mark is not None:
        mark = error.context_mark  # the opening quotation mark says more than the end of the file
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    lines = source.split("\n")
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    if re.match(r" *\t", text):
        mending = "indent with spaces, not tabs"
        column = text.index("\t") + 1
    elif "expected key" in cause and text[: column - 1].rstrip().endswith(('"', "'")):
        mending = (
            "put quotes around the whole of a text, and single quotes around one that holds double quotes"
        )
    else:
        mending = next((words for part, words in _MENDING if part in cause), _INDENT)
    opened = error.context_mark
    if "expected ',' or" in cause and opened and opened.line + 1 != line:
        mending = f"the bracket opened in line {opened.line + 1} is not closed: {mending}"
    return Problem(Place(path, line, column), f"is not valid YAML ({cause}): {mending}")
