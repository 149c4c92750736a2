"""Typst: what a template and data come to as PDF, PNG or SVG; letters shaped and turned as their scripts ask.

The data reach a template as JSON, never as markup, so that nothing in an input can be typst code. Fonts are typst's own and
matplotlib's, never the system's.
"""

from __future__ import annotations

import json
import re
import struct
import zlib
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias
from xml.sax.saxutils import escape

from audit.picture import MARK, Picture
from audit.report.palette import LIGHT
from audit.report.words import shown

if TYPE_CHECKING:
    from typst import Fonts

__all__ = ["drawn", "picture", "plain", "typeset"]

Form: TypeAlias = Literal["pdf", "png", "svg"]
BEHIND = {"check", "sizes", "pictures"}
"""Fields of the model that no template sees as they are."""
UNBROKEN = 24
"""A word of more characters may break anywhere in steps, or it would leave the page."""
_LONG = re.compile(rf"\S{{{UNBROKEN + 1},}}")
_STEP = re.compile(r"\S{6}(?=\S)")
_HEAD = 33
"""Bytes of a PNG before its second chunk: signature and header."""


def typeset(templates: Sequence[str], data: dict[str, Any], form: Form, *, dpi: float = 72) -> bytes:
    """The templates, set as one, with the data: 'pdf' (tagged, PDF/UA-1), or one page as 'png' or 'svg'."""
    import typst

    more: dict[str, Any] = {"pdf_standards": ["ua-1"]} if form == "pdf" else {"ppi": dpi}
    content: bytes = typst.compile(
        b"".join(files(__package__).joinpath("templates", name).read_bytes() for name in templates),
        font_paths=_fonts(),
        format=form,
        sys_inputs={"data": json.dumps(data)},
        **more,
    )
    return content


def picture(
    templates: Sequence[str], data: dict[str, Any], form: Form, title: str, alternative: str, *, dpi: float
) -> bytes:
    """One page as 'png' or 'svg', with its title and the words that stand for it where it cannot be seen."""
    content = typeset(templates, data, form, dpi=dpi)
    return _svg(content, title, alternative) if form == "svg" else _png(content, title, alternative)


def plain(value: Any) -> Any:
    """Dataclasses as dicts, down to strings and numbers."""
    if isinstance(value, str):
        return _LONG.sub(lambda word: _STEP.sub("\\g<0>\u200b", word.group()), value)
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        pairs = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {name: plain(item) for name, item in pairs if name not in BEHIND}
    return value


def drawn(picture: Picture) -> dict[str, str]:
    """A drawing of matplotlib as a template takes it; `svg` is '' where only its table is shown."""
    svg = picture.written("svg", LIGHT).decode() if picture.drawn else ""
    return {"title": shown(picture.title), "alternative": shown(picture.alternative), "svg": svg}


@cache
def _fonts() -> Fonts:
    """Typst's fonts and matplotlib's, which are found without importing it, or the same beside the program."""
    from typst import Fonts

    spec = find_spec("matplotlib")
    if spec is not None and spec.origin is not None:
        folder = Path(spec.origin).parent / "mpl-data" / "fonts" / "ttf"
    else:
        folder = Path(__file__).parent.parent / "fonts"
    return Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[folder])


def _png(content: bytes, title: str, alternative: str) -> bytes:
    """The picture with the words in it as a screen reader and a picture agency find them."""
    known = {"Title": title, "Description": alternative, "Software": f"{MARK}, typst {version('typst')}"}
    chunks = b"".join(_chunk(name, words) for name, words in known.items())
    return content[:_HEAD] + chunks + content[_HEAD:]


def _chunk(name: str, words: str) -> bytes:
    body = b"iTXt" + name.encode() + b"\0\0\0\0\0" + words.encode()
    return struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))


def _svg(content: bytes, title: str, alternative: str) -> bytes:
    head, mark, rest = content.decode().partition(">")
    words = f"<title>{escape(title)}</title><desc>{escape(alternative)}</desc><metadata>{MARK}</metadata>"
    return f'{head} role="img"{mark}{words}{rest}'.encode()
