"""Which words of template languages mean what, and which files are templates of what."""

from __future__ import annotations

from pathlib import PurePath

from linter.readers.word_lists import shared_with


def template_words() -> dict[str, frozenset[str]]:
    """The words of ``templates.txt`` by the section that they stand in, with those that metadata uses as well."""
    return shared_with("templates.txt", "prose_keys.txt")


def folded(name: str) -> str:
    """The name of an attribute or a tag as ``templates.txt`` has it: fig-cap and fig_cap are figcap."""
    return name.replace("-", "").replace("_", "").replace(".", "").lower()


def ending(path: str) -> str:
    """The ending that says how to read a file, in lower case: ``.md`` of page.md.njk, ``.njk`` of page.njk."""
    endings = [each.lower() for each in PurePath(path).suffixes]
    while len(endings) > 1 and is_template(endings[-1]):
        beneath = endings[-2]
        if not (is_template(beneath) or beneath in template_words()["becomes"] or _is_read(beneath)):
            return endings[-1]
        endings.pop()
    return endings[-1] if endings else ""


def is_template(suffix: str) -> bool:
    return suffix.lower() in template_words()["endings"]


def _is_read(suffix: str) -> bool:
    from linter.readers import SUFFIXES
    from linter.readers.unread import unread_endings

    return suffix in SUFFIXES or suffix in unread_endings()
