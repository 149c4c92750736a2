"""Web pages: the article, and the page's own word on title, date, publisher and author."""

from __future__ import annotations

from datetime import date
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from audit.errors import UnreadableError
from audit.read import read

STORY = "".join(
    f"<p>{sentence}</p>"
    for sentence in (
        "A landslide buried 14 houses above the village of Orrin on Tuesday, the district council said in a statement.",
        "Rescue teams pulled nine people from the mud, four of them children, and took them to the clinic in the valley.",
        "The council said that about 300 residents had left their homes and were sleeping in the school overnight.",
    )
)
LD = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebPage"},
{"@type": ["NewsArticle"], "headline": "Landslide in Orrin", "datePublished": "2022-03-08T18:00:00+01:00",
"inLanguage": "en-GB", "publisher": {"@type": "Organization", "name": "Valley Post"},
"author": [{"name": "Jo Adler"}, {"name": "Mia Rehn"}]}]}</script>"""


def page(head: str = "", body: str = STORY) -> bytes:
    head = f"<head><title>Post</title>{head}</head>"
    return f"<!DOCTYPE html><html>{head}<body><article>{body}</article></body></html>".encode()


def test_json_ld_comes_first(tmp_path: Path) -> None:
    meta = '<meta property="og:site_name" content="Other"><meta name="date" content="2022-03-09">'
    (tmp_path / "a.html").write_bytes(page(meta + LD))
    document = read(tmp_path / "a.html")
    assert document.title == "Landslide in Orrin"
    assert (document.publisher, document.published) == ("Valley Post", date(2022, 3, 8))
    assert (document.author, document.language) == ("Jo Adler; Mia Rehn", "en")
    assert "buried 14 houses" in document.text and "<p>" not in document.text
    assert document.notes == ()


def test_meta_elements(tmp_path: Path) -> None:
    meta = (
        '<meta content="Valley &amp; Post" property="og:site_name">'
        "<meta property='article:published_time' content='2022-03-08T18:00:00Z'>"
    )
    (tmp_path / "a.htm").write_bytes(page(meta + '<script type="application/ld+json">{broken</script>'))
    document = read(tmp_path / "a.htm")
    assert (document.publisher, document.published) == ("Valley & Post", date(2022, 3, 8))


def test_a_saved_page_is_known_by_its_content(tmp_path: Path) -> None:
    (tmp_path / "saved.txt").write_bytes(b"\n" + page(LD))
    assert read(tmp_path / "saved.txt").publisher == "Valley Post"


def test_a_page_without_an_article(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(page(body=""))
    with pytest.raises(UnreadableError, match="is a page without an article"):
        read(tmp_path / "a.html")


class Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/a" else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page(LD) if self.path == "/a" else b"")

    def log_message(self, *arguments: object) -> None:
        pass


def test_addresses_are_fetched_only_when_asked_for() -> None:
    server = HTTPServer(("127.0.0.1", 0), Server)
    Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    try:
        assert read(f"{address}/a", fetch=True).publisher == "Valley Post"
        with pytest.raises(UnreadableError, match=r"could not be fetched .*404"):
            read(f"{address}/b", fetch=True)
        with pytest.raises(UnreadableError, match="is a web address; add --fetch"):
            read(f"{address}/a")
    finally:
        server.shutdown()
        server.server_close()
