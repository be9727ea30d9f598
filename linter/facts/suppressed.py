"""The comments of a draft that name a fact, with another id in its place."""

from __future__ import annotations

import re

from linter.model import Document


def renamed(document: Document, data: bytes, old: str, new: str) -> bytes | None:
    """The draft's bytes with ``new`` for ``old`` in its medlint comments; None where they cannot be told apart.

    Only the comments change: a draft may well use the word elsewhere.
    """
    source = document.source
    pattern = re.compile(rf"(\[\s*){re.escape(old)}(?=\s*[=\]])")
    parts, at = [], 0
    for comment in sorted(document.comments, key=lambda c: c.start):
        text = source[comment.start : comment.end]
        if "medlint-" in text and pattern.search(text):
            parts += [source[at : comment.start], pattern.sub(lambda found: found[1] + new, text)]
            at = comment.end
    if not parts:
        return data
    if data.decode("utf-8", "replace") != source:
        return None
    return "".join([*parts, source[at:]]).encode("utf-8")
