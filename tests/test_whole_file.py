"""A file is made new in one step or not at all."""

from __future__ import annotations

import errno
import os
import signal
import time
from pathlib import Path
from typing import Any

import pytest

from linter.errors import InputError
from linter.whole_file import write_whole

OLD, NEW = b"old\n" * 2000, b"new and longer\n" * 2000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "facts.yaml"
    path.write_bytes(OLD)
    return path


def test_a_file_is_made_new_and_keeps_its_mode(file: Path) -> None:
    file.chmod(0o640)
    write_whole(str(file), NEW, instead_of=OLD)
    assert (file.read_bytes(), file.stat().st_mode & 0o777, os.listdir(file.parent)) == (
        NEW,
        0o640,
        [file.name],
    )


def test_a_link_stays_one(file: Path) -> None:
    link = file.with_name("link.yaml")
    link.symlink_to(file.name)
    write_whole(str(link), NEW, instead_of=OLD)
    assert (link.is_symlink(), file.read_bytes()) == (True, NEW)


def refused(file: Path, old: bytes = OLD) -> str:
    with pytest.raises(InputError) as caught:
        write_whole(str(file), NEW, instead_of=old)
    assert [name for name in os.listdir(file.parent) if name != file.name] == []
    return str(caught.value).removeprefix(f"{file}: ")


def test_a_file_that_was_changed_meanwhile(file: Path) -> None:
    file.write_bytes(b"theirs")
    told = "was changed by someone else meanwhile: nothing is written; run the command again"
    assert (refused(file), file.read_bytes()) == (told, b"theirs")


def test_a_file_that_is_read_only(file: Path) -> None:
    file.chmod(0o444)
    assert (refused(file), file.read_bytes()) == ("is read-only: nothing is written", OLD)


def test_a_file_that_is_gone(file: Path) -> None:
    file.unlink()
    assert refused(file) == "cannot be written: No such file or directory; it is as it was"


@pytest.mark.parametrize("call", ["fsync", "replace", "chmod"])
def test_a_disk_that_is_full(file: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, call, full)
    told = "cannot be written: No space left on device; it is as it was"
    assert (refused(file), file.read_bytes()) == (told, OLD)


def test_a_file_that_is_not_there_yet(tmp_path: Path) -> None:
    old = os.umask(0o022)
    try:
        write_whole(str(tmp_path / "a.txt"), NEW)
    finally:
        os.umask(old)
    assert (tmp_path / "a.txt").read_bytes() == NEW
    assert (tmp_path / "a.txt").stat().st_mode & 0o777 == 0o644
    with pytest.raises(InputError, match=r"cannot be written: No such file or directory$"):
        write_whole(str(tmp_path / "b" / "a.txt"), NEW)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are killed as on POSIX")
def test_a_process_that_is_killed_leaves_the_old_or_the_new(file: Path) -> None:
    for turn in range(100):
        child = os.fork()
        if not child:
            here, there = OLD, NEW
            while True:
                write_whole(str(file), there, instead_of=here)
                here, there = there, here
        time.sleep(0.0005 * (turn % 10))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert file.read_bytes() in (OLD, NEW)
        file.write_bytes(OLD)
