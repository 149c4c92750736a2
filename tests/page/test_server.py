"""`audit serve` as another program sees it: who may ask, how much, and for how long."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from starlette.testclient import TestClient

from audit.page.files import page_files
from audit.page.server import app

TOKEN = "a-secret"
HOME = "http://127.0.0.1"
WRONG = "Sales rose 30% to 110 from 100."


def client(**options: object) -> TestClient:
    return TestClient(app(TOKEN, **options), base_url=HOME)  # type: ignore[arg-type]


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[TestClient]:
    with client(decisions=tmp_path / "d.json") as found:
        yield found


def test_the_page_and_all_its_files_are_served_and_locked_down(asked: TestClient) -> None:
    for name in ["", *page_files()]:
        answer = asked.get(f"/{TOKEN}/{name}")
        assert answer.status_code == 200, name
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self';") and "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"


def test_it_checks_a_text(asked: TestClient) -> None:
    answer = asked.post(f"/{TOKEN}/api/check", json={"text": WRONG}).json()
    assert answer["said"] == "1 does not fit."


@pytest.mark.parametrize("path", ["/", "/other/", "/a-secre/", f"/{TOKEN}/../../etc/passwd", f"/{TOKEN}/engine.py"])
def test_without_the_secret_there_is_nothing(asked: TestClient, path: str) -> None:
    assert asked.get(path).status_code == 404


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"origin": HOME}, 200),
        ({"origin": "https://elsewhere.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://127.0.0.1:1"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-origin"}, 200),
        ({"host": "rebound.example"}, 403),
        ({"host": "localhost"}, 200),
        ({"content-type": "text/plain"}, 415),
    ],
)
def test_only_the_page_itself_may_ask(asked: TestClient, headers: dict[str, str], status: int) -> None:
    content = json.dumps({"text": WRONG})
    answer = asked.post(f"/{TOKEN}/api/check", content=content, headers={"content-type": "application/json", **headers})
    assert answer.status_code == status


@pytest.mark.parametrize(
    ("content", "status"), [("{", 400), ("[]", 400), ("[" * 99_999, 400), ('{"a": "' + "x" * 2_000_000, 413)]
)
def test_a_bad_request_is_one_line(content: str, status: int) -> None:
    with client(most_bytes=1_000_000) as asked:
        answer = asked.post(f"/{TOKEN}/api/check", content=content, headers={"content-type": "application/json"})
        assert answer.status_code == status
        assert "\n" not in answer.json()["error"]["line"]


def test_what_takes_too_long_is_stopped_and_the_next_is_answered() -> None:
    with client(most_seconds=0.000001) as asked:
        late = asked.post(f"/{TOKEN}/api/check", json={"text": WRONG})
        assert late.status_code == 503 and "was stopped" in late.json()["error"]["line"]
    with client() as asked:
        assert asked.post(f"/{TOKEN}/api/start", json={}).status_code == 200


def test_decisions_are_all_that_is_kept(asked: TestClient, tmp_path: Path) -> None:
    checked = asked.post(f"/{TOKEN}/api/check", json={"text": WRONG}).json()
    assert list(tmp_path.iterdir()) == []
    record = checked["groups"][0]["findings"][0]["record"]
    row = {**record, "decision": "dismissed", "reason": "another base"}
    kept = asked.post(f"/{TOKEN}/api/decisions", json={"decisions": [row]}).json()["decisions"]
    assert [one["reason"] for one in kept] == ["another base"]
    assert [path.name for path in tmp_path.iterdir()] == ["d.json"]
    assert asked.post(f"/{TOKEN}/api/decisions", json={"forget": [record["key"]]}).json()["decisions"] == []


def test_a_broken_file_of_decisions_is_left_as_it_is(asked: TestClient, tmp_path: Path) -> None:
    (tmp_path / "d.json").write_text("mine", encoding="utf-8")
    answer = asked.post(f"/{TOKEN}/api/decisions", json={"decisions": [{"key": "a", "decision": "confirmed"}]})
    assert answer.status_code == 409 and (tmp_path / "d.json").read_text(encoding="utf-8") == "mine"


def test_the_address_answers_as_soon_as_it_is_printed(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "audit", "serve", "--port", "0", "--no-open"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True, env=environment)
    try:
        assert process.stdout is not None
        with urlopen(process.stdout.readline().strip(), timeout=60) as answer:
            assert answer.status == 200
    finally:
        process.terminate()
        process.wait()
