"""Which files a path means: a file itself, a folder with all below, a pattern."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from glob import glob, has_magic
from pathlib import Path

from audit.errors import UnreadableError

__all__ = ["files_of"]


def files_of(
    where: str, wanted: Callable[[str], bool], *, follow_links: bool = False
) -> Iterator[Path | UnreadableError]:
    """The files that a path means, sorted; of a folder those with a name that is `wanted`. What is left out because it
    leads out of the folder is named. Raises `UnreadableError` if there is nothing."""
    path = Path(where)
    if path.is_dir():
        found = sorted(_below(path, wanted, follow_links), key=lambda file: Path(_name(file)).parts)
        if not found:
            raise UnreadableError(where, "is a folder without texts", "give one with text, HTML, PDF or DOCX files")
        yield from found
    elif path.exists():
        yield path
    elif has_magic(where):
        matched = sorted(glob(where, recursive=True))  # noqa: PTH207 - a pattern may be absolute
        if not matched:
            raise UnreadableError(where, "matches no file", "check the pattern")
        for match in matched:
            if Path(match).is_dir():
                yield from files_of(match, wanted, follow_links=follow_links)
            else:
                yield Path(match)
    else:
        reason = "is a link to nothing" if path.is_symlink() else "does not exist"
        raise UnreadableError(where, reason, "check the path")


def _below(folder: Path, wanted: Callable[[str], bool], follow_links: bool) -> Iterator[Path | UnreadableError]:
    """The files of a folder; hidden ones are left out, and links to where one is already."""
    root = folder.resolve()
    seen = {root}
    closed: list[OSError] = []
    for parent, folders, names in os.walk(folder, followlinks=follow_links, onerror=closed.append):
        kept = []
        for name in sorted(folders):
            place = Path(parent, name)
            if name.startswith("."):
                continue
            if place.is_symlink():
                there = place.resolve()
                if not follow_links:
                    if not there.is_relative_to(root):
                        yield _leads_out(place)
                    continue
                if there in seen or root.is_relative_to(there):
                    continue
                seen.add(there)
            kept.append(name)
        folders[:] = kept
        for name in names:
            place = Path(parent, name)
            if name.startswith(".") or not wanted(name):
                continue
            leads_out = not follow_links and place.is_symlink() and not _resolved(place).is_relative_to(root)
            yield _leads_out(place) if leads_out else place
    for error in closed:
        yield UnreadableError(str(error.filename), f"cannot be opened ({error.strerror})", "check that you may read it")


def _resolved(place: Path) -> Path:
    """Where a link leads; a link that leads round in a circle leads to itself."""
    try:
        return place.resolve()
    except (OSError, RuntimeError):
        return place.absolute().parent.resolve() / place.name


def _leads_out(place: Path) -> UnreadableError:
    return UnreadableError(
        str(place), "is a link that leads out of the folder", "name its target, or add --follow-links"
    )


def _name(found: Path | UnreadableError) -> str:
    return found.where if isinstance(found, UnreadableError) else str(found)
