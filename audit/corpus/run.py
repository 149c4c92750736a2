"""One run over a corpus: find the documents, cut them into units, hand out those that are not done, add up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from random import Random
from uuid import uuid4

from audit.corpus import dataset
from audit.corpus.cluster import dask
from audit.corpus.count import count
from audit.corpus.local import local
from audit.corpus.settings import Settings, open_run
from audit.corpus.tally import Tally, tally_of
from audit.corpus.unit import cut, work
from audit.errors import OptionError, UnreadableError
from audit.read import Pending, ReadOptions, find

__all__ = ["ENGINES", "run"]

ENGINES = ("local", "dask")
SEED = 0
"""A sample of the same corpus is always the same sample."""


def run(
    sources: Sequence[str | Path],
    out: str | Path,
    *,
    settings: Settings = Settings(),  # noqa: B008  (frozen)
    options: ReadOptions = ReadOptions(),  # noqa: B008  (frozen)
    engine: str = "local",
    processes: int | None = None,
    address: str | None = None,
    sample: int | None = None,
    total: Callable[[int, int], None] | None = None,
    seen: Callable[[Tally], None] | None = None,
) -> Tally:
    """Audit every document of `sources` into the data set `out`, and return the counts.

    `sample` takes that many documents, drawn evenly and always the same. `total`, if given, is called once with the number
    of documents and how many of them were done before; `seen` with the tally of each unit that ends. Raises `AuditError`
    if `out` holds another run.
    """
    if engine not in ENGINES:
        raise OptionError("engine", engine, ENGINES)
    for name, value in (("processes", processes), ("sample", sample)):
        if value is not None and value < 1:
            raise OptionError(name, value, ("a number from 1",))
    folder = Path(out)
    names = [str(source) for source in sources]
    open_run(folder, names, settings, sample, options)
    dataset.make_folders(folder)
    dataset.clean(folder)
    finished = dataset.done(folder)
    done = tally_of(folder, sorted(finished))
    size = count(names, options) if total or sample is not None else 0
    if total:
        total(min(size, size if sample is None else sample), done.seen)
    found = enumerate(find(names, options), start=1)
    units = cut(found if sample is None else _sampled(found, size, sample), settings.unit)
    task = partial(work, out=folder.absolute(), settings=settings, run=uuid4().hex)
    left = (unit for unit in units if unit.number not in finished)
    tallies = (
        local(left, task, processes=processes)
        if engine == "local"
        else dask(left, task, address=address, processes=processes)
    )
    for tally in tallies:
        done += tally
        if seen:
            seen(tally)
    return done


def _sampled(
    found: Iterable[tuple[int, Pending | UnreadableError]], size: int, wanted: int
) -> Iterator[tuple[int, Pending | UnreadableError]]:
    chosen = set(Random(SEED).sample(range(1, size + 1), min(wanted, size)))
    return ((number, item) for number, item in found if number in chosen)
