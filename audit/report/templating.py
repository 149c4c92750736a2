"""The Jinja environments: one for HTML, which escapes everything, and one for Markdown, whose `md` filter does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from audit.strings import strings
from audit.vocabulary import kept

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["escape_markdown", "template"]

_MARKS = re.compile(r"[\\`*_\[\]<>#|~$&]")
_AT_START = re.compile(r"^(\s*)([-+=]|\d+(?=[.)](?:\s|$)))")


def escape_markdown(text: str) -> str:
    """Text of an input as Markdown that shows it and does nothing else; always one line.

    >>> escape_markdown("*12* <b>dead</b>")
    '\\\\*12\\\\* \\\\<b\\\\>dead\\\\</b\\\\>'
    """
    line = _MARKS.sub(lambda match: "\\" + match.group(), " ".join(text.split()))
    start = _AT_START.match(line)
    if start is None:
        return line
    at = start.end() if start[2].isdigit() else start.start(2)
    return f"{line[:at]}\\{line[at:]}"


@kept
def template(name: str) -> Template:
    """The template of that name, compiled once."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("audit.report", "templates"),
        autoescape=name.endswith(".html"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    words: dict[str, Any] = strings("report")
    environment.filters["md"] = escape_markdown
    environment.globals.update(labels=words["labels"], heading=words["heading"], page=words["page"])
    return environment.get_template(name)
