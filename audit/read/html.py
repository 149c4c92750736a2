"""Web pages: the article by trafilatura; title, date, publisher and author from the page's own metadata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from audit.errors import UnreadableError
from audit.read.decode import decode
from audit.read.metadata import Metadata, document, parse_date
from audit.read.options import ReadOptions
from audit.text.document import Document

__all__ = ["looks_like_html", "own_metadata", "read_html"]

_HTML = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)?(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_JSON_LD = re.compile(r"<script\b[^>]{0,500}\bapplication/ld\+json\b[^>]{0,500}>", re.I)
_ARTICLES = ("Article", "Posting", "Report")
_META = re.compile(r"<meta\b([^>]{0,2000})>", re.I)
_ATTRIBUTE = re.compile(r"""(?<![\w:-])([\w:-]++)\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s"'>]++))""")
_DATES = ("article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate", "parsely-pub-date")
_LONGEST_BLOCK = 200_000
_PUBLISHERS = ("og:site_name", "dc.publisher", "application-name")


def looks_like_html(head: bytes) -> bool:
    return _HTML.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


def read_html(data: bytes, name: str, origin: str, options: ReadOptions) -> Document:
    """The page's article. Raises `UnreadableError` for a page that has none.

    The page's own word (JSON-LD, then meta elements) comes before what trafilatura makes of it; a date that only
    trafilatura found is noted, for it may come from the page's address or its text.
    """
    import trafilatura
    from trafilatura.utils import decode_file

    try:
        page = data.decode(options.encoding, "replace") if options.encoding else str(decode_file(data))
    except (LookupError, UnicodeError):
        page = decode(data, origin, options.encoding)
    try:
        article: Any = trafilatura.bare_extraction(
            page, with_metadata=True, include_comments=False, include_tables=True
        )
    except MemoryError:
        raise
    except Exception as error:  # errors of lxml and of trafilatura's own
        reason = f"is a page that trafilatura cannot read ({type(error).__name__})"
        raise UnreadableError(origin, reason, "save its text") from None
    text = (article.text or "").strip() if article is not None else ""
    if not text:
        raise UnreadableError(origin, "is a page without an article", "give the page of one article, or its text")
    own = own_metadata(page)
    published = own.published
    notes: tuple[str, ...] = ()
    if published is None and (published := parse_date(article.date)):
        notes = (f"The date {published} is a guess from the page's address or text; its metadata has none.",)
    found = Metadata(
        title=own.title or article.title,
        publisher=own.publisher or article.sitename,
        published=published,
        author=own.author or article.author,
        language=own.language or article.language,
        notes=notes,
    )
    return document(text, name, origin, options, found)


def own_metadata(page: str) -> Metadata:
    """What a page says of itself: its JSON-LD, then its meta elements."""
    said = next(_articles(page), {})
    meta = _meta(page)
    return Metadata(
        title=_name(said.get("headline")) or meta.get("og:title"),
        publisher=_name(said.get("publisher")) or next((meta[key] for key in _PUBLISHERS if meta.get(key)), None),
        published=parse_date(said.get("datePublished"))
        or next((day for key in _DATES if (day := parse_date(meta.get(key)))), None),
        author=_name(said.get("author")) or meta.get("author"),
        language=_language(said.get("inLanguage")),
    )


def _meta(page: str) -> dict[str, str]:
    """Content of each meta element by its name or property, in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for element in _META.finditer(page):
        values = {m[1].lower(): unescape(m[2] or m[3] or m[4] or "") for m in _ATTRIBUTE.finditer(element[1])}
        key = values.get("property") or values.get("name") or values.get("itemprop")
        if key and values.get("content", "").strip():
            found.setdefault(key.lower(), values["content"].strip())
    return found


def _articles(page: str) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of the page that are articles, in order."""
    for start in _JSON_LD.finditer(page):
        try:
            content, _ = json.JSONDecoder(strict=False).raw_decode(
                page[start.end() : start.end() + _LONGEST_BLOCK].lstrip()
            )
        except (ValueError, RecursionError):
            continue
        for thing in _objects(content):
            types = thing.get("@type")
            if any(str(one).endswith(_ARTICLES) for one in (types if isinstance(types, list) else [types])):
                yield thing


def _objects(content: Any) -> Iterator[dict[str, Any]]:
    for thing in content if isinstance(content, list) else [content]:
        if isinstance(thing, dict):
            yield thing
            if isinstance(thing.get("@graph"), list):
                yield from _objects(thing["@graph"])


def _name(value: Any) -> str | None:
    """The name of a person or organisation that JSON-LD gives as a string, an object or a list of either."""
    if isinstance(value, list):
        return "; ".join(name for item in value if (name := _name(item))) or None
    if isinstance(value, dict):
        return _name(value.get("name"))
    return value.strip() or None if isinstance(value, str) else None


def _language(value: Any) -> str | None:
    return value.split("-")[0].lower() if isinstance(value, str) and value else None
