"""Mail messages (EML): subject, sender, date and the text, or page, of the body; attachments are documents of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, BinaryIO, TypeAlias

from audit.errors import UnreadableError
from audit.lang import load
from audit.read.html import read_html
from audit.read.metadata import Metadata, document, parse_date
from audit.read.options import MOST_BYTES, ReadOptions
from audit.read.pending import Pending
from audit.read.whole import whole
from audit.text.document import Document

if TYPE_CHECKING:
    from email.message import EmailMessage, Message, MIMEPart

__all__ = ["Reader", "read_eml"]

_DEEPEST = 20
"""Messages in one another: a forwarded message that was forwarded is three deep."""

_PARSED = frozenset(["content-type", "content-disposition", "content-transfer-encoding"])
_LONGEST_HEADER = 10_000
"""Characters: a name of a file in twelve scripts takes a tenth of them."""

Reader: TypeAlias = Callable[[bytes, str, str, ReadOptions], Document]


def read_eml(
    stream: BinaryIO, name: str, origin: str, options: ReadOptions, *, readers: Mapping[str, Reader]
) -> Iterator[Pending | UnreadableError]:
    """The body, then each attachment that one of `readers` (by suffix) knows, as 'mail.eml#report.pdf'.

    Others are named in a note of the body. A message with neither a text nor a readable attachment is a failure.
    """
    data = whole(stream)
    if len(data) > MOST_BYTES:
        yield UnreadableError(origin, f"is over {MOST_BYTES:,} bytes", "save its attachments as files of their own")
        return
    message = _message(data, origin)
    attached = _attachments(message)
    known = {label: content for label, part in attached.items() if (content := _content(label, part, readers))}
    if _text_of(message) is not None or not known:
        others = tuple(label for label in attached if label not in known)
        opener = partial(_body, data, name, origin, options, others)
        yield Pending(origin, opener, len(data), options.limits)
    for label, content in known.items():
        part = attached[label]
        said = replace(options, encoding=_charset(part) or options.encoding)
        reader, where = readers[_suffix(label, part)], f"{origin}#{label}"
        attachment = partial(_attachment, reader, content, f"{name}#{label}", where, said, _sent(message))
        yield Pending(where, attachment, len(content), options.limits)


def _content(label: str, part: EmailMessage, readers: Mapping[str, Reader]) -> bytes:
    """The bytes of an attachment that can be read; none of one that has no reader, or is a message itself."""
    content = part.get_payload(decode=True) if _suffix(label, part) in readers else None
    return content if isinstance(content, bytes) else b""


def _message(data: bytes, origin: str) -> EmailMessage:
    """The message. Raises `UnreadableError` for one that holds messages in messages without end."""
    from email import message_from_bytes
    from email.message import EmailMessage
    from email.policy import default

    deep = UnreadableError(
        origin, f"holds messages in one another more than {_DEEPEST} deep", "save the innermost as a file"
    )
    try:
        message = message_from_bytes(data, policy=default)
    except RecursionError:
        raise deep from None
    except Exception as error:  # of its headers; each has its own
        raise _broken(origin, error) from None
    if _depth(message) > _DEEPEST:
        raise deep
    long = max(
        (len(value) for part in message.walk() for name, value in part.raw_items() if name.lower() in _PARSED),
        default=0,
    )
    if long > _LONGEST_HEADER:  # reading one takes time that grows with its square
        raise UnreadableError(origin, f"has a header of {long:,} characters", "save its text as a file of its own")
    assert isinstance(message, EmailMessage)
    return message


def _depth(message: Message) -> int:
    """How deep the parts of a message are in one another."""
    depth = 0
    level: list[Any] = [message]
    while level and depth <= _DEEPEST:
        level = [inner for part in level if part.is_multipart() for inner in part.get_payload()]
        depth += 1
    return depth


def _broken(origin: str, error: Exception) -> UnreadableError:
    return UnreadableError(
        origin, f"is a broken message ({type(error).__name__})", "save its text as a file of its own"
    )


def _text_of(message: EmailMessage) -> MIMEPart | None:
    return message.get_body(preferencelist=("plain", "html"))


def _charset(part: EmailMessage) -> str | None:
    """The encoding that a part names; None where its name is no word."""
    try:
        return part.get_content_charset()
    except Exception:  # the headers of a part are read when they are asked for
        return None


def _header(message: EmailMessage, name: str) -> str | None:
    """What a header says; None where it cannot be read."""
    try:
        value = message[name]
        return None if value is None else str(value)
    except Exception:
        return None


def _body(data: bytes, name: str, origin: str, options: ReadOptions, others: tuple[str, ...]) -> Document:
    """The plain body, else the article of the HTML body. Raises `UnreadableError` if there is neither."""
    message = _message(data, origin)
    body = _text_of(message)
    if body is None:
        raise UnreadableError(origin, "is a message without a text", "give its attachment as a file of its own")
    try:
        content = body.get_content()
    except (LookupError, UnicodeError, ValueError):
        reason = "is a message whose text cannot be decoded"
        raise UnreadableError(origin, reason, "save the text of the message as UTF-8") from None
    if not isinstance(content, str):
        raise UnreadableError(origin, "is a message without a text", "give its attachment as a file of its own")
    if body.get_content_subtype() == "html":
        content = read_html(content.encode(errors="replace"), name, origin, ReadOptions(encoding="utf-8")).text
    notes = (f"Attachments that were not read: {', '.join(others)}.",) if others else ()
    found = Metadata(
        title=_header(message, "subject"), author=_header(message, "from"), published=_sent(message), notes=notes
    )
    return document(content.replace("\r\n", "\n"), name, origin, options, found)


def _attachment(
    reader: Reader, data: bytes, name: str, where: str, options: ReadOptions, sent: date | None
) -> Document:
    if not data:
        raise UnreadableError(where, "is empty", "save it from the message again")
    made = reader(data, name, where, options)
    if made.published is not None or sent is None:
        return made
    note = f"The date {sent} is that of the message that it was attached to."
    return replace(made, published=sent, notes=(*made.notes, note))


def _attachments(message: EmailMessage) -> dict[str, EmailMessage]:
    """The attachments by a label of their own: the file's name, with a number if several have it."""
    found: dict[str, EmailMessage] = {}
    names: Counter[str] = Counter()
    for number, part in enumerate(message.iter_attachments(), start=1):
        if part.get_content_disposition() == "inline" and part.get_content_maintype() == "image":
            continue  # a logo in a signature
        name = " ".join(PurePath(part.get_filename() or "").name.split()) or f"attachment {number}"
        names[name] += 1
        found[name if names[name] == 1 else f"{name} ({names[name]})"] = part
    return found


def _suffix(label: str, part: EmailMessage) -> str:
    """The suffix by which its reader is known: that of its name, else that of its declared type."""
    types: dict[str, str] = load("reading")["attachments"]
    return PurePath(part.get_filename() or label).suffix.lower() or types.get(part.get_content_type(), "")


def _sent(message: EmailMessage) -> date | None:
    try:
        return parse_date(getattr(message["date"], "datetime", None))
    except Exception:  # a date that is none
        return None
