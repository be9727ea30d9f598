"""Which files a command takes, and which it owns up to not checking."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from linter.errors import InputError
from linter.readers import SUFFIXES
from linter.run.discover import discover

WORD = "files ending in .doc cannot be read: save it as a Word Document (.docx)"


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to stand in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(*paths: str) -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text("text", encoding="utf-8")


def found(
    *paths: str, exclude: tuple[str, ...] = (), force: bool = False
) -> tuple[list[str], dict[str, str]]:
    found = discover(paths, exclude=exclude, force_exclude=force, suffixes=SUFFIXES, root=".")
    return list(found.drafts), {one.path: one.error for one in found.unchecked}


def unread(*paths: str, exclude: tuple[str, ...] = ()) -> dict[str, int]:
    found = discover(paths, exclude=exclude, suffixes=SUFFIXES)
    return {one.ending: one.files for one in found.unread}


CASES = {
    "a folder": (["b.md", "a/c.html", "a/d.txt", "e.py", "f"], {}, ["."], ["a/c.html", "a/d.txt", "b.md"]),
    "folders that are not read": (
        [
            ".git/a.md",
            ".venv/a.md",
            ".x/a.md",
            "node_modules/a.md",
            "_site/a.md",
            "_build/html/a.md",
            ".a.md",
            "~$b.docx",
            "c.md",
        ],
        {},
        ["."],
        ["c.md"],
    ),
    "what Hugo has built": (
        ["hugo.toml", "content/a.md", "public/index.html", "public/a/index.html"],
        {},
        ["."],
        ["content/a.md"],
    ),
    "what Zola has built": (
        ["s/config.toml", "s/content/a.md", "s/public/sitemap.xml", "s/public/a.html"],
        {},
        ["."],
        ["s/content/a.md"],
    ),
    "built pages by name": (["hugo.yaml", "public/index.html"], {}, ["public"], ["public/index.html"]),
    "public drafts": (
        [
            "content/a.md",
            "public/index.html",
            "x/hugo.toml",
            "x/public/b.md",
            "y/config.yaml",
            "y/public/index.html",
        ],
        {},
        ["."],
        ["content/a.md", "public/index.html", "x/public/b.md", "y/public/index.html"],
    ),
    "twice": (["a.md", "d/b.md"], {}, ["a.md", "./a.md", "d", "./d/", "d/b.md"], ["a.md", "d/b.md"]),
    "ignored": (
        ["a.md", "b.md", "out/c.md", "d/e.md", "d/keep.md", "d/f/e.md"],
        {
            ".gitignore": "b.md\nout/\ne.md\n",
            "d/.gitignore": "# no\nkeep.md\n!e.md\n",
            "d/f/.gitignore": "e.md\n",
        },
        ["."],
        ["a.md", "d/e.md"],
    ),
    "ignored from above": (
        [".git/HEAD", "a/b/c.md", "a/b/d.md"],
        {".gitignore": "/a/b/c.md\n"},
        ["a/b"],
        ["a/b/d.md"],
    ),
    "not beyond the repository": (["a/.git/HEAD", "a/c.md"], {".gitignore": "c.md\n"}, ["a"], ["a/c.md"]),
    "ignored but named": (
        [".git/HEAD", "out/a.md", "out/b.md"],
        {".gitignore": "out/\nb.md\n"},
        ["out"],
        ["out/a.md"],
    ),
    "an ignored file that is named": (["a.md"], {".gitignore": "a.md\n"}, ["a.md"], ["a.md"]),
    "a bad pattern": (["a.md", "b.md"], {".gitignore": "/\n!\nb.md\n"}, ["."], ["a.md"]),
}


@pytest.mark.usefixtures("tree")
@pytest.mark.parametrize("name", CASES)
def test_files(name: str) -> None:
    paths, ignores, given, expected = CASES[name]
    make(*paths)
    for path, text in ignores.items():
        Path(path).write_text(text, encoding="utf-8")
    assert found(*given) == (expected, {})


@pytest.mark.usefixtures("tree")
@pytest.mark.parametrize(
    ("given", "exclude", "force", "expected"),
    [
        (["."], ("old/", "*.draft.md"), False, ["a.md"]),
        (["."], ("/a.md",), False, ["b.draft.md", "old/a.md"]),
        (["old"], ("old/",), False, ["old/a.md"]),
        (["old"], ("old/",), True, []),
        (["old/a.md", "b.draft.md"], ("old/", "*.draft.md"), False, ["b.draft.md", "old/a.md"]),
        (["old/a.md", "b.draft.md", "a.md"], ("old/", "*.draft.md"), True, ["a.md"]),
    ],
)
def test_exclude(given: list[str], exclude: tuple[str, ...], force: bool, expected: list[str]) -> None:
    make("a.md", "b.draft.md", "old/a.md")
    assert found(*given, exclude=exclude, force=force) == (expected, {})


@pytest.mark.usefixtures("tree")
def test_documents_that_cannot_be_read_are_counted() -> None:
    make("a.odt", "d/b.PDF", "d/c.pdf", "d/e.pug", "d/page.haml", "x.xyz", "d/style.css.liquid", "f.md")
    make("g.png", "h.py", "i.json", "j.csv", "k.css", "Makefile")
    assert found(".") == (["f.md"], {})
    assert list(unread(".").items()) == [(".pdf", 2), (".haml", 1), (".odt", 1), (".pug", 1)]
    assert unread("d", "d/", "./d/../d") == {".pdf": 2, ".haml": 1, ".pug": 1}


@pytest.mark.usefixtures("tree")
def test_what_is_left_out_is_not_counted() -> None:
    make("a.pdf", "old/b.pdf", ".git/HEAD", "node_modules/c.pdf", ".d.pdf", "out/e.pdf")
    Path(".gitignore").write_text("out/\n", encoding="utf-8")
    assert unread(".", exclude=("old/",)) == {".pdf": 1}
    assert unread(".", exclude=("*.pdf",)) == {}


@pytest.mark.usefixtures("tree")
@pytest.mark.parametrize("paths", [("d", "d/c.pdf", "x.xyz", "a.doc"), ("x.xyz", "a.doc", "d/c.pdf", "d")])
def test_what_was_named_outright_is_more_than_a_number(paths: tuple[str, ...]) -> None:
    make("a.doc", "d/c.pdf", "d/e.pdf", "x.xyz")
    files, unchecked = found(*paths)
    assert files == []
    assert list(unchecked) == ["a.doc", "d/c.pdf", "x.xyz"]
    assert unchecked["a.doc"] == WORD
    assert unread(*paths) == {".pdf": 1}


@pytest.mark.usefixtures("tree")
def test_every_missing_path_is_named() -> None:
    make("a.md")
    with pytest.raises(InputError) as caught:
        found("gone.md", "a.md", "a.md/b", "gone/")
    message = "there is no such file or folder"
    assert [str(p) for p in caught.value.problems] == [
        f"{p}: {message}" for p in ("gone.md", "a.md/b", "gone/")
    ]


def test_whole_paths_stay_whole(tree: Path) -> None:
    make("d/a.md")
    assert found(str(tree / "d")) == ([(tree / "d/a.md").as_posix()], {})


@pytest.mark.usefixtures("tree")
def test_links_in_a_ring() -> None:
    make("d/a.md")
    os.symlink("..", "d/up")
    os.symlink("d", "also")
    os.symlink("gone.md", "d/b.md")
    assert found(".") == (["d/a.md"], {"d/b.md": "cannot be read: it is a link to nothing"})


@pytest.mark.usefixtures("tree")
@pytest.mark.parametrize(
    ("links", "unchecked"),
    [
        ({"loop.md": "loop.md"}, ["loop.md"]),
        ({"one.md": "two.md", "two.md": "one.md"}, ["one.md", "two.md"]),
        ({"d/loop.md": "../d/loop.md"}, ["d/loop.md"]),
        ({"loop": "loop"}, []),  # by its name no draft
    ],
)
def test_links_to_themselves(links: dict[str, str], unchecked: list[str]) -> None:
    make("d/a.md", "z.md")
    for name, target in links.items():
        os.symlink(target, name)
    why = "cannot be read: Too many levels of symbolic links"
    assert found(".") == (["d/a.md", "z.md"], dict.fromkeys(unchecked, why))


@pytest.mark.usefixtures("tree")
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_closed_folder() -> None:
    make("d/a.md", "b.md")
    os.chmod("d", 0)
    try:
        assert found(".") == (["b.md"], {"d": "cannot be read: Permission denied"})
    finally:
        os.chmod("d", 0o700)


@pytest.mark.usefixtures("tree")
def test_a_folder_that_cannot_be_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    make("d/a.md", "b.md")
    scandir = os.scandir

    def refuse(folder: str) -> object:
        if folder.endswith("d"):
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    assert found(".") == (["b.md"], {"d": "cannot be read: Permission denied"})


@pytest.mark.usefixtures("tree")
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_no_draft() -> None:
    os.mkfifo("a.md")
    assert found("a.md") == ([], {"a.md": "is not a file that can be read"})
    assert found(".") == ([], {})
