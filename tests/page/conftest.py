"""A served page and a browser to look at it with; where there is no browser, the tests that need one say so."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

import audit
from audit.page.site import write_site

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
CHROMIUM = next((found for name in ("chromium", "chromium-browser") if (found := shutil.which(name))), None)
FETCHED = Path(os.environ.get("AUDIT_PYODIDE", Path(audit.__file__).parent.parent / "build" / "pyodide"))
PATIENCE = 60_000
"""Milliseconds for what takes a tenth of a second: machines may be busy."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, started once."""
    if CHROMIUM is None:
        pytest.skip("no browser was found: apt-get install chromium")
    api = pytest.importorskip("playwright.sync_api", reason="no playwright was found: pip install playwright")
    with api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where `audit serve` was started: the folder that it keeps decisions in."""
    return tmp_path_factory.mktemp("served")


@pytest.fixture(scope="session")
def served(folder: Path) -> Iterator[str]:
    """The address of `audit serve`, started in a folder that was empty."""
    command = [sys.executable, "-m", "audit", "serve", "--port", "0", "--no-open", "--seconds", "240"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True, env=environment)
    assert process.stdout is not None
    yield process.stdout.readline().strip()
    process.terminate()
    process.wait()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, ThreadingHTTPServer]]:
    """The address of a real site, and its host."""
    if not (FETCHED / "package" / "pyodide.mjs").is_file():
        pytest.skip("no Pyodide was found: make pyodide")
    out = tmp_path_factory.mktemp("site")
    write_site(out, FETCHED / "package", FETCHED / "wheels")
    handler = functools.partial(SimpleHTTPRequestHandler, directory=str(out))
    handler.func.log_message = lambda *_: None  # type: ignore[attr-defined]
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/", server
    server.shutdown()


class Watched:
    """A page with all that it said, asked for and failed at."""

    def __init__(self, page: Any, address: str) -> None:
        self.page = page
        self.said: list[str] = []
        self.asked: list[str] = []
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))
        page.goto(address)
        page.wait_for_selector("html[data-ready]", timeout=4 * PATIENCE)

    def check(self, text: str) -> None:
        """Put a text in the place of what is there and check it."""
        page = self.page
        if page.is_visible("#edit"):
            page.click("#edit")
        page.fill("#draft", text)
        page.click("#check")
        page.wait_for_selector("#marked .text")

    def titles(self, group: str) -> list[str]:
        """The findings of a group, as the list shows them."""
        found: list[str] = self.page.locator(f".group.{group} .opener > span:last-child").all_inner_texts()
        return found


@pytest.fixture
def watched(browser: Any, served: str) -> Iterator[Watched]:
    """The served page in a fresh profile; when the test is over it has said nothing and asked nobody else."""
    context = browser.new_context(viewport={"width": 1300, "height": 850})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    found = Watched(context.new_page(), served)
    yield found
    foreign = [url for url in found.asked if not url.startswith((served, "data:", "blob:"))]
    context.close()
    assert (foreign, found.said) == ([], [])
