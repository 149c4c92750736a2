"""Kill a corpus run at random moments, fifty times, start it again each time, and compare with an undisturbed run.

    python benchmarks/resume.py [--kills 50] [--documents 400]

A run that is through before the fifty kills are used up is compared, and another is begun.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from texts import article

CODE = """
import sys
from audit.corpus import Settings, run
if __name__ == "__main__":
    run([sys.argv[1]], sys.argv[2], settings=Settings(unit=10), processes=2)
"""


def contents(out: Path) -> dict[str, bytes]:
    return {str(file.relative_to(out)): file.read_bytes() for file in sorted(out.glob("*/*.parquet"))}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--documents", type=int, default=400)
    options = parser.parse_args()
    random = Random(1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file, script = folder / "in.jsonl", folder / "command.py"
        script.write_text(CODE, encoding="utf-8")
        rows = (json.dumps({"text": article(number)}) + "\n" for number in range(options.documents))
        file.write_text("".join(rows), encoding="utf-8")

        def command(out: str) -> list[str]:
            return [sys.executable, str(script), str(file), str(folder / out)]

        start = time.perf_counter()
        subprocess.run(command("whole"), check=True)
        length = time.perf_counter() - start
        whole = contents(folder / "whole")
        kills = runs = 0
        while kills < options.kills:
            out, runs = f"cut{runs}", runs + 1
            while True:
                process = subprocess.Popen(command(out), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                try:
                    # most of a run is its start: begin to kill where the work begins
                    process.wait(timeout=random.uniform(0.3, max(1.0, length / 3)) if kills < options.kills else None)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
                    kills += 1
                    continue
                assert process.returncode == 0, "the run failed"
                break
            assert contents(folder / out) == whole, f"{out} differs from the undisturbed run"
        print(
            f"{kills} kills over {runs} runs of {options.documents} documents: every data set is the same, byte for byte"
        )


if __name__ == "__main__":
    main()
