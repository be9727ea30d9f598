"""docs/ci/medlint.yml, its steps run on a scratch content repository as a GitHub runner runs them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from content_repo import BAD, FACTS, GOOD, ROOT, Run

WORKFLOW = yaml.safe_load((ROOT / "docs" / "ci" / "medlint.yml").read_text(encoding="utf-8"))
STEPS = {step["name"]: step["run"] for step in WORKFLOW["jobs"]["medlint"]["steps"] if "run" in step}
INSTALL, FACTS_STEP, DRAFTS_STEP = "Install medlint", "Check the facts", "Check the drafts"


def job(folder: Path, run: Run) -> dict[str, tuple[int, str]]:
    """Exit status and log of every step but the installation, which this environment has had."""
    results = {}
    for name, script in STEPS.items():
        if name == INSTALL:
            continue
        result = run(folder, "bash", "-e", "-c", script, CI="true", GITHUB_WORKSPACE=str(folder))
        results[name] = result.returncode, result.stdout + result.stderr
    return results


def annotations(log: str) -> list[str]:
    return [line for line in log.splitlines() if line.startswith(("::error ", "::warning ", "::notice "))]


def test_the_workflow_has_the_steps_that_are_tested_here() -> None:
    assert list(STEPS) == [INSTALL, FACTS_STEP, DRAFTS_STEP]


def test_good_copy_passes(content: Path, run: Run) -> None:
    results = job(content, run)
    assert results[FACTS_STEP] == (0, "facts.yaml: 1 fact from 1 source, no mistakes\n")
    status, log = results[DRAFTS_STEP]
    assert status == 0, log
    assert annotations(log) == []
    assert "0 errors, 0 warnings in 1 draft; 1 of 1 figure is bound to facts" in log


def test_bad_copy_fails_with_an_annotation_on_its_line(content: Path, run: Run) -> None:
    (content / "articles" / "joints.md").write_text(BAD, encoding="utf-8")
    status, log = job(content, run)[DRAFTS_STEP]
    assert status == 1, log
    (annotation,) = annotations(log)
    place, _, message = annotation.removeprefix("::error ").partition("::")
    assert place.split(",")[:3] == ["file=articles/joints.md", "line=3", "endLine=3"]
    assert "title=medlint value-conflict" in place
    assert "80%25" in message
    assert "Source: Yarrow Fever Registry, Institute for Invented Diseases, 2025" in message
    assert "  3 | About 80% of people with yarrow fever" in log, "the whole text is in the log too"


@pytest.mark.parametrize(
    ("name", "data", "annotated"),
    [
        ("articles/joints.docx", b"PK\x03\x04", "file=articles/joints.docx"),
        ("articles/empty.md", b"", "file=articles/empty.md"),
        ("articles/wide.txt", "About 80%".encode("utf-16"), "file=articles/wide.txt"),
    ],
)
def test_a_draft_that_cannot_be_read_fails_the_job(
    content: Path, run: Run, name: str, data: bytes, annotated: str
) -> None:
    (content / name).write_bytes(data)
    status, log = job(content, run)[DRAFTS_STEP]
    assert status == 2, log
    (annotation,) = annotations(log)
    assert annotated in annotation
    assert "not checked" in log


def test_broken_facts_fail_both_steps(content: Path, run: Run) -> None:
    (content / "facts.yaml").write_text(
        FACTS.replace("source: registry", "sorce: registry"), encoding="utf-8"
    )
    results = job(content, run)
    for status, log in results.values():
        assert status == 2, log
        assert "facts.yaml:13:5" in log
        assert "Traceback" not in log


def test_an_excluded_folder_is_left_alone(content: Path, run: Run) -> None:
    (content / "archive").mkdir()
    (content / "archive" / "old.md").write_text(BAD, encoding="utf-8")
    (content / "articles" / "more.html").write_text(f"<p>{GOOD.splitlines()[2]}</p>\n", encoding="utf-8")
    status, log = job(content, run)[DRAFTS_STEP]
    assert status == 0, log
    assert "in 2 drafts" in log
