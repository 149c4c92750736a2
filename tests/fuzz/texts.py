"""Texts that nobody wrote: grown from choices, so that chance, hypothesis or a fuzzer that watches the code makes them."""

from __future__ import annotations

from collections.abc import Callable

from tests.fuzz.changed import changed

__all__ = ["Choose", "text_of"]

Choose = Callable[[int], int]
"""A number from 0 to below the one given."""


def _split(*lines: str) -> tuple[str, ...]:
    return tuple(word for line in lines for word in line.split())


_NUMBERS = _split(
    "0 1 2 7 12 40 100 1,000 12,500 3.75 -6 −6 1/2 ¾ one twelve twenty-two forty-odd dozens scores several half both",
    "$5 €1,200.50 £3m 3bn 45% 56-75% 0.01% 1e9 1,2,00 12.345.678 ٣٤ １７ Ⅷ 1990s 2031 1st 22nd 10:45 4-2 5km 7kg 20°C",
    "½% .5 5. two-thirds tenfold twice none nil 1–2–3 10-20-30 0x1F NaN inf",
)
_PHRASES = (
    "at least",
    "more than",
    "up to",
    "between 30 and 40",
    "one in five",
    "three out of 10",
    "a hundred and six",
    "1.4 million",
    "per day",
    "a day",
    "9" * 40,
    "1" + ",000" * 14,
    "as of 3 May 2031",
    "since 1 May",
    "of them",
    "of whom",
    "including",
    "compared with",
    "up from",
    "down from",
    "bringing the total to",
    "respectively",
    "percentage points",
    "per 100,000",
    "in total",
    "the remaining",
    "twice as many as",
)
_WORDS = _split(
    "people soldiers children trucks houses towns tonnes votes crew bodies were was killed wounded missing destroyed",
    "rose fell to from by and or but of in on at Orrin Kesh Monday mayor ministry said reported according",
    "officials reportedly allegedly he she they that which who the a an total toll share third population not no",
)
_MARKS = (
    *(
        [
            ".",
            ",",
            ";",
            ":",
            "!",
            "?",
            "…",
            "-",
            "–",
            "—",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "“",
            "”",
            "‘",
            "’",
            '"',
            "'",
            "«",
            "»",
            "/",
            "|",
            "*",
            "#",
            "%",
            "&",
            "<",
            ">",
            "@",
            "~",
            "^",
            "_",
            "=",
            "+",
            "$",
            "•",
        ]
    ),
    *("\n", "\n\n", "\t", "\r\n", " ", "  ", "\u00a0", "\u202f", "\u200b", "\u2028", "\x85", "\x00", "\x1b[31m"),
    *("\ufeff", "\u202e", "\ue000", "\ue8b7", "\uf8ff", "\U000f0000", "\ud800", "\udfff", "\ufffe", "\u0301", "\u200f"),
)
_SCRIPTS = (
    0x20,
    0xA0,
    0x370,
    0x400,
    0x590,
    0x600,
    0x900,
    0x2000,
    0x2150,
    0x2460,
    0x3040,
    0x4E00,
    0xE000,
    0xFF00,
    0x1D7CE,
)
_KINDS: tuple[tuple[str, ...], ...] = (_NUMBERS, _NUMBERS, _PHRASES, _WORDS, _WORDS, _MARKS)
_NESTS = (("(", ")"), ("“", "”"), ('"', '"'), ("[", "]"), ("‘", "’"))


_STRETCHED = (1, 1, 1, 1, 1, 1, 1, 2, 4)


def text_of(choose: Choose) -> str:
    """A text: mostly one stretch of one kind, which is read ten times as fast as four; a few where they meet."""
    return "".join(_STRETCHES[choose(len(_STRETCHES))](choose) for _ in range(_STRETCHED[choose(len(_STRETCHED))]))


def _few(choose: Choose, most: int) -> range:
    """From one to the most, oftener few: a short text is read in a tenth of the time, and most faults need no more."""
    return range(1 + choose(1 + choose(most)))


def _phrase(choose: Choose) -> str:
    kind = _KINDS[choose(len(_KINDS))]
    return kind[choose(len(kind))]


def _soup(choose: Choose) -> str:
    joint = ("", " ", " ", ", ")[choose(4)]
    return joint.join(_phrase(choose) for _ in _few(choose, 25))


def _sentence(choose: Choose) -> str:
    def word() -> str:
        return _WORDS[choose(len(_WORDS))]

    def number() -> str:
        return _NUMBERS[choose(len(_NUMBERS))]

    forms = (
        f"Of the {number()} {word()}, {number()} were {word()}, or {number()}%. ",
        f"{number().capitalize()} {word()} {word()} {number()} from {number()} to {number()} {word()}. ",
        f"The toll {word()} {number()}: {number()} in Orrin, {number()} in Kesh and {number()} {word()}. ",
        f"“{number()} {word()},” the {word()} said, {_phrase(choose)} {number()} {word()}. ",
        f"{_phrase(choose)} {number()} {word()} ({number()} {word()}), {_phrase(choose)} {number()}. ",
    )
    return forms[choose(len(forms))]


def _repeated(choose: Choose) -> str:
    return (_phrase(choose) + ("", " ")[choose(2)]) * len(_few(choose, 60))


def _nested(choose: Choose) -> str:
    opened, closed = _NESTS[choose(len(_NESTS))]
    depth = len(_few(choose, 50))
    return opened * depth + _sentence(choose) + closed * depth


def _characters(choose: Choose) -> str:
    start = _SCRIPTS[choose(len(_SCRIPTS))]
    return "".join(chr(start + choose(96)) for _ in _few(choose, 60))


def _table(choose: Choose) -> str:
    across = _few(choose, 5)
    return "\n".join("\t".join(_phrase(choose) for _ in across) for _ in _few(choose, 6)) + "\n"


def _digits(choose: Choose) -> str:
    return "".join("0123456789,.-–/%$€ :()'km"[choose(25)] for _ in _few(choose, 80))


def _changed(choose: Choose) -> str:
    return changed(choose, _phrase)


_STRETCHES = (
    *[_changed] * 6,
    _sentence,
    _sentence,
    _sentence,
    _soup,
    _soup,
    _repeated,
    _nested,
    _characters,
    _table,
    _digits,
)
