"""`python -m tests.fuzz.ends`: commands whose streams are full or closed, that are told to stop, or that get too little.

Of each the table says how it ended. A trace on any stream, an exit code that means something else, a fault of the program,
a process that outlives its parent, or a part of a file that is left are wrong; the exit code says whether there were any.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.fuzz.kills import parts, texts

TEXT = "Of the 90 people in Orrin, 31 were killed, or 30%, the mayor said.\n"
TABLE = "date,killed\n2031-05-01,5\n2031-05-02,6\n2031-05-03,9\n"
QUICK = (
    "check a.txt", "check a.txt --json", "figures a.txt", "figures a.txt --json", "explain a.txt:1", "table t.csv",
    "compare a.txt a.txt", "schema", "ledger list l.duckdb", "ledger show l.duckdb 1", "ledger conflicts l.duckdb", "--help",
)  # fmt: skip
LONG = (
    "check c.jsonl", "figures c.jsonl", "corpus c.jsonl out", "ledger add new.duckdb c.jsonl", "check c.jsonl --report r/",
)  # fmt: skip
OF_EACH_KIND = (
    "check a.txt", "check a.txt --report r/", "ledger add new.duckdb a.txt", "corpus a.txt out", "table t.csv",
)  # fmt: skip
STREAMS = {
    "stdout full": ("> /dev/full", (0, 1, 2)),
    "stdout closed": (">&-", (0, 1, 2)),
    "stdout read no further": ("| true", (0, 1)),
    "both full": ("> /dev/full 2> /dev/full", (0, 1, 2)),
    "all closed": ("<&- >&- 2>&-", (0, 1, 2)),
}
"""How a shell makes each, and the exit codes that are right."""
LITTLE = {
    "100 MB of memory": "ulimit -v 100000",
    "400 MB of memory": "ulimit -v 400000",
    "files of 8 KB": "ulimit -f 8",
    "no files of its own": "ulimit -f 0",
    "twelve open files": "ulimit -n 12",
}
TO_STOP = (signal.SIGINT, signal.SIGTERM)
AFTER = (0.3, 1.5, 4.0)
"""Seconds after which a command is told to: before it has begun, and in its midst."""
_LONGEST = 300
"""Seconds that any of them may take."""
_PATIENCE = 20
"""Seconds in which a command that was told to stop has ended, on a machine that is busy."""


class Ended(NamedTuple):
    code: int
    error: str


def shell(folder: Path, before: str, words: str, behind: str) -> Ended:
    """The command in a shell that sets limits before it and turns its streams elsewhere."""
    program = f'"{sys.executable}" -m audit {words}'
    script = f"{before or ':'}; set -o pipefail; {program} {behind}"
    try:
        done = subprocess.run(["bash", "-c", script], cwd=folder, capture_output=True, timeout=_LONGEST)
    except subprocess.TimeoutExpired:
        return Ended(-1, "goes on")
    return Ended(done.returncode, (done.stdout + done.stderr).decode("utf-8", "replace"))


def wrong_with(ended: Ended, codes: tuple[int, ...], folder: Path) -> Iterator[str]:
    if ended.code not in codes:
        yield f"exit code {ended.code}"
    if "Traceback" in ended.error or "Exception ignored" in ended.error:
        yield "a traceback"
    if "fault of the program" in ended.error:
        yield "a fault of the program"
    yield from parts(folder)


def group(leader: int) -> list[int]:
    """The processes that the command has started and that still run."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, own = stat.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(own) == leader and state != "Z":
            found.append(int(stat.parent.name))
    return found


def stopped(folder: Path, words: str, number: signal.Signals, after: float) -> tuple[str, list[str]]:
    """How a command ends that is told to stop, and what is wrong with that."""
    with (folder / "error").open("wb") as error:
        process = subprocess.Popen(
            [sys.executable, "-m", "audit", *words.split()],
            cwd=folder,
            stdout=error,
            stderr=error,
            start_new_session=True,
        )
    time.sleep(after)
    if process.poll() is not None:
        return "ended before", []
    process.send_signal(number)
    try:
        code = process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        return "", ["goes on"]
    time.sleep(1.5)  # a reader apart looks once a second whether its parent is there
    left = group(process.pid)
    for one in left:
        os.kill(one, signal.SIGKILL)
    ended = Ended(code, (folder / "error").read_text(encoding="utf-8", errors="replace"))
    early = -number if after < 1 else 128 + number  # before the program has begun the signal itself ends it
    wrong = [*wrong_with(ended, (128 + number, early), folder)]
    return f"exit code {code}", [*wrong, *([f"{len(left)} processes left"] if left else [])]


def inputs(folder: Path) -> None:
    texts(folder / "c.jsonl")
    content = (folder / "c.jsonl").read_text(encoding="utf-8")
    (folder / "c.jsonl").write_text(content * 30, encoding="utf-8")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "t.csv").write_text(TABLE, encoding="utf-8")
    (folder / "r").mkdir()
    subprocess.run(
        [sys.executable, "-m", "audit", "ledger", "add", "l.duckdb", "a.txt"], cwd=folder, capture_output=True
    )


def row(name: str, tried: int, codes: Counter[str], wrong: Counter[str]) -> int:
    print(f"| {name} | {tried} | {dict(codes)} | {dict(wrong) or 'as it should be'} |", flush=True)
    return sum(wrong.values())


def streams() -> int:
    faults = 0
    with TemporaryDirectory() as place:
        folder = Path(place)
        inputs(folder)
        for name, (behind, right) in STREAMS.items():
            codes, wrong = Counter[str](), Counter[str]()
            for words in QUICK:
                ended = shell(folder, "", words, behind)
                codes[str(ended.code)] += 1
                wrong.update(f"{words}: {fault}" for fault in wrong_with(ended, right, folder))
            faults += row(name, len(QUICK), codes, wrong)
    return faults


def shortages() -> int:
    faults = 0
    for name, before in LITTLE.items():
        codes, wrong = Counter[str](), Counter[str]()
        for words in OF_EACH_KIND:
            with TemporaryDirectory() as place:
                folder = Path(place)
                inputs(folder)
                ended = shell(folder, before, words, "")
                codes[str(ended.code)] += 1
                wrong.update(f"{words}: {fault}" for fault in wrong_with(ended, (0, 1, 2), folder))
        faults += row(name, len(OF_EACH_KIND), codes, wrong)
    return faults


def stops() -> int:
    faults = 0
    for number in TO_STOP:
        codes, wrong = Counter[str](), Counter[str]()
        for words in LONG:
            for after in AFTER:
                with TemporaryDirectory() as place:
                    folder = Path(place)
                    inputs(folder)
                    how, faulty = stopped(folder, words, number, after)
                    codes[how] += 1
                    wrong.update(f"{words} after {after} s: {fault}" for fault in faulty)
        faults += row(number.name, len(LONG) * len(AFTER), codes, wrong)
    return faults


TRIALS = {"streams": streams, "shortages": shortages, "stops": stops}


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", choices=TRIALS, nargs="*", default=[*TRIALS])
    asked = parser.parse_args()
    print("| how | commands | exit codes | |\n|---|---|---|---|", flush=True)
    faults = sum(TRIALS[name]() for name in asked.only)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
