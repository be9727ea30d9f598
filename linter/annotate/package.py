"""A .docx file written anew, in which only what a comment needs is other than before."""

from __future__ import annotations

from collections.abc import Collection
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from linter.errors import DraftError
from linter.patterns import Pattern
from linter.readers.word_package import parse
from linter.readers.word_styles import W

if TYPE_CHECKING:
    from docx.document import Document as Docx

_TYPES = "[Content_Types].xml"
_COMMENTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_NO_RELATIONS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
_AGAIN = "open it in Word, save it, and try again"
_INTEGER = Pattern(r"-?[0-9]{1,10}")
_LARGE = 2**30
"""Word's numbers end at twice this."""


def comment_part(docx: Docx) -> tuple[Any, Any]:
    """A sheet to write comments on, and the part that they are then moved to; that is made if need be.

    python-docx looks at every comment of a part before it adds one, which takes long where there are many.
    """
    from docx.parts.comments import CommentsPart

    try:
        _ = docx.comments  # makes the part, if there is none
        return CommentsPart.default(docx.part.package).comments, docx.part.part_related_by(_COMMENTS)
    # The part may be called by another type than it has, and then is no more than bytes.
    except AttributeError:
        raise DraftError(f"holds comments in a form that cannot be added to: {_AGAIN}") from None


def free_id(docx: Docx, part: Any) -> int:
    """A number from which on no comment has one, nor a mark that a comment left behind."""
    given = [each.get(f"{W}id", "") for each in part.element.iter(f"{W}comment")]
    if not all(_INTEGER.fullmatch(id) for id in given):
        raise DraftError(f"holds comments in a form that cannot be added to: {_AGAIN}")
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        given += [each.get(f"{W}id", "") for each in docx.element.body.iter(f"{W}{name}")]
    ids = (int(id) for id in given if _INTEGER.fullmatch(id))
    return max((id for id in ids if id < _LARGE), default=-1) + 1


def repacked(data: bytes, docx: Docx, comments: Any) -> bytes:
    """The file ``data`` with the document and the comments of ``docx``; every other part as it was, to the byte.

    Only where the file had no comments, the two lists that must name them are longer by that.
    """
    from docx.opc.oxml import serialize_part_xml

    body, out = docx.part, BytesIO()
    listing = body.partname.rels_uri.membername
    id = next(id for id, each in body.rels.items() if not each.is_external and each.target_part is comments)
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w") as new:
        names = set(old.namelist())
        relations = parse(old.read(listing)) if listing in names else parse(_NO_RELATIONS)
        parts = {body.partname.membername: body.blob}
        if any(each.get("Id") == id for each in relations):
            parts[comments.partname.membername] = comments.blob
        else:
            name = _free_name(names)
            types = parse(old.read(_TYPES))
            _append(types, "Override", PartName=f"/{name}", ContentType=comments.content_type)
            _append(relations, "Relationship", Id=id, Type=_COMMENTS, Target=f"/{name}")
            parts |= {
                _TYPES: serialize_part_xml(types),
                listing: serialize_part_xml(relations),
                name: comments.blob,
            }
        for entry in old.infolist():
            new.writestr(entry, parts.pop(entry.filename, None) or old.read(entry))
        for name, content in parts.items():
            new.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return out.getvalue()


def _free_name(names: Collection[str]) -> str:
    """A name for the part of comments; a file may hold one that nothing refers to."""
    taken = {name.casefold() for name in names}
    return next(name for n in count(1) if (name := f"word/comments{n if n > 1 else ''}.xml") not in taken)


def _append(root: Any, name: str, **attributes: str) -> None:
    space = root.tag.partition("}")[0]
    root.append(root.makeelement(f"{space}}}{name}", attributes))
