"""The command `audit`: each command is a function of `audit.commands`; this file only hangs them up and ends cleanly."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial

import typer

from audit import __version__, streams
from audit.commands.check import check
from audit.commands.compare import compare
from audit.commands.corpus import corpus
from audit.commands.explain import explain
from audit.commands.figures import figures
from audit.commands.ledger import ledger
from audit.commands.mcp import mcp
from audit.commands.report import report
from audit.commands.schema import schema
from audit.commands.serve import serve
from audit.commands.site import site
from audit.commands.table import table
from audit.errors import AuditError, ProgramError, lacks_memory

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
    or an option is wrong,  3 a fault of this program.  Where nothing could be recomputed the code is 0 and the words
    say so.
    """,
)
app.command()(check)
app.command()(figures)
app.command()(explain)
app.command()(corpus)
app.command()(report)
app.command()(schema)
app.command()(serve)
app.command()(site)
app.command()(mcp)
app.command()(table)
app.command()(compare)
app.add_typer(ledger, name="ledger")


@app.callback(invoke_without_command=True)
def _root(version: bool = typer.Option(False, "--version", help="Print the version and stop.")) -> None:
    if version:
        typer.echo(f"numeric-claims-audit {__version__}")
        raise typer.Exit


def main() -> None:
    """Run the command line. Whatever happens becomes one line on standard error and an exit code, never a traceback."""
    streams.guard()
    heard: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, partial(_stopped, heard))
    code = _ended(_run)
    written = _ended(streams.release)
    sys.exit(128 + heard[0] if heard else code or written)


def _run() -> int:
    try:
        app()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def _ended(step: Callable[[], int | None]) -> int:
    """The exit code of a step; of one that raises, with a line of why."""
    try:
        return step() or 0
    except streams.EnoughError:
        return 0
    except KeyboardInterrupt:
        return 130
    except AuditError as error:
        return _say(str(error), 3 if isinstance(error, ProgramError) else 2)
    except Exception as error:
        if lacks_memory(error):
            return _say("needs more memory than there is; close other programs, or give the input in parts", 2)
        if isinstance(error, OSError):
            return _say(f"{error.filename or 'the system'}: {error.strerror or error}", 2)
        return _say(str(ProgramError.of("the program", error)), 3)


def _say(line: str, code: int) -> int:
    with suppress(Exception):
        print(f"audit: {line}", file=sys.stderr)
    return code


def _stopped(heard: list[int], number: int, frame: object) -> None:
    """Stop at Ctrl-C, and just so when told to end: workers end with us and what is half done is put in order."""
    heard.append(number)
    raise KeyboardInterrupt
