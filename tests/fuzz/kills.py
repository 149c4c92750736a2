"""`python -m tests.fuzz.kills --times 100`: kill a running command at moments of chance and look at what it left.

Each kill ends all processes of the command at once, as a lost machine does. After it nothing may be half written and no part
of a file may lie about; after the command has been run to its end, all is as if it had never been disturbed. The exit code
says whether it was so.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

import duckdb

DOCUMENTS = 100
TABLES = ("documents", "figures", "claims", "sources", "hedges", "checks", "operands")
OF_THE_RUN = ("run.json",)
"""Files that tell how long a run took."""


class Command(NamedTuple):
    """A command that writes to a path, what it leaves there, and what is wrong with it while it is not finished."""

    words: Callable[[str], list[str]]
    left: Callable[[Path], dict[str, str]]
    half: Callable[[Path, dict[str, str]], Iterator[str]]


def texts(path: Path) -> None:
    chance = Random(7)
    with path.open("w", encoding="utf-8") as file:
        for number in range(DOCUMENTS):
            dead, young = chance.randrange(100, 900), chance.randrange(5, 90)
            text = (
                f"At least {dead} people were killed in Orrin on Monday, the health ministry said. Of the {dead} people, "
                f"{young} were children, or {chance.randrange(1, 90)}%. Number {number}."
            )
            row = {"text": text, "publisher": f"Herald {number % 7}", "published": f"2031-01-{1 + number % 28:02}"}
            file.write(json.dumps({**row, "name": f"n{number}"}) + "\n")


def tables(path: Path) -> dict[str, str]:
    """A digest of each table of the ledger; none for a table that is not there."""
    if not path.exists():
        return {}
    connection = duckdb.connect(str(path), read_only=True)
    try:
        there = {name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
        rows = {
            name: connection.execute(f"SELECT * FROM {name} ORDER BY ALL").fetchall()
            for name in TABLES
            if name in there
        }
    finally:
        connection.close()
    return {name: sha256(repr(content).encode()).hexdigest() for name, content in rows.items()}


def half_documents(path: Path, whole: dict[str, str]) -> Iterator[str]:
    if not path.exists():
        return
    try:
        connection = duckdb.connect(str(path), read_only=True)
        try:
            if not connection.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'claims'").fetchall():
                return
            lost = "SELECT count(*) FROM documents WHERE document NOT IN (SELECT document FROM claims)"
            strays = "SELECT count(*) FROM claims WHERE document NOT IN (SELECT document FROM documents)"
            twice = "SELECT count(*) - count(DISTINCT sha256) FROM documents"
            for name, query in (("without claims", lost), ("strays", strays), ("twice", twice)):
                (found,) = connection.execute(query).fetchall()
                if found != (0,):
                    yield f"{found[0]} {name}"
        finally:
            connection.close()
    except duckdb.Error as error:
        yield f"unreadable: {str(error)[:80]}"


def files(folder: Path) -> dict[str, str]:
    every = [path for path in folder.rglob("*") if path.is_file() and path.name not in OF_THE_RUN]
    return {str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest() for path in every}


def half_tables(folder: Path, whole: dict[str, str]) -> Iterator[str]:
    for path in folder.rglob("*.parquet"):
        try:
            duckdb.connect().execute("SELECT count(*) FROM read_parquet(?)", [str(path)]).fetchall()
        except duckdb.Error as error:
            yield f"unreadable: {str(error)[:80]}"
    yield from parts(folder)


def half_reports(folder: Path, whole: dict[str, str]) -> Iterator[str]:
    yield from (f"half: {name}" for name, digest in files(folder).items() if whole.get(name) not in (digest, None))
    yield from parts(folder)


def parts(folder: Path) -> Iterator[str]:
    yield from (
        f"part: {path.name}" for path in folder.rglob("*") if path.name.startswith(".") or path.suffix == ".part"
    )


COMMANDS = {
    "ledger add": Command(lambda to: ["ledger", "add", to, "c.jsonl"], tables, half_documents),
    "corpus": Command(lambda to: ["corpus", "c.jsonl", to], files, half_tables),
    "check --report": Command(lambda to: ["check", "texts", "-q", "--report", f"{to}/"], files, half_reports),
}


def started(words: Sequence[str], folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "audit", *words],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def trial(name: str, times: int, folder: Path, chance: Random) -> Counter[str]:
    """What went wrong in so many kills of one command, by kind."""
    command, wrong = COMMANDS[name], Counter[str]()
    reference = folder / "reference"
    if name == "check --report":
        reference.mkdir()
    begun = time.monotonic()
    code = started(command.words(reference.name), folder).wait()
    lasts, whole = time.monotonic() - begun, command.left(reference)
    killed = round_ = 0
    while killed < times:
        target, round_ = folder / f"{name.split()[0]}{round_}", round_ + 1
        if name == "check --report":
            target.mkdir()
        for _ in range(min(chance.choice((1, 1, 2, 3)), times - killed)):
            process = started(command.words(target.name), folder)
            time.sleep(chance.uniform(0.2, lasts))
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                killed += 1
                wrong.update(command.half(target, whole))
        if started(command.words(target.name), folder).wait() != code:
            wrong["another exit code at last"] += 1
        at_last = command.left(target)
        wrong.update(f"differs at last: {key}" for key in whole if at_last.get(key) != whole[key])
        wrong.update(f"left at last: {key}" for key in at_last if key not in whole)
        wrong.update(f"left beside it: {one.name}" for one in folder.glob(f"{target.name}.*"))
    print(
        f"| {name} | {killed} | {lasts:.1f} s | {sum(wrong.values())} | {dict(wrong.most_common(5)) or ''} |",
        flush=True,
    )
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=100, help="kills, shared out among the commands")
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    chance = Random(asked.seed)
    print("| command | kills | undisturbed | faults | which |\n|---|---|---|---|---|", flush=True)
    wrong = 0
    for turn, name in enumerate(COMMANDS):
        times = asked.times // len(COMMANDS) + (turn < asked.times % len(COMMANDS))
        with TemporaryDirectory() as folder:
            texts(Path(folder, "c.jsonl"))
            Path(folder, "texts").mkdir()
            for number, line in enumerate(Path(folder, "c.jsonl").read_text(encoding="utf-8").splitlines()[:2]):
                Path(folder, "texts", f"{number}.txt").write_text(json.loads(line)["text"], encoding="utf-8")
            wrong += sum(trial(name, times, Path(folder), chance).values())
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
