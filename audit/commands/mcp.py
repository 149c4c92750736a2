"""`audit mcp`: the tools of a language model, on standard input and output."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from audit.commands import options
from audit.errors import OptionError

__all__ = ["mcp"]


def mcp(
    folders: Annotated[
        list[Path], typer.Argument(metavar="[FOLDER]...", help="Folders whose files may be read; by default none.")
    ] = [],  # noqa: B006  (typer copies it)
    vocabulary: options.Vocabulary = None,
) -> None:
    """Offer the audit to a language model, by the Model Context Protocol on standard input and output.

    Example:  audit mcp drafts/
    """
    options.lay_over(vocabulary)
    if find_spec("mcp") is None:
        raise OptionError("audit mcp", "the package mcp is not installed", ('pip install "numeric-claims-audit[mcp]"',))
    wrong = next((folder for folder in folders if not folder.is_dir()), None)
    if wrong is not None:
        raise OptionError("FOLDER", str(wrong), ("a folder that there is",))
    from audit.mcp import server

    server(folders).run()
