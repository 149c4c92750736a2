"""The columns of a table by what their names say: what is counted, and what tells columns of one thing apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from audit.lang import load
from audit.series.asking.concepts import concept, concepts, stem, words_of_role
from audit.series.asking.database import words_of
from audit.series.cells import as_printed
from audit.series.layout import ROW_OF_LIST
from audit.series.names import cut, parse_name
from audit.series.table import Table

__all__ = ["Subject", "Subjects"]

ENOUGH = 0.5
"""Share of the concepts of a column's name that a text must have to mean it."""
MANY = 200
"""Values of a column beyond which they describe each row."""
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
        names = {column: self._core(column) for column in self.table.columns}
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

    def _core(self, column: str) -> frozenset[str]:
        return frozenset(one.concept for one in concepts(_kept(column, self._certainty), self.apart))

    @cached_property
    def _certainty(self) -> frozenset[str]:
        """The words by which columns of one thing differ in how sure it is: 'suspected' and 'confirmed' cases."""
        words = words_of_role("certainty")
        by_rest: dict[frozenset[str], set[str]] = {}
        for column in self.table.columns:
            said = words & set(parse_name(column).words)
            if said:
                rest = frozenset(one.concept for one in concepts([w for w in cut(column) if w not in words]))
                by_rest.setdefault(rest, set()).update(said)
        return frozenset(word for said in by_rest.values() if len(said) > 1 for word in said)

    @cached_property
    def apart(self) -> frozenset[str]:
        """The stems by which columns differ whose words are synonyms else: 'destroyed' and 'damaged' homes."""
        alike: dict[tuple[object, ...], list[set[str]]] = {}
        for column in self.table.columns:
            said = parse_name(column)
            same = frozenset(one.concept for one in concepts(_kept(column)))
            told = (same, column in self._running, said.has("cumulative"), said.has("new"))
            alike.setdefault(told, []).append({stem(word) for word in _kept(column)})
        differing = {
            word
            for names in alike.values()
            for word in frozenset().union(*names)
            if any(word not in one for one in names)
        }
        return frozenset(differing) | frozenset(map(stem, self._certainty))

    @cached_property
    def context(self) -> frozenset[str]:
        """Concepts that stand beside several measures ('aid workers killed', '... abducted'): they tell no columns apart."""
        of_measure: dict[str, list[frozenset[str]]] = {}
        for column in self.table.columns:
            measure = parse_name(column).measure
            if measure is not None:
                of_measure.setdefault(measure, []).append(self._core(column) - {measure})
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
    def cores(self) -> frozenset[str]:
        """What the columns count."""
        return frozenset(one for subject in self.all for one in subject.core)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the words of the table's names, of its columns' and of the values in those of words."""
        values = (as_printed(cell) for name in words_of(self.table) for cell in self.table.frame[name].unique()[:MANY])
        texts = (Path(self.table.name).stem, *self.table.columns, *values)
        return frozenset(stem(word) for text in texts for word in cut(text))

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
        return not self.is_panel or ROW_OF_LIST in self.table.columns

    @cached_property
    def is_panel(self) -> bool:
        """Whether the rows say how things stood day after day or month after month, each of its parts on the same days."""
        table = self.table
        if table.days is None or not table.series or table.regular:
            return table.series and table.regular
        parts = len(table.labels)
        if parts > 1:
            _, often = np.unique(table.days, return_counts=True)
            return bool((often == parts).all() and not table.repeated.any())
        steps = np.diff(np.sort(table.days))
        return len(steps) > 1 and bool(((steps >= 28) & (steps <= 31)).all())

    @cached_property
    def rows(self) -> frozenset[str]:
        """Concepts by which the name of a list, or a column of types in it, calls its rows: 'journalists.csv'."""
        if not self.is_list:
            return frozenset()
        names = [one.concept for one in concepts(cut(Path(self.table.name).stem))]
        return frozenset(names[-1:]) | self._typed

    @cached_property
    def cases(self) -> frozenset[str]:
        """The harm of which each row of a list is a case, by the list's name or that of its days, where no column counts it:
        'deaths_in_custody.csv', 'date_of_death'."""
        if not self.is_list:
            return frozenset()
        counted = {*self.table.columns, *words_of(self.table)}
        names = [Path(self.table.name).stem, *(str(name) for name in self.table.frame.columns if name not in counted)]
        return frozenset(filter(None, (parse_name(name).measure for name in names))) - self.cores

    @cached_property
    def _typed(self) -> frozenset[str]:
        """What a column of types is of: each row of a list with a 'Facility type' is a facility."""
        types, found = words_of_role("types"), set()
        for name in words_of(self.table):
            words = [word for word in cut(name) if word not in _IDLE]
            if len(words) == 2 and words[1] in types:
                found.add(concept(words[0]))
        return frozenset(found)

    @cached_property
    def kinds(self) -> dict[str, str]:
        """Columns of words by the concept that names them: 'ward' of a column of wards."""
        found = {}
        for name in words_of(self.table):
            said = [one.concept for one in concepts(cut(name)) if one.concept not in _IDLE]
            if len(said) == 1:
                found[said[0]] = name
        return found

    def falls(self, column: str) -> bool:
        """Whether a column's numbers fall from one day to the next of a series."""
        table = self.table
        if table.days is None:
            return False
        order = np.lexsort((table.days, table.key))
        moves = np.diff(table.columns[column].values[order])
        return bool((moves[table.key[order][1:] == table.key[order][:-1]] < 0).any())

    def is_open(self, columns: Sequence[Subject]) -> bool:
        """Whether columns differ only in how sure their cases are: plain 'cases' are those of one of them, not of all."""
        sure = frozenset(map(stem, self._certainty))
        return len(columns) > 1 and all(one.beside and one.beside <= sure for one in columns)

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


def _kept(column: str, sure: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The words of a column's name that say what it counts, and how `sure` it is where columns differ in that."""
    name = parse_name(column)
    drop = {word for role in ("cumulative", "new", "variant", "best") for word in load("columns")[role]["words"]}
    drop |= set(load("columns")["multiples"]) | _IDLE
    words = [
        word for word in name.words if word not in drop or word in sure or word in words_of_role("aside") & {"new"}
    ]
    return tuple(words) or name.words
