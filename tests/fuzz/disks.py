"""`python -m tests.fuzz.disks`: what the commands do where the disk is full, read-only, damaged, cut, another's or in use.

A full and a read-only disk are made of memory, which only the administrator of a Linux machine may do; elsewhere they are
left out and named. Of each fault the table says how the command ended, what it said, and whether what was there before is
whole. The exit code says whether all was as it should be: one line, exit code 2, nothing lost, no part of a file left.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

import duckdb

from tests.fuzz.kills import parts, texts

TEXT = "Of the 90 people in Orrin, 31 were killed, or 30%, the mayor said.\n"
ALONE = "a disk of memory needs the administrator of a Linux machine"


class Fault(NamedTuple):
    """A fault, how it is made in a folder, the command, the exit codes that are right, and what must be whole behind it."""

    name: str
    made: Callable[[Path], None]
    words: str
    codes: tuple[int, ...] = (2,)
    kept: Callable[[Path], bool] = lambda _: True


def run(folder: Path, words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "audit", *words.split()]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300)


@contextmanager
def disk(folder: Path, *, kilobytes: int) -> Iterator[Path]:
    place = folder / "disk"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(place)], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def may_mount() -> bool:
    with TemporaryDirectory() as folder:
        try:
            with disk(Path(folder), kilobytes=64):
                return True
        except (OSError, subprocess.CalledProcessError):
            return False


def names(path: Path) -> list[str]:
    connection = duckdb.connect(str(path), read_only=True)
    try:
        return [name for (name,) in connection.execute("SELECT name FROM documents").fetchall()]
    finally:
        connection.close()


def filled(folder: Path, left: int) -> None:
    """Fill the disk but for so many kilobytes."""
    state = os.statvfs(folder / "disk")
    (folder / "disk" / "filling").write_bytes(b"\0" * max(0, state.f_bavail * state.f_frsize - left * 1024))


def ledgered(folder: Path) -> None:
    assert run(folder, "ledger add disk/l.duckdb a.txt").returncode in (0, 1)


def reported(folder: Path) -> None:
    (folder / "disk" / "r.html").write_text("as it was", encoding="utf-8")


def full_ledger(folder: Path) -> None:
    ledgered(folder)
    filled(folder, 20)


def full_report(folder: Path) -> None:
    reported(folder)
    filled(folder, 8)


def as_it_was(folder: Path) -> bool:
    return (folder / "disk" / "r.html").read_text(encoding="utf-8") == "as it was"


def read_only(folder: Path) -> None:
    reported(folder)
    ledgered(folder)
    subprocess.run(["mount", "-o", "remount,ro", str(folder / "disk")], check=True)


ON_A_DISK = (
    Fault("full: a new ledger", lambda folder: filled(folder, 100), "ledger add disk/l.duckdb c.jsonl"),
    Fault(
        "full: a ledger with one text",
        full_ledger,
        "ledger add disk/l.duckdb c.jsonl",
        kept=lambda folder: "a.txt" in names(folder / "disk" / "l.duckdb"),
    ),
    Fault("full: a report", full_report, "check a.txt -q --report disk/r.html", kept=as_it_was),
    Fault("full: a folder of reports", full_report, "check a.txt -q --report disk/reports/", kept=as_it_was),
    Fault("full: a corpus", lambda folder: filled(folder, 60), "corpus c.jsonl disk/c"),
    Fault("read-only: a report", read_only, "check a.txt -q --report disk/r.html", kept=as_it_was),
    Fault("read-only: a ledger written", read_only, "ledger add disk/l.duckdb b.txt"),
    Fault("read-only: a ledger read", read_only, "ledger list disk/l.duckdb", codes=(0,)),
    Fault("read-only: a corpus", read_only, "corpus c.jsonl disk/c"),
)


def ledger(folder: Path) -> bytes:
    assert run(folder, "ledger add l.duckdb a.txt b.txt").returncode in (0, 1)
    return (folder / "l.duckdb").read_bytes()


def damaged(folder: Path) -> None:
    content, chance = bytearray(ledger(folder)), Random(2)
    for _ in range(400):
        content[chance.randrange(12_288, len(content))] ^= 1 << chance.randrange(8)
    (folder / "l.duckdb").write_bytes(content)


def head_damaged(folder: Path) -> None:
    content = ledger(folder)
    (folder / "l.duckdb").write_bytes(content[:8] + b"XXXX" + content[12:])


def cut(share: float) -> Callable[[Path], None]:
    def made(folder: Path) -> None:
        content = ledger(folder)
        (folder / "l.duckdb").write_bytes(content[: int(len(content) * share)])

    return made


def of_sqlite(folder: Path) -> None:
    connection = sqlite3.connect(folder / "l.duckdb")
    connection.execute("CREATE TABLE claims (claim INTEGER)")
    connection.commit()
    connection.close()


def of_another(folder: Path) -> None:
    connection = duckdb.connect(str(folder / "l.duckdb"))
    connection.execute("CREATE TABLE claims (claim INTEGER)")
    connection.close()


def later(folder: Path) -> None:
    ledger(folder)
    connection = duckdb.connect(str(folder / "l.duckdb"))
    (table,) = connection.execute(
        "SELECT table_name FROM duckdb_columns() WHERE column_name = 'version' LIMIT 1"
    ).fetchone() or ("",)
    connection.execute(f"UPDATE {table} SET version = 999")
    connection.close()


ANYWHERE = (
    Fault("damaged: bits of a ledger", damaged, "ledger list l.duckdb", codes=(0, 2)),
    Fault("damaged: bits of a ledger, compared", damaged, "ledger conflicts l.duckdb", codes=(0, 1, 2)),
    Fault("damaged: the head of a ledger", head_damaged, "ledger list l.duckdb"),
    Fault("cut: a half of a ledger", cut(0.5), "ledger list l.duckdb"),
    Fault("cut: the head of a ledger", cut(0.0001), "ledger list l.duckdb"),
    Fault("foreign: a text", lambda f: (f / "l.duckdb").write_text(TEXT * 50) and None, "ledger add l.duckdb a.txt"),
    Fault("foreign: SQLite", of_sqlite, "ledger add l.duckdb a.txt"),
    Fault("foreign: another's DuckDB", of_another, "ledger add l.duckdb a.txt"),
    Fault("foreign: of a later version", later, "ledger add l.duckdb a.txt"),
    Fault("a folder in its place", lambda folder: (folder / "l.duckdb").mkdir(), "ledger add l.duckdb a.txt"),
    Fault("a report onto a full device", lambda _: None, "check a.txt -q --report /dev/full/r.html"),
)


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Another program has the ledger open for writing."""
    ledger(folder)
    code = "import duckdb, sys; c = duckdb.connect('l.duckdb'); print('ready', flush=True); sys.stdin.read()"
    other = subprocess.Popen(
        [sys.executable, "-c", code], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None and other.stdout.readline()
    try:
        yield
    finally:
        other.communicate()


def told(fault: Fault, folder: Path) -> list[str]:
    """Run the command and print its row; what is wrong with how it ended."""
    done = run(folder, fault.words)
    lines = [line for line in done.stderr.splitlines() if line.startswith("audit: ")]
    wrong = []
    if done.returncode not in fault.codes:
        wrong.append(f"exit code {done.returncode}")
    if "Traceback" in done.stderr + done.stdout:
        wrong.append("a traceback")
    if done.returncode == 2 and len(lines) != 1:
        wrong.append(f"{len(lines)} lines")
    if not fault.kept(folder):
        wrong.append("something is lost")
    wrong += [left for left in parts(folder) if "c.jsonl" not in left]
    said = lines[-1].removeprefix("audit: ")[:110] if lines else "as ever"
    print(f"| {fault.name} | {done.returncode} | {said} | {', '.join(wrong) or 'as it should be'} |", flush=True)
    return wrong


def inputs(folder: Path) -> None:
    texts(folder / "c.jsonl")
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(f"{name}: {TEXT}", encoding="utf-8")


def main() -> int:
    print("| fault | exit code | what is said | |\n|---|---|---|---|", flush=True)
    wrong = 0
    mounts = may_mount()
    for fault in ON_A_DISK:
        if not mounts:
            print(f"| {fault.name} | | left out: {ALONE} | |")
            continue
        with TemporaryDirectory() as name, disk(Path(name), kilobytes=8_000):
            inputs(Path(name))
            fault.made(Path(name))
            wrong += len(told(fault, Path(name)))
    for fault in ANYWHERE:
        with TemporaryDirectory() as name:
            inputs(Path(name))
            fault.made(Path(name))
            wrong += len(told(fault, Path(name)))
    with TemporaryDirectory() as name:
        inputs(Path(name))
        with held(Path(name)):
            wrong += len(told(Fault("in use by another", lambda _: None, "ledger add l.duckdb b.txt"), Path(name)))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
