"""The way in: which reader, and what cannot be read."""

from __future__ import annotations

import subprocess
import sys

import pytest

from linter.errors import DraftError
from linter.readers import SUFFIXES, Reading, read
from linter.readers.decoding import LARGEST, decode, encoding_of

REFUSED = {
    "UTF-16 cut": (
        "a.md",
        b"\xff\xfeH\0\n\0i",
        "is not UTF-16 throughout (line 2, column 1: byte 6 is 0x69): save it as UTF-8",
    ),
    "half a character": (
        "a.md",
        b"\xfe\xff\0H\xd8\0\0i",
        "is not UTF-16 throughout (line 1, column 2: byte 4 is 0xd8 0x00): save it as UTF-8",
    ),
    "UTF-16 unmarked": ("a.md", "Hello you".encode("utf-16-be"), "is UTF-16, not UTF-8: save it as UTF-8"),
    "UTF-32": ("a.md", "Hello you".encode("utf-32"), "is UTF-32, not UTF-8: save it as UTF-8"),
    "UTF-32 unmarked": ("a.md", "Hello you".encode("utf-32-le"), "is UTF-32, not UTF-8: save it as UTF-8"),
    "binary": ("a.md", b"PNG\0\1\2abcdefghijkl", "is binary, not text: it holds NUL bytes"),
    "Latin-1": (
        "a.md",
        b"a\nb\xe9",
        "is not UTF-8 (line 2, column 2: byte 3 is 0xe9): save it as UTF-8, or write encoding: windows-1252 in .medlint.yaml if it is that",
    ),
    "large": ("a.md", b"a" * (LARGEST + 1), "is larger than 20 MB: split it into several drafts"),
    "old Word": ("a.DOC", b"", "files ending in .doc cannot be read: save it as a Word Document (.docx)"),
    "content": (
        "a.yaml",
        b"a: b",
        "is read only in the fields that .medlint.yaml names: list them there under content-fields",
    ),
    "PDF": (
        "a.pdf",
        b"%PDF",
        "PDF files cannot be read: check the text they were made from, as Word (.docx), Markdown (.md), HTML (.html)"
        " or plain text (.txt)",
    ),
    "unknown": (
        "a.xyz",
        b"a",
        "files ending in .xyz cannot be read: save it as Word (.docx), Markdown (.md), HTML (.html) or plain text (.txt)",
    ),
    "no suffix": (
        "README",
        b"a",
        "files without a suffix cannot be read: save it as Word (.docx), Markdown (.md), HTML (.html) or plain text (.txt)",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    path, data, message = REFUSED[name]
    with pytest.raises(DraftError) as caught:
        read(path, data)
    assert str(caught.value) == message


DECODED = {
    "UTF-16": ("é\n🙂".encode("utf-16"), "utf-8"),
    "UTF-16 big": ("\ufeffé\n🙂".encode("utf-16-be"), "utf-8"),
    "UTF-8 with a mark": ("é\n🙂".encode("utf-8-sig"), "utf-8"),
    "UTF-8, whatever the config says": ("\ufeffé\n🙂".encode(), "windows-1252"),
}


@pytest.mark.parametrize("name", DECODED)
def test_decoded(name: str) -> None:
    data, encoding = DECODED[name]
    assert decode(data, encoding) == "\ufeffé\n🙂"
    assert decode(data, encoding).encode(encoding_of(data, encoding)) == data


def test_windows_1252_is_read_where_the_config_says_so() -> None:
    document = read("a.md", "40–50% “é”".encode("cp1252"), Reading("windows-1252"))
    assert document.source == "40–50% “é”"
    with pytest.raises(
        DraftError, match=r"^is not UTF-8, nor Windows-1252 \(line 1, column 2: byte 1 is 0x81\): save"
    ):
        read("a.md", b"a\x81", Reading("windows-1252"))


TEXTS = [
    suffix
    for suffix, reader in SUFFIXES.items()
    if reader in ("markdown", "html", "text", "restructuredtext")
]


@pytest.mark.parametrize("suffix", [*TEXTS, ".ipynb"])
@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff", "\ufeff\n", "\u00a0\n\u2003"])
def test_an_empty_draft_states_nothing(suffix: str, text: str) -> None:
    assert [b for b in read("a" + suffix, text.encode()).blocks if b.text.strip()] == []


@pytest.mark.parametrize("suffix", TEXTS)
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
