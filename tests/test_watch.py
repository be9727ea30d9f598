"""``medlint watch``: what is checked again after a change. The changes are given, so nothing waits for any."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

import pytest

from linter.commands import watch
from linter.errors import InputError
from linter.run.desk import Desk

FACTS = """\
version: 1
include: [more.yaml]
sources: {registry: {title: Yarrow Fever Registry, published: 2025}}
facts:
  yf-joints: {claim: About 83% of people with yarrow fever have joint pain., source: registry}
"""
BAD = "About 80% of people with yarrow fever have joint pain.\n"
GOOD = BAD.replace("80%", "83%")
Step = Callable[[], object]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write("facts.yaml", FACTS)()
    write("more.yaml", "facts: {}\n")()
    write("a.md", BAD)()
    write("b.md", "Take 5 mg.\n")()
    return tmp_path


def write(name: str, text: str) -> Step:
    return lambda: Path(name).write_text(text)


def remove(name: str) -> Step:
    return lambda: Path(name).unlink()


def watched(
    capsys: pytest.CaptureFixture[str], *steps: tuple[Step, Collection[str]], paths: tuple[str, ...] = ()
) -> list[str]:
    """The state that is told at first and after each step, "" for nothing, with the report's sum before it."""
    told: list[str] = []

    def taken() -> str:
        lines = capsys.readouterr().out.splitlines()
        sums = [line.partition(" in ")[0] for line in lines if " bound to facts" in line]
        return "; ".join([*sums, *lines[-1:]])

    def changes() -> Iterator[Collection[str]]:
        for step, changed in steps:
            told.append(taken())
            step()
            yield changed
        told.append(taken())

    status = watch.watch(
        paths=paths, facts=None, config=None, select=(), ignore=(), today=None, exclude=("out*",),
        force_exclude=False, color=None, changes=changes(),
    )  # fmt: skip
    assert status == 0
    return told


START = "1 error, 0 warnings; Checked: a.md, b.md. Watching 2 drafts; Ctrl-C ends."


@pytest.mark.parametrize(
    ("step", "changed", "told"),
    [
        (write("a.md", GOOD), ["a.md"], "0 errors, 0 warnings; Checked: a.md. Watching 2 drafts; Ctrl-C ends."),
        (write("c.md", BAD), ["c.md"], "2 errors, 0 warnings; Checked: c.md. Watching 3 drafts; Ctrl-C ends."),
        (remove("a.md"), ["a.md"], "0 errors, 0 warnings; Watching 1 draft; Ctrl-C ends."),
        (remove("b.md"), ["b.md", ".b.md.swp", "4913"], "1 error, 0 warnings; Watching 1 draft; Ctrl-C ends."),
        (write("facts.yaml", FACTS.replace("83%", "80%")), ["facts.yaml"],
         "0 errors, 0 warnings; Checked: a.md, b.md. Watching 2 drafts; Ctrl-C ends."),
        # Facts that stand elsewhere, of which the system tells nothing.
        (write("facts.yaml", FACTS.replace("83%", "70%")), [],
         "1 error, 0 warnings; Checked: a.md, b.md. Watching 2 drafts; Ctrl-C ends."),
        (write("more.yaml", "facts:\n  x: {claim: It is 5 mg a day., source: registry}\n"), [],
         "1 error, 0 warnings; Checked: a.md, b.md. Watching 2 drafts; Ctrl-C ends."),
        (write(".medlint.yaml", "ignore: [conflict]\n"), [".medlint.yaml"],
         "0 errors, 0 warnings; Checked: a.md, b.md. Watching 2 drafts; Ctrl-C ends."),
        (write("facts.yaml", FACTS + "  yf-joints: {}\n"), ["facts.yaml"],
         "0 errors, 0 warnings; Checked: a.md, b.md. Watching 2 drafts; Ctrl-C ends."),
        # What an editor writes beside a draft, what is excluded, what git ignores, what is no draft.
        (write(".a.md.swp", BAD), [".a.md.swp"], ""),
        (write("a.md~", BAD), ["a.md~"], ""),
        (write("~$a.docx", BAD), ["~$a.docx"], ""),
        (write("out.md", BAD), ["out.md"], ""),
        (write("a.py", BAD), ["a.py"], ""),
        (lambda: None, [], ""),
        # A system that told of no change.
        (write("a.md", GOOD + "\n"), [], "0 errors, 0 warnings; Checked: a.md. Watching 2 drafts; Ctrl-C ends."),
        (lambda: (remove("a.md")(), remove("b.md")()), ["a.md", "b.md"],
         "0 errors, 0 warnings; Watching 0 drafts; Ctrl-C ends."),
    ],
)  # fmt: skip
def test_what_has_changed_is_checked_again(
    step: Step, changed: Collection[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert watched(capsys, (step, changed)) == [START, told]


def test_what_git_ignores_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    Path(".git").mkdir()
    write(".gitignore", "made/\n")()
    Path("made").mkdir()
    nothing = (write("made/c.md", BAD), ["made/c.md"])
    assert watched(capsys, nothing) == [START, ""]


def test_mistakes_in_settings_are_told_until_they_are_mended(capfd: pytest.CaptureFixture[str]) -> None:
    def step(text: str) -> tuple[Step, Collection[str]]:
        return write(".medlint.yaml", text), [".medlint.yaml"]

    told = watched(
        capfd, step("ignore: [nothing]\n"), (lambda: None, []), (write("a.md", GOOD), ["a.md"]), step("")
    )
    waiting = "Waiting for that to be mended; Ctrl-C ends."
    mended = "0 errors, 0 warnings; Checked: a.md, b.md. Watching 2 drafts; Ctrl-C ends."
    assert told == [START, waiting, "", "", mended]


def test_no_other_draft_is_read_again(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[str] = []
    check = Desk.check

    def counted(self: Desk, path: str, data: bytes | None = None) -> object:
        checked.append(path)
        return check(self, path, data)

    monkeypatch.setattr(Desk, "check", counted)
    watched(capsys, (write("a.md", GOOD), ["a.md"]), (lambda: None, []), (write("c.md", GOOD), ["c.md"]))
    assert checked == ["a.md", "b.md", "a.md", "c.md"]


def test_a_draft_named_outright_that_is_gone_is_not_clean(capsys: pytest.CaptureFixture[str]) -> None:
    told = watched(capsys, (remove("a.md"), ["a.md"]), (write("a.md", GOOD), ["a.md"]), paths=("a.md",))
    assert [each.rpartition("Watching")[0] for each in told] == [
        "1 error, 0 warnings; Checked: a.md. ", "0 errors, 0 warnings; ", "0 errors, 0 warnings; Checked: a.md. ",
    ]  # fmt: skip


def test_an_interrupt_is_the_way_out(capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    assert watched(capsys, (interrupted, [])) == [START]


def test_a_path_that_is_not_there_ends_it(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(InputError, match=r"no\.md: is not there"):
        watched(capsys, paths=("no.md", "a.md"))


def test_the_package_is_named_where_it_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    with pytest.raises(
        InputError, match=r'needs watchfiles, which is not installed: `pip install "medcopylint\[watch\]"`'
    ):
        next(iter(watch.changes_under(["."])))


@pytest.mark.parametrize(
    ("paths", "roots", "recursive"),
    [(["."], (".",), True), (["a.md"], (".",), False), (["sub/a.md", "sub/b.md"], ("sub",), False), (["a.md", "sub"], (".", "sub"), True)],
)  # fmt: skip
def test_folders_are_watched(
    paths: list[str], roots: tuple[str, ...], recursive: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    import watchfiles

    asked: list[object] = []

    def stand_in(*paths: str, recursive: bool, **_: object) -> Iterator[set[tuple[object, str]]]:
        asked.append((paths, recursive))
        yield {("added", "sub/a.md")}
        raise OSError(28, "No space left on device")

    Path("sub").mkdir()
    monkeypatch.setattr(watchfiles, "watch", stand_in)
    stream = iter(watch.changes_under(paths))
    assert next(stream) == {"sub/a.md"}
    assert asked == [(roots, recursive)]
    with pytest.raises(
        InputError, match=r"cannot be watched \(No space left on device\); with WATCHFILES_FORCE"
    ):
        next(stream)
