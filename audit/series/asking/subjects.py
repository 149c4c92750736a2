"""The columns of a table by what their names say: what is counted, and what tells columns of one thing apart."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from audit.lang import load
from audit.series.asking.concepts import concepts, words_of_role
from audit.series.asking.database import words_of
from audit.series.layout import ROW_OF_LIST
from audit.series.names import cut, parse_name
from audit.series.table import Table

__all__ = ["Subject", "Subjects"]

ENOUGH = 0.5
"""Share of the concepts of a column's name that a text must have to mean it."""
_IDLE = frozenset({"number", "of", "the", "in", "total", "count", "per", "and", "n", "no", "a", "by", "for", "all"})


@dataclass(frozen=True, slots=True)
class Subject:
    """A column, with what it counts and the words that tell it apart from others that count the same."""

    column: str
    core: frozenset[str]
    beside: frozenset[str]
    kind: str
    """'flow' (may be added up over time), 'running', 'stock' (stands at a time), 'rate' (may not be added up)."""
    scale: float = 1


class Subjects:
    """What the columns of a table count."""

    def __init__(self, table: Table, running: frozenset[str]) -> None:
        self.table = table
        self._running = running

    @cached_property
    def all(self) -> tuple[Subject, ...]:
        names = {column: _core(column) for column in self.table.columns}
        often = Counter(one for core in names.values() for one in core)
        found = []
        for column, core in names.items():
            shared = frozenset(one for one in core if often[one] > 1)
            measure = parse_name(column).measure
            # of a name of which others share a word, the rest tells the columns apart
            head = frozenset({measure}) if measure in core else shared if shared and shared != core else core
            if measure in core and not shared - {measure}:
                head = core if often[measure] == 1 else head
            said = parse_name(column)
            if said.has("low", "high", "coded"):
                continue
            kind = (
                "running"
                if column in self._running
                else "rate"
                if said.has("share", "per", "smoothed")
                else "stock"
                if said.has("stock", "population")
                else "flow"
            )
            many = [load("columns")["multiples"].get(word, 1) for word in said.words]
            beside = core - head - self.context
            found.append(Subject(column, head, beside, kind, float(max(many, default=1))))
        return tuple(found)

    @cached_property
    def context(self) -> frozenset[str]:
        """Concepts that stand beside several measures ('aid workers killed', '... abducted'): they tell no columns apart."""
        of_measure: dict[str, list[frozenset[str]]] = {}
        for column in self.table.columns:
            measure = parse_name(column).measure
            if measure is not None:
                of_measure.setdefault(measure, []).append(_core(column) - {measure})
        words = frozenset(one for cores in of_measure.values() for core in cores for one in core)
        found = {
            word: [cores for cores in of_measure.values() if any(word in core for core in cores)] for word in words
        }
        return frozenset(
            word
            for word, beside in found.items()
            if len(beside) > 1 and all(word in core for cores in beside for core in cores)
        )

    @cached_property
    def known(self) -> frozenset[str]:
        """Every concept of a column's name, and of the table's."""
        name = Path(self.table.name).stem
        return self.context.union(one.concept for one in concepts(cut(name))).union(
            *(subject.core | subject.beside for subject in self.all)
        )

    @property
    def is_list(self) -> bool:
        """Whether each row is a case of its own, to be counted: the table is no series, or has no numbers."""
        return not (self.table.series and self.table.regular) or ROW_OF_LIST in self.table.columns

    @cached_property
    def rows(self) -> frozenset[str]:
        """Concepts by which the table's name calls its rows, where it is a list: 'journalists.csv'."""
        if not self.is_list:
            return frozenset()
        names = [one.concept for one in concepts(cut(Path(self.table.name).stem))]
        return frozenset(names[-1:])

    @cached_property
    def kinds(self) -> dict[str, str]:
        """Columns of words by the concept that names them: 'ward' of a column of wards."""
        found = {}
        for name in words_of(self.table):
            said = [one.concept for one in concepts(cut(name)) if one.concept not in _IDLE]
            if len(said) == 1:
                found[said[0]] = name
        return found

    def named(self, said: frozenset[str], beside: frozenset[str]) -> list[Subject]:
        """The columns that the concepts name, best first; of columns of one thing those with the words beside it."""
        scored = [
            (len(one.core & said) / len(one.core), len(one.core & said), one) for one in self.all if one.core & said
        ]
        scored = [entry for entry in scored if entry[0] >= ENOUGH]
        if not scored:
            return []
        best = max((share, many) for share, many, _ in scored)
        found = [one for share, many, one in scored if (share, many) == best]
        words = said | beside
        fitting = [one for one in found if one.beside <= words]
        most = max((len(one.beside) for one in fitting), default=0)
        if most:
            return [one for one in fitting if len(one.beside & words) == most]
        plain = [one for one in found if not one.beside]
        whole = words_of_role_whole()
        return plain or [one for one in found if one.beside <= whole] or found


def words_of_role_whole() -> frozenset[str]:
    """The words with which a column's name says that it holds all."""
    return frozenset(one.concept for word in load("columns")["whole"]["words"] for one in concepts([word]))


def _core(column: str) -> frozenset[str]:
    name = parse_name(column)
    drop = {word for role in ("cumulative", "new", "variant", "best") for word in load("columns")[role]["words"]}
    drop |= set(load("columns")["multiples"]) | _IDLE
    words = [word for word in name.words if word not in drop or word in words_of_role("aside") & {"new"}]
    words = words or list(name.words)
    return frozenset(one.concept for one in concepts(words))
