"""An editor for tests: the server's process, and what it says of files, over standard input and output."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Awaitable
from pathlib import Path
from typing import Any, TypeVar, Union

from lsprotocol import types
from pygls.lsp.client import LanguageClient
from pygls.protocol import default_converter

_Answer = TypeVar("_Answer")
_LONGEST = 60


def _converter() -> Any:
    """lsprotocol's, which takes a code action with a command for a command."""
    converter = default_converter()
    either = Union[types.Command, types.CodeAction]  # noqa: UP007 - as lsprotocol spells it
    converter.register_structure_hook(either, lambda value, _: converter.structure(value, types.CodeAction))
    return converter


class Editor:
    """One session. ``told`` holds by URI what the server last said of each file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.loop = asyncio.new_event_loop()
        self.client = LanguageClient("editor", "1", converter_factory=_converter)
        self.told: dict[str, list[types.PublishDiagnosticsParams]] = {}
        self.shown: list[types.ShowDocumentParams] = []
        self.messages: list[str] = []
        self.watches: list[str] = []
        self.versions: dict[str, int] = {}
        self._listen()
        self.wait(self._start())

    def wait(self, answer: Awaitable[_Answer]) -> _Answer:
        return self.loop.run_until_complete(asyncio.wait_for(answer, _LONGEST))

    def _listen(self) -> None:
        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def told(params: types.PublishDiagnosticsParams) -> None:
            self.told.setdefault(params.uri, []).append(params)

        @self.client.feature(types.WINDOW_SHOW_MESSAGE)
        def message(params: types.ShowMessageParams) -> None:
            self.messages.append(params.message)

        @self.client.feature(types.WINDOW_SHOW_DOCUMENT)
        def show(params: types.ShowDocumentParams) -> types.ShowDocumentResult:
            self.shown.append(params)
            return types.ShowDocumentResult(True)

        @self.client.feature(types.CLIENT_REGISTER_CAPABILITY)
        def register(params: types.RegistrationParams) -> None:
            self.watches += [each.method for each in params.registrations]

    async def _start(self) -> None:
        environment = {k: v for k, v in os.environ.items() if k != "MEDLINT_DEBUG"}
        await self.client.start_io(sys.executable, "-m", "linter.cli", "lsp", "--stdio", env=environment)
        can = types.ClientCapabilities(
            window=types.WindowClientCapabilities(
                show_document=types.ShowDocumentClientCapabilities(support=True)
            ),
            workspace=types.WorkspaceClientCapabilities(
                did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(
                    dynamic_registration=True
                )
            ),
        )
        root = types.WorkspaceFolder(self.folder.as_uri(), "desk")
        await self.client.initialize_async(types.InitializeParams(can, workspace_folders=[root]))
        self.client.initialized(types.InitializedParams())

    def stop(self) -> tuple[int | None, str]:
        """End the session; the process's exit status, and what it wrote for people."""

        async def stop() -> tuple[int | None, str]:
            await self.client.shutdown_async(None)
            self.client.exit(None)
            process = self.client._server
            assert process is not None
            assert process.stderr is not None
            written = await process.stderr.read()
            status = await process.wait()
            await self.client.stop()
            return status, written.decode()

        try:
            return self.wait(stop())
        finally:
            self.loop.close()

    # -- files

    def uri(self, name: str) -> str:
        return name if ":" in name else (self.folder / name).as_uri()

    def open(self, name: str, text: str, language: str = "markdown") -> list[types.Diagnostic]:
        """Open a file that holds ``text``; what is said of it."""
        uri = self.uri(name)
        self.versions[uri] = 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return self.heard(uri)

    def type(self, name: str, *texts: str) -> list[types.Diagnostic]:
        """Let each text take the place of the one before, without a pause; what is said of the last."""
        uri = self.uri(name)
        for text in texts:
            self.versions[uri] += 1
            self.client.text_document_did_change(
                types.DidChangeTextDocumentParams(
                    types.VersionedTextDocumentIdentifier(self.versions[uri], uri),
                    [types.TextDocumentContentChangeWholeDocument(text)],
                )
            )
        return self.heard(uri)

    def close(self, name: str) -> None:
        uri = self.uri(name)
        self.client.text_document_did_close(
            types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri))
        )

    def heard(self, uri: str, after: int | None = None) -> list[types.Diagnostic]:
        """What is said of the present version; with ``after``, what is said next after so many times."""

        async def hear() -> list[types.Diagnostic]:
            while True:
                told = self.told.get(uri, [])
                if told and (told[-1].version == self.versions[uri] if after is None else len(told) > after):
                    return list(told[-1].diagnostics)
                await asyncio.sleep(0.005)

        return self.wait(hear())

    def write(self, name: str, text: str, kind: types.FileChangeType = types.FileChangeType.Changed) -> None:
        """Write a file beside the editor, which notices and says so."""
        (self.folder / name).write_text(text, encoding="utf-8")
        event = types.FileEvent(self.uri(name), kind)
        self.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))

    # -- questions

    def hover(self, name: str, line: int, character: int) -> str | None:
        found = self.wait(self.client.text_document_hover_async(
            types.HoverParams(types.TextDocumentIdentifier(self.uri(name)), types.Position(line, character))
        ))  # fmt: skip
        assert found is None or isinstance(found.contents, types.MarkupContent)
        return found.contents.value if found else None

    def actions(self, name: str, place: types.Range) -> list[types.CodeAction]:
        found = self.wait(self.client.text_document_code_action_async(
            types.CodeActionParams(types.TextDocumentIdentifier(self.uri(name)), place, types.CodeActionContext([]))
        ))  # fmt: skip
        return [each for each in found or [] if isinstance(each, types.CodeAction)]

    def run(self, command: types.Command | None) -> None:
        assert command is not None
        params = types.ExecuteCommandParams(command.command, command.arguments)
        self.wait(self.client.workspace_execute_command_async(params))

    def definition(self, name: str, line: int, character: int) -> types.Location | None:
        found = self.wait(self.client.text_document_definition_async(
            types.DefinitionParams(types.TextDocumentIdentifier(self.uri(name)), types.Position(line, character))
        ))  # fmt: skip
        assert found is None or isinstance(found, types.Location)
        return found
