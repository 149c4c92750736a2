"""The process that works for `audit serve`: it answers one request after the other, and can be ended at any time.

What it is asked comes on standard input, its answers leave on standard output, each as its length in eight bytes and JSON.
"""

from __future__ import annotations

import asyncio
import json
import os
import struct
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

__all__ = ["Worker", "WorkerError"]

_LENGTH = struct.Struct(">Q")


class WorkerError(Exception):
    """The process took too long or ended; its text is one line for the page."""


class Worker:
    """One process, started when it is first asked and again after it was ended; one request at a time."""

    def __init__(self, seconds: float, vocabulary: Path | None = None) -> None:
        self._seconds = seconds
        self._words = [] if vocabulary is None else [str(vocabulary)]
        self._turn = asyncio.Lock()
        self._process: asyncio.subprocess.Process | None = None

    async def call(self, method: str, request: Mapping[str, Any]) -> bytes:
        """The answer as JSON. Raises `WorkerError` if there is none in time."""
        content = json.dumps([method, request]).encode()
        async with self._turn:
            process = await self._running()
            assert process.stdin is not None and process.stdout is not None
            try:
                async with asyncio.timeout(self._seconds):
                    process.stdin.write(_LENGTH.pack(len(content)) + content)
                    await process.stdin.drain()
                    (length,) = _LENGTH.unpack(await process.stdout.readexactly(_LENGTH.size))
                    return await process.stdout.readexactly(length)
            except TimeoutError:
                await self.close()
                raise WorkerError(f"took longer than {self._seconds:g} seconds and was stopped") from None
            except (asyncio.IncompleteReadError, ConnectionError):
                await self.close()
                raise WorkerError("the program could not finish it and has started again") from None
            except asyncio.CancelledError:
                await self.close()  # whoever asked has gone; a half-read answer must not become the next one
                raise

    async def close(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is not None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()

    async def _running(self) -> asyncio.subprocess.Process:
        if self._process is None or self._process.returncode is not None:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "audit.page.worker",
                *self._words,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                limit=2**20,
            )
        return self._process


def _serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer until the other end closes."""
    from audit.page.engine import call

    while len(head := requests.read(_LENGTH.size)) == _LENGTH.size:
        content = requests.read(_LENGTH.unpack(head)[0])
        try:
            method, request = json.loads(content)
            answer = call(method, request)
        except Exception as error:  # a fault of the program; the page says so and the text is not lost
            line = f"the program failed at this ({type(error).__name__}); please report the text that made it fail"
            answer = {"error": {"what": "", "reason": line, "remedy": "", "line": line}, "fault": True}
        packed = json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace")
        answers.write(_LENGTH.pack(len(packed)) + packed)
        answers.flush()


def _main() -> None:
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints goes to standard error
    for folder in sys.argv[1:]:
        from audit.vocabulary import overlay

        overlay(folder)
    with suppress(KeyboardInterrupt, BrokenPipeError):
        _serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    _main()
