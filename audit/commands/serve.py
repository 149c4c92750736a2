"""`audit serve`: the page, on this machine alone."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from audit.commands import options

__all__ = ["serve"]

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve(
    port: Annotated[int, typer.Option("--port", help="The port; 0 for any that is free.")] = 8377,
    host: Annotated[
        str, typer.Option("--host", metavar="NAME", help="Who may ask: this machine alone, unless told otherwise.")
    ] = "127.0.0.1",
    decisions: Annotated[
        Path, typer.Option("--decisions", metavar="FILE", help="Where decisions about findings are kept.")
    ] = Path("audit.decisions.json"),
    seconds: Annotated[float, typer.Option("--seconds", help="How long one text may take.")] = 60.0,
    open_it: Annotated[bool, typer.Option("--open/--no-open", help="Open it in the browser.")] = True,
    vocabulary: options.Vocabulary = None,
) -> None:
    """Serve the page: paste or drop a text, see its figures marked, and what does not fit. Nothing leaves this machine.

    Example:  audit serve
    """
    import socket

    import uvicorn

    from audit.errors import OptionError
    from audit.page.server import app, secret

    options.lay_over(vocabulary)  # a bad one is said before the page opens
    token = secret()
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen()  # whoever opens the address as soon as it is printed waits, and is not turned away
    except OSError as error:
        reason = error.strerror or str(error)
        raise OptionError("--host and --port", f"{host}:{port} ({reason})", ("another port, or 0 for any",)) from None
    name = f"[{host}]" if ":" in host else host
    address = f"http://{name}:{listening.getsockname()[1]}/{token}/"
    hosts = ("127.0.0.1", "localhost", "[::1]") if host in _LOOPBACK else (name,)
    if host not in _LOOPBACK:
        print(f"audit: {host} can be reached by others; whoever has the address can read and ask", file=sys.stderr)
    print(address, flush=True)
    if open_it and sys.stdout.isatty():
        import webbrowser

        webbrowser.open(address)
    served = app(token, hosts=hosts, decisions=decisions, vocabulary=vocabulary, most_seconds=seconds)
    server = uvicorn.Server(uvicorn.Config(served, log_level="error", server_header=False, date_header=False))
    server.run(sockets=[listening])
