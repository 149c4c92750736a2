"""`audit table`: statistics that come as a table."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from audit.commands import options
from audit.commands.output import check_places, say, write_reports

__all__ = ["table"]


def table(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="CSV, TSV, JSON, GeoJSON, JSONL, XLSX, Parquet, HTML, DOCX, Markdown or PDF."
        ),
    ],
    against: Annotated[
        Path | None, typer.Option("--against", metavar="OLD", help="An older edition, compared cell by cell.")
    ] = None,
    corrections: Annotated[
        Path | None, typer.Option("--corrections", metavar="FILE", help="The publisher's own corrections.")
    ] = None,
    rules: Annotated[
        Path | None, typer.Option("--rules", metavar="TOML", help="Rules to state, correct or switch off.")
    ] = None,
    reference: Annotated[
        Path | None, typer.Option("--reference", metavar="FOLDER", help="Reference tables laid over the program's own.")
    ] = None,
    explain_rules: Annotated[
        bool,
        typer.Option("--explain-rules", help="Print what is inferred from the columns, and from what; check nothing."),
    ] = False,
    report: options.Reports = [],  # noqa: B006  (typer copies it)
    json: options.Json = False,
    quiet: options.Quiet = False,
    policy: options.PolicyName = "as_printed",
    memory: options.Memory = None,
    seconds: options.Seconds = None,
    vocabulary: options.Vocabulary = None,
) -> None:
    """Audit a table: counts that fall, new and cumulative counts, parts and wholes, estimates, dates, older editions.

    Example:  audit table daily.csv --explain-rules
    """
    options.lay_over(vocabulary)
    options.sources([file])
    check_places(report)
    from audit import series

    limits = options.limits(memory, seconds)
    if explain_rules:
        for line in series.explain_rules(file, rules=rules, limits=limits):
            typer.echo(line)
        return
    audit = series.check_table(
        file,
        rules=rules,
        against=against,
        corrections=corrections,
        reference=reference,
        policy=policy,
        limits=limits,
    )
    say(audit, json=json, quiet=quiet)
    if not (json or quiet):
        for part in audit.parts:
            for line in series.told(part.coverage)[1:] if part.coverage else ():
                typer.echo(line if len(audit.parts) == 1 else f"{part.document.name}: {line}")
    write_reports(audit, report, quiet=quiet or json)
    raise typer.Exit(audit.exit_code)
