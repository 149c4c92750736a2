"""Which files a path means, and which reader each of them needs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, TypeAlias

from audit.errors import UnreadableError, failure
from audit.files import open_regular
from audit.read.apart import apart, apart_each
from audit.read.corpus import read_json, read_jsonl, read_parquet
from audit.read.docx import read_docx
from audit.read.eml import Reader, read_eml
from audit.read.folders import files_of
from audit.read.gzipped import BROKEN, broken, inner_name, is_packed, unpacked
from audit.read.html import looks_like_html, read_html
from audit.read.options import MOST_BYTES, Columns, Limits, ReadOptions
from audit.read.pdf import read_pdf
from audit.read.pending import Pending
from audit.read.remote import is_remote, open_remote, remote_files
from audit.read.text import read_text
from audit.read.warc import read_warc
from audit.read.web import is_address, read_address
from audit.read.whole import whole
from audit.text.dates import as_day
from audit.text.document import Document

__all__ = ["find", "read", "read_many"]

_Many: TypeAlias = Callable[[BinaryIO, str, str, ReadOptions], Iterator[Pending | UnreadableError]]
_Opener: TypeAlias = Callable[[], BinaryIO]

_ONE: dict[str, Reader] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".pdf": read_pdf,
    ".docx": read_docx,
}
_MANY: dict[str, _Many] = {
    ".eml": partial(read_eml, readers=_ONE),
    ".warc": read_warc,
    ".warc.gz": read_warc,
    ".wet": read_warc,
    ".wet.gz": read_warc,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".json": read_json,
    ".parquet": read_parquet,
}
_HERE: tuple[object, ...] = (read_text, read_jsonl, read_json)
"""Readers that need no process of their own: nothing in such a file is larger than it looks."""
_TABLES = (".csv", ".tsv", ".xlsx", ".xls")
_STDIN = "-"
_LIST = "@"


def read(
    source: str | Path,
    *,
    publisher: str | None = None,
    published: date | str | None = None,
    encoding: str | None = None,
    columns: Columns | None = None,
    fetch: bool = False,
    limits: Limits = Limits(),  # noqa: B008  (frozen)
    language: str | None = None,
) -> Document:
    """The document of one file, of '-' (standard input) or, with `fetch`, of a web address.

    The reader is chosen by suffix and by content. `publisher` and `published` (a date, or one in ISO 8601)
    come before what the file says;
    `columns` names those of a corpus. Raises `UnreadableError` for anything that is not exactly one readable document.
    """
    options = ReadOptions(
        publisher, as_day(published), encoding, columns or {}, fetch, limits=limits, language=language
    )
    found = find([source], options)
    first = next(found, None)
    if first is None:
        raise UnreadableError(str(source), "holds no document", "give a file with a text in it")
    document = first.read() if isinstance(first, Pending) else first
    if isinstance(document, UnreadableError):
        raise document
    if next(found, None) is not None:
        raise UnreadableError(str(source), "holds more than one document", "use read_many")
    return document


def read_many(
    sources: Iterable[str | Path],
    *,
    publisher: str | None = None,
    published: date | str | None = None,
    encoding: str | None = None,
    columns: Columns | None = None,
    fetch: bool = False,
    follow_links: bool = False,
    limits: Limits = Limits(),  # noqa: B008  (frozen)
    language: str | None = None,
) -> Iterator[Document | UnreadableError]:
    """The documents of files, folders (with all below, sorted), globs, containers and '-', one after the other.

    '@FILE' is a list of such, one a line; 's3://...' and other addresses of object storage are read by fsspec, if `fetch`
    allows it. Links that lead out of a folder are followed with `follow_links` only. What is more than a text is read in a
    process apart, within `limits`.

    Streamed in an order that depends on the names only. What cannot be read comes as an `UnreadableError` in its place,
    whatever was raised.
    """
    options = ReadOptions(publisher, as_day(published), encoding, columns or {}, fetch, follow_links, limits, language)
    for found in find(sources, options):
        yield found.read() if isinstance(found, Pending) else found


def find(sources: Iterable[str | Path], options: ReadOptions) -> Iterator[Pending | UnreadableError]:
    """What `read_many` reads, in the same order, found but not read: each can be sent to another process."""
    for source in sources:
        where = str(source)
        try:
            listed = where.startswith(_LIST) and not Path(where).exists()
        except (OSError, ValueError):  # too long for a name
            listed = False
        yield from _listed(where, options) if listed else _found(where, options)


def _listed(where: str, options: ReadOptions) -> Iterator[Pending | UnreadableError]:
    """What the lines of a list name; blank lines are passed over."""
    try:
        with TextIOWrapper(open_regular(Path(where.removeprefix(_LIST))), encoding="utf-8") as lines:
            for line in lines:
                if line.strip():
                    yield from _found(line.strip(), options)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        yield UnreadableError(
            where, f"is no list of paths ({reason})", "give a text file with a path or address a line"
        )


def _found(where: str, options: ReadOptions) -> Iterator[Pending | UnreadableError]:
    """What one path or address means; an error in finding that out is a failure in its place."""
    try:
        yield from _meant(where, options)
    except Exception as error:
        yield failure(where, error)


def _meant(where: str, options: ReadOptions) -> Iterator[Pending | UnreadableError]:
    if not where:
        raise UnreadableError("''", "is no path", "give the name of a file, or - for standard input")
    if where == _STDIN:
        data = whole(sys.stdin.buffer)
        yield Pending(where, partial(_by_content, data, "standard input", where, options))
    elif is_address(where):
        yield Pending(where, partial(read_address, where, options), limits=options.limits)
    elif is_remote(where):
        for address in remote_files(where, fetch=options.fetch):
            name = address.rstrip("/").rpartition("/")[2]
            yield from _find_in(address, name, partial(open_remote, address), options)
    else:
        for path in files_of(where, _wanted, follow_links=options.follow_links):
            if isinstance(path, UnreadableError):
                yield path
            else:
                yield from _find_in(str(path), path.name, partial(open_regular, path), options)


def _wanted(name: str) -> bool:
    """Whether a file of a folder has a suffix that has a reader."""
    return _suffix(name) in {*_ONE, *_MANY}


def _suffix(name: str) -> str:
    lower = inner_name(name).lower()
    return lower[lower.rindex(".", 0, -3) :] if lower.endswith((".warc.gz", ".wet.gz")) else Path(lower).suffix


def _find_in(where: str, name: str, opener: _Opener, options: ReadOptions) -> Iterator[Pending | UnreadableError]:
    suffix = _suffix(name)
    reader = _MANY.get(suffix)
    safe = (reader or _ONE.get(suffix, read_text)) in _HERE and not is_packed(name)
    if is_packed(name):
        opener = partial(unpacked, opener)
    if reader is None:
        limits = None if safe else options.limits
        yield Pending(where, partial(_read_one, opener, name, where, options), limits=limits)
    elif safe:
        yield from _contents(reader, opener, name, where, options)
    else:
        contents = partial(_contents, reader, opener, name, where, options)
        yield from apart_each(contents, where, options.limits)


def _contents(
    reader: _Many, opener: _Opener, name: str, where: str, options: ReadOptions
) -> Iterator[Pending | UnreadableError]:
    """What a container holds; after the first damage nothing more."""
    try:
        with opener() as stream:
            if not stream.read(1):
                raise UnreadableError(where, "is empty", "give a file with text in it")
            stream.seek(0)
            yield from reader(stream, name, where, options)
    except BROKEN:
        yield broken(where)
    except MemoryError:
        yield options.limits.too_large(where)
    except Exception as error:
        yield failure(where, error)


def _read_one(opener: _Opener, name: str, where: str, options: ReadOptions) -> Document:
    suffix = _suffix(name)
    if suffix in _TABLES:
        raise UnreadableError(where, "is a table, not a text", "use 'audit table' for it")
    try:
        with opener() as stream:
            data = whole(stream)
    except BROKEN:
        raise broken(where) from None
    if not data:
        raise UnreadableError(where, "is empty", "give a file with text in it")
    reader = _ONE.get(suffix)
    if reader is None or reader is read_text:
        return _by_content(data, name, where, options)
    return _small(reader, data, name, where, options)


def _by_content(data: bytes, name: str, where: str, options: ReadOptions) -> Document:
    """A file whose suffix says nothing, or 'text' when it may be a saved page."""
    if data.startswith(b"%PDF"):
        reader: Reader = read_pdf
    elif data.startswith(b"PK\x03\x04") and b"word/" in data:
        reader = read_docx
    else:
        reader = read_html if looks_like_html(data[:4096]) else read_text
    task = partial(_small, reader, data, name, where, options)
    return task() if reader is read_text else apart(task, where, options.limits)


def _small(reader: Reader, data: bytes, name: str, where: str, options: ReadOptions) -> Document:
    if len(data) > MOST_BYTES:
        raise UnreadableError(where, f"is over {MOST_BYTES:,} bytes", "cut it into files of one text each")
    return reader(data, name, where, options)
