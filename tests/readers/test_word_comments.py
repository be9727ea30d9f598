"""Findings as comments in a copy of a Word draft: where they stand, and that nothing else is changed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

import docx
import pytest
from docx.document import Document as Docx
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from word_drafts import made, of_xml, p, repacked, run, saved, with_notes

from linter.annotate import annotated
from linter.errors import DraftError
from linter.readers.word import open_word
from linter.readers.word_styles import W
from linter.results import Finding

TODAY = date(2026, 6, 1)
BOLD, ITALIC = "<w:b/>", "<w:i/>"


def findings(data: bytes, *quotes: str) -> list[Finding]:
    """A finding on each quotation, in the order of the draft."""
    document = open_word("a.docx", data).document
    made = []
    for quote in quotes:
        start = document.source.index(quote)
        line, column = document.place(start)
        made.append(
            Finding(
                "a.docx", start, start + len(quote), line, column, line, column + len(quote), "value-conflict",
                "conflict", "error", f"On {quote}.", found=quote, spot=document.spot(line),
            )
        )  # fmt: skip
    return made


def marked(data: bytes) -> list[tuple[str, str, int]]:
    """Of each comment by medlint, in order: its first line, the text that it is around, the pictures there."""
    draft = docx.Document(io.BytesIO(data))
    found = []
    for comment in draft.comments:
        if comment.author == "medlint":
            text, pictures = _around(draft, str(comment.comment_id))
            found.append((comment.paragraphs[0].text, text, pictures))
    return found


def _around(draft: Docx, id: str) -> tuple[str, int]:
    """What stands between the marks of a comment. Its reference must follow, once."""
    text, pictures, state = "", 0, "before"
    for element in draft.element.body.iter():
        name = element.tag.removeprefix(W) if isinstance(element.tag, str) else ""
        if element.get(f"{W}id") == id and name.startswith("comment"):
            states = {"commentRangeStart": "before", "commentRangeEnd": "inside", "commentReference": "after"}
            assert states[name] == state
            state = {"before": "inside", "inside": "after", "after": "done"}[state]
        elif state == "inside" and name == "t":
            text += element.text or ""
        elif state == "inside" and name in ("drawing", "footnoteReference"):
            pictures += 1
    assert state == "done"
    return text, pictures


def characters(data: bytes) -> list[tuple[str, bytes]]:
    """Each character of the body with the settings of its run."""
    found = []
    for text in docx.Document(io.BytesIO(data)).element.body.iter(f"{W}t"):
        look = text.getparent().find(f"{W}rPr")
        found += [(char, b"" if look is None else etree.tostring(look)) for char in text.text or ""]
    return found


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


LINK = '<w:hyperlink w:anchor="x">{}</w:hyperlink>'
INSERTED = '<w:ins w:id="7" w:author="Ed">{}</w:ins>'
DELETED = '<w:del w:id="8" w:author="Ed"><w:r><w:delText>gone</w:delText></w:r></w:del>'
CONTROL = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
ROW = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
TABLE = f"<w:tbl>{ROW.format(p(run('Group')), p(run('Share')))}{ROW.format(p(run('Adults')), p(run('15% or so')))}</w:tbl>"


@pytest.mark.parametrize(
    ("body", "quotes"),
    [
        ([p(run("About 80% of them."))], ["80%"]),  # a part of a run
        ([p(run("80%"))], ["80%"]),  # all of one
        ([p(run("80% of them, 7% of those."))], ["80%", "7%"]),
        ([p(run("About 8"), run("0", BOLD), run("% of them."))], ["80%"]),  # several runs
        ([p(run("About 80 mg", BOLD), run(" a day"))], ["80 mg", "mg a"]),  # one begins in the other
        ([p(run("About 80% of them."))], ["About 80%", "80%", "80% of"]),
        ([p(run("About 80%."))], ["80%", "80%"]),  # two on the same words
        ([p(run("See "), LINK.format(run("the 80% here")), run("."))], ["80%"]),
        ([p(run("About "), INSERTED.format(run("80% of")), DELETED, run(" them."))], ["80%", "of them"]),
        ([p(run("It is "), CONTROL.format("", run("80% now")))], ["80%"]),
        ([TABLE], ["15%"]),
        ([p(run("One.")), p(run("Two 80%.")), p(run("Three 80 kg."))], ["Two 80%.", "80 kg."]),
    ],
)  # fmt: skip
def test_a_comment_is_around_the_words_that_it_is_about(body: Sequence[str], quotes: Sequence[str]) -> None:
    data = of_xml(*body)
    copy = annotated("a.docx", data, findings(data, *quotes), TODAY)
    assert marked(copy.data) == [(f"On {quote}.", quote, 0) for quote in quotes]
    assert (copy.comments, copy.elsewhere) == (len(quotes), ())
    assert characters(copy.data) == characters(data)


@pytest.mark.parametrize(
    ("body", "quote", "around"),
    [
        # Word keeps one run in a control for plain text, and expects no marks in newer and older markup of one thing.
        (p(run("It is "), CONTROL.format("<w:text/>", run("80% now"))), "80%", "80% now"),
        (p(f"<mc:AlternateContent><mc:Choice Requires='a'>{run('80% now')}</mc:Choice></mc:AlternateContent>"), "80%", "80% now"),
        # The marks stand beside what is no text.
        (p("<w:r><w:t>a 5</w:t><w:noBreakHyphen/><w:t>year b</w:t></w:r>"), "5\u2011year", "5year"),
        (p('<w:r><w:t>a </w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:t>5% b</w:t></w:r>'), "≥5%", "5%"),
        (p("<w:r><w:t>a 5</w:t><w:tab/><w:t>mg b</w:t></w:r>"), "5 mg", "5mg"),
        (p("<w:r><w:t>a 5</w:t><w:br/><w:t>mg b</w:t></w:r>"), "mg", "mg"),
    ],
)  # fmt: skip
def test_marks_stand_where_word_expects_them(body: str, quote: str, around: str) -> None:
    data = of_xml(body)
    copy = annotated("a.docx", data, findings(data, quote), TODAY)
    assert marked(copy.data) == [(f"On {quote}.", around, 0)]
    assert characters(copy.data) == characters(data)
    assert open_word("a.docx", copy.data).document.source == open_word("a.docx", data).document.source


def test_who_rejects_an_insertion_keeps_the_comment() -> None:
    data = of_xml(p(INSERTED.format(run("About 80%"))))
    body = docx.Document(
        io.BytesIO(annotated("a.docx", data, findings(data, "80%"), TODAY).data)
    ).element.body
    (reference,) = body.iter(f"{W}commentReference")
    assert reference.getparent().getparent().tag == f"{W}p"


PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:docPr w:id="1" descr="A chart: 80% ill"/></wp:inline>{}</w:drawing></w:r>'
)
BOX = f"<w:txbxContent>{p(run('In a box: 15%'))}</w:txbxContent>"
FOOTNOTE = '<w:r><w:footnoteReference w:id="1"/></w:r>'


def with_header(draft: Docx) -> None:
    draft.add_paragraph("Body.")
    draft.sections[0].header.paragraphs[0].text = "Take 5.0 mg."


@pytest.mark.parametrize(
    ("data", "quote", "around", "place"),
    [
        (of_xml(p(run("One.")), p(run("Two."), PICTURE.format(BOX))), "15%", ("In a box: 15%", 1), "text box"),
        (of_xml(p(run("One.")), p(run("Two."), PICTURE.format(""))), "80%", ("", 1), "description of a picture"),
        (with_notes("footnote", [p(run("One.")), p(run("Two."), FOOTNOTE)], p(run("In 7% of them."))), "7%", ("", 1), "footnote 1"),
        (made(with_header), "5.0 mg", ("", 0), "header"),
        (of_xml(p("<w:r><w:t>Two</w:t><w:tab/><w:t>words</w:t></w:r>")), " ", ("Two", 0), "paragraph 1"),
    ],
)  # fmt: skip
def test_a_comment_that_cannot_stand_there_says_where_it_belongs(
    data: bytes, quote: str, around: tuple[str, int], place: str
) -> None:
    found = findings(data, quote)
    copy = annotated("a.docx", data, found, TODAY)
    assert [each[1:] for each in marked(copy.data)] == [around]
    assert copy.elsewhere == tuple(found)
    (comment,) = docx.Document(io.BytesIO(copy.data)).comments
    assert comment.paragraphs[1].text == f"Place: {place}, where no comment can stand"


def test_a_draft_without_paragraphs_gets_one_for_the_comment() -> None:
    def header_alone(draft: Docx) -> None:
        with_header(draft)
        draft.element.body.remove(draft.paragraphs[0]._p)

    data = made(header_alone)
    assert marked(annotated("a.docx", data, findings(data, "5.0 mg"), TODAY).data) == [("On 5.0 mg.", "", 0)]


# -- what stays as it was ---------------------------------------------------------------------


def test_other_parts_stay_as_they_are_and_others_comments_too() -> None:
    def commented(draft: Docx) -> None:
        paragraph = draft.add_paragraph("About 80% of them.")
        draft.add_comment(paragraph.runs[0], "Is this right?", author="Ed", initials="E")

    data = made(commented)
    before, after = parts(data), parts(annotated("a.docx", data, findings(data, "80%"), TODAY).data)
    assert [name for name in after if after[name] != before.get(name)] == [
        "word/document.xml",
        "word/comments.xml",
    ]
    assert list(before) == list(after)
    draft = docx.Document(io.BytesIO(annotated("a.docx", data, findings(data, "80%"), TODAY).data))
    assert [(each.comment_id, each.author, each.initials) for each in draft.comments] == [
        (0, "Ed", "E"), (1, "medlint", "ml"),
    ]  # fmt: skip
    assert _around(draft, "0") == ("About 80% of them.", 0)


def test_a_file_without_comments_gets_a_part_for_them() -> None:
    data = of_xml(p(run("About 80% of them.")))
    before, after = parts(data), parts(annotated("a.docx", data, findings(data, "80%"), TODAY).data)
    assert "word/comments.xml" not in before
    assert [name for name in after if after[name] != before.get(name)] == [
        "[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels", "word/comments.xml",
    ]  # fmt: skip


def test_an_orphan_of_the_same_name_is_left_alone() -> None:
    out = io.BytesIO(of_xml(p(run("About 80% of them."))))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/Comments.xml", "<a/>")
    data = out.getvalue()
    after = parts(annotated("a.docx", data, findings(data, "80%"), TODAY).data)
    assert after["word/Comments.xml"] == b"<a/>"
    assert "word/comments2.xml" in after


def test_marks_left_behind_keep_their_numbers() -> None:
    stray = '<w:commentRangeStart w:id="41"/><w:commentRangeEnd w:id="41"/>'
    data = of_xml(p(stray, run("About 80% of them.")))
    draft = docx.Document(io.BytesIO(annotated("a.docx", data, findings(data, "80%"), TODAY).data))
    assert [each.comment_id for each in draft.comments] == [42]


def test_the_same_draft_gives_the_same_copy() -> None:
    data = of_xml(p(run("About 80% of them.")))
    found = findings(data, "80%")
    assert annotated("a.docx", data, found, TODAY).data == annotated("a.docx", data, found, TODAY).data
    assert annotated("a.docx", data, [], TODAY).data == data


def test_comments_without_a_number_cannot_be_added_to() -> None:
    def commented(draft: Docx) -> None:
        draft.add_comment(draft.add_paragraph("About 80%.").runs[0], "Right?")

    data = made(commented)
    data = repacked(data, comments_xml=parts(data)["word/comments.xml"].replace(b'w:id="0"', b'w:id="x"'))
    with pytest.raises(DraftError, match="comments in a form that cannot be added to: open it in Word"):
        annotated("a.docx", data, findings(data, "80%"), TODAY)


WORDS = st.text(st.sampled_from("ab 1%\u2011é\U0001f9ea"), min_size=1, max_size=6)
RUN = st.tuples(WORDS, st.sampled_from(["", BOLD, ITALIC, BOLD + ITALIC]))


@settings(max_examples=10)
@given(st.lists(st.lists(RUN, min_size=1, max_size=4), min_size=1, max_size=3), st.data())
def test_text_and_looks_stay_and_comments_hold_their_words(
    runs: list[list[tuple[str, str]]], data: Any
) -> None:
    draft = of_xml(*(p(*(run(escape(text), look) for text, look in each)) for each in runs))
    lines = open_word("a.docx", draft).document.source.splitlines()
    line = data.draw(st.sampled_from([each for each in lines if each]))
    ends = st.integers(0, len(line) - 1)
    quotes = [line[min(a, b) : max(a, b) + 1] for a, b in data.draw(st.lists(st.tuples(ends, ends), min_size=1, max_size=3))]  # fmt: skip
    copy = annotated("a.docx", draft, findings(draft, *quotes), TODAY).data
    assert characters(copy) == characters(draft)
    assert [text for _, text, _ in marked(copy)] == quotes
    assert open_word("a.docx", copy).document.source == open_word("a.docx", draft).document.source


def test_saved_again_it_is_the_same() -> None:
    data = of_xml(p(run("About 80% of them.")))
    copy = annotated("a.docx", data, findings(data, "80%"), TODAY).data
    assert marked(saved(docx.Document(io.BytesIO(copy)))) == marked(copy)
