"""The composite action's own steps, run in a scratch repository as GitHub runs them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

import yaml
from content_repo import BAD, ROOT, Run

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = [step for step in ACTION["runs"]["steps"] if "run" in step]
EXPRESSION = re.compile(r"\$\{\{\s*(\S+?)\s*\}\}")


@dataclass(frozen=True)
class Job:
    """What came of the action: exit status, log, outputs, summary."""

    status: int
    log: str
    outputs: str
    summary: str

    @property
    def annotations(self) -> list[str]:
        return [line for line in self.log.splitlines() if line.startswith(("::error ", "::warning "))]


def job(folder: Path, run: Run, base: str = "", **inputs: str) -> Job:
    """Run every step but the installation, with these inputs (``_`` for ``-``)."""
    given = {name: entry["default"] for name, entry in ACTION["inputs"].items()}
    given |= {name.replace("_", "-"): value for name, value in inputs.items()}
    values = {f"inputs.{name}": value for name, value in given.items()} | {"github.base_ref": base}
    files = {name: folder.parent / name.lower() for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for path in files.values():
        path.write_text("")
    status, log = 0, ""
    for step in STEPS:
        if step["name"] == "Install medlint":
            continue
        filled = {key: EXPRESSION.sub(lambda m: values[m[1]], value) for key, value in step["env"].items()}
        surroundings = filled | {name: str(path) for name, path in files.items()}
        result = run(
            folder, "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"],
            GITHUB_WORKSPACE=str(folder), **surroundings,
        )  # fmt: skip
        status, log = status or result.returncode, log + result.stdout + result.stderr
    outputs, summary = (path.read_text(encoding="utf-8") for path in files.values())
    return Job(status, log, outputs, summary)


def test_its_steps_are_those_tested_here_and_take_no_input_into_a_script() -> None:
    names = ["Install medlint", "Check the facts", "Check the drafts"]
    assert [step["name"] for step in STEPS] == names
    assert [step["run"] for step in STEPS if "${{" in step["run"]] == []
    used = {m[1] for step in ACTION["runs"]["steps"] for m in EXPRESSION.finditer(json.dumps(step))}
    assert {name.removeprefix("inputs.") for name in used if name.startswith("inputs.")} == set(
        ACTION["inputs"]
    )


def test_good_copy_passes(content: Path, run: Run) -> None:
    done = job(content, run)
    assert (done.status, done.annotations, done.outputs) == (0, [], "exit-status=0\n"), done.log
    assert done.summary.startswith("### medlint: 0 errors, 0 warnings in 1 draft")


def test_bad_copy_fails_with_an_annotation_and_a_summary(content: Path, run: Run) -> None:
    (content / "articles" / "joints.md").write_text(BAD, encoding="utf-8")
    done = job(content, run, sarif="medlint.sarif")
    assert (done.status, done.outputs) == (1, "exit-status=1\n"), done.log
    assert [line.split(",")[0] for line in done.annotations] == ["::error file=articles/joints.md"]
    assert "#### `articles/joints.md`" in done.summary
    (results,) = json.loads((content / "medlint.sarif").read_text(encoding="utf-8"))["runs"]
    assert [result["ruleId"] for result in results["results"]] == ["value-conflict"]


def test_a_draft_that_cannot_be_read_fails(content: Path, run: Run) -> None:
    (content / "articles" / "binary.md").write_bytes(b"\0")
    done = job(content, run, fail_on="never")
    assert (done.status, done.outputs) == (2, "exit-status=2\n"), done.log


def test_a_mistake_in_the_facts_fails(content: Path, run: Run) -> None:
    facts = content / "facts.yaml"
    facts.write_text(
        facts.read_text(encoding="utf-8").replace("source: registry", "source: register"), encoding="utf-8"
    )
    assert job(content, run).status != 0


def test_a_pull_request_is_told_of_its_own_lines_only(content: Path, run: Run) -> None:
    draft = content / "articles" / "joints.md"
    draft.write_text(BAD, encoding="utf-8")
    run(content, "git", "commit", "-aqm", "An old mistake")
    run(content, "git", "update-ref", "refs/remotes/origin/main", "HEAD")
    draft.write_text(f"{BAD}\nAbout 80% of people with yarrow fever have joint pain.\n", encoding="utf-8")
    run(content, "git", "commit", "-aqm", "A change")
    done = job(content, run, base="main", changed_only="true")
    assert done.status == 1, done.log
    assert [line.split(",")[1] for line in done.annotations] == ["line=5"]


def test_inputs_are_no_commands(content: Path, run: Run) -> None:
    stolen = "$(touch stolen) `touch stolen`; touch stolen"
    assert job(content, run, paths=stolen, facts=stolen, args=f"* {stolen}").status != 0
    assert not (content / "stolen").exists()


def test_known_findings_are_not_told_again(content: Path, run: Run) -> None:
    (content / "articles" / "joints.md").write_text(BAD, encoding="utf-8")
    run(content, "medlint", "check", "--baseline", ".medlint-baseline", "--write-baseline")
    done = job(content, run, baseline=".medlint-baseline", paths="articles .", args="--quiet --jobs 1")
    assert (done.status, done.annotations) == (0, []), done.log
