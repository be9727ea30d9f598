"""Word: what is read of a draft, what is not, and where it stands."""

from __future__ import annotations

import docx
import pytest
from counting import calls
from docx.document import Document as Docx
from hypothesis import given, settings
from hypothesis import strategies as st
from reader_shown import check_places, kind_of
from word_drafts import made, of_xml, p, put, run, saved, with_notes

from linter.model import Document, Spot
from linter.readers import read
from linter.readers.word import open_word


def kinds(data: bytes) -> list[tuple[str, str]]:
    document = read("a.docx", data)
    check_places(document)
    return [(kind_of(block), block.text) for block in document.blocks]


def texts(*xml: str) -> list[str]:
    return [text for _, text in kinds(of_xml(*xml))]


VANISH, STRIKE, RAISED = "<w:vanish/>", "<w:strike/>", '<w:vertAlign w:val="superscript"/>'
BEGIN, SEPARATE, END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)
PARAGRAPHS = {
    "runs are one text": (p(run("About 8"), run("3", "<w:b/>"), run("%")), ["About 83%"]),
    "a tab and a line break": (p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"), ["a b\nc"]),
    "a hyphen that keeps together": (p("<w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t></w:r>"), ["1‑2"]),
    "a soft hyphen shows nothing": (p("<w:r><w:t>can</w:t><w:softHyphen/><w:t>cer</w:t></w:r>"), ["cancer"]),
    "a symbol": (p('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 15</w:t></w:r>'), ["≥ 15"]),
    "an insertion": (p('<w:ins w:id="1">', run("15%"), "</w:ins>"), ["15%"]),
    "a deletion": (p(run("15%"), '<w:del w:id="1"><w:r><w:delText>16%</w:delText></w:r></w:del>'), ["15%"]),
    "what was moved": (p('<w:moveFrom w:id="1">', run("16%"), '</w:moveFrom><w:moveTo w:id="2">', run("15%"), "</w:moveTo>"), ["15%"]),
    "hidden text": (p(run("15%"), run(" 16%", VANISH)), ["15%"]),
    "hidden text that is shown": (p(run("15%", '<w:vanish w:val="0"/>')), ["15%"]),
    "struck text": (p(run("15%"), run(" 16%", STRIKE)), ["15%"]),
    "a superscript of a note": (p(run("in 15%"), run("2", RAISED), run(" of")), ["in 15% of"]),
    "an exponent": (p(run("10"), run("9", RAISED), run("/L")), ["10⁹/L"]),
    "a smart tag": (p('<w:smartTag w:uri="u" w:element="e">', run("15%"), "</w:smartTag>"), ["15%"]),
    "a content control": (p("<w:sdt><w:sdtContent>", run("15%"), "</w:sdtContent></w:sdt>"), ["15%"]),
    "a prompt": (p("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>", run("Enter 16%"), "</w:sdtContent></w:sdt>", run("15%")), ["15%"]),
    "a field's result": (p(BEGIN, "<w:r><w:instrText>REF a 16%</w:instrText></w:r>", SEPARATE, run("15%"), END), ["15%"]),
    "a page number": (p(run("15%"), BEGIN, "<w:r><w:instrText> PAGE </w:instrText></w:r>", SEPARATE, run("16"), END), ["15%"]),
    "a simple page number": (p(run("15%"), '<w:fldSimple w:instr=" NUMPAGES ">', run("16"), "</w:fldSimple>"), ["15%"]),
    "a field without an end": (p(BEGIN, "<w:r><w:instrText>REF</w:instrText></w:r>") + p(run("15%")), ["15%"]),
    "math is as code": (p(run("so "), "<m:oMath><m:r><m:t>16</m:t></m:r></m:oMath>", run(" holds")), ["so ￼ holds"]),
    "a picture's description": (p(run("15%"), '<w:r><w:drawing><wp:docPr id="1" name="x" descr="It is 16%."/></w:drawing></w:r>'), ["15%", "It is 16%."]),
    "an old picture's description": (p('<w:r><w:pict><v:shape alt="It is 16%."/></w:pict></w:r>'), ["It is 16%."]),
    "a table of contents": (p(run("Survival 16"), settings='<w:pStyle w:val="TOC1"/>') + p(run("15%")), ["Survival 16", "15%"]),
    "an end that was deleted": (p(run("about "), settings="<w:rPr><w:del/></w:rPr>") + p(run("15%")), ["about 15%"]),
    "the last end deleted": (p(run("15%"), settings="<w:rPr><w:del/></w:rPr>"), ["15%"]),
}  # fmt: skip


@pytest.mark.parametrize("name", PARAGRAPHS)
def test_a_paragraph(name: str) -> None:
    xml, expected = PARAGRAPHS[name]
    assert texts(*(f"{each}</w:p>" for each in xml.split("</w:p>") if each)) == expected


def test_a_line_of_contents_is_not_read() -> None:
    draft = docx.Document()
    draft.styles.add_style("toc 1", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    draft.add_paragraph("Survival 16", style="toc 1")
    draft.add_paragraph("15%")
    assert kinds(saved(draft)) == [("paragraph", "15%")]


def test_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent>{p(run('In a box: 15%'))}{p(run('Second'))}</w:txbxContent>"
    both = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
        f"{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = read("a.docx", of_xml(p(run("Before"), both, run(" after."))))
    assert [block.text for block in document.blocks] == ["Before after.", "In a box: 15%", "Second"]
    assert [spot.part for spot in document.spots] == ["", "text box", "text box"]


def structure(draft: Docx) -> None:
    draft.add_heading("Sarcoma", 0)
    draft.add_heading("Outlook", 1)
    draft.add_paragraph("It spreads to:")
    draft.add_paragraph("the lungs", style="List Bullet")
    draft.add_paragraph("the upper lobe", style="List Bullet 2")
    draft.add_paragraph("the liver", style="List Bullet")
    draft.add_paragraph("As they say.", style="Quote")
    draft.add_paragraph().add_run("By stage").bold = True
    draft.add_paragraph("Table 1. Survival", style="Caption")
    table = draft.add_table(2, 2)
    for cell, text in zip(table._cells, ["Stage", "Survival", "IV", "15%"], strict=True):
        cell.text = text
    draft.sections[0].header.paragraphs[0].text = "In the header"
    draft.sections[0].footer.paragraphs[0].text = "In the footer"


def test_structure() -> None:
    document = read("a.docx", made(structure))
    shown = [
        (kind_of(b), b.text, b.heading, b.parent, b.table, (b.row, b.column), b.quoted)
        for b in document.blocks
    ]
    assert shown == [
        ("title1", "Sarcoma", None, None, None, (-1, -1), False),
        ("heading1", "Outlook", None, None, None, (-1, -1), False),
        ("paragraph", "It spreads to:", 1, None, None, (-1, -1), False),
        ("item", "the lungs", 1, 2, None, (-1, -1), False),
        ("item", "the upper lobe", 1, 2, None, (-1, -1), False),
        ("item", "the liver", 1, 2, None, (-1, -1), False),
        ("paragraph", "As they say.", 1, None, None, (-1, -1), True),
        ("heading6", "By stage", 1, None, None, (-1, -1), False),
        ("caption", "Table 1. Survival", 7, None, 0, (-1, -1), False),
        ("cell", "Stage", 7, None, 0, (0, 0), False),
        ("cell", "Survival", 7, None, 0, (0, 1), False),
        ("cell", "IV", 7, None, 0, (1, 0), False),
        ("cell", "15%", 7, None, 0, (1, 1), False),
        ("paragraph", "In the header", None, None, None, (-1, -1), False),
        ("paragraph", "In the footer", None, None, None, (-1, -1), False),
    ]
    assert (document.title, document.tables[0].header_rows) == (0, 1)
    assert document.spots[3] == Spot(4, "", "Outlook")
    assert document.spots[12] == Spot(13, "table 1, row 2, column 2", "By stage")
    assert document.spots[13:] == (Spot(1, "header"), Spot(1, "footer"))


def test_items_hang_on_outer_items() -> None:
    levels = [0, 1, 1, 0]
    number = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
    document = read(
        "a.docx",
        of_xml(
            p(run("These:")),
            *(p(run(f"item {n}"), settings=number.format(level)) for n, level in enumerate(levels)),
        ),
    )
    assert [(b.kind, b.parent) for b in document.blocks] == [
        ("paragraph", None), ("item", 0), ("item", 1), ("item", 1), ("item", 0),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["It was 83% in all of them.", "and so on", "Table 2. Stages"])
def test_bold_lines_that_are_no_headings(text: str) -> None:
    assert kinds(of_xml(p(run(text, "<w:b/>")))) == [("paragraph", text)]


CELL = "<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def test_cells_that_span() -> None:
    wide, tall, rest = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    xml = table(
        CELL.format(wide, p(run("Stage"))) + CELL.format("", p(run("Share"))),
        CELL.format(tall, p(run("IV"))) + CELL.format("", p(run("a"))) + CELL.format("", p(run("1%"))),
        CELL.format(rest, p()) + CELL.format("", p(run("b")) + p(run("c"))) + CELL.format("", p(run("2%"))),
    )
    document = read("a.docx", of_xml(xml))
    rows = [[document.blocks[cell].text for cell in row] for row in document.tables[0].rows]
    assert rows == [["Stage", "Stage", "Share"], ["IV", "a", "1%"], ["IV", "b\nc", "2%"]]
    check_places(document)


def test_rows_and_cells_that_were_deleted() -> None:
    gone = "<w:tr><w:trPr><w:del w:id='1'/></w:trPr>" + CELL.format("", p(run("16%"))) * 2 + "</w:tr>"
    kept = CELL.format("", p(run("15%"))) + CELL.format("<w:cellDel w:id='2'/>", p(run("17%")))
    assert texts(f"<w:tbl>{gone}<w:tr>{kept}</w:tr></w:tbl>") == ["15%"]


def test_a_frame_is_no_table() -> None:
    document = read("a.docx", of_xml(table(CELL.format("", p(run("Boxed:")) + p(run("15%"))))))
    assert [(b.kind, b.text) for b in document.blocks] == [("paragraph", "Boxed:"), ("paragraph", "15%")]
    assert document.tables == ()


def test_a_table_in_a_table_comes_after_it() -> None:
    inner = table(CELL.format("", p(run("c"))) + CELL.format("", p(run("d"))))
    document = read(
        "a.docx", of_xml(table(CELL.format("", p(run("a")) + inner + p()) + CELL.format("", p(run("b")))))
    )
    assert [[[document.blocks[c].text for c in row] for row in t.rows] for t in document.tables] == [
        [["a", "b"]],
        [["c", "d"]],
    ]


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_are_numbered_as_they_are_met(kind: str) -> None:
    mark = "<w:r><w:{}Reference w:id='{}'/></w:r>"
    body = (p(run("One"), mark.format(kind, 2), run(" and two"), mark.format(kind, 1), run(".")),)
    data = with_notes(kind, body, p(run("First in the file")), p(run("It was 15%.")))
    document = read("a.docx", data)
    assert [(b.kind, b.text, b.label) for b in document.blocks] == [
        ("paragraph", "One and two.", ""),
        ("note", "It was 15%.", f"{kind}2"),
        ("note", "First in the file", f"{kind}1"),
    ]
    assert [link.target for link in document.blocks[0].links] == [f"#note-{kind}2", f"#note-{kind}1"]
    assert [spot.part for spot in document.spots] == ["", f"{kind} 1", f"{kind} 2"]


def test_a_note_stands_under_the_heading_of_its_reference() -> None:
    heading = '<w:pStyle w:val="Heading1"/>'
    mark = "<w:r><w:footnoteReference w:id='1'/></w:r>"
    draft = (p(run("First"), settings=heading), p(run("One"), mark), p(run("Second"), settings=heading))
    document = read("a.docx", with_notes("footnote", draft, p(run("It was 15%."))))
    note = document.blocks[-1]
    assert (note.kind, note.heading, document.spots[-1]) == ("note", 0, Spot(1, "footnote 1", "First"))


def test_links_lead_where_the_file_says() -> None:
    draft = docx.Document()
    id = draft.part.relate_to(
        "https://example.org/a", docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, is_external=True
    )
    names = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    put(draft, p(run("See "), f'<w:hyperlink {names} r:id="{id}">', run("this"), "</w:hyperlink>"))
    code = '<w:r><w:instrText> HYPERLINK "https://example.org/b" </w:instrText></w:r>'
    put(draft, p(BEGIN, code, SEPARATE, run("that"), END))
    document = read("a.docx", saved(draft))
    assert [(b.text, [(b.text[link.start : link.end], link.target) for link in b.links]) for b in document.blocks] == [
        ("See this", [("this", "https://example.org/a")]),
        ("that", [("that", "https://example.org/b")]),
    ]  # fmt: skip


def test_comments_are_kept_apart() -> None:
    def build(draft: Docx) -> None:
        first = draft.add_paragraph("It was 16%.")
        draft.add_comment(first.runs, "medlint-ignore value-conflict: their data", "A", "A")

    document = read("a.docx", made(build))
    (comment,) = document.comments
    assert (document.source[comment.start : comment.end], comment.text) == (
        "It was 16%.",
        "medlint-ignore value-conflict: their data",
    )
    assert [block.text for block in document.blocks] == ["It was 16%."]


def test_each_character_leads_to_its_run() -> None:
    draft = open_word("a.docx", of_xml(p(run("About 8"), run("3", "<w:b/>"), run("% of them."))))
    assert [(piece.text.text, draft.document.source[piece.start : piece.end]) for piece in draft.pieces] == [
        ("About 8", "About 8"), ("3", "3"), ("% of them.", "% of them."),
    ]  # fmt: skip
    assert [piece.run.getparent() is piece.paragraph for piece in draft.pieces] == [True] * 3


WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=12
)
RUNS = st.lists(st.tuples(WORDS, st.sampled_from(["", VANISH, STRIKE, RAISED, "<w:b/>"])), max_size=4)


@settings(max_examples=20)
@given(st.lists(RUNS, max_size=4))
def test_places_hold_whatever_the_text(paragraphs: list[list[tuple[str, str]]]) -> None:
    from xml.sax.saxutils import escape

    data = of_xml(*(p(*(run(escape(text), look) for text, look in runs)) for runs in paragraphs))
    draft = open_word("a.docx", data)
    check_places(draft.document)
    check_spots(draft.document)
    for piece in draft.pieces:
        assert (
            piece.text.text.translate(str.maketrans("\u2028\u2029", "  "))
            == draft.document.source[piece.start : piece.end]
        )


def check_spots(document: Document) -> None:
    assert len(document.spots) == document.source.count("\n")
    for block in document.blocks:
        spot = document.spot(document.place(block.starts[0])[0])
        assert spot is not None
        assert spot.paragraph


UNITS = {
    "paragraphs": p(run("About 8"), run("3", "<w:b/>"), run("% of them.")),
    "headings": p(run("Outlook"), settings='<w:pStyle w:val="Heading1"/>'),
    "tables": table(CELL.format("", p(run("a"))) + CELL.format("", p(run("15%")))),
    "joined": p(run("a "), settings="<w:rPr><w:del/></w:rPr>"),
    "fields": p(BEGIN * 20),
}


@pytest.mark.parametrize("unit", UNITS)
def test_reading_grows_with_the_text(unit: str) -> None:
    small, large = (of_xml(*[UNITS[unit]] * n) for n in (30, 120))
    assert calls(lambda: read("a.docx", large)) < 5 * calls(lambda: read("a.docx", small))
