"""HTML: self-contained, locked down, linked both ways, and what a browser makes of it."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from audit.report.page import render
from audit.report.palette import DARK, LIGHT
from audit.result import Audit
from tests.report import samples

AUDITS = {
    "none": samples.none(),
    "single": samples.single(),
    "routed": samples.routed(),
    "hostile": samples.hostile(),
    "series": samples.series(),
    "long": samples.hostile(quote="word " * 400, name="x" * 300),
}


class Page(HTMLParser):
    """All tags with their attributes, the text outside style and script, and what stands in those."""

    def __init__(self, audit: Audit) -> None:
        super().__init__()
        self.source = render(audit, Path("a.html")).decode()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.code: dict[str, list[str]] = {"style": [], "script": []}
        self.words: list[str] = []
        self.feed(self.source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        (self.code[self.lasttag] if self.cdata_elem else self.words).append(data)

    def all(self, attribute: str) -> list[str]:
        return [attrs[attribute] or "" for _, attrs in self.tags if attribute in attrs]


@pytest.mark.parametrize("name", AUDITS)
def test_nothing_of_the_input_becomes_a_tag(name: str) -> None:
    page = Page(AUDITS[name])
    tags = [tag for tag, _ in page.tags]
    assert tags.count("script") == tags.count("style") == 1
    assert not {"iframe", "object", "b", "u", "i", "base"} & set(tags)
    assert not [
        attribute for _, attrs in page.tags for attribute in attrs if attribute.startswith("on") or attribute == "style"
    ]
    assert all(source.startswith("data:image/svg+xml;base64,") for source in page.all("src"))
    assert all(link.startswith("#") for link in page.all("href"))


def test_markup_of_the_input_is_shown() -> None:
    words = "".join(Page(samples.hostile()).words)
    assert "<script>alert('1')</script> #read" in words
    assert "[U+202E]" in words and "\u202e" not in words


@pytest.mark.parametrize("name", AUDITS)
def test_the_policy_allows_our_style_and_script_only(name: str) -> None:
    page = Page(AUDITS[name])
    policy = next(attrs["content"] for _, attrs in page.tags if attrs.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None and policy.startswith("default-src 'none'; ")
    for kind, content in page.code.items():
        digest = base64.b64encode(hashlib.sha256("".join(content).encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy


@pytest.mark.parametrize("name", AUDITS)
def test_every_link_leads_somewhere_and_every_name_is_one(name: str) -> None:
    page = Page(AUDITS[name])
    names = page.all("id")
    assert len(names) == len(set(names))
    targets = {link.removeprefix("#") for link in page.all("href")} | set(page.all("aria-labelledby"))
    targets |= set(page.all("aria-describedby")) | set(page.all("data-from"))
    assert targets <= set(names)


def test_a_finding_and_its_sentence_link_to_each_other() -> None:
    page = Page(samples.routed())
    assert {"#m-d1-f3", "#d1-c1", "#d1-f4"} <= set(page.all("href"))


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("name", ["ink", "quiet", "misfit", "open", "fit", "plain"])
def test_words_stand_out_from_their_ground(palette: dict[str, str], name: str) -> None:
    grounds = ["ground", "panel", *([f"{name}_tint"] if f"{name}_tint" in palette else [])]
    for ground in grounds:
        darker, lighter = sorted((_luminance(palette[name]), _luminance(palette[ground])))
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5, ground


@pytest.mark.skipif(not shutil.which("chromium"), reason="needs Chromium: apt-get install chromium")
@pytest.mark.parametrize("name", ["routed", "hostile", "series"])
def test_a_browser_runs_the_script_and_nothing_else(name: str, tmp_path: Path) -> None:
    path = AUDITS[name].report(tmp_path / "a.html")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
    flags += [
        "--disable-background-networking",
        "--disable-component-update",
        f"--user-data-dir={tmp_path / 'profile'}",
    ]
    flags += ["--enable-logging=stderr", "--v=0", "--dump-dom"]
    done = subprocess.run(["chromium", *flags, path.as_uri()], capture_output=True, text=True, timeout=60, check=True)
    assert re.search(r'<html lang="en" class="js">', done.stdout)
    assert "CONSOLE" not in done.stderr


def test_a_series_is_drawn_with_the_words_that_stand_for_it() -> None:
    page = Page(samples.series())
    assert [attrs["alt"] for tag, attrs in page.tags if tag == "img"] == ["4, 9, then 7"]
    assert "“7” (row 3, column killed) does not fit: the figures give 9 or more" in page.words


def test_a_name_from_the_right_does_not_turn_the_sentence_around_it() -> None:
    source = Page(samples.hostile(name="משרד הבריאות")).source
    assert '<bdi dir="ltr">\u2068משרד הבריאות\u2069</bdi>' in source
