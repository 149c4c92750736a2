"""A process apart keeps its limits, and what goes wrong in it costs one document."""

from __future__ import annotations

import mmap
import os
import sys
from functools import partial
from itertools import chain, count, repeat

import pytest

from audit.errors import OptionError, ProgramError, UnreadableError
from audit.read import Limits
from audit.read.apart import apart, apart_each

pytestmark = pytest.mark.skipif(os.name != "posix", reason="there are no such processes")
LIMITS = Limits(memory=150, seconds=0.5)


def test_it_gives_what_the_task_gives() -> None:
    assert apart(partial(divmod, 17, 5), "a", LIMITS) == (3, 2)
    assert apart(os.getpid, "a", LIMITS) == apart(os.getpid, "b", LIMITS) != os.getpid()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits memory")
def test_what_takes_too_much_memory_is_told_and_the_next_is_read() -> None:
    with pytest.raises(UnreadableError, match="a: takes more than 150 MB to read; allow more with --memory"):
        apart(partial(bytearray, 10**9), "a", LIMITS)
    assert apart(partial(max, 1, 2), "b", LIMITS) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits memory")
def test_a_process_that_was_given_much_memory_reads_no_other_document_though_it_has_touched_none() -> None:
    assert apart(partial(_kept, 10 * 2**20), "a", LIMITS) == apart(os.getpid, "b", LIMITS)
    assert apart(partial(_kept, 100 * 2**20), "a", LIMITS) != apart(os.getpid, "b", LIMITS)


_KEPT: list[mmap.mmap] = []


def _kept(size: int) -> int:
    """The number of the process in which so much is set aside for good and not touched."""
    _KEPT.append(mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS))
    return os.getpid()


def test_what_never_comes_back_to_python_is_ended() -> None:
    with pytest.raises(UnreadableError, match=r"a: takes longer than 0\.5 s to read; allow more with --seconds"):
        apart(partial(max, count()), "a", LIMITS)
    assert apart(partial(max, 1, 2), "b", LIMITS) == 2


def test_what_ends_the_process_is_told() -> None:
    with pytest.raises(UnreadableError, match=r"a: ended the process that read it \(SIGABRT\)"):
        apart(os.abort, "a", LIMITS)
    with pytest.raises(UnreadableError, match="a: ended the process that read it"):
        apart(partial(os._exit, 0), "a", LIMITS)
    assert apart(partial(max, 1, 2), "b", LIMITS) == 2


def test_an_error_that_nobody_foresaw_is_a_fault_of_the_program() -> None:
    with pytest.raises(
        ProgramError, match=r"a: could not be audited, by a fault of the program \(ValueError: invalid lit"
    ):
        apart(partial(int, "many"), "a", LIMITS)


def test_of_several_nothing_is_lost_with_what_comes_behind_it() -> None:
    assert list(apart_each(partial(map, int, ["1", "2"]), "a", LIMITS)) == [1, 2]
    *good, bad = apart_each(partial(map, int, ["1", "2", "many", "4"]), "a", LIMITS)
    assert good == [1, 2] and isinstance(bad, ProgramError)
    *good, bad = apart_each(partial(map, max, chain([(1, 2), (3, 4)], repeat(count(), 1))), "a", LIMITS)
    assert good == [2, 4] and "takes longer than" in str(bad)


def test_several_need_not_be_asked_for_to_the_end() -> None:
    found = apart_each(partial(map, int, ["1", "2"]), "a", LIMITS)
    assert next(found) == 1
    found.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize("wrong", [{"memory": 5}, {"seconds": 0}, {"seconds": float("nan")}])
def test_limits_within_which_nothing_can_be_read_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(OptionError):
        Limits(**wrong)  # type: ignore[arg-type]
