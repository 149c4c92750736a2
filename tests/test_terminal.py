"""What the commands print."""

from __future__ import annotations

import io

from rich.console import Console

from audit.result import Audit
from audit.terminal import print_audit, print_check
from tests.report import samples


def printed(audit: Audit, check: int | None = None, width: int = 200) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width)
    if check is None:
        print_audit(audit, console)
    else:
        print_check(audit.checks[check], console, audit=audit)
    return out.getvalue()


def test_what_does_not_fit_comes_first() -> None:
    found = printed(samples.routed())
    order = ["What does not fit", "What could not be checked, and what is missing", "What fits", "Rounding policy"]
    assert [found.index(words) for words in order] == sorted(found.index(words) for words in order)
    assert "✗ “56-75%” does not fit: the figures give 50% to 66.7% or 25% to 33.3%" in found


def test_words_of_the_input_are_no_markup() -> None:
    found = printed(samples.hostile())
    assert "**bold** [x](javascript:alert(1))" in found and "[U+202E]31 evil" in found
    assert "\x00" not in found and "\x1b" not in found


def test_one_check_with_places_and_sources() -> None:
    found = printed(samples.routed(), check=0)
    assert "Where: routed.txt, sentence 2" in found
    assert "with rounding: 29,500 to 40,500" in found
    assert "Tomas Arden, minister of war, as reported by The Morning Ledger" in found


def test_a_narrow_terminal_loses_no_words() -> None:
    words = "".join(character for character in printed(samples.routed(), width=40) if character not in "│├└─ \n")
    assert "2,500morethanthe20,000stated" in words


def test_nothing_found_is_said() -> None:
    assert "0 figures, 0 claims, 0 recomputations" in printed(samples.none())
