"""Sentences that somebody wrote, cut off, run together and changed: they reach the code that chance alone never does.

The sentences are those of `tests/golden/` and the seeds, and of files that are named (`also`): one text a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

__all__ = ["also", "changed", "cut", "cuts"]

Choose = Callable[[int], int]

_TESTS = Path(__file__).parent.parent
_WORD = re.compile(r"\S+\s*")
_MOST = 240
"""Characters of a sentence: what is longer takes long to read and is cut soon."""
_CASES: tuple[Callable[[str], str], ...] = (str.upper, str.lower, str.title, str.capitalize)
_named: list[Path] = []


def also(files: list[Path]) -> None:
    """Take the sentences of these files too."""
    _named.extend(files)
    _sentences.cache_clear()


@cache
def _sentences() -> list[str]:
    golden = [line[2:] for file in sorted(_TESTS.glob("golden/*.md")) for line in _lines(file) if line.startswith("> ")]
    files = [*sorted((_TESTS.parent / "seeds").glob("*.txt")), *_named]
    others = [one for file in files for line in _lines(file) for one in re.split(r"(?<=[.!?])\s+", line)]
    return [one[:_MOST] for one in (*golden, *others) if any(letter.isdigit() for letter in one)]


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


def cuts(every: int = 1) -> Iterator[str]:
    """Each sentence, or one in so many, up to each of its words and marks, and from it on."""
    for sentence in _sentences()[::every]:
        for found in re.finditer(r"\w+|[^\w\s]", sentence):
            yield sentence[: found.end()]
            yield sentence[found.start() :]


def cut(choose: Choose) -> str:
    """A sentence up to one of its words, or from one on."""
    words = _words(choose)
    at = choose(len(words) + 1)
    return "".join(words[at:] if choose(2) else words[:at]).strip()


def changed(choose: Choose, phrase: Callable[[Choose], str]) -> str:
    """A sentence or two with none to four changes; `phrase` makes words to put in."""
    words = [word for _ in range(1 + choose(4) // 3) for word in _words(choose)]
    for _ in range(choose(5)):
        if not words:
            break
        at = choose(len(words))
        _CHANGES[choose(len(_CHANGES))](words, at, choose, phrase)
    return "".join(words)


def _words(choose: Choose) -> list[str]:
    sentences = _sentences()
    return _WORD.findall(sentences[choose(len(sentences))] + " ")


def _ended(words: list[str], at: int, choose: Choose, phrase: Callable[[Choose], str]) -> None:
    del words[at:]


def _begun(words: list[str], at: int, choose: Choose, phrase: Callable[[Choose], str]) -> None:
    del words[:at]


def _dropped(words: list[str], at: int, choose: Choose, phrase: Callable[[Choose], str]) -> None:
    del words[at : at + 1 + choose(3)]


def _put_in(words: list[str], at: int, choose: Choose, phrase: Callable[[Choose], str]) -> None:
    words.insert(at, phrase(choose) + (" ", "", ", ")[choose(3)])


def _put_for(words: list[str], at: int, choose: Choose, phrase: Callable[[Choose], str]) -> None:
    words[at] = phrase(choose) + (" ", "")[choose(2)]


def _doubled(words: list[str], at: int, choose: Choose, phrase: Callable[[Choose], str]) -> None:
    words[at:at] = words[at : at + 1 + choose(8)]


def _moved(words: list[str], at: int, choose: Choose, phrase: Callable[[Choose], str]) -> None:
    word = words.pop(at)
    words.insert(choose(len(words) + 1), word)


def _spliced(words: list[str], at: int, choose: Choose, phrase: Callable[[Choose], str]) -> None:
    other = _words(choose)
    words[at:] = other[choose(len(other)) :]


def _cased(words: list[str], at: int, choose: Choose, phrase: Callable[[Choose], str]) -> None:
    words[at] = _CASES[choose(len(_CASES))](words[at])


def _joined(words: list[str], at: int, choose: Choose, phrase: Callable[[Choose], str]) -> None:
    words[at] = words[at].rstrip() + ("", "-", "/", "\n", ".", "'s ", "\u00a0")[choose(7)]


def _shortened(words: list[str], at: int, choose: Choose, phrase: Callable[[Choose], str]) -> None:
    word = words[at]
    words[at] = word[: choose(len(word))] + word[choose(len(word)) :]


_CHANGES = (_ended, _begun, _dropped, _put_in, _put_for, _doubled, _moved, _spliced, _cased, _joined, _shortened)
