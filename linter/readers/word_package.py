"""A .docx file opened: a zip archive of XML that may be broken, locked, or made to fill the memory."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile, ZipInfo

from linter.errors import DraftError
from linter.patterns import AnyCase, Pattern

if TYPE_CHECKING:
    from docx.document import Document as Docx

LARGEST = 100 * 1024 * 1024
"""Bytes of a file, and of all that its archive unpacks to, pictures included."""
LARGEST_XML = 32 * 1024 * 1024
"""Bytes of the XML in it when unpacked: a book of 500 pages has about 8 MB, and a tree of it takes tenfold."""
MOST_PARTS = 5000
_HEAD = 4096

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the older formats of Word begin, and whatever Word locks with a password."""
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_STRICT = b"purl.oclc.org/ooxml/officeDocument"
_AS_DOCX = "open it in Word and save it as a Word Document (.docx)"

_UNOPENED = "cannot be opened as a Word document"

_ADDRESS = Pattern(r"file '<[^<>]*>'")
"""How python-docx names a file that has no name."""
_XML = AnyCase(r"\.(?:xml|rels)$")
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
_DECLARED = Pattern(r"""^\ufeff?<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"']{0,40})["']""")
_ENCODINGS = frozenset({"utf-8", "utf-16", "us-ascii"})


def open_docx(data: bytes) -> Docx:
    """The document of a .docx file. DraftError says what is wrong with one that cannot be opened."""
    if data.startswith(_OLE):
        if _LOCKED in data:
            raise DraftError("is locked with a password: save a copy without one, and check that")
        raise DraftError(f"is in an older format of Word, whatever its name says: {_AS_DOCX}")
    if not data:
        raise DraftError(f"is an empty file, not a Word document: {_AS_DOCX}")
    if len(data) > LARGEST:
        raise DraftError(f"is larger than {LARGEST // 1024 // 1024} MB: compress its pictures, or split it")
    if not data.startswith(b"PK"):
        raise DraftError(f"is not a Word document, whatever its name says: {_AS_DOCX}")
    import docx

    try:
        with ZipFile(BytesIO(data)) as archive:
            _hold_to_bounds(archive)
            for name, content in _xml(archive):
                _hold_to_form(name, content)
        opened = docx.Document(BytesIO(data))
        if opened.element.body is None or any(not each.reltype for each in opened.part.rels.values()):
            raise DraftError(f"is damaged: {_AS_DOCX}, or restore a copy")
        return opened
    except DraftError:
        raise
    except MemoryError:
        raise DraftError("takes more memory to open than there is: split it into several drafts") from None
    # Neither zipfile, lxml nor python-docx says what it raises on broken files; all of it means the same.
    except Exception as error:
        raise DraftError(f"{_UNOPENED} ({_said(error)}): {_AS_DOCX}, or restore a copy") from None


def _hold_to_bounds(archive: ZipFile) -> None:
    """Refuse what would unpack to too much. zipfile never unpacks more of an entry than it declares."""
    entries = archive.infolist()
    if len(entries) > MOST_PARTS:
        raise DraftError(f"holds more than {MOST_PARTS:,} parts, which no Word document does: {_AS_DOCX}")
    if any(entry.flag_bits & 1 for entry in entries):
        raise DraftError("is locked with a password: save a copy without one, and check that")
    xml = sum(entry.file_size for entry in entries if _is_xml(archive, entry))
    if xml > LARGEST_XML or sum(entry.file_size for entry in entries) > 4 * LARGEST:
        most = LARGEST_XML // 1024 // 1024
        raise DraftError(
            f"unpacks to too much (its text alone may be {most} MB): split it into several drafts"
        )


def _xml(archive: ZipFile) -> Iterator[tuple[str, bytes]]:
    for entry in archive.infolist():
        if not entry.filename.endswith(".svg") and _is_xml(archive, entry):
            yield entry.filename, archive.read(entry)


def _is_xml(archive: ZipFile, entry: ZipInfo) -> bool:
    """Whether an entry is XML by its name or its first bytes: a name alone could hide it."""
    if _XML.search(entry.filename):
        return True
    with archive.open(entry) as opened:
        head = opened.read(_HEAD).lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")
    return head[:1] in (b"<", b"") and entry.file_size > 0


def _hold_to_form(name: str, content: bytes) -> None:
    """Refuse XML with a document type, which Word never writes: its entities may multiply without end."""
    head = content[:400].decode(
        "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "latin-1", "replace"
    )
    declared = _DECLARED.match(head.removeprefix("\xef\xbb\xbf"))
    if (declared and declared[1].lower() not in _ENCODINGS) or any(mark in content for mark in _DOCTYPES):
        raise DraftError(
            f"holds XML that Word does not write (in {name[:60]}), so it was left unopened: {_AS_DOCX}"
        )
    if name == "_rels/.rels" and _STRICT in content:
        raise DraftError(f"is saved as Strict Open XML: {_AS_DOCX}, not as a Strict one")


def parse(content: bytes) -> Any:
    """The root of a part that python-docx leaves as bytes, by its parser, which resolves no entities."""
    from docx.oxml.parser import parse_xml

    try:
        return parse_xml(content)
    except ValueError as error:  # lxml's syntax errors are SyntaxErrors, others ValueErrors
        raise DraftError(f"{_UNOPENED} ({_said(error)}): {_AS_DOCX}, or restore a copy") from None
    except SyntaxError as error:
        raise DraftError(f"{_UNOPENED} ({_said(error)}): {_AS_DOCX}, or restore a copy") from None


def _said(error: Exception) -> str:
    """What a library said, on one short line."""
    said = " ".join(_ADDRESS.sub("it", str(error)).split())
    return said[:120] or type(error).__name__
