"""`Ledger`: the claims of many documents in one file, and the questions that an auditor asks of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from audit.checks.check import AGREEING, Check, Operation
from audit.decisions import DECISIONS, Decision, decision_of, key_of
from audit.errors import AuditError, OptionError, failure
from audit.figures.rounding import Policy
from audit.lang import load
from audit.ledger.adding import Added, add_batch, batches, uncollected
from audit.ledger.candidates import CONFLICTS, PROVENANCE
from audit.ledger.corrections import Known, edit, remove
from audit.ledger.dataset import parts_of, settings_of
from audit.ledger.export import export
from audit.ledger.matched import matched
from audit.ledger.names import people_key, place_key
from audit.ledger.schema import TABLES
from audit.ledger.series import Series, series_of
from audit.ledger.store import insert, opened, restore, rows
from audit.ledger.verify import problems
from audit.pipeline import policy_named
from audit.result import Audit, Part
from audit.text.dates import as_day
from audit.text.document import Document

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Ledger"]


class Ledger:
    """A ledger in one DuckDB file, made when it is first used.

    The file is opened for each call and closed again, so that several programs can share it: one waits for the other, `wait`
    seconds at most. Every method raises `LedgerError` if the file cannot be had, is no ledger or is of a later version.
    """

    def __init__(self, path: str | Path, *, wait: float = 30) -> None:
        self.path = Path(path)
        self.wait = wait

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing is open between calls."""

    def add(self, audit: Audit) -> Added:
        """Add all documents of an audit; those that are here already change nothing, or are put right: see `add_parts`."""
        return self.add_parts(audit.parts, policy=audit.policy, convention=audit.convention)

    def add_parts(
        self, parts: Iterable[Part], *, policy: Policy = Policy.TWO_FIGURE, convention: str = "plain"
    ) -> Added:
        """Add documents as they come, some hundred in a transaction: what has been written stays whole whatever happens.

        A text that is here from the same origin is stored once: with another publisher, day or title it is put right. One
        from another origin and publisher is a document of its own: two outlets may print one text.
        """
        done = Added()
        for batch in batches(parts):
            try:
                done += self._write(batch, policy, convention)
            except AuditError:
                raise
            except Exception:  # one of them is to blame: each by itself, so that the others are kept
                for part in batch:
                    done += self._write_one(part, policy, convention)
        return done

    def _write(self, batch: list[Part], policy: Policy, convention: str) -> Added:
        with opened(self.path, self.wait, write=True) as connection, uncollected():
            return add_batch(connection, batch, policy, convention)

    def _write_one(self, part: Part, policy: Policy, convention: str) -> Added:
        try:
            return self._write([part], policy, convention)
        except AuditError:
            raise
        except Exception as error:
            return Added(failures=(failure(part.document.name, error),))

    def add_dataset(
        self, folder: str | Path, *, seen: Callable[[Iterable[Part]], Iterable[Part]] = lambda parts: parts
    ) -> Added:
        """Add what `audit corpus` wrote into a folder; `seen` may look at the documents as they pass.

        Raises `UnreadableError` if it is none, or broken; what was added before stays.
        """
        policy, convention = settings_of(Path(folder))
        return self.add_parts(seen(parts_of(Path(folder))), policy=Policy(policy), convention=convention)

    def remove(self, documents: Sequence[int]) -> int:
        """Take documents out by their numbers, with all that was found in them; returns how many."""
        with opened(self.path, self.wait, write=True) as connection:
            return remove(connection, documents)

    def edit(self, document: int, known: Known) -> Document:
        """Change what is known about a document: publisher, day, title, place. It keeps its number."""
        with opened(self.path, self.wait, write=True) as connection:
            return edit(connection, document, known)

    def verify(self) -> tuple[str, ...]:
        """What is wrong with the file, each in a sentence; empty if it is whole."""
        with opened(self.path, self.wait) as connection:
            return tuple(problems(connection))

    def decide(self, key: str, decision: str, reason: str = "") -> Decision:
        """Keep what was decided about a conflict: 'resolved', 'dismissed', 'confirmed', or 'open' to take it back. `key` may
        be the beginning of its key."""
        found = {one: check for check in self._checks(Policy.TWO_FIGURE) if (one := key_of(check)).startswith(key)}
        if len(found) != 1:
            raise OptionError("KEY", key, ("the key of one conflict, as `audit ledger conflicts` prints it",))
        if decision not in (*DECISIONS, "open"):
            raise OptionError("decision", decision, (*DECISIONS, "open"))
        ((one, check),) = found.items()
        made = decision_of(check, decision, reason)
        with opened(self.path, self.wait, write=True) as connection:
            connection.execute("DELETE FROM decisions WHERE key = ?", [one])
            if decision != "open":
                row = {name: getattr(made, name) for name in TABLES["decisions"]}
                insert(connection, "decisions", [row])
        return made

    def decisions(self) -> dict[str, Decision]:
        """What was decided, by the keys of the conflicts."""
        with opened(self.path, self.wait) as connection:
            return {row["key"]: Decision(**row) for row in rows(connection, "SELECT * FROM decisions ORDER BY key")}

    def unseen(self, checks: Iterable[Check]) -> tuple[Check, ...]:
        """Those of the checks that no earlier call was given, which from now on count as seen."""
        keyed = {key_of(check): check for check in checks}
        with opened(self.path, self.wait, write=True) as connection:
            old = {row["key"] for row in rows(connection, "SELECT key FROM seen")}
            insert(connection, "seen", [{"key": key} for key in keyed if key not in old])
        return tuple(check for key, check in keyed.items() if key not in old)

    def _checks(self, policy: Policy) -> tuple[Check, ...]:
        return self.audit(provenance=True, policy=policy).between

    def documents(self) -> pd.DataFrame:
        """One row a document, in the order of adding, with how much was found in it."""
        with opened(self.path, self.wait) as connection:
            return connection.execute(
                """SELECT document, name, publisher, published, title, origin, edition, sha256,
                    (SELECT count(*) FROM figures f WHERE f.document = d.document AND printed) AS figures,
                    (SELECT count(*) FROM claims c WHERE c.document = d.document) AS claims,
                    (SELECT count(*) FROM checks k WHERE k.document = d.document AND verdict = 'inconsistent')
                        AS inconsistent
                FROM documents d ORDER BY document"""
            ).df()

    def part(self, document: int) -> Part | None:
        """A document by its number, with its figures and claims (not its checks); None if there is none."""
        with opened(self.path, self.wait) as connection:
            return restore(connection, [document]).get(document)

    def conflicts(self, *, policy: Policy | str = Policy.TWO_FIGURE) -> tuple[Check, ...]:
        """Contradictions, totals that fall, and jumps, between the latest editions of all documents."""
        return self.audit(policy=policy).between

    def provenance(self, *, policy: Policy | str = Policy.TWO_FIGURE) -> tuple[Check, ...]:
        """Sources that change or are lost, hedges dropped, rounding that creeps, copies."""
        found = self._findings((PROVENANCE,), policy_named(policy))[0]
        return tuple(check for check in found if check.operation is Operation.PROVENANCE)

    def audit(self, *, provenance: bool = False, policy: Policy | str = Policy.TWO_FIGURE) -> Audit:
        """The conflicts, and with `provenance` what was lost on the way, as an audit of the documents that they are between:
        each with those of its claims that were compared."""
        rounding = policy_named(policy)
        found, parts = self._findings((CONFLICTS, PROVENANCE) if provenance else (CONFLICTS,), rounding)
        checks = tuple(check for check in found if check.verdict not in AGREEING)
        used = {id(claim.document) for check in checks for claim in check.claims}
        return Audit(tuple(part for part in parts if id(part.document) in used), rounding, between=checks)

    def series(
        self,
        measure: str | None = None,
        *,
        place: str | None = None,
        population: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
        policy: Policy | str = Policy.TWO_FIGURE,
    ) -> tuple[Series, ...]:
        """The quantities that more than one document speaks of, each with its claims in the order of time.

        `measure` is one of the vocabulary's ('killed'), `place` and `population` in any spelling; `since` and `until` are
        dates, or dates in ISO 8601; all leave open what is not given. The longest series comes first.
        """
        if measure is not None and measure not in load("measures"):
            raise OptionError("measure", measure, tuple(load("measures")))
        conditions, values = ["what IS NOT NULL"], []
        for condition, value in (
            ("list_contains(measures, ?)", measure),
            ("list_contains(anchors, ?)", place_key(place) if place else None),
            ("list_has_all(people, ?)", sorted(people_key(population)) if population else None),
            ("day >= ?", as_day(since, "since")),
            ("day <= ?", as_day(until, "until")),
        ):
            if value is not None:
                conditions.append(condition)
                values.append(value)
        query = f"SELECT document, claim FROM claims WHERE {' AND '.join(conditions)} ORDER BY document, claim"
        with opened(self.path, self.wait) as connection:
            chosen = [(row["document"], row["claim"]) for row in rows(connection, query, values)]
            parts = restore(connection, sorted({document for document, _ in chosen}), chosen)
        claims = [claim for number in sorted(parts) for claim in parts[number].claims]
        return series_of(claims, policy_named(policy))

    def export(self, path: str | Path) -> Path:
        """Write all tables: a folder of Parquet or CSV files (NAME.parquet, NAME.csv), or one SQLite file (NAME.db)."""
        with opened(self.path, self.wait) as connection:
            return export(connection, Path(path))

    def _findings(self, asked: Sequence[str], policy: Policy) -> tuple[list[Check], list[Part]]:
        with opened(self.path, self.wait) as connection:
            return matched(connection, asked, policy)
