"""The tools of language models, asked by the protocol's own client."""

from __future__ import annotations

import asyncio
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("mcp", reason="the extra mcp is not installed")

from mcp.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client

from audit.mcp import LONGEST, MOST_CHARACTERS, MOST_FINDINGS, server

WRONG = "Sales rose 30% to 110 from 100."


def run(work: Any) -> Any:
    """Await it in a thread of its own: another test may have left a loop running in this one, as playwright does."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(asyncio.run, work).result()


def asked(tool: str, folders: list[Path] | None = None, **arguments: Any) -> Any:
    async def ask() -> Any:
        async with Client(server(folders or [])) as client:
            return await client.call_tool(tool, arguments)

    return run(ask())


def error_of(answer: Any) -> str:
    assert answer.is_error
    return str(answer.content[0].text)


def test_the_tools_are_typed_and_described() -> None:
    async def listed() -> Any:
        async with Client(server([])) as client:
            return (await client.list_tools()).tools

    tools = {tool.name: tool for tool in run(listed())}
    assert set(tools) == {"check_text", "check_file", "check_table", "check_text_against_table", "explain"}
    assert all(tool.description and tool.output_schema for tool in tools.values())
    assert "findings" in tools["check_text"].output_schema["properties"]


def test_a_text_is_checked() -> None:
    found = asked("check_text", text=f"LANWICK (The Herald) -- {WRONG}").structured_content
    (finding,) = found["findings"]
    assert (finding["verdict"], finding["working"]) == ("inconsistent", "110 / 100 − 1 = 10%, printed 30%")
    assert found["publisher"] == "The Herald" and found["left_out"] == 0


def test_a_finding_is_explained() -> None:
    found = asked("explain", text=WRONG, number=1).structured_content
    assert found["sentences"] == [WRONG] and len(found["figures"]) == 3
    assert "2 is not possible; use 1" in error_of(asked("explain", text=WRONG, number=2))


def test_files_and_tables_of_the_folder_are_read_and_no_others(tmp_path: Path) -> None:
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "a.txt").write_text(WRONG, encoding="utf-8")
    (folder / "t.csv").write_text("date,killed_cum\n2031-03-01,10\n2031-03-02,14\n2031-03-03,12\n", encoding="utf-8")
    (tmp_path / "secret.txt").write_text(WRONG, encoding="utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    assert asked("check_file", [folder], path="a.txt").structured_content["findings"]
    assert asked("check_table", [folder], path="t.csv").structured_content["findings"]
    text = "By 2 March 2031, 14 people had been killed."
    against = asked("check_text_against_table", [folder], text=text, table="t.csv", published="2031-03-02")
    assert against.structured_content["findings"]
    for path in ("../secret.txt", str(tmp_path / "secret.txt"), "link.txt", "none.txt", "/etc/passwd"):
        assert "no file in the folders" in error_of(asked("check_file", [folder], path=path))


def test_answers_are_bounded() -> None:
    many = asked("check_text", text="\n\n".join(f"Town {n} voted on Monday, 14 March 2023." for n in range(60)))
    assert len(many.structured_content["findings"]) == MOST_FINDINGS
    assert many.structured_content["left_out"] == 60 - MOST_FINDINGS
    long = asked("check_text", text=f"Sales{' of this and that' * 400} rose 30% to 110 from 100.").structured_content
    assert all(len(value) <= LONGEST for each in long["findings"] for value in each.values() if isinstance(value, str))
    assert "over 500,000 characters" in error_of(asked("check_text", text="7 " * MOST_CHARACTERS))


@pytest.mark.parametrize(
    "arguments", [{"text": ""}, {"text": WRONG, "published": "soon"}, {"text": WRONG, "policy": "x"}]
)
def test_bad_input_is_one_line(arguments: dict[str, str]) -> None:
    assert "\n" not in error_of(asked("check_text", **arguments))


def test_the_command_answers_on_standard_input(tmp_path: Path) -> None:
    async def ask() -> Any:
        command = StdioServerParameters(command=sys.executable, args=["-m", "audit", "mcp", str(tmp_path)])
        async with Client(stdio_client(command)) as client:
            return await client.call_tool("check_text", {"text": WRONG})

    assert run(ask()).structured_content["findings"][0]["title"].startswith("“30%” does not fit")
