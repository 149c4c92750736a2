"""Where the disk is full: one line, what was there is untouched, nothing half written is left."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from audit import Document
from audit.ledger import Ledger
from audit.result import Part

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a limit of the size of files stands for the full disk")
TEXT = "Of the {} people in Orrin, {} were killed, or 30%, the mayor said. "
FULL = "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); {}; from audit.cli import main; main()"


def run(folder: Path, most: int, *words: str) -> subprocess.CompletedProcess[str]:
    """The command, in a process that can write no file of more bytes than that."""
    code = FULL.format(f"resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most}))")
    return subprocess.run([sys.executable, "-c", code, *words], cwd=folder, capture_output=True, text=True)


def test_a_report_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT.format(90, 31), encoding="utf-8")
    (tmp_path / "r.html").write_text("as it was", encoding="utf-8")
    done = run(tmp_path, 2000, "check", "a.txt", "-q", "--report", "r.html")
    assert done.returncode == 2
    assert done.stderr.splitlines() == ["audit: r.html: cannot be written: File too large"]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.txt", "r.html"]
    assert (tmp_path / "r.html").read_text(encoding="utf-8") == "as it was"


def test_a_ledger_keeps_what_it_had(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "l.duckdb")
    ledger.add_parts([Part(Document("Three died.", name="a"))])
    size = ledger.path.stat().st_size
    code = (
        "import random, resource, signal; from audit import Document; from audit.ledger import Ledger\n"
        "from audit.result import Part\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({size + 10_000}, {size + 10_000}))\n"
        "long = random.Random(1).randbytes(3_000_000).hex()\n"
        "Ledger('l.duckdb').add_parts([Part(Document(long, name='b'))])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True)
    last = done.stderr.strip().splitlines()[-1]
    assert "LedgerError: l.duckdb: could not be written, the disk is full" in last and "untouched" in last
    assert list(ledger.documents()["name"]) == ["a"]
    ledger.add_parts([Part(Document("Four died.", name="c"))])
    assert list(ledger.documents()["name"]) == ["a", "c"]


def test_a_name_of_the_longest_is_written(tmp_path: Path) -> None:
    from audit.files import write_whole

    path = tmp_path / ("r" * 250 + ".html")
    assert write_whole(path, b"whole").read_bytes() == b"whole"
