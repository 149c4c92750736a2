"""`audit compare`: several texts held against each other."""

from __future__ import annotations

import sys
from dataclasses import replace
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

    Example:  audit compare herald.txt post.txt --timeline pictures/
    """
    options.lay_over(vocabulary)
    options.sources(paths)
    check_places(report)
    from audit.commands.series_lines import series_lines
    from audit.ledger import compare as between
    from audit.ledger import series_of
    from audit.pipeline import check_many
    from audit.read import read_many

    documents = read_many(
        paths,
        columns=options.pairs("--column", column),
        fetch=fetch,
        follow_links=follow_links,
        limits=options.limits(memory, seconds),
    )
    audit = check_many(documents, policy=policy, convention=convention)
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
