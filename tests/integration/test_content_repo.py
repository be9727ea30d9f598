"""docs/ci/medlint.yml, its steps run on a scratch content repository as a GitHub runner runs them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from content_repo import BAD, FACTS, GOOD, ROOT, Run

WORKFLOW = yaml.safe_load((ROOT / "docs" / "ci" / "medlint.yml").read_text(encoding="utf-8"))
STEPS = {step["name"]: step["run"] for step in WORKFLOW["jobs"]["medlint"]["steps"] if "run" in step}
XARGS_FAILED = 123
INSTALL, FACTS_STEP, DRAFTS_STEP = "Install medlint", "Check the facts", "Check the drafts"


def step(folder: Path, run: Run, name: str) -> tuple[int, str]:
    """Exit status and log of a step. That of the installation is not for here: this environment has had it."""
    result = run(folder, "bash", "-e", "-c", STEPS[name], CI="true", GITHUB_WORKSPACE=str(folder))
    return result.returncode, result.stdout + result.stderr


def annotations(log: str) -> list[str]:
    return [line for line in log.splitlines() if line.startswith(("::error ", "::warning ", "::notice "))]


def test_the_workflow_has_the_steps_that_are_tested_here() -> None:
    assert list(STEPS) == [INSTALL, FACTS_STEP, DRAFTS_STEP]


def test_good_copy_passes(content: Path, run: Run) -> None:
    assert step(content, run, FACTS_STEP) == (0, "facts.yaml: 1 fact from 1 source, no mistakes\n")
    status, log = step(content, run, DRAFTS_STEP)
    assert status == 0, log
    assert annotations(log) == []
    assert "0 errors, 0 warnings in 1 draft; 1 of 1 figure is bound to facts" in log


def test_bad_copy_fails_with_an_annotation_on_its_line(content: Path, run: Run) -> None:
    (content / "articles" / "joints.md").write_text(BAD, encoding="utf-8")
    status, log = step(content, run, DRAFTS_STEP)
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
        ("articles/binary.md", b"PK\x03\x04\0\0", "file=articles/binary.md"),
        ("articles/wide.txt", "About 80%".encode("utf-32"), "file=articles/wide.txt"),
    ],
)
def test_a_draft_that_cannot_be_read_fails_the_job(
    content: Path, run: Run, name: str, data: bytes, annotated: str
) -> None:
    (content / name).write_bytes(data)
    status, log = step(content, run, DRAFTS_STEP)
    assert status == 2, log
    (annotation,) = annotations(log)
    assert annotated in annotation
    assert "not checked" in log


def test_what_cannot_be_read_is_said_and_fails_the_job_if_wished(content: Path, run: Run) -> None:
    (content / "articles" / "joints.odt").write_bytes(b"PK\x03\x04")
    (content / "articles" / "empty.md").write_bytes(b"")
    status, log = step(content, run, DRAFTS_STEP)
    assert status == 0, log
    assert annotations(log) == [
        "::warning title=medlint did not read everything::1 file ending in .odt cannot be read."
    ]
    assert "0 errors, 0 warnings in 2 drafts; 1 of 1 figure is bound to facts\n" in log
    assert "Not read: 1 file ending in .odt\n" in log
    assert run(content, "medlint", "check", ".", "--fail-on-unread").returncode == 2


def test_broken_facts_fail_both_steps(content: Path, run: Run) -> None:
    (content / "facts.yaml").write_text(
        FACTS.replace("source: registry", "sorce: registry"), encoding="utf-8"
    )
    results = [step(content, run, name) for name in (FACTS_STEP, DRAFTS_STEP)]
    assert [status for status, _ in results] == [XARGS_FAILED, 2]
    for _, log in results:
        assert "facts.yaml:13:5" in log
        assert "Traceback" not in log


def test_a_repository_of_several_desks(content: Path, run: Run) -> None:
    """Each draft is held against the nearest facts, after `medlint init` too; each facts file is checked."""
    desk = content / "other desk"
    desk.mkdir()
    assert run(content, "medlint", "init", "other desk").returncode == 0
    (desk / "facts.yaml").write_text(FACTS.replace("83%", "60%"), encoding="utf-8")
    (desk / "joints.md").write_text(GOOD.replace("83%", "60%"), encoding="utf-8")
    run(content, "git", "add", "-A")
    assert step(content, run, FACTS_STEP) == (
        0,
        "facts.yaml: 1 fact from 1 source, no mistakes\nother desk/facts.yaml: 1 fact from 1 source, no mistakes\n",
    )
    status, log = step(content, run, DRAFTS_STEP)
    assert status == 0, log
    assert "Facts from facts.yaml (1 draft) and other desk/facts.yaml (1 draft)" in log
    (desk / "joints.md").write_text(GOOD, encoding="utf-8")
    status, log = step(content, run, DRAFTS_STEP)
    assert (status, len(annotations(log))) == (1, 1)
    assert "This says 83%; the fact is 60%." in log
    (desk / "facts.yml").write_text(FACTS, encoding="utf-8")
    run(content, "git", "add", "-A")
    status, log = step(content, run, DRAFTS_STEP)
    assert status == 2
    assert "other desk/facts.yml: stands beside facts.yaml" in log


def test_an_excluded_folder_is_left_alone(content: Path, run: Run) -> None:
    (content / "archive").mkdir()
    (content / "archive" / "old.md").write_text(BAD, encoding="utf-8")
    (content / "articles" / "more.html").write_text(f"<p>{GOOD.splitlines()[2]}</p>\n", encoding="utf-8")
    status, log = step(content, run, DRAFTS_STEP)
    assert status == 0, log
    assert "in 2 drafts" in log
