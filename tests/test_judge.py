"""A judge chooses a reading; it does not reckon, and it is named."""

from __future__ import annotations

import json
import shlex
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import audit
from audit import judge
from audit.checks.check import Reading, Verdict
from audit.errors import OptionError, UnreadableError
from audit.text.document import Document

TEXT = "Sales rose 30% to 110 from 100."


def doubtful() -> audit.Audit:
    """An audit with one question of two readings, the second of which fits."""
    found = audit.check(Document(TEXT, "a.txt"))
    (check,) = found.checks
    (first,) = check.readings
    second = replace(first, label="another base", verdict=Verdict.CONSISTENT)
    assert isinstance(second, Reading)
    open_ = replace(check, verdict=Verdict.UNVERIFIABLE, odds=0.2, readings=(first, second), missing=("words",))
    return replace(found, parts=(replace(found.parts[0], checks=(open_,)),))


def command(tmp_path: Path, code: str) -> str:
    path = tmp_path / "judge.py"
    path.write_text(f"import json, sys\nasked = json.load(sys.stdin)\n{code}\n", encoding="utf-8")
    return shlex.join([sys.executable, str(path)])


def answering(tmp_path: Path, reading: object) -> str:
    row = f"{{'id': question['id'], 'reading': {reading!r}, 'reason': 'says so'}}"
    return command(tmp_path, f"print(json.dumps({{'answers': [{row} for question in asked['questions']]}}))")


def test_a_question_holds_the_words_and_the_readings() -> None:
    (question,) = judge.questions(doubtful())
    assert (question["figure"], question["sentence"]) == ("30%", TEXT)
    assert [(one["reading"], one["result"]) for one in question["readings"]] == [(1, "10%"), (2, "10%")]
    assert json.dumps(question)


@pytest.mark.parametrize(("reading", "verdict"), [(1, "inconsistent"), (2, "consistent"), (None, "unverifiable")])
def test_the_verdict_is_that_of_the_reading_and_says_whose_choice_it_was(
    tmp_path: Path, reading: int | None, verdict: str
) -> None:
    found = doubtful()
    judged = judge.apply(found, judge.ask(answering(tmp_path, reading), found))
    (check,) = judged.checks
    assert check.verdict == verdict and check.odds is None
    assert "judge.py’" in check.note and str(tmp_path) not in check.note and "says so" in check.note


@pytest.mark.parametrize("reading", [3, 0, -1, "1", True, 1.5])
def test_what_is_no_choice_changes_nothing(tmp_path: Path, reading: object) -> None:
    found = doubtful()
    assert judge.ask(answering(tmp_path, reading), found) == {}


@pytest.mark.parametrize(
    "code", ["print('sorry')", "print('[]')", "print('{}')", "sys.exit(3)", "print('{\"answers\": 7}')"]
)
def test_a_judge_that_fails_is_one_line(tmp_path: Path, code: str) -> None:
    with pytest.raises(OptionError, match="--judge") as caught:
        judge.ask(command(tmp_path, code), doubtful())
    assert "\n" not in str(caught.value)


def test_a_command_that_is_none_is_one_line() -> None:
    with pytest.raises(OptionError, match="--judge"):
        judge.ask("/no/such/program", doubtful())


def test_a_kept_answer_that_names_a_reading_which_is_gone_is_asked_again(tmp_path: Path) -> None:
    found, asked = doubtful(), answering(tmp_path, 2)
    (key,) = judge.ask(asked, found)
    old = {key: judge.Answer(key, 7, "", asked)}
    assert judge.ask(asked, found, old)[key].reading == 2


def test_nothing_open_asks_nobody() -> None:
    assert judge.ask("/no/such/program", audit.check(TEXT)) == {}


def test_answers_are_kept_and_not_asked_again(tmp_path: Path) -> None:
    found, asked = doubtful(), answering(tmp_path, 2)
    answers = judge.ask(asked, found)
    judge.keep(tmp_path / "answers.json", answers)
    (tmp_path / "judge.py").unlink()
    known = judge.read(tmp_path / "answers.json")
    assert known == answers == judge.ask(asked, found, known)
    (tmp_path / "answers.json").write_text("[]", encoding="utf-8")
    with pytest.raises(UnreadableError):
        judge.read(tmp_path / "answers.json")


def test_an_answer_that_names_no_reading_is_no_answer(tmp_path: Path) -> None:
    row = "{'id': question['id'], 'meant': 1}"
    wrong = command(tmp_path, f"print(json.dumps({{'answers': [{row} for question in asked['questions']]}}))")
    assert judge.ask(wrong, doubtful()) == {}
