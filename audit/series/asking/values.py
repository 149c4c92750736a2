"""The values of a table's columns of words, and the words that tell its columns apart, where a text names them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from audit.lang import pack
from audit.series.asking.concepts import concept, concepts, stem, verbs_of_saying, words_of_role
from audit.series.asking.database import words_of
from audit.series.asking.subjects import Subjects
from audit.series.cells import as_printed
from audit.series.names import cut
from audit.series.table import Table

__all__ = ["Mention", "Values"]

MOST = 3000
"""Different values of a column beyond which its words describe each row."""
LONGEST = 6
"""Words of a value beyond which it describes its row."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A value of a column, or a word in the name of one, where the text has it; `column` is '' for a column's name."""

    first: int
    """The first token, and the one behind the last."""
    last: int
    column: str
    value: str


class Values:
    """What a table's words name."""

    def __init__(self, table: Table, subjects: Subjects) -> None:
        self._table, self._subjects = table, subjects

    @cached_property
    def _book(self) -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
        """By the first concept of a value all its concepts, its column and the value, the longest first."""
        found: dict[tuple[str, ...], list[tuple[str, str]]] = {}
        admin = {one.concept for word in words_of_role("admin") for one in concepts([word])}
        for name in words_of(self._table):
            distinct = self._table.frame[name].unique()
            if len(distinct) > MOST:
                continue
            for value in map(as_printed, distinct):
                words = cut(value)
                if not words or len(words) > LONGEST or value.lower() in words_of_role("aside") or value.isdecimal():
                    continue
                said = tuple(one.concept for one in concepts(words))
                if sum(map(len, words)) > 1:
                    found.setdefault(said, []).append((name, value))
                if name.lower() in pack()["asking"]["sexes"]["columns"] and (sex := _sex(value)):
                    found.setdefault((sex,), []).append((name, value))
                if len(said) > 1 and said[-1] in admin:
                    found.setdefault(said[:-1], []).append((name, value))
        for subject in self._subjects.all:
            for word in subject.beside:
                found.setdefault((word,), []).append(("", word))
        book: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        for said, entries in found.items():
            for column, value in dict.fromkeys(entries):
                book.setdefault(said[0], []).append((said, column, value))
        return {first: sorted(entries, key=lambda entry: -len(entry[0])) for first, entries in book.items()}

    def _is_word_of_another(self, words: Sequence[str], value: str) -> bool:
        """Whether words that mean the same as a value are there for something else: the 'dead' of a column of the dead are
        none of its cause 'Drowning', and what was 'reported' has no source 'Media'."""
        if stem(words[0]) in {stem(word) for word in cut(value)}:
            return False
        said = concept(words[0])
        return said in self._subjects.cores or stem(words[0]) in pack().build(verbs_of_saying)

    def mentions(self, words: Sequence[str], offset: int = 0) -> list[Mention]:
        """The values that words in lower case name, in their order; `offset` is the number of the first word."""
        said = concepts(words, self._subjects.apart)
        out, at = [], 0
        while at < len(said):
            longest = 0
            for phrase, column, value in self._book.get(said[at].concept, ()):
                if len(phrase) < longest:
                    break
                if tuple(one.concept for one in said[at : at + len(phrase)]) == phrase:
                    if column and self._is_word_of_another(words[said[at].first :], value):
                        continue
                    longest = len(phrase)
                    last = said[at + longest - 1].last
                    out.append(Mention(offset + said[at].first, offset + last, column, value))
            at += max(longest, 1)
        return out


def _sex(value: str) -> str:
    """The concept of the people that a letter in a column of sexes stands for."""
    sexes = pack()["asking"]["sexes"]
    return next((concept(who) for who in ("woman", "man") if value.lower() in sexes[who]), "")
