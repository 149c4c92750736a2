"""The one interface of the page: a method and what it is asked, as plain data; the answer is plain data too.

`start`, `example`, `open`, `check`, `report`, `decided`. Bytes travel as base64. What goes wrong for a reason that a reader
can mend is an answer with `error`; a table or a format that needs a library which is not there is one of these.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from audit import __version__
from audit.decisions import apply, as_bytes
from audit.errors import AuditError, OptionError, UnreadableError
from audit.figures.rounding import Policy
from audit.page import kinds
from audit.page.asked import Data, bytes_of, decisions_of, packed, plain_name, text_of, written
from audit.page.examples import example, examples
from audit.page.opened import MOST_CHARACTERS, here, opened, short_enough
from audit.page.view import view
from audit.pipeline import check_many, policy_named
from audit.result import Audit
from audit.standards import standard
from audit.strings import strings
from audit.text.dates import as_day
from audit.text.document import Document
from audit.text.language import choices, code_of

__all__ = ["MOST_CHARACTERS", "call"]

MOST_TABLE = 8_000_000
"""Characters of base64 of a table whose cells are shown; of a larger one the findings are."""


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
    words = strings("page")
    later = frozenset(str(name) for name in request.get("libraries") or ())
    formats, elsewhere = kinds.writable(later)
    policies = sorted(Policy, key=lambda policy: policy is not Policy.TWO_FIGURE)
    return {
        "version": __version__,
        "policies": [[str(policy), words["policy"].get(str(policy), str(policy))] for policy in policies],
        "conventions": [[name, words["convention"].get(name, name)] for name in standard("conventions")],
        "languages": [list(named) for named in choices()],
        "formats": formats,
        "elsewhere": elsewhere,
        "tables": kinds.tables(later),
        "reads": kinds.readable(later),
        "examples": examples(),
        "most": MOST_CHARACTERS,
    }


def _example(request: Mapping[str, Any]) -> Data:
    return example(text_of(request, "name"))


def _open(request: Mapping[str, Any]) -> Data:
    return opened(text_of(request, "name") or "file", bytes_of(request, "data"))


def _check(request: Mapping[str, Any]) -> Data:
    decisions = decisions_of(request)
    audit = apply(_audit(request), decisions)
    table = request.get("table")
    if not isinstance(table, Mapping) or len(text_of(table, "data")) > MOST_TABLE:
        return view(audit, decisions)
    with TemporaryDirectory() as folder:
        return view(audit, decisions, written(table, Path(folder)))


def _report(request: Mapping[str, Any]) -> Data:
    """The report in a format, as the page downloads it."""
    from audit.report import write

    suffix = text_of(request, "format")
    kinds.need_format(suffix)
    with TemporaryDirectory() as folder:
        audit = apply(_audit(_from_source(request, Path(folder))), decisions_of(request))
        content = write(audit, Path(folder) / f"audit{suffix}").read_bytes()
    stem = Path(audit.document.name).stem if audit.parts else "text"
    return {"name": f"{plain_name(stem)}.audit{suffix}", "type": kinds.type_of(suffix), "data": packed(content)}


def _decided(request: Mapping[str, Any]) -> Data:
    """The decisions as the file that `audit check --decisions` heeds."""
    content = packed(as_bytes(decisions_of(request)))
    return {"name": "audit.decisions.json", "type": "application/json", "data": content}


def _from_source(request: Mapping[str, Any], folder: Path) -> Data:
    """The request with the Word file that its text was read from, if the text is still the file's, for a report into it."""
    source = request.get("source")
    if not isinstance(source, Mapping):
        return dict(request)
    return {**request, "origin": str(written(source, folder, "source-"))}


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
    text, table = text_of(request, "text"), request.get("table")
    short_enough(text, "the text", "has")
    policy, convention = text_of(request, "policy"), text_of(request, "convention") or "plain"
    if not isinstance(table, Mapping):
        if not text.strip():
            raise UnreadableError("the text", "is empty", "paste one, or open a file")
        return _one(request, text, policy, convention)
    name = text_of(table, "name") or "table.csv"
    kinds.need_tables(name)
    from audit.series import check_against, check_table

    with TemporaryDirectory() as folder:
        path = written(table, Path(folder))
        try:
            if not text.strip():
                return check_table(path, policy=policy_named(policy or Policy.AS_PRINTED))
            return check_against(_one(request, text, policy, convention), path)
        except UnreadableError as error:
            raise here(error, name) from None


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
        text_of(request, "publisher") or None,
        _day(text_of(request, "published")),
        language=code_of(text_of(request, "language")) or None,
    )
    found = Metadata(title=text_of(request, "title") or None)
    name = text_of(request, "name") or "text"
    made = document(text, name, name, options, found)
    notes = (*(str(note) for note in request.get("notes") or ()), *made.notes)
    return replace(made, notes=tuple(dict.fromkeys(notes)), origin=text_of(request, "origin") or None)


def _day(value: str) -> date | None:
    return as_day(value or None, "the date")
