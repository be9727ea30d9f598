"""Globs that name drafts, as the lines of a .gitignore do."""

from __future__ import annotations

import os
import re

ADVICE = "is not a glob: write one such as old/** or news/*.md"


def is_glob(text: str) -> bool:
    """Whether ``text`` names anything: no blank, no comment, no range that runs backwards."""
    from pathspec import GitIgnoreSpec

    try:
        patterns = GitIgnoreSpec.from_lines([text]).patterns
    except (ValueError, re.error):
        return False
    return any(pattern.include is not None for pattern in patterns)


def comparable(path: str) -> str:
    """A path as globs are held against it: "/" between its parts, and "?" for bytes that are no text."""
    return path.replace(os.sep, "/").encode("utf-8", "replace").decode("utf-8")
