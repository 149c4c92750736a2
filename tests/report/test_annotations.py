"""What other programs read: GitHub's annotations and SARIF."""

from __future__ import annotations

import json
from pathlib import Path

import audit
from audit import decisions
from audit.report.github import workflow_commands
from audit.report.sarif import as_sarif
from audit.text.document import Document

TEXT = "A line: shops.\n\nThen sales rose 30% to 110 from 100.\n"
HOME = Path(__file__).parent.parent.parent


def found(name: str = "a, b.txt") -> audit.Audit:
    return audit.check(Document(TEXT, name, origin=f"drafts/{name}"))


def test_an_annotation_points_at_the_figure_and_breaks_no_line() -> None:
    (line,) = workflow_commands(found())
    head, _, words = line.partition("::")[2].partition("::")
    assert head.startswith("warning file=drafts/a%2C b.txt,line=3,endLine=3,col=17,endColumn=20,title=does not fit%3A ")
    assert "“30%25” does not fit" in words and "\n" not in line


def test_of_a_page_the_file_alone_is_named() -> None:
    (line,) = workflow_commands(found("a.html"))
    assert ",line=" not in line


def test_a_dismissed_finding_is_left_out_there_and_suppressed_here() -> None:
    result = found()
    one = decisions.decision_of(result.checks[0], "dismissed", "another base")
    decided = decisions.apply(result, {one.key: one})
    assert workflow_commands(decided) == []
    (shown,) = as_sarif(decided)["runs"][0]["results"]
    assert shown["suppressions"] == [{"kind": "external", "justification": "Dismissed by a reader: another base"}]


def test_sarif_says_where_what_and_which_rule(tmp_path: Path) -> None:
    written = json.loads(found().report(tmp_path / "a.sarif").read_text(encoding="utf-8"))
    run = written["runs"][0]
    (result,) = run["results"]
    assert written["version"] == "2.1.0" and run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "percent_change"
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (3, 17, 20)
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "drafts/a%2C%20b.txt"
    assert result["partialFingerprints"] and result["level"] == "warning"


def test_a_file_that_could_not_be_read_is_named(tmp_path: Path) -> None:
    result = audit.check([tmp_path / "none.txt", Document("7 shops")])
    assert workflow_commands(result)[0].startswith("::error title=could not be read::")
    assert as_sarif(result)["runs"][0]["invocations"][0]["executionSuccessful"] is False


def test_hook_and_action_name_commands_that_there_are() -> None:
    hooks = (HOME / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    action = (HOME / "action.yml").read_text(encoding="utf-8")
    assert "entry: audit check\n" in hooks
    assert "${{ inputs." not in action.partition("run: |")[2]  # an input is never part of a script
    for option in ("--format github", "--decisions", "--report"):
        assert option in action
