"""The nouns `Rows`, `Term` and `Question`: what a claim asks of a table, in words and as SQL."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

__all__ = ["DAY", "ROW", "TABLE", "Question", "Rows", "Term"]

TABLE, DAY, ROW = "list", "day of row", "number of row"
"""Names in the database: the table, its column of days, and that of the numbers of its rows in the file."""
_SIGNS = {">": "more than", ">=": "at least", "<": "less than", "<=": "at most", "=": "exactly"}
_HOW = {"mean": "avg", "largest": "max", "smallest": "min"}


@dataclass(frozen=True, slots=True)
class Rows:
    """Which rows: the values that columns must have, the days from one to another, numbers that columns reach."""

    values: tuple[tuple[str, str], ...] = ()
    first: date | None = None
    last: date | None = None
    limits: tuple[tuple[str, str, float], ...] = ()
    """Column, sign and number: ('killed', '>=', 10)."""

    @property
    def _by_column(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for column, value in self.values:
            found.setdefault(column, []).append(value)
        return found

    @property
    def words(self) -> str:
        """'place Birch Town, from 2032-01-01 to 2032-12-31'; '' for all rows."""
        said = [f"{column} {' or '.join(values)}" for column, values in self._by_column.items()]
        said += [f"{column} {_SIGNS[sign]} {number:g}" for column, sign, number in self.limits]
        if self.first and self.last:
            one = self.first == self.last
            said.append(f"on {self.first}" if one else f"from {self.first} to {self.last}")
        elif self.first or self.last:
            said.append(f"from {self.first} on" if self.first else f"up to {self.last}")
        return ", ".join(said)

    @property
    def sql(self) -> str:
        """The condition, '' for all rows."""
        parts = [
            f"{quoted(column)} IN ({', '.join(map(literal, values))})" for column, values in self._by_column.items()
        ]
        parts += [f"{quoted(column)} {sign} {number:g}" for column, sign, number in self.limits]
        parts += [f"{quoted(DAY)} >= DATE '{self.first}'"] if self.first else []
        parts += [f"{quoted(DAY)} <= DATE '{self.last}'"] if self.last else []
        return " AND ".join(parts)

    @property
    def where(self) -> str:
        return f" WHERE {self.sql}" if self.sql else ""

    def without(self, columns: set[str]) -> Rows:
        """The same without the values of some columns."""
        return replace(self, values=tuple(one for one in self.values if one[0] not in columns))

    def within(self, first: date | None, last: date | None) -> Rows:
        """The same of other days."""
        return replace(self, first=first, last=last)


@dataclass(frozen=True, slots=True)
class Term:
    """A number that is worked out over rows: a column, or several that are added up, or the rows themselves."""

    how: str
    """'count', 'distinct', 'sum', 'mean', 'largest', 'smallest', 'last' (of a running total or a level)."""
    columns: tuple[str, ...] = ()
    rows: Rows = field(default_factory=Rows)
    by: str = ""
    """For a mean or an extreme: over what the column is added up first, 'month', 'year' or a column of words."""
    keys: tuple[str, ...] = ()
    """For 'last': the columns that tell apart the series, each of which stands somewhere."""
    scale: float = 1

    @property
    def words(self) -> str:
        """'the sum of killed, from 2032-01-01 to 2032-12-31'."""
        of = " and ".join(self.columns)
        each = f" in a {self.by}" if self.by else ""
        named = {
            "count": "the number of rows",
            "distinct": f"the number of different {of}",
            "sum": f"the sum of {of}",
            "mean": f"the mean of {of or 'rows'}{each}",
            "largest": f"the largest {of or 'number of rows'}{each}",
            "smallest": f"the smallest {of or 'number of rows'}{each}",
            "last": f"{of} as it last stands",
        }[self.how]
        return ", ".join(filter(None, (named, self.rows.words)))

    @property
    def sql(self) -> str:
        """The query, which gives one number."""
        where = self.rows.where
        scale = f" * {self.scale:g}" if self.scale != 1 else ""
        match self.how:
            case "count":
                return f"SELECT count(*) FROM {TABLE}{where}"
            case "distinct":
                return f"SELECT count(DISTINCT {quoted(self.columns[0])}) FROM {TABLE}{where}"
            case "last":
                last = " + ".join(f"arg_max({quoted(column)}, {quoted(DAY)})" for column in self.columns)
                if not self.keys:
                    return f"SELECT ({last}){scale} FROM {TABLE}{where}"
                keys = ", ".join(map(quoted, self.keys))
                return f"SELECT sum(n){scale} FROM (SELECT {last} AS n FROM {TABLE}{where} GROUP BY {keys})"
            case "sum":
                return f"SELECT {self._sum}{scale} FROM {TABLE}{where}"
        if self.by == "row":
            return f"SELECT 1.0 * {self._sum}{scale} / count(*) FROM {TABLE}{where}"
        if self.by:
            day = f"date_trunc('{self.by}', {quoted(DAY)})"
            by = day if self.by in ("day", "week", "month", "quarter", "year") else quoted(self.by)
            return f"SELECT {_HOW[self.how]}(n){scale} FROM (SELECT {self._sum} AS n FROM {TABLE}{where} GROUP BY {by})"
        return f"SELECT {_HOW[self.how]}({' + '.join(map(quoted, self.columns))}){scale} FROM {TABLE}{where}"

    @property
    def _sum(self) -> str:
        if not self.columns:
            return "count(*)"
        if len(self.columns) == 1:
            return f"sum({quoted(self.columns[0])})"
        return " + ".join(f"coalesce(sum({quoted(column)}), 0)" for column in self.columns)


@dataclass(frozen=True, slots=True)
class Question:
    """A term, or two of them held against each other."""

    term: Term
    what: str = "value"
    """'value', 'share', 'rise' and 'fall' (in per cent), 'part' and 'multiple' (in ones), 'difference', 'rank'."""
    other: Term | None = None
    """What the term is a part of, or is compared with."""
    ranked: tuple[str, str] = ("", "")
    """Of a rank, the column whose values are ranked and the one of them that is meant."""

    @property
    def words(self) -> str:
        """'the sum of killed, place Ash, in per cent of the sum of killed'."""
        if self.what == "rank":
            return f"the rank of {self.ranked[1]} among {self.ranked[0]} by {self.term.words}"
        if self.other is None:
            return self.term.words
        how = {
            "share": "in per cent of",
            "part": "divided by",
            "rise": "more, in per cent, than",
            "fall": "less, in per cent, than",
            "multiple": "divided by",
            "difference": "from which is taken",
        }[self.what]
        return f"{self.term.words}, {how} {self.other.words}"

    @property
    def sql(self) -> str:
        """The query, which gives one number."""
        if self.what == "rank":
            by, value = quoted(self.ranked[0]), literal(self.ranked[1])
            grouped = f"SELECT {by} AS name, {self.term._sum} AS n FROM {TABLE}{self.term.rows.where} GROUP BY {by}"
            return f"SELECT 1 + count(*) FROM ({grouped}) WHERE n > (SELECT n FROM ({grouped}) WHERE name = {value})"
        if self.other is None:
            return self.term.sql
        one, other = f"({self.term.sql})", f"({self.other.sql})"
        match self.what:
            case "share":
                return f"SELECT 100.0 * {one} / {other}"
            case "rise":
                return f"SELECT 100.0 * ({one} - {other}) / {other}"
            case "fall":
                return f"SELECT 100.0 * ({other} - {one}) / {other}"
            case "difference":
                return f"SELECT {one} - {other}"
        return f"SELECT 1.0 * {one} / {other}"


def quoted(name: str) -> str:
    """A name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'


def literal(value: str) -> str:
    """A text as SQL writes it."""
    return "'" + value.replace("'", "''") + "'"
