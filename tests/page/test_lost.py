"""The program in the browser where the network goes, a part of it cannot be had, or a check does not end: one line each."""

from __future__ import annotations

from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.page.conftest import PATIENCE, Watched

WRONG = "Sales rose 30% to 110 from 100."


def test_a_part_that_could_not_be_loaded_is_asked_for_again(
    browser: Any, site: tuple[str, ThreadingHTTPServer], tmp_path: Path
) -> None:
    """The network goes before the writer of PDF came: one line, the text stays, and it comes when the network is back."""
    context = browser.new_context(service_workers="block")
    watched = Watched(context.new_page(), site[0])
    page = watched.page
    if ".pdf" not in page.locator("#format option").evaluate_all("options => options.map(option => option.value)"):
        pytest.skip("no wheel of typst was fetched")
    watched.check(WRONG)
    page.select_option("#format", ".pdf")
    context.route("**/wheels/*.whl", lambda route: route.abort())
    page.click("#export")
    page.wait_for_selector("#trouble:has-text('A part of the program that this needs could not be loaded')")
    assert page.inner_text("#marked .text").startswith(WRONG[:10])
    context.unroute("**/wheels/*.whl")
    with page.expect_download(timeout=4 * PATIENCE) as saved:
        page.click("#export")
    saved.value.save_as(tmp_path / "report.pdf")
    assert (tmp_path / "report.pdf").read_bytes()[:4] == b"%PDF"
    context.close()


def test_a_check_that_takes_too_long_is_stopped_and_the_next_is_answered(
    browser: Any, site: tuple[str, ThreadingHTTPServer]
) -> None:
    context = browser.new_context(service_workers="block")
    context.clock.install()
    watched = Watched(context.new_page(), site[0])
    page = watched.page
    slow = "\n\n".join(
        f"In {n} sales rose {n % 70}% to 110 from 100, while {n} of {n + 400} shops closed." for n in range(3000)
    )
    page.evaluate("text => { draft.value = text; draft.dispatchEvent(new Event('input')); }", slow)
    page.click("#check")
    page.wait_for_timeout(500)
    page.clock.fast_forward(121_000)
    page.wait_for_selector("#trouble:has-text('took longer than 120 seconds and was stopped')")
    assert page.input_value("#draft") == slow
    watched.check(WRONG)
    page.wait_for_selector(".finding.misfit", timeout=4 * PATIENCE)
    context.close()


def test_a_program_that_could_not_be_loaded_is_one_line(browser: Any, site: tuple[str, ThreadingHTTPServer]) -> None:
    context = browser.new_context(service_workers="block")
    context.route("**/audit.zip", lambda route: route.abort())
    page = context.new_page()
    page.goto(site[0])
    page.fill("#draft", WRONG)
    page.wait_for_selector("#trouble:has-text('could not be loaded into the browser')", timeout=4 * PATIENCE)
    assert page.input_value("#draft") == WRONG
    context.close()
