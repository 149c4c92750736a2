"""The house as a whole: one direction of flow, heavy imports only where they are used."""

from __future__ import annotations

import ast
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import audit

HOUSE = Path(audit.__file__).parent
ORDER = (
    ("errors", "display"),
    ("vocabulary",),
    ("lang", "standards", "strings"),
    ("files", "streams"),
    ("interval",),
    ("text",),
    ("reference",),
    ("read",),
    ("figures",),
    ("show",),
    ("claims",),
    ("syntax", "operations"),
    ("account",),
    ("checks",),
    ("columns", "picture"),
    ("result",),
    ("numbering", "pipeline", "decisions"),
    ("judge",),
    ("series", "frames"),
    ("ledger",),
    ("explain",),
    ("report", "terminal", "schema", "accessor", "when_pandas"),
    ("corpus", "page", "mcp"),
    ("commands",),
    ("cli",),
    ("__main__",),
)
STOREY = {room: number for number, rooms in enumerate(ORDER) for room in rooms}
HEAVY = [
    "pandas",
    "numpy",
    "pint",
    "quantulum3",
    "matplotlib",
    "typst",
    "duckdb",
    "pyarrow",
    "trafilatura",
    "jinja2",
    "openpyxl",
    "rich",
    "typer",
    "starlette",
    "uvicorn",
]


def imports(file: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("audit."):
            found.append(str(node.module).split(".")[1])
        elif isinstance(node, ast.Import):
            found += [alias.name.split(".")[1] for alias in node.names if alias.name.startswith("audit.")]
    return found


@pytest.mark.parametrize(
    "file",
    [file for file in sorted(HOUSE.rglob("*.py")) if file != HOUSE / "__init__.py"],
    ids=lambda file: str(file.relative_to(HOUSE)),
)
def test_no_module_imports_upward(file: Path) -> None:
    room = file.relative_to(HOUSE).parts[0].removesuffix(".py")
    above = [other for other in imports(file) if STOREY[other] > STOREY[room]]
    assert not above


def top_level_imports(file: Path, modules: set[str]) -> set[str]:
    """The modules of the house that a module loads while it is loaded itself; what only a type checker sees is none."""
    found = set()
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("audit"):
            whole = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (whole & modules) or {str(node.module)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names} & modules
    return found


def test_no_modules_import_each_other_in_a_circle() -> None:
    files = {
        ".".join(("audit", *file.relative_to(HOUSE).with_suffix("").parts)).removesuffix(".__init__"): file
        for file in HOUSE.rglob("*.py")
    }
    order = TopologicalSorter({name: top_level_imports(file, set(files)) - {name} for name, file in files.items()})
    order.prepare()  # raises CycleError with the circle


def loaded_after(code: str) -> set[str]:
    line = f"import sys; {code}; print(*sys.modules)"
    return set(subprocess.run([sys.executable, "-c", line], capture_output=True, text=True, check=True).stdout.split())


def test_importing_and_reading_figures_loads_nothing_heavy() -> None:
    loaded = loaded_after("import audit; audit.find_figures('70 shafts and 5 km')")
    assert not loaded & set(HEAVY)


def test_a_check_loads_nothing_heavy() -> None:
    loaded = loaded_after("import audit; audit.check('Sales rose 10% to 110 from 100.').checks")
    assert not loaded & set(HEAVY)


def test_the_command_line_loads_no_room_before_a_command_asks() -> None:
    loaded = loaded_after("import audit.cli")
    assert not loaded & {"pydantic", "rich", "audit.figures", "audit.claims", "audit.checks", "audit.report"}
