"""How well the totals of a text are found: killed, injured and detained beside what a recorder coded from the same text.

    python benchmarks/casualties.py GOLD.jsonl [GOLD.jsonl ...]

GOLD has a text a line: `text`, and for each measure `[low, high]`, or null where the recorder coded none. Shares are of the
texts with a count above 0: `exact` both ends as coded, `low` and `high` one end, `within` inside the coded range, `given`
any answer at all; `spurious` is of the texts for which none is coded. `always one` answers 1 to every text.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from audit.claims import casualties

MEASURES = ("killed", "injured", "detained")
Range = list[float]


def main(path: str) -> None:
    rows = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]
    began = time.process_time()
    answers = [casualties(row["text"]) for row in rows]
    seconds = time.process_time() - began
    characters = sum(len(row["text"]) for row in rows)
    print(f"{path}: {len(rows)} texts, {characters / seconds:,.0f} characters a second of processor time")
    for measure in MEASURES:
        pairs = [
            (row.get(measure), [float(a[measure].low), float(a[measure].high)] if measure in a else None)
            for row, a in zip(rows, answers, strict=True)
        ]
        report(measure, pairs)


def report(measure: str, pairs: list[tuple[Range | None, Range | None]]) -> None:
    coded = [(gold, ours) for gold, ours in pairs if gold and gold[1]]
    if not coded:
        return

    def share(holds: Callable[[Range, Range], bool]) -> float:
        return sum(ours is not None and holds(gold, ours) for gold, ours in coded if gold) / len(coded)

    none = [ours for gold, ours in pairs if gold is None]
    print(
        f"  {measure:8} {len(coded):4} coded  exact {share(lambda g, o: g == o):.3f}"
        f"  low {share(lambda g, o: g[0] == o[0]):.3f}  high {share(lambda g, o: g[1] == o[1]):.3f}"
        f"  within {share(lambda g, o: g[0] <= o[0] and o[1] <= g[1]):.3f}  given {share(lambda g, o: True):.3f}"
        f"  always one {sum(gold == [1, 1] for gold, _ in coded) / len(coded):.3f}"
        f"  spurious {sum(ours is not None for ours in none)} of {len(none)}"
    )


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        main(argument)
