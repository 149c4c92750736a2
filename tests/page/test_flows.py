"""What people do with the page beyond a first check: other files, other programs, other ends of a long text."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

import audit
from audit.decisions import decision_of, keep, read
from tests.page.conftest import Watched
from tests.page.test_browser import FITS, WRONG, violations

TWO = f"{WRONG}\n\nCosts rose 50% to 120 from 100."


def test_findings_are_a_list_with_the_working_of_each_in_one_line(watched: Watched) -> None:
    watched.check(TWO)
    assert watched.page.locator(".opener[aria-expanded=true]").count() == 0
    assert watched.page.locator(".group.misfit .brief").all_inner_texts() == [
        "Change in percent · 110 / 100 − 1 = 10%",
        "Change in percent · 120 / 100 − 1 = 20%",
    ]


def test_going_through_the_list_lights_the_figures_of_each(watched: Watched) -> None:
    watched.check(TWO)
    for number in (0, 1):
        watched.page.focus(".opener >> nth=0") if number == 0 else watched.page.keyboard.press("ArrowDown")
        lit = watched.page.locator("#marked .mark.lit").all_inner_texts()
        assert [text[:3] for text in lit] == [["30%", "110", "100"], ["50%", "120", "100"]][number]


def test_what_few_ask_for_is_folded_and_written_in_words(watched: Watched) -> None:
    page = watched.page
    watched.check(WRONG)
    aside = page.locator(".finding.misfit .aside")
    assert aside.locator("table").is_hidden()
    page.click(".finding.misfit .aside summary")
    assert "95 to 105" in aside.inner_text() and "rounded in the usual way: does not fit" in aside.inner_text()
    assert "two_figure" not in page.inner_text("#result .group.misfit")
    page.click(".method summary")
    assert violations(page) == []


def test_settings_are_folded_on_a_phone_and_work_there(browser: Any, served: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    watched = Watched(context.new_page(), served)
    page = watched.page
    assert page.is_hidden("#publisher")
    page.click("#settingsbox summary")
    page.fill("#publisher", "The Morning Ledger")
    watched.check(WRONG)
    page.click(".group.misfit .opener")
    assert "The Morning Ledger, in its own words" in page.inner_text(".group.misfit .inside")
    assert violations(page) == []
    page.click("text=Show in the text")
    assert page.evaluate("document.activeElement.id") == page.locator(".mark.misfit").first.get_attribute("id")
    context.close()


def test_a_text_that_was_replaced_can_be_had_back(watched: Watched) -> None:
    page = watched.page
    watched.check(WRONG)
    page.click("#clear")
    page.click("#examples button >> nth=1")
    page.wait_for_selector("#marked .text")
    page.click("#back")
    page.wait_for_selector(".finding.misfit")
    assert page.inner_text("#marked .text").startswith("Sales rose 30%")
    assert page.is_hidden("#back")


def test_a_link_brings_its_finding_up(watched: Watched) -> None:
    page = watched.page
    watched.check(TWO)
    page.click(".group.misfit .opener >> nth=1")
    page.click("text=Copy link >> visible=true")
    page.wait_for_selector("text=Copied")
    address = page.evaluate("navigator.clipboard.readText()")
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector("html[data-ready]")
    assert "names a finding" in page.inner_text("#intro .notice")
    watched.check(f"New words.\n\n{TWO}")
    (opened,) = page.locator(".opener[aria-expanded=true] > span:last-child").all_inner_texts()
    assert opened == "“50%” does not fit: the figures give 20%"
    watched.check("Other words, and 7 men.")
    assert "is not in this text" in page.inner_text("#status")


def test_decisions_go_from_the_page_to_the_command_and_back(watched: Watched, folder: Path, tmp_path: Path) -> None:
    page = watched.page
    draft = tmp_path / "draft.txt"
    draft.write_text(WRONG, encoding="utf-8")
    page.set_input_files("#file", draft)
    page.wait_for_selector(".finding.misfit")
    page.click("#result .inside >> text=Dismiss")
    page.keyboard.type("another base")
    page.keyboard.press("Enter")
    page.wait_for_selector(".decided")
    with page.expect_download() as saved:
        page.click("text=Save the decision as a file")
    kept = tmp_path / saved.value.suggested_filename
    saved.value.save_as(kept)
    assert kept.name == "audit.decisions.json" and kept.read_bytes() == (folder / kept.name).read_bytes()
    for options, code in (([], 1), (["--decisions", str(kept)], 0)):
        done = subprocess.run([sys.executable, "-m", "audit", "check", str(draft), *options], capture_output=True)
        assert done.returncode == code, done.stderr
    page.click("text=Take back")
    page.wait_for_selector(".decided", state="detached")

    keep(kept, {one.key: one for one in [decision_of(audit.check(WRONG).inconsistent[0], "resolved", "corrected")]})
    page.set_input_files("#file", kept)
    page.wait_for_selector(".decided")
    assert page.inner_text(".decided") == "Resolved: corrected"
    assert [one.decision for one in read(folder / "audit.decisions.json").values()] == ["resolved"]
    page.click(".group.plain .opener") if page.locator("text=Take back >> visible=true").count() == 0 else None
    page.click("text=Take back")
    page.wait_for_selector(".decided", state="detached")


def test_a_figure_whose_finding_stands_below_show_more_is_shown_it(watched: Watched) -> None:
    page = watched.page
    watched.check(
        "\n\n".join(f"In {n + 1901} rents in ward {n} rose 10% to {11 * n} from {10 * n}." for n in range(31, 131))
    )
    assert page.locator(".group.fit .finding").count() == 60
    page.locator("#marked .mark.fit").last.click()
    assert page.evaluate("document.activeElement.className") == "opener"
    assert page.locator(".group.fit .finding").count() > 60


def test_a_sign_stands_on_the_line_of_its_figure_at_every_width(watched: Watched) -> None:
    page = watched.page
    watched.check(
        " ".join(f"In {n + 1901} rents in ward {n} rose 10% to {11 * n} from {10 * n}." for n in range(31, 61))
    )
    for width in range(320, 420, 7):
        page.set_viewport_size({"width": width, "height": 700})
        apart = page.locator("#marked .mark sup").evaluate_all(
            """signs => signs.filter(sign => {
                const words = document.createRange();
                words.selectNode(sign.previousSibling);
                return sign.getBoundingClientRect().left < words.getBoundingClientRect().right - 2;
            }).length"""
        )
        assert apart == 0, width


def picture() -> bytes:
    """A PDF of one page that is nothing but a drawing."""
    from matplotlib.figure import Figure

    figure, out = Figure(figsize=(2, 2)), BytesIO()
    figure.add_axes((0, 0, 1, 1), frameon=False, xticks=[], yticks=[]).imshow([[0, 1], [1, 0]])
    figure.savefig(out, format="pdf")
    return out.getvalue()


def test_a_pdf_that_is_a_picture_is_one_line(watched: Watched) -> None:
    watched.page.fill("#draft", WRONG)
    file: dict[str, Any] = {"name": "scan.pdf", "mimeType": "application/pdf", "buffer": picture()}
    watched.page.set_input_files("#file", [file])  # type: ignore[list-item]
    watched.page.wait_for_selector("#trouble:not([hidden])")
    line = watched.page.inner_text("#trouble")
    assert line.startswith("scan.pdf: ") and "PDF without text" in line and "\n" not in line
    assert watched.page.input_value("#draft") == WRONG


@pytest.mark.parametrize(
    "suffix", [".pdf", ".docx", ".html", ".md", ".json", ".sarif", ".csv", ".xlsx", ".parquet", ".png", ".svg"]
)
def test_every_report_is_saved(watched: Watched, tmp_path: Path, suffix: str) -> None:
    watched.check(f"{WRONG} {FITS}")
    watched.page.select_option("#format", suffix)
    with watched.page.expect_download() as saved:
        watched.page.click("#export")
    saved.value.save_as(tmp_path / "report")
    assert saved.value.suggested_filename == f"text.audit{suffix}"
    head = (tmp_path / "report").read_bytes()[:4]
    starts = {".pdf": b"%PDF", ".docx": b"PK", ".xlsx": b"PK", ".parquet": b"PAR1", ".png": b"\x89PNG", ".svg": b"<"}
    assert head.startswith(starts.get(suffix, b"")) and head


def test_a_word_file_comes_back_with_its_comments(watched: Watched, tmp_path: Path) -> None:
    import docx

    file = docx.Document()
    file.add_heading("Sales", 1)
    file.add_paragraph(WRONG)
    file.save(str(tmp_path / "draft.docx"))
    watched.page.set_input_files("#file", tmp_path / "draft.docx")
    watched.page.wait_for_selector(".finding.misfit")
    watched.page.select_option("#format", ".docx")
    with watched.page.expect_download() as saved:
        watched.page.click("#export")
    saved.value.save_as(tmp_path / "out.docx")
    made = docx.Document(str(tmp_path / "out.docx"))
    assert [paragraph.text for paragraph in made.paragraphs] == ["Sales", WRONG]
    assert ["30%" in comment.text for comment in made.comments] == [True]


def test_the_whole_way_is_gone_by_keyboard(watched: Watched) -> None:
    """From the address bar to a decision, without a mouse."""
    page = watched.page

    def go(selector: str, key: str = "Tab") -> None:
        for _ in range(60):
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
            page.keyboard.press(key)
        raise AssertionError(f"no way to {selector}")

    go(".skip")
    go("#publisher")
    page.keyboard.type("The Post")
    go("#draft")
    page.keyboard.type(WRONG)
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".finding.misfit")
    go(".mark.misfit")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className") == "opener"
    go(".decision button:last-child")
    page.keyboard.press("Enter")
    page.keyboard.type("another year")
    page.keyboard.press("Enter")
    page.wait_for_selector(".decided")
    go(".decided ~ .inside .acts > button:last-child")
    assert page.evaluate("document.activeElement.textContent") == "Take back"
    page.keyboard.press("Enter")
    page.wait_for_selector(".decided", state="detached")


def test_a_text_in_another_language_is_told_so(watched: Watched) -> None:
    watched.check("Nach Angaben der Behörden wurden bei dem Angriff auf die Stadt 40 Menschen getötet und 12 verletzt.")
    page = watched.page
    assert "German" in page.inner_text("#result .came")
    assert page.inner_text("#language option >> nth=0") == "German (guessed)"
    page.select_option("#language", "en")
    page.wait_for_selector("#result .came:not(:has-text('German'))")


def test_what_is_open_while_the_text_is_changed_is_called_old(watched: Watched) -> None:
    watched.check(WRONG)
    assert watched.page.is_hidden(".stale")
    watched.page.click("#edit")
    assert watched.page.is_visible(".stale")
    assert violations(watched.page) == []
