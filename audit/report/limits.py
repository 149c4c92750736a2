"""What was not read and what was not checked, in sentences that every output shows: none of it may look as if it fitted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias

from audit.checks.check import Verdict
from audit.report.words import isolated, say, shown
from audit.result import Audit
from audit.text.document import Document
from audit.text.language import name_of, names_read

__all__ = ["Kind", "Limit", "limits_of"]

Kind: TypeAlias = Literal["nothing_recomputed", "not_read", "not_checked"]
Limit: TypeAlias = tuple[Kind, str]
"""What kind of thing was left undone, and a sentence."""
_NAMED = 3
"""Documents that a sentence names."""


def limits_of(audit: Audit) -> tuple[Limit, ...]:
    """All that was left undone, the gravest first; empty where everything was read and something recomputed in each text."""
    told: list[Limit] = [("not_checked", shown(words)) for words in audit.unchecked]
    return (*_unread(audit), *_nothing(audit), *_uncovered(audit), *told)


def _unread(audit: Audit) -> Iterable[Limit]:
    found: defaultdict[tuple[str, bool], list[Document]] = defaultdict(list)
    for part in audit.parts:
        if part.foreign is not None:
            found[part.foreign, part.is_foreign].append(part.document)
    for (code, whole), documents in sorted(found.items(), key=lambda item: not item[0][1]):
        names = f" ({_names(documents)})" if len(audit.parts) > 1 else ""
        words = {"language": name_of(code), "read": names_read(), "names": names}
        yield "not_read", say("sentences", "not_read" if whole else "not_read_part", **words)


def _uncovered(audit: Audit) -> Iterable[Limit]:
    """Columns and tables of a file that no rule looked at, the method section says why; cells that are no numbers."""
    for part in audit.parts:
        if part.coverage is None:
            continue
        name = isolated(shown(part.document.name))
        if part.coverage.left:
            left = [words.partition(":")[0] for words in part.coverage.left]
            words = {"left": f"{len(left):,}", "all": f"{part.coverage.columns:,}", "document": name}
            yield "not_checked", say("sentences", "uncovered", **words, names=shown(_listed(left)))
        if part.coverage.cells:
            names = shown(_listed(part.coverage.cells))
            yield "not_read", say("sentences", "cells_unread", document=name, names=names)
        if part.coverage.tables:
            names = shown(_listed(part.coverage.tables))
            yield "not_read", say("sentences", "tables_unread", document=name, names=names)


def _nothing(audit: Audit) -> Iterable[Limit]:
    if not audit.parts:
        return
    if not audit.recomputed:
        yield "nothing_recomputed", say("sentences", "nothing_sure" if audit.checks else "nothing")
        return
    worked = {
        id(claim.document)
        for check in audit.checks
        if check.verdict is not Verdict.UNVERIFIABLE
        for claim in check.claims
    }
    idle = [part.document for part in audit.parts if id(part.document) not in worked]
    if idle:
        words = say("sentences", "nothing_in", n=f"{len(idle):,}", all=f"{len(audit.parts):,}", names=_names(idle))
        yield "nothing_recomputed", words


def _names(documents: Sequence[Document]) -> str:
    return _listed([isolated(shown(document.name)) for document in documents])


def _listed(all_names: Sequence[str]) -> str:
    names = ", ".join(all_names[:_NAMED])
    more = len(all_names) - _NAMED
    return say("sentences", "names_more", names=names, n=f"{more:,}") if more > 0 else names
