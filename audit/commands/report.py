"""`audit report`: what a corpus shows, on one page."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from audit.commands import options
from audit.commands.output import print_json

__all__ = ["report"]


def report(
    folder: Annotated[Path, typer.Argument(metavar="OUT", help="The folder that `audit corpus` wrote.")],
    to: Annotated[
        list[Path],
        typer.Option(
            "--report", metavar="PATH", help="Where to write: .html .md .png .svg. By default OUT/report.html."
        ),
    ] = [],  # noqa: B006  (typer copies it)
    json: options.PlainJson = False,
    quiet: options.Quiet = False,
) -> None:
    """Make a report of a whole corpus: the findings most worth a look, and counts by outlet and month.

    Example:  audit report audited/
    """
    from audit.corpus.digest import digest
    from audit.corpus.pages import write

    found = digest(folder)
    for path in to or [folder / "report.html"]:
        written = write(found, path)
        if not quiet:
            print(f"wrote {written}", file=sys.stderr)
    if json:
        print_json(found.total.as_dict())
    elif not quiet:
        print(found.total.summary())
