"""The constraints by which .ci/run tests the lower bounds of pyproject.toml."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from content_repo import ROOT

sys.path.insert(0, str(ROOT / "scripts"))
from lowest import lowest

PROJECT = '[project]\ndependencies = [{}]\n[project.optional-dependencies]\ndev = ["a>=1.2"]\n'


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("", ["a==1.2"]),
        ('"b-c>=3"', ["b-c==3", "a==1.2"]),
        ('"d>=3.8.2,<4", "E.f>=0.1"', ["d==3.8.2", "E.f==0.1", "a==1.2"]),
    ],
)
def test_lowest(declared: str, expected: list[str]) -> None:
    assert lowest(PROJECT.format(declared)) == expected


@pytest.mark.parametrize(
    "declared", ["b", "b<4", "b>=1,!=2", "b[x]>=1", "b==1", "b>=1; python_version<'3.12'"]
)
def test_what_it_does_not_read_it_says(declared: str) -> None:
    with pytest.raises(ValueError, match="is not written as name>=version") as caught:
        lowest(PROJECT.format(f'"{declared}"'))
    assert repr(declared) in str(caught.value)


def test_every_dependency_has_a_constraint() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "lowest.py")], capture_output=True, text=True, check=True
    )
    declared = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert len(done.stdout.splitlines()) == len(re.findall(r'^  "[\w.-]+>=', declared, re.MULTILINE))
