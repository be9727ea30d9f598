"""A draft without the signs of templates and of flavours of Markdown that it may hold."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import PurePath

from linter.readers.sifted import Sifted, sifted, unsifted
from linter.readers.template_words import is_template
from linter.readers.templates import Templates

_SUSPECT = ("{", "%%", "[[", "==", "::", "]:", "<%", "\n% ", ")=\n")
_WITH_ERB = frozenset({".erb", ".ejs"})


def sift(path: str, source: str, start: int, base: str, names: Collection[str] = ()) -> Sifted:
    """``source`` from ``start`` on without what its readers do not see.

    ``base`` is what the draft is apart from templates: ``markdown``, ``html`` or ``text``. ``names``
    are attributes that hold prose, besides those known.
    """
    endings = [each.lower() for each in PurePath(path).suffixes]
    is_mdx = endings[-1:] == [".mdx"]
    is_template_file = any(map(is_template, endings))
    if not is_mdx and not any(sign in source for sign in _SUSPECT):
        return unsifted(source)
    if base == "text" and not is_template_file:
        return unsifted(source)
    reader = _reader(base, is_mdx)(source, strict=not is_template_file, names=names)
    reader.run(start, "|<%" if _WITH_ERB.intersection(endings) else "")
    return sifted(source, reader.edits, reader.comments, base)


def _reader(base: str, is_mdx: bool) -> type[Templates]:
    """Who reads the signs; the others are not even imported."""
    if is_mdx:
        from linter.readers.mdx import Mdx

        return Mdx
    if base == "markdown":
        from linter.readers.markdown_signs import MarkdownSigns

        return MarkdownSigns
    return Templates
