"""`audit check`, `figures` and `explain` as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Run

FITS = "Sales rose 10% to 110 from 100."
DOES_NOT = "Sales rose 30% to 110 from 100."


@pytest.mark.parametrize(("text", "code"), [(FITS, 0), (DOES_NOT, 1), ("Nothing is counted here.", 0)])
def test_exit_codes(audit: Run, tmp_path: Path, text: str, code: int) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    done = audit("check", "a.txt")
    assert done.returncode == code
    assert not done.stderr


def test_standard_input(audit: Run) -> None:
    done = audit("check", "-", stdin=DOES_NOT.encode())
    assert done.returncode == 1
    assert "30%" in done.stdout


def test_what_does_not_fit_comes_first(audit: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{FITS}\n\n{DOES_NOT}", encoding="utf-8")
    output = audit("check", "a.txt").stdout
    assert output.index("30%") < output.index("two_figure")


def test_json_is_one_document(audit: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DOES_NOT, encoding="utf-8")
    assert json.loads(audit("check", "a.txt", "--json").stdout)


def test_quiet_prints_nothing(audit: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DOES_NOT, encoding="utf-8")
    done = audit("check", "a.txt", "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")


BAD = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 40,
    "latin.txt": "Zw\xf6lf Tote in K\xf6ln \x81 \x8d".encode("latin-1"),
    "line.txt": b"12 dead " * 6_000_000,
}


def test_bad_inputs_are_a_line_each_and_the_rest_go_on(audit: Run, tmp_path: Path) -> None:
    for name, content in BAD.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text(DOES_NOT, encoding="utf-8")
    (tmp_path / "folder").mkdir()
    done = audit("check", *BAD, "missing.txt", "folder", "good.txt")
    assert done.returncode == 2
    lines = done.stderr.splitlines()
    assert len(lines) == len(BAD) + 2
    for line, name in zip(lines, [*BAD, "missing.txt", "folder"], strict=True):
        assert line.startswith(f"audit: {name}: ")
    assert "30%" in done.stdout


@pytest.mark.parametrize(
    "words",
    [
        ["--policy", "exact"],
        ["--convention", "none"],
        ["--published", "yesterday"],
        ["--vocabulary", "nowhere"],
        ["--report", "a.doc"],
        ["--report", "nowhere/a.pdf"],
    ],
)
def test_wrong_options_are_one_line_and_exit_code_2(audit: Run, tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "a.txt").write_text(FITS, encoding="utf-8")
    done = audit("check", "a.txt", *words)
    assert done.returncode == 2
    assert done.stderr.startswith("audit: ")
    assert done.stderr.count("\n") == 1


def test_a_folder_of_reports(audit: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DOES_NOT, encoding="utf-8")
    assert audit("check", "a.txt", "--report", "out").returncode == 1
    written = {file.name for file in (tmp_path / "out").iterdir()}
    suffixes = {Path(name).suffix for name in written}
    assert written >= {"finding-1.png", "finding-1.svg", "card-1.png", "strip.png"}
    assert suffixes >= {".pdf", ".png", ".html", ".md", ".json", ".xlsx", ".csv", ".parquet"}


def test_publisher_and_date_of_the_users_come_first(audit: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("date 2024-01-01 Ten died.", encoding="utf-8")
    done = audit("check", "a.txt", "--json", "--publisher", "The Daily Sum", "--published", "2024-05-06")
    assert "The Daily Sum" in done.stdout
    assert "2024-05-06" in done.stdout


def test_figures_lists_quantities_and_with_all_the_rest(audit: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The 12th Brigade lost 40 men.", encoding="utf-8")
    assert "'40'" in audit("figures", "a.txt").stdout
    assert "12th" not in audit("figures", "a.txt").stdout
    assert "12th" in audit("figures", "a.txt", "--all").stdout
    record = json.loads(audit("figures", "a.txt", "--json").stdout)
    assert (record["low"], record["noun"]) == (40, "man")


def test_explain_shows_one_check(audit: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DOES_NOT, encoding="utf-8")
    assert "110" in audit("explain", "a.txt:1").stdout
    for wrong in ("a.txt:2", "a.txt", "b.txt:1"):
        assert audit("explain", wrong).returncode == 2


def test_every_command_has_help_with_an_example(audit: Run) -> None:
    from audit.cli import app

    for command in app.registered_commands:
        assert command.callback is not None
        name = command.name or command.callback.__name__.replace("_", "-")
        output = audit(name, "--help").stdout
        assert "Example" in output, name


def test_a_dismissed_finding_is_no_failure_and_keeps_its_reason(audit: Run, tmp_path: Path) -> None:
    from audit import check, decisions

    one = decisions.decision_of(check(DOES_NOT).checks[0], "dismissed", "another base")
    decisions.keep(tmp_path / "d.json", {one.key: one})
    (tmp_path / "a.txt").write_text(f"New words.\n\n{DOES_NOT}", encoding="utf-8")
    done = audit("check", "a.txt", "--decisions", "d.json")
    assert done.returncode == 0
    assert "Dismissed by a reader: another base" in done.stdout
    assert audit("check", "a.txt").returncode == 1
    early = audit("check", "a.txt", "--decisions", "none.json")
    assert (early.returncode, early.stderr) == (1, "audit: none.json: no decision has been kept there yet\n")


def test_questions_that_a_judge_leaves_open_are_counted(audit: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It met on 3 May 2031. On Monday it rained.", encoding="utf-8")
    done = audit("check", "a.txt", "--published", "2031-05-04", "--judge", "echo '{\"answers\": []}'")
    assert done.returncode == 0
    assert "audit: --judge: 1 of 1 questions not answered; they stay open" in done.stderr
