"""``medlint lsp``."""

from __future__ import annotations

import sys
from importlib.util import find_spec

import click

OK = 0
_MISSING = 'medlint lsp needs pygls, which is not installed: `pip install "medcopylint[lsp]"` adds it'
_WAITING = (
    "medlint: this is for editors, and waits for one to speak. docs/editors.md says how to set one up; "
    "Ctrl-C ends it."
)


def lsp() -> int:
    """Serve an editor over standard input and output."""
    if find_spec("pygls") is None:
        raise click.ClickException(_MISSING)
    from linter.lsp.server import serve

    if sys.stdin.isatty():
        click.echo(_WAITING, err=True)
    serve()
    return OK
