"""`audit corpus`: a corpus of any size into one Parquet data set."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from audit.commands import options
from audit.commands.progress import Meter
from audit.errors import OptionError

__all__ = ["corpus"]

SHOWN = 5
"""Failures that are named at the end."""


def corpus(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="IN... OUT",
            help="Files, folders, patterns, containers, @LIST of them or storage addresses; last the folder to write.",
        ),
    ],
    engine: Annotated[str, typer.Option(help="local (processes on this machine) or dask.")] = "local",
    processes: Annotated[int | None, typer.Option(help="Worker processes; by default one for each core.")] = None,
    address: Annotated[str | None, typer.Option(metavar="URL", help="A Dask scheduler's address.")] = None,
    column: options.ColumnNames = [],  # noqa: B006  (typer copies it)
    sample: Annotated[int | None, typer.Option(metavar="N", help="Only N documents, always the same.")] = None,
    since: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Only those published then or later.")] = None,
    until: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Only those published then or before.")
    ] = None,
    only: Annotated[
        str | None, typer.Option(metavar="VERDICT", help="'inconsistent': only documents where something does not fit.")
    ] = None,
    seconds: Annotated[
        float | None, typer.Option(help="The longest that one document may take (30), or reading it (8).")
    ] = None,
    memory: options.Memory = None,
    fetch: options.Fetch = False,
    follow_links: options.FollowLinks = False,
    json: options.Json = False,
    quiet: options.Quiet = False,
    policy: options.PolicyName = "two_figure",
    convention: options.Convention = "plain",
    publisher: options.Publisher = None,
    published: options.Published = None,
    language: options.Language = None,
) -> None:
    """Audit a corpus of any size into a folder of Parquet files. Cut short, it goes on where it was.

    Example:  audit corpus articles/ audited/
    """
    from audit.corpus import FAULT, Settings, run
    from audit.corpus.settings import SECONDS
    from audit.pipeline import policy_named
    from audit.read import ReadOptions

    if len(paths) < 2:
        raise OptionError("IN... OUT", " ".join(paths), ("at least one input, and the folder to write",))
    if only not in (None, "inconsistent"):
        raise OptionError("--only", only, ("inconsistent",))
    *sources, out = paths
    settings = Settings(
        policy=policy_named(policy),
        convention=convention,
        since=options.day("--since", since),
        until=options.day("--until", until),
        only_inconsistent=only is not None,
        seconds=SECONDS if seconds is None else seconds,
    )
    reading = ReadOptions(
        publisher=publisher,
        published=options.day("--published", published),
        language=language,
        columns=options.pairs("--column", column),
        fetch=fetch,
        follow_links=follow_links,
        limits=options.limits(memory, seconds),
    )
    try:
        with Meter("documents", quiet=quiet) as meter:
            tally = run(
                sources,
                Path(out),
                settings=settings,
                options=reading,
                engine=engine,
                processes=processes,
                address=address,
                sample=sample,
                total=meter.total if meter.watched else None,
                seen=lambda done: meter.advance(done.seen),
            )
            rate = meter.rate
    except KeyboardInterrupt:
        print(f"audit: stopped; the same command goes on where it was, in {out}", file=sys.stderr)
        raise typer.Exit(130) from None
    if tally.failures:
        from audit.corpus.dataset import failures

        for failure in failures(Path(out), SHOWN):
            print(f"audit: {failure}", file=sys.stderr)
        if tally.failures.total() > SHOWN:
            print(f"audit: {tally.failures.total() - SHOWN:,} more failures stand in {out}/failures", file=sys.stderr)
    if json:
        import json as encoder

        print(encoder.dumps(tally.as_dict(), ensure_ascii=False))
    elif not quiet:
        print(tally.summary())
        print(f"wrote {out} ({rate:,.0f} documents/s)", file=sys.stderr)
    faulty = tally.failures[FAULT] > 0
    raise typer.Exit(3 if faulty else 2 if tally.failures else 1 if tally.verdicts["inconsistent"] else 0)
