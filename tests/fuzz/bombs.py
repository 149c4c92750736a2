"""`python -m tests.fuzz.bombs`: every hostile file through `audit check` or `audit table`, beside a good text.

The table says of each how it ended, what was said, how long it took and how much memory. A fault of the program, a trace,
a lost neighbour, more than ten seconds of its own (beside what a good text takes, times the documents in it) or over 500 MB
are wrong, and the exit code says whether there were any.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.fuzz.hostile import HOSTILE, TABLES
from tests.fuzz.odd import ODD, ODD_TABLES

SECONDS, MEGABYTES = 10, 500
MANY = 200
"""Good texts in a container of which it is measured what each takes."""
GOOD = "Of the 90 people in Orrin, 31 were killed, or 34%, the mayor said.\n"
GOOD_TABLE = "date,killed\n2031-05-01,5\n2031-05-02,6\n2031-05-03,9\n"
CODES = (0, 1, 2)
_LAUNCH = """
import pathlib, resource, subprocess, sys
code = subprocess.run(sys.argv[2:]).returncode
took = resource.getrusage(resource.RUSAGE_CHILDREN)
pathlib.Path(sys.argv[1]).write_text(f"{took.ru_utime + took.ru_stime} {took.ru_maxrss}")
sys.exit(code if code >= 0 else 128 - code)
"""


class Ended(NamedTuple):
    code: int
    out: str
    error: str
    seconds: float
    """Of processor time, children with it."""
    megabytes: float
    """Of the largest process."""


def run(folder: Path, words: list[str]) -> Ended:
    """The command in a process of its own, and what it and its children took.

    Between it and this process stands a small one: a process is counted as large as what it was forked from.
    """
    with (folder / "out").open("wb") as out, (folder / "error").open("wb") as error:
        command = [sys.executable, "-c", _LAUNCH, str(folder / "took"), sys.executable, "-m", "audit", *words]
        code = subprocess.run(command, cwd=folder, stdout=out, stderr=error).returncode
    out_, error_ = ((folder / name).read_bytes().decode("utf-8", "replace") for name in ("out", "error"))
    seconds, kilobytes = (folder / "took").read_text().split()
    return Ended(code, out_, error_, float(seconds), int(kilobytes) / 1024)


def tried(name: str, made: Callable[[], bytes], idle: float, each: float, *, table: bool) -> list[str]:
    """Print the row of one file; what is wrong with how it ended.

    `idle` seconds are those of a good text or table alone, `each` those of one more text in a container.
    """
    with TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "in").mkdir()
        (folder / "in" / name).write_bytes(made())
        (folder / "in" / "zz good.txt").write_text(GOOD, encoding="utf-8")
        words = ["table", f"in/{name}"] if table else ["check", "in", "--json"]
        ended = run(folder, words)
    documents = len(json.loads(ended.out)["documents"]) if ended.out.startswith("{") else 0
    own = max(0.0, ended.seconds - idle - each * documents)
    wrong = []
    if ended.code not in CODES:
        wrong.append(f"exit code {ended.code}")
    if "Traceback" in ended.out + ended.error:
        wrong.append("a traceback")
    if not table and '"zz good.txt"' not in ended.out and "zz good.txt" not in ended.out:
        wrong.append("its neighbour is lost")
    if own > SECONDS:
        wrong.append("too slow")
    if ended.megabytes > MEGABYTES:
        wrong.append("too large")
    lines = [line for line in ended.error.splitlines() if line.startswith("audit: ") and name[:20] in line]
    said = lines[0].partition(": ")[2][:90].replace("|", "/") if lines else "read"
    result = ", ".join(wrong) or "as it should be"
    print(f"| {name} | {ended.code} | {said} | {own:.1f} s | {ended.megabytes:.0f} MB | {result} |", flush=True)
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--after", default="", help="begin behind this file")
    parser.add_argument("--only", nargs="*", default=[], help="these files")
    asked = parser.parse_args()
    with TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "good.txt").write_text(GOOD, encoding="utf-8")
        (folder / "good.csv").write_text(GOOD_TABLE, encoding="utf-8")
        idle = {
            False: run(folder, ["check", "good.txt", "--json"]).seconds,
            True: run(folder, ["table", "good.csv"]).seconds,
        }
        (folder / "many.jsonl").write_text(f"{json.dumps({'text': GOOD})}\n" * MANY, encoding="utf-8")
        each = max(0.0, run(folder, ["check", "many.jsonl", "--json"]).seconds - idle[False]) / MANY
    print(f"a good text takes {idle[False]:.1f} s, a table {idle[True]:.1f} s, one more text {1000 * each:.0f} ms\n")
    print("| file | exit code | what is said | of its own | memory | |\n|---|---|---|---|---|---|", flush=True)
    every = [(name, made, False) for files in (HOSTILE, ODD) for name, made in files.items()]
    every += [(name, made, True) for files in (TABLES, ODD_TABLES) for name, made in files.items()]
    names = [name for name, *_ in every]
    every = every[names.index(asked.after) + 1 :] if asked.after else every
    every = [row for row in every if row[0] in asked.only] if asked.only else every
    wrong = {name: found for name, made, table in every if (found := tried(name, made, idle[table], each, table=table))}
    print(f"\n{len(every)} files, {len(wrong)} not as they should be")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
