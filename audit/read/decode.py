"""Bytes to text: UTF-8, UTF-16 with its mark, or the encoding that the user names. Nothing is guessed."""

from __future__ import annotations

import codecs

from audit.errors import UnreadableError
from audit.read.options import LONGEST_LINE

__all__ = ["decode", "require_text"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x1f\x8b", "a gzip archive (unpack it first)"),
    (b"BZh", "a bzip2 archive"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"SQLite format 3", "an SQLite database"),
    (b"%PDF", "a PDF"),
)
_ENCODINGS = "save it as UTF-8, or name its encoding with --encoding"
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\b\x1b")) + b"\x7f"
_FORMATS = "give text, HTML, PDF, DOCX, EML, WARC, JSONL or Parquet"


def decode(data: bytes, where: str, encoding: str | None = None) -> str:
    """The text of the bytes, without a byte order mark. Raises `UnreadableError` with the offset of the first wrong byte."""
    mark, name = next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", encoding or "utf-8"))
    if not mark and encoding is None:
        _refuse_binary(data, where)
    try:
        return data[len(mark) :].decode(name)
    except UnicodeDecodeError as error:
        if not 0 <= error.start < len(data):
            raise UnreadableError(where, f"is not {name.upper()}", _ENCODINGS) from None
        at = error.start + len(mark)
        reason = f"is not {name.upper()} (byte 0x{data[at]:02x} at offset {at})"
        raise UnreadableError(where, reason, _ENCODINGS) from None
    except UnicodeError:  # an encoding that is none of texts ('undefined', 'idna')
        raise UnreadableError(where, f"is not {name.upper()}", _ENCODINGS) from None
    except (LookupError, ValueError):
        raise UnreadableError(where, f"there is no encoding {name!r}", "name one such as cp1252") from None


def require_text(text: str, where: str) -> str:
    """The text itself. Raises `UnreadableError` if it is blank or has a line over `LONGEST_LINE`."""
    if not text or text.isspace():
        raise UnreadableError(where, "is empty", "give a file with text in it")
    if len(text) > LONGEST_LINE:
        at = 0
        while at < len(text):
            stop = text.find("\n", at)
            stop = len(text) if stop < 0 else stop
            if stop - at > LONGEST_LINE:
                reason = f"has a line of {stop - at:,} characters, over the limit of {LONGEST_LINE:,}"
                raise UnreadableError(where, reason, "break it into paragraphs")
            at = stop + 1
    return text


def _refuse_binary(data: bytes, where: str) -> None:
    head = data[:8192]
    kind = next((name for magic, name in _MAGIC if head.startswith(magic)), None)
    if kind is None and (b"\0" in head or len(head.translate(None, _CONTROLS)) < 0.9 * len(head)):
        kind = "a binary file"
    if kind is not None:
        raise UnreadableError(where, f"is {kind}, not text", _FORMATS)
