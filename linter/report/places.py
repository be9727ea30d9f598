"""Where things stand, as the services that show reports want to be told."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

from linter.errors import Place

_ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""Where a job of GitHub and of GitLab has its checkout."""


def in_repository(path: str) -> str:
    """A path from the root of the repository, if a job says where that is, with ``/``."""
    whole = os.path.abspath(path)
    for name in _ROOTS:
        root = os.environ.get(name)
        if root and whole.startswith(os.path.join(root, "")):
            return os.path.relpath(whole, root).replace(os.sep, "/")
    return path.replace(os.sep, "/").removeprefix("./")


def uri(path: str) -> str:
    """A path as a URI: relative, or a file's if it is absolute."""
    inside = in_repository(path)
    return Path(inside).as_uri() if os.path.isabs(inside) else _quoted(inside)


def web_link(place: Place) -> str:
    """A link to a line of a file: in the web page of the commit that a job is about, else relative."""
    server, name, commit = map(os.environ.get, ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA"))
    project, revision = map(os.environ.get, ("CI_PROJECT_URL", "CI_COMMIT_SHA"))
    path = _quoted(in_repository(place.path))
    anchor = f"#L{place.line}" if place.line else ""
    if server and name and commit:
        return f"{server}/{name}/blob/{commit}/{path}{anchor}"
    if project and revision:
        return f"{project}/-/blob/{revision}/{path}{anchor}"
    return path + anchor


def _quoted(path: str) -> str:
    """A relative path as a URI has it, byte for byte: a file's name need not be text."""
    return quote(os.fsencode(path))
