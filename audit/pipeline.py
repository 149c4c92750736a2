"""The whole road: files, texts or documents in, an `Audit` out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from audit.checks import find_checks
from audit.claims import find_claims
from audit.dates import as_day
from audit.document import Document
from audit.errors import OptionError, UnreadableError
from audit.figures import find_figures
from audit.figures.rounding import Policy
from audit.read import read_many
from audit.reference import Reference
from audit.reference import reference as tables_of
from audit.result import Audit, Part

__all__ = ["check", "check_document", "check_many", "policy_named"]

_LONGEST_PATH = 1024


def check(
    source: str | Path | Document | Iterable[str | Path | Document],
    *,
    policy: Policy | str = Policy.TWO_FIGURE,
    convention: str = "plain",
    publisher: str | None = None,
    published: date | str | None = None,
    second_reader: bool = False,
    reference: str | Path | None = None,
) -> Audit:
    """Audit a path, a document, a text, or several of them.

    A string of one word that looks like a path (it has a suffix or a slash) or that names an existing file is a path, any
    other is a text. A single source that cannot be read raises `UnreadableError`; of several, each is named in
    `Audit.failures` and the rest go on. `published` is a date, or one in ISO 8601. An unknown policy, convention or date
    raises `OptionError`. `reference` is a folder of reference tables laid over those in `data/`; one that is not as it
    should be raises `VocabularyError`.
    """
    day = as_day(published)
    several = not isinstance(source, str | Path | Document)
    sources = list(source) if several else [source]  # type: ignore[arg-type]
    documents = (
        document
        for one in sources
        for document in _documents(one, publisher=publisher, published=day)  # type: ignore[arg-type]
    )
    audit = _audit(documents, policy, convention, second_reader, reference)
    if audit.failures and not audit.parts and len(audit.failures) == 1 and not several:
        raise audit.failures[0]
    return audit


def check_many(
    documents: Iterable[Document | UnreadableError],
    *,
    policy: Policy | str = Policy.TWO_FIGURE,
    convention: str = "plain",
    second_reader: bool = False,
    reference: str | Path | None = None,
) -> Audit:
    """Audit what `audit.read.read_many` gives."""
    return _audit(documents, policy, convention, second_reader, reference)


def check_document(
    document: Document,
    *,
    policy: Policy = Policy.TWO_FIGURE,
    convention: str = "plain",
    second_reader: bool = False,
    tables: Reference | None = None,
) -> Part:
    """All that is found in one document. `tables` are the reference tables in force, those of `data/` if None."""
    figures = find_figures(document, convention=convention)
    claims = find_claims(document, figures=figures, convention=convention)
    checks = find_checks(document, claims, policy=policy, tables=tables)
    agreements = None
    if second_reader:
        from audit.figures.second_reader import second_reading

        agreements = second_reading(document, figures)
    return Part(document, figures, claims, checks, agreements)


def policy_named(name: Policy | str) -> Policy:
    """The rounding policy of that name; `OptionError` if there is none."""
    try:
        return Policy(name)
    except ValueError:
        raise OptionError("policy", name, tuple(Policy)) from None


def _audit(
    documents: Iterable[Document | UnreadableError],
    policy: Policy | str,
    convention: str,
    second_reader: bool,
    reference: str | Path | None,
) -> Audit:
    policy = policy_named(policy)
    tables = tables_of(None if reference is None else Path(reference))
    parts, failures = [], []
    for document in documents:
        if isinstance(document, UnreadableError):
            failures.append(document)
        else:
            part = check_document(
                document, policy=policy, convention=convention, second_reader=second_reader, tables=tables
            )
            parts.append(part)
    return Audit(tuple(parts), policy, convention, tuple(failures))


def _documents(
    source: str | Path | Document, *, publisher: str | None, published: date | None
) -> Iterator[Document | UnreadableError]:
    if isinstance(source, Document):
        yield source
    elif isinstance(source, Path) or _is_path(source):
        yield from read_many([source], publisher=publisher, published=published)
    else:
        yield Document(source, publisher=publisher, published=published)


def _is_path(source: str) -> bool:
    if len(source) > _LONGEST_PATH or "\n" in source or not source.strip():
        return False
    one_word = not any(character.isspace() for character in source)
    if one_word and ("/" in source or bool(Path(source).suffix[1:])):
        return True
    try:
        return Path(source).exists()
    except (OSError, ValueError):  # too long for a file's name, or with a character that no name may have
        return False
