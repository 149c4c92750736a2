"""Text files: encodings, the dated first line, the dateline, and everything that cannot be read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from audit.errors import UnreadableError
from audit.read import read, read_many
from audit.read.metadata import parse_date
from audit.read.options import LONGEST_LINE
from audit.text.document import Document


def made(folder: Path, content: str | bytes, name: str = "story.txt") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        (" date 2021-05-03 On Monday, four houses burned.", date(2021, 5, 3)),
        ("Published: 3 May 2021\nFour houses burned.", date(2021, 5, 3)),
        ("May 3, 2021\n\nFour houses burned.", date(2021, 5, 3)),
        ("Monday, 3 May 2021 - Four houses burned.", date(2021, 5, 3)),
        ("2021-05-03: four houses burned.", date(2021, 5, 3)),
        ("Updated on Monday, four houses burned.", None),
        ("3 May 2021 was the day on which four houses burned.", None),
        ("Four houses burned on 3 May 2021.", None),
        ("date 2021-02-30 Four houses burned.", None),
        ("date 03/05/2021 Four houses burned.", None),
    ],
)
def test_first_line_gives_the_date_and_stays(tmp_path: Path, first: str, expected: date | None) -> None:
    document = read(made(tmp_path, first))
    assert document.published == expected
    assert document.text == first


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("PORTVILLE, May 3, 2021 (Coastwire) -- Four houses burned.", date(2021, 5, 3)),
        ("Four houses burn\n\nBy Ann Moss\nPORTVILLE, 3 May 2021 (Coastwire) — Four houses burned.", date(2021, 5, 3)),
        ("Four houses burn\n\nPortville, Orrin, Monday, 3 May 2021 – Four houses burned.", date(2021, 5, 3)),
        ("PORTVILLE (Coastwire), May 3, 2021 - Four houses burned.", date(2021, 5, 3)),
        ("Four houses burn\nBy Ann Moss\n3 May 2021\n\nFour houses burned.", date(2021, 5, 3)),
        ("Four houses burn\n\nPublished: 3 May 2021, 09:30 GMT\n\nFour houses burned.", date(2021, 5, 3)),
        ("Four houses burn\nMay 3, 2021 at 9.30am\nFour houses burned.", date(2021, 5, 3)),
        ("How it went\n\n3 May 2021\nFour houses burn.\n\n5 May 2021\nTwo more burn.", None),
        ("How it went\n\n3 May 2021: four houses burn.", None),
        ("Four houses burned. On Monday, 3 May 2021 - a holiday - it rained.", None),
        ("Four houses burned on\n3 May 2021 in Portville.", None),
        ("The mayor wrote on Monday, 3 May 2021 -- Four houses burned.", None),
        ("PORTVILLE, May 3 (Coastwire) -- Four houses burned.", None),
        ("\n".join(f"Point {word}." for word in "abcdefgh") + "\n3 May 2021\n", None),
    ],
)
def test_the_head_of_a_text_gives_the_date(tmp_path: Path, head: str, expected: date | None) -> None:
    document = read(made(tmp_path, head))
    assert document.published == expected
    assert any("head of the text" in note for note in document.notes) is (expected is not None)


def test_name_of_the_file_gives_the_date_and_says_so(tmp_path: Path) -> None:
    document = read(made(tmp_path, "Four houses burned.", "herald-2021-05-03.txt"))
    assert document.published == date(2021, 5, 3)
    assert document.notes == ("The date 2021-05-03 was taken from the name of the file.",)
    assert read(made(tmp_path, "Four houses.", "from-2021-05-03-to-2021-05-09.txt")).published is None


def test_dateline_gives_the_agency(tmp_path: Path) -> None:
    document = read(made(tmp_path, "A caption.\n\nPORTVILLE, May 3 (Coastwire) -- Four houses burned.\n"))
    assert document.publisher == "Coastwire"
    assert read(made(tmp_path, "The town (Portville) - burned.")).publisher is None
    assert read(made(tmp_path, "Four houses burned (again) in May.")).publisher is None


def test_the_user_comes_first(tmp_path: Path) -> None:
    path = made(tmp_path, "date 2021-05-03 PORTVILLE (Coastwire) -- Four houses burned.")
    document = read(path, publisher="Herald", published=date(2021, 5, 4))
    assert (document.publisher, document.published) == ("Herald", date(2021, 5, 4))
    assert (document.name, document.origin) == ("story.txt", str(path))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_encodings(tmp_path: Path, encoding: str) -> None:
    assert read(made(tmp_path, "Zwölf Häuser\r\nbrannten.".encode(encoding))).text == "Zwölf Häuser\r\nbrannten."


def test_an_encoding_is_named_not_guessed(tmp_path: Path) -> None:
    path = made(tmp_path, "Zwölf Häuser brannten.".encode("cp1252"))
    with pytest.raises(UnreadableError, match=r"is not UTF-8 \(byte 0xf6 at offset 2\)"):
        read(path)
    assert read(path, encoding="cp1252").text == "Zwölf Häuser brannten."
    with pytest.raises(UnreadableError, match="there is no encoding 'cp9999'"):
        read(path, encoding="cp9999")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\x89PNG\r\n\x1a\n", "is a PNG picture"),
        (bytes(range(256)) * 8, "is a binary file"),
        (b"a" * (LONGEST_LINE + 1), "has a line of 10,000,001 characters, over the limit of 10,000,000"),
        ("Häuser".encode("latin-1"), "is not UTF-8"),
    ],
)
def test_unreadable(tmp_path: Path, content: bytes, reason: str) -> None:
    path = made(tmp_path, content)
    with pytest.raises(UnreadableError) as caught:
        read(path)
    assert str(caught.value).startswith(f"{path}: {reason}")
    assert "\n" not in str(caught.value)
    assert caught.value.remedy


def test_one_bad_input_does_not_stop_the_rest(tmp_path: Path) -> None:
    made(tmp_path, "", "a.txt")
    made(tmp_path, "Four houses burned.", "b.txt")
    (tmp_path / "empty").mkdir()
    sources = [tmp_path / "none.txt", tmp_path, tmp_path / "empty", tmp_path / "*.doc", "https://example.invalid/a"]
    found = list(read_many(sources))
    assert [type(one) for one in found] == [UnreadableError, UnreadableError, Document, *[UnreadableError] * 3]
    reasons = [one.reason for one in found if isinstance(one, UnreadableError)]
    assert reasons == ["does not exist", "is empty", "is a folder without texts", "matches no file", "is a web address"]


def test_folders_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a/9.txt", "c.txt", ".hidden.txt", ".git/x.txt", "b/picture.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        made(tmp_path, "Four houses burned.", name)
    names = [
        Path(one.origin or "").relative_to(tmp_path).as_posix()
        for one in read_many([tmp_path])
        if isinstance(one, Document)
    ]
    assert names == ["a/9.txt", "b/2.txt", "c.txt"]
    assert [one.name for one in read_many([tmp_path / "*" / "*.txt"]) if isinstance(one, Document)] == [
        "9.txt",
        "2.txt",
    ]


def test_standard_input(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with made(tmp_path, "date 2021-05-03 Four houses burned.").open() as stream:
        monkeypatch.setattr("sys.stdin", stream)
        document = read("-")
    assert (document.name, document.published) == ("standard input", date(2021, 5, 3))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2021-05-03T22:15:00Z", date(2021, 5, 3)),
        ("2021-05-03 22:15", date(2021, 5, 3)),
        ("Mon, 3 May 2021 22:15:00 +0200", date(2021, 5, 3)),
        ("Sept. 3, 2021", date(2021, 9, 3)),
        (date(2021, 5, 3), date(2021, 5, 3)),
        ("03/05/2021", None),
        ("yesterday", None),
        (None, None),
    ],
)
def test_parse_date(value: object, expected: date | None) -> None:
    assert parse_date(value) == expected
