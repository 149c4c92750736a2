"""Hostile files, made here: bombs, things in themselves, lies about lengths, names that mean something elsewhere."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from io import BytesIO

from tests.fuzz.files import PAGE, SENTENCE, docx, eml, html, pdf, stream, warc

__all__ = ["HOSTILE", "TABLES"]

MEGABYTES = 700
"""What a bomb unpacks to."""


def rezipped(archive: bytes, part: str, change: Callable[[bytes], Iterator[bytes]]) -> bytes:
    """The archive with one part written anew, piece by piece."""
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(archive)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for name in old.namelist():
            with new.open(name, "w", force_zip64=True) as file:
                for piece in change(old.read(name)) if name == part else [old.read(name)]:
                    file.write(piece)
    return out.getvalue()


def filled(before: bytes, filling: bytes, times: int = MEGABYTES) -> Callable[[bytes], Iterator[bytes]]:
    """With megabytes of filling before a mark."""

    def change(content: bytes) -> Iterator[bytes]:
        head, mark, tail = content.partition(before)
        yield head
        for _ in range(times):
            yield filling * (2**20 // len(filling))
        yield mark + tail

    return change


def nested(content: bytes) -> Iterator[bytes]:
    """Tables in tables in tables."""
    head, mark, tail = content.partition(b"<w:body>")
    words = b"<w:p><w:r><w:t>31 killed</w:t></w:r></w:p>"
    yield head + mark + b"<w:tbl><w:tr><w:tc>" * 3000 + words + b"</w:tc></w:tr></w:tbl>" * 3000 + tail


def far_out(content: bytes) -> Iterator[bytes]:
    """A cell where the last row and the last column cross."""
    row = b'<row r="1048576"><c r="XFD1048576" t="n"><v>5</v></c></row>'
    yield content.replace(b"</sheetData>", row + b"</sheetData>")


def declared(name: str, content: str) -> Callable[[bytes], Iterator[bytes]]:
    """With a document type before the content, and its entity in the words."""

    def change(part: bytes) -> Iterator[bytes]:
        head, mark, tail = part.partition(b"?>")
        yield head + mark + content.encode() + tail.replace(b"At least", f"&{name}; At least".encode())

    return change


def laughing(root: str = "r") -> str:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE {root} [<!ENTITY a0 "ha ha ha ha ha">{levels}]>'


def zeros(megabytes: int, before: bytes = b"") -> bytes:
    out = BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=1) as file:
        file.write(before)
        for _ in range(megabytes // 10):
            file.write(b"\0" * 10 * 2**20)
    return out.getvalue()


def forms(count: int, times: int) -> bytes:
    """A page whose forms each draw the next a few times, and the last itself."""
    box = b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X %d 0 R >> /Font << /F 5 0 R >> >>"
    drawn = {
        6 + n: stream(b"/X Do " * times + b"BT /F 9 Tf (31 killed) Tj ET", box % min(7 + n, 5 + count))
        for n in range(count)
    }
    page = PAGE[3].replace(b"/Font", b"/XObject << /X 6 0 R >> /Font")
    return pdf({**PAGE, 3: page, 4: stream(b"BT /F 12 Tf (Of 90, 31 were killed.) Tj ET /X Do"), **drawn})


def flate() -> bytes:
    words = b"BT /F 12 Tf 40 700 Td (At least 31 people were killed of 90.) Tj ET\n"
    return pdf({**PAGE, 4: stream(zlib.compress(words * 2_000_000, 9), b"/Filter /FlateDecode")})


def pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (10 + n) for n in range(count))
    many = {2: b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, count)}
    return pdf({**PAGE, **many, **{10 + n: PAGE[3] for n in range(count)}})


def parts(depth: int) -> bytes:
    head = b"Subject: a\r\nFrom: a@b.example\r\nMIME-Version: 1.0\r\n"
    opened = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n) for n in range(depth))
    closed = b"".join(b"--b%d--\r\n" % n for n in reversed(range(depth)))
    return head + opened + b"Content-Type: text/plain\r\n\r\n" + SENTENCE.encode() + b"\r\n" + closed


def forwarded(depth: int) -> bytes:
    inner = b"Content-Type: message/rfc822\r\n\r\nSubject: a\r\n" * depth
    return b"From: a@b.example\r\nMIME-Version: 1.0\r\n" + inner + b"\r\n" + SENTENCE.encode()


def headed(header: bytes) -> bytes:
    return b"From: a@b.example\r\nMIME-Version: 1.0\r\n" + header + b"\r\n\r\n" + SENTENCE.encode() + b"\r\n"


def attached(name: str, content: bytes | EmailMessage) -> bytes:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "a", "a@b.example"
    mail.set_content(SENTENCE)
    if isinstance(content, EmailMessage):
        mail.add_attachment(content)
        mail.get_payload()[1].replace_header("Content-Disposition", f'attachment; filename="{name}"')  # type: ignore[index, union-attr]
    else:
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


def letter() -> EmailMessage:
    inner = EmailMessage()
    inner["Subject"] = "b"
    inner["Content-Disposition"] = "attachment"
    inner.set_content(SENTENCE)
    return inner


def article(inner: str) -> bytes:
    return f"<html><head></head><body><article>{inner}</article></body></html>".encode()


HEADERS: dict[str, bytes] = {
    "charset of bytes": b"Content-Type: text/plain; charset=hex_codec",
    "charset undefined": b"Content-Type: text/plain; charset=undefined",
    "charset of names": b'Content-Type: text/plain; charset="idna"',
    "charset of bytes that are none": b"Content-Type: text/plain; charset=\xff\xfe",
    "parts without a boundary": b"Content-Type: multipart/mixed",
    "an empty boundary": b"Content-Type: multipart/alternative; boundary=",
    "a part of another": b"Content-Type: message/partial; id=x; number=1; total=2",
    "a file of the reader's": b'Content-Type: message/external-body; access-type=local-file; name="/etc/hostname"',
    "a letter in base64": b"Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64",
    "no base64": b"Content-Type: text/plain\r\nContent-Transfer-Encoding: base64",
    "a date that is a number": b"Date: 99999999999\r\nContent-Type: text/plain",
    "a date that is none": b"Date: Mon, 99 Foo 99999 99:99:99 +9999\r\nContent-Type: text/plain",
    "a subject that is cut": b"Subject: " + b"=?utf-8?q?" * 2000,
    "a sender in brackets": b"From: " + b"<" * 10_000,
    "a sender in comments": b"From: " + b"(" * 10_000,
    "parameters": b"Content-Type: text/plain; " + b"a=b; " * 10_000,
}
LENGTHS = {"under zero": b"-5", "beyond all": b"9" * 20, "no number": b"abc", "none": b"", "too long": b"100000"}
LETTERS = {f"mail {name}.eml": (lambda header=header: headed(header)) for name, header in HEADERS.items()}
ARCHIVES = {f"length {name}.warc": (lambda size=size: warc(length=size) + warc()) for name, size in LENGTHS.items()}
HOSTILE: dict[str, Callable[[], bytes]] = {
    "white space.docx": lambda: rezipped(docx(), "word/document.xml", filled(b"<w:p>", b" ")),
    "paragraphs.docx": lambda: rezipped(docx(), "word/document.xml", filled(b"<w:p>", b"<w:p/>", 150)),
    "laughing.docx": lambda: rezipped(docx(), "word/document.xml", declared("a9", laughing())),
    "a file of the reader's.docx": lambda: rezipped(
        docx(), "word/document.xml", declared("x", '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]>')
    ),
    "tables in tables.docx": lambda: rezipped(docx(), "word/document.xml", nested),
    "cut.docx": lambda: docx()[:-200],
    "forms in themselves.pdf": lambda: forms(1, 2),
    "forms doubled.pdf": lambda: forms(24, 3),
    "packed.pdf": flate,
    "pages in themselves.pdf": lambda: pdf({**PAGE, 2: b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 999999 >>"}),
    "pages that are not.pdf": lambda: pdf({**PAGE, 2: b"<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>"}),
    "many pages.pdf": lambda: pages(60_000),
    "lists in lists.pdf": lambda: pdf({**PAGE, 1: PAGE[1][:-2] + b"/X " + b"[" * 50_000 + b"]" * 50_000 + b">>"}),
    "locked.pdf": lambda: pdf(
        {**PAGE, 6: b"<< /Filter /Standard /V 1 /R 2 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> /P -4 >>"},
        more=b"/Encrypt 6 0 R /ID [<00><00>]",
    ),
    "no more than a head.pdf": lambda: b"%PDF-1.4",
    "zeros.txt.gz": lambda: zeros(MEGABYTES),
    "zeros.html.gz": lambda: zeros(MEGABYTES),
    "zeros.eml.gz": lambda: zeros(MEGABYTES),
    "zeros.warc.gz": lambda: zeros(MEGABYTES),
    "one line.jsonl.gz": lambda: zeros(MEGABYTES, b'{"text": "'),
    "cut.txt.gz": lambda: gzip.compress(SENTENCE.encode() * 50)[:-12],
    "not packed.txt.gz": lambda: SENTENCE.encode(),
    "parts in parts.eml": lambda: parts(200),
    "parts without end.eml": lambda: parts(4000),
    "forwarded.eml": lambda: forwarded(2500),
    "a bomb.eml": lambda: attached("a.docx", HOSTILE["white space.docx"]()),
    "a letter as a text.eml": lambda: attached("a.txt", letter()),
    "a path as a name.eml": lambda: attached("../../../up.txt", SENTENCE.encode()),
    **LETTERS,
    **ARCHIVES,
    "packed in the answer.warc": lambda: warc(zeros(MEGABYTES), headers=b"Content-Encoding: gzip\r\n"),
    "a long header.warc": lambda: b"WARC/1.0\r\nX: " + b"a" * 30_000_000,
    "pieces.warc": lambda: warc(b"FFFFFFFFFF\r\n" + html(), headers=b"Transfer-Encoding: chunked\r\n"),
    "deep.html": lambda: article("<div>" * 50_000 + f"<p>{SENTENCE}</p>"),
    "attributes.html": lambda: article("<p " + " ".join(f'a{n}="b"' for n in range(150_000)) + f">{SENTENCE}</p>"),
    "meta.html": lambda: html().replace(b"<head>", b"<head>" + (b"<meta " + b"a" * 1990 + b">") * 1000),
    "meta without end.html": lambda: html().replace(b"<head>", b"<head>" + b"<meta " * 100_000),
    "comments.html": lambda: b"<!--" * 300_000 + html(),
    "brackets.html": lambda: b"<html><body>" + b"<" * 1_000_000,
    "laughing.html": lambda: laughing("html").encode() + article(f"<p>&a9; {SENTENCE}</p>"),
    "lists in a script.html": lambda: html().replace(b'{"@type": "NewsArticle"}', b"[" * 150_000),
    "deep.jsonl": lambda: b"[" * 100_000 + b"\n" + b'{"a":' * 50_000 + b'\n{"text": "Six died."}\n{"text": 5}\nNaN\n',
    "deep.json": lambda: b"[" * 200_000,
    "long numbers.json": lambda: b'{"text": "Six died.", "n": ' + b"9" * 50_000 + b"}",
    "halves.json": lambda: b'{"text": "\\ud83d 5 of 10 died, or 30%.", "title": "\\udfff"}',
    "a day that is none.jsonl": lambda: b'{"text": "Six died.", "published": 99999999999999999999}\n',
    "cut.eml": lambda: eml()[:60],
}
"""A hostile file by its name."""


def xlsx() -> bytes:
    from openpyxl import Workbook

    book, out = Workbook(), BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in [("date", "killed"), *((f"2031-05-{n:02}", n) for n in range(1, 12))]:
        sheet.append(row)
    book.save(out)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
ROWS = b'<row><c t="n"><v>5</v></c><c t="n"><v>5</v></c></row>'
TABLES: dict[str, Callable[[], bytes]] = {
    "white space.xlsx": lambda: rezipped(xlsx(), SHEET, filled(b"</sheetData>", b" ")),
    "rows.xlsx": lambda: rezipped(xlsx(), SHEET, filled(b"</sheetData>", ROWS, 120)),
    "a cell far out.xlsx": lambda: rezipped(xlsx(), SHEET, far_out),
    "cut.xlsx": lambda: xlsx()[:-300],
    "laughing.xlsx": lambda: rezipped(xlsx(), SHEET, declared("a9", laughing())),
    "no table.csv": lambda: b"\0" * 10_000,
    "ragged.csv": lambda: b"a,b\n1,2\n" + b",".join([b"5"] * 50_000) + b"\n",
    "one long cell.csv": lambda: b'a,b\n"' + b"5 " * 200_000 + b'",2\n3,4\n',
    "deep.json": lambda: b"[" * 200_000,
}
"""The same for tables."""
