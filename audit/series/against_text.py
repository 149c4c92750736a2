"""A text held against a table: each figure that speaks of a column and a day of the table is compared with that cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from audit.checks.check import Check, Verdict
from audit.claims.claim import Claim
from audit.figures.rounding import Policy
from audit.result import Audit, Part
from audit.series.asking import ask
from audit.series.cell_verdict import FITS, judged
from audit.series.excerpt import Excerpt, write_excerpt
from audit.series.infer import infer_rules
from audit.series.load import load_book, load_table
from audit.series.meaning import meanings
from audit.series.rule import Kind
from audit.series.spoken_of import Places, bind_to_cells, day_of_text
from audit.series.table import Table

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["check_against", "compare_text"]


def check_against(audit: Audit, table: str | Path | pd.DataFrame) -> Audit:
    """The audit of texts with a check for each figure that the table speaks of, and the table's excerpt."""
    origin = str(table) if isinstance(table, (str, Path)) else None
    parts: list[Part] = []
    checks: list[Check] = []
    texts = [part.document for part in audit.parts if not part.is_foreign]
    left = [claim for claim in audit.claims if claim.document.is_read_at(claim.figure.start)]
    for loaded in load_book(table, listed=True).tables:
        # what the words settle comes first, then the cells of a day, then what is only asked
        answered = ask(texts, left, loaded, _running(loaded), audit.policy, origin)
        asked = () if answered is None else answered.checks
        settled = [check for check in asked if check.verdict is not Verdict.UNVERIFIABLE]
        left = _without(left, settled)
        found, excerpt = _compare(left, loaded, audit.policy, origin)
        if excerpt is not None:
            parts.append(Part(excerpt.document, tuple(claim.figure for claim in excerpt.claims), excerpt.claims))
        done = {id(check.claim) for check in found}
        settled += [check for check in asked if check.verdict is Verdict.UNVERIFIABLE and id(check.claim) not in done]
        left = _without(left, [*found, *settled])
        checks += [*found, *settled]
        if answered is not None and settled:
            parts.append(Part(answered.document, tuple(c.figure for c in answered.claims), answered.claims))
    if not checks:
        return audit
    fits = {id(check.claim) for check in checks if check.verdict in FITS}
    own = [replace(part, checks=tuple(_borne_out(check, fits) for check in part.checks)) for part in audit.parts]
    return replace(audit, parts=(*own, *parts), between=(*audit.between, *checks))


def _borne_out(check: Check, fits: set[int]) -> Check:
    """The check as it is, or as a question if it finds fault with a figure that the table bears out."""
    if check.verdict is not Verdict.INCONSISTENT or id(check.claim) not in fits:
        return check
    return replace(
        check,
        verdict=Verdict.UNVERIFIABLE,
        missing=("whether it is worked out from these: the table bears the figure out",),
        under={},
    )


def _without(claims: list[Claim], checks: Iterable[Check]) -> list[Claim]:
    """The claims that no check is about."""
    done = {id(check.claim) for check in checks}
    return [claim for claim in claims if id(claim) not in done]


def _running(table: Table) -> frozenset[str]:
    """The columns that are running totals."""
    return frozenset(rule.columns[0] for rule in infer_rules(table) if rule.kind is Kind.CUMULATIVE and rule.on)


def compare_text(
    claims: Iterable[Claim], table: str | Path | pd.DataFrame | Table, *, policy: Policy | str = Policy.TWO_FIGURE
) -> tuple[Check, ...]:
    """A check for each claim that speaks of a column and a day of the table, in the order of the claims."""
    loaded = table if isinstance(table, Table) else load_table(table)
    read = tuple(claim for claim in claims if claim.document.is_read_at(claim.figure.start))
    return _compare(read, loaded, Policy(policy), None)[0]


def _compare(
    claims: Sequence[Claim], table: Table, policy: Policy, origin: str | None
) -> tuple[tuple[Check, ...], Excerpt | None]:
    if table.days is None:
        return (), None
    running = _running(table)
    places = Places(table)
    days = {id(claim.document): day_of_text(claim.document, table) for claim in claims}
    bound = [
        one
        for claim, meaning in zip(claims, meanings(claims), strict=True)
        for one in [bind_to_cells(claim, meaning, table, places, running, days[id(claim.document)])]
        if one is not None
    ]
    if not bound:
        return (), None
    notes = ("Only the cells that the texts speak of are shown.", *table.notes, *table.evidence)
    excerpt = write_excerpt(table, (cell for one in bound for cell in one.cells), notes, origin)
    return tuple(judged(bound, excerpt, policy)), excerpt
