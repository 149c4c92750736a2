"""Gives pandas its accessor without importing pandas: at once if it is loaded already, else as soon as it is.

`import audit` must cost nothing to those who do not use pandas, and the order of the two imports must not matter.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

__all__ = ["register_accessor"]

_ACCESSOR = "audit.accessor"


class _Watch:
    """A finder that sees the import of pandas once, lets it happen, and then registers the accessor."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != "pandas":
            return None
        from importlib.util import find_spec

        sys.meta_path.remove(self)
        spec = find_spec(fullname)
        if spec is not None and spec.loader is not None:
            execute = spec.loader.exec_module

            def and_register(module: ModuleType) -> None:
                execute(module)
                import_module(_ACCESSOR)

            spec.loader.exec_module = and_register  # type: ignore[method-assign]
        return spec


def register_accessor() -> None:
    """Make `Series.audit` available now or when pandas comes."""
    if "pandas" in sys.modules:
        import_module(_ACCESSOR)
    else:
        sys.meta_path.insert(0, _Watch())
