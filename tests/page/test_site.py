"""`audit site`: a folder that any host can serve, and the program in it running without a library of ours."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import zipfile
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

import audit
from audit.errors import UnreadableError
from audit.page.site import RUNTIME, write_site
from tests.page.conftest import PATIENCE, Watched
from tests.page.test_browser import HOSTILE, violations
from tests.page.test_flows import picture

HOME = Path(audit.__file__).parent.parent
WRONG = "Sales rose 30% to 110 from 100."


@pytest.fixture
def runtime(tmp_path: Path) -> Path:
    """A folder that looks like Pyodide."""
    folder = tmp_path / "package"
    folder.mkdir()
    for name in RUNTIME:
        (folder / name).write_text(name, encoding="utf-8")
    return folder


def test_the_same_input_gives_the_same_files(runtime: Path, tmp_path: Path) -> None:
    first, second = write_site(tmp_path / "a", runtime), write_site(tmp_path / "b", runtime)
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    names = {path.relative_to(tmp_path / "a").as_posix() for path in first}
    assert {"index.html", "main.js", "worker.js", "style.css", "audit.zip", "pyodide/pyodide.asm.wasm"} <= names


def test_all_but_large_libraries_is_kept_for_reading_without_a_network(runtime: Path, tmp_path: Path) -> None:
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    (wheels / "typst-1-cp39-abi3-x_wasm32.whl").write_bytes(b"")
    write_site(tmp_path / "out", runtime, wheels)
    offline = (tmp_path / "out" / "offline.js").read_text(encoding="utf-8")
    kept = json.loads(offline.partition("FILES = ")[2].partition(";\n")[0])
    written = {
        path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*") if path.is_file()
    }
    assert "{{" not in offline
    assert set(kept) == {"./"} | {name for name in written if not name.startswith("wheels/")} - {
        "index.html",
        "offline.js",
    }
    assert json.loads((tmp_path / "out" / "wheels.json").read_text()) == {
        "typst": {"files": ["wheels/typst-1-cp39-abi3-x_wasm32.whl"]}
    }


def test_the_page_may_run_its_own_scripts_and_wasm_alone(runtime: Path, tmp_path: Path) -> None:
    write_site(tmp_path / "out", runtime)
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'" in page
    assert 'data-engine="pyodide"' in page and "{{" not in page and "https://" not in page


def test_libraries_of_the_full_distribution_go_with_it(runtime: Path, tmp_path: Path) -> None:
    needs = {"pandas": ["numpy"], "numpy": [], "duckdb": [], "matplotlib": ["numpy"], "scipy": []}
    packages = {name: {"file_name": f"{name}.whl", "depends": depends} for name, depends in needs.items()}
    (runtime / "pyodide-lock.json").write_text(json.dumps({"packages": packages}), encoding="utf-8")
    for name in ("pandas", "numpy", "matplotlib", "scipy"):
        (runtime / f"{name}.whl").write_bytes(b"")
    write_site(tmp_path / "without", runtime)
    assert json.loads((tmp_path / "without" / "wheels.json").read_text()) == {}
    (runtime / "duckdb.whl").write_bytes(b"")
    write_site(tmp_path / "out", runtime)
    assert json.loads((tmp_path / "out" / "wheels.json").read_text()) == {
        "pandas": {"names": ["pandas", "duckdb", "matplotlib"]}
    }
    copied = sorted(path.name for path in (tmp_path / "out").rglob("*.whl"))
    assert copied == ["duckdb.whl", "matplotlib.whl", "numpy.whl", "pandas.whl"]
    assert ".whl" not in (tmp_path / "out" / "offline.js").read_text(encoding="utf-8")


def test_a_folder_without_the_runtime_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="holds no Pyodide"):
        write_site(tmp_path / "out", tmp_path)
    assert not (tmp_path / "out").exists()


def alone(path: Path, code: str) -> str:
    """What the code prints where there is the standard library and the folder, and nothing else."""
    line = f"import sys; sys.path.insert(0, {str(path)!r})\n{code}"
    done = subprocess.run([sys.executable, "-I", "-S", "-c", line], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_core_needs_the_standard_library_alone() -> None:
    code = f"""
import audit
from audit.report.data import to_json
print(len(audit.find_figures("7 men")), "inconsistent" in to_json(audit.check({WRONG!r})))
"""
    assert alone(HOME, code) == "1 True"


def test_the_program_of_the_site_needs_nothing_beside_itself(runtime: Path, tmp_path: Path) -> None:
    write_site(tmp_path / "out", runtime)
    with zipfile.ZipFile(tmp_path / "out" / "audit.zip") as archive:
        archive.extractall(tmp_path / "program")
        assert not [name for name in archive.namelist() if name.endswith((".so", ".pyc"))]
    code = f"""
from audit.page.engine import call
start = call("start", {{}})
print(start["formats"], bool(start["tables"]), len(start["examples"]))
print(call("check", {{"text": {WRONG!r}}})["said"])
for suffix in start["formats"]:
    print(call("report", {{"text": {WRONG!r}, "format": suffix}})["name"])
"""
    said = alone(tmp_path / "program", code).splitlines()
    formats, tables, examples = said[0].rsplit(" ", 2)
    assert {".html", ".md", ".json", ".sarif", ".csv", ".docx"} <= set(ast.literal_eval(formats))
    assert (tables, examples) == ("False", "3")
    assert said[1] == "1 does not fit." and {"text.audit.html", "text.audit.docx"} <= set(said[2:])


def given(page: Any, name: str, content: bytes) -> None:
    page.set_input_files("#file", {"name": name, "mimeType": "application/octet-stream", "buffer": content})


def every_file_and_finding(watched: Watched, folder: Path) -> None:
    """Word, a web page, a figure and its finding, copies, the language, a hostile text, and nobody is shut out."""
    import docx

    page = watched.page
    file, out = docx.Document(), folder / "draft.docx"
    file.core_properties.title = "The takings"
    file.add_paragraph(WRONG)
    file.save(str(out))
    given(page, "draft.docx", out.read_bytes())
    page.wait_for_selector("text=The takings >> visible=true")
    page.select_option("#format", ".docx")
    with page.expect_download() as saved:
        page.click("#export")
    saved.value.save_as(folder / "out.docx")
    made = docx.Document(str(folder / "out.docx"))
    assert [paragraph.text for paragraph in made.paragraphs] == [WRONG] and len(list(made.comments)) == 1
    given(page, "page.html", f"<title>Shops</title><article><p>{WRONG}</p></article><p>Advert 7</p>".encode())
    page.wait_for_selector("#papertitle:has-text('Shops')")
    assert "Advert" not in page.inner_text("#marked")
    page.click("#marked .mark.misfit")
    assert page.locator(".mark.lit").count() == 3
    for label, words in (("Copy as text", "✗ “30%”"), ("Copy as a question", "Could you"), ("Copy link", "#finding=")):
        page.click(f"text={label} >> visible=true")
        page.wait_for_selector("text=Copied >> visible=true")
        assert words in page.evaluate("navigator.clipboard.readText()")
        page.wait_for_selector(f"text={label} >> visible=true")
    assert violations(page) == []
    page.select_option("#language", "de")
    page.wait_for_selector(".said:has-text('Not read: German')")
    page.select_option("#language", "")
    page.wait_for_selector(".finding.misfit")
    page.click("#clear")
    watched.check(HOSTILE)
    assert page.locator("#desk img, #desk script, #desk style").count() == 0
    page.click("#clear")
    watched.check("Nothing is counted here.")
    assert page.inner_text(".said").startswith("Nothing could be recomputed")


LARGE = """() => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(100 * 2 ** 20)], "large.txt"));
    document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true}));
}"""


def what_goes_wrong_is_one_line(watched: Watched) -> None:
    page = watched.page
    page.click("#edit")
    page.fill("#draft", WRONG)
    lines = [
        ("a.txt", b"caf\xe9 \x81 12 dead", "a.txt: is not UTF-8"),
        ("a.docx", b"PK\x03\x04nothing", "a.docx: is a broken or locked Word file"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "a.png: is a PNG picture"),
        (
            "t.csv",
            b"a,b\n1,2\n",
            "t.csv: is a table, which this page cannot read in the browser; the program on your own machine",
        ),
    ]
    page.evaluate(LARGE)
    page.wait_for_selector("text=large.txt: is over the limit")
    if "PDF" in page.inner_text("#reads"):
        lines.append(("scan.pdf", picture(), "scan.pdf: is a PDF without text"))
    for name, content, line in lines:
        given(page, name, content)
        page.wait_for_selector(f"text={line}")
        assert page.input_value("#draft") == WRONG


def test_the_program_runs_in_the_browser(browser: Any, site: tuple[str, ThreadingHTTPServer], tmp_path: Path) -> None:
    """One long walk, for each start of it takes seconds: every flow, then the host goes away and it all still works."""
    address, server = site
    context = browser.new_context(viewport={"width": 1300, "height": 850})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    watched = Watched(context.new_page(), address)
    page = watched.page
    page.set_default_timeout(4 * PATIENCE)
    assert "reads tables" in page.inner_text("#adds") and "a table" not in (
        page.get_attribute("#draft", "placeholder") or ""
    )
    page.click("#examples button >> nth=0")
    page.wait_for_selector(".finding.misfit")
    assert watched.titles("misfit") == ["“56-75%” does not fit: the figures give 50% to 66.7% or 25% to 33.3%"]

    watched.check(WRONG)
    page.select_option("#policy", "as_printed")
    page.click("text=Dismiss")
    page.keyboard.type("another base")
    page.keyboard.press("Enter")
    page.wait_for_selector(".decided")

    formats = page.locator("#format option").evaluate_all("options => options.map(option => option.value)")
    assert {".html", ".md", ".json", ".csv", ".xlsx"} <= set(formats)
    for suffix in formats:
        page.select_option("#format", suffix)
        with page.expect_download() as saved:
            page.click("#export")
        saved.value.save_as(tmp_path / f"report{suffix}")
        assert (tmp_path / f"report{suffix}").stat().st_size > 500
    if ".pdf" in formats:
        page.click("#clear")
        page.set_input_files("#file", tmp_path / "report.pdf")
        page.wait_for_selector("#marked .mark")
    every_file_and_finding(watched, tmp_path)
    what_goes_wrong_is_one_line(watched)

    page.evaluate("navigator.serviceWorker.ready.then(() => 1)")
    server.shutdown()
    server.server_close()
    page.reload()
    page.wait_for_selector("html[data-ready]")
    watched.check(f"New words.\n\n{WRONG}")
    assert "another base" in page.inner_text(".decided")
    foreign = [url for url in watched.asked if not url.startswith((address, "data:", "blob:"))]
    context.close()
    assert (foreign, watched.said) == ([], [])
