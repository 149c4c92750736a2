"""Kills a writer again and again and looks at what it left: python -m tests.ledger.kills TIMES LEDGER"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import duckdb

from tests.ledger.writer import CLAIMS

_STEP = 0.0037
"""Seconds; with its multiples the kill falls at another moment of writing each time."""


def kill(path: Path, turn: int) -> int:
    """Kill a writer once, after none to three documents and a moment more, and give the number of documents in the file.

    Raises AssertionError for one that is not whole.
    """
    command = [sys.executable, "-m", "tests.ledger.writer", str(path), str(turn * 1000)]
    writer = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert writer.stdout is not None and writer.stdout.readline() == b"ready\n"
    for _ in range(turn % 4):
        assert writer.stdout.readline() == b"added\n"
    time.sleep(_STEP * (turn % 17))
    writer.kill()
    writer.wait()
    writer.stdout.close()
    if not path.exists():
        return 0
    connection = duckdb.connect(str(path))
    try:
        if not connection.execute("SELECT table_name FROM duckdb_tables()").fetchall():
            return 0
        rows = connection.execute(
            """SELECT document, (SELECT count(*) FROM claims c WHERE c.document = d.document),
                (SELECT count(*) FROM figures f WHERE f.document = d.document),
                (SELECT count(*) FROM sources s WHERE s.document = d.document) FROM documents d"""
        ).fetchall()
        strays = connection.execute(
            "SELECT count(*) FROM claims WHERE document NOT IN (SELECT document FROM documents)"
        )
        assert strays.fetchall() == [(0,)]
    finally:
        connection.close()
    assert all(counts == (CLAIMS, CLAIMS, CLAIMS) for _, *counts in rows for counts in [tuple(counts)]), rows
    return len(rows)


def main(times: int, path: Path) -> None:
    found = [kill(path, turn) for turn in range(times)]
    print(f"killed {times} times; documents in the file after each kill: {found}")


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
