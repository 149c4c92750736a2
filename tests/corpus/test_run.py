"""A run as a whole: each document once, the same bytes however it was run, and bad documents named."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from audit.columns import CORPUS
from audit.corpus import Settings, run
from audit.corpus.local import local
from audit.corpus.settings import open_run
from audit.corpus.unit import Unit, cut, work
from audit.errors import AuditError, OptionError, UnreadableError, UnwritableError
from audit.read import Pending, ReadOptions
from audit.text.document import Document

SMALL = Settings(unit=10)


def contents(out: Path) -> dict[str, bytes]:
    return {str(file.relative_to(out)): file.read_bytes() for file in sorted(out.glob("*/*.parquet"))}


def test_every_document_is_in_the_data_set_once(corpus: Path, tmp_path: Path) -> None:
    tally = run([corpus], tmp_path / "out", settings=SMALL, processes=2)
    documents = pd.read_parquet(tmp_path / "out" / "documents")
    assert sorted(documents["number"]) == list(range(1, 61))
    assert tally.documents == tally.seen == 60
    assert tally.figures == documents["figures"].sum()


def test_columns_are_those_documented_also_where_there_are_no_rows(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("No number stands here.", encoding="utf-8")
    run([tmp_path / "a.txt"], tmp_path / "out", processes=1)
    for table, columns in CORPUS.items():
        assert list(pd.read_parquet(tmp_path / "out" / table).columns) == [column.name for column in columns]


def test_the_number_of_processes_does_not_show_in_the_bytes(corpus: Path, tmp_path: Path) -> None:
    run([corpus], tmp_path / "one", settings=SMALL, processes=1)
    run([corpus], tmp_path / "two", settings=SMALL, processes=2)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_failures_are_rows_and_stop_nothing(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Two died.", encoding="utf-8")
    (tmp_path / "in" / "b.txt").write_bytes(b"")
    (tmp_path / "in" / "c.txt").write_bytes(b"\x00\x01\x02\xff" * 50)
    tally = run([tmp_path / "in", tmp_path / "none.txt"], tmp_path / "out", processes=1)
    failures = pd.read_parquet(tmp_path / "out" / "failures")
    assert tally.documents == 1
    assert list(failures["number"]) == [2, 3, 4]
    assert failures["reason"].str.len().min() > 5


def test_since_and_until(corpus: Path, tmp_path: Path) -> None:
    settings = Settings(since=date(2024, 3, 1), until=date(2024, 4, 30))
    tally = run([corpus], tmp_path / "out", settings=settings, processes=1)
    assert (tally.documents, tally.left_out) == (10, 50)


def test_a_sample_is_the_same_each_time(corpus: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        assert run([corpus], tmp_path / name, sample=7, processes=1).documents == 7
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_a_finished_run_does_nothing_and_counts_the_same(corpus: Path, tmp_path: Path) -> None:
    first = run([corpus], tmp_path / "out", settings=SMALL, processes=1)
    before = contents(tmp_path / "out")
    again = run([corpus], tmp_path / "out", settings=SMALL, processes=1)
    assert again == first
    assert contents(tmp_path / "out") == before


def test_another_run_in_the_same_folder_is_refused(corpus: Path, tmp_path: Path) -> None:
    run([corpus], tmp_path / "out", settings=SMALL, processes=1)
    with pytest.raises(AuditError, match="another run"):
        run([corpus], tmp_path / "out", settings=Settings(unit=20), processes=1)


def test_the_same_folder_with_other_columns_is_refused(corpus: Path, tmp_path: Path) -> None:
    run([corpus], tmp_path / "out", processes=1)
    with pytest.raises(AuditError, match=r"another run \(publisher differ"):
        run([corpus], tmp_path / "out", options=ReadOptions(publisher="The Ledger"), processes=1)


def test_a_file_is_no_folder(corpus: Path, tmp_path: Path) -> None:
    with pytest.raises(UnwritableError, match="it is a file"):
        run([corpus], corpus, processes=1)


@pytest.mark.parametrize("wrong", [{"processes": 0}, {"sample": 0}, {"sample": -3}])
def test_numbers_of_nothing_are_refused(corpus: Path, tmp_path: Path, wrong: dict[str, int]) -> None:
    with pytest.raises(OptionError, match=next(iter(wrong))):
        run([corpus], tmp_path / "out", **wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "wrong", [{"seconds": 0}, {"unit": 0}, {"since": date(2024, 5, 1), "until": date(2024, 4, 30)}]
)
def test_settings_under_which_nothing_could_be_audited_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(OptionError):
        Settings(**wrong)


def test_a_folder_of_something_else_is_left_alone(corpus: Path, tmp_path: Path) -> None:
    with pytest.raises(AuditError, match="not empty"):
        run([corpus], tmp_path, processes=1)


def test_an_unknown_engine_is_refused(corpus: Path, tmp_path: Path) -> None:
    with pytest.raises(OptionError):
        run([corpus], tmp_path / "out", engine="spark")


def good(number: int) -> Document:
    return Document(f"{number} people died.", name=f"good {number}")


def hang() -> Document:
    time.sleep(60)
    raise AssertionError


def crash() -> Document:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def break_down() -> Document:
    raise RuntimeError("a fault of ours")


def test_documents_that_crash_hang_or_raise_are_named_and_the_rest_go_on(tmp_path: Path) -> None:
    opens = [partial(good, number) for number in range(12)]
    opens[3], opens[7], opens[10] = crash, hang, break_down  # type: ignore[call-overload]
    found = [(number, Pending(f"item {number}", each)) for number, each in enumerate(opens)]
    settings = Settings(unit=6, seconds=0.5)
    open_run(tmp_path / "out", [], settings, None)
    for table in CORPUS:
        (tmp_path / "out" / table).mkdir()
    task = partial(work, out=tmp_path / "out", settings=settings, run="a")
    tallies = list(local(cut(found, 6), task, processes=2))
    assert sum(tally.documents for tally in tallies) == 9
    assert sum(tally.failures["took longer than N seconds"] for tally in tallies) == 1
    failures = pd.read_parquet(tmp_path / "out" / "failures").set_index("where")["reason"]
    assert "ended the process" in failures["item 3"]
    assert "longer than 0.5 seconds" in failures["item 7"]
    assert "RuntimeError" in failures["item 10"]
    assert len(failures) == 3


def test_a_run_that_was_killed_as_a_whole_gives_nothing_up(tmp_path: Path) -> None:
    unit = Unit(0, ((1, Pending("it", partial(good, 1))),))
    for table in CORPUS:
        (tmp_path / table).mkdir()
    (tmp_path / ".notes").mkdir()
    (tmp_path / ".notes" / "unit-00000000").write_text("try b\n1\n" * 5, encoding="utf-8")
    assert work(unit, tmp_path, Settings(), "c", alone=True).documents == 1


COMMAND = """
import sys
from audit.corpus import Settings, run
if __name__ == "__main__":
    run([sys.argv[1]], sys.argv[2], settings=Settings(unit=3), processes=2)
"""


@pytest.mark.skipif(os.name != "posix", reason="kills processes")
def test_a_run_killed_at_any_moment_goes_on_where_it_was(corpus: Path, tmp_path: Path) -> None:
    script = tmp_path / "command.py"
    script.write_text(COMMAND, encoding="utf-8")
    run([corpus], tmp_path / "whole", settings=Settings(unit=3), processes=2)
    command = [sys.executable, str(script), str(corpus), str(tmp_path / "cut")]
    for wait in (0.3, 0.6, 0.7, 0.8):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(wait)
        process.kill()
        process.wait()
    subprocess.run(command, check=True)
    assert contents(tmp_path / "cut") == contents(tmp_path / "whole")
    assert not list((tmp_path / "cut").glob("*/*.parquet.*"))


def test_notes_are_json_that_says_what_was_asked(corpus: Path, tmp_path: Path) -> None:
    run([corpus], tmp_path / "out", settings=SMALL, processes=1)
    asked = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert asked["policy"] == "two_figure"
    assert asked["sources"] == [str(corpus)]


class Poison:
    """A document that ends whoever unpacks it, before it can be told what it has in hand."""

    def __reduce__(self) -> tuple[Callable[[int], None], tuple[int]]:
        return os._exit, (1,)


def test_workers_that_cannot_begin_are_one_clear_error(tmp_path: Path) -> None:
    unit = Unit(0, ((1, Poison()),))  # type: ignore[arg-type]
    with pytest.raises(AuditError, match="workers end before they begin"):
        list(local([unit], partial(work, out=tmp_path, settings=SMALL, run="x"), processes=1))


def test_a_data_set_that_cannot_be_written_is_one_clear_error(corpus: Path, tmp_path: Path) -> None:
    open_run(tmp_path / "out", [str(corpus)], SMALL, None)
    (tmp_path / "out" / "figures").mkdir()
    (tmp_path / "out" / "figures" / "part-00000000.parquet").mkdir()
    with pytest.raises(UnwritableError, match=r"part-00000000\.parquet: cannot be written: Is a directory"):
        run([corpus], tmp_path / "out", settings=SMALL, processes=1)


def test_the_first_units_are_small_and_grow_to_the_size_that_was_asked_for() -> None:
    found = [(number, UnreadableError("x", "is away")) for number in range(1000)]
    sizes = [len(unit.items) for unit in cut(found, 60)]
    assert sizes[:9] == [50] * 8 + [60]
    assert set(sizes[8:-1]) == {60}
    assert sum(sizes) == 1000


def test_a_unit_of_long_documents_is_closed_early() -> None:
    found = [(number, Pending("it", partial(good, 1), size=1_500_000)) for number in range(1, 6)]
    assert [len(unit.items) for unit in cut(found, 500)] == [3, 2]


def test_an_input_that_cannot_be_found_is_a_failure_with_its_number() -> None:
    unit = next(cut([(4, UnreadableError("x", "is away"))], 5))
    assert unit.items[0][0] == 4
