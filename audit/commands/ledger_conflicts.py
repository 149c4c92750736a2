"""`audit ledger conflicts`: where documents contradict each other, where totals fall, and where they jump."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from audit.commands import options
from audit.commands.ledger_care import File, opened_ledger

if TYPE_CHECKING:
    from audit.ledger import Ledger
    from audit.result import Audit

__all__ = ["conflicts"]

_MOST = 500
"""Findings of one report: nobody reads more, and a page of more cannot be opened."""


def conflicts(
    file: File,
    provenance: Annotated[
        bool,
        typer.Option("--provenance", help="Also what was lost on the way: sources, hedges, precision; and copies."),
    ] = False,
    since: Annotated[
        str | None, typer.Option("--since", metavar="YYYY-MM-DD", help="Those of which a side is of that day or later.")
    ] = None,
    place: Annotated[
        str | None, typer.Option("--place", metavar="NAME", help="Those of a place, in any spelling.")
    ] = None,
    new: Annotated[bool, typer.Option("--new", help="Those that no earlier call with --new has shown.")] = False,
    report: options.Reports = [],  # noqa: B006  (typer copies it)
    json: options.Json = False,
    quiet: options.Quiet = False,
    policy: options.PolicyName = "two_figure",
) -> None:
    """Say where documents contradict each other, where totals fall, and where they jump. Exit code 1 if they do.

    Example:  audit ledger conflicts claims.duckdb --report conflicts.html
    """
    from audit.commands.output import check_places, say, write_reports
    from audit.decisions import apply
    from audit.ledger.narrow import narrowed, with_checks

    check_places(report)
    opened = opened_ledger(file)
    audit = narrowed(
        opened.audit(provenance=provenance, policy=policy), since=options.day("--since", since), place=place
    )
    if new:
        audit = with_checks(audit, opened.unseen(audit.between))
    audit = apply(audit, opened.decisions())
    if json:
        say(audit, json=True, quiet=quiet)
    elif not quiet:
        for line in _conflict_lines(audit, opened, narrow=bool(new or since or place)):
            typer.echo(line)
    if report:
        from audit.report.timeline import timelines

        if len(audit.between) > _MOST:
            words = f"the report holds the first {_MOST:,} of {len(audit.between):,} findings"
            print(f"audit: {words}", file=sys.stderr)
            audit = replace(audit, between=audit.between[:_MOST])
        audit = replace(audit, pictures=timelines(opened_ledger(file).series(policy=policy)))
        write_reports(audit, report, quiet=quiet or json)
    raise typer.Exit(audit.exit_code)


def _conflict_lines(audit: Audit, opened: Ledger, *, narrow: bool) -> Iterator[str]:
    """Each conflict with its key, the open ones first; where there is none, what was compared at all."""
    from audit.decisions import key_of
    from audit.report.words import operation, verdict_words

    decided = {id(check) for check in audit.dismissed}
    for check in sorted(audit.between, key=lambda check: id(check) in decided):
        words = f"{operation(check.operation)}, {verdict_words(check.verdict)['label']}"
        yield f"{key_of(check)[:8]}  {words}: {check.working}\n          {check.note}"
    if not audit.between:
        number = len(opened.series())
        if narrow:
            yield "Nothing was found that does not fit, of what was asked for."
        elif number:
            quantities = "one quantity" if number == 1 else f"{number:,} quantities"
            yield f"Nothing was found that does not fit in {quantities} that more than one document speaks of."
        else:
            yield "Nothing could be compared: no two documents speak of one quantity, as far as their words show."
