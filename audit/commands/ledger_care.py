"""`audit ledger remove`, `edit`, `verify`, `decide`: what is stored, put right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audit.commands import options
from audit.commands.output import print_json
from audit.errors import LedgerError, OptionError

if TYPE_CHECKING:
    from audit.ledger import Ledger

__all__ = ["File", "decide", "edit", "opened_ledger", "remove", "verify"]

File = Annotated[Path, typer.Argument(metavar="LEDGER", help="The ledger's DuckDB file; made if there is none.")]
_Number = typer.Argument(metavar="DOCUMENT", help="Its number, as `audit ledger list` gives it.")


def opened_ledger(file: Path) -> Ledger:
    """The ledger of a file that is there: only `add` makes one."""
    from audit.ledger import Ledger

    if not file.exists():
        raise LedgerError(str(file), "does not exist", "make it with 'audit ledger add'")
    return Ledger(file)


def remove(
    file: File, documents: Annotated[list[int], _Number], json: options.PlainJson = False, quiet: options.Quiet = False
) -> None:
    """Take documents out, with all that was found in them.

    Example:  audit ledger remove claims.duckdb 3 7
    """
    number = opened_ledger(file).remove(list(dict.fromkeys(documents)))
    if json:
        print_json({"removed": number})
    elif not quiet:
        typer.echo(f"{number} removed")


def edit(
    file: File,
    document: Annotated[int, _Number],
    publisher: Annotated[str | None, typer.Option("--publisher", metavar="NAME", help="Who published it.")] = None,
    published: Annotated[str | None, typer.Option("--published", metavar="YYYY-MM-DD", help="When.")] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="WORDS")] = None,
    place: Annotated[
        str | None, typer.Option("--place", metavar="NAME", help="Where it plays: the place of claims that name none.")
    ] = None,
    json: options.PlainJson = False,
    quiet: options.Quiet = False,
) -> None:
    """Change what is known about a document; '' says that it is not known. Its text stays, its claims follow.

    Example:  audit ledger edit claims.duckdb 3 --publisher Herald --published 2031-05-03
    """
    from audit.ledger.corrections import Known

    if publisher is None and published is None and title is None and place is None:
        raise OptionError("edit", "nothing", ("--publisher", "--published", "--title", "--place"))
    day = options.day("--published", published) if published else published
    changed = opened_ledger(file).edit(document, Known(publisher, day, title, place))
    if json:
        print_json(
            {
                "document": document,
                "publisher": changed.publisher,
                "published": changed.published.isoformat() if changed.published else None,
                "title": changed.title,
            }
        )
    elif not quiet:
        on = changed.published.isoformat() if changed.published else "no date"
        typer.echo(f"{document}: {changed.publisher or 'publisher unknown'}, {on}")


def verify(file: File, json: options.PlainJson = False, quiet: options.Quiet = False) -> None:
    """Say whether a ledger is whole: every text as it was stored, every figure in its place. Exit code 2 if not.

    Example:  audit ledger verify claims.duckdb
    """
    opened = opened_ledger(file)
    wrong = opened.verify()
    if json:
        print_json({"whole": not wrong, "documents": len(opened.documents()), "wrong": list(wrong)})
    for line in [] if quiet or json else wrong:
        typer.echo(line)
    if not quiet and not json and not wrong:
        from audit.report.words import count

        typer.echo(f"whole: {count('documents', len(opened.documents()))}")
    raise typer.Exit(2 if wrong else 0)


def decide(
    file: File,
    key: Annotated[str, typer.Argument(metavar="KEY", help="Of a conflict, as `audit ledger conflicts` prints it.")],
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="resolved, dismissed, confirmed, or open again.")],
    why: Annotated[str, typer.Option("--why", metavar="WORDS", help="The reason, kept with it.")] = "",
    json: options.PlainJson = False,
    quiet: options.Quiet = False,
) -> None:
    """Keep what was decided about a conflict. It stays in every report, with the reason, and no longer counts as open.

    Example:  audit ledger decide claims.duckdb 3f2a91c0 resolved --why "The Post corrected it on 4 May."
    """
    made = opened_ledger(file).decide(key, decision, why)
    if json:
        print_json({"decision": decision, "figure": made.figure, "operation": str(made.operation), "why": why})
    elif not quiet:
        typer.echo(f"{decision}: “{made.figure}” ({made.operation})")
