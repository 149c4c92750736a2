"""`audit serve`: the page and its engine behind one address that only who was given it can ask.

Every path begins with a secret, so that no other page in the same browser can reach it; a request that names another host or
comes from another origin is refused; sizes and seconds are limited; nothing is kept but decisions.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from audit import decisions as kept
from audit.errors import AuditError
from audit.page.files import POLICY, TYPES, index, page_files
from audit.page.worker import Worker, WorkerError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

__all__ = ["MOST_BYTES", "app", "secret"]

MOST_BYTES = 48 * 2**20
"""Of one request; a file grows by a third on its way."""
MOST_SECONDS = 60.0
_METHODS = frozenset({"start", "example", "open", "check", "report", "decided"})
_HEADERS = {
    "Content-Security-Policy": POLICY.format(wasm="") + "; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
}


def secret() -> str:
    """A new first part of the page's paths, which nobody can guess."""
    return secrets.token_urlsafe(24)


def app(
    token: str,
    *,
    hosts: Sequence[str] = ("127.0.0.1", "localhost", "[::1]"),
    decisions: Path | None = None,
    vocabulary: Path | None = None,
    most_bytes: int = MOST_BYTES,
    most_seconds: float = MOST_SECONDS,
) -> Starlette:
    """The application. `hosts` are the names under which it answers; `decisions` is the file that keeps them, if any."""
    worker = Worker(most_seconds, vocabulary)

    @asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        yield
        await worker.close()

    async def page(request: Request) -> Response:
        return Response(index("serve"), media_type=TYPES[".html"], headers=_HEADERS)

    async def file(request: Request) -> Response:
        name = request.path_params["name"]
        content = page_files().get(name)
        if content is None:
            return _no(404, "there is no such file")
        return Response(content, media_type=TYPES[Path(name).suffix], headers=_HEADERS)

    async def method(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in _METHODS:
            return _no(404, "there is no such request")
        content = await _body(request, most_bytes)
        if isinstance(content, Response):
            return content
        try:
            return Response(await worker.call(name, content), media_type="application/json", headers=_HEADERS)
        except WorkerError as error:
            return _no(503, str(error))

    async def decide(request: Request) -> Response:
        """The decisions that are kept; with rows, after these took the place of those of the same key."""
        content = await _body(request, most_bytes)
        if isinstance(content, Response):
            return content
        if decisions is None:
            return _no(404, "no file of decisions is kept")
        try:
            found = kept.read(decisions) if decisions.exists() else {}
            gone = {str(key) for key in content.get("forget") or ()}
            new = kept.read_rows(content.get("decisions"))
            if new or gone:
                found = {key: one for key, one in (found | new).items() if key not in gone}
                kept.keep(decisions, found)
        except AuditError as error:
            return _no(409, str(error))
        return JSONResponse({"decisions": kept.to_rows(found)}, headers=_HEADERS)

    def guarded(answer: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
        async def asked(request: Request) -> Response:
            wrong = _refusal(request, token, hosts)
            return wrong if wrong is not None else await answer(request)

        return asked

    routes = [
        Route("/{token}/", guarded(page), methods=["GET"]),
        Route("/{token}/{name}", guarded(file), methods=["GET"]),
        Route("/{token}/api/decisions", guarded(decide), methods=["POST"]),
        Route("/{token}/api/{name}", guarded(method), methods=["POST"]),
    ]
    return Starlette(routes=routes, lifespan=life)


def _refusal(request: Request, token: str, hosts: Sequence[str]) -> Response | None:
    """Why a request is not answered; None if it is."""
    host = request.headers.get("host", "")
    name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
    if name not in hosts:
        return _no(403, "this address is not served")
    if not secrets.compare_digest(request.path_params["token"].encode(), token.encode()):
        return _no(404, "the address is not complete; take it from where audit serve was started")
    origin = request.headers.get("origin")
    if origin is not None and origin != f"{request.url.scheme}://{host}":
        return _no(403, "asked from another page")
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return _no(403, "asked from another page")
    return None


async def _body(request: Request, most: int) -> dict[str, Any] | Response:
    """What is asked, or why it is not read."""
    if request.headers.get("content-type", "").partition(";")[0] != "application/json":
        return _no(415, "requests are JSON")
    content = bytearray()
    try:
        async for piece in request.stream():
            content += piece
            if len(content) > most:
                return _no(413, f"it is over the limit of {most // 2**20 * 3 // 4} MB")
        found = json.loads(content)
    except (ValueError, RecursionError, ClientDisconnect):
        return _no(400, "the request did not arrive whole")
    return found if isinstance(found, dict) else _no(400, "the request is no JSON object")


def _no(status: int, line: str) -> Response:
    error = {"what": "", "reason": line, "remedy": "", "line": line}
    return JSONResponse({"error": error}, status_code=status, headers=_HEADERS)
