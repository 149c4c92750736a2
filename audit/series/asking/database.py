"""The rows of a table in DuckDB: numbers as the table reads them, days as days, words as printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from audit.series.asking.question import DAY, ROW, TABLE, Question, Rows, Term
from audit.series.cells import as_printed
from audit.series.days import NO_DAY
from audit.series.rates import totalled
from audit.series.table import Table

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Database"]


class Database:
    """A table in memory that answers questions. Rows that are called the total of others are left out."""

    def __init__(self, table: Table) -> None:
        import duckdb

        self.table = table
        self.frame = _frame(table)
        self._connection = duckdb.connect()
        self._connection.register(TABLE, self.frame)

    def answer(self, question: Question) -> float | None:
        """The number, or None where no row has one."""
        row = self._connection.execute(question.sql).fetchone()
        value = None if row is None else row[0]
        return None if value is None or value != value else float(value)

    def count(self, rows: Rows) -> int:
        """How many rows there are."""
        return int(self.answer(Question(Term("count", (), rows))) or 0)


def _frame(table: Table) -> pd.DataFrame:
    import pandas as pd

    kept = ~totalled(table)
    columns: dict[str, object] = {name: column.values[kept] for name, column in table.columns.items()}
    rows = table.order if table.order is not None else next(iter(table.columns.values())).rows
    for name in words_of(table):
        columns[name] = [as_printed(cell) for cell in table.frame[name].iloc[rows[kept]]]
    columns[ROW] = rows[kept] + table.first_row
    if table.days is not None:
        days = table.days[kept]
        lacking = days == NO_DAY
        columns[DAY] = pd.to_datetime(np.where(lacking, 0, days), unit="D").where(~lacking)
    return pd.DataFrame(columns)


def words_of(table: Table) -> list[str]:
    """The columns of words that tell rows apart."""
    found = [*table.key_names, *table.texts]
    return [name for name in dict.fromkeys(found) if name in table.frame.columns and name not in table.columns]
