"""One stream is read in no more memory than what it holds."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from audit.read import whole as module
from audit.read.whole import whole


class Asked(BytesIO):
    """It remembers the most that it was asked for at once."""

    most = 0

    def read(self, size: int | None = -1, /) -> bytes:
        self.most = max(self.most, size if size is not None and size >= 0 else 2**62)
        return super().read(size)


def test_a_short_stream_is_asked_for_little_at_once() -> None:
    stream = Asked(b"At least 31 died.")
    assert whole(stream) == b"At least 31 died."
    assert stream.most <= 2**20


@pytest.mark.parametrize(("size", "read"), [(0, 0), (9, 9), (10, 10), (11, 11), (12, 11), (50, 11)])
def test_of_too_long_a_stream_one_byte_too_many_is_read(size: int, read: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 10)
    monkeypatch.setattr(module, "_PIECE", 4)
    assert len(whole(BytesIO(bytes(size)))) == read


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    content = bytes(range(256)) * 10_000
    (tmp_path / "a.txt").write_bytes(content)
    with (tmp_path / "a.txt").open("rb") as file:
        assert whole(file) == content
