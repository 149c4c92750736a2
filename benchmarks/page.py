"""The page in a browser: time to the first verdict of both engines, and the longest time that the page does not answer.

    python benchmarks/page.py [--sizes 3 100 500] [--engines serve pyodide]

'started' is from the address to a page that can be used, in a fresh profile; 'verdict' from the paste to the findings;
'again' the same after another policy was chosen; 'deaf' the longest gap between two beats of a clock of 5 ms on the page.
On Linux the processor time of browser and program together stands in brackets: the longest that it would take where nothing
else runs. The text of 3 KB is a seed, the longer ones are different articles of `texts.py`, one after another.
"""

from __future__ import annotations

import argparse
import functools
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from texts import articles

from audit.page.site import write_site

HOME = Path(__file__).parent.parent
SEED = HOME / "seeds" / "upi-2024-02-01.txt"
PYODIDE = Path(os.environ.get("AUDIT_PYODIDE", HOME / "build" / "pyodide"))
CLOCK = """() => {
    window.deaf = 0;
    let last = performance.now();
    setInterval(() => {
        const now = performance.now();
        window.deaf = Math.max(window.deaf, now - last - 5);
        last = now;
    }, 5);
}"""
PASTE = """() => {
    const data = new DataTransfer();
    data.setData("text/plain", window.words);
    window.deaf = 0;
    draft.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""
DRAWN = "number => document.documentElement.dataset.drawn === String(number)"


def text_of(size: int) -> str:
    """About so many thousand characters."""
    if size <= 3:
        return SEED.read_text(encoding="utf-8")
    return "\n\n".join(articles(max(1, round(size / 2.95))))[: size * 1000]


@contextmanager
def serve() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "audit", "serve", "--port", "0", "--no-open"]
        environment = {**os.environ, "PYTHONPATH": str(HOME)}
        process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True, env=environment)
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()
            process.wait()


@contextmanager
def pyodide() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        write_site(Path(folder), PYODIDE / "package", PYODIDE / "wheels")
        handler = functools.partial(SimpleHTTPRequestHandler, directory=folder)
        SimpleHTTPRequestHandler.log_message = lambda *_: None  # type: ignore[method-assign]
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()


def processor() -> float:
    """Seconds of processor that all processes have used which this one started, and which they started."""
    parents: dict[str, str] = {}
    used: dict[str, float] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[stat.parent.name] = fields[1]
        used[stat.parent.name] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    mine, total = {str(os.getpid())}, 0.0
    while new := {pid for pid, parent in parents.items() if parent in mine and pid not in mine}:
        mine |= new
        total += sum(used[pid] for pid in new)
    return total


def now() -> tuple[float, float]:
    return time.perf_counter(), processor()


def since(start: tuple[float, float]) -> str:
    wall, used = (end - begin for begin, end in zip(start, now(), strict=True))
    return f"{wall:6.2f} s ({used:5.2f})"


def measured(browser: Any, address: str, text: str) -> tuple[str, str, str, float]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.set_default_timeout(300_000)
    start = now()
    page.goto(address)
    page.wait_for_selector("html[data-ready]")
    started = since(start)
    page.evaluate(CLOCK)
    page.evaluate("text => { window.words = text; }", text)
    page.wait_for_timeout(500)
    start = now()
    page.evaluate(PASTE)
    page.wait_for_function(DRAWN, arg=1)
    verdict = since(start)
    start = now()
    page.select_option("#policy", "loose")
    page.wait_for_function(DRAWN, arg=2)
    again = since(start)
    page.wait_for_timeout(1000)
    deaf = page.evaluate("window.deaf")
    context.close()
    return started, verdict, again, deaf


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[3, 100, 500])
    parser.add_argument("--engines", nargs="*", default=["serve", "pyodide"])
    asked = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None or importlib.util.find_spec("playwright") is None:
        print("no browser was found: apt-get install chromium; pip install playwright")
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name in asked.engines:
            if name == "pyodide" and not (PYODIDE / "package" / "pyodide.mjs").is_file():
                print("no Pyodide was found: make pyodide")
                continue
            with {"serve": serve, "pyodide": pyodide}[name]() as address:
                for size in asked.sizes:
                    started, verdict, again, deaf = measured(browser, address, text_of(size))
                    line = f"{name:8} {size:4} KB  started {started}  verdict {verdict}  again {again}"
                    print(f"{line}  deaf {deaf:4.0f} ms", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
