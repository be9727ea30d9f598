"""Quotes looked up in copies of sources: facts verify, and what facts check says of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from linter.cli import cli
from linter.facts.originals import Original, plain_words

COPY = """\
<title>Registry</title><script>some 50% had joint pain</script>
<p>In 2024, some&nbsp;40&nbsp;% of the pa&shy;tients who were fol-
lowed up “at home” had joint <b>pain</b> for 2&ndash;3 weeks.</p>
"""


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "reg.html").write_text(COPY, encoding="utf-8")
    return tmp_path


def write(quote: str, source: str = "file: sources/reg.html") -> None:
    Path("facts.yaml").write_text(
        f"version: 1\nsources:\n  reg:\n    title: Registry\n    {source}\nfacts:\n  joints:\n"
        f"    claim: About 40% of people with yarrow fever have joint pain.\n    source: {{ref: reg, quote: {json.dumps(quote)}}}\n",
        encoding="utf-8",
    )


def facts(*args: str) -> Result:
    return CliRunner().invoke(cli, ["facts", *args], catch_exceptions=False)


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("some 40% of the patients who were followed up", True),
        ("Some 40 % of the patients", True),
        ("some 40% … had joint pain", True),
        ("some 40% of the patients [with yarrow fever] who were followed up 'at home'", False),
        ('40% of the patients [with yarrow fever] who were followed up "at home"', True),
        ("40% … 2-3 weeks", True),
        ("had joint pain … some 40%", False),
        ("some 41% of the patients", False),
        ("40% had joint pain", False),
        ("some 50% had joint pain", False),
    ],
)
def test_a_quote_is_looked_up(quote: str, found: bool) -> None:
    write(quote)
    result = facts("verify")
    outcome = "found" if found else "not found"
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0 if found else 1, f"1 fact: 1 {outcome}")
    told = facts("check").stdout
    message = "facts.yaml:9:24: error: fact joints: its quote is not in sources/reg.html: copy the words of the source, with … for what is left out\n"
    assert (message in told) is not found


def test_a_copy_that_is_not_what_was_pinned() -> None:
    write("some 40% … had joint pain")
    pinned = facts("verify", "--pin")
    assert (pinned.exit_code, pinned.stdout.splitlines()[-1]) == (0, "pinned in facts.yaml: reg")
    assert "    file: sources/reg.html\n    sha256: " in Path("facts.yaml").read_text(encoding="utf-8")
    assert facts("check", "--fail-on", "warning").exit_code == 0
    Path("sources/reg.html").write_text(COPY + "<p>And more.</p>", encoding="utf-8")
    assert facts("verify").exit_code == 1
    told = "facts.yaml:3:3: warning: source reg: sources/reg.html is not what it was when it was pinned: read it again, and then run `medlint facts verify --pin`"
    assert facts("check").stdout.splitlines()[0] == told
    assert facts("verify", "--pin").exit_code == 0
    assert facts("check", "--fail-on", "warning").exit_code == 0


def test_a_quote_that_is_not_found_pins_nothing() -> None:
    write("some 41%")
    before = Path("facts.yaml").read_bytes()
    assert (facts("verify", "--pin").exit_code, Path("facts.yaml").read_bytes()) == (1, before)


UNREADABLE = [
    ("file: none.txt", None, "none.txt cannot be read: No such file or directory"),
    ("file: a.xyz", b"x", "a.xyz files ending in .xyz cannot be read: save it as"),
    ("file: a.txt", b"\xff", "a.txt is not UTF-8"),
    ("file: a.pdf", b"no pdf", "a.pdf is no PDF that can be read"),
]


@pytest.mark.parametrize(("source", "data", "told"), UNREADABLE)
def test_a_copy_that_cannot_be_read_is_not_clean(source: str, data: bytes | None, told: str) -> None:
    write("some 40%", source)
    if data is not None:
        Path(source.removeprefix("file: ")).write_bytes(data)
    result = facts("verify")
    assert (result.exit_code, "joints  unreadable" in result.stdout) == (2, True)
    result = facts("check")
    assert result.exit_code == 1
    assert result.stdout.startswith(
        f"facts.yaml:3:3: error: source reg: its copy cannot be looked at: {told}"
    )


def pdf(*pages: str) -> bytes:
    """The least PDF that holds text, a page each."""
    count = len(pages)
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
    objects += [f"<< /Type /Pages /Kids [{kids}] /Count {count} >>", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]  # fmt: skip
    for n, text in enumerate(pages):
        lines = " T* ".join(f"({line}) Tj" for line in text.split("\n"))
        stream = f"BT /F1 12 Tf 14 TL 72 700 Td {lines} ET"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * n} 0 R >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    out, offsets = "%PDF-1.4\n", []
    for n, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{n} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    return f"{out}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n".encode()


def test_a_quote_in_a_pdf_across_lines_and_pages(desk: Path) -> None:
    (desk / "a.pdf").write_bytes(
        pdf("In 2024, some 40% of the pa-\ntients who were followed", "up had joint pain.")
    )
    write("some 40% of the patients who were followed up had joint pain", "file: a.pdf")
    result = facts("verify", "--format", "json")
    assert json.loads(result.stdout) == {
        "version": 1,
        "facts": [{"fact": "joints", "source": "reg", "outcome": "found", "detail": "a.pdf"}],
        "summary": {"found": 1},
    }


def test_a_pdf_without_text(desk: Path) -> None:
    (desk / "a.pdf").write_bytes(pdf(""))
    write("some 40%", "file: a.pdf")
    assert "a.pdf holds no text, only pictures of it: keep a copy with text" in facts("check").stdout


WORDS = st.text(st.sampled_from("ab1% “”’-–\u00ad\n…"), max_size=12)


@given(WORDS, WORDS, WORDS)
def test_whatever_stands_in_a_text_is_found_in_it(before: str, quote: str, after: str) -> None:
    text = plain_words(f"{before} {quote} {after}")
    parts = [part for part in quote.split("…") if part.strip()]
    assert not parts or all(plain_words(part) in text for part in parts) is Original(text, "").has(quote)
