"""The whole road: files, texts or documents in, an `Audit` out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from audit.checks import find_checks
from audit.claims import find_claims
from audit.errors import OptionError, UnreadableError, VocabularyError, failure
from audit.figures import find_figures
from audit.figures.rounding import Policy
from audit.read import Columns, Limits, read_many
from audit.read.alike import Failures
from audit.reference import Reference
from audit.reference import reference as tables_of
from audit.result import Audit, Part
from audit.text.dates import as_day
from audit.text.document import Document

__all__ = ["check", "check_document", "check_file", "check_many", "part_of", "policy_named"]


def check(
    source: str | Path | Document | Iterable[str | Path | Document],
    *,
    policy: Policy | str = Policy.TWO_FIGURE,
    convention: str = "plain",
    publisher: str | None = None,
    published: date | str | None = None,
    second_reader: bool = False,
    reference: str | Path | None = None,
    language: str | None = None,
) -> Audit:
    """Audit a text, a document, the file of a `Path`, or several of them. A string is a text, whatever it looks like.

    A single source that cannot be read or audited raises `UnreadableError`; of several, each is named in `Audit.failures`
    and the rest go on. `published` is a date, or one in ISO 8601. An unknown policy, convention or date raises
    `OptionError`. `reference` is a folder of reference tables laid over those in `data/`; one that is not as it should be
    raises `VocabularyError`. `language` is the code of the texts' language ('en'), if it is not to be recognised.
    """
    day = as_day(published)
    several = not isinstance(source, str | Path | Document)
    sources = list(source) if several else [source]  # type: ignore[arg-type]
    documents = (
        document
        for one in sources
        for document in _documents(one, publisher=publisher, published=day, language=language)  # type: ignore[arg-type]
    )
    audit = _audit(documents, policy, convention, second_reader, reference)
    return audit if several else _raised(audit)


def check_file(
    path: str | Path | Iterable[str | Path],
    *,
    policy: Policy | str = Policy.TWO_FIGURE,
    convention: str = "plain",
    publisher: str | None = None,
    published: date | str | None = None,
    second_reader: bool = False,
    reference: str | Path | None = None,
    encoding: str | None = None,
    columns: Columns | None = None,
    fetch: bool = False,
    limits: Limits = Limits(),  # noqa: B008  (frozen)
    language: str | None = None,
) -> Audit:
    """Audit what a path names, or several: a file, a folder, a pattern, a container, '-', an address (with `fetch`).

    What is more than a text is read in a process apart, within `limits` of memory and time. All else is as with `check`.
    """
    several = not isinstance(path, str | Path)
    documents = read_many(
        path if several else [path],  # type: ignore[arg-type, list-item]
        publisher=publisher,
        published=published,
        encoding=encoding,
        columns=columns,
        fetch=fetch,
        limits=limits,
        language=language,
    )
    audit = _audit(documents, policy, convention, second_reader, reference)
    return audit if several else _raised(audit)


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


def part_of(
    document: Document,
    *,
    policy: Policy = Policy.TWO_FIGURE,
    convention: str = "plain",
    second_reader: bool = False,
    tables: Reference | None = None,
) -> Part | UnreadableError:
    """The same as `check_document`, or why there is none: whatever one document does, the others go on.

    An option that is wrong is wrong for all of them, and raised.
    """
    try:
        return check_document(
            document, policy=policy, convention=convention, second_reader=second_reader, tables=tables
        )
    except (OptionError, VocabularyError):
        raise
    except Exception as error:
        return failure(document.name, error)


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
    parts, failures = [], Failures()
    for document in documents:
        if isinstance(document, UnreadableError):
            failures.add(document)
            continue
        part = part_of(document, policy=policy, convention=convention, second_reader=second_reader, tables=tables)
        if isinstance(part, UnreadableError):
            failures.add(part)
        else:
            parts.append(part)
    return Audit(tuple(parts), policy, convention, failures.told())


def _raised(audit: Audit) -> Audit:
    """The audit of a single source, whose only failure is raised."""
    if len(audit.failures) == 1 and not audit.parts:
        raise audit.failures[0]
    return audit


def _documents(
    source: str | Path | Document, *, publisher: str | None, published: date | None, language: str | None
) -> Iterator[Document | UnreadableError]:
    if isinstance(source, Document):
        yield source
    elif isinstance(source, Path):
        yield from read_many([source], publisher=publisher, published=published, language=language)
    else:
        yield Document(source, publisher=publisher, published=published, language=language or "")
