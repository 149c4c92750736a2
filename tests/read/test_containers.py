"""Containers: web archives, JSONL, JSON and Parquet, whole and broken."""

from __future__ import annotations

import gzip as gz
import json
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from audit.errors import UnreadableError
from audit.read import read, read_many
from audit.read.options import LONGEST_LINE
from audit.text.document import Document
from tests.read.test_html import LD, page


def archive(path: Path, pages: list[bytes], *, gzip: bool = True) -> None:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=gzip)
        for number, content in enumerate(pages):
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.0")
            uri = f"http://example.org/{number}"
            writer.write_record(
                writer.create_warc_record(uri, "response", payload=BytesIO(content), http_headers=headers)
            )


@pytest.mark.parametrize(("name", "gzip"), [("a.warc", False), ("a.warc.gz", True)])
def test_warc(tmp_path: Path, name: str, gzip: bool) -> None:
    archive(tmp_path / name, [page(LD), page(body=""), page()], gzip=gzip)
    first, second, third = read_many([tmp_path])
    assert isinstance(first, Document) and first.publisher == "Valley Post" and first.name == "http://example.org/0"
    assert isinstance(second, UnreadableError) and second.where == "http://example.org/1"
    assert isinstance(third, Document)


@pytest.mark.parametrize(("name", "gzip"), [("a.warc", False), ("a.warc.gz", True)])
def test_truncated_warc_gives_what_is_whole(tmp_path: Path, name: str, gzip: bool) -> None:
    path = tmp_path / name
    archive(path, [page(LD), page(LD)], gzip=gzip)
    path.write_bytes(path.read_bytes()[:-300])
    first, *rest = read_many([path])
    assert isinstance(first, Document)
    assert len(rest) == 1 and isinstance(rest[0], UnreadableError)
    assert "cut short" in rest[0].reason or "broken archive" in rest[0].reason


def test_no_warc(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(b"this is no archive\n" * 9)
    (failure,) = read_many([tmp_path / "a.warc"])
    assert isinstance(failure, UnreadableError)


PACKED = {
    "a.txt.gz": b"Four people drowned.",
    "b.html.gz": page(LD),
    "c.jsonl.gz": b'{"text": "Four people drowned."}\n{"text": "Five people drowned."}\n',
    "d.json.gz": b'[{"text": "Four people drowned."}]',
}


def test_what_is_packed_with_gzip_is_read_as_what_is_in_it(tmp_path: Path) -> None:
    for name, content in PACKED.items():
        (tmp_path / name).write_bytes(gz.compress(content, mtime=0))
    found = list(read_many([tmp_path]))
    assert [one.name for one in found if isinstance(one, Document)] == [
        "a.txt.gz", "b.html.gz", "c.jsonl.gz:1", "c.jsonl.gz:2", "d.json.gz:1",
    ]  # fmt: skip
    assert isinstance(found[1], Document) and found[1].publisher == "Valley Post"


@pytest.mark.parametrize("name", PACKED)
def test_what_is_packed_badly_is_told_in_a_line(tmp_path: Path, name: str) -> None:
    packed = gz.compress(PACKED[name] * 3000, mtime=0)
    for content in (b"no gzip at all", packed[: len(packed) // 2], packed[:30] + b"\0\0\0" + packed[33:]):
        (tmp_path / name).write_bytes(content)
        *_, last = read_many([tmp_path / name])
        assert isinstance(last, UnreadableError)
        assert str(last).count("\n") == 0 and "is a broken or cut gzip file" in str(last)


def test_a_packed_file_is_unpacked_no_further_than_a_file_may_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audit.read.sources.MOST_BYTES", 1000)
    monkeypatch.setattr("audit.read.apart._here", True)
    (tmp_path / "a.txt.gz").write_bytes(gz.compress(b"Four. " * 10**6))
    (failure,) = read_many([tmp_path / "a.txt.gz"])
    assert isinstance(failure, UnreadableError) and "is over 1,000 bytes" in str(failure)


ROWS: list[object] = [
    {"headline": "Flood", "body": "Two are missing.", "source": "Herald", "date": "2020-06-02T08:00:00", "id": 7},
    {"body": ""},
    {"title": "no text"},
    ["no object"],
    {"body": "Three are missing.", "authors": ["A. Lind", "B. Moe"]},
]


def check_rows(found: list[Document | UnreadableError]) -> None:
    first, *bad, last = found
    assert isinstance(first, Document) and isinstance(last, Document)
    assert (first.title, first.publisher, first.published) == ("Flood", "Herald", date(2020, 6, 2))
    assert (first.name, first.text) == ("7", "Two are missing.")
    assert last.author == "A. Lind; B. Moe"
    reasons = [one.reason for one in bad if isinstance(one, UnreadableError)]
    assert reasons == ["is empty", "has no column of texts (columns: title)", "is no object with named fields"]


def test_jsonl(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("\n\n".join(json.dumps(row) for row in ROWS), encoding="utf-8")
    found = list(read_many([tmp_path / "a.jsonl"]))
    check_rows(found)
    assert isinstance(found[1], UnreadableError) and found[1].where == f"{tmp_path / 'a.jsonl'}:3"


def test_json_of_rows_and_of_one(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(ROWS), encoding="utf-8")
    check_rows(list(read_many([tmp_path / "a.json"])))
    (tmp_path / "b.json").write_text(json.dumps({"count": 5, "articles": ROWS}), encoding="utf-8")
    check_rows(list(read_many([tmp_path / "b.json"])))
    (tmp_path / "c.json").write_text(json.dumps(ROWS[0]), encoding="utf-8")
    assert read(tmp_path / "c.json").title == "Flood"
    with pytest.raises(UnreadableError, match="holds more than one document"):
        read(tmp_path / "a.json")


def test_broken_lines_and_long_lines(tmp_path: Path) -> None:
    long = json.dumps({"text": "a" * (LONGEST_LINE + 5)})
    lines = ["{broken", long, json.dumps({"text": "Two are missing."})]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    first, second, third = read_many([tmp_path / "a.jsonl"])
    assert isinstance(first, UnreadableError) and first.reason == "is a line that is no JSON"
    assert isinstance(second, UnreadableError) and "over the limit" in second.reason
    assert isinstance(third, Document) and third.name == "a.jsonl:3"


def test_half_a_character_is_replaced_and_noted(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "Two \\ud800 are missing."}', encoding="utf-8")
    document = read(tmp_path / "a.jsonl")
    assert document.text == "Two \ufffd are missing."
    assert document.notes == ("Halves of characters, which no text can hold, were replaced by \ufffd.",)


def test_named_columns(tmp_path: Path) -> None:
    row = {"text": "not this", "report": "Two are missing.", "seen": "2020-06-02"}
    (tmp_path / "a.jsonl").write_text(json.dumps(row), encoding="utf-8")
    document = read(tmp_path / "a.jsonl", columns={"text": "report", "published": "seen"})
    assert (document.text, document.published) == ("Two are missing.", date(2020, 6, 2))
    with pytest.raises(UnreadableError, match=r"has no column of texts \(columns: report, seen, text\)"):
        read(tmp_path / "a.jsonl", columns={"text": "story"})


def test_parquet(tmp_path: Path) -> None:
    import pyarrow
    import pyarrow.parquet

    table = pyarrow.table({"body": ["Two are missing.", None], "date": [date(2020, 6, 2), None], "more": [1, 2]})
    pyarrow.parquet.write_table(table, tmp_path / "a.parquet")
    first, second = read_many([tmp_path / "a.parquet"])
    assert isinstance(first, Document) and first.published == date(2020, 6, 2) and first.name == "a.parquet:1"
    assert isinstance(second, UnreadableError) and second.where.endswith("a.parquet:2")
    (tmp_path / "b.parquet").write_bytes(b"PAR1nothing")
    (failure,) = read_many([tmp_path / "b.parquet"])
    assert isinstance(failure, UnreadableError) and failure.reason.startswith("is no Parquet file")


def test_a_table_is_sent_to_the_other_door(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("day,killed\n", encoding="utf-8")
    with pytest.raises(UnreadableError, match="is a table, not a text; use 'audit table'"):
        read(tmp_path / "a.csv")


def test_a_mail_of_a_header_without_end_is_refused_before_it_is_read(tmp_path: Path) -> None:
    header = b"Content-Type: text/plain; " + b"a=b; " * 3000
    (tmp_path / "a.eml").write_bytes(b"From: a@b.example\r\n" + header + b"\r\n\r\nFive died.\r\n")
    with pytest.raises(UnreadableError, match="has a header of 15,"):
        read(tmp_path / "a.eml")
