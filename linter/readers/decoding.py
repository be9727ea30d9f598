"""A draft's bytes as text. What cannot be decoded is said with its place."""

from __future__ import annotations

from linter.errors import DraftError

LARGEST = 20 * 1024 * 1024
ENCODINGS = ("utf-8", "windows-1252")
"""What a draft may be in that has no byte order mark."""

_MARKS = ((b"\xff\xfe\x00\x00", "UTF-32"), (b"\x00\x00\xfe\xff", "UTF-32"))
_WIDE_MARKS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def decode(data: bytes, fallback: str = "utf-8") -> str:
    """The text of a draft; line ends and a byte order mark stay as they are.

    UTF-8, or UTF-16 with a mark. What is neither is read as ``fallback``, one of ``ENCODINGS``.

    Raises:
        DraftError: one sentence that lacks its subject.
    """
    return data.decode(encoding_of(data, fallback))


def encoding_of(data: bytes, fallback: str = "utf-8") -> str:
    """Python's name of the encoding in which ``data`` can be decoded, and what is changed encoded again."""
    if len(data) > LARGEST:
        raise DraftError(f"is larger than {LARGEST // 1024 // 1024} MB: split it into several drafts")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            raise DraftError(f"is {encoding}, not UTF-8: save it as UTF-8")
    for mark, encoding in _WIDE_MARKS:
        if data.startswith(mark):
            return _hold(data, encoding, "UTF-16 throughout: save it as UTF-8")
    if b"\0" in data:
        if (name := _wide(data)) is not None:
            raise DraftError(f"is {name}, not UTF-8: save it as UTF-8")
        raise DraftError("is binary, not text: it holds NUL bytes")
    if fallback == "utf-8":
        advice = "UTF-8: save it as UTF-8, or write encoding: windows-1252 in .medlint.yaml if it is that"
        return _hold(data, fallback, advice)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _hold(data, fallback, "UTF-8, nor Windows-1252: save it as UTF-8")
    return "utf-8"


def _hold(data: bytes, encoding: str, wanted: str) -> str:
    """``encoding``, if all of ``data`` is in it; ``wanted`` is what it is not."""
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding)
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + (0 if line == 1 and before[:1] == "\ufeff" else 1)
        bytes = " ".join(f"0x{byte:02x}" for byte in data[error.start : error.end][:2])
        where = f"line {line}, column {column}: byte {error.start} is {bytes}"
        raise DraftError(f"is not {wanted.replace(':', f' ({where}):', 1)}") from None
    return encoding


def _wide(data: bytes) -> str | None:
    """The encoding that a pattern of NUL bytes gives away, if any."""
    head = data[:4096]
    zeros = [head[i::4].count(0) / max(1, len(head[i::4])) for i in range(4)]
    if sum(zero > 0.5 for zero in zeros) >= 2 and min(zeros) < 0.1:
        return (
            "UTF-16"
            if (zeros[0] > 0.5) == (zeros[2] > 0.5) and (zeros[1] > 0.5) == (zeros[3] > 0.5)
            else "UTF-32"
        )
    return None
