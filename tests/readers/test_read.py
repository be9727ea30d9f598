"""The way in: which reader, and what cannot be read."""

from __future__ import annotations

import subprocess
import sys

import pytest

from linter.errors import DraftError
from linter.readers import SUFFIXES, read
from linter.readers.decoding import LARGEST

REFUSED = {
    "UTF-16": ("a.md", "\ufeffHi".encode("utf-16-le"), "is UTF-16, not UTF-8: save it as UTF-8"),
    "UTF-16 big": ("a.md", b"\xfe\xff\0H", "is UTF-16, not UTF-8: save it as UTF-8"),
    "UTF-16 unmarked": ("a.md", "Hello you".encode("utf-16-be"), "is UTF-16, not UTF-8: save it as UTF-8"),
    "UTF-32": ("a.md", "Hello you".encode("utf-32"), "is UTF-32, not UTF-8: save it as UTF-8"),
    "UTF-32 unmarked": ("a.md", "Hello you".encode("utf-32-le"), "is UTF-32, not UTF-8: save it as UTF-8"),
    "binary": ("a.md", b"PNG\0\1\2abcdefghijkl", "is binary, not text: it holds NUL bytes"),
    "Latin-1": ("a.md", b"a\nb\xe9", "is not UTF-8 (byte 3, on line 2, is 0xe9): save it as UTF-8"),
    "large": ("a.md", b"a" * (LARGEST + 1), "is larger than 20 MB: split it into several drafts"),
    "Word": (
        "a.DOCX",
        b"PK",
        "Word files cannot be read yet: export it as Markdown (.md), HTML (.html) or plain text (.txt)",
    ),
    "PDF": (
        "a.pdf",
        b"%PDF",
        "PDF files cannot be read: check the text they were made from, as Markdown (.md), HTML (.html) or plain text"
        " (.txt)",
    ),
    "unknown": (
        "a.xyz",
        b"a",
        "files ending in .xyz cannot be read: save it as Markdown (.md), HTML (.html) or plain text (.txt)",
    ),
    "no suffix": (
        "README",
        b"a",
        "files without a suffix cannot be read: save it as Markdown (.md), HTML (.html) or plain text (.txt)",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    path, data, message = REFUSED[name]
    with pytest.raises(DraftError) as caught:
        read(path, data)
    assert str(caught.value) == message


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff", "\ufeff\n", "\u00a0\n\u2003"])
def test_an_empty_draft_states_nothing(suffix: str, text: str) -> None:
    assert [b for b in read("a" + suffix, text.encode()).blocks if b.text.strip()] == []


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_source_is_the_file_as_it_is(suffix: str) -> None:
    document = read("folder/a" + suffix.upper(), "\ufeffOne\r\ntwo é\r".encode())
    assert document.source == "\ufeffOne\r\ntwo é\r"
    assert [block.text for block in document.blocks] in (["One\ntwo é"], ["One two é"])


def test_plain_text_needs_no_other_reader() -> None:
    code = (
        "import sys, linter.readers as r; r.read('a.txt', b'x'); "
        "print([m for m in ('pyromark', 'html.entities', 'linter.readers.html') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
