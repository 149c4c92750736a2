"""`audit compare`: several texts held against each other."""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from audit.commands import options
from audit.commands.output import check_places, say, write_reports

__all__ = ["compare"]


def compare(
    paths: Annotated[list[str], typer.Argument(metavar="FILE...", help="Two or more files, folders or patterns.")],
    report: options.Reports = [],  # noqa: B006  (typer copies it)
    timeline: Annotated[
        Path | None,
        typer.Option("--timeline", metavar="FOLDER", help="Draw each quantity over time, as PNG files in a folder."),
    ] = None,
    publisher: Annotated[
        list[str],
        typer.Option(
            "--publisher", metavar="NAME", help="Who published the texts: one for all, or one for each in turn."
        ),
    ] = [],  # noqa: B006  (typer copies it)
    published: Annotated[
        list[str],
        typer.Option("--published", metavar="YYYY-MM-DD", help="When: one for all, or one for each in turn."),
    ] = [],  # noqa: B006  (typer copies it)
    manifest: options.ManifestFile = None,
    json: options.Json = False,
    quiet: options.Quiet = False,
    policy: options.PolicyName = "two_figure",
    convention: options.Convention = "plain",
    column: options.ColumnNames = [],  # noqa: B006  (typer copies it)
    fetch: options.Fetch = False,
    follow_links: options.FollowLinks = False,
    memory: options.Memory = None,
    seconds: options.Seconds = None,
    vocabulary: options.Vocabulary = None,
) -> None:
    """Hold the figures of several texts against each other: which speak of one quantity, and which do not fit.

    Example:  audit compare herald.txt post.txt --publisher Herald --publisher Post --timeline pictures/
    """
    options.lay_over(vocabulary)
    options.sources(paths)
    check_places(report)
    from audit.commands.series_lines import series_lines
    from audit.ledger import compare as between
    from audit.ledger import series_of
    from audit.ledger.manifest import read_manifest
    from audit.pipeline import check_many
    from audit.read import read_many
    from audit.text.document import Document

    read = partial(
        read_many,
        columns=options.pairs("--column", column),
        fetch=fetch,
        follow_links=follow_links,
        limits=options.limits(memory, seconds),
    )
    outlets = options.one_each("--publisher", publisher, len(paths))
    days = [options.day("--published", day) for day in options.one_each("--published", published, len(paths))]
    known = read_manifest(manifest) if manifest is not None else None
    documents = (
        known.of(document).of(document) if known is not None and isinstance(document, Document) else document
        for path, outlet, day in zip(paths, outlets, days, strict=True)
        for document in read([path], publisher=outlet, published=day)
    )
    audit = check_many(documents, policy=policy, convention=convention)
    for name in known.unmet if known is not None else ():
        print(f"audit: {manifest} names {name!r}, which is not among the files", file=sys.stderr)
    for failure in audit.failures:
        print(f"audit: {failure}", file=sys.stderr)
    series = series_of(audit.claims, audit.policy)
    audit = replace(audit, between=between(audit.parts, audit.policy))
    if report:
        from audit.report.timeline import timelines

        audit = replace(audit, pictures=timelines(series))
    if audit.parts:
        say(audit, json=json, quiet=quiet)
        if not (json or quiet):
            for line in series_lines(series):
                typer.echo(line)
        write_reports(audit, report, quiet=quiet or json)
    if timeline is not None:
        from audit.report.timeline import draw_all

        for path in draw_all(series, timeline):
            if not quiet:
                print(f"wrote {path}", file=sys.stderr)
    raise typer.Exit(audit.exit_code)
