"""The comments of a draft that name a fact, with another id in its place."""

from __future__ import annotations

import re

from linter.model import Document


def renamed(document: Document, old: str, new: str) -> str | None:
    """The draft's text with ``new`` for ``old`` in its medlint comments; None where the file cannot be written so.

    Only the comments change: a draft may well use the word elsewhere.
    """
    source = document.source
    pattern = re.compile(rf"(\[\s*){re.escape(old)}(?=\s*[=\]])")
    parts, at = [], 0
    for comment in sorted(document.comments, key=lambda c: c.start):
        # The words of a comment in Word stand beside the text.
        text = source[comment.start : comment.end] if document.has_lines else comment.text
        if "medlint-" in text and pattern.search(text):
            parts += [source[at : comment.start], pattern.sub(lambda found: found[1] + new, text)]
            at = comment.end
    if not parts:
        return source
    return "".join([*parts, source[at:]]) if document.has_lines else None
