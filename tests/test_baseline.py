"""Known findings: told from new ones by what they say, wherever they stand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from linter.errors import InputError, Place
from linter.model import Fact, Source
from linter.results import Finding
from linter.run.baseline import HEAD, Baseline, read_baseline

FACT = Fact("lung", "Around 83% of it is in the lungs.", Source("a", "T"), value="83%")


def finding(
    path: str, sentence: str = "About 80% of it.", line: int = 1, fact: Fact | None = FACT
) -> Finding:
    return Finding(
        path, 0, 3, line, 1, line, 4, "value-conflict", "conflict", "error", "m", fact=fact, sentence=sentence
    )


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("a.md", "b.md"):
        Path(name).write_text("x")
    return tmp_path


def known(*findings: Finding) -> Baseline:
    empty = Baseline("known.txt")
    replace(empty, entries=tuple(map(empty.entry, findings))).write()
    return read_baseline("known.txt")


def test_the_file_is_a_sorted_line_for_each(folder: Path) -> None:
    known(finding("b.md"), finding("a.md", "Z\ttab"), finding("a.md", fact=None))
    lines = Path("known.txt").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith(HEAD)
    assert [line.split("\t")[:2] + line.split("\t")[3:] for line in lines[2:]] == [
        ["a.md", "value-conflict", "About 80% of it."],
        ["a.md", "value-conflict[lung=83%]", "Z tab"],
        ["b.md", "value-conflict[lung=83%]", "About 80% of it."],
    ]


@pytest.mark.parametrize(
    ("now", "checked", "new", "stale", "unlooked"),
    [
        ([finding("a.md", line=99)], "a.md", 0, 0, 0),
        ([finding("a.md", "About 80% of\n it.")], "a.md", 0, 0, 0),
        ([finding("a.md", "About 81% of it.")], "a.md", 1, 1, 0),
        ([finding("a.md", fact=replace(FACT, value="84%"))], "a.md", 1, 1, 0),
        ([finding("a.md", fact=replace(FACT, id="other"))], "a.md", 1, 1, 0),
        ([], "a.md", 0, 1, 0),
        ([], "b.md", 0, 0, 1),
        # said once more, here or in another draft, it is new
        ([finding("a.md"), finding("a.md", line=9)], "a.md", 1, 0, 0),
        ([finding("a.md"), finding("b.md")], "a.md b.md", 1, 0, 0),
        ([finding("b.md")], "b.md", 1, 0, 1),
        # moved, it is not
        ([finding("b.md")], "a.md b.md", 0, 0, 0),
    ],
)
def test_compare(folder: Path, now: list[Finding], checked: str, new: int, stale: int, unlooked: int) -> None:
    compared = known(finding("a.md")).compare(now, checked.split())
    assert (len(compared.new), len(compared.stale), len(compared.unlooked)) == (new, stale, unlooked)
    assert len(compared.new) + len(compared.known) == len(now)


def test_a_renamed_draft_keeps_what_is_known_of_it(folder: Path) -> None:
    baseline = known(finding("a.md"))
    Path("a.md").rename("c.md")
    compared = baseline.compare([finding("c.md")], ["c.md"])
    assert (compared.new, compared.stale) == ((), ())


def test_paths_count_from_the_baselines_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "d.md").write_text("x")
    known(finding("sub/d.md"))
    monkeypatch.chdir(folder / "sub")
    assert read_baseline("../known.txt").compare([finding("d.md")], ["d.md"]).new == ()


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (None, [(0, "does not exist: medlint check --baseline FILE --write-baseline writes it")]),
        ("", [(1, f'is no baseline: its first line does not begin with "{HEAD}"')]),
        (
            f"{HEAD}\n<<<<<<< ours\na.md\tx\ty\tz\n",
            [
                (2, "is a mark of a merge: keep the entries of both sides, delete the marks"),
                (
                    3,
                    "is no entry (draft, rule, fingerprint and sentence, with tabs between): "
                    "delete the line, or write the file anew with --write-baseline",
                ),
            ],
        ),
    ],
)
def test_a_file_that_is_no_baseline(folder: Path, text: str | None, problems: list[tuple[int, str]]) -> None:
    if text is not None:
        Path("bad.txt").write_text(text)
    with pytest.raises(InputError) as caught:
        read_baseline("bad.txt")
    assert [(p.place, p.message) for p in caught.value.problems] == [
        (Place("bad.txt", line, 1 if line else 0), message) for line, message in problems
    ]


def test_windows_line_ends_are_read(folder: Path) -> None:
    baseline = known(finding("a.md"))
    data = Path("known.txt").read_bytes()
    Path("known.txt").write_bytes(data.replace(b"\n", b"\r\n"))
    assert read_baseline("known.txt") == baseline


@pytest.mark.parametrize("path", ["a.md", "moved.md"])
def test_one_sentence_in_many_places_takes_as_much_work_for_each(path: str, folder: Path) -> None:
    made = 0

    class Compared(str):
        """A path that counts how often it is compared."""

        __hash__ = str.__hash__

        def __eq__(self, other: object) -> bool:
            nonlocal made
            made += 1
            return str.__eq__(self, other)

    def compared(n: int) -> int:
        nonlocal made
        entries = tuple(replace(known(finding("a.md")).entries[0], path=Compared("a.md")) for _ in range(n))
        made = 0
        told = Baseline("known.txt", entries).compare(
            [finding(path, line=line) for line in range(n)], ["a.md"]
        )
        assert (len(told.known), len(told.new), len(told.stale)) == (n, 0, 0)
        return made

    assert compared(80) < 2.6 * compared(40)
