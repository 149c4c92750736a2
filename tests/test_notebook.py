"""The notebook runs from top to bottom, every cell shows something, and no output is kept in it."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import pytest

HOME = Path(__file__).parent.parent
NOTEBOOK = HOME / "docs" / "notebook.ipynb"


def cells() -> list[dict[str, Any]]:
    return [cell for cell in json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]


def run(source: str, names: dict[str, Any]) -> Any:
    """Run a cell as Jupyter does: the value of its last line, if that is an expression."""
    tree = ast.parse(source)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, str(NOTEBOOK), "exec"), names)
    return (
        eval(compile(ast.Expression(last.value), str(NOTEBOOK), "eval"), names) if isinstance(last, ast.Expr) else None
    )


@pytest.mark.parametrize("folder", [HOME, HOME / "docs"])
def test_the_cells_run_in_order_and_show_what_they_say(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    names: dict[str, Any] = {}
    shown = {cell["id"]: run("".join(cell["source"]), names) for cell in cells()}
    assert [name for name, value in shown.items() if value is None] == ["start"]
    assert "does not fit" in shown["check"]._repr_html_()
    assert shown["finding"] == ("56-75%", "UPI", "inconsistent")
    assert shown["implied"][0][0] == "killed and wounded together"
    assert list(shown["policy"].values()) == ["inconsistent", "inconsistent", "consistent_with_rounding"]
    assert list(shown["column"]["verdict"]) == ["inconsistent", "consistent"]
    assert list(shown["table"]["verdict"]).count("inconsistent") == 3
    assert shown["report"] is True


def test_no_output_is_kept() -> None:
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in cells())
