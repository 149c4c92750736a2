"""The noun `Question`: what a claim asks of a table, in words and as SQL."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

__all__ = ["DAY", "ROW", "TABLE", "Question", "Rows"]

TABLE, DAY, ROW = "list", "day of row", "number of row"
"""Names in the database: the table, its column of days, and that of the numbers of its rows in the file."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Which rows: the values that columns must have, the days from one to another."""

    values: tuple[tuple[str, str], ...] = ()
    first: date | None = None
    last: date | None = None

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
        parts += [f"{quoted(DAY)} >= DATE '{self.first}'"] if self.first else []
        parts += [f"{quoted(DAY)} <= DATE '{self.last}'"] if self.last else []
        return " AND ".join(parts)


@dataclass(frozen=True, slots=True)
class Question:
    """An aggregate of a column ('' where rows are counted) over some rows."""

    what: str
    """'count', 'distinct', 'sum', 'mean', 'largest', 'smallest', 'share', 'last' (of a running total), 'rank'."""
    column: str
    rows: Rows
    of: Rows = Rows()
    """Of a share, the whole's rows."""
    ranked: tuple[str, str] = ("", "")
    """Of a rank, the column whose values are ranked and the one of them that is meant."""

    @property
    def words(self) -> str:
        """'the sum of killed, from 2032-01-01 to 2032-12-31'."""
        named = {
            "count": "the number of rows",
            "distinct": f"the number of different {self.column}",
            "sum": f"the sum of {self.column}",
            "mean": f"the mean of {self.column}",
            "largest": f"the largest {self.column}",
            "smallest": f"the smallest {self.column}",
            "share": f"the share in the {'sum of ' + self.column if self.column else 'number of rows'}, in per cent",
            "last": f"{self.column} as it last stands",
            "rank": f"the rank of {self.ranked[1]} among {self.ranked[0]} by the sum of {self.column}",
        }[self.what]
        return ", ".join(filter(None, (named, self.rows.words)))

    @property
    def sql(self) -> str:
        """The query, which gives one number."""
        column, where = quoted(self.column), _where(self.rows)
        match self.what:
            case "count":
                return f"SELECT count(*) FROM {TABLE}{where}"
            case "distinct":
                return f"SELECT count(DISTINCT {column}) FROM {TABLE}{where}"
            case "last":
                return f"SELECT arg_max({column}, {quoted(DAY)}) FROM {TABLE}{where}"
            case "share":
                inner = f"sum({column})" if self.column else "count(*)"
                condition = f" FILTER (WHERE {self.rows.sql})" if self.rows.sql else ""
                return f"SELECT 100.0 * {inner}{condition} / {inner} FROM {TABLE}{_where(self.of)}"
            case "rank":
                by, value = quoted(self.ranked[0]), literal(self.ranked[1])
                of = f"sum({column})" if self.column else "count(*)"
                grouped = f"SELECT {by} AS name, {of} AS n FROM {TABLE}{where} GROUP BY {by}"
                return (
                    f"SELECT 1 + count(*) FROM ({grouped}) WHERE n > (SELECT n FROM ({grouped}) WHERE name = {value})"
                )
        function = {"sum": "sum", "mean": "avg", "largest": "max", "smallest": "min"}[self.what]
        return f"SELECT {function}({column}) FROM {TABLE}{where}"


def _where(rows: Rows) -> str:
    return f" WHERE {rows.sql}" if rows.sql else ""


def quoted(name: str) -> str:
    """A name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'


def literal(value: str) -> str:
    """A text as SQL writes it."""
    return "'" + value.replace("'", "''") + "'"
