"""Which files a path means, and which reader each of them needs."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from glob import glob, has_magic
from pathlib import Path
from typing import BinaryIO, TypeAlias

from audit.dates import as_day
from audit.document import Document
from audit.errors import UnreadableError
from audit.read.corpus import read_json, read_jsonl, read_parquet
from audit.read.docx import read_docx
from audit.read.eml import Reader, read_eml
from audit.read.gzipped import BROKEN, broken, inner_name, is_packed, unpacked
from audit.read.html import looks_like_html, read_html
from audit.read.options import MOST_BYTES, Columns, ReadOptions
from audit.read.pdf import read_pdf
from audit.read.pending import Pending
from audit.read.remote import is_remote, open_remote, remote_files
from audit.read.text import read_text
from audit.read.warc import read_warc
from audit.read.web import is_address, read_address

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
) -> Document:
    """The document of one file, of '-' (standard input) or, with `fetch`, of a web address.

    The reader is chosen by suffix and by content. `publisher` and `published` (a date, or one in ISO 8601)
    come before what the file says;
    `columns` names those of a corpus. Raises `UnreadableError` for anything that is not exactly one readable document.
    """
    options = ReadOptions(publisher, as_day(published), encoding, columns or {}, fetch)
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
) -> Iterator[Document | UnreadableError]:
    """The documents of files, folders (with all below, sorted), globs, containers and '-', one after the other.

    '@FILE' is a list of such, one a line; 's3://...' and other addresses of object storage are read by fsspec.

    Streamed in an order that depends on the names only. What cannot be read comes as an `UnreadableError` in its place.
    """
    options = ReadOptions(publisher, as_day(published), encoding, columns or {}, fetch)
    for found in find(sources, options):
        yield found.read() if isinstance(found, Pending) else found


def find(sources: Iterable[str | Path], options: ReadOptions) -> Iterator[Pending | UnreadableError]:
    """What `read_many` reads, in the same order, found but not read: each can be sent to another process."""
    for source in sources:
        where = str(source)
        if where.startswith(_LIST) and not Path(where).exists():
            yield from _listed(where, options)
        else:
            yield from _found(where, options)


def _listed(where: str, options: ReadOptions) -> Iterator[Pending | UnreadableError]:
    """What the lines of a list name; blank lines are passed over."""
    try:
        with Path(where.removeprefix(_LIST)).open(encoding="utf-8") as lines:
            for line in lines:
                if line.strip():
                    yield from _found(line.strip(), options)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        yield UnreadableError(
            where, f"is no list of paths ({reason})", "give a text file with a path or address a line"
        )


def _found(where: str, options: ReadOptions) -> Iterator[Pending | UnreadableError]:
    try:
        if where == _STDIN:
            data = sys.stdin.buffer.read(MOST_BYTES + 1)
            yield Pending(where, partial(_by_content, data, "standard input", where, options))
        elif is_address(where):
            yield Pending(where, partial(read_address, where, options))
        elif is_remote(where):
            for address in remote_files(where):
                name = address.rstrip("/").rpartition("/")[2]
                yield from _find_in(address, name, partial(open_remote, address), options)
        else:
            for path in _files(where):
                yield from _find_in(str(path), path.name, partial(_open, path), options)
    except UnreadableError as error:
        yield error


def _open(path: Path) -> BinaryIO:
    return path.open("rb")


def _files(where: str) -> list[Path]:
    """The files that a path means, sorted. Raises `UnreadableError` if there are none."""
    path = Path(where)
    if path.is_dir():
        found = sorted(_below(path), key=lambda file: file.parts)
        if not found:
            raise UnreadableError(where, "is a folder without texts", "give one with text, HTML, PDF or DOCX files")
        return found
    if path.exists():
        return [path]
    if has_magic(where):
        matched = sorted(glob(where, recursive=True))  # noqa: PTH207 - a pattern may be absolute
        if matched:
            return [file for match in matched for file in (_files(match) if Path(match).is_dir() else [Path(match)])]
        raise UnreadableError(where, "matches no file", "check the pattern")
    reason = "is a link to nothing" if path.is_symlink() else "does not exist"
    raise UnreadableError(where, reason, "check the path")


def _below(folder: Path) -> Iterator[Path]:
    """The files of a folder with a suffix that has a reader; hidden ones and linked folders are left out."""
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith(".") and _suffix(name) in {*_ONE, *_MANY}:
                yield Path(parent, name)


def _suffix(name: str) -> str:
    lower = inner_name(name).lower()
    return lower[lower.rindex(".", 0, -3) :] if lower.endswith((".warc.gz", ".wet.gz")) else Path(lower).suffix


def _find_in(where: str, name: str, opener: _Opener, options: ReadOptions) -> Iterator[Pending | UnreadableError]:
    reader = _MANY.get(_suffix(name))
    if is_packed(name):
        opener = partial(unpacked, opener)
    if reader is None:
        yield Pending(where, partial(_read_one, opener, name, where, options))
        return
    try:
        with opener() as stream:
            if not stream.read(1):
                raise UnreadableError(where, "is empty", "give a file with text in it")
            stream.seek(0)
            yield from reader(stream, name, where, options)
    except UnreadableError as error:
        yield error
    except BROKEN:
        yield broken(where)
    except OSError as error:
        yield UnreadableError(where, f"cannot be opened ({error.strerror or error})", "check that you may read it")


def _read_one(opener: _Opener, name: str, where: str, options: ReadOptions) -> Document:
    suffix = _suffix(name)
    if suffix in _TABLES:
        raise UnreadableError(where, "is a table, not a text", "use 'audit table' for it")
    try:
        with opener() as stream:
            data = stream.read(MOST_BYTES + 1)
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
    return _small(reader, data, name, where, options)


def _small(reader: Reader, data: bytes, name: str, where: str, options: ReadOptions) -> Document:
    if len(data) > MOST_BYTES:
        raise UnreadableError(where, f"is over {MOST_BYTES:,} bytes", "cut it into files of one text each")
    return reader(data, name, where, options)
