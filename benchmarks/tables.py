"""How fast a table is audited, beside a plain pandas diff, DuckDB's lag and (if it is installed) pandera.

    python benchmarks/tables.py [--rows 300000] [--keys 300] [--repeat 3]

A long table of made-up counts with planted faults. Ours runs all rules; the others look for falls alone. Times are of the
processor, the best of the repeats; memory is the most that Python and numpy held beside the table, as multiples of it.
"""

from __future__ import annotations

import argparse
import time
import tracemalloc
from collections.abc import Callable
from importlib.util import find_spec

import numpy as np
import pandas as pd

import audit

FAULTS = 60


def made_up(rows: int, keys: int) -> pd.DataFrame:
    """A table of `keys` series with running totals, new counts, a part and an estimate; `FAULTS` totals are 40 too low."""
    random = np.random.default_rng(11)
    days = rows // keys
    women, men, injured = (random.poisson(mean, keys * days) for mean in (1, 2, 7))
    killed = women + men

    def running(new: np.ndarray) -> np.ndarray:
        return np.cumsum(new.reshape(keys, days), axis=1).reshape(-1)

    frame = pd.DataFrame(
        {
            "place": np.repeat([f"place {i:03d}" for i in range(keys)], days),
            "date": np.tile(pd.date_range("2021-01-01", periods=days).strftime("%Y-%m-%d"), keys),
            "killed": killed,
            "killed_cum": running(killed),
            "killed_women_cum": running(women),
            "injured": injured,
            "injured_cum": running(injured),
            "killed_low": killed - (killed > 3),
            "killed_best": killed,
            "killed_high": killed + 1,
        }
    )
    at = random.choice(np.arange(days // 2, days - 1), FAULTS) + days * random.choice(keys, FAULTS, replace=False)
    frame.loc[at, "killed_cum"] -= 40
    return frame


def by_pandas(frame: pd.DataFrame) -> int:
    """Falls of the three running totals."""
    ordered = frame.sort_values(["place", "date"])
    return sum(int((ordered.groupby("place")[c].diff() < 0).sum()) for c in frame.columns if c.endswith("_cum"))


def by_duckdb(frame: pd.DataFrame) -> int:
    """The same with a window function."""
    import duckdb

    falls = 0
    for column in (c for c in frame.columns if c.endswith("_cum")):
        query = f"select {column} - lag({column}) over (partition by place order by date) as step from frame"
        falls += duckdb.sql(f"select count(*) from ({query}) where step < 0").fetchall()[0][0]
    return falls


def by_pandera(frame: pd.DataFrame) -> int:
    """The same as a check of grouped columns; and types, ranges and uniqueness, which pandera has out of the box."""
    import pandera.pandas as pa

    falls = pa.Check(lambda column: ~(column.groupby(frame["place"]).diff() < 0), element_wise=False)
    columns = {c: pa.Column(int, [pa.Check.ge(0), falls]) for c in frame.columns if c.endswith("_cum")}
    try:
        pa.DataFrameSchema(columns, unique=["place", "date"]).validate(frame, lazy=True)
    except pa.errors.SchemaErrors as errors:
        return int(errors.failure_cases["check"].str.contains("lambda").sum())
    return 0


def by_audit(frame: pd.DataFrame) -> int:
    """All rules."""
    return len(audit.check_table(frame).inconsistent)


def measured(run: Callable[[pd.DataFrame], int], frame: pd.DataFrame, repeat: int) -> tuple[int, float, float]:
    """What it found, seconds, peak memory as a multiple of the table's."""
    best, found = float("inf"), 0
    for _ in range(repeat):
        start = time.process_time()
        found = run(frame)
        best = min(best, time.process_time() - start)
    tracemalloc.start()
    run(frame)
    peak = tracemalloc.get_traced_memory()[1] / float(frame.memory_usage(deep=True).sum())
    tracemalloc.stop()
    return found, best, peak


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rows", type=int, default=300_000)
    options.add_argument("--keys", type=int, default=300)
    options.add_argument("--repeat", type=int, default=3)
    given = options.parse_args()
    frame = made_up(given.rows, given.keys)
    print(
        f"{len(frame):,} rows, {given.keys} keys, {frame.size:,} cells, {frame.memory_usage(deep=True).sum() / 1e6:.0f} MB"
    )
    runs = {"pandas diff (falls)": by_pandas, "duckdb lag (falls)": by_duckdb}
    if find_spec("pandera"):
        runs["pandera (falls, types)"] = by_pandera
    runs["audit.check_table (all)"] = by_audit
    print(f"{'':26}{'found':>8}{'seconds':>10}{'cells/s':>14}{'memory':>10}")
    for name, run in runs.items():
        found, seconds, peak = measured(run, frame, given.repeat)
        print(f"{name:26}{found:>8,}{seconds:>10.2f}{frame.size / seconds:>14,.0f}{peak:>9.1f}x")


if __name__ == "__main__":
    main()
