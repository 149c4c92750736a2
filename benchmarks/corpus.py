"""Documents a second of `audit corpus`, against the number of processes and of documents, and its memory.

    python benchmarks/corpus.py [--documents 2000] [--large 100000] [--picture benchmarks/corpus.png]

Articles of 3 KB made from templates (`texts.py`). The overhead of an engine is what it takes beyond the work itself: the
same documents through `unit.work` in this process, one after the other, without a pool. Peak memory is that of the process
that hands out the work (the workers' does not depend on the size of the corpus: each holds one unit).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from texts import article

from audit.corpus import Settings, dataset, run
from audit.corpus.unit import cut, work
from audit.read import ReadOptions, find

SHORT = 300
"""Characters of the documents of the largest corpora, so that they are through in minutes: what is shown there is memory."""


def corpus(folder: Path, documents: int, length: int | None = None) -> Path:
    file = folder / f"{documents}-{length}.jsonl"
    kinds = [json.dumps({"text": article(number)[:length], "published": "2024-02-01"}) + "\n" for number in range(500)]
    with file.open("w", encoding="utf-8") as stream:
        for number in range(documents):
            stream.write(kinds[number % len(kinds)])
    return file


def plain(file: Path, out: Path, settings: Settings) -> float:
    """Seconds of the work alone, in this process."""
    dataset.make_folders(out)
    task = partial(work, out=out, settings=settings, run="plain")
    start = time.perf_counter()
    for unit in cut(enumerate(find([file], ReadOptions()), 1), settings.unit):
        task(unit)
    return time.perf_counter() - start


def engine(file: Path, out: Path, settings: Settings, name: str, processes: int) -> float:
    start = time.perf_counter()
    run([file], out, settings=settings, engine=name, processes=processes)
    return time.perf_counter() - start


def peak(file: Path, out: Path) -> float:
    """Peak memory in MB of a run of its own with two processes."""
    code = (
        "import resource, sys\n"
        "from audit.corpus import run\n"
        "if __name__ == '__main__':\n"
        "    run([sys.argv[1]], sys.argv[2], processes=2)\n"
        "    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)\n"
    )
    script = out.parent / "peak.py"
    script.write_text(code, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script), str(file), str(out)], capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--large", type=int, default=100_000, help="documents of the largest corpus, for memory")
    parser.add_argument("--picture", type=Path)
    options = parser.parse_args()
    settings = Settings(unit=100)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = corpus(folder, options.documents)
        size = file.stat().st_size / options.documents
        print(f"{options.documents:,} articles of {size:,.0f} bytes, units of {settings.unit}")
        alone = plain(file, folder / "plain", settings)
        print(f"{'work alone':14} {options.documents / alone:8,.0f} documents/s")
        rates: dict[int, float] = {}
        for processes in (1, 2):
            seconds = engine(file, folder / f"local{processes}", settings, "local", processes)
            rates[processes] = options.documents / seconds
            extra = seconds * processes / alone - 1
            print(f"{'local, ' + str(processes):14} {rates[processes]:8,.0f} documents/s   overhead {extra:6.1%}")
        print(f"two processes are {rates[2] / rates[1]:.2f} times one")
        seconds = engine(file, folder / "dask2", settings, "dask", 2)
        print(
            f"{'dask, 2':14} {options.documents / seconds:8,.0f} documents/s   overhead {seconds * 2 / alone - 1:6.1%}"
        )
        sizes = {}
        print(f"the first {SHORT} characters of each, two processes:")
        for documents in sorted({1000, min(10_000, options.large), options.large}):
            start = time.perf_counter()
            memory = peak(corpus(folder, documents, SHORT), folder / f"peak{documents}")
            sizes[documents] = documents / (time.perf_counter() - start)
            print(f"{documents:>9,} documents   {sizes[documents]:8,.0f} documents/s   peak memory {memory:6.1f} MB")
        if options.picture:
            draw(rates, sizes, options.picture)


def draw(rates: dict[int, float], sizes: dict[int, float], path: Path) -> None:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(9, 3.6), layout="constrained")
    left, right = figure.subplots(1, 2, sharey=True)
    left.plot(list(rates), list(rates.values()), marker="o", color="#1f4e79")
    left.plot(list(rates), [rates[1] * processes for processes in rates], color="#999999", linestyle=":")
    left.set(xlabel="processes", ylabel="documents a second", xticks=list(rates), ylim=(0, None))
    right.plot(list(sizes), list(sizes.values()), marker="o", color="#1f4e79")
    right.set(xlabel="documents in the corpus", xscale="log")
    for axes in (left, right):
        axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path, dpi=150, metadata={"Software": None})


if __name__ == "__main__":
    main()
