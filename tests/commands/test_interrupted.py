"""Ctrl-C ends a command at any moment without a traceback, also while the program is still being loaded."""

from __future__ import annotations

import builtins
from typing import Any

import pytest

from audit.__main__ import main


def test_an_interrupt_while_loading_is_an_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def interrupted(name: str, *rest: Any) -> Any:
        if name == "audit.cli":
            raise KeyboardInterrupt
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", interrupted)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 130
