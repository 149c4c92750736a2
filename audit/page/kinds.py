"""Which files can be read and written here: in the browser fewer than on a machine, for want of libraries."""

from __future__ import annotations

from collections.abc import Collection
from importlib.util import find_spec
from pathlib import Path

from audit.errors import OptionError, UnreadableError
from audit.strings import strings

__all__ = ["is_table", "need_format", "need_tables", "readable", "tables", "type_of", "writable"]

_TABLES: dict[str, tuple[str, ...]] = {
    ".csv": (),
    ".tsv": (),
    ".json": (),
    ".jsonl": (),
    ".xlsx": ("openpyxl",),
    ".parquet": ("pyarrow",),
}
"""Suffix of each kind of table, and the libraries that read it beside pandas."""
_FORMATS: dict[str, tuple[str, tuple[str, ...]]] = {
    ".pdf": ("application/pdf", ("typst",)),
    ".docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ()),
    ".html": ("text/html", ("jinja2",)),
    ".md": ("text/markdown", ("jinja2",)),
    ".json": ("application/json", ()),
    ".sarif": ("application/sarif+json", ()),
    ".csv": ("text/csv", ()),
    ".xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ("openpyxl",)),
    ".parquet": ("application/vnd.apache.parquet", ("pyarrow", "pandas")),
    ".png": ("image/png", ("typst",)),
    ".svg": ("image/svg+xml", ("typst",)),
}
"""Media type of each format of a report, and the libraries that write it."""
_NONE: frozenset[str] = frozenset()


def readable(later: Collection[str] = _NONE) -> list[str]:
    """Suffixes of the texts that can be read; `later` are libraries that are loaded when they are first wanted."""
    return [".txt", ".md", ".html", ".docx", *([".pdf"] if _there("pypdfium2", later) else []), ".eml"]


def tables(later: Collection[str] = _NONE) -> list[str]:
    """Suffixes of the tables that can be read."""
    return [suffix for suffix, needs in _TABLES.items() if all(_there(name, later) for name in ("pandas", *needs))]


def writable(later: Collection[str] = _NONE) -> tuple[list[str], list[str]]:
    """Formats of a report that can be written here, and those that cannot."""
    from audit.report import FORMATS

    known = [suffix for suffix in _FORMATS if suffix in FORMATS]
    here = [suffix for suffix in known if all(_there(name, later) for name in _FORMATS[suffix][1])]
    return here, [suffix for suffix in known if suffix not in here]


def is_table(name: str) -> bool:
    """Whether a file is one by its name."""
    return Path(name).suffix.lower() in _TABLES


def type_of(suffix: str) -> str:
    """The media type of a format."""
    return _FORMATS[suffix][0]


def need_format(suffix: str) -> None:
    """Raise `OptionError` if no report can be written so here."""
    here, _ = writable()
    if suffix not in here:
        raise OptionError("format", suffix, tuple(here))


def need_tables(name: str) -> None:
    """Raise `UnreadableError` if the table cannot be read here."""
    needs = ("pandas", *_TABLES.get(Path(name).suffix.lower(), ()))
    if not all(_there(library, _NONE) for library in needs):
        words = strings("page")["no_tables"]
        raise UnreadableError(name, words["reason"], words["remedy"])


def _there(library: str, later: Collection[str]) -> bool:
    return library in later or find_spec(library) is not None
