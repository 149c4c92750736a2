"""`audit site`: the page as a folder of files that any host can serve, with the program in it to run in the browser.

The runtime is copied from the unpacked npm package `pyodide`; libraries from wheels made for it. Nothing is fetched, neither
here nor by the page.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

import audit as program
from audit.errors import UnreadableError
from audit.files import write_whole
from audit.page.files import index, page_files

__all__ = ["RUNTIME", "write_site"]

RUNTIME = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
LIBRARIES = ("pypdfium2", "typst")
"""Those with wheels for the browser that the engine asks for, when they are first wanted."""
TABLES = ("pandas", "duckdb", "matplotlib")
"""What tables and their pictures need. Pyodide's full distribution has them beside the runtime, the npm package has not."""
_PURE = ("jinja2", "markupsafe", "openpyxl", "et_xmlfile")
"""Libraries of the standard library's kind: their Python alone does, and goes with the program."""
_FONTS = "DejaVuSans*.ttf"
"""Of matplotlib's fonts those that the PDF report needs beside typst's own."""


def write_site(out: Path, pyodide: Path, wheels: Path | None = None) -> list[Path]:
    """Write the folder and return its files. Raises `UnreadableError` if the runtime or a wheel is not there."""
    missing = [name for name in RUNTIME if not (pyodide / name).is_file()]
    if missing:
        remedy = "unpack the npm package pyodide (npm pack pyodide) and give its folder"
        raise UnreadableError(str(pyodide), f"holds no Pyodide: {missing[0]} is missing", remedy)
    found = dict(_wheels(wheels)) if wheels is not None else {}
    tables = _of_distribution(pyodide, TABLES)
    later: dict[str, dict[str, list[str]]] = {name: {"files": [f"wheels/{path.name}"]} for name, path in found.items()}
    if tables:
        later["pandas"] = {"names": list(TABLES)}
    content = {
        **page_files(),
        "index.html": index("pyodide"),
        "audit.zip": _program("typst" in found),
        "wheels.json": json.dumps(later).encode(),
        **{f"pyodide/{name}": (pyodide / name).read_bytes() for name in RUNTIME},
        **{f"wheels/{path.name}": path.read_bytes() for path in found.values()},
        **{f"pyodide/{path.name}": path.read_bytes() for path in tables},
    }
    content["offline.js"] = _offline(content)
    for folder in {(out / name).parent for name in content}:
        folder.mkdir(parents=True, exist_ok=True)
    return [write_whole(out / name, data) for name, data in content.items()]


def _of_distribution(pyodide: Path, names: Sequence[str]) -> list[Path]:
    """The files of the packages and of all that they need, as `pyodide-lock.json` names them; none if one is not there."""
    try:
        packages = json.loads((pyodide / "pyodide-lock.json").read_bytes())["packages"]
    except (ValueError, KeyError):
        return []
    wanted, files = list(names), {}
    while wanted:
        name = wanted.pop()
        if name not in packages:
            return []
        if name not in files:
            files[name] = pyodide / packages[name]["file_name"]
            wanted += packages[name].get("depends", [])
    return sorted(files.values()) if all(path.is_file() for path in files.values()) else []


def _wheels(folder: Path) -> Iterator[tuple[str, Path]]:
    """The wheel of each library that is there."""
    if not folder.is_dir():
        raise UnreadableError(str(folder), "is no folder of wheels", "leave it out, or give one")
    for name in LIBRARIES:
        path = next(iter(sorted(folder.glob(f"{name}-*wasm32.whl"))), None)
        if path is not None:
            yield name, path


def _program(fonts: bool) -> bytes:
    """The package with its data and examples, and what goes with it, as an archive: the same bytes for the same files."""
    package = Path(program.__file__).parent
    files = {f"audit/{path.relative_to(package).as_posix()}": path for path in _below(package)}
    for name in ("data", "seeds"):
        inside = package / name
        folder = inside if inside.is_dir() else package.parent / name
        files |= {f"audit/{name}/{path.relative_to(folder).as_posix()}": path for path in _below(folder)}
    for name in _PURE:
        spec = find_spec(name)
        if spec is not None and spec.origin is not None:
            folder = Path(spec.origin).parent
            files |= {f"{name}/{path.relative_to(folder).as_posix()}": path for path in _below(folder, "*.py")}
    spec = find_spec("matplotlib")
    if fonts and spec is not None and spec.origin is not None:
        folder = Path(spec.origin).parent / "mpl-data" / "fonts" / "ttf"
        files |= {f"audit/fonts/{path.name}": path for path in folder.glob(_FONTS)}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            archive.writestr(entry, files[name].read_bytes(), zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()


def _below(folder: Path, pattern: str = "*") -> Iterator[Path]:
    """The files that the program needs: no compiled ones, and not the page's own, which stand beside it."""
    for path in folder.rglob(pattern):
        apart = {"__pycache__", "static", "examples"}.intersection(path.relative_to(folder).parts)
        if path.is_file() and not apart and path.suffix not in (".pyc", ".so"):
            yield path


def _offline(content: dict[str, bytes]) -> bytes:
    """The service worker, with the list of files and a name that changes with any of them."""
    digest = hashlib.sha256()
    for name in sorted(content):
        digest.update(name.encode() + b"\0" + hashlib.sha256(content[name]).digest())
    large = [name for name in content if name.endswith(".whl")]
    first = ["./", *sorted(set(content) - {"index.html", "offline.js", *large})]
    text = content["offline.js"].decode()
    return (
        text.replace('"{{name}}"', json.dumps(digest.hexdigest()[:16]))
        .replace('"{{files}}"', json.dumps(first))
        .encode()
    )
