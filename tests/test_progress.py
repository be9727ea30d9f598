from __future__ import annotations

import io
import sys

import pytest

from linter.run.progress import progress


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, total: int) -> list[str]:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    with progress(total, least=64) as done:
        for _ in range(total // 64):
            done(64)
    return stream.getvalue().split("\r\x1b[K")[1:]


def test_a_terminal_is_told_and_left_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    told = [f"medlint: {n} of 128 drafts" for n in (0, 64, 128)]
    assert shown(monkeypatch, Screen(), 128) == [*told, ""]


def test_no_more_often_than_it_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(shown(monkeypatch, Screen(), 64 * 1000)) == 102


def test_nobody_else_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, io.StringIO(), 128) == []
    assert shown(monkeypatch, Screen(), 63) == []


def test_it_is_gone_after_a_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    with pytest.raises(KeyboardInterrupt), progress(100, least=64):
        raise KeyboardInterrupt
    assert screen.getvalue().endswith("\r\x1b[K")
