"""Word files that cannot be opened: each gets one sentence, and none takes the memory."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from contextlib import suppress

import pytest
from word_drafts import made, of_xml, p, repacked, run

from linter.errors import DraftError
from linter.readers import read
from linter.readers.word_package import LARGEST_XML

WHOLE = of_xml(p(run("About 15% of them.")))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
AS_DOCX = "open it in Word and save it as a Word Document (.docx)"
BODY = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:document>'


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def encrypted() -> bytes:
    data = bytearray(WHOLE)
    for at in (data.find(b"PK\1\2") + 8, data.find(b"PK\3\4") + 6):
        data[at] |= 1
    return bytes(data)


LOCKED = "is locked with a password: save a copy without one, and check that"
UNOPENED = "cannot be opened as a Word document"
STRICT = b'<Relationships xmlns="x"><Relationship Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"/></Relationships>'
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><a>&b;</a>'
REFUSED = {
    "nothing": (b"", f"is an empty file, not a Word document: {AS_DOCX}"),
    "text": (b"About 15%", f"is not a Word document, whatever its name says: {AS_DOCX}"),
    "an old format": (OLE + b"\0" * 600, f"is in an older format of Word, whatever its name says: {AS_DOCX}"),
    "a password": (OLE + "EncryptedPackage".encode("utf-16-le"), LOCKED),
    "a zip's password": (encrypted(), LOCKED),
    "cut": (WHOLE[:2000], f"{UNOPENED} (File is not a zip file): {AS_DOCX}, or restore a copy"),
    "another zip": (zipped(a=b"b"), f"{UNOPENED} (\"There is no item named '[Content_Types].xml' in the archive\"): {AS_DOCX}, or restore a copy"),
    "no body": (repacked(WHOLE, document_xml=BODY.format("").encode()), f"is damaged: {AS_DOCX}, or restore a copy"),
    "strict": (repacked(WHOLE, rels=STRICT), f"is saved as Strict Open XML: {AS_DOCX}, not as a Strict one"),
    "entities": (repacked(WHOLE, styles_xml=LAUGHS), f"holds XML that Word does not write (in word/styles.xml), so it was left unopened: {AS_DOCX}"),
    "entities in UTF-16": (repacked(WHOLE, styles_xml=LAUGHS.decode().encode("utf-16")), f"holds XML that Word does not write (in word/styles.xml), so it was left unopened: {AS_DOCX}"),
    "another encoding": (repacked(WHOLE, styles_xml=b'<?xml version="1.0" encoding="UTF-7"?><a/>'), f"holds XML that Word does not write (in word/styles.xml), so it was left unopened: {AS_DOCX}"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    data, message = REFUSED[name]
    with pytest.raises(DraftError) as caught:
        read("a.docx", data)
    assert str(caught.value) == message


def test_a_document_without_words_is_an_empty_draft() -> None:
    assert read("a.docx", made()).blocks == ()


def test_what_would_unpack_to_too_much_is_not_unpacked() -> None:
    bomb = repacked(WHOLE, document_xml=b" " * (LARGEST_XML + 1))
    tracemalloc.start()
    try:
        with pytest.raises(
            DraftError, match=r"^unpacks to too much \(its text alone may be 32 MB\): split it"
        ):
            read("a.docx", bomb)
        assert tracemalloc.get_traced_memory()[1] < LARGEST_XML // 8
    finally:
        tracemalloc.stop()


def test_xml_by_another_name_counts() -> None:
    out = io.BytesIO(WHOLE)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/a.png", b"<" + b" " * LARGEST_XML)
    with pytest.raises(DraftError, match=r"^unpacks to too much"):
        read("a.docx", out.getvalue())


def test_a_table_of_too_many_columns() -> None:
    cells = "<w:tc><w:p/></w:tc>" * 201
    with pytest.raises(DraftError, match=r"^has a table of more than 200 columns \(table 1 of the file\)"):
        read("a.docx", of_xml(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))


@pytest.mark.parametrize("at", range(0, len(WHOLE), 997))
def test_a_byte_that_fell_over(at: int) -> None:
    data = bytearray(WHOLE)
    data[at] ^= 0xFF
    with suppress(DraftError):
        read("a.docx", bytes(data))
