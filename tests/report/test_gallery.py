"""Pictures of findings in files of their own."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from audit.report import gallery
from audit.report.build import build
from tests.report import samples


def test_what_fits_has_no_pictures_and_the_rest_is_numbered_through(tmp_path: Path) -> None:
    audit = samples.routed()
    assert [finding.group for finding in build(audit).findings] == ["misfit", "open", "fit"]
    paths, left = gallery.write_gallery(audit, tmp_path)
    names = [
        f"{name}-{n}.{form}" for n in (1, 2) for name, form in (("finding", "png"), ("finding", "svg"), ("card", "png"))
    ]
    assert [path.name for path in paths] == [*names, "strip.png"] and left == 0
    assert "56-75%" in (tmp_path / "finding-1.svg").read_text(encoding="utf-8")
    with Image.open(tmp_path / "card-2.png") as card:
        assert card.size == (1200, 675)


def test_the_same_audit_gives_the_same_bytes(tmp_path: Path) -> None:
    first, _ = gallery.write_gallery(samples.left_open(), tmp_path)
    bytes_of_first = [path.read_bytes() for path in first]
    again, _ = gallery.write_gallery(samples.left_open(), tmp_path)
    assert bytes_of_first == [path.read_bytes() for path in again]


def test_no_more_than_so_many_and_it_says_how_many_are_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gallery, "MOST", 1)
    paths, left = gallery.write_gallery(samples.routed(), tmp_path)
    assert [path.name for path in paths] == ["finding-1.png", "finding-1.svg", "card-1.png", "strip.png"]
    assert left == 1


def test_a_text_without_quantities_has_none(tmp_path: Path) -> None:
    assert gallery.write_gallery(samples.none(), tmp_path) == ([], 0)


def test_pictures_of_an_earlier_run_go_and_what_is_not_ours_stays(tmp_path: Path) -> None:
    gallery.write_gallery(samples.many(9), tmp_path)
    assert (tmp_path / "finding-3.png").is_file() and (tmp_path / "card-3.png").is_file()
    strangers = {"finding-7.png": b"\x89PNG of somebody else", "finding-9.svg": b"<svg></svg>", "card-a.png": b"x"}
    for name, content in strangers.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "finding-8.png").symlink_to(tmp_path / "card-a.png")
    paths, _ = gallery.write_gallery(samples.left_open(), tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in paths} | set(strangers) | {
        "finding-8.png"
    }
    assert all((tmp_path / name).read_bytes() == content for name, content in strangers.items())
    gallery.write_gallery(samples.none(), tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == set(strangers) | {"finding-8.png"}
