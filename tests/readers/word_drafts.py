"""Word files for tests, made by python-docx, with XML put in where it has no words for something."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence

import docx
from docx.document import Document as Docx
from docx.oxml.parser import parse_xml
from docx.text.paragraph import Paragraph

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
NOTES = {
    kind: f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}s"
    for kind in ("footnote", "endnote")
}


def saved(docx_: Docx) -> bytes:
    out = io.BytesIO()
    docx_.save(out)
    return out.getvalue()


def made(*build: Callable[[Docx], object]) -> bytes:
    """A file that some functions fill, one after the other."""
    draft = docx.Document()
    for each in build:
        each(draft)
    return saved(draft)


def of_xml(*paragraphs: str) -> bytes:
    """A file whose body is some elements, written as XML."""
    draft = docx.Document()
    for xml in paragraphs:
        put(draft, xml)
    return saved(draft)


def put(draft: Docx, xml: str) -> None:
    """Add an element to the body, before its last, which sets the page."""
    at = xml.index("/" if xml.endswith("/>") and " " not in xml else ">" if ">" in xml else " ")
    space = xml.find(" ")
    at = min(at, space) if space >= 0 else at
    draft.element.body.insert(len(draft.element.body) - 1, parse_xml(f"{xml[:at]} {NAMES}{xml[at:]}"))


def run(text: str, settings: str = "") -> str:
    return f'<w:r><w:rPr>{settings}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*content: str, settings: str = "") -> str:
    return f"<w:p><w:pPr>{settings}</w:pPr>{''.join(content)}</w:p>"


def with_notes(kind: str, paragraphs: Sequence[str], *notes: str) -> bytes:
    """A file with footnotes or endnotes, numbered from 1, after the two rules that Word keeps there."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    draft = docx.Document()
    for paragraph in paragraphs:
        put(draft, paragraph)
    rules = "".join(
        f'<w:{kind} w:id="{n}" w:type="{name}"><w:p><w:r><w:t>RULE</w:t></w:r></w:p></w:{kind}>'
        for n, name in ((-1, "separator"), (0, "continuationSeparator"))
    )
    body = "".join(f'<w:{kind} w:id="{n}">{note}</w:{kind}>' for n, note in enumerate(notes, 1))
    part = Part(
        PackURI(f"/word/{kind}s.xml"),
        f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml",
        f"<w:{kind}s {NAMES}>{rules}{body}</w:{kind}s>".encode(),
        draft.part.package,
    )
    draft.part.relate_to(part, NOTES[kind])
    return saved(draft)


def repacked(data: bytes, **changes: bytes | None) -> bytes:
    """A file with some parts exchanged, by their names without the folder and with _ for other marks."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            key = name.rpartition("/")[2].replace(".", "_").strip("_")
            content = changes.get(key, b"")
            if content is not None:
                new.writestr(name, content or old.read(name))
    return out.getvalue()


def bold(paragraph: Paragraph, text: str) -> None:
    paragraph.add_run(text).bold = True
