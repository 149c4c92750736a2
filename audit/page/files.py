"""The page's own files: those in `static/`, and the stylesheet, which begins with that of the HTML report."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from audit.report.page import stylesheet

__all__ = ["POLICY", "TYPES", "index", "page_files"]

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".json": "application/json",
    ".zip": "application/zip",
}
POLICY = (
    "default-src 'none'; script-src 'self'{wasm}; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "worker-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; "
    "trusted-types audit audit-offline"
)
"""What the page may load and do: its own files, nothing from anywhere else, and no markup made of text."""


@cache
def page_files() -> dict[str, bytes]:
    """Name and content of each file but `index.html`."""
    static = files(__package__).joinpath("static")
    found = {each.name: each.read_bytes() for each in static.iterdir() if each.is_file() and each.name != "index.html"}
    style = found.pop("page.css").decode()
    return {**found, "style.css": (stylesheet() + style).encode()}


def index(engine: str) -> bytes:
    """The page itself, for one of the two engines: 'serve' or 'pyodide'."""
    text = files(__package__).joinpath("static", "index.html").read_text(encoding="utf-8")
    policy = POLICY.format(wasm=" 'wasm-unsafe-eval'" if engine == "pyodide" else "")
    return text.replace("{{engine}}", engine).replace("{{policy}}", policy).encode()
