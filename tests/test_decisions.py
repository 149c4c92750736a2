"""Decisions: known again by the text's words, kept in a file, heeded by the exit code."""

from __future__ import annotations

from pathlib import Path

import pytest

import audit
from audit import decisions
from audit.errors import UnreadableError
from audit.text.document import Document

WRONG = "Sales rose 30% to 110 from 100."


def only(text: str, name: str = "text") -> audit.Check:
    (check,) = audit.check(Document(text, name)).checks
    return check


def test_the_key_holds_while_other_words_change() -> None:
    key = decisions.key_of(only(WRONG))
    assert decisions.key_of(only(f"A new first paragraph.\n\n{WRONG}\n\nAnd more.", "b.txt")) == key
    assert decisions.key_of(only(WRONG.replace(" to ", "\nto "))) == key


@pytest.mark.parametrize(
    "other", ["Sales rose 31% to 110 from 100.", "Sales rose 30% to 111 from 100.", "Rents rose 30% to 110 from 100."]
)
def test_the_key_changes_with_the_figures_and_the_sentence(other: str) -> None:
    assert decisions.key_of(only(other)) != decisions.key_of(only(WRONG))


def test_two_equal_figures_of_a_sentence_are_two() -> None:
    found = audit.check("Sales rose 30% to 110 from 100, and rents rose 30% to 110 from 100.").checks
    checks = [check for check in found if check.claim.figure.text == "30%"]
    assert len({decisions.key_of(check) for check in checks}) == len(checks) == 2


def test_a_file_comes_back_as_it_was(tmp_path: Path) -> None:
    one = decisions.decision_of(only(WRONG), "dismissed", "  another base  ", on="2026-11-28")
    path = decisions.keep(tmp_path / "d.json", {one.key: one})
    assert decisions.read(path) == {one.key: one}
    assert one.reason == "another base" and one.figure == "30%" and one.sentence == WRONG


def test_a_dismissed_finding_stays_in_the_report_and_is_no_failure() -> None:
    found = audit.check(WRONG)
    one = decisions.decision_of(found.checks[0], "dismissed", "another base")
    decided = decisions.apply(found, {one.key: one})
    assert found.exit_code == 1 and decided.exit_code == 0
    assert decided.inconsistent[0].note == "Dismissed by a reader: another base"


def test_a_confirmed_finding_still_fails() -> None:
    found = audit.check(WRONG)
    one = decisions.decision_of(found.checks[0], "confirmed", "")
    decided = decisions.apply(found, {one.key: one})
    assert decided.exit_code == 1
    assert decided.checks[0].note == "Confirmed by a reader: no reason given"


@pytest.mark.parametrize("content", ["", "[]", "{}", "\x00", '{"decisions": 3}', "[" * 100_000])
def test_another_file_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "d.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableError, match="decisions"):
        decisions.read(path)


def test_rows_that_decide_nothing_are_passed_over() -> None:
    rows = [
        None,
        3,
        {},
        {"key": "a"},
        {"key": "a", "decision": "perhaps"},
        {"key": "b", "decision": "confirmed", "operands": 7},
    ]
    assert list(decisions.read_rows(rows)) == ["b"]
