"""The one interface of the page: a method and what it is asked, as plain data; the answer is plain data too.

`start`, `example`, `open`, `check`, `report`, `decided`. Bytes travel as base64. What goes wrong for a reason that a reader
can mend is an answer with `error`; a table or a format that needs a library which is not there is one of these.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from audit import __version__
from audit.decisions import Decision, apply, as_bytes, of_bytes, read_rows, to_rows
from audit.errors import AuditError, OptionError, UnreadableError
from audit.figures.rounding import Policy
from audit.page.plain import plain_readers
from audit.page.view import view
from audit.pipeline import check_many, policy_named
from audit.result import Audit
from audit.standards import standard
from audit.strings import strings
from audit.text.dates import as_day
from audit.text.document import Document
from audit.text.language import choices, code_of
from audit.vocabulary import kept

__all__ = ["MOST_CHARACTERS", "call"]

Data = dict[str, Any]
MOST_CHARACTERS = 2_000_000
"""Of a text in the page; more is for `audit check`."""
MOST_TABLE = 8_000_000
"""Characters of base64 of a table whose cells are shown; of a larger one the findings are."""
_TABLES = {".csv": (), ".tsv": (), ".json": (), ".jsonl": (), ".xlsx": ("openpyxl",), ".parquet": ("pyarrow",)}
"""Suffix of each kind of table, and the libraries that read it beside pandas."""
_FORMATS: dict[str, tuple[str, tuple[str, ...]]] = {
    ".pdf": ("application/pdf", ("typst",)),
    ".docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ("docx",)),
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
"""Media type of each format, and the libraries that write it."""


def call(method: str, request: Mapping[str, Any]) -> Data:
    """The answer to a request; every error that was made on purpose is one of the answers."""
    try:
        known = _METHODS.get(method)
        if known is None:
            raise OptionError("method", method, tuple(_METHODS))
        return known({key: value for key, value in request.items() if key != "origin"})
    except UnreadableError as error:
        return {"error": {"what": error.where, "reason": error.reason, "remedy": error.remedy, "line": str(error)}}
    except AuditError as error:
        return {"error": {"what": "", "reason": str(error), "remedy": "", "line": str(error)}}


def _start(request: Mapping[str, Any]) -> Data:
    """What there is to choose from, here and now."""
    from audit.report import FORMATS

    words = strings("page")
    later = frozenset(str(name) for name in request.get("libraries") or ())
    formats = [name for name in _FORMATS if name in FORMATS]
    writable = [name for name in formats if _writable(name, later)]
    return {
        "version": __version__,
        "policies": [[str(policy), words["policy"].get(str(policy), str(policy))] for policy in _policies()],
        "conventions": [[name, words["convention"].get(name, name)] for name in standard("conventions")],
        "languages": [list(named) for named in choices()],
        "formats": writable,
        "elsewhere": [name for name in formats if name not in writable],
        "tables": [
            suffix for suffix, needs in _TABLES.items() if all(_there(name, later) for name in ("pandas", *needs))
        ],
        "reads": [".txt", ".md", ".html", ".docx", *([".pdf"] if _there("pypdfium2", later) else []), ".eml"],
        "examples": [
            {"name": path.stem, "title": _title(path), "shows": words["examples"].get(path.stem, "")}
            for path in _examples()
        ],
        "most": MOST_CHARACTERS,
    }


def _policies() -> list[Policy]:
    return sorted(Policy, key=lambda policy: policy is not Policy.TWO_FIGURE)


def _writable(suffix: str, later: frozenset[str] = frozenset()) -> bool:
    return all(_there(name, later) for name in _FORMATS[suffix][1])


def _there(library: str, later: frozenset[str]) -> bool:
    """Whether a library is there, or can be when it is first wanted."""
    return library in later or find_spec(library) is not None


def _example(request: Mapping[str, Any]) -> Data:
    name = _text(request, "name")
    path = next((path for path in _examples() if path.stem == name), None)
    if path is None:
        raise OptionError("example", name, tuple(path.stem for path in _examples()))
    return {"text": path.read_text(encoding="utf-8"), "name": path.name}


def _open(request: Mapping[str, Any]) -> Data:
    """What a file holds: the text with what it says of itself, that it is a table, or decisions."""
    name, data = _text(request, "name") or "file", _bytes(request, "data")
    suffix = Path(name).suffix.lower()
    if suffix == ".json" and name.lower().removesuffix(".json").endswith("decisions"):
        return {"kind": "decisions", "rows": to_rows(of_bytes(data, name))}
    if suffix in _TABLES:
        _need_tables(name)
        return {"kind": "table", "name": name}
    document = _read(name, data)
    if len(document.text) > MOST_CHARACTERS:
        reason = f"holds {len(document.text):,} characters, over the limit of {MOST_CHARACTERS:,}"
        raise UnreadableError(name, reason, "cut it, or use the program's own command: audit check")
    return {
        "kind": "text",
        "name": name,
        "text": document.text,
        "title": document.title or "",
        "publisher": document.publisher or "",
        "published": document.published.isoformat() if document.published else "",
        "notes": list(document.notes),
    }


def _check(request: Mapping[str, Any]) -> Data:
    decisions = _decisions(request)
    audit = apply(_audit(request), decisions)
    table = request.get("table")
    if not isinstance(table, Mapping) or len(_text(table, "data")) > MOST_TABLE:
        return view(audit, decisions)
    with TemporaryDirectory() as folder:
        return view(audit, decisions, _written(table, Path(folder)))


def _report(request: Mapping[str, Any]) -> Data:
    """The report in a format, as the page downloads it."""
    from audit.report import write

    suffix = _text(request, "format")
    if suffix not in _FORMATS:
        raise OptionError("format", suffix, tuple(_FORMATS))
    if not _writable(suffix):
        raise OptionError("format", suffix, tuple(name for name in _FORMATS if _writable(name)))
    with TemporaryDirectory() as folder:
        audit = apply(_audit(_from_source(request, Path(folder))), _decisions(request))
        content = write(audit, Path(folder) / f"audit{suffix}").read_bytes()
    stem = Path(audit.document.name).stem if audit.parts else "text"
    return {
        "name": f"{_plain_name(stem)}.audit{suffix}",
        "type": _FORMATS[suffix][0],
        "data": base64.b64encode(content).decode(),
    }


def _decided(request: Mapping[str, Any]) -> Data:
    """The decisions as the file that `audit check --decisions` heeds."""
    content = base64.b64encode(as_bytes(_decisions(request))).decode()
    return {"name": "audit.decisions.json", "type": "application/json", "data": content}


def _from_source(request: Mapping[str, Any], folder: Path) -> Data:
    """The request with the Word file that its text was read from, if the text is still the file's, for a report into it."""
    source = request.get("source")
    if not isinstance(source, Mapping):
        return dict(request)
    path = folder / f"source-{_plain_name(_text(source, 'name'))}"
    path.write_bytes(_bytes(source, "data"))
    return {**request, "origin": str(path)}


_METHODS: dict[str, Callable[[Mapping[str, Any]], Data]] = {
    "start": _start,
    "example": _example,
    "open": _open,
    "check": _check,
    "report": _report,
    "decided": _decided,
}


def _audit(request: Mapping[str, Any]) -> Audit:
    """The audit that a request asks for: of a text, of a table, or of a text against a table."""
    text, table = _text(request, "text"), request.get("table")
    if len(text) > MOST_CHARACTERS:
        reason = f"has {len(text):,} characters, over the limit of {MOST_CHARACTERS:,}"
        raise UnreadableError("the text", reason, "cut it, or use the program's own command: audit check")
    policy, convention = _text(request, "policy"), _text(request, "convention") or "plain"
    if not isinstance(table, Mapping):
        if not text.strip():
            raise UnreadableError("the text", "is empty", "paste one, or open a file")
        return _one(request, text, policy, convention)
    name = _text(table, "name") or "table.csv"
    _need_tables(name)
    from audit.series import check_against, check_table

    with TemporaryDirectory() as folder:
        path = _written(table, Path(folder))
        try:
            if not text.strip():
                return check_table(path, policy=policy_named(policy or Policy.AS_PRINTED))
            return check_against(_one(request, text, policy, convention), path)
        except UnreadableError as error:
            raise _here(error, name) from None


def _written(table: Mapping[str, Any], folder: Path) -> Path:
    """The table as a file of the folder."""
    path = folder / _plain_name(_text(table, "name") or "table.csv")
    path.write_bytes(_bytes(table, "data"))
    return path


def _one(request: Mapping[str, Any], text: str, policy: str, convention: str) -> Audit:
    """The audit of the one text; a text on which the program fails is an error."""
    audit = check_many([_document(request, text)], policy=policy or Policy.TWO_FIGURE, convention=convention)
    if audit.failures:
        raise audit.failures[0]
    return audit


def _document(request: Mapping[str, Any], text: str) -> Document:
    """The text as a document: what the reader says of it comes before what it says of itself."""
    from audit.read.metadata import Metadata, document
    from audit.read.options import ReadOptions

    options = ReadOptions(
        _text(request, "publisher") or None,
        _day(_text(request, "published")),
        language=code_of(_text(request, "language")) or None,
    )
    found = Metadata(title=_text(request, "title") or None)
    name = _text(request, "name") or "text"
    made = document(text, name, name, options, found)
    notes = (*(str(note) for note in request.get("notes") or ()), *made.notes)
    return replace(made, notes=tuple(dict.fromkeys(notes)), origin=_text(request, "origin") or None)


def _day(value: str) -> date | None:
    return as_day(value or None, "the date")


def _read(name: str, data: bytes) -> Document:
    """The document of a file's bytes; in errors it is called as the reader calls it."""
    from audit.read import read

    suffix = Path(name).suffix.lower()
    simple = plain_readers().get(suffix)
    with TemporaryDirectory() as folder:
        path = Path(folder) / _plain_name(name)
        path.write_bytes(data)
        try:
            return simple(data, name) if simple is not None else read(path)
        except UnreadableError as error:
            raise _here(error, name) from None
        except ModuleNotFoundError as error:
            reason = f"cannot be read here ({error.name} is missing)"
            raise UnreadableError(name, reason, "paste its text, or use the local program: audit serve") from None


def _here(error: UnreadableError, name: str) -> UnreadableError:
    """The error under the name that the reader knows, with what can be done on a page, where there are no options."""
    remedies: dict[str, str] = strings("page")["remedies"]
    remedy = next((words for part, words in remedies.items() if part in error.remedy), error.remedy)
    return UnreadableError(name, error.reason, remedy)


def _need_tables(name: str) -> None:
    needs = ("pandas", *_TABLES.get(Path(name).suffix.lower(), ()))
    if any(find_spec(library) is None for library in needs):
        raise UnreadableError(name, "is a table, which cannot be read here", "use the local program: audit serve")


def _plain_name(name: str) -> str:
    """A name that any file system takes, with its suffix."""
    kept = "".join(c if c.isalnum() or c in "-_. " else "_" for c in Path(name).name).strip(" .")
    return kept[-100:] or "file"


def _decisions(request: Mapping[str, Any]) -> dict[str, Decision]:
    return read_rows(request.get("decisions"))


def _text(request: Mapping[str, Any], key: str) -> str:
    value = request.get(key)
    return value if isinstance(value, str) else ""


def _bytes(request: Mapping[str, Any], key: str) -> bytes:
    try:
        return base64.b64decode(_text(request, key), validate=True)
    except (binascii.Error, ValueError):
        raise UnreadableError(_text(request, "name") or "the file", "did not arrive whole", "open it again") from None


@kept
def _examples() -> tuple[Path, ...]:
    """The texts that an empty page offers: `audit/seeds` in an installed library, `seeds` beside `audit` in a checkout."""
    inside = Path(__file__).parent.parent / "seeds"
    folder = inside if inside.is_dir() else inside.parent.parent / "seeds"
    return tuple(sorted(folder.glob("*.txt"), reverse=True))


def _title(path: Path) -> str:
    publisher, _, day = path.stem.partition("-")
    on = date.fromisoformat(day)
    return f"{publisher.upper()}, {on.day} {on:%B %Y}"
