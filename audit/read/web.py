"""Pages fetched from the network: only when the user asked for it."""

from __future__ import annotations

from audit.errors import UnreadableError
from audit.read.html import looks_like_html, read_html
from audit.read.options import MOST_BYTES, ReadOptions
from audit.read.pdf import read_pdf
from audit.read.text import read_text
from audit.read.whole import whole
from audit.text.document import Document

__all__ = ["is_address", "read_address"]

_SECONDS = 30


def is_address(source: str) -> bool:
    return source.lower().startswith(("http://", "https://"))


def read_address(address: str, options: ReadOptions) -> Document:
    """The document at the address. Raises `UnreadableError` if fetching was not asked for, or failed."""
    if not options.fetch:
        raise UnreadableError(address, "is a web address", "add --fetch to read it from the network, or save the page")
    from urllib.error import URLError
    from urllib.request import Request, urlopen

    request = Request(address, headers={"User-Agent": "numeric-claims-audit", "Accept": "text/html, */*;q=0.5"})
    try:
        with urlopen(request, timeout=_SECONDS) as answer:
            kind = answer.headers.get_content_type()
            data: bytes = whole(answer)
    except (URLError, OSError, ValueError) as error:
        raise UnreadableError(
            address, f"could not be fetched ({error})", "check the address, or save the page"
        ) from None
    if len(data) > MOST_BYTES:
        raise UnreadableError(address, f"is over {MOST_BYTES:,} bytes", "save it and cut it into parts")
    if kind == "application/pdf" or data.startswith(b"%PDF"):
        return read_pdf(data, address, address, options)
    reader = read_html if "html" in kind or looks_like_html(data[:4096]) else read_text
    return reader(data, address, address, options)
