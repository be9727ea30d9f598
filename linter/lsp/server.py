"""The requests of the protocol, and when drafts are looked at again."""

from __future__ import annotations

import asyncio
import functools
import logging
import os
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any, TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import TextDocument

from linter import __version__
from linter.errors import internal_error
from linter.lsp.actions import SHOW, Asked, actions
from linter.lsp.desks import Desks
from linter.lsp.looking import Looked, look
from linter.lsp.positions import Positions
from linter.lsp.told import diagnostics, fact_at, hover, place_of

PAUSE = 0.15
"""Seconds without a keystroke before a draft is looked at: nobody wants to be told of half a figure."""
WATCHED = "**/*.{yaml,yml,toml}"
"""What settings, rules and facts may stand in."""
_UNTITLED = {
    "markdown": ".md", "mdx": ".mdx", "html": ".html", "plaintext": ".txt", "restructuredtext": ".rst",
}  # fmt: skip
"""How a text that has no name yet is read, by what the editor calls its language."""

_Answer = TypeVar("_Answer")


class MedlintServer(LanguageServer):
    """Open files, and the last thing that was found in each of them."""

    def __init__(self) -> None:
        # Whole texts: pygls counts the lines of a change by Python's line ends, which are not the protocol's.
        super().__init__("medlint", __version__, types.TextDocumentSyncKind.Full)
        self.desks = Desks()
        self.looked: dict[str, Looked | None] = {}
        self.waiting: dict[str, asyncio.Task[None]] = {}
        self.worker = ThreadPoolExecutor(1, "medlint")
        """One at a time: an engine is no place for two."""

    def report_server_error(self, error: Exception, source: Any) -> None:
        """One plain line; pygls would show where in its own code it was."""
        message = f"medlint: {internal_error(error)}"
        self.window_show_message(types.ShowMessageParams(types.MessageType.Error, message))

    # -- when to look

    def soon(self, uri: str, pause: float = PAUSE) -> None:
        """Look at a file once its writer pauses."""
        self.leave(uri)
        self.looked.pop(uri, None)
        self.waiting[uri] = asyncio.create_task(self._later(uri, pause))

    def leave(self, uri: str) -> None:
        if (task := self.waiting.pop(uri, None)) is not None:
            task.cancel()

    def again(self) -> None:
        """Look at all open files again."""
        for uri in self.workspace.text_documents:
            self.soon(uri)

    async def _later(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        try:
            await self.now(uri)
        except Exception as error:
            self.report_server_error(error, type(error))

    async def now(self, uri: str) -> Looked | None:
        """What is found in a file as it is at this moment; looks at it, and tells the editor, if need be."""
        document = self.workspace.text_documents.get(uri)
        if document is None:
            return None
        text, version = document.source, document.version
        held = self.looked.get(uri)
        if held is not None and held.positions.text == text:
            return held
        found = await self.apart(self._look, uri, document, text)
        held_now = self.workspace.text_documents.get(uri)
        if held_now is not None and held_now.source == text:
            self.looked[uri] = found
            shown = diagnostics(found) if found is not None else []
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, shown, version))
        return found

    async def apart(self, work: Callable[..., _Answer], *args: Any) -> _Answer:
        """Do work beside the loop, which goes on reading what is typed."""
        return await asyncio.get_running_loop().run_in_executor(self.worker, work, *args)

    def _look(self, uri: str, document: TextDocument, text: str) -> Looked | None:
        open_files = self.workspace.text_documents.values()
        folders = [to_fs_path(folder.uri) for folder in list(self.workspace.folders.values())]
        self.desks.folders = tuple(folder for folder in folders if folder)
        unsaved = {os.path.realpath(each.path): each.source for each in list(open_files)}
        return look(self.desks, _path(uri, document), Positions(text, self.units), unsaved)

    def units(self, text: str) -> int:
        """How long a text is, as this editor counts."""
        if text.isascii():
            return len(text)
        return int(self.workspace.position_codec.client_num_units(text))


def _path(uri: str, document: TextDocument) -> str:
    path = to_fs_path(uri)
    if path:
        return path
    name = (os.path.basename(document.path) or "untitled").replace(":", "-")
    return os.path.join(os.getcwd(), name + _UNTITLED.get(document.language_id or "", ""))


def _guarded(
    handler: Callable[[MedlintServer, Any], Awaitable[_Answer]],
) -> Callable[[MedlintServer, Any], Awaitable[_Answer | None]]:
    """A handler whose mistakes are one plain line to the writer, and no answer."""

    @functools.wraps(handler)
    async def guarded(ls: MedlintServer, params: Any) -> _Answer | None:
        try:
            return await handler(ls, params)
        except Exception as error:
            ls.report_server_error(error, type(error))
            return None

    return guarded


def serve() -> None:
    """Serve one editor over standard input and output, until it ends the session."""
    if not os.environ.get("MEDLINT_DEBUG"):
        # pygls logs with tracebacks, which editors show to writers.
        logging.getLogger("pygls").addHandler(logging.NullHandler())
        logging.getLogger("pygls").propagate = False
    make_server().start_io()


def make_server() -> MedlintServer:
    """The server with all that it answers."""
    server = MedlintServer()
    for method, handler in _HANDLERS.items():
        server.feature(method, _OPTIONS.get(method))(_guarded(handler))
    server.command(SHOW)(_show)
    return server


# -- what the editor says ---------------------------------------------------------------------


async def _initialized(ls: MedlintServer, _: types.InitializedParams) -> None:
    folders = [to_fs_path(folder.uri) for folder in ls.workspace.folders.values()]
    if folders and folders[0]:
        with suppress(OSError):
            os.chdir(folders[0])  # the command would be run there: globs of drafts count from it
    workspace = ls.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace else None
    if watching and watching.dynamic_registration:
        options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(WATCHED)])
        watched = types.Registration("medlint-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        await ls.client_register_capability_async(types.RegistrationParams([watched]))


async def _opened(ls: MedlintServer, params: types.DidOpenTextDocumentParams) -> None:
    ls.soon(params.text_document.uri, 0)


async def _changed(ls: MedlintServer, params: types.DidChangeTextDocumentParams) -> None:
    ls.soon(params.text_document.uri)


async def _saved(ls: MedlintServer, params: types.DidSaveTextDocumentParams) -> None:
    """Facts or settings may be what was saved, and an editor need not watch files."""
    if params.text_document.uri.lower().endswith((".yaml", ".yml", ".toml")):
        ls.again()


async def _closed(ls: MedlintServer, params: types.DidCloseTextDocumentParams) -> None:
    uri = params.text_document.uri
    ls.leave(uri)
    ls.looked.pop(uri, None)
    ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))


async def _files_changed(ls: MedlintServer, params: types.DidChangeWatchedFilesParams) -> None:
    """A changed file is seen by its date; one that has come or gone may be meant by an include."""
    if any(change.type != types.FileChangeType.Changed for change in params.changes):
        await ls.apart(ls.desks.forget)
    ls.again()


async def _folders_changed(ls: MedlintServer, _: types.DidChangeWorkspaceFoldersParams) -> None:
    ls.again()


# -- what the editor asks ---------------------------------------------------------------------


async def _hover(ls: MedlintServer, params: types.HoverParams) -> types.Hover | None:
    found = await ls.now(params.text_document.uri)
    return hover(found, found.positions.offset(params.position)) if found else None


async def _definition(ls: MedlintServer, params: types.DefinitionParams) -> types.Location | None:
    """The fact that a figure, or a finding, is about."""
    found = await ls.now(params.text_document.uri)
    if found is None:
        return None
    at = found.positions.offset(params.position)
    fact = fact_at(found, at)
    return place_of(fact) if fact is not None else None


async def _actions(ls: MedlintServer, params: types.CodeActionParams) -> list[types.CodeAction]:
    only = params.context.only
    if only and not any(types.CodeActionKind.QuickFix.startswith(kind) for kind in only):
        return []
    found = await ls.now(params.text_document.uri)
    if found is None:
        return []
    window = ls.client_capabilities.window
    can_show = bool(window and window.show_document and window.show_document.support)
    return await ls.apart(actions, found, Asked(params.text_document.uri, params.range, can_show))


async def _show(ls: MedlintServer, uri: str, place: types.Range) -> None:
    await ls.window_show_document_async(types.ShowDocumentParams(uri, take_focus=True, selection=place))


_HANDLERS: dict[str, Callable[[MedlintServer, Any], Awaitable[Any]]] = {
    types.INITIALIZED: _initialized,
    types.TEXT_DOCUMENT_DID_OPEN: _opened,
    types.TEXT_DOCUMENT_DID_CHANGE: _changed,
    types.TEXT_DOCUMENT_DID_SAVE: _saved,
    types.TEXT_DOCUMENT_DID_CLOSE: _closed,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: _files_changed,
    types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS: _folders_changed,
    types.TEXT_DOCUMENT_HOVER: _hover,
    types.TEXT_DOCUMENT_DEFINITION: _definition,
    types.TEXT_DOCUMENT_CODE_ACTION: _actions,
}
_OPTIONS: dict[str, Any] = {
    types.TEXT_DOCUMENT_CODE_ACTION: types.CodeActionOptions([types.CodeActionKind.QuickFix])
}
