"""Documents a second of `audit corpus`, against the number of processes and of documents, and its memory.

    python benchmarks/corpus.py [--documents 2000] [--large 100000] [--dense] [--picture benchmarks/corpus.png]

Articles of 3 KB made from templates (`texts.py`), as dense in figures as the news or, with --dense, three times as dense.
The work alone is the same units through `unit.work` without an engine, in as many processes, each warm before the clock
starts; what an engine takes beyond that is its overhead, with the start of its processes and, as that is the same for any
corpus, without (the time that a corpus of one document takes). Besides the seconds on the wall stands the processor time of
all processes of the run, which other programs on the machine blur less (Linux only). Peak memory is that of the process that
hands out the work (the workers' does not depend on the size of the corpus: each holds one unit).
"""

from __future__ import annotations

import argparse
import ctypes
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from texts import article

from audit.corpus import Settings, dataset, run
from audit.corpus.unit import Unit, cut, work
from audit.read import ReadOptions, find

SHORT = 300
"""Characters of the documents of the largest corpora, so that they are through in minutes: what is shown there is memory."""
KINDS = 500
"""Different articles, which a corpus repeats."""
REAP_ORPHANS = 36
"""PR_SET_CHILD_SUBREAPER of Linux: processes whose parent has ended are waited for here, and their time is counted."""


@dataclass(frozen=True)
class Time:
    """Seconds on the wall, and of processor time in all processes."""

    wall: float
    processor: float

    def line(self, name: str, documents: int, base: Time | None = None, start: Time | None = None) -> str:
        each = 1000 * self.processor / documents
        shown = f"{name:14} {documents / self.wall:7,.0f} documents/s {each:7.2f} ms of processor each"
        for words, less in (("overhead", Time(0, 0)), ("without the start", start)):
            if base and less:
                wall = (self.wall - less.wall) / base.wall - 1
                processor = (self.processor - less.processor) / base.processor - 1
                shown += f"   {words} {wall:6.1%} (processor {processor:6.1%})"
        return shown


def corpus(folder: Path, documents: int, dense: bool = False, length: int | None = None) -> Path:
    file = folder / f"{documents}-{length}.jsonl"
    kinds = [
        json.dumps({"text": article(number, dense=dense)[:length], "published": "2024-02-01"}) + "\n"
        for number in range(min(KINDS, documents))
    ]
    with file.open("w", encoding="utf-8") as stream:
        for number in range(documents):
            stream.write(kinds[number % len(kinds)])
    return file


def units(file: Path) -> Iterable[Unit]:
    return cut(enumerate(find([file], ReadOptions()), 1), Settings().unit)


def share(file: Path, out: Path, processes: int, number: int, ready: Any, times: Any) -> None:
    """Every so manieth unit, in a process that is warm before the others start."""
    import audit.corpus.warm  # noqa: F401

    task = partial(work, out=out, settings=Settings(), run="plain")
    mine = [unit for unit in units(file) if unit.number % processes == number]
    ready.wait()
    start, begun = time.perf_counter(), time.process_time()
    for unit in mine:
        task(unit)
    times.put((time.perf_counter() - start, time.process_time() - begun))


def plain(file: Path, out: Path, processes: int) -> Time:
    """The work alone."""
    dataset.make_folders(out)
    context = get_context("spawn")
    ready, times = context.Barrier(processes), context.Queue()
    workers = [
        context.Process(target=share, args=(file, out, processes, number, ready, times)) for number in range(processes)
    ]
    for worker in workers:
        worker.start()
    found = [times.get() for _ in workers]
    for worker in workers:
        worker.join()
    return Time(max(wall for wall, _ in found), sum(processor for _, processor in found))


def engine(file: Path, out: Path, name: str, processes: int) -> tuple[Time, float]:
    """A run in a process of its own: its time and its peak memory in MB."""
    command = [sys.executable, __file__, "--run", str(file), str(out), name, str(processes)]
    wall, memory, processor = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return Time(wall, processor), memory


def reaped(words: list[str]) -> None:
    """Do one run in a child, wait for all its descendants, and print wall, memory and processor time."""
    ctypes.CDLL(None).prctl(REAP_ORPHANS, 1, 0, 0, 0)
    pipe, end = os.pipe()
    child = subprocess.Popen([sys.executable, __file__, "--one", *words], stdout=end)
    os.close(end)
    try:
        while os.wait():
            pass
    except ChildProcessError:
        child.returncode = 0
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    wall, memory, before = json.loads(os.read(pipe, 1000))
    print(json.dumps([wall, memory, used.ru_utime + used.ru_stime - before]))


def one(file: str, out: str, name: str, processes: str) -> None:
    """One run; printed are its seconds, this process's peak memory, and the processor time of what came before it."""
    before, start = time.process_time(), time.perf_counter()
    run([file], out, engine=name, processes=int(processes))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([time.perf_counter() - start, memory, before]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--large", type=int, default=100_000, help="documents of the largest corpus, for memory")
    parser.add_argument("--dense", action="store_true", help="articles with three times as many figures")
    parser.add_argument("--picture", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file, single = corpus(folder, options.documents, options.dense), corpus(folder, 1, options.dense)
        size = file.stat().st_size / options.documents
        print(f"{options.documents:,} articles of {size:,.0f} bytes")
        rates: dict[int, float] = {}
        for processes in (1, 2):
            base = plain(file, folder / f"plain{processes}", processes)
            print(base.line(f"work alone, {processes}", options.documents))
            for each in ("local", "dask") if processes == 2 else ("local",):
                start, _ = engine(single, folder / f"start-{each}{processes}", each, processes)
                took, _ = engine(file, folder / f"{each}{processes}", each, processes)
                print(took.line(f"{each}, {processes}", options.documents, base, start))
                if each == "local":
                    rates[processes] = options.documents / took.wall
        print(f"two processes are {rates[2] / rates[1]:.2f} times one")
        sizes: dict[int, float] = {}
        for documents in sorted({100, options.documents // 4, options.documents}):
            took, _ = engine(corpus(folder, documents, options.dense), folder / f"size{documents}", "local", 2)
            sizes[documents] = documents / took.wall
        if options.picture:
            draw(rates, sizes, options.picture)
        print(f"the first {SHORT} characters of each, two processes:")
        for documents in sorted({1000, min(10_000, options.large), options.large}):
            took, memory = engine(corpus(folder, documents, length=SHORT), folder / f"peak{documents}", "local", 2)
            print(f"{documents:>9,} documents {documents / took.wall:8,.0f} documents/s   peak memory {memory:6.1f} MB")


def draw(rates: dict[int, float], sizes: dict[int, float], path: Path) -> None:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(9, 3.6), layout="constrained")
    left, right = figure.subplots(1, 2, sharey=True)
    left.plot(list(rates), list(rates.values()), marker="o", color="#1f4e79")
    left.plot(list(rates), [rates[1] * processes for processes in rates], color="#999999", linestyle=":")
    left.set(xlabel="processes", ylabel="documents a second", xticks=list(rates), ylim=(0, None))
    right.plot(list(sizes), list(sizes.values()), marker="o", color="#1f4e79")
    right.set(xlabel="documents in the corpus, start included", xscale="log")
    for axes in (left, right):
        axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path, dpi=150, metadata={"Software": None})


if __name__ == "__main__":
    if sys.argv[1:2] == ["--run"]:
        reaped(sys.argv[2:])
    elif sys.argv[1:2] == ["--one"]:
        one(*sys.argv[2:])
    else:
        main()
