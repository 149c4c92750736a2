"""How nouns show themselves in a notebook."""

from __future__ import annotations

__all__ = ["Displayed"]


class Displayed:
    """A noun with an HTML form. (It imports upwards, when it is shown and not before.)"""

    __slots__ = ()

    def _repr_html_(self) -> str:
        from audit.report.notebook import html

        return html(self)
