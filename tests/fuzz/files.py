"""Small good files of each format, and what chance makes of them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from email.message import EmailMessage
from io import BytesIO
from random import Random

__all__ = ["SENTENCE", "SMALL", "damaged", "pdf"]

SENTENCE = "At least 31 people were killed in Orrin on Monday, the mayor said, of whom 12 were children."


def damaged(content: bytes, chance: Random) -> bytes:
    """The bytes with a few of them changed, cut, doubled or put elsewhere."""
    made = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        at, length = chance.randrange(len(made) + 1), chance.choice((1, 1, 4, 64, 1024))
        piece = made[at : at + length]
        how = chance.randrange(5)
        if how == 0:
            made[at : at + length] = bytes(chance.randrange(256) for _ in piece)
        elif how == 1:
            del made[at : at + length]
        elif how == 2:
            made[at:at] = piece * chance.choice((1, 50))
        elif how == 3:
            made[at:at] = chance.choice((b"\0", b"\xff" * 8, b"9" * 30, b"<" * 50, b"\r\n\r\n", b'"', b"\x1b["))
        else:
            to = chance.randrange(len(made) + 1)
            made[to:to] = piece
    return bytes(made)


def pdf(objects: dict[int, bytes], *, more: bytes = b"") -> bytes:
    """A PDF of these objects, the first of which is its catalogue."""
    parts, places, at = [b"%PDF-1.7\n"], {}, 9
    for number, content in objects.items():
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, content))
        places[number] = at
        at += len(parts[-1])
    size = max(objects) + 1
    rows = (b"%010d 00000 n \n" % places[n] if n in places else b"0000000000 65535 f \n" for n in range(size))
    end = b"trailer\n<< /Size %d /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF" % (size, more, at)
    return b"".join([*parts, b"xref\n0 %d\n" % size, *rows, end])


def stream(content: bytes, words: bytes = b"") -> bytes:
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(content), words, content)


PAGE = {
    1: b"<< /Type /Catalog /Pages 2 0 R >>",
    2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
    4: stream(b"BT /F 12 Tf 40 700 Td (At least 31 people were killed of 90.) Tj ET"),
    5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
}


def docx() -> bytes:
    from docx import Document

    file, out = Document(), BytesIO()
    file.add_paragraph(SENTENCE)
    file.add_table(2, 2).cell(0, 0).text = "31"
    file.save(out)
    return out.getvalue()


def html() -> bytes:
    head = '<meta property="og:title" content="Floods"><script type="application/ld+json">{"@type": "NewsArticle"}</script>'
    return f"<!DOCTYPE html><html><head>{head}</head><body><article><p>{SENTENCE}</p></article></body></html>".encode()


def eml() -> bytes:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["Date"] = (
        "Toll",
        "Desk <desk@herald.example>",
        "Mon, 05 May 2031 10:00:00 +0000",
    )
    mail.set_content(SENTENCE)
    mail.add_attachment(SENTENCE.encode(), maintype="text", subtype="plain", filename="more.txt")
    return mail.as_bytes()


def warc(content: bytes = b"", *, length: bytes | None = None, headers: bytes = b"") -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n%b\r\n%b" % (headers, content or html())
    size = length if length is not None else b"%d" % len(answer)
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://herald.example/a\r\n"
    kind = b"Content-Type: application/http;msgtype=response\r\n"
    return head + kind + b"Content-Length: " + size + b"\r\n\r\n" + answer + b"\r\n\r\n"


def jsonl() -> bytes:
    return b"".join(json.dumps({"text": SENTENCE, "title": f"No. {n}"}).encode() + b"\n" for n in range(4))


def parquet() -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = BytesIO()
    pq.write_table(pa.table({"text": [SENTENCE] * 4}), out)
    return out.getvalue()


SMALL: dict[str, Callable[[], bytes]] = {
    "a.txt": SENTENCE.encode,
    "a.html": html,
    "a.docx": docx,
    "a.pdf": lambda: pdf(PAGE),
    "a.eml": eml,
    "a.warc": warc,
    "a.warc.gz": lambda: gzip.compress(warc()),
    "a.jsonl": jsonl,
    "a.json": lambda: json.dumps([{"text": SENTENCE}]).encode(),
    "a.txt.gz": lambda: gzip.compress(SENTENCE.encode()),
    "a.jsonl.gz": lambda: gzip.compress(jsonl()),
    "a.parquet": parquet,
}
"""A good file of each format, by its name."""
