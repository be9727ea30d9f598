"""How long an editor waits: from a keystroke in a long draft to what medlint says of it, warm.

    python benchmarks/lsp.py [DRAFT.md] [--words 2000] [--keys 30]

Without DRAFT, the Markdown of examples/sarcoma is repeated, one section after the other, up to so many words;
the facts are those of this repository. The server is a process of its own, as in an editor. Next to it stands
what the same texts take to be read and checked in one warm process without a server: what lies between the
two is the pause that the server waits for another keystroke, and the protocol.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from linter.lsp.desks import Desks
from linter.lsp.server import PAUSE

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / "examples" / "sarcoma" / "typed.md"
"""Where the draft is said to be. It is not written."""


def draft(words: int) -> str:
    pages = [path.read_text(encoding="utf-8") for path in sorted(PLACE.parent.glob("*.md"))]
    text = ""
    while len(text.split()) < words:
        text += pages[text.count("\n# ") % len(pages)].rstrip() + "\n\n"
        text += "\n# More\n\n"
    return text


def typed(text: str, keys: int) -> list[str]:
    """The draft after each of so many keystrokes: a sentence in the middle of it is finished, a letter at a time."""
    middle = text.index("\n\n", len(text) // 2) + 2
    said = "About 80% of metastatic soft tissue sarcoma occurs in the lungs. "
    return [f"{text[:middle]}{said[: len(said) - left]}{text[middle:]}" for left in reversed(range(keys))]


def checked(texts: list[str]) -> list[float]:
    """Seconds to read and check each text, warm."""
    desk = Desks().desk(str(PLACE))
    desk.check(str(PLACE), texts[0].encode())
    seconds = []
    for text in texts:
        start = perf_counter()
        desk.check(str(PLACE), text.encode())
        seconds.append(perf_counter() - start)
    return seconds


class Editor:
    """A session in which one draft is open."""

    def __init__(self) -> None:
        self.client = LanguageClient("benchmark", "1")
        self.said: asyncio.Queue[int | None] = asyncio.Queue()

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def hear(params: types.PublishDiagnosticsParams) -> None:
            self.said.put_nowait(params.version)

    async def start(self, text: str) -> None:
        await self.client.start_io(sys.executable, "-m", "linter.cli", "lsp")
        root = types.WorkspaceFolder(ROOT.as_uri(), "medlint")
        await self.client.initialize_async(
            types.InitializeParams(types.ClientCapabilities(), workspace_folders=[root])
        )
        self.client.initialized(types.InitializedParams())
        item = types.TextDocumentItem(PLACE.as_uri(), "markdown", 0, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        await self.said.get()

    async def key(self, version: int, text: str) -> float:
        """Seconds until the answer to a keystroke is here."""
        named = types.VersionedTextDocumentIdentifier(version, PLACE.as_uri())
        change = types.TextDocumentContentChangeWholeDocument(text)
        start = perf_counter()
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(named, [change]))
        while await self.said.get() != version:
            pass
        return perf_counter() - start

    async def actions(self, text: str) -> float:
        """Seconds until the editor has what can be done about the last finding under the pointer."""
        line = text[: text.index("About 80% of metastatic soft tissue sarcoma occurs")].count("\n")
        place = types.Range(types.Position(line, 7), types.Position(line, 7))
        named = types.TextDocumentIdentifier(PLACE.as_uri())
        start = perf_counter()
        await self.client.text_document_code_action_async(
            types.CodeActionParams(named, place, types.CodeActionContext([]))
        )
        return perf_counter() - start

    async def stop(self) -> None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()


async def answered(texts: list[str]) -> tuple[float, list[float], float]:
    editor = Editor()
    start = perf_counter()
    await editor.start(texts[0])
    opened = perf_counter() - start
    waits = [await editor.key(number, text) for number, text in enumerate(texts, 1)]
    acted = await editor.actions(texts[-1])
    await editor.stop()
    return opened, waits, acted


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("draft", nargs="?", type=Path)
    parser.add_argument("--words", type=int, default=2000)
    parser.add_argument("--keys", type=int, default=30)
    given = parser.parse_args()
    os.chdir(ROOT)
    text = given.draft.read_text(encoding="utf-8") if given.draft else draft(given.words)
    texts = typed(text, given.keys)
    opened, waits, acted = asyncio.run(answered(texts))
    own = checked(texts)
    print(f"{len(text.split()):,} words, {len(texts)} keystrokes, milliseconds, median and worst")
    print(f"reading and checking alone      {median(own) * 1000:6.0f} {max(own) * 1000:6.0f}")
    print(f"keystroke to answer             {median(waits) * 1000:6.0f} {max(waits) * 1000:6.0f}")
    print(
        f"the same without the pause      {(median(waits) - PAUSE) * 1000:6.0f} {(max(waits) - PAUSE) * 1000:6.0f}"
    )
    print(f"what can be done about a finding{acted * 1000:6.0f}")
    print(f"start to first answer           {opened * 1000:6.0f}")


if __name__ == "__main__":
    main()
