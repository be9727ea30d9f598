"""Folders that no walk goes into: what tools install, and the copies of drafts that they build."""

from __future__ import annotations

import os
from collections.abc import Collection

ALWAYS = frozenset({"node_modules", "__pycache__", "_site", "_build"})
"""By name: Jekyll's and Eleventy's ``_site`` and Sphinx's ``_build`` hold copies of drafts."""
_BUILT = "public"
"""Where Hugo and Zola build; elsewhere a folder of drafts may be called so."""
_OWN = frozenset(f"hugo.{ending}" for ending in ("toml", "yaml", "yml", "json"))
_SHARED = frozenset(f"config.{ending}" for ending in ("toml", "yaml", "yml", "json"))
"""Names of settings that other tools use too: they are those of a site's generator beside ``content``."""
_PAGES = ("index.html", "index.xml", "sitemap.xml", "404.html")


def unwalked(folder: str, names: Collection[str]) -> frozenset[str]:
    """The names of folders that are not to be walked in ``folder``, which holds ``names``."""
    if _BUILT not in names:
        return ALWAYS
    generates = not _OWN.isdisjoint(names) or ("content" in names and not _SHARED.isdisjoint(names))
    if generates and any(os.path.isfile(os.path.join(folder, _BUILT, page)) for page in _PAGES):
        return ALWAYS | {_BUILT}
    return ALWAYS
