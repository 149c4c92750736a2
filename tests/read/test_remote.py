"""Addresses of object storage and lists of paths: the same documents as from the files themselves."""

from __future__ import annotations

import gzip
import pickle
import sys
from pathlib import Path

import pytest

from audit.errors import UnreadableError
from audit.read import ReadOptions, find, read_many
from audit.text.document import Document

fsspec = pytest.importorskip("fsspec")


@pytest.fixture
def store(tmp_path: Path) -> str:
    """An address in memory with a text, a corpus and an empty file."""
    system = fsspec.filesystem("memory")
    root = f"/{tmp_path.name}"
    system.pipe(f"{root}/a.txt", b"Two died.")
    system.pipe(f"{root}/deep/b.jsonl", b'{"text": "Three died."}\nno json\n{"text": "Four died."}\n')
    system.pipe(f"{root}/c.md", b"")
    return f"memory://{root}"


def texts(*sources: str) -> list[str]:
    return [one.text if isinstance(one, Document) else f"! {one}" for one in read_many(sources, fetch=True)]


def test_a_folder_a_pattern_and_a_file(store: str) -> None:
    got = texts(store)
    assert got[0] == "Two died."
    assert got[1].startswith("! ") and "is empty" in got[1]
    assert (got[2], got[4]) == ("Three died.", "Four died.")
    assert "/deep/b.jsonl:2: is a line that is no JSON" in got[3]
    assert texts(f"{store}/*.txt", f"{store}/a.txt") == ["Two died."] * 2


def test_a_local_file_by_its_address(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Two died.", encoding="utf-8")
    assert texts(f"file://{tmp_path}/a.txt") == ["Two died."]
    (pending,) = find([f"file://{tmp_path}/a.txt"], ReadOptions(fetch=True))
    assert pickle.loads(pickle.dumps(pending)).read().origin == f"file://{tmp_path}/a.txt"


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("memory://nowhere/*.txt", "matches no file"),
        ("memory://nowhere/a.txt", "cannot be had by fsspec"),
        ("nosuchstore://bucket/a.txt", "Protocol not known"),
    ],
)
def test_what_cannot_be_had_is_one_line(address: str, reason: str) -> None:
    (got,) = texts(address)
    assert reason in got and "\n" not in got


def test_without_fsspec_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec", None)
    (got,) = read_many(["s3://bucket/a.txt"], fetch=True)
    assert isinstance(got, UnreadableError)
    assert str(got).endswith("which needs fsspec; pip install 'numeric-claims-audit[remote]'")


def test_a_list_of_paths(store: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Five died.", encoding="utf-8")
    (tmp_path / "list").write_text(f"{tmp_path}/a.txt\n\n{store}/a.txt\n{tmp_path}/gone.txt\n", encoding="utf-8")
    got = texts(f"@{tmp_path}/list")
    assert got[:2] == ["Five died.", "Two died."]
    assert "gone.txt: does not exist" in got[2]
    (got,) = texts(f"@{tmp_path}/none")
    assert "is no list of paths (No such file or directory)" in got
    (tmp_path / "bytes").write_bytes(gzip.compress(b"a.txt"))
    (got,) = texts(f"@{tmp_path}/bytes")
    assert "is no list of paths (it is not UTF-8)" in got
