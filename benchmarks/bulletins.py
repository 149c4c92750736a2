"""How well bulletins are read: killed and injured, new and cumulative, beside what a recorder wrote down.

    python benchmarks/bulletins.py GOLD.jsonl

GOLD has a bulletin a line: `id`, `text`, and `recorded` with `killed`, `injured`, `killed_cum`, `injured_cum`. Where the two
differ, the words of the bulletin are printed: whether reader or recorder is right, they say.
"""

import json
import sys
from pathlib import Path

from audit.claims.bulletin import read_bulletin
from audit.claims.claim import PeriodKind
from audit.text.document import Document

FIELDS = {
    "killed": ("killed", PeriodKind.NEW),
    "injured": ("injured", PeriodKind.NEW),
    "killed_cum": ("killed", PeriodKind.CUMULATIVE),
    "injured_cum": ("injured", PeriodKind.CUMULATIVE),
}


def main(path: str) -> None:
    rows = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]
    right = 0
    for row in rows:
        document = Document(row["text"], name=row["id"])
        bulletin = read_bulletin(document)
        for name, (measure, period) in FIELDS.items():
            reading = bulletin.reading(measure, period)
            number = reading.number if reading is not None else None
            if number is not None and period is PeriodKind.NEW:
                number += bulletin.added(measure)
            if number == row["recorded"].get(name):
                right += 1
                continue
            line = document.text[reading.label.start : reading.figure.end] if reading is not None else "nothing said"
            print(f"{row['id']} {name}: bulletin {number} ({line!r}), record {row['recorded'].get(name)}")
        for english, arabic in bulletin.differences:
            print(f"{row['id']} {english.measure} {english.period}: English {english.number}, Arabic {arabic.number}")
    total = len(rows) * len(FIELDS)
    print(f"{right} of {total} figures as recorded ({right / total:.1%}), {len(rows)} bulletins")


if __name__ == "__main__":
    if len(sys.argv) == 2:
        main(sys.argv[1])
    else:
        print("nothing to measure: give a file of bulletins with what a recorder wrote down")
