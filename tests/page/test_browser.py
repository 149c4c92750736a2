"""The page in a browser, as people use it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.page.conftest import PATIENCE, Watched

WRONG = "Sales rose 30% to 110 from 100."
FITS = "Rents rose 10% to 110 from 100."
TABLE = "date,killed_cum\n2031-03-01,10\n2031-03-02,14\n2031-03-03,12\n2031-03-04,15\n"
HOSTILE = (
    "<img src=x onerror=alert(1)> <script>alert(2)</script> Sales of \u202eevil\u202c rose 30% to 110 from 100.\n\n"
    "\u05de\u05e9\u05e8\u05d3 12 </p><style>*{display:none}</style> javascript:alert(3)"
)


def violations(page: Any) -> list[str]:
    """What axe finds; it is put in by the test, past the page's own policy."""
    import axe_core_python

    source = next(Path(axe_core_python.__file__).parent.rglob("axe.min.js")).read_text(encoding="utf-8")
    page.evaluate(source)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [f"{each['id']}: {[node['target'] for node in each['nodes']]}" for each in found]


def test_an_example_is_one_click_away_and_shows_what_does_not_fit(watched: Watched) -> None:
    watched.page.click("#examples button >> nth=0")
    watched.page.wait_for_selector(".finding.misfit")
    assert watched.titles("misfit") == ["“56-75%” does not fit: the figures give 50% to 66.7% or 25% to 33.3%"]
    assert watched.page.get_attribute("#publisher", "placeholder") == "UPI (guessed)"
    assert watched.page.input_value("#published") == "2024-02-01"


def test_a_pasted_text_is_checked_at_once(watched: Watched) -> None:
    watched.page.evaluate(f"navigator.clipboard.writeText({WRONG!r})")
    watched.page.focus("#draft")
    watched.page.keyboard.press("Control+V")
    watched.page.wait_for_selector(".finding.misfit")
    assert watched.page.inner_text("#marked .text").startswith("Sales rose 30%")


def test_misfits_come_first_and_open(watched: Watched) -> None:
    watched.check(f"{FITS} {WRONG}")
    assert watched.page.locator(".finding").first.get_attribute("class") == "finding misfit"
    assert watched.page.locator(".opener").first.get_attribute("aria-expanded") == "true"
    assert watched.page.locator(".fit .opener").first.get_attribute("aria-expanded") == "false"


def test_a_figure_shows_its_finding_and_a_finding_its_figures(watched: Watched) -> None:
    watched.check(f"{WRONG}\n\n{FITS} The firm has 7 shops.")
    page = watched.page
    page.click(".mark.fit")
    assert page.locator(".group.fit .opener").get_attribute("aria-expanded") == "true"
    assert (
        page.locator(".mark.lit").all_inner_texts() == ["10%≈", "110", "100"]
        or len(page.locator(".mark.lit").all()) == 3
    )
    page.click(".group.misfit .opener")
    page.click(".group.misfit .opener")
    assert page.locator(".mark.misfit.lit").count() == 1


def test_a_figure_without_a_finding_says_how_it_was_read(watched: Watched) -> None:
    watched.check(f"{WRONG} The road to it is 7 km long.")
    watched.page.click('text="7 km" >> nth=0')
    assert "kilometer" in watched.page.inner_text("#entry")
    watched.page.keyboard.press("Escape")
    assert watched.page.is_hidden("#entry")


def test_the_policy_redraws_the_verdicts(watched: Watched) -> None:
    watched.check("Sales rose 13% to 110 from 100.")
    assert watched.titles("fit") == ["“13%” fits with rounding: the figures give 10%"]
    watched.page.select_option("#policy", "as_printed")
    watched.page.wait_for_selector(".finding.misfit")
    assert watched.titles("misfit") == ["“13%” does not fit: the figures give 10%"]


def test_a_decision_is_kept_and_comes_back(watched: Watched, folder: Path) -> None:
    page = watched.page
    watched.check(WRONG)
    page.click("#result >> text=Dismiss")
    page.keyboard.type("the base is another year's")
    page.keyboard.press("Enter")
    page.wait_for_selector(".decided")
    assert "the base is another year's" in page.inner_text(".decided")
    assert page.evaluate("document.activeElement.className") == "opener"
    assert "Nothing but what was dismissed." in page.inner_text(".group.misfit")
    kept = json.loads((folder / "audit.decisions.json").read_text(encoding="utf-8"))["decisions"]
    assert [(one["decision"], one["sentence"]) for one in kept] == [("dismissed", WRONG)]
    page.reload()
    page.wait_for_selector("html[data-ready]")
    watched.check(f"A new beginning.\n\n{WRONG}")
    assert page.locator(".decided").count() == 1
    page.click(".group.plain .opener")
    page.click("text=Take back")
    page.wait_for_selector(".decided", state="detached")


def test_a_finding_is_copied_as_text_as_a_question_and_as_a_link_without_the_text(watched: Watched) -> None:
    page = watched.page
    watched.check(WRONG)
    copied = {}
    for label in ("Copy as text", "Copy as a question", "Copy link"):
        page.click(f"text={label}")
        page.wait_for_selector("text=Copied")
        copied[label] = page.evaluate("navigator.clipboard.readText()")
    assert copied["Copy as text"].startswith("✗ “30%” does not fit")
    assert "Could you tell us" in copied["Copy as a question"]
    assert "#finding=" in copied["Copy link"] and "Sales" not in copied["Copy link"]


def test_a_report_is_saved(watched: Watched, tmp_path: Path) -> None:
    watched.check(WRONG)
    watched.page.select_option("#format", ".html")
    with watched.page.expect_download() as saved:
        watched.page.click("#export")
    path = tmp_path / saved.value.suggested_filename
    saved.value.save_as(path)
    assert path.name == "text.audit.html" and "30%" in path.read_text(encoding="utf-8")


def test_files_are_opened_and_a_table_stands_beside_the_text(watched: Watched, tmp_path: Path) -> None:
    page = watched.page
    files = {"draft.txt": "By 2 March 2031, 16 people had been killed.", "daily.csv": TABLE}
    for name, content in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    page.set_input_files("#file", [tmp_path / "daily.csv"])
    page.wait_for_selector(".finding.misfit", timeout=4 * PATIENCE)
    assert "daily.csv" in page.inner_text("#tablename")
    page.click(".grid .mark.misfit")
    assert page.locator(".group.misfit .opener").get_attribute("aria-expanded") == "true"
    assert page.locator(".grid .mark.lit").all_inner_texts() == ["14", "12✗"]
    assert violations(page) == []
    page.set_input_files("#file", [tmp_path / "draft.txt"])
    page.wait_for_selector("#marked .mark.misfit")
    page.click("text=Leave the table out")
    page.wait_for_selector("#marked .mark.misfit", state="detached")


def test_a_dropped_file_is_opened(watched: Watched) -> None:
    watched.page.evaluate(
        """text => {
            const data = new DataTransfer();
            data.items.add(new File([text], "draft.txt"));
            document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true}));
        }""",
        WRONG,
    )
    watched.page.wait_for_selector(".finding.misfit")


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("a.pdf", b"%PDF-1.4 nothing", "a.pdf: is a broken PDF"),
        ("a.txt", b"caf\xe9 \x81 12 dead", "a.txt: is not UTF-8"),
        ("a.zip", b"PK\x03\x04nothing", "a.zip: is a ZIP archive"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line_and_the_text_stays(
    watched: Watched, tmp_path: Path, name: str, content: bytes, line: str
) -> None:
    watched.page.fill("#draft", WRONG)
    (tmp_path / name).write_bytes(content)
    watched.page.set_input_files("#file", [tmp_path / name])
    watched.page.wait_for_selector("#trouble:not([hidden])")
    assert watched.page.inner_text("#trouble").startswith(line)
    assert watched.page.input_value("#draft") == WRONG


def test_a_file_that_is_too_large_is_not_even_read(watched: Watched) -> None:
    watched.page.evaluate(
        """() => {
            const data = new DataTransfer();
            data.items.add(new File([new Uint8Array(100 * 2 ** 20)], "large.txt"));
            document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true}));
        }"""
    )
    watched.page.wait_for_selector("text=large.txt: is over the limit")


def test_a_text_without_figures_is_told_so(watched: Watched) -> None:
    watched.check("Nothing is counted here.")
    assert watched.page.inner_text("#result .said").startswith("Nothing could be recomputed")


def test_a_hostile_document_is_inert(watched: Watched) -> None:
    alerts: list[str] = []
    watched.page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    watched.check(HOSTILE)
    assert watched.page.locator("#desk img, #desk script, #desk style").count() == 0
    assert "<img src=x onerror=alert(1)>" in watched.page.inner_text("#marked")
    assert "[U+202E]" in watched.page.inner_text("#marked")
    assert alerts == []


def test_markup_from_text_is_impossible(watched: Watched) -> None:
    with pytest.raises(Exception, match="TrustedHTML"):
        watched.page.evaluate("document.body.innerHTML = '<b>bold</b>'")
    watched.said.clear()


def test_it_works_by_keyboard(watched: Watched) -> None:
    page = watched.page
    page.focus("#draft")
    page.keyboard.type(f"{WRONG} {FITS}")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".finding.misfit")
    page.focus(".opener >> nth=0")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('aria-expanded')") == "true"
    page.focus(".mark.misfit")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.innerText").startswith("110")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className") == "opener"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 800, 1300])
def test_nothing_stands_in_the_way_of_anybody(browser: Any, served: str, scheme: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 700}, color_scheme=scheme)
    watched = Watched(context.new_page(), served)
    assert violations(watched.page) == []
    watched.check(f"{WRONG}\n\n{FITS} The firm has 7 shops. Profit rose 12%.")
    opener = watched.page.locator(".group.misfit .opener")
    if opener.get_attribute("aria-expanded") == "false":
        opener.click()
    for summary in watched.page.locator("summary:visible").all():
        summary.click()
    assert violations(watched.page) == []
    watched.page.click("text=Dismiss")
    assert violations(watched.page) == []
    assert watched.page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_a_lost_connection_is_one_line_and_the_text_stays(watched: Watched) -> None:
    watched.page.context.set_offline(True)
    watched.page.fill("#draft", WRONG)
    watched.page.click("#check")
    watched.page.wait_for_selector("text=The local program does not answer")
    assert watched.page.input_value("#draft") == WRONG
    watched.page.context.set_offline(False)
    watched.page.click("#check")
    watched.page.wait_for_selector(".finding.misfit")
    watched.said.clear()  # the browser itself says that it was offline


def test_a_long_text_does_not_block_the_page(watched: Watched) -> None:
    text = "\n\n".join(
        f"In district {n} sales rose 10% to 110 from 100, while {n + 20} shops closed." for n in range(150)
    )
    watched.page.evaluate("window.ticks = 0; setInterval(() => { window.ticks += 1; }, 20)")
    watched.page.evaluate("text => { draft.value = text; draft.dispatchEvent(new Event('input')); }", text)
    watched.page.click("#check")
    watched.page.wait_for_selector("#marked .text", timeout=120_000)
    assert watched.page.evaluate("window.ticks") > 5
    assert watched.page.locator(".finding").count() <= 120


def test_what_is_printed_has_its_pictures_and_no_buttons(watched: Watched) -> None:
    watched.check(WRONG)
    watched.page.emulate_media(media="print")
    shapes = watched.page.locator(".chart .bar")
    assert shapes.count() == 4 and all(shapes.nth(at).is_visible() for at in range(4))
    assert watched.page.locator("button:visible").count() == watched.page.locator(".opener").count()
