"""One document never costs another, and a crash never looks like a finding."""

from __future__ import annotations

import errno
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import audit
from audit import Document
from audit.errors import ProgramError, UnreadableError, exit_code, failure
from audit.ledger import Ledger
from audit.pipeline import check_many
from audit.read import read_many
from audit.result import Part

GOOD = "At least 7 people were killed in Orrin, the mayor said."
ARGUE = "Of the 10 people, 5 were killed, or 30%."
BROKEN = 'print("broken"); raise SystemExit(1)'


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that fails on each text with 'Orrin' in it."""
    from audit import pipeline

    whole = pipeline.find_claims

    def find_claims(document: Document, **options: object) -> object:
        if "Orrin" in document.text:
            raise KeyError("no such\nthing")
        return whole(document, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "find_claims", find_claims)


@pytest.mark.usefixtures("faulty")
def test_a_document_on_which_the_program_fails_is_a_failure_in_its_place() -> None:
    found = audit.check([ARGUE, GOOD, ARGUE])
    assert len(found.parts) == 2
    (failure,) = found.failures
    assert isinstance(failure, ProgramError)
    line = str(failure)
    assert "by a fault of the program (KeyError: 'no such" in line and "please report this line" in line
    assert "\n" not in line
    assert found.exit_code == 3


@pytest.mark.usefixtures("faulty")
def test_of_a_single_text_the_fault_is_raised_with_its_cause() -> None:
    with pytest.raises(ProgramError) as raised:
        audit.check(GOOD)
    assert isinstance(raised.value.__cause__, KeyError)


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        OSError(errno.ENOMEM, "Cannot allocate memory"),
        ImportError("libarrow.so: failed to map segment from shared object"),
        RuntimeError("can't start new thread"),
    ],
)
def test_too_little_memory_is_no_fault_of_the_program(error: Exception) -> None:
    told = failure("a.txt", error)
    assert not isinstance(told, ProgramError)
    assert str(told) == "a.txt: needs more memory than there is; give it in parts, or close other programs"
    assert isinstance(failure("a.txt", ImportError("no module named x")), ProgramError)


def test_exit_codes() -> None:
    unreadable, fault = UnreadableError("a", "is empty"), ProgramError.of("b", ValueError())
    assert [exit_code(()), exit_code((), found=True)] == [0, 1]
    assert [exit_code([unreadable], found=True), exit_code([unreadable, fault], found=True)] == [2, 3]


def test_a_document_that_a_ledger_cannot_hold_does_not_cost_the_batch(tmp_path: Path) -> None:
    parts = [*check_many([Document(GOOD), Document(ARGUE)]).parts]
    odd = Part(Document("Six died.", notes=(object(),)))  # type: ignore[arg-type]
    added = Ledger(tmp_path / "l.duckdb").add_parts([parts[0], odd, parts[1]])
    assert (added.documents, len(added.failures)) == (2, 1)
    assert isinstance(added.failures[0], ProgramError)


@pytest.mark.parametrize(
    "name", ["caf\udce9.txt", "\ud800.txt", "caf\udce9\ud800.txt"], ids=["a byte", "a half", "both"]
)
def test_a_name_that_is_no_unicode_is_kept_in_a_ledger(tmp_path: Path, name: str) -> None:
    ledger = Ledger(tmp_path / "l.duckdb")
    documents = [Document(GOOD, name=name, origin=name), Document("Eight died \ud800.", name="b.txt", title="\udfff")]
    assert ledger.add(check_many(documents)).documents == 2
    kept, other = ledger.documents()["name"]
    assert kept.startswith(("caf\\xe9", "\\ud800", "caf\\udce9")) and other == "b.txt"


def test_a_string_is_a_text_whatever_it_looks_like(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "10").write_text("Twelve died.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert audit.check("10").document.text == "10"
    assert audit.check("./10").document.text == "./10"
    assert audit.check(Path("10")).document.text == "Twelve died."
    assert audit.check_file("10").document.text == "Twelve died."
    assert [part.document.text for part in audit.check_file(["10", Path("10")]).parts] == ["Twelve died."] * 2
    with pytest.raises(UnreadableError, match="does not exist"):
        audit.check_file("11")


@pytest.mark.skipif(os.name != "posix", reason="there are no such files")
def test_what_is_no_file_is_named_and_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    os.mkfifo(tmp_path / "b.txt")
    os.mkfifo(tmp_path / "c.jsonl")
    with socket.socket(socket.AF_UNIX) as here:
        here.bind(str(tmp_path / "d.html"))
    found = [str(one) if isinstance(one, UnreadableError) else one.name for one in read_many([tmp_path])]
    assert [line.rpartition("/")[2].partition(";")[0] for line in found] == [
        "a.txt",
        "b.txt: is a pipe, not a file",
        "c.jsonl: is a pipe, not a file",
        "d.html: is a socket, not a file",
    ]
    (device,) = read_many(["/dev/zero"])
    assert "is a device, not a file" in str(device)


@pytest.mark.skipif(os.name != "posix", reason="links need leave there")
def test_links_out_of_a_folder_are_followed_only_if_asked(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    (inside / "deep").mkdir(parents=True)
    outside.mkdir()
    for place in (inside / "a.txt", outside / "b.txt"):
        place.write_text(GOOD, encoding="utf-8")
    (inside / "c.txt").symlink_to(outside / "b.txt")
    (inside / "d.txt").symlink_to("a.txt")
    (inside / "more").symlink_to(outside)
    (inside / "deep" / "round").symlink_to(inside)
    (inside / "e.txt").symlink_to("e.txt")
    names = {Path(str(one.origin if isinstance(one, Document) else one.where)).name: one for one in read_many([inside])}
    assert sorted(names) == ["a.txt", "c.txt", "d.txt", "e.txt", "more"]
    assert "leads out of the folder" in str(names["c.txt"]) and "leads out of the folder" in str(names["more"])
    assert isinstance(names["e.txt"], UnreadableError)
    followed = [one for one in read_many([inside], follow_links=True) if isinstance(one, Document)]
    assert len(followed) == 4


def test_addresses_of_every_scheme_need_leave() -> None:
    for address in ("https://news.example/a", "s3://bucket/a.txt", "file:///etc/hostname", "memory://a.txt"):
        (failure,) = read_many([address])
        assert "--fetch" in str(failure)


@pytest.mark.parametrize("name", ["x" * 300 + ".txt", "@" + "y" * 5000, "a\0b", ""])
def test_a_name_that_can_be_none_is_one_line(name: str) -> None:
    (failure,) = read_many([name])
    assert isinstance(failure, UnreadableError) and not isinstance(failure, ProgramError)


@pytest.mark.parametrize(
    ("redirection", "code"), [("> /dev/full", 2), (">&-", 0), ("2>&-", 0), ("| head -c 1 >/dev/null", 0)]
)
def test_no_traceback_where_nobody_listens(tmp_path: Path, redirection: str, code: int) -> None:
    (tmp_path / "a.txt").write_text((GOOD + "\n\n") * 300, encoding="utf-8")
    line = f"set -o pipefail; {sys.executable} -m audit figures a.txt {redirection}"
    done = subprocess.run(["bash", "-c", line], cwd=tmp_path, capture_output=True, text=True)
    assert "Traceback" not in done.stderr and "Exception" not in done.stderr
    assert done.returncode == code
    assert len(done.stderr.splitlines()) == (code == 2)


def test_nothing_that_a_terminal_obeys_comes_out_of_data(tmp_path: Path) -> None:
    rows = '{"text": "Of the 10 men, 5 were killed, or 30%.", "name": "\\u001b]0;x\\u0007n\\u009b1m", "title": "\\u001b[2J"}'
    (tmp_path / "a.jsonl").write_text(rows + '\n{"\\u001b[31mcolumn": 1}\n', encoding="utf-8")
    (tmp_path / "t.csv").write_text("date,\x1b[31mkilled\n2024-01-01,5\n2024-01-02,\x1b]0;P\x07\n", encoding="utf-8")
    for words in (["check", "a.jsonl"], ["check", "a.jsonl", "--json"], ["figures", "a.jsonl"], ["table", "t.csv"]):
        done = subprocess.run([sys.executable, "-m", "audit", *words], cwd=tmp_path, capture_output=True)
        out = (done.stdout + done.stderr).decode()
        assert out and not {c for c in out if (ord(c) < 32 and c not in "\t\n") or 127 <= ord(c) < 160}, words
