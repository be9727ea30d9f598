"""The cache: an entry that is not whole, not of this version or not the user's own is made anew."""

from __future__ import annotations

import os
import random
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from linter import cache

VALUE = {"lung": [["cancer"], True, 1.5], "liver": []}


class Kept:
    """A cached value that counts how often it is made."""

    def __init__(self, folder: Path) -> None:
        self.source = folder / "source.txt"
        self.source.write_text("one")
        self.made = 0

    def get(self, thaw: Callable[[Any], Any] = dict) -> Any:
        return cache.cached("words", (self.source,), self._make, thaw)

    def _make(self) -> Any:
        self.made += 1
        return VALUE


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def kept(folder: Path) -> Kept:
    return Kept(folder.parent)


def entry(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_a_value_is_made_once(kept: Kept, folder: Path) -> None:
    assert [kept.get(), kept.get()] == [VALUE, VALUE]
    assert kept.made == 1
    assert stat.S_IMODE(entry(folder).stat().st_mode) == 0o600


def test_another_content_of_the_same_size_and_time_is_another_entry(kept: Kept, folder: Path) -> None:
    kept.get()
    before, first = kept.source.stat(), entry(folder)
    kept.source.write_text("two")
    os.utime(kept.source, ns=(before.st_atime_ns, before.st_mtime_ns))
    kept.get()
    assert kept.made == 2
    assert entry(folder) != first


def test_another_version_makes_it_anew(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.get()
    monkeypatch.setattr(cache, "__version__", "0.0.0")
    assert (kept.get(), kept.made) == (VALUE, 2)


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _other_layout(data: bytes) -> bytes:
    return data.partition(b"\n")[0] + b'\n["another layout"]'


def _one_byte(data: bytes) -> bytes:
    return data[:-3] + b"9" + data[-2:]


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "cut": _cut,
    "another layout": _other_layout,
    "one byte": _one_byte,
    "more": lambda data: data + b" ",
    "no header": lambda data: data.partition(b"\n")[2],
    "not text": lambda data: bytes(range(256)) * 9,
    "one long line": lambda data: b"[" * 200_000,
    "a marshalled value": lambda data: b"\xe9\x01\x00\x00\x00",
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_entry_is_made_anew(kept: Kept, folder: Path, name: str) -> None:
    kept.get()
    entry(folder).write_bytes(DAMAGE[name](entry(folder).read_bytes()))
    assert (kept.get(), kept.made) == (VALUE, 2)
    assert (kept.get(), kept.made) == (VALUE, 2)


def test_two_hundred_damaged_entries(kept: Kept, folder: Path) -> None:
    kept.get()
    whole = entry(folder).read_bytes()
    chance = random.Random(5)
    for _ in range(200):
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        entry(folder).write_bytes(bytes(damaged[: chance.randint(0, len(damaged))]))
        assert kept.get() == VALUE


@pytest.mark.parametrize("wrong", [ValueError, TypeError, KeyError, IndexError, AttributeError])
def test_what_cannot_be_built_from_an_entry_is_made_anew(kept: Kept, wrong: type[Exception]) -> None:
    kept.get()
    seen: list[Any] = []

    def thaw(value: Any) -> Any:
        seen.append(value)
        if len(seen) == 1:
            raise wrong
        return value

    assert (kept.get(thaw), kept.made) == (VALUE, 2)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_what_others_may_write_is_not_read(kept: Kept, folder: Path, mode: int) -> None:
    kept.get()
    entry(folder).chmod(mode)
    assert (kept.get(), kept.made) == (VALUE, 2)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_links_and_pipes_are_not_followed_or_waited_for(kept: Kept, folder: Path) -> None:
    kept.get()
    path = entry(folder)
    path.rename(folder.parent / "elsewhere")
    path.symlink_to(folder.parent / "elsewhere")
    assert (kept.get(), kept.made) == (VALUE, 2)
    path.unlink()
    os.mkfifo(path)
    assert (kept.get(), kept.made) == (VALUE, 3)


@pytest.mark.parametrize("place", ["a file", "\0", "no/such/\0"])
def test_a_folder_that_cannot_be_is_as_good_as_none(
    kept: Kept, monkeypatch: pytest.MonkeyPatch, place: str, tmp_path: Path
) -> None:
    (tmp_path / "a file").write_text("")
    monkeypatch.setattr(cache, "folder", lambda: tmp_path / place)
    assert [kept.get(), kept.get()] == [VALUE, VALUE]
    assert kept.made == 2


def test_without_a_cache_nothing_is_written(
    kept: Kept, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "enabled", False)
    assert kept.get() == VALUE
    assert not folder.exists()
