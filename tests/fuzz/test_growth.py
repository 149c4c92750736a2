"""A text twice as long takes twice the steps: no way through the program grows with the square."""

from __future__ import annotations

import re
from itertools import count

import pytest

from audit import Document
from audit.pipeline import check_document
from audit.read.html import _ATTRIBUTE
from tests.fuzz.growth import steps

LINES = 150
MOST = 2.5
"""Twice the length may take so much; the square would take four times."""
TEXTS = {
    "figures alone": "12 ",
    "scales": "thousand ",
    "figures and scales": "1 thousand ",
    "rates of rates": "5 per day per ",
    "units of units": "5 km of kg of ",
    "shares": "45% of ",
    "sums": "12 and ",
    "quotes": "“12 died,” he said. ",
    "open brackets": "(12 ",
    "names": "Kesh Orrin ",
    "commas": "12, ",
    "one word": "toll ",
    "sentences": "Of the 90 people, 31 were killed, or 34%. ",
    "a toll that grows": "The toll rose to 31 from 30. ",
    "paragraphs": "At least 31 people were killed in Orrin, the mayor said.\n\n",
    "rows": "Orrin\t31\t12\t45%\n",
    "dates": "On 3 May 2031 12 died. ",
    "letters": "a",
    "digits": "9",
    "dashes": "12-",
    "ranges": "between 12 and 15 and ",
    "said": "he said that ",
    "percent changes": "up $3 million to $410 million from $380 million, or 8%, ",
    "what remains": "the remaining 31 of the 90, ",
    "levels": "rose to 31 from 30, ",
    "counts with colons": "Two men: ",
    "counts in brackets": "two towns (",
    "counts that speak": "“Two men” said ",
    "ages": "Kesh Orrin, 31, ",
    "conversions": "900 metres (2,953 feet), ",
    "days of birth": "Kesh Orrin, 31, was born on 3 May 2001 and served four years. ",
    "weekdays": "On Monday, 3 May 2031, and on Tuesday 12 died. ",
    "bullets": "- 31 in Orrin\n",
    "one sentence": "12 people in Orrin and the mayor said ",
    "figures all different": "# ",
    "parts of one total": "In all 900 people died: |# in Orrin, ",
    "parts in brackets": "The fleet lost 900 ships (|# tugs, ",
    "bullets under a total": "In all 900 people died:\n\n|- # in Orrin\n",
}
"""What is repeated, behind what stands once; '#' is another number each time."""


def made_of(unit: str, times: int) -> str:
    once, _, repeated = unit.rpartition("|")
    number = count(100)
    return once + "".join(re.sub("#", lambda _: str(next(number) * 97 % 907), repeated) for _ in range(times))


def taken(text: str) -> int:
    return steps(lambda: check_document(Document(text)))


@pytest.mark.parametrize("unit", TEXTS.values(), ids=TEXTS)
def test_twice_the_text_takes_twice_the_steps(unit: str) -> None:
    taken(made_of(unit, LINES))  # words are loaded and patterns made when they are first asked for
    assert taken(made_of(unit, 2 * LINES)) < MOST * taken(made_of(unit, LINES))


def test_steps_tell_the_square_from_the_line() -> None:
    def work(rounds: int, inner: int) -> int:
        return steps(lambda: [[n + m for m in range(inner)] for n in range(rounds)])

    line, square = (work(300, 1), work(600, 1)), (work(60, 60), work(120, 120))
    assert line[1] < 2.2 * line[0] and square[1] > 3 * square[0]


def test_what_is_no_attribute_is_passed_over_once() -> None:
    """A pattern takes no steps that can be counted, so it is asked where it stops: at the first word, for good."""
    assert _ATTRIBUTE.pattern.startswith("(?<!") and "++" in _ATTRIBUTE.pattern
    assert re.findall(_ATTRIBUTE, "a" * 50) == []
    assert [m[1] for m in _ATTRIBUTE.finditer("""meta name=a content="b c" x:y-z = 'd'""")] == [
        "name",
        "content",
        "x:y-z",
    ]
