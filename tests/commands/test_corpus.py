"""`audit corpus` as a user runs it: as a process."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest


def audit(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "audit", "corpus", *words], capture_output=True, text=True)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(4):
        (folder / f"{number}.txt").write_text(f"{number + 2} people died on Monday.", encoding="utf-8")
    return folder


def test_it_prints_a_summary_and_says_where_it_wrote(texts: Path, tmp_path: Path) -> None:
    done = audit(str(texts), str(tmp_path / "out"))
    assert done.returncode == 0
    assert done.stdout.startswith("4 documents")
    assert str(tmp_path / "out") in done.stderr


def test_json_is_one_object(texts: Path, tmp_path: Path) -> None:
    assert json.loads(audit(str(texts), str(tmp_path / "out"), "--json").stdout)["documents"] == 4


def test_a_failure_is_counted_and_gives_exit_code_2(texts: Path, tmp_path: Path) -> None:
    (texts / "empty.txt").write_bytes(b"")
    done = audit(str(texts), str(tmp_path / "out"))
    assert done.returncode == 2
    assert "1 failed" in done.stdout
    assert f"audit: {texts / 'empty.txt'}: is empty" in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["in"],
        ["in", "out", "--only", "consistent"],
        ["in", "out", "--since", "yesterday"],
        ["in", "out", "--column", "text"],
    ],
)
def test_wrong_options_are_one_line_and_exit_code_2(words: list[str], tmp_path: Path) -> None:
    done = audit(*words)
    assert done.returncode == 2
    assert done.stderr.startswith("audit: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(os.name != "posix", reason="sends a signal")
@pytest.mark.parametrize("engine", ["local", "dask"])
def test_ctrl_c_ends_within_two_seconds_and_leaves_nobody_behind(tmp_path: Path, engine: str) -> None:
    if engine == "dask":
        pytest.importorskip("distributed", reason="the extra 'dask' is not installed")
    big = tmp_path / "big.jsonl"
    text = "Two people died on Monday and 300 were hurt, the army said. " * 3000
    big.write_text((json.dumps({"text": text}) + "\n") * 400, encoding="utf-8")
    command = [sys.executable, "-m", "audit", "corpus", str(big), str(tmp_path / "out"), "--engine", engine]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    for _ in range(300):
        if (tmp_path / "out" / "run.json").exists():
            break
        time.sleep(0.05)
    time.sleep(0.2)
    assert process.poll() is None, "the run was over before it could be stopped"
    stopped = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=10)
    assert time.monotonic() - stopped < 2
    assert process.returncode == 130
    assert errors.startswith("audit: stopped; the same command goes on")
    assert errors.count("\n") == 1
    assert _gone(process.pid)


def _gone(group: int) -> bool:
    """Whether the whole group ends; init may take a moment to collect the last of them."""
    for _ in range(50):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
