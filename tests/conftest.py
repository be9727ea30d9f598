"""What holds for all tests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# How wide a report is, is not for the terminal of whoever runs the tests to say.
os.environ.pop("COLUMNS", None)

# How long an example takes says more about what else the machine is doing than about medlint.
UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", UNTIMED, derandomize=True)  # as here, so everywhere
settings.register_profile("thorough", UNTIMED, max_examples=1000)
settings.load_profile("same")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """One process for a few files, which have run before others have started; as many as there are cores for more."""
    files = [Path(argument.partition("::")[0]) for argument in config.args]
    return 0 if all(file.suffix == ".py" for file in files) else None


def pytest_make_parametrize_id(val: object) -> str | None:
    """No file's bytes in a test's name: an archive made twice holds two times of day, and every process must name
    the tests alike."""
    return f"{len(val)} bytes" if isinstance(val, bytes) else None


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="write tests/report/golden anew")
