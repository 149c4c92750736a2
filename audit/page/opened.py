"""What a file holds that was opened on the page: a text with what it says of itself, a table, or decisions."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from audit.decisions import of_bytes, to_rows
from audit.errors import UnreadableError
from audit.page.asked import Data, plain_name
from audit.page.kinds import is_table, need_tables, tables
from audit.page.plain import plain_readers
from audit.strings import strings
from audit.text.document import Document

__all__ = ["MOST_CHARACTERS", "here", "opened", "short_enough"]

MOST_CHARACTERS = 2_000_000
"""Of a text in the page; more is for `audit check`."""


def opened(name: str, data: bytes) -> Data:
    """The file's content, as the page takes it."""
    if name.lower().removesuffix(".json").endswith("decisions") and name.lower().endswith(".json"):
        return {"kind": "decisions", "rows": to_rows(of_bytes(data, name))}
    if is_table(name):
        need_tables(name)
        return {"kind": "table", "name": name}
    document = _read(name, data)
    short_enough(document.text, name, "holds")
    return {
        "kind": "text",
        "name": name,
        "text": document.text,
        "title": document.title or "",
        "publisher": document.publisher or "",
        "published": document.published.isoformat() if document.published else "",
        "notes": list(document.notes),
    }


def short_enough(text: str, name: str, holds: str) -> None:
    """Raise `UnreadableError` if the text is longer than the page takes."""
    if len(text) > MOST_CHARACTERS:
        reason = f"{holds} {len(text):,} characters, over the limit of {MOST_CHARACTERS:,}"
        raise UnreadableError(name, reason, "cut it, or use the program's own command: audit check")


def here(error: UnreadableError, name: str) -> UnreadableError:
    """The error under the name that the reader knows, with what can be done on a page, where there are no options."""
    words = strings("page")
    remedies: dict[str, str] = words["remedies"]
    known = next((remedy for part, remedy in remedies.items() if part in error.remedy), None)
    if known is None:
        return UnreadableError(name, error.reason, error.remedy)
    return UnreadableError(name, error.reason, known.format(table=words["no_tables"]["or_one"] if tables() else ""))


def _read(name: str, data: bytes) -> Document:
    """The document of a file's bytes; in errors it is called as the reader calls it."""
    from audit.read import read

    simple = plain_readers().get(Path(name).suffix.lower())
    with TemporaryDirectory() as folder:
        path = Path(folder) / plain_name(name)
        path.write_bytes(data)
        try:
            return simple(data, name) if simple is not None else read(path)
        except UnreadableError as error:
            raise here(error, name) from None
        except ModuleNotFoundError as error:
            reason = f"cannot be read here ({error.name} is missing)"
            raise UnreadableError(name, reason, "paste its text, or use the local program: audit serve") from None
