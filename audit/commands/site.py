"""`audit site`: the page for any host, with the program in it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

__all__ = ["site"]


def site(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder to write.")],
    pyodide: Annotated[
        Path, typer.Option("--pyodide", metavar="FOLDER", help="The unpacked npm package pyodide, which is copied.")
    ],
    wheels: Annotated[
        Path | None,
        typer.Option(
            "--wheels", metavar="FOLDER", help="Wheels of typst and pypdfium2 made for it, for PDF out and in."
        ),
    ] = None,
) -> None:
    """Write the page as static files: the program runs in the reader's browser, and no text leaves it.

    Example:  audit site public/ --pyodide node_modules/pyodide
    """
    from audit.page.site import write_site

    written = write_site(out, pyodide, wheels)
    size = sum(path.stat().st_size for path in written) / 2**20
    print(f"wrote {len(written)} files, {size:.1f} MB, into {out}; any host can serve them", file=sys.stderr)
