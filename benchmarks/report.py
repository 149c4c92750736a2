"""Times of reports: a PDF of one article from a cold start, and 1,000 findings in every format.

    python benchmarks/report.py [--findings 1000]

Wall and processor time. The article is a seed; the findings are invented sentences of which a third does not fit.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import audit
from audit.report import FORMATS

SEED = Path(__file__).parent.parent / "seeds" / "upi-2024-02-01.txt"
COLD = "import sys, audit; audit.check(sys.argv[1]).report(sys.argv[2])"


def findings(number: int) -> str:
    """One sentence a finding: a percentage with its two figures, every third one off."""
    lines = []
    for n in range(number):
        old = 200 + 10 * (n % 40)
        share = 10 + n % 35
        new = old * (100 + share + (15 if n % 3 == 0 else 0)) // 100
        lines.append(f"Output in district {n + 1001} rose {share}% to {new:,} tonnes from {old:,} tonnes.")
    return "\n\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--findings", type=int, default=1000)
    number = parser.parse_args().findings
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(3):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", COLD, str(SEED), f"{folder}/one.pdf"], check=True)
            print(f"one article to PDF, cold start: {time.perf_counter() - start:.2f} s")
        result = audit.check(findings(number))
        print(f"{len(result.checks)} checks, {len(result.inconsistent)} inconsistent, {len(result.figures)} figures")
        for suffix in FORMATS:
            wall, processor = time.perf_counter(), time.process_time()
            size = result.report(f"{folder}/many{suffix}").stat().st_size
            wall, processor = time.perf_counter() - wall, time.process_time() - processor
            print(f"{suffix:9} {wall:6.2f} s wall {processor:6.2f} s processor {size / 1e6:6.2f} MB")


if __name__ == "__main__":
    main()
