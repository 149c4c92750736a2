"""Mail messages (EML): subject, sender, date and the text, or the page, of the body."""

from __future__ import annotations

from audit.document import Document
from audit.errors import UnreadableError
from audit.read.html import read_html
from audit.read.metadata import Metadata, document, parse_date
from audit.read.options import ReadOptions

__all__ = ["read_eml"]


def read_eml(data: bytes, name: str, origin: str, options: ReadOptions) -> Document:
    """The plain body, else the article of the HTML body. Raises `UnreadableError` if there is neither."""
    from email import message_from_bytes
    from email.message import EmailMessage
    from email.policy import default

    message = message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        raise UnreadableError(origin, "is a message without a text", "give its attachment as a file of its own")
    try:
        content = body.get_content()
    except (LookupError, UnicodeDecodeError, KeyError):
        reason = "is a message whose text cannot be decoded"
        raise UnreadableError(origin, reason, "save the text of the message as UTF-8") from None
    if body.get_content_subtype() == "html":
        content = read_html(content.encode(), name, origin, ReadOptions(encoding="utf-8")).text
    sent = message["date"]
    found = Metadata(
        title=message["subject"], author=message["from"], published=parse_date(getattr(sent, "datetime", None))
    )
    return document(content.replace("\r\n", "\n"), name, origin, options, found)
