"""Web archives (WARC, WARC.gz, WET): each page that was answered is a document."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, BinaryIO

from audit.errors import UnreadableError
from audit.read.html import read_html
from audit.read.options import MOST_BYTES, ReadOptions
from audit.read.pending import Pending
from audit.read.text import read_text
from audit.read.whole import whole

__all__ = ["read_warc"]

_PAGES = ("text/html", "application/xhtml+xml")


def read_warc(stream: BinaryIO, name: str, origin: str, options: ReadOptions) -> Iterator[Pending | UnreadableError]:
    """Each page in the order of the archive; pages without an article and a broken end are failures in their place."""
    from warcio.archiveiterator import ArchiveIterator

    count = 0
    records = iter(ArchiveIterator(stream))
    while True:
        try:
            record = next(records, None)
            if record is None:
                break
            kind = _type(record)
            length = int(record.rec_headers.get_header("Content-Length") or 0)
            wanted = record.rec_type in ("response", "resource", "conversion")
            if not wanted or (not kind.startswith("text/") and kind not in _PAGES):
                continue
            data = whole(record.content_stream())
            count += 1
            cut = record.raw_stream.limit > 0 if hasattr(record.raw_stream, "limit") else False
        except MemoryError:
            raise
        except Exception as error:  # warcio lets errors of zlib, of its decoders and its own through
            yield UnreadableError(origin, f"is a broken archive after {count} pages ({_said(error)})", "fetch it again")
            return
        where = record.rec_headers.get_header("WARC-Target-URI") or f"{origin}, record {count}"
        if cut:
            yield UnreadableError(where, f"is cut short in {origin} (of {length:,} bytes)", "fetch the archive again")
            return
        if len(data) > MOST_BYTES:
            yield UnreadableError(where, f"is over {MOST_BYTES:,} bytes unpacked", "it is no page that anybody wrote")
            continue
        page = kind in _PAGES
        opener = partial(read_html if page else read_text, data, where, where, options)
        yield Pending(where, opener, len(data), options.limits if page else None)
    if count == 0:
        yield UnreadableError(origin, "is an archive without pages", "give one with answers in HTML or text")


def _said(error: Exception) -> str:
    return " ".join(str(error).split())[:100] or type(error).__name__


def _type(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return (headers.get_header("Content-Type") or "").split(";")[0].strip().lower()
