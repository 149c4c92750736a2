"""More hostile files, small ones: what nobody made on purpose, and what somebody did, under names that a reader trusts."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from email.message import EmailMessage

from tests.fuzz.files import PAGE, SENTENCE, docx, eml, html, jsonl, parquet, pdf, stream, warc

__all__ = ["ODD", "ODD_TABLES"]

BODY = SENTENCE.encode()


def page(head: str = "", body: str = SENTENCE) -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body><article><p>{body}</p></article></body></html>".encode()


def many(count: int) -> bytes:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "a", "a@b.example"
    mail.set_content(SENTENCE)
    for number in range(count):
        mail.add_attachment(BODY, maintype="text", subtype="plain", filename=f"{number}.txt")
    return mail.as_bytes()


def rows(*values: object) -> bytes:
    return b"".join(json.dumps(value).encode() + b"\n" for value in values)


TEXTS: dict[str, Callable[[], bytes]] = {
    "nothing.txt": lambda: b"",
    "a mark alone.txt": lambda: b"\xef\xbb\xbf",
    "spaces.txt": lambda: b" " * 3_000_000,
    "lines.txt": lambda: b"\n" * 300_000,
    "returns.txt": lambda: BODY.replace(b" ", b"\r"),
    "two bytes each.txt": lambda: SENTENCE.encode("utf-16"),
    "two bytes each, unmarked.txt": lambda: SENTENCE.encode("utf-16-le"),
    "four bytes each.txt": lambda: SENTENCE.encode("utf-32"),
    "half a mark.txt": lambda: b"\xff\xfe" + BODY,
    "halves.txt": lambda: (SENTENCE + "\ud800 5 \udfff").encode("utf-8", "surrogatepass"),
    "too long bytes.txt": lambda: b"At least \xc0\xb1\xc0\xb2 were killed.",
    "another encoding.txt": lambda: "Au moins 31 tués à Orrin, a dit le maire.".encode("latin-1"),
    "two encodings.txt": lambda: "31 tués. ".encode() + "31 tués.".encode("cp1252"),
    "noughts.txt": lambda: b"\0" * 100_000 + BODY,
    "controls.txt": lambda: bytes(range(32)) * 2000 + BODY,
    "what a terminal obeys.txt": lambda: b"\x1b]0;P\x07\x1b[2J\x9b31m" + BODY,
    "backwards.txt": lambda: ("\u202e" + SENTENCE).encode(),
    "marks on marks.txt": lambda: ("3" + "\u0301" * 100_000 + " were killed").encode(),
    "private.txt": lambda: "".join(map(chr, range(0xE000, 0xF8FF))).encode() + BODY,
    "joined faces.txt": lambda: ("\U0001f468\u200d" * 50_000 + SENTENCE).encode(),
    "one word.txt": lambda: b"a" * 5_000_000,
    "one number.txt": lambda: b"9" * 3_000_000,
    "numbers.txt": lambda: b"5 " * 8_000,
    "a rate of rates.txt": lambda: b"5 per day per " * 3_000,
    "brackets.txt": lambda: b"(" * 200_000 + BODY + b")" * 200_000,
    "quotes.txt": lambda: b'"' * 200_000 + BODY,
    "commas.txt": lambda: b"1," * 30_000,
    "stops.txt": lambda: b"5." * 10_000,
    "a picture.txt": lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 400,
    "a program.txt": lambda: b"\x7fELF" + bytes(range(256)) * 400,
    "an archive.txt": lambda: docx(),
    "a letter.pdf": docx,
    "a print.docx": lambda: pdf(PAGE),
    "a page.eml": html,
    "a mail.html": eml,
    "a text.warc": lambda: BODY,
    "a text.parquet": lambda: BODY,
    "cut.parquet": lambda: parquet()[:-20],
    "packed twice.txt.gz": lambda: gzip.compress(gzip.compress(BODY)),
    "in pieces.txt.gz": lambda: gzip.compress(BODY) * 300,
    "a tail.txt.gz": lambda: gzip.compress(BODY) + b"tail" * 100,
    "a path.txt.gz": lambda: b"\x1f\x8b\x08\x08\0\0\0\0\0\x03../../up\0" + gzip.compress(BODY)[10:],
    "no letters.pdf": lambda: pdf({**PAGE, 4: stream(b"0 0 600 800 re f")}),
    "a script.pdf": lambda: pdf({**PAGE, 1: PAGE[1][:-2] + b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>"}),
    "wrong types.jsonl": lambda: rows({"text": 5}, {"text": None}, {"text": ["a"]}, {"text": {}}, [1], 5, None, {}),
    "numbers beyond all.jsonl": lambda: b'{"text": "5 killed", "n": 1e999999}\n{"text": "5 killed", "n": NaN}\n',
    "keys twice.jsonl": lambda: b'{"text": "5 killed", "text": "6 killed"}\n' * 100,
    "wrong days.jsonl": lambda: rows(
        {"text": SENTENCE, "published": "yesterday"}, {"text": SENTENCE, "published": 5e30}
    ),
    "long names.jsonl": lambda: rows({"text": SENTENCE, "name": "n" * 100_000, "title": "\x1b[2J" * 1000}),
    "one row a million times.jsonl": lambda: b'{"text": ""}\n' * 300_000,
    "cut.jsonl": lambda: jsonl()[:-30],
    "a page of a page.html": lambda: page(body="<iframe src='file:///etc/hostname'></iframe>" + SENTENCE),
    "goes elsewhere.html": lambda: page('<meta http-equiv="refresh" content="0;url=file:///etc/hostname">'),
    "a base.html": lambda: page('<base href="http://169.254.169.254/">'),
    "seven bits.html": lambda: page('<meta charset="utf-7">', "+ADw-script+AD4-" + SENTENCE),
    "an unknown charset.html": lambda: page('<meta charset="no-such">'),
    "a picture in words.html": lambda: page(body=f"<img src='data:image/png;base64,{'A' * 3_000_000}'>{SENTENCE}"),
    "a drawing.html": lambda: page(body=f"<svg>{'<g>' * 5000}{SENTENCE}{'</g>' * 5000}</svg>"),
    "scripts.html": lambda: page("<script>" + "while(1);" * 50_000 + "</script>"),
    "no end.html": lambda: page()[:-40] + b"<" * 100_000,
    "noughts.html": lambda: page(body="\0" * 10_000 + SENTENCE),
    "many letters.eml": lambda: many(2000),
    "no words.eml": lambda: b"Subject: a\r\n\r\n",
    "headers alone.eml": lambda: b"X: y\r\n" * 100_000,
    "a folded header.eml": lambda: b"Subject: a" + b"\r\n a" * 50_000 + b"\r\n\r\n" + BODY,
    "requests.warc": lambda: warc().replace(b"WARC-Type: response", b"WARC-Type: request"),
    "no answer.warc": lambda: warc().replace(b"HTTP/1.1 200 OK", b"HTTP/9.9 xyz"),
}
ODD = TEXTS
ODD_TABLES: dict[str, Callable[[], bytes]] = {
    "nothing.csv": lambda: b"",
    "a head alone.csv": lambda: b"date,killed\n",
    "wide.csv": lambda: b",".join(b"c%d" % n for n in range(20_000)) + b"\n" + b",".join([b"5"] * 20_000) + b"\n",
    "one name.csv": lambda: b"killed,killed,killed\n1,2,3\n4,5,6\n7,8,9\n",
    "an open quote.csv": lambda: b'date,killed\n2031-05-01,"5\n' + b"2031-05-02,6\n" * 20_000,
    "formulas.csv": lambda: b"date,killed\n2031-05-01,=1+1\n2031-05-02,@SUM(1)\n2031-05-03,-2+3\n",
    "numbers beyond all.csv": lambda: b"date,killed\n2031-05-01,1e999\n2031-05-02,-1e999\n2031-05-03,nan\n",
    "no days.csv": lambda: b"date,killed\n99999-99-99,5\n0000-00-00,6\n,7\n",
}
