"""The command `audit`: each command is a function of `audit.commands`; this file only hangs them up and ends cleanly."""

from __future__ import annotations

import os
import sys

import typer

from audit import __version__
from audit.commands.check import check
from audit.commands.compare import compare
from audit.commands.corpus import corpus
from audit.commands.explain import explain
from audit.commands.figures import figures
from audit.commands.ledger import ledger
from audit.commands.report import report
from audit.commands.schema import schema
from audit.commands.serve import serve
from audit.commands.table import table
from audit.errors import AuditError

__all__ = ["app", "main"]

app = typer.Typer(
    name="audit",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="""Audits the numbers in news text and casualty statistics.

    It finds every figure, says who claims it about what, recomputes every figure that is derived from others, and says
    which do not fit together, by how much, and what would make them fit. It never says which one is true.

    Start with:  audit check ARTICLE.txt --report report.pdf

    Exit codes:  0 nothing was found that does not fit,  1 something does not,  2 an input could not be read
    or an option is wrong.  Where nothing could be recomputed the code is 0 and the words say so.
    """,
)
app.command()(check)
app.command()(figures)
app.command()(explain)
app.command()(corpus)
app.command()(report)
app.command()(schema)
app.command()(serve)
app.command()(table)
app.command()(compare)
app.add_typer(ledger, name="ledger")


@app.callback(invoke_without_command=True)
def _root(version: bool = typer.Option(False, "--version", help="Print the version and stop.")) -> None:
    if version:
        typer.echo(f"numeric-claims-audit {__version__}")
        raise typer.Exit


def main() -> None:
    """Run the command line. Errors made on purpose become one line on standard error and exit code 2."""
    try:
        app()
    except AuditError as error:
        print(f"audit: {error}", file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        print("audit: stopped", file=sys.stderr)
        sys.exit(130)
    except BrokenPipeError:
        # whoever read our output has enough of it; a second error at exit is avoided by giving the rest nowhere to go
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
